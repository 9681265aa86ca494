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
