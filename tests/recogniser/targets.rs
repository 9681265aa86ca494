//! Which instrument a provision belongs to.

use super::notation::reads;

#[test]
fn the_instrument_at_the_end_covers_all_before_it() {
    reads([
        "theo ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ của Nghị định số ⟦# 30/2020/NĐ-CP⟧ ngày 05 tháng 3 năm 2020 của ⟦@ Chính phủ⟧.",
        "tại ⟦§ Điều 5 · Luật Đất đai⟧, hồ sơ tại ⟦§ khoản 1 Điều 9 · Luật Đất đai⟧ và chứng từ tại ⟦§ khoản 2 Điều 14 · Luật Đất đai⟧ của ⟦Luật Đất đai⟧.",
        "tại ⟦§ Điều 5 · Luật Đất đai⟧ ⟦Luật Đất đai⟧; tại ⟦§ Điều 6 · Luật Nhà ở⟧ ⟦Luật Nhà ở⟧.",
        "tại ⟦§ Điều 5 · Luật Hải quan⟧ ⟦Luật Hải quan⟧, ⟦§ khoản 3 Điều 9 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
        "tại ⟦§ khoản 1 Điều 5 · Luật Hải quan⟧ ⟦Luật Hải quan⟧ và ⟦§ Điều 9 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
    ]);
}

#[test]
fn a_number_beside_a_name_is_the_owner() {
    reads(["tại ⟦§ Điều 5 · 54/2014/QH13⟧ ⟦Luật Hải quan⟧ số ⟦# 54/2014/QH13⟧."]);
}

#[test]
fn this_instrument() {
    reads([
        "theo ⟦§ Điều 5 · this⟧ Nghị định này.",
        "theo ⟦§ khoản 2 Điều 7 · this⟧, thực hiện ⟦§ khoản 2 Điều 27 · this⟧ của Luật này.",
        "theo ⟦§ khoản 1 Điều này · this⟧.",
        "Căn cứ ⟦§ Điều 1 · this⟧ của hợp đồng này.",
    ]);
}

#[test]
fn bare_articles_belong_to_a_document_with_articles() {
    reads([
        "Điều 1. Phạm vi\n1. Theo quy định tại ⟦§ Điều 5 · this⟧.\n\nĐiều 2. Hiệu lực\n1. Trừ ⟦§ khoản 1 Điều 1 · this⟧.\n",
        "Theo quy định tại ⟦§ Điều 5 · unknown⟧ thì được miễn.",
    ]);
}

#[test]
fn bare_articles_belong_to_the_only_instrument_that_the_sentence_cites_before() {
    reads([
        "Theo ⟦Luật Hải quan⟧ số ⟦# 54/2014/QH13⟧, thời hạn khai tính theo ⟦§ Điều 25 · 54/2014/QH13⟧.",
        "Theo ⟦Luật Hải quan⟧, thời hạn khai tính theo ⟦§ Điều 25 · Luật Hải quan⟧ của Luật.",
        "Nghị định ⟦# 30/2020/NĐ-CP⟧ nêu rõ thẩm quyền ký tại ⟦§ khoản 2 Điều 13 · 30/2020/NĐ-CP⟧.",
        // Two are cited, or another sentence or part of it: the owner is unknown.
        "Theo ⟦Luật Hải quan⟧ và ⟦Luật Đất đai⟧, thời hạn tính theo ⟦§ Điều 25 · unknown⟧.",
        "Có ⟦Luật Hải quan⟧ rồi. Thời hạn khai tính theo ⟦§ Điều 25 · unknown⟧.",
        "Đã có ⟦Luật Hải quan⟧; thời hạn khai tính theo ⟦§ Điều 25 · unknown⟧.",
        "Điều 1. Phạm vi\n1. Theo ⟦Luật Hải quan⟧, thời hạn tính theo ⟦§ Điều 2 · this⟧.\n\nĐiều 2. Hiệu lực\n",
    ]);
}

#[test]
fn a_unit_after_the_instrument() {
    reads([
        "Theo Nghị định số ⟦# 30/2020/NĐ-CP⟧, ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ thì được.",
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧ (⟦§ khoản 1 Điều 5 · 30/2020/NĐ-CP⟧) quy định.",
    ]);
}

#[test]
fn no_target_is_sought_over_the_end_of_a_sentence() {
    reads([
        "Theo ⟦§ Điều 5 · unknown⟧ thì được. ⟦Luật Đất đai⟧ quy định khác.",
        "⟦Luật Đất đai⟧ quy định khác. Theo ⟦§ Điều 5 · unknown⟧ thì được.",
    ]);
}

#[test]
fn instruments_above() {
    reads([
        "Theo Nghị định số ⟦# 30/2020/NĐ-CP⟧. Việc này thực hiện theo ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ Nghị định nêu trên.",
        "Theo ⟦Luật Đất đai⟧. Việc này thực hiện theo ⟦§ Điều 5 · Luật Đất đai⟧ của Luật nói trên.",
    ]);
}

#[test]
fn amended_articles_belong_to_the_act_of_the_frame() {
    reads([
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số ⟦# 30/2020/NĐ-CP⟧\n1. Sửa đổi, bổ sung ⟦§ khoản 2 Điều 5 · 30/2020/NĐ-CP⟧ như sau:\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số ⟦# 30/2020/NĐ-CP⟧\n1. Bãi bỏ ⟦§ Điều 7 · 30/2020/NĐ-CP⟧.\n\nĐiều 2. Sửa đổi, bổ sung một số điều của Thông tư số ⟦# 80/2021/TT-BTC⟧\n1. Bãi bỏ ⟦§ Điều 9 · 80/2021/TT-BTC⟧.\n\nĐiều 3. Hiệu lực\n1. Trừ ⟦§ khoản 1 Điều 2 · this⟧.\n",
    ]);
}

#[test]
fn the_title_of_an_amending_act_is_a_frame() {
    reads([
        "NGHỊ ĐỊNH\n\nSửa đổi, bổ sung một số điều của Nghị định số ⟦# 30/2020/NĐ-CP⟧ ngày 05 tháng 3 năm 2020 của ⟦@ Chính phủ⟧\n\nĐiều 1. Sửa đổi, bổ sung ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ như sau:\n",
    ]);
}

#[test]
fn quoted_new_text_belongs_to_the_act_that_is_amended() {
    reads([
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số ⟦# 30/2020/NĐ-CP⟧\n1. Sửa đổi, bổ sung ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ như sau:\n“Điều 5. Trách nhiệm\n1. Thực hiện ⟦§ khoản 2 Điều này · quoted⟧, báo cáo theo ⟦§ Điều 7 · quoted⟧ Nghị định này.”.\n2. Bãi bỏ ⟦§ Điều 6 · 30/2020/NĐ-CP⟧.\n",
        "Điều 1. Sửa đổi ⟦Luật Đất đai⟧\n1. Sửa đổi ⟦§ Điều 5 · Luật Đất đai⟧ như sau:\n“1. Theo ⟦§ khoản 4 Điều 3 · 84/2020/NĐ-CP⟧ Nghị định số ⟦# 84/2020/NĐ-CP⟧.”.\n",
    ]);
}

#[test]
fn where_the_frame_is_cut_off_the_owner_is_unknown() {
    reads(["9. Sửa đổi, bổ sung ⟦§ Điều 9 · unknown⟧ như sau:\na) Sửa đổi, bổ sung ⟦§ khoản 1 · unknown⟧ như sau:\n"]);
}

#[test]
fn excerpts_that_begin_inside_a_quotation() {
    reads([
        "theo ⟦§ Điều 29 · quoted⟧ Thông tư này.”.\n9. Sửa đổi, bổ sung tên ⟦§ khoản 1 Điều 30 · unknown⟧ như sau:\n",
    ]);
}

#[test]
fn short_names_of_instruments_are_owners() {
    reads([
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧ (sau đây gọi tắt là Nghị định ⟦# 30 → 30/2020/NĐ-CP⟧) quy định.\n\nTheo ⟦§ Điều 5 · 30/2020/NĐ-CP⟧ Nghị định ⟦# 30 → 30/2020/NĐ-CP⟧.",
    ]);
}

#[test]
fn a_run_in_brackets_belongs_to_the_instrument_of_the_sentence() {
    reads([
        "Theo Nghị định số ⟦# 145/2020/NĐ-CP⟧, người lao động được nghỉ (⟦§ điểm a khoản 2 Điều 19 · 145/2020/NĐ-CP⟧).",
        "⟦Bộ luật Lao động 2019 → Bộ luật Lao động · 2019⟧ cho nghỉ bù (⟦§ khoản 1 Điều 111 · Bộ luật Lao động⟧).",
        // In a text with articles of its own, its own articles are meant.
        "Điều 1. Phạm vi\n1. Việc thi hành Nghị định số ⟦# 145/2020/NĐ-CP⟧ theo mẫu mới (⟦§ khoản 2 Điều 9 · this⟧).\n",
        // Another sentence.
        "Có ⟦Luật Đất đai⟧. Người dân được nghỉ (⟦§ khoản 1 Điều 111 · unknown⟧).",
    ]);
}

#[test]
fn this_law_without_articles_is_the_text_itself_or_the_law_cited_before() {
    reads([
        // An answer that cites a law with its year: that law.
        "Theo ⟦Bộ luật Lao động 2019 → Bộ luật Lao động · 2019⟧, người lao động được nghỉ. ⟦§ Khoản 2 Điều 5 → khoản 2 Điều 5 · Bộ luật Lao động⟧ của Bộ luật này nói rõ hơn.",
        "⟦§ Điều 5 · Luật Nhà ở⟧ ⟦Luật Nhà ở⟧ có liệt kê; xem thêm ⟦§ Điều 6 · this⟧ Luật này.",
        // An excerpt of the law.
        "So ⟦Luật Nhà ở⟧ với ⟦Luật Đất đai⟧ thì ⟦§ Điều 6 · this⟧ Luật này chặt hơn.",
        "Thực hiện theo ⟦§ Điều 6 · this⟧ Luật này.",
        // A text with articles of its own.
        "Điều 1. Phạm vi\nTrường hợp ⟦Luật Nhà ở⟧ có quy định khác thì theo ⟦§ Điều 6 · this⟧ Luật này.\n",
    ]);
}

#[test]
fn the_law_that_an_amending_law_amends_is_not_its_owner() {
    reads([
        "⟦§ Điều 2 · Luật Đấu thầu⟧ của ⟦Luật Đấu thầu⟧ (được sửa đổi bởi ⟦§ Điều 1 · Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu⟧ ⟦Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu⟧).",
        // The number after a type word is the amended act's.
        "theo ⟦§ khoản 2 Điều 1 · unknown⟧ Nghị định sửa đổi, bổ sung một số điều của Nghị định số ⟦# 15/2021/NĐ-CP⟧.",
    ]);
}

/// What follows the whole title of an amending law is that law's own, and so is a provision in front of the title.
#[test]
fn titles_of_amending_laws() {
    reads([
        "Căn cứ ⟦Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương · 2019⟧ ngày 22 tháng 11 năm 2019;",
        "⟦Luật Giáo dục · 2005⟧ ngày 14 tháng 6 năm 2005; ⟦Luật sửa đổi, bổ sung một số điều của Luật Giáo dục · 2009⟧ ngày 25 tháng 11 năm 2009;",
        "theo ⟦§ khoản 2 Điều 1 · Luật sửa đổi, bổ sung một số điều của Luật Xây dựng⟧ ⟦Luật sửa đổi, bổ sung một số điều của Luật Xây dựng · 2020⟧ ngày 17 tháng 6 năm 2020",
        "theo ⟦§ khoản 2 Điều 1 · 62/2020/QH14⟧ của Luật sửa đổi, bổ sung một số điều của ⟦Luật Xây dựng⟧ số ⟦# 62/2020/QH14⟧",
        "Theo ⟦Luật sửa đổi, bổ sung một số điều của Luật Giáo dục năm 2009 → Luật sửa đổi, bổ sung một số điều của Luật Giáo dục · 2009⟧, ⟦§ khoản 3 Điều 4 · Luật sửa đổi, bổ sung một số điều của Luật Giáo dục⟧ thì được miễn.",
        "⟦Bộ luật Hình sự năm 1999 → Bộ luật Hình sự · 1999⟧ và ⟦Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự năm 2009 → Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự · 2009⟧",
        "Luật số ⟦# 47/2019/QH14⟧ sửa đổi, bổ sung một số điều của ⟦Luật Tổ chức Chính phủ⟧ ngày 22 tháng 11 năm 2019",
        "⟦Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Đất đai năm 2013 → Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Đất đai · 2013⟧, ⟦Luật Nhà ở năm 2014 → Luật Nhà ở · 2014⟧",
    ]);
}

/// "Điều 7 Quy chế … ban hành kèm theo Quyết định số …": of the act that the text is attached to.
#[test]
fn parts_of_an_attached_text() {
    reads([
        "theo ⟦§ khoản 2 Điều 6 · 14/2017/QĐ-UBND⟧ Quy chế quản lý chợ ban hành kèm theo Quyết định số ⟦# 14/2017/QĐ-UBND⟧",
        "quy định tại ⟦§ Điều 12 · 52/2020/TT-BGDĐT⟧ Điều lệ trường mầm non ban hành kèm theo Thông tư số ⟦# 52/2020/TT-BGDĐT⟧",
        "⟦§ điểm 2 mục III → điểm 2 Mục III · 749/QĐ-BTC⟧ Kế hoạch ban hành kèm theo Quyết định số ⟦# 749/QĐ-BTC⟧",
        "⟦§ Điều 4 · 15/2021/QĐ-UBND⟧ của Quy định ban hành kèm theo Quyết định số ⟦# 15/2021/QĐ-UBND⟧.",
        "bãi bỏ ⟦§ mục IV, mục V Phần II → Mục IV Phần II | Mục V Phần II · 2210/QĐ-UBND⟧ Danh mục thủ tục hành chính kèm theo Quyết định số ⟦# 2210/QĐ-UBND⟧",
        "⟦§ Điều 9 · 26/2006/QĐ-NHNN⟧ Quy chế cho vay của tổ chức tín dụng đối với khách hàng (ban hành kèm theo Quyết định số ⟦# 26/2006/QĐ-NHNN⟧)",
        "theo ⟦§ Điều 3 · this⟧ Quy chế ban hành kèm theo Quyết định này.",
        "theo mục B Mẫu số 01 Phụ lục III ban hành kèm theo Thông tư này và Phần C Phụ lục IV kèm theo Thông tư này",
        "⟦§ Điều 8 · 22/2019/QĐ-UBND⟧ Quy định thi hành ⟦Luật Đất đai⟧ ban hành kèm theo Quyết định số ⟦# 22/2019/QĐ-UBND⟧",
        "đối tượng tại ⟦§ Điều 3, Điều 4 → Điều 3 | Điều 4 · this⟧ Thông tư này thì xếp lương theo bảng kèm theo Nghị định số ⟦# 204/2004/NĐ-CP⟧",
    ]);
}

/// A citation that is cut off or whose number is blank is of an act that nothing names.
#[test]
fn a_blank_number() {
    reads([
        "Điều 4. Hiệu lực\n1. Thực hiện theo ⟦§ khoản 7 Điều 3 · unknown⟧ của Luật số",
        "Điều 2. Hồ sơ\nThực hiện theo ⟦§ khoản 4 Điều 9 · unknown⟧ Nghị định số …/2025/NĐ-CP.",
        "Điều 1. Phạm vi\nQuy định này áp dụng ⟦§ Điều 30 · unknown⟧ Thông tư số ngày 12 tháng 3 năm 2019.",
        "Theo ⟦§ khoản 1 Điều 109 · Luật Quản lý thuế⟧ ⟦Luật Quản lý thuế⟧ và ⟦§ khoản 2 Điều 25 · unknown⟧ Luật về ngân sách nhà nước thì bị xử lý.",
    ]);
}

#[test]
fn words_between_quotation_marks_are_of_no_act_outside() {
    reads([
        "Cụm từ “và ⟦§ Điều 118 · quoted⟧” được bỏ theo ⟦§ khoản 9 Điều 54 · 120/2025/QH15⟧ của Luật số ⟦# 120/2025/QH15⟧.",
    ]);
}

#[test]
fn an_aside_between_the_run_and_its_instrument() {
    reads([
        "theo ⟦§ khoản 2 Điều 14 · 52/2021/NĐ-CP⟧ (về thời hạn) của Nghị định số ⟦# 52/2021/NĐ-CP⟧",
        "theo ⟦§ Điều 6 · 12/2022/NĐ-CP⟧ (hành vi thứ hai) Nghị định số ⟦# 12/2022/NĐ-CP⟧",
    ]);
}

#[test]
fn words_that_point_back_to_an_instrument() {
    reads([
        "Nghị định số ⟦# 72/2013/NĐ-CP⟧ đã hết hiệu lực; theo ⟦§ Điều 9 · 72/2013/NĐ-CP⟧ Nghị định trên thì không phải xin phép.",
        "Thông tư số ⟦# 26/2015/TT-BTC⟧ sửa cách lập hóa đơn. ⟦§ Khoản 2 Điều 3 → khoản 2 Điều 3 · 26/2015/TT-BTC⟧ của Thông tư đó quy định.",
        "Quyết định số ⟦# 19/2018/QĐ-TTg⟧ nêu tiêu chí. Xem ⟦§ Điều 4 · 19/2018/QĐ-TTg⟧ của Quyết định vừa nêu.",
    ]);
}

#[test]
fn new_text_that_begins_behind_a_colon() {
    reads([
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧\n1. Sửa đổi ⟦§ khoản 2 Điều 4 · 03/2021/NQ-HĐND⟧ như sau: “2. Mức thu:\n\na) Bằng mức tại ⟦§ Điều 13 · quoted⟧ Nghị quyết này.\n\nb) Không quá mức tại ⟦§ khoản 1 Điều này · quoted⟧.”\n\n2. Bãi bỏ ⟦§ Điều 5 · 03/2021/NQ-HĐND⟧.\n\nĐiều 2. Thực hiện theo ⟦§ Điều 1 · this⟧ Nghị quyết này.\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧\n1. ⟦§ Khoản 2 Điều 4 → khoản 2 Điều 4 · 03/2021/NQ-HĐND⟧ được sửa đổi như sau: “2. Mức thu:\n\na) Bằng mức tại ⟦§ Điều 13 · quoted⟧ Nghị quyết này.\n\nb) Không quá mức tại ⟦§ khoản 1 Điều này · quoted⟧.”\n\n2. Bãi bỏ ⟦§ Điều 5 · 03/2021/NQ-HĐND⟧.\n\nĐiều 2. Thực hiện theo ⟦§ Điều 1 · this⟧ Nghị quyết này.\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧\n1. Sửa đổi ⟦§ khoản 2 Điều 4 · 03/2021/NQ-HĐND⟧ như sau:\n«2. Mức thu tại ⟦§ Điều 13 · quoted⟧ Nghị quyết này.»\n2. Bãi bỏ ⟦§ Điều 5 · 03/2021/NQ-HĐND⟧.\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧\n1. Sửa đổi ⟦§ khoản 2 Điều 4 · 03/2021/NQ-HĐND⟧ như sau:\n‘2. Mức thu tại ⟦§ Điều 13 · quoted⟧ Nghị quyết này.’\n2. Bãi bỏ ⟦§ Điều 5 · 03/2021/NQ-HĐND⟧.\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧\n1. Sửa đổi ⟦§ khoản 2 Điều 4 · 03/2021/NQ-HĐND⟧ như sau:\n\"2. Mức thu tại ⟦§ Điều 13 · quoted⟧ Nghị quyết này.\n3. Mức chi theo ⟦§ khoản 2 Điều này · quoted⟧.\"\n2. Bãi bỏ ⟦§ Điều 5 · 03/2021/NQ-HĐND⟧.\n",
    ]);
}

#[test]
fn an_article_that_the_draft_does_not_have() {
    reads([
        "⟦@ ỦY BAN NHÂN DÂN TỈNH HÀ NAM → Ủy ban nhân dân tỉnh Hà Nam⟧\n\nQUYẾT ĐỊNH\n\nĐiều 1. Theo ⟦Luật Giá⟧, việc kê khai thực hiện theo ⟦§ Điều 28 · Luật Giá⟧.\n\nĐiều 2. Theo ⟦Luật Giá⟧, việc niêm yết thực hiện theo ⟦§ Điều 1 · this⟧.\n\nĐiều 3. Hiệu lực thi hành.\n\nNơi nhận: Như ⟦§ Điều 3 · this⟧.\n",
    ]);
}

#[test]
fn sections_of_the_text_itself() {
    reads(["Kinh phí theo ⟦§ Mục VI · this⟧ Kế hoạch này và ⟦§ điểm 2 Mục V · this⟧ của Kế hoạch này."]);
}

#[test]
fn texts_attached_in_other_words() {
    reads([
        "Thực hiện theo ⟦§ điểm b khoản 3 Điều 10 · 39/2022/NĐ-CP⟧ Quy chế làm việc của ⟦@ Chính phủ⟧ ban hành tại Nghị định số ⟦# 39/2022/NĐ-CP⟧.",
        "Nhiệm vụ tại ⟦§ Mục III · 749/QĐ-TTg⟧ Chương trình chuyển đổi số được phê duyệt tại Quyết định số ⟦# 749/QĐ-TTg⟧.",
        "THÔNG TƯ\n\nSửa đổi, bổ sung một số điều của Quy chế thi ban hành kèm theo Thông tư số ⟦# 17/2023/TT-BGDĐT⟧\n\nĐiều 1. Sửa đổi, bổ sung ⟦§ khoản 1 Điều 12 · 17/2023/TT-BGDĐT⟧ của Quy chế thi như sau:\n“1. Đối với kỳ thi theo ⟦§ Điều 3 · quoted⟧.”.\n",
        "theo quy định về hợp đồng (⟦§ Điều 385 · Bộ luật Dân sự⟧) của ⟦Bộ luật Dân sự⟧.",
    ]);
}

/// A law in the title of an act is not what the sentence is about.
#[test]
fn a_law_in_the_title_of_an_act() {
    reads([
        "Theo Nghị định số ⟦# 15/2021/NĐ-CP⟧ quy định chi tiết một số điều của ⟦Luật Xây dựng⟧, tại ⟦§ Điều 12 · 15/2021/NĐ-CP⟧ quy định về thẩm tra.",
        "Thông tư ⟦# 80/2021/TT-BTC⟧ hướng dẫn ⟦Luật Quản lý thuế⟧ (⟦§ Điều 26 · 80/2021/TT-BTC⟧).",
        "Theo ⟦§ Điều 93 · Luật Thi hành án dân sự⟧ và các điều khoản liên quan của ⟦Luật Thi hành án dân sự⟧.",
    ]);
}

/// A joint circular in sections has no articles.
#[test]
fn an_act_in_sections() {
    reads([
        "THÔNG TƯ LIÊN TỊCH\nHướng dẫn áp dụng ⟦Bộ luật Tố tụng hình sự⟧\n\nI. VỀ THẨM QUYỀN\n1. Tòa án xét xử theo ⟦§ Điều 170 · Bộ luật Tố tụng hình sự⟧ ⟦BLTTHS → Bộ luật Tố tụng hình sự⟧ những tội quy định tại ⟦§ khoản 1 Điều 170 · Bộ luật Tố tụng hình sự⟧.\n",
    ]);
}

/// What is below "Điều 1. Sửa đổi, bổ sung một số điều của …" amends, whatever word it begins with.
#[test]
fn items_of_an_amending_article() {
    reads([
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số ⟦# 10/2020/NĐ-CP⟧\n1. Tại ⟦§ Điều 2 · 10/2020/NĐ-CP⟧, bỏ cụm từ “xe buýt”.\n2. Tại ⟦§ khoản 1 Điều 3 · 10/2020/NĐ-CP⟧:\na) ⟦§ Điểm a → điểm a · 10/2020/NĐ-CP⟧ được sửa như sau:\n“a) Xe theo ⟦§ khoản 2 Điều này · quoted⟧;”\nb) Thay cụm từ “niêm yết” tại ⟦§ điểm b · 10/2020/NĐ-CP⟧.\n3. ⟦§ Khoản 4 Điều 5 → khoản 4 Điều 5 · 10/2020/NĐ-CP⟧ được bổ sung đoạn sau: “Công bố theo ⟦§ Điều 20 · quoted⟧ của Nghị định này”.\n4. Chuyển ⟦§ khoản 5 Điều 18 · 10/2020/NĐ-CP⟧ thành ⟦§ khoản 6 Điều 18 · 10/2020/NĐ-CP⟧.\n5. Sửa tên ⟦§ Điều 21 · 10/2020/NĐ-CP⟧ thành: “Điều 21. Cấp phép”.\n\nĐiều 2. Hiệu lực\n1. Thực hiện ⟦§ khoản 4 Điều 1 · this⟧.\n",
        "Điều 2. Bãi bỏ ⟦§ Điều 4 · 12/2014/TT-BGTVT⟧ Thông tư số ⟦# 12/2014/TT-BGTVT⟧. Báo cáo theo ⟦§ Điều 3 · this⟧.\nĐiều 3. Tổ chức thực hiện\n",
    ]);
}

#[test]
fn what_an_act_is_cited_without_or_with() {
    reads([
        "Điều 21. Hiệu lực\n3. ⟦Luật Quảng cáo⟧ số ⟦# 16/2012/QH13⟧ hết hiệu lực, trừ các ⟦§ Điều 41, 42 → Điều 41 | Điều 42 · 16/2012/QH13⟧.\n",
        "Điều 2. Ban Thường vụ\n2. Theo Quy định số ⟦# 22-QĐ/TW⟧, trong đó ⟦§ Điều 11 · 22-QĐ/TW⟧ quy định thẩm quyền.\n",
        // A cell of a table has instruments of its own.
        "| Sửa đổi ⟦§ khoản 2 Điều 3 · unknown⟧ | Phù hợp với ⟦§ Điều 8 · Luật Đường bộ⟧ ⟦Luật Đường bộ⟧ |",
    ]);
}

#[test]
fn a_slash_between_a_unit_and_its_instrument() {
    reads([
        "⟦§ Điều 3 · 15/2022/NĐ-CP⟧ / Nghị định ⟦# 15/2022/NĐ-CP⟧",
        "Căn cứ: ⟦§ khoản 2 Điều 8 · Luật Giá⟧/⟦Luật Giá 2023 → Luật Giá · 2023⟧",
    ]);
}

#[test]
fn the_sentence_of_issue_says_what_the_articles_amend() {
    reads([
        "⟦@ Chính phủ⟧ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số ⟦# 15/2022/NĐ-CP⟧.\n\nĐiều 1. Sửa đổi, bổ sung một số khoản của ⟦§ Điều 2 · 15/2022/NĐ-CP⟧\n1. Bãi bỏ ⟦§ khoản 1 · 15/2022/NĐ-CP⟧.\n",
        "⟦@ Bộ trưởng Bộ Y tế⟧ ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số ⟦# 09/2022/TT-BYT⟧:\n\nĐiều 1. Sửa đổi ⟦§ Điều 4 · 09/2022/TT-BYT⟧ như sau:\n",
    ]);
}

#[test]
fn a_type_word_in_small_letters_before_the_number() {
    reads([
        "theo Nghị định ⟦# 15/2022/NĐ-CP⟧; điểm này xem ⟦§ khoản 3 điều 6 → khoản 3 Điều 6 · 100/2019/NĐ-CP⟧ nđ ⟦# 100/2019/nđ-cp → 100/2019/NĐ-CP⟧.",
    ]);
}

#[test]
fn brackets_dashes_and_numbers_beside_a_run() {
    reads([
        // Brackets say where it stands what the sentence says of its only instrument, in a draft with articles too.
        "Điều 1. Hợp đồng\n⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧ (Luật số ⟦# 91/2015/QH13⟧) quy định về gia công (⟦§ Điều 542 đến Điều 544 → Điều 542 | Điều 543 | Điều 544 · 91/2015/QH13⟧).\n",
        "⟦Luật Thuế giá trị gia tăng 2024 → Luật Thuế giá trị gia tăng · 2024⟧ (số ⟦# 48/2024/QH15⟧) - ⟦§ Điều 14 · 48/2024/QH15⟧ về hóa đơn.",
        "theo ⟦§ khoản 5 Điều 18 · 43/2014/NĐ-CP⟧ - Nghị định ⟦# 43/2014/NĐ-CP⟧; ⟦§ khoản 4 Điều 103 · Luật Đất đai⟧ – ⟦Luật Đất đai năm 2013 → Luật Đất đai · 2013⟧.",
        "Theo ⟦§ Điều 40 · unknown⟧ QCVN 01:2019/BCT và ⟦Luật Hóa chất⟧.",
        "Điều 1. Phạm vi\nKhoản này được bổ sung theo ⟦§ khoản 1 Điều 1 · unknown⟧ của Luật số 07/2022/",
        "theo ⟦§ khoản 1 Điều 39 · 24/2024/TT-BGDĐT⟧ Quy chế thi tốt nghiệp ban hành kèm Thông tư ⟦# 24/2024/TT-BGDĐT⟧.",
    ]);
}

#[test]
fn this_law_in_an_excerpt_that_amends_others() {
    reads([
        "Sửa đổi, bổ sung ⟦§ khoản 4 Điều 60 · unknown⟧ như sau:\n\nBãi bỏ ⟦§ Điều 9 · 16/2023/QH15⟧ của ⟦Luật Giá⟧ số ⟦# 16/2023/QH15⟧.\n\n⟦§ Điều 190 · this⟧ của Luật này có hiệu lực từ ngày 01 tháng 4 năm 2024.\n",
    ]);
}
