//! What was read before a token, as far as productions depend on it.
//!
//! Productions only look at it; [`crate::cite::linker::Linker`] changes it.

use crate::text::Span;

/// What was read before.
#[derive(Debug, Default)]
pub struct Context {
    /// The last type word, to which a number right after it belongs.
    pub anchor: Option<Anchor>,
    /// The last instrument, to which a run right after it may belong.
    pub reference: Option<Reference>,
    /// The last run of provisions of this part of the sentence that has no instrument yet.
    pub open_run: Option<Span>,
    /// The title of an amending law that is being read.
    pub amending_title: Option<AmendingTitle>,
    /// Index of the token after the number of the last form: "Mẫu số 01/TB-KTT".
    pub form: Option<usize>,
    /// The last agency: index of its mention, and of the token after it.
    pub agency: Option<(usize, usize)>,
    /// Byte after the last mention.
    pub read_until: usize,
    /// Tokens before this index are an item's label ("Điều 5.", "a)").
    pub label_end: usize,
    /// The sentence began with "Sửa đổi, bổ sung", "Bãi bỏ", "Thay thế" …
    pub amending: bool,
}

/// A type word that was read.
#[derive(Debug, Clone, Copy)]
pub struct Anchor {
    pub span: Span,
    pub name: &'static str,
    pub abbreviated: bool,
    /// Index of the token after it, or after the last number that it was read with.
    pub end: usize,
    /// Numbers read with it so far.
    pub numbers: usize,
    /// A list of numbers with their titles follows after a colon: "các nghị quyết của Quốc hội: số 14/2003/QH11 về …; số …".
    pub listed: bool,
}

/// An instrument that was read.
#[derive(Debug, Clone, Copy)]
pub struct Reference {
    /// Index of its mention.
    pub mention: usize,
    /// Index of the token after its number or name.
    pub end: usize,
    /// Index of the token after its attributes.
    pub attributes_end: usize,
    /// The instrument in whose title it is named: index of its mention.
    pub in_title_of: Option<usize>,
}

/// The title of an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền
/// địa phương". A date or number after it is the amending law's and not that of the last law that it amends.
#[derive(Debug, Clone, Copy)]
pub struct AmendingTitle {
    /// Index of the token where it begins, or after the last law read in it.
    pub end: usize,
    /// How many of the laws that it amends were read.
    pub laws: usize,
    /// The amending law's own number is in front, or each of the laws has one: a number after a law is that law's.
    pub numbered: bool,
}
