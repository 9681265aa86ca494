//! What is known of status and relations.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::{Claim, Rank, StatusClaim};
use super::sources::{Row, day_of, lines, push_relation, take};
use regex::Regex;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::path::Path;
use std::sync::LazyLock;
use time::Date;
use time::macros::date as day;
use viendan::catalogue::Error;
use viendan::catalogue::record::parse_status;
use viendan::catalogue::{RelationKind, Status};
use viendan::cite::{Family, Number};
use viendan::i18n::date::parse_iso;
use viendan::law::TypeId;
use viendan::text::fold;

/// The note of a repeal of a whole act with exceptions, mostly for what was begun before.
pub const EXCEPTED: &str = "trừ một số nội dung";

/// The day up to which texts were collected, in whose closing articles ends were read.
const TEXTS_UNTIL: Date = day!(2026 - 08 - 01);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Resolved {
    number: String,
    issued: Option<String>,
    effective: Option<String>,
    expired: Option<String>,
    status: Option<String>,
    as_of: Option<String>,
    basis: Option<String>,
    by: Option<String>,
    conflict: Option<serde_json::Value>,
    ended_with_exceptions: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RelationRow {
    number: String,
    kind: String,
    target: String,
    target_issued: Option<String>,
    target_provision: Option<String>,
    from: Option<String>,
    certainty: String,
    evidence: Option<String>,
    except: Option<serde_json::Value>,
    method: String,
    /// In how many texts.
    seen: Option<u32>,
}

/// Pairs of an amending law and the amended one of which only one citation tells.
pub type CitedOnce = FxHashSet<(String, String)>;

pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<CitedOnce, Error> {
    let folder = facts.join("data/validity");
    for list in ["relations.jsonl.gz", "resolved.jsonl.gz", "status.jsonl.gz"] {
        lines(&folder.join(list), report, |row: Named, report| named(row, builders, report))?;
    }
    let mut refused = FxHashSet::default();
    let (mut once, mut otherwise) = (CitedOnce::default(), FxHashSet::default());
    lines(&folder.join("relations.jsonl.gz"), report, |row: RelationRow, report| {
        if row.method == "cited-as-amended" && runs_on(&row) {
            report.drop("amendment read in the next law of a list");
        } else if is_misread(&row, builders) {
            report.drop("repeal that was misread");
            refused.insert((row.number, row.target));
        } else {
            let pair = (row.number.clone(), row.target.clone());
            match row.method == "cited-as-amended" && row.seen == Some(1) {
                true => once.insert(pair),
                false => otherwise.insert(pair),
            };
            relation(row, builders, report);
        }
    })?;
    once.retain(|pair| !otherwise.contains(pair));
    lines(&folder.join("resolved.jsonl.gz"), report, |row: Resolved, report| {
        match row.by.clone().map(|by| (by, row.number.clone())) {
            Some(pair) if refused.contains(&pair) => report.drop("status that rests on a misread repeal"),
            _ => resolved(row, builders, report),
        }
    })?;
    Ok(once)
}

/// Whether a law that is said to amend another bears its name in the evidence, and is not the first after "theo": then it is the
/// next one of an enumeration. "… Luật Quảng cáo số 16/2012/QH13, Luật Xây dựng số 50/2014/QH13 đã được sửa đổi …"
fn runs_on(row: &RelationRow) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:^|[\s,;(])(?:Bộ luật|Luật) (?P<name>\p{L}[^,;()\d]{1,120}?) số $")
            .expect("the pattern is well formed")
    });
    let Some(evidence) = row.evidence.as_deref() else { return false };
    let Some(at) = evidence.rfind(&row.number) else { return false };
    let Some(found) = BEFORE.captures(&evidence[..at]) else { return false };
    let before = evidence[..found.get(0).map_or(0, |m| m.start())].trim_end();
    !["theo", "bởi", "tại", "của"].iter().any(|word| before.ends_with(word))
        && !before.chars().last().is_some_and(|c| c.is_ascii_digit())
}

/// Whether a repeal or replacement was read out of a sentence that says something else: of a part of the act, or of an act that
/// amends it; of an act that the repealing one amends, by its title, in part; of a law, where the number is that of a resolution, or is written in the title of a resolution
/// that is repealed; an amending law and a resolution replace no law.
fn is_misread(row: &RelationRow, builders: &mut Builders) -> bool {
    if !matches!(row.kind.as_str(), "replaces" | "repeals") {
        return false;
    }
    let (Some(number), Some(target)) = (Number::parse(&row.number), Number::parse(&row.target)) else { return false };
    if row.evidence.as_deref().is_some_and(|evidence| ends_part(evidence, &row.target)) {
        return true;
    }
    // What an act amends by its title it does not end: "Bãi bỏ Điều 3 Nghị định số …".
    let name = format!(" {} ", fold::search(&target.canonical()));
    let amends = |c: &Claim<String>| format!(" {} ", fold::search(&c.value)).contains(&name);
    if builders.meant(&number, None).is_some_and(|new| is_amending(new) && new.title.0.iter().any(amends)) {
        return true;
    }
    if target.family != Family::Assembly {
        return false;
    }
    let Some(old) = builders.meant(&target, row.target_issued.as_deref().and_then(parse_iso)) else { return false };
    if !is_law(old) || is_amending(old) {
        return false;
    }
    let in_words = fold::words(row.evidence.as_deref().unwrap_or_default());
    if in_words.contains(&format!("nghị quyết số {}", fold::words(&row.target))) {
        return true;
    }
    // A number of a law and a resolution alike is looked for as the law first.
    builders.meant(&number, None).is_some_and(|new| !is_law(new) || is_amending(new))
}

/// Whether all that a sentence says of an act is that a part of it ends, or a part of an act that amends it: "bãi bỏ Điều 1 Thông
/// tư số 02/2018/TT-BYT sửa đổi, bổ sung Thông tư số 50/2015/TT-BYT".
fn ends_part(sentence: &str, target: &str) -> bool {
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)(?:bãi\ bỏ|thay\ thế)[^;\d]*\b(?:điều|khoản|điểm)\ \d+\p{L}?\ (?:
                [^;\d]*
                |[^;/]*(?:nghị\ định|thông\ tư\ liên\ tịch|thông\ tư|quyết\ định)(?:\ số)?\ \d[^;]*(?:sửa\ đổi|bổ\ sung)[^;]*
            )$",
        )
        .expect("the pattern is well formed")
    });
    let mut named = sentence.match_indices(target).map(|(at, _)| &sentence[..at]).peekable();
    named.peek().is_some() && named.all(|before| PART.is_match(before))
}

fn is_law(builder: &InstrumentBuilder) -> bool {
    builder.kind.0.iter().any(|c| matches!(c.value, TypeId::LUAT | TypeId::BO_LUAT))
}

fn is_amending(builder: &InstrumentBuilder) -> bool {
    builder.title.0.iter().any(|c| {
        let title = fold::search(&c.value);
        title.starts_with("sua doi") || title.starts_with("luat sua doi") || title.starts_with("bo sung")
    })
}

/// The number and date of an instrument that these lists name, and perhaps no other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    number: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    issuer: Option<String>,
    issued: Option<String>,
    effective: Option<String>,
    target: Option<String>,
    target_issued: Option<String>,
    certainty: Option<String>,
}

/// Takes the date that a repealing or amending text gives as a citation.
fn named(row: Named, builders: &mut Builders, report: &mut Report) {
    const SOURCE: &str = viendan::catalogue::harvest::SOURCE;
    if row.certainty.as_deref() == Some("low") {
        return;
    }
    let (number, issued) = match row.target {
        Some(target) => (target, row.target_issued),
        None => (row.number, row.issued),
    };
    let Some(parsed) = Number::parse(&number) else { return };
    // Without a date there is nothing to add. One that is not of the number's year is a misreading.
    let dated = issued.as_deref().and_then(parse_iso);
    let effective = row.effective.as_deref().and_then(parse_iso);
    if dated.or(effective).is_none_or(|d| parsed.year.is_some_and(|y| d.year() < i32::from(y))) {
        return;
    }
    if builders.meant(&parsed, dated).is_none() {
        let row = Row {
            number: Some(number),
            kind: row.kind,
            issuer: row.issuer,
            issued,
            effective: row.effective,
            cited: Some(1),
            ..Row::default()
        };
        take(row, Rank::Cited, SOURCE, builders, report);
    }
}

fn resolved(row: Resolved, builders: &mut Builders, report: &mut Report) {
    const SOURCE: &str = "hiệu lực";
    let date = |text: &Option<String>| text.as_deref().and_then(parse_iso);
    let Some(number) = Number::parse(&row.number) else { return };
    let Some(builder) = builders.meant(&number, date(&row.issued)) else {
        report.count("statuses of instruments that are not in the catalogue");
        return;
    };
    let issued = date(&row.issued).filter(|d| number.year.is_none_or(|y| i32::from(y) == d.year()));
    // What is in the codification has its day from there: no second voice.
    let is_repeated = builder.issued.0.iter().any(|c| c.rank == Rank::Codified && Some(c.value) == issued);
    if !is_repeated {
        builder.issued.add(issued, Rank::Cited, viendan::catalogue::harvest::SOURCE);
    }
    builder.effective.add(date(&row.effective), Rank::List, SOURCE);
    let Some(status) = row.status.as_deref().and_then(parse_status) else { return };
    let as_of = row.as_of.as_deref().and_then(day_of);
    let conflict = row.conflict.is_some_and(|c| !c.is_null());
    // "Hết hiệu lực …, trừ …": the act has ended, what is excepted goes on for the cases that it names.
    let excepted = date(&row.ended_with_exceptions);
    let ended = date(&row.expired).or(excepted);
    // What the codification still has half a year later has not ended wholly, or the code lags: not certain.
    let lingers = excepted.zip(as_of).is_some_and(|(end, seen)| seen - end > time::Duration::days(183));
    // A status is as good as what it rests on: the newest codification, a record, or the words of the repealing act.
    let sure = !conflict
        && match row.basis.as_deref() {
            Some("recorded") => true,
            Some("codified") => row.as_of.as_deref() >= Some("2025-10"),
            Some("derived") => row.expired.is_some(),
            _ => false,
        };
    let rank = match row.basis.as_deref() {
        Some("codified") if sure => Rank::Codified,
        _ if sure => Rank::Official,
        _ => Rank::Derived,
    };
    builder.status.retain(|c| c.rank == Rank::Unconfirmed);
    if status == Status::Expired || excepted.is_none() {
        // An end that no day is known of was read in the newest texts.
        let as_of = as_of.or((status == Status::Expired).then_some(TEXTS_UNTIL));
        builder.status.push(StatusClaim { status, as_of, rank });
    }
    if let Some(day) = ended {
        let sure = if excepted.is_some() { !conflict && !lingers } else { sure };
        builder.expired.add(Some(day), if sure { Rank::Official } else { Rank::Derived }, SOURCE);
    }
    if let Some(by) = row.by.as_deref().and_then(Number::parse).map(|n| n.canonical()) {
        let told = builder
            .relations
            .iter()
            .any(|r| r.target == by && matches!(r.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy));
        if !told {
            let note = excepted.is_some().then(|| EXCEPTED.to_owned());
            push_relation(builder, RelationKind::RepealedBy, by, ended, note);
        }
    }
}

fn relation(row: RelationRow, builders: &mut Builders, report: &mut Report) {
    // An ambiguous list, or a lower act that would repeal a higher one.
    if row.certainty == "low" {
        report.drop("relation of low certainty");
        return;
    }
    let (Some(number), Some(target)) = (Number::parse(&row.number), Number::parse(&row.target)) else { return };
    let date = row.from.as_deref().and_then(parse_iso);
    let partly = row.except.is_some_and(|e| !e.is_null() && e != serde_json::Value::Bool(false));
    let provision =
        row.target_provision.map(|p| p.trim().to_owned()).filter(|p| !p.is_empty() && p.chars().count() < 60);
    // A repeal of single provisions leaves the act in force: it counts as an amendment.
    let (there, back, note) = match row.kind.as_str() {
        "replaces" => (RelationKind::Replaces, Some(RelationKind::ReplacedBy), partly.then(|| EXCEPTED.to_owned())),
        "repeals" => (RelationKind::Repeals, Some(RelationKind::RepealedBy), partly.then(|| EXCEPTED.to_owned())),
        "repeals-part" => (
            RelationKind::Amends,
            Some(RelationKind::AmendedBy),
            Some(provision.map_or_else(|| "bãi bỏ một phần".to_owned(), |p| format!("bãi bỏ {p}"))),
        ),
        "amends" => (RelationKind::Amends, Some(RelationKind::AmendedBy), provision),
        "corrects" => (RelationKind::Corrects, None, None),
        "consolidates" => (RelationKind::Consolidates, None, None),
        "suspends" => (RelationKind::Suspends, Some(RelationKind::SuspendedBy), provision),
        _ => return,
    };
    if let Some(builder) = builders.meant(&number, None) {
        push_relation(builder, there, target.canonical(), date, note.clone());
    }
    if let Some(back) = back
        && let Some(builder) = builders.meant(&target, row.target_issued.as_deref().and_then(parse_iso))
    {
        push_relation(builder, back, number.canonical(), date, note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumeration_of_laws_is_no_list_of_amending_ones() {
        let row = |number: &str, evidence: &str| RelationRow {
            number: number.to_owned(),
            evidence: Some(evidence.to_owned()),
            ..RelationRow::default()
        };
        let list =
            "Luật Thủy lợi số 08/2017/QH14 đã được sửa đổi theo Luật số 35/2018/QH14, Luật Đê điều số 79/2006/QH11";
        assert!(runs_on(&row("79/2006/QH11", list)));
        assert!(!runs_on(&row("35/2018/QH14", list)));
        assert!(!runs_on(&row(
            "84/2025/QH15",
            "Luật Tố cáo số 25/2018/QH14 được sửa đổi theo Luật số 81/2025/QH15 và Luật số 84/2025/QH15"
        )));
        assert!(!runs_on(&row(
            "59/2024/QH15",
            "được sửa đổi, bổ sung bởi Luật Tư pháp người chưa thành niên số 59/2024/QH15"
        )));
        assert!(!runs_on(&row("143/2025/QH15", "được sửa đổi bởi khoản 3 Điều 50 Luật Đầu tư số 143/2025/QH15")));
    }

    #[test]
    fn the_repeal_of_a_part_ends_neither_the_act_nor_what_it_amends() {
        let sentence = "Thông tư này thay thế Thông tư số 05/2008/TT-BYT ngày 23/9/2008; bãi bỏ Điều 1 Thông tư số 19/2011/TT-BYT ngày 31/10/2011 sửa đổi, bổ sung Thông tư số 05/2008/TT-BYT, Thông tư số 03/2008/TT-BYT";
        for (target, expected) in
            [("05/2008/TT-BYT", false), ("19/2011/TT-BYT", true), ("03/2008/TT-BYT", true), ("99/2008/TT-BYT", false)]
        {
            assert_eq!(ends_part(sentence, target), expected, "{target}");
        }
        assert!(ends_part("Bãi bỏ Điều 2 của Luật sửa đổi một số điều của Luật Thuế số 57/2005/QH11", "57/2005/QH11"));
        let also = "Thay thế Thông tư số 20/2014/TT-BTC, Thông tư số 75/2015/TT-BTC sửa đổi Điều 12 Thông tư số 20/2014/TT-BTC và Thông tư số 53/2016/TT-BTC";
        assert!(!ends_part(also, "53/2016/TT-BTC"), "the article is in a title");
        assert!(!ends_part("Bãi bỏ Nghị định số 12/2009/NĐ-CP ngày 12/02/2009", "12/2009/NĐ-CP"));
    }
}
