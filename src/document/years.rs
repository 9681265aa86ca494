//! The years that the numbers in a text tell, which show of what time it is. They are counted as blocks come and go, so that an
//! edit costs what it changes.

use super::blocks::{Block, Traits};
use std::collections::BTreeMap;

/// How many citations by number tell each year, by the number itself or by the date after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Years(BTreeMap<u16, usize>);

impl Years {
    /// The last of them.
    pub fn last(&self) -> Option<u16> {
        self.0.last_key_value().map(|(year, _)| *year)
    }

    /// How many citations tell one.
    pub fn count(&self) -> usize {
        self.0.values().sum()
    }

    /// Counts a block that comes in.
    pub(super) fn count_in(&mut self, block: &Block) {
        for year in of_block(block) {
            *self.0.entry(year).or_default() += 1;
        }
    }

    /// Takes a block out of the counts that goes.
    pub(super) fn forget(&mut self, block: &Block) {
        for year in of_block(block) {
            if let Some(count) = self.0.get_mut(&year) {
                *count -= 1;
                if *count == 0 {
                    self.0.remove(&year);
                }
            }
        }
    }
}

fn of_block(block: &Block) -> impl Iterator<Item = u16> {
    let mentions = if block.traits.has(Traits::CITES) { &block.reading.mentions[..] } else { &[] };
    mentions.iter().filter_map(|mention| {
        let number = mention.number()?;
        let attributes = &number.attributes;
        let said = attributes.date.as_ref().map(|date| date.year).or(attributes.year.map(|year| year.year));
        number.number.year.max(said)
    })
}

#[cfg(test)]
mod tests {
    use crate::document::buffer::Dirty;
    use crate::document::{Document, Format};
    use crate::lexicon::Vocabulary;
    use std::sync::Arc;

    #[test]
    fn years_follow_edits() {
        const FIRST: &str = "Theo Nghị định số 30/2020/NĐ-CP.\n\n";
        const SECOND: &str = "Theo Thông tư số 133/2016/TT-BTC và Công văn số 12/BTC-CST ngày 05/3/2014.\n";
        let vocabulary = Arc::new(Vocabulary::new([]));
        let document = Document::read(&format!("{FIRST}{SECOND}"), Format::Plain, &vocabulary);
        assert_eq!((document.years().last(), document.years().count()), (Some(2020), 3));
        let dirty = Dirty { old_start: 0, old_end: FIRST.len(), new_end: 0 };
        let document = Document::updated(Arc::new(document), ropey::Rope::from_str(SECOND), dirty);
        assert_eq!((document.years().last(), document.years().count()), (Some(2016), 2));
    }
}
