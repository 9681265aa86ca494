//! The recogniser: text in, [`Mention`]s out.
//!
//! [`read`] takes one block of text (a paragraph) and finds every reference in it: numbers of instruments
//! (`30/2020/NĐ-CP`), names (`Luật Đất đai năm 2024`), runs of provisions (`điểm a, b khoản 1 Điều 5`) and agencies. One
//! pass makes tokens, one pass over the tokens is the grammar. It never fails, does no I/O, and takes time linear in the
//! text.
//!
//! Spans are byte offsets into the text that was given, however decomposed, misspelt or broken over lines it is.
//!
//! # How a block is read
//!
//! ```text
//!  text ──lexer──▶ tokens ──reading──▶ productions of the grammar ──what they find──▶ linker ──▶ Reading
//!                                              ▲                                        │
//!                                              └──────────────── context ───────────────┘
//! ```
//!
//! - `clear` takes out what stands between the parts of a citation (marks of notes), and gives letters to texts that have
//!   them otherwise (decomposed, references of HTML, old encodings, no diacritics). Of nearly all texts there is nothing to
//!   clear.
//! - `lexer` cuts the text into flat tokens and marks those at which anything can begin.
//! - `reading` goes over the marked tokens. At each it tries the productions in order.
//! - `grammar` is the productions: methods of a `Cursor`, which is a view of the tokens that can be copied and changes
//!   nothing. A production returns what it found and the index of the token after it.
//! - `linker` is the only thing that changes. It takes what was found in the order of the text, ties numbers to type words and
//!   runs of provisions to instruments, and keeps the context that later productions may ask for.
//! - `model` is what comes out.
//!
//! # To add a production
//!
//! 1. Write it in a file under `grammar/`, as `pub fn thing(self, at: usize) -> Option<(Thing, usize)>` in an
//!    `impl Cursor<'_>`, with an example of what it reads; list the file in `grammar/mod.rs`. If it depends on what was read
//!    before, let it take the `Context`, and let the linker set there what it needs.
//! 2. A word of its own goes to [`crate::lexicon::words`]. If the production begins with a word that begins no phrase of the
//!    vocabulary, list that word in [`crate::lexicon::words::OPENING`]: else its token is idle and never looked at. Debug builds
//!    read idle tokens too and panic where one isn't idle.
//! 3. If others call it, that is all: `attributes` calls `date`. If it begins a mention or cue, call it in `reading.rs` at its
//!    place in the order, and give the linker a method that takes what it found.
//! 4. Write examples in `tests/recogniser`, of texts that look alike and are none as well.

mod clear;
mod grammar;
mod lexer;
mod linker;
mod model;
mod reading;

pub use crate::law::{calendar_day, written_day};
pub use clear::{in_composed_letters, plain};
pub use grammar::is_cited_by_serial;
pub use grammar::number::{self, Family, Number, Slip, SlipKind};
pub use lexer::Markup;
/// The levels of items are those of provisions.
pub use model::Level as ItemLevel;
pub use model::{
    AgencyRef, Attributes, Cue, CueKind, DateRef, IssuerRef, Item, Level, Mention, MentionKind, NameRef, NumberRef,
    Path, ProvisionRef, Quote, Target, TypeWord, UnitRef, YearRef,
};
pub use reading::{Reading, read, read_as};
