//! Numbers (*số, ký hiệu*): every family, dirty forms, enumerations, numbers without symbol, look-alikes.

use super::notation::{reads, reads_as, reads_nothing};
use viendan::document::Format;

#[test]
fn national_assembly_and_its_standing_committee() {
    reads([
        "Luật số ⟦# 64/2025/QH15⟧ và Nghị quyết số ⟦# 202/2025/QH15⟧.",
        "Luật số ⟦# 01/1997/QH10⟧ có hiệu lực.",
        "Pháp lệnh số ⟦# 01/2012/UBTVQH13⟧ và Nghị quyết số ⟦# 351/2017/UBTVQH14⟧.",
        "Pháp lệnh số ⟦# 28/2005/PL-UBTVQH11⟧ hết hiệu lực.",
        "Nghị quyết số ⟦# 755/2005/NQ-UBTVQH11⟧ được bãi bỏ.",
        "Nghị quyết số ⟦# 294A/2007/UBTVQH12⟧ được bãi bỏ.",
        "Nghị quyết số ⟦# 1656/NQ-UBTVQH15⟧ được bãi bỏ.",
    ]);
}

#[test]
fn president_government_and_prime_minister() {
    reads([
        "Lệnh số ⟦# 06/2020/L-CTN⟧ công bố.",
        "Quyết định số ⟦# 1234/QĐ-CTN⟧ bổ nhiệm.",
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧ quy định.",
        "Nghị quyết số ⟦# 128/NQ-CP⟧ quy định.",
        "Nghị quyết số ⟦# 30c/NQ-CP⟧ quy định.",
        "Nghị quyết số ⟦# 05/2025/NQ-CP⟧ quy định.",
        "Quyết định số ⟦# 28/2018/QĐ-TTg⟧ và Quyết định số ⟦# 749/QĐ-TTg⟧.",
        "Chỉ thị số ⟦# 16/CT-TTg⟧ và Công điện số ⟦# 41/CĐ-TTg⟧.",
    ]);
}

#[test]
fn the_dotted_series_of_resolutions_is_no_decimal() {
    reads([
        "Nghị quyết số ⟦# 66.7/2025/NQ-CP⟧ khác Nghị quyết số ⟦# 66.10/2025/NQ-CP⟧.",
        "Nghị quyết số ⟦# 66.1/2025/NQ-CP⟧ được thay thế.",
    ]);
}

#[test]
fn ministries_courts_and_joint_acts() {
    reads([
        "Thông tư số ⟦# 05/2026/TT-BGDĐT⟧ có hiệu lực.",
        "Thông tư số ⟦# 03/2026/TT-VKSTC⟧ có hiệu lực.",
        "Quyết định số ⟦# 109/2005/QĐ-BCA⟧ hết hiệu lực.",
        "Nghị quyết số ⟦# 05/2019/NQ-HĐTP⟧ hướng dẫn.",
        "Thông tư liên tịch số ⟦# 55/2015/TTLT-BTC-BKHCN⟧ hướng dẫn.",
        "Thông tư liên tịch số ⟦# 02/2018/TTLT-VKSNDTC-TANDTC-BCA-BTP-BTC-BNN&PTNT⟧ hướng dẫn.",
        "Nghị quyết liên tịch số ⟦# 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN⟧ hướng dẫn.",
    ]);
}

#[test]
fn local_acts_and_administrative_documents() {
    reads([
        "Nghị quyết số ⟦# 12/2023/NQ-HĐND⟧ và Quyết định số ⟦# 85/2025/QĐ-UBND⟧.",
        "Quyết định số ⟦# 832/QĐ-UBND⟧ phê duyệt.",
        "Thông báo số ⟦# 169/TB-VPCP⟧ nêu rõ.",
        "Tờ trình số ⟦# 45/TTr-BTC⟧ đề nghị.",
        "Kế hoạch số ⟦# 33/KH-UBND⟧ triển khai.",
        "Báo cáo số ⟦# 219/BC-BNV⟧ đánh giá.",
        "Quyết định số ⟦# 85b/QĐ-BTC⟧ ban hành.",
        "Báo cáo số ⟦# 2005/BC-UBPLTP15⟧ thẩm tra.",
    ]);
}

#[test]
fn official_letters_have_no_type_code() {
    reads([
        "Công văn số ⟦# 8374/VPCP-KTTH⟧ yêu cầu.",
        "Công văn số ⟦# 3954/UBND-VX⟧ yêu cầu.",
        "Công văn số ⟦# 12729/VPCP-KGVX⟧ yêu cầu.",
        "Công văn số ⟦# 1234/CT-CS⟧ trả lời.",
        "Công văn số ⟦# 4321/TCT-CS⟧ trả lời.",
    ]);
}

#[test]
fn party_documents() {
    reads([
        "Nghị quyết số ⟦# 57-NQ/TW⟧ và Kết luận số ⟦# 198-KL/TW⟧.",
        "Quy định số ⟦# 66-QĐ/TW⟧ và Hướng dẫn số ⟦# 36-HD/VPTW⟧.",
        "Chỉ thị số ⟦# 06-CT/TU⟧ của tỉnh.",
        "Quyết định số ⟦# 519-QĐ/UBKTTW⟧ thi hành.",
        "Nghị quyết số ⟦# 12-NQ/ĐU⟧, ngày 05/9/2026.",
    ]);
}

#[test]
fn consolidated_texts() {
    reads(["Văn bản hợp nhất số ⟦# 72/VBHN-VPQH⟧ đã đăng.", "(hợp nhất tại Văn bản hợp nhất số ⟦# 21/VBHN-NHNN⟧)"]);
}

#[test]
fn old_forms_are_kept_as_they_are() {
    reads([
        "Sắc lệnh số ⟦# 47-SL⟧ năm 1945.",
        "Luật số ⟦# 3-LCT/HĐNN7⟧ về bầu cử.",
        "Nghị định số ⟦# 191-CP⟧ của ⟦@ Hội đồng Chính phủ⟧.",
        "Nghị định số ⟦# 139-HĐBT⟧ được bãi bỏ.",
        "Nghị định số ⟦# 43/CP⟧ và Nghị định số ⟦# 64/CP⟧.",
        "Quyết định số ⟦# 661/TTg⟧ được bãi bỏ.",
        "Quyết định số ⟦# 327-CT⟧ được bãi bỏ.",
        "Thông tư số ⟦# 59-TC/TCT⟧ hướng dẫn.",
    ]);
}

#[test]
fn look_alike_letters_are_read_as_meant() {
    reads([
        "Nghị định số ⟦# 30/2020/NÐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Thông tư số ⟦# 15/2020/TT-BLÐTBXH → 15/2020/TT-BLĐTBXH⟧ quy định.",
        "Nghị định số ⟦# 30/2020/NƉ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30/2020/ND-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Quyết định số ⟦# 12/QD-UBND → 12/QĐ-UBND⟧ quy định.",
        "Nghị định số ⟦# 30/2020/NĐ-СР → 30/2020/NĐ-CP⟧ viết bằng chữ Kirin.",
    ]);
}

#[test]
fn dashes_slashes_and_spaces_are_read_as_meant() {
    reads([
        "Nghị định số ⟦# 30/2020/NĐ–CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30/2020/NĐ—CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30/2020/NĐ\u{2011}CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30∕2020∕NĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 113/2015/ NĐ-CP → 113/2015/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 14/2017/NĐ- CP → 14/2017/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 38 /2008/NĐ-CP → 38/2008/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30/2020/\u{a0}NĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số\u{a0}⟦# 30/2020/NĐ-CP⟧ quy định.",
    ]);
}

#[test]
fn numbers_broken_over_lines_are_joined() {
    reads([
        "Thông tư số ⟦# 07/2026/TT-\nBNNMT → 07/2026/TT-BNNMT⟧ quy định.",
        "Nghị định số ⟦# 30/2020/\nNĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số\n⟦# 30/2020/NĐ-CP⟧ quy định.",
        "Nghị \nđịnh số ⟦# 30/2020/NĐ-CP⟧ quy định.",
    ]);
}

#[test]
fn wrong_case_is_read_as_meant() {
    reads([
        "Nghị định số ⟦# 127/2021/nđ-cp → 127/2021/NĐ-CP⟧ quy định.",
        "Quyết định số ⟦# 06/QĐ-TTG → 06/QĐ-TTg⟧ quy định.",
        "Tờ trình số ⟦# 45/TTR-BTC → 45/TTr-BTC⟧ đề nghị.",
    ]);
}

#[test]
fn misplaced_and_missing_separators_are_read_as_meant() {
    reads([
        "Nghị định số ⟦# 30/2020NĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị quyết số ⟦# 57/NQ-TW → 57-NQ/TW⟧ của Đảng.",
        "Quyết định số ⟦# 4132-QĐ/UBND → 4132/QĐ-UBND⟧ quy định.",
        "Nghị định số ⟦# 30/NĐ-CP/2020 → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 85/2017/2017/NĐ-CP → 85/2017/NĐ-CP⟧ quy định.",
        "Nghị định số ⟦# 30-2020-NĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Nghị định⟦# 30/2020/NĐ-CP⟧, NĐ⟦# 31/2020/NĐ-CP⟧ và Thông tư⟦# 80/2021/TT-BTC⟧.",
    ]);
}

#[test]
fn serials_are_padded_to_two_digits() {
    reads([
        "Nghị quyết số ⟦# 8/2026/QH16 → 08/2026/QH16⟧ quy định.",
        "Nghị định số ⟦# 1/2019/NĐ-CP → 01/2019/NĐ-CP⟧ quy định.",
        "Quyết định số ⟦# 001/QĐ-UBND → 01/QĐ-UBND⟧ quy định.",
    ]);
}

#[test]
fn letters_that_were_scanned_for_digits() {
    reads([
        "Nghị định số ⟦# 3O/2020/NĐ-CP → 30/2020/NĐ-CP⟧ quy định.",
        "Thông tư số ⟦# l5/2020/TT-BYT → 15/2020/TT-BYT⟧ quy định.",
    ]);
}

#[test]
fn decomposed_letters() {
    reads([
        "Nghi\u{323} đi\u{323}nh số ⟦# 30/2020/NĐ-CP⟧ quy định.",
        "theo ⟦Luâ\u{323}t Đâ\u{301}t đai năm 2024 → Luật Đất đai · 2024⟧.",
    ]);
}

#[test]
fn the_full_stop_belongs_to_the_sentence() {
    reads([
        "Thực hiện Nghị định số ⟦# 24/2020/NĐ-CP⟧. Các đơn vị thi hành.",
        "Nghị quyết số ⟦# 11/2016/UBTVQH13⟧.",
        "(Nghị định số ⟦# 30/2020/NĐ-CP⟧)",
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧, hiệu lực từ ngày ký;",
    ]);
}

#[test]
fn so_may_be_doubled_or_have_a_colon() {
    reads([
        "theo Nghị định số: ⟦# 154/2024/NĐ-CP⟧ quy định.",
        "theo Nghị định số Số: ⟦# 154/2024/NĐ-CP⟧ quy định.",
        "theo Nghị định số số ⟦# 154/2024/NĐ-CP⟧ quy định.",
        "theo Nghị định ⟦# 154/2024/NĐ-CP⟧ quy định.",
        "theo NĐ ⟦# 154/2024/NĐ-CP⟧ quy định.",
        "theo QĐ số ⟦# 06/QĐ-TTg⟧ quy định.",
    ]);
}

#[test]
fn several_numbers_after_one_type_word() {
    reads([
        "các Nghị định số ⟦# 15/2013/NĐ-CP⟧ và ⟦# 46/2015/NĐ-CP⟧.",
        "Nghị định số ⟦# 15/2013/NĐ-CP⟧, ⟦# 46/2015/NĐ-CP⟧ và số ⟦# 06/2021/NĐ-CP⟧.",
        "⟦# 142/2009/QĐ-TTg⟧ và ⟦# 49/2012/QĐ-TTg⟧",
        "Luật số ⟦# 94/2025/QH15⟧, Luật số ⟦# 116/2025/QH15⟧ và Luật số ⟦# 135/2025/QH15⟧.",
    ]);
}

#[test]
fn serials_that_share_a_symbol() {
    reads([
        "các Quyết định số ⟦# 12 → 12/QĐ-UBND⟧, ⟦# 13 → 13/QĐ-UBND⟧ và ⟦# 15/QĐ-UBND⟧.",
        "các Quyết định số ⟦# 12 → 12/QĐ-UBND⟧ và ⟦# 13/QĐ-UBND⟧ hết hiệu lực.",
    ]);
}

#[test]
fn numbers_without_symbol() {
    reads([
        "xử phạt theo Nghị định ⟦# 168⟧ từ năm nay.",
        "theo Thông tư ⟦# 80/2021⟧ và Nghị định ⟦# 126/2020 → 126/2020/NĐ-CP⟧.",
        "theo NĐ ⟦# 168⟧ từ năm nay.",
        "Thông tư số ⟦# 80/2021/TT-BTC⟧ có hiệu lực. Theo Thông tư ⟦# 80 → 80/2021/TT-BTC⟧ thì được hoàn thuế.",
        "Nghị định số ⟦# 43/2014/NĐ-CP⟧ hướng dẫn.\n\nNĐ ⟦# 43 → 43/2014/NĐ-CP⟧ được sửa.",
    ]);
}

#[test]
fn standards_and_precedents_are_no_instruments() {
    reads_nothing([
        "theo TCVN 14423:2026 và QCVN 01:2026/BXD.",
        "QCVN 12:2026/BCA ban hành.",
        "Án lệ số 01/2016/AL được công bố.",
        "Bản án số 12/2023/DS-ST và bản án số 45/2022/HS-PT.",
        "theo Mẫu số 28/HS và Biểu mẫu 01/ĐK.",
    ]);
}

#[test]
fn dates_fractions_and_scales_are_no_numbers() {
    reads_nothing([
        "ngày 20/11/2019, giai đoạn 2021-2025, phục vụ 24/7.",
        "bản đồ tỷ lệ 1/500 và 1/2000; chiếm 2/3 tổng số; đạt 21/25 điểm.",
        "mã thủ tục 1.000123, thửa 699/5.187.",
        "giá 30.000.000 đồng, lãi suất 5%/năm, điện thoại 024.3804.1234.",
        "Trong 05 Nghị định và 10 Thông tư đã ban hành.",
        "Nghị quyết năm 2024 đề ra 3 mục tiêu.",
    ]);
}

#[test]
fn papers_of_companies_and_placeholders_are_no_numbers() {
    reads_nothing([
        "Nghị quyết số 1497/NQ-HĐQT của công ty.",
        "Quyết định số 727/QĐ-HĐQT của công ty.",
        "Hợp đồng số 01/2026/HĐDV-X ký ngày 01/02/2026.",
        "Hợp đồng số 12/HĐ-ABC và Phụ lục hợp đồng số 01/PLHĐ-BTC.",
        "Hợp đồng mua bán hàng hóa số 05/2020/HĐMB-BTC và hợp đồng thế chấp số 160/2023/TC/NTT.",
        "Mẫu PL20-PĐGKQ.docx và Thông tư 20-2018-TT-BNNPTNT.docx",
        "Số: …/QĐ-UBND",
        "Nghị định số ...../2025/NĐ-CP quy định.",
        "Xem https://vanban.example/30/2020/NĐ-CP.html để biết.",
    ]);
}

#[test]
fn own_numbers_in_titles_and_in_a_file_of_several_acts() {
    reads([
        "THÔNG TƯ LIÊN TỊCH\nCỦA ⟦@ BỘ TƯ PHÁP → Bộ Tư pháp⟧ - ⟦@ BỘ CÔNG AN → Bộ Công an⟧ SỐ 05/2011/TTLT-BTP-BCA\nNGÀY 04 THÁNG 4 NĂM 2011\n\nCăn cứ Nghị định số ⟦# 93/2008/NĐ-CP⟧;\n",
        "QUYẾT ĐỊNH\nSỬA ĐỔI, BỔ SUNG\nQUYẾT ĐỊNH SỐ ⟦# 12/2015/QĐ-UBND⟧\n\nCăn cứ ⟦Luật Đất đai⟧;\n",
        "⟦@ BỘ Y TẾ → Bộ Y tế⟧\nSố: 12/BYT-KCB\nHà Nội, ngày 5 tháng 1 năm 2020\n\nCăn cứ ⟦Luật Dược⟧, xin trả lời.\n\n⟦@ BỘ Y TẾ → Bộ Y tế⟧\nSố: 45/BYT-KCB\nHà Nội, ngày 9 tháng 2 năm 2020\n\nKính gửi: Các sở\n",
        // The table of facts on a page.
        "Điều 1. Phạm vi\n\nThuộc tính văn bản\n\nSố: ⟦# 12/2020/NĐ-CP⟧\n\nLoại: Nghị định\n",
    ]);
    reads_as(
        Format::Markdown,
        [
            "# Nghị định 15/2021/NĐ-CP về quản lý dự án\n\nCăn cứ ⟦Luật Xây dựng⟧;\n\nĐiều 1. Phạm vi\n\nNghị định này thay thế Nghị định số ⟦# 59/2015/NĐ-CP⟧.\n",
            "# Luật Viên chức số 58/2010/QH12\n\nCăn cứ ⟦Hiến pháp⟧;\n\nĐiều 1. Phạm vi\n\nLuật này quy định về viên chức.\n",
            // A digest of it.
            "# Nghị định ⟦# 15/2021/NĐ-CP⟧: những điểm mới\n\nNghị định có hiệu lực từ ngày ký.\n",
        ],
    );
}

#[test]
fn numbers_without_anything_in_front() {
    reads(["Thông báo: ⟦# 01/2024/TB-VKSCT⟧, ⟦# 18-L/CTN⟧.", "Hóa đơn 01/2024/AB-XY."]);
}

#[test]
fn the_documents_own_number_is_not_marked() {
    reads([
        "⟦@ CHÍNH PHỦ → Chính phủ⟧\n\nSố: 30/2020/NĐ-CP\n\nHà Nội, ngày 05 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\n\nVề công tác văn thư\n\nCăn cứ ⟦Luật Lưu trữ · 2024⟧ ngày 21 tháng 6 năm 2024;",
        "⟦@ QUỐC HỘI → Quốc hội⟧\n\nLuật số: 17/2023/QH15\n\nLUẬT\n\nHỢP TÁC XÃ\n\n⟦@ Quốc hội⟧ ban hành ⟦Luật Hợp tác xã⟧.",
    ]);
}

#[test]
fn shortened_numbers_of_one_document() {
    reads([
        "Theo Thông tư ⟦# 200⟧ và ⟦# 133⟧, kế toán ghi sổ. Có Nghị định ⟦# 15⟧ và 23 doanh nghiệp nộp thuế.",
        "NĐ ⟦# 105/2025 → 105/2025/NĐ-CP⟧ thay văn bản cũ; theo NĐ ⟦# 105 → 105/2025/NĐ-CP⟧ thì miễn.",
        "Nghị định số ⟦# 127/2013/NĐ-CP⟧ còn hiệu lực; Nghị định ⟦# 127/NĐ-CP → 127/2013/NĐ-CP⟧ quy định mức phạt.",
        "Công văn số ⟦# 656/SCT-CN⟧ ngày 06/02/2026; kế hoạch theo CV ⟦# 656 → 656/SCT-CN⟧.",
        "NĐ⟦# 70⟧ của ⟦@ Chính phủ⟧, xem tệp TT19_2025.docx.",
    ]);
}
