//! The list of the instruments that a document cites, for the drafter's annex "Danh mục văn bản được viện dẫn": each once, with
//! how often, where, and whether it is in force.

use super::referents::{Act, Referents};
use crate::catalogue::{Catalogue, Instrument, Validity};
use crate::document::Document;
use crate::i18n::Localizer;
use crate::settings::Settings;
use crate::text::{Encoding, LineIndex};
use serde::Serialize;
use std::sync::Arc;
use time::Date;

/// An instrument that a document cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Type and number, or the name, as the catalogue has it; else as the text writes it.
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// `in-force`, `partly-expired`, `expired`, `not-yet-in-force`, `suspended`, `unknown`.
    pub status: &'static str,
    /// The same in words.
    #[serde(rename = "statusText")]
    pub status_text: String,
    /// How often it is cited.
    pub count: usize,
    /// The places: lines, from 1.
    pub lines: Vec<usize>,
}

/// The instruments that a document cites, in the order of their first citation.
pub fn cited(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Vec<Cited> {
    let text = document.rope().to_string();
    let index = LineIndex::new(&text);
    let localizer = Localizer::of(settings.language);
    let day = super::day(document, settings);
    let referents = Referents::of(document, catalogue, settings);
    let mut found: Vec<(Act, Cited)> = Vec::new();
    for (placed, act) in referents.cited() {
        let line = index.position(&text, placed.span().start, Encoding::Utf8).line + 1;
        if let Some((_, cited)) = found.iter_mut().find(|(other, _)| *other == act) {
            cited.count += 1;
            cited.lines.push(line);
            continue;
        }
        let instrument = match &act {
            Act::Known(id) => catalogue.by_id(*id),
            Act::Number(_) | Act::Name(_) => None,
        };
        let cited = Cited { count: 1, lines: vec![line], ..described(&act, instrument, day, localizer) };
        found.push((act, cited));
    }
    found.into_iter().map(|(_, cited)| cited).collect()
}

fn described(act: &Act, instrument: Option<Arc<Instrument>>, day: Date, localizer: &'static Localizer) -> Cited {
    let validity = instrument.as_ref().map_or(Validity::Unknown, |instrument| instrument.validity(day));
    let (status, key) = match &validity {
        Validity::InForce => ("in-force", "ide-in-force"),
        Validity::PartlyExpired => ("partly-expired", "ide-partly-expired"),
        Validity::Expired { .. } => ("expired", "ide-expired"),
        Validity::NotYetInForce { .. } => ("not-yet-in-force", "ide-not-yet"),
        Validity::Suspended { .. } => ("suspended", "ide-suspended"),
        Validity::Unknown => ("unknown", "ide-unknown-status"),
    };
    let mut status_text = localizer.text(key, &[]).to_lowercase();
    if let Validity::Expired { since: Some(since), .. } = &validity {
        status_text = format!("{status_text} ({})", localizer.date(*since));
    }
    let label = match (&instrument, act) {
        (Some(instrument), _) => instrument.label(),
        (None, Act::Number(written) | Act::Name(written)) => written.clone(),
        (None, Act::Known(_)) => String::new(),
    };
    let number = match (&instrument, act) {
        (Some(instrument), _) => instrument.number.clone(),
        (None, Act::Number(number)) => Some(number.clone()),
        (None, _) => None,
    };
    Cited {
        label,
        number,
        title: instrument.as_ref().and_then(|i| i.title.clone()),
        issuer: instrument.as_ref().and_then(|i| i.issuer.clone()),
        issued: instrument.as_ref().and_then(|i| i.issued).map(crate::i18n::date::write_iso),
        status,
        status_text,
        count: 0,
        lines: Vec::new(),
    }
}

/// The list as a table in Markdown, with its heading.
pub fn markdown(cited: &[Cited], localizer: &'static Localizer) -> String {
    let word = |key| localizer.text(key, &[]);
    let mut out = format!("# {}\n\n", word("ide-report-title"));
    if cited.is_empty() {
        return out + &word("ide-report-none") + "\n";
    }
    let columns = [
        word("ide-report-number"),
        word("ide-report-instrument"),
        word("ide-report-name"),
        word("ide-report-status"),
        word("ide-report-count"),
        word("ide-report-lines"),
    ];
    out.push_str(&format!("| {} |\n|---:|---|---|---|---:|---|\n", columns.join(" | ")));
    let escape = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    for (n, act) in (1..).zip(cited) {
        let title = act.title.as_deref().filter(|title| !act.label.contains(*title)).unwrap_or_default();
        let lines: Vec<String> = act.lines.iter().map(usize::to_string).collect();
        out.push_str(&format!(
            "| {n} | {} | {} | {} | {} | {} |\n",
            escape(&act.label),
            escape(title),
            act.status_text,
            act.count,
            lines.join(", ")
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn each_act_is_listed_once_with_count_status_and_place() {
        let c = catalogue();
        let text = "Theo Nghị định số 110/2004/NĐ-CP và Luật Đất đai năm 2024.\nTheo Nghị định 110/2004/NĐ-CP.\nTheo Nghị định số 999/2031/NĐ-CP.|\n";
        let (document, _) = document(text, &c);
        let cited = cited(&document, &c, &settings());
        let short: Vec<(&str, &str, usize, &[usize])> =
            cited.iter().map(|a| (a.label.as_str(), a.status, a.count, a.lines.as_slice())).collect();
        assert_eq!(
            short,
            [
                ("Nghị định 110/2004/NĐ-CP", "expired", 2, &[1, 2][..]),
                ("Luật Đất đai 31/2024/QH15", "in-force", 1, &[1]),
                ("999/2031/NĐ-CP", "unknown", 1, &[3])
            ]
        );
        let table = markdown(&cited, Localizer::of(crate::i18n::Language::Vietnamese));
        assert!(table.starts_with("# Danh mục văn bản được viện dẫn\n"), "{table}");
        assert!(
            table.contains(
                "| 1 | Nghị định 110/2004/NĐ-CP | Về công tác văn thư | hết hiệu lực (05/3/2020) | 2 | 1, 2 |"
            ),
            "{table}"
        );
    }
}
