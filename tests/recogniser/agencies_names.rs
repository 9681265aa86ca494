//! Bodies by kind word and name, abbreviations, and names that only look like bodies.

use super::notation::{reads, reads_nothing};

#[test]
fn departments_with_any_name() {
    reads([
        "⟦@ Cục Công nghiệp an ninh⟧ tham mưu.",
        "⟦@ Cục Quản lý, giám sát tài sản công⟧ hướng dẫn.",
        "⟦@ Cục trưởng Cục Quản lý đào tạo lái xe⟧ ký.",
        "⟦@ Bộ Xây dựng⟧ (⟦@ Cục Đường thủy và Hàng hải⟧) tổng hợp.",
        "⟦@ Cục An ninh hàng không và bảo vệ cảng⟧ được giao nhiệm vụ.",
        "⟦@ Cục Hải quan điện tử và dịch vụ số⟧ trả lời.",
        "⟦@ Cục Thuế thương mại điện tử⟧ thông báo cho người nộp thuế.",
        "Phối hợp với ⟦@ Cục Bưu chính⟧, ⟦@ Cục Tần số vô tuyến điện⟧ và ⟦@ Bộ Công an⟧.",
        "⟦@ CỤC TRƯỞNG CỤC BÁO CHÍ VÀ TRUYỀN THÔNG → Cục trưởng Cục Báo chí và truyền thông⟧\nPHÓ CỤC TRƯỞNG\nNguyễn Văn A",
        "⟦@ Phó Cục trưởng Cục Pháp chế⟧ Nguyễn Văn A phát biểu.",
    ]);
    reads_nothing([
        "Cục trưởng quyết định; Cục, Vụ, Viện thuộc Bộ; Cục quản lý chuyên ngành; Cục Thuế các tỉnh báo cáo.",
    ]);
}

#[test]
fn committees_at_the_full_length_of_their_names() {
    reads([
        "⟦@ Ban Chỉ đạo quốc gia về chuyển đổi số⟧ họp phiên thứ nhất.",
        "⟦@ Ban Chỉ đạo cải cách tiền lương, bảo hiểm xã hội và ưu đãi người có công Trung ương⟧ báo cáo.",
        "⟦@ Ban Chỉ huy Phòng thủ dân sự tỉnh Hà Tĩnh⟧, ⟦@ Bộ Chỉ huy quân sự tỉnh Hà Tĩnh⟧ trực ban.",
        "⟦@ Ủy ban Quốc gia Phòng, chống AIDS và phòng, chống tệ nạn ma túy, mại dâm → Ủy ban Quốc gia phòng, chống AIDS và phòng, chống tệ nạn ma túy, mại dâm⟧ hướng dẫn.",
        "⟦@ Hội đồng quốc gia về phát triển bền vững⟧ tư vấn cho ⟦@ Thủ tướng Chính phủ⟧.",
        "⟦@ Ban Chỉ đạo xây dựng nông thôn mới tỉnh Nam Định⟧ kiểm tra.",
        "Thành lập ⟦@ Ban Chỉ đạo về phát triển nhà ở xã hội⟧ do Phó Chủ tịch làm trưởng ban.",
        "⟦@ Phó Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ⟧ chủ trì.",
        "⟦@ Ban Chỉ đạo Phòng, chống tội phạm của Chính phủ → Ban Chỉ đạo phòng, chống tội phạm của Chính phủ⟧ giao ⟦@ Bộ Công an⟧ tổng hợp.",
        "⟦@ Chủ tịch Ủy ban An toàn giao thông Quốc gia⟧ yêu cầu ⟦@ Ban An toàn giao thông tỉnh Hà Nam⟧ xử lý.",
    ]);
    reads_nothing([
        "Ban Chỉ đạo có trách nhiệm báo cáo; Ban Chỉ đạo tổ chức họp hằng quý; Ban Chỉ huy họp.",
        "Hội đồng thi đua, khen thưởng và Hội đồng thẩm định họp.",
    ]);
}

#[test]
fn abbreviations_and_defined_forms() {
    reads([
        "Thực hiện chỉ đạo của ⟦@ TTg → Thủ tướng Chính phủ⟧ tại công điện.",
        "⟦@ PTTgCP → Phó Thủ tướng Chính phủ⟧ Lê Minh A giao ⟦@ BTNMT → Bộ Tài nguyên và Môi trường⟧ trả lời.",
        "Trợ lý ⟦@ TTCP → Thủ tướng Chính phủ⟧; ⟦@ TTCP → Thanh tra Chính phủ⟧ kết luận.",
        "⟦@ TCHQ → Tổng cục Hải quan⟧ và ⟦@ TCT → Tổng cục Thuế⟧ trả lời doanh nghiệp.",
        "⟦@ Thủ tướng CP → Thủ tướng Chính phủ⟧ đồng ý.",
        "Các đơn vị sự nghiệp thuộc ⟦@ CP → Chính phủ⟧.",
        "⟦@ Bộ NN-PTNT → Bộ Nông nghiệp và Phát triển nông thôn⟧, ⟦@ Bộ TN-MT → Bộ Tài nguyên và Môi trường⟧ và ⟦@ Bộ VH-TT-DL → Bộ Văn hóa, Thể thao và Du lịch⟧ họp.",
        "⟦@ Bộ trưởng BQP → Bộ trưởng Bộ Quốc phòng⟧ phê duyệt.",
        "Công ty nộp hồ sơ cho ⟦@ Sở Kế hoạch và Đầu tư tỉnh Bình Dương⟧ (sau đây gọi là “⟦@ Sở KHĐT → Sở Kế hoạch và Đầu tư tỉnh Bình Dương⟧”). ⟦@ Sở KHĐT → Sở Kế hoạch và Đầu tư tỉnh Bình Dương⟧ đã cấp giấy.",
        "⟦@ Chi cục Thuế quận Tân Bình⟧ (“⟦@ CCT Tân Bình → Chi cục Thuế quận Tân Bình⟧”) ban hành thông báo. ⟦@ CCT Tân Bình → Chi cục Thuế quận Tân Bình⟧ giải thích.",
        "⟦@ Bộ Tài chính⟧ (sau đây gọi là Bộ) hướng dẫn. Bộ chịu trách nhiệm.",
        "⟦@ Ủy ban TCNS → Ủy ban Tài chính, Ngân sách của Quốc hội⟧ thẩm tra; ⟦@ UB KHCNMT QH → Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội⟧ góp ý; ⟦@ PTTgTT → Phó Thủ tướng Thường trực Chính phủ⟧ kết luận.",
        "⟦@ ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN → Ủy ban nhân dân tỉnh Phú Yên⟧\n\nNơi nhận:\n- ⟦@ VPUB → Văn phòng Ủy ban nhân dân tỉnh Phú Yên⟧: CVP, PCVP;\n- ⟦@ UB MTTQ VN tỉnh → Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên⟧;\n",
        "⟦@ Sở GD-ĐT Hà Nội → Sở Giáo dục và Đào tạo thành phố Hà Nội⟧ tuyển sinh.",
    ]);
}

#[test]
fn organisations_of_members_are_not_marked() {
    reads([
        "⟦@ Trung ương Hội Nông dân Việt Nam⟧ hướng dẫn thực hiện.",
        "⟦@ Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam⟧ hiệp thương.",
        "⟦@ Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh⟧ tổ chức hội thi.",
        "⟦@ Tổng Liên đoàn Lao động Việt Nam⟧ và Liên đoàn Luật sư Việt Nam ký quy chế.",
    ]);
    reads_nothing([
        "Hội Nông dân Việt Nam tỉnh Kiên Giang phát động phong trào.",
        "Thành viên Hội Liên hiệp Phụ nữ Việt Nam đóng hội phí.",
        "Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên giám sát.",
        "Cán bộ Đoàn Thanh niên Cộng sản Hồ Chí Minh các cấp tham gia.",
        "Công đoàn Việt Nam, Hội Cựu chiến binh Việt Nam, Hội Chữ thập đỏ Việt Nam cùng tham gia.",
    ]);
}

#[test]
fn forms_of_1945() {
    reads([
        "Chiểu đề nghị của ⟦@ Quốc phòng Bộ trưởng → Bộ trưởng Bộ Quốc phòng⟧;",
        "Ông ⟦@ Bộ trưởng Bộ Tư pháp⟧ và ⟦@ Nội vụ → Bộ trưởng Bộ Nội vụ⟧ thi hành Sắc lệnh này.",
        "⟦@ Uỷ ban hành chính Trung bộ → Ủy ban hành chính Trung Bộ⟧ được quyền thu.",
        "⟦@ Đổng lý Văn phòng Bộ Tài chính⟧ tạm thay.",
        "⟦@ Chính phủ lâm thời⟧ đã quyết định.",
        "⟦@ CHỦ TỊCH CHÍNH PHỦ LÂM THỜI → Chủ tịch Chính phủ lâm thời⟧\n\nXét đề nghị;",
        "⟦@ Chủ tịch Chính phủ lâm thời Việt Nam Dân chủ Cộng hòa → Chủ tịch Chính phủ lâm thời⟧ ra sắc lệnh.",
        "⟦@ Thủ tớng Chính phủ → Thủ tướng Chính phủ⟧ quyết nghị.",
        "⟦@ Chủ tịch nớc → Chủ tịch nước⟧ ban bố.",
        "⟦@ Ủy ban nhân dân Nam Bộ⟧ báo cáo về ⟦@ Bộ Nội vụ⟧.",
        "⟦@ Chủ tịch Uỷ ban kháng chiến hành chính Bắc bộ → Chủ tịch Ủy ban kháng chiến hành chính Bắc Bộ⟧ thi hành.",
    ]);
}

#[test]
fn digital_government_and_the_government() {
    reads(["Nghị quyết ⟦@ Chính phủ⟧ số ⟦# 30c/NQ-CP⟧ ngày 08 tháng 11 năm 2011."]);
    reads_nothing([
        "Phát triển Chính phủ số, kinh tế số và xã hội số.",
        "Chiến lược Chính phủ số 2025 và xây dựng Chính phủ điện tử.",
    ]);
}

#[test]
fn inside_other_names() {
    reads([
        "Trang thông tin điện tử của ⟦@ Bộ Y tế⟧ công khai.",
        "Tổng Bí thư phát biểu; ⟦@ Văn phòng Tổng Bí thư⟧ gửi thư.",
        "Trên Cổng thông tin điện tử của ⟦@ Bộ Tài chính⟧ có biểu mẫu.",
    ]);
    reads_nothing([
        "Đăng trên Cổng thông tin điện tử Bộ Tư pháp và Trang thông tin điện tử Bộ Y tế.",
        "- Báo điện tử Chính phủ;",
        "- Cổng TTĐT Chính phủ;",
        "Tín phiếu Kho bạc Nhà nước được phát hành.",
        "Đăng Công báo Chính phủ số 5.",
        "Cổng thông tin điện tử Ủy ban nhân dân tỉnh Bắc Ninh đăng tải.",
        "Phát hành trái phiếu Kho bạc Nhà nước và trái phiếu Chính phủ.",
    ]);
}

#[test]
fn words_that_only_look_like_a_body() {
    reads([
        "Các bộ, cơ quan ngang Bộ xây dựng Chương trình công tác.",
        "Các Bộ, cơ quan ngang Bộ tài chính hóa nguồn lực.",
        "Doanh nghiệp được cấp bảo lãnh Chính phủ thì trả phí; nợ Chính phủ giảm.",
        "Theo nghị định Chính phủ mới ban hành, mức phạt tăng.",
        "Lương tăng theo nghị quyết Chính phủ.",
        "Nghị định của ⟦@ Chính phủ⟧; theo Nghị quyết ⟦@ Chính phủ⟧ số ⟦# 57/NQ-CP⟧.",
    ]);
}

#[test]
fn boards_with_a_figure_and_offices_with_a_place_in_their_name() {
    reads([
        "⟦@ Ban Chỉ đạo 35 Trung ương⟧ hướng dẫn.",
        "⟦@ Ban Chỉ đạo 35 Bộ Công Thương⟧ họp.",
        "⟦@ BCĐ 389 tỉnh Lào Cai → Ban Chỉ đạo 389 tỉnh Lào Cai⟧ kiểm tra.",
        "⟦@ Chi cục Hải quan cửa khẩu Móng Cái⟧ làm thủ tục.",
        "⟦@ Chi cục Kiểm lâm vùng II⟧ phối hợp.",
        "⟦@ Kiểm toán nhà nước chuyên ngành Ib⟧ kiểm toán.",
        "⟦@ Cục trưởng Cục Hạ tầng và Quản lý cơ sở dữ liệu⟧ chịu trách nhiệm.",
        "⟦@ Thống kê tỉnh Thái Nguyên⟧ công bố số liệu; ⟦@ Phòng Thi hành án dân sự khu vực 2 - Cà Mau⟧ thụ lý.",
    ]);
}

#[test]
fn an_abbreviation_in_brackets_is_inside_the_name() {
    reads([
        "⟦@ Bảo hiểm xã hội (BHXH) Việt Nam → Bảo hiểm xã hội Việt Nam⟧ hướng dẫn.",
        "⟦@ Ủy ban nhân dân (UBND) tỉnh Hà Nam → Ủy ban nhân dân tỉnh Hà Nam⟧ quyết định.",
        "⟦@ Tòa án nhân dân (TAND) tối cao → Tòa án nhân dân tối cao⟧ giải đáp.",
        "⟦@ Hội đồng nhân dân (HĐND) thành phố Huế → Hội đồng nhân dân thành phố Huế⟧ họp.",
    ]);
}

#[test]
fn a_name_with_marks_between_its_parts() {
    reads([
        "⟦@ UBND.TP Hồ Chí Minh → Ủy ban nhân dân Thành phố Hồ Chí Minh⟧ thông báo.",
        "⟦@ UBND T.P Cần Thơ → Ủy ban nhân dân thành phố Cần Thơ⟧ thông báo.",
        "⟦@ Quốc hội nước CH XHCNVN → Quốc hội⟧ khóa XV.",
        "⟦@ Bộ trƣởng Bộ Tƣ pháp → Bộ trưởng Bộ Tư pháp⟧ và ⟦@ Thủ tƣớng → Thủ tướng Chính phủ⟧ ký.",
    ]);
}

#[test]
fn part_of_a_kind_of_department_is_no_department() {
    reads([
        "Chi cục Thú y nơi đến tiếp nhận hồ sơ.",
        "thay cụm từ Chi cục Trồng trọt bằng cơ quan chuyên môn",
        "Theo ⟦@ cục thuế tỉnh Hà Nam → Cục Thuế tỉnh Hà Nam⟧, số thu tăng.",
    ]);
}

#[test]
fn high_courts_commands_and_departments_in_letters() {
    reads([
        "⟦@ TAND cấp cao tại TP. Hồ Chí Minh → Tòa án nhân dân cấp cao tại Thành phố Hồ Chí Minh⟧ xét xử phúc thẩm.",
        "⟦@ VKSND cấp cao tại Đà Nẵng → Viện kiểm sát nhân dân cấp cao tại Đà Nẵng⟧ kháng nghị.",
        "⟦@ Viện kiểm sát nhân dân cấp cao tại TP.HCM → Viện kiểm sát nhân dân cấp cao tại Thành phố Hồ Chí Minh⟧ trả lời.",
        "⟦@ Sở QH-KT TP.HCM → Sở Quy hoạch - Kiến trúc Thành phố Hồ Chí Minh⟧ thẩm định.",
        "⟦@ Ban CHQS huyện Ba Vì → Ban Chỉ huy quân sự huyện Ba Vì⟧ tuyển quân.",
    ]);
}
