# Validity
in-force = In force
in-force-on = **In force** on { $day }
partly-expired = expired in part
partly-expired-on = **Expired in part** (as of { $day })
expired = expired
expired-since = **Expired on { $date }**
expired-undated = **Expired** (date not known)
replaced = replaced by { $by }
not-yet = not yet in force
not-yet-until = **Not yet in force**, takes effect on { $date }
suspended = suspended
suspended-card = **Suspended**
suspended-by = by { $by }
unknown-status = validity not known
unknown-status-card = **Validity not known**
# Dates
issued = issued { $date }
issued-year = issued in { $year }
effective = effective { $date }
signed-by = signed by { $name }
# Summary
facts-only = The catalogue has no summary; these are the known facts.
facts-field = Field: { $field }.
facts-contents = Contents: { $list }.
extracted = (taken from the text)
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
chapters = { $count ->
    [one] { $count } chapter
   *[other] { $count } chapters
}
# Relations
replaces = replaces { $list }
replaced-by = replaced by { $list }
amends = amends { $list }
amended-by = amended by { $list }
repeals = repeals { $list }
repealed-by = repealed by { $list }
guides = guides { $list }
guided-by = guided by { $list }
consolidates = consolidates { $list }
corrects = corrects { $list }
suspends = suspends { $list }
suspended-by-list = suspended by { $list }
and-more = and { $count } more
# Sources
source = Source: { $source }
source-unknown = Source: the catalogue
checked = checked: { $list }
unchecked = Not checked: { $list }
field-number = number
field-type = type
field-title = title
field-issued = date of issue
field-effective = date of effect
field-status = validity
# Provisions
as-issued = _This act has been amended by { $by }; the words above are those of the text as issued._
no-text = The catalogue does not hold the words of { $unit }.
no-such-article = **There is no Điều { $label }**: { $name } has { $count } articles.
no-such-article-unchecked = By an unchecked count { $name } has { $count } articles; check Điều { $label }.
part-of = Within { $unit }:
of-this = { $unit } of this document
no-unit-here = This document has no { $unit }.
of-quoted = Of the quoted instrument.
of-unknown = The sentence does not say of which instrument.
# Unknown
ambiguous = { $count } instruments bear the number { $number }
ambiguous-name = { $count } instruments are named { $number }
ambiguous-step = Add the date or the year of issue to say which one is meant.
no-year = year not known
not-found = **Not in the catalogue**
known-of-series = { $known } of { $highest } instruments of the series { $series } are known
uncovered = the catalogue does not cover such instruments
by-number = By its symbol: { $list }
near = Near matches:
own-number = The number of this document itself
# Agencies
code = code { $codes }
head-of-body = head: { $head }
belongs-to = under { $parent }
period-from = from { $from }
period-until = until { $to }
period = from { $from } to { $to }
existing = **Existing** on { $day }
existing-since = **Existing** on { $day } (since { $from })
existed-until = **No longer existing since { $date }**
starts-on = **Exists from { $date }**
by-decision = under { $number }
successors = succeeded by { $list }
successors-many = Its functions were divided; choose the successor by field.
predecessors = predecessors: { $list }
earlier-name = Earlier agency of the same name: { $period }
office-of = Head of { $body }
agency-unchecked = Its period has not been checked.
local-body = Local body
place-now = { $place }: since { $from }
place-merged-from = merged from { $list }
place-ended = { $place } no longer exists since { $date }
place-into = merged into { $list }
place-same-name = a new { $place } of the same name exists since { $date }
body-ended = Bodies of this kind no longer exist since { $date }.
# Completion
succeeds = succeeds { $body } since { $date }
until = until { $date }
cited-here = cited in this document
effective-from = effective { $date }
