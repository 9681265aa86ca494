//! What rules of the draft find after an edit is what they find in the edited text.

use super::*;
use crate::document::buffer::Dirty;
use ropey::Rope;

/// A text with some things to find: bases without semicolons, twice the same and out of order; a clause that puts it into
/// force at once; "điểm f"; an act that is cited in full again.
const DRAFT: &str = "\
BỘ NỘI VỤ
Hà Nội, ngày 10 tháng 3 năm 2026

NGHỊ ĐỊNH
Quy định về công tác văn thư

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư,
Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024,
Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;
Theo đề nghị của Vụ trưởng Vụ Tổ chức cán bộ;

Điều 1. Phạm vi điều chỉnh

1. Thực hiện Nghị định số 45/2020/NĐ-CP của Chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử.

2. Theo điểm f khoản 1 Điều 5 Nghị định số 45/2020/NĐ-CP của Chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử.

Điều 2. Hiệu lực thi hành

Nghị định này có hiệu lực thi hành kể từ ngày 20 tháng 3 năm 2026.
";

/// Edits one after the other: what is written, and what takes its place.
const EDITS: [(&str, &str); 12] = [
    ("Theo đề nghị của Vụ trưởng", "Đoạn khác.\nTheo đề nghị của Vụ trưởng"),
    ("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "Xen vào giữa.\n\nCăn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"),
    ("Xen vào giữa.\n\n", ""),
    ("Đoạn khác.\n", ""),
    ("văn thư,\n", "văn thư;\n"),
    ("Điều 2. Hiệu lực", "f) Một điểm có chữ cái lạ;\n\nĐiều 2. Hiệu lực"),
    ("f) Một", "g) Một"),
    ("1. Thực hiện", "1. Triển khai thực hiện"),
    ("45/2020/NĐ-CP của Chính phủ", "46/2020/NĐ-CP của Chính phủ"),
    ("Phạm vi điều chỉnh\n", "Phạm vi điều chỉnh\n\nTheo trình tự, thủ tục rút gọn.\n"),
    ("rút gọn", "thông thường"),
    ("Điều 1. Phạm vi", "Điều này. Phạm vi"),
];

#[test]
fn rules_of_the_draft_find_after_an_edit_what_they_find_in_the_edited_text() {
    let quiet = Code::LaterCitationTooLong;
    let rules = std::iter::once((quiet.as_str().to_owned(), Some(quiet.rule().severity))).collect();
    let settings = Settings { rules, ..Settings::default() };
    let environment = Environment { catalogue: catalogue(), settings: &settings, epoch: 1 };
    let mut text = DRAFT.to_owned();
    let mut document = Arc::new(Document::read(&text, Format::Plain, vocabulary()));
    let mut checked = Checked::default();
    let first = checked.update(&document, &environment, &|| false).unwrap();
    let wanted = [Code::BasisPunctuation, Code::BasisDuplicate, Code::LaterCitationTooLong, Code::NoSuchLetter];
    for code in wanted.into_iter().chain([Code::EffectiveTooEarly]) {
        assert!(first.iter().any(|finding| finding.code == code), "{code} in {:?}", reported(&first, &text));
    }
    for (old, new) in EDITS {
        let at = text.find(old).unwrap_or_else(|| panic!("{old:?} is in the text"));
        text.replace_range(at..at + old.len(), new);
        let dirty = Dirty { old_start: at, old_end: at + old.len(), new_end: at + new.len() };
        document = Arc::new(Document::updated(document, Rope::from_str(&text), dirty));
        let after = checked.update(&document, &environment, &|| false).unwrap();
        assert_eq!(
            reported(&after, &text),
            reported(&findings(&text, &settings), &text),
            "after {old:?} became {new:?}"
        );
    }
}

/// The head of an act of a province: whose acts and agencies the text means without saying so.
#[test]
fn what_follows_from_the_issuer_follows_it() {
    const LOCAL: &str = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 12/2025/QĐ-UBND\nNghệ An, ngày 05 tháng 5 năm 2025\n\nQUYẾT ĐỊNH\n\
        Về quản lý hồ sơ\n\nCăn cứ Nghị định số 30/2020/NĐ–CP;\n\nĐiều 1. Bãi bỏ Quyết định số 05/2022/QĐ-UBND.\n\n\
        Điều 2. Sở Tài chính, Ủy ban nhân dân tỉnh thực hiện Quyết định số 07/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Sơn La.\n\n\
        Điều 3. Việc khác theo khoản 2 Điều 9 Quyết định này.\n";
    let settings = Settings::default();
    let environment = Environment { catalogue: catalogue(), settings: &settings, epoch: 1 };
    let mut text = LOCAL.to_owned();
    let mut document = Arc::new(Document::read(&text, Format::Plain, vocabulary()));
    let mut checked = Checked::default();
    checked.update(&document, &environment, &|| false).unwrap();
    for (old, new) in [
        ("NGHỆ AN\n", "NGHxỆ AN\n"),
        ("NGHxỆ AN\n", "NGHỆ AN\n"),
        ("NHÂN DÂN\n", "NHÂN DÂNx\n"),
        ("Việc khác", "Các việc khác"),
        ("NHÂN DÂNx\n", "NHÂN DÂN\n"),
        ("TỈNH NGHỆ AN", "TỈNH SƠN LA"),
        ("Số: 12", "Số: 13"),
        ("TỈNH SƠN LA", "THÀNH PHỐ HÀ NỘI"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n", ""),
        ("Số: 13", "BỘ TÀI CHÍNH\nSố: 13"),
    ] {
        let at = text.find(old).unwrap_or_else(|| panic!("{old:?} is in the text"));
        text.replace_range(at..at + old.len(), new);
        let dirty = Dirty { old_start: at, old_end: at + old.len(), new_end: at + new.len() };
        document = Arc::new(Document::updated(document, Rope::from_str(&text), dirty));
        let after = checked.update(&document, &environment, &|| false).unwrap();
        assert_eq!(
            crate::check::paranoid::difference(&document, &environment, &after),
            None,
            "after {old:?} became {new:?}"
        );
    }
}
