//! Bare articles that a complete draft does not have: "Theo Luật Hải quan, thời hạn tính theo Điều 25" in a decision of three articles is of
//! the only instrument that the sentence has cited before.

use super::numbers::{Addition, Place, addition};
use super::{Nature, Owner, Row};
use crate::cite::{CueKind, Level, Path, ProvisionRef, Target};
use crate::document::blocks::Traits;
use rustc_hash::FxHashMap;

/// Whether runs of a block with these traits may be of an instrument cited before them.
pub fn asks(traits: Traits, nature: Nature) -> bool {
    nature.has_articles && traits.has(Traits::CITED)
}

/// Whether a run may be of the instrument cited before it.
pub fn is_cited(run: &ProvisionRef) -> bool {
    run.target == Target::Open && run.cited.is_some() && !run.amending
}

/// Gives the runs beyond the last article their instruments.
pub fn link(rows: &[Row], found: &mut FxHashMap<Place, Addition>) {
    let Some(last) = last_article(rows) else { return };
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| row.traits.has(Traits::CITED) && !row.links.is_code) {
        let runs = row.block.reading.mentions.iter().enumerate();
        for (m, run) in runs.filter_map(|(m, mention)| Some((m, mention.provision().filter(|run| is_cited(run))?))) {
            let link = &row.links.links[m];
            if link.owner == Owner::This && !link.quoted && is_beyond(run, last) {
                addition(found, (n as u32, m as u32)).owner = run.cited.map(|cited| Owner::Here(cited as u32));
            }
        }
    }
}

/// The last article of a draft that is complete: it begins with Điều 1, and recipients or annexes follow.
fn last_article(rows: &[Row]) -> Option<u32> {
    let articles = || {
        rows.iter().filter(|row| row.traits.has(Traits::CUES)).flat_map(|row| {
            let items = row.links.items.iter().map(|&cue| &row.block.reading.cues[cue as usize].kind);
            items.filter_map(|kind| match kind {
                CueKind::Item(item) if item.level == Level::Article => item.label.parse::<u32>().ok(),
                _ => None,
            })
        })
    };
    let ends = rows.iter().any(|row| row.traits.has(Traits::ANNEX));
    (ends && articles().next() == Some(1)).then(|| articles().max()).flatten()
}

/// Whether all articles of a run are beyond the last one of the draft.
fn is_beyond(run: &ProvisionRef, last: u32) -> bool {
    let article = |path: &Path| path.label(Level::Article).and_then(|label| label.parse::<u32>().ok());
    run.paths.iter().all(|path| article(path).is_some_and(|article| article > last))
}
