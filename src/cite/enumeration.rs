//! Numbers in running text: with the type word in front, in enumerations, and without their symbol.
//!
//! - `Nghị định số 30/2020/NĐ-CP`: type word, "số", number.
//! - `các Nghị định số 15/2013/NĐ-CP và 46/2015/NĐ-CP`: one type word for several numbers.
//! - `các Quyết định số 12, 13 và 15/QĐ-UBND`: one symbol for several serials.
//! - `Nghị định 168`, `Thông tư 80/2021`, `NĐ 43`: no symbol at all.

use super::lexer::Kind;
use super::number::{Certainty, Family, Number, Scan, leading_zeros, scan};
use super::reader::{Anchor, Reader, Reference};
use super::{MentionKind, NumberRef, Target, TypeWord};
use crate::law::types;
use crate::lexicon::words;
use crate::text::Span;

/// Types that are cited by the bare serial ("Nghị định 168"): of others a bare number is a count or a part of a name.
const BARE: [&str; 9] = [
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Nghị quyết",
    "Chỉ thị",
    "Thông tư liên tịch",
    "Kết luận",
    "Pháp lệnh",
    "Công văn",
];

/// Acts of 1945–1976, which are cited by the bare serial as often as with their symbol: "Sắc lệnh số 63".
const OLD_BARE: [&str; 2] = ["Sắc lệnh", "Sắc luật"];

/// Organs of companies: `727/QĐ-HĐQT` (board of directors).
const COMPANY: [&str; 8] = ["HĐQT", "HĐTV", "HĐTVT", "ĐHĐCĐ", "TGĐ", "BKS", "CTHĐQT", "CTHĐTV"];

impl Reader<'_> {
    /// Digits: a number of an instrument, or nothing.
    pub(super) fn digits(&mut self) {
        let at = self.at;
        self.sentence.fresh = false;
        if self.ocr_number(at) {
            return;
        }
        if self.may_be_number(at)
            && let Some(scan) = self.scan_at(at)
        {
            if !self.accepts(at, &scan) || self.is_glued_to_other_type(at, &scan) {
                if self.is_form(self.so_before(at).unwrap_or(at), &scan) {
                    self.form = Some(self.token_from(scan.span.end));
                }
                self.at = at + 1;
                return;
            }
            if self.is_broken_serial(at) {
                self.broken_serial(at, scan);
                return;
            }
            self.number(at, scan);
            return;
        }
        self.at = at + 1;
    }

    /// Whether the digits at a token, with which a number begins, follow others behind the type word: "số 1 9/2011/NĐ-CP".
    fn is_broken_serial(&self, at: usize) -> bool {
        at > 0
            && self.tokens[at - 1].kind == Kind::Digits
            && self.text.get(self.tokens[at - 1].end as usize..self.tokens[at].start as usize) == Some(" ")
            && self.anchor_before(at - 1).is_some()
    }

    /// "số 1 9/2011/NĐ-CP": a blank within the serial, where a single digit stands before or behind it. Else a mark may have
    /// been lost, and nobody can tell.
    fn broken_serial(&mut self, at: usize, mut scan: Scan) {
        let (head, tail) = (self.slice(at - 1), self.slice(at));
        let joined = format!("{head}{tail}");
        self.at = at + 1;
        if joined.len() > 4 || head.len().min(tail.len()) > 1 {
            return;
        }
        let Ok(serial) = joined.parse() else { return };
        scan.number.serial = serial;
        if scan.number.family == Family::Old {
            scan.number.zeros = leading_zeros(&joined);
        }
        scan.slips.retain(|s| !matches!(s.kind, super::SlipKind::LeadingZero | super::SlipKind::Padded));
        let gap = Span::new(self.tokens[at - 1].end as usize, self.tokens[at].start as usize);
        scan.slips.insert(0, super::Slip { kind: super::SlipKind::Space, span: gap, expected: String::new() });
        scan.span.start = self.tokens[at - 1].start as usize;
        self.number(at - 1, scan);
    }

    /// The number that begins with the digits at a token. Rules that look ahead at a number leave it in
    /// [`Self::looked_at`] for the one that reads it.
    pub(super) fn scan_at(&mut self, at: usize) -> Option<Scan> {
        match self.looked_at.take() {
            Some((token, scan)) if token == at => scan,
            _ => scan(self.text, self.tokens[at].start as usize, false),
        }
    }

    /// "Mẫu PL20-PĐGKQ.docx": an abbreviation of a type glued in front, and a number of another type or none for sure.
    fn is_glued_to_other_type(&self, at: usize, scan: &Scan) -> bool {
        let Some(anchor) = self.anchor.filter(|a| a.end == at && a.abbreviated) else { return false };
        let same = scan.number.kind().is_some_and(|kind| kind.name == anchor.name);
        self.is_glued(at) && !(same && scan.certainty == Certainty::Sure)
    }

    /// "l5/2020/TT-BYT", "O5/2021/NĐ-CP": a letter that was read for the first digit.
    fn ocr_number(&mut self, at: usize) -> bool {
        if at == 0 || !self.is_glued(at) {
            return false;
        }
        let before = self.tokens[at - 1];
        let digit = match self.slice(at - 1) {
            "l" | "I" => "1",
            "O" | "o" => "0",
            _ => return false,
        };
        let token = self.tokens[at];
        let Some(mut scan) = scan(self.text, token.start as usize, false) else { return false };
        let Ok(serial) = format!("{digit}{}", self.slice(at)).parse::<u32>() else { return false };
        if scan.certainty < Certainty::Sure || scan.number.year.is_none() {
            return false;
        }
        scan.number.serial = serial;
        scan.slips.retain(|s| s.kind != super::SlipKind::LeadingZero);
        scan.slips
            .insert(0, super::Slip { kind: super::SlipKind::Ocr, span: before.span(), expected: digit.to_owned() });
        scan.span.start = before.start as usize;
        self.number(at - 1, scan);
        true
    }

    /// A quick look at what surrounds the digits: most digits of a text are no numbers of instruments.
    fn may_be_number(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let bytes = self.text.as_bytes();
        // Left border: no letter, digit, slash or dash glued in front.
        if at > 0 && self.is_glued(at) && token.start > 0 {
            let before = &self.tokens[at - 1];
            // "Nghị định30/2020/NĐ-CP" lost a blank.
            let type_word = self.anchor.is_some_and(|a| a.end == at);
            if (before.kind == Kind::Word && !before.is(words::SO) && !type_word)
                || before.is(words::SLASH)
                || before.is(words::DASH)
                || before.is(words::DOT)
            {
                return false;
            }
        }
        match bytes.get(token.end as usize) {
            None | Some(b',' | b';' | b')' | b':' | b'%' | b'\n' | b'"') => false,
            Some(b' ') => {
                let next = self.tokens.get(at + 1);
                next.is_some_and(|t| t.is(words::SLASH) || t.is(words::DASH))
                    || (next.is_some_and(|t| t.has(super::lexer::CAPITAL)) && self.cued(at))
            }
            _ => true,
        }
    }

    /// Whether a type word or "số" stands right in front, or the digits go on with an enumeration.
    fn cued(&self, at: usize) -> bool {
        self.so_before(at).is_some() || self.anchor_before(at).is_some()
    }

    /// The word "số" in front, with its colon or doubling: index of its first token.
    fn so_before(&self, at: usize) -> Option<usize> {
        let mut i = at;
        let mut found = None;
        while i > 0 && at - i < 4 {
            let token = &self.tokens[i - 1];
            if token.is(words::SO) {
                found = Some(i - 1);
            } else if !(token.is(words::COLON) || token.is(words::DOT)) {
                break;
            }
            i -= 1;
        }
        found
    }

    /// The type word that a number at this token belongs to.
    fn anchor_before(&self, at: usize) -> Option<Anchor> {
        let anchor = self.anchor?;
        let mut i = self.so_before(at).unwrap_or(at);
        if anchor.end == i {
            return Some(anchor);
        }
        // Between the numbers of an enumeration stand only connectors.
        let connector = |t: &super::lexer::Token| {
            [
                words::COMMA,
                words::SEMICOLON,
                words::VA,
                words::HOAC,
                words::CUNG,
                words::AMPERSAND,
                words::SO,
                words::COLON,
            ]
            .iter()
            .any(|w| t.is(*w))
        };
        while i > anchor.end && connector(&self.tokens[i - 1]) {
            i -= 1;
        }
        (anchor.end == i && anchor.numbers > 0).then_some(anchor)
    }

    fn accepts(&self, at: usize, scan: &Scan) -> bool {
        let first = self.so_before(at).unwrap_or(at);
        if self.is_form(first, scan) {
            return false;
        }
        // Papers of companies and contracts are numbered alike and are no instruments.
        let contract = scan.number.type_code.as_deref().is_some_and(|code| code == "HĐ" || code.starts_with("PLHĐ"))
            || (scan.certainty < Certainty::Sure && self.names_contract(first));
        if contract
            || scan.number.issuers.iter().any(|c| COMPANY.contains(&c.as_str()))
            || self.anchor_before(at).is_some_and(|a| a.name == "Hợp đồng")
        {
            return false;
        }
        match scan.certainty {
            Certainty::Sure => true,
            Certainty::NeedsCue => self.cued(at),
            Certainty::NeedsTypeWord => match self.anchor_before(at) {
                Some(anchor) => {
                    scan.number.family != Family::Letter || letter_type(anchor.name) || self.so_before(at).is_some()
                }
                // "các Sắc lệnh số 05, 013 và 063/SL"
                None => self.anchor.is_some_and(|a| a.numbers == 0 && !self.serials_before(at, a).is_empty()),
            },
        }
    }

    /// Whether a number is that of a form or annex, as the words in front of the token `first` show: "Mẫu số 34/TB-ĐKT", "Biểu
    /// số 11/SCT-BCT", "Phụ lục số 01/QĐ-UB", "Mẫu số 01/TB-KTT, 02/TB-KTT", "mẫu quyết định số 02/QĐ-XPHC".
    fn is_form(&self, first: usize, scan: &Scan) -> bool {
        const LONGEST_LIST: usize = 16;
        if self.names_form(first) {
            return true;
        }
        // With a year it is an act: "Mẫu số 01/TB-KTT và 80/2021/TT-BTC".
        if scan.number.year.is_some() {
            return false;
        }
        if self.anchor.is_some_and(|a| a.end == first) {
            return self.is_form_of_act(self.anchor);
        }
        let lists = |i: usize| {
            [words::COMMA, words::SEMICOLON, words::VA, words::HOAC, words::SO].iter().any(|w| self.is(i, *w))
        };
        let from = first.saturating_sub(LONGEST_LIST);
        let counted = |i: usize| lists(i) || self.tokens[i].kind == Kind::Digits;
        let start = (from..first).rev().take_while(|&i| counted(i)).last().unwrap_or(first);
        let behind_form = self.form.is_some_and(|form| form < first && (form..first).all(counted));
        behind_form || (start < first && self.names_form(start))
    }

    /// "mẫu", "biểu", "phiếu", "phụ lục" in front of a token, with "số" and a colon between.
    fn names_form(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1 + usize::from(at > 0 && self.is(at - 1, words::COLON))) else {
            return false;
        };
        [words::MAU, words::BIEU, words::PHIEU].iter().any(|w| self.is(before, *w))
            || (self.is(before, words::LUC_ANNEX) && before > 0 && self.is(before - 1, words::PHU))
    }

    /// "Mẫu quyết định số 02": the type word names what the form is for.
    fn is_form_of_act(&self, anchor: Option<Anchor>) -> bool {
        anchor.and_then(|a| self.token_from(a.span.start).checked_sub(1)).is_some_and(|before| {
            self.tokens[before].end + 1 >= self.tokens[before + 1].start
                && (self.is(before, words::MAU) || self.is(before, words::BIEU))
        })
    }

    /// Whether "hợp đồng" stands before a token in the same clause: "Hợp đồng mua bán hàng hóa số …".
    fn names_contract(&self, at: usize) -> bool {
        const WORDS: usize = 8;
        let from = at.saturating_sub(WORDS);
        let clause = (from..at).rev().take_while(|&i| self.tokens[i].kind == Kind::Word).last().unwrap_or(at);
        (clause..at).any(|i| self.are(i, &[words::HOP, words::DONG]))
    }

    fn number(&mut self, at: usize, mut scan: Scan) {
        let anchor = self
            .anchor_before(at)
            .or_else(|| self.anchor.filter(|a| a.numbers == 0 && !self.serials_before(at, *a).is_empty()));
        let so = self.so_before(at);
        // "1234/CT-CS" behind "Công văn": CT is an issuer then, not the type Chỉ thị.
        if let Some(anchor) = anchor
            && letter_type(anchor.name)
            && anchor.name == "Công văn"
            && scan.number.family == Family::State
            && scan.number.year.is_none()
            && let Some(code) = scan.number.type_code.take()
        {
            scan.number.family = Family::Letter;
            scan.number.unit = Some(scan.number.issuers.join("-"));
            scan.number.issuers = vec![code];
            scan.slips.retain(|s| !matches!(s.kind, super::SlipKind::UnknownIssuer | super::SlipKind::MissingYear));
        }
        // "Thông tư số 59-TC/TCT": TC is the old Ministry of Finance there, not the type Thông cáo.
        if let Some(anchor) = anchor
            && scan.slips.iter().any(|s| s.kind == super::SlipKind::StateSeparators)
            && scan.number.year.is_none()
            && let Some(code) = &scan.number.type_code
            && types().by_name(anchor.name).is_some_and(|t| !t.codes.contains(code) && !t.party.contains(code))
        {
            let symbol_at = self.tokens[at].end as usize;
            scan.number.old_symbol = Some(self.text[symbol_at..scan.span.end].to_owned());
            scan.number.family = Family::Old;
            scan.number.zeros = leading_zeros(self.slice(at));
            scan.number.type_code = None;
            scan.number.issuers.clear();
            scan.slips.clear();
        }
        let header = self.is_heading_number(at, so);
        let mut end = self.token_from(scan.span.end);
        if end == at {
            end = at + 1;
        }
        let shared = anchor.map(|a| self.serials_before(at, a)).unwrap_or_default();
        for serial in shared {
            let mut number = scan.number.clone();
            number.serial = serial.1;
            number.zeros = if number.family == Family::Old { leading_zeros(serial.0.of(self.text)) } else { 0 };
            number.suffix.clear();
            let reference = NumberRef {
                number,
                slips: Vec::new(),
                type_word: anchor.map(|a| type_word_of(a, false)),
                so: None,
                attributes: super::Attributes::default(),
                shortened: true,
                amending: false,
                header: false,
            };
            self.push(serial.0, MentionKind::Number(Box::new(reference)));
        }
        let amending = self.is_amending_list(anchor);
        let (attributes, attributes_end) = self.attributes(end);
        let type_word = anchor.map(|a| type_word_of(a, a.numbers == 0));
        let dateless = attributes == super::Attributes::default();
        let reference = NumberRef {
            number: scan.number,
            slips: scan.slips,
            type_word,
            so: so.map(|i| self.span(i, at)),
            attributes,
            shortened: false,
            amending,
            header,
        };
        let mention = self.push(scan.span, MentionKind::Number(Box::new(reference)));
        if let Some(anchor) = &mut self.anchor {
            anchor.end = end;
            anchor.numbers += 1;
        }
        self.instrument(mention, end, attributes_end);
        if dateless && let Some(anchor) = anchor {
            self.begin_amending_title(end, anchor.name, true);
        }
        self.at = end;
    }

    /// Serials that share the symbol of the number at `at`: "12, 13 và" of "số 12, 13 và 15/QĐ-UBND". They reach back to
    /// the type word.
    fn serials_before(&self, at: usize, anchor: Anchor) -> Vec<(Span, u32)> {
        let from = anchor.span.end;
        let mut out = Vec::new();
        let mut i = at;
        let mut expect_connector = true;
        while i > 0 && (self.tokens[i - 1].start as usize) >= from {
            let token = &self.tokens[i - 1];
            let connector = token.is(words::COMMA) || token.is(words::VA) || token.is(words::HOAC);
            if expect_connector && connector {
                expect_connector = false;
            } else if !expect_connector && token.kind == Kind::Digits {
                let Ok(serial) = self.slice(i - 1).parse::<u32>() else { return Vec::new() };
                // A number that was read already ends the list: it has a symbol of its own.
                if self.mentions.last().is_some_and(|m| m.span.end > token.start as usize) {
                    return Vec::new();
                }
                out.push((token.span(), serial));
                expect_connector = true;
            } else if expect_connector && token.is(words::SO) && !out.is_empty() {
                i -= 1;
                continue;
            } else {
                break;
            }
            i -= 1;
        }
        // All tokens down to the type word must belong to the list.
        let reached = i == 0 || (self.tokens[i - 1].end as usize) <= from || self.tokens[i - 1].is(words::SO);
        if !reached || !expect_connector {
            return Vec::new();
        }
        out.reverse();
        out
    }

    /// "Số: 22/2022/TT-BLĐTBXH" or "Luật số: 17/2023/QH15" alone at the beginning of a line: how a document writes its own
    /// number.
    fn is_heading_number(&self, at: usize, so: Option<usize>) -> bool {
        let Some(so) = so else { return false };
        if !self.is_capital(so) && !self.is(so + 1, words::COLON) {
            return false;
        }
        let anchor_start = self.anchor.filter(|a| a.end == so).map(|a| self.token_from(a.span.start));
        let first = anchor_start.unwrap_or(so);
        // In a head of two columns rules or tabs stand in front: "QUỐC HỘI______Luật số: 17/2023/QH15".
        let before = self.text[..self.tokens[first].start as usize].trim_end_matches([' ', '*']);
        let begins = before.is_empty() || before.ends_with(['\n', '_', '\t', '|', '#']);
        begins && at - so <= 2
    }

    /// Whether the number is one of the acts behind "được sửa đổi, bổ sung (một số điều) bởi / theo".
    fn is_amending_list(&self, anchor: Option<Anchor>) -> bool {
        let Some(anchor) = anchor else { return false };
        let mut i = self.token_from(anchor.span.start);
        // Over earlier members of the list.
        let mut looked = 0;
        while i > 0 && looked < 60 {
            i -= 1;
            looked += 1;
            let token = &self.tokens[i];
            if token.is(words::BOI) || token.is(words::THEO) {
                let from = i.saturating_sub(9);
                return (from..i)
                    .any(|k| self.are(k, &[words::SUA, words::DOI]) || self.are(k, &[words::BO, words::SUNG]))
                    && (from..i).any(|k| self.is(k, words::DUOC));
            }
            if token.is(words::SEMICOLON) || token.is(words::DOT) || token.is(words::CANU) {
                return false;
            }
        }
        false
    }

    /// A type word was read: numbers, "này", "nêu trên" may follow.
    pub(super) fn type_word(&mut self, end: usize, index: u16, abbreviated: bool) {
        let at = self.at;
        let Some(kind) = types().iter().nth(usize::from(index)) else { return };
        let name = kind.name.as_str();
        if abbreviated && !(self.text[self.tokens[at].start as usize..].starts_with(|c: char| c.is_uppercase())) {
            self.at = end;
            return;
        }
        let anchor = Anchor { span: self.span(at, end), name, abbreviated, end, numbers: 0 };
        self.anchor = Some(anchor);
        self.at = end;
        if self.hien_phap(at, end, name) || self.programme(at, end, name) || self.unknown_law(at, end, name) {
            return;
        }
        self.begin_amending_title(end, name, false);
        // "Điều 45 của Luật Lúa gạo, Điều 7 Luật Đất đai": the run is of the first law, whose name is not known.
        if self.may_be_unknown_law(at, end, name) && self.follows_open_run(at) {
            self.close_runs(&Target::Unnamed(name));
        }
        // "sắc lệnh số 85", "nghị định số 168": nothing but an act is counted so, unless it is one of a few ("thông tư số 5").
        let counted = self.is(end, words::SO)
            && (OLD_BARE.contains(&name) || self.tokens.get(end + 1).is_some_and(|t| t.end - t.start > 1));
        if self.is_capital(at) || counted || self.year_follows_serial(end) {
            self.bare_number(anchor);
        }
        // "của Chính phủ số 30/2020/NĐ-CP": the issuer may stand between type and number.
        if self.is(end, words::CUA)
            && let Some((issuer_end, _)) = self.issuer(end + 1)
            && self.is(issuer_end, words::SO)
            && let Some(anchor) = &mut self.anchor
        {
            anchor.end = issuer_end;
        }
    }

    /// "nghị định 168 năm 2024", "nghị định 168/2024": a year behind a serial shows in small letters too that one act is meant.
    fn year_follows_serial(&self, end: usize) -> bool {
        let serial = end + usize::from(self.is(end, words::SO));
        let year = self.is(serial + 1, words::NAM) || (self.is(serial + 1, words::SLASH) && self.is_glued(serial + 1));
        year && self.tokens.get(serial).is_some_and(|t| t.kind == Kind::Digits)
            && self.four_digit_year(serial + 2).is_some()
    }

    /// Whether a run that waits for its target stands right in front of a token.
    fn follows_open_run(&self, at: usize) -> bool {
        let Some(run) = self.open_runs.last().map(|&i| self.mentions[i].span) else { return false };
        let start = self.tokens[at].start as usize;
        self.text.get(run.end..start).is_some_and(|between| matches!(between.trim(), "" | "của" | "tại"))
    }

    /// "Nghị định 168", "Thông tư 80/2021", "NĐ 43": digits behind a type word that no symbol follows.
    fn bare_number(&mut self, anchor: Anchor) {
        let bare = OLD_BARE.contains(&anchor.name) || BARE.contains(&anchor.name);
        if !bare || self.is_form_of_act(Some(anchor)) {
            return;
        }
        let mut i = anchor.end;
        loop {
            let so = self.is(i, words::SO).then_some(i);
            i += usize::from(so.is_some());
            let Some(end) = self.bare_serial(anchor, i, so) else { return };
            self.at = end;
            // "các Sắc lệnh số 63, 77 và 22", "các Nghị định 30, 34 và 78"
            let connector = self.is(end, words::COMMA) || self.is(end, words::VA);
            if !connector || !self.is_plural(anchor) {
                return;
            }
            i = end + 1;
        }
    }

    /// "các Nghị định", "hai Sắc lệnh": whether the type word stands for several acts.
    fn is_plural(&self, anchor: Anchor) -> bool {
        let before = self.token_from(anchor.span.start).checked_sub(1);
        before.is_some_and(|i| [words::CAC, words::NHUNG, words::HAI, words::BA].iter().any(|w| self.is(i, *w)))
    }

    /// The digits at a token as a serial without its symbol; the index of the token behind it.
    fn bare_serial(&mut self, anchor: Anchor, i: usize, so: Option<usize>) -> Option<usize> {
        let old = OLD_BARE.contains(&anchor.name);
        let digits = *self.tokens.get(i).filter(|t| t.kind == Kind::Digits && (t.end - t.start) <= 4)?;
        let scan = self.scan_at(i);
        let numbered = scan.as_ref().is_some_and(|s| self.accepts(i, s));
        self.looked_at = Some((i, scan));
        if numbered {
            return None;
        }
        let serial = self.slice(i).parse::<u32>().ok()?;
        if self.shares_symbol(i) {
            return None;
        }
        let mut end = i + 1;
        // "Nghị quyết 30a"
        let mut suffix = String::new();
        if !anchor.abbreviated
            && self.is_glued(end)
            && self.slice(end).len() == 1
            && self.slice(end).starts_with(|c: char| c.is_ascii_lowercase())
        {
            self.slice(end).clone_into(&mut suffix);
            end += 1;
        }
        let mut year = None;
        if self.is(end, words::SLASH) && self.is_glued(end) && self.is_glued(end + 1) {
            year = Some(self.four_digit_year(end + 1)?);
            end += 2;
        }
        // A count, a longer number, a list of counts, a year ("Nghị quyết 2024") or a chapter number is no serial.
        let next = self.tokens.get(end);
        let glued = next.is_some_and(|t| !t.has(super::lexer::GAP) && !t.has(super::lexer::BREAK));
        // "số 1 9/2011/QĐ-UBND": a blank inside a serial, or a word that was lost. Nobody can tell.
        if next.is_some_and(|t| t.kind == Kind::Digits && !t.begins_line()) {
            return None;
        }
        if next.is_some_and(|t| {
            glued
                && (t.kind == Kind::Word
                    || t.is(words::SLASH)
                    || t.is(words::DASH)
                    || (t.is(words::DOT) && self.is_glued(end + 1)))
        }) {
            return None;
        }
        if year.is_none()
            && ((1945..=2100).contains(&serial)
                || next.is_some_and(|t| {
                    t.is(words::NGAY) && self.tokens.get(end + 1).is_none_or(|d| d.kind != Kind::Digits)
                }))
        {
            return None;
        }
        // "TT19_2025.docx"
        if self.is_glued(i) && anchor.abbreviated {
            return None;
        }
        if (self.slice(i).starts_with('0') && self.slice(i).len() > 2 && !old)
            || (year.is_none() && digits.end - digits.start < 2 && so.is_none())
        {
            return None;
        }
        let code = types().by_name(anchor.name).and_then(|t| t.codes.first().cloned()).unwrap_or_default();
        // Only the Government issues decrees, so the symbol is certain.
        let issuers =
            if anchor.name == "Nghị định" && year.is_some() { vec!["CP".to_owned()] } else { Vec::new() };
        let number = Number {
            family: if old { Family::Old } else { Family::State },
            serial,
            zeros: if old { leading_zeros(self.slice(i)) } else { 0 },
            suffix,
            year,
            type_code: Some(code),
            issuers,
            term: None,
            unit: None,
            old_symbol: None,
        };
        let (attributes, attributes_end) = self.attributes(end);
        let reference = NumberRef {
            number,
            slips: Vec::new(),
            type_word: Some(type_word_of(anchor, self.anchor.is_none_or(|a| a.numbers == 0))),
            so: so.map(|s| self.span(s, s + 1)),
            attributes,
            shortened: true,
            amending: false,
            header: false,
        };
        let span = self.span(i, end);
        let mention = self.push(span, MentionKind::Number(Box::new(reference)));
        if let Some(anchor) = &mut self.anchor {
            anchor.end = end;
            anchor.numbers += 1;
        }
        self.instrument(mention, end, attributes_end);
        Some(end)
    }

    /// "12, 13 và 15/QĐ-UBND": bare digits that share the symbol of a number at the end of the list.
    fn shares_symbol(&self, at: usize) -> bool {
        const LONGEST_LIST: usize = 60;
        let mut i = at + 1;
        while i < at + LONGEST_LIST && [words::COMMA, words::VA, words::HOAC].iter().any(|w| self.is(i, *w)) {
            i += 1 + usize::from(self.is(i + 1, words::SO));
            let Some(digits) = self.tokens.get(i).filter(|t| t.kind == Kind::Digits) else { return false };
            let scan = scan(self.text, digits.start as usize, false);
            if scan.is_some_and(|s| s.certainty == Certainty::Sure || s.number.family == Family::Old) {
                return true;
            }
            i += 1;
        }
        false
    }

    /// An instrument was read: it is what the runs before it and the run right behind it belong to.
    pub(super) fn instrument(&mut self, mention: usize, end: usize, attributes_end: usize) {
        let target = Target::Mention(mention);
        if self.is_target_of_run(mention) {
            self.close_runs(&target);
        }
        self.reference = Some(Reference { mention, end, attributes_end });
        self.frame(mention);
    }

    pub(super) fn four_digit_year(&self, at: usize) -> Option<u16> {
        let token = self.tokens.get(at).filter(|t| t.kind == Kind::Digits && t.end - t.start == 4)?;
        let year: u16 = token.span().of(self.text).parse().ok()?;
        (1945..=2100).contains(&year).then_some(year)
    }
}

fn type_word_of(anchor: Anchor, own: bool) -> TypeWord {
    TypeWord { span: anchor.span, name: anchor.name, abbreviated: anchor.abbreviated, own }
}

fn letter_type(name: &str) -> bool {
    types().by_name(name).is_some_and(|t| t.letter)
}
