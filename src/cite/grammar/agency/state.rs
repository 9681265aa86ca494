//! The name of a state after an agency's: "Bộ Y tế Việt Nam", "Chính phủ Nhật Bản".

use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, Kind};
use crate::lexicon::words;

impl Cursor<'_> {
    /// "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Bộ Y tế Việt Nam": this state belongs to the name. The token after
    /// it, or `end`.
    pub(super) fn after_this_state(self, end: usize) -> usize {
        let named = self.is(end, words::NUOC);
        let at = end + usize::from(named);
        let Some(first) = self.token(at).filter(|t| t.has(CAPITAL) && !t.has(EMPTY_LINE)) else { return end };
        let Some(state_end) = self.phrases(at).this_state else { return end };
        if named {
            return state_end;
        }
        // "BỘ TÀI CHÍNH   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" is the head of a letter, with the national title beside the
        // agency. "CHÍNH PHỦ LÂM THỜI\nVIỆT NAM DÂN CHỦ CỘNG HÒA" is a name, unless the motto is below.
        let of_1945 = first.is(words::VIET_NAM) && state_end > at + 2;
        let motto = self.is(state_end, words::DOC) && self.token(state_end).is_some_and(|t| t.begins_line());
        let beside = self.follows_column_gap(at) || (first.begins_line() && !of_1945);
        if motto || beside { end } else { state_end }
    }

    /// Whether another state is named after an agency: "Chính phủ Nhật Bản", "Quốc hội nước Cộng hòa Pháp".
    pub(super) fn is_of_other_state(self, end: usize) -> bool {
        use words as w;
        let at = end + usize::from(self.is(end, w::CUA));
        let at = at + usize::from(self.is(at, w::NUOC));
        if !self.is_capital(at) || self.tokens()[at].begins_line() {
            return false;
        }
        // "Cộng hòa …" with any name but that of this state.
        if self.words_at(at, &[w::CONG_ADD, w::HOA]) {
            return !self.is(at + 2, w::XA) && !self.is(at + 2, w::MIEN);
        }
        let Some(state_end) = self.phrases(at).foreign_state else { return false };
        // "Kho bạc Nhà nước Mỹ Tho": one syllable before another capital is part of another name.
        let continues =
            self.token(state_end).is_some_and(|t| t.has(CAPITAL) && t.kind == Kind::Word && !t.begins_line());
        state_end > at + 1 || !continues
    }
}
