//! The tables, and the forms of numbers that they are searched by.

use crate::cite::{Family, Number};
use crate::law::TypeId;
use crate::text::fold;

/// Goes up with every change of the tables; a database of another version is rebuilt.
pub const VERSION: i32 = 14;

/// "VDCT", to tell a catalogue from any other SQLite file.
pub const APPLICATION: i32 = 0x5644_4354;

/// The tables. `words` holds no text of its own: it leads from folded words to rows; `term` counts its syllables, for
/// completing and correcting what is typed. `typed` and `begun` are the index of numbers (`numbers.rs`).
pub const TABLES: &str = "
CREATE TABLE instrument (
    id INTEGER PRIMARY KEY,      -- in order of weight: in force, often cited, recent first
    number TEXT,                 -- canonical
    key TEXT NOT NULL,           -- equal for all writings of a number; `=` and the title where there is none
    place TEXT,                  -- the folded issuer of a local number
    kind TEXT NOT NULL,
    issuer TEXT,
    issued TEXT, effective TEXT, expired TEXT,
    year INTEGER,
    status TEXT,
    title TEXT,
    signer TEXT,
    field TEXT,
    aliases TEXT,                -- JSON list
    articles INTEGER,
    chapters INTEGER,
    summary TEXT,
    url TEXT,
    source TEXT,
    origins TEXT,                -- JSON map of fact to source, where that is another one
    confirmed TEXT,              -- names of fields, blank between
    cited INTEGER NOT NULL,
    relations INTEGER NOT NULL,  -- how many rows there are in the table of that name
    provisions INTEGER NOT NULL,
    series TEXT,
    serial INTEGER,
    as_of TEXT,
    outlined INTEGER NOT NULL    -- the program brings an outline
);
CREATE INDEX instrument_key ON instrument (key, place, year);
CREATE INDEX instrument_issued ON instrument (issued, kind) WHERE issued IS NOT NULL;
CREATE INDEX instrument_series ON instrument (series, serial) WHERE series IS NOT NULL;
CREATE TABLE relation (
    instrument INTEGER NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, date TEXT, note TEXT,
    PRIMARY KEY (instrument, position)
) WITHOUT ROWID;
CREATE TABLE provision (
    instrument INTEGER NOT NULL, position INTEGER NOT NULL,
    path TEXT NOT NULL, heading TEXT, summary TEXT, text TEXT,
    PRIMARY KEY (instrument, position)
) WITHOUT ROWID;
CREATE TABLE name (
    folded TEXT NOT NULL, instrument INTEGER NOT NULL,
    form TEXT NOT NULL, canonical TEXT NOT NULL, informal INTEGER NOT NULL,
    PRIMARY KEY (folded, instrument)
) WITHOUT ROWID;
CREATE INDEX name_instrument ON name (instrument);
CREATE TABLE series (series TEXT PRIMARY KEY, known INTEGER NOT NULL, highest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE typed (
    form TEXT NOT NULL, kind TEXT NOT NULL, instrument INTEGER NOT NULL,
    PRIMARY KEY (form, kind, instrument)
) WITHOUT ROWID;
CREATE TABLE begun (
    beginning TEXT NOT NULL, kind TEXT NOT NULL,
    instruments BLOB NOT NULL,   -- ids in order, eight bytes each
    PRIMARY KEY (beginning, kind)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    folded, content='', contentless_delete=1, columnsize=1, detail=none, tokenize='ascii', prefix='2'
);
CREATE TABLE term (term TEXT PRIMARY KEY, instruments INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
";

/// A number as someone types it, whatever the keyboard: no leading zeros, small letters, no stroke on d.
///
/// `06/QĐ-TTg` → `6/qd-ttg`.
pub fn number_typed(number: &str) -> String {
    let mut out = String::with_capacity(number.len());
    for c in number.trim().trim_start_matches('0').chars() {
        match c {
            '/' | '-' | '.' => out.push(c),
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            c if fold::is_dash_lookalike(c) => out.push('-'),
            c if fold::is_slash_lookalike(c) => out.push('/'),
            c if c.is_whitespace() || c == '&' => {}
            c => out.push_str(&fold::search(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// The series that numbers a number: `2020/NĐ-CP`, `QH15 Luật`, `QĐ-TTg (2022)`. `None` for numbers of local agencies,
/// letters and old forms, which no one can know in full, and for administrative numbers whose year is not known.
pub fn series_of(number: &Number, kind: Option<TypeId>, year: Option<u16>) -> Option<String> {
    if number.is_local() {
        return None;
    }
    match number.family {
        Family::Letter | Family::Old | Family::Consolidated => None,
        // These two number through a term, laws apart from resolutions.
        Family::Assembly => Some(format!(
            "{} {}",
            number.symbol(),
            if kind == Some(TypeId::NGHI_QUYET) { TypeId::NGHI_QUYET } else { TypeId::LUAT }
        )),
        Family::StandingCommittee if number.year.is_some() => Some(format!(
            "{} {}",
            number.issuers.join("-"),
            if kind == Some(TypeId::PHAP_LENH) { TypeId::PHAP_LENH } else { TypeId::NGHI_QUYET }
        )),
        Family::StandingCommittee | Family::Party => Some(number.symbol()),
        Family::State | Family::Joint => match (number.year, year) {
            (Some(year), _) => Some(format!("{year}/{}", number.symbol())),
            (None, Some(year)) => Some(format!("{} ({year})", number.symbol())),
            (None, None) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_however_they_are_typed() {
        assert_eq!(number_typed("06/QĐ-TTg"), "6/qd-ttg");
        assert_eq!(number_typed("30/2020/NÐ–CP"), "30/2020/nd-cp");
        assert_eq!(number_typed("5/2015/TT-BNN&PTNT"), "5/2015/tt-bnnptnt");
    }

    #[test]
    fn series_are_by_type_issuer_and_year_or_term() {
        let of = |n: &str, kind: &str, year| series_of(&Number::parse(n).unwrap(), TypeId::of_name(kind), year);
        assert_eq!(of("30/2020/NĐ-CP", "Nghị định", None).as_deref(), Some("2020/NĐ-CP"));
        assert_eq!(of("31/2024/QH15", "Luật", None).as_deref(), Some("QH15 Luật"));
        assert_eq!(of("06/QĐ-TTg", "Quyết định", Some(2022)).as_deref(), Some("QĐ-TTg (2022)"));
        assert_eq!(of("06/QĐ-TTg", "Quyết định", None), None);
        assert_eq!(of("05/2022/QĐ-UBND", "Quyết định", None), None);
    }
}
