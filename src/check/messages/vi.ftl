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
unexpected-year = { $kind } không ghi năm trong số, ký hiệu.
two-digit-year = Năm trong số, ký hiệu phải đủ bốn chữ số: { $expected }, không phải { $seen }.
year-out-of-range = { $seen } không thể là năm ban hành.
duplicated-part = “{ $seen }” bị lặp trong số, ký hiệu.
truncated-symbol = Không có cơ quan nào mang ký hiệu “{ $seen }”; có thể là “{ $expected }”.
year-last = Năm đứng sau số và trước ký hiệu: { $number }.
leading-zero-number = Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: { $expected }.
padded-number = Không thêm quá một số 0 phía trước: { $expected }.
ocr-confusion = Có chữ “{ $seen }” giữa các chữ số; có thể là “{ $expected }”.
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
    .fix = Đánh số lại từ { $expected }
    .related = Đơn vị đứng trước
short-name-redefined = “{ $term }” đã được dùng để gọi { $first }, ở đây lại gọi { $second }.
    .related = Lần đặt tên đầu tiên
