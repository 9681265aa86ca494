//! Numbers that the catalogue lacks, by their form: what is typed of `149/2005/` after "Nghị định số" can only become
//! `149/2005/NĐ-CP`. They come last, and say that nothing is known of them.

use super::number::{fold_number, item};
use super::score::{Fit, Standing};
use super::{Candidate, CompletionContext, serial_of};
use crate::cite::Number;
use crate::law::{InstrumentType, TypeId, YearRule, assembly_terms};
use crate::text::Span;
use std::cmp::Reverse;

/// So many forms are offered.
const MOST: usize = 5;
/// A series is known through and through with so many percent: what is not in it does not exist.
const THROUGH: u32 = 100;
/// From so many figures on a number without a slash is that of a series without years.
const LONG: usize = 3;
/// Symbols that every place has, and how many numbers they count as: far more than are known of any, most of all at the place of the
/// draft.
const OF_PLACES: u32 = 1000;
const OF_HOME: u32 = 20_000;
/// Since then (Luật 31/2004/QH11) normative decisions of places have the year in their numbers.
const LOCAL_SINCE: u16 = 2005;
const LOCAL: [&str; 5] = ["QĐ-UBND", "NQ-HĐND", "CT-UBND", "KH-UBND", "TB-UBND"];

/// What was typed of a number, in its parts.
struct Begun<'t> {
    serial: &'t str,
    year: Option<u16>,
    /// Of the symbol, folded.
    symbol: String,
    /// The separator in front of the symbol.
    dash: bool,
}

impl<'t> Begun<'t> {
    /// `None` before the symbol can be foreseen: without a slash after a short serial, or in the middle of the year.
    fn read(typed: &'t str) -> Option<Self> {
        let digits = serial_of(typed);
        let suffix = typed[digits.len()..].chars().next().filter(|c| c.is_ascii_lowercase()).map_or(0, char::len_utf8);
        let serial = &typed[..digits.len() + suffix];
        let rest = &typed[serial.len()..];
        if let Some(symbol) = rest.strip_prefix('-') {
            return Some(Self { serial, year: None, symbol: fold_number(symbol), dash: true });
        }
        if rest.is_empty() && serial.len() >= LONG {
            return Some(Self { serial, year: None, symbol: String::new(), dash: false });
        }
        let rest = rest.strip_prefix('/')?;
        let figures = serial_of(rest);
        let year = (figures.len() == 4).then(|| figures.parse().ok()).flatten();
        match (year, figures.len()) {
            (Some(year), _) => {
                let after = &rest[4..];
                let symbol = after.strip_prefix('/').or(after.is_empty().then_some(""))?;
                Some(Self { serial, year: Some(year), symbol: fold_number(symbol), dash: false })
            }
            (None, 0) => Some(Self { serial, year: None, symbol: fold_number(rest), dash: false }),
            _ => None,
        }
    }
}

/// Numbers that begin with what was typed, by the symbols that are in use.
pub fn complete(
    cx: &CompletionContext<'_>,
    kind: Option<&'static InstrumentType>,
    typed: &str,
    span: Span,
    found: &mut Vec<Candidate>,
) {
    let Some(begun) = Begun::read(typed) else { return };
    // Where the year belongs to the number it must be known first.
    let has_year = kind.is_none_or(|kind| kind.year == YearRule::Always);
    if has_year && !typed.contains(['/', '-']) {
        return;
    }
    // Without a type word a symbol must have been begun, or it could be anything.
    if kind.is_none() && begun.symbol.len() < 3 {
        return;
    }
    let mut symbols = symbols(cx, kind, &begun);
    symbols.sort_by_key(|(weight, symbol)| (Reverse(*weight), symbol.len()));
    let mut offered = 0;
    for (weight, symbol) in symbols {
        let year = begun.year.map(|year| format!("{year}/")).unwrap_or_default();
        let separator = if begun.dash { '-' } else { '/' };
        let written = format!("{}{separator}{year}{symbol}", begun.serial);
        let Some(number) = Number::parse(&written) else { continue };
        let is_known = found.iter().any(|c| c.item.label == number.canonical());
        if is_known || !may_exist(cx, &number, kind) {
            continue;
        }
        let issuer = number.issuer().unwrap_or_default();
        let item = item(cx, span, &written, written.clone(), issuer, cx.localizer.text("ide-by-form", &[]));
        let fit = if begun.symbol.is_empty() { Fit::Slip } else { Fit::Beginning };
        found.push(Candidate { item, standing: Standing { formed: true, cited: weight, ..Standing::of_fit(fit) } });
        offered += 1;
        if offered == MOST {
            return;
        }
    }
}

/// Whether a number may be of an act: not where its series is known through and through.
fn may_exist(cx: &CompletionContext<'_>, number: &Number, kind: Option<&'static InstrumentType>) -> bool {
    let coverage = cx.catalogue.coverage_of(number, kind.map(|k| k.id), None);
    coverage.percent() < THROUGH || number.year.is_some_and(|year| i32::from(year) >= cx.day.year())
}

/// The symbols that what was typed can become, with how many numbers of each are known.
fn symbols(cx: &CompletionContext<'_>, kind: Option<&'static InstrumentType>, begun: &Begun<'_>) -> Vec<(u32, String)> {
    let mut out: Vec<(u32, String)> = Vec::new();
    let own = cx.draft.unknown.iter().map(|u| u.number.symbol());
    let is_of_kind = |symbol: &str| {
        let Some(kind) = kind else { return true };
        let code = symbol.split(['-', '/']).next().unwrap_or_default();
        kind.codes.iter().chain(&kind.party).any(|c| c == code)
    };
    let mut add = |weight: u32, symbol: String| {
        if !fold_number(&symbol).starts_with(&begun.symbol) {
            return;
        }
        match out.iter_mut().find(|(_, known)| *known == symbol) {
            Some((known, _)) => *known += weight,
            None => out.push((weight, symbol)),
        }
    };
    for symbol in own.filter(|symbol| is_of_kind(symbol)) {
        add(500, symbol);
    }
    for series in cx.catalogue.all_series().iter() {
        // The symbols of the years around: a new one may not be known yet, a former one is not used any more.
        let is_near = match (begun.year, series.year) {
            (Some(year), Some(of)) => series.with_year && year.abs_diff(of) <= 1,
            (Some(_), None) => false,
            (None, _) => !series.with_year && begun.dash == series.symbol.contains('/'),
        };
        if is_near && series.folded.starts_with(&begun.symbol) && is_of_kind(&series.symbol) {
            add(series.coverage.known, series.symbol.clone());
        }
    }
    let is_assembly = |id: TypeId| matches!(id, TypeId::LUAT | TypeId::BO_LUAT | TypeId::NGHI_QUYET);
    if let (Some(kind), Some(year)) = (kind, begun.year) {
        for term in assembly_terms(year) {
            if is_assembly(kind.id) {
                add(60, format!("QH{term}"));
            }
            if matches!(kind.id, TypeId::PHAP_LENH | TypeId::NGHI_QUYET) {
                let code = if kind.id == TypeId::PHAP_LENH && year < 2008 { "PL-" } else { "" };
                add(20, format!("{code}UBTVQH{term}"));
            }
        }
    }
    // A bare year, or a short number, can be of any series: only the place of the draft says that its own is meant. Decisions with long
    // numbers are mostly of places.
    let home = cx.draft.home().or(cx.draft.place_beside()).is_some();
    let is_long = |symbol: &str| begun.year.is_none() && begun.serial.len() >= LONG && symbol.starts_with("QĐ");
    // Every province has its own, so most decisions and resolutions with a year that are cited are of places.
    let has_whole_year = begun.year.is_some_and(|year| year >= LOCAL_SINCE) && kind.is_some();
    let is_dated = |symbol: &str| has_whole_year && matches!(symbol, "QĐ-UBND" | "NQ-HĐND");
    let may_be_local = |symbol: &&str| home || !begun.symbol.is_empty() || is_long(symbol) || is_dated(symbol);
    if !begun.dash {
        for symbol in LOCAL.into_iter().filter(|symbol| is_of_kind(symbol)).filter(may_be_local) {
            add(if home { OF_HOME } else { OF_PLACES }, symbol.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_cut_into_what_is_there_of_it() {
        let read = |typed: &'static str| Begun::read(typed).map(|b| (b.serial, b.year, b.symbol, b.dash));
        assert_eq!(read("149/2005/"), Some(("149", Some(2005), String::new(), false)));
        assert_eq!(read("149/2005"), Some(("149", Some(2005), String::new(), false)));
        assert_eq!(read("30a/2008/NQ"), Some(("30a", Some(2008), "nq".to_owned(), false)));
        assert_eq!(read("63/QĐ-T"), Some(("63", None, "qd t".to_owned(), false)));
        assert_eq!(read("54-NQ/"), Some(("54", None, "nq".to_owned(), true)));
        assert_eq!(read("149/20"), None);
        assert_eq!(read("1040"), Some(("1040", None, String::new(), false)));
        assert_eq!(read("49"), None);
    }
}
