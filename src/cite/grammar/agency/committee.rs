//! Steering committees (*ban chỉ đạo*), which no table holds: "Ban Chỉ đạo cải cách hành chính của Chính phủ".

use super::AgencyName;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::lexicon::words;
use crate::text::fold;

/// So many words are at most between "Ban Chỉ đạo" and the agency that it belongs to.
const LONGEST_PURPOSE: usize = 24;

impl Cursor<'_> {
    /// A steering committee at full length, up to the agency that it belongs to. "Ban Chỉ đạo" alone isn't a full name.
    pub(super) fn steering_committee(self, at: usize) -> Option<AgencyName> {
        use words as w;
        let ban = if self.is(at, w::BAN) {
            at
        } else if self.words_at(at, &[w::TRUONG, w::BAN]) {
            at + 1
        } else {
            return None;
        };
        if !self.words_at(ban + 1, &[w::CHI2, w::CHI_DAO]) {
            return None;
        }
        let purpose = ban + 3;
        for i in purpose..purpose + LONGEST_PURPOSE {
            let token = self.token(i)?;
            if token.has(EMPTY_LINE) || !(token.kind == Kind::Word || token.is(w::COMMA) || token.is(w::DASH)) {
                return None;
            }
            if self.is_verb_of_committee(i) || (token.is(w::VA) && self.agency_without_head(i + 1).is_some()) {
                return None;
            }
            let owner_at = i + usize::from(self.is(i, w::CUA));
            if let Some(owner) = self.agency_without_head(owner_at).filter(|o| o.end > owner_at) {
                let tokens = self.tokens();
                let written = &self.text()[tokens[purpose].start as usize..tokens[owner_at].start as usize];
                let head = if ban > at { "Trưởng Ban" } else { "Ban" };
                let purpose = fold::first_small(&fold::tidy(written));
                let canonical = format!("{head} Chỉ đạo {purpose} {}", owner.canonical);
                return Some(AgencyName { end: owner.end, canonical, agency: None, place: owner.place, full: true });
            }
        }
        None
    }

    /// Whether the clause continues with what the committee does: "Ban Chỉ đạo … báo cáo Thủ tướng Chính phủ".
    fn is_verb_of_committee(self, at: usize) -> bool {
        use words as w;
        self.is_any(at, &[w::DO, w::DE, w::TRINH, w::THEO, w::GIUP, w::LA])
            || self.words_at(at, &[w::BAO, w::CAO])
            || self.words_at(at, &[w::QUYET, w::DINH])
            || self.words_at(at, &[w::CHU, w::TRI])
    }
}
