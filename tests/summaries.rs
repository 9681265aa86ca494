//! Summaries say nothing that the records contradict: the days, the numbers of articles and chapters, the acts that came
//! before and after. What a record does not know is not compared.

#[path = "support/mod.rs"]
mod support;

use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use support::program::Home;

/// The summaries that are kept in a file of their own.
const FILE: &str = include_str!("../data/catalogue/summaries.jsonl");

/// One fact that a summary states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// "Nghị định ngày 17/10/2005 …", "thông qua ngày 10/12/2025"; days as the records write them.
    Issued(String),
    /// "có hiệu lực từ 01/7/2025", "Thay Luật 83/2015/QH13 từ 01/01/2026"
    Effective(String),
    /// "Thông tư 80/2021/TT-BTC thay thế từ 01/01/2022"
    Expired(String),
    /// "38 điều"
    Articles(u64),
    /// "13 chương"
    Chapters(u64),
    /// "được Nghị định 16/2015/NĐ-CP thay thế": the number of the act that ended this one.
    EndedBy(String),
    /// "Thay Luật 39/2019/QH14": the number of an act that this one ended wholly.
    Ended(String),
}

static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b"));
static COUNT: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,3}) (điều|chương)\b"));
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b\d+[a-z]?(?:/\d{4})?/\p{Lu}(?:[\p{L}\d&.-]*[\p{L}\d])?|\b\d+-\p{Lu}{2,3}/TW"));
/// Where a new statement begins: "…; được Luật A sửa đổi, sau đó Luật B thay thế".
static STATEMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.;:] |, sau đó |, về sau "));
static OF_ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3} ngày $|(?:[Tt]hông qua|[Bb]an hành)(?: và có hiệu lực)? ngày $|ngày ký $")
});
static OF_EFFECT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[Hh]iệu lực (?:thi hành )?(?:từ |kể từ )?(?:ngày )?$|^(?:[^,]*, )?[Tt]hay .* từ $"));
static OF_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"thay thế từ $"));
/// "riêng một khoản áp dụng từ": the day of a part of the act.
static OF_A_PART: LazyLock<Regex> = LazyLock::new(|| pattern(r"riêng|một số|phần|khoản|điểm|quy định"));
/// The act stands between "được" or "bị" and the verb.
static PASSIVE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:^|[\s,])(?:được|bị) "));
static ENDS_IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^ (?:thay thế|bãi bỏ)"));
static ENDED_BY_IT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:thay thế|bãi bỏ) bởi [^,]*$"));
static IT_ENDS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:[Tt]hay|[Bb]ãi bỏ|[Ll]àm hết hiệu lực) [^;]*$"));
static IS_ENDED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^,;]*hết hiệu lực"));
/// "Bãi bỏ phần về viên chức tại Nghị định …": not the whole of an act.
static A_PART: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)phần |một số |quy định|chương |khoản |điều |mục "));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern")
}

/// What a summary says that a record may know.
fn said(summary: &str) -> BTreeSet<Said> {
    let mut facts = BTreeSet::new();
    let mut from = 0;
    let ends = STATEMENT.find_iter(summary).map(|m| (m.start(), m.end())).chain([(summary.len(), summary.len())]);
    for (end, next) in ends {
        statement(&summary[from..end], &mut facts);
        from = next;
    }
    for count in COUNT.captures_iter(summary) {
        let n = count[1].parse().expect("three digits");
        facts.insert(if &count[2] == "điều" { Said::Articles(n) } else { Said::Chapters(n) });
    }
    facts
}

fn statement(text: &str, facts: &mut BTreeSet<Said>) {
    for day in DAY.captures_iter(text) {
        let whole = day.get(0).expect("the day");
        let before = &text[..whole.start()];
        let iso = format!("{}-{:0>2}-{:0>2}", &day[3], &day[2], &day[1]);
        if OF_ISSUE.is_match(before) {
            facts.insert(Said::Issued(iso));
        } else if OF_END.is_match(before) && !before.starts_with("Thay") {
            facts.insert(Said::Expired(iso));
        } else if OF_EFFECT.is_match(before) && !OF_A_PART.is_match(before) {
            facts.insert(Said::Effective(iso));
        }
    }
    for number in NUMBER.find_iter(text) {
        let (before, after) = (&text[..number.start()], &text[number.end()..]);
        let number = number.as_str().to_owned();
        let it_ends = IT_ENDS.find(before).filter(|verb| !PASSIVE.is_match(verb.as_str()));
        if ENDED_BY_IT.is_match(before) || (ENDS_IT.is_match(after) && it_ends.is_none()) {
            facts.insert(Said::EndedBy(number));
        } else if !PASSIVE.is_match(before)
            && (it_ends.is_some_and(|verb| !A_PART.is_match(verb.as_str()))
                || (IS_ENDED.is_match(after) && !A_PART.is_match(before)))
        {
            facts.insert(Said::Ended(number));
        }
    }
}

/// The numbers of the acts that ended an act wholly, as its record knows them.
fn enders(record: &Value) -> Vec<&str> {
    let relations = record["relations"].as_array().into_iter().flatten();
    let ends = relations.filter(|r| r["kind"] == "replaced-by" || r["kind"] == "repealed-by");
    ends.filter_map(|r| r["target"].as_str()).collect()
}

/// What a record holds against the facts of its summary.
fn contradictions(record: &Value, records: &BTreeMap<&str, Vec<&Value>>) -> Vec<String> {
    let number = record["number"].as_str().unwrap_or_default();
    let summary = record["summary"].as_str().unwrap_or_default();
    let other = |known: &Value, said: &Value| !known.is_null() && known != said;
    let contradicts = |fact: &Said| match fact {
        Said::Issued(day) => other(&record["issued"], &day.as_str().into()),
        Said::Effective(day) => other(&record["effective"], &day.as_str().into()),
        Said::Expired(day) => other(&record["expired"], &day.as_str().into()),
        Said::Articles(n) => other(&record["articles"], &(*n).into()),
        Said::Chapters(n) => other(&record["chapters"], &(*n).into()),
        Said::EndedBy(act) => {
            let known = enders(record);
            (known.is_empty() && record["status"] == "in-force")
                || (!known.is_empty() && !known.contains(&act.as_str()))
        }
        Said::Ended(act) => {
            let known: Vec<_> = records.get(act.as_str()).into_iter().flatten().flat_map(|r| enders(r)).collect();
            !known.is_empty() && !known.contains(&number)
        }
    };
    said(summary).iter().filter(|fact| contradicts(fact)).map(|fact| format!("{number}: {fact:?}")).collect()
}

#[test]
fn no_summary_is_contradicted_by_a_record() {
    let rows = Home::new().run(&["catalogue", "export"]).rows();
    let mut records: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for row in &rows {
        records.entry(row["number"].as_str().unwrap_or_default()).or_default().push(row);
    }
    let with_summary = rows.iter().filter(|row| row["summary"].is_string());
    let faults: Vec<_> = with_summary.flat_map(|row| contradictions(row, &records)).collect();
    assert!(faults.is_empty(), "{} facts:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_summary_is_of_a_known_act_and_has_two_or_three_sentences() {
    let rows = Home::new().run(&["catalogue", "export"]).rows();
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for line in FILE.lines() {
        let line: Value = serde_json::from_str(line).expect("a line of JSON");
        let (number, summary) =
            (line["number"].as_str().expect("a number"), line["summary"].as_str().expect("a summary"));
        if !seen.insert((number.to_owned(), line["type"].to_string(), line["issued"].to_string())) {
            faults.push(format!("{number} is there twice"));
        }
        let sentences = summary.match_indices(". ").filter(|(at, _)| begins_sentence(&summary[at + 2..])).count() + 1;
        if !(2..=3).contains(&sentences) || !summary.ends_with('.') {
            faults.push(format!("{number} has {sentences} sentences"));
        }
        // A record that knows nothing but the summary was made by it: the act is not in the catalogue.
        let mut of_it = rows.iter().filter(|row| row["number"] == number && row["summary"] == line["summary"]);
        if !of_it.any(|row| ["title", "issued", "effective", "cited"].iter().any(|fact| !row[fact].is_null())) {
            faults.push(format!("{number} is no known act, or another summary hides this one"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn begins_sentence(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

#[test]
fn facts_are_found_in_the_words_of_summaries() {
    let day = |text: &str| text.to_owned();
    let cases = [
        ("Nghị định ngày 17/10/2005 về chế độ tự chủ.", vec![Said::Issued(day("2005-10-17"))]),
        ("Luật Nhà giáo, thông qua ngày 16/6/2025, áp dụng cho nhà giáo.", vec![Said::Issued(day("2025-06-16"))]),
        (
            "Quy định hồ sơ. Có hiệu lực từ 01/4/2025, thay Nghị định 34/2016/NĐ-CP.",
            vec![Said::Effective(day("2025-04-01")), Said::Ended(day("34/2016/NĐ-CP"))],
        ),
        (
            "Thay Luật 83/2015/QH13 từ 01/01/2026; được Luật 145/2025/QH15 sửa đổi.",
            vec![Said::Effective(day("2026-01-01")), Said::Ended(day("83/2015/QH13"))],
        ),
        (
            "Được Thông tư 39/2016/TT-BTC sửa đổi, sau đó Thông tư 62/2020/TT-BTC thay thế.",
            vec![Said::EndedBy(day("62/2020/TT-BTC"))],
        ),
        ("Bị Luật 15/2012/QH13 bãi bỏ.", vec![Said::EndedBy(day("15/2012/QH13"))]),
        (
            "Thông tư 80/2021/TT-BTC thay thế từ 01/01/2022.",
            vec![Said::Expired(day("2022-01-01")), Said::EndedBy(day("80/2021/TT-BTC"))],
        ),
        ("Luật 29/2001/QH10 hết hiệu lực.", vec![Said::Ended(day("29/2001/QH10"))]),
        ("13 chương, 198 điều, điều chỉnh nhà ở.", vec![Said::Articles(198), Said::Chapters(13)]),
        // A part of an act, a day of a part, and what other acts do to each other are left alone.
        ("Bãi bỏ phần về viên chức tại Nghị định 35/2005/NĐ-CP.", vec![]),
        ("Một số điều của Nghị định 45/2013/NĐ-CP hết hiệu lực.", vec![]),
        ("Luật Giá chi phối, riêng một khoản có hiệu lực từ 01/9/2016.", vec![]),
        ("Sửa Luật 27/2001/QH10 và Luật 40/2013/QH13.", vec![]),
    ];
    for (summary, facts) in cases {
        assert_eq!(said(summary).into_iter().collect::<Vec<_>>(), facts, "{summary}");
    }
}
