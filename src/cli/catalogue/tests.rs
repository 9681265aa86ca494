//! What the commands of the catalogue say, in both languages, of a catalogue of four acts.

use super::super::context::CliContext;
use super::import::import_into;
use super::*;
use crate::catalogue::Catalogue;
use crate::i18n::{Language, Localizer};
use crate::lexicon::Vocabulary;
use std::sync::Arc;
use time::macros::date;

fn context(language: Language) -> CliContext {
    let catalogue = catalogue();
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    CliContext { console: Console::of(Localizer::of(language)), catalogue, vocabulary }
}

fn catalogue() -> Catalogue {
    let records = r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","effective":"2020-03-05","title":"Về công tác văn thư","status":"in-force","confirmed":["issued","status"],"relations":[{"kind":"replaces","target":"110/2004/NĐ-CP","date":"2020-03-05"}]}
{"number":"110/2004/NĐ-CP","issued":"2004-04-08","title":"Về công tác văn thư","status":"expired","expired":"2020-03-05","relations":[{"kind":"replaced-by","target":"30/2020/NĐ-CP"}]}
{"number":"45/2013/QH13","type":"Luật","issued":"2013-11-29","title":"Luật Đất đai"}
{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","title":"Luật Đất đai"}"#;
    Catalogue::of(records.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()))
        .unwrap()
}

fn plain(run: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    run(&mut out);
    String::from_utf8(anstream::adapter::strip_bytes(&out).into_vec()).unwrap()
}

#[test]
fn an_instrument_is_shown_on_one_screen() {
    let shown = plain(|out| {
        assert!(show(out, &context(Language::Vietnamese), "110/2004/NĐ-CP", date!(2021 - 01 - 01), false).unwrap())
    });
    assert!(shown.contains("Hết hiệu lực từ 05/3/2020, thay bằng 30/2020/NĐ-CP vào ngày 01/01/2021"), "{shown}");
    assert!(shown.contains("Ban hành:        08/4/2004 (chưa đối chiếu)"), "{shown}");
}

#[test]
fn an_instrument_is_shown_in_english() {
    let day = date!(2021 - 01 - 01);
    let shown = plain(|out| {
        assert!(show(out, &context(Language::English), "110/2004/NĐ-CP", day, false).unwrap());
    });
    assert!(shown.contains("Expired on 5 March 2020, replaced by 30/2020/NĐ-CP (as of 1 January 2021)"), "{shown}");
    assert!(shown.contains("Issued:          8 April 2004 (not confirmed)"), "{shown}");
    let missing = plain(|out| {
        assert!(!show(out, &context(Language::English), "30/2002/NĐ-CP", day, false).unwrap());
    });
    assert!(missing.contains("“30/2002/NĐ-CP” is not in the catalogue."), "{missing}");
}

#[test]
fn an_instrument_is_shown_by_a_citation() {
    let shown = plain(|out| {
        assert!(
            show(out, &context(Language::Vietnamese), "khoản 2 Điều 5 Luật Đất đai 2013", date!(2021 - 01 - 01), false)
                .unwrap()
        );
    });
    assert!(shown.starts_with("Luật Đất đai 45/2013/QH13\n"), "{shown}");
}

#[test]
fn a_number_that_is_missing_gets_suggestions() {
    let shown = plain(|out| {
        assert!(!show(out, &context(Language::Vietnamese), "30/2002/NĐ-CP", date!(2021 - 01 - 01), false).unwrap())
    });
    assert!(shown.contains("Không có “30/2002/NĐ-CP” trong danh mục."), "{shown}");
    assert!(shown.contains("Có thể là:\n  Nghị định 30/2020/NĐ-CP Về công tác văn thư 05/3/2020"), "{shown}");
}

#[test]
fn what_is_exported_can_be_imported() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("all.jsonl");
    export(&mut std::fs::File::create(&file).unwrap(), &catalogue(), date!(2026 - 01 - 01)).unwrap();
    let console = context(Language::Vietnamese).console;
    let report = plain(|out| {
        assert_eq!(import_into(out, &console, &dir.path().join("c.db"), None, &[file], |_| {}).unwrap(), 0)
    });
    assert!(report.starts_with("4 mới, 0 thay đổi, 0 như cũ, 0 mâu thuẫn, 0 bị từ chối.\n"), "{report}");
}
