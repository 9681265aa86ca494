//! Instruments named without a number: laws, codes, the Constitution, nicknames.

use super::lexer::Kind;
use super::reader::{AmendingTitle, Phrases, Reader};
use super::{MentionKind, NameRef, YearRef};
use crate::lexicon::{Word, words};
use crate::text::fold;

/// So many words stand at most between "sửa đổi, bổ sung" and the first law: "một số điều, khoản của Bộ".
const LONGEST_TITLE_BEFORE_LAW: usize = 16;
/// An unknown law's name has at most so many words.
const LONGEST_NAME: usize = 22;
/// The title of a law that amends others has at most so many.
const LONGEST_AMENDING_TITLE: usize = 100;

impl Reader<'_> {
    /// A name of the vocabulary that begins here: the longest one.
    pub(super) fn name(&mut self, phrases: &Phrases) -> bool {
        let Some((end, id)) = phrases.name else { return false };
        let at = self.at;
        if !self.is_capital(at) && !self.is_small_law(at, end) {
            return false;
        }
        if self.amends(phrases.kind.map_or(end, |(kind_end, _, _)| kind_end)) && self.names_amended_law(at, end) {
            return false;
        }
        let named = self.vocabulary.name(id);
        // An abbreviation is written in capitals: "BLDS", not "blds"; and nothing is glued to it.
        let last = self.tokens[end - 1];
        if last.kind == Kind::Digits
            && let Some(next) = self.tokens.get(end)
            && self.is_glued(end)
            && (next.is(words::SLASH) || next.is(words::DASH) || next.kind == Kind::Word)
        {
            return false;
        }
        if phrases.kind.is_some_and(|(kind_end, _, _)| kind_end >= end)
            && phrases.agency.is_none()
            && named.canonical != "Hiến pháp"
        {
            return false;
        }
        let (canonical, informal) = (named.canonical.clone(), named.informal);
        self.push_name(at, end, canonical, informal, true);
        true
    }

    /// "điều 651 bộ luật dân sự 2015": a law in small letters, where a year or a run of provisions beside it shows that one law
    /// is meant and not a field of law.
    fn is_small_law(&self, at: usize, end: usize) -> bool {
        let law = self.is(at, words::LUAT)
            || self.are(at, &[words::BO_MINISTRY, words::LUAT])
            || self.are(at, &[words::PHAP, words::LENH]);
        if !law || end < at + 3 || (at > 0 && self.is(at - 1, words::PHAP)) {
            return false;
        }
        let year = self.four_digit_year(end + usize::from(self.is(end, words::NAM))).is_some();
        let start = self.tokens[at - usize::from(at > 0 && self.is(at - 1, words::CUA))].start as usize;
        let behind_run = self.open_runs.last().is_some_and(|&run| {
            let run_end = self.mentions[run].span.end;
            run_end <= start && self.text[run_end..start].trim_matches([' ', ',']).is_empty()
        });
        year || behind_run
    }

    /// "Hiến pháp" alone is a name; the type word of a constitution bears no number.
    pub(super) fn hien_phap(&mut self, at: usize, end: usize, name: &str) -> bool {
        if name != "Hiến pháp" || !self.is_capital(at) || self.slice(at).chars().count() < 3 {
            return false;
        }
        self.push_name(at, end, "Hiến pháp".to_owned(), false, true);
        true
    }

    /// A programme or scheme under its popular number: "Chương trình 135", "Đề án 844".
    pub(super) fn programme(&mut self, at: usize, end: usize, name: &str) -> bool {
        if !matches!(name, "Đề án" | "Chương trình") || !self.is_capital(at) || self.slice(at).len() < 4 {
            return false;
        }
        if self.tokens.get(end).is_none_or(|t| t.kind != Kind::Digits || t.has(super::lexer::EMPTY_LINE)) {
            return false;
        }
        // "Chương trình 2 giờ", "Chương trình 2025": a count or a year.
        let written = self.slice(end);
        let popular = written.len() == 3 || (written.len() == 2 && written.starts_with('0'));
        let counts = [words::NGAY, words::THANG, words::NAM, words::TRIEU, words::TY, words::NGHIN, words::LAN];
        let goes_on = self.tokens.get(end + 1).is_some_and(|t| {
            counts.iter().any(|w| t.is(*w))
                || t.is(words::SLASH)
                || t.is(words::DASH)
                || (self.is_glued(end + 1) && (t.kind == Kind::Word || (t.is(words::DOT) && self.is_glued(end + 2))))
        });
        if !popular || goes_on {
            return false;
        }
        let canonical = format!("{name} {written}");
        self.push_name(at, end + 1, canonical, true, false);
        true
    }

    /// A law that the vocabulary does not know, where number, year or date show its end:
    /// "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", "Luật Công nghiệp công nghệ số năm 2025".
    pub(super) fn unknown_law(&mut self, at: usize, end: usize, name: &str) -> bool {
        if !self.may_be_unknown_law(at, end, name) {
            return false;
        }
        let mut i = end;
        while let Some(token) = self.tokens.get(i) {
            // "Luật Bầu cử và Quyết định số …": another instrument begins, the name ended before the connector.
            let next_instrument = i > end + 1
                && self.is_capital(i)
                && self.vocabulary.starts_phrase(token.word)
                && self.phrases(i).kind.is_some();
            if next_instrument {
                let connector = |k: usize| self.is(k, words::VA) || self.is(k, words::COMMA);
                let mut last = i;
                while last > end + 1 && connector(last - 1) {
                    last -= 1;
                }
                if last == i {
                    return false;
                }
                let canonical = capitalised(&fold::tidy(self.span(at, last).of(self.text)));
                self.push_name(at, last, canonical, false, false);
                return true;
            }
            let ends = (token.is(words::SO)
                && self
                    .tokens
                    .get(i + 1)
                    .is_some_and(|t| t.kind == Kind::Digits && self.text[t.end as usize..].starts_with('/')))
                || (token.is(words::NAM) && self.four_digit_year(i + 1).is_some())
                || (token.is(words::NGAY) && self.date(i).is_some());
            if ends {
                let canonical = capitalised(&fold::tidy(self.span(at, i).of(self.text)));
                self.push_name(at, i, canonical, false, false);
                return true;
            }
            let within = token.kind == Kind::Word || token.is(words::COMMA) || token.is(words::DASH);
            if !within
                || i - end > LONGEST_NAME
                || token.has(super::lexer::EMPTY_LINE)
                || (token.kind == Kind::Word && i > end && self.is_law_word(i))
            {
                return false;
            }
            i += 1;
        }
        false
    }

    /// Whether [`Self::unknown_law`] may find a name here.
    pub(super) fn may_be_unknown_law(&self, at: usize, end: usize, name: &str) -> bool {
        matches!(name, "Luật" | "Bộ luật" | "Pháp lệnh")
            && self.is_capital(at)
            && self.is_capital(end)
            && !self.amends(end)
    }

    /// "Luật sửa đổi, bổ sung …": whether an amending act's title goes on at a token.
    pub(super) fn amends(&self, at: usize) -> bool {
        self.are(at, &[words::SUA, words::DOI]) || self.are(at, &[words::BO, words::SUNG])
    }

    /// "Luật sửa đổi, bổ sung một số điều của Luật Đất đai" is marked by the law that it amends, and "Luật sửa đổi" alone
    /// says nothing; "… của 37 luật có liên quan đến quy hoạch" is a name of its own.
    pub(super) fn names_amended_law(&self, at: usize, end: usize) -> bool {
        end - at <= 4
            || (at + 1..end).any(|i| {
                let code = self.are(i, &[words::BO_MINISTRY, words::LUAT]);
                (self.is(i, words::LUAT) || code || self.are(i, &[words::PHAP, words::LENH]))
                    && self.is_capital(i)
                    && self.is_capital(i + 1 + usize::from(code || self.is(i, words::PHAP)))
            })
            || (at + 1..end).any(|i| self.are(i, &[words::CUA, words::LUAT]))
    }

    /// Whether one number stands behind the title of an amending law: "… của Luật Xây dựng số 62/2020/QH14". Where each of
    /// several amended laws has one, none is the amending law's.
    pub(super) fn amending_law_has_number(&self, title: usize) -> bool {
        let mut i = title;
        while let Some(token) = self.tokens.get(i).filter(|_| i < title + LONGEST_AMENDING_TITLE) {
            if token.has(super::lexer::EMPTY_LINE) || token.is(words::SEMICOLON) || token.is(words::DOT) {
                return false;
            }
            if self.is(i, words::SO) && self.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Digits) {
                // "Nghị định sửa đổi … của Nghị định số 15/2021/NĐ-CP": the amended act's.
                if self.ends_type_word(i) {
                    return false;
                }
                return !self.another_law_follows_number(i + 1);
            }
            i += 1;
        }
        false
    }

    /// Whether a type word ends before a token: "Luật" or the second word of "Nghị định", "Thông tư", "Nghị quyết".
    fn ends_type_word(&self, at: usize) -> bool {
        let ends = |from: usize| self.phrases(from).kind.is_some_and(|(end, _, _)| end == at) && self.is_capital(from);
        (1..=2).any(|back| at.checked_sub(back).is_some_and(ends))
    }

    /// Words that a name of a law does not hold: another instrument or a phrase of the sentence begins.
    fn is_law_word(&self, at: usize) -> bool {
        const NEVER: [Word; 6] = [words::NAY, words::THEO, words::TAI, words::DUOC, words::DA, words::LUAT];
        NEVER.iter().any(|w| self.is(at, *w))
    }

    fn push_name(&mut self, at: usize, name_end: usize, canonical: String, informal: bool, known: bool) {
        let so = usize::from(self.is(name_end, words::SO))
            + usize::from(self.is(name_end, words::SO) && self.is(name_end + 1, words::COLON));
        let amended = self.amended_law(at, name_end, so);
        let mut end = name_end;
        let mut year = None;
        if !amended {
            // "năm 2024" or "2024" right behind belongs to the span.
            if self.is(end, words::NAM)
                && let Some(y) = self.four_digit_year(end + 1)
            {
                year = Some(YearRef { span: self.tokens[end + 1].span(), year: y });
                end += 2;
            } else if let Some(y) = self.four_digit_year(end)
                && !self.is_glued(end)
                && !(self.is(end + 1, words::DASH) || self.is(end + 1, words::SLASH))
            {
                year = Some(YearRef { span: self.tokens[end].span(), year: y });
                end += 1;
            }
        }
        let (attributes, attributes_end) = if amended { Default::default() } else { self.attributes(end) };
        if year.is_none()
            && let Some(date) = &attributes.date
        {
            year = Some(YearRef { span: date.span, year: date.year });
        }
        let span = self.span(at, end);
        let mention = self.push(
            span,
            MentionKind::Name(Box::new(NameRef { canonical, year, number: None, attributes, informal, known })),
        );
        // A number beside the name, "Luật Đấu thầu số 61/2005/QH11", belongs to it.
        let digits = if end == name_end { end + so } else { end + usize::from(self.is(end, words::SO)) };
        let mut number_follows = false;
        if self.tokens.get(digits).is_some_and(|t| t.kind == Kind::Digits) {
            let scan = self.scan_at(digits);
            number_follows = scan.as_ref().is_some_and(|s| s.certainty == super::number::Certainty::Sure);
            self.looked_at = Some((digits, scan));
        }
        self.at = end;
        if number_follows {
            let name: &'static str = if self.is(at, words::PHAP) {
                "Pháp lệnh"
            } else if self.are(at, &[words::BO_MINISTRY, words::LUAT]) {
                "Bộ luật"
            } else {
                "Luật"
            };
            self.anchor = Some(super::reader::Anchor {
                span: self.span(at, at + if name == "Luật" { 1 } else { 2 }),
                name,
                abbreviated: false,
                end,
                numbers: 0,
            });
            let before = self.mentions.len();
            self.at = digits;
            self.digits();
            if self.mentions.len() > before
                && !amended
                && let MentionKind::Name(name) = &mut self.mentions[mention].kind
            {
                name.number = Some(before);
            }
            if let Some(title) = &mut self.amending_title {
                title.end = self.at;
            }
            return;
        }
        self.anchor = None;
        if amended {
            // What is cited here is the amending law, which nothing marks: no run belongs to the law that it amends.
            self.reference = None;
            if self.sentence.cited.len() < self.sentence.cited.inline_size() {
                self.sentence.cited.push(mention);
            }
            self.frame(mention);
            return;
        }
        self.instrument(mention, end, attributes_end);
    }

    /// The title of an amending law begins at a token: "sửa đổi, bổ sung một số điều của Luật …" behind "Luật" or, `numbered`,
    /// "Luật số 43/2024/QH15".
    pub(super) fn begin_amending_title(&mut self, at: usize, name: &str, numbered: bool) {
        if matches!(name, "Luật" | "Bộ luật" | "Pháp lệnh") && self.amends(at) {
            self.amending_title = Some(AmendingTitle { end: at, laws: 0, numbered });
        }
    }

    /// Whether the law named in `at..end` is one that the title of an amending law ends with, so that what stands behind is
    /// said of the amending law: "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14". `so` is how many
    /// tokens "số" takes.
    fn amended_law(&mut self, at: usize, end: usize, so: usize) -> bool {
        let Some(mut title) = self.amending_title.take() else { return false };
        let joins = |i: usize| [words::COMMA, words::VA, words::CUA, words::CAC].iter().any(|w| self.is(i, *w));
        let within = if title.laws == 0 {
            at - title.end <= LONGEST_TITLE_BEFORE_LAW
        } else {
            at - title.end <= 4 && (title.end..at).all(joins)
        };
        if !within {
            return false;
        }
        title.laws += 1;
        title.end = end;
        if so > 0 && self.tokens.get(end + so).is_some_and(|t| t.kind == Kind::Digits) {
            title.numbered |= self.another_law_follows_number(end + so);
            self.amending_title = title.numbered.then_some(title);
            return !title.numbered;
        }
        self.amending_title = Some(title);
        true
    }

    /// Whether behind the number that begins with the digits at a token another law follows that has a number of its own:
    /// ", Luật Nhà ở số …" but not ", Luật số …".
    fn another_law_follows_number(&self, digits: usize) -> bool {
        let mut behind = digits + 1;
        while self.is_glued(behind) && !self.is(behind, words::COMMA) {
            behind += 1;
        }
        (self.is(behind, words::COMMA) || self.is(behind, words::VA))
            && self.is(behind + 1, words::LUAT)
            && !self.is(behind + 2, words::SO)
    }
}

/// The first letter behind the type word as a capital: "Bộ luật tố tụng hình sự" → "Bộ luật Tố tụng hình sự".
fn capitalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let lower = name.to_lowercase();
    let all_capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let source = if all_capitals { lower.as_str() } else { name };
    let skip =
        ["bộ luật ", "luật ", "pháp lệnh "].iter().find(|p| lower.starts_with(**p)).map_or(0, |p| p.chars().count());
    for (i, c) in source.chars().enumerate() {
        if i == 0 || i == skip {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}
