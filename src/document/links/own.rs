//! Whether the articles that a text shows are its own. An answer and a letter show those of a law, between quotation marks or below
//! a sentence that announces them.

use super::Row;
use crate::cite::{CueKind, Level, Mention, Quote, Target};
use crate::document::blocks::{Block, Traits};

/// Whether the text has an article of its own. `quoted` where it begins inside a quotation.
///
/// A quotation that is never closed proves nothing: then all articles count. An excerpt of an answer may begin with the text of an article
/// that was announced before it: if others are announced and none is after them, it has none of its own.
pub fn has_articles(rows: &[Row], mut quoted: bool) -> bool {
    let mut inline = 0_u32;
    let mut hidden = false;
    let mut announced: Option<&Block> = None;
    let announces_any = rows.iter().any(|row| row.traits.has(Traits::ANNOUNCES));
    let (mut own, mut gives) = (false, false);
    // The cells of a table compare articles.
    let is_table = |row: &&Row| row.block.text.starts_with('|');
    for row in rows.iter().filter(|row| row.traits.has(Traits::CUES) && !is_table(row)) {
        for cue in &row.block.reading.cues {
            match &cue.kind {
                CueKind::Quote(Quote::Open { begins_line: true }) if !quoted => quoted = true,
                CueKind::Quote(Quote::Open { .. }) => inline += 1,
                CueKind::Quote(Quote::Close) if inline > 0 => inline -= 1,
                CueKind::Quote(Quote::Close) => (quoted, hidden) = (false, false),
                CueKind::Introduces { reproduces: true, .. } => announced = Some(&row.block),
                CueKind::Item(item) if item.level == Level::Article => {
                    if !quoted && inline == 0 {
                        let given = announced.is_some_and(|block| announces(block, &item.label));
                        if !given && (gives || !announces_any) {
                            return true;
                        }
                        (own, gives) = (own || !given, gives || given);
                    }
                    hidden |= quoted;
                }
                _ => {}
            }
        }
        if row.block.ends_paragraph {
            inline = 0;
        }
    }
    hidden || (own && !gives)
}

/// Whether the text has numbered sections or items.
pub fn has_items(rows: &[Row]) -> bool {
    let cues = rows.iter().filter(|row| row.traits.has(Traits::CUES)).flat_map(|row| &row.block.reading.cues);
    cues.into_iter()
        .any(|cue| matches!(&cue.kind, CueKind::Item(item) if !matches!(item.level, Level::Dash | Level::Point)))
}

/// Whether a block cites an article of an instrument: "Theo Điều 35 Bộ luật Lao động:".
fn announces(block: &Block, article: &str) -> bool {
    let runs = block.reading.mentions.iter().filter_map(Mention::provision);
    runs.filter(|run| matches!(run.target, Target::Mention(_)))
        .any(|run| run.paths.iter().any(|path| path.label(Level::Article) == Some(article)))
}
