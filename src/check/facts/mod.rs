//! What blocks keep for the rules of the draft: values with offsets in the block. They are compared to find out whether
//! a rule must run again.
//!
//! - [`abbreviations`]: those that it uses and explains.
//! - [`bases`]: the lines of the legal basis.
//! - [`citations`]: what is cited in full.
//! - [`effect`]: when the draft takes effect.
//! - [`labels`]: labels that are no units, and what the outline does not say of units.
//! - [`letters`]: points with letters that the order of points does not have.
//! - [`own_type`]: what the draft calls itself; [`targets`]: its references to its own units; [`short_names`]: what it defines.
//! - [`sections`]: its sections with Roman numerals and its annexes.
//! - [`suppression`]: comments that suppress findings.

pub mod abbreviations;
pub mod bases;
pub mod citations;
pub mod effect;
pub mod labels;
pub mod letters;
pub mod own_type;
pub mod sections;
pub mod short_names;
pub mod suppression;
pub mod targets;

use super::checker::Checker;
use crate::cite::{CueKind, Number};
use crate::text;
use crate::text::legacy::{OldText, old_text};
use abbreviations::Abbreviations;
use bases::Bases;
use citations::FullCitation;
use effect::Effect;
use labels::Labels;
use letters::Letters;
use own_type::OwnTypes;
use rustc_hash::FxHasher;
use sections::Sections;
use short_names::Definition;
use std::hash::{Hash, Hasher};
use suppression::Suppression;
use targets::OwnReference;

/// The facts of one block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The instruments that the block cites by number, or by a name with a year: see [`key`].
    pub cited: Vec<u64>,
    /// The first words of each short name that it defines.
    pub defined: Vec<Box<str>>,
    /// The block as it would read in Unicode, if it is in an old encoding.
    pub legacy: Option<OldText>,
    /// The citations with issuer and title.
    pub full: Vec<FullCitation>,
    /// The lines of the legal basis; of every block of the opening.
    pub bases: Option<Bases>,
    /// When the draft takes effect.
    pub effect: Option<Effect>,
    /// The day on which the draft takes effect, whenever it was made.
    pub takes_effect: Option<time::Date>,
    /// Points with letters that the order of points does not have.
    pub letters: Letters,
    /// Comments that suppress findings.
    pub suppressions: Vec<Suppression>,
    /// Labels that the outline does not have.
    pub labels: Option<Box<Labels>>,
    /// How it names the draft.
    pub own_types: OwnTypes,
    /// The short names that it defines.
    pub definitions: Vec<Definition>,
    /// Its references to units of the draft.
    pub own_references: Vec<OwnReference>,
    /// Its headings with Roman numerals, its annexes, and the annexes that it cites.
    pub sections: Option<Box<Sections>>,
    /// The abbreviations that it uses and explains.
    pub abbreviations: Option<Box<Abbreviations>>,
}

impl Facts {
    /// The facts of a block; `None` where it has none.
    pub fn of(cx: &Checker<'_>) -> Option<Box<Self>> {
        let facts = Self {
            cited: cited(cx),
            defined: defined(cx),
            legacy: old_text(cx.text()),
            full: citations::full(cx),
            bases: bases::read(cx),
            effect: effect::read(cx),
            takes_effect: effect::day(cx),
            letters: letters::read(cx),
            suppressions: suppression::read(cx.text()),
            labels: labels::read(cx),
            own_types: own_type::read(cx),
            definitions: short_names::read(cx),
            own_references: targets::read(cx),
            sections: sections::read(cx),
            abbreviations: abbreviations::read(cx),
        };
        (facts != Self::default()).then(|| Box::new(facts))
    }
}

/// The hash of the key of an instrument's number, by which citations of different blocks are compared.
pub fn key(number: &Number) -> u64 {
    let mut hasher = FxHasher::default();
    number.key().hash(&mut hasher);
    hasher.finish()
}

fn cited(cx: &Checker<'_>) -> Vec<u64> {
    let mut cited: Vec<u64> = cx.numbers.iter().map(|n| key(n.number())).collect();
    for name in cx.names.iter().filter(|name| name.node.year.is_some()) {
        let known = cx.name_resolution(name.index).known();
        cited.extend(known.and_then(|known| Number::parse(known.number.as_deref()?)).map(|number| key(&number)));
    }
    cited.sort_unstable();
    cited.dedup();
    cited
}

fn defined(cx: &Checker<'_>) -> Vec<Box<str>> {
    let definitions = cx.block.reading.cues.iter().filter(|cue| matches!(cue.kind, CueKind::ShortName { .. }));
    definitions.map(|cue| text::head(&cx.text()[cue.span.start..], 120).into()).collect()
}
