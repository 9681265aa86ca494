//! What a keystroke costs on a large draft: the edited block is read again, what crosses blocks is computed, the rules run.
//!
//! `cargo bench --bench editing`. Set `VIENDAN_BENCH_TEXT` to a file of your own; otherwise a draft of about 1 MB is made.

use std::sync::Arc;
use viendan::catalogue::Catalogue;
use viendan::check::{Settings, check};
use viendan::document::{Buffer, Change, Document, Format};
use viendan::lexicon::Vocabulary;
use viendan::text::{Encoding, Position};

fn main() {
    divan::main();
}

fn text() -> String {
    if let Some(text) = std::env::var_os("VIENDAN_BENCH_TEXT").and_then(|f| std::fs::read_to_string(f).ok()) {
        return text;
    }
    let mut text = String::new();
    let mut n = 0;
    while text.len() < 1_000_000 {
        n += 1;
        text.push_str(&format!(
            "Điều {n}. Trách nhiệm thi hành\n1. Bộ trưởng Bộ Tài chính hướng dẫn khoản {} Điều {} Nghị định số 30/2020/NĐ-CP \
             ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.\n2. Ủy ban nhân dân tỉnh Nghệ An thực hiện quy định \
             tại khoản 1 Điều này và Luật Đất đai năm 2024, bảo đảm đúng tiến độ, chất lượng và hiệu quả.\n\n",
            n % 5 + 1,
            n % 30 + 1,
        ));
    }
    text
}

struct Setting {
    catalogue: Catalogue,
    buffer: Buffer,
    document: Document,
    middle: Position,
}

fn setting() -> Setting {
    let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let text = text();
    let document = Document::read(&text, Format::Markdown, &vocabulary);
    let middle = Position { line: text.lines().count() / 2, column: 3 };
    let _ = check(&document, &catalogue, &Settings::default());
    Setting { catalogue, buffer: Buffer::new(&text), document, middle }
}

fn typed(buffer: &mut Buffer, at: Position) -> viendan::document::buffer::Dirty {
    buffer
        .apply(&Change { range: Some((at, at)), text: "a".to_owned() }, Encoding::Utf16)
        .expect("the range is in order");
    buffer.take_dirty().expect("something changed")
}

#[divan::bench]
fn read_again(bencher: divan::Bencher) {
    let setting = setting();
    bencher.bench_local(|| {
        let mut buffer = setting.buffer.clone();
        let dirty = typed(&mut buffer, setting.middle);
        Document::updated(Arc::new(setting.document.clone()), buffer.rope().clone(), dirty)
    });
}

#[divan::bench]
fn rules(bencher: divan::Bencher) {
    let setting = setting();
    bencher.bench_local(|| check(&setting.document, &setting.catalogue, &Settings::default()));
}

#[divan::bench]
fn whole_text(bencher: divan::Bencher) {
    let setting = setting();
    let text = setting.document.rope().to_string();
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench_local(|| Document::read(&text, Format::Markdown, setting.document.vocabulary()));
}
