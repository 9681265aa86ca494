//! Numbers in running text: `Nghị định số 30/2020/NĐ-CP`, `các Nghị định số 15/2013/NĐ-CP và 46/2015/NĐ-CP`.
//!
//! [`super::number`] reads the number itself; here is decided whether the text cites it, and what belongs to it: the type word,
//! "số", the serials in front that share its symbol ([`super::enumeration`]), and the attributes after it.

use super::context::{AmendingTitle, Anchor, Context};
use super::cursor::Cursor;
use super::number::{Certainty, Family, Number, Scan, Slip, SlipKind, leading_zeros, scan, years_near};
use crate::cite::lexer::{CAPITAL, Kind};
use crate::cite::model::{Attributes, NumberRef, TypeWord};
use crate::law::{AgencyId, YearRule, assembly_terms, types};
use crate::lexicon::words;
use crate::text::Span;

/// Organs of companies: `727/QĐ-HĐQT` (board of directors).
const COMPANY: [&str; 8] = ["HĐQT", "HĐTV", "HĐTVT", "ĐHĐCĐ", "TGĐ", "BKS", "CTHĐQT", "CTHĐTV"];

/// What digits are.
#[derive(Debug)]
pub enum Digits {
    /// A number of an instrument.
    Number(CitedNumber),
    /// A number of a form ("Mẫu số 01/TB-KTT"): index of the token after it.
    Form(usize),
    /// Neither.
    Other,
}

/// A number as it is cited, with what belongs to it.
#[derive(Debug)]
pub struct CitedNumber {
    /// Serials in front that share its symbol: "12, 13 và" of "số 12, 13 và 15/QĐ-UBND".
    pub shared: Vec<(Span, Box<NumberRef>)>,
    pub span: Span,
    pub reference: Box<NumberRef>,
    /// Index of the token after it.
    pub end: usize,
    /// Index of the token after its attributes.
    pub attributes_end: usize,
    /// The title of an amending law that begins after it: "Luật số 43/2024/QH15 sửa đổi, bổ sung một số điều của …".
    pub title: Option<AmendingTitle>,
}

impl Cursor<'_> {
    /// What the digits at a token are.
    pub fn number(self, at: usize, context: &Context) -> Digits {
        if let Some(scan) = self.misread_number(at) {
            return Digits::Number(self.cited_number(at - 1, scan, context));
        }
        if !self.may_be_number(at, context) {
            return Digits::Other;
        }
        let Some(scan) = self.scan(at) else { return Digits::Other };
        if !self.accepts(at, &scan, context) || self.is_glued_to_other_type(at, &scan, context) {
            let form = self.is_form(self.so_before(at).unwrap_or(at), &scan, context);
            return if form { Digits::Form(self.token_from(scan.span.end)) } else { Digits::Other };
        }
        if self.follows_broken_serial(at, context) {
            let whole = self.with_broken_serial(at, scan);
            return whole.map_or(Digits::Other, |scan| Digits::Number(self.cited_number(at - 1, scan, context)));
        }
        Digits::Number(self.cited_number(at, scan, context))
    }

    /// A quick look at what surrounds the digits: most digits of a text are no numbers of instruments.
    fn may_be_number(self, at: usize, context: &Context) -> bool {
        let token = self.tokens()[at];
        // Left border: no letter, digit, slash or dash glued in front.
        if at > 0 && self.is_glued(at) && token.start > 0 {
            let before = self.tokens()[at - 1];
            // "Nghị định30/2020/NĐ-CP" lost a blank.
            let type_word = context.anchor.is_some_and(|a| a.end == at);
            if (before.kind == Kind::Word && !before.is(words::SO) && !type_word)
                || self.is_any(at - 1, &[words::SLASH, words::DASH, words::DOT])
            {
                return false;
            }
        }
        match self.text().as_bytes().get(token.end as usize) {
            None | Some(b',' | b';' | b')' | b':' | b'%' | b'\n' | b'"') => false,
            Some(b' ') => {
                self.is_any(at + 1, &[words::SLASH, words::DASH])
                    || (self.token(at + 1).is_some_and(|t| t.has(CAPITAL)) && self.is_cued(at, context))
            }
            _ => true,
        }
    }

    /// Whether a type word or "số" is right in front, or the digits continue an enumeration.
    fn is_cued(self, at: usize, context: &Context) -> bool {
        self.so_before(at).is_some() || self.anchor_before(at, context).is_some()
    }

    /// Whether a text cites the number that was found at a token. Which cue it takes depends on how surely nothing else is
    /// written so.
    pub(super) fn accepts(self, at: usize, scan: &Scan, context: &Context) -> bool {
        let first = self.so_before(at).unwrap_or(at);
        if self.is_form(first, scan, context) {
            return false;
        }
        // Papers of companies and contracts are numbered alike and are no instruments.
        let contract = scan.number.type_code.as_deref().is_some_and(|code| code == "HĐ" || code.starts_with("PLHĐ"))
            || (scan.certainty < Certainty::Sure && self.names_contract(first));
        let anchor = self.anchor_before(at, context);
        if contract
            || scan.number.issuers.iter().any(|c| COMPANY.contains(&c.as_str()))
            || anchor.is_some_and(|a| a.name == "Hợp đồng")
        {
            return false;
        }
        match scan.certainty {
            Certainty::Sure => true,
            Certainty::NeedsCue => self.is_cued(at, context),
            Certainty::NeedsTypeWord => match anchor {
                Some(anchor) if lacks_code(&scan.number) => type_code(anchor, &scan.number).is_some(),
                Some(anchor) => {
                    scan.number.family != Family::Letter || is_letter(anchor.name) || self.so_before(at).is_some()
                }
                // "các Sắc lệnh số 05, 013 và 063/SL"
                None => self.anchor_of_serials(at, context).is_some(),
            },
        }
    }

    /// "Mẫu PL20-PĐGKQ.docx": an abbreviation of a type glued in front, and a number of another type or none for sure.
    fn is_glued_to_other_type(self, at: usize, scan: &Scan, context: &Context) -> bool {
        let Some(anchor) = context.anchor.filter(|a| a.end == at && a.abbreviated) else { return false };
        let same = scan.number.kind().is_some_and(|kind| kind.name == anchor.name);
        self.is_glued(at) && !(same && scan.certainty == Certainty::Sure)
    }

    /// "l5/2020/TT-BYT", "O5/2021/NĐ-CP": a letter that was read for the first digit. It is the token in front of `at`.
    fn misread_number(self, at: usize) -> Option<Scan> {
        if at == 0 || !self.is_glued(at) {
            return None;
        }
        let digit = match self.slice(at - 1) {
            "l" | "I" => "1",
            "O" | "o" => "0",
            _ => return None,
        };
        let mut scan = scan(self.text(), self.tokens()[at].start as usize, false)?;
        let serial: u32 = format!("{digit}{}", self.slice(at)).parse().ok()?;
        if scan.certainty < Certainty::Sure || scan.number.year.is_none() {
            return None;
        }
        let letter = self.tokens()[at - 1].span();
        scan.number.serial = serial;
        scan.slips.retain(|s| s.kind != SlipKind::LeadingZero);
        scan.slips.insert(0, Slip { kind: SlipKind::Ocr, span: letter, expected: digit.to_owned() });
        scan.span.start = letter.start;
        Some(scan)
    }

    /// Whether the digits at a token, with which a number begins, follow others after the type word: "số 1 9/2011/NĐ-CP".
    fn follows_broken_serial(self, at: usize, context: &Context) -> bool {
        at > 0
            && self.is_digits(at - 1)
            && self.text().get(self.tokens()[at - 1].end as usize..self.tokens()[at].start as usize) == Some(" ")
            && self.anchor_before(at - 1, context).is_some()
    }

    /// "số 1 9/2011/NĐ-CP": a blank within the serial, where a single digit is before or after it. Else a mark may have been
    /// lost, and nobody can say which number is meant.
    fn with_broken_serial(self, at: usize, mut scan: Scan) -> Option<Scan> {
        let (head, tail) = (self.slice(at - 1), self.slice(at));
        let joined = format!("{head}{tail}");
        if joined.len() > 4 || head.len().min(tail.len()) > 1 {
            return None;
        }
        scan.number.serial = joined.parse().ok()?;
        if scan.number.family == Family::Old {
            scan.number.zeros = leading_zeros(&joined);
        }
        scan.slips.retain(|s| !matches!(s.kind, SlipKind::LeadingZero | SlipKind::Padded));
        let gap = Span::new(self.tokens()[at - 1].end as usize, self.tokens()[at].start as usize);
        scan.slips.insert(0, Slip { kind: SlipKind::Space, span: gap, expected: String::new() });
        scan.span.start = self.tokens()[at - 1].start as usize;
        Some(scan)
    }

    /// The number that begins at a token, with what belongs to it.
    fn cited_number(self, at: usize, scan: Scan, context: &Context) -> CitedNumber {
        let anchor = self.anchor_before(at, context).or_else(|| self.anchor_of_serials(at, context));
        let mut scan = self.as_its_type_numbers(at, scan, anchor);
        let so = self.so_before(at);
        let end = self.token_from(scan.span.end).max(at + 1);
        let shared = anchor.map(|a| self.serials_before(at, a, context)).unwrap_or_default();
        let shared = shared
            .into_iter()
            .map(|(span, serial)| {
                let mut number = scan.number.clone();
                number.serial = serial;
                number.zeros = if number.family == Family::Old { leading_zeros(span.of(self.text())) } else { 0 };
                number.suffix.clear();
                let reference = NumberRef {
                    number,
                    slips: Vec::new(),
                    type_word: anchor.map(|a| a.type_word(false)),
                    so: None,
                    attributes: Attributes::default(),
                    shortened: true,
                    amending: false,
                    header: false,
                };
                (span, Box::new(reference))
            })
            .collect();
        let (attributes, attributes_end) = self.attributes(end);
        if let Some(anchor) = anchor.filter(|_| lacks_code(&scan.number)) {
            complete_symbol(&mut scan, anchor, &attributes);
        }
        mend_year(&mut scan, &attributes);
        complete_term(&mut scan, self.text());
        separate_symbol(&mut scan, self.text(), &attributes);
        let shortened = lacks_code(&scan.number);
        let title = anchor
            .filter(|_| attributes == Attributes::default())
            .and_then(|anchor| self.amending_title(end, anchor.name, true));
        let reference = NumberRef {
            number: scan.number,
            slips: scan.slips,
            type_word: anchor.map(|a| a.type_word(a.numbers == 0)),
            so: so.map(|i| self.span(i, at)),
            attributes,
            shortened,
            amending: self.is_amending_list(anchor),
            header: self.is_heading_number(at, so, context),
        };
        CitedNumber { shared, span: scan.span, reference: Box::new(reference), end, attributes_end, title }
    }

    /// What the type word in front makes of a symbol that can be read in two ways.
    fn as_its_type_numbers(self, at: usize, mut scan: Scan, anchor: Option<Anchor>) -> Scan {
        let Some(anchor) = anchor.filter(|_| scan.number.year.is_none()) else { return scan };
        // "Công văn số 12/BCNV": no "Báo cáo" whose dash was lost.
        let splits = |s: &Slip| s.kind == SlipKind::StateSeparators && s.expected == scan.number.symbol();
        if scan.slips.iter().any(splits) && type_code(anchor, &scan.number).is_none() {
            scan.number.family = Family::Old;
        }
        // "1234/CT-CS" after "Công văn": CT is an issuer then, not the type Chỉ thị.
        if anchor.name == "Công văn"
            && scan.number.family == Family::State
            && let Some(code) = scan.number.type_code.take()
        {
            scan.number.family = Family::Letter;
            scan.number.unit = Some(scan.number.issuers.join("-"));
            scan.number.issuers = vec![code];
            scan.slips.retain(|s| !matches!(s.kind, SlipKind::UnknownIssuer | SlipKind::MissingYear));
        }
        // "Thông tư số 59-TC/TCT": TC is the old Ministry of Finance there, not the type Thông cáo.
        if scan.slips.iter().any(|s| s.kind == SlipKind::StateSeparators)
            && let Some(code) = &scan.number.type_code
            && types().by_name(anchor.name).is_some_and(|t| !t.codes.contains(code) && !t.party.contains(code))
        {
            let symbol_at = self.tokens()[at].end as usize;
            scan.number.old_symbol = Some(self.text()[symbol_at..scan.span.end].to_owned());
            scan.number.family = Family::Old;
            scan.number.zeros = leading_zeros(self.slice(at));
            scan.number.type_code = None;
            scan.number.issuers.clear();
            scan.slips.clear();
        }
        scan
    }

    /// "Số: 22/2022/TT-BLĐTBXH" or "Luật số: 17/2023/QH15" alone at the beginning of a line: how a document writes its own
    /// number.
    fn is_heading_number(self, at: usize, so: Option<usize>, context: &Context) -> bool {
        let Some(so) = so else { return false };
        if !self.is_capital(so) && !self.is(so + 1, words::COLON) {
            return false;
        }
        let anchor_start = context.anchor.filter(|a| a.end == so).map(|a| self.token_from(a.span.start));
        let first = anchor_start.unwrap_or(so);
        // In a head of two columns rules or tabs are in front: "QUỐC HỘI______Luật số: 17/2023/QH15".
        let before = self.text()[..self.tokens()[first].start as usize].trim_end_matches([' ', '*', '\u{7}']);
        let begins = before.is_empty() || before.ends_with(['\n', '_', '\t', '|', '#']);
        begins && at - so <= 2
    }
}

/// Whether the symbol of a number is cut: "80/2021/BTC", "126/2020/NĐ".
fn lacks_code(number: &Number) -> bool {
    matches!(number.family, Family::State | Family::Joint)
        && number.year.is_some()
        && (number.type_code.is_none() || number.issuers.is_empty())
}

/// The code of the type that a type word names, if a number with its year can have it: the one that the number has, else the
/// proper one.
fn type_code(anchor: Anchor, number: &Number) -> Option<&'static str> {
    let named = types().by_name(anchor.name).filter(|t| number.year.is_none() || t.year != YearRule::Never)?;
    let of_assembly = |code: &str| matches!(code, "QH" | "UBTVQH" | "LCT" | "L" | "PL");
    match &number.type_code {
        Some(code) => named.codes.iter().find(|c| *c == code).map(String::as_str),
        None => named.codes.first().map(String::as_str).filter(|code| !of_assembly(code)),
    }
}

/// Completes a symbol with what the text says of the act: "Thông tư số 80/2021/BTC", "Nghị định số 126/2020/NĐ", "Thông tư số
/// 80/2021/TT của Bộ Tài chính". Where it says nothing, the number stays without symbol.
fn complete_symbol(scan: &mut Scan, anchor: Anchor, attributes: &Attributes) {
    let Some(code) = type_code(anchor, &scan.number) else { return };
    if scan.number.type_code.is_none() {
        scan.number.type_code = Some(code.to_owned());
        for slip in scan.slips.iter_mut().filter(|s| s.kind == SlipKind::Truncated && s.expected.is_empty()) {
            slip.expected = format!("{code}-");
        }
        return;
    }
    let named = attributes.issuer.as_ref().and_then(|issuer| issuer.agency).map(AgencyId::row);
    // Only the Government issues decrees.
    let issuer = if code == "NĐ" { Some("CP") } else { named.and_then(|row| row.codes.first()).map(String::as_str) };
    if let Some(issuer) = issuer {
        scan.number.issuers = vec![issuer.to_owned()];
        let end = Span::new(scan.span.end, scan.span.end);
        scan.slips.push(Slip { kind: SlipKind::Truncated, span: end, expected: format!("-{issuer}") });
    }
}

/// The year that a digit too many or too few leaves open, from the date after the number: "80/20201/TT-BTC ngày 05/3/2020".
fn mend_year(scan: &mut Scan, attributes: &Attributes) {
    let Some(slip) = scan.slips.iter_mut().find(|s| s.kind == SlipKind::YearOutOfRange) else { return };
    let said = attributes.date.as_ref().map(|date| date.year).or(attributes.year.map(|year| year.year));
    let written = slip.expected.as_str();
    if let Some(year) = said.filter(|year| years_near(written).contains(year)) {
        scan.number.year = Some(year);
        slip.expected = year.to_string();
    }
}

/// The term that a number of the Assembly lacks, where its year shows it: "29/2023/QH". Of "27/2008/Q H 1 2" nobody knows where it
/// ends.
fn complete_term(scan: &mut Scan, text: &str) {
    if text[scan.span.end..].trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let number = &mut scan.number;
    let ([code], Some(year), None) = (number.issuers.as_slice(), number.year, number.term) else { return };
    let [term] = assembly_terms(year)[..] else { return };
    if matches!(number.family, Family::Assembly | Family::StandingCommittee)
        && !code.contains(|c: char| c.is_ascii_digit())
    {
        (number.issuers, number.term) = (vec![format!("{code}{term}")], Some(term));
        let end = Span::new(scan.span.end, scan.span.end);
        scan.slips.push(Slip { kind: SlipKind::Truncated, span: end, expected: term.to_string() });
    }
}

/// "68 NQ/TW", "05 CT-TTg ngày 01/3/2025": a blank for the separator in front of a symbol. Before the end of the century symbols
/// were written so.
fn separate_symbol(scan: &mut Scan, text: &str, attributes: &Attributes) {
    let Some(symbol) = scan.number.old_symbol.as_deref().and_then(|symbol| symbol.strip_prefix(' ')) else { return };
    let serial = scan.number.serial;
    let year = attributes.date.as_ref().map(|date| date.year).or(attributes.year.map(|year| year.year));
    let modern = year.is_some_and(|year| year >= 2000);
    let party = Number::parse(&format!("{serial:02}-{}", symbol.replace('-', "/")));
    let party = party.filter(|n| n.family == Family::Party && n.issuers.iter().any(|code| code.ends_with("TW")));
    let state = || Number::parse(&format!("{serial:02}/{}", symbol.replace('/', "-")));
    let state =
        || state().filter(|n| matches!(n.family, Family::State | Family::Letter) && modern && n.issuer().is_some());
    let Some(number) = party.or_else(state) else { return };
    let separator = if number.family == Family::Party { "-" } else { "/" };
    let after_serial = scan.span.of(text).find(|c: char| !c.is_ascii_digit()).unwrap_or(0) + scan.span.start;
    let gap = text[after_serial..].chars().next().map_or(0, char::len_utf8);
    let gap = Span::new(after_serial, after_serial + gap);
    scan.number = number;
    scan.slips.push(Slip { kind: SlipKind::Space, span: gap, expected: separator.to_owned() });
}

impl Anchor {
    /// The type word of a number that is read with it; `own` where it is right before that number.
    pub(super) fn type_word(self, own: bool) -> TypeWord {
        TypeWord { span: self.span, name: self.name, abbreviated: self.abbreviated, own }
    }
}

/// Whether a type is that of letters, whose numbers have no type code.
pub fn is_letter(name: &str) -> bool {
    types().by_name(name).is_some_and(|t| t.letter)
}
