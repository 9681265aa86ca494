//! The small value that describes a draft: everything that rules of blocks and citations may use of the rest of the
//! document.

use crate::catalogue::Context;
use crate::document::{Document, Header, Regime};
use crate::i18n::today;
use crate::law::milestones::{DECREE_ON_CLERICAL_WORK_2020, LAW_ON_NORMATIVE_INSTRUMENTS_2025};
use crate::law::types;
use crate::settings::{JudgementDay, Settings};
use crate::text::Span;
use time::Date;

/// What rules may use of the draft as a whole. Findings of blocks are kept while it stays equal.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The header; its offsets are 0, so that typing in it changes nothing else.
    pub header: Header,
    pub regime: Regime,
    /// The day on which validity is judged.
    pub day: Date,
    /// The day is that of the document or was set, not merely today's.
    pub is_dated: bool,
    /// The header says that the draft lists acts that have ended, or what was in force in a period that is over.
    pub lists_ended_acts: bool,
    /// A whole text without a day: it may be of any time. A short one is a part of a draft of today.
    pub is_of_open_time: bool,
    /// A page of news, of questions and answers: long, without anything that the head of a document says. Its short forms and its
    /// remarks on acts are those of its kind.
    pub is_page: bool,
    /// A judgment, which applies the law of the time of the deed.
    pub is_judgment: bool,
    /// A line of the header names another type than the document's number: one of the two is a slip.
    pub names_itself_otherwise: bool,
}

/// What the words of a header say. To search it again at every keystroke would take longer than to check a block.
#[derive(Debug, Default)]
pub struct Head {
    text: String,
    kind: Option<&'static str>,
    lists_ended_acts: bool,
    is_judgment: bool,
    names_itself_otherwise: bool,
}

impl Head {
    /// Reads the header of a document; `before` is that of the version before it.
    pub fn of(document: &Document, before: Self) -> Self {
        const ENDED: [&str; 4] = ["hết hiệu lực", "hệ thống hóa", "hệ thống hoá", "kết quả rà soát"];
        const JUDGMENTS: [&str; 5] = ["bản án số", "bản án hình sự", "bản án dân sự", "nhân danh\n", "nhân danh nước"];
        let (text, kind) = (document.slice(Span::new(0, document.header().end)), document.header().kind);
        if text == before.text && kind == before.kind {
            return before;
        }
        let small = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|words| small.contains(words));
        Self {
            kind,
            lists_ended_acts: says(&ENDED),
            is_judgment: says(&JUDGMENTS),
            names_itself_otherwise: kind.is_some_and(|own| names_otherwise(&text, own)),
            text,
        }
    }
}

impl Draft {
    /// Describes the draft that a document is, under the settings.
    pub fn of(document: &Document, settings: &Settings, head: &Head) -> Self {
        let header = document.header();
        let JudgementDay { mut day, is_dated } = settings.judgement_day(header);
        if !is_dated && let Some(last) = last_day_of_old_text(document) {
            day = day.min(last);
        }
        let found = if header.consolidated { Regime::None } else { header.regime() };
        Self {
            regime: settings.regime.unwrap_or(found),
            day,
            is_dated,
            lists_ended_acts: head.lists_ended_acts,
            is_of_open_time: !is_dated && document.length() >= SHORT,
            is_page: is_page(document),
            is_judgment: head.is_judgment,
            names_itself_otherwise: head.names_itself_otherwise,
            header: Header { end: 0, number_span: None, ..header.clone() },
        }
    }

    /// Whether another draft is the same but for its issuer.
    pub fn differs_in_issuer(&self, other: &Self) -> bool {
        let anonymous =
            |draft: &Self| Self { header: Header { issuer: None, ..draft.header.clone() }, ..draft.clone() };
        anonymous(self) == anonymous(other)
    }

    /// What the catalogue is told of the draft with every question.
    pub fn context(&self) -> Context {
        Context { date: Some(self.header.date.unwrap_or(self.day)), issuer: self.header.issuer.clone() }
    }

    /// Whether rules of style hold: the kind of the draft is known, and it isn't a contract.
    pub fn is_formal(&self) -> bool {
        matches!(self.regime, Regime::Administrative | Regime::Normative | Regime::Party)
    }

    /// Whether it is a draft of the State.
    pub fn is_of_state(&self) -> bool {
        matches!(self.regime, Regime::Administrative | Regime::Normative)
    }

    /// Whether the draft is of the State and follows the form of Nghị định 30/2020/NĐ-CP: dated since it took effect, or not
    /// dated.
    pub fn follows_decree_of_2020(&self) -> bool {
        self.is_of_state() && self.day >= DECREE_ON_CLERICAL_WORK_2020
    }

    /// Whether the draft follows the rules of Nghị định 78/2025/NĐ-CP: normative, dated from 1 April 2025 or not dated.
    pub fn is_normative_2025(&self) -> bool {
        self.regime == Regime::Normative && self.header.date.unwrap_or(self.day) >= LAW_ON_NORMATIVE_INSTRUMENTS_2025
    }
}

fn names_otherwise(head: &str, own: &str) -> bool {
    let named = |line: &str| types().iter().find(|t| t.normative && t.name.to_uppercase() == line);
    head.lines().find_map(|line| named(line.trim().trim_matches(['*', '#', '_', ' ']))).is_some_and(|t| t.name != own)
}

/// How many bytes a text has at least that is more than a part of a draft.
const SHORT: usize = 2_500;

/// Whether a text is a page of the web: front matter begins it, or it is long and has no type and number.
fn is_page(document: &Document) -> bool {
    let header = document.header();
    let is_headless = header.kind.is_none() && header.number.is_none();
    let begins = |marks: &str| document.rows().first().is_some_and(|row| row.block.text.starts_with(marks));
    is_headless && (document.length() >= SHORT || begins("---\n") || begins("---\r\n"))
}

/// The last day of the year of the youngest act that a long text cites which gives no day of its own, where that is years ago: an
/// old decision, a page of questions and answers. It is judged by the law of that time. A short text is a part of a draft of
/// today, and so is one that cites an act of the last years.
fn last_day_of_old_text(document: &Document) -> Option<Date> {
    const FEW: usize = 3;
    const RECENT_YEARS: i32 = 2;
    let header = document.header();
    if document.length() < SHORT || header.date.is_some() || header.period.is_some() {
        return None;
    }
    let last = i32::from(document.years().last().unwrap_or_default());
    let count = document.years().count();
    // The head of an agency may be that of a draft whose day is still open.
    let is_enough = count >= if header.issuer.is_some() { FEW } else { 1 };
    let is_old = is_enough && last > 1945 && last < today().year() - RECENT_YEARS;
    let is_prose = header.kind.is_none() && header.number.is_none() && is_enough;
    let day = Date::from_calendar_date(last, time::Month::December, 31).ok()?;
    (is_old || (is_prose && last > 1945)).then_some(day)
}
