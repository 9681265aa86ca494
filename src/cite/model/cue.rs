//! Cues: places of a block that matter to what is written elsewhere in the document.
//!
//! Quotation marks (is a run quoted new text?), items and headings (the outline), objects of amendments ("Sửa đổi, bổ sung
//! một số điều của Nghị định số X": whose articles are the ones below?), short names ("sau đây gọi tắt là …").

use super::Level;
use crate::text::Span;

/// A place that matters to what is said elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub span: Span,
    pub kind: CueKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum CueKind {
    /// A quotation mark.
    Quote(Quote),
    /// The label of an item or heading at the beginning of a line: "Điều 5.", "1.", "a)", "-".
    Item(Item),
    /// An amending sentence names its object: index of the mention.
    Frame(usize),
    /// A sentence hands what follows it to an instrument, as "Căn cứ Thông tư số 133/2016/TT-BTC:" above a list does.
    Introduces {
        /// Index of the mention of the instrument; none where the sentence goes on with the one before ("Tại Điều 7 quy định:").
        of: Option<usize>,
        /// It cites provisions, so that what follows is their text: "Theo Điều 15 Nghị định số 123/2015/NĐ-CP:".
        reproduces: bool,
        /// It is the label of an article that is given: the text is in the paragraphs below.
        in_paragraphs: bool,
        /// It says what the draft details: "Thông tư này quy định chi tiết một số điều của Luật Giá, bao gồm:".
        details: bool,
    },
    /// "(sau đây gọi tắt là Nghị định 30)": the term, and the mention that it stands for.
    ShortName { term: String, of: Option<usize> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    /// `begins_line` distinguishes quoted articles from quoted words.
    Open {
        begins_line: bool,
    },
    Close,
}

/// The label of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub level: Level,
    /// "5a", "III", "đ"; empty for dashes.
    pub label: String,
    /// Whether the item's first words amend ("Sửa đổi, bổ sung …").
    pub amending: bool,
}
