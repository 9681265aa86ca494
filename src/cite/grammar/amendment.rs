//! Sentences and titles that amend: "Sửa đổi, bổ sung …", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai".

use super::context::{AmendingTitle, Anchor};
use super::cursor::Cursor;
use crate::cite::lexer::EMPTY_LINE;
use crate::lexicon::{Word, words};

/// So many words are at most between "sửa đổi, bổ sung" and the first law: "một số điều, khoản của Bộ".
const LONGEST_TITLE_BEFORE_LAW: usize = 16;
/// The title of a law that amends others has at most so many.
const LONGEST_AMENDING_TITLE: usize = 100;

impl Cursor<'_> {
    /// Whether the sentence says what the draft details, as the words behind a type word that ends before a token show: "quy định **chi
    /// tiết**", "hướng dẫn **thi hành**", "Nghị định **này quy định**".
    pub fn says_what_is_detailed(self, end: usize, kind: &str) -> bool {
        use words as w;
        match kind {
            "Quy định" => self.words_at(end, &[w::CHI, w::TIET]),
            "Hướng dẫn" => {
                self.words_at(end, &[w::THI_EXECUTE, w::HANH]) || self.words_at(end, &[w::THUC, w::HIEN])
            }
            _ => self.is(end, w::NAY) && self.words_at(end + 1, &[w::QUY, w::DINH]),
        }
    }

    /// Whether an amending verb begins at a token: "Sửa đổi, bổ sung", "Bãi bỏ", "Thay thế", "Bỏ cụm từ", "Bổ sung".
    pub fn amending_verb(self, at: usize) -> bool {
        use words as w;
        // "1. Tại khoản 2, thay thế …" and a subject in front ("Luật này sửa đổi") are left to what they name.
        const VERBS: [[Word; 2]; 7] = [
            [w::SUA, w::DOI],
            [w::BO, w::SUNG],
            [w::BAI, w::BO_DROP],
            [w::HUY, w::BO_DROP],
            [w::THAY, w::THE],
            [w::BO_DROP, w::CUM],
            [w::DINH_CORRECT, w::CHINH],
        ];
        VERBS.iter().any(|verb| self.words_at(at, verb))
            || (self.is_any(at, &[w::SUA, w::BO_DROP]) && self.unit_word(at + 1).is_some())
            || self.words_at(at, &[w::BO_DROP, w::CAC])
    }

    /// "Luật sửa đổi, bổ sung …": whether an amending act's title continues at a token.
    pub fn amends(self, at: usize) -> bool {
        self.words_at(at, &[words::SUA, words::DOI])
            || self.words_at(at, &[words::BO, words::SUNG])
            || self.is(at, words::SDBS)
    }

    /// "… ban hành Nghị định sửa đổi, bổ sung một số điều của …": whether a type word is that of the act that the sentence issues, and it
    /// amends.
    pub fn issues_amending_act(self, anchor: Anchor) -> bool {
        let at = self.token_from(anchor.span.start);
        at >= 2 && self.words_at(at - 2, &[words::BAN, words::HANH]) && self.is_capital(at) && self.amends(anchor.end)
    }

    /// The title of an amending law that begins at a token: "sửa đổi, bổ sung một số điều của Luật …" after "Luật" or,
    /// `numbered`, "Luật số 43/2024/QH15".
    pub fn amending_title(self, at: usize, kind: &str, numbered: bool) -> Option<AmendingTitle> {
        (matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh") && self.amends(at)).then_some(AmendingTitle {
            end: at,
            laws: 0,
            numbered,
        })
    }

    /// "Luật sửa đổi, bổ sung một số điều của Luật Đất đai" is marked by the law that it amends, and "Luật sửa đổi" alone
    /// says nothing; "… của 37 luật có liên quan đến quy hoạch" is a name of its own.
    pub fn names_amended_law(self, at: usize, end: usize) -> bool {
        end - at <= 4
            || (at + 1..end)
                .any(|i| self.is_capital(i) && self.law_word(i).is_some_and(|(_, word_end)| self.is_capital(word_end)))
            || (at + 1..end).any(|i| self.words_at(i, &[words::CUA, words::LUAT]))
    }

    /// Whether one number is written after the title of an amending law: "… của Luật Xây dựng số 62/2020/QH14". Where each of
    /// several amended laws has one, none is the amending law's.
    pub fn amending_law_has_number(self, title: usize) -> bool {
        for i in title..title + LONGEST_AMENDING_TITLE {
            let Some(token) = self.token(i) else { return false };
            if token.has(EMPTY_LINE) || token.is(words::SEMICOLON) || token.is(words::DOT) {
                return false;
            }
            if token.is(words::SO) && self.is_digits(i + 1) {
                // "Nghị định sửa đổi … của Nghị định số 15/2021/NĐ-CP": the amended act's.
                return !self.ends_type_word(i) && !self.another_law_follows_number(i + 1);
            }
        }
        false
    }

    /// Whether a type word ends before a token: "Luật" or the second word of "Nghị định", "Thông tư", "Nghị quyết".
    fn ends_type_word(self, at: usize) -> bool {
        let ends = |from: usize| self.phrases(from).kind.is_some_and(|(end, _, _)| end == at) && self.is_capital(from);
        (1..=2).any(|back| at.checked_sub(back).is_some_and(ends))
    }

    /// Whether the law named in `at..end` is one that the title of an amending law ends with, so that what follows is said of
    /// the amending law: "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14". `so` is how many tokens "số"
    /// takes. With it the title, where it may continue.
    pub(super) fn amended_law(
        self,
        at: usize,
        end: usize,
        so: usize,
        title: Option<AmendingTitle>,
    ) -> (bool, Option<AmendingTitle>) {
        let Some(mut title) = title else { return (false, None) };
        let joins = |i: usize| self.is_any(i, &[words::COMMA, words::VA, words::CUA, words::CAC]);
        let within = if title.laws == 0 {
            at - title.end <= LONGEST_TITLE_BEFORE_LAW
        } else {
            at - title.end <= 4 && (title.end..at).all(joins)
        };
        if !within {
            return (false, None);
        }
        title.laws += 1;
        title.end = end;
        if so > 0 && self.is_digits(end + so) {
            title.numbered |= self.another_law_follows_number(end + so);
            return (!title.numbered, title.numbered.then_some(title));
        }
        (true, Some(title))
    }

    /// Whether another law that has a number of its own follows the number that begins with the digits at a token: ", Luật Nhà ở
    /// số …" but not ", Luật số …".
    fn another_law_follows_number(self, digits: usize) -> bool {
        let mut after = digits + 1;
        while self.is_glued(after) && !self.is(after, words::COMMA) {
            after += 1;
        }
        self.is_any(after, &[words::COMMA, words::VA])
            && self.is(after + 1, words::LUAT)
            && !self.is(after + 2, words::SO)
    }
}
