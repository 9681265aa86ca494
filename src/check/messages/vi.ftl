# Thông điệp dùng chung của các quy tắc. Thông điệp của từng quy tắc nằm trong trang của nó (check/rules).

write = Sửa thành “{ $text }”
replaced-again = { $first }, nay là { $now }
