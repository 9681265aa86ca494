//! Numbers of forms, annexes and contracts, which look like those of instruments: "Mẫu số 34/TB-ĐKT", "Phụ lục số 01/QĐ-UB".

use super::context::{Anchor, Context};
use super::cursor::Cursor;
use super::number::Scan;
use crate::cite::lexer::Kind;
use crate::lexicon::words;

impl Cursor<'_> {
    /// Whether a number is that of a form or annex, as the words in front of the token `first` show: "Mẫu số 34/TB-ĐKT", "Biểu
    /// số 11/SCT-BCT", "Phụ lục số 01/QĐ-UB", "Mẫu số 01/TB-KTT, 02/TB-KTT", "mẫu quyết định số 02/QĐ-XPHC".
    pub(super) fn is_form(self, first: usize, scan: &Scan, context: &Context) -> bool {
        const LONGEST_LIST: usize = 16;
        if self.names_form(first) {
            return true;
        }
        // With a year it is an act: "Mẫu số 01/TB-KTT và 80/2021/TT-BTC".
        if scan.number.year.is_some() {
            return false;
        }
        if let Some(anchor) = context.anchor.filter(|a| a.end == first) {
            return self.is_form_of_act(anchor);
        }
        let is_listed = |i: usize| {
            self.is_digits(i) || self.is_any(i, &[words::COMMA, words::SEMICOLON, words::VA, words::HOAC, words::SO])
        };
        let from = first.saturating_sub(LONGEST_LIST);
        let start = (from..first).rev().take_while(|&i| is_listed(i)).last().unwrap_or(first);
        let after_form = context.form.is_some_and(|form| form < first && (form..first).all(is_listed));
        after_form || (start < first && self.names_form(start))
    }

    /// "mẫu", "biểu", "phiếu", "phụ lục" in front of a token, with a colon between ("Mẫu: 01/TB").
    fn names_form(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1 + usize::from(at > 0 && self.is(at - 1, words::COLON))) else {
            return false;
        };
        self.is_any(before, &[words::MAU, words::BIEU, words::PHIEU])
            || (self.is(before, words::LUC_ANNEX) && before > 0 && self.is(before - 1, words::PHU))
    }

    /// "Mẫu quyết định số 02": the type word names what the form is for.
    pub(super) fn is_form_of_act(self, anchor: Anchor) -> bool {
        self.token_from(anchor.span.start).checked_sub(1).is_some_and(|before| {
            self.tokens()[before].end + 1 >= self.tokens()[before + 1].start
                && self.is_any(before, &[words::MAU, words::BIEU])
        })
    }

    /// Whether "hợp đồng" is before a token in the same clause: "Hợp đồng mua bán hàng hóa số …".
    pub(super) fn names_contract(self, at: usize) -> bool {
        const LONGEST_TITLE: usize = 8;
        let from = at.saturating_sub(LONGEST_TITLE);
        let clause = (from..at).rev().take_while(|&i| self.tokens()[i].kind == Kind::Word).last().unwrap_or(at);
        (clause..at).any(|i| self.words_at(i, &[words::HOP, words::DONG]))
    }
}
