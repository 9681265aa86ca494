//! Which instrument a run belongs to, as far as the words beside it show.

use crate::cite::grammar::context::Context;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, Kind};
use crate::cite::model::Target;
use crate::law::roman_value;
use crate::lexicon::{Word, words};
use crate::text::fold;

/// Types of acts that are not attached to others.
const NUMBERED: [&str; 7] = ["Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Quyết định", "Thông tư"];

impl Cursor<'_> {
    /// The target that is right after a run: "của Luật này", "Nghị định nêu trên".
    pub(super) fn target_after(self, end: usize) -> Option<Target> {
        use words as w;
        // "khoản 2 nêu trên"
        if self.is_any(end, &[w::NEU, w::NOI, w::VUA]) && self.points_back(end) {
            return Some(Target::AboveUnit);
        }
        let i = self.after_connectors(self.after_aside(end));
        if self.token(i).is_some_and(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        // "Điều 12 của dự thảo Luật": a bill has no name of its own; "dự thảo Luật Việc làm" is read when its turn comes.
        let draft = self.is(i, w::DU_DRAFT) && self.is_any(i + 1, &[w::THAO_DRAFT, w::AN_DRAFT]);
        if draft && self.phrases(i + 2).name.is_none() {
            return Some(Target::Elsewhere);
        }
        // "Điều 40 QCVN 01:2019/BCT": a standard
        if matches!(self.slice(i), "QCVN" | "TCVN" | "QCXDVN" | "TCXDVN") {
            return Some(Target::Elsewhere);
        }
        let (kind_end, kind, _) = self.phrases(i).kind?;
        let name = kind.as_str();
        if self.party_charter(i).is_some() {
            return None;
        }
        if self.is(kind_end, w::NAY) {
            return Some(Target::This { type_word: Some((self.span(i, kind_end), name)) });
        }
        if self.points_back(kind_end) {
            return Some(Target::Above(name));
        }
        // "Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Xây dựng": not the law that it amends.
        if self.amends(kind_end) && self.phrases(i).name.is_none_or(|(name_end, _)| self.names_amended_law(i, name_end))
        {
            let named = self.amending_law(i, kind_end, name).is_some();
            return (!named && !self.amending_law_has_number(kind_end)).then_some(Target::Unnamed(name));
        }
        // "khoản 2 Điều 25 Luật về ngân sách nhà nước"; "Điều 9 Nghị định số …/2025/NĐ-CP", whose number is blank
        let elsewhere = self.is(kind_end, w::VE)
            || self.is_blank_number(kind_end)
            || self.says_some_law(kind_end)
            || self.is_numbered_contract(kind_end, name);
        if self.is_capital(i) && elsewhere {
            return Some(Target::Elsewhere);
        }
        // "Điều 15 Pháp lệnh", "Điều 34 Quy chế ban hành kèm theo": an instrument that nothing names. Numbers and names are
        // read when their turn comes.
        let numbered = self.is(kind_end, w::SO) || self.is_digits(kind_end);
        let named = self.phrases(i).name.is_some_and(|(end, _)| end > kind_end) || name == "Hiến pháp";
        let unknown = || self.may_be_unknown_law(i, kind_end, name) || self.small_law_end(i, kind_end).is_some();
        (self.is_capital(i) && !numbered && !named && !unknown()).then_some(Target::Unnamed(name))
    }

    /// "nêu trên", "nói trên", "vừa nêu", "trên", "đó", "ấy": the words behind a type or unit that mean the last one before.
    pub(super) fn points_back(self, at: usize) -> bool {
        use words as w;
        if self.is_any(at, &[w::NEU, w::NOI]) {
            return self.is(at + 1, w::TREN);
        }
        if self.is(at, w::VUA) {
            return self.is_any(at + 1, &[w::NEU, w::NOI]);
        }
        // "trên địa bàn tỉnh", "trên cơ sở"
        self.is_any(at, &[w::DO_THAT, w::AY])
            || (self.is(at, w::TREN)
                && !matches!(
                    fold::syllable(self.slice(at + 1)).as_str(),
                    "địa" | "cơ" | "toàn" | "lĩnh" | "các" | "phạm"
                ))
    }

    /// "Điều 12 Hợp đồng thi công số 15/2024/HĐTC": a contract of its own.
    fn is_numbered_contract(self, kind_end: usize, kind: &str) -> bool {
        const LONGEST: usize = 8;
        let is_word = |i: usize| self.token(i).is_some_and(|t| t.kind == Kind::Word);
        kind == "Hợp đồng"
            && (kind_end..kind_end + LONGEST)
                .find(|&i| self.is(i, words::SO) || !is_word(i))
                .is_some_and(|i| self.is(i, words::SO))
    }

    /// "số" with no number behind it: the end of an excerpt, dots, a date.
    fn is_blank_number(self, at: usize) -> bool {
        use words as w;
        let next = at + 1 + usize::from(self.is(at + 1, w::COLON));
        self.is(at, w::SO)
            && self.token(next).is_none_or(|t| t.has(EMPTY_LINE) || t.kind == Kind::Mark || t.is(w::NGAY))
    }

    /// The act to which the text is attached that a run is of: "Quy chế quản lý chợ ban hành kèm theo Quyết định số
    /// 14/2017/QĐ-UBND". Its type word: the first token, the token after, and its name.
    pub(super) fn attached_to(self, end: usize) -> Option<(usize, usize, &'static str)> {
        use words as w;
        const LONGEST: usize = 60;
        let from = self.after_connectors(self.after_aside(end));
        let phrases = self.phrases(from);
        // An act of its own, and annexes, whose parts are no provisions.
        let cited = phrases.name.is_some()
            || self.is_any(from, &[w::MAU, w::BIEU])
            || phrases.kind.is_some_and(|(_, kind, _)| NUMBERED.contains(&kind.as_str()))
            || phrases.kind.is_some_and(|(kind_end, _, _)| {
                self.is_any(kind_end, &[w::SO, w::NAY]) || self.is_digits(kind_end) || self.points_back(kind_end)
            });
        if !self.is_capital(from) || cited || self.unit_word(from).is_some_and(|(_, e)| self.is_digits(e)) {
            return None;
        }
        for i in from..from + LONGEST {
            let token = self.token(i).filter(|t| i == from || !t.has(EMPTY_LINE))?;
            let within = matches!(token.kind, Kind::Word | Kind::Digits)
                || [w::COMMA, w::DASH, w::OPEN, w::CLOSE].iter().any(|mark| token.is(*mark));
            if !within
                || self.words_at(i, &[w::PHU, w::LUC_ANNEX])
                || (i > from && self.unit_word(i).is_some_and(|(_, e)| self.is_digits(e)))
            {
                return None;
            }
            // "ban hành kèm theo", "ban hành tại Nghị định số …", "được phê duyệt theo Quyết định số …"
            let issued = i > from + 1
                && self.is_any(i, &[w::TAI, w::THEO])
                && (self.words_at(i - 2, &[w::BAN, w::HANH]) || self.words_at(i - 2, &[w::PHE, w::DUYET]));
            // "ban hành kèm Thông tư số …"
            let with = i > from + 1 && self.is(i, w::KEM) && self.words_at(i - 2, &[w::BAN, w::HANH]);
            if issued || with || self.words_at(i, &[w::KEM, w::THEO]) {
                let act = if issued { i + 1 } else { i + 1 + usize::from(self.is(i + 1, w::THEO)) };
                let (kind_end, kind, _) = self.phrases(act).kind?;
                let named = self.is_any(kind_end, &[w::SO, w::NAY]) || self.is_digits(kind_end);
                return named.then_some((act, kind_end, kind.as_str()));
            }
        }
        None
    }

    /// Whether the title of an amending act is right after a run: "Điều 1 Luật sửa đổi, bổ sung một số điều của …".
    pub fn amending_act_follows(self, end: usize) -> bool {
        self.phrases(self.after_connectors(end)).kind.is_some_and(|(kind_end, _, _)| self.amends(kind_end))
    }

    /// Whether a type word with digits is right behind a run: "của Luật số 07".
    pub(super) fn numbered_act_follows(self, end: usize) -> bool {
        let i = self.after_any(end, &[words::CUA, words::TAI, words::THUOC]);
        let kind = self.phrases(i).kind.filter(|_| self.is_capital(i));
        kind.is_some_and(|(kind_end, ..)| {
            self.is(kind_end, words::SO) && self.is_digits(kind_end + 1) && self.is(kind_end + 2, words::SLASH)
        })
    }

    /// The token after at most two words that tie a run to its instrument: "của", "tại", "thuộc", "trong", a comma.
    fn after_connectors(self, end: usize) -> usize {
        use words as w;
        self.after_any(end, &[w::CUA, w::TAI, w::THUOC, w::TRONG, w::COMMA, w::SLASH, w::BAN, w::BAN_COPY])
    }

    /// The token after at most two of some words.
    fn after_any(self, end: usize, among: &[Word]) -> usize {
        (end..end + 2).find(|&i| !self.is_any(i, among)).unwrap_or(end + 2)
    }

    /// "Theo đó", "Trong đó", "Cụ thể": whether a sentence that begins at a token goes on with what the one before said.
    pub fn goes_on_with_sentence(self, at: usize) -> bool {
        use words as w;
        (self.is_any(at, &[w::THEO, w::TRONG]) && self.is(at + 1, w::DO_THAT))
            || self.words_at(at, &[w::CU_DETAIL, w::THE_BODY])
    }

    /// An instrument right in front of a run, separated by no more than a comma, colon or bracket: "NĐ 43, Đ.2".
    pub(super) fn target_before(self, at: usize, context: &Context) -> Option<Target> {
        let reference = context.reference?;
        // "Ngoài Nghị định số … về điều kiện lao động, người làm ca đêm còn được trả thêm theo Điều 98": the sentence has gone on.
        let within = reference.end < at && at < reference.attributes_end;
        if within
            && self.is_any(at - 1, &[words::THEO, words::TAI])
            && (reference.end..at).any(|i| self.is(i, words::COMMA))
        {
            return None;
        }
        // "Luật Quảng cáo số 16/2012/QH13 hết hiệu lực, trừ Điều 41"
        let plural = usize::from(at > 0 && self.is_any(at - 1, &[words::CAC, words::NHUNG]));
        if at > plural && self.is(at - plural - 1, words::TRU_EXCEPT) {
            return Some(Target::Mention(reference.mention));
        }
        let from = reference.end.max(reference.attributes_end.min(at));
        // "Quy định số 22-QĐ/TW, trong đó tại Điều 11"
        let within = |from: usize| (from..from + 2).find(|&i| self.words_at(i, &[words::TRONG, words::DO_THAT]));
        let short = |from: usize| {
            let from = within(from).map_or(from, |i| i + 2);
            from <= at
                && at - from <= 2
                && (from..at).all(|i| {
                    self.is_any(i, &[words::COMMA, words::OPEN, words::COLON, words::TAI, words::DASH, words::CAC])
                        || (self.is(i, words::CLOSE) && self.is(i + 1, words::DASH))
                        || self.slice(i) == "|"
                })
        };
        // "Nghị định số 134/2016/NĐ-CP quy định chi tiết Luật Thuế xuất khẩu, thuế nhập khẩu, tại Điều 30": of the decree, not of the
        // law in its title.
        let mention = reference.in_title_of.unwrap_or(reference.mention);
        (short(from) || short(reference.end)).then_some(Target::Mention(mention))
    }

    /// Whether an instrument follows a run of large units: "Mục 5 Thông báo 169/TB-VPCP".
    pub(super) fn instrument_follows(self, end: usize) -> bool {
        let end = self.after_aside(end);
        let i = self.after_any(end, &[words::CUA, words::TAI, words::THUOC, words::COMMA, words::SLASH]);
        let phrases = self.phrases(i);
        if phrases.name.is_some() && self.is_capital(i) {
            return true;
        }
        let Some((mut kind_end, _, _)) = phrases.kind else { return false };
        if self.small_law_end(i, kind_end).is_some() {
            return true;
        }
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
        let end = self.token_from(run_end);
        let from = self.after_aside(end);
        let until = self.token_from(start);
        let between = from..until;
        // The bar is that of a table: "| Điều 5 | Nghị định số … |".
        let draft = |i: usize| self.is_any(i, &[w::DU_DRAFT, w::THAO_DRAFT, w::AN_DRAFT]);
        // "Điều 18 - Nghị định số 43/2014/NĐ-CP"; a dash at the beginning of a line begins an item
        let dash = |i: usize| self.is(i, w::DASH) && i == from && !self.tokens()[i].begins_line();
        let connects = |i: usize| {
            self.is_any(i, &[w::CUA, w::COMMA, w::TAI, w::CAC, w::THUOC, w::TRONG, w::OPEN, w::CLOSE, w::SLASH])
                || draft(i)
                || dash(i)
                // "khoản 3 điều 6 nđ 100/2019/nđ-cp"
                || (by_number && matches!(self.slice(i), "|" | "nđ" | "tt" | "qđ" | "nq"))
                || self.slice(i) == "|"
        };
        if until <= from || (between.clone().all(connects) && between.len() <= 3) {
            return true;
        }
        // "Điều 93 và các điều khoản liên quan của Luật Thi hành án dân sự"
        let vague = |i: usize| {
            connects(i)
                || self.is_any(
                    i,
                    &[w::VA, w::DIEU, w::KHOAN, w::QUY, w::DINH, w::CO_HAVE, w::LIEN, w::QUAN_ORGAN, w::KHAC],
                )
        };
        if self.is(from, w::VA) && between.len() <= 10 && between.clone().all(vague) {
            return true;
        }
        // "Điều 7 Quy chế bảo lãnh ngân hàng ban hành kèm theo Quyết định số 26/2006/QĐ-NHNN"
        if by_number && self.attached_to(end).is_some_and(|(act, _, _)| act == until) {
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
