//! The recogniser: text in, [`Mention`]s out.
//!
//! [`read`] takes one block of text (a paragraph) and finds every reference in it: numbers of instruments
//! (`30/2020/NĐ-CP`), names (`Luật Đất đai năm 2024`), runs of provisions (`điểm a, b khoản 1 Điều 5`) and agencies. One
//! pass makes tokens, one pass over the tokens is the grammar. It never fails, does no I/O, and takes time linear in the
//! text.
//!
//! Spans are byte offsets into the text that was given, however decomposed, misspelt or broken over lines it is.

mod agency;
mod attributes;
mod cues;
mod enumeration;
mod grammar;
mod lexer;
mod model;
mod name;
mod provision;
mod reader;

pub use crate::law::{calendar_day, written_day};

pub use grammar::number::{self, Family, Number, Slip, SlipKind};
pub use lexer::Markup;
pub use reader::{Reading, read};

/// The levels of items are those of provisions.
pub use model::Level as ItemLevel;
pub use model::{
    AgencyRef, Attributes, Cue, CueKind, DateRef, IssuerRef, Item, Level, Mention, MentionKind, NameRef, NumberRef,
    Path, ProvisionRef, Quote, Target, TypeWord, UnitRef, YearRef,
};
