//! Names of agencies whose marks are missing or wrong, as scans and text typed without marks have them: "TÔNG CỤC THỐNG KÊ",
//! "Uy ban nhan dan tinh Dong Nai". Only names of three syllables and more, which nothing else resembles.

use super::AgencyName;
use super::Holder;
use super::local::local_name;
use super::title::of_holder;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::law::{AgencyId, LocalAgencyId, PlaceId, agencies, local_agencies, places};
use crate::lexicon::words;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What a name without marks means.
#[derive(Debug, Clone, Copy)]
enum Meant {
    Agency(AgencyId),
    Local(LocalAgencyId),
    Head(&'static str),
    Place(PlaceId),
}

/// A name has at most so many syllables.
const LONGEST: usize = 14;
/// Names of fewer syllables resemble other words.
const SHORTEST: usize = 3;

/// Names by their letters without marks.
static NAMES: LazyLock<FxHashMap<String, Meant>> = LazyLock::new(|| {
    let mut names = FxHashMap::default();
    let is_long = |name: &str| name.split(' ').count() >= SHORTEST;
    for (id, place) in places().iter() {
        names.insert(fold::search(&place.name), Meant::Place(id));
    }
    for (id, agency) in local_agencies().iter().filter(|(_, agency)| agency.name.contains(' ')) {
        names.insert(fold::search(&agency.name), Meant::Local(id));
    }
    // The present agency of a name comes first.
    let mut all: Vec<_> =
        agencies().iter().filter(|(_, a)| !a.kind.is_class() && is_long(&fold::search(&a.name))).collect();
    all.sort_by_key(|(_, agency)| agency.to.is_none());
    for (id, agency) in all {
        names.insert(fold::search(&agency.name), Meant::Agency(id));
    }
    for head in agencies().iter().filter_map(|(_, a)| a.head.as_deref()).filter(|head| *head != "Thủ trưởng") {
        names.insert(fold::search(head), Meant::Head(head));
    }
    names
});

/// The first two syllables of each of these names.
static BEGINNINGS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let beginning = |name: &'static String| {
        let second = name.find(' ')? + 1;
        Some(&name[..name[second..].find(' ').map_or(name.len(), |length| second + length)])
    };
    NAMES.keys().filter_map(beginning).collect()
});

impl Cursor<'_> {
    /// An agency, with its head or its place, whose name is written with wrong marks or without any.
    pub(super) fn with_slips(self, at: usize) -> Option<AgencyName> {
        if !self.may_have_slips(at) {
            return None;
        }
        if let Some(central) = self.short_name_with_slips(at) {
            return Some(central);
        }
        let (end, meant) = self.longest_with_slips(at)?;
        match meant {
            Meant::Agency(id) => {
                Some(AgencyName { agency: Some(id), full: false, ..AgencyName::new(end, id.row().name.clone()) })
            }
            Meant::Local(id) => self.place(end).map(|place| local_name(&id.row().name, place, false)),
            // One title, so that no text is read deeper and deeper.
            Meant::Head(_) if matches!(self.longest_with_slips(end), Some((_, Meant::Head(_)))) => None,
            Meant::Head(title) => self.body(end).map(|body| of_holder(title.to_owned(), body, Holder::Head)),
            Meant::Place(_) => None,
        }
    }

    /// Whether a name with slips may begin at a token: at a word that such names begin with, and no phrase.
    fn may_have_slips(self, at: usize) -> bool {
        let phrases = self.phrases(at);
        self.is_capital(at)
            && self.token(at).is_some_and(|t| self.vocabulary().begins_with_slips(t.word))
            && phrases.agency.is_none()
            && phrases.local.is_none()
            && phrases.head.is_none()
            && phrases.part.is_none()
            && phrases.kind.is_none()
    }

    /// "của Quôc hội", "của Chinh phủ": a name of two syllables, where an issuer is expected.
    fn short_name_with_slips(self, at: usize) -> Option<AgencyName> {
        if at == 0 || !self.is_any(at - 1, &[words::CUA, words::DO]) || !self.is_capital(at) {
            return None;
        }
        let name = match fold::search(&format!("{} {}", self.slice(at), self.slice(at + 1))).as_str() {
            "quoc hoi" => "Quốc hội",
            "chinh phu" => "Chính phủ",
            _ => return None,
        };
        let id = agencies().by_name(name).first().copied()?;
        Some(AgencyName { agency: Some(id), full: false, ..AgencyName::new(at + 2, name.to_owned()) })
    }

    fn longest_with_slips(self, at: usize) -> Option<(usize, Meant)> {
        let mut key = String::new();
        let mut syllables = 0;
        let mut found = None;
        for i in at..at + LONGEST {
            let Some(token) = self.token(i).filter(|t| i == at || !t.has(EMPTY_LINE)) else { break };
            if token.kind != Kind::Word {
                if token.is(words::COMMA) || token.is(words::DASH) {
                    continue;
                }
                break;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&fold::search(self.slice(i)));
            syllables += 1;
            if syllables == 2 && !BEGINNINGS.contains(key.as_str()) {
                break;
            }
            let meant = NAMES.get(&key).copied();
            // A local body is sure by the place after it.
            let is_long = |meant: &Meant| match meant {
                Meant::Head(_) => true,
                Meant::Local(_) => {
                    syllables >= SHORTEST || (syllables > 1 && self.administrative_unit(i + 1).is_some())
                }
                Meant::Agency(_) | Meant::Place(_) => syllables >= SHORTEST,
            };
            if let Some(meant) = meant.filter(is_long) {
                found = Some((i + 1, meant));
            }
        }
        found
    }

    /// The province whose name begins at a token, but for its marks. A word for its unit is in front.
    pub(super) fn province_with_slips(self, at: usize) -> Option<(usize, PlaceId)> {
        const MOST: usize = 4;
        if !self.is_capital(at) {
            return None;
        }
        let mut key = String::new();
        let mut found = None;
        for i in at..at + MOST {
            let Some(_) = self.token(i).filter(|t| t.kind == Kind::Word && !t.has(EMPTY_LINE)) else { break };
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&fold::search(self.slice(i)));
            if let Some(Meant::Place(id)) = NAMES.get(&key) {
                found = Some((i + 1, *id));
            }
        }
        found
    }

    /// "tinh Quảng Ngãi", "THÀNH PHÔ HÔ CHÍ MINH": the word for a unit with wrong marks or none, before a province.
    pub(super) fn unit_with_slips(self, at: usize) -> Option<(&'static str, usize)> {
        let word = self.slice(at);
        if !word.starts_with(['t', 'T']) {
            return None;
        }
        let (unit, end) = match fold::search(word).as_str() {
            "tinh" => ("tỉnh", at + 1),
            "thanh" if fold::search(self.slice(at + 1)) == "pho" => ("thành phố", at + 2),
            _ => return None,
        };
        self.province_with_slips(end).map(|_| (unit, end))
    }
}
