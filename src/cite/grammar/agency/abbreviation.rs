//! Bodies whose name is abbreviated after the kind word: "Bộ LĐ-TB-XH", "Ủy ban TCNS", "Sở GD-ĐT Hà Nội". The letters are those of
//! the code of the body, or the first ones of the words of its name.

use super::AgencyName;
use super::local::local_name;
use super::place::Place;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::Kind;
use crate::law::{AgencyId, LocalAgencyId, agencies, local_agencies};
use crate::lexicon::words;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy)]
enum Meant {
    Agency(AgencyId),
    Local(LocalAgencyId),
}

/// An abbreviation has at least so many letters.
const SHORTEST: usize = 2;

/// The names of the committees of the Assembly end so; they are abbreviated without: "Ủy ban TCNS".
const OF_ASSEMBLY: &str = " của Quốc hội";

/// Bodies by kind word and letters: "Bộ LĐTBXH".
static LETTERS: LazyLock<FxHashMap<String, Meant>> = LazyLock::new(|| {
    let mut found = FxHashMap::default();
    let mut add = |name: &str, meant: Meant| {
        let kind = ["Bộ ", "Sở ", "Ủy ban "].iter().find(|kind| name.starts_with(**kind));
        if let Some((kind, field)) = kind.map(|kind| (kind.trim_end(), &name[kind.len()..])) {
            let field = fold::tidy(field).replace([',', '-'], " ");
            let first = field.split_whitespace().filter(|word| *word != "và").filter_map(|word| word.chars().next());
            let letters: String = first.flat_map(char::to_uppercase).collect();
            // "UB TP" may be that of a town.
            let shortest = SHORTEST + usize::from(kind == "Ủy ban");
            if letters.chars().count() >= shortest {
                found.entry(format!("{kind} {letters}")).or_insert(meant);
            }
        }
    };
    for (id, agency) in local_agencies().iter() {
        add(&agency.name, Meant::Local(id));
    }
    // Of bodies with the same letters the latest is meant.
    let mut all: Vec<_> = agencies().iter().collect();
    all.sort_by_key(|(_, agency)| std::cmp::Reverse(agency.to.unwrap_or(time::Date::MAX)));
    for (id, agency) in all {
        match agency.name.strip_suffix(OF_ASSEMBLY) {
            Some(committee) => add(committee, Meant::Agency(id)),
            None if agency.kind.is_ministry() => add(&agency.name, Meant::Agency(id)),
            None => {}
        }
    }
    found
});

/// Abbreviations inside of names of bodies, and the words that they stand for.
static IN_NAMES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../../../../data/lexicon/abbreviations-in-names.txt")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Whether a word is an abbreviation that names of bodies hold.
pub fn is_in_names(word: &str) -> bool {
    IN_NAMES.contains_key(word)
}

/// A name with the abbreviations in it spelt out: "Kiểm tra VBQPPL" → "Kiểm tra văn bản quy phạm pháp luật".
pub fn spelt_out(name: &str) -> String {
    // Names in capitals hold none that could be told from their words.
    if !name.contains(char::is_lowercase) && name.contains(' ') {
        return name.to_owned();
    }
    // Most names hold no word that begins with two capitals.
    let is_abbreviation = |word: &str| word.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
    if !name.split(' ').any(is_abbreviation) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let bare = word.trim_end_matches(',');
        IN_NAMES.get(bare).map_or_else(|| word.to_owned(), |full| format!("{full}{}", &word[bare.len()..]))
    };
    // "PBGDPL&TGPL"
    name.replace('&', " và ").split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

impl Cursor<'_> {
    /// A ministry or department by its kind word and letters, with its place.
    pub(super) fn abbreviated(self, at: usize) -> Option<AgencyName> {
        // "UB Dân tộc"
        if self.slice(at) == "UB"
            && let Some((end, id, _)) = self.phrases_after(&[words::UY, words::BAN], at + 1).agency
        {
            return Some(AgencyName { agency: Some(id), full: false, ..AgencyName::new(end, id.row().name.clone()) });
        }
        let (kind, end) = match self.token(at)?.word {
            words::BO_MINISTRY => ("Bộ", at + 1),
            words::SO_DEPARTMENT => ("Sở", at + 1),
            words::UY if self.is(at + 1, words::BAN) => ("Ủy ban", at + 2),
            _ if self.slice(at) == "UB" => ("Ủy ban", at + 1),
            _ => return None,
        };
        self.abbreviation_of(kind, end)
    }

    /// The body of a kind whose letters begin at a token: "LĐ-TB-XH", "KH&ĐT", "GD và ĐT".
    pub(super) fn abbreviation_of(self, kind: &str, at: usize) -> Option<AgencyName> {
        use words as w;
        let is_letters = |i: usize| {
            self.token(i).is_some_and(|t| t.kind == Kind::Word)
                && !self.slice(i).contains(char::is_lowercase)
                && fold::letters(self.slice(i)) <= 8
        };
        let mut letters = String::new();
        let mut end = at;
        let mut found = None;
        while is_letters(end) && (end == at || !self.token(end).is_some_and(|t| t.begins_line())) {
            letters.push_str(&fold::tidy(self.slice(end)));
            end += 1;
            if let Some(meant) = LETTERS.get(&format!("{kind} {letters}")) {
                found = Some((end, *meant));
            }
            if found.is_some() && self.slice(end) == "QH" {
                // "UB KHCNMT QH"
                found = found.map(|(_, meant)| (end + 1, meant));
                break;
            }
            if self.is_any(end, &[w::DASH, w::AMPERSAND, w::VA, w::COMMA]) && is_letters(end + 1) {
                end += 1;
            } else {
                break;
            }
        }
        let (end, meant) = found?;
        match meant {
            Meant::Agency(id) => {
                Some(AgencyName { agency: Some(id), full: false, ..AgencyName::new(end, id.row().name.clone()) })
            }
            Meant::Local(id) => {
                let own = id.row().name.as_str();
                if let Some(place) = self.place(end) {
                    return Some(local_name(own, place, false));
                }
                let (end, home) = self.at_home(at - 1, end, own)?;
                Some(local_name(own, Place::home(end, home), true))
            }
        }
    }
}
