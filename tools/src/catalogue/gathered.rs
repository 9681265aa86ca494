//! The lists that were gathered last: `data/metadata-2`. What each is good for differs: some give official titles and no
//! dates, some dates and no titles, some only show that an instrument exists.

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use super::sources::{Row, RowRelation, lines, push_relation, take};
use regex::Regex;
use serde::Deserialize;
use std::path::Path;
use std::sync::LazyLock;
use viendan::catalogue::record::relation_kind;
use viendan::catalogue::{Error, RelationKind, normalise};
use viendan::cite::Number;
use viendan::i18n::date::parse_iso;

/// What is taken of the titles of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Titles {
    /// They are the official ones.
    Official,
    /// In short words of the list's editor: taken where nothing better is, and only the names of laws.
    Short,
    /// Headings of a site, abbreviations: they show that the instrument exists.
    None,
}

struct List {
    file: &'static str,
    rank: Rank,
    source: &'static str,
    titles: Titles,
    /// The day of which its statuses are, where the rows don't say it.
    as_of: Option<&'static str>,
}

const NATIONAL: &str = "Cơ sở dữ liệu quốc gia về pháp luật";
const SITE: &str = "trang văn bản công khai";

const LISTS: [List; 13] = [
    list("official_lists_gazette", Rank::Official, "danh mục hiệu lực đăng Công báo", Titles::Official),
    list("vbpl_titles_phapsuto", Rank::Official, NATIONAL, Titles::Official),
    list("vbpl_diagram_enterprise_laws", Rank::Official, NATIONAL, Titles::Official),
    list("laws_inventory_vbpl", Rank::List, NATIONAL, Titles::Official),
    list("research_law_vn", Rank::List, "danh mục tra cứu tháng 9/2026", Titles::Official),
    List {
        as_of: Some("2026-10-05"),
        ..list("late_2026", Rank::List, "danh mục công khai tháng 10/2026", Titles::Short)
    },
    list("qh16_code_search", Rank::List, "danh mục công khai", Titles::Short),
    list("tvpl_page_heads", Rank::List, SITE, Titles::None),
    list("document_heads_diepxuan", Rank::List, "đầu văn bản chép lại", Titles::None),
    list("tvpl_manifest_r2ai", Rank::List, SITE, Titles::None),
    list("tvpl_tax_titles", Rank::List, SITE, Titles::None),
    list("vbpl_items_bkhcn", Rank::List, NATIONAL, Titles::None),
    list("procuracy_list", Rank::List, "danh mục công khai", Titles::None),
];

/// Kept by people from memory or by a machine: used where nothing better is.
const WEAK: [List; 2] = [
    list("tracking_2026_diepxuan", Rank::Unconfirmed, "danh sách theo dõi", Titles::None),
    list("wanted_110_own", Rank::Unconfirmed, "danh sách biên soạn", Titles::Short),
];

const fn list(file: &'static str, rank: Rank, source: &'static str, titles: Titles) -> List {
    List { file, rank, source, titles, as_of: None }
}

/// A row with what only these lists have.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Gathered {
    #[serde(flatten)]
    row: serde_json::Map<String, serde_json::Value>,
    certainty: Option<String>,
    confidence: Option<String>,
    title_cut: bool,
    /// Where a row of several origins comes from; they stand apart by semicolons.
    #[serde(rename = "source")]
    origin: Option<String>,
    #[serde(rename = "replaces")]
    replaced: Vec<String>,
}

pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<(), Error> {
    let folder = facts.join("data/metadata-2");
    for list in LISTS.iter().chain(&WEAK) {
        let path = folder.join(format!("{}.jsonl.gz", list.file));
        lines(&path, report, |gathered: Gathered, report| gathered_row(gathered, list, builders, report))?;
    }
    Ok(())
}

fn gathered_row(gathered: Gathered, list: &List, builders: &mut Builders, report: &mut Report) {
    // "2005" is a year as a text in one of them, a number in another.
    let mut fields = gathered.row;
    if let Some(year) = fields.get("year").and_then(|y| y.as_str()).and_then(|y| y.parse::<u16>().ok()) {
        fields.insert("year".to_owned(), year.into());
    }
    let Ok(mut row) = serde_json::from_value::<Row>(serde_json::Value::Object(fields)) else {
        report.drop("line that cannot be read");
        return;
    };
    let certainty = gathered.certainty.as_deref();
    // What its own editor doubts is no fact.
    if certainty == Some("low") || (list.rank == Rank::Unconfirmed && certainty == Some("medium")) {
        report.drop("row that its editor doubts");
        return;
    }
    let Some(number) = row.number.as_deref().and_then(Number::parse) else {
        report.drop("no number of an instrument");
        return;
    };
    let origins = gathered.origin.as_deref().map_or(1, |o| o.split(';').count());
    let is_read = gathered.confidence.as_deref().is_some_and(|c| c.starts_with("verified"))
        || (certainty == Some("high") && origins > 1);
    let rank = if is_read { list.rank.min(Rank::Official) } else { list.rank };
    row.exists = true;
    row.as_of = row.as_of.or(list.as_of.map(str::to_owned));
    // "còn hiệu lực (đã được sửa đổi)"
    row.status = row.status.map(|s| s.split(" (").next().unwrap_or_default().to_owned());
    if row.url.is_none()
        && let Some(item) = &row.vbpl_item
    {
        let item = item.as_str().map_or_else(|| item.to_string(), str::to_owned);
        row.url = Some(format!("https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID={item}"));
    }
    // "S ửa đổi": the page broke the word.
    static BROKEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(^|\s)([BCDĐGHKLMNPQRSTVX]) (\p{Ll})").expect("the pattern is well formed"));
    let title = row
        .title
        .take()
        .map(|t| BROKEN.replace_all(&t, "$1$2$3").into_owned())
        .filter(|t| !gathered.title_cut && !is_truncated(t));
    if list.titles == Titles::Official {
        row.title = title.clone();
    }
    for target in &gathered.replaced {
        row.relations.push(RowRelation { date: row.effective.clone(), ..RowRelation::of("replaces", target) });
    }
    let relations = std::mem::take(&mut row.relations);
    let issued = row.issued.as_deref().and_then(parse_iso);
    let effective = row.effective.as_deref().and_then(parse_iso);
    take(row, rank, list.source, builders, report);
    let Some(builder) = builders.meant(&number, issued) else { return };
    if list.titles == Titles::Short {
        let title = title.filter(|t| !t.contains('(')).and_then(|t| normalise::title(&t, Some(&number)));
        builder.title.add(title, Rank::Unconfirmed, list.source);
    }
    for relation in relations {
        let (Some(kind), Some(target)) = (relation_kind(&relation.kind), Number::parse(&relation.target)) else {
            continue;
        };
        let date = relation.date.as_deref().and_then(parse_iso);
        if let Some(builder) = builders.meant(&number, issued) {
            push_relation(builder, kind, target.canonical(), date, None);
        }
        let ends = matches!(kind, RelationKind::Replaces | RelationKind::Repeals);
        if ends && let Some(ended) = builders.meant(&target, None) {
            // What an act replaces ends when the act takes effect, unless it says another day.
            ended.expired.add(date.or(effective), rank, list.source);
        }
    }
}

/// Whether a list cut the title at a width of its own: at a hundred characters, or within a word.
fn is_truncated(title: &str) -> bool {
    let length = title.trim().chars().count();
    title.ends_with('…') || title.ends_with("...") || (97..=101).contains(&length)
}
