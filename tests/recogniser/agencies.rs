//! Agencies and office holders.

use super::notation::{reads, reads_nothing};

#[test]
fn central_agencies() {
    reads([
        "⟦@ Chính phủ⟧ trình ⟦@ Quốc hội⟧ và ⟦@ Ủy ban Thường vụ Quốc hội⟧.",
        "⟦@ Bộ Tài chính⟧ phối hợp ⟦@ Bộ Y tế⟧.",
        "⟦@ Tòa án nhân dân tối cao⟧ và ⟦@ Viện kiểm sát nhân dân tối cao⟧.",
        "gửi ⟦@ Văn phòng Chính phủ⟧ và ⟦@ Kho bạc Nhà nước⟧.",
        "gửi ⟦@ Ngân hàng Nhà nước → Ngân hàng Nhà nước Việt Nam⟧.",
    ]);
}

#[test]
fn heads_and_agencies_are_one_mention() {
    reads([
        "⟦@ Bộ trưởng Bộ Y tế⟧ quyết định.",
        "⟦@ Thủ tướng Chính phủ⟧ giao ⟦@ Thủ tướng → Thủ tướng Chính phủ⟧ phân công.",
        "⟦@ Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ⟧ quyết định.",
        "⟦@ Thống đốc Ngân hàng Nhà nước Việt Nam⟧ ban hành.",
        "⟦@ Chánh án Tòa án nhân dân tối cao⟧ ban hành.",
        "⟦@ Chủ tịch nước⟧ công bố.",
    ]);
}

#[test]
fn deputies_are_mentioned_like_heads() {
    reads([
        "⟦@ Phó Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ⟧ ký.",
        "⟦@ Thứ trưởng Bộ Y tế⟧ ký.",
        "⟦@ Phó Thủ tướng → Phó Thủ tướng Chính phủ⟧ chỉ đạo.",
    ]);
}

#[test]
fn spellings_and_abbreviations() {
    reads([
        "⟦@ Uỷ ban nhân dân tỉnh Hoà Bình → Ủy ban nhân dân tỉnh Hòa Bình⟧ ban hành.",
        "⟦@ UBND tỉnh Phú Thọ → Ủy ban nhân dân tỉnh Phú Thọ⟧ ban hành.",
        "⟦@ HĐND thành phố Hà Nội → Hội đồng nhân dân thành phố Hà Nội⟧ thông qua.",
        "⟦@ BỘ TÀI CHÍNH → Bộ Tài chính⟧",
        "⟦@ BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI → Bộ Lao động - Thương binh và Xã hội⟧",
        "⟦@ Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam → Chính phủ⟧ thống nhất.",
    ]);
}

#[test]
fn former_agencies_and_places() {
    reads([
        "⟦@ Bộ Nông nghiệp và Phát triển nông thôn⟧ nay là ⟦@ Bộ Nông nghiệp và Môi trường⟧.",
        "⟦@ Ủy ban nhân dân tỉnh Hà Giang⟧ nay là ⟦@ Ủy ban nhân dân tỉnh Tuyên Quang⟧.",
        "⟦@ Hội đồng nhân dân tỉnh Vĩnh Phúc⟧ thông qua.",
        "⟦@ Sở Tư pháp tỉnh Nghệ An⟧ thẩm định.",
    ]);
}

#[test]
fn classes_are_no_agencies() {
    reads_nothing([
        "Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương tổ chức.",
        "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định.",
        "Ủy ban nhân dân cấp xã xác nhận.",
        "UBND tỉnh giao UBND xã.",
        "Sở Tư pháp các tỉnh báo cáo.",
        "Tòa án nhân dân xét xử; Viện kiểm sát kiểm sát.",
        "các bộ, cơ quan ngang bộ phối hợp.",
        "Bộ trưởng ban hành.",
        "Hội đồng nhân dân quyết định.",
    ]);
}

#[test]
fn agencies_of_other_states_issue_nothing_here() {
    reads_nothing([
        "Quốc hội Lào và Thủ tướng Nhật Bản; Chính phủ Hoa Kỳ.",
        "Bộ Ngoại giao Trung Quốc, Bộ Quốc phòng Mỹ và Bộ trưởng Bộ Tài chính Pháp.",
        "Chính phủ nước Cộng hòa Pháp và Chính phủ Vương quốc Thái Lan.",
        "Chủ tịch nước Cộng hòa dân chủ nhân dân Lào.",
    ]);
    reads([
        "⟦@ Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam → Quốc hội⟧ và ⟦@ Bộ Y tế Việt Nam → Bộ Y tế⟧.",
        "⟦@ BỘ Y TẾ → Bộ Y tế⟧   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "⟦@ Kho bạc Nhà nước⟧ Mỹ Tho.",
    ]);
}

#[test]
fn places_of_several_units() {
    reads([
        "⟦@ UBND phường Bến Nghé, quận 1, TP.HCM → Ủy ban nhân dân phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh⟧",
        "⟦@ UBND Q.1, TP. HCM → Ủy ban nhân dân quận 1, Thành phố Hồ Chí Minh⟧",
        "⟦@ UBND xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre → Ủy ban nhân dân xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre⟧",
    ]);
}

#[test]
fn units_without_power_to_issue_are_not_marked() {
    reads_nothing([
        "Vụ trưởng Vụ Pháp chế chịu trách nhiệm.",
        "Đại học Bách khoa Hà Nội đào tạo.",
        "Tập đoàn Điện lực Việt Nam đầu tư.",
        "mua trái phiếu Chính phủ.",
        "đăng trên Cổng Thông tin điện tử Chính phủ.",
        "Ban Chỉ đạo họp.",
    ]);
}

#[test]
fn steering_committees_at_full_length() {
    reads([
        "⟦@ Ban Chỉ đạo cải cách hành chính của Chính phủ⟧ họp.",
        "⟦@ Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ⟧ kết luận.",
        "⟦@ Ban chỉ đạo Cải cách hành chính Bộ Nông nghiệp và Phát triển nông thôn → Ban Chỉ đạo cải cách hành chính Bộ Nông nghiệp và Phát triển nông thôn⟧ họp.",
    ]);
}

#[test]
fn agencies_within_names_are_no_agencies() {
    reads(["theo ⟦Luật Tổ chức Chính phủ⟧ và ⟦Luật Tổ chức Quốc hội⟧.", "cơ quan thuộc ⟦@ Chính phủ⟧."]);
}

/// Tax and treasury by region since 2025, courts by region, offices of districts, committees of the Party in districts.
#[test]
fn agencies_of_regions_and_districts() {
    reads([
        "⟦@ Thuế tỉnh Đồng Nai⟧ và ⟦@ Thuế thành phố Hà Nội⟧ thay ⟦@ Cục Thuế tỉnh Đồng Nai⟧",
        "⟦@ Kho bạc Nhà nước khu vực VI⟧, ⟦@ Chi cục Hải quan khu vực I⟧, ⟦@ Kiểm toán nhà nước khu vực III⟧",
        "⟦@ Ngân hàng Nhà nước Khu vực 5 → Ngân hàng Nhà nước khu vực 5⟧ và ⟦@ Ngân hàng Nhà nước chi nhánh tỉnh Bến Tre⟧",
        "⟦@ Tòa án nhân dân khu vực 1 - Hà Nội⟧; ⟦@ Viện kiểm sát nhân dân khu vực 2, tỉnh Đồng Nai⟧",
        "⟦@ Phòng Tư pháp huyện Gia Lâm⟧ và ⟦@ Trưởng phòng Phòng Nội vụ quận Ba Đình⟧",
        "⟦@ Bí thư Huyện ủy Nam Đàn⟧, ⟦@ Quận uỷ Thanh Xuân → Quận ủy Thanh Xuân⟧, ⟦@ Đảng ủy phường Cầu Giấy⟧",
    ]);
    reads_nothing([
        "Tòa án nhân dân khu vực, Ngân hàng Nhà nước Khu vực, Thuế tỉnh, thành phố; Thuế, phí và lệ phí",
        "Phòng Tư pháp, Phòng Giáo dục và Đào tạo, Huyện ủy",
    ]);
    reads(["⟦@ Phó Thủ tướng Thường trực Chính phủ⟧ kết luận."]);
}

/// "và" left out or written as a mark.
#[test]
fn loosely_written_names() {
    reads([
        "⟦@ Bộ Tài nguyên Môi trường → Bộ Tài nguyên và Môi trường⟧, ⟦@ Bộ Thông tin - Truyền thông → Bộ Thông tin và Truyền thông⟧",
        "⟦@ Sở Giáo dục - Đào tạo Hà Tĩnh → Sở Giáo dục và Đào tạo tỉnh Hà Tĩnh⟧",
    ]);
}
