//! Short documents of every genre as they are written, with what a document carries through: a judgment, a plan of the Party, a
//! resolution of a People's Council, letters, plans with tables, contracts, news, acts of before 2000 and of after the mergers of 2025.

use super::notation::reads;

#[test]
fn judgments() {
    reads([
        "⟦@ TÒA ÁN NHÂN DÂN → Tòa án nhân dân huyện Thanh Trì, thành phố Hà Nội⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN THANH TRÌ\tĐộc lập - Tự do - Hạnh phúc\nTHÀNH PHỐ HÀ NỘI\n\nBản án số: 45/2023/HS-ST\nNgày 12-6-2023\n\nNHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n⟦@ TÒA ÁN NHÂN DÂN HUYỆN THANH TRÌ → Tòa án nhân dân huyện Thanh Trì⟧\n\nThành phần Hội đồng xét xử sơ thẩm gồm có:\nThẩm phán - Chủ tọa phiên tòa: Ông Trần Văn B.\nĐại diện ⟦@ Viện kiểm sát nhân dân huyện Thanh Trì⟧ tham gia phiên tòa: Bà Lê Thị C - Kiểm sát viên.\n",
        "Căn cứ ⟦§ điểm c khoản 2 Điều 173; điểm s khoản 1 Điều 51; Điều 38 → điểm c khoản 2 Điều 173 | điểm s khoản 1 Điều 51 | Điều 38 · Bộ luật Hình sự⟧ ⟦Bộ luật Hình sự năm 2015 → Bộ luật Hình sự · 2015⟧, xử phạt bị cáo Nguyễn Văn A 24 tháng tù.",
        "Căn cứ vào ⟦§ khoản 1 Điều 28, điểm a khoản 1 Điều 35, điểm a khoản 1 Điều 39, Điều 147, Điều 235 → khoản 1 Điều 28 | điểm a khoản 1 Điều 35 | điểm a khoản 1 Điều 39 | Điều 147 | Điều 235 · Bộ luật Tố tụng dân sự⟧ của ⟦Bộ luật Tố tụng dân sự⟧; các ⟦§ Điều 51, 55, 81, 82 và 83 → Điều 51 | Điều 55 | Điều 81 | Điều 82 | Điều 83 · Luật Hôn nhân và gia đình⟧ ⟦Luật Hôn nhân và gia đình năm 2014 → Luật Hôn nhân và gia đình · 2014⟧;",
        "QUYẾT ĐỊNH:\n\nCăn cứ vào các ⟦§ điều 26, 35, 39, 92 và 227 → Điều 26 | Điều 35 | Điều 39 | Điều 92 | Điều 227 · Bộ luật Tố tụng dân sự⟧ ⟦Bộ luật tố tụng dân sự năm 2015 → Bộ luật Tố tụng dân sự · 2015⟧;\n\nCăn cứ ⟦§ Điều 463, 466, 468 → Điều 463 | Điều 466 | Điều 468 · Bộ luật Dân sự⟧ ⟦Bộ luật Dân sự⟧; ⟦§ khoản 2 Điều 26 · 326/2016/UBTVQH14⟧ Nghị quyết số ⟦# 326/2016/UBTVQH14⟧ ngày 30-12-2016 của ⟦@ Ủy ban thường vụ Quốc hội → Ủy ban Thường vụ Quốc hội⟧ quy định về mức thu án phí.\n\nTuyên xử: Chấp nhận yêu cầu khởi kiện của nguyên đơn.\n",
        "[1] Về tố tụng: Tranh chấp thuộc thẩm quyền của ⟦@ Tòa án nhân dân quận Ba Đình, thành phố Hà Nội⟧ theo ⟦§ khoản 3 Điều 26, điểm a khoản 1 Điều 35 → khoản 3 Điều 26 | điểm a khoản 1 Điều 35 · Bộ luật Tố tụng dân sự⟧ ⟦BLTTDS → Bộ luật Tố tụng dân sự⟧.\n[2] Về nội dung: Căn cứ ⟦§ Điều 357 · Bộ luật Dân sự⟧ ⟦BLDS năm 2015 → Bộ luật Dân sự · 2015⟧ thì bị đơn phải trả lãi.\n",
        "Vị đại diện ⟦@ Viện kiểm sát nhân dân cấp cao tại Đà Nẵng⟧ đề nghị Hội đồng xét xử áp dụng ⟦§ điểm b khoản 1 Điều 355, điểm c khoản 1 Điều 357 → điểm b khoản 1 Điều 355 | điểm c khoản 1 Điều 357 · Bộ luật Tố tụng hình sự⟧ ⟦Bộ luật Tố tụng hình sự⟧, chấp nhận kháng cáo.",
        "Theo hướng dẫn tại ⟦§ Điều 3 · 01/2024/NQ-HĐTP⟧ Nghị quyết số ⟦# 01/2024/NQ-HĐTP⟧ ngày 16/5/2024 của ⟦@ Hội đồng Thẩm phán Tòa án nhân dân tối cao⟧ thì thuận tình ly hôn được công nhận.",
        "Quyết định giám đốc thẩm của ⟦@ Ủy ban Thẩm phán Tòa án nhân dân cấp cao tại Thành phố Hồ Chí Minh⟧ đã hủy bản án của ⟦@ TAND tỉnh Long An → Tòa án nhân dân tỉnh Long An⟧.",
        "Áp dụng ⟦§ Điều 123; khoản 1, khoản 2 Điều 54; Điều 58 → Điều 123 | khoản 1 Điều 54 | khoản 2 Điều 54 | Điều 58 · Bộ luật Hình sự⟧ của ⟦Bộ luật Hình sự năm 2015 → Bộ luật Hình sự · 2015⟧ (sửa đổi, bổ sung năm 2017); ⟦§ Điều 106 · Bộ luật Tố tụng hình sự⟧ của ⟦Bộ luật Tố tụng hình sự⟧; tịch thu, tiêu hủy 01 con dao.",
        "Giao cho ⟦@ Chi cục Thi hành án dân sự huyện Gia Lâm⟧ và ⟦@ Ủy ban nhân dân xã Đa Tốn, huyện Gia Lâm⟧ giám sát, giáo dục. Nơi nhận: - ⟦@ VKSND TP. Hà Nội → Viện kiểm sát nhân dân thành phố Hà Nội⟧; - ⟦@ Sở Tư pháp TP. Hà Nội → Sở Tư pháp thành phố Hà Nội⟧.",
    ]);
}

#[test]
fn documents_of_the_party() {
    reads([
        "⟦@ TỈNH ỦY QUẢNG NGÃI → Tỉnh ủy Quảng Ngãi⟧\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tQuảng Ngãi, ngày 12 tháng 9 năm 2024\nSố 120-KH/TU\n\nKẾ HOẠCH\nthực hiện Chỉ thị số ⟦# 35-CT/TW⟧ ngày 14/6/2024 của ⟦@ Bộ Chính trị⟧ về đại hội đảng bộ các cấp\n\n1. ⟦@ Ban Tổ chức Tỉnh ủy → Ban Tổ chức Tỉnh ủy Quảng Ngãi⟧ chủ trì, phối hợp với ⟦@ Văn phòng Tỉnh ủy → Văn phòng Tỉnh ủy Quảng Ngãi⟧, ⟦@ Ủy ban Kiểm tra Tỉnh ủy → Ủy ban Kiểm tra Tỉnh ủy Quảng Ngãi⟧ hướng dẫn các đảng bộ trực thuộc.\n2. ⟦@ Ban Tuyên giáo Tỉnh ủy → Ban Tuyên giáo Tỉnh ủy Quảng Ngãi⟧ tổ chức tuyên truyền.\n3. Giao ⟦@ Ban Thường vụ Tỉnh ủy → Ban Thường vụ Tỉnh ủy Quảng Ngãi⟧ xem xét.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n",
        "Thực hiện ⟦Nghị quyết Trung ương 4 khóa XII⟧ và ⟦Nghị quyết Trung ương 5 khóa XIII⟧, ⟦@ Ban Thường vụ Thành ủy Đà Nẵng⟧ ban hành Quy định số ⟦# 12-QĐi/TU⟧.",
        "⟦@ Trưởng Ban Tổ chức Tỉnh ủy Nghệ An⟧, ⟦@ Chủ nhiệm Ủy ban Kiểm tra Thành ủy Cần Thơ⟧ và ⟦@ Chánh Văn phòng Huyện ủy Quỳnh Lưu⟧ dự hội nghị.",
        "Theo ⟦§ khoản 2 Điều 9 · Điều lệ Đảng⟧ ⟦Điều lệ Đảng⟧ và ⟦§ Điều 4 · 37-QĐ/TW⟧ Quy định số ⟦# 37-QĐ/TW⟧ ngày 25/10/2021 của ⟦@ Ban Chấp hành Trung ương → Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam⟧ về những điều đảng viên không được làm.",
        "⟦@ Đảng ủy Bộ Tài chính⟧ phối hợp với ⟦@ Đảng ủy Ủy ban nhân dân tỉnh Hà Tĩnh⟧ và ⟦@ Ban Thường vụ Đảng ủy Công an Trung ương⟧ quán triệt.",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Kết luận số ⟦# 126-KL/TW⟧, ngày 14/02/2025 của ⟦@ Bộ Chính trị⟧, ⟦@ Ban Bí thư⟧ về một số nội dung tiếp tục sắp xếp.",
        "Kính gửi: Các tỉnh ủy, thành ủy; ⟦@ Đảng ủy các cơ quan Đảng Trung ương⟧; ⟦@ Đảng ủy Chính phủ⟧; ⟦@ Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương⟧; ⟦@ Quân ủy Trung ương⟧.",
        "⟦@ Đảng ủy xã Hòa Vang⟧ và ⟦@ Thường trực Đảng ủy phường Hải Châu⟧ báo cáo ⟦@ Thường trực Thành ủy Đà Nẵng⟧ trước ngày 20 hằng tháng.",
    ]);
}

#[test]
fn resolutions_of_councils() {
    reads([
        "⟦@ HỘI ĐỒNG NHÂN DÂN → Hội đồng nhân dân tỉnh Gia Lai⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH GIA LAI\tĐộc lập - Tự do - Hạnh phúc\n\nSố: 25/2025/NQ-HĐND\n\nNGHỊ QUYẾT\nQuy định mức hỗ trợ học phí trên địa bàn tỉnh Gia Lai\n\n⟦@ HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI → Hội đồng nhân dân tỉnh Gia Lai⟧ KHÓA XII, KỲ HỌP THỨ 3\n\nCăn cứ ⟦Luật Tổ chức chính quyền địa phương⟧ số ⟦# 72/2025/QH15⟧;\nXét Tờ trình số ⟦# 110/TTr-UBND⟧ ngày 02 tháng 7 năm 2025 của ⟦@ Ủy ban nhân dân tỉnh → Ủy ban nhân dân tỉnh Gia Lai⟧; Báo cáo thẩm tra của ⟦@ Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh → Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh Gia Lai⟧.\n\nĐiều 3. Tổ chức thực hiện\n1. Giao ⟦@ Ủy ban nhân dân tỉnh → Ủy ban nhân dân tỉnh Gia Lai⟧ tổ chức thực hiện Nghị quyết này.\n2. ⟦@ Thường trực Hội đồng nhân dân → Thường trực Hội đồng nhân dân tỉnh Gia Lai⟧, các Ban của ⟦@ Hội đồng nhân dân tỉnh → Hội đồng nhân dân tỉnh Gia Lai⟧ và đại biểu giám sát.\n\nNghị quyết này đã được ⟦@ Hội đồng nhân dân tỉnh Gia Lai⟧ khóa XII thông qua.\n\nNơi nhận:\n- ⟦@ Ủy ban Thường vụ Quốc hội⟧; ⟦@ Chính phủ⟧;\n- ⟦@ VPQH → Văn phòng Quốc hội⟧, ⟦@ VPCP → Văn phòng Chính phủ⟧;\n- ⟦@ Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính⟧ - ⟦@ Bộ Tư pháp⟧;\n- ⟦@ TT. HĐND tỉnh → Thường trực Hội đồng nhân dân tỉnh Gia Lai⟧;\n- ⟦@ Đoàn đại biểu Quốc hội tỉnh → Đoàn đại biểu Quốc hội tỉnh Gia Lai⟧;\n",
        "⟦@ HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ CẦN THƠ → Hội đồng nhân dân thành phố Cần Thơ⟧\n\nNGHỊ QUYẾT\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số ⟦# 03/2021/NQ-HĐND⟧ ngày 27 tháng 8 năm 2021 của ⟦@ Hội đồng nhân dân thành phố → Hội đồng nhân dân thành phố Cần Thơ⟧\n1. Sửa đổi ⟦§ điểm b khoản 1 Điều 2 · 03/2021/NQ-HĐND⟧ như sau:\n“b) Mức thu theo ⟦§ Điều 13 · quoted⟧ Nghị quyết này.”.\n2. Bãi bỏ ⟦§ khoản 3 Điều 4 · 03/2021/NQ-HĐND⟧.\n\nĐiều 2. Giao ⟦@ Ủy ban nhân dân thành phố → Ủy ban nhân dân thành phố Cần Thơ⟧ triển khai thực hiện. ⟦@ Ban Pháp chế Hội đồng nhân dân thành phố → Ban Pháp chế Hội đồng nhân dân thành phố Cần Thơ⟧ giám sát.\n",
        "Theo đề nghị của ⟦@ Chủ tịch Hội đồng nhân dân huyện Ba Vì⟧ và ⟦@ Trưởng Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Sơn La⟧.",
        "Căn cứ Nghị quyết số ⟦# 190/2025/QH15⟧ ngày 19 tháng 02 năm 2025 của ⟦@ Quốc hội⟧ quy định về xử lý một số vấn đề liên quan đến sắp xếp tổ chức bộ máy nhà nước;",
        "Bãi bỏ toàn bộ các Nghị quyết sau đây của ⟦@ Hội đồng nhân dân tỉnh Kon Tum⟧ (trước sắp xếp):\na) Nghị quyết số ⟦# 14/2020/NQ-HĐND⟧ ngày 13 tháng 7 năm 2020;\nb) ⟦§ Khoản 2 Điều 1 → khoản 2 Điều 1 · 60/2021/NQ-HĐND⟧ Nghị quyết số ⟦# 60/2021/NQ-HĐND⟧ ngày 22 tháng 10 năm 2021.\n",
        "⟦@ Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Gia Lai⟧ giám sát.",
    ]);
}

#[test]
fn letters_and_their_recipients() {
    reads([
        "Kính gửi:\n- Các Bộ: ⟦@ Tài chính → Bộ Tài chính⟧, ⟦@ Công an → Bộ Công an⟧, ⟦@ Quốc phòng → Bộ Quốc phòng⟧, ⟦@ Xây dựng → Bộ Xây dựng⟧;\n- ⟦@ Ngân hàng Nhà nước Việt Nam⟧;\n- ⟦@ Ủy ban nhân dân tỉnh Đắk Lắk⟧ và ⟦@ Ủy ban nhân dân thành phố Huế⟧;\n- Ủy ban nhân dân các tỉnh, thành phố: Hà Nội, Hải Phòng, Quảng Ninh;\n- Tập đoàn Điện lực Việt Nam, Tổng công ty Viễn thông Mobifone.\n",
        "Nơi nhận:\n- ⟦@ TTgCP → Thủ tướng Chính phủ⟧, các ⟦@ PTTgCP → Phó Thủ tướng Chính phủ⟧;\n- ⟦@ VPCP → Văn phòng Chính phủ⟧: BTCN, các PCN, Trợ lý ⟦@ TTg → Thủ tướng Chính phủ⟧, TGĐ Cổng TTĐT, các Vụ: KTTH, NN, TH;\n- Lưu: VT, CN (2b).\n",
        "⟦@ Phó Thủ tướng → Phó Thủ tướng Chính phủ⟧ Trần Văn B yêu cầu ⟦@ Bộ trưởng Bộ Ngoại giao⟧, ⟦@ Chủ tịch UBND thành phố Hải Phòng → Chủ tịch Ủy ban nhân dân thành phố Hải Phòng⟧ khẩn trương thực hiện.",
        "Bộ phận một cửa chuyển hồ sơ đến Văn phòng Đăng ký đất đai tỉnh Thái Nguyên.",
        "⟦@ Bảo hiểm xã hội thành phố Hà Nội⟧ và ⟦@ BHXH tỉnh Nam Định → Bảo hiểm xã hội tỉnh Nam Định⟧ thực hiện theo Công văn số ⟦# 1880/BHXH-TCKT⟧ của ⟦@ Bảo hiểm xã hội Việt Nam⟧.",
        "⟦@ Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh⟧, ⟦@ Ban Quản lý Khu kinh tế Nghi Sơn⟧ và ⟦@ Ban Quản lý Khu kinh tế Đông Nam Nghệ An⟧ phối hợp.",
    ]);
}

#[test]
fn plans_with_tables() {
    reads([
        "⟦@ ỦY BAN NHÂN DÂN TỈNH VĨNH LONG → Ủy ban nhân dân tỉnh Vĩnh Long⟧\n\nKẾ HOẠCH\nTriển khai thi hành ⟦Luật Nhà giáo⟧ trên địa bàn tỉnh\n\n| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n| --- | --- | --- | --- | --- |\n| 1 | Rà soát văn bản | ⟦@ Sở Giáo dục và Đào tạo → Sở Giáo dục và Đào tạo tỉnh Vĩnh Long⟧ | ⟦@ Sở Tư pháp → Sở Tư pháp tỉnh Vĩnh Long⟧; UBND các xã, phường | Quý III/2025 |\n| 2 | Quy định chi tiết ⟦§ khoản 2 Điều 25 · Luật Nhà giáo⟧ ⟦Luật Nhà giáo⟧ | ⟦@ Sở Nội vụ → Sở Nội vụ tỉnh Vĩnh Long⟧ | ⟦@ Sở Tài chính → Sở Tài chính tỉnh Vĩnh Long⟧ | Quý IV/2025 |\n| 3 | Tuyên truyền | Các cơ quan báo chí | | |\n\n1. ⟦@ Sở Giáo dục và Đào tạo → Sở Giáo dục và Đào tạo tỉnh Vĩnh Long⟧ là cơ quan đầu mối.\n2. ⟦@ Công an tỉnh → Công an tỉnh Vĩnh Long⟧, ⟦@ Bộ Chỉ huy Quân sự tỉnh → Bộ Chỉ huy quân sự tỉnh Vĩnh Long⟧, ⟦@ Văn phòng UBND tỉnh → Văn phòng Ủy ban nhân dân tỉnh Vĩnh Long⟧ phối hợp thực hiện ⟦§ Mục II · this⟧ Kế hoạch này.\n3. Kinh phí theo ⟦§ Mục III · this⟧ Kế hoạch này.\n",
        "Phân công nhiệm vụ theo ⟦§ Mục VI · this⟧ Kế hoạch này. Các đơn vị báo cáo theo ⟦§ điểm 2 Mục V · this⟧ của Kế hoạch này.",
        "Đơn vị chủ trì: ⟦@ Cục Công nghệ thông tin⟧. Đơn vị phối hợp: Vụ Tổ chức cán bộ, Thanh tra Bộ, Văn phòng Bộ, Trung tâm Thông tin.",
        "⟦@ Tổ công tác của Thủ tướng Chính phủ⟧ kiểm tra việc thực hiện.",
        "3. ⟦@ Sở Nông nghiệp và Môi trường tỉnh An Giang⟧ chủ trì, phối hợp với ⟦@ Chi cục Thủy lợi tỉnh An Giang⟧, Trung tâm Khuyến nông rà soát theo Chương trình hành động số ⟦# 27-CTr/TU⟧ của ⟦@ Tỉnh ủy An Giang⟧.",
        "Thực hiện ⟦Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025⟧ theo Quyết định số ⟦# 263/QĐ-TTg⟧ ngày 22 tháng 02 năm 2022 của ⟦@ Thủ tướng Chính phủ⟧.",
        "Tiếp tục triển khai ⟦Đề án 06⟧ và ⟦Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021 - 2025, định hướng đến năm 2030⟧ được phê duyệt tại Quyết định số ⟦# 942/QĐ-TTg⟧.",
    ]);
}

#[test]
fn contracts_and_charters() {
    reads([
        "HỢP ĐỒNG MUA BÁN HÀNG HÓA\n\nCăn cứ ⟦Bộ luật Dân sự⟧ số ⟦# 91/2015/QH13⟧;\nCăn cứ ⟦Luật Thương mại⟧ số ⟦# 36/2005/QH11⟧;\n\nĐIỀU 1. ĐỐI TƯỢNG HỢP ĐỒNG\n1.1. Bên A bán cho Bên B hàng hóa theo Phụ lục 01.\nĐIỀU 2. THANH TOÁN\n2.1. Bên B thanh toán theo tiến độ quy định tại ⟦§ Khoản 3.2 Điều 3 → khoản 3.2 Điều 3 · this⟧ Hợp đồng này.\n2.2. Phạt chậm thanh toán theo ⟦§ Điều 306 · Luật Thương mại⟧ ⟦Luật Thương mại⟧.\nĐIỀU 3. CHẤM DỨT\n3.1. Hợp đồng chấm dứt theo ⟦§ Điều 5 · this⟧ của Hợp đồng này.\n3.2. Trường hợp bất khả kháng thì áp dụng ⟦§ Điều 156 · Bộ luật Dân sự⟧ ⟦Bộ luật Dân sự⟧ và ⟦§ Điều 4 · this⟧.\n",
        "Mọi tranh chấp phát sinh từ Hợp đồng này được giải quyết tại ⟦@ Tòa án nhân dân thành phố Hà Nội⟧ hoặc Trung tâm Trọng tài Quốc tế Việt Nam (VIAC).",
        "Bên B: Công ty TNHH Xây dựng Minh Long, Giấy chứng nhận đăng ký doanh nghiệp số 0101234567 do ⟦@ Sở Kế hoạch và Đầu tư thành phố Hà Nội⟧ cấp ngày 01/02/2015. Tài khoản số 1234 tại Ngân hàng TMCP Ngoại thương Việt Nam; nộp thuế tại ⟦@ Chi cục Thuế quận Cầu Giấy⟧.",
        "Hợp đồng này được lập theo ⟦§ Mục 2 Chương XVI Phần thứ ba · Bộ luật Dân sự⟧ ⟦Bộ luật Dân sự năm 2015 → Bộ luật Dân sự · 2015⟧.",
        "Theo ⟦§ Điều 5 · this⟧ Hợp đồng này, Bên A bàn giao mặt bằng cho Bên B chậm nhất ngày 30/6/2025; theo ⟦§ Điều 12 · unknown⟧ Hợp đồng thi công số 15/2024/HĐTC-XD thì nhà thầu chịu phạt.",
    ]);
}

#[test]
fn news() {
    reads([
        "Sáng 12/8, tại Hà Nội, ⟦@ Thủ tướng → Thủ tướng Chính phủ⟧ chủ trì phiên họp ⟦@ Chính phủ⟧ thường kỳ. ⟦@ Bộ trưởng Bộ Tài chính⟧ Trần Văn B trình bày dự án ⟦Luật Quản lý thuế⟧ (sửa đổi).",
        "Ông Nguyễn Văn A, Phó Giám đốc Trung tâm Điều dưỡng, cho biết ⟦@ Sở Y tế TPHCM → Sở Y tế Thành phố Hồ Chí Minh⟧ đã có văn bản gửi ⟦@ Bộ Y tế⟧.",
        "Phiên thảo luận tại tổ về dự án ⟦Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế⟧ diễn ra chiều nay; đại biểu Đoàn TP.HCM đề nghị giữ nguyên ⟦§ Điều 22 · unknown⟧.",
        "Nghị định ⟦# 168⟧ có hiệu lực từ 1/1/2025. Theo ⟦§ điểm a khoản 9 Điều 6 · 168⟧ Nghị định ⟦# 168⟧, người lái ô tô vượt đèn đỏ bị phạt 18-20 triệu đồng.",
        "⟦@ Phó Chủ tịch Quốc hội⟧ Nguyễn Văn A điều hành phiên họp; ⟦@ Chủ nhiệm Ủy ban Pháp luật và Tư pháp của Quốc hội⟧ Lê Thị C trình bày báo cáo thẩm tra.",
        "⟦@ Công an TP Hà Nội → Công an thành phố Hà Nội⟧ khởi tố bị can về tội Lừa đảo chiếm đoạt tài sản theo ⟦§ Điều 174 · Bộ luật Hình sự⟧ ⟦Bộ luật Hình sự⟧. ⟦@ Cơ quan Cảnh sát điều tra Công an tỉnh Hưng Yên⟧ đang mở rộng điều tra.",
        "⟦@ Chủ tịch UBND TP Đà Nẵng → Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng⟧ Nguyễn Văn A giao Sở Xây dựng rà soát.",
        "Quy định mới về giấy phép lái xe nằm trong ⟦Luật Trật tự, an toàn giao thông đường bộ 2024 → Luật Trật tự, an toàn giao thông đường bộ · 2024⟧, có hiệu lực từ 1-1-2025.",
    ]);
}

#[test]
fn acts_before_2000() {
    reads([
        "⟦@ HỘI ĐỒNG BỘ TRƯỞNG → Hội đồng Bộ trưởng⟧\nSố: 13-HĐBT\n\nCăn cứ ⟦Luật Tổ chức Hội đồng Bộ trưởng · 1981⟧ ngày 4 tháng 7 năm 1981;\nTheo đề nghị của ⟦@ Chủ nhiệm Ủy ban Kế hoạch Nhà nước⟧ và ⟦@ Bộ trưởng Bộ Nội thương⟧,\n\nNGHỊ ĐỊNH:\n\nĐiều 1. Nay ban hành bản quy định về quản lý thị trường.\nĐiều 2. ⟦@ Bộ trưởng Bộ Lâm nghiệp⟧ và ⟦@ Chủ nhiệm Uỷ ban Vật giá Nhà nước → Chủ nhiệm Ủy ban Vật giá Nhà nước⟧ chịu trách nhiệm thi hành nghị định này.\n",
        "Chiểu theo Sắc lệnh số ⟦# 77-SL⟧ ngày 22-5-1950 ban hành quy chế công nhân; chiểu ⟦§ Điều 3 · 29/SL⟧ Sắc lệnh số ⟦# 29/SL⟧ ngày 12-3-1947; theo đề nghị của ⟦@ Bộ trưởng Bộ Lao động⟧;",
        "⟦@ Ủy ban Hành chính thành phố Hà Nội → Ủy ban hành chính thành phố Hà Nội⟧ thi hành.",
        "⟦@ Chủ tịch Ủy ban Kháng chiến Hành chính Liên khu IV → Chủ tịch Ủy ban kháng chiến hành chính Liên khu IV⟧ thi hành nghị định này; ⟦@ Bộ Nội vụ⟧ và ⟦@ Bộ Tài chính⟧ chiểu nghị định thi hành.",
        "Căn cứ ⟦Pháp lệnh Hợp đồng kinh tế · 1989⟧ ngày 25 tháng 9 năm 1989; Căn cứ ⟦Pháp lệnh thuế tài nguyên → Pháp lệnh Thuế tài nguyên · 1990⟧ ngày 30 tháng 3 năm 1990; theo ⟦§ Điều 12 · Pháp lệnh Bảo vệ bí mật Nhà nước⟧ ⟦Pháp lệnh bảo vệ bí mật Nhà nước → Pháp lệnh Bảo vệ bí mật Nhà nước⟧.",
        "⟦@ Tổng cục trưởng Tổng cục Bưu điện⟧, ⟦@ Trưởng Ban Vật giá Chính phủ⟧ và Thủ trưởng các cơ quan thi hành.",
        "⟦@ Phủ Thủ tướng⟧ đã thông tư cho các ⟦@ Bộ Lao động⟧, ⟦@ Nội vụ → Bộ Nội vụ⟧ và ⟦@ Tài chính → Bộ Tài chính⟧.",
        "Theo ⟦§ điều 4 → Điều 4 · 15-CP⟧ nghị định số ⟦# 15-CP⟧ ngày 31-1-1972 của ⟦@ Hội đồng Chính phủ⟧.",
    ]);
}

#[test]
fn acts_after_the_mergers_of_2025() {
    reads([
        "Căn cứ Nghị định số ⟦# 151/2025/NĐ-CP⟧ ngày 12 tháng 6 năm 2025 của ⟦@ Chính phủ⟧ quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp; ⟦@ Ủy ban nhân dân xã Đông Anh, thành phố Hà Nội⟧ và ⟦@ Ủy ban nhân dân đặc khu Phú Quốc⟧ thực hiện.",
        "⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân phường Bến Thành⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG BẾN THÀNH\tĐộc lập - Tự do - Hạnh phúc\n\nSố: 15/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nTheo đề nghị của ⟦@ Trưởng phòng Phòng Kinh tế, Hạ tầng và Đô thị → Trưởng phòng Phòng Kinh tế, Hạ tầng và Đô thị phường Bến Thành⟧ tại Tờ trình số ⟦# 08/TTr-PKTHTĐT⟧.\n\nĐiều 2. ⟦@ Chủ tịch Ủy ban nhân dân phường → Chủ tịch Ủy ban nhân dân phường Bến Thành⟧, ⟦@ Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường → Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Bến Thành⟧ chịu trách nhiệm thi hành.\n",
        "⟦@ Thuế cơ sở 5 tỉnh Đồng Nai⟧ thông báo; ⟦@ Thuế Thành phố Hồ Chí Minh⟧ hướng dẫn theo Công văn số ⟦# 1234/CT-CS⟧ của ⟦@ Cục Thuế⟧.",
        "⟦@ Tòa án nhân dân khu vực 3 - Đồng Nai⟧ thụ lý; ⟦@ Viện kiểm sát nhân dân khu vực 3⟧ kiểm sát.",
        "⟦@ Bộ Dân tộc và Tôn giáo⟧ chủ trì; ⟦@ Sở Dân tộc và Tôn giáo tỉnh Lâm Đồng⟧ phối hợp với ⟦@ Phòng Văn hóa - Xã hội xã Đạ Huoai⟧.",
        "⟦@ Kho bạc Nhà nước khu vực I⟧ và ⟦@ Chi cục Hải quan khu vực XIII⟧, ⟦@ Chi cục Thuế khu vực II⟧ triển khai.",
        "Căn cứ ⟦§ khoản 1 Điều 21 · 72/2025/QH15⟧ ⟦Luật Tổ chức chính quyền địa phương⟧ số ⟦# 72/2025/QH15⟧ và ⟦§ Điều 5 · Luật Cán bộ, công chức⟧ ⟦Luật Cán bộ, công chức năm 2025 → Luật Cán bộ, công chức · 2025⟧.",
        "⟦@ Ủy ban nhân dân tỉnh Lâm Đồng⟧ (mới), ⟦@ Hội đồng nhân dân tỉnh Phú Thọ⟧, ⟦@ Công an tỉnh Tây Ninh⟧.",
    ]);
}
