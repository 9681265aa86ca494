//! Which findings are kept when a text is edited.

use super::{Checked, Environment};
use crate::catalogue::Catalogue;
use crate::document::buffer::Dirty;
use crate::document::{Document, Format};
use crate::lexicon::Vocabulary;
use crate::settings::Settings;
use ropey::Rope;
use std::sync::Arc;

/// The blocks whose findings are looked for again when a text is typed in place of another.
fn checked_again(text: &str, old: &str, new: &str) -> Vec<usize> {
    let catalogue = Catalogue::of(std::iter::empty()).unwrap();
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let settings = Settings::default();
    let environment = Environment { catalogue: &catalogue, settings: &settings, epoch: 1 };
    let document = Document::read(text, Format::Plain, &vocabulary);
    let mut checked = Checked::default();
    checked.update(&document, &environment, &|| false).unwrap();
    let before: Vec<_> = checked.rows.iter().map(|row| row.found.clone().unwrap()).collect();
    let start = text.find(old).unwrap();
    let dirty = Dirty { old_start: start, old_end: start + old.len(), new_end: start + new.len() };
    let edited = Document::updated(Arc::new(document), Rope::from_str(&text.replacen(old, new, 1)), dirty);
    checked.update(&edited, &environment, &|| false).unwrap();
    let after = checked.rows.iter().map(|row| row.found.as_ref().unwrap());
    after.zip(&before).enumerate().filter(|(_, (after, before))| !Arc::ptr_eq(after, before)).map(|(n, _)| n).collect()
}

#[test]
fn blocks_are_checked_again_where_an_instrument_that_they_refer_to_looks_otherwise() {
    let text = "Theo ý kiến của quý cơ quan, căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư.\n\n\
                Khoản 2 Điều 5 Nghị định nêu trên quy định việc ký số.\n\n\
                Điều 9 Nghị định nêu trên cũng vậy.\n";
    for (old, new, expected) in [
        ("quý cơ", "quý các cơ", &[0][..]),
        ("30/2020", "31/2020", &[0, 1, 2]),
        ("văn thư", "văn phòng", &[0, 1, 2]),
        ("ký số", "ký", &[1]),
    ] {
        assert_eq!(checked_again(text, old, new), expected, "{old} → {new}");
    }
}

#[test]
fn another_issuer_or_place_concerns_only_blocks_that_read_it() {
    let text = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 12/QĐ-UBND\n\nNghệ An, ngày 05 tháng 5 năm 2025\n\nQUYẾT ĐỊNH\n\n\
                Việc này theo Nghị định số 30/2020/NĐ-CP.\n\nSở Tài chính thực hiện.\n\nTheo Quyết định số 05/2022/QĐ-UBND.\n\n\
                Các cơ quan báo cáo.\n";
    for (old, new) in [("NGHỆ AN", "NGHxỆ AN"), ("NGHỆ AN", "SƠN LA"), ("ỦY BAN", "ỦYx BAN")] {
        let checked = checked_again(text, old, new);
        let blocks = Document::read(text, Format::Plain, &Arc::new(Vocabulary::new([])));
        let of = |word: &str| blocks.rows().iter().position(|row| row.block.text.contains(word)).unwrap();
        assert!(!checked.contains(&of("30/2020")) && !checked.contains(&of("báo cáo")), "{old} → {new}: {checked:?}");
        assert!(checked.contains(&of("05/2022")), "{old} → {new}: {checked:?}");
    }
}
