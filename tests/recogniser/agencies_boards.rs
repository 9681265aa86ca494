//! Boards, offices and working groups of other bodies, and how lists of recipients abbreviate them.

use super::notation::reads;

#[test]
fn boards_and_groups_at_full_length() {
    reads([
        "⟦@ Ban Pháp chế Hội đồng nhân dân tỉnh Sơn La⟧ thẩm tra dự thảo.",
        "Báo cáo của ⟦@ Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Nghệ An⟧ đã được gửi đại biểu.",
        "⟦@ Trưởng Ban Văn hóa - Xã hội HĐND thành phố Hải Phòng → Trưởng Ban Văn hóa - Xã hội Hội đồng nhân dân thành phố Hải Phòng⟧ trình bày.",
        "⟦@ Phó Trưởng ban Đô thị của Hội đồng nhân dân Thành phố Hồ Chí Minh → Phó Trưởng Ban Đô thị của Hội đồng nhân dân Thành phố Hồ Chí Minh⟧ kết luận.",
        "⟦@ Ban Dân tộc Hội đồng nhân dân tỉnh Lào Cai⟧ giám sát chuyên đề.",
        "⟦@ Ban Tổ chức Tỉnh ủy Bắc Kạn⟧, ⟦@ Ban Tuyên giáo Thành ủy Huế⟧ và ⟦@ Ban Dân vận Huyện ủy Mộc Châu⟧ tham mưu.",
        "⟦@ Trưởng ban Tổ chức Trung ương → Trưởng Ban Tổ chức Trung ương⟧ ký hướng dẫn.",
        "Các Ban của ⟦@ Hội đồng nhân dân tỉnh Lai Châu⟧ họp; Ban của Hội đồng nhân dân thẩm tra.",
        "⟦@ HỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE → Hội đồng nhân dân tỉnh Bến Tre⟧\n\nNGHỊ QUYẾT\n\nTheo báo cáo của ⟦@ Ban Kinh tế và Ngân sách Hội đồng nhân dân tỉnh → Ban Kinh tế và Ngân sách Hội đồng nhân dân tỉnh Bến Tre⟧;\n\nĐiều 2. ⟦@ Thường trực Hội đồng nhân dân → Thường trực Hội đồng nhân dân tỉnh Bến Tre⟧ giám sát.\n",
        "⟦@ Ban Quản lý Khu kinh tế Vũng Áng⟧, ⟦@ Ban Quản lý các khu công nghiệp tỉnh Long An⟧ và ⟦@ Ban Quản lý Khu công nghệ cao Đà Nẵng → Ban Quản lý Khu công nghệ cao thành phố Đà Nẵng⟧ cấp phép.",
        "⟦@ Thuế cơ sở 2 tỉnh Phú Thọ⟧ và ⟦@ Thuế cơ sở 15 Thành phố Hồ Chí Minh⟧ tiếp nhận.",
        "⟦@ Tổ công tác của Thủ tướng Chính phủ về cải cách thủ tục hành chính⟧ họp; Tổ công tác báo cáo kết quả.",
        "⟦@ Tổ công tác đặc biệt của Chính phủ⟧ làm việc với ⟦@ Bộ Y tế⟧.",
        "⟦@ Cơ quan Cảnh sát điều tra Công an tỉnh Hưng Yên⟧ khởi tố vụ án; ⟦@ Cơ quan An ninh điều tra Công an thành phố Hà Nội⟧ kết thúc điều tra.",
        "⟦@ Ủy ban Thẩm phán Tòa án nhân dân cấp cao tại Hà Nội⟧ và ⟦@ Ủy ban kiểm sát Viện kiểm sát nhân dân tỉnh Cà Mau⟧ quyết định.",
        "⟦@ BCĐ chuyển đổi số tỉnh Kiên Giang → Ban Chỉ đạo chuyển đổi số tỉnh Kiên Giang⟧ và ⟦@ VP BCĐ TW về phòng, chống tham nhũng → Văn phòng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng⟧ nhận bản sao.",
        "- ⟦@ Ủy ban Giám sát tài chính QG → Ủy ban Giám sát tài chính Quốc gia⟧;\n- ⟦@ Cục Kiểm tra VBQPPL → Cục Kiểm tra văn bản quy phạm pháp luật⟧ (⟦@ Bộ Tư pháp⟧);\n",
        "⟦@ ỦY BAN NHÂN DÂN TỈNH HÀ NAM → Ủy ban nhân dân tỉnh Hà Nam⟧\n\nNơi nhận:\n- ⟦@ TT. Tỉnh ủy → Thường trực Tỉnh ủy Hà Nam⟧, ⟦@ TT HĐND tỉnh → Thường trực Hội đồng nhân dân tỉnh Hà Nam⟧;\n- Các ⟦@ PCT UBND tỉnh → Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Nam⟧;\n- ⟦@ GĐ Sở Nội vụ → Giám đốc Sở Nội vụ tỉnh Hà Nam⟧;\n- ⟦@ Chi cục kiểm lâm → Chi cục Kiểm lâm tỉnh Hà Nam⟧, ⟦@ Chi cục trưởng chi cục Thủy lợi → Chi cục trưởng Chi cục Thủy lợi tỉnh Hà Nam⟧;\n- Chi cục Thuế, Chi cục Thi hành án dân sự.\n",
        "**⟦@ BAN CHẤP HÀNH TRUNG ƯƠNG → Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam⟧**\n**⟦@ ĐẢNG ĐOÀN QUỐC HỘI → Đảng đoàn Quốc hội⟧**\n",
        "⟦@ Đảng ủy cơ quan Bộ Xây dựng⟧ lãnh đạo; Đảng bộ Bộ Xây dựng, Đảng bộ cơ quan Văn phòng Chính phủ và Công đoàn Bộ Xây dựng thực hiện.",
        "Các đại biểu ⟦@ Quốc hội⟧ chất vấn; Đoàn đại biểu Quốc hội thảo luận về Quốc hội số.",
    ]);
}

/// An excerpt has no header and no signature: the province whose agencies it names several times is meant.
#[test]
fn the_only_province_of_an_excerpt() {
    reads([
        "6. Xây dựng và tham mưu với ⟦@ UBND tỉnh → Ủy ban nhân dân tỉnh Sơn La⟧ (Giao ⟦@ Công an tỉnh → Công an tỉnh Sơn La⟧ chủ trì, phối hợp với ⟦@ Sở Tư pháp → Sở Tư pháp tỉnh Sơn La⟧).\n\n7. Ban hành Quy chế của ⟦@ UBND tỉnh Sơn La → Ủy ban nhân dân tỉnh Sơn La⟧; ⟦@ Công an tỉnh Sơn La⟧ hướng dẫn các sở và UBND các huyện.\n\n8. ⟦@ Chủ tịch UBND tỉnh Sơn La → Chủ tịch Ủy ban nhân dân tỉnh Sơn La⟧ kiểm tra.\n",
        "1. ⟦@ UBND tỉnh Sơn La → Ủy ban nhân dân tỉnh Sơn La⟧ và ⟦@ UBND tỉnh Lai Châu → Ủy ban nhân dân tỉnh Lai Châu⟧ phối hợp.\n\n2. ⟦@ Công an tỉnh Sơn La⟧, ⟦@ Công an tỉnh Lai Châu⟧ tuần tra.\n\n3. UBND tỉnh và Sở Tư pháp kiểm tra.\n",
        "1. ⟦@ UBND tỉnh Sơn La → Ủy ban nhân dân tỉnh Sơn La⟧ báo cáo.\n\n2. Theo quy định, UBND tỉnh quyết định, Sở Tư pháp thẩm định.\n",
    ]);
}

#[test]
fn lists_of_recipients_and_what_only_looks_like_a_body() {
    reads([
        "Nơi nhận:\n- ⟦@ Ban Bí thư Trung ương Đảng → Ban Bí thư⟧;\n- ⟦@ Thủ tướng → Thủ tướng Chính phủ⟧, các ⟦@ Phó Thủ tướng Chính phủ⟧;\n- Các bộ, cơ quan ngang bộ, cơ quan thuộc ⟦@ CP → Chính phủ⟧;\n- ⟦@ VP BCĐ TW về phòng, chống tham nhũng → Văn phòng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng⟧;\n- HĐND, UBND các tỉnh, TP trực thuộc TW;\n- ⟦@ Văn phòng TW → Văn phòng Trung ương Đảng⟧ và các Ban của Đảng;\n- ⟦@ Văn phòng Tổng Bí thư⟧;\n- ⟦@ Văn phòng Chủ tịch nước⟧;\n- ⟦@ Hội đồng Dân tộc → Hội đồng Dân tộc của Quốc hội⟧ và các UB của ⟦@ Quốc hội⟧;\n- ⟦@ Văn phòng Quốc hội⟧;\n- ⟦@ Tòa án nhân dân tối cao⟧;\n- ⟦@ Viện Kiểm sát nhân dân tối cao → Viện kiểm sát nhân dân tối cao⟧;\n- ⟦@ Kiểm toán Nhà nước → Kiểm toán nhà nước⟧;\n- ⟦@ UB Giám sát tài chính QG → Ủy ban Giám sát tài chính Quốc gia⟧;\n- Ngân hàng Chính sách Xã hội;\n- Ngân hàng Phát triển Việt Nam;\n- ⟦@ UBTW Mặt trận Tổ quốc Việt Nam → Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam⟧;\n- Cơ quan TW của các đoàn thể;\n- ⟦@ VPCP → Văn phòng Chính phủ⟧: BTCN, các PCN, Trợ lý ⟦@ TTCP → Thủ tướng Chính phủ⟧, TGĐ Cổng TTĐT, các Vụ, Cục, Công báo;\n- Lưu: Văn thư, KTTH (3).",
        "Nơi nhận:\n- Bộ trưởng (để b/c);\n- Các Thứ trưởng;\n- ⟦@ Văn phòng Chính phủ⟧;\n- ⟦@ Bộ Tư pháp⟧ (⟦@ Cục Kiểm tra văn bản QPPL → Cục Kiểm tra văn bản quy phạm pháp luật⟧);\n- UBND các tỉnh, thành phố trực thuộc Trung ương;\n- ⟦@ Sở Y tế TP. Cần Thơ → Sở Y tế thành phố Cần Thơ⟧;\n- Công báo; Cổng TTĐT Chính phủ; Cổng TTĐT Bộ Y tế;\n- Lưu: VT, PC.\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
        "⟦@ UBND TỈNH NINH THUẬN → Ủy ban nhân dân tỉnh Ninh Thuận⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n⟦@ SỞ TƯ PHÁP → Sở Tư pháp tỉnh Ninh Thuận⟧\tĐộc lập - Tự do - Hạnh phúc\n\nSố: 1023/STP-XDKT\n\nKính gửi:\n- ⟦@ Ủy ban nhân dân tỉnh → Ủy ban nhân dân tỉnh Ninh Thuận⟧;\n- ⟦@ Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh → Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ninh Thuận⟧;\n- Các cơ quan chuyên môn thuộc ⟦@ UBND tỉnh → Ủy ban nhân dân tỉnh Ninh Thuận⟧;\n- ⟦@ Tòa án nhân dân tỉnh → Tòa án nhân dân tỉnh Ninh Thuận⟧, ⟦@ Viện kiểm sát nhân dân tỉnh → Viện kiểm sát nhân dân tỉnh Ninh Thuận⟧;\n- ⟦@ Cục Thuế tỉnh → Cục Thuế tỉnh Ninh Thuận⟧; ⟦@ Kho bạc Nhà nước tỉnh → Kho bạc Nhà nước tỉnh Ninh Thuận⟧; ⟦@ Bảo hiểm xã hội tỉnh → Bảo hiểm xã hội tỉnh Ninh Thuận⟧;\n- UBND các huyện, thành phố.\n\n⟦@ Sở Tư pháp → Sở Tư pháp tỉnh Ninh Thuận⟧ nhận được Công văn số ⟦# 2811/UBND-NC⟧ của ⟦@ Chủ tịch UBND tỉnh → Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận⟧.",
        "⟦@ BỘ CÔNG AN → Bộ Công an⟧\n⟦@ CÔNG AN TỈNH NAM ĐỊNH → Công an tỉnh Nam Định⟧\n\n⟦@ Công an tỉnh → Công an tỉnh Nam Định⟧ giao Phòng Cảnh sát giao thông phối hợp với ⟦@ Sở Giao thông vận tải → Sở Giao thông vận tải tỉnh Nam Định⟧.",
        "⟦@ Cục Y tế⟧ thuộc ⟦@ Bộ Công an⟧ chủ trì; ⟦@ Cục Hậu cần⟧ phối hợp.",
        "Cục trưởng các Cục: ⟦@ Hàng không Việt Nam → Cục trưởng Cục Hàng không Việt Nam⟧, ⟦@ Đường sắt Việt Nam → Cục trưởng Cục Đường sắt Việt Nam⟧, Chánh Thanh tra, Thủ trưởng đơn vị chịu trách nhiệm.",
        "Thiết bị được Cục Quản lý Thực phẩm và Dược phẩm Hoa Kỳ cấp phép.",
        "Giám đốc Ngân hàng Nhà nước chi nhánh tỉnh, thành phố; Chỉ huy trưởng Ban Chỉ huy Bộ đội Biên phòng.",
        "⟦@ Phó Chủ tịch Thường trực UBND tỉnh Bình Thuận → Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Bình Thuận⟧ chủ trì.",
        "Đồng chí Nguyễn Văn A, Ủy viên Ban Thường vụ Tỉnh ủy, ⟦@ Phó Chủ tịch Thường trực UBND tỉnh Hà Nam → Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Hà Nam⟧.",
        "Giao ⟦@ Chủ tịch UBND huyện Mỹ Đức → Chủ tịch Ủy ban nhân dân huyện Mỹ Đức⟧ và Chủ tịch UBND cấp xã.",
        "⟦@ Viện trưởng VKSND tối cao → Viện trưởng Viện kiểm sát nhân dân tối cao⟧, ⟦@ Chánh án TAND tối cao → Chánh án Tòa án nhân dân tối cao⟧ và ⟦@ Bộ trưởng Bộ GD&ĐT → Bộ trưởng Bộ Giáo dục và Đào tạo⟧ đã ký.",
        "Liên ⟦@ bộ Tài chính → Bộ Tài chính⟧ - ⟦@ Công Thương → Bộ Công Thương⟧ quyết định giá xăng.",
        "⟦@ BỘ TÀI CHÍNH → Bộ Tài chính⟧ - ⟦@ BỘ NỘI VỤ → Bộ Nội vụ⟧\nSố: 15/2014/TTLT-BTC-BNV",
        "Các đồng chí Lãnh đạo ⟦@ Bộ Nội vụ⟧; Vụ Công chức - Viên chức, ⟦@ Bộ Nội vụ⟧; ⟦@ Thanh tra Bộ Nội vụ⟧.",
        "⟦@ Tỉnh ủy Lâm Đồng⟧, ⟦@ Đảng ủy Công an tỉnh Lâm Đồng⟧ họp.",
    ]);
}

#[test]
fn the_province_of_the_day_and_of_the_area() {
    reads([
        "Sơn La, ngày 05 tháng 01 năm 2023\n\nKính gửi: ⟦@ Ủy ban nhân dân tỉnh → Ủy ban nhân dân tỉnh Sơn La⟧\n\n⟦@ Sở Tài chính → Sở Tài chính tỉnh Sơn La⟧ đề nghị phối hợp.",
        "Hà Nội, ngày 05 tháng 01 năm 2023\n\nỦy ban nhân dân thành phố và Sở Tài chính thực hiện.",
        "1. ⟦@ Công an tỉnh Lai Châu⟧ giữ trật tự trên địa bàn tỉnh Lai Châu.\n\n2. ⟦@ Sở Nội vụ → Sở Nội vụ tỉnh Lai Châu⟧ rà soát biên chế trên địa bàn tỉnh Lai Châu; ⟦@ Công an tỉnh Lai Châu⟧ giữ trật tự.",
    ]);
}

/// A page made into text breaks words with blanks.
#[test]
fn names_with_broken_words() {
    reads([
        "⟦@ B Ộ LAO ĐỘNG - THƯƠNG BINH V À X Ã HỘI → Bộ Lao động - Thương binh và Xã hội⟧",
        "⟦@ Bộ Tư ph áp → Bộ Tư pháp⟧ và ⟦@ Bộ Công Th ương → Bộ Công Thương⟧ hướng dẫn ⟦Luật Công chứ ng → Luật Công chứng⟧.",
        "⟦@ Ngân hàng Nh à nước Việt Nam → Ngân hàng Nhà nước Việt Nam⟧ quản lý.",
    ]);
}

#[test]
fn boards_of_the_council_that_issues_the_text() {
    reads([
        "⟦@ HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN → Hội đồng nhân dân tỉnh Phú Yên⟧\n\nNGHỊ QUYẾT\n\nTheo báo cáo thẩm tra của ⟦@ Ban Kinh tế - Ngân sách → Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Phú Yên⟧ và ⟦@ Ban Pháp chế → Ban Pháp chế Hội đồng nhân dân tỉnh Phú Yên⟧.",
    ]);
}

#[test]
fn commands_of_works_and_areas() {
    reads([
        "Lệnh của ⟦@ Ban Chỉ huy PCTT hồ chứa Cửa Đạt → Ban Chỉ huy phòng, chống thiên tai hồ chứa Cửa Đạt⟧ có hiệu lực ngay.",
        "⟦@ Ban chỉ huy PCLB hồ chứa nước Núi Cốc → Ban Chỉ huy phòng, chống lụt, bão hồ chứa nước Núi Cốc⟧ họp.",
        "Báo cáo ⟦@ Ban Chỉ huy Phòng thủ dân sự đập Cầu Mới⟧ họp.",
        "⟦@ Ban Chỉ huy Phòng thủ dân sự khu vực Bắc Sơn⟧ họp hằng quý.",
        // Each place has them.
        "Ban Chỉ huy PCTT trực 24/24 giờ; Ban Chỉ huy Bộ đội Biên phòng; Ban Chỉ huy Phòng thủ dân sự báo cáo.",
        // Which of them?
        "Tổ công tác liên ngành do Giám đốc Sở làm tổ trưởng; Ban Chỉ đạo liên ngành họp hằng tháng.",
    ]);
}
