# What the program says in English, but for the messages of the rules (rules.en.ftl). The first part of a key says where it
# is used: ide, server, cli, settings, error, page.

## Cards and completions
# Validity
ide-in-force = In force
ide-in-force-on = **In force** on { $day }
ide-partly-expired = expired in part
ide-partly-expired-on = **Expired in part** (as of { $day })
ide-expired = expired
ide-expired-since = **Expired on { $date }**
ide-expired-undated = **Expired** (date not known)
ide-replaced = replaced by { $by }
ide-not-yet = not yet in force
ide-not-yet-until = **Not yet in force**, takes effect on { $date }
ide-suspended = suspended
ide-suspended-card = **Suspended**
ide-suspended-by = by { $by }
ide-unknown-status = validity not known
ide-unknown-status-card = **Validity not known**
# Dates
ide-issued = issued { $date }
ide-issued-year = issued in { $year }
ide-effective = effective { $date }
ide-signed-by = signed by { $name }
# Summary
ide-facts-only = The catalogue has no summary; these are the known facts.
ide-facts-field = Field: { $field }.
ide-facts-known = By its relations to other instruments:
ide-facts-replaces = It replaces { $list }.
ide-facts-amends = It amends { $list }.
ide-facts-guides = It guides { $list }.
ide-contents = Contents:
ide-contents-of = It has { $size }:
ide-more-chapters = and { $count } more chapters
ide-more-articles = and { $count } more articles
ide-more-sections = and { $count } more sections
ide-official-page = Official page
ide-since = After the day of this document: { $list }.
ide-amended-since = amended by { $list }
ide-ended-since = expired on { $date }
ide-ended-since-by = expired on { $date }, replaced by { $by }
ide-said-here = As this sentence says: { $list }
ide-in-instrument = In { $instrument }
ide-unit-in-force = { $unit } is in force on { $day }; the catalogue knows of no amendment.
ide-unit-amended = { $unit } was amended by { $by } from { $date }
ide-unit-amended-undated = { $unit } was amended by { $by }
ide-unit-repealed = { $unit } was repealed by { $by } from { $date }
ide-unit-repealed-undated = { $unit } was repealed by { $by }
ide-unit-perhaps-amended = The act was amended by { $list }; the catalogue does not say whether { $unit } was.
ide-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
ide-chapters = { $count ->
    [one] { $count } chapter
   *[other] { $count } chapters
}
# Relations
ide-replaces = replaces { $list }
ide-replaced-by = replaced by { $list }
ide-amends = amends { $list }
ide-amended-by = amended by { $list }
ide-repeals = repeals { $list }
ide-repealed-by = repealed by { $list }
ide-guides = guides { $list }
ide-guided-by = guided by { $list }
ide-consolidates = consolidates { $list }
ide-corrects = corrects { $list }
ide-suspends = suspends { $list }
ide-suspended-by-list = suspended by { $list }
ide-and-more = and { $count } more
# Sources
ide-source = Source: { $source }
ide-source-unknown = Source: the catalogue
ide-as-of = status as known on { $date }
ide-checked = checked: { $list }
ide-unchecked = Not checked: { $list }
ide-field-number = number
ide-field-title = title
ide-field-issued = date of issue
ide-field-effective = date of effect
ide-field-status = validity
# Provisions
ide-as-issued = _This act has been amended by { $by }; the words above are those of the text as issued._
ide-no-text = The catalogue does not hold the words of { $unit }.
ide-no-such-article = **There is no Điều { $label }**: { $name } has { $count } articles.
ide-no-such-article-unchecked = By an unchecked count { $name } has { $count } articles; check Điều { $label }.
ide-part-of = Within { $unit }:
ide-of-this = { $unit } of this document
ide-no-unit-here = The open document shows no { $unit }.
ide-of-quoted = Of the quoted instrument.
ide-of-unknown = The sentence does not say of which instrument.
# Unknown
ide-ambiguous = { $count } instruments have the number { $number }
ide-ambiguous-name = { $count } instruments are named { $number }
ide-ambiguous-step = Add the date or the year of issue to say which one is meant.
ide-no-year = year not known
ide-not-found = **Not in the catalogue**
ide-known-of-series = { $known } of { $highest } instruments of the series { $series } are known
ide-known-of-years = the catalogue has { $known } instruments of the symbol { $series }, which are numbered anew each year
ide-uncovered = the catalogue does not cover such instruments
ide-not-collected = **Administrative document** · the catalogue does not collect official letters, submissions, reports and plans; compare it with the original
ide-by-number = By its symbol: { $list }
ide-near = Near matches:
ide-own-number = The number of this document itself
# Agencies
ide-code = code { $codes }
ide-head-of-body = head: { $head }
ide-belongs-to = under { $parent }
ide-period-from = from { $from }
ide-period-until = until { $to }
ide-period = from { $from } to { $to }
ide-existing = **Existing** on { $day }
ide-existing-since = **Existing** on { $day } (since { $from })
ide-existed-until = **No longer existing since { $date }**
ide-starts-on = **Exists from { $date }**
ide-by-decision = under { $number }
ide-agency-ended-since = no longer existing since { $date }
ide-successors = succeeded by { $list }
ide-successors-many = Its functions were divided; choose the successor by field.
ide-predecessors = predecessors: { $list }
ide-earlier-name = Earlier agency of the same name: { $period }
ide-office-of = Head of { $body }
ide-deputy-of = Deputy of the head of { $body }
ide-part-of-body = Part of { $body }
ide-agency-unchecked = Its period has not been checked.
ide-local-body = Local agency
ide-place-now = { $place }: since { $from }
ide-place-merged-from = merged from { $list }
ide-place-ended = { $place } no longer exists since { $date }
ide-place-into = merged into { $list }
ide-body-ended = Agencies of this kind no longer exist since { $date }.
# Completion
ide-succeeds = succeeds { $body } since { $date }
ide-until = until { $date }
ide-by-form = by the form of the number; not in the catalogue
ide-this-draft = this document
ide-short-name = short name in this draft
ide-with-amendments = with its amendments
ide-first-citation = first citation
ide-cited-here = cited in this document
ide-effective-from = effective { $date }

# What can be done at a place
ide-action-renumber = Renumber from { $unit } on
ide-action-insert-article = Insert an article after { $unit }
ide-action-insert-clause = Insert a clause after { $unit }
ide-action-insert-point = Insert a point after { $unit }
ide-action-expand = Write this citation in full
ide-action-shorten = Shorten this citation
ide-action-date = Add the day of issue
ide-action-short-name = Define a short name
ide-action-successor = Cite the act that replaced it: { $by }
ide-action-sort-basis = Sort the legal basis by rank and day of issue
# Lines above articles and the heading
ide-lens-referred = { $count ->
    [one] referred to once in this document
   *[other] referred to { $count } times in this document
}
ide-lens-cites = { $count ->
    [one] cites one instrument
   *[other] cites { $count } instruments
}
ide-lens-amended = { $count ->
    [one] amended by one act
   *[other] amended by { $count } acts
}
# List of cited instruments
ide-report-title = Instruments cited
ide-report-none = This document cites no instrument.
ide-report-number = No.
ide-report-instrument = Instrument
ide-report-name = Title
ide-report-status = Force
ide-report-count = Times
ide-report-lines = Lines

## The server
server-too-big = The document has { $size } MiB, more than the limit of { $limit } MiB; viendan does not check it. Split it into several files.
server-too-many-findings = There are { $count } findings; viendan shows the { $limit } gravest. Run `viendan check` to see them all.
server-settings-problem = viendan settings ({ $place }): { $cause }. The other settings are in force.
server-file-unreadable = Cannot read { $place }: { $cause }. viendan uses the other settings.
server-catalogue-awaited = The catalogue of instruments is being made ready. Please ask again in a moment.
server-catalogue-problem = Catalogue of instruments: { $cause }. viendan works on with what could be read.
server-fix-all = Apply all safe fixes
server-library-problem = Library: { $count } file(s) or folder(s) cannot be used and are passed over: { $causes }
server-library-progress = viendan: reading the library
server-fix-all-of-rule = Fix all “{ $code }” in this document
server-ignore-line = Leave “{ $code }” alone in this line
server-ignore-number = Always leave { $number } alone (in viendan.toml)
server-rule-off = Switch “{ $code }” off in viendan.toml
server-rule-page = Explain the rule “{ $code }”
server-add-to-catalogue = Add { $number } to the team's catalogue
server-no-label = “{ $label }” is no number of { $word }
server-label-taken = There is { $unit } already; choose another number, or renumber from here
server-name-empty = A short name must not be empty
server-nothing-to-rename = There is no article, clause, point or short name here to rename
server-no-folder = This document is in no open folder, so there is no viendan.toml to write to
server-file-unwritable = Cannot write { $place }: { $cause }
server-unknown-command = No such command: { $command }
server-wrong-arguments = The command { $command } lacks arguments, or they are wrong
server-not-open = This document is not open
server-checked = viendan has checked { $files } document(s): { $findings } finding(s) ({ $errors } error(s), { $warnings } warning(s))
server-check-progress = viendan: checking documents

## Words that all share
word-and = and
severity-error = error
severity-warning = warning
severity-information = information
severity-hint = hint

## Settings
settings-unknown = `{ $key }`: no such setting
settings-unknown-near = `{ $key }`: no such setting; did you mean `{ $near }`?
settings-wrong-value = `{ $key }`: cannot use the value { $value }; expected: { $expected }
settings-no-object = a JSON object is expected
settings-unreadable = cannot be read: { $cause }
settings-not-toml = { $line }:{ $column }: not TOML: { $cause }

## Pages of the rules
page-severity = Severity
page-unconfirmed = unconfirmed
page-source = Source
page-wrong = Wrong
page-right = Right
page-fix = Fix
page-turn-off = To turn the rule off in a folder, write into

## Errors of files
error-io-not-found = no such file or folder
error-io-permission = permission denied
error-io-no-folder = not a folder
error-io-folder = a folder, not a file
error-io-full = the disk is full
error-io-read-only = the disk can only be read
error-io-too-large = the file is larger than is allowed here
error-loop = a link back to { $ancestor }, which holds it
error-not-utf8 = not UTF-8 (looks like { $guess }); convert it to UTF-8
error-too-many-files = too much in it; what comes after { $entries } entries is left out
error-too-large = too large ({ $size } MiB)
error-word-other-archive = not a Word document (.docx), but some other compressed file
error-word-old = the old Word format (.doc); save it as .docx
error-word-password = protected by a password
error-word-damaged = damaged Word file: { $cause }
error-word-too-large = unpacks to too much: { $part }
error-no-data-folder = there is no data folder of the user

## Command line
limit-short-names = The document defines { $limit } short names or more; viendan follows the first { $limit }, and references by other names are not checked.
cli-check-fault = not checked: a fault of viendan; please report it with the document
cli-fix-changed = was changed while it was being fixed, so it is left as it is; run `viendan fix` again
cli-fix-word = `fix` does not change Word files; correct it in Word after `viendan check`
cli-report-paragraph = paragraph { $paragraph }, character { $character }
cli-report-fix = fix
cli-report-nothing = nothing to report
cli-report-summary = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $references ->
    [one] { $references } reference
   *[other] { $references } references
} read: { $found }.
cli-rules-unknown = no such rule: { $code }
cli-rules-pages = { $count } pages written into { $place }

cli-stats-head = { $documents } documents, { $bytes } bytes
cli-stats-kind-number = number
cli-stats-kind-name = name
cli-stats-kind-provision = provision
cli-stats-kind-agency = agency
cli-stats-unmarked = Strings of the form number/CAPITALS that were not recognised, by symbol:
cli-stats-references = References to instruments of central agencies, share that resolves to one record:
cli-stats-all = all
cli-stats-known = known
cli-stats-ambiguous = ambiguous
cli-stats-unknown = unknown
cli-stats-uncovered = uncovered
cli-stats-no-year = no year given
cli-stats-until = until { $year }
cli-stats-unresolved = Most frequent of those that do not resolve:
cli-stats-assembly = laws and resolutions of the National Assembly
cli-stats-old-numbers = old style of numbers
cli-stats-other-type = other
cli-stats-by-name = { $type } (by name)
cli-stats-other-name = other names

cli-search-nothing = No instrument found for “{ $words }”.
cli-show-several = { $count } instruments have this number or name:
cli-show-missing = “{ $what }” is not in the catalogue.
cli-show-coverage = The catalogue knows { $known } numbers of { $series }; the highest is { $highest }.
cli-show-uncovered = The catalogue does not cover instruments of this kind.
cli-show-near = It may be:
cli-show-unconfirmed = not confirmed
cli-show-issuer = Issuer
cli-show-issued = Issued
cli-show-year = in { $year }
cli-show-effective = Effective
cli-show-expired = Expired
cli-show-as-of = Status known
cli-show-signer = Signed by
cli-show-field = Field
cli-show-aliases = Other names
cli-show-size = Size
cli-show-cited = Cited
cli-show-times = { $count ->
    [one] once
   *[other] { $count } times
}
cli-show-url = Address
cli-show-source = Source
cli-show-headings = Articles with a known heading: { $count }
cli-show-since = since { $date }
cli-show-more = and { $count } more ({ $relation })
cli-relation-replaced-by = Replaced by
cli-relation-repealed-by = Repealed by
cli-relation-amended-by = Amended by
cli-relation-suspended-by = Suspended by
cli-relation-replaces = Replaces
cli-relation-repeals = Repeals
cli-relation-amends = Amends
cli-relation-suspends = Suspends
cli-relation-corrects = Corrects
cli-relation-consolidates = Consolidates
cli-relation-guides = Guides
cli-relation-guided-by = Guided by
cli-status-on = { $status } (as of { $day })
cli-status-in-force = In force
cli-status-partly-expired = Expired in part
cli-status-expired = Expired
cli-status-expired-since = Expired on { $date }
cli-status-not-yet = Not yet in force, takes effect on { $date }
cli-status-suspended = Suspended
cli-status-suspended-by = Suspended by { $by }
cli-status-unknown = Validity not known

cli-info-memory = in memory
cli-info-catalogue = Catalogue
cli-info-instruments = instruments
cli-info-with-status = with validity
cli-info-with-articles = with the number of articles
cli-info-with-summary = with a summary
cli-info-relations = relations
cli-info-provisions = headings of provisions
cli-info-by-type = By type
cli-info-as-of = Status known up to { $date }
cli-info-newest = Newest instrument of each symbol
cli-info-series = The series that are known best (known / highest number)

cli-verify-year = Issued in another year than that of the number
cli-verify-number = A number that cannot be
cli-verify-effective-before-issue = In force before it was issued
cli-verify-end-before-beginning = Ended before it was in force
cli-verify-order = Issued out of the order of its series
cli-verify-target-impossible = A relation to a number that cannot be
cli-verify-target-unknown = A relation to an instrument that the catalogue does not hold
cli-verify-changed-by-earlier = Changed by an earlier instrument
cli-verify-changed-by-lower = Changed by a lower instrument
cli-verify-one-sided = A relation that is recorded on one side
cli-verify-end-unknown = Replaced or repealed, without an end
cli-verify-status = A status that the dates contradict
cli-verify-title-unbalanced = A title with an open bracket
cli-verify-title-cut = A title that was cut
cli-verify-title-misspelt = A title with a misspelt word
cli-verify-symbol = No agency of the symbol was there on the day
cli-verify-person = A decision on persons or cases
cli-verify-counts = { $records } records, { $faults } findings, { $explained } explained exceptions.
cli-verify-notice = for information
cli-preview-columns = Columns understood: { $list }
cli-preview-ignored = Columns left out: { $list }
cli-preview-counts = { $taken } rows would be taken, { $left } left out
cli-preview-left-out = { $count } rows (the first: { $line }): { $cause }
cli-preview-relations = A table of relations between instruments: import it together with the table of instruments
cli-preview-none = Nothing was written: this was a dry run.
cli-import-repaired = The old catalogue could not be used ({ $cause }); it is kept at { $aside }, { $saved } instruments were recovered.
cli-import-counts = { $new } new, { $changed } changed, { $unchanged } unchanged, { $contradictory } contradictory, { $refused } refused.
cli-import-more = and { $count } more lines
cli-import-contradiction = { $label } differs from what was known: { $fields }
cli-import-unreadable = cannot be read: { $cause }

cli-add-articles-unknown = number of articles not known (the text may be incomplete)
cli-add-clauses = { $count ->
    [one] { $count } clause
   *[other] { $count } clauses
}
cli-add-relations = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
}
cli-add-counts = { $known } instruments read, { $refused } files or folders left out.

cli-harvest-counts = { $documents } documents cite { $instruments } instruments: { $new } new, { $known } known, { $contradicted } of them with contradictions.
cli-harvest-filled = fills in { $field }: { $count }
cli-harvest-differing = differs in { $field }: { $count } ({ $confirmed } of them against a confirmed fact)
cli-harvest-new = New, most cited first:
cli-harvest-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
cli-harvest-contradictions = Contradictions, most cited first:
cli-harvest-against = { $value } ({ $given }/{ $all } votes), catalogue: { $known }
cli-harvest-against-unconfirmed = { $value } ({ $given }/{ $all } votes), catalogue: { $known }, not confirmed

## Catalogues that cannot be read
error-not-kept = { $cause }; the built-in catalogue is held in memory and made anew at each start
error-repaired = { $cause }; the old file is kept at { $aside }, { $saved } instruments were recovered
error-format-not-a-catalogue = this is not a catalogue of viendan
error-format-other-version = the catalogue belongs to another version of viendan
error-format-truncated = the file is cut short
error-format-damaged = the database is damaged: { $cause }
error-format-read-only = the catalogue can only be read
error-format-cannot-quarantine = the damaged file cannot be renamed
error-format-unknown = only .jsonl, .json and .csv (also compressed as .gz and .zst), .parquet and .sqlite can be read
error-format-table = the table cannot be read: { $cause }
error-format-missing-columns = the first line must name the columns, among them number or name
error-format-unreadable-columns = line 1: { $cause }
error-record-number = the number “{ $value }” cannot be read
error-record-type = there is no type of instruments “{ $value }”
error-record-type-missing = the type of the instrument (type) is missing
error-record-date = { $field }: “{ $value }” is not a date YYYY-MM-DD
error-record-expired-first = expired is before effective
error-record-status = there is no status “{ $value }”
error-record-relation = there is no relation “{ $value }”
error-record-relation-form = relations: “{ $value }” is not a kind and a target
error-record-nameless = both number (number) and name (name) are missing
error-record-no-number = { $field }: “{ $value }” is not a number
error-record-line-too-long = the line is too long
error-record-open-quotation = a quotation mark is not closed
error-record-not-utf8 = the line is not UTF-8
error-record-circular = the relation { $kind } { $target } closes a circle; it is left out
error-text-no-number = no number was recognised in the header
error-text-no-type = the type of number { $number } was not recognised
error-text-no-date = the date of issue of number { $number } was not recognised
error-record-zip-bomb = the compressed file grows too much, it may be a zip bomb; the rest is not read

## Shared by rules
write = Write “{ $text }”
replaced-again = { $first }, now { $now }
