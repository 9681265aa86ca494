//! An edited document compared with one that is read completely: for tests, and for users who set `VIENDAN_PARANOID=1`.

use super::Document;
use std::fmt::Debug;

impl Document {
    /// The first difference from another reading of the same text, in words for a log; `None` where both are equal in
    /// everything that can be read from them.
    pub fn difference(&self, other: &Self) -> Option<String> {
        let differs = |what: &str, a: &dyn Debug, b: &dyn Debug| Some(format!("{what}: {a:?}, but read whole {b:?}"));
        if self.rope() != other.rope() {
            return Some("the text".to_owned());
        }
        if self.starts != other.starts {
            let at = self
                .starts
                .iter()
                .zip(&other.starts)
                .position(|(a, b)| a != b)
                .unwrap_or(self.starts.len().min(other.starts.len()));
            let near = |starts: &[usize]| starts[at.saturating_sub(1)..starts.len().min(at + 2)].to_vec();
            return differs("borders of blocks", &near(&self.starts), &near(&other.starts));
        }
        if self.header != other.header {
            return differs("header", &self.header, &other.header);
        }
        if self.outline != other.outline {
            let at = self.outline.units.iter().zip(&other.outline.units).position(|(a, b)| a != b).unwrap_or(0);
            return differs("outline", &self.outline.units.get(at), &other.outline.units.get(at));
        }
        if self.years != other.years {
            return differs("years", &self.years, &other.years);
        }
        if self.carried != other.carried {
            return differs("what is carried", &self.carried, &other.carried);
        }
        for (n, (a, b)) in self.rows.iter().zip(&other.rows).enumerate() {
            let same_text = a.block.text == b.block.text && a.block.ends_paragraph == b.block.ends_paragraph;
            if a.block.reading != b.block.reading || !same_text {
                return differs(&format!("block {n}"), &a.block, &b.block);
            }
            if !a.links.same_marks(&b.links) || a.before.is_quoted() != b.before.is_quoted() {
                return differs(&format!("marks of block {n}"), &a.links, &b.links);
            }
        }
        let mut pairs = self.mentions().zip(other.mentions());
        let of = |document: &Self, placed: &super::PlacedMention<'_>| {
            let owner = document.owner_mention(placed).map(|owner| owner.span());
            let kind = std::mem::discriminant(placed.owner);
            (
                placed.span(),
                kind,
                owner,
                placed.quoted,
                placed.completed_number.cloned(),
                placed.disambiguated_by.cloned(),
            )
        };
        pairs.find_map(|(a, b)| {
            let (a, b) = (of(self, &a), of(other, &b));
            if a == b { None } else { differs("links of a mention", &a, &b) }
        })
    }
}
