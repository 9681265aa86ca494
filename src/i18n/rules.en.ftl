# Messages of the rules. A rule has one message under its code; variants and titles of fixes are attributes.

write = Write “{ $text }”

## How numbers are written
eth-for-d-stroke = The letter “{ $seen }” only looks like “{ $expected }”; searches and links will not find this.
ascii-d-in-code = The code “{ $seen }” lacks the stroke of Đ; it is written “{ $expected }”.
dash-lookalike = “{ $seen }” in a number must be a plain hyphen “-”.
slash-lookalike = “{ $seen }” in a number must be a slash “/”.
space-in-number = A number is written without spaces: { $number }.
lowercase-symbol = The code “{ $seen }” takes capitals: “{ $expected }”.
mixed-case-code = The code “{ $seen }” is in the wrong case; it is written “{ $expected }”.
missing-slash = The slash before the symbol is missing; it is written { $number }.
wrong-separator-state = State documents are numbered with a slash, then type and issuer joined by a hyphen: { $number }.
wrong-separator-party = Party documents are numbered with a hyphen, then type and issuer divided by a slash: { $number }.
missing-year = The number of a { $kind } must carry the year of issue; this one does not.
    .serial = Before the symbol of a { $kind } stands only the year “{ $seen }”; the serial number is missing.
unexpected-year = A { $kind } carries no year in its number.
two-digit-year = The year in a number has four digits: { $expected }, not { $seen }.
year-out-of-range = { $seen } cannot be a year of issue.
duplicated-part = “{ $seen }” stands twice in the number.
truncated-symbol = No issuer has the code “{ $seen }”; it may be “{ $expected }”.
year-last = The year stands after the serial and before the symbol: { $number }.
leading-zero-number = Serials below 10 take a leading zero: { $expected }.
padded-number = Serials take no more than one leading zero: { $expected }.
ocr-confusion = The letter “{ $seen }” stands among digits; it may be “{ $expected }”.
    .letter = “{ $seen }” looks like “{ $expected }” but is a letter of another alphabet; searches and links will not find it.
congvan-type-code = A công văn has no type code; its symbol is the issuer and the drafting unit, such as BNV-CCVC.
unknown-type-code = “{ $seen }” is not among the type codes of Nghị định 30/2020/NĐ-CP, Appendix III.
unknown-agency-code = No known issuer has the code “{ $seen }”; please check.
colon-after-so = In running text “số” takes no colon; the colon belongs to the head of a document.
    .fix = Remove the colon
doubled-so = The word “số” stands twice.
    .fix = Keep one “số”
missing-so = The word “số” is missing before the number.
    .fix = Insert “số”
abbreviated-type-word = The type is written in full: “{ $expected }”, not “{ $seen }”.
missing-symbol = “{ $seen }” lacks its symbol; it may be { $candidates }.
    .bare = “{ $seen }” lacks its symbol.
placeholder-number = “{ $seen }” is still open; fill it in before signing.
legacy-encoding = This paragraph is in the old encoding { $encoding } (“{ $sample }”); documents use Unicode by TCVN 6909:2001.
    .fix = Convert to Unicode

## Dates
invalid-date = The calendar has no { $seen }.
date-leading-zero = Days below 10 and the months 1 and 2 take a leading zero, the months 3 to 9 do not: { $expected }.

## Provisions
provision-order = Cite from small to large: { $expected }.
provision-comma = No comma stands between the levels of one path of điểm, khoản and Điều.
    .fix = Remove the comma
provision-case = Write “{ $expected }”, not “{ $seen }”: Phần, Chương, Mục and Điều take a capital, khoản and điểm do not.
no-such-letter = Points follow the Vietnamese alphabet, which has no “{ $seen }”.
roman-numeral-level = Chapters take Roman numerals: “{ $expected }”, not “{ $seen }”.
range-reversed = The range is reversed: “{ $from }” comes after “{ $to }”.
    .fix = Swap its ends
inserted-number-form = An inserted point is a letter with a number: “{ $expected }”, not “{ $seen }”.

## The draft itself
internal-target-missing = This document has no { $path }; the last unit of that level is { $last }.
dangling-above = No { $kind } was named before that “nêu trên” could mean.
self-type-mismatch = This document is a { $own }, but the text says “{ $seen } này”.
numbering-gap = The numbering is not continuous: { $before } is followed by { $expected }, not { $seen }.
    .misspelt = The heading “{ $seen } { $expected }” misspells “Điều”.
    .fix = Renumber from { $expected }
    .related = The unit before
short-name-redefined = “{ $term }” already stands for { $first }, and here for { $second }.
    .related = Where it was named first
short-name-before-definition = “{ $term }” is used above its definition; define short names where they come first.
    .related = The definition
unused-short-name = The short name “{ $term }” is never used again.
    .fix = Remove the definition

## Contradictions
type-symbol-mismatch = “{ $code }” is the symbol of { $kind }, but the text says “{ $word }”.
issuer-symbol-mismatch = The symbol “{ $symbol }” belongs to { $expected }, but the text says { $seen }.
joint-issuer-order = The issuers stand in the wrong order; the known act is { $expected }.
term-year-mismatch = The year { $year } belongs to { $expected }, not to term { $seen } of the Assembly.
    .near = The year { $year } belongs to { $expected }, the text says term { $seen }; please check.
year-date-mismatch = The number is of { $number }, but the date is of { $date }.
date-mismatch = { $number } is dated { $known }, not { $seen }.
    .unconfirmed = The catalogue dates { $number } { $known }, the text says { $seen }; the catalogue's date is not confirmed, please check.
    .number = The date { $date } and the title “{ $title }” are those of number { $meant }, not { $number }.
title-mismatch = The title differs from that of { $number }: “{ $known }”.
    .fix = Write the title of the catalogue
law-name-number-mismatch = { $number } is “{ $known }”, not “{ $seen }”.
    .unconfirmed = By the catalogue { $number } is “{ $known }”, the text says “{ $seen }”; please check.
wrong-law-year = There is no { $name } of { $seen }; known years are { $years }.

## Catalogue
unknown-instrument = { $name } is not in the catalogue, which holds { $percent } % of the series up to number { $highest }; it may be right, please check.
    .beyond = { $name } is not in the catalogue; the highest known number of the series is { $highest }.
unknown-in-complete-series = { $name } is not in the catalogue, which covers { $percent } % of the series.
ambiguous-number = { $count } instruments bear { $number } ({ $years }); add the date or the year.
    .fix = Add “{ $text }” ({ $title })
local-act-without-unit = Every province has such a number; name the place that issued it.

## Validity
replaced-again = { $first }, now { $now }
expired-instrument = { $name } expired on { $date }, replaced by { $by }.
    .ended = { $name } expired on { $date }.
    .unconfirmed = { $name } expired on { $date }, replaced by { $by }; this is not confirmed, please check.
    .ended-unconfirmed = { $name } expired on { $date }; this is not confirmed, please check.
    .undated = { $name } has expired; the catalogue does not know since when, please check.
partly-expired = { $name } has expired in part; check the provision that is cited.
not-yet-in-force = { $name } enters into force on { $date }.
suspended-instrument = { $name } is suspended by { $by }.
guidance-of-expired-act = { $name } details { $base }, expired on { $date }; check whether it was declared to continue.
basis-expired = The basis { $name } expired on { $date }, replaced by { $by }.
    .ended = The basis { $name } expired on { $date }.
    .unconfirmed = The basis { $name } expired on { $date }, replaced by { $by }; this is not confirmed, please check.
    .ended-unconfirmed = The basis { $name } expired on { $date }; this is not confirmed, please check.
    .undated = The basis { $name } has expired; the catalogue does not know since when, please check.
basis-rank = A { $kind } cannot be the basis of a { $own }: a basis is a normative instrument of higher force.
amendment-not-mentioned = { $name } was amended by { $list }.
    .fix = Add the amending acts
amend-wrong-issuer = A { $own } cannot amend or repeal a { $kind }, which is of higher force.
amend-target-expired = { $name }, amended here, expired on { $date }.
effective-too-early = This { $own } takes effect on { $from }, less than { $days } days after { $signed }; only a shortened procedure or a special case allows that (article 53 of the Law on Promulgation of Legal Normative Documents of 2025).

## Agencies
type-issuer-incompetent = { $issuer } cannot issue a { $kind }.
ordinance-of-assembly = Ordinances are issued by the Standing Committee, not by the National Assembly.
type-not-normative-then = In { $year } a { $kind } of { $issuer } was not normative, so its number has no year; please check.
joint-circular-after-2016 = Since 1 July 2016 ministries do not issue joint circulars with each other.
abolished-agency-number = { $agency } ended on { $date }; it cannot have issued { $number }.
    .unconfirmed = { $agency } ended on { $date }; it can hardly have issued { $number }, please check.
abolished-agency-duty = { $agency } ended on { $date }; its functions went to { $successors }.
    .ended = { $agency } ended on { $date }.
    .unconfirmed = { $agency } ended on { $date }; its functions went to { $successors }; please check.
merged-province = { $old } was merged into { $new } on { $date }.
district-level-abolished = The district level ended on 1 July 2025; name the body of the province or commune that acts.
agency-name-variant = The official name is “{ $expected }”, not “{ $seen }”.

## Structure of the cited instrument
no-such-article = { $name } has { $count } articles; there is no article { $article }.
    .unconfirmed = By the catalogue { $name } has { $count } articles and no article { $article }; please check.
no-such-clause = Article { $article } of { $name } has no clause { $clause }.
no-such-point = Clause { $clause } of article { $article } of { $name } has no point { $point }.
amended-provision-missing = { $name } has { $count } articles and no { $path } to amend.
    .unconfirmed = By the catalogue { $name } has { $count } articles and no { $path } to amend; please check.

## Bases
basis-not-own-line = Each basis takes a line of its own.
    .fix = Begin a new line before this basis
basis-punctuation = This line must end with “{ $mark }”.
    .fix = Put “{ $mark }”
basis-bullet = State documents have no bullet before “Căn cứ”.
    .fix = Remove the bullet
basis-colon = No colon follows “Căn cứ”.
    .fix = Remove the colon
basis-order = Laws stand before acts of lower force, behind the bases of competence.
    .fix = Sort the bases
basis-duplicate = This basis stands above already.
    .fix = Remove the repeated basis
    .related = Where it stands first
basis-vague = A basis names an act.
basis-vbhn-alone = A consolidated text is no basis by itself; cite the act, with the consolidated text in brackets.
amending-act-alone = This is an amending act; cite { $base } as well.
    .fix = Add { $base }

## Citations
first-citation-incomplete = The first citation lacks { $parts }.
    .date = the date
    .issuer = the issuer
    .title = the subject
    .fix = Complete it from the catalogue
later-citation-too-long = From the second citation on give type and number alone.
    .fix = Shorten it
law-number-in-administrative = In administrative documents a law is cited by name, with the date among the bases.
    .fix = Remove the number
law-without-year-normative = Cite { $name } with its year.
issuer-abbreviated-first = At the first citation the issuer is written in full: “{ $expected }”, not “{ $seen }”.
vague-repeal = List the acts and provisions that are repealed.

## Comments of the drafter
unused-suppression = The next line has no finding “{ $code }” to leave alone; take the code out of the comment.
    .all = The next line has no finding to leave alone; take the comment out.
    .file = The document has no finding to leave alone; take the comment out.
    .unknown = There is no rule “{ $code }”; `viendan rules` lists them.
