//! The small value that describes a draft: everything that rules of blocks and citations may use of the rest of the
//! document.

use crate::document::{Document, Header, Regime};
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
    /// A line of the header names another type than the document's number: one of the two is a slip.
    pub names_itself_otherwise: bool,
}

impl Draft {
    /// Describes the draft that a document is, under the settings.
    pub fn of(document: &Document, settings: &Settings) -> Self {
        let header = document.header();
        let JudgementDay { day, is_dated } = settings.judgement_day(header);
        let found = if header.consolidated { Regime::None } else { header.regime() };
        let head = document.slice(Span::new(0, header.end));
        let small = head.to_lowercase();
        let lists_ended_acts = ["hết hiệu lực", "hệ thống hóa", "hệ thống hoá", "kết quả rà soát"]
            .iter()
            .any(|words| small.contains(words));
        Self {
            regime: settings.regime.unwrap_or(found),
            day,
            is_dated,
            lists_ended_acts,
            names_itself_otherwise: header.kind.is_some_and(|own| names_otherwise(&head, own)),
            header: Header { end: 0, number_span: None, ..header.clone() },
        }
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
