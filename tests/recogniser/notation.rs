//! Examples are texts in which every mention is marked:
//!
//! ```text
//! theo ⟦§ điểm a, b khoản 1 Điều 5 → điểm a khoản 1 Điều 5 | điểm b khoản 1 Điều 5 · 30/2020/NĐ-CP⟧
//! Nghị định số ⟦# 30/2020/NÐ–CP → 30/2020/NĐ-CP⟧ của ⟦@ Chính phủ⟧ và ⟦Luật Đất đai 2024 → Luật Đất đai · 2024⟧
//! ```
//!
//! - The sign shows the kind: `#` a number, `§` a run of provisions, `@` an agency, no sign a name.
//! - After `→` is what it means: the canonical number or name, the paths with `|` between them. It is left out where
//!   it is what is written.
//! - After `·` is, for provisions, the instrument that they belong to (a number, a name, `this`, `quoted`, `unknown`)
//!   and, for names, the year.
//!
//! [`reads`] takes the marks away, reads the text and writes them again as the recogniser sees it: a mention that is
//! missing, that is too much or that means something else makes the two texts differ.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};
use viendan::catalogue::Catalogue;
use viendan::cite::MentionKind;
use viendan::document::{Document, Format, Owner, PlacedMention};
use viendan::lexicon::Vocabulary;

/// The vocabulary of the built-in catalogue.
pub fn vocabulary() -> &'static Arc<Vocabulary> {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
        Arc::new(Vocabulary::new(catalogue.names()))
    })
}

/// Checks examples in plain text, all of them before it fails.
pub fn reads<const N: usize>(examples: [&str; N]) {
    reads_as(Format::Plain, examples);
}

/// Checks examples in a format.
pub fn reads_as<const N: usize>(format: Format, examples: [&str; N]) {
    let mut wrong = String::new();
    for expected in examples {
        let text = without_marks(expected);
        let found = marked(&Document::read(&text, format, vocabulary()));
        if found != expected {
            write!(wrong, "\nexpected  {expected}\nfound     {found}\n").expect("a string can be written to");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Checks examples that hold no reference at all.
pub fn reads_nothing<const N: usize>(examples: [&str; N]) {
    assert!(examples.iter().all(|e| !e.contains('⟦')), "these examples show what is not marked");
    reads(examples);
}

/// The text of an example.
pub fn without_marks(example: &str) -> String {
    let mut text = String::new();
    let mut rest = example;
    while let Some((before, marked)) = rest.split_once('⟦') {
        let (mention, after) = marked.split_once('⟧').expect("a mark is closed");
        let written = mention.split(" → ").next().unwrap_or(mention);
        let written = written.split(" · ").next().unwrap_or(written);
        let written = ["# ", "§ ", "@ "].iter().find_map(|sign| written.strip_prefix(sign)).unwrap_or(written);
        text.push_str(before);
        text.push_str(written);
        rest = after;
    }
    text + rest
}

/// The text of a document with its mentions marked.
pub fn marked(document: &Document) -> String {
    let text = document.rope().to_string();
    let mut out = String::new();
    let mut at = 0;
    for located in document.mentions().filter(|l| !document.is_own_heading(l)) {
        let span = located.span();
        // Mentions within others do not occur in examples; if one does, it is shown after the other.
        if span.start > at {
            out.push_str(&text[at..span.start]);
        }
        out.push('⟦');
        out.push_str(&mention(document, &located, span.of(&text)));
        out.push('⟧');
        at = at.max(span.end);
    }
    out + &text[at..]
}

fn mention(document: &Document, located: &PlacedMention<'_>, written: &str) -> String {
    let (sign, value, more) = match &located.mention.kind {
        MentionKind::Number(_) => ("# ", located.number().map(|n| n.canonical()).unwrap_or_default(), None),
        MentionKind::Name(name) => ("", name.canonical.clone(), name.year.map(|y| y.year.to_string())),
        MentionKind::Provision(run) => ("§ ", paths(run), Some(owner(document, located))),
        MentionKind::Agency(agency) => ("@ ", agency.canonical.clone(), None),
    };
    let meaning = if value == written { String::new() } else { format!(" → {value}") };
    let more = more.map(|m| format!(" · {m}")).unwrap_or_default();
    format!("{sign}{written}{meaning}{more}")
}

fn paths(run: &viendan::cite::ProvisionRef) -> String {
    run.paths.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
}

fn owner(document: &Document, located: &PlacedMention<'_>) -> String {
    match located.owner {
        Owner::This => "this".to_owned(),
        Owner::Quoted => "quoted".to_owned(),
        Owner::Unknown => "unknown".to_owned(),
        Owner::Here(_) | Owner::Mention(_) => {
            let owner = document.owner_mention(located).expect("the owner is a mention");
            match &owner.mention.kind {
                MentionKind::Name(name) => name.canonical.clone(),
                _ => owner.number().map(|n| n.canonical()).unwrap_or_default(),
            }
        }
    }
}
