//! What holds for every text.

use super::notation::vocabulary;
use proptest::prelude::*;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use viendan::cite::{Markup, Mention, MentionKind, read};
use viendan::document::buffer::position;
use viendan::document::{Buffer, Change, Document, Format};
use viendan::text::{Encoding, Span};

/// Pieces of real syntax, and of what gets in its way.
const PIECES: &[&str] = &[
    "Nghị định",
    "các Quyết định",
    "Thông tư",
    "NĐ",
    "Luật",
    "số",
    "số:",
    "Số:",
    "30/2020/NĐ-CP",
    "30/2020/NÐ–CP",
    "15/2013/NĐ-\nCP",
    "57-NQ/TW",
    "8374/VPCP-KTTH",
    "64/2025/QH15",
    "191-CP",
    "02/CP",
    "Sắc lệnh số 63",
    "Sắc-lệnh",
    "các Nghị định 30, 34",
    "Ngh ị",
    "kho ản 2",
    "Đi ều 5",
    "số 1 9/2011/NĐ-CP",
    "30/2020/N Đ-CP",
    "Mẫu số 01/TB-KTT",
    "02/TB-KTT",
    "Luật sửa đổi, bổ sung một số điều của",
    "Điều thứ 5",
    "Điều l5",
    "khoản l",
    "Thuế tỉnh Đồng Nai",
    "Kho bạc Nhà nước khu vực VI",
    "Bộ Thông tin - Truyền thông",
    "66.10/2025/NQ-CP",
    "l5/2020/TT-BYT",
    "[1]",
    "(2)",
    "³",
    "&#272;i&#7873;u",
    "<sup>3</sup>",
    "\\footnote{Luật Giá}",
    "^[khoản 3]",
    "NĐ CP",
    "30//2020",
    "Luật 42/2024",
    "80/2021/BTC",
    "theo Dieu 5",
    "12",
    "13",
    "168",
    "80/2021",
    "1/500",
    "TCVN 14423:2026",
    "ngày 05 tháng 3 năm 2020",
    "ngày 20/11/2019",
    "năm 2024",
    "của Chính phủ",
    "về công tác văn thư",
    "quy định",
    "Luật Đất đai",
    "LUẬT ĐẤT ĐAI",
    "Luật Phòng, chống tham nhũng",
    "Luật Chăm sóc mèo hoang năm 2029",
    "Bộ luật Dân sự 2015",
    "BLDS 2015",
    "Hiến pháp",
    "Luật sư",
    "Đề án 06",
    "điểm a",
    "điểm a, b",
    "các điểm từ c đến e",
    "điểm đ1",
    "khoản 1",
    "khoản 2a",
    "Khoản 1, 2",
    "Điều 5",
    "Điều 5, 6 và 7",
    "Điều 3 - Điều 9",
    "Đ.70a",
    "Điều này",
    "Nghị định này",
    "Luật nêu trên",
    "Chương III",
    "Mục 2",
    "tiết (iv)",
    "của",
    "tại",
    "và",
    "hoặc",
    "đến",
    "vào sau",
    "từ",
    ",",
    ";",
    ".",
    ":",
    "(",
    ")",
    "“",
    "”",
    "\"",
    "-",
    "/",
    "\n",
    "\n\n",
    "\nĐiều 2. Hiệu lực\n",
    "\n1. ",
    "\na) ",
    "Sửa đổi, bổ sung",
    "một số điều của",
    "như sau:",
    "Bãi bỏ",
    "Ủy ban nhân dân tỉnh Phú Thọ",
    "Uỷ ban nhân dân cấp xã",
    "Bộ trưởng Bộ Y tế",
    "Ban Chỉ đạo cải cách hành chính của Chính phủ",
    "BỘ TÀI CHÍNH",
    "được sửa đổi, bổ sung bởi",
    "Căn cứ",
    "thời điểm",
    "\u{ad}",
    "\u{200b}",
    "\u{a0}",
    "\u{c}",
    "𝄞",
    "Ð",
    "…",
    "**",
    "<b>",
    "</b>",
    "&nbsp;",
    "\\emph{",
    "}",
    "[",
    "](x)",
    "|",
    "```",
];

/// Definitions of short names: they change what is read everywhere in a document.
const DEFINITIONS: &[&str] =
    &["(sau đây gọi tắt là Luật Mèo)", "(sau đây gọi là “Nghị định 30”)", "Luật Mèo", "gọi tắt là Luật Mèo Hoang"];

const MARKUPS: [Markup; 6] =
    [Markup::Plain, Markup::Markdown, Markup::Html, Markup::Latex, Markup::Typst, Markup::AsciiDoc];

fn joined(pieces: Vec<(&'static str, &'static str)>) -> String {
    pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect()
}

fn of_pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let gap = prop::sample::select(&[" ", " ", " ", " ", "", "\n"][..]);
    prop::collection::vec((prop::sample::select(pieces), gap), 0..40).prop_map(joined)
}

/// A text of real syntax without definitions.
fn syntax() -> impl Strategy<Value = String> {
    of_pieces(PIECES)
}

/// A text of real syntax with definitions, or any characters at all.
fn anything() -> impl Strategy<Value = String> {
    let all: &'static [&'static str] = Vec::leak([PIECES, DEFINITIONS].concat());
    prop_oneof![4 => of_pieces(all), 1 => any::<String>(), 1 => "[\\u{300}-\\u{323}aăâđĐệ0-9/\\-. \n\u{1f1fb}]{0,60}"]
}

fn parse(text: &str) -> Document {
    Document::read(text, Format::Plain, vocabulary())
}

/// What a mention means, wherever it is.
fn meaning(mention: &Mention) -> String {
    match &mention.kind {
        MentionKind::Number(n) => format!("number {}", n.number.canonical()),
        MentionKind::Name(n) => format!("name {} {:?}", n.canonical, n.year.map(|y| y.year)),
        MentionKind::Provision(p) => {
            format!("provision {:?}", p.paths.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        MentionKind::Agency(a) => format!("agency {}", a.canonical),
    }
}

/// All spans inside a mention.
fn parts(mention: &Mention) -> Vec<Span> {
    let of_attributes = |a: &viendan::cite::Attributes| -> Vec<Span> {
        let date = a.date.as_ref().map(|d| d.span);
        let issuer = a.issuer.as_ref().map(|i| i.span);
        [date, a.year.map(|y| y.span), issuer, a.title].into_iter().flatten().collect()
    };
    let mut spans = vec![mention.span];
    match &mention.kind {
        MentionKind::Number(n) => {
            spans.extend(n.slips.iter().map(|s| s.span));
            spans.extend(n.type_word.as_ref().map(|t| t.span));
            spans.extend(n.so);
            spans.extend(of_attributes(&n.attributes));
        }
        MentionKind::Name(n) => {
            spans.extend(n.year.map(|y| y.span));
            spans.extend(of_attributes(&n.attributes));
        }
        MentionKind::Provision(p) => spans.extend(p.units.iter().flat_map(|u| u.word.into_iter().chain([u.label]))),
        MentionKind::Agency(_) => {}
    }
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_on_character_borders(text in anything(), markup in prop::sample::select(&MARKUPS[..])) {
        let reading = read(&text, vocabulary(), markup);
        for mention in &reading.mentions {
            prop_assert!(mention.span.start < mention.span.end, "{mention:?}");
            for part in parts(mention) {
                prop_assert!(text.get(part.start..part.end).is_some(), "{part:?} of {mention:?}");
            }
        }
        for cue in &reading.cues {
            prop_assert!(text.get(cue.span.start..cue.span.end).is_some(), "{cue:?}");
        }
    }

    #[test]
    fn the_text_of_a_mention_is_its_slice(text in anything()) {
        let document = parse(&text);
        for located in document.mentions() {
            let (start, block) = document.block_of(&located);
            let span = located.span();
            prop_assert_eq!(located.mention.span.of(block), span.of(&text));
            prop_assert_eq!(&text[start..start + block.len()], block);
            prop_assert_eq!(document.slice(span), span.of(&text));
        }
    }

    #[test]
    fn mentions_of_a_kind_are_in_order_and_do_not_overlap(text in anything(), markup in prop::sample::select(&MARKUPS[..])) {
        let reading = read(&text, vocabulary(), markup);
        let mut ends = std::collections::HashMap::new();
        for mention in &reading.mentions {
            let end = ends.entry(std::mem::discriminant(&mention.kind)).or_insert(0);
            prop_assert!(*end <= mention.span.start, "{mention:?} begins before {end}");
            *end = mention.span.end;
        }
    }

    #[test]
    fn composed_and_decomposed_text_mean_the_same(text in syntax()) {
        let meanings = |text: String| -> Vec<String> {
            parse(&text).mentions().map(|l| meaning(l.mention)).collect()
        };
        prop_assert_eq!(meanings(text.nfc().collect()), meanings(text.nfd().collect()));
    }

    /// The owner of a provision may change: an appended quotation mark or heading changes what is known of the
    /// document. A text that ends with "và" goes on, and so does one over a page break.
    #[test]
    fn an_appended_paragraph_changes_nothing_before_it(text in syntax(), more in syntax()) {
        prop_assume!(!["và", "hoặc", "của", "khoản", "Điều", "điểm"].iter().any(|word| text.trim_end().ends_with(word)));
        let border = format!("{}{}", &text[text.trim_end().len()..], &more[..more.len() - more.trim_start().len()]);
        prop_assume!(!border.contains('\u{c}'));
        let before = parse(&text);
        let after = parse(&format!("{text}\n\n{more}"));
        let mentions = |document: &Document| -> Vec<(Span, Mention)> {
            let here = document.mentions().filter(|l| l.span().start < text.len());
            here.map(|l| (l.span(), l.mention.clone())).collect()
        };
        prop_assert_eq!(mentions(&before), mentions(&after));
    }

    #[test]
    fn an_edited_document_is_as_if_read_anew(
        text in anything(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..30, anything()), 1..4),
    ) {
        let mut buffer = Buffer::new(&text);
        let mut document = parse(&text);
        for (at, length, new) in edits {
            let end = buffer.rope().len_bytes();
            let from = at.index(end + 1);
            let at = |offset: usize| position(buffer.rope(), offset, Encoding::Utf8);
            let range = Some((at(from), at((from + length).min(end))));
            let new = new.chars().take(60).collect();
            buffer.apply(&Change { range, text: new }, Encoding::Utf8).expect("the range is in order");
            let Some(dirty) = buffer.take_dirty() else { continue };
            document = Document::updated(Arc::new(document), buffer.rope().clone(), dirty);
        }
        let read_again = Document::from_rope(buffer.rope().clone(), Format::Plain, vocabulary());
        prop_assert_eq!(document.difference(&read_again), None);
    }
}
