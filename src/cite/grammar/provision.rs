//! Runs of provisions (*điểm, khoản, Điều …*) that share one instrument, and the instrument that follows.
//!
//! A run is a list of chains; in a chain each unit is larger than the one before (`điểm a khoản 1 Điều 5`) or, in the
//! other order, smaller (`Điều 5 khoản 1`). [`chains`] reads them, [`unit`] their unit words and labels, [`paths`]
//! distributes what chains share, [`target`] finds the instrument.

mod chains;
mod paths;
mod target;
mod unit;

use super::context::Context;
use super::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, GAP, Kind};
use crate::cite::model::{Level, ProvisionRef, Target, UnitRef};
use crate::lexicon::{Word, words};
use crate::text::{Span, fold};

/// What a run of provisions makes of the words at a token.
#[derive(Debug)]
pub struct Run {
    /// The reference; none where the words cite nothing ("Điều này" alone, the heading "Điều 5. Hiệu lực", "mục 2" of
    /// anything). [`ProvisionRef::cited`] isn't known yet.
    pub mention: Option<(Span, Box<ProvisionRef>)>,
    /// Index of the token after it.
    pub end: usize,
    /// What it begins.
    pub lead: Lead,
    /// It is the label of an article whose text follows: "Luật Hợp tác xã 2012: Điều 13. Điều kiện …".
    pub opens_article: bool,
    /// It stands alone in brackets.
    pub in_brackets: bool,
    /// A type word and digits are right behind it.
    pub numbered: bool,
}

/// What a run begins, with no more than "tại" or "theo" in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    No,
    /// A sentence: "Tại Điều 7 quy định …".
    Sentence,
    /// The part of one after a semicolon: "…; tại Điều 17 quy định …".
    Part,
}

impl Cursor<'_> {
    /// The run of provisions that begins at a token.
    pub fn provisions(self, at: usize, context: &Context) -> Option<Run> {
        let (chains, units, end) = self.chains(at)?;
        let lead = self.lead(at, context);
        let uncited = Some(Run { mention: None, end, lead, opens_article: false, in_brackets: false, numbered: false });
        let is_this = |label: &paths::Label| label.text == "này";
        let mut labels = chains.iter().flat_map(|c| &c.groups).flat_map(|g| &g.labels);
        if labels.all(is_this) {
            // "Điều này" alone.
            return uncited;
        }
        let is_label = matches!(units.as_slice(), [unit] if matches!(unit.level, Level::Article | Level::Chapter));
        if (is_label && self.is_inline_heading(at, end, context))
            || self.is_label_in_brackets(at, end)
            || self.is_label_of_parts(at, end, &units)
        {
            return uncited;
        }
        if self.is_placeholder(end) {
            return uncited;
        }
        let ends_in_this = chains.last().and_then(|c| c.groups.last()).is_some_and(|g| g.labels.iter().any(is_this));
        let attached = self.attached_to(end);
        let target = if ends_in_this {
            Target::This { type_word: None }
        } else if let Some((act, kind_end, kind)) = attached {
            // "Điều 7 Quy chế ban hành kèm theo Quyết định này"; a number is read when its turn comes.
            let this = || Target::This { type_word: Some((self.span(act, kind_end), kind)) };
            if self.is(kind_end, words::NAY) { this() } else { Target::Open }
        } else {
            // "Điều 16 Luật A, khoản 3 Điều 25 Nghị định số 1/2020/NĐ-CP": what is right after is nearer than a list.
            let follows = || !self.is(end, words::COMMA) && self.instrument_follows(end);
            let before = || self.target_before(at, context).filter(|_| !follows());
            self.target_after(end).or_else(before).unwrap_or(Target::Open)
        };
        if attached.is_none() && self.is_of_anything(at, end, &units, &target) {
            return uncited;
        }
        // "Điều 56 được bổ sung khoản 5 như sau"
        let added = at >= 3 && self.words_at(at - 3, &[words::DUOC, words::BO, words::SUNG]);
        let amending = context.amending || added || self.is_amended_subject(end);
        let opens_article =
            matches!(target, Target::Mention(_)) && at > 0 && self.is(at - 1, words::COLON) && self.is(end, words::DOT);
        let leads = lead == Lead::Sentence;
        let numbered = target == Target::Open && self.numbered_act_follows(end);
        let in_brackets = at > 0 && self.is(at - 1, words::OPEN) && self.is(end, words::CLOSE);
        let paths = paths::distribute(&chains);
        let run = ProvisionRef { paths, target, units, cited: None, amending, leads, within: None, goes_on: false };
        Some(Run {
            mention: Some((self.span(at, end), Box::new(run))),
            end,
            lead,
            opens_article,
            in_brackets,
            numbered,
        })
    }

    /// What a run that begins at a token begins.
    fn lead(self, at: usize, context: &Context) -> Lead {
        const FRONT: [Word; 5] = [words::TAI, words::THEO, words::CAC, words::NHUNG, words::O];
        let mut first = at;
        let leads = |i: usize| self.is_any(i, &FRONT) || matches!(self.slice(i), "Tai" | "tai");
        while first > 0 && leads(first - 1) && !self.tokens()[first].begins_line() {
            first -= 1;
        }
        // "+ Tại Điều 7", "**Điều 7**"
        let mut line = first;
        while line > 0 && !self.tokens()[line].begins_line() && self.is_bullet(line - 1) {
            line -= 1;
        }
        let begins = first <= context.label_end
            || self.tokens()[line].begins_line()
            || self.is_any(first - 1, &[words::DOT, words::COLON]);
        if begins {
            Lead::Sentence
        } else if self.is(first - 1, words::SEMICOLON) {
            Lead::Part
        } else {
            Lead::No
        }
    }

    /// A mark in front of the first word of a line: "-", "+", "•".
    fn is_bullet(self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Mark && (t.word == Word::NONE || t.is(words::DASH)))
    }

    /// Whether units that other texts than instruments have too are no provisions here: "mục 2", "Phần 1", "thang điểm 100",
    /// "Chương 87 của Biểu thuế". They are only with an instrument, or in a path with other units.
    fn is_of_anything(self, at: usize, end: usize, units: &[UnitRef], target: &Target) -> bool {
        let large_only =
            units.iter().all(|u| u.level <= Level::Subsection) || units.iter().all(|u| u.level >= Level::Subpoint);
        // "thang điểm 100" is a score.
        let written = |u: &UnitRef| u.label.of(self.text());
        let score = units.iter().all(|u| {
            u.level == Level::Point
                && (written(u).bytes().all(|b| b.is_ascii_digit()) || written(u).starts_with(char::is_uppercase))
        });
        let chapters = units.iter().all(|u| u.level == Level::Chapter);
        if chapters && self.is_of_tariff(end) {
            return true;
        }
        // "quy định tại Chương II, Chương III": in capitals and after such a word a chapter of some act is meant.
        let of_some_act = chapters && self.is_capital(at) && self.follows_reference_word(at);
        // "mục 2 nêu trên" of the text itself
        let open = matches!(target, Target::Open | Target::AboveUnit);
        ((large_only && !of_some_act) || score) && open && !self.instrument_follows(end)
    }

    /// "Chương 87 của Biểu thuế", "Chương 87 Danh mục hàng hóa": a chapter of the customs tariff.
    fn is_of_tariff(self, end: usize) -> bool {
        let at = end + usize::from(self.is_any(end, &[words::CUA, words::TRONG, words::THUOC]));
        self.words_at(at, &[words::DANH, words::MUC]) || self.words_at(at, &[words::BIEU, words::THUE])
    }

    /// "tại", "theo", "của", "quy định" right in front.
    fn follows_reference_word(self, at: usize) -> bool {
        at > 0 && self.is_any(at - 1, &[words::TAI, words::THEO, words::CUA, words::DINH])
    }

    /// A heading in the middle of a line: "Nội dung quy phạm: Điều 115. Đại biểu …" opens a quoted article, and so does "h) Dịch vụ
    /// kho bãi; Điều 44. Nghĩa vụ …" in a reproduced list; "của Luật này.Điều 52. Nhiệm vụ" lost its line break. Behind the name
    /// of the act it is a reference: "Luật Hợp tác xã 2012: Điều 13. Điều kiện …".
    fn is_inline_heading(self, at: usize, end: usize, context: &Context) -> bool {
        if at == 0 || !self.is_capital(at) || !self.is(end, words::DOT) {
            return false;
        }
        // "như sau: “Điều 30. Họp báo"
        let quoted = (0..at).rev().find(|&i| !matches!(self.tokens()[i].kind, Kind::QuoteOpen | Kind::QuotePlain));
        let before = self.tokens()[quoted.unwrap_or(at - 1)];
        let after_act = context.reference.is_some_and(|r| r.end == at - 1 || r.attributes_end == at - 1);
        if before.is(words::COLON) && after_act {
            return false;
        }
        // "Phạm vi điều chỉnhĐiều 6. Đối tượng" lost it too.
        let glued = before.end == self.tokens()[at].start && before.kind == Kind::Word;
        // "Quy chế học vụ > Chương I > Điều 2. Hình thức", "[Điều 1] Điều 1. Định nghĩa"
        let apart = [words::COLON, words::SEMICOLON, words::DOT].iter().any(|mark| before.is(*mark))
            || self.text()[..self.tokens()[at].start as usize].trim_end_matches(' ').ends_with(['>', ']']);
        (glued || apart) && self.is_title_after(end)
    }

    /// Whether the title of a unit may begin behind the full stop at a token.
    fn is_title_after(self, dot: usize) -> bool {
        self.token(dot + 1).is_none_or(|t| t.begins_line() || (t.has(CAPITAL) && t.has(GAP)))
    }

    /// "[Điều 1 - Khoản 2] 1.2. “Nhà thầu” là …": a label in square brackets at the beginning of a line.
    fn is_label_in_brackets(self, at: usize, end: usize) -> bool {
        let (text, run) = (self.text(), self.span(at, end));
        if !text[run.end..].starts_with(']') {
            return false;
        }
        let line = text[..run.start].rfind('\n').map_or(0, |n| n + 1);
        let before = text[line..run.start].trim_start();
        before.starts_with('[') && !before.contains(']')
    }

    /// "Điều 22 Khoản 1. Miễn thuế …" and "… như sau: Khoản 3. Thiệt hại …": labels of smaller units with their text behind them, in a
    /// list that has one unit a line. "Khoản 1 Điều 22. Trường hợp" at the end of a sentence goes from small to large.
    fn is_label_of_parts(self, at: usize, end: usize, units: &[UnitRef]) -> bool {
        let falls = units.windows(2).all(|pair| pair[0].level < pair[1].level && pair[1].word.is_some());
        let parts = units.last().is_some_and(|unit| matches!(unit.level, Level::Clause | Level::Point));
        let ends = self.is(end, words::DOT) && self.is_glued(end) && self.is_title_after(end);
        if !(falls && parts && ends && self.is_capital(at)) {
            return false;
        }
        // A line that was broken in front of "Khoản 1." ends the sentence with it.
        let begins = at == 0 || (self.tokens()[at].begins_line() && units.len() > 1);
        begins || self.is(at - 1, words::COLON)
    }

    /// "điểm z khoản y Điều x": letters that stand for the labels in a model of a citation.
    fn is_placeholder(self, end: usize) -> bool {
        self.unit_word(end).is_some_and(|(level, label)| {
            level != Level::Point
                && self.token(label).is_some_and(|t| t.kind == Kind::Word)
                && fold::letters(self.slice(label)) == 1
                && self.label(level, label).is_none()
        })
    }

    /// "Khoản 3 Điều 7 được sửa đổi, bổ sung như sau": the run is what is amended.
    fn is_amended_subject(self, end: usize) -> bool {
        use words as w;
        const LONGEST: usize = 9;
        let i = end + usize::from(self.is(end, w::DA));
        self.is(i, w::DUOC)
            && self.amends(i + 1)
            && (i..i + LONGEST).any(|k| self.words_at(k, &[w::NHU_COMPARE, w::SAU]))
    }
}
