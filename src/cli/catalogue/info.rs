//! `viendan catalogue info`: what each database holds and how far the series of numbers are known.

use super::super::context::CliContext;
use super::super::failure::Failure;
use super::super::style::{STRONG, styled};
use crate::i18n::date::write_iso;
use std::io::Write;

/// How many types and series are shown.
const SHOWN: usize = 30;

/// `catalogue info`. Returns `true`: there is always something.
pub fn info(out: &mut impl Write, context: &CliContext, json: bool) -> Result<bool, Failure> {
    let words = context.console.localizer;
    for info in context.catalogue.info() {
        if json {
            let value = serde_json::json!({
                "path": info.path, "instruments": info.instruments, "with_status": info.with_status,
                "with_articles": info.with_articles, "with_summary": info.with_summary, "relations": info.relations,
                "provisions": info.provisions,
                "as_of": info.as_of.map(write_iso),
                "newest": info.newest.iter().map(|(s, n, day)| serde_json::json!({"series": s, "number": n, "issued": write_iso(*day)})).collect::<Vec<_>>(),
                "kinds": info.kinds.iter().map(|(k, n)| serde_json::json!({"type": k, "instruments": n})).collect::<Vec<_>>(),
                "series": info.series.iter().map(|(s, c)| serde_json::json!({"series": s, "known": c.known, "highest": c.highest})).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *out, &value)?;
            writeln!(out)?;
            continue;
        }
        let path = info.path.as_ref().map_or_else(|| words.text("cli-info-memory", &[]), |p| p.display().to_string());
        writeln!(out, "{} {path}", styled(STRONG, words.text("cli-info-catalogue", &[])))?;
        for (key, count) in [
            ("cli-info-instruments", info.instruments),
            ("cli-info-with-status", info.with_status),
            ("cli-info-with-articles", info.with_articles),
            ("cli-info-with-summary", info.with_summary),
            ("cli-info-relations", info.relations),
            ("cli-info-provisions", info.provisions),
        ] {
            writeln!(out, "  {count:>8} {}", words.text(key, &[]))?;
        }
        writeln!(out, "\n  {}", styled(STRONG, words.text("cli-info-by-type", &[])))?;
        for (kind, count) in info.kinds.iter().take(SHOWN) {
            writeln!(out, "  {count:>8} {kind}")?;
        }
        if let Some(day) = info.as_of {
            writeln!(out, "\n  {}", words.text("cli-info-as-of", &[("date", &words.date(day))]))?;
        }
        writeln!(out, "\n  {}", styled(STRONG, words.text("cli-info-newest", &[])))?;
        for (_, number, issued) in info.newest.iter().take(SHOWN) {
            writeln!(out, "  {:>12} {number}", words.date(*issued))?;
        }
        writeln!(out, "\n  {}", styled(STRONG, words.text("cli-info-series", &[])))?;
        for (series, coverage) in info.series.iter().take(SHOWN) {
            writeln!(out, "  {:>5} / {:<5} {:>3} %  {series}", coverage.known, coverage.highest, coverage.percent())?;
        }
    }
    Ok(true)
}
