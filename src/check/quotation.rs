//! Which parts of a document are quoted, by byte offset: for rules that look at the text itself and not at mentions.

use crate::cite::{CueKind, Quote};
use crate::document::Document;

/// Where quotations begin and end.
pub struct Quotations {
    /// Byte offsets with whether a quotation is open from there on.
    changes: Vec<(usize, bool)>,
}

impl Quotations {
    pub fn of(document: &Document) -> Self {
        let mut changes = Vec::new();
        let mut base = begins_inside(document);
        if base {
            changes.push((0, true));
        }
        for (offset, block) in document.blocks() {
            let mut inline = 0usize;
            for cue in &block.reading.cues {
                match cue.kind {
                    CueKind::Quote(Quote::Open { begins_line: true }) if !base && inline == 0 => base = true,
                    CueKind::Quote(Quote::Open { .. }) => inline += 1,
                    CueKind::Quote(Quote::Close) if inline > 0 => inline -= 1,
                    CueKind::Quote(Quote::Close) => base = false,
                    _ => continue,
                }
                changes.push((offset + cue.span.start, base || inline > 0));
            }
            if inline > 0 {
                // A mark that was never closed holds to the end of its paragraph.
                changes.push((offset + block.text.len(), base));
            }
        }
        Self { changes }
    }

    /// Whether the offset lies in a quotation.
    pub fn hold(&self, offset: usize) -> bool {
        let after = self.changes.partition_point(|&(at, _)| at <= offset);
        after > 0 && self.changes[after - 1].1
    }
}

/// An excerpt that begins inside a quotation: its first quotation mark closes one.
fn begins_inside(document: &Document) -> bool {
    document.blocks().flat_map(|(_, b)| &b.reading.cues).find_map(|c| match c.kind {
        CueKind::Quote(q) => Some(q == Quote::Close),
        _ => None,
    }) == Some(true)
}
