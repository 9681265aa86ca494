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
mod name;
mod provision;
mod reader;

pub use crate::law::{calendar_day, written_day};
pub use cues::{Cue, CueKind, Item, ItemLevel, Quote};
pub use grammar::number::{self, Family, Number, Slip, SlipKind};
pub use lexer::Markup;
pub use reader::{Reading, read};

use crate::text::Span;
use time::Date;

/// One place where the text refers to something.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What is marked: the number and symbol alone, the name with its year, the run of provisions, the agency's name.
    pub span: Span,
    pub kind: MentionKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum MentionKind {
    Number(Box<NumberRef>),
    Name(Box<NameRef>),
    Provision(Box<ProvisionRef>),
    Agency(AgencyRef),
}

/// A reference by number (*số, ký hiệu*).
#[derive(Debug, Clone, PartialEq)]
pub struct NumberRef {
    /// What the number means, with its slips mended.
    pub number: Number,
    /// How what is written departs from [`Number::canonical`]; spans as in the text.
    pub slips: Vec<Slip>,
    /// The type word that stands in front ("Nghị định", "NĐ", "các Quyết định"), also when other numbers of the same
    /// enumeration stand between.
    pub type_word: Option<TypeWord>,
    /// The word "số" (with a colon, doubled …) in front.
    pub so: Option<Span>,
    pub attributes: Attributes,
    /// Completed from an enumeration ("các Quyết định số 12, 13 và 15/QĐ-UBND") or an earlier citation ("NĐ 43"): what
    /// is written is shorter than the canonical number.
    pub shortened: bool,
    /// One of the acts listed after "được sửa đổi, bổ sung bởi / theo".
    pub amending: bool,
    /// Written as a document writes its own number: "Số: 30/2020/NĐ-CP" at the beginning of a line.
    pub header: bool,
}

/// The type word in front of a number (*tên loại văn bản*).
#[derive(Debug, Clone, PartialEq)]
pub struct TypeWord {
    pub span: Span,
    /// Full name as in `data/law/types.jsonl`: "Nghị định".
    pub name: &'static str,
    /// "NĐ", "TT", "QĐ" for the word.
    pub abbreviated: bool,
    /// Whether it stands right before this number, not before an earlier one of the enumeration.
    pub own: bool,
}

/// What a text says about an instrument beside its number or name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attributes {
    pub date: Option<DateRef>,
    /// "năm 2023" without a day.
    pub year: Option<YearRef>,
    pub issuer: Option<IssuerRef>,
    /// The title (*trích yếu, tên gọi*) from "về", "quy định", "ban hành" … to where it ends.
    pub title: Option<Span>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DateRef {
    /// From "ngày" or the first digit to the last digit.
    pub span: Span,
    pub day: u8,
    pub month: u8,
    pub year: u16,
}

impl DateRef {
    /// The day, unless the calendar has no such day.
    pub fn date(&self) -> Option<Date> {
        calendar_day(self.day.into(), self.month.into(), self.year.into())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearRef {
    /// The four digits.
    pub span: Span,
    pub year: u16,
}

/// The issuer named after "của" (*cơ quan ban hành*).
#[derive(Debug, Clone, PartialEq)]
pub struct IssuerRef {
    pub span: Span,
    /// Full official name, with the office where the text names it: "Bộ trưởng Bộ Tài chính".
    pub name: String,
    /// Index into the table of agencies ([`crate::law::agencies`]); `None` for a body built by pattern and place.
    pub agency: Option<usize>,
}

/// A reference by name: "Luật Đất đai năm 2024", "BLDS 2015", "Đề án 06".
#[derive(Debug, Clone, PartialEq)]
pub struct NameRef {
    /// The official name without year: "Bộ luật Dân sự".
    pub canonical: String,
    /// From "năm 2024" or "2024" right after the name, else from a date behind it.
    pub year: Option<YearRef>,
    /// The number that stands beside the name ("Luật Đấu thầu số 61/2005/QH11"): index of its mention in the reading.
    pub number: Option<usize>,
    pub attributes: Attributes,
    /// Written as an abbreviation or nickname ("BLDS", "Đề án 06").
    pub informal: bool,
    /// Whether the vocabulary knows the name (else the grammar took it for one).
    pub known: bool,
}

/// A run of provisions that share one instrument (*điểm, khoản, Điều …*).
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionRef {
    /// One path each, in the order of the text, ranges expanded.
    pub paths: Vec<Path>,
    /// Where the instrument is named, as far as the sentence tells.
    pub target: Target,
    /// The units as written, for rules of style.
    pub units: Vec<UnitRef>,
    /// The only instrument that this part of the sentence cites before the run, by index of its mention: "Theo Luật Lưu trữ,
    /// thời hạn tính theo Điều 7". A bare unit belongs to it where the document has no articles of its own.
    pub cited: Option<usize>,
    /// The run is what the sentence amends: "Sửa đổi, bổ sung khoản 2 như sau".
    pub amending: bool,
}

/// One unit of a run as written: the unit word (if it has one of its own) and a label.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRef {
    pub level: Level,
    /// "khoản", "Điều"; `None` for the later labels of a list ("khoản 1, 2").
    pub word: Option<Span>,
    pub label: Span,
}

/// The levels of a provision path, from large to small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// *Phần*
    Part,
    /// *Chương*
    Chapter,
    /// *Mục*
    Section,
    /// *Tiểu mục*
    Subsection,
    /// *Điều*
    Article,
    /// *khoản*
    Clause,
    /// *điểm*
    Point,
    /// *tiết*
    Subpoint,
    /// *đoạn*
    Paragraph,
}

impl Level {
    /// The Vietnamese word, cased as it is cited inside a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Part => "Phần",
            Self::Chapter => "Chương",
            Self::Section => "Mục",
            Self::Subsection => "Tiểu mục",
            Self::Article => "Điều",
            Self::Clause => "khoản",
            Self::Point => "điểm",
            Self::Subpoint => "tiết",
            Self::Paragraph => "đoạn",
        }
    }
}

/// A canonical path, smallest unit first: `điểm a khoản 1 Điều 5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Path {
    /// Smallest unit first. The label is lower case but for Roman numerals; "này" for "Điều này".
    pub steps: Vec<(Level, String)>,
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, (level, label)) in self.steps.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            let word = if *level == Level::Subsection && self.steps.len() > 1 { "tiểu mục" } else { level.word() };
            write!(f, "{word} {label}")?;
        }
        Ok(())
    }
}

/// The instrument that a run of provisions belongs to, as far as one sentence tells.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A number or name in the same reading, by index of its mention.
    Mention(usize),
    /// "của Luật này", "Điều này": the document, or the quoted act where the run stands in a quotation.
    This {
        /// "Thông tư" of "Thông tư này", where the type is said.
        type_word: Option<(Span, &'static str)>,
    },
    /// "Nghị định nêu trên", "Luật nói trên": the last mention of the type before.
    Above(&'static str),
    /// Another instrument, of which only the type is said: "Điều 15 Pháp lệnh", "Điều 10 Hiệp định". The document may have
    /// defined the word ("sau đây gọi là Pháp lệnh").
    Unnamed(&'static str),
    /// Nothing in the sentence says it.
    Open,
}

/// An agency or office holder (*cơ quan, người có thẩm quyền ban hành*).
#[derive(Debug, Clone, PartialEq)]
pub struct AgencyRef {
    /// Full official name: "Ủy ban nhân dân tỉnh Phú Thọ", "Bộ trưởng Bộ Y tế".
    pub canonical: String,
    /// Index into [`crate::law::agencies`], of the body where an office holder is named.
    pub agency: Option<usize>,
    /// Index into [`crate::law::places`] for a local body of a province.
    pub place: Option<usize>,
    /// Whether the text writes the full name (else a short or informal form).
    pub full: bool,
}

impl Mention {
    pub fn number(&self) -> Option<&NumberRef> {
        if let MentionKind::Number(n) = &self.kind { Some(n) } else { None }
    }

    pub fn name(&self) -> Option<&NameRef> {
        if let MentionKind::Name(n) = &self.kind { Some(n) } else { None }
    }

    pub fn provision(&self) -> Option<&ProvisionRef> {
        if let MentionKind::Provision(p) = &self.kind { Some(p) } else { None }
    }

    pub fn agency(&self) -> Option<&AgencyRef> {
        if let MentionKind::Agency(a) = &self.kind { Some(a) } else { None }
    }
}
