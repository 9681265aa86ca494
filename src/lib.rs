//! Viện dẫn: checks the references to legal instruments in Vietnamese legal drafts.
//!
//! # The way a keystroke travels
//!
//! ```text
//!  editor ──didChange──▶ server ──edit──▶ document ──changed blocks──▶ cite ──mentions──▶ catalogue ──resolutions──▶ check ──findings──▶ server ──▶ editor
//!                                             │                                                                         ▲
//!                                             └── outline, short names, header, links ───────────────────────────────┘
//! ```
//!
//! Data flows in one direction; nothing flows back. A module imports only from those above it here:
//!
//! - [`text`]: Unicode of Vietnamese text, spans, lines and columns. Knows nothing of law.
//! - [`law`]: the tables of the law: types, agencies, places, letters. Data files under `data/law`.
//! - [`lexicon`]: the words and phrases that the recogniser knows.
//! - [`cite`]: the recogniser: a block of text in, mentions out. Pure; linear time; never fails.
//! - [`i18n`]: what the program says, in each language; how days are written and read.
//! - [`files`]: the text of files, Word files among them; walking folders; writing a file whole.
//! - [`catalogue`]: what is known about instruments; a citation compared with it.
//! - [`document`]: one open document: text, blocks with what was read in them, outline, header, which instrument a bare
//!   "khoản 2 Điều 5" belongs to.
//! - [`rulebook`]: which rules there are and what each says; made from their pages (`check/rules`).
//! - [`settings`]: what a user can change, for the whole program.
//! - [`library`]: folders with texts of instruments, read into records with provisions.
//! - [`check`]: the engine, the rules (one function and one page each) and the questions that they share.
//! - [`ide`]: what an editor asks for: pure functions of document, catalogue and place.
//! - [`server`]: the Language Server Protocol. The only module that knows its types.
//! - [`cli`]: the command line.
//!
//! # Invariants
//!
//! - Inside, every offset is a **byte** offset and every span half-open; only [`server`] and [`cli`] convert.
//! - [`cite`] does no I/O and reads a block without looking at others; what crosses blocks is computed in
//!   [`document::links`] from mentions, never from text.
//! - A [`document::Document`] is immutable: an edit makes a new one that shares the blocks that did not change.
//! - A rule of [`check`] reads what its scope gives it: a citation, a block, or the facts that blocks keep. Findings are kept
//!   with their block; those of an edited document are those of a whole run ([`check::paranoid`]).
//! - Everything below [`server`] is synchronous and knows nothing of tokio.
//! - A fact that no source confirms never makes an error.

#![forbid(unsafe_code)]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod catalogue;
pub mod check;
pub mod cite;
pub mod cli;
pub mod document;
pub mod files;
pub mod i18n;
pub mod ide;
pub mod law;
pub mod lexicon;
pub mod library;
pub mod rulebook;
pub mod server;
pub mod settings;
pub mod text;
