//! Short names that a document defines: "Luật Đầu tư theo phương thức đối tác công tư (sau đây gọi là Luật PPP)".

use crate::cite::{CueKind, MentionKind, Reading, is_cited_by_serial};
use crate::law::types;
use crate::lexicon::NamedInstrument;
use crate::text::fold;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// So many short names of a document are followed, the first ones. A draft has some dozen; a text with thousands is none, and each
/// costs a look at all of it.
pub const MOST: usize = 500;

/// The short names that a block defines and that are references of their own when they occur again: a type word with
/// something after it. "Nghị định 30" is read as a number in any document; "Quy định 114" only where it is defined. "Quy
/// chế" or "Đề án" alone is too common to be marked everywhere.
///
/// The reading must be one without the document's short names, else a name could stand for itself.
pub fn of_reading(reading: &Reading) -> Vec<NamedInstrument> {
    let mut out = Vec::new();
    for cue in &reading.cues {
        let CueKind::ShortName { term, of: Some(of) } = &cue.kind else { continue };
        if !names_an_instrument(term) {
            continue;
        }
        let Some(mention) = reading.mentions.get(*of) else { continue };
        let (canonical, number) = match &mention.kind {
            MentionKind::Name(name) => (name.canonical.clone(), None),
            MentionKind::Number(number) => (term.clone(), Some(number.number.canonical())),
            _ => continue,
        };
        out.push(NamedInstrument { form: term.clone(), canonical, informal: true, number });
    }
    out
}

/// Whether a text can hold the words of a definition, as they are written nearly always: in small composed letters.
pub fn may_define(text: &str) -> bool {
    static WORDS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| ["gọi", "viết"].map(Finder::new));
    WORDS.iter().any(|word| word.find(text.as_bytes()).is_some())
}

/// Whether a reading holds the words of a definition.
pub fn defines(reading: &Reading) -> bool {
    reading.cues.iter().any(|c| matches!(c.kind, CueKind::ShortName { .. }))
}

fn names_an_instrument(term: &str) -> bool {
    let folded = fold::words(term);
    let after = types().iter().filter_map(|t| Some((t, folded.strip_prefix(&t.folded)?)));
    after.min_by_key(|(_, rest)| rest.len()).is_some_and(|(kind, rest)| {
        let rest = rest.trim();
        if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()) {
            return !is_cited_by_serial(&kind.name);
        }
        // The words of another definition aren't part of a name.
        let defines = rest.split(' ').any(|word| matches!(word, "gọi" | "viết"));
        !rest.is_empty()
            && !rest.starts_with("số")
            && !rest.contains(|c: char| c.is_ascii_digit())
            && rest != "này"
            && !defines
    })
}
