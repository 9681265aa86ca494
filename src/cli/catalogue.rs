//! `viendan catalogue …`: search, show, info, import, add, export.
//!
//! Every function writes to what it is given; the caller chooses standard output and whether colours pass.

use super::cli::Tools;
use crate::catalogue::import;
use crate::catalogue::record::Record;
use crate::catalogue::store::Repaired;
use crate::catalogue::{Catalogue, Context, Error, Fact, Instrument, RelationKind, Resolution, Status, Validity};
use crate::cite::{MentionKind, Number};
use crate::document::{Document, Format};
use crate::lexicon::Vocabulary;
use crate::library::{Library, folder};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::Date;

/// What can end a command.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Catalogue(#[from] Error),
    #[error(transparent)]
    Output(#[from] io::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const DOUBT: Style = AnsiColor::Yellow.on_default();

/// A text in a style.
fn styled(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{style:#}")
}

fn record_line(out: &mut impl Write, instrument: &Instrument) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, &Record::from(instrument))?;
    Ok(writeln!(out)?)
}

/// `catalogue search WORDS`: one instrument a line, best first; as records with `json`. Returns whether anything was
/// found.
pub fn search(
    out: &mut impl Write,
    catalogue: &Catalogue,
    words: &str,
    limit: usize,
    json: bool,
) -> Result<bool, Failure> {
    let hits = catalogue.search(words, limit);
    for hit in &hits {
        if json {
            record_line(out, &hit.instrument)?;
        } else {
            line(out, &hit.instrument)?;
        }
    }
    if hits.is_empty() && !json {
        writeln!(out, "Không tìm thấy văn bản nào cho “{words}”.")?;
    }
    Ok(!hits.is_empty())
}

/// `catalogue show NUMBER`: everything that is known of the instruments of a number or name, on one screen each. Without
/// any, what the number may have meant. `on` is the day on which validity is judged. Returns whether there is one.
pub fn show(out: &mut impl Write, catalogue: &Catalogue, what: &str, on: Date, json: bool) -> Result<bool, Failure> {
    let number = Number::parse(what);
    let mut found = number.as_ref().map_or_else(Vec::new, |n| catalogue.by_number(&n.canonical()));
    if found.is_empty() {
        found = catalogue.by_name(what);
    }
    if found.is_empty() {
        found = cited(catalogue, what, on);
    }
    if json {
        for instrument in &found {
            record_line(out, instrument)?;
        }
        return Ok(!found.is_empty());
    }
    if found.len() > 3 {
        writeln!(out, "Có {} văn bản mang số hoặc tên này:", found.len())?;
        for instrument in &found {
            line(out, instrument)?;
        }
        return Ok(true);
    }
    for (at, instrument) in found.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        card(out, catalogue, instrument, on)?;
    }
    if found.is_empty() {
        missing(out, catalogue, what, number.as_ref())?;
    }
    Ok(!found.is_empty())
}

/// The instruments that a citation means: "khoản 2 Điều 5 Luật Đất đai 2013".
fn cited(catalogue: &Catalogue, what: &str, on: Date) -> Vec<Arc<Instrument>> {
    let document = Document::read(what, Format::Plain, &Arc::new(Vocabulary::new(catalogue.names())));
    let context = Context { date: Some(on), issuer: None };
    let meant = document.mentions().find_map(|at| match &at.mention.kind {
        MentionKind::Number(number) => Some(catalogue.resolve_number(number, None, &context)),
        MentionKind::Name(name) => Some(catalogue.resolve_name(name, &context)),
        _ => None,
    });
    match meant {
        Some(Resolution::Known(one)) => vec![one],
        Some(Resolution::Ambiguous(several)) => several,
        _ => Vec::new(),
    }
}

/// What is known where an instrument is not: how far its series goes, and what may have been meant.
fn missing(out: &mut impl Write, catalogue: &Catalogue, what: &str, number: Option<&Number>) -> Result<(), Failure> {
    writeln!(out, "Không có “{what}” trong danh mục.")?;
    let suggestions = match number {
        Some(number) => {
            let coverage = catalogue.coverage(number);
            if coverage.highest > 0 {
                writeln!(
                    out,
                    "Danh mục biết {} số của {}, số lớn nhất là {}.",
                    coverage.known,
                    number.symbol(),
                    coverage.highest
                )?;
            } else {
                writeln!(out, "Danh mục chưa phủ loại văn bản này.")?;
            }
            catalogue.near(number, 5)
        }
        None => catalogue.search(what, 5),
    };
    if !suggestions.is_empty() {
        writeln!(out, "Có thể là:")?;
    }
    for hit in suggestions {
        line(out, &hit.instrument)?;
    }
    Ok(())
}

/// One instrument on one line.
fn line(out: &mut impl Write, i: &Instrument) -> Result<(), Failure> {
    let when = i.issued.map(vietnamese).or(i.year.map(|y| y.to_string())).unwrap_or_default();
    let title = i.title.as_deref().filter(|t| !i.label().starts_with(*t)).unwrap_or_default();
    let mark = if i.status == Some(Status::Expired) { styled(BAD, " hết hiệu lực") } else { String::new() };
    writeln!(out, "  {} {title} {}{mark}", styled(STRONG, i.label()), styled(FAINT, when))?;
    Ok(())
}

/// Everything about one instrument.
fn card(out: &mut impl Write, catalogue: &Catalogue, i: &Arc<Instrument>, on: Date) -> Result<(), Failure> {
    writeln!(out, "{}", styled(STRONG, i.label()))?;
    if let Some(title) = i.title.as_deref().filter(|t| !i.label().starts_with(*t)) {
        writeln!(out, "{title}")?;
    }
    writeln!(out, "{}", status_line(i, on))?;
    let mut show = |name: &str, value: Option<String>, fact: Option<Fact>| -> io::Result<()> {
        let Some(value) = value else { return Ok(()) };
        let doubt = if fact.is_none_or(|fact| i.is_confirmed(fact)) {
            String::new()
        } else {
            styled(DOUBT, " (chưa đối chiếu)")
        };
        let origin = fact
            .and_then(|fact| i.origins.get(fact.as_str()))
            .map(|o| styled(FAINT, format!(" ({o})")))
            .unwrap_or_default();
        writeln!(out, "  {:<16} {value}{doubt}{origin}", format!("{name}:"))
    };
    show("Cơ quan", i.issuer.clone(), Some(Fact::Issuer))?;
    show("Ban hành", i.issued.map(vietnamese).or(i.year.map(|y| format!("năm {y}"))), Some(Fact::Issued))?;
    show("Hiệu lực từ", i.effective.map(vietnamese), Some(Fact::Effective))?;
    show("Hết hiệu lực", i.expired.map(vietnamese), Some(Fact::Status))?;
    show("Người ký", i.signer.clone(), None)?;
    show("Lĩnh vực", i.field.clone(), None)?;
    show("Tên gọi khác", (!i.aliases.is_empty()).then(|| i.aliases.join(", ")), None)?;
    let size = match (i.articles, i.chapters) {
        (Some(articles), Some(chapters)) => Some(format!("{articles} điều, {chapters} chương")),
        (Some(articles), None) => Some(format!("{articles} điều")),
        (None, _) => None,
    };
    show("Quy mô", size, Some(Fact::Articles))?;
    show("Được dẫn", (i.cited > 0).then(|| format!("{} lần", i.cited)), None)?;
    show("Địa chỉ", i.url.clone(), None)?;
    show("Nguồn", i.source.clone(), None)?;
    if let Some(summary) = &i.summary {
        writeln!(out, "\n  {summary}")?;
    }
    relations(out, catalogue, i)?;
    let sections: Vec<_> = i.provisions.iter().filter(|p| p.summary.is_some()).collect();
    for section in &sections {
        let heading = section.heading.as_deref().unwrap_or_default();
        writeln!(out, "\n  {} {heading}", styled(STRONG, &section.path))?;
        writeln!(out, "  {}", section.summary.as_deref().unwrap_or_default())?;
    }
    if sections.is_empty() && !i.provisions.is_empty() {
        writeln!(out, "\n  Các điều đã biết tiêu đề: {}", i.provisions.len())?;
    }
    Ok(())
}

/// The relations by kind, in the order of their dates; long lists are cut.
fn relations(out: &mut impl Write, catalogue: &Catalogue, i: &Instrument) -> Result<(), Failure> {
    const SHOWN: usize = 12;
    let kinds = [
        (RelationKind::ReplacedBy, "Thay thế bởi"),
        (RelationKind::RepealedBy, "Bãi bỏ bởi"),
        (RelationKind::AmendedBy, "Sửa đổi bởi"),
        (RelationKind::SuspendedBy, "Ngưng hiệu lực bởi"),
        (RelationKind::Replaces, "Thay thế"),
        (RelationKind::Repeals, "Bãi bỏ"),
        (RelationKind::Amends, "Sửa đổi"),
        (RelationKind::Suspends, "Ngưng hiệu lực"),
        (RelationKind::Corrects, "Đính chính"),
        (RelationKind::Consolidates, "Hợp nhất"),
        (RelationKind::Guides, "Hướng dẫn"),
        (RelationKind::GuidedBy, "Được hướng dẫn bởi"),
    ];
    for (kind, name) in kinds {
        let all: Vec<_> = i.related(kind).collect();
        if all.is_empty() {
            continue;
        }
        writeln!(out, "\n  {}", styled(STRONG, name))?;
        for relation in all.iter().take(SHOWN) {
            let date = relation.date.map(|d| format!(" từ {}", vietnamese(d))).unwrap_or_default();
            let note = relation.note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
            let title = catalogue.by_number(&relation.target).first().and_then(|t| t.title.clone()).unwrap_or_default();
            let title = crate::text::shorten(&title, 90);
            writeln!(out, "    {}{date}{note} {}", relation.target, styled(FAINT, title))?;
        }
        if all.len() > SHOWN {
            writeln!(out, "    … và {} văn bản khác ({})", all.len() - SHOWN, kind)?;
        }
    }
    Ok(())
}

/// The status on a day, in one line.
fn status_line(i: &Instrument, on: Date) -> String {
    let doubt = if i.is_confirmed(Fact::Status) || i.status.is_none() { "" } else { " (chưa đối chiếu)" };
    let text = match i.validity(on) {
        Validity::InForce => styled(GOOD, "Còn hiệu lực"),
        Validity::PartlyExpired => styled(DOUBT, "Hết hiệu lực một phần"),
        Validity::Expired { since, by } => {
            let since = since.map(|d| format!(" từ {}", vietnamese(d))).unwrap_or_default();
            let by = by.map(|b| format!(", thay bằng {b}")).unwrap_or_default();
            styled(BAD, format!("Hết hiệu lực{since}{by}"))
        }
        Validity::NotYetInForce { from } => styled(DOUBT, format!("Chưa có hiệu lực, có từ {}", vietnamese(from))),
        Validity::Suspended { by } => {
            styled(DOUBT, format!("Ngưng hiệu lực{}", by.map(|b| format!(" theo {b}")).unwrap_or_default()))
        }
        Validity::Unknown => styled(FAINT, "Chưa rõ hiệu lực"),
    };
    format!("{text} vào ngày {}{doubt}", vietnamese(on))
}

/// A date as it is written in texts: 05/3/2020.
fn vietnamese(date: Date) -> String {
    let month = u8::from(date.month());
    if month < 3 {
        format!("{:02}/{month:02}/{}", date.day(), date.year())
    } else {
        format!("{:02}/{month}/{}", date.day(), date.year())
    }
}

/// `catalogue info`: what each database holds and how far the series are known.
pub fn info(out: &mut impl Write, catalogue: &Catalogue, json: bool) -> Result<(), Failure> {
    const SHOWN: usize = 30;
    for info in catalogue.info() {
        if json {
            let value = serde_json::json!({
                "path": info.path, "instruments": info.instruments, "with_status": info.with_status,
                "with_articles": info.with_articles, "with_summary": info.with_summary, "relations": info.relations,
                "provisions": info.provisions,
                "kinds": info.kinds.iter().map(|(k, n)| serde_json::json!({"type": k, "instruments": n})).collect::<Vec<_>>(),
                "series": info.series.iter().map(|(s, c)| serde_json::json!({"series": s, "known": c.known, "highest": c.highest})).collect::<Vec<_>>(),
            });
            serde_json::to_writer(&mut *out, &value)?;
            writeln!(out)?;
            continue;
        }
        let path = info.path.as_ref().map_or_else(|| "trong bộ nhớ".to_owned(), |p| p.display().to_string());
        writeln!(out, "{} {path}", styled(STRONG, "Danh mục"))?;
        for (name, count) in [
            ("văn bản", info.instruments),
            ("có tình trạng hiệu lực", info.with_status),
            ("có số điều", info.with_articles),
            ("có tóm tắt", info.with_summary),
            ("quan hệ", info.relations),
            ("tiêu đề điều, mục", info.provisions),
        ] {
            writeln!(out, "  {count:>8} {name}")?;
        }
        writeln!(out, "\n  {}", styled(STRONG, "Theo loại"))?;
        for (kind, count) in info.kinds.iter().take(SHOWN) {
            writeln!(out, "  {count:>8} {kind}")?;
        }
        writeln!(out, "\n  {}", styled(STRONG, "Các dãy số biết nhiều nhất (đã biết / số lớn nhất)"))?;
        for (series, coverage) in info.series.iter().take(SHOWN) {
            writeln!(out, "  {:>5} / {:<5} {:>3} %  {series}", coverage.known, coverage.highest, coverage.percent())?;
        }
    }
    Ok(())
}

/// `catalogue import FILE|DIR…`: into the user's own catalogue, with a report. Returns the exit status: 1 when lines were
/// left out, 2 when a file could not be read.
pub fn import(
    out: &mut impl Write,
    store: &Path,
    paths: &[PathBuf],
    progress: impl FnMut(u64),
) -> Result<i32, Failure> {
    const SHOWN: usize = 20;
    let report = import::import(store, paths, progress)?;
    if let Some(repaired) = &report.repaired {
        let Repaired { quarantined, cause, recovered } = repaired;
        let text = format!(
            "Danh mục cũ không dùng được ({cause}), đã để riêng tại {}; lấy lại {recovered} văn bản.",
            quarantined.display()
        );
        writeln!(out, "{}", styled(DOUBT, text))?;
    }
    writeln!(
        out,
        "{} mới, {} thay đổi, {} như cũ, {} mâu thuẫn, {} bị từ chối.",
        report.new, report.changed, report.unchanged, report.contradictory_count, report.refused_count
    )?;
    let more = |out: &mut dyn Write, all: u64| match all.saturating_sub(SHOWN as u64) {
        0 => Ok(()),
        more => writeln!(out, "  … và {more} dòng khác"),
    };
    for told in report.contradictory.iter().take(SHOWN) {
        let place = format!("{}:{}", told.path.display(), told.line);
        writeln!(
            out,
            "  {place}: {} khác với trước: {}",
            styled(DOUBT, &told.label),
            told.fields.iter().map(Fact::to_string).collect::<Vec<_>>().join(", ")
        )?;
    }
    more(out, report.contradictory_count)?;
    for refused in report.refused.iter().take(SHOWN) {
        writeln!(out, "  {}", styled(BAD, refused))?;
    }
    more(out, report.refused_count)?;
    for error in &report.unreadable {
        writeln!(out, "  {}", styled(BAD, format!("không đọc được: {error}")))?;
    }
    writeln!(out, "{}", styled(FAINT, store.display()))?;
    Ok(match (report.unreadable.is_empty(), report.refused_count) {
        (false, _) => 2,
        (true, 0) => 0,
        (true, _) => 1,
    })
}

/// `catalogue add DIR…`: reads folders with texts of instruments, tells what was recognised and what was not, and remembers
/// the folders. Returns whether every file was read.
pub fn add(out: &mut impl Write, tools: &Tools, folders: &[PathBuf]) -> Result<bool, Failure> {
    let absolute = |folder: &PathBuf| {
        let path = folder.canonicalize().map_err(|cause| Error::Io { path: folder.clone(), cause })?;
        let not_a_folder = || Error::Io { path: folder.clone(), cause: io::ErrorKind::NotADirectory.into() };
        if path.is_dir() { Ok(path) } else { Err(not_a_folder()) }
    };
    let folders: Vec<PathBuf> = folders.iter().map(absolute).collect::<Result<_, Error>>()?;
    let mut library = Library::default();
    let report = library.update(&folders, &tools.vocabulary, &|_, _| {});
    if !tools.quiet {
        for (_, i) in library.instruments() {
            line(out, i)?;
            let clauses = i.provisions.iter().filter(|p| p.path.starts_with("khoản ")).count();
            let articles = match i.articles {
                Some(count) => format!("{count} điều"),
                None => "chưa rõ số điều (văn bản có thể không đủ)".to_owned(),
            };
            writeln!(
                out,
                "    {}",
                styled(FAINT, format!("{articles}, {clauses} khoản, {} quan hệ", i.relations.len()))
            )?;
        }
    }
    for problem in &report.unwalkable {
        writeln!(out, "  {}", styled(BAD, problem))?;
    }
    for (path, cause) in library.refused() {
        writeln!(out, "  {}", styled(BAD, format!("{}: {cause}", path.display())))?;
    }
    let (known, refused) = (library.instruments().count(), library.refused().count() + report.unwalkable.len());
    writeln!(out, "{known} văn bản đã đọc, {refused} tệp hoặc thư mục bị bỏ qua.")?;
    folder::add(&folders)?;
    Ok(refused == 0)
}

/// `catalogue export`: every record as one line of JSON.
pub fn export(out: &mut impl Write, catalogue: &Catalogue) -> Result<(), Failure> {
    catalogue.export(|record| {
        serde_json::to_writer(&mut *out, &record)?;
        Ok::<_, Failure>(writeln!(out)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn catalogue() -> Catalogue {
        let records = r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","effective":"2020-03-05","title":"Về công tác văn thư","status":"in-force","confirmed":["issued","status"],"relations":[{"kind":"replaces","target":"110/2004/NĐ-CP","date":"2020-03-05"}]}
{"number":"110/2004/NĐ-CP","issued":"2004-04-08","title":"Về công tác văn thư","status":"expired","expired":"2020-03-05","relations":[{"kind":"replaced-by","target":"30/2020/NĐ-CP"}]}
{"number":"45/2013/QH13","type":"Luật","issued":"2013-11-29","title":"Luật Đất đai"}
{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","title":"Luật Đất đai"}"#;
        Catalogue::of(records.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()))
            .unwrap()
    }

    fn plain(run: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        run(&mut out);
        let text = String::from_utf8(out).unwrap();
        // Styles are escape sequences up to "m".
        text.split('\u{1b}')
            .enumerate()
            .map(|(n, part)| if n == 0 { part } else { part.split_once('m').map_or("", |p| p.1) })
            .collect()
    }

    #[test]
    fn an_instrument_is_shown_on_one_screen() {
        let shown =
            plain(|out| assert!(show(out, &catalogue(), "110/2004/NĐ-CP", date!(2021 - 01 - 01), false).unwrap()));
        assert!(shown.contains("Hết hiệu lực từ 05/3/2020, thay bằng 30/2020/NĐ-CP vào ngày 01/01/2021"), "{shown}");
        assert!(shown.contains("Ban hành:        08/4/2004 (chưa đối chiếu)"), "{shown}");
    }

    #[test]
    fn an_instrument_is_shown_by_a_citation() {
        let shown = plain(|out| {
            assert!(show(out, &catalogue(), "khoản 2 Điều 5 Luật Đất đai 2013", date!(2021 - 01 - 01), false).unwrap());
        });
        assert!(shown.starts_with("Luật Đất đai 45/2013/QH13\n"), "{shown}");
    }

    #[test]
    fn a_number_that_is_missing_gets_suggestions() {
        let shown =
            plain(|out| assert!(!show(out, &catalogue(), "30/2002/NĐ-CP", date!(2021 - 01 - 01), false).unwrap()));
        assert!(shown.contains("Không có “30/2002/NĐ-CP” trong danh mục."), "{shown}");
        assert!(shown.contains("Có thể là:\n  Nghị định 30/2020/NĐ-CP Về công tác văn thư 05/3/2020"), "{shown}");
    }

    #[test]
    fn what_is_exported_can_be_imported() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("all.jsonl");
        export(&mut std::fs::File::create(&file).unwrap(), &catalogue()).unwrap();
        let report = plain(|out| assert_eq!(import(out, &dir.path().join("c.db"), &[file], |_| {}).unwrap(), 0));
        assert!(report.starts_with("4 mới, 0 thay đổi, 0 như cũ, 0 mâu thuẫn, 0 bị từ chối.\n"), "{report}");
    }
}
