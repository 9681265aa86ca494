//! The recogniser and the rules on any text: no panic, and every span is one of the text.

use std::sync::{Arc, OnceLock};
use viendan::catalogue::Catalogue;
use viendan::check::{Settings, check};
use viendan::cite::{Markup, read};
use viendan::document::{Document, Format};
use viendan::lexicon::Vocabulary;

const FORMATS: [Format; 6] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Latex, Format::Typst, Format::AsciiDoc];

/// The built-in catalogue and the vocabulary of its names.
pub fn catalogue() -> &'static (Catalogue, Arc<Vocabulary>) {
    static BUILTIN: OnceLock<(Catalogue, Arc<Vocabulary>)> = OnceLock::new();
    BUILTIN.get_or_init(|| {
        let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
        let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
        (catalogue, vocabulary)
    })
}

/// The first byte chooses the format.
pub fn fuzz(data: &[u8]) {
    let Some((&format, text)) = data.split_first() else { return };
    let format: Markup = FORMATS[usize::from(format) % FORMATS.len()];
    let text = String::from_utf8_lossy(text);
    let (catalogue, vocabulary) = catalogue();
    for mention in read(&text, vocabulary, format).mentions {
        assert!(text.get(mention.span.start..mention.span.end).is_some_and(|t| !t.is_empty()), "{mention:?}");
    }
    let document = Document::read(&text, format, vocabulary);
    let settings = Settings::default();
    for finding in check(&document, catalogue, &settings) {
        assert!(text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(edit.span.start..edit.span.end).is_some(), "{edit:?} of {finding:?}");
        }
    }
}
