mod by_hand;

use super::*;
use crate::ide::sample::{catalogue, document, settings};
use time::macros::date;

/// The items at `|`, one a line: label · detail · right side, `~` before a deprecated one; what each replaces and writes.
fn shown(marked: &str, catalogue: &Catalogue) -> Vec<String> {
    let (document, offset) = document(marked, catalogue);
    let (items, _) = complete(&document, catalogue, offset, &settings());
    items
        .iter()
        .map(|i| {
            let parts: Vec<&str> = [&i.label, &i.detail, &i.description].into_iter().map(String::as_str).collect();
            let parts = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
            format!("{}{parts}", if i.deprecated { "~" } else { "" })
        })
        .collect()
}

/// The text after the first item was taken.
fn taken(marked: &str, catalogue: &Catalogue) -> String {
    let (document, offset) = document(marked, catalogue);
    let (items, _) = complete(&document, catalogue, offset, &settings());
    let Some(item) = items.first() else { return "nothing".to_owned() };
    let mut text = document.slice(Span::new(0, document.rope().len_bytes()));
    let typed = Span::new(item.edit.span.start, offset).of(&text).to_owned();
    assert!(item.filter.starts_with(&typed), "{typed:?} is not matched by {:?}", item.filter);
    text.replace_range(item.edit.span.start..item.edit.span.end, &item.edit.text);
    text
}

#[test]
fn numbers_by_their_beginning() {
    let c = catalogue();
    assert_eq!(shown("Thông báo số 169/|", &c), ["169/TB-VPCP · Kết luận tại Phiên họp thứ tư · 2023"]);
    assert_eq!(shown("169/T|", &c), ["169/TB-VPCP · Kết luận tại Phiên họp thứ tư · 2023"]);
    assert_eq!(
        shown("Theo Quyết định số 06|", &c),
        [
            "06/QĐ-TTg · Phê duyệt kế hoạch khác · 2023",
            "06/QĐ-TTg · Phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư · 2022"
        ]
    );
    assert_eq!(
        shown("Thông báo số 30/|", &c),
        ["30/TB-VPCP · Văn phòng Chính phủ · theo mẫu số hiệu; chưa có trong danh mục"]
    );
    // A long number without a year can be foreseen before its slash; of a decree the year must be known.
    assert!(shown("Quyết định số 1040|", &c).iter().any(|line| line.starts_with("1040/QĐ-UBND")));
    assert_eq!(shown("Nghị định số 1040|", &c), [""; 0]);
    assert_eq!(shown("trang 30|", &c), [""; 0]);
    assert_eq!(shown("ngày 30/|", &c), [""; 0]);
}

#[test]
fn the_serial_that_was_typed_comes_before_longer_ones() {
    let found = shown("Nghị định số 30|", &catalogue());
    assert_eq!(found[0], "30/2020/NĐ-CP · Về công tác văn thư · 2020");
    assert!(found[1].starts_with("301/2025/NĐ-CP"), "{found:?}");
}

#[test]
fn exactly_what_was_typed_is_replaced() {
    let c = catalogue();
    for (before, after) in [
        ("Căn cứ (Thông báo số 169/|) đã ban hành", "Căn cứ (Thông báo số 169/TB-VPCP) đã ban hành"),
        ("“Thông báo 169/TB-VP|XX năm 2023", "“Thông báo 169/TB-VPCP năm 2023"),
        ("theo nd 30| về", "theo Nghị định số 30/2020/NĐ-CP về"),
        ("theo nghi dinh cong tac van thu| thì", "theo Nghị định số 30/2020/NĐ-CP thì"),
        ("theo luat dat d|", "theo Luật Đất đai năm 2024"),
        ("gửi bo noi v| để", "gửi Bộ Nội vụ để"),
        ("gửi “BNV|” để", "gửi “Bộ Nội vụ” để"),
        ("gửi Bộ Tài chính, vpcp|", "gửi Bộ Tài chính, Văn phòng Chính phủ"),
        ("giao Bộ Giáo| dục và Đào tạo chủ trì", "nothing"),
        ("giao bo giao| dục và Đào tạo chủ trì", "giao Bộ Giáo dục và Đào tạo chủ trì"),
        ("Bộ trưởng Bộ Nội v|ụ", "nothing"),
        ("BỘ NỘI V|", "BỘ NỘI VỤ"),
        ("của ubnd tinh phu t|", "của Ủy ban nhân dân tỉnh Phú Thọ"),
        ("của UBND TP. Hà N|", "của Ủy ban nhân dân thành phố Hà Nội"),
        ("tại dieu 5 nd 30|", "tại Điều 5 Nghị định số 30/2020/NĐ-CP"),
        ("tại khoan 2 dieu 5 luat dat dai|", "tại khoản 2 Điều 5 Luật Đất đai năm 2024"),
        ("Điều 5 nd 30|", "Điều 5 Nghị định số 30/2020/NĐ-CP"),
        ("theo BLDS|", "theo Bộ luật Dân sự năm 2015"),
        ("theo blds|", "theo Bộ luật Dân sự năm 2015"),
    ] {
        assert_eq!(taken(before, &c), after, "{before}");
    }
}

#[test]
fn titles_without_marks_and_expired_acts_last() {
    let c = catalogue();
    assert_eq!(
        shown("theo nghi dinh cong tac van th|", &c),
        [
            "Nghị định 30/2020/NĐ-CP · Về công tác văn thư · còn hiệu lực",
            "~Nghị định 110/2004/NĐ-CP · Về công tác văn thư · hết hiệu lực"
        ]
    );
    assert_eq!(
        shown("luat dat dai|", &c),
        [
            "Luật Đất đai năm 2024 · 31/2024/QH15 · hiệu lực 01/8/2024",
            "~Luật Đất đai năm 2013 · 45/2013/QH13 · hết hiệu lực"
        ]
    );
    assert_eq!(shown("luat dat dai 2013|", &c), ["~Luật Đất đai năm 2013 · 45/2013/QH13 · hết hiệu lực"]);
}

#[test]
fn an_ended_agency_comes_after_its_successors() {
    let c = Catalogue::empty();
    assert_eq!(
        shown("gửi btttt|", &c),
        [
            "Bộ Khoa học và Công nghệ · kế thừa BTTTT từ 01/3/2025",
            "Bộ Văn hóa, Thể thao và Du lịch · kế thừa BTTTT từ 01/3/2025",
            "Bộ Công an · kế thừa BTTTT từ 01/3/2025",
            "~Bộ Thông tin và Truyền thông · đến 28/02/2025"
        ]
    );
    assert_eq!(shown("gửi BNV|", &c), ["Bộ Nội vụ · BNV"]);
    assert_eq!(shown("gửi bo noi v|", &c), ["Bộ Nội vụ · BNV"]);
    assert_eq!(
        shown("UBND tỉnh Bình Dư|", &c),
        [
            "Ủy ban nhân dân Thành phố Hồ Chí Minh · kế thừa tỉnh Bình Dương từ 01/7/2025",
            "~Ủy ban nhân dân tỉnh Bình Dương · đến 30/6/2025"
        ]
    );
}

#[test]
fn an_agency_of_the_past_is_whole_in_a_document_of_its_time() {
    let c = Catalogue::empty();
    let (document, offset) = document("Hà Nội, ngày 05 tháng 3 năm 2024\n\nGửi BTTTT|", &c);
    let (items, _) = complete(&document, &c, offset, &Settings::default());
    assert_eq!(items[0].label, "Bộ Thông tin và Truyền thông");
    assert!(!items[0].deprecated);
}

#[test]
fn prose_gets_no_list() {
    let c = catalogue();
    for text in [
        "theo quy định|",
        "theo quy định |",
        "theo quy định của pháp luật|",
        "quyết định thành lập hội đồng|",
        "thông báo cho người dân|",
        "trong văn phòng|",
        "chính sách|",
        "cán bộ|",
        "cán bộ, công chức|",
        "thanh tra|",
        "của công an tỉnh|",
        "có 21/25 dịch vụ|",
        "ban hành 03 Nghị quyết, 01 Chỉ|",
        "tại Luật Đất đai cùng với nội dung|",
        "xong.|",
        "xong. |",
        "|",
        "",
    ] {
        if text.contains('|') {
            assert_eq!(shown(text, &c), [""; 0], "{text}");
        }
    }
}

#[test]
fn what_the_document_cites_is_offered_and_comes_first() {
    let c = catalogue();
    let text =
        "Theo Thông tư số 45/2031/TT-BTP ngày 01/7/2031 về một việc, và Quyết định số 06/QĐ-TTg.\n\nThông tư số 45|";
    let found = shown(text, &c);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("45/2031/TT-BTP"), "{found:?}");
    let text = "Theo Nghị định số 301/2025/NĐ-CP về việc khác.\n\nNghị định số 30|";
    // A number that is exactly the one typed stays in front.
    assert!(shown(text, &c)[0].starts_with("30/2020"));
}

#[test]
fn laws_in_the_basis_of_a_normative_draft_go_by_number() {
    let c = catalogue();
    let head = "CHÍNH PHỦ\nSố: 01/2026/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2026\nNGHỊ ĐỊNH\n\n";
    let text = format!("{head}Căn cứ luat dat dai|");
    assert!(taken(&text, &c).ends_with("Căn cứ Luật Đất đai số 31/2024/QH15"));
}

#[test]
fn a_whole_line_of_the_basis() {
    let c = catalogue();
    let head = |day: &str| format!("CHÍNH PHỦ\nSố: 01/2026/NĐ-CP\nHà Nội, ngày {day}\nNGHỊ ĐỊNH\n\n");
    let of = |head: String, typed: &str| taken(&format!("{head}{typed}"), &c).lines().last().unwrap().to_owned();
    let (new, old) = ("05 tháng 3 năm 2026", "05 tháng 3 năm 2024");
    assert_eq!(of(head(new), "can cu luat dat dai|"), "Căn cứ Luật Đất đai số 31/2024/QH15;");
    assert_eq!(of(head(old), "can cu luat dat dai|;"), "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;");
    assert_eq!(
        of(head(new), "can cu nghi dinh cong tac van thu|"),
        "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;"
    );
    assert_eq!(of(String::new(), "can cu luat dat dai|"), "Căn cứ Luật Đất đai năm 2024;");
}

#[test]
fn documentation_is_the_card() {
    let c = catalogue();
    let id = c.by_number("30/2020/NĐ-CP")[0].id;
    let card = documentation(&c, id, date!(2026 - 05 - 12), &settings()).unwrap();
    assert!(card.starts_with("### Nghị định 30/2020/NĐ-CP\nVề công tác văn thư"), "{card}");
}

#[test]
fn the_builtin_catalogue_answers_in_time() {
    let c = Catalogue::builtin().unwrap();
    for (text, wanted) in [
        ("Thông báo số 169/|", "169/TB-VPCP"),
        ("Quyết định số 06|", "06/QĐ-TTg"),
        ("nghi dinh cong tac van thu|", "Nghị định 30/2020/NĐ-CP"),
        ("theo luat dat dai|", "Luật Đất đai năm 2024"),
        ("bo noi v|", "Bộ Nội vụ"),
        ("BNV|", "Bộ Nội vụ"),
        ("gửi vpcp|", "Văn phòng Chính phủ"),
        ("dieu 5 nd 30/2020|", "Điều 5 Nghị định số 30/2020/NĐ-CP"),
    ] {
        let (document, offset) = document(text, &c);
        let (items, _) = complete(&document, &c, offset, &settings());
        let labels: Vec<&str> = items.iter().take(5).map(|i| i.label.as_str()).collect();
        assert!(labels.contains(&wanted), "{text}: {labels:?}");
    }
}
