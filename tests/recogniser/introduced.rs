//! Sentences that hand what follows to an instrument, and the text of provisions that is given without quotation marks or in
//! quotation marks that never close.

use super::notation::{reads, reads_as};
use viendan::document::Format;

#[test]
fn a_list_below_a_colon_is_of_the_first_instrument_of_the_sentence() {
    reads([
        "Căn cứ Thông tư số ⟦# 133/2016/TT-BTC⟧ về kế toán của doanh nghiệp nhỏ:\n- Tại ⟦§ khoản 2 Điều 39 · 133/2016/TT-BTC⟧ quy định về doanh thu;\n- Tại ⟦§ Điều 45 · 133/2016/TT-BTC⟧ quy định về chi phí.",
        "⟦Luật Thủy lợi năm 2017 → Luật Thủy lợi · 2017⟧ có 10 chương, cụ thể như sau:\n- Quy định chung (từ ⟦§ Điều 1 đến Điều 2 → Điều 1 | Điều 2 · Luật Thủy lợi⟧)\n- Quy hoạch (⟦§ Điều 11 · Luật Thủy lợi⟧)",
        "Nghị định số ⟦# 24/2024/NĐ-CP⟧ hướng dẫn ⟦Luật Đấu thầu⟧ gồm các nội dung sau:\n1. Ưu đãi nhà thầu (⟦§ Điều 5 · 24/2024/NĐ-CP⟧).\n2. Hồ sơ mời thầu (⟦§ khoản 1 Điều 24 · 24/2024/NĐ-CP⟧).",
        "Căn cứ ⟦Luật Giá⟧:\n\n+ Tại ⟦§ Điều 28 · Luật Giá⟧ quy định về kê khai;\n\n+ Ở ⟦§ khoản 3 Điều 29 · Luật Giá⟧ quy định về niêm yết.",
        // The next sentence of the kind, a sibling of its own item, a plain paragraph end it.
        "⟦Luật Giá⟧ gồm:\n- Kê khai (⟦§ Điều 28 · Luật Giá⟧).\n⟦Luật Thú y⟧ gồm:\n- Phòng bệnh (⟦§ Điều 14 · Luật Thú y⟧)",
        "1. Theo ⟦Luật Giá⟧ thì cần:\na) Kê khai (⟦§ Điều 28 · Luật Giá⟧);\n2. Niêm yết (⟦§ Điều 29 · unknown⟧).",
        "Căn cứ ⟦Luật Giá⟧:\n- Kê khai (⟦§ Điều 28 · Luật Giá⟧).\n\nĐề nghị cơ quan trả lời sớm.\n\nMức phạt ở ⟦§ Điều 9 · unknown⟧ rất cao.",
        // The number of a letter is what is answered, no source of provisions.
        "Trả lời Công văn số ⟦# 45/ABC-KT⟧ ngày 03/4/2023, chúng tôi có ý kiến như sau:\n- Mức phạt ở ⟦§ Điều 9 · unknown⟧.",
        // In a text with articles of its own, these are meant.
        "Điều 1. Hồ sơ\n1. Theo ⟦Luật Giá⟧, hồ sơ gồm:\na) Tờ khai nêu tại ⟦§ Điều 2 · this⟧;\n\nĐiều 2. Tờ khai\n",
    ]);
}

#[test]
fn parts_of_a_sentence_go_on_with_its_instrument() {
    reads([
        "Theo Nghị định số ⟦# 122/2021/NĐ-CP⟧, tại ⟦§ Điều 15 · 122/2021/NĐ-CP⟧ quy định về vốn; tại ⟦§ Điều 17 · 122/2021/NĐ-CP⟧ quy định về báo cáo.",
        // No provision of it was cited before.
        "Đã có ⟦Luật Giá⟧; tại ⟦§ Điều 17 · unknown⟧ quy định khác.",
        "Theo ⟦Luật Giá⟧ thì ⟦§ Điều 15 · Luật Giá⟧ áp dụng; mức phạt theo ⟦§ Điều 17 · Luật Giá⟧.",
    ]);
}

#[test]
fn the_text_of_provisions_without_quotation_marks() {
    reads([
        "Trả lời:\nTheo ⟦§ Điều 15 · 123/2015/NĐ-CP⟧ Nghị định số ⟦# 123/2015/NĐ-CP⟧:\n1. Người yêu cầu nộp tờ khai.\n2. Theo quy định tại ⟦§ khoản 1 Điều này · quoted⟧, công chức ghi vào sổ.",
        "⟦§ Khoản 2 Điều 9 → khoản 2 Điều 9 · 91/2022/NĐ-CP⟧ Nghị định số ⟦# 91/2022/NĐ-CP⟧ quy định:\na) Người nộp thuế gửi hồ sơ;\nb) Cơ quan thuế trả kết quả, trừ hồ sơ ở ⟦§ điểm a khoản này · quoted⟧.",
        "Câu 3. Ai được hưởng thừa kế?\nTheo ⟦§ Điều 651 · Bộ luật Dân sự⟧ ⟦Bộ luật Dân sự năm 2015 → Bộ luật Dân sự · 2015⟧ thì những người thừa kế, trừ trường hợp tại ⟦§ Điều 621 · quoted⟧ của Bộ luật này, được chia theo hàng.",
        "Đáp: ⟦§ Điều 29 · Luật Cư trú⟧ ⟦Luật Cư trú năm 2020 → Luật Cư trú · 2020⟧ quy định xóa đăng ký đối với người thuộc diện tại ⟦§ Điều 35 · quoted⟧ của Luật này.",
        "Mức phạt theo ⟦§ khoản 3 Điều 5 · 100/2019/NĐ-CP⟧ Nghị định ⟦# 100/2019/NĐ-CP⟧, cụ thể như sau: 3. Phạt tiền, trừ hành vi tại ⟦§ điểm c khoản này · quoted⟧.",
        "⟦Luật Thương mại 2005 → Luật Thương mại · 2005⟧: ⟦§ Điều 319 · Luật Thương mại⟧. Thời hiệu khởi kiện là hai năm, trừ trường hợp tại ⟦§ điểm e khoản 1 Điều 237 · quoted⟧ của Luật này.",
        "Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧:\n1. Bên bán kê khai theo ⟦§ Điều 12 · quoted⟧.\n\nTại ⟦§ Điều 10 · Luật Giá⟧ quy định:\n1. Bên mua trả tiền theo ⟦§ khoản 2 Điều này · quoted⟧.",
        // What another law says is of that law.
        "Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧:\n1. Áp dụng ⟦§ Điều 12 · Luật Thú y⟧ ⟦Luật Thú y⟧.",
        // A text with articles of its own.
        "Điều 1. Hồ sơ\n1. Theo ⟦§ Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧, hồ sơ gồm:\na) Tờ khai;\nb) Giấy tờ theo ⟦§ điểm a khoản này · this⟧.\n",
    ]);
}

#[test]
fn a_quotation_that_never_closes() {
    reads([
        "Tại ⟦§ khoản 3 Điều 6 · 219/2013/TT-BTC⟧ Thông tư số ⟦# 219/2013/TT-BTC⟧ quy định:\n\n“3. Đối với hàng khuyến mại, theo ⟦§ Điều 8 · quoted⟧.\n\nTại ⟦§ Điều 7 · 219/2013/TT-BTC⟧ quy định giá tính thuế:\n\n“1. Đối với hàng bán ra, theo ⟦§ Điều 9 · quoted⟧.”\n\nMức ở ⟦§ Điều 10 · 219/2013/TT-BTC⟧.",
        "Căn cứ Nghị định số ⟦# 119/2018/NĐ-CP⟧:\n\n+ Tại ⟦§ Điều 7 · 119/2018/NĐ-CP⟧ quy định thời điểm lập hóa đơn:\n\n“1. Thời điểm lập hóa đơn.\n\n+ Tại ⟦§ Điều 9 · 119/2018/NĐ-CP⟧ quy định hóa đơn có mã.",
        "Theo ⟦§ Điều 4 · Luật Giá⟧ ⟦Luật Giá năm 2023 → Luật Giá · 2023⟧:\n\n“Bình ổn giá là việc Nhà nước điều hành.\n\nDoanh nghiệp kê khai theo ⟦§ Điều 28 · Luật Giá⟧ ⟦Luật Giá⟧ và ⟦§ điểm b khoản 1 Điều 8 · Luật Giá⟧.",
        // New text of an amending act goes on over such paragraphs.
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số ⟦# 30/2020/NĐ-CP⟧\n1. Sửa đổi, bổ sung ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ như sau:\n“Điều 5. Trách nhiệm\n\nTại ⟦§ Điều 7 · quoted⟧ có mức phạt.”.\n2. Bãi bỏ ⟦§ Điều 6 · 30/2020/NĐ-CP⟧.\n",
    ]);
}

#[test]
fn quotation_marks_beside_marks_of_emphasis() {
    reads_as(
        Format::Markdown,
        [
            "⟦§ Điều 3 · 117/2020/NĐ-CP⟧ Nghị định số ⟦# 117/2020/NĐ-CP⟧ nêu: \"**Thẩm quyền lập biên bản** tại ⟦§ Chương III · quoted⟧ Nghị định này thuộc về công chức.\"",
            "⟦§ Điều 5 · 117/2020/NĐ-CP⟧ Nghị định số ⟦# 117/2020/NĐ-CP⟧ quy định: \"*Người có thẩm quyền theo ⟦§ Điều 103 · quoted⟧ Nghị định này được tịch thu.*\" Mức ở ⟦§ Điều 9 · 117/2020/NĐ-CP⟧.",
            "⟦§ Điều 5 · 117/2020/NĐ-CP⟧ Nghị định số ⟦# 117/2020/NĐ-CP⟧ quy định:\n\n> Thẩm quyền tại ⟦§ Điều 103 · quoted⟧ Nghị định này do chủ tịch thực hiện.",
        ],
    );
}

#[test]
fn items_with_another_bullet_are_within_the_item() {
    reads([
        "- Căn cứ Thông tư số ⟦# 111/2013/TT-BTC⟧ hướng dẫn về thuế:\n\n+ Tại ⟦§ khoản 2 Điều 2 · 111/2013/TT-BTC⟧ quy định các khoản thu nhập:\n\n“2. Thu nhập theo ⟦§ khoản 1 Điều này · quoted⟧.”\n\n+ Tại ⟦§ khoản 1 Điều 25 · 111/2013/TT-BTC⟧ hướng dẫn khấu trừ.\n\n- Mức ở ⟦§ Điều 9 · unknown⟧ thì khác.\n",
        "Căn cứ ⟦Luật Giá⟧ của ⟦@ Quốc hội⟧: -\n\n+ Tai ⟦§ Điều 28 · Luật Giá⟧ quy định kê khai giá.\n",
    ]);
}

#[test]
fn an_article_whose_label_stands_behind_its_law() {
    reads([
        "⟦Luật Thương mại 2005 → Luật Thương mại · 2005⟧: ⟦§ Điều 319 · Luật Thương mại⟧.\nThời hiệu khởi kiện là hai năm, trừ trường hợp tại ⟦§ điểm e khoản 1 Điều 237 · quoted⟧ của Luật này.\nThời hiệu tính lại theo ⟦§ khoản 1 Điều này · quoted⟧.\n",
    ]);
}

/// The list of what a decree or circular details is of the law, in a draft with articles of its own too.
#[test]
fn what_a_draft_details() {
    reads([
        "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định chi tiết một số điều của ⟦Luật Giá⟧ số ⟦# 16/2023/QH15⟧, bao gồm:\n1. ⟦§ Khoản 6 Điều 14 → khoản 6 Điều 14 · 16/2023/QH15⟧ về kê khai.\n2. ⟦§ Khoản 2, khoản 7 Điều 16 → khoản 2 Điều 16 | khoản 7 Điều 16 · 16/2023/QH15⟧ về niêm yết:\na) Hàng hóa nêu tại ⟦§ Điều 28 · 16/2023/QH15⟧;\n\nĐiều 2. Đối tượng áp dụng\n1. Người nêu tại ⟦§ Điều 1 · this⟧.\n",
        "Điều 1. Phạm vi điều chỉnh\n\nNghị định này quy định chi tiết và hướng dẫn thi hành một số điều, khoản sau đây của ⟦Bộ luật Lao động⟧:\n\n1. Hợp đồng lao động theo ⟦§ khoản 1, 2 và 3 Điều 21 → khoản 1 Điều 21 | khoản 2 Điều 21 | khoản 3 Điều 21 · Bộ luật Lao động⟧.\n\n2. Thương lượng theo ⟦§ khoản 4 Điều 73 · Bộ luật Lao động⟧.\n\nĐiều 2. Đối tượng\n",
        "Điều 1. Phạm vi điều chỉnh\n1. Nghị định này quy định chi tiết một số điều của Nghị quyết số ⟦# 111/2025/UBTVQH15⟧, gồm:\na) ⟦§ Điều 11 · 111/2025/UBTVQH15⟧ về phát triển đô thị.\n2. Việc khác thực hiện theo ⟦§ Điều 2 · this⟧.\nĐiều 2. Đối tượng\n",
        "Điều 1. Phạm vi\n1. Quy định chi tiết ⟦§ Điều 21 · Luật Lâm nghiệp⟧ về trồng rừng, ⟦§ điểm g khoản 2 Điều 101 · Luật Lâm nghiệp⟧ về mã số rừng của ⟦Luật Lâm nghiệp⟧.\n2. Theo ⟦§ Điều 2 · this⟧.\nĐiều 2. Hiệu lực\n",
        "Điều 1. Phạm vi điều chỉnh\nNghị định này quy định về giá đất quy định tại ⟦§ Điều 158 · Luật Đất đai⟧; bảng giá quy định tại ⟦§ Điều 159 · Luật Đất đai⟧; chuyển tiếp tại ⟦§ điểm c khoản 2 Điều 257 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.\nĐiều 2. Đối tượng\n",
        "Điều 1. Hồ sơ\n1. Theo ⟦Luật Giá⟧, hồ sơ gồm:\na) Tờ khai nêu tại ⟦§ Điều 2 · this⟧;\n\nĐiều 2. Tờ khai\n",
    ]);
}
