//! What the document tells of an agency: its header, its place, what it defines; and how its pages and scans break names.

use super::notation::{reads, reads_nothing};

#[test]
fn the_issuer_gives_its_place_to_definite_forms() {
    reads([
        "⟦@ ỦY BAN NHÂN DÂN TỈNH BẮC NINH → Ủy ban nhân dân tỉnh Bắc Ninh⟧\n\nKẾ HOẠCH\n\n⟦@ Phó Chủ tịch Ủy ban nhân dân tỉnh → Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh⟧ phụ trách; các Sở, ngành và Ủy ban nhân dân các huyện thực hiện; Ủy ban nhân dân cấp xã báo cáo.",
        "⟦@ HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG → Hội đồng nhân dân thành phố Đà Nẵng⟧\n\nNGHỊ QUYẾT\n\nĐiều 3. ⟦@ Thường trực Hội đồng nhân dân thành phố → Thường trực Hội đồng nhân dân thành phố Đà Nẵng⟧ giám sát; giao ⟦@ UBND thành phố → Ủy ban nhân dân thành phố Đà Nẵng⟧ triển khai.",
        "⟦@ UBND TỈNH KON TUM → Ủy ban nhân dân tỉnh Kon Tum⟧\n⟦@ SỞ TÀI CHÍNH → Sở Tài chính tỉnh Kon Tum⟧\n\nKính gửi: ⟦@ Sở Nội vụ → Sở Nội vụ tỉnh Kon Tum⟧\n\n⟦@ Sở Tài chính → Sở Tài chính tỉnh Kon Tum⟧ đề nghị phối hợp.",
        "⟦@ ỦY BAN NHÂN DÂN HUYỆN TÂN PHÚ → Ủy ban nhân dân huyện Tân Phú⟧\n\nQUYẾT ĐỊNH\n\nĐiều 2. ⟦@ Chủ tịch Ủy ban nhân dân huyện → Chủ tịch Ủy ban nhân dân huyện Tân Phú⟧ và Ủy ban nhân dân tỉnh xem xét.",
        "⟦@ BỘ TÀI CHÍNH → Bộ Tài chính⟧\n\nTHÔNG TƯ\n\nĐiều 5. Ủy ban nhân dân tỉnh, Sở Tài chính, Công an tỉnh phối hợp với ⟦@ Bộ Công an⟧.",
        "⟦@ ỦY BAN NHÂN DÂN TỈNH HÀ NAM → Ủy ban nhân dân tỉnh Hà Nam⟧\n\nQUYẾT ĐỊNH\n\nĐiều 4. Hiệu lực.\n\nTM. ⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân tỉnh Hà Nam⟧\nCHỦ TỊCH",
        "⟦@ CÔNG AN TỈNH SÓC TRĂNG → Công an tỉnh Sóc Trăng⟧\n\nBáo cáo ⟦@ Tỉnh ủy → Tỉnh ủy Sóc Trăng⟧ và ⟦@ Giám đốc Công an tỉnh → Giám đốc Công an tỉnh Sóc Trăng⟧.",
        "⟦@ ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN → Ủy ban nhân dân tỉnh Điện Biên⟧\n\n⟦@ Chánh Thanh tra tỉnh → Chánh Thanh tra tỉnh Điện Biên⟧, ⟦@ Trưởng Ban Chỉ đạo chuyển đổi số tỉnh → Trưởng Ban Chỉ đạo chuyển đổi số tỉnh Điện Biên⟧ báo cáo ⟦@ Ủy ban nhân dân tỉnh → Ủy ban nhân dân tỉnh Điện Biên⟧ trước ngày 15.",
        "Kế hoạch này được triển khai.\n\nĐiều 1. Giao ⟦@ Sở Y tế → Sở Y tế tỉnh Bến Tre⟧ chủ trì.\n\nTM. ⟦@ ỦY BAN NHÂN DÂN TỈNH BẾN TRE → Ủy ban nhân dân tỉnh Bến Tre⟧\nKT. CHỦ TỊCH",
    ]);
}

#[test]
fn headers_in_two_columns() {
    reads([
        "⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân tỉnh Đắk Lắk⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH ĐẮK LẮK\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ BỘ LAO ĐỘNG - THƯƠNG BINH → Bộ Lao động - Thương binh và Xã hội⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVÀ XÃ HỘI\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ BỘ VĂN HÓA, THỂ THAO → Bộ Văn hóa, Thể thao và Du lịch⟧      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   VÀ DU LỊCH              Độc lập - Tự do - Hạnh phúc\n",
        "|⟦@ VIỆN KIỂM SÁT NHÂN DÂN → Viện kiểm sát nhân dân tỉnh Hà Giang⟧ |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|\n|TỈNH HÀ GIANG |Độc lập - Tự do - Hạnh phúc|\n",
        "⟦@ HỘI ĐỒNG NHÂN DÂN → Hội đồng nhân dân tỉnh Bạc Liêu⟧ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẠC LIÊU Độc lập - Tự do - Hạnh phúc\n",
        "⟦@ TÒA ÁN NHÂN DÂN → Tòa án nhân dân tối cao⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỐI CAO\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ BỘ TÀI CHÍNH → Bộ Tài chính⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n⟦@ TỔNG CỤC THUẾ → Tổng cục Thuế⟧\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân huyện Hóc Môn⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN HÓC MÔN\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ CHỦ TỊCH ỦY BAN NHÂN DÂN → Chủ tịch Ủy ban nhân dân tỉnh Long An⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân Thành phố Hồ Chí Minh⟧          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHỐ HỒ CHÍ MINH           Độc lập - Tự do - Hạnh phúc\n",
    ]);
}

#[test]
fn the_national_title_is_no_part_of_a_body() {
    reads([
        "⟦@ QUỐC HỘI → Quốc hội⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ THỦ TƯỚNG CHÍNH PHỦ → Thủ tướng Chính phủ⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------\tĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ CHÍNH PHỦ → Chính phủ⟧   CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   Độc lập - Tự do - Hạnh phúc\n",
        "|⟦@ CHÍNH PHỦ → Chính phủ⟧|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|\n|-------|Độc lập - Tự do - Hạnh phúc|\n",
        "HIỆP ĐỊNH GIỮA ⟦@ CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM → Chính phủ⟧ VÀ CHÍNH PHỦ VƯƠNG QUỐC CAMPUCHIA\n",
        "⟦@ Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam → Chính phủ⟧ cam kết.",
        "⟦@ Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam → Chủ tịch nước⟧ quyết định.",
        "⟦@ CHỦ TỊCH NƯỚC → Chủ tịch nước⟧      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n             Độc lập - Tự do - Hạnh phúc\n",
        "**⟦@ CHỦ TỊCH NƯỚC → Chủ tịch nước⟧** CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ ỦY BAN THƯỜNG VỤ QUỐC HỘI → Ủy ban Thường vụ Quốc hội⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------\tĐộc lập - Tự do - Hạnh phúc\n",
    ]);
}

#[test]
fn names_broken_by_empty_lines_and_pages() {
    reads([
        "BAN HÀNH QUY CHẾ CỦA ⟦@ HỘI ĐỒNG NHÂN DÂN\n\nTỈNH LÀO CAI → Hội đồng nhân dân tỉnh Lào Cai⟧\n\n",
        "⟦@ TÒA ÁN NHÂN DÂN\nQUẬN LÊ CHÂN → Tòa án nhân dân quận Lê Chân⟧\nBản án số: 21/2023/HNGĐ-ST\n",
        "BAN HÀNH QUY ĐỊNH CỦA ⟦@ ỦY BAN NHÂN DÂN\n\nTỈNH TÂY NINH → Ủy ban nhân dân tỉnh Tây Ninh⟧\n",
        "theo văn bản của ⟦@ Bộ Nông nghiệp và Phát triển\n\u{c}     7\n\nnông thôn → Bộ Nông nghiệp và Phát triển nông thôn⟧ về thú y.",
        "Nghị quyết của ⟦@ HĐND tỉnh Bình\n\u{c}            15\n\nThuận → Hội đồng nhân dân tỉnh Bình Thuận⟧ còn hiệu lực.",
        "Về quy chế của ⟦@ Hội đồng nhân dân\n\n     thành phố Hà Nội → Hội đồng nhân dân thành phố Hà Nội⟧ nhiệm kỳ mới\n",
        "Công văn của ⟦@ Tổng cục Tiêu chuẩn Đo lường\n\u{c}   3\n\nChất lượng → Tổng cục Tiêu chuẩn Đo lường Chất lượng⟧ gửi doanh nghiệp.",
    ]);
    reads_nothing(["Bên A ký tên\nNguyễn Văn A\n\u{c}PHỤ LỤC I\nDanh mục"]);
}

#[test]
fn wrong_and_missing_marks() {
    reads([
        "⟦@ Tông cục Hải quan → Tổng cục Hải quan⟧ trả lời công văn.",
        "⟦@ Sơ Tư pháp tỉnh Hà Nam → Sở Tư pháp tỉnh Hà Nam⟧ thẩm định.",
        "⟦@ BỘ KÊ HOẠCH VÀ ĐÂU TƯ → Bộ Kế hoạch và Đầu tư⟧",
        "⟦@ Uy ban nhan dan tinh Nghe An → Ủy ban nhân dân tỉnh Nghệ An⟧ ban hanh quyet dinh.",
        "⟦@ Bo Giao duc va Dao tao → Bộ Giáo dục và Đào tạo⟧ huong dan.",
        "⟦@ Bo truong Bo Y te → Bộ trưởng Bộ Y tế⟧ ky ban hanh.",
        "⟦@ Sở Y tế tinh Kiên Giang → Sở Y tế tỉnh Kiên Giang⟧ báo cáo.",
        "theo đề nghị của ⟦@ Văn phòng -\nChính phủ → Văn phòng Chính phủ⟧.",
        "⟦@ Cong an tinh Binh Thuan → Công an tỉnh Bình Thuận⟧ thong bao.",
        "⟦@ Ngan hang Nha nuoc Viet Nam → Ngân hàng Nhà nước Việt Nam⟧ cong bo ty gia.",
    ]);
}

#[test]
fn small_letters() {
    reads([
        "Nộp tiền tại ⟦@ kho bạc Nhà nước → Kho bạc Nhà nước⟧ trước ngày 20.",
        "Gửi ⟦@ ngân hàng Nhà nước → Ngân hàng Nhà nước Việt Nam⟧ báo cáo tháng.",
        "⟦@ bộ tài chính → Bộ Tài chính⟧ \t\ttrang 12",
        "theo quyết định của ⟦@ ủy ban nhân dân tỉnh Thái Nguyên → Ủy ban nhân dân tỉnh Thái Nguyên⟧.",
        "⟦@ tòa án nhân dân tối cao → Tòa án nhân dân tối cao⟧ hướng dẫn.",
        "Công văn của ⟦@ bộ Y tế → Bộ Y tế⟧ gửi các bệnh viện.",
        "⟦@ tổng cục Thuế → Tổng cục Thuế⟧ \ttrang 2",
        "⟦@ THANH TRA NGÂN HÀNG NHÀ NƯỚC → Thanh tra Ngân hàng Nhà nước Việt Nam⟧",
        "nghị định số ⟦# 47/2020/nđ-cp → 47/2020/NĐ-CP⟧ của ⟦@ chính phủ → Chính phủ⟧",
        "quyết định số ⟦# 749/qđ-ttg → 749/QĐ-TTg⟧ ngày 3/6/2020 của ⟦@ thủ tướng chính phủ → Thủ tướng Chính phủ⟧",
    ]);
    reads_nothing([
        "Chính sách của chính phủ các nước và tinh thần của quốc hội khóa trước.",
        "Cán bộ y tế, cán bộ công an xã và nội bộ ngành.",
        "Cơ sở y tế, trụ sở công an, thuế suất và công an viên.",
    ]);
}

#[test]
fn heads_of_communes_and_of_scans() {
    reads([
        "⟦@ ỦY BAN NHÂN DÂN\nXÃ TÂN HÒA → Ủy ban nhân dân xã Tân Hòa⟧\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG SA PA → Hội đồng nhân dân phường Sa Pa⟧\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        "⟦@ ÙY BAN NHÂN DÂN\nTỈNH SƠN LA → Ủy ban nhân dân tỉnh Sơn La⟧\nSố: 15/KH-UBND\n",
        "⟦@ BỘ TÀI CHÍNH → Bộ Tài chính⟧ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n⟦@ CỤC HẢI QUAN → Cục Hải quan⟧ Độc lập - Tự do - Hạnh phúc\n",
        "⟦@ BAN CHỈ ĐẠO TRUNG ƯƠNG\nVỀ CHÍNH SÁCH NHÀ Ở → Ban Chỉ đạo Trung ương về chính sách nhà ở⟧\nSố 5\n",
        "⟦@ ỦY BAN NHÂN DÂN → Ủy ban nhân dân Thành phố Hồ Chí Minh⟧ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHÔ HÔ CHÍ MINH Độc lập - Tự do - Hạnh phúc\n",
        "⟦@ Viện KSND tỉnh Sơn La → Viện kiểm sát nhân dân tỉnh Sơn La⟧ và ⟦@ Tòa án ND tối cao → Tòa án nhân dân tối cao⟧ phối hợp.",
    ]);
}

#[test]
fn an_excerpt_that_names_one_province_only_is_of_its_bodies() {
    reads([
        "Thực hiện văn bản của ⟦@ UBND tỉnh → Ủy ban nhân dân tỉnh Sơn La⟧, ⟦@ Sở Y tế → Sở Y tế tỉnh Sơn La⟧ báo cáo.\n\nSơn La có 12 bệnh viện; tỉnh Sơn La đã giao biên chế. Dân số Sơn La tăng.\n",
        "Đảng bộ tỉnh Lạng Sơn họp. ⟦@ Ban Thường vụ Tỉnh ủy → Ban Thường vụ Tỉnh ủy Lạng Sơn⟧ kết luận.\n\nKinh tế Lạng Sơn tăng 8%; cửa khẩu của Lạng Sơn thông suốt.\n",
        "⟦@ Sở Công Thương → Sở Công Thương tỉnh Gia Lai⟧ kính trình ⟦@ UBND tỉnh → Ủy ban nhân dân tỉnh Gia Lai⟧ xem xét.\n\nGia Lai có 40 cụm công nghiệp.\n\nTheo quy hoạch tỉnh Gia Lai thì Gia Lai thêm 6 cụm.\n",
        "Theo hướng dẫn của ⟦@ Ban Tổ chức Thành ủy → Ban Tổ chức Thành ủy Hà Nội⟧.\n\nĐảng bộ thành phố Hà Nội có 50 đảng bộ; đảng viên thành phố Hà Nội và đại biểu của Hà Nội dự họp.\n",
        "⟦@ Thành ủy → Thành ủy Hải Phòng⟧ chỉ đạo.\n\nCảng biển thành phố Hải Phòng; ngân sách TP. Hải Phòng; dân cư thành phố Hải Phòng.\n",
        "Giao ⟦@ Sở Nội vụ → Sở Nội vụ tỉnh Cao Bằng⟧ chủ trì.\n\nCao Bằng giáp biên giới; đường về Cao Bằng; tỉnh Cao Bằng có 56 xã.\n",
        // Another province; too seldom; a city's name alone; part of a longer name; a text of the centre with its header.
        "UBND tỉnh và Sở Y tế báo cáo.\n\nSơn La, Sơn La và Sơn La; Lạng Sơn.\n",
        "UBND tỉnh báo cáo về Sơn La.\n\nTỉnh khác thì không; tỉnh Sơn La.\n",
        "Thành ủy, Sở Y tế báo cáo.\n\nĐại học Bách khoa Hà Nội, khách sạn Hà Nội, ga Hà Nội, tại Hà Nội.\n",
        "UBND tỉnh báo cáo.\n\nVùng Thái Bình Dương, châu Á - Thái Bình Dương, bờ Thái Bình Dương.\n",
        "⟦@ CHÍNH PHỦ → Chính phủ⟧\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nUBND tỉnh và Sở Y tế báo cáo.\n\nSơn La, tỉnh Sơn La và Sơn La.\n",
    ]);
}
