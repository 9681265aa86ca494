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
        // Two laws have been cited with it; another article; a text with articles.
        "Xem ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧ và ⟦§ Điều 9 · Luật Thú y⟧ ⟦Luật Thú y⟧. Còn ⟦§ Điều 9 · unknown⟧ thì khác.",
        "Xem ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧. Còn ⟦§ Điều 10 · unknown⟧ thì khác.",
        "Điều 1. Phạm vi\n1. Xem ⟦§ Điều 2 · Luật Giá⟧ ⟦Luật Giá⟧. Còn ⟦§ Điều 2 · this⟧ thì khác.\n\nĐiều 2. Hiệu lực\n",
    ]);
}

/// "Quyết định này" in a letter, "nghị định này" in a newspaper: not the text itself.
#[test]
fn this_act_of_a_text_that_is_none() {
    reads([
        "⟦@ BỘ Y TẾ → Bộ Y tế⟧\nSố: 4102/BYT-PC\nHà Nội, ngày 20 tháng 6 năm 2023\n\nQuyết định số ⟦# 73/2011/QĐ-TTg⟧ còn hiệu lực. Đề nghị thực hiện ⟦§ Điều 2 · 73/2011/QĐ-TTg⟧ của Quyết định này.",
        "⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧ đã có hiệu lực. Theo ⟦§ khoản 3 Điều 159 · Luật Đất đai⟧ của luật này thì khác.",
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
