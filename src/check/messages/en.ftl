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
unexpected-year = A { $kind } carries no year in its number.
two-digit-year = The year in a number has four digits: { $expected }, not { $seen }.
year-out-of-range = { $seen } cannot be a year of issue.
duplicated-part = “{ $seen }” stands twice in the number.
truncated-symbol = No issuer has the code “{ $seen }”; it may be “{ $expected }”.
year-last = The year stands after the serial and before the symbol: { $number }.
leading-zero-number = Serials below 10 take a leading zero: { $expected }.
padded-number = Serials take no more than one leading zero: { $expected }.
ocr-confusion = The letter “{ $seen }” stands among digits; it may be “{ $expected }”.
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
    .fix = Renumber from { $expected }
    .related = The unit before
short-name-redefined = “{ $term }” already stands for { $first }, and here for { $second }.
    .related = Where it was named first
