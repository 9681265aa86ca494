//! Runs whose instrument was named in another sentence before, and whose document has no such unit itself.

use super::notation::reads;

#[test]
fn a_unit_named_above_is_of_the_last_run_that_has_it() {
    reads([
        "⟦§ Khoản 2 Điều 125 → khoản 2 Điều 125 · Bộ luật Lao động⟧ ⟦Bộ luật Lao động năm 2019 → Bộ luật Lao động · 2019⟧ quy định sa thải. Căn cứ ⟦§ khoản 2 · Bộ luật Lao động⟧ nêu trên, công ty được sa thải.",
        "Theo ⟦§ Điều 56 · Luật Hôn nhân và gia đình⟧ ⟦Luật Hôn nhân và gia đình⟧, Tòa án giải quyết ly hôn.\nĐối chiếu ⟦§ Điều 56 · Luật Hôn nhân và gia đình⟧ nói trên, yêu cầu có căn cứ.",
        "⟦§ Điểm c khoản 1 Điều 8 → điểm c khoản 1 Điều 8 · 45/2022/NĐ-CP⟧ Nghị định số ⟦# 45/2022/NĐ-CP⟧ phạt hành vi xả thải. Mức ở ⟦§ điểm c · 45/2022/NĐ-CP⟧ vừa nêu áp dụng cho cá nhân.",
        "Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧.\n\nTheo ⟦§ Điều 12 · Luật Thú y⟧ ⟦Luật Thú y⟧.\n\nĐối chiếu ⟦§ Điều 9 · Luật Giá⟧ nêu trên thì đúng.",
        "Điều 1. Phạm vi\n1. Tờ khai.\n2. Trừ ⟦§ khoản 1 · this⟧ nêu trên.\n",
        // Nothing has it.
        "Theo ⟦§ khoản 1 Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧. Căn cứ ⟦§ khoản 7 · unknown⟧ nêu trên.",
        // An article may have the clause.
        "Theo ⟦§ Điều 13 · Bộ luật Lao động⟧ ⟦Bộ luật Lao động năm 2019 → Bộ luật Lao động · 2019⟧:\n1. Hợp đồng là sự thỏa thuận.\nChiếu theo ⟦§ khoản 1 · Bộ luật Lao động⟧ nêu trên thì đúng.",
    ]);
}

#[test]
fn a_bare_article_is_of_the_law_with_which_it_was_cited() {
    reads([
        "Hộ kinh doanh kê khai theo ⟦§ Điều 51 · Luật Quản lý thuế⟧ ⟦Luật Quản lý thuế 2019 → Luật Quản lý thuế · 2019⟧.\n\nMức khoán tại ⟦§ Điều 51 · Luật Quản lý thuế⟧ được xác định theo năm.",
        "⟦§ Điều 98 · Bộ luật Lao động⟧ ⟦Bộ luật Lao động 2019 → Bộ luật Lao động · 2019⟧ quy định tiền lương làm thêm.\n\nNgoài Nghị định ⟦# 145/2020/NĐ-CP⟧ về điều kiện lao động, người làm ca đêm còn được trả thêm theo ⟦§ khoản 2 Điều 98 · Bộ luật Lao động⟧.",
        "Tài sản chung theo ⟦§ Điều 33 · Luật Hôn nhân và gia đình⟧ ⟦Luật Hôn nhân và gia đình⟧.\n\nNếu không chứng minh được (⟦§ Điều 33 · Luật Hôn nhân và gia đình⟧), đó là tài sản chung.",
        "Xem ⟦§ khoản 1 Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧. Còn ⟦§ khoản 4 Điều 9 · Luật Giá⟧ thì khác.",
        "Xem ⟦§ Điều 9, Điều 10 → Điều 9 | Điều 10 · Luật Giá⟧ ⟦Luật Giá⟧. Cả ⟦§ Điều 9 và Điều 10 → Điều 9 | Điều 10 · Luật Giá⟧ đều cần.",
        // Two laws have been cited with it; a text with articles.
        "Xem ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧ và ⟦§ Điều 9 · Luật Thú y⟧ ⟦Luật Thú y⟧. Còn ⟦§ Điều 9 · unknown⟧ thì khác.",
        "Điều 1. Phạm vi\n1. Xem ⟦§ Điều 2 · Luật Giá⟧ ⟦Luật Giá⟧. Còn ⟦§ Điều 2 · this⟧ thì khác.\n\nĐiều 2. Hiệu lực\n",
    ]);
}

#[test]
fn a_bare_article_is_of_the_law_that_the_paragraph_is_about() {
    reads([
        "Theo ⟦§ Điều 56 · Luật Hôn nhân và gia đình⟧ ⟦Luật Hôn nhân và gia đình⟧ thì có căn cứ. Về con chung: áp dụng các ⟦§ Điều 81, 82 → Điều 81 | Điều 82 · Luật Hôn nhân và gia đình⟧.\n\nÁn phí theo ⟦§ Điều 27 · 326/2016/UBTVQH14⟧ Nghị quyết ⟦# 326/2016/UBTVQH14⟧.",
        "Nghị định ⟦# 123/2020/NĐ-CP⟧ quy định về hóa đơn. Theo đó, tại ⟦§ Điều 9 · 123/2020/NĐ-CP⟧ nêu thời điểm. ⟦§ Điều 10 · 123/2020/NĐ-CP⟧ nêu nội dung.",
        "⟦Luật Việc làm 2013 → Luật Việc làm · 2013⟧ đã thay đổi.\n\nCụ thể, ⟦§ Điều 49 · Luật Việc làm⟧ nêu điều kiện.",
        "Trả lời:\n- Tại ⟦§ khoản 1 Điều 3 · 78/2014/TT-BTC⟧ Thông tư số ⟦# 78/2014/TT-BTC⟧ quy định về doanh thu;\n- Tại ⟦§ khoản 2 · 78/2014/TT-BTC⟧ nêu rõ chi phí.",
        // The only act whose provisions the text has cited.
        "Quyền tác giả theo ⟦§ Điều 18 · Luật Sở hữu trí tuệ⟧ ⟦Luật Sở hữu trí tuệ⟧.\n\nQuyền nhân thân (⟦§ Điều 19 · Luật Sở hữu trí tuệ⟧) gồm bốn quyền.",
        // Two acts; another one has been named since.
        "Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧ và ⟦§ Điều 12 · Luật Thú y⟧ ⟦Luật Thú y⟧. Mức phạt ở ⟦§ Điều 30 · unknown⟧.",
        "Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧.\n\nTheo ⟦§ Điều 12 · Luật Thú y⟧ ⟦Luật Thú y⟧.\n\nMức phạt ở ⟦§ Điều 30 · unknown⟧.",
    ]);
}

#[test]
fn a_bill_is_no_instrument() {
    reads([
        "Theo ⟦§ Điều 5 · Luật Giá⟧ ⟦Luật Giá⟧. ⟦§ Khoản 2 Điều 12 → khoản 2 Điều 12 · unknown⟧ dự thảo Luật quy định khác; ⟦§ Điều 13 · unknown⟧ quy định về an toàn.",
        "Góp ý ⟦§ khoản 1 Điều 7 · Luật Việc làm⟧ của dự thảo ⟦Luật Việc làm⟧ (sửa đổi).",
        "Về ưu đãi (các ⟦§ Điều 28, 29 → Điều 28 | Điều 29 · unknown⟧ của dự thảo Nghị định): bổ sung đối tượng.",
    ]);
}

#[test]
fn a_type_word_alone_is_the_only_act_of_the_type() {
    reads([
        "KẾ HOẠCH\nTriển khai ⟦Luật Tiếp cận thông tin⟧\n\nCông khai thông tin theo ⟦§ khoản 1 Điều 17 · Luật Tiếp cận thông tin⟧ của Luật.",
        "So ⟦Luật Giá⟧ với ⟦Luật Thú y⟧ thì khác.\n\nCông khai theo ⟦§ Điều 17 · unknown⟧ của Luật.",
        "HỢP ĐỒNG THUÊ NHÀ\n\nĐiều 1. Đối tượng\nBên A cho thuê nhà.\n\nĐiều 2. Giá\nTheo ⟦§ khoản 2 Điều 3 · this⟧ Hợp đồng, Bên B trả tiền; theo ⟦§ Điều 9 · unknown⟧ Hợp đồng xây dựng số 15/HĐ-2024 thì nhà thầu chịu phạt.\n",
    ]);
}

/// Articles between quotation marks or below a sentence that announces them are not those of the text.
#[test]
fn articles_that_a_text_shows_of_another_act() {
    reads([
        "Theo ⟦§ Điều 35 · Bộ luật Lao động⟧ ⟦Bộ luật Lao động 2019 → Bộ luật Lao động · 2019⟧:\n\nĐiều 35. Quyền đơn phương chấm dứt\n1. Báo trước 45 ngày.\n2. Không cần báo trước theo ⟦§ khoản 1 Điều này · quoted⟧.\n\nNhư vậy, theo ⟦§ khoản 1 Điều 35 · Bộ luật Lao động⟧ thì đúng.",
        "Tại ⟦§ Điều 13 · 103/2014/TT-BTC⟧ Thông tư số ⟦# 103/2014/TT-BTC⟧ quy định:\n\n“Điều 12. Đối tượng\n\nĐiều 13. Hồ sơ\n\n1. Tờ khai.”\n\nĐề nghị căn cứ ⟦§ khoản 2 Điều 13 · 103/2014/TT-BTC⟧ để thực hiện.",
        // Its own articles follow.
        "Theo ⟦§ Điều 1 · Luật Giá⟧ ⟦Luật Giá⟧ quy định như sau:\n\nĐiều 1. Phạm vi\n\nĐiều 2. Hồ sơ\nHồ sơ theo ⟦§ Điều 1 · this⟧.",
    ]);
}

/// "Quyết định này" in a letter, "nghị định này" in a newspaper: not the text itself.
#[test]
fn this_act_of_a_text_that_is_none() {
    reads([
        "⟦@ BỘ Y TẾ → Bộ Y tế⟧\nSố: 4102/BYT-PC\nHà Nội, ngày 20 tháng 6 năm 2023\n\nQuyết định số ⟦# 73/2011/QĐ-TTg⟧ còn hiệu lực. Đề nghị thực hiện ⟦§ Điều 2 · 73/2011/QĐ-TTg⟧ của Quyết định này.",
        "⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧ đã có hiệu lực. Theo ⟦§ khoản 3 Điều 159 · Luật Đất đai⟧ của luật này thì khác.",
        "Trả lời: Theo ⟦§ điểm b khoản 1 Điều 2 · Luật Bảo hiểm xã hội⟧ ⟦Luật Bảo hiểm xã hội 2014 → Luật Bảo hiểm xã hội · 2014⟧ thì có.\n\nCăn cứ ⟦§ Điều 85 · Luật Bảo hiểm xã hội⟧ Luật này thì đóng 8%. Theo ⟦§ khoản 3 Điều 85 · Luật Bảo hiểm xã hội⟧ thì không đóng.",
        "Phạt theo ⟦§ Điều 46 · 122/2021/NĐ-CP⟧ Nghị định ⟦# 122/2021/NĐ-CP⟧. Mức này áp dụng với tổ chức (⟦§ điểm c khoản 2 Điều 4 · 122/2021/NĐ-CP⟧ Nghị định này).",
        "Phụ lục I\nDANH MỤC\n(Kèm theo Thông tư số ⟦# 11/2022/TT-BCT⟧)\n\n1. Hàng hóa quy định tại ⟦§ khoản 2 Điều 5 · this⟧ Thông tư này.\n",
        "HỢP ĐỒNG LAO ĐỘNG\n\nĐiều 1. Công việc\nTheo ⟦§ Điều 14 · Bộ luật Lao động⟧ ⟦Bộ luật Lao động⟧. Phụ lục lập theo ⟦§ Điều 22 · Bộ luật Lao động⟧ Bộ luật này.\n",
        "Nghị định ⟦# 168/2024/NĐ-CP⟧ tăng mức phạt. Xem ⟦§ điểm c khoản 7 điều 7 → điểm c khoản 7 Điều 7 · 168/2024/NĐ-CP⟧ nghị định này.",
    ]);
}

#[test]
fn letters_and_guidances_have_no_articles() {
    reads([
        "⟦@ BỘ NỘI VỤ → Bộ Nội vụ⟧\nSố: 4102/BNV-TCBC\nHà Nội, ngày 20 tháng 6 năm 2023\n\nKính gửi: Các sở\n\n⟦Luật Giá năm 2023 → Luật Giá · 2023⟧ có các quy định sau: ⟦§ Điều 34 · Luật Giá⟧ về kê khai.",
        "⟦@ BỘ NỘI VỤ → Bộ Nội vụ⟧\nSố: 4102/BNV-TCBC\nHà Nội, ngày 20 tháng 6 năm 2023\n\nMức phạt theo ⟦§ Điều 9 · unknown⟧.",
        "⟦@ BAN TỔ CHỨC TRUNG ƯƠNG → Ban Tổ chức Trung ương⟧\nSố 16-HD/BTCTW\nHà Nội, ngày 03 tháng 4 năm 2024\n\nHƯỚNG DẪN\nmột số nội dung Quy định số ⟦# 96-QĐ/TW⟧\n\n1. Về đối tượng (⟦§ Điều 4 · 96-QĐ/TW⟧):\n",
    ]);
}

#[test]
fn bare_articles_in_a_section_are_of_the_instrument_that_is_its_heading() {
    reads([
        "## 1. ⟦Luật An ninh mạng 2018 → Luật An ninh mạng · 2018⟧\n\nCác điều liên quan:\n\n| Điều | Nội dung |\n|---|---|\n| **⟦§ Điều 8 · Luật An ninh mạng⟧** | Hành vi bị cấm |\n\n## 2. ⟦Luật Viễn thông 2023 → Luật Viễn thông · 2023⟧\n\nCác điều liên quan:\n\n| Điều | Nội dung |\n|---|---|\n| ⟦§ Điều 8 · Luật Viễn thông⟧ | Chính sách |\n",
        "### Nghị định ⟦# 13/2023/NĐ-CP⟧ về dữ liệu cá nhân\n\nLưu ý Nghị định ⟦# 53/2022/NĐ-CP⟧.\n\n- ⟦§ Điều 9 · 13/2023/NĐ-CP⟧: quyền của chủ thể.\n- ⟦§ Khoản 2 Điều 11 → khoản 2 Điều 11 · 13/2023/NĐ-CP⟧: sự đồng ý.\n",
        // The number is told below the heading.
        "### 1.2 ⟦Luật Viễn thông 2023 → Luật Viễn thông · 2023⟧\n\nTên đầy đủ: ⟦Luật Viễn thông⟧ số ⟦# 24/2023/QH15⟧, thay thế ⟦Luật Viễn thông 2009 → Luật Viễn thông · 2009⟧.\n\n| ⟦§ Điều 13 · 24/2023/QH15⟧ | Quyền |\n",
        // A heading below it keeps the section, another beside it ends it.
        "# ⟦Luật Giá⟧\n\n## Bình ổn\n\nXem ⟦Luật Thú y⟧.\n\n- ⟦§ Điều 20 · Luật Giá⟧ nêu hồ sơ.\n\n# Hỏi đáp\n\n- ⟦§ Điều 21 · unknown⟧ nêu gì?\n",
        // Two acts; an act that the heading only speaks of.
        "## ⟦Luật Giá⟧ và ⟦Luật Thú y⟧\n\n- ⟦§ Điều 20 · unknown⟧ nêu hồ sơ.\n",
        "## Điểm mới của ⟦Luật Giá⟧\n\nSo với ⟦Luật Thú y⟧.\n\n- ⟦§ Điều 20 · unknown⟧ nêu hồ sơ.\n",
    ]);
}
