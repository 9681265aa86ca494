//! What the recogniser finds: mentions of instruments, provisions and agencies, and cues.

mod cue;
mod places;
mod provision;

pub use cue::{Cue, CueKind, Item, Quote};
pub use provision::{Level, Path, ProvisionRef, Target, UnitRef};

use super::grammar::number::{Number, Slip};
use crate::law::{AgencyId, PlaceId, calendar_day};
use crate::lexicon::Home;
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
    /// What the number means, with its slips corrected.
    pub number: Number,
    /// How what is written departs from [`Number::canonical`]; spans as in the text.
    pub slips: Vec<Slip>,
    /// The type word in front ("Nghị định", "NĐ", "các Quyết định"), also when other numbers of the same
    /// enumeration are between.
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
    /// Whether it is right before this number, not before an earlier one of the enumeration.
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
    /// `None` for an agency built by pattern and place.
    pub agency: Option<AgencyId>,
}

/// A reference by name: "Luật Đất đai năm 2024", "BLDS 2015", "Đề án 06".
#[derive(Debug, Clone, PartialEq)]
pub struct NameRef {
    /// The official name without year: "Bộ luật Dân sự".
    pub canonical: String,
    /// From "năm 2024" or "2024" right after the name, else from a date after it.
    pub year: Option<YearRef>,
    /// The number beside the name ("Luật Đấu thầu số 61/2005/QH11"): index of its mention in the reading.
    pub number: Option<usize>,
    pub attributes: Attributes,
    /// Written as an abbreviation or nickname ("BLDS", "Đề án 06").
    pub informal: bool,
    /// Whether the vocabulary knows the name (else the grammar took it for one).
    pub known: bool,
}

/// An agency or office holder (*cơ quan, người có thẩm quyền ban hành*).
#[derive(Debug, Clone, PartialEq)]
pub struct AgencyRef {
    /// Full official name: "Ủy ban nhân dân tỉnh Phú Thọ", "Bộ trưởng Bộ Y tế".
    pub canonical: String,
    /// The agency of the table, also where its office holder is named.
    pub agency: Option<AgencyId>,
    /// The province of a local agency, where the text names it here.
    pub place: Option<PlaceId>,
    /// Whether the text writes the full name (else a short or informal form).
    pub full: bool,
    /// The place that the text names with a local agency.
    pub locality: Option<Box<Home>>,
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
