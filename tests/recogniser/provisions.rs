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
