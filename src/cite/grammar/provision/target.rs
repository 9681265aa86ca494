//! Which instrument a run belongs to, as far as the words beside it show.

use crate::cite::grammar::context::Context;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, Kind};
use crate::cite::model::Target;
use crate::law::roman_value;
use crate::lexicon::{Word, words};

impl Cursor<'_> {
    /// The target that is right after a run: "của Luật này", "Nghị định nêu trên".
    pub(super) fn target_after(self, end: usize) -> Option<Target> {
        use words as w;
        let i = self.after_connectors(end);
        if self.token(i).is_some_and(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        let (kind_end, kind, _) = self.phrases(i).kind?;
        let name = kind.as_str();
        if self.is(kind_end, w::NAY) {
            return Some(Target::This { type_word: Some((self.span(i, kind_end), name)) });
        }
        if self.is_any(kind_end, &[w::NEU, w::NOI]) && self.is(kind_end + 1, w::TREN) {
            return Some(Target::Above(name));
        }
        // "Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Xây dựng": not the law that it amends.
        if self.amends(kind_end) && self.phrases(i).name.is_none_or(|(name_end, _)| self.names_amended_law(i, name_end))
        {
            return (!self.amending_law_has_number(kind_end)).then_some(Target::Unnamed(name));
        }
        // "Điều 15 Pháp lệnh", "Điều 34 Quy chế ban hành kèm theo": an instrument that nothing names. Numbers and names are
        // read when their turn comes.
        let numbered = self.is(kind_end, w::SO) || self.is_digits(kind_end);
        let named = self.phrases(i).name.is_some_and(|(end, _)| end > kind_end) || name == "Hiến pháp";
        (self.is_capital(i) && !numbered && !named && !self.may_be_unknown_law(i, kind_end, name))
            .then_some(Target::Unnamed(name))
    }

    /// Whether the title of an amending act is right after a run: "Điều 1 Luật sửa đổi, bổ sung một số điều của …".
    pub fn amending_act_follows(self, end: usize) -> bool {
        self.phrases(self.after_connectors(end)).kind.is_some_and(|(kind_end, _, _)| self.amends(kind_end))
    }

    /// The token after at most two words that tie a run to its instrument: "của", "tại", "thuộc", "trong", a comma.
    fn after_connectors(self, end: usize) -> usize {
        use words as w;
        self.after_any(end, &[w::CUA, w::TAI, w::THUOC, w::TRONG, w::COMMA, w::BAN])
    }

    /// The token after at most two of some words.
    fn after_any(self, end: usize, among: &[Word]) -> usize {
        (end..end + 2).find(|&i| !self.is_any(i, among)).unwrap_or(end + 2)
    }

    /// An instrument right in front of a run, separated by no more than a comma, colon or bracket: "NĐ 43, Đ.2".
    pub(super) fn target_before(self, at: usize, context: &Context) -> Option<Target> {
        let reference = context.reference?;
        let from = reference.end.max(reference.attributes_end.min(at));
        let short = |from: usize| {
            from <= at
                && at - from <= 2
                && (from..at).all(|i| {
                    self.is_any(i, &[words::COMMA, words::OPEN, words::COLON, words::TAI, words::DASH])
                        || self.slice(i) == "|"
                })
        };
        (short(from) || short(reference.end)).then_some(Target::Mention(reference.mention))
    }

    /// Whether an instrument follows a run of large units: "Mục 5 Thông báo 169/TB-VPCP".
    pub(super) fn instrument_follows(self, end: usize) -> bool {
        let i = self.after_any(end, &[words::CUA, words::TAI, words::THUOC, words::COMMA]);
        let phrases = self.phrases(i);
        if phrases.name.is_some() && self.is_capital(i) {
            return true;
        }
        let Some((mut kind_end, _, _)) = phrases.kind else { return false };
        if self.is(kind_end, words::SO) {
            kind_end += 1;
        }
        self.is_capital(i) && self.token(kind_end).is_some_and(|t| t.kind == Kind::Digits || t.has(CAPITAL))
    }

    /// Whether an instrument gives the runs before it their target, because nothing but "của", "tại", a comma, an issuer or the
    /// instrument's own type word and "số" is written between the last of them and the instrument. The run ends at byte
    /// `run_end`; the instrument begins, type word included, at byte `start`.
    pub fn follows_run(self, run_end: usize, start: usize, by_number: bool) -> bool {
        use words as w;
        // The name in front of a number ("Luật Quản lý thuế số 78/2006/QH11") has the run's target already.
        let from = self.token_from(run_end);
        let until = self.token_from(start);
        let between = from..until;
        let connects = |i: usize| self.is_any(i, &[w::CUA, w::COMMA, w::TAI, w::CAC, w::THUOC, w::TRONG, w::OPEN]);
        if until <= from || (between.clone().all(connects) && between.len() <= 3) {
            return true;
        }
        // "khoản 9 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14"
        if by_number
            && let Some((kind_end, _, _)) = self.phrases(from + usize::from(self.is(from, w::CUA))).kind
            && self.amends(kind_end)
        {
            return true;
        }
        // "Bãi bỏ khoản 7 Điều 15 và Phụ lục I kèm theo Nghị định số 128/2025/NĐ-CP"
        let names_annex = |i: usize| {
            connects(i)
                || self.is_any(i, &[w::VA, w::PHU, w::LUC_ANNEX, w::BAN, w::HANH, w::KEM, w::THEO])
                || self.is_digits(i)
                || roman_value(self.slice(i)).is_some()
        };
        between.len() <= 14
            && between.clone().any(|i| self.words_at(i, &[w::PHU, w::LUC_ANNEX]))
            && between.clone().all(names_annex)
    }

    /// Whether a run that waits for its target is right in front of a token.
    pub fn is_right_after_run(self, at: usize, context: &Context) -> bool {
        let Some(run) = context.open_run else { return false };
        let start = self.tokens()[at].start as usize;
        self.text().get(run.end..start).is_some_and(|between| matches!(between.trim(), "" | "của" | "tại"))
    }
}
