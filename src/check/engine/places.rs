//! Where blocks are in their draft, as far as rules may know.

use crate::check::checker::Place;
use crate::cite::Level;
use crate::document::Document;
use crate::document::blocks::Traits;

/// So many bytes of a draft can be its opening, if no article begins before.
const OPENING: usize = 20_000;

/// Where the parts of a draft begin and end.
pub struct Places {
    header_end: usize,
    first_article: usize,
    body_end: usize,
}

impl Places {
    pub fn of(document: &Document) -> Self {
        let articles = document.outline().units.iter().find(|unit| unit.level <= Level::Article);
        Self {
            header_end: document.header().end,
            first_article: articles.map_or(usize::MAX, |unit| unit.span.start),
            body_end: document.body_end(),
        }
    }

    pub fn of_block(&self, document: &Document, n: usize) -> Place {
        let start = document.start_of(n);
        let body = self.body_end.saturating_sub(start);
        // Not asked of the block itself, which lies elsewhere in memory: this runs for all blocks at every keystroke.
        let length = document.end_of(n) - start;
        Place {
            in_header: start < self.header_end,
            before_articles: start < self.first_article,
            after_english_number: n > 0 && document.rows()[n - 1].traits.has(Traits::ENGLISH_NUMBER),
            in_opening: start < self.first_article && start <= OPENING,
            body: if body >= length { u32::MAX } else { u32::try_from(body).unwrap_or(u32::MAX) },
        }
    }
}
