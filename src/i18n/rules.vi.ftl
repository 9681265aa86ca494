# Thông điệp của các quy tắc. Một quy tắc, một thông điệp mang mã của nó; biến thể và tên cách sửa là thuộc tính.
# Một câu: sai ở đâu, nêu cả hai vế của mâu thuẫn; câu thứ hai chỉ để nêu căn cứ hoặc bước tiếp theo.

write = Sửa thành “{ $text }”

## Cách viết số, ký hiệu
eth-for-d-stroke = Chữ “{ $seen }” trông giống “{ $expected }” nhưng là ký tự khác; tìm kiếm và liên kết sẽ không nhận ra.
ascii-d-in-code = Ký hiệu “{ $seen }” thiếu nét ngang của chữ Đ; viết đúng là “{ $expected }”.
dash-lookalike = Dấu “{ $seen }” trong số, ký hiệu phải là dấu gạch nối “-”.
slash-lookalike = Dấu “{ $seen }” trong số, ký hiệu phải là dấu gạch chéo “/”.
space-in-number = Số, ký hiệu viết liền, không có dấu cách: { $number }.
lowercase-symbol = Ký hiệu “{ $seen }” phải viết hoa: “{ $expected }”.
mixed-case-code = Ký hiệu “{ $seen }” viết sai chữ hoa, chữ thường; viết đúng là “{ $expected }”.
missing-slash = Thiếu dấu “/” trước ký hiệu; viết đúng là { $number }.
wrong-separator-state = Văn bản của Nhà nước viết số, dấu “/”, rồi loại và cơ quan nối bằng “-”: { $number }.
wrong-separator-party = Văn bản của Đảng viết số, dấu “-”, rồi loại và cơ quan cách bằng “/”: { $number }.
missing-year = Số, ký hiệu của { $kind } phải có năm ban hành, ở đây không có.
    .serial = Trước ký hiệu của { $kind } chỉ có năm “{ $seen }”, thiếu số thứ tự của văn bản.
unexpected-year = { $kind } không ghi năm trong số, ký hiệu.
two-digit-year = Năm trong số, ký hiệu phải đủ bốn chữ số: { $expected }, không phải { $seen }.
year-out-of-range = { $seen } không thể là năm ban hành.
duplicated-part = “{ $seen }” bị lặp trong số, ký hiệu.
truncated-symbol = Không có cơ quan nào mang ký hiệu “{ $seen }”; có thể là “{ $expected }”.
year-last = Năm đứng sau số và trước ký hiệu: { $number }.
leading-zero-number = Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: { $expected }.
padded-number = Không thêm quá một số 0 phía trước: { $expected }.
ocr-confusion = Có chữ “{ $seen }” giữa các chữ số; có thể là “{ $expected }”.
    .letter = Chữ “{ $seen }” trông giống “{ $expected }” nhưng thuộc bảng chữ cái khác; tìm kiếm và liên kết sẽ không nhận ra.
congvan-type-code = Công văn không có chữ viết tắt tên loại; ký hiệu gồm cơ quan ban hành và đơn vị soạn thảo, ví dụ BNV-CCVC.
unknown-type-code = “{ $seen }” không có trong bảng chữ viết tắt tên loại văn bản (Phụ lục III Nghị định 30/2020/NĐ-CP).
unknown-agency-code = Không rõ cơ quan mang ký hiệu “{ $seen }”; cần kiểm tra.
colon-after-so = Trong nội dung viết “số” không có dấu hai chấm; dấu hai chấm chỉ dùng ở phần đầu văn bản.
    .fix = Bỏ dấu hai chấm
doubled-so = Từ “số” bị lặp.
    .fix = Chỉ giữ một từ “số”
missing-so = Thiếu từ “số” trước số, ký hiệu.
    .fix = Thêm “số”
abbreviated-type-word = Tên loại văn bản viết đầy đủ: “{ $expected }”, không viết “{ $seen }”.
missing-symbol = “{ $seen }” thiếu ký hiệu; có thể là { $candidates }.
    .bare = “{ $seen }” thiếu ký hiệu.
placeholder-number = Số, ký hiệu “{ $seen }” còn để trống; điền trước khi trình ký.
legacy-encoding = Đoạn này dùng bảng mã cũ { $encoding } (“{ $sample }”); văn bản phải dùng Unicode theo TCVN 6909:2001.
    .fix = Chuyển sang Unicode

## Ngày tháng
invalid-date = Không có ngày { $seen } trong lịch.
date-leading-zero = Ngày nhỏ hơn 10 và tháng 1, tháng 2 ghi thêm số 0 phía trước, tháng 3 đến tháng 9 thì không: { $expected }.

## Điểm, khoản, Điều
provision-order = Viện dẫn từ nhỏ đến lớn: { $expected }.
provision-comma = Không đặt dấu phẩy giữa các cấp của cùng một đường dẫn điểm, khoản, Điều.
    .fix = Bỏ dấu phẩy
provision-case = Viết “{ $expected }”, không viết “{ $seen }”: Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường.
no-such-letter = Thứ tự các điểm theo bảng chữ cái tiếng Việt không có điểm “{ $seen }”.
roman-numeral-level = Chương đánh số La Mã: “{ $expected }”, không phải “{ $seen }”.
range-reversed = Phạm vi viện dẫn bị ngược: “{ $from }” đứng sau “{ $to }”.
    .fix = Đổi chỗ hai đầu
inserted-number-form = Điểm bổ sung đánh số bằng chữ kèm số: “{ $expected }”, không phải “{ $seen }”.

## Văn bản đang soạn
internal-target-missing = Văn bản này không có { $path }; đơn vị cuối cùng cùng cấp là { $last }.
dangling-above = Trước đó chưa nhắc đến { $kind } nào để viện dẫn là “nêu trên”.
self-type-mismatch = Văn bản này là { $own }, nhưng ở đây lại viết “{ $seen } này”.
numbering-gap = Đánh số không liên tục: sau { $before } phải là { $expected }, ở đây là { $seen }.
    .misspelt = Tiêu đề “{ $seen } { $expected }” viết sai chữ “Điều”.
    .fix = Đánh số lại từ { $expected }
    .related = Đơn vị đứng trước
short-name-redefined = “{ $term }” đã được dùng để gọi { $first }, ở đây lại gọi { $second }.
    .related = Lần đặt tên đầu tiên
short-name-before-definition = “{ $term }” được dùng trước khi nêu tên đầy đủ; nên đặt tên gọi tắt ngay ở lần nêu đầu tiên.
    .related = Chỗ đặt tên gọi tắt
unused-short-name = Tên gọi tắt “{ $term }” không được dùng lại trong văn bản.
    .fix = Bỏ phần đặt tên gọi tắt

## Đối chiếu
type-symbol-mismatch = “{ $code }” là ký hiệu của { $kind }, nhưng trước số lại ghi “{ $word }”.
issuer-symbol-mismatch = Ký hiệu “{ $symbol }” là của { $expected }, nhưng ở đây ghi là của { $seen }.
joint-issuer-order = Thứ tự cơ quan trong ký hiệu không đúng; văn bản đã biết mang số { $expected }.
term-year-mismatch = Năm { $year } thuộc { $expected }, không thuộc Quốc hội khóa { $seen }.
    .near = Năm { $year } thuộc { $expected }, ở đây ghi khóa { $seen }; cần kiểm tra.
year-date-mismatch = Năm trong số, ký hiệu là { $number }, nhưng năm ban hành ghi là { $date }.
date-mismatch = { $number } ban hành ngày { $known }, không phải { $seen }.
    .unconfirmed = { $number } ban hành ngày { $known } theo danh mục, ở đây ghi { $seen }; ngày trong danh mục chưa được đối chiếu, cần kiểm tra.
    .number = Ngày { $date } và trích yếu “{ $title }” là của văn bản số { $meant }, không phải { $number }.
title-mismatch = Trích yếu khác với tên của { $number }: “{ $known }”.
    .fix = Ghi đúng tên trong danh mục
law-name-number-mismatch = { $number } là “{ $known }”, không phải “{ $seen }”.
    .unconfirmed = { $number } theo danh mục là “{ $known }”, ở đây ghi “{ $seen }”; cần kiểm tra.
wrong-law-year = Không có { $name } năm { $seen }; đã biết các năm { $years }.

## Danh mục
unknown-instrument = Không thấy { $name } trong danh mục; danh mục mới có { $percent } % các số của loại này tính đến số { $highest }, nên chưa thể nói là sai; cần kiểm tra.
    .beyond = Không thấy { $name } trong danh mục; số lớn nhất đã biết của loại này là { $highest }.
unknown-in-complete-series = Không thấy { $name } trong danh mục, mà danh mục phủ { $percent } % các số của loại này.
ambiguous-number = Có { $count } văn bản số { $number } ({ $years }); hãy ghi thêm ngày hoặc năm.
    .fix = Thêm “{ $text }” ({ $title })
local-act-without-unit = Số, ký hiệu này tỉnh nào cũng có; cần ghi rõ địa phương ban hành.

## Hiệu lực
replaced-again = { $first }, nay là { $now }
expired-instrument = { $name } đã hết hiệu lực từ { $date }, thay bằng { $by }.
    .ended = { $name } đã hết hiệu lực từ { $date }.
    .unconfirmed = { $name } đã hết hiệu lực từ { $date }, thay bằng { $by }; thông tin chưa được đối chiếu, cần kiểm tra.
    .ended-unconfirmed = { $name } đã hết hiệu lực từ { $date }; thông tin chưa được đối chiếu, cần kiểm tra.
    .undated = { $name } đã hết hiệu lực; danh mục không rõ từ ngày nào, cần kiểm tra.
partly-expired = { $name } đã hết hiệu lực một phần; cần kiểm tra điều khoản được viện dẫn.
not-yet-in-force = { $name } đến { $date } mới có hiệu lực.
suspended-instrument = { $name } đang tạm ngưng hiệu lực theo { $by }.
guidance-of-expired-act = { $name } hướng dẫn { $base }, đã hết hiệu lực từ { $date }; cần kiểm tra có văn bản công bố tiếp tục hiệu lực không.
basis-expired = Căn cứ { $name } đã hết hiệu lực từ { $date }, thay bằng { $by }.
    .ended = Căn cứ { $name } đã hết hiệu lực từ { $date }.
    .unconfirmed = Căn cứ { $name } đã hết hiệu lực từ { $date }, thay bằng { $by }; thông tin chưa được đối chiếu, cần kiểm tra.
    .ended-unconfirmed = Căn cứ { $name } đã hết hiệu lực từ { $date }; thông tin chưa được đối chiếu, cần kiểm tra.
    .undated = Căn cứ { $name } đã hết hiệu lực; danh mục không rõ từ ngày nào, cần kiểm tra.
basis-rank = { $kind } không thể là căn cứ của { $own }: căn cứ phải là văn bản quy phạm pháp luật có hiệu lực pháp lý cao hơn.
amendment-not-mentioned = { $name } đã được sửa đổi, bổ sung bởi { $list }.
    .fix = Ghi thêm văn bản sửa đổi, bổ sung
amend-wrong-issuer = { $own } không sửa đổi, bổ sung, bãi bỏ được { $kind }, là văn bản có hiệu lực pháp lý cao hơn.
amend-target-expired = { $name } được sửa đổi ở đây đã hết hiệu lực từ { $date }.
effective-too-early = { $own } có hiệu lực từ { $from }, sớm hơn { $days } ngày kể từ ngày ký { $signed }; chỉ được như vậy khi theo trình tự, thủ tục rút gọn hoặc trong trường hợp đặc biệt (Điều 53 Luật Ban hành văn bản quy phạm pháp luật năm 2025).

## Cơ quan
type-issuer-incompetent = { $issuer } không có thẩm quyền ban hành { $kind }.
ordinance-of-assembly = Pháp lệnh do Ủy ban Thường vụ Quốc hội ban hành, không phải Quốc hội.
type-not-normative-then = Năm { $year }, { $kind } của { $issuer } không phải là văn bản quy phạm pháp luật nên số, ký hiệu không có năm; cần kiểm tra.
joint-circular-after-2016 = Từ 01/7/2016 các bộ, cơ quan ngang bộ không ban hành thông tư liên tịch với nhau.
abolished-agency-number = { $agency } không còn từ { $date }, không thể ban hành { $number }.
    .unconfirmed = { $agency } không còn từ { $date }, khó có thể ban hành { $number }; cần kiểm tra.
abolished-agency-duty = { $agency } không còn từ { $date }; chức năng chuyển sang { $successors }.
    .ended = { $agency } không còn từ { $date }.
    .unconfirmed = { $agency } không còn từ { $date }; chức năng chuyển sang { $successors }; cần kiểm tra.
merged-province = { $old } đã sáp nhập vào { $new } từ { $date }.
district-level-abolished = Từ 01/7/2025 không còn cấp huyện; cần xác định cơ quan cấp tỉnh hoặc cấp xã thực hiện.
agency-name-variant = Tên chính thức là “{ $expected }”, không viết “{ $seen }”.

## Cấu trúc của văn bản được viện dẫn
no-such-article = { $name } có { $count } điều; không có Điều { $article }.
    .unconfirmed = { $name } theo danh mục có { $count } điều, không có Điều { $article }; cần kiểm tra.
no-such-clause = Điều { $article } của { $name } không có khoản { $clause }.
no-such-point = Khoản { $clause } Điều { $article } của { $name } không có điểm { $point }.
amended-provision-missing = { $name } có { $count } điều, không có { $path } để sửa đổi, bổ sung.
    .unconfirmed = { $name } theo danh mục có { $count } điều, không có { $path } để sửa đổi, bổ sung; cần kiểm tra.

## Căn cứ ban hành
basis-not-own-line = Mỗi căn cứ trình bày thành một dòng riêng.
    .fix = Xuống dòng trước căn cứ này
basis-punctuation = Cuối dòng căn cứ này phải là dấu “{ $mark }”.
    .fix = Đặt dấu “{ $mark }”
basis-bullet = Văn bản của Nhà nước không gạch đầu dòng trước “Căn cứ”.
    .fix = Bỏ dấu đầu dòng
basis-colon = Sau “Căn cứ” không có dấu hai chấm.
    .fix = Bỏ dấu hai chấm
basis-order = Luật đứng trước văn bản có hiệu lực pháp lý thấp hơn, sau các căn cứ về thẩm quyền.
    .fix = Sắp xếp lại các căn cứ
basis-duplicate = Căn cứ này đã nêu ở trên.
    .fix = Bỏ căn cứ bị trùng
    .related = Lần nêu đầu tiên
basis-vague = Căn cứ phải nêu văn bản cụ thể.
basis-vbhn-alone = Văn bản hợp nhất không tự mình làm căn cứ; ghi văn bản được hợp nhất, rồi đặt văn bản hợp nhất trong ngoặc đơn.
amending-act-alone = Đây là văn bản sửa đổi, bổ sung; cần viện dẫn cả { $base }.
    .fix = Ghi thêm { $base }

## Cách viện dẫn
first-citation-incomplete = Lần viện dẫn đầu tiên thiếu { $parts }.
    .date = thời gian ban hành
    .issuer = cơ quan ban hành
    .title = trích yếu
    .fix = Ghi đủ theo danh mục
later-citation-too-long = Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu.
    .fix = Rút gọn
law-number-in-administrative = Trong văn bản hành chính, luật và pháp lệnh chỉ ghi tên; ở phần căn cứ ghi thêm ngày.
    .fix = Bỏ số, ký hiệu
law-without-year-normative = Viện dẫn { $name } phải kèm năm ban hành.
issuer-abbreviated-first = Lần đầu viện dẫn không viết tắt tên cơ quan: “{ $expected }”, không phải “{ $seen }”.
vague-repeal = Phải liệt kê cụ thể văn bản, điều, khoản bị bãi bỏ.

## Chú thích của người soạn
unused-suppression = Ở dòng sau không có nhận xét “{ $code }” nào để bỏ qua; nên bỏ mã này khỏi chú thích.
    .all = Ở dòng sau không có nhận xét nào để bỏ qua; nên bỏ chú thích này.
    .file = Tài liệu không có nhận xét nào để bỏ qua; nên bỏ chú thích này.
    .unknown = Không có quy tắc “{ $code }”; xem các mã bằng `viendan rules`.
