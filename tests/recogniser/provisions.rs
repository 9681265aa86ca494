//! Runs of provisions: lists, ranges, distribution, inserted units, both orders, brackets.

use super::notation::{reads, reads_nothing};

#[test]
fn one_path() {
    reads([
        "theo ⟦§ điểm a khoản 1 Điều 5 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
        "theo ⟦§ khoản 2 Điều 8 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ Điều 115 · Hiến pháp⟧, ⟦Hiến pháp 2013 → Hiến pháp · 2013⟧.",
        "theo ⟦§ tiết a điểm 1 khoản 2 Điều 3 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
        "theo ⟦§ Mục 2 Chương III · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ Chương II · Luật Đất đai⟧ của ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn letter_case_does_not_matter() {
    reads([
        "theo ⟦§ Điểm a Khoản 2 điều 4 → điểm a khoản 2 Điều 4 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ ĐIỂM A KHOẢN 2 ĐIỀU 4 → điểm a khoản 2 Điều 4 · Luật Đất đai⟧ ⟦LUẬT ĐẤT ĐAI → Luật Đất đai⟧",
    ]);
}

#[test]
fn lists_with_and_without_the_unit_word() {
    reads([
        "tại ⟦§ Điều 5, 6 và 7 → Điều 5 | Điều 6 | Điều 7 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "tại các ⟦§ Điều 5, 6, 7 → Điều 5 | Điều 6 | Điều 7 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "tại ⟦§ Điều 5, Điều 6 hoặc Điều 7 → Điều 5 | Điều 6 | Điều 7 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "tại các ⟦§ điểm a, c và đ khoản 2 Điều 1 → điểm a khoản 2 Điều 1 | điểm c khoản 2 Điều 1 | điểm đ khoản 2 Điều 1 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn units_take_what_they_lack_from_the_right() {
    reads([
        "tại ⟦§ điểm a, b khoản 1 và khoản 3 Điều 5 → điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 | khoản 3 Điều 5 · Luật Đất đai⟧ của ⟦Luật Đất đai⟧.",
        "tại ⟦§ khoản 1, khoản 2 Điều 3 và Điều 7 → khoản 1 Điều 3 | khoản 2 Điều 3 | Điều 7 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "tại ⟦§ điểm b khoản 2 Điều 4, khoản 1 Điều 6 → điểm b khoản 2 Điều 4 | khoản 1 Điều 6 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
        "tại ⟦§ điểm a khoản 1, điểm b khoản 2 Điều 3 → điểm a khoản 1 Điều 3 | điểm b khoản 2 Điều 3 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn ranges_by_number() {
    reads([
        "từ ⟦§ Điều 3 đến Điều 5 → Điều 3 | Điều 4 | Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ khoản 1 đến khoản 3 Điều 5 → khoản 1 Điều 5 | khoản 2 Điều 5 | khoản 3 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "các ⟦§ điều từ 3 đến 5 → Điều 3 | Điều 4 | Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "tại ⟦§ Điều 3 - Điều 5 → Điều 3 | Điều 4 | Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn ranges_by_the_vietnamese_alphabet() {
    reads([
        "các ⟦§ điểm từ c đến e khoản 2 Điều 1 → điểm c khoản 2 Điều 1 | điểm d khoản 2 Điều 1 | điểm đ khoản 2 Điều 1 | điểm e khoản 2 Điều 1 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm e đến điểm i khoản 2 Điều 1 → điểm e khoản 2 Điều 1 | điểm g khoản 2 Điều 1 | điểm h khoản 2 Điều 1 | điểm i khoản 2 Điều 1 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn inserted_units() {
    reads([
        "⟦§ khoản 2a Điều 5a · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm a1 khoản 3đ Điều 217a · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm đ1 khoản 1 Điều 2 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ Đ.70a → Điều 70a · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn both_orders() {
    reads([
        "⟦§ Điều 5 khoản 1 điểm a → điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ Điều 5 khoản 1 → khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦Luật Đất đai⟧, ⟦§ Điều 5 khoản 1 → khoản 1 Điều 5 · Luật Đất đai⟧.",
    ]);
}

#[test]
fn commas_and_blanks_between_levels() {
    reads([
        "⟦§ Khoản 1, Điều 5 → khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm a, khoản 1, Điều 5 → điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm a của khoản 1 Điều 5 → điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ khoản 1\nĐiều 5 → khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm a,\nb khoản 1 Điều 5 → điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ Điểm đ / Khoản 2 / Điều 7 → điểm đ khoản 2 Điều 7 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn a_run_continues_over_semicolons_and_brackets() {
    reads([
        "Bãi bỏ ⟦§ khoản 1 Điều 2; khoản 3 Điều 4 → khoản 1 Điều 2 | khoản 3 Điều 4 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "⟦§ điểm a khoản 1 (trừ các đơn vị thuộc xã), khoản 2 và điểm a khoản 4 Điều 2 → điểm a khoản 1 Điều 2 | khoản 2 Điều 2 | điểm a khoản 4 Điều 2 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn brackets_list_the_parts_of_the_unit_in_front() {
    reads([
        "theo ⟦§ Điều 3 (khoản 1, khoản 2) → khoản 1 Điều 3 | khoản 2 Điều 3 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ Điều 3 (các khoản 1, 2 và điểm a khoản 4) và Điều 5 → khoản 1 Điều 3 | khoản 2 Điều 3 | điểm a khoản 4 Điều 3 | Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ Điều 3, 4 (khoản 1) → Điều 3 | khoản 1 Điều 4 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn a_section_among_articles_is_a_member_of_the_list() {
    reads([
        "theo ⟦§ Mục 2, Điều 9, Điều 11 → Mục 2 | Điều 9 | Điều 11 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ Chương II, Điều 26, khoản 2 → khoản 2 Điều 26 Chương II · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn subpoints() {
    reads([
        "theo ⟦§ tiết a1 điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ tiết a.1 điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ tiết thứ hai điểm a khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn words_that_lost_a_blank() {
    reads([
        "theo ⟦§ khoản 1Điều 5 → khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "theo ⟦§ khoản 2 Điều 88 · unknown⟧về bảo hiểm.",
        "theo ⟦§ khoản 1 · unknown⟧⟦@ Ủy ban nhân dân tỉnh Phú Thọ⟧ quyết định.",
        "Điều 5. Phạm vi điều chỉnhĐiều 6. Đối tượng áp dụng",
    ]);
}

#[test]
fn insertions() {
    reads([
        "Bổ sung ⟦§ điểm i vào khoản 18 Điều 3 → điểm i khoản 18 Điều 3 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "Bổ sung ⟦§ khoản 3a vào sau khoản 3 Điều 5 → khoản 3a Điều 5 | khoản 3 Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "Bổ sung ⟦§ Điều 5a vào sau Điều 5 → Điều 5a | Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn relative_units() {
    reads([
        "Điều 1. Phạm vi\n1. Theo ⟦§ khoản 2 Điều này · this⟧, hướng dẫn ⟦§ điểm a khoản này · this⟧.\n",
        "Điều 1. Phạm vi\n1. Theo ⟦§ tiết (iv) điểm này → tiết iv điểm này · this⟧.\n",
        "Điều 1. Phạm vi\n1. Theo ⟦§ điểm a và điểm b khoản 1 Điều này → điểm a khoản 1 Điều này | điểm b khoản 1 Điều này · this⟧.\n",
    ]);
    reads_nothing(["hướng dẫn thi hành Điều này.", "quy định tại khoản này."]);
}

#[test]
fn the_labelled_part_of_a_vague_reference() {
    reads([
        "Sửa đổi một số điểm, khoản của ⟦§ Điều 3 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        "Sửa đổi tên ⟦§ Điều 36 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
    ]);
}

#[test]
fn sections_of_other_documents() {
    reads([
        "theo ⟦§ Mục 5 · 169/TB-VPCP⟧ Thông báo số ⟦# 169/TB-VPCP⟧.",
        "theo ⟦§ tiểu mục b Mục 2 · 169/TB-VPCP⟧ Thông báo số ⟦# 169/TB-VPCP⟧.",
    ]);
}

#[test]
fn words_that_only_look_like_units() {
    reads_nothing([
        "điểm dân cư nông thôn và thời điểm nộp tiền.",
        "Điều khoản thi hành và Điều tra viên.",
        "các khoản phụ cấp và khoản 500 triệu đồng.",
        "Nghị định có 10 Điều sửa đổi.",
        "tài khoản 112, địa điểm A, quan điểm của tôi.",
        "thang điểm 100, đạt 9 điểm.",
        "mục 2 của kế hoạch và phần 1.",
        "bổ sung i-ốt tại điểm i-ốt.",
        "hàng hóa quy định tại Chương 87 của Danh mục hàng hóa và Chương 98 Biểu thuế.",
        "Ủy ban nhân dân (cấp\nxã) thực hiện.",
    ]);
}

#[test]
fn annexes_and_forms_are_no_provisions() {
    reads([
        "theo Mẫu số 07.DT Phụ lục XII Thông tư số ⟦# 24/2022/TT-BNNPTNT⟧.",
        "tại Phụ lục II ban hành kèm theo Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
    ]);
}

#[test]
fn headings_are_not_marked() {
    reads([
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n1. Theo ⟦§ Điều 5 · this⟧.\n",
        "Phần 1: Mở đầu\n\nnội dung",
    ]);
}

#[test]
fn a_range_within_a_list() {
    reads([
        "quy định từ ⟦§ Điều 21 đến Điều 23 và từ Điều 30 đến Điều 31 → Điều 21 | Điều 22 | Điều 23 | Điều 30 | Điều 31 · Luật Giá⟧ ⟦Luật Giá⟧",
        "tại ⟦§ Điều 4, từ khoản 2 đến khoản 4 Điều 6, Điều 9 → Điều 4 | khoản 2 Điều 6 | khoản 3 Điều 6 | khoản 4 Điều 6 | Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧",
        "theo ⟦§ khoản 1 và các khoản từ khoản 5 đến khoản 7 Điều 13 → khoản 1 Điều 13 | khoản 5 Điều 13 | khoản 6 Điều 13 | khoản 7 Điều 13 · Luật Giá⟧ ⟦Luật Giá⟧",
        "tại ⟦§ điểm a, từ điểm c đến điểm đ khoản 2 Điều 8 → điểm a khoản 2 Điều 8 | điểm c khoản 2 Điều 8 | điểm d khoản 2 Điều 8 | điểm đ khoản 2 Điều 8 · Luật Giá⟧ ⟦Luật Giá⟧",
        "trừ ⟦§ Điều 24, Điều 26, khoản 1 và các khoản từ khoản 3 đến khoản 5 Điều 28 → Điều 24 | Điều 26 | khoản 1 Điều 28 | khoản 3 Điều 28 | khoản 4 Điều 28 | khoản 5 Điều 28 · Luật Giá⟧ ⟦Luật Giá⟧",
        "Các ⟦§ điều 88, 92, từ 100 đến 102 → Điều 88 | Điều 92 | Điều 100 | Điều 101 | Điều 102 · Luật Thương mại⟧ của ⟦Luật Thương mại⟧",
        "⟦§ Điều 5; từ Điều 8 đến Điều 9 → Điều 5 | Điều 8 | Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ khoản 2 và từ khoản 4 đến khoản 5 Điều 7 → khoản 2 Điều 7 | khoản 4 Điều 7 | khoản 5 Điều 7 · Luật Giá⟧ ⟦Luật Giá⟧",
        // No range begins.
        "theo ⟦§ Điều 5 · Luật Giá⟧ ⟦Luật Giá⟧, từ khoản thu này và từ 5 đến 7 ngày",
    ]);
}

#[test]
fn connectors_seldom_used() {
    reads([
        "theo ⟦§ Điều 7 lẫn Điều 8 → Điều 7 | Điều 8 · Luật Giá⟧ ⟦Luật Giá⟧",
        "từ ⟦§ Điều 5 tới Điều 7 → Điều 5 | Điều 6 | Điều 7 · Luật Giá⟧ ⟦Luật Giá⟧",
        "theo ⟦§ khoản 2 hay khoản 3 Điều 10 → khoản 2 Điều 10 | khoản 3 Điều 10 · Luật Giá⟧ ⟦Luật Giá⟧",
        "theo ⟦§ điểm a khoản 1, điểm b khoản 2, hay điểm c khoản 3 Điều 22 → điểm a khoản 1 Điều 22 | điểm b khoản 2 Điều 22 | điểm c khoản 3 Điều 22 · Luật Giá⟧ ⟦Luật Giá⟧",
        "đáp ứng ⟦§ khoản 1 cũng như khoản 4 Điều 21 → khoản 1 Điều 21 | khoản 4 Điều 21 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ khoản 2 & khoản 5 Điều 17 → khoản 2 Điều 17 | khoản 5 Điều 17 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ khoản 2 cùng với khoản 5 Điều 17 → khoản 2 Điều 17 | khoản 5 Điều 17 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ điểm a hay b khoản 1 Điều 3 → điểm a khoản 1 Điều 3 | điểm b khoản 1 Điều 3 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ khoản 3 & 4 Điều 9 → khoản 3 Điều 9 | khoản 4 Điều 9 · Luật Giá⟧ ⟦Luật Giá⟧",
        "⟦§ Điều 12/Điều 13 → Điều 12 | Điều 13 · Luật Giá⟧ ⟦Luật Giá⟧, ⟦§ Đ.31/Đ.32 → Điều 31 | Điều 32 · Luật Thú y⟧ ⟦Luật Thú y⟧",
        "⟦§ khoản 1/khoản 3 Điều 36 → khoản 1 Điều 36 | khoản 3 Điều 36 · Luật Giá⟧ ⟦Luật Giá⟧",
        "các ⟦§ điều 33; 41; 51 → Điều 33 | Điều 41 | Điều 51 · Luật Giá⟧ của ⟦Luật Giá⟧",
        "⟦§ điểm b; d; đ khoản 1 Điều 7 → điểm b khoản 1 Điều 7 | điểm d khoản 1 Điều 7 | điểm đ khoản 1 Điều 7 · Luật Giá⟧ ⟦Luật Giá⟧",
        // A count, an item, a fraction.
        "theo ⟦§ Điều 5 · Luật Giá⟧ ⟦Luật Giá⟧; 3 năm hay khoản tiền; Điều 30/2020",
        "⟦§ Điều 5 · unknown⟧; 7 ngày sau",
    ]);
}

#[test]
fn a_bracketed_aside_breaks_no_run() {
    reads([
        "Áp dụng ⟦§ điểm d khoản 1 Điều 52 (phạm tội có tính chất côn đồ); điểm b khoản 1 Điều 51 → điểm d khoản 1 Điều 52 | điểm b khoản 1 Điều 51 · Bộ luật Hình sự⟧ ⟦Bộ luật Hình sự⟧;",
        "⟦§ khoản 3 Điều 12 (không niêm yết giá) và khoản 1 Điều 17 → khoản 3 Điều 12 | khoản 1 Điều 17 · 109/2013/NĐ-CP⟧ Nghị định số ⟦# 109/2013/NĐ-CP⟧",
        "tại ⟦§ Điều 65 (án treo), Điều 66 → Điều 65 | Điều 66 · Bộ luật Hình sự⟧ (tha tù trước thời hạn) ⟦Bộ luật Hình sự⟧",
    ]);
}

#[test]
fn the_label_of_a_quoted_article() {
    reads([
        "⟦Luật Hợp tác xã 2012 → Luật Hợp tác xã · 2012⟧: ⟦§ Điều 13 · Luật Hợp tác xã⟧.\nĐiều kiện trở thành thành viên. Cá nhân từ đủ 18 tuổi.",
        "⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧: ⟦§ Điều 623 · Bộ luật Dân sự⟧. Thời hiệu thừa kế",
    ]);
    reads_nothing([
        "g) Dịch vụ vận tải; h) Dịch vụ kho bãi; Điều 44.\nNghĩa vụ của bên thuê. Bên thuê phải trả tiền.",
        "Người sử dụng đất có các quyền chung; Điều 170. Nghĩa vụ chung của người sử dụng đất.",
        "Bên A trả tiền đúng hạn. Điều 9. Phạt vi phạm",
        "Nội dung: Điều 115. Đại biểu có quyền",
    ]);
}

#[test]
fn a_pinpoint_joined_by_full_stops() {
    reads([
        "Theo ⟦§ Điều 22.4.b → điểm b khoản 4 Điều 22 · Luật Đấu thầu⟧ ⟦Luật Đấu thầu năm 2023 → Luật Đấu thầu · 2023⟧ thì phải công khai.",
        "⟦§ Điều 9.2.c và Điều 10.1.đ → điểm c khoản 2 Điều 9 | điểm đ khoản 1 Điều 10 · 15/2018/NĐ-CP⟧ Nghị định ⟦# 15/2018/NĐ-CP⟧",
        "⟦§ Điều 12.3 · Luật Giá⟧ ⟦Luật Giá⟧",
        "Nếu vi phạm ⟦§ Điều 4.3.1 · this⟧ Hợp đồng này thì chịu phạt.",
    ]);
}

#[test]
fn articles_of_the_first_years() {
    reads([
        "chiểu ⟦§ Điều thứ 6 → Điều 6 · 51⟧ Sắc lệnh số ⟦# 51⟧ ngày 17 tháng 4 năm 1946",
        "trong ⟦§ điều thứ nhất và điều thứ 9 → Điều 1 | Điều 9 · 13/SL⟧ Sắc lệnh số ⟦# 13/SL⟧",
        "⟦§ Điều thứ 2, 3 và 4 → Điều 2 | Điều 3 | Điều 4 · 85/SL⟧ Sắc lệnh số ⟦# 85/SL⟧ nay bãi bỏ",
        "⟦§ Điều thứ ba → Điều 3 · 85/SL⟧ Sắc lệnh số ⟦# 85/SL⟧",
    ]);
}

#[test]
fn what_is_complete_takes_nothing_from_the_right() {
    reads([
        "theo ⟦§ điểm a khoản này, Điều 12 và Chương II → điểm a khoản này | Điều 12 | Chương II · this⟧ của Nghị định này.",
        "theo ⟦§ khoản 3 Điều này, Điều 21 và Mục 2 Chương III → khoản 3 Điều này | Điều 21 | Mục 2 Chương III · this⟧ của Luật này.",
        "tại ⟦§ Điều 30 và Mục 1 Chương IV → Điều 30 | Mục 1 Chương IV · this⟧ của Nghị định này.",
    ]);
}

#[test]
fn letters_of_a_model_are_no_labels() {
    reads_nothing(["Viện dẫn theo mẫu: điểm z khoản y Điều x Nghị định số …/…/NĐ-CP."]);
}

/// "khổ thứ nhất": a paragraph.
#[test]
fn paragraphs_counted_in_circulars() {
    reads([
        "1. Sửa đổi ⟦§ khổ thứ nhất khoản 3 Điều 15 · 219/2013/TT-BTC⟧ Thông tư số ⟦# 219/2013/TT-BTC⟧ như sau:",
        "Bãi bỏ ⟦§ khổ thứ 2, 3 khoản 11 Điều 21 → khổ thứ 2 khoản 11 Điều 21 | khổ thứ 3 khoản 11 Điều 21 · 156/2013/TT-BTC⟧ Thông tư số ⟦# 156/2013/TT-BTC⟧; khổ giấy A4, khổ thơ thứ hai.",
        "theo ⟦§ đoạn thứ 2 khoản 1 Điều 7 · Luật Giá⟧ ⟦Luật Giá⟧ và ⟦§ đoạn thứ hai điểm a khoản 2 Điều 8 · Luật Giá⟧ ⟦Luật Giá⟧",
    ]);
}

#[test]
fn a_run_goes_on_over_a_page_break() {
    reads([
        "hành vi quy định tại ⟦§ Chương II, Chương III và\n\nChương VI → Chương II | Chương III | Chương VI · this⟧ Nghị định này theo thẩm quyền.\n",
        "theo quy định tại ⟦§ khoản 1, khoản 2 và\n\nkhoản 4 Điều 9 → khoản 1 Điều 9 | khoản 2 Điều 9 | khoản 4 Điều 9 · 15/2020/NĐ-CP⟧ Nghị định số ⟦# 15/2020/NĐ-CP⟧.\n",
    ]);
}

#[test]
fn a_page_break_inside_a_list_of_labels() {
    reads([
        "quy định tại các ⟦§ điểm a, b,\n\nc và d khoản 1 Điều 2 → điểm a khoản 1 Điều 2 | điểm b khoản 1 Điều 2 | điểm c khoản 1 Điều 2 | điểm d khoản 1 Điều 2 · Luật Bảo hiểm xã hội⟧ của ⟦Luật Bảo hiểm xã hội⟧.",
    ]);
}
