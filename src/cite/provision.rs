//! Runs of provisions (*điểm, khoản, Điều …*) that share one instrument, and the instrument that follows.
//!
//! A run is a list of chains; in a chain each unit is larger than the one before (`điểm a khoản 1 Điều 5`) or, in the
//! other order, smaller (`Điều 5 khoản 1`). [`paths`] distributes what chains share.

mod paths;

use super::lexer::{CAPITAL, EMPTY_LINE, Kind};
use super::reader::Reader;
use super::{Level, MentionKind, ProvisionRef, Target, UnitRef};
use crate::law::{LETTERS, is_letter_label, letter_index, roman_value, types};
use crate::lexicon::{Word, words};
use crate::text::fold;
use paths::{Chain, Group, Join, Label};

impl Reader<'_> {
    /// The word for a level of provisions at a token, and the token behind it.
    pub(super) fn unit_word(&self, at: usize) -> Option<(Level, usize)> {
        let token = self.tokens.get(at)?;
        if token.kind != Kind::Word || token.word == Word::NONE {
            return None;
        }
        Some(match token.word {
            words::DIEU => (Level::Article, at + 1),
            words::KHOAN => (Level::Clause, at + 1),
            words::DIEM => (Level::Point, at + 1),
            words::MUC => (Level::Section, at + 1),
            words::CHUONG => (Level::Chapter, at + 1),
            words::PHAN => (Level::Part, at + 1),
            words::TIET => (Level::Subpoint, at + 1),
            words::DOAN => (Level::Paragraph, at + 1),
            words::TIEU if self.is(at + 1, words::MUC) => (Level::Subsection, at + 2),
            // "Đ.2", "K.3": only with the full stop and digits.
            words::D_SHORT if token.has(CAPITAL) && self.abbreviates(at) => (Level::Article, at + 2),
            words::K_SHORT if self.abbreviates(at) => (Level::Clause, at + 2),
            _ => return None,
        })
    }

    fn abbreviates(&self, at: usize) -> bool {
        self.is(at + 1, words::DOT)
            && self.is_glued(at + 1)
            && self.tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Digits)
    }

    /// The label of a unit at a token ("5a", "III", "đ", "này"), as it stands in a path, and the token behind it.
    pub(super) fn label(&self, level: Level, at: usize) -> Option<(String, usize)> {
        let token = self.tokens.get(at)?;
        if token.has(EMPTY_LINE) {
            return None;
        }
        if token.is(words::NAY) {
            return Some(("này".to_owned(), at + 1));
        }
        match token.kind {
            Kind::Digits => self.digit_label(at),
            Kind::Word => self.word_label(level, at),
            // "tiết (iv)"
            Kind::Mark if token.is(words::OPEN) && level == Level::Subpoint && self.is(at + 2, words::CLOSE) => {
                let inner = self.slice(at + 1).to_lowercase();
                (roman_value(&inner).is_some() || inner.chars().count() == 1).then(|| (inner, at + 3))
            }
            _ => None,
        }
    }

    /// "5", "5a", "217a"; "1.2" for the points of old circulars.
    fn digit_label(&self, at: usize) -> Option<(String, usize)> {
        let token = &self.tokens[at];
        if token.end - token.start > 3 {
            return None;
        }
        let mut label = self.slice(at).trim_start_matches('0').to_owned();
        if label.is_empty() {
            return None;
        }
        let mut end = at + 1;
        // A letter glued to it, unless a word goes on behind.
        if let Some(next) = self.tokens.get(end).filter(|t| t.kind == Kind::Word)
            && self.is_glued(end)
        {
            let letters = fold::syllable(next.span().of(self.text));
            let digit = match next.span().of(self.text) {
                "O" => Some('0'),
                "I" => Some('1'),
                _ => None,
            };
            if let Some(digit) = digit {
                // "Điều 1O": a letter that was read for the digit.
                label.push(digit);
                end += 1;
            } else if is_letter_label(&letters) {
                // "5a", "5A", "5aa"
                label.push_str(&letters);
                end += 1;
            } else if !next.has(CAPITAL) && letters.is_ascii() {
                // "Điều 26Thông tư này", "khoản 1Ủy ban" and "Điều 88về" lost a blank; "khoản 2kg" is an amount.
                return None;
            }
        }
        while self.is(end, words::DOT)
            && self.is_glued(end)
            && self.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Digits)
            && self.is_glued(end + 1)
        {
            label = format!("{label}.{}", self.slice(end + 1));
            end += 2;
        }
        // "khoản 500 triệu đồng", "khoản 5%", "Điều 30/2020" are none.
        let next = self.tokens.get(end);
        let amount = next.is_some_and(|t| {
            [words::TRIEU, words::TY, words::NGHIN, words::DONG, words::LAN].iter().any(|w| t.is(*w))
                || (t.kind == Kind::Mark && self.slice(end) == "%")
                || (t.is(words::SLASH) && self.is_glued(end))
        });
        (!amount).then_some((label, end))
    }

    /// Letters of points, Roman numerals, "thứ nhất".
    fn word_label(&self, level: Level, at: usize) -> Option<(String, usize)> {
        let text = self.slice(at);
        let letters = fold::letters(text);
        // "Điều thứ 5", "Điều thứ nhất" of acts of the first years.
        if self.is(at, words::THU) && level == Level::Article {
            let digits = self.tokens.get(at + 1).filter(|t| t.kind == Kind::Digits && t.end - t.start <= 3);
            let label = digits.map(|t| (t.span().of(self.text).to_owned(), at + 2));
            let ordinal = || self.ordinal(at + 1).map(|(word, end)| (word.to_owned(), end));
            return label.or_else(ordinal).map(|(label, end)| (format!("thứ {label}"), end));
        }
        // "Điều l5", "khoản l": a letter that was read for the digit; articles and clauses have no such letters.
        if matches!(level, Level::Article | Level::Clause) && text == "l" {
            let digits = self.tokens.get(at + 1).filter(|t| t.kind == Kind::Digits && self.is_glued(at + 1));
            return match digits {
                Some(t) if t.end - t.start <= 2 => Some((format!("1{}", t.span().of(self.text)), at + 2)),
                None if !self.is_glued(at + 1) || self.is(at + 1, words::COMMA) => Some(("1".to_owned(), at + 1)),
                _ => None,
            };
        }
        if self.is(at, words::THU) && matches!(level, Level::Part | Level::Paragraph | Level::Chapter | Level::Subpoint)
        {
            return (self.ordinal(at + 1)).map(|(word, end)| (format!("thứ {word}"), end));
        }
        match level {
            Level::Subpoint if letters > 1 && roman_value(text).is_some() => Some((text.to_lowercase(), at + 1)),
            Level::Chapter | Level::Part | Level::Section => {
                if roman_value(text).is_some() {
                    // "Chương IIa"? Inserted chapters are rare; "Mục i" is written small only by mistake.
                    return Some((text.to_uppercase(), at + 1));
                }
                (letters == 1 && self.is_capital(at) && level != Level::Chapter).then(|| (text.to_owned(), at + 1))
            }
            Level::Point | Level::Subpoint | Level::Subsection if letters <= 2 => {
                let folded = fold::syllable(text);
                let mut chars = folded.chars();
                let first = chars.next()?;
                // "aa", "bb": old double letters. Other two-letter words are words.
                let double = chars.next().is_none_or(|second| second == first && LETTERS.contains(&first));
                if !double
                    || !(letter_index(first).is_some()
                        || matches!(first, 'f' | 'j' | 'w' | 'z' | 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'))
                {
                    return None;
                }
                let mut label = folded.clone();
                let mut end = at + 1;
                if let Some(digits) = self.tokens.get(end).filter(|t| t.kind == Kind::Digits && t.end - t.start <= 2)
                    && self.is_glued(end)
                {
                    label.push_str(digits.span().of(self.text));
                    end += 1;
                }
                // "điểm a.1"
                if self.is(end, words::DOT)
                    && self.is_glued(end)
                    && self.is_glued(end + 1)
                    && self.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Digits)
                {
                    label = format!("{label}.{}", self.slice(end + 1));
                    end += 2;
                }
                // "điểm a." ends a sentence; "điểm A/B" is something else, and "điểm i-ốt" the element of iodine.
                let glued_on = self.tokens.get(end).is_some_and(|t| {
                    self.is_glued(end) && (t.is(words::SLASH) || t.kind == Kind::Word || self.hyphenates(end))
                });
                (!glued_on).then_some((label, end))
            }
            _ => None,
        }
    }

    /// Whether a hyphen goes on with a word of more than one letter: "i-ốt", not the list "a-b".
    fn hyphenates(&self, at: usize) -> bool {
        self.is(at, words::DASH)
            && self.is_glued(at + 1)
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|t| t.kind == Kind::Word && fold::letters(t.span().of(self.text)) > 1)
    }

    fn ordinal(&self, at: usize) -> Option<(&'static str, usize)> {
        const ORDINALS: [(Word, &str); 10] = [
            (words::NHAT, "nhất"),
            (words::HAI, "hai"),
            (words::BA, "ba"),
            (words::TU_FOUR, "tư"),
            (words::NAM, "năm"),
            (words::SAU_SIX, "sáu"),
            (words::BAY, "bảy"),
            (words::TAM, "tám"),
            (words::CHIN, "chín"),
            (words::MUOI, "mười"),
        ];
        ORDINALS.iter().find(|(w, _)| self.is(at, *w)).map(|(_, text)| (*text, at + 1))
    }

    /// Reads the run that begins here; false where there is none.
    pub(super) fn provisions(&mut self) -> bool {
        let at = self.at;
        let Some((chains, units, end)) = self.run_at(at) else { return false };
        let ends_in_this =
            chains.last().and_then(|c| c.groups.last()).is_some_and(|g| g.labels.iter().any(|l| l.text == "này"));
        let labelled = chains.iter().flat_map(|c| &c.groups).flat_map(|g| &g.labels).any(|l| l.text != "này");
        if !labelled {
            // "Điều này" alone.
            self.at = end;
            return true;
        }
        if matches!(units.as_slice(), [unit] if unit.level == Level::Article) && self.is_inline_heading(at, end) {
            self.at = end;
            return true;
        }
        let target = if ends_in_this {
            Target::This { type_word: None }
        } else {
            // "Điều 16 Luật A, khoản 3 Điều 25 Nghị định số 1/2020/NĐ-CP": what stands right behind is nearer than a list.
            let behind = || !self.is(end, words::COMMA) && self.instrument_follows(end);
            let in_front = || self.target_in_front(at).filter(|_| !behind());
            self.target_behind(end).or_else(in_front).unwrap_or(Target::Open)
        };
        // "mục 2", "Phần 1" of anything: only with an instrument, or within a path of smaller units.
        let large_only =
            units.iter().all(|u| u.level <= Level::Subsection) || units.iter().all(|u| u.level >= Level::Subpoint);
        // "thang điểm 100" is a score.
        let raw = |u: &UnitRef| u.label.of(self.text);
        let score = units.iter().all(|u| {
            u.level == Level::Point
                && (raw(u).bytes().all(|b| b.is_ascii_digit()) || raw(u).starts_with(char::is_uppercase))
        });
        // "quy định tại Chương II, Chương III": in capitals and behind such a word a chapter of some act is meant.
        let chapters = units.iter().all(|u| u.level == Level::Chapter);
        if chapters && self.is_of_tariff(end) {
            self.at = end;
            return true;
        }
        let large_only = large_only && !(chapters && self.is_capital(at) && self.follows_reference_word(at));
        if (large_only || score) && target == Target::Open && !self.instrument_follows(end) {
            self.at = end;
            return true;
        }
        let amending = self.sentence.amending || self.is_amended_subject(end);
        // "Luật Đấu thầu (được sửa đổi bởi Điều 1 Luật sửa đổi … của Luật Đấu thầu)": not the law cited before.
        let cited = self.only_instrument().filter(|_| !self.amending_act_behind(end));
        let run = ProvisionRef { paths: paths::distribute(&chains), target: target.clone(), units, cited, amending };
        let index = self.push(self.span(at, end), MentionKind::Provision(Box::new(run)));
        match target {
            Target::Open => self.open_runs.push(index),
            // "khoản 2 Điều 7, thực hiện … khoản 2 Điều 27 của Luật này": both are of this Law.
            Target::This { type_word: Some(_) } => self.close_runs(&target),
            _ => {}
        }
        self.at = end;
        true
    }

    /// The chains of a run, the units as written, and the token behind it.
    fn run_at(&self, at: usize) -> Option<(Vec<Chain>, Vec<UnitRef>, usize)> {
        let mut units = Vec::new();
        let (group, mut end) = self.group(at, &mut units)?;
        let mut chains = vec![Chain { groups: vec![group], join: Join::None }];
        loop {
            if let Some(aside_end) = self.parts_in_brackets(end, &mut chains, &mut units) {
                end = aside_end;
                continue;
            }
            let Some((join, next)) = self.joint(end, &chains) else { break };
            let mark = units.len();
            let Some((group, group_end)) = self.group(next, &mut units) else {
                units.truncate(mark);
                break;
            };
            let chain = chains.last_mut()?;
            let last = chain.groups.last()?.level;
            let continues = match join {
                Join::None | Join::Of => {
                    let ascending = chain.groups.len() < 2 || chain.groups[0].level > chain.groups[1].level;
                    let descending = chain.groups.len() < 2 || chain.groups[0].level < chain.groups[1].level;
                    (group.level < last && ascending) || (group.level > last && descending && join == Join::None)
                }
                _ => false,
            };
            if continues {
                chain.groups.push(group);
            } else if matches!(join, Join::None | Join::Of) {
                // "khoản 1 khoản 2" is no grammar.
                units.truncate(mark);
                break;
            } else {
                chains.push(Chain { groups: vec![group], join });
            }
            end = group_end;
        }
        Some((chains, units, end))
    }

    /// "Điều 3 (khoản 1, khoản 2)": brackets that list smaller parts of the unit in front. The chain in front is replaced by
    /// one for each part. The index of the token behind the brackets.
    fn parts_in_brackets(&self, end: usize, chains: &mut Vec<Chain>, units: &mut Vec<UnitRef>) -> Option<usize> {
        if !self.is(end, words::OPEN) || self.tokens[end].has(EMPTY_LINE) {
            return None;
        }
        let plural = usize::from(self.is(end + 1, words::CAC) || self.is(end + 1, words::NHUNG));
        let (level, _) = self.unit_word(end + 1 + plural)?;
        let whole = chains.last()?;
        let first = whole.groups.first()?;
        if first.level >= level || first.labels.iter().any(|l| l.text == "này" || l.range) {
            return None;
        }
        let (parts, part_units, parts_end) = self.run_at(end + 1 + plural)?;
        let complete = parts.iter().flat_map(|c| &c.groups).any(|g| g.level <= first.level);
        if complete || !self.is(parts_end, words::CLOSE) {
            return None;
        }
        let mut whole = chains.pop()?;
        // "Điều 3, 4 (khoản 1)": the parts are those of the last label.
        let label = whole.groups[0].labels.pop()?;
        let mut join = whole.join;
        if !whole.groups[0].labels.is_empty() {
            chains.push(whole.clone());
            join = Join::And;
        }
        whole.groups[0].labels = vec![label];
        for (n, mut part) in parts.into_iter().enumerate() {
            part.join = if n == 0 { join } else { part.join };
            part.groups.sort_by_key(|g| std::cmp::Reverse(g.level));
            part.groups.extend(whole.groups.iter().cloned());
            chains.push(part);
        }
        units.extend(part_units);
        Some(parts_end + 1)
    }

    /// What joins the next group to a run: nothing, "của", "vào", a comma, "và", "đến", an aside in brackets. The index of
    /// the token where the group begins.
    fn joint(&self, end: usize, chains: &[Chain]) -> Option<(Join, usize)> {
        use words as w;
        let unit_at = |i: usize| -> Option<usize> {
            // "các" may stand before the unit word.
            let i = i + usize::from(
                self.is(i, w::CAC) || self.is(i, w::NHUNG) || self.is(i, w::TAI) && self.unit_word(i + 1).is_some(),
            );
            (self.unit_word(i).is_some() && !self.tokens[i].has(EMPTY_LINE) && !self.is_own_heading(i)).then_some(i)
        };
        if let Some(i) = unit_at(end) {
            return Some((Join::None, i));
        }
        let token = self.tokens.get(end)?;
        if token.is(w::CUA) || token.is(w::THUOC) {
            return unit_at(end + 1).map(|i| (Join::Of, i));
        }
        if token.is(w::VAO) {
            // "điểm i vào khoản 18 Điều 3"; "khoản 4a vào sau khoản 4"
            let after = usize::from(self.is(end + 1, w::SAU));
            return unit_at(end + 1 + after).map(|i| (if after == 1 { Join::After } else { Join::Of }, i));
        }
        if token.is(w::DEN) || (token.is(w::DASH) && token.has(super::lexer::GAP)) {
            return unit_at(end + 1).map(|i| (Join::Range, i));
        }
        // "Điểm đ / Khoản 2 / Điều 7"
        if token.is(w::SLASH) && token.has(super::lexer::GAP) {
            return unit_at(end + 1).map(|i| (Join::Of, i));
        }
        if token.is(w::OPEN) {
            // An aside: only where the chain before still lacks its article.
            let lacks = chains.last()?.groups.iter().all(|g| g.level > Level::Article);
            let close = (end + 1..self.tokens.len().min(end + 60)).find(|&i| self.is(i, w::CLOSE))?;
            if !lacks {
                return None;
            }
            if let Some(i) = unit_at(close + 1) {
                return Some((Join::None, i));
            }
            let (join, i) = self.joint_mark(close + 1)?;
            return unit_at(i).map(|i| (join, i));
        }
        let (join, i) = self.joint_mark(end)?;
        unit_at(i).map(|i| (join, i))
    }

    /// ",", ";", "và", ", và", "hoặc", "và/hoặc" at a token; the index of the token behind.
    fn joint_mark(&self, at: usize) -> Option<(Join, usize)> {
        use words as w;
        let token = self.tokens.get(at)?;
        if token.is(w::COMMA) {
            let and = usize::from(self.is(at + 1, w::VA) || self.is(at + 1, w::HOAC));
            return Some((if and == 1 { Join::And } else { Join::Comma }, at + 1 + and));
        }
        if token.is(w::SEMICOLON) {
            let and = usize::from(self.is(at + 1, w::VA));
            return Some((Join::Semicolon, at + 1 + and));
        }
        if token.is(w::VA) || token.is(w::HOAC) {
            let or = if self.is(at + 1, w::SLASH) { 2 } else { 0 };
            return Some((Join::And, at + 1 + or));
        }
        if token.is(w::CUNG) && self.is(at + 1, w::VA) {
            return Some((Join::And, at + 2));
        }
        None
    }

    /// One unit word with its labels: "các điểm a, b và đ", "khoản 1, 2", "khoản 3 đến 5".
    fn group(&self, at: usize, units: &mut Vec<UnitRef>) -> Option<(Group, usize)> {
        let (level, unit_end) = self.unit_word(at)?;
        if self.is_compound(at) {
            return None;
        }
        // "các điểm từ c đến e"
        let plural = at > 0 && (self.is(at - 1, words::CAC) || self.is(at - 1, words::NHUNG));
        let between = self.is(unit_end, words::TU_FROM) || (plural && self.is(unit_end, words::COLON));
        let label_at = unit_end + usize::from(between);
        let (first, mut end) = self.label(level, label_at)?;
        units.push(UnitRef { level, word: Some(self.span(at, unit_end)), label: self.span(label_at, end) });
        let mut labels = vec![Label { text: first, range: false }];
        if labels[0].text == "này" {
            return Some((Group { level, labels }, end));
        }
        while let Some((range, next)) = self.label_joint(end) {
            let Some((text, label_end)) = self.label(level, next) else { break };
            if text == "này" || !self.is_list_label(level, &labels, next, label_end) {
                break;
            }
            units.push(UnitRef { level, word: None, label: self.span(next, label_end) });
            labels.push(Label { text, range });
            end = label_end;
        }
        Some((Group { level, labels }, end))
    }

    /// What joins labels of one unit word: comma, "và", "hoặc", "đến", a dash; true for a range.
    fn label_joint(&self, at: usize) -> Option<(bool, usize)> {
        use words as w;
        let token = self.tokens.get(at)?;
        if token.is(w::COMMA) {
            let and = usize::from(self.is(at + 1, w::VA) || self.is(at + 1, w::HOAC));
            Some((false, at + 1 + and))
        } else if token.is(w::VA) || token.is(w::HOAC) {
            Some((false, at + 1))
        } else if token.is(w::DEN) || token.is(w::DASH) {
            Some((true, at + 1))
        } else {
            None
        }
    }

    /// Whether a label really goes on with a list: not "khoản 1, 05 ngày", "Điều 5, 2020", nor a letter that is a word.
    fn is_list_label(&self, level: Level, labels: &[Label], at: usize, end: usize) -> bool {
        let token = &self.tokens[at];
        if token.has(EMPTY_LINE) {
            return false;
        }
        if token.kind == Kind::Digits {
            // A leading zero is a count ("05 ngày"), and so is a number with a noun in small letters right behind that is
            // no unit and no connector, when it does not go up.
            if self.slice(at).starts_with('0') {
                return false;
            }
            let value =
                |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok();
            let last = labels.last().and_then(|l| value(&l.text));
            let this = value(self.slice(at));
            if last.zip(this).is_some_and(|(last, this)| this < last) {
                return false;
            }
            let next = self.tokens.get(end);
            let counted = next.is_some_and(|t| [words::NGAY, words::THANG, words::NAM].iter().any(|w| t.is(*w)));
            return !counted;
        }
        // Items that begin a line ("b) …") are not members of the list.
        if token.begins_line() && self.is(end, words::CLOSE) {
            return false;
        }
        // "điểm a, điểm b": the word itself is read elsewhere; a lone letter is a label only for points and Roman levels.
        matches!(
            level,
            Level::Point | Level::Subsection | Level::Subpoint | Level::Chapter | Level::Part | Level::Section
        )
    }

    /// "tài khoản 111", "thời điểm a", "danh mục 2": the word in front makes another word of it.
    fn is_compound(&self, at: usize) -> bool {
        if at == 0 || self.tokens[at].begins_line() {
            return false;
        }
        let mut node = match self.vocabulary.step(0, self.tokens[at - 1].word) {
            Some(node) if self.tokens[at - 1].word != Word::NONE => node,
            _ => return false,
        };
        match self.vocabulary.step(node, self.tokens[at].word) {
            Some(next) => node = next,
            None => return false,
        }
        self.vocabulary.at(node).phrases.contains(&crate::lexicon::Phrase::Compound)
    }

    /// A heading of the document itself ("Điều 5. Hiệu lực"), which ends a run in front of it.
    fn is_own_heading(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.begins_line() && token.has(CAPITAL) && {
            let Some((level, unit_end)) = self.unit_word(at) else { return false };
            let Some((_, end)) = self.label(level, unit_end) else { return false };
            let before = &self.tokens[at.saturating_sub(1)];
            let sentence_ended = before.is(words::DOT) || before.is(words::SEMICOLON);
            self.is(end, words::DOT) && self.is_glued(end) && sentence_ended
        }
    }

    /// "Chương 87 của Biểu thuế", "Chương 87 Danh mục hàng hóa": a chapter of the customs tariff.
    fn is_of_tariff(&self, end: usize) -> bool {
        let at =
            end + usize::from(self.is(end, words::CUA) || self.is(end, words::TRONG) || self.is(end, words::THUOC));
        self.are(at, &[words::DANH, words::MUC]) || self.are(at, &[words::BIEU, words::THUE])
    }

    /// "tại", "theo", "của", "quy định" right in front.
    fn follows_reference_word(&self, at: usize) -> bool {
        at > 0 && [words::TAI, words::THEO, words::CUA, words::DINH].iter().any(|w| self.is(at - 1, *w))
    }

    /// A heading in the middle of a line: "Nội dung quy phạm: Điều 115. Đại biểu …" opens a quoted article; "của Luật
    /// này.Điều 52. Nhiệm vụ" lost its line break.
    fn is_inline_heading(&self, at: usize, end: usize) -> bool {
        if at == 0 || !self.is_capital(at) || !self.is(end, words::DOT) {
            return false;
        }
        let before = &self.tokens[at - 1];
        // "Phạm vi điều chỉnhĐiều 6. Đối tượng" lost it too.
        let start = self.tokens[at].start;
        let glued = before.end == start && (before.is(words::DOT) || before.kind == Kind::Word);
        let opens = before.is(words::COLON) || glued;
        opens
            && self.tokens.get(end + 1).is_none_or(|t| t.begins_line() || (t.has(CAPITAL) && t.has(super::lexer::GAP)))
    }

    /// The target that stands right behind a run: "của Luật này", "Nghị định nêu trên".
    fn target_behind(&self, end: usize) -> Option<Target> {
        use words as w;
        let i = self.behind_connectors(end);
        if self.tokens.get(i).is_some_and(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        let (kind_end, index, _) = self.phrases(i).kind?;
        let name = types().iter().nth(usize::from(index))?.name.as_str();
        if self.is(kind_end, w::NAY) {
            return Some(Target::This { type_word: Some((self.span(i, kind_end), name)) });
        }
        let above = (self.is(kind_end, w::NEU) || self.is(kind_end, w::NOI)) && self.is(kind_end + 1, w::TREN);
        if above {
            return Some(Target::Above(name));
        }
        // "Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Xây dựng": not the law that it amends.
        if self.amends(kind_end) && self.phrases(i).name.is_none_or(|(name_end, _)| self.names_amended_law(i, name_end))
        {
            return (!self.amending_law_has_number(kind_end)).then_some(Target::Unnamed(name));
        }
        // "Điều 15 Pháp lệnh", "Điều 34 Quy chế ban hành kèm theo": an instrument that nothing names. Numbers and names are
        // read when the reader gets to them.
        let numbered = self.is(kind_end, w::SO) || self.tokens.get(kind_end).is_some_and(|t| t.kind == Kind::Digits);
        let named = self.phrases(i).name.is_some_and(|(end, _)| end > kind_end) || name == "Hiến pháp";
        (self.is_capital(i) && !numbered && !named && !self.may_be_unknown_law(i, kind_end, name))
            .then_some(Target::Unnamed(name))
    }

    /// Whether the title of an amending act stands right behind a run: "Điều 1 Luật sửa đổi, bổ sung một số điều của …".
    fn amending_act_behind(&self, end: usize) -> bool {
        self.phrases(self.behind_connectors(end)).kind.is_some_and(|(kind_end, _, _)| self.amends(kind_end))
    }

    /// The token behind at most two words that tie a run to its instrument: "của", "tại", "thuộc", "trong", a comma.
    fn behind_connectors(&self, end: usize) -> usize {
        use words as w;
        let mut i = end;
        while i < end + 2 && [w::CUA, w::TAI, w::THUOC, w::TRONG, w::COMMA, w::BAN].iter().any(|x| self.is(i, *x)) {
            i += 1;
        }
        i
    }

    /// An instrument right in front of a run, separated by no more than a comma, colon or bracket: "NĐ 43, Đ.2".
    fn target_in_front(&self, at: usize) -> Option<Target> {
        let reference = self.reference?;
        let from = reference.end.max(reference.attributes_end.min(at));
        let short = |from: usize| {
            from <= at
                && at - from <= 2
                && (from..at).all(|i| {
                    [words::COMMA, words::OPEN, words::COLON, words::TAI, words::DASH].iter().any(|w| self.is(i, *w))
                        || self.slice(i) == "|"
                })
        };
        (short(from) || short(reference.end)).then_some(Target::Mention(reference.mention))
    }

    /// The only instrument that this part of the sentence has cited so far. A name and the number beside it are one.
    fn only_instrument(&self) -> Option<usize> {
        match *self.sentence.cited.as_slice() {
            [one] => Some(one),
            [name, number] if self.mentions[name].name().is_some_and(|n| n.number == Some(number)) => Some(name),
            _ => None,
        }
    }

    /// Whether an instrument follows a run of large units: "Mục 5 Thông báo 169/TB-VPCP".
    fn instrument_follows(&self, end: usize) -> bool {
        let mut i = end;
        while i < end + 2 && [words::CUA, words::TAI, words::THUOC, words::COMMA].iter().any(|x| self.is(i, *x)) {
            i += 1;
        }
        let phrases = self.phrases(i);
        if phrases.name.is_some() && self.is_capital(i) {
            return true;
        }
        let Some((mut kind_end, _, _)) = phrases.kind else { return false };
        if self.is(kind_end, words::SO) {
            kind_end += 1;
        }
        self.is_capital(i) && self.tokens.get(kind_end).is_some_and(|t| t.kind == Kind::Digits || t.has(CAPITAL))
    }

    /// "Khoản 3 Điều 7 được sửa đổi, bổ sung như sau": the run is what is amended.
    fn is_amended_subject(&self, end: usize) -> bool {
        use words as w;
        let i = end + usize::from(self.is(end, w::DA));
        self.is(i, w::DUOC)
            && (self.are(i + 1, &[w::SUA, w::DOI]) || self.are(i + 1, &[w::BO, w::SUNG]))
            && (i..(i + 9).min(self.tokens.len())).any(|k| self.are(k, &[w::NHU_COMPARE, w::SAU]))
    }
}
