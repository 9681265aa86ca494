//! The chains of a run: unit words with their labels, and what joins them.

use super::paths::{Chain, Group, Join, Label};
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{CAPITAL, EMPTY_LINE, GAP, Kind};
use crate::cite::model::{Level, UnitRef};
use crate::lexicon::{Phrase, Word, words};

impl Cursor<'_> {
    /// The chains of the run that begins at a token, its units as written, and the token after it.
    pub(super) fn chains(self, at: usize) -> Option<(Vec<Chain>, Vec<UnitRef>, usize)> {
        let mut units = Vec::new();
        let (groups, mut end) = self.groups(at, &mut units)?;
        let mut chains = vec![Chain { groups, join: Join::None }];
        loop {
            if let Some(aside_end) = self.parts_in_brackets(end, &mut chains, &mut units) {
                end = aside_end;
                continue;
            }
            let Some((join, next)) = self.joint(end, &chains) else { break };
            let mark = units.len();
            let Some((mut groups, group_end)) = self.groups(next, &mut units) else {
                units.truncate(mark);
                break;
            };
            let chain = chains.last_mut()?;
            let group = &groups[0];
            let last = chain.groups.last()?.level;
            let continues = match join {
                Join::None | Join::Of if groups.len() == 1 => {
                    let ascending = chain.groups.len() < 2 || chain.groups[0].level > chain.groups[1].level;
                    let descending = chain.groups.len() < 2 || chain.groups[0].level < chain.groups[1].level;
                    (group.level < last && ascending) || (group.level > last && descending && join == Join::None)
                }
                _ => false,
            };
            if continues {
                chain.groups.append(&mut groups);
            } else if matches!(join, Join::None | Join::Of) {
                // "khoản 1 khoản 2" is no grammar.
                units.truncate(mark);
                break;
            } else {
                chains.push(Chain { groups, join });
            }
            end = group_end;
        }
        Some((chains, units, end))
    }

    /// "Điều 3 (khoản 1, khoản 2)": brackets that list smaller parts of the unit in front. The chain in front is replaced by
    /// one for each part. The index of the token after the brackets.
    fn parts_in_brackets(self, end: usize, chains: &mut Vec<Chain>, units: &mut Vec<UnitRef>) -> Option<usize> {
        if !self.is(end, words::OPEN) || self.tokens()[end].has(EMPTY_LINE) {
            return None;
        }
        let plural = usize::from(self.is_any(end + 1, &[words::CAC, words::NHUNG]));
        let (level, _) = self.unit_word(end + 1 + plural)?;
        let whole = chains.last()?;
        let first = whole.groups.first()?;
        if first.level >= level || first.labels.iter().any(|l| l.text == "này" || l.range) {
            return None;
        }
        let (parts, part_units, parts_end) = self.chains(end + 1 + plural)?;
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
    fn joint(self, end: usize, chains: &[Chain]) -> Option<(Join, usize)> {
        use words as w;
        let unit_at = |i: usize| self.unit_of_list(i);
        if let Some(i) = unit_at(end) {
            return Some((Join::None, i));
        }
        let token = self.token(end)?;
        if token.is(w::CUA) || token.is(w::THUOC) {
            return unit_at(end + 1).map(|i| (Join::Of, i));
        }
        if token.is(w::VAO) {
            // "điểm i vào khoản 18 Điều 3"; "khoản 4a vào sau khoản 4"
            let after = usize::from(self.is(end + 1, w::SAU));
            return unit_at(end + 1 + after).map(|i| (if after == 1 { Join::After } else { Join::Of }, i));
        }
        if token.is(w::DEN) || token.is(w::TOI) || (token.is(w::DASH) && token.has(GAP)) {
            return unit_at(end + 1).map(|i| (Join::Range, i));
        }
        let level = chains.last()?.groups.last()?.level;
        // "Điểm đ / Khoản 2 / Điều 7"; "Điều 12/Điều 13"
        if token.is(w::SLASH) {
            let i = unit_at(end + 1)?;
            let same = self.unit_word(i).is_some_and(|(next, _)| next == level);
            return Some((if same { Join::And } else { Join::Of }, i));
        }
        if token.is(w::OPEN) {
            // "điểm a khoản 1 (trừ các đơn vị thuộc xã), khoản 2 Điều 5", "Điều 52 (phạm tội có tổ chức); Điều 51"
            let lacks = chains.last()?.groups.iter().all(|g| g.level > Level::Article);
            let close = (end + 1..self.tokens().len().min(end + 60)).find(|&i| self.is(i, w::CLOSE))?;
            if !lacks && self.after_aside(end) == end {
                return None;
            }
            if let Some(i) = unit_at(close + 1).filter(|_| lacks) {
                return Some((Join::None, i));
            }
            let (join, i) = self.joint_mark(close + 1)?;
            return unit_at(i).map(|i| (join, i));
        }
        let (join, i) = self.joint_mark(end)?;
        unit_at(i).map(|i| (join, i))
    }

    /// Where the unit word of the next member of a list is: "các khoản", "từ khoản 2 đến", "các khoản từ khoản 5 đến", "tại khoản".
    fn unit_of_list(self, at: usize) -> Option<usize> {
        use words as w;
        let mut i = at + usize::from(self.is_any(at, &[w::CAC, w::NHUNG]));
        match self.unit_word(i) {
            Some((level, end)) if self.is(end, w::TU_FROM) && self.unit_word(end + 1).is_some_and(|u| u.0 == level) => {
                i = end + 1;
            }
            None if self.is_any(i, &[w::TAI, w::TU_FROM]) => i += 1,
            _ => {}
        }
        // A page break leaves an empty line: "Chương V và⏎⏎Chương VI"
        let over_page = i > 0 && self.is_any(i - 1, &[w::VA, w::HOAC]) && !self.tokens()[i - 1].has(EMPTY_LINE);
        let near = !self.token(i)?.has(EMPTY_LINE) || over_page;
        (self.unit_word(i).is_some() && near && !self.is_own_heading(i)).then_some(i)
    }

    /// The token after an aside in brackets at a token, where it holds plain words only: "(phạm tội có tổ chức)". Else the token
    /// itself.
    pub(super) fn after_aside(self, at: usize) -> usize {
        const LONGEST: usize = 40;
        if !self.is(at, words::OPEN) {
            return at;
        }
        let plain = |i: usize| {
            self.token(i).is_some_and(|t| (t.kind == Kind::Word || t.is(words::COMMA)) && !t.has(EMPTY_LINE))
                && !(self.is_capital(i) && self.phrases(i).kind.is_some())
        };
        let close = (at + 1..at + LONGEST).find(|&i| !plain(i)).unwrap_or(at + LONGEST);
        if close > at + 1 && self.is(close, words::CLOSE) { close + 1 } else { at }
    }

    /// ",", ";", "và", ", và", "hoặc", "và/hoặc", "hay", "cùng với", "cũng như", "&" at a token; the index of the token after.
    fn joint_mark(self, at: usize) -> Option<(Join, usize)> {
        let token = self.token(at)?;
        if token.is(words::COMMA) {
            let and = self.conjunction(at + 1);
            return Some((if and > 0 { Join::And } else { Join::Comma }, at + 1 + and));
        }
        if token.is(words::SEMICOLON) {
            return Some((Join::Semicolon, at + 1 + self.conjunction(at + 1)));
        }
        let and = self.conjunction(at);
        (and > 0).then_some((Join::And, at + and))
    }

    /// How many tokens a word takes that joins members of a list: "và", "hoặc", "hay", "và/hoặc", "cùng với", "cũng như", "&".
    fn conjunction(self, at: usize) -> usize {
        use words as w;
        if self.is_any(at, &[w::VA, w::HOAC]) {
            return if self.is(at + 1, w::SLASH) { 3 } else { 1 };
        }
        if self.is_any(at, &[w::HAY, w::AMPERSAND, w::LAN_BOTH]) {
            return 1;
        }
        let two = self.words_at(at, &[w::CUNG, w::VA])
            || self.words_at(at, &[w::CUNG, w::VOI])
            || self.words_at(at, &[w::CUNG_ALSO, w::NHU_COMPARE]);
        if two { 2 } else { 0 }
    }

    /// The groups that begin at a unit word: one, or those of "Điều 22.4.b".
    fn groups(self, at: usize, units: &mut Vec<UnitRef>) -> Option<(Vec<Group>, usize)> {
        match self.dotted_pinpoint(at, units) {
            Some(found) => Some(found),
            None => self.group(at, units).map(|(group, end)| (vec![group], end)),
        }
    }

    /// "Điều 22.4.b": article, clause and point joined by full stops.
    fn dotted_pinpoint(self, at: usize, units: &mut Vec<UnitRef>) -> Option<(Vec<Group>, usize)> {
        let (Level::Article, article) = self.unit_word(at)? else { return None };
        let glued_dot = |i: usize| self.is(i, words::DOT) && self.is_glued(i) && self.is_glued(i + 1);
        if !(self.is_digits(article) && glued_dot(article + 1) && self.is_digits(article + 2) && glued_dot(article + 3))
        {
            return None;
        }
        let parts = [(Level::Point, article + 4), (Level::Clause, article + 2), (Level::Article, article)];
        let mut groups = Vec::with_capacity(parts.len());
        for (level, label_at) in parts {
            let text = match level {
                // "Điều 4.3.1" of a contract is one label.
                Level::Point if self.is_digits(label_at) => return None,
                Level::Point => self.label(level, label_at).filter(|(_, end)| *end == label_at + 1)?.0,
                _ => self.digits(label_at, 3)?.to_owned(),
            };
            groups.push(Group { level, labels: vec![Label { text, range: false }] });
        }
        for (level, label_at) in parts.into_iter().rev() {
            let word = (level == Level::Article).then(|| self.span(at, article));
            units.push(UnitRef { level, word, label: self.tokens()[label_at].span() });
        }
        Some((groups, article + 5))
    }

    /// One unit word with its labels: "các điểm a, b và đ", "khoản 1, 2", "khoản 3 đến 5".
    fn group(self, at: usize, units: &mut Vec<UnitRef>) -> Option<(Group, usize)> {
        let (level, unit_end) = self.unit_word(at)?;
        if self.is_compound(at) {
            return None;
        }
        // "các điểm từ c đến e"
        let plural = at > 0 && self.is_any(at - 1, &[words::CAC, words::NHUNG]);
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
            // "khổ thứ 2, 3"
            let counted = labels[0].text.starts_with("thứ ") && self.is_digits(next);
            let text = if counted { format!("thứ {text}") } else { text };
            if self.is(end, words::SEMICOLON) && !self.is_list_of_semicolons(level, next) {
                break;
            }
            if text == "này" || !self.is_list_label(level, &labels, next, label_end) {
                break;
            }
            units.push(UnitRef { level, word: None, label: self.span(next, label_end) });
            labels.push(Label { text, range });
            end = label_end;
        }
        Some((Group { level, labels }, end))
    }

    /// What joins labels of one unit word: comma, semicolon, "và", "hoặc", "hay", "&", "đến", a dash; true for a range. "từ" may
    /// follow: "các điều 88, 92, từ 100 đến 103".
    fn label_joint(self, at: usize) -> Option<(bool, usize)> {
        use words as w;
        let token = self.token(at)?;
        let from = |i: usize| i + usize::from(self.is(i, w::TU_FROM) && self.is_digits(i + 1));
        let and = |i: usize| self.is_any(i, &[w::VA, w::HOAC, w::HAY, w::AMPERSAND]);
        if token.is(w::COMMA) {
            Some((false, from(at + 1 + usize::from(and(at + 1)))))
        } else if and(at) {
            Some((false, from(at + 1)))
        } else if token.is(w::SEMICOLON) {
            Some((false, at + 1))
        } else if token.is(w::DEN) || token.is(w::TOI) || token.is(w::DASH) {
            Some((true, at + 1))
        } else {
            None
        }
    }

    /// Whether semicolons join labels: "các điều 33; 41; 51 của Bộ luật", "điểm b; d; đ khoản 1", but not "Điều 5; 3 năm". Behind
    /// the last label comes a larger unit or the instrument.
    fn is_list_of_semicolons(self, level: Level, at: usize) -> bool {
        use words as w;
        let mut i = at;
        while let Some((_, end)) = self.label(level, i).filter(|_| !self.tokens()[i].begins_line()) {
            if !self.is_any(end, &[w::SEMICOLON, w::COMMA, w::VA]) || self.label(level, end + 1).is_none() {
                let larger = self.unit_word(end).is_some_and(|(next, _)| next < level);
                return larger || self.is(end, w::CUA) || self.instrument_follows(end);
            }
            i = end + 1;
        }
        false
    }

    /// Whether a label really continues with a list: not "khoản 1, 05 ngày", "Điều 5, 2020", nor a letter that is a word.
    fn is_list_label(self, level: Level, labels: &[Label], at: usize, end: usize) -> bool {
        let token = self.tokens()[at];
        if token.has(EMPTY_LINE) && !self.goes_over_page(at) {
            return false;
        }
        if token.kind == Kind::Digits {
            // A leading zero is a count ("05 ngày"), and so is a number with a noun in small letters right after that is
            // no unit and no connector, when it does not go up.
            if self.slice(at).starts_with('0') {
                return false;
            }
            // "điểm a và 57-NQ/TW": the number of an act.
            if self.is(end, words::DASH) && self.is_glued(end) && self.is_glued(end + 1) && self.is_capital(end + 1) {
                return false;
            }
            let value =
                |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok();
            let last = labels.last().and_then(|l| value(&l.text));
            let this = value(self.slice(at));
            if last.zip(this).is_some_and(|(last, this)| this < last) {
                return false;
            }
            return !self.is_any(end, &[words::NGAY, words::THANG, words::NAM]);
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

    /// "các điểm a, b,⏎⏎c và d khoản 1": a page break leaves an empty line behind a comma.
    pub(super) fn goes_over_page(self, at: usize) -> bool {
        at > 0
            && self.is(at - 1, words::COMMA)
            && !self.tokens()[at - 1].has(EMPTY_LINE)
            && !self.is_capital(at)
            && (self.is_any(at + 1, &[words::COMMA, words::VA]) || self.unit_word(at + 1).is_some())
    }

    /// "tài khoản 111", "thời điểm a", "danh mục 2": the word in front makes another word of it.
    fn is_compound(self, at: usize) -> bool {
        if at == 0 || self.tokens()[at].begins_line() {
            return false;
        }
        let vocabulary = self.vocabulary();
        let (first, second) = (self.tokens()[at - 1].word, self.tokens()[at].word);
        first != Word::NONE
            && vocabulary
                .step(0, first)
                .and_then(|node| vocabulary.step(node, second))
                .is_some_and(|node| vocabulary.at(node).phrases.contains(&Phrase::Compound))
    }

    /// A heading of the document itself ("Điều 5. Hiệu lực"), which ends a run in front of it.
    fn is_own_heading(self, at: usize) -> bool {
        let token = self.tokens()[at];
        token.begins_line() && token.has(CAPITAL) && {
            let Some((level, unit_end)) = self.unit_word(at) else { return false };
            let Some((_, end)) = self.label(level, unit_end) else { return false };
            let before = self.tokens()[at.saturating_sub(1)];
            let sentence_ended = before.is(words::DOT) || before.is(words::SEMICOLON);
            self.is(end, words::DOT) && self.is_glued(end) && sentence_ended
        }
    }
}
