//! What a drafter types, and what is wanted among the first lines of the list, with the catalogue that comes with the program. `|` is
//! the cursor.

use super::*;

/// The first five lines, and what taking the first one makes of the text.
fn first_five(marked: &str, c: &Catalogue) -> (Vec<String>, String) {
    let (document, offset) = document(marked, c);
    let (items, _) = complete(&document, c, offset, &settings());
    let mut text = document.slice(Span::new(0, document.rope().len_bytes()));
    if let Some(first) = items.first() {
        text.replace_range(first.edit.span.start..first.edit.span.end, &first.edit.text);
    }
    (items.into_iter().take(5).map(|i| i.label).collect(), text)
}

#[test]
fn the_act_that_is_meant_comes_first() {
    let c = Catalogue::builtin().unwrap();
    for (typed, taken) in [
        ("Căn cứ luật đất|", "Căn cứ Luật Đất đai năm 2024"),
        ("theo Điều 5 Luật Đất|", "theo Điều 5 Luật Đất đai năm 2024"),
        ("Căn cứ Luật Thi đua, kh|", "Căn cứ Luật Thi đua, khen thưởng năm 2022"),
        ("Căn cứ Luật Thi hành án hì|", "Căn cứ Luật Thi hành án hình sự năm 2025"),
        ("Căn cứ Nghị định 30/|", "Căn cứ Nghị định 30/2020/NĐ-CP"),
        ("Căn cứ Nghị định số 30/|", "Căn cứ Nghị định số 30/2020/NĐ-CP"),
        ("Quyết định số 06|", "Quyết định số 06/QĐ-TTg"),
        ("Thông báo số 169/|", "Thông báo số 169/TB-VPCP"),
        ("theo NĐ 30|", "theo Nghị định số 30/2020/NĐ-CP"),
        ("theo BLDS|", "theo Bộ luật Dân sự năm 2015"),
        ("theo Luật BHXH|", "theo Luật Bảo hiểm xã hội năm 2024"),
        ("nghij ddinhj coong tacs vawn th|", "Nghị định số 30/2020/NĐ-CP"),
        ("theo nghi dinh cong tac van th|", "theo Nghị định số 30/2020/NĐ-CP"),
        ("công bố luat nang luong nguyen t|", "công bố Luật Năng lượng nguyên tử năm 2025"),
        ("Dự án luat nang luong nguyen t|", "Dự án Luật Năng lượng nguyên tử năm 2025"),
        (
            "Luật Nhập cảnh, xu|",
            "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam năm 2014",
        ),
    ] {
        assert_eq!(first_five(typed, &c).1, taken, "{typed}");
    }
}

#[test]
fn the_act_that_is_meant_is_among_five() {
    let c = Catalogue::builtin().unwrap();
    for (typed, wanted) in [
        ("theo Điều 5 Luật Đ|", "Luật Đất đai năm 2024"),
        ("hoa don chung tu|", "Nghị định 123/2020/NĐ-CP"),
        ("TT 78|", "Thông tư 78/2025/TT-NHNN"),
        ("169/|", "169/TB-VPCP"),
        ("thời hiệu khởi kiện|", "Điều 184 Bộ luật Tố tụng dân sự năm 2015"),
        ("Căn cứ Luật|", "Luật Doanh nghiệp năm 2020"),
        ("Nghị định số 149/2005|", "149/2005/NĐ-CP"),
        ("Luật số 215/2025/Q|", "215/2025/QH15"),
        ("Căn cứ Luật Thú y số |", "79/2015/QH13"),
        ("Căn cứ Luật Thú y (Luật số|", "Luật số 79/2015/QH13"),
        ("Quyết định số 19/2022|", "19/2022/QĐ-UBND"),
        ("Đã có Luật Thú y.\n\nViệc này theo Luật|", "Luật Thú y năm 2015"),
        ("Đã có Nghị định số 35/2016/NĐ-CP.\n\nViệc này theo Nghị định|", "Nghị định 35/2016/NĐ-CP"),
        (
            "của Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Sơn|",
            "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Sơn La",
        ),
        ("Quyết định số 1741/QĐ-U|", "1741/QĐ-UBND"),
        ("Thông tư số 21/2024/TT-BY|", "21/2024/TT-BYT"),
    ] {
        let (labels, _) = first_five(typed, &c);
        assert!(labels.iter().any(|l| l == wanted), "{typed}: {labels:?}");
    }
}

#[test]
fn agencies_and_offices_are_completed_as_they_are_read() {
    let c = Catalogue::empty();
    for (typed, taken) in [
        ("trình Bộ trưởng Bộ Y|", "trình Bộ trưởng Bộ Y tế"),
        ("bo truong bo y|", "Bộ trưởng Bộ Y tế"),
        ("của Chủ tịch Ủy ban nhân dân tỉnh Ph|", "của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ"),
        ("của chu tich ubnd tinh phu t|", "của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ"),
        ("Giám đốc Sở Y tế tỉnh Bắc N|", "Giám đốc Sở Y tế tỉnh Bắc Ninh"),
        ("Chánh Văn phòng Bộ Y|", "Chánh Văn phòng Bộ Y tế"),
        ("Phó Thủ tướng Ch|", "Phó Thủ tướng Chính phủ"),
        ("Thứ trưởng Bộ Y|", "Thứ trưởng Bộ Y tế"),
        ("Thống đ|", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("Tỉnh ủy Phú T|", "Tỉnh ủy Phú Thọ"),
        ("Tòa án nhân dân khu vực 1 - Phú T|", "Tòa án nhân dân khu vực 1 - Phú Thọ"),
        (
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Phú T|",
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Phú Thọ",
        ),
        ("Công an thành phố Lạng Sơn, tỉnh Lạng|", "Công an thành phố Lạng Sơn, tỉnh Lạng Sơn"),
        ("Đoàn Chủ tịch Tổng Liên đoàn L|", "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam"),
        ("van phong thanh uy ha n|", "Văn phòng Thành ủy Hà Nội"),
        (
            "Thường trực Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn tỉnh Phú T|",
            "Thường trực Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn tỉnh Phú Thọ",
        ),
        ("KT.Bộ trưởng Bộ Y|", "KT.Bộ trưởng Bộ Y tế"),
        ("bo nong nghiep moi truong|", "Bộ Nông nghiệp và Môi trường"),
    ] {
        assert_eq!(first_five(typed, &c).1, taken, "{typed}");
    }
}

#[test]
fn a_place_typed_without_its_unit_is_offered_so_too() {
    let c = Catalogue::empty();
    for (typed, wanted) in [
        ("Sở Xây dựng Hà N|", "Sở Xây dựng Hà Nội"),
        ("so tai chinh ha no|", "Sở Tài chính Hà Nội"),
        ("Giám đốc Công an Đà Nẵ|", "Giám đốc Công an Đà Nẵng"),
    ] {
        let (labels, taken) = first_five(typed, &c);
        assert!(taken.contains("thành phố"), "{typed}: {taken}");
        assert!(labels.iter().any(|l| l == wanted), "{typed}: {labels:?}");
    }
}

#[test]
fn agencies_of_the_place_of_the_draft_come_first() {
    let c = Catalogue::empty();
    let head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 05/KH-UBND\n\nKẾ HOẠCH\n\n";
    for (typed, wanted) in [
        ("Giao Sở T|", "Sở Tài chính tỉnh Sơn La"),
        ("Giao Ủy ban nhân d|", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Giao Công an t|", "Công an tỉnh Sơn La"),
    ] {
        let (labels, _) = first_five(&format!("{head}{typed}"), &c);
        assert!(labels.iter().any(|l| l == wanted), "{typed}: {labels:?}");
    }
}

#[test]
fn departments_of_a_place_that_the_line_names_come_first() {
    let (labels, _) = first_five("Trên địa bàn tỉnh Sơn La, giao Giám đốc Sở T|", &Catalogue::empty());
    assert!(labels.iter().any(|l| l == "Giám đốc Sở Tài chính tỉnh Sơn La"), "{labels:?}");
}

#[test]
fn a_department_that_no_province_has_any_more_comes_after_those_that_they_have() {
    let (labels, _) = first_five("giam doc so t|", &Catalogue::empty());
    assert!(labels.iter().any(|l| l.starts_with("Giám đốc Sở Tư pháp")), "{labels:?}");
    assert!(!labels.iter().any(|l| l.contains("Thương mại") || l.contains("Thủy sản")), "{labels:?}");
}

#[test]
fn an_agency_that_only_the_draft_names_is_offered_again() {
    let text = "Giao Ủy ban nhân dân xã Mường Bú, tỉnh Sơn La thực hiện.\n\nTheo đề nghị của Ủy ban nhân dân xã M|";
    let (labels, _) = first_five(text, &Catalogue::empty());
    assert!(labels.iter().any(|l| l.starts_with("Ủy ban nhân dân xã Mường Bú")), "{labels:?}");
}

#[test]
fn behind_an_amended_act_those_that_amend_it_come_first() {
    let c = Catalogue::builtin().unwrap();
    let (labels, _) = first_five("Căn cứ Nghị định số 83/2014/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số |", &c);
    assert!(labels.iter().any(|l| l == "Nghị định 95/2021/NĐ-CP"), "{labels:?}");
    let (labels, _) = first_five("Căn cứ luật thương m|", &c);
    assert!(labels[1].ends_with('…'), "{labels:?}");
}

#[test]
fn the_number_of_a_law_that_was_just_named_is_known() {
    let c = Catalogue::builtin().unwrap();
    assert_eq!(first_five("Căn cứ Luật Thương mại số 3|", &c).1, "Căn cứ Luật Thương mại số 36/2005/QH11");
    let (labels, _) = first_five("theo Luật số|", &c);
    assert!(labels.iter().all(|l| l.starts_with("Luật số ")) && !labels.is_empty(), "{labels:?}");
}

#[test]
fn an_ended_agency_comes_last_with_its_head() {
    let c = Catalogue::empty();
    assert_eq!(
        shown("trình Bộ trưởng Bộ Kế hoạch v|", &c),
        ["Bộ trưởng Bộ Tài chính · kế thừa BKHĐT từ 01/3/2025", "~Bộ trưởng Bộ Kế hoạch và Đầu tư · đến 28/02/2025"]
    );
}

#[test]
fn articles_of_the_act_around_are_offered_with_their_headings() {
    let c = Catalogue::builtin().unwrap();
    assert_eq!(
        shown("theo Điều | Luật Đất đai năm 2024", &c)[4],
        "Điều 5 · Nguyên tắc sử dụng đất · Luật Đất đai 31/2024/QH15"
    );
    assert!(shown("Luật Đất đai năm 2024 (Điều 1|)", &c)[0].starts_with("Điều 10 · "));
    let draft = "Điều 1. Phạm vi điều chỉnh\n\nQuy định này.\n\nĐiều 2. Trách nhiệm\n\nThực hiện theo Điều |\n";
    assert_eq!(
        shown(draft, &Catalogue::empty()),
        ["Điều 1 · Phạm vi điều chỉnh · văn bản này", "Điều 2 · Trách nhiệm · văn bản này"]
    );
    assert_eq!(shown("Điều |", &c), [""; 0], "a heading of the draft");
}

/// A draft that cites a number that is wrong is not offered the wrong number again.
#[test]
fn a_wrong_number_of_the_draft_is_not_offered_again() {
    let records = (1..=50).map(|n| format!(r#"{{"number":"{n:02}/2020/NĐ-CP","issued":"2020-03-05"}}"#));
    let instrument = |json: String| {
        let record: crate::catalogue::record::Record = serde_json::from_str(&json).unwrap();
        record.into_instrument().unwrap()
    };
    let without = records.filter(|json| !json.contains("\"45/")).map(instrument);
    let c = Catalogue::of(without).unwrap();
    let found = shown("Theo Nghị định số 45/2020/NĐ-CP về một việc.\n\nNghị định số 45|", &c);
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_whole_first_citation_is_offered_below_the_short_one() {
    let c = catalogue();
    let head = "CHÍNH PHỦ\nSố: 01/2026/QĐ-TTg\nHà Nội, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n\n";
    let (document, offset) = document(&format!("{head}Điều 1. Thực hiện theo nghi dinh cong tac van thu|"), &c);
    let (items, _) = complete(&document, &c, offset, &settings());
    assert_eq!(items[0].edit.text, "Nghị định số 30/2020/NĐ-CP");
    assert_eq!(
        items[1].edit.text,
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    );
    assert_eq!(items[1].description, "viện dẫn lần đầu");
}

#[test]
fn an_act_of_the_basis_draws_what_guides_it() {
    let record = |json: &str| {
        let record: crate::catalogue::record::Record = serde_json::from_str(json).unwrap();
        record.into_instrument().unwrap()
    };
    let law = record(
        r#"{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","title":"Luật Đất đai","relations":[{"kind":"guided-by","target":"71/2024/NĐ-CP"}]}"#,
    );
    let others = ["70/2024/NĐ-CP", "71/2024/NĐ-CP", "72/2024/NĐ-CP"].map(|number| {
        record(&format!(r#"{{"number":"{number}","issued":"2024-06-27","title":"Quy định về giá đất","cited":3}}"#))
    });
    let c = Catalogue::of(std::iter::once(law).chain(others)).unwrap();
    let of = |basis: &str| shown(&format!("{basis}\n\nĐiều 1. Theo nghi dinh gia dat|"), &c)[0].clone();
    assert!(of("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;").starts_with("Nghị định 71/2024/NĐ-CP"));
    assert!(!of("Căn cứ Luật Lưu trữ;").starts_with("Nghị định 71/2024/NĐ-CP"));
}

#[test]
fn nothing_younger_than_the_draft_is_offered() {
    let c = catalogue();
    let head = "CHÍNH PHỦ\nSố: 01/2015/QĐ-TTg\nHà Nội, ngày 05 tháng 3 năm 2015\nQUYẾT ĐỊNH\n\n";
    let (document, offset) = document(&format!("{head}Căn cứ Luật Đất|"), &c);
    let (items, _) = complete(&document, &c, offset, &Settings::default());
    let labels: Vec<&str> = items.iter().map(|i| i.label.as_str()).collect();
    assert_eq!(labels, ["Luật Đất đai năm 2013"]);
    assert!(!items[0].deprecated, "in force on the day of the draft");
}
