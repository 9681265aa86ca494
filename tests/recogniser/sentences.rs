//! Sentences of every genre as they are written: laws, decrees, circulars, decisions of provinces, letters, notices, documents
//! of the Party, questions and answers, contracts, old forms, scanned text. One table a genre.

use super::notation::{reads, reads_nothing};

#[test]
fn laws_decrees_and_circulars() {
    reads([
        "Căn cứ ⟦Luật Tổ chức Chính phủ⟧ số ⟦# 63/2025/QH15⟧ ngày 18 tháng 02 năm 2025;",
        "Căn cứ ⟦Luật Ban hành văn bản quy phạm pháp luật⟧ số ⟦# 64/2025/QH15⟧ được sửa đổi, bổ sung bởi Luật số ⟦# 87/2025/QH15⟧;",
        "Việc đăng ký thực hiện theo quy định tại ⟦§ điểm b, c khoản 2 và khoản 4 Điều 12 → điểm b khoản 2 Điều 12 | điểm c khoản 2 Điều 12 | khoản 4 Điều 12 · this⟧ của Luật này.",
        "Trường hợp quy định tại các ⟦§ điểm a, b, d và đ khoản 1 Điều 5 → điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 | điểm d khoản 1 Điều 5 | điểm đ khoản 1 Điều 5 · Luật Đầu tư⟧ thì không áp dụng ⟦§ Điều 7 · Luật Đầu tư⟧ ⟦Luật Đầu tư⟧.",
        "Thẩm quyền giao đất thực hiện theo ⟦§ Mục 2 Chương III · Luật Đất đai⟧ ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "Người phạm tội theo ⟦§ Điều 173 · Bộ luật Hình sự⟧ ⟦Bộ luật Hình sự năm 2015 → Bộ luật Hình sự · 2015⟧ (sửa đổi, bổ sung năm 2017) bị phạt tù.",
        "Bãi bỏ ⟦§ khoản 3 Điều 8 và Điều 9 → khoản 3 Điều 8 | Điều 9 · 01/2021/NĐ-CP⟧ Nghị định số ⟦# 01/2021/NĐ-CP⟧ ngày 04 tháng 01 năm 2021 của ⟦@ Chính phủ⟧ về đăng ký doanh nghiệp.",
        "Nghị định này thay thế Nghị định số ⟦# 110/2004/NĐ-CP⟧ và Nghị định số ⟦# 09/2010/NĐ-CP⟧.",
        "Thông tư này bãi bỏ các Thông tư số ⟦# 12/2019/TT-BTC⟧, ⟦# 13/2019/TT-BTC⟧ và số ⟦# 15/2020/TT-BTC⟧.",
        "Thông tư liên tịch số ⟦# 01/2016/TTLT-VKSNDTC-TANDTC-BCA-BTP⟧ hết hiệu lực.",
        "Theo đề nghị của ⟦@ Cục trưởng Cục Quản lý đất đai⟧ và Vụ trưởng Vụ Pháp chế;",
        "⟦@ Bộ trưởng Bộ Nông nghiệp và Môi trường⟧ ban hành Thông tư quy định kỹ thuật.",
    ]);
}

#[test]
fn provincial_acts_letters_and_notices() {
    reads([
        "Quyết định số ⟦# 15/2024/QĐ-UBND⟧ ngày 05/6/2024 của ⟦@ Ủy ban nhân dân tỉnh Lâm Đồng⟧ quy định giá nước sạch.",
        "Nghị quyết số ⟦# 08/2023/NQ-HĐND⟧ của ⟦@ Hội đồng nhân dân thành phố Đà Nẵng⟧ về mức thu phí.",
        "Giao ⟦@ Chủ tịch UBND TP. HCM → Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh⟧, ⟦@ Giám đốc Sở Tài chính tỉnh Nghệ An⟧ chịu trách nhiệm thi hành.",
        "Phúc đáp Công văn số ⟦# 2716/BNV-TCBC⟧ ngày 12/5/2025 của ⟦@ Bộ Nội vụ⟧, ⟦@ Sở Nội vụ tỉnh Lào Cai⟧ có ý kiến như sau.",
        "⟦@ Văn phòng Chính phủ⟧ nhận được văn bản số ⟦# 1423/UBND-KTTH⟧ của ⟦@ Ủy ban nhân dân tỉnh Quảng Trị⟧.",
        "Thực hiện ý kiến của ⟦@ Phó Thủ tướng Chính phủ⟧ tại Công văn số ⟦# 4567/VPCP-NN⟧, ⟦@ Bộ Xây dựng⟧ báo cáo.",
        "Thông báo số ⟦# 88/TB-VPCP⟧ ngày 14/3/2025 kết luận của ⟦@ Thủ tướng Chính phủ⟧.",
        "Thực hiện Công điện số ⟦# 34/CĐ-TTg⟧ ngày 09/4/2025 của ⟦@ Thủ tướng Chính phủ⟧.",
    ]);
}

#[test]
fn party_documents() {
    reads([
        "Nghị quyết số ⟦# 57-NQ/TW⟧ ngày 22/12/2024 của ⟦@ Bộ Chính trị⟧ về đột phá phát triển khoa học, công nghệ.",
        "Quy định số ⟦# 178-QĐ/TW⟧, ngày 27/6/2024 của ⟦@ Bộ Chính trị⟧ về kiểm soát quyền lực.",
        "Kết luận số ⟦# 121-KL/TW⟧ ngày 24/01/2025 của ⟦@ Ban Chấp hành Trung ương → Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam⟧.",
        "Hướng dẫn số ⟦# 26-HD/BTCTW⟧ của ⟦@ Ban Tổ chức Trung ương⟧.",
        "Chương trình hành động số ⟦# 45-CTr/TU⟧ của ⟦@ Tỉnh ủy Thanh Hóa⟧.",
    ]);
}

#[test]
fn questions_answers_and_contracts() {
    reads([
        "Người lao động có được nghỉ không? Theo ⟦§ Điều 113 · Bộ luật Lao động⟧ ⟦BLLĐ 2019 → Bộ luật Lao động · 2019⟧ thì được nghỉ 12 ngày.",
        "Căn cứ ⟦§ khoản 1 Điều 468 · Bộ luật Dân sự⟧ ⟦BLDS 2015 → Bộ luật Dân sự · 2015⟧, lãi suất không vượt quá 20%/năm.",
        "Theo NĐ ⟦# 168/2024/NĐ-CP⟧, vượt đèn đỏ bị phạt theo ⟦§ điểm b khoản 9 Điều 6 · 168/2024/NĐ-CP⟧.",
        "⟦§ Điều 6 · 168⟧ Nghị định ⟦# 168⟧ quy định mức phạt.",
        "Hợp đồng này được lập theo ⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧ và ⟦Luật Thương mại 2005 → Luật Thương mại · 2005⟧.",
        "Bên B bồi thường theo ⟦§ Điều 302 · Luật Thương mại⟧ ⟦Luật Thương mại năm 2005 → Luật Thương mại · 2005⟧; tranh chấp giải quyết tại ⟦@ Tòa án nhân dân tối cao⟧.",
        "Phụ lục là bộ phận của Hợp đồng số 15/2025/HĐMB-AB ký ngày 02/01/2025.",
    ]);
}

#[test]
fn forms_of_1945_to_1998() {
    reads([
        "Sắc lệnh số ⟦# 47/SL⟧ ngày 10/10/1945 tạm giữ các luật lệ hiện hành.",
        "Nghị định số ⟦# 191-CP⟧ ngày 28/6/1980 của ⟦@ Hội đồng Chính phủ⟧.",
        "Quyết định số ⟦# 217-HĐBT⟧ ngày 14/11/1987 của ⟦@ Hội đồng Bộ trưởng⟧.",
        "Chỉ thị số ⟦# 202-CT⟧ ngày 08/6/1992 của ⟦@ Chủ tịch Hội đồng Bộ trưởng⟧.",
        "Quyết định số ⟦# 327-CT⟧ ngày 15/9/1992.",
        "Pháp lệnh số ⟦# 3-LCT/HĐNN8⟧ ngày 07/7/1987 của ⟦@ Hội đồng Nhà nước⟧.",
        "Nghị định số ⟦# 64-CP⟧ ngày 27/9/1993 của ⟦@ Chính phủ⟧ về giao đất nông nghiệp.",
        "Thông tư số ⟦# 05/98/TT-BXD → 05/1998/TT-BXD⟧ ngày 22/9/1998.",
        "Quyết định số ⟦# 773-TTg⟧ ngày 21/12/1994 của ⟦@ Thủ tướng Chính phủ⟧.",
    ]);
}

#[test]
fn acts_of_the_first_years() {
    reads([
        "Sắc lệnh số ⟦# 63⟧ ngày 22 tháng 11 năm 1945 tổ chức chính quyền nhân dân địa phương.",
        "Điều thứ nhất: bãi bỏ ⟦§ Điều 5 · 13⟧ Sắc lệnh số ⟦# 13⟧ ngày 24 tháng 1 năm 1946.",
        "Chiểu sắc lệnh số ⟦# 85⟧ ngày 22-5-1950; chiểu Sắc luật số ⟦# 002/SLt⟧ ngày 18/6/1957;",
        "Sắc lệnh ⟦# 63/SL⟧ và các Sắc lệnh số ⟦# 77⟧, ⟦# 22⟧ và ⟦# 013⟧ đều hết hiệu lực.",
        "các Sắc lệnh số ⟦# 05 → 05/SL⟧, ⟦# 013 → 013/SL⟧ và ⟦# 063/SL⟧",
        "Luật số ⟦# 101-SL/L.003⟧ ngày 20/5/1957 về quyền tự do hội họp.",
        "Nghị-định số ⟦# 181-NV/6⟧ ngày 12-6-1951 của ⟦@ Bộ Nội-vụ → Bộ Nội vụ⟧.",
        "⟦@ Chủ-tịch Chính-phủ → Chủ tịch Chính phủ⟧ và ⟦@ Uỷ-ban Thường-vụ Quốc-hội → Ủy ban Thường vụ Quốc hội⟧",
    ]);
}

/// "Điều thứ …" of old acts, letters read for digits in labels, short names of laws.
#[test]
fn labels_and_short_names_seldom_seen() {
    reads([
        "Theo ⟦§ Điều 13 và Điều thứ 14 → Điều 13 | Điều 14 · 97/SL⟧ Sắc lệnh ⟦# 97/SL⟧; ⟦§ Điều thứ nhất → Điều 1 · 13⟧ Sắc lệnh số ⟦# 13⟧",
        "⟦§ Điều 1O khoản l → khoản 1 Điều 10 · Luật Đất đai⟧ ⟦Luật Đất đai⟧; ⟦§ Khoản 2, Điều l5 → khoản 2 Điều 15 · 10/2020/NĐ-CP⟧ Nghị định số ⟦# 10/2020/NĐ-CP⟧",
        "⟦§ Điều 24 · Luật Thương mại⟧ ⟦LTM 2005 → Luật Thương mại · 2005⟧ và ⟦Luật TTHC 2015 → Luật Tố tụng hành chính · 2015⟧",
    ]);
}

/// Forms and annexes are numbered like acts but aren't acts.
#[test]
fn numbers_of_forms() {
    reads_nothing([
        "theo Mẫu số 01/TB-BSTT-NN, 02/TB-KTT và 03/QĐ-XPHC",
        "các mẫu số 01/TTr-BTC, 02, 03/TB-BTC hoặc mẫu số: 04/QĐ-BTC",
        "mẫu 02/ĐK-TCT, Biểu mẫu số 05a/BCĐG, Phụ lục số 01/QĐ-UBND, Phiếu số 03/TTr-BTC",
        "| Mẫu số 01/GTGT | Tờ khai |\n| Mẫu số 02/TB-TCT | Thông báo |",
        "lập theo mẫu quyết định số 02/QĐ-XPHC; Mẫu Quyết định số 02 kèm theo",
    ]);
    reads([
        "Mẫu số 01/TB-KTT kèm theo Thông tư số ⟦# 80/2021/TT-BTC⟧, Thông báo số ⟦# 15/TB-TCT⟧",
        "Mẫu số 02/QĐ-XPHC và ⟦# 118/2021/NĐ-CP⟧; Phụ lục II Quyết định số ⟦# 06/QĐ-TTg⟧",
        "Mẫu số 01 (Quyết định số ⟦# 15/QĐ-BTC⟧)",
    ]);
}

/// Blanks within words of the grammar and within numbers, as scanned text has them.
#[test]
fn broken_by_blanks() {
    reads([
        "Ngh ị định số ⟦# 30/2020/NĐ-CP⟧ ngày 05 th áng 3 năm 2020 c ủa ⟦@ Chính ph ủ → Chính phủ⟧",
        "T hông tư số ⟦# 15/2020/TT-BTC⟧ và Th ông tư số ⟦# 16/2020/TT-BTC⟧",
        "theo ⟦§ kho ản 2 Đi ều 5 → khoản 2 Điều 5 · 12/2019/QĐ-UBND⟧ Quy ết định s ố ⟦# 12/2019/QĐ-UBND⟧",
        "⟦§ đi ểm a kho ản 1 Đ iều 9 → điểm a khoản 1 Điều 9 · Luật Đất đai⟧ ⟦L uật Đất đai → Luật Đất đai⟧",
        "QUY ẾT Đ ỊNH số ⟦# 12/QĐ-TTg⟧ của ⟦@ TH Ủ TƯỚNG CHÍNH PH Ủ → Thủ tướng Chính phủ⟧",
        "Nghị định số ⟦# 1 9/2011/NĐ-CP → 19/2011/NĐ-CP⟧; Thông tư số ⟦# 12 3/2015/TT-BTC → 123/2015/TT-BTC⟧",
        "Quyết định số ⟦# 0 6/QĐ-TTg → 06/QĐ-TTg⟧, số 12 34/2015/TT-BTC",
        "Nghị định số ⟦# 30/2020/N Đ-CP → 30/2020/NĐ-CP⟧, Nghị định số ⟦# 31/2020/NĐ-C P → 31/2020/NĐ-CP⟧ ngày 5/3/2020",
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧ A ngày; Quyết định ⟦# 5/QĐ-UBND → 05/QĐ-UBND⟧ UBND",
    ]);
    // Pieces that don't make a word of the grammar, and pieces with more than a blank between them.
    reads_nothing(["Ngh ì định, kho an 2, đi êu 5, T  hông tư 12 kỳ, ông bà, điểm mạnh", "Đi\n\nều 5"]);
}

/// The serial of an old form is reported as it is written, with its zeros.
#[test]
fn zeros_of_old_forms() {
    reads([
        "Nghị định số ⟦# 02/CP⟧ ngày 05/01/1995 và Nghị định số ⟦# 01-CP⟧.",
        "Sắc lệnh số ⟦# 013/SL⟧; Thông tư số ⟦# 09-TC/TT⟧; Quyết định số ⟦# 1-CP⟧.",
        "các Nghị định số ⟦# 01 → 01/CP⟧, ⟦# 2 → 2/CP⟧ và ⟦# 03/CP⟧",
    ]);
}

/// Several acts counted by their bare serials, in small letters too.
#[test]
fn several_bare_numbers() {
    reads([
        "Các Nghị định ⟦# 30⟧, ⟦# 34⟧ và ⟦# 78⟧ được sửa đổi.",
        "mức phạt theo nghị định số ⟦# 168⟧ và thông tư số 5 năm nay",
        "các Nghị định 15 ngày, 20 ngày; những Thông tư 2, 3; hai Quyết định 2024 và 2025",
    ]);
}

#[test]
fn scanned_and_misspelt() {
    reads([
        "Nghị đinh số ⟦# 3O/2020/NĐ-CP → 30/2020/NĐ-CP⟧ và Thông tư số ⟦# l5/2020/TT-BYT → 15/2020/TT-BYT⟧.",
        "Nghị định số ⟦# 30/2020/NÐ-CP → 30/2020/NĐ-CP⟧ ngày 05 tháng 3 năm 2020 của ⟦@ Chính phủ⟧.",
        "Quyết định số ⟦# 06 / QĐ - TTg → 06/QĐ-TTg⟧ phê duyệt đề án.",
        "Thông tư số ⟦# 07/2026/TT-\nBNNMT → 07/2026/TT-BNNMT⟧ quy định chi tiết.",
    ]);
}

#[test]
fn runs_lists_and_unusual_numbers() {
    reads([
        "⟦§ Khoản 2 Điều 15 → khoản 2 Điều 15 · 15/2021/NĐ-CP⟧ của Nghị định số ⟦# 15/2021/NĐ-CP⟧ và ⟦§ khoản 1 Điều 3 · 06/2021/TT-BXD⟧ Thông tư số ⟦# 06/2021/TT-BXD⟧.",
        "⟦§ Điều 5, Điều 6 và các khoản 1, 3 Điều 7 → Điều 5 | Điều 6 | khoản 1 Điều 7 | khoản 3 Điều 7 · 24/2024/NĐ-CP⟧ của Nghị định số ⟦# 24/2024/NĐ-CP⟧ áp dụng từ ngày 01/7/2024.",
        "từ ⟦§ Điều 10 đến Điều 14 → Điều 10 | Điều 11 | Điều 12 | Điều 13 | Điều 14 · Luật Nhà ở⟧ ⟦Luật Nhà ở năm 2023 → Luật Nhà ở · 2023⟧",
        "các ⟦§ điểm a, c khoản 1; điểm b khoản 2 Điều 3 → điểm a khoản 1 Điều 3 | điểm c khoản 1 Điều 3 | điểm b khoản 2 Điều 3 · Luật Giá⟧ ⟦Luật Giá⟧",
        "Nghị định số ⟦# 46/2026/NĐ-CP⟧, Nghị định số ⟦# 46/2025/NĐ-CP⟧ và Nghị quyết số ⟦# 66.7/2025/NQ-CP⟧.",
        "Nghị quyết liên tịch số ⟦# 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN⟧.",
        "Văn bản hợp nhất số ⟦# 25/VBHN-VPQH⟧ hợp nhất ⟦Luật Đấu giá tài sản⟧.",
        "Lệnh số ⟦# 13/2008/L-CTN⟧ của ⟦@ Chủ tịch nước⟧ công bố Luật.",
        "Quyết định số ⟦# 1719/QĐ-TTg⟧, Quyết định số ⟦# 90/QĐ-TTg⟧ và Quyết định ⟦# 263/QĐ-TTg⟧.",
    ]);
}

#[test]
fn what_is_no_reference() {
    reads_nothing([
        "Bản án số 12/2023/DS-ST ngày 05/4/2023 và Án lệ số 02/2016/AL.",
        "QCVN 01:2026/BXD, TCVN 5687:2010, tỷ lệ 1/500, Mẫu số 02/TTr kèm theo, điện thoại 024/38.",
        "Điều ước quốc tế mà nước Cộng hòa xã hội chủ nghĩa Việt Nam là thành viên.",
    ]);
}

#[test]
fn names_and_agencies() {
    reads([
        "Nghị quyết số ⟦# 01/2020/NQ-HĐTP⟧ của ⟦@ Hội đồng Thẩm phán Tòa án nhân dân tối cao⟧.",
        "Chính phủ Nhật Bản và ⟦@ Bộ Ngoại giao Việt Nam → Bộ Ngoại giao⟧ trao đổi công hàm.",
        "⟦@ Thủ tướng → Thủ tướng Chính phủ⟧ yêu cầu ⟦@ Bộ Công an⟧, ⟦@ Bộ Tài chính⟧ và UBND các tỉnh thực hiện ⟦Đề án 06⟧.",
        "⟦Hiến pháp năm 2013 → Hiến pháp · 2013⟧ và ⟦§ Điều 14 · Hiến pháp⟧ ⟦Hiến pháp⟧.",
        "Tại ⟦§ Điều 4 · Luật Các tổ chức tín dụng⟧ ⟦Luật các tổ chức tín dụng → Luật Các tổ chức tín dụng⟧, tổ chức tín dụng được định nghĩa.",
        "Theo ⟦Luật BHXH 2014 → Luật Bảo hiểm xã hội · 2014⟧, người lao động được hưởng chế độ.",
    ]);
}

#[test]
fn amending_acts_and_short_forms() {
    reads([
        "tại ⟦§ điểm a khoản 1, khoản 2 và khoản 3 Điều 15; khoản 2 Điều 16 → điểm a khoản 1 Điều 15 | khoản 2 Điều 15 | khoản 3 Điều 15 | khoản 2 Điều 16 · 22/2023/QH15⟧ ⟦Luật Đấu thầu⟧ số ⟦# 22/2023/QH15⟧",
        "Thay thế cụm từ “⟦@ Bộ Lao động - Thương binh và Xã hội⟧” bằng cụm từ “⟦@ Bộ Nội vụ⟧” tại ⟦§ khoản 3 Điều 5 · unknown⟧.",
        "Sửa đổi ⟦§ khoản 2 · unknown⟧, bổ sung ⟦§ khoản 2a vào sau khoản 2 Điều 7 → khoản 2a Điều 7 | khoản 2 Điều 7 · unknown⟧ như sau:",
        "Nghị định số ⟦# 78/2025/NĐ-CP⟧ (được sửa đổi bởi Nghị định số ⟦# 187/2025/NĐ-CP⟧) có hiệu lực.",
        "theo ⟦§ Điều 3.5 · unknown⟧ Hợp đồng và ⟦§ khoản 3.2 Điều 3 · this⟧ Hợp đồng này",
        "các Nghị quyết: số ⟦# 202/2025/QH15⟧, số ⟦# 203/2025/QH15⟧ và ⟦# 1685/NQ-UBTVQH15⟧",
        "Thông tư ⟦# 80/2021/TT-BTC⟧ (sau đây gọi là Thông tư ⟦# 80 → 80/2021/TT-BTC⟧) và ⟦§ Điều 5 · 80/2021/TT-BTC⟧ Thông tư ⟦# 80 → 80/2021/TT-BTC⟧.",
        "quyết định ⟦# 1956/QĐ-TTg⟧, chỉ thị ⟦# 16/CT-TTg⟧, nghị quyết ⟦# 128/NQ-CP⟧",
        "⟦§ Điều 4, khoản 1 Điều 5, điểm c khoản 2 Điều 6 → Điều 4 | khoản 1 Điều 5 | điểm c khoản 2 Điều 6 · 39/2022/NĐ-CP⟧ Quy chế làm việc của ⟦@ Chính phủ⟧ ban hành kèm theo Nghị định số ⟦# 39/2022/NĐ-CP⟧",
        "CV ⟦# 1234/TCT-CS⟧, QĐ ⟦# 45/QĐ-BYT⟧, TT ⟦# 200/2014/TT-BTC⟧, NQ ⟦# 30c/NQ-CP⟧",
        "⟦§ khoản 1, Điều 5 → khoản 1 Điều 5 · Luật Nhà ở⟧, ⟦Luật Nhà ở⟧; ⟦§ Điều 8 · 11/2021/TT-BXD⟧ Thông tư số ⟦# 11/2021/TT-BXD⟧.",
        "Nghị định số ⟦# 34/2016/NĐ-CP⟧ ngày 14/5/2016 đã được sửa đổi, bổ sung một số điều theo Nghị định số ⟦# 154/2020/NĐ-CP⟧ ngày 31/12/2020",
        "Kế hoạch số ⟦# 12/KH-UBND⟧; Tờ trình số ⟦# 05/TTr-STC⟧; Báo cáo số ⟦# 219/BC-BNV⟧; Biên bản số ⟦# 03/BB-UBND⟧",
        "⟦Bộ luật Tố tụng hình sự⟧; ⟦Bộ luật Hàng hải Việt Nam 2015 → Bộ luật Hàng hải Việt Nam · 2015⟧; ⟦Pháp lệnh Ngoại hối năm 2005 → Pháp lệnh Ngoại hối · 2005⟧",
        "⟦§ điểm 1.2 mục III → điểm 1.2 Mục III · 05/2003/TT-BTC⟧ Thông tư số ⟦# 05/2003/TT-BTC⟧",
        "Điều 1. Áp dụng\nÁp dụng ⟦§ Điều 12 · Luật Doanh nghiệp⟧ của ⟦Luật Doanh nghiệp 1999 → Luật Doanh nghiệp · 1999⟧, ⟦§ Điều 20 · this⟧ của Luật này",
        "Nghị quyết số ⟦# 18-NQ/TW⟧ Hội nghị lần thứ sáu ⟦@ Ban Chấp hành Trung ương → Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam⟧ khóa XII",
        "⟦Luật Thuế thu nhập doanh nghiệp⟧ và ⟦Luật Thuế giá trị gia tăng⟧",
        "⟦§ khoản 3, điều 12 → khoản 3 Điều 12 · 123/2020/NĐ-CP⟧, nghị định ⟦# 123/2020/nđ-cp → 123/2020/NĐ-CP⟧",
        "Nghị định số ⟦# 15/2013/NĐ-CP⟧;⟦# 46/2015/NĐ-CP⟧",
        "theo quy định tại ⟦§ khoản 4 điều 6, khoản 2 điều 8 → khoản 4 Điều 6 | khoản 2 Điều 8 · 39/2016/TT-NHNN⟧ thông tư số ⟦# 39/2016/TT-NHNN⟧",
        "⟦§ điều 651 → Điều 651 · Bộ luật Dân sự⟧ ⟦bộ luật dân sự 2015 → Bộ luật Dân sự · 2015⟧",
        "⟦§ Đ.5 → Điều 5 · 15/2020/NĐ-CP⟧ NĐ ⟦# 15/2020 → 15/2020/NĐ-CP⟧; ⟦§ k.2 Đ.7 → khoản 2 Điều 7 · 10/2021⟧ TT ⟦# 10/2021⟧",
        "⟦§ Điều 90 · Bộ luật Hình sự⟧ ⟦BLHS → Bộ luật Hình sự⟧ và ⟦§ Điều 12 · Bộ luật Tố tụng dân sự⟧ ⟦BLTTDS 2015 → Bộ luật Tố tụng dân sự · 2015⟧",
        "bảo đảm quy định tại ⟦§ Điều 8a, Điều 8b → Điều 8a | Điều 8b · Luật Công chứng⟧ ⟦Luật Công chứng⟧",
        "Căn cứ Nghị định ⟦# 61/CP⟧ ngày 5-7-1994 của ⟦@ Chính phủ⟧ về mua bán và kinh doanh nhà ở",
        "Thông tư liên bộ số ⟦# 01-TT/LB⟧ ngày 3-1-1995 của ⟦@ Bộ Tài chính⟧",
        "Quyết định ⟦# 664/1998/QĐ-UB⟧ của ⟦@ UBND tỉnh An Giang → Ủy ban nhân dân tỉnh An Giang⟧",
        "Nghị quyết ⟦# 30a/2008/NQ-CP⟧; Nghị quyết ⟦# 30a → 30a/2008/NQ-CP⟧",
        "theo ⟦§ khoản 2 Điều 36 · Bộ luật Lao động⟧ ⟦bộ luật lao động → Bộ luật Lao động⟧, pháp luật đất đai năm 2013, luật đất đai và luật lao động",
    ]);
}

#[test]
fn clauses_of_contracts() {
    reads([
        "Bên A có quyền đơn phương chấm dứt Hợp đồng theo ⟦§ Điều 428 · Bộ luật Dân sự⟧ ⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧ và ⟦§ Điều 12 · this⟧ của Hợp đồng này.",
        "Mức phạt vi phạm không quá 8% giá trị phần nghĩa vụ bị vi phạm (⟦§ Điều 301 · Luật Thương mại⟧ ⟦Luật Thương mại 2005 → Luật Thương mại · 2005⟧).",
        "Hai bên thống nhất sửa đổi ⟦§ khoản 3.1 Điều 3 · unknown⟧ Hợp đồng số 25/2024/HĐTC-HN ngày 02/5/2024.",
        "Thời giờ làm việc thực hiện theo ⟦§ Điều 105 · Bộ luật Lao động⟧ ⟦BLLĐ 2019 → Bộ luật Lao động · 2019⟧; làm thêm giờ theo ⟦§ khoản 2 Điều 107 · Bộ luật Lao động⟧ Bộ luật này.",
    ]);
}

#[test]
fn the_party_and_its_letters() {
    reads([
        "Thi hành ⟦§ Điều 30 · Điều lệ Đảng⟧ ⟦Điều lệ Đảng⟧ và Quy định số ⟦# 22-QĐ/TW⟧, ngày 28/7/2021 của ⟦@ Ban Chấp hành Trung ương → Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam⟧.",
        "Căn cứ Quy chế làm việc số ⟦# 05-QC/TU⟧, ngày 10/11/2025 của Ban Chấp hành Đảng bộ tỉnh khóa XXI;",
        "Chỉ thị ⟦# 35-CT/TW⟧ ngày 14/6/2024 của ⟦@ Bộ Chính trị⟧ về đại hội đảng bộ các cấp.",
        "Thông báo kết luận số ⟦# 20-TB/VPTW⟧ ngày 19/4/2025 của ⟦@ Văn phòng Trung ương Đảng⟧.",
        "Trả lời Công văn số ⟦# 1856/SXD-QLXD⟧ ngày 03/4/2025 của ⟦@ Sở Xây dựng tỉnh Thái Bình⟧ về việc hướng dẫn Thông tư số ⟦# 06/2021/TT-BXD⟧, ⟦@ Bộ Xây dựng⟧ có ý kiến như sau:",
        "⟦@ Bộ Tài chính⟧ nhận được công văn số ⟦# 512/CTHN-TTHT⟧ của ⟦@ Cục Thuế TP. Hà Nội → Cục Thuế thành phố Hà Nội⟧; tại điểm 1 công văn số ⟦# 5032/TCT-CS⟧ ngày 14/11/2023, ⟦@ Tổng cục Thuế⟧ đã hướng dẫn.",
        "Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    ]);
}

#[test]
fn questions_as_people_ask_them() {
    reads([
        "Em bị thu hồi đất năm 2023 thì áp dụng ⟦Luật Đất đai 2013 → Luật Đất đai · 2013⟧ hay ⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧ ạ? Theo ⟦§ Điều 260 · Luật Đất đai⟧ ⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧ thì tùy thời điểm.",
        "Cho hỏi mức phạt không đội mũ bảo hiểm theo nghị định ⟦# 168⟧ năm 2024 là bao nhiêu?",
        "Tại ⟦§ Khoản 1 Điều 7 → khoản 1 Điều 7 · 144/2021/NĐ-CP⟧ NĐ ⟦# 144/2021/NĐ-CP⟧ có nêu: Phạt tiền từ 300.000 đồng đến 500.000 đồng.",
        "⟦§ Điểm n khoản 1 Điều 12 → điểm n khoản 1 Điều 12 · 78/2021/TT-BTC⟧ Thông tư ⟦# 78/2021/TT-BTC⟧ và ⟦§ Điều 9 · 123/2020/NĐ-CP⟧ Nghị định ⟦# 123/2020/NĐ-CP⟧ quy định ra sao?",
        "Hỏi về nghị định ⟦# 168/2024 → 168/2024/NĐ-CP⟧ và nghị định 12 điều, thông tư số 5 năm nay.",
    ]);
}

#[test]
fn old_acts_and_scans() {
    reads([
        "Nay bãi bỏ những điều khoản trái với Nghị định này trong Nghị định số ⟦# 298-TTg⟧ ngày 18-8-1953 và Thông tư số ⟦# 12-TT/LB⟧.",
        "Nghị định số ⟦# 52-TTg⟧ ngày 19-8-1957 của ⟦@ Thủ tướng Chính phủ⟧, Thông tư số ⟦# 17-NV⟧ của ⟦@ Bộ Nội vụ⟧.",
        "Quyết định số ⟦# 134/CP⟧ của ⟦@ Hội đồng Chính phủ⟧, Chỉ thị số ⟦# 100-CT/TW⟧ ngày 13-1-1981 của ⟦@ Ban Bí thư⟧.",
        "Căn cử Nghị định số ⟦# 123/2O16/NĐ-CP → 123/2016/NĐ-CP⟧ ngày 01/9/2016 của ⟦@ Chính phú → Chính phủ⟧;",
        "Thông tư sổ ⟦# 219/2013/TT-BTC⟧ ngày 31/12/2013 hướng dần thi hành ⟦Luật Thuế giá trị gia tăng⟧",
        "Quyết định số ⟦# 1 9/2011/QĐ-UBND → 19/2011/QĐ-UBND⟧ ngày 05/7/2011",
        "Nghị định số ⟦# 43/2014/ NĐ - CP → 43/2014/NĐ-CP⟧ ngày 15 tháng 5 năm 2014",
        "Thông tư số ⟦# 15/20l6/TT-BTC → 15/2016/TT-BTC⟧ và Nghị định số ⟦# 30-2020-NĐ-CP → 30/2020/NĐ-CP⟧.",
    ]);
}

#[test]
fn acts_of_provinces() {
    reads([
        "Ban hành kèm theo Quyết định số ⟦# 32/2023/QĐ-UBND⟧ ngày 12 tháng 9 năm 2023 của ⟦@ UBND tỉnh Bình Thuận → Ủy ban nhân dân tỉnh Bình Thuận⟧.",
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tư pháp, Chủ tịch UBND các huyện, thị xã, thành phố chịu trách nhiệm thi hành Quyết định này.",
        "Thực hiện Nghị quyết số ⟦# 19/2022/NQ-HĐND⟧ ngày 09/12/2022 của ⟦@ HĐND tỉnh Hà Giang → Hội đồng nhân dân tỉnh Hà Giang⟧ về mức chi.",
        "Xét đề nghị của Giám đốc Sở Tài nguyên và Môi trường tại Tờ trình số ⟦# 455/TTr-STNMT⟧ ngày 20/8/2023,",
    ]);
}

#[test]
fn amendments_of_amendments() {
    reads([
        "Sửa đổi, bổ sung ⟦§ khoản 2 Điều 1 · 148/2020/NĐ-CP⟧ Nghị định số ⟦# 148/2020/NĐ-CP⟧ sửa đổi, bổ sung một số nghị định quy định chi tiết thi hành ⟦Luật Đất đai⟧.",
        "Bãi bỏ ⟦§ Điều 2 · 33/2017/TT-BTNMT⟧ Thông tư số ⟦# 33/2017/TT-BTNMT⟧ và ⟦§ khoản 4 Điều 1 · 09/2021/TT-BTNMT⟧ Thông tư số ⟦# 09/2021/TT-BTNMT⟧ sửa đổi Thông tư số ⟦# 33/2017/TT-BTNMT⟧.",
        "⟦§ Khoản 5 Điều 40 → khoản 5 Điều 40 · 15/2021/NĐ-CP⟧ của Nghị định số ⟦# 15/2021/NĐ-CP⟧ đã được sửa đổi, bổ sung tại ⟦§ khoản 12 Điều 12 · 35/2023/NĐ-CP⟧ Nghị định số ⟦# 35/2023/NĐ-CP⟧.",
        "Thay thế cụm từ “Phòng Tài nguyên” tại ⟦§ điểm a khoản 2, khoản 3 Điều 6, Điều 9 → điểm a khoản 2 Điều 6 | khoản 3 Điều 6 | Điều 9 · 25/2014/TT-BTNMT⟧ và Phụ lục I ban hành kèm theo Thông tư số ⟦# 25/2014/TT-BTNMT⟧.",
    ]);
}

#[test]
fn footnotes_of_consolidated_texts_and_lists() {
    reads([
        "[1] Khoản này được sửa đổi, bổ sung theo quy định tại ⟦§ khoản 1 Điều 1 · 35/2018/QH14⟧ của Luật số ⟦# 35/2018/QH14⟧ sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch, có hiệu lực kể từ ngày 01 tháng 01 năm 2019.",
        "Cụm từ “cơ quan” được thay thế theo quy định tại ⟦§ điểm b khoản 1 Điều 24 · 81/2015/QH13⟧ của ⟦Luật Kiểm toán nhà nước⟧ số ⟦# 81/2015/QH13⟧, có hiệu lực kể từ ngày 01 tháng 01 năm 2016.",
        "Luật số ⟦# 03/2022/QH15⟧ sửa đổi, bổ sung một số điều của ⟦Luật Đầu tư công⟧, ⟦Luật Đầu tư theo phương thức đối tác công tư⟧, ⟦Luật Đầu tư⟧ có căn cứ ban hành như sau:",
        "Điều này được bãi bỏ theo quy định tại ⟦§ khoản 3 Điều 2 · 08/2018/NĐ-CP⟧ Nghị định số ⟦# 08/2018/NĐ-CP⟧, có hiệu lực kể từ ngày 15 tháng 01 năm 2018.",
        "Văn bản này được hợp nhất từ 03 văn bản: Thông tư số ⟦# 39/2014/TT-BTC⟧, Thông tư số ⟦# 119/2014/TT-BTC⟧ và Thông tư số ⟦# 26/2015/TT-BTC⟧.",
        "Người khai hải quan nộp hồ sơ theo các ⟦§ khoản 3, 5 và 7 Điều 16, khoản 2 Điều 18 → khoản 3 Điều 16 | khoản 5 Điều 16 | khoản 7 Điều 16 | khoản 2 Điều 18 · 38/2015/TT-BTC⟧ Thông tư ⟦# 38/2015/TT-BTC⟧ (được sửa đổi tại các ⟦§ khoản 5, 7 Điều 1 → khoản 5 Điều 1 | khoản 7 Điều 1 · 39/2018/TT-BTC⟧ Thông tư ⟦# 39/2018/TT-BTC⟧).",
        "Trích yếu: V/v triển khai Luật số ⟦# 31/2024/QH15⟧; Nghị định ⟦# 101 → 101/2024/NĐ-CP⟧, ⟦# 102/2024/NĐ-CP⟧.",
        "theo ⟦§ tiết b điểm 2.1 khoản 2 Mục III Phần B · 60/2007/TT-BTC⟧ Thông tư số ⟦# 60/2007/TT-BTC⟧",
        "⟦§ Điều 8 và Điều 14 → Điều 8 | Điều 14 · unknown⟧ Công ước của Liên hợp quốc về chống tham nhũng; Nghị định thư Kyoto",
        "⟦§ khoản 1, Điều 3 và điểm c, khoản 2, Điều 4 → khoản 1 Điều 3 | điểm c khoản 2 Điều 4 · 595/QĐ-BHXH⟧, Quyết định ⟦# 595/QĐ-BHXH⟧ ngày 14/4/2017 của ⟦@ Bảo hiểm xã hội Việt Nam⟧",
    ]);
}
