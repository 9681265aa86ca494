//! Names: the longest one, commas within, doubled words, persons, years, nicknames.

use super::notation::{reads, reads_nothing};

#[test]
fn the_longest_name_is_the_name() {
    reads([
        "theo ⟦Luật Giáo dục⟧ và ⟦Luật Giáo dục nghề nghiệp⟧.",
        "theo ⟦Luật Giáo dục đại học⟧ hiện hành.",
        "theo ⟦Bộ luật Tố tụng dân sự⟧ và ⟦Bộ luật Dân sự⟧.",
        "theo ⟦Luật Tổ chức Chính phủ⟧ và ⟦Luật Tổ chức chính quyền địa phương⟧.",
        "theo ⟦Luật Ban hành văn bản quy phạm pháp luật⟧.",
    ]);
}

#[test]
fn names_hold_commas() {
    reads([
        "theo ⟦Luật Phòng, chống tham nhũng⟧ và ⟦Luật Thi đua, khen thưởng⟧.",
        "theo ⟦Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam⟧.",
        "theo ⟦Luật Thực hành tiết kiệm, chống lãng phí⟧.",
    ]);
}

#[test]
fn a_law_on_lawyers_and_a_lawyer() {
    reads(["theo ⟦Luật Luật sư⟧ hiện hành.", "Luật sư Nguyễn Văn A hành nghề theo ⟦Luật Luật sư⟧."]);
    reads_nothing(["Luật sư có quyền bào chữa.", "mời luật sư tham gia tố tụng."]);
}

/// Decided: an amending law without a number is one name, the amended law within it is none of its own.
#[test]
fn an_amending_law_without_a_number_is_one_name() {
    reads([
        "⟦Luật sửa đổi, bổ sung một số điều của Luật Đất đai⟧ quy định.",
        "Căn cứ ⟦Luật Dược · 2016⟧ ngày 06 tháng 4 năm 2016 và ⟦Luật sửa đổi, bổ sung một số điều của Luật Dược · 2024⟧ ngày 21 tháng 11 năm 2024;",
        "theo ⟦§ khoản 26 Điều 1 · Luật sửa đổi, bổ sung một số điều của Luật Xây dựng⟧ ⟦Luật sửa đổi, bổ sung một số điều của Luật Xây dựng⟧, ⟦§ Điều 3 · Luật Nhà ở⟧ ⟦Luật Nhà ở⟧.",
        "⟦Luật sửa đổi, bổ sung một số điều của Luật Giá năm 2029 → Luật sửa đổi, bổ sung một số điều của Luật Giá · 2029⟧ có hiệu lực.",
        "thi hành ⟦Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều⟧.",
        "Căn cứ ⟦Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Phòng, chống lụt, bão · 2000⟧ ngày 24 tháng 8 năm 2000;",
        "dự án ⟦Luật SĐBS một số điều của Luật Hộ tịch → Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch⟧",
        "dự án ⟦Luật Sửa đổi bổ sung 1 số điều của Luật Thú y → Luật sửa đổi, bổ sung một số điều của Luật Thú y⟧",
        "trình ⟦Luật sửa đổi, bổ sung 04 Luật⟧; thẩm tra ⟦Luật sửa đổi 07 Luật⟧ (⟦Luật Đấu thầu⟧ và sáu luật khác)",
        "⟦Luật sửa đổi, bổ sung Điều 170 của Luật Doanh nghiệp⟧ và ⟦Luật Đầu tư⟧;",
        "Căn cứ ⟦Luật Giá⟧, ⟦Luật sửa đổi, bổ sung một số điều của Luật Giá⟧, ⟦Luật Thủy sản⟧;",
        "⟦Luật sửa đổi, bổ sung một số điều của Luật Nuôi ong và làm vườn · 2031⟧ ngày 20 tháng 11 năm 2031",
        "⟦Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15⟧",
        "HƯỚNG DẪN THI HÀNH ⟦LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI → Luật sửa đổi, bổ sung một số điều của Luật Đất đai⟧",
    ]);
}

/// With a number the number is what names it, and the law within its title is a name.
#[test]
fn an_amending_law_with_a_number_is_named_by_it() {
    reads([
        "theo ⟦§ khoản 26 Điều 1 · 62/2020/QH14⟧ của Luật sửa đổi, bổ sung một số điều của ⟦Luật Xây dựng⟧ số ⟦# 62/2020/QH14⟧.",
        "Luật số ⟦# 62/2020/QH14⟧ sửa đổi, bổ sung một số điều của ⟦Luật Xây dựng⟧",
        "⟦§ Điều 2 · 62/2020/QH14⟧ Luật số ⟦# 62/2020/QH14⟧ sửa đổi ⟦Luật Xây dựng⟧ và ⟦Luật Nhà ở⟧",
    ]);
    reads_nothing([
        "theo Luật sửa đổi năm 2018.",
        "Luật sửa đổi, bổ sung này có hiệu lực.",
        "LUẬT\nSỬA ĐỔI, BỔ SUNG BỘ LUẬT NÀY",
    ]);
}

#[test]
fn what_was_amended_is_no_part_of_the_name() {
    reads([
        "theo ⟦Luật Đất đai⟧ sửa đổi năm 2018.",
        "theo ⟦Luật Điện lực⟧ (sửa đổi), ⟦Luật Báo chí⟧ (hợp nhất).",
        "theo ⟦Bộ luật Hình sự⟧ được sửa đổi, bổ sung năm 2017.",
    ]);
}

#[test]
fn addresses_of_the_web_are_no_prose() {
    reads([
        "Xem https://vanban.example/BLDS-2015/Hiến-pháp và www.vanban.example/BLHS?x=Điều-5 hoặc ⟦Luật Nhà ở⟧.",
        "Xem <https://vanban.example/BLDS> hoặc ⟦Luật Nhà ở⟧.",
    ]);
}

#[test]
fn years_belong_to_the_name() {
    reads([
        "theo ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "theo ⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧.",
        "theo ⟦Hiến pháp năm 2013 → Hiến pháp · 2013⟧.",
        "theo ⟦Hiến pháp 2013 → Hiến pháp · 2013⟧.",
        "theo ⟦Luật Giáo dục nghề nghiệp · 2014⟧ ngày 27 tháng 11 năm 2014;",
        "theo ⟦Hiến pháp⟧ và pháp luật.",
    ]);
}

#[test]
fn a_number_beside_the_name_is_a_mention_of_its_own() {
    reads([
        "Căn cứ ⟦Luật Điện lực⟧ số ⟦# 61/2024/QH15⟧;",
        "Căn cứ ⟦Bộ luật Dân sự⟧ số ⟦# 91/2015/QH13⟧;",
        "Luật số ⟦# 35/2018/QH14⟧ sửa đổi.",
    ]);
}

#[test]
fn abbreviations_and_nicknames() {
    reads([
        "theo ⟦BLDS 2015 → Bộ luật Dân sự · 2015⟧.",
        "theo ⟦BLHS → Bộ luật Hình sự⟧ và ⟦BLTTDS → Bộ luật Tố tụng dân sự⟧.",
        "triển khai ⟦Đề án 06⟧ của ⟦@ Chính phủ⟧.",
    ]);
}

#[test]
fn names_in_capitals_small_letters_and_over_lines() {
    reads([
        "HƯỚNG DẪN THI HÀNH ⟦LUẬT ĐẤT ĐAI → Luật Đất đai⟧",
        "theo ⟦Bộ luật tố tụng hình sự → Bộ luật Tố tụng hình sự⟧.",
        "theo ⟦Luật Tổ chức chính\nquyền địa phương → Luật Tổ chức chính quyền địa phương⟧.",
        "theo ⟦Luật Hoà giải, đối thoại tại Toà án → Luật Hòa giải, đối thoại tại Tòa án⟧.",
    ]);
}

#[test]
fn a_law_unknown_to_the_catalogue_ends_before_its_number_or_year() {
    reads([
        "Căn cứ ⟦Luật Quản lý vườn ươm số⟧ số ⟦# 99/2031/QH17⟧;",
        "theo ⟦Luật Chăm sóc mèo hoang năm 2029 → Luật Chăm sóc mèo hoang · 2029⟧.",
    ]);
}

#[test]
fn law_in_general_is_no_name() {
    reads_nothing([
        "theo quy định của pháp luật về đất đai.",
        "trừ trường hợp luật khác có quy định.",
        "luật tố tụng và điều ước quốc tế.",
        "Luật này có hiệu lực.",
    ]);
}

#[test]
fn short_names_that_the_document_defines() {
    reads([
        "⟦Luật Đầu tư theo phương thức đối tác công tư⟧ (sau đây gọi là ⟦Luật PPP → Luật Đầu tư theo phương thức đối tác công tư⟧).\n\nTheo ⟦§ Điều 5 · Luật Đầu tư theo phương thức đối tác công tư⟧ ⟦Luật PPP → Luật Đầu tư theo phương thức đối tác công tư⟧.",
    ]);
}

#[test]
fn programmes_under_their_popular_number() {
    reads([
        "thực hiện ⟦Chương trình 135⟧, ⟦Đề án 844⟧ và ⟦Đề án 06⟧.",
        "Chương trình 100 nghìn cây xanh, Chương trình 2025, Chương trình 150 ngày, Đề án 12 trang, chương trình 135.",
    ]);
}

/// Ordinances and laws of the past, of which the catalogue knows no text.
#[test]
fn names_that_only_the_sentence_ends() {
    reads([
        "tranh chấp trước năm 2006 áp dụng ⟦Pháp lệnh Hợp đồng kinh tế⟧.",
        "các quy định của ⟦Pháp lệnh Tín ngưỡng, tôn giáo⟧ về hoạt động của dòng tu;",
        "Theo ⟦Pháp lệnh Bảo hộ lao động⟧, người sử dụng lao động phải trang bị đủ.",
        "Trước đó ⟦Pháp lệnh Người tàn tật⟧ quy định mức trợ cấp; nay không còn.",
        "thi hành ⟦Pháp lệnh Kế toán và thống kê⟧ được nhiều năm",
        "theo ⟦§ Điều 5 · Luật Nuôi ong lấy mật⟧ ⟦Luật Nuôi ong lấy mật⟧ thì hộ nuôi phải khai báo.",
        "theo ⟦§ khoản 2 Điều 5 · Luật Doanh nghiệp nhà nước⟧ ⟦Luật Doanh nghiệp nhà nước năm 2003 → Luật Doanh nghiệp nhà nước · 2003⟧.",
        "theo ⟦Luật Đầu tư nước ngoài tại Việt Nam năm 1996 → Luật Đầu tư nước ngoài tại Việt Nam · 1996⟧.",
    ]);
    reads_nothing([
        "Pháp lệnh này, Pháp lệnh khác và pháp lệnh về thuế.",
        "Công ty Luật Minh Tâm tư vấn; Trường Đại học Luật Hà Nội, Khoa Luật Kinh tế.",
        "ngành Luật Kinh tế đào tạo bốn năm.",
    ]);
}

#[test]
fn laws_in_small_letters() {
    reads([
        "Bồi thường ngoài hợp đồng áp dụng ⟦bộ luật dân sự → Bộ luật Dân sự⟧.",
        "bị khởi tố theo ⟦bộ luật hình sự → Bộ luật Hình sự⟧ và ⟦bộ luật tố tụng hình sự → Bộ luật Tố tụng hình sự⟧.",
        "sửa ⟦Luật đất đai → Luật Đất đai⟧, ⟦Luật khuyến khích trồng rừng, làm vườn → Luật Khuyến khích trồng rừng, làm vườn⟧, ⟦Luật lâm nghiệp → Luật Lâm nghiệp⟧ trong kỳ họp này",
    ]);
    reads_nothing([
        "các bộ luật dân sự của nhiều nước, luật dân sự, ngành luật hình sự.",
        "theo luật đất đai và luật nhà ở.",
    ]);
}

#[test]
fn a_dash_or_slash_after_the_year() {
    reads([
        "⟦Luật Phá sản 2014 → Luật Phá sản · 2014⟧ - ⟦§ Điều 5 · Luật Phá sản⟧: người có quyền nộp đơn.",
        "⟦Bộ luật Dân sự 2015 → Bộ luật Dân sự · 2015⟧ – những điểm mới về hợp đồng",
        "⟦Luật Nhà ở 2023 → Luật Nhà ở · 2023⟧/Nghị định ⟦# 95/2024/NĐ-CP⟧",
        "Chỉ thị về ⟦Luật Nhà ở⟧ 2023-2025",
    ]);
}

#[test]
fn acts_of_the_party_by_name() {
    reads([
        "học tập ⟦Nghị quyết Trung ương 9 khóa XI⟧ về văn hóa",
        "theo ⟦Nghị quyết Trung ương 3 (khóa VIII) → Nghị quyết Trung ương 3 khóa VIII⟧ về chiến lược cán bộ",
        "⟦Nghị quyết Trung ương 4 Khoá XII → Nghị quyết Trung ương 4 khóa XII⟧, ⟦Nghị quyết Trung ương 6, khóa XIII → Nghị quyết Trung ương 6 khóa XIII⟧",
        "Căn cứ ⟦Điều lệ Đảng Cộng sản Việt Nam⟧; xét đề nghị của chi bộ,",
        "- Căn cứ ⟦Điều lệ Đảng⟧;",
        "thực hiện ⟦§ Điều 30, 31 → Điều 30 | Điều 31 · Điều lệ Đảng⟧ ⟦Điều lệ Đảng⟧ còn hình thức",
        "Thi hành ⟦ĐIỀU LỆ ĐẢNG → Điều lệ Đảng⟧ quy định rõ",
    ]);
    reads_nothing([
        "các nghị quyết Trung ương và Nghị quyết Trung ương khóa này",
        "Điều lệ công ty, Điều lệ trường mầm non, Điều lệ đảng bộ",
        "Nghị quyết Trung ương 5 nêu rõ",
    ]);
}

#[test]
fn schemes_under_their_own_name() {
    reads([
        "các nhiệm vụ tại ⟦Đề án Đào tạo nghề cho lao động nông thôn đến năm 2020⟧ ban hành kèm theo Quyết định số ⟦# 1956/QĐ-TTg⟧",
        "mục tiêu theo ⟦Quy hoạch tổng thể phát triển vùng đồng bằng đến năm 2020⟧ đã được ⟦@ Thủ tướng Chính phủ⟧ phê duyệt tại Quyết định số ⟦# 795/QĐ-TTg⟧",
        "thực hiện ⟦Chiến lược phát triển dạy nghề⟧ được phê duyệt tại Quyết định số ⟦# 630/QĐ-TTg⟧",
        "tham gia ⟦Chương trình đổi mới công nghệ quốc gia⟧ theo Quyết định số ⟦# 118/QĐ-TTg⟧",
    ]);
    reads([
        "Quyết định số ⟦# 749/QĐ-TTg⟧ ngày 03/6/2020 phê duyệt Chương trình chuyển đổi số ban hành kèm theo Quyết định số ⟦# 12/QĐ-TTg⟧",
        "thi hành ⟦B ộ luật Dân s ự → Bộ luật Dân sự⟧ mới.",
        "xây dựng Đề án nuôi ong ban hành kèm theo Quyết định số ⟦# 5/QĐ-TTg → 05/QĐ-TTg⟧",
    ]);
    reads_nothing([
        "thực hiện Đề án nuôi ong lấy mật được cơ quan có thẩm quyền phê duyệt.",
        "Đề án được phê duyệt, Chương trình này đã được phê duyệt, chiến lược biển đã được phê duyệt.",
    ]);
}

#[test]
fn abbreviated_and_shortened_names_of_laws() {
    reads([
        "Tổ chức quán triệt ⟦Luật Bảo vệ BMNN → Luật Bảo vệ bí mật nhà nước⟧ đến cán bộ.",
        "theo ⟦§ Điều 9 · Luật Xử lý vi phạm hành chính⟧ ⟦Luật XLVPHC → Luật Xử lý vi phạm hành chính⟧ và ⟦Luật Tổ chức CQĐP 2015 → Luật Tổ chức chính quyền địa phương · 2015⟧",
        "⟦Luật SĐBS một số điều của Luật CLSPHH → Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa⟧ có hiệu lực.",
        "Căn cứ ⟦§ khoản 2 Điều 8 · Luật Ban hành văn bản quy phạm pháp luật⟧ ⟦Luật Ban hành VBQPPL năm 2015 → Luật Ban hành văn bản quy phạm pháp luật · 2015⟧;",
        "Báo cáo việc thi hành ⟦Luật Thực hành TKCLP → Luật Thực hành tiết kiệm, chống lãng phí⟧.",
        "chi theo ⟦Luật NSNN → Luật Ngân sách nhà nước⟧ và ⟦Luật Phòng, chống TN → Luật Phòng, chống tham nhũng⟧.",
        "thuế tính theo ⟦§ Điều 9 · Luật Thuế doanh thu⟧ ⟦Luật thuế doanh thu → Luật Thuế doanh thu⟧.",
        "kinh phí thực hiện ⟦Pháp lệnh ưu đãi người có công → Pháp lệnh Ưu đãi người có công⟧.",
        "theo ⟦§ khoản 2 Điều 5 · Luật Nuôi ong lấy mật⟧ ⟦Luật nuôi ong lấy mật → Luật Nuôi ong lấy mật⟧ thì được hỗ trợ; theo ⟦§ Điều 7 · unknown⟧ Luật hiện hành, theo ⟦§ Điều 8 · unknown⟧ Luật chuyên ngành; Công ty Luật ABC.",
    ]);
}

#[test]
fn schemes_end_with_their_years() {
    reads([
        "Thực hiện ⟦Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025⟧, các xã rà soát hộ nghèo.",
        "Kinh phí lồng ghép trong ⟦Đề án phát triển cây dược liệu vùng cao đến năm 2030, tầm nhìn đến năm 2045⟧ của huyện.",
        "Triển khai ⟦Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030⟧ tại cơ sở.",
        "Theo ⟦Quy hoạch mạng lưới cảng cạn thời kỳ 2021 - 2030, tầm nhìn đến năm 2050⟧, khu vực này có hai cảng.",
        "Phê duyệt Đề án phát triển du lịch giai đoạn 2021 - 2025 và xây dựng Chương trình hành động giai đoạn 2026 - 2030.",
        "Tiếp tục thực hiện ⟦Đề án 06⟧ và ⟦Chiến lược phát triển Chính phủ số⟧ được ⟦@ Thủ tướng Chính phủ⟧ phê duyệt tại Quyết định số ⟦# 942/QĐ-TTg⟧.",
    ]);
}

#[test]
fn resolutions_of_plenums_of_the_party() {
    reads([
        "theo ⟦Nghị quyết Hội nghị Trung ương 6 khóa XII⟧ về tổ chức bộ máy.",
        "quán triệt ⟦Kết luận Hội nghị Trung ương 11 khóa XIII⟧.",
        "thực hiện ⟦Nghị quyết Trung ương 4 (khóa XII) → Nghị quyết Trung ương 4 khóa XII⟧.",
        "⟦Nghị quyết Hội nghị Trung ương 5 khóa X⟧ và ⟦Kết luận Hội nghị Trung ương 6, khóa XIII → Kết luận Hội nghị Trung ương 6 khóa XIII⟧.",
        "Nghị quyết Đại hội XIII của Đảng được quán triệt.",
        "⟦Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII⟧ nêu rõ.",
    ]);
}

#[test]
fn names_of_laws_that_end_in_abbreviations() {
    reads([
        "Căn cứ ⟦Luật Ban hành VBQPPL của HĐND, UBND → Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân · 2004⟧ ngày 03/12/2004;",
        "theo ⟦Luật Ban hành văn bản quy phạm pháp luật của HĐND và UBND → Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân⟧.",
    ]);
}

#[test]
fn strategies_and_plans_of_ten_years() {
    reads([
        "theo ⟦Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030⟧.",
        "phù hợp ⟦Quy hoạch điện VIII⟧ và ⟦Luật Điện lực⟧.",
        "vốn của Chương trình trong giai đoạn 2026 - 2030.",
    ]);
}

#[test]
fn laws_that_nothing_but_what_is_done_about_them_shows() {
    reads([
        "Hành vi vi phạm ⟦Luật thuế chuyển quyền sử dụng ao hồ → Luật Thuế chuyển quyền sử dụng ao hồ⟧;",
        "Giải quyết theo ⟦Luật Nuôi ong lấy mật⟧.",
        "Căn cứ ⟦Luật Bảo vệ nguồn giống ong⟧;",
        "thay thế ⟦Luật về nuôi ong lấy mật · 1981⟧ ngày 30 tháng 12 năm 1981.",
        "Ban điều hành ⟦Đề án 2395⟧ họp; Đề án 2025 thì chưa.",
    ]);
    reads_nothing(["Theo Luật Hình sự Việt Nam, theo Luật hiện hành và theo Luật định."]);
}

#[test]
fn names_without_their_and() {
    reads([
        "theo ⟦Luật Hôn nhân gia đình 2014 → Luật Hôn nhân và gia đình · 2014⟧.",
        "theo ⟦Luật hôn nhân & gia đình → Luật Hôn nhân và gia đình⟧.",
        "Căn cứ ⟦Luật Tiêu chuẩn, quy chuẩn kỹ thuật → Luật Tiêu chuẩn và quy chuẩn kỹ thuật⟧;",
        "Căn cứ ⟦Hiến pháp nước CHXHCN Việt Nam → Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam⟧;",
        "⟦§ Điều 36 · Bộ luật Lao động⟧ ⟦Bộ luật LĐ 2019 → Bộ luật Lao động · 2019⟧.",
    ]);
}
