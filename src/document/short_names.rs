//! Short names that a document defines: "Luật Đầu tư theo phương thức đối tác công tư (sau đây gọi là Luật PPP)".

use super::Document;
use crate::cite::{CueKind, MentionKind};
use crate::terms::{NamedInstrument, types};
use crate::text::fold;

/// The short names that are references of their own when they occur again: a type word with something behind it that is
/// no bare number ("Nghị định 30" is read as a number). "Quy chế" or "Đề án" alone says too little to be marked everywhere.
pub fn defined(document: &Document) -> Vec<NamedInstrument> {
    let mut out: Vec<NamedInstrument> = Vec::new();
    for (_, block) in document.blocks() {
        for cue in &block.reading.cues {
            let CueKind::ShortName { term, of: Some(of) } = &cue.kind else { continue };
            if !names_an_instrument(term) || out.iter().any(|n| n.form == *term) {
                continue;
            }
            let Some(mention) = block.reading.mentions.get(*of) else { continue };
            let (canonical, number) = match &mention.kind {
                MentionKind::Name(name) => (name.canonical.clone(), None),
                MentionKind::Number(number) => (term.clone(), Some(number.number.canonical())),
                _ => continue,
            };
            out.push(NamedInstrument { form: term.clone(), canonical, informal: true, number });
        }
    }
    out
}

fn names_an_instrument(term: &str) -> bool {
    let folded = fold::words(term);
    let behind =
        types().iter().filter_map(|t| folded.strip_prefix(&fold::words(&t.name))).min_by_key(|rest| rest.len());
    behind.is_some_and(|rest| {
        let rest = rest.trim();
        !rest.is_empty() && !rest.starts_with("số") && !rest.contains(|c: char| c.is_ascii_digit()) && rest != "này"
    })
}
