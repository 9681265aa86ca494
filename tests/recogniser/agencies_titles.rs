//! Titles, deputies, standing parts and offices: one mention with the body.

use super::notation::{reads, reads_nothing};

#[test]
fn deputies_are_one_mention_with_the_body() {
    reads([
        "Ý kiến của ⟦@ Phó Thủ tướng → Phó Thủ tướng Chính phủ⟧ được ghi nhận.",
        "⟦@ Thứ trưởng Bộ Ngoại giao⟧ tiếp đoàn công tác.",
        "⟦@ Phó Chủ nhiệm Văn phòng Quốc hội⟧ báo cáo.",
        "⟦@ Phó Chủ nhiệm Ủy ban Dân tộc⟧ trình bày.",
        "Giao ⟦@ Phó Giám đốc Sở Y tế tỉnh Nghệ An⟧ ký thay.",
        "⟦@ Phó Bí thư Thường trực Thành ủy Hà Nội⟧ kết luận.",
        "⟦@ Phó Tổng Kiểm toán nhà nước⟧ công bố báo cáo.",
        "⟦@ Phó Viện trưởng Viện kiểm sát nhân dân tối cao⟧ kháng nghị.",
        "⟦@ Phó Chánh án Tòa án nhân dân tối cao⟧ chủ trì.",
        "⟦@ Phó Chủ tịch Hội đồng nhân dân tỉnh Thái Bình⟧ điều hành phiên họp.",
        "⟦@ Phó Chủ tịch nước⟧ gửi thư chúc mừng.",
        "⟦@ Phó Chánh Văn phòng Bộ Công Thương⟧ phụ trách.",
        "⟦@ Phó Tổng cục trưởng Tổng cục Hải quan⟧ ký công văn.",
        "⟦@ Phó Tổng Giám đốc Bảo hiểm xã hội Việt Nam⟧ trả lời.",
        "⟦@ Phó Trưởng Ban Tổ chức Trung ương⟧ hướng dẫn.",
    ]);
    reads_nothing(["Các Phó Chủ tịch và Phó Bí thư dự họp."]);
}

#[test]
fn offices_are_one_mention_with_the_body() {
    reads([
        "⟦@ Văn phòng Thành ủy Hải Phòng⟧ thông báo.",
        "⟦@ Văn phòng Ban Chỉ đạo Phòng thủ dân sự quốc gia⟧ tổng hợp.",
        "⟦@ Chánh Văn phòng Bộ Tài chính⟧ chịu trách nhiệm thi hành.",
        "⟦@ Thanh tra Bộ Xây dựng⟧ kết luận; ⟦@ Chánh Thanh tra Bộ Y tế⟧ ký.",
        "⟦@ VP UBND tỉnh Gia Lai → Văn phòng Ủy ban nhân dân tỉnh Gia Lai⟧ phát hành.",
        "⟦@ Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Yên Lạc⟧ tiếp nhận.",
        "⟦@ Văn phòng Đảng ủy Bộ Công Thương⟧ gửi giấy mời.",
        "⟦@ Văn phòng Kiểm toán nhà nước⟧ công bố.",
        "⟦@ Thanh tra Sở Xây dựng tỉnh Lâm Đồng⟧ lập biên bản.",
        "⟦@ Văn phòng Cục Viễn thông⟧ lưu trữ.",
        "⟦@ Phó Chánh Văn phòng Tỉnh ủy Lai Châu⟧ ký.",
    ]);
    reads_nothing(["Văn phòng đăng ký đất đai, Văn phòng công chứng và Văn phòng Bộ tiếp nhận hồ sơ."]);
}

#[test]
fn titles_and_standing_parts_are_whole() {
    reads([
        "⟦@ Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam⟧ ban hành nghị quyết.",
        "⟦@ Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam⟧ họp.",
        "⟦@ Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh⟧ khai mạc.",
        "⟦@ Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc⟧ trình.",
        "⟦@ Chánh Thanh tra tỉnh Quảng Nam⟧ kết luận.",
        "⟦@ Trưởng Ban Tuyên giáo và Dân vận Trung ương⟧ chỉ đạo.",
        "⟦@ Thường trực Thành ủy Đà Nẵng⟧ cho chủ trương.",
        "⟦@ Ban Thường vụ Tỉnh ủy Quảng Trị⟧ thống nhất.",
        "⟦@ Thường trực Ban Bí thư⟧ phát biểu.",
        "⟦@ Ban Thường vụ Đảng ủy Quốc hội⟧ ban hành.",
        "⟦@ Thường trực Chính phủ⟧ nghe báo cáo.",
        "⟦@ Ủy ban Kiểm tra Tỉnh ủy Bình Phước⟧ kết luận.",
        "Ủy viên ⟦@ Ban Thường vụ Tỉnh ủy Nghệ An⟧ và thành viên ⟦@ Chính phủ⟧ dự.",
    ]);
}

#[test]
fn titles_in_small_letters_belong_to_the_body() {
    reads([
        "Ông là ⟦@ chủ tịch UBND tỉnh Hà Nam → Chủ tịch Ủy ban nhân dân tỉnh Hà Nam⟧.",
        "Gặp ⟦@ giám đốc Sở Y tế tỉnh Sơn La → Giám đốc Sở Y tế tỉnh Sơn La⟧ và ⟦@ bộ trưởng Bộ Y tế → Bộ trưởng Bộ Y tế⟧.",
        "Nguyên ⟦@ bí thư Tỉnh ủy Quảng Trị → Bí thư Tỉnh ủy Quảng Trị⟧ phát biểu.",
        "Theo ⟦@ cục trưởng Cục Viễn thông → Cục trưởng Cục Viễn thông⟧, mạng đã ổn định.",
        "Lời của ⟦@ viện trưởng Viện kiểm sát nhân dân tối cao → Viện trưởng Viện kiểm sát nhân dân tối cao⟧.",
        "Trình ⟦@ chủ nhiệm Văn phòng Quốc hội → Chủ nhiệm Văn phòng Quốc hội⟧ ký.",
        "Một ⟦@ phó giám đốc Sở Tư pháp tỉnh Bắc Ninh → Phó Giám đốc Sở Tư pháp tỉnh Bắc Ninh⟧ dự họp.",
        "Do ⟦@ chánh án Tòa án nhân dân tối cao → Chánh án Tòa án nhân dân tối cao⟧ quyết định.",
    ]);
    reads_nothing(["Các giám đốc sở, chủ tịch huyện và bộ trưởng liên quan chịu trách nhiệm."]);
}

#[test]
fn deputies_of_chiefs_of_office() {
    reads([
        "Kính gửi: Các ⟦@ Phó VP UBND tỉnh Nam Định → Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Nam Định⟧.",
        "⟦@ PVP UBND tỉnh Lai Châu → Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Lai Châu⟧ ký.",
        "⟦@ Phó Văn phòng Tỉnh ủy Lai Châu → Phó Chánh Văn phòng Tỉnh ủy Lai Châu⟧ ký.",
    ]);
}

#[test]
fn heads_beside_their_deputies() {
    reads([
        "Nơi nhận:\n- ⟦@ CT → Chủ tịch Ủy ban nhân dân tỉnh Hà Giang⟧, các ⟦@ PCT UBND tỉnh Hà Giang → Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Giang⟧;\n- Lưu: VT.",
        "⟦@ CT UBND huyện Mộc Châu → Chủ tịch Ủy ban nhân dân huyện Mộc Châu⟧ (để b/c);",
        "- ⟦@ GĐ → Giám đốc Sở Y tế tỉnh Hà Nam⟧, ⟦@ PGĐ Sở Y tế tỉnh Hà Nam → Phó Giám đốc Sở Y tế tỉnh Hà Nam⟧;",
        "- ⟦@ CT → Chủ tịch Hội đồng nhân dân tỉnh Sơn La⟧ và các ⟦@ PCT HĐND tỉnh Sơn La → Phó Chủ tịch Hội đồng nhân dân tỉnh Sơn La⟧;",
        // A directive, a company, titles alone.
        "Thực hiện CT số ⟦# 16/CT-TTg⟧; CT, PCT công đoàn; CT CP Hà Giang.",
    ]);
}
