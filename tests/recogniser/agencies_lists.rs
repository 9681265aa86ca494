//! Bodies that share words: a kind word, a title, a place.

use super::notation::{reads, reads_nothing};

/// “các Bộ: A, B”: each member is the body, with the title that the list shares.
#[test]
fn members_of_a_list_are_completed() {
    reads([
        "Giao các Bộ: ⟦@ Nội vụ → Bộ Nội vụ⟧, ⟦@ Ngoại giao → Bộ Ngoại giao⟧ và ⟦@ Công an → Bộ Công an⟧ theo dõi.",
        "Thủ trưởng các Bộ, ngành: ⟦@ Tài chính → Bộ Tài chính⟧, ⟦@ Khoa học và Công nghệ → Bộ Khoa học và Công nghệ⟧ cử cán bộ tham gia.",
        "Văn bản gửi các Bộ, cơ quan ngang Bộ: ⟦@ Quốc phòng → Bộ Quốc phòng⟧; ⟦@ Tư pháp → Bộ Tư pháp⟧; ⟦@ Ngân hàng Nhà nước Việt Nam⟧.",
        "Các ⟦@ Bộ Y tế⟧, ⟦@ Giáo dục và Đào tạo → Bộ Giáo dục và Đào tạo⟧, ⟦@ Nội vụ → Bộ Nội vụ⟧ ban hành quy chế phối hợp.",
        "Hai ⟦@ Bộ Tài chính⟧ và ⟦@ Công Thương → Bộ Công Thương⟧ thống nhất mức thu.",
        "Bộ trưởng các Bộ: ⟦@ Y tế → Bộ trưởng Bộ Y tế⟧, ⟦@ Công an → Bộ trưởng Bộ Công an⟧ và Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành.",
        "Thứ trưởng các Bộ: ⟦@ Tài chính → Thứ trưởng Bộ Tài chính⟧, ⟦@ Xây dựng → Thứ trưởng Bộ Xây dựng⟧ tham dự.",
        "Cục trưởng các Cục: ⟦@ Thú y → Cục trưởng Cục Thú y⟧, ⟦@ Chăn nuôi → Cục trưởng Cục Chăn nuôi⟧, ⟦@ Bảo vệ thực vật → Cục trưởng Cục Bảo vệ thực vật⟧ hướng dẫn chi tiết.",
        "Giám đốc các Sở: ⟦@ Y tế → Giám đốc Sở Y tế tỉnh Lào Cai⟧, ⟦@ Xây dựng → Giám đốc Sở Xây dựng tỉnh Lào Cai⟧ và ⟦@ Tư pháp tỉnh Lào Cai → Giám đốc Sở Tư pháp tỉnh Lào Cai⟧ báo cáo kết quả.",
        "Các Sở: ⟦@ Nội vụ → Sở Nội vụ thành phố Huế⟧, ⟦@ Tài chính thành phố Huế → Sở Tài chính thành phố Huế⟧ phối hợp thực hiện.",
        "Cuộc họp có ⟦@ HĐND → Hội đồng nhân dân tỉnh Phú Yên⟧, ⟦@ UBND tỉnh Phú Yên → Ủy ban nhân dân tỉnh Phú Yên⟧ và các huyện tham dự.",
        "Báo cáo ⟦@ Thành ủy → Thành ủy Cần Thơ⟧, ⟦@ Hội đồng nhân dân → Hội đồng nhân dân thành phố Cần Thơ⟧, ⟦@ Ủy ban nhân dân thành phố Cần Thơ⟧ trước ngày 5.",
        "⟦@ Bí thư Tỉnh ủy → Bí thư Tỉnh ủy Hòa Bình⟧, ⟦@ Chủ tịch UBND tỉnh Hòa Bình → Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình⟧ dự hội nghị.",
    ]);
    reads_nothing([
        "Các Bộ, ngành, địa phương phối hợp; các Sở: Tài chính, Y tế hướng dẫn.",
        "UBND các tỉnh: Lào Cai, Yên Bái rà soát quy hoạch.",
    ]);
}
