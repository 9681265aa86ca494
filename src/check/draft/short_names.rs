//! Short names that the draft defines: "(sau đây gọi tắt là Đề án 06)".

use super::super::run::Run;
use super::super::{Code, Edit, Finding, Related};
use crate::cite::{CueKind, MentionKind};
use crate::document::blocks::Block;
use crate::law::types;
use crate::text::{Span, fold};
use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

/// A definition of a short name.
struct Definition<'d> {
    term: &'d str,
    /// Of the term, in bytes of the document.
    span: Span,
    /// Canonical number or name of the instrument that it stands for.
    of: Option<String>,
}

/// The definitions of the draft outside quotations, where another act speaks.
fn definitions<'d>(run: &Run<'d>) -> Vec<Definition<'d>> {
    let mut found = Vec::new();
    for (offset, block) in run.document.blocks() {
        for cue in &block.reading.cues {
            let CueKind::ShortName { term, of } = &cue.kind else { continue };
            let span = cue.span.shifted(offset);
            // The mark that opens the term itself is none of another act.
            if run.is_quoted(offset + cue.span.start.saturating_sub("“".len() + 1)) {
                continue;
            }
            let of = of.and_then(|of| match &block.reading.mentions.get(of)?.kind {
                MentionKind::Number(n) => Some(n.number.canonical()),
                MentionKind::Name(n) => Some(n.canonical.clone()),
                _ => None,
            });
            found.push(Definition { term, span, of });
        }
    }
    found
}

/// "(sau đây gọi là Quy chế)" for two different instruments.
pub fn short_name_redefined(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut known: FxHashMap<String, (String, Span)> = FxHashMap::default();
    for Definition { term, span, of } in definitions(run) {
        let Some(meant) = of else { continue };
        // "Thông tư số … gửi cơ quan thú y (sau đây gọi là Cơ quan kiểm dịch)" names a body.
        if !types().iter().any(|t| term.starts_with(&t.name)) && term.contains(' ') {
            continue;
        }
        match known.get(&fold::words(term)) {
            Some((earlier, first)) if *earlier != meant => {
                let values = [("term", term), ("first", earlier), ("second", &meant)];
                let mut finding = run.finding(Code::ShortNameRedefined, span, &values);
                let message = run.messages.text("short-name-redefined.related", &[]);
                finding.related.push(Related { span: *first, message });
                out.push(finding);
            }
            Some(_) => {}
            None => {
                known.insert(fold::words(term), (meant, span));
            }
        }
    }
}

/// A short name used above its definition. Only names that are no common words: with digits or an abbreviation of their
/// own ("Đề án 06", "Luật PPP"), and of these not the full numbers of instruments.
pub fn short_name_before_definition(run: &Run<'_>, out: &mut Vec<Finding>) {
    let mut told = FxHashSet::default();
    for Definition { term, span, .. } in definitions(run) {
        if !is_distinctive(term) || !told.insert(term) {
            continue;
        }
        let finder = memchr::memmem::Finder::new(term);
        let use_before =
            run.document.blocks().take_while(|(offset, _)| *offset < span.start).find_map(|(offset, block)| {
                let text: &str = &block.text;
                let places = finder.find_iter(text.as_bytes()).map(|at| Span::new(at, at + term.len()));
                let own = |place: &Span| {
                    let glued = text[..place.start].ends_with(char::is_alphanumeric)
                        || text[place.end..].starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-');
                    !glued
                        && !is_subject(text, place.start)
                        && offset + place.start < span.start
                        && !run.is_quoted(offset + place.start)
                };
                places.into_iter().find(own).map(|place| place.shifted(offset))
            });
        if let Some(place) = use_before {
            let mut finding = run.finding(Code::ShortNameBeforeDefinition, place, &[("term", term)]);
            let message = run.messages.text("short-name-before-definition.related", &[]);
            finding.related.push(Related { span, message });
            out.push(finding);
        }
    }
}

/// Whether a byte of a block lies in a line of the subject, which stands above everything: "V/v triển khai Đề án 06".
fn is_subject(text: &str, at: usize) -> bool {
    let line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..];
    ["V/v", "Về việc", "Về "].iter().any(|begin| line.trim_start_matches(['*', ' ', '_']).starts_with(begin))
}

/// Whether a term can only mean what is defined: a digit, or two capitals in a word, beside another word.
fn is_distinctive(term: &str) -> bool {
    let abbreviation = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let marked = |word: &str| abbreviation(word) || word.contains(|c: char| c.is_ascii_digit());
    let mut words = term.split_whitespace();
    let several = words.clone().count() >= 2;
    // Forms and standards bear numbers of their own, and what is all in capitals is a heading.
    let named =
        term.starts_with(char::is_uppercase) && !["Mẫu", "Phụ lục", "TCVN", "QCVN"].iter().any(|w| term.starts_with(w));
    let heading = !term.contains(char::is_lowercase);
    several && named && !heading && !term.contains('/') && words.any(marked)
}

/// A short name that the draft never uses again. An instrument that is cited in short by its number is used too.
pub fn unused_short_name(run: &Run<'_>, out: &mut Vec<Finding>) {
    for Definition { term, span, of } in definitions(run) {
        let by_number = || {
            of.as_ref().is_some_and(|meant| {
                run.numbers.iter().any(|n| n.span().start > span.end && n.number().canonical() == *meant)
            })
        };
        // "gọi tắt là: …" introduces a list or an explanation. The cheap questions come first.
        if !term.starts_with(char::is_alphanumeric)
            || occurs_as_written(run, term, span)
            || by_number()
            || occurs_otherwise(run, term, span)
        {
            continue;
        }
        let mut finding = run.finding(Code::UnusedShortName, span, &[("term", term)]);
        if let Some(bracket) = bracket_around(run, span) {
            let fix = run.fix("unused-short-name.fix", &[], false, vec![Edit::new(bracket, "")]);
            finding = finding.with_fix(fix);
        }
        out.push(finding);
    }
}

/// Whether a term occurs anywhere but at its definition, letter by letter.
fn occurs_as_written(run: &Run<'_>, term: &str, definition: Span) -> bool {
    let finder = memchr::memmem::Finder::new(term);
    run.document.blocks().any(|(offset, block)| {
        let mut places = finder.find_iter(block.text.as_bytes()).map(|at| Span::new(at, at + term.len()));
        places.any(|place| !place.shifted(offset).overlaps(definition))
    })
}

/// The same in whatever case, form of letters and line breaks.
fn occurs_otherwise(run: &Run<'_>, term: &str, definition: Span) -> bool {
    let pattern = |text: String| {
        let words: Vec<String> = text.split_whitespace().map(regex::escape).collect();
        words.join(r"\s+")
    };
    let (composed, decomposed) = (pattern(term.nfc().collect()), pattern(term.nfd().collect()));
    // A term that is too long for the engine is taken as used.
    let Ok(anyhow) = Regex::new(&format!("(?i){composed}|{decomposed}")) else { return true };
    let found = |(offset, block): (usize, &Block)| {
        let mut places = anyhow.find_iter(&block.text).map(|m| Span::new(m.start(), m.end()));
        places.any(|place| !place.shifted(offset).overlaps(definition))
    };
    if run.document.blocks().any(found) {
        return true;
    }
    // The tone mark on the other vowel: "Uỷ ban" for "Ủy ban".
    let folded = fold::words(term);
    let count =
        run.document.blocks().map(|(_, block)| fold::words(&block.text).matches(&folded).count()).sum::<usize>();
    count > 1
}

/// The bracket that holds nothing but the definition, with the blank before it: " (sau đây gọi tắt là Quy chế)".
fn bracket_around(run: &Run<'_>, term: Span) -> Option<Span> {
    let (offset, block) = run.document.blocks().take_while(|(offset, _)| *offset <= term.start).last()?;
    let text: &str = &block.text;
    let (start, end) = (term.start - offset, term.end - offset);
    let open = text[..start].rfind('(')?;
    let inside = text[open + 1..start].to_lowercase();
    if !(inside.starts_with("sau đây") || inside.starts_with("gọi tắt")) || inside.contains([')', ';', ',']) {
        return None;
    }
    let rest = &text[end..];
    let marks = rest.len() - rest.trim_start_matches(['”', '"', '’']).len();
    if !rest[marks..].starts_with(')') {
        return None;
    }
    let blank = text[..open].trim_end_matches(' ').len();
    Some(Span::new(blank, end + marks + 1).shifted(offset))
}
