//! What a document carries to all its blocks: the recogniser reads each block without the others, and is given this with the
//! vocabulary.
//!
//! - Short names of instruments: "Luật Đầu tư theo phương thức đối tác công tư (sau đây gọi là Luật PPP)".
//! - Short forms of agencies: "Cục Hải quan thành phố Hải Phòng (“Cục HQHP”)".
//! - The place of the local agency that issues the document: "Sở Tài chính" is that of the province then. An excerpt without header
//!   and signature is of the only province that it names.
//!
//! Each block keeps what it gives ([`Given`]), as it is read without anything carried; the pass over the document reads only
//! these.

use super::short_names;
use crate::cite::{CueKind, Mention, Reading};
use crate::law::{AgencyKind, places};
use crate::lexicon::{AgencyForm, Carried, Home, NamedInstrument};
use crate::text::fold;
use memchr::memmem::Finder;
use regex::Regex;
use std::sync::LazyLock;

/// How many blocks the header of a document has at most.
pub const HEAD: usize = 30;

/// What one block gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Given {
    names: Vec<NamedInstrument>,
    agencies: Vec<AgencyForm>,
    issuers: Vec<IssuerLine>,
    /// The provinces that are named, with local agencies or alone, one for each mention.
    provinces: Vec<Home>,
}

/// A line in capitals that consists of an agency, as in headers and signatures.
#[derive(Debug, Clone, PartialEq)]
struct IssuerLine {
    /// The place of a local agency.
    home: Option<Home>,
    /// An agency above the ministries: what it issues is of no place.
    is_of_centre: bool,
    /// "TM. ỦY BAN NHÂN DÂN TỈNH …"
    signs: bool,
}

impl Given {
    /// What a block gives. The reading must be one without anything carried, else a form could stand for itself.
    pub fn of_reading(text: &str, reading: &Reading) -> Self {
        Self {
            names: short_names::of_reading(reading),
            agencies: forms_of_agencies(reading),
            issuers: reading.mentions.iter().filter_map(|mention| issuer_line(text, mention)).collect(),
            ..Self::provinces_of(text, reading)
        }
    }

    /// What a block gives that defines nothing and has no line of an issuer. The reading may be one with what is carried: a place that
    /// the document tells is not named.
    pub fn provinces_of(text: &str, reading: &Reading) -> Self {
        Self { provinces: provinces(text, reading), ..Self::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.agencies.is_empty() && self.issuers.is_empty() && self.provinces.is_empty()
    }
}

/// Whether a block may give something, as a reading shows that may be with what is carried.
pub fn may_give(text: &str, reading: &Reading) -> bool {
    short_names::defines(reading)
        || reading.mentions.iter().any(|m| m.agency().is_some() && is_in_capitals(m.span.of(text)))
}

/// Whether the text of a block, at an index in its document, looks as if it gave something, as it is written nearly always.
pub fn looks_giving(n: usize, text: &str) -> bool {
    const OF_PLACES: [&str; 4] = ["NHÂN DÂN", "TỈNH", "THÀNH PHỐ", "CÔNG AN"];
    static DEFINES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("(“"));
    static SIGNS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("TM."));
    let holds = |finder: &Finder<'_>| finder.find(text.as_bytes()).is_some();
    short_names::may_define(text)
        || holds(&DEFINES)
        || ((n < HEAD || holds(&SIGNS)) && OF_PLACES.iter().any(|word| text.contains(word)))
}

/// What a document carries: of each name the first definition; the place of its header, else of its signature. The blocks come with
/// their indices, the texts of the first [`HEAD`] of them in front.
pub fn of_blocks<'b>(
    head: impl IntoIterator<Item = &'b str>,
    blocks: impl Iterator<Item = (usize, &'b Given)>,
) -> Carried {
    let mut carried = Carried::default();
    let (mut heads, mut signatures, mut provinces) = (Vec::new(), Vec::new(), Vec::new());
    for (n, given) in blocks {
        provinces.extend(&given.provinces);
        for name in &given.names {
            if carried.names.len() < short_names::MOST && !carried.names.iter().any(|known| known.form == name.form) {
                carried.names.push(name.clone());
            }
        }
        for form in &given.agencies {
            if carried.agencies.len() < short_names::MOST
                && !carried.agencies.iter().any(|known| known.form == form.form)
            {
                carried.agencies.push(form.clone());
            }
        }
        for line in &given.issuers {
            if line.signs {
                signatures.push(line);
            } else if n < HEAD {
                heads.push(line);
            }
        }
    }
    carried.home = home(&heads, &signatures).or_else(|| {
        let is_excerpt = heads.is_empty() && signatures.is_empty();
        let told = || head.into_iter().find_map(dated_in).or_else(|| only_province(&provinces).cloned());
        if is_excerpt { told() } else { None }
    });
    carried
}

/// The province of an excerpt without header and signature: the only one that it names, and that several times.
fn only_province<'h>(provinces: &[&'h Home]) -> Option<&'h Home> {
    const OFTEN: usize = 3;
    let first = *provinces.first()?;
    (provinces.len() >= OFTEN && provinces.iter().all(|other| *other == first)).then_some(first)
}

/// The provinces that a text names: with a local agency, with their unit ("tỉnh Sơn La"), and alone. The name of a city alone is also
/// that of a person or of the seat of many.
fn provinces(text: &str, reading: &Reading) -> Vec<Home> {
    const UNITS: [&str; 5] = ["thành phố ", "Thành phố ", "TP. ", "TP ", "TP."];
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        let names = places().iter().map(|(_, place)| place.name.as_str()).filter(|name| name.contains(' '));
        let names: Vec<String> = names.map(regex::escape).collect();
        Regex::new(&names.join("|")).expect("the names are escaped")
    });
    let agencies = || reading.mentions.iter().filter(|mention| mention.agency().is_some());
    let localities = agencies().filter_map(|mention| mention.agency()?.locality.as_deref());
    let free = |at: usize| !agencies().any(|mention| (mention.span.start..mention.span.end).contains(&at));
    let named = NAME.find_iter(text).filter(|found| free(found.start())).filter_map(|found| {
        let (home, length) = province_at(&text[found.start()..])?;
        let (before, after) = (&text[..found.start()], &text[found.start() + length..]);
        // "Thái Bình Dương"
        let goes_on = |after: &str| after.starts_with(char::is_alphanumeric);
        let in_longer = after.strip_prefix(' ').is_some_and(|after| after.starts_with(char::is_uppercase));
        if before.ends_with(char::is_alphanumeric) || goes_on(after) || in_longer {
            return None;
        }
        let means_city = UNITS.iter().any(|unit| before.ends_with(unit))
            || (before.ends_with("của ") && !home.name.starts_with(char::is_uppercase));
        (home.unit != "thành phố" || means_city).then_some(home)
    });
    localities.filter(|home| home.is_province).cloned().chain(named).collect()
}

/// The province whose name a text begins with, and the length of the name.
fn province_at(text: &str) -> Option<(Home, usize)> {
    let named = places().iter().filter(|(_, place)| text.starts_with(place.name.as_str()));
    let (_, place) = named.max_by_key(|(_, place)| place.name.len())?;
    let home = Home { unit: place.unit.clone(), name: place.full_name(), is_province: true };
    Some((home, place.name.len()))
}

/// The province of the line with the day: "Sơn La, ngày 05 tháng 01 năm 2023". In Hà Nội are the bodies of the centre.
fn dated_in(text: &str) -> Option<Home> {
    static DAY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(", ngày"));
    DAY.find(text.as_bytes())?;
    let line = text.lines().find_map(|line| line.split_once(", ngày"))?.0;
    let line = line.rsplit('\t').next()?.trim_start_matches([' ', '*', '_', '|']);
    let units = ["tỉnh ", "TP. ", "TP.", "Thành phố ", "thành phố "];
    let name = units.iter().find_map(|unit| line.strip_prefix(unit)).unwrap_or(line);
    let (home, length) = province_at(name)?;
    (length == name.len() && name != "Hà Nội").then_some(home)
}

fn home(heads: &[&IssuerLine], signatures: &[&IssuerLine]) -> Option<Home> {
    match heads {
        [] => {
            // A file of several instruments has several signatures.
            let (first, others) = signatures.split_first()?;
            let home = first.home.clone()?;
            others.iter().all(|other| other.home.as_ref().is_none_or(|place| *place == home)).then_some(home)
        }
        [first, ..] if first.is_of_centre => None,
        // "BỘ CÔNG AN / CÔNG AN TỈNH …": the second line is the issuer.
        [first, others @ ..] => first.home.clone().or_else(|| others.first()?.home.clone()),
    }
}

/// The short forms of agencies that a reading defines, but for bare words: "(sau đây gọi là Bộ)" is no name.
fn forms_of_agencies(reading: &Reading) -> Vec<AgencyForm> {
    let mut out = Vec::new();
    for cue in &reading.cues {
        let CueKind::ShortName { term, of: Some(of) } = &cue.kind else { continue };
        let Some(agency) = reading.mentions.get(*of).and_then(Mention::agency) else { continue };
        if is_bare_word(term) || !is_form_of(term, &agency.canonical) {
            continue;
        }
        out.push(AgencyForm {
            form: term.clone(),
            canonical: agency.canonical.clone(),
            agency: agency.agency,
            place: None,
            behind: Vec::new(),
        });
    }
    out
}

/// Whether a term is a form of an agency's name, and not that of something that the agency is named with ("… của Bộ Khoa học và Công
/// nghệ (sau đây gọi là TCVN 6904:2001)"): it begins with the same word, or with capitals for it.
fn is_form_of(term: &str, canonical: &str) -> bool {
    if !term.starts_with(char::is_uppercase) || term.contains(|c: char| c.is_control() || c.is_ascii_digit()) {
        return false;
    }
    let first = |text: &str| text.split(' ').next().map(fold::words).unwrap_or_default();
    let code = term.split(' ').next().unwrap_or_default();
    let is_code = code.chars().count() > 1 && !code.contains(char::is_lowercase);
    first(term) == first(canonical) || (is_code && code.chars().next() == canonical.chars().next())
}

/// Whether a short form says no more than what kind of body or office it is.
fn is_bare_word(term: &str) -> bool {
    const BARE: &[&str] = &[
        "tổng cục trưởng",
        "chi cục trưởng",
        "viện trưởng",
        "chủ nhiệm",
        "tổng giám đốc",
        "trưởng ban",
        "bí thư",
        "chánh án",
        "chánh thanh tra",
        "bộ",
        "sở",
        "cục",
        "tổng cục",
        "chi cục",
        "ban",
        "vụ",
        "viện",
        "tỉnh",
        "thành phố",
        "văn phòng",
        "ủy ban",
        "hội đồng",
        "ban chỉ đạo",
        "ban chỉ huy",
        "đảng ủy",
        "thanh tra",
        "công an",
        "tòa án",
        "viện kiểm sát",
        "cơ quan",
        "đơn vị",
        "bên a",
        "bên b",
        "bộ trưởng",
        "thứ trưởng",
        "chủ tịch",
        "cục trưởng",
        "giám đốc",
        "thống đốc",
        "chánh văn phòng",
        "kho bạc",
        "ngân hàng",
        "phòng",
        "hội",
        "đoàn",
        "trung tâm",
        "chủ đầu tư",
        "ủy ban nhân dân",
        "hội đồng nhân dân",
    ];
    BARE.contains(&fold::words(term).as_str())
}

/// The line of an agency in capitals that has nothing beside it but the national title.
fn issuer_line(text: &str, mention: &Mention) -> Option<IssuerLine> {
    let agency = mention.agency()?;
    if !is_in_capitals(mention.span.of(text)) {
        return None;
    }
    let is_mark = |c: char| matches!(c, ' ' | '\t' | '\r' | '*' | '#' | '|' | '_');
    let before = &text[..mention.span.start];
    let before = before[before.rfind('\n').map_or(0, |n| n + 1)..].trim_matches(is_mark);
    let after = &text[mention.span.end..];
    let after = &after[..after.find('\n').unwrap_or(after.len())];
    let apart = after.starts_with(['\t', '|', '*']) || after.starts_with("  ");
    let alone = after.trim_matches(is_mark).is_empty() || apart || after.trim_start().starts_with("CỘNG H");
    let signs = matches!(before, "TM." | "TM" | "T/M" | "T/M.");
    if !alone || !(before.is_empty() || signs) {
        return None;
    }
    let is_of_centre = agency.agency.is_some_and(|id| matches!(id.row().kind, AgencyKind::Central | AgencyKind::Party));
    Some(IssuerLine { home: agency.locality.as_deref().cloned(), is_of_centre, signs })
}

fn is_in_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}
