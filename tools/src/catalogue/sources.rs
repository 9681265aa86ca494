//! The collected lists of instruments, one after the other.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::{Rank, StatusClaim};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use time::Date;
use time::macros::date;
use viendan::catalogue::Error;
use viendan::catalogue::harvest::{self, Harvested, Votes};
use viendan::catalogue::normalise::{self, listed_number};
use viendan::catalogue::{Relation, RelationKind, Status};
use viendan::cite::{Family, Number};
use viendan::i18n::date::{parse_iso, write_iso};
use viendan::law::{TypeId, types};
use viendan::text::fold;

/// A collected text of an instrument, with what its list says of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Text {
    pub number: Option<String>,
    pub title: Option<String>,
    /// Where its list has it from.
    pub path: Option<String>,
    pub text: String,
}

/// What the lists have in common; each fills some of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    pub number: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub issuer: Option<String>,
    pub issued: Option<String>,
    pub effective: Option<String>,
    pub expired: Option<String>,
    pub year: Option<u16>,
    pub title: Option<String>,
    pub field: Option<String>,
    pub status: Option<String>,
    pub url: Option<String>,
    pub cited: Option<u32>,
    pub seen: Option<u32>,
    pub relations: Vec<RowRelation>,
    /// The day of which the status is said.
    pub as_of: Option<String>,
    /// The number of its page in the national database.
    pub vbpl_item: Option<serde_json::Value>,
    /// The list holds instruments that exist, whatever it leaves out of them.
    #[serde(skip)]
    pub exists: bool,
    /// The date on which documents agree.
    #[serde(skip)]
    pub voted: Option<(Date, Votes)>,
    // known-facts.jsonl
    pub status_as_of_2025: Option<String>,
    pub replaced_by: Option<String>,
    pub amended_by: Vec<String>,
    pub articles: Option<u32>,
    pub aliases: Vec<String>,
    pub confirmed_fields: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RowRelation {
    pub kind: String,
    pub target: String,
    pub derived: Option<String>,
    pub date: Option<String>,
}

impl RowRelation {
    pub fn of(kind: &str, target: &str) -> Self {
        Self { kind: kind.to_owned(), target: target.to_owned(), ..Self::default() }
    }
}

/// A day, or the first one of a month: "2025-10".
pub fn day_of(text: &str) -> Option<Date> {
    parse_iso(text).or_else(|| parse_iso(&format!("{text}-01")))
}

/// Calls `each` with every line of a file of JSON Lines, compressed or not. A file that is missing is an error; a line
/// that cannot be read is counted.
pub fn lines<T: for<'de> Deserialize<'de>>(
    path: &Path,
    report: &mut Report,
    mut each: impl FnMut(T, &mut Report),
) -> Result<(), Error> {
    let file = File::open(path).map_err(|e| Error::io(path, e))?;
    let reader: Box<dyn Read> =
        if path.extension().is_some_and(|e| e == "gz") { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    for line in BufReader::new(reader).lines() {
        let line = line.map_err(|e| Error::io(path, e))?;
        match serde_json::from_str(&line) {
            Ok(row) => each(row, report),
            Err(_) => report.drop("line that cannot be read"),
        }
    }
    Ok(())
}

/// Reads every list under the folder, the most reliable first.
pub fn read(facts: &Path, learned: &[Harvested], builders: &mut Builders, report: &mut Report) -> Result<(), Error> {
    let metadata = facts.join("data/metadata");
    let lists: [(&str, Rank, &'static str); 7] = [
        ("phapdien_instruments.jsonl.gz", Rank::Codified, "Bộ pháp điển"),
        ("document_headers.jsonl.gz", Rank::Header, "đầu văn bản"),
        ("congbao_hrmaster.jsonl.gz", Rank::Official, "Công báo"),
        ("vbpl_pages_phanba.jsonl.gz", Rank::Official, "Cơ sở dữ liệu quốc gia về pháp luật"),
        ("sonla_gazette.jsonl.gz", Rank::Official, "Công báo tỉnh Sơn La"),
        ("tvpl_health_ngnam1104.jsonl.gz", Rank::List, "danh mục công khai"),
        ("mined_citations.jsonl.gz", Rank::Cited, harvest::SOURCE),
    ];
    for (file, rank, source) in lists {
        if rank == Rank::Cited {
            // Votes over documents go before what single citations say.
            learned.iter().for_each(|learned| harvested(learned, true, builders, report));
        }
        lines(&metadata.join(file), report, |row: Row, report| take(row, rank, source, builders, report))?;
    }
    learned.iter().for_each(|learned| harvested(learned, false, builders, report));
    let provincial = metadata.join("binhduong_province.jsonl.gz");
    lines(&provincial, report, |mut row: Row, report| {
        row.issuer = Some("UBND tỉnh Bình Dương".to_owned());
        row.status = None;
        // This list is in small letters throughout.
        row.title = row.title.map(|t| normalise::with_names(&t));
        take(row, Rank::List, "Cổng thông tin tỉnh Bình Dương", builders, report);
    })?;
    let thin = facts.join("data/validity/thin-types.jsonl.gz");
    lines(&thin, report, |mut row: Row, report| {
        row.cited = row.seen;
        // Read from the same texts as the citations: no independent source.
        take(row, Rank::Cited, harvest::SOURCE, builders, report);
    })?;
    lines(&facts.join("domain/known-facts.jsonl"), report, |row: Row, report| known_fact(row, builders, report))
}

/// What documents say of an instrument that they cite, where they leave little doubt; `several` says whether facts of
/// several documents are taken, or those that one alone gives.
fn harvested(learned: &Harvested, several: bool, builders: &mut Builders, report: &mut Report) {
    let i = &learned.instrument;
    // One voice of two is no majority.
    let sure = |field: &str| learned.votes.get(field).is_some_and(|v| v.doubt() < 0.5 && (v.given > 1) == several);
    let issued = i.issued.filter(|_| sure("issued"));
    let title = i.title.clone().filter(|_| sure("title"));
    if several
        && let (Some(issued), Some(title), Some(number)) = (issued, &title, i.number.as_deref().and_then(Number::parse))
        && i.kind == TypeId::NGHI_DINH
        && builders.is_of_another(&number, issued, title)
    {
        report.count("decrees of one number with another");
        let mut builder = InstrumentBuilder::new(Some(number));
        builder.kind.add(Some(i.kind), Rank::Cited, harvest::SOURCE);
        builder.issuer.add(i.issuer.clone(), Rank::Cited, harvest::SOURCE);
        builder.issued.add(Some(issued), Rank::Cited, harvest::SOURCE);
        builder.title.add(Some(title.clone()), Rank::Cited, harvest::SOURCE);
        builder.best = Rank::Cited;
        builder.source = harvest::SOURCE;
        builder.cited = i.cited;
        builders.all.push(builder);
        return;
    }
    let voted = issued.and_then(|date| Some((date, *learned.votes.get("issued")?)));
    let row = Row {
        number: i.number.clone(),
        kind: Some(i.kind.to_string()),
        issuer: i.issuer.clone().filter(|_| sure("issuer")),
        issued: issued.map(write_iso),
        year: i.year,
        title,
        cited: Some(i.cited),
        voted,
        ..Row::default()
    };
    take(row, Rank::Cited, harvest::SOURCE, builders, report);
}

pub fn take(mut row: Row, rank: Rank, source: &'static str, builders: &mut Builders, report: &mut Report) {
    // "05/2020/TT-" with the title "BGTVT Sửa đổi …": the number was cut where a line broke.
    while let (Some(number), Some(title)) = (&mut row.number, &mut row.title)
        && number.ends_with('-')
        && let Some((code, rest)) = title.split_once(' ')
        && code.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '&'))
    {
        number.push_str(code);
        *title = rest.to_owned();
    }
    let Some((number, doubtful)) = row.number.as_deref().and_then(listed_number) else {
        report.drop("no number of an instrument");
        return;
    };
    // Until the nineties the type could stand last: 939/BYT-QĐ of 1992.
    let dated = row.issued.as_deref().and_then(parse_iso).and_then(|d| u16::try_from(d.year()).ok()).or(row.year);
    let old =
        dated.is_some_and(|y| y < 2000) && row.kind.as_deref().is_some_and(|k| !matches!(k, "Công văn" | "Văn bản"));
    if matches!(number.family, Family::Letter) && !old {
        report.drop("letter");
        return;
    }
    if (number.is_local() && number.year.is_none()) || normalise::is_of_locality(&number) {
        report.drop("local body, not normative");
        return;
    }
    // An English page has no type; its heading does: "Resolution 08/2011/QH13".
    if row.kind.is_none()
        && number.family == Family::Assembly
        && row.title.as_deref().is_some_and(|t| t.starts_with("Resolution"))
    {
        row.kind = Some(TypeId::NGHI_QUYET.to_string());
    }
    let Some(kind) = normalise::kind(row.kind.as_deref(), &number) else {
        report.drop("type not known");
        return;
    };
    if !kind.row().catalogue || kind.row().letter {
        report.drop("type that no catalogue holds");
        return;
    }
    let raw_issuer = match (source, row.issuer.as_deref()) {
        ("Công báo tỉnh Sơn La", _) => Some("Tỉnh Sơn La".to_owned()),
        (_, raw) => raw.map(str::to_owned),
    };
    let issuer = normalise::issuer(raw_issuer.as_deref(), &number);
    if number.is_local() && issuer.is_none() {
        report.drop("local number without its place");
        return;
    }
    // "146/2025/TT-BT": the symbol lost its end, and nothing says whose it was.
    if doubtful && issuer.is_none() && kind == TypeId::THONG_TU && number.family != Family::Old {
        report.drop("symbol that lost its end");
        return;
    }
    let mut issued = row.issued.as_deref().and_then(parse_iso);
    // The year of a number is that of its issue: a date of another year is a misreading.
    if let (Some(date), Some(year)) = (issued, number.year)
        && date.year() != i32::from(year)
    {
        report.count("dates outside the number's year");
        issued = None;
    }
    let year = number.year.or(issued.and_then(|d| u16::try_from(d.year()).ok())).or(row.year);
    // Without its year a number that starts again each year is only worth something with a good source's title.
    let titled = rank <= Rank::List && row.title.as_deref().and_then(|t| normalise::title(t, Some(&number))).is_some();
    if year.is_none() && !titled && !matches!(number.family, Family::Old | Family::Party | Family::StandingCommittee) {
        report.drop("number that starts again each year, without its year");
        return;
    }
    // The gazette's crawler took consolidated texts for the acts; English pages have no title and a stale status.
    let english = row.title.as_deref().is_some_and(|t| t.is_ascii() || normalise::title(t, Some(&number)).is_none());
    let title = row.title.as_deref().and_then(|t| match rank {
        Rank::Cited => normalise::cited_title(t, &number),
        Rank::List => normalise::listed_title(t, Some(&number)),
        _ => normalise::title(t, Some(&number)),
    });
    let law = kind.is_law();
    let title = title
        .filter(|t| rank < Rank::Cited || !normalise::is_cut(&if law { format!("Luật {t}") } else { t.clone() }));
    let builder = builders.of(&number, kind, year, issuer.as_deref());
    builder.doubtful = if builder.best < Rank::Unconfirmed { builder.doubtful && doubtful } else { doubtful };
    builder.year = builder.year.or(year);
    builder.kind.add(Some(kind), rank, source);
    if let Some(issuer) = issuer {
        // The symbol names the issuer; the source confirms it by saying the same.
        let agrees = raw_issuer.as_deref().is_some_and(|raw| normalise::same_issuer(raw, &issuer));
        builder.issuer.add(Some(issuer), if agrees { rank } else { Rank::Unconfirmed }, source);
    }
    // Notes of the codification have slips in dates; the act's own header has not.
    builder.issued.add(issued, if rank == Rank::Header { Rank::Curated } else { rank }, source);
    builder.voted = builder.voted.or(row.voted);
    // Several documents may cite it by number alone.
    builder.named |= row.exists || row.title.is_some() || (source == harvest::SOURCE && row.cited > Some(1));
    builder.effective.add(row.effective.as_deref().and_then(parse_iso), rank, source);
    builder.title.add(title, rank, source);
    if let Some(status) = row.status.as_deref().and_then(viendan::catalogue::record::parse_status).filter(|_| !english)
    {
        let as_of = row.as_of.as_deref().and_then(day_of);
        builder.status.push(StatusClaim { status, as_of, rank });
    }
    builder.articles.add(row.articles.filter(|n| *n > 1), rank.max(Rank::List), source);
    builder.expired.add(row.expired.as_deref().and_then(parse_iso), rank, source);
    if rank <= Rank::Codified {
        builder.field = builder.field.take().or(row.field.as_deref().map(fold::tidy));
    }
    // Only addresses of official sites go into the catalogue.
    if let Some(url) = row.url.filter(|u| u.contains("vbpl.vn") || u.contains(".gov.vn") || u.contains("chinhphu.vn")) {
        builder.url.get_or_insert(url.replace("http://vbpl.vn", "https://vbpl.vn"));
    }
    if rank < builder.best {
        builder.best = rank;
        builder.source = source;
    }
    builder.cited = builder.cited.max(row.cited.unwrap_or_default());
    for relation in row.relations.iter().filter(|r| r.derived.is_some()) {
        let (Some(kind), Some((target, false))) =
            (viendan::catalogue::record::relation_kind(&relation.kind), listed_number(&relation.target))
        else {
            continue;
        };
        // "Sửa đổi … của Luật X và hướng dẫn": other kinds are given better by validity.
        if kind == RelationKind::Guides {
            push_relation(builder, RelationKind::Guides, target.canonical(), None, None);
        }
    }
}

/// Adds a relation once; a date that was missing is filled in.
pub fn push_relation(
    builder: &mut InstrumentBuilder,
    kind: RelationKind,
    target: String,
    date: Option<Date>,
    note: Option<String>,
) {
    if builder.number.as_ref().is_some_and(|n| n.canonical() == target) {
        return;
    }
    match builder.relations.iter_mut().find(|r| r.kind == kind && r.target == target) {
        Some(known) => {
            known.date = known.date.or(date);
            // Several provisions of one act: no single one is the note.
            if known.note != note {
                known.note = None;
            }
        }
        None => builder.relations.push(Relation { kind, target, date, note }),
    }
}

/// A curated fact: confirmed where it says so, else used where nothing better is.
fn known_fact(row: Row, builders: &mut Builders, report: &mut Report) {
    const SOURCE: &str = "danh sách biên soạn";
    let confirmed = |field: &str| row.confirmed_fields.iter().any(|f| f == field);
    let rank = |is: bool| if is { Rank::Curated } else { Rank::Unconfirmed };
    let issued = row.issued.as_deref().and_then(parse_iso);
    let number = row.number.as_deref().and_then(listed_number).map(|(n, _)| n);
    let raw_kind = row.kind.as_deref().unwrap_or_default();
    let year = issued.and_then(|d| u16::try_from(d.year()).ok()).or(row.year);
    let builder = match &number {
        Some(number) => {
            let Some(kind) = normalise::kind(Some(raw_kind), number) else {
                report.drop("type not known");
                return;
            };
            let issuer = normalise::issuer(row.issuer.as_deref(), number);
            if number.is_local() && issuer.is_none() {
                report.drop("local number without its place");
                return;
            }
            let builder = builders.of(number, kind, year, issuer.as_deref());
            builder.kind.add(Some(kind), rank(confirmed("type") || confirmed("number")), SOURCE);
            builder.issuer.add(issuer, Rank::Derived, SOURCE);
            builder
        }
        None if matches!(raw_kind, "Hiến pháp" | "Bộ luật" | "Luật") => {
            builders.all.push(InstrumentBuilder::new(None));
            let Some(builder) = builders.all.last_mut() else { return };
            builder.kind.add(TypeId::of_name(raw_kind), Rank::Unconfirmed, SOURCE);
            builder.issuer.add(row.issuer.as_deref().map(fold::tidy), Rank::Unconfirmed, SOURCE);
            builder
        }
        None => {
            report.drop("no number of an instrument");
            return;
        }
    };
    let dates = rank(confirmed("dates given by the source"));
    builder.year = builder.year.or(year);
    builder.issued.add(issued, dates, SOURCE);
    // An effective date may have been moved by a later act; the curated one knows of it.
    builder.effective.add(row.effective.as_deref().and_then(parse_iso), dates, SOURCE);
    let title = row.title.as_deref().and_then(|t| normalise::title(t, number.as_ref()));
    // "(1992)" after the Constitution tells it from another, which the date does as well.
    let title = title.map(|t| t.split(" (").next().filter(|_| number.is_none()).map_or(t.clone(), str::to_owned));
    builder.title.add(title, rank(confirmed("title")), SOURCE);
    let status = row.status_as_of_2025.as_deref().and_then(|s| match s {
        "in force" => Some(Status::InForce),
        "expired" => Some(Status::Expired),
        "partly expired" => Some(Status::PartlyExpired),
        _ => None,
    });
    if let Some(status) = status {
        builder.status.push(StatusClaim { status, as_of: Some(date!(2025 - 12 - 31)), rank: Rank::Unconfirmed });
    }
    builder.articles.add(row.articles, Rank::Unconfirmed, SOURCE);
    for alias in row.aliases.iter().map(|a| fold::tidy(a)).filter(|a| is_name(a)) {
        if !builder.aliases.contains(&alias) {
            builder.aliases.push(alias);
        }
    }
    let target = |text: &str| listed_number(text).map(|(n, _)| n.canonical());
    if let Some(successor) = row.replaced_by.as_deref().and_then(target) {
        push_relation(builder, RelationKind::ReplacedBy, successor, None, None);
    }
    for amending in row.amended_by.iter().filter_map(|t| target(t)) {
        push_relation(builder, RelationKind::AmendedBy, amending, None, None);
    }
    if builder.best >= Rank::Cited {
        builder.source = SOURCE;
    }
    if confirmed("number") {
        builder.best = Rank::Curated;
    }
    // What people know by heart is cited more often than the texts at hand show.
    builder.cited = builder.cited.max(3);
}

/// Whether an alias is a name of its own: not "Luật Đất đai 2024", which is name and year, nor "Nghị định 30", which any
/// decree of that number may be called.
fn is_name(alias: &str) -> bool {
    let last = alias.rsplit(' ').next().unwrap_or_default();
    let year = last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit());
    let first_digit = alias.find(|c: char| c.is_ascii_digit());
    let short = first_digit.is_some_and(|at| {
        let word = alias[..at].trim().trim_end_matches(" số");
        word.is_empty()
            || (word != "Đề án" && types().iter().any(|t| t.name == word || t.abbreviations.iter().any(|a| a == word)))
    });
    !year && !short
}
