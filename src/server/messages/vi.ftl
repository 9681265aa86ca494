too-big = Văn bản dài { $size } MiB, vượt giới hạn { $limit } MiB; viendan không kiểm tra. Hãy tách văn bản thành nhiều tệp.
settings-problem = Thiết lập viendan ({ $place }): { $cause }. Các thiết lập khác vẫn có hiệu lực.
file-unreadable = Không đọc được { $place }: { $cause }. viendan dùng các thiết lập khác.
catalogue-problem = Danh mục văn bản: { $cause }. viendan tiếp tục làm việc với phần đọc được.
fix-all = Sửa tất cả lỗi có cách sửa chắc chắn
library-problem = Kho văn bản: { $count } tệp hoặc thư mục không dùng được và bị bỏ qua: { $causes }
library-progress = viendan: đọc kho văn bản
