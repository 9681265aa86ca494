# Lời của chương trình bằng tiếng Việt, trừ thông điệp của các quy tắc (rules.vi.ftl). Phần đầu của khóa cho biết nơi
# dùng: ide, server, cli, settings, error, page.

## Thẻ và gợi ý
# Hiệu lực
ide-in-force = Còn hiệu lực
ide-in-force-on = **Còn hiệu lực** vào ngày { $day }
ide-partly-expired = hết hiệu lực một phần
ide-partly-expired-on = **Hết hiệu lực một phần** (xét vào ngày { $day })
ide-expired = hết hiệu lực
ide-expired-since = **Hết hiệu lực từ { $date }**
ide-expired-undated = **Hết hiệu lực** (chưa rõ từ ngày nào)
ide-replaced = thay bằng { $by }
ide-not-yet = chưa có hiệu lực
ide-not-yet-until = **Chưa có hiệu lực**, có hiệu lực từ { $date }
ide-suspended = ngưng hiệu lực
ide-suspended-card = **Ngưng hiệu lực**
ide-suspended-by = theo { $by }
ide-unknown-status = chưa rõ hiệu lực
ide-unknown-status-card = **Chưa rõ hiệu lực**
# Ngày, tháng
ide-issued = ban hành { $date }
ide-issued-year = ban hành năm { $year }
ide-effective = hiệu lực { $date }
ide-signed-by = người ký: { $name }
# Tóm tắt
ide-facts-only = Danh mục chưa có tóm tắt; sau đây là dữ kiện đã biết.
ide-facts-field = Lĩnh vực: { $field }.
ide-facts-amends = Sửa đổi, bổ sung { $list }.
ide-facts-guides = Hướng dẫn { $list }.
ide-contents = Nội dung chính:
ide-contents-of = Văn bản gồm { $size }:
ide-more-chapters = và { $count } chương nữa
ide-more-articles = và { $count } điều nữa
ide-more-sections = và { $count } mục nữa
ide-official-page = Trang chính thức
ide-since = Sau ngày của văn bản này: { $list }.
ide-amended-since = được sửa đổi, bổ sung bởi { $list }
ide-ended-since = hết hiệu lực từ { $date }
ide-ended-since-by = hết hiệu lực từ { $date }, thay bằng { $by }
ide-said-here = Theo chính câu này: { $list }
ide-in-instrument = Thuộc { $instrument }
ide-unit-in-force = { $unit } còn hiệu lực vào ngày { $day }; danh mục không ghi nhận sửa đổi nào.
ide-unit-amended = { $unit } được sửa đổi, bổ sung bởi { $by } từ { $date }
ide-unit-amended-undated = { $unit } được sửa đổi, bổ sung bởi { $by }
ide-unit-repealed = { $unit } bị bãi bỏ bởi { $by } từ { $date }
ide-unit-repealed-undated = { $unit } bị bãi bỏ bởi { $by }
ide-unit-perhaps-amended = Văn bản đã được sửa đổi, bổ sung bởi { $list }; danh mục chưa ghi rõ có sửa { $unit } hay không.
ide-articles = { $count } điều
ide-chapters = { $count } chương
# Quan hệ
ide-replaces = thay thế { $list }
ide-replaced-by = được thay thế bởi { $list }
ide-amends = sửa đổi, bổ sung { $list }
ide-amended-by = được sửa đổi, bổ sung bởi { $list }
ide-repeals = bãi bỏ { $list }
ide-repealed-by = bị bãi bỏ bởi { $list }
ide-guides = hướng dẫn { $list }
ide-guided-by = được hướng dẫn bởi { $list }
ide-consolidates = hợp nhất { $list }
ide-corrects = đính chính { $list }
ide-suspends = ngưng hiệu lực của { $list }
ide-suspended-by-list = bị ngưng hiệu lực bởi { $list }
ide-and-more = và { $count } văn bản khác
# Nguồn
ide-source = Nguồn: { $source }
ide-source-unknown = Nguồn: danh mục
ide-as-of = tình trạng hiệu lực biết đến ngày { $date }
ide-checked = đã đối chiếu { $list }
ide-unchecked = Chưa đối chiếu: { $list }
ide-field-number = số
ide-field-title = tên
ide-field-issued = ngày ban hành
ide-field-effective = ngày hiệu lực
ide-field-status = tình trạng hiệu lực
# Điều, khoản
ide-as-issued = _Văn bản này đã được sửa đổi, bổ sung bởi { $by }; lời văn trên là của bản ban hành ban đầu._
ide-no-text = Danh mục chưa có nội dung của { $unit }.
ide-no-such-article = **Không có Điều { $label }**: { $name } có { $count } điều.
ide-no-such-article-unchecked = Theo số liệu chưa đối chiếu, { $name } có { $count } điều; cần kiểm tra Điều { $label }.
ide-part-of = Trong { $unit }:
ide-of-this = { $unit } của văn bản này
ide-no-unit-here = Văn bản này không có { $unit }.
ide-of-quoted = Của văn bản được trích dẫn.
ide-of-unknown = Câu này chưa cho biết thuộc văn bản nào.
# Không rõ, không có
ide-ambiguous = Có { $count } văn bản mang số { $number }
ide-ambiguous-name = Có { $count } văn bản tên { $number }
ide-ambiguous-step = Ghi thêm ngày hoặc năm ban hành để biết là văn bản nào.
ide-no-year = không rõ năm
ide-not-found = **Không có trong danh mục**
ide-known-of-series = đã biết { $known } trên { $highest } văn bản của dãy { $series }
ide-known-of-years = danh mục có { $known } văn bản mang ký hiệu { $series }, đánh số lại từ đầu mỗi năm
ide-uncovered = danh mục chưa phủ loại văn bản này
ide-by-number = Theo ký hiệu: { $list }
ide-near = Gần giống:
ide-own-number = Số của chính văn bản này
# Cơ quan
ide-code = mã { $codes }
ide-head-of-body = đứng đầu: { $head }
ide-belongs-to = thuộc { $parent }
ide-period-from = từ { $from }
ide-period-until = đến { $to }
ide-period = từ { $from } đến { $to }
ide-existing = **Đang hoạt động** vào ngày { $day }
ide-existing-since = **Đang hoạt động** vào ngày { $day } (từ { $from })
ide-existed-until = **Không còn từ { $date }**
ide-starts-on = **Hoạt động từ { $date }**
ide-by-decision = theo { $number }
ide-successors = kế thừa: { $list }
ide-successors-many = Chức năng được chia; chọn cơ quan kế thừa theo lĩnh vực.
ide-predecessors = tiền thân: { $list }
ide-earlier-name = Cơ quan cùng tên trước đây: { $period }
ide-office-of = Người đứng đầu { $body }
ide-deputy-of = Cấp phó của người đứng đầu { $body }
ide-part-of-body = Thuộc { $body }
ide-agency-unchecked = Thời gian hoạt động chưa đối chiếu.
ide-local-body = Cơ quan của địa phương
ide-place-now = { $place }: từ { $from }
ide-place-merged-from = hợp nhất từ { $list }
ide-place-ended = { $place } không còn từ { $date }
ide-place-into = sáp nhập vào { $list }
ide-body-ended = Loại cơ quan này không còn từ { $date }.
# Gợi ý
ide-succeeds = kế thừa { $body } từ { $date }
ide-until = đến { $date }
ide-by-form = theo mẫu số hiệu; chưa có trong danh mục
ide-this-draft = văn bản này
ide-short-name = tên gọi tắt trong văn bản này
ide-first-citation = viện dẫn lần đầu
ide-cited-here = đã viện dẫn trong văn bản này
ide-effective-from = hiệu lực { $date }

# Việc làm được tại một chỗ
ide-action-renumber = Đánh số lại từ { $unit }
ide-action-insert-article = Chèn một điều sau { $unit }
ide-action-insert-clause = Chèn một khoản sau { $unit }
ide-action-insert-point = Chèn một điểm sau { $unit }
ide-action-expand = Viết đầy đủ viện dẫn này
ide-action-shorten = Rút gọn viện dẫn này
ide-action-date = Ghi thêm ngày ban hành
ide-action-short-name = Thêm tên gọi tắt
ide-action-successor = Thay bằng văn bản thay thế: { $by }
ide-action-sort-basis = Sắp xếp các căn cứ theo thứ bậc và ngày ban hành
# Dòng phía trên điều và phần đầu văn bản
ide-lens-referred = được viện dẫn { $count } lần trong văn bản này
ide-lens-cites = viện dẫn { $count } văn bản
ide-lens-amended = được sửa đổi, bổ sung bởi { $count } văn bản
# Danh mục văn bản được viện dẫn
ide-report-title = Danh mục văn bản được viện dẫn
ide-report-none = Văn bản này không viện dẫn văn bản nào.
ide-report-number = STT
ide-report-instrument = Văn bản
ide-report-name = Tên gọi
ide-report-status = Hiệu lực
ide-report-count = Số lần
ide-report-lines = Dòng

## Máy chủ
server-too-big = Văn bản dài { $size } MiB, vượt giới hạn { $limit } MiB; viendan không kiểm tra. Hãy tách văn bản thành nhiều tệp.
server-settings-problem = Thiết lập viendan ({ $place }): { $cause }. Các thiết lập khác vẫn có hiệu lực.
server-file-unreadable = Không đọc được { $place }: { $cause }. viendan dùng các thiết lập khác.
server-catalogue-problem = Danh mục văn bản: { $cause }. viendan tiếp tục làm việc với phần đọc được.
server-fix-all = Sửa tất cả lỗi có cách sửa chắc chắn
server-library-problem = Kho văn bản: { $count } tệp hoặc thư mục không dùng được và bị bỏ qua: { $causes }
server-library-progress = viendan: đọc kho văn bản
server-fix-all-of-rule = Sửa tất cả lỗi “{ $code }” trong văn bản này
server-ignore-line = Bỏ qua “{ $code }” ở dòng này
server-ignore-number = Luôn bỏ qua { $number } (ghi vào viendan.toml)
server-rule-off = Tắt quy tắc “{ $code }” trong viendan.toml
server-rule-page = Xem giải thích quy tắc “{ $code }”
server-add-to-catalogue = Thêm { $number } vào danh mục của nhóm
server-no-label = “{ $label }” không phải là số thứ tự hợp lệ của { $word }
server-label-taken = Đã có { $unit }; hãy chọn số khác hoặc dùng “Đánh số lại từ đây”
server-name-empty = Tên gọi tắt không được để trống
server-nothing-to-rename = Ở đây không có điều, khoản, điểm hoặc tên gọi tắt để đổi
server-no-folder = Văn bản này không nằm trong thư mục nào đang mở, nên không có viendan.toml để ghi
server-file-unwritable = Không ghi được { $place }: { $cause }
server-unknown-command = Không có lệnh này: { $command }
server-wrong-arguments = Lệnh { $command } thiếu hoặc sai tham số
server-not-open = Văn bản này chưa được mở
server-checked = viendan đã kiểm tra { $files } văn bản: { $findings } phát hiện ({ $errors } lỗi, { $warnings } cảnh báo)
server-check-progress = viendan: kiểm tra các văn bản

## Từ chung
word-and = và
severity-error = lỗi
severity-warning = cảnh báo
severity-information = thông tin
severity-hint = gợi ý

## Thiết lập
settings-unknown = `{ $key }`: không có thiết lập này
settings-unknown-near = `{ $key }`: không có thiết lập này; ý bạn là `{ $near }`?
settings-wrong-value = `{ $key }`: không dùng được giá trị { $value }; cần: { $expected }
settings-no-object = cần một đối tượng JSON
settings-unreadable = không đọc được: { $cause }
settings-not-toml = { $line }:{ $column }: không đúng cú pháp TOML: { $cause }

## Trang của quy tắc
page-severity = Mức
page-unconfirmed = cần kiểm tra
page-source = Căn cứ
page-wrong = Sai
page-right = Đúng
page-fix = Cách sửa
page-turn-off = Để tắt quy tắc này trong một thư mục, ghi vào

## Lỗi khi đọc, ghi tệp
error-io-not-found = không có tệp hoặc thư mục này
error-io-permission = không có quyền truy cập
error-io-no-folder = không phải là thư mục
error-io-folder = là thư mục, không phải tệp
error-io-full = ổ đĩa đã đầy
error-loop = liên kết trỏ ngược về { $ancestor }, thư mục chứa nó
error-not-utf8 = không phải UTF-8 (có vẻ là { $guess }); hãy chuyển sang UTF-8
error-too-many-files = có quá nhiều tệp và thư mục; phần sau { $entries } mục đầu không được đọc
error-too-large = quá lớn ({ $size } MiB)
error-word-other-archive = không phải tài liệu Word .docx (là tệp nén khác)
error-word-old = là định dạng Word cũ (.doc); hãy lưu lại thành .docx
error-word-password = được bảo vệ bằng mật khẩu
error-word-damaged = tệp Word hỏng: { $cause }
error-word-too-large = giải nén ra quá lớn: { $part }
error-no-data-folder = không tìm thấy thư mục dữ liệu của người dùng

## Dòng lệnh
cli-check-fault = chưa kiểm tra được do lỗi của viendan; xin báo lỗi kèm tài liệu này
cli-fix-changed = đã bị thay đổi trong lúc đang sửa nên được giữ nguyên; hãy chạy lại `viendan fix`
cli-fix-word = không sửa trực tiếp tệp Word; hãy sửa trong Word theo kết quả của `viendan check`
cli-report-paragraph = đoạn { $paragraph }, ký tự { $character }
cli-report-fix = sửa
cli-report-nothing = không có gì cần nêu
cli-report-summary = Đã đọc { $documents } tài liệu, { $references } viện dẫn: { $found }.
cli-rules-unknown = không có quy tắc: { $code }
cli-rules-pages = { $count } trang đã ghi vào { $place }

cli-stats-head = { $documents } tài liệu, { $bytes } byte
cli-stats-kind-number = số, ký hiệu
cli-stats-kind-name = tên văn bản
cli-stats-kind-provision = điểm, khoản, Điều
cli-stats-kind-agency = cơ quan
cli-stats-unmarked = Chuỗi dạng số/CHỮ HOA không được nhận ra, theo ký hiệu:
cli-stats-references = Viện dẫn văn bản của trung ương, tỷ lệ xác định được đúng một văn bản:
cli-stats-all = tất cả
cli-stats-known = xác định
cli-stats-ambiguous = chưa rõ
cli-stats-unknown = không có
cli-stats-uncovered = chưa phủ
cli-stats-no-year = không nêu năm
cli-stats-until = đến { $year }
cli-stats-unresolved = Thường gặp nhất trong số chưa xác định được:
cli-stats-assembly = Luật, nghị quyết của Quốc hội
cli-stats-old-numbers = số kiểu cũ
cli-stats-other-type = khác
cli-stats-by-name = { $type } (theo tên)
cli-stats-other-name = tên gọi khác

cli-search-nothing = Không tìm thấy văn bản nào cho “{ $words }”.
cli-show-several = Có { $count } văn bản mang số hoặc tên này:
cli-show-missing = Không có “{ $what }” trong danh mục.
cli-show-coverage = Danh mục biết { $known } số của { $series }, số lớn nhất là { $highest }.
cli-show-uncovered = Danh mục chưa phủ loại văn bản này.
cli-show-near = Có thể là:
cli-show-unconfirmed = chưa đối chiếu
cli-show-issuer = Cơ quan
cli-show-issued = Ban hành
cli-show-year = năm { $year }
cli-show-effective = Hiệu lực từ
cli-show-expired = Hết hiệu lực
cli-show-as-of = Biết đến ngày
cli-show-signer = Người ký
cli-show-field = Lĩnh vực
cli-show-aliases = Tên gọi khác
cli-show-size = Quy mô
cli-show-cited = Được dẫn
cli-show-times = { $count } lần
cli-show-url = Địa chỉ
cli-show-source = Nguồn
cli-show-headings = Các điều đã biết tiêu đề: { $count }
cli-show-since = từ { $date }
cli-show-more = và { $count } văn bản khác ({ $relation })
cli-relation-replaced-by = Thay thế bởi
cli-relation-repealed-by = Bãi bỏ bởi
cli-relation-amended-by = Sửa đổi bởi
cli-relation-suspended-by = Ngưng hiệu lực bởi
cli-relation-replaces = Thay thế
cli-relation-repeals = Bãi bỏ
cli-relation-amends = Sửa đổi
cli-relation-suspends = Ngưng hiệu lực
cli-relation-corrects = Đính chính
cli-relation-consolidates = Hợp nhất
cli-relation-guides = Hướng dẫn
cli-relation-guided-by = Được hướng dẫn bởi
cli-status-on = { $status } vào ngày { $day }
cli-status-in-force = Còn hiệu lực
cli-status-partly-expired = Hết hiệu lực một phần
cli-status-expired = Hết hiệu lực
cli-status-expired-since = Hết hiệu lực từ { $date }
cli-status-not-yet = Chưa có hiệu lực, có từ { $date }
cli-status-suspended = Ngưng hiệu lực
cli-status-suspended-by = Ngưng hiệu lực theo { $by }
cli-status-unknown = Chưa rõ hiệu lực

cli-info-memory = trong bộ nhớ
cli-info-catalogue = Danh mục
cli-info-instruments = văn bản
cli-info-with-status = có tình trạng hiệu lực
cli-info-with-articles = có số điều
cli-info-with-summary = có tóm tắt
cli-info-relations = quan hệ
cli-info-provisions = tiêu đề điều, mục
cli-info-by-type = Theo loại
cli-info-as-of = Tình trạng hiệu lực biết đến ngày { $date }
cli-info-newest = Văn bản mới nhất của từng ký hiệu
cli-info-series = Các dãy số biết nhiều nhất (đã biết / số lớn nhất)

cli-verify-year = Ngày ban hành không thuộc năm của số
cli-verify-number = Số không thể có
cli-verify-effective-before-issue = Có hiệu lực trước ngày ban hành
cli-verify-end-before-beginning = Hết hiệu lực trước khi có hiệu lực
cli-verify-order = Ngày ban hành lệch thứ tự của số
cli-verify-target-impossible = Quan hệ với số không thể có
cli-verify-target-unknown = Quan hệ với văn bản chưa có trong danh mục
cli-verify-changed-by-earlier = Bị văn bản ban hành trước đó sửa đổi, thay thế
cli-verify-changed-by-lower = Bị văn bản cấp dưới sửa đổi, thay thế
cli-verify-one-sided = Quan hệ chỉ ghi ở một phía
cli-verify-end-unknown = Đã bị thay thế, bãi bỏ nhưng chưa ghi hết hiệu lực
cli-verify-status = Tình trạng hiệu lực trái với ngày
cli-verify-title-unbalanced = Trích yếu thiếu ngoặc
cli-verify-title-cut = Trích yếu bị cắt
cli-verify-title-misspelt = Trích yếu có từ sai chính tả
cli-verify-symbol = Ký hiệu của cơ quan không tồn tại vào ngày ban hành
cli-verify-person = Văn bản về cá nhân, vụ việc
cli-verify-counts = { $records } văn bản, { $faults } điểm bất thường, { $explained } ngoại lệ đã có lý do.
cli-verify-notice = để biết
cli-preview-columns = Cột hiểu được: { $list }
cli-preview-ignored = Cột bỏ qua: { $list }
cli-preview-counts = { $taken } dòng sẽ nhập, { $left } dòng bỏ qua
cli-preview-left-out = { $count } dòng (dòng đầu tiên: { $line }): { $cause }
cli-preview-relations = Bảng quan hệ giữa các văn bản: nhập cùng bảng văn bản trong một lệnh
cli-preview-none = Chưa ghi gì: đây là bản chạy thử.
cli-import-repaired = Danh mục cũ không dùng được ({ $cause }), đã để riêng tại { $aside }; lấy lại { $saved } văn bản.
cli-import-counts = { $new } mới, { $changed } thay đổi, { $unchanged } như cũ, { $contradictory } mâu thuẫn, { $refused } bị từ chối.
cli-import-more = và { $count } dòng khác
cli-import-contradiction = { $label } khác với trước: { $fields }
cli-import-unreadable = không đọc được: { $cause }

cli-add-articles-unknown = chưa rõ số điều (văn bản có thể không đủ)
cli-add-clauses = { $count } khoản
cli-add-relations = { $count } quan hệ
cli-add-counts = { $known } văn bản đã đọc, { $refused } tệp hoặc thư mục bị bỏ qua.

cli-harvest-counts = { $documents } tài liệu nói đến { $instruments } văn bản: { $new } mới, { $known } đã biết, trong đó { $contradicted } có mâu thuẫn.
cli-harvest-filled = bổ sung { $field }: { $count }
cli-harvest-differing = khác { $field }: { $count } (trong đó { $confirmed } trái với dữ kiện đã đối chiếu)
cli-harvest-new = Mới, được dẫn nhiều nhất:
cli-harvest-documents = { $count } tài liệu
cli-harvest-contradictions = Mâu thuẫn, được dẫn nhiều nhất:
cli-harvest-against = { $value } ({ $given }/{ $all } phiếu), danh mục: { $known }
cli-harvest-against-unconfirmed = { $value } ({ $given }/{ $all } phiếu), danh mục: { $known }, chưa đối chiếu

## Danh mục không đọc được
error-repaired = { $cause }; tệp cũ để tại { $aside }, đã lấy lại { $saved } văn bản
error-format-not-a-catalogue = không phải là danh mục của viendan
error-format-other-version = danh mục thuộc phiên bản khác của viendan
error-format-truncated = tệp bị cắt ngắn
error-format-damaged = cơ sở dữ liệu hỏng: { $cause }
error-format-read-only = danh mục chỉ để đọc
error-format-cannot-quarantine = tệp hỏng không đổi tên được
error-format-unknown = chỉ đọc được .jsonl, .json, .csv (kể cả nén .gz, .zst), .parquet và .sqlite
error-format-table = không đọc được bảng: { $cause }
error-format-missing-columns = dòng đầu phải là tên cột, trong đó có number hoặc name
error-format-unreadable-columns = dòng 1: { $cause }
error-record-number = số “{ $value }” không đọc được
error-record-type = loại văn bản “{ $value }” không có
error-record-type-missing = thiếu loại văn bản (type)
error-record-date = { $field }: “{ $value }” không phải là ngày YYYY-MM-DD
error-record-expired-first = expired trước effective
error-record-status = tình trạng “{ $value }” không có
error-record-relation = quan hệ “{ $value }” không có
error-record-relation-form = relations: “{ $value }” không phải là một quan hệ và một số
error-record-nameless = thiếu cả số (number) và tên (name)
error-record-no-number = { $field }: “{ $value }” không phải là số
error-record-line-too-long = dòng quá dài
error-record-open-quotation = dấu ngoặc kép không được đóng
error-record-not-utf8 = không phải là UTF-8
error-record-circular = quan hệ { $kind } { $target } tạo thành vòng tròn, bỏ qua quan hệ này
error-text-no-number = không nhận ra số, ký hiệu ở phần đầu văn bản
error-text-no-type = không nhận ra loại văn bản của số { $number }
error-text-no-date = không nhận ra ngày ban hành của số { $number }
error-record-zip-bomb = tệp nén nở ra quá lớn, có thể là bom nén; phần còn lại không đọc

## Dùng chung cho các quy tắc
write = Sửa thành “{ $text }”
replaced-again = { $first }, nay là { $now }
