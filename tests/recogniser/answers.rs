//! Answers and digests: the text of provisions that is given over several paragraphs, and where the writer goes on.

use super::notation::{reads, reads_nothing};

#[test]
fn a_given_text_goes_on_over_plain_paragraphs() {
    reads([
        "Tách hộ được quy định tại ⟦§ Điều 25 · Luật Cư trú⟧ ⟦Luật Cư trú 2020 → Luật Cư trú · 2020⟧, cụ thể như sau:\n\nTách hộ\n\n1. Thành viên được tách hộ, trừ trường hợp tại ⟦§ Điều 23 · quoted⟧ của Luật này.\n\nTrường hợp quy định tại ⟦§ điểm b khoản 1 Điều này · quoted⟧ thì nộp thêm giấy tờ.\n\n2. Hồ sơ gồm tờ khai theo ⟦§ khoản 1 Điều này · quoted⟧.",
        "Theo ⟦§ Điều 74 · 100/2019/NĐ-CP⟧ Nghị định ⟦# 100/2019/NĐ-CP⟧ thì người có thẩm quyền xử phạt các hành vi như sau:\n\na) ⟦§ Điều 5, Điều 6 → Điều 5 | Điều 6 · quoted⟧;\n\nb) ⟦§ Khoản 1 Điều 7 → khoản 1 Điều 7 · quoted⟧.",
        "Căn cứ ⟦§ Điều 8 · 10/2022/NĐ-CP⟧ Nghị định ⟦# 10/2022/NĐ-CP⟧ quy định như sau:\n\n- Mức thu là 2%.\n\nXe chuyển giao cho tổ chức ở địa bàn quy định tại ⟦§ điểm a khoản này · quoted⟧ nộp mức 5%.",
    ]);
}

#[test]
fn an_excerpt_of_an_answer_has_no_articles_of_its_own() {
    reads([
        "Điều 152. Thu hồi giấy chứng nhận\n1. Cơ quan quy định tại ⟦§ Điều 136 · quoted⟧ của Luật này thu hồi.\n\nCăn cứ ⟦§ khoản 4 Điều 152 · Luật Đất đai⟧ ⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧ quy định như sau:\nĐiều 152. Thu hồi giấy chứng nhận\n4. Không thu hồi trong trường hợp tại ⟦§ điểm d khoản 2 Điều này · quoted⟧.\n",
        "Trừ hành vi tại ⟦§ điểm a khoản 8 Điều này · quoted⟧.\n\nTheo ⟦§ khoản 1 Điều 74 · 100/2019/NĐ-CP⟧ Nghị định ⟦# 100/2019/NĐ-CP⟧ quy định như sau:\n1. Chủ tịch có quyền phạt cảnh cáo.\n",
        // Without any such text it may be an excerpt of the act itself.
        "Trừ hành vi tại ⟦§ điểm a khoản 8 Điều này · this⟧.\n",
        // An act that gives the text of another goes on with its own articles.
        "Điều 1. Phạm vi\nTheo ⟦§ khoản 1 Điều 4 · 102/2024/NĐ-CP⟧ Nghị định số ⟦# 102/2024/NĐ-CP⟧ thì đất gồm:\na) Đất trồng lúa.\n\nĐiều 2. Mức thu\nMức thu theo ⟦§ khoản 1 Điều này · this⟧.\n",
    ]);
}

#[test]
fn the_writer_goes_on_behind_a_given_text() {
    reads([
        "Theo ⟦§ Điều 9 · Luật Nhà ở⟧ ⟦Luật Nhà ở 2023 → Luật Nhà ở · 2023⟧ quy định như sau:\n1. Công nhận quyền sở hữu theo ⟦§ Điều 8 · quoted⟧.\n\nNhư vậy, chủ nhà được cấp giấy theo ⟦§ Điều 9 · Luật Nhà ở⟧.",
    ]);
}

#[test]
fn labels_of_a_digest_are_headings() {
    reads_nothing([
        "[Điều 1] Điều 1. Các định nghĩa.\n[Điều 1 - Khoản 1] 1.1. Chủ đầu tư là công ty cổ phần.\n[Điều 1 - Khoản 2] 1.2. Nhà thầu là công ty.\n",
        "Điều 22 Khoản 1. Miễn thuế cho hộ ở vùng cao;\nĐiều 22 Khoản 2. Giảm thuế cho hộ nghèo.\n",
        "Điều 36. Cơ quan thuế có nhiệm vụ sau đây: Khoản 3. Giải quyết khiếu nại.\n",
        "4. QUY CHẾ HỌC VỤ > Chương I: QUY ĐỊNH CHUNG > Điều 2. Hình thức đào tạo: chính quy.\n",
    ]);
    reads([
        "Hồ sơ thực hiện theo quy định tại\n⟦§ Khoản 1 Điều 22 → khoản 1 Điều 22 · unknown⟧. Trường hợp thiếu hồ sơ thì bổ sung.",
    ]);
}
