//! Texts whose letters are decomposed or written as references of HTML, as they are checked: in letters of one character each.
//!
//! Rules search a text for words ("Căn cứ", "thay thế", "hết hiệu lực"), which such a text has in other characters. It is
//! checked as the text that its reader sees, and what is found there is moved to where it stands.

use super::{Checked, Environment};
use crate::check::Finding;
use crate::cite::in_composed_letters;
use crate::document::Document;
use crate::document::blocks::Traits;
use crate::document::buffer::Dirty;
use crate::text::clear::ClearText;
use std::sync::Arc;

/// The composed text of a document, and what was found in it.
#[derive(Debug)]
pub struct Composed {
    document: Arc<Document>,
    checked: Checked,
}

/// The text of a document in composed letters; `None` where it has no others.
pub fn text_of(document: &Document) -> Option<ClearText> {
    let apart = document.rows().iter().any(|row| row.traits.has(Traits::LETTERS_APART));
    apart.then(|| in_composed_letters(&document.rope().to_string())).flatten()
}

impl Composed {
    /// Checks a version of a document by its composed text. `before` is what was kept of the version before, of which only
    /// what changed is looked at. The findings are `None` where nobody waits any more.
    pub fn update(
        before: Option<Box<Self>>,
        document: &Document,
        text: &ClearText,
        environment: &Environment<'_>,
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> (Box<Self>, Option<Vec<Finding>>) {
        let same = |old: &Self| {
            old.document.format() == document.format() && Arc::ptr_eq(old.document.vocabulary(), document.vocabulary())
        };
        let mut this = match before.filter(|old| same(old)) {
            Some(old) => Self::edited(*old, &text.text),
            None => Self {
                document: Arc::new(Document::read(&text.text, document.format(), document.vocabulary())),
                checked: Checked::default(),
            },
        };
        let found = this.checked.update(&this.document, environment, is_cancelled);
        let moved = found.map(|mut findings| {
            for finding in &mut findings {
                finding.each_span(|span| *span = text.original(*span));
            }
            findings
        });
        (Box::new(this), moved)
    }

    /// The same with another text.
    fn edited(old: Self, text: &str) -> Self {
        let before = old.document.rope().to_string();
        let prefix = before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
        let prefix = before.floor_char_boundary(prefix).min(text.floor_char_boundary(prefix));
        let rest = before[prefix..].bytes().rev().zip(text[prefix..].bytes().rev()).take_while(|(a, b)| a == b).count();
        let (old_end, new_end) = (before.len() - rest, text.len() - rest);
        let (old_end, new_end) = (before.ceil_char_boundary(old_end), text.ceil_char_boundary(new_end));
        if before == text {
            return old;
        }
        let dirty = Dirty { old_start: prefix, old_end, new_end };
        let document = Arc::new(Document::updated(old.document, ropey::Rope::from_str(text), dirty));
        Self { document, checked: old.checked }
    }
}
