//! What the closing articles of acts say that they end, where they list several: "Thông tư này thay thế các văn bản sau: a) Thông
//! tư số …; b) …", and "… thay thế Thông tư số … ngày …, Thông tư số … ngày …". The lists of `data/validity` have the first of
//! them at most.

use super::Report;
use super::builder::Builders;
use super::claims::Rank;
use super::sources::{Text, lines, push_relation};
use super::validity::EXCEPTED;
use regex::Regex;
use std::path::Path;
use std::sync::LazyLock;
use time::Duration;
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::{Error, RelationKind, Status};
use viendan::cite::Number;
use viendan::text::fold;

/// The files of texts of which most are whole acts.
const TEXTS: [&str; 6] = [
    "phapdien_by_instrument",
    "tvpl_vbpl_review",
    "vbpl_central_phanba",
    "congbao_hrmaster",
    "vlc_laws_undertheseanlp",
    "laws_docx_tuankiet",
];

/// An act that another one ends as a whole.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    kind: RelationKind,
    target: Number,
    /// "… trừ …"
    excepted: bool,
}

pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<(), Error> {
    for file in TEXTS {
        let path = facts.join(format!("data/documents/{file}.jsonl.gz"));
        lines(&path, report, |row: Text, report| text(&row, builders, report))?;
    }
    Ok(())
}

fn text(row: &Text, builders: &mut Builders, report: &mut Report) {
    let text: String = row.text.nfc().collect::<String>().replace('\u{d0}', "Đ").replace('\u{a0}', " ");
    let Some(own) = row.number.as_deref().and_then(Number::parse).or_else(|| number_of_head(&text)) else { return };
    if own.is_local() {
        return;
    }
    let Some(acting) = builders.meant(&own, None) else { return };
    // What it quotes is another act's closing article.
    let amends = |title: &str| fold::search(title).contains("sua doi");
    if row.title.as_deref().is_some_and(amends) || acting.title.0.iter().any(|c| amends(&c.value)) {
        return;
    }
    // As its record writes it.
    let by = acting.number.as_ref().map_or_else(|| own.canonical(), Number::canonical);
    let day = acting.effective.weigh(|a, b| a == b).map(|(day, _)| day);
    for ended in ended(&text) {
        if ended.target.is_local() || ended.target.canonical() == by {
            continue;
        }
        let Some(builder) = builders.meant(&ended.target, None) else { continue };
        let told = |r: &&viendan::catalogue::Relation| {
            matches!(r.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy) && r.target == by
        };
        if builder.relations.iter().any(|r| told(&r)) {
            continue;
        }
        // What a good source still has half a year later was misread, or goes on in part.
        let outlived = builder.status.iter().any(|claim| {
            claim.rank.confirms()
                && claim.status != Status::Expired
                && claim.as_of.zip(day).is_none_or(|(seen, day)| seen - day > Duration::days(183))
        });
        if outlived {
            report.drop("repeal in a closing article that the act outlived");
            continue;
        }
        let note = ended.excepted.then(|| EXCEPTED.to_owned());
        push_relation(builder, ended.kind, by.clone(), day, note);
        if builder.expired.0.is_empty() {
            builder.expired.add(day, Rank::Derived, "hiệu lực");
        }
        report.count("ends read in lists of closing articles");
    }
}

const TYPE: &str =
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư liên bộ|Thông tư|Quyết định|Chỉ thị)";
const NUMBER: &str = r"(\d{1,5}[a-z]?/[\p{Lu}\d][\p{L}\d/&.–-]*[\p{L}\d])";

fn regex(pattern: &str) -> Regex {
    Regex::new(&pattern.replace("TYPE", TYPE).replace("NUMBER", NUMBER)).expect("the pattern is well formed")
}

/// The number in the head of a text.
pub(super) fn number_of_head(text: &str) -> Option<Number> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| regex(r"(?m)(?:^|\s)(?:Luật số|Bộ luật số|Số)\s*:\s*NUMBER"));
    let head = &text[..text.char_indices().nth(1500).map_or(text.len(), |(at, _)| at)];
    HEAD.captures(head).and_then(|found| Number::parse(&found[1]))
}

/// What a text says that it ends as a whole, in its order.
fn ended(text: &str) -> Vec<Ended> {
    // "2. Thông tư này thay thế các văn bản sau đây:", "Các văn bản sau hết hiệu lực kể từ ngày …:"
    static LIST: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)(thay thế|bãi bỏ|hết hiệu lực)[^:]{0,160}:\s*$"));
    // Lists of provisions, and of acts that only say what something is.
    static IN_PART: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)một phần|cụm từ|(?:một số|các) (?:điều|khoản|điểm|nội dung|mục)|quy định tại|tại các|theo |không |chưa |tiếp tục",
        )
    });
    static ITEM: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^(?:[a-zđ]{1,2}\)|\d{1,2}[.)]|[-–+•*])\s*(?:Toàn bộ )?TYPE(?: số)? NUMBER"));
    static BULLET: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:[a-zđ]{1,2}\)|\d{1,2}[.)]|[-–+•*])"));
    let mut all: Vec<Ended> = Vec::new();
    let mut add = |kind, number: &str, sentence: &str| {
        let Some(target) = Number::parse(&number.replace('–', "-")) else { return };
        let excepted = sentence.contains("trừ ");
        if !all.iter().any(|known| known.target == target) {
            all.push(Ended { kind, target, excepted });
        }
    };
    let mut list: Option<RelationKind> = None;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(kind) = list {
            if let Some(found) = ITEM.captures(line) {
                add(kind, &found[1], line);
                continue;
            }
            // A provision, or a further clause.
            if !BULLET.is_match(line) {
                list = None;
            }
        }
        if let Some(found) = LIST.captures(line).filter(|_| line.chars().count() < 400) {
            list = (!IN_PART.is_match(line)).then(|| kind_of(&found[1]));
        } else {
            for (kind, number, sentence) in in_sentences(line) {
                add(kind, number, sentence);
            }
        }
    }
    all
}

fn kind_of(verb: &str) -> RelationKind {
    if fold::search(verb) == "thay the" { RelationKind::ReplacedBy } else { RelationKind::RepealedBy }
}

/// "Nghị định này thay thế Nghị định số … ngày …, Nghị định số … ngày … và Nghị định số …": acts that follow one another.
fn in_sentences(line: &str) -> Vec<(RelationKind, &str, &str)> {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"TYPE này[^.;“”]{0,120}? (thay thế|bãi bỏ)(?: toàn bộ| cho)?(?: các)? (TYPE)(?: số)? NUMBER")
    });
    static NEXT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:,|;| và| và các) (TYPE)(?: số)? NUMBER"));
    // What an act is about names others.
    static SUBJECT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"hướng dẫn|thi hành|thực hiện|sửa đổi|bổ sung|theo|chi tiết|Điều |khoản |tại "));
    let Some(found) = FIRST.captures(line) else { return Vec::new() };
    let (Some(verb), Some(kind), Some(first)) = (found.get(1), found.get(2), found.get(3)) else { return Vec::new() };
    // "Thông tư này … theo Nghị định số … thay thế": the verb is another act's.
    if line[..verb.start()].contains('“') {
        return Vec::new();
    }
    let end = line[first.end()..].find(". ").map_or(line.len(), |at| first.end() + at);
    let mut all = vec![(kind_of(verb.as_str()), first.as_str(), &line[..end])];
    let mut from = first.end();
    while let Some(next) = NEXT.captures_at(&line[..end], from) {
        let (Some(whole), Some(its_kind), Some(number)) = (next.get(0), next.get(1), next.get(2)) else { break };
        if its_kind.as_str() != kind.as_str() || SUBJECT.is_match(&line[from..whole.start()]) {
            break;
        }
        all.push((kind_of(verb.as_str()), number.as_str(), &line[..end]));
        from = number.end();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        ended(text).into_iter().map(|e| e.target.canonical()).collect()
    }

    #[test]
    fn all_items_of_a_list_are_ended() {
        for (text, expected) in [
            (
                "3. Thông tư này thay thế các văn bản sau:\na) Thông tư số 01/2016/TT-BCT ngày 05/01/2016;\nb) Thông tư số 07/2018/TT-BCT sửa đổi Thông tư số 01/2016/TT-BCT.\nĐiều 9. Trách nhiệm",
                vec!["01/2016/TT-BCT", "07/2018/TT-BCT"],
            ),
            (
                "Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:\n- Nghị định số 12/2009/NĐ-CP;\n- Khoản 2 Điều 3 Nghị định số 15/2010/NĐ-CP;\n- Nghị định số 16/2011/NĐ-CP.",
                vec!["12/2009/NĐ-CP", "16/2011/NĐ-CP"],
            ),
            // Provisions, and what goes on.
            ("Bãi bỏ một số điều của các Nghị định sau:\na) Nghị định số 12/2009/NĐ-CP", vec![]),
            ("Không bãi bỏ các văn bản sau:\na) Nghị định số 12/2009/NĐ-CP", vec![]),
            ("Bãi bỏ các văn bản sau:\nNghị định số 12/2009/NĐ-CP vẫn được áp dụng", vec![]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn acts_that_follow_one_another_are_ended_and_what_they_are_about_is_not() {
        for (text, expected) in [
            (
                "Nghị định này có hiệu lực từ ngày 01/7/2020 và thay thế Nghị định số 08/2010/NĐ-CP ngày 05 tháng 02 năm 2010, Nghị định số 39/2017/NĐ-CP ngày 04 tháng 4 năm 2017 và Nghị định số 40/2018/NĐ-CP.",
                vec!["08/2010/NĐ-CP", "39/2017/NĐ-CP", "40/2018/NĐ-CP"],
            ),
            (
                "Thông tư này thay thế Thông tư số 05/2012/TT-BNV hướng dẫn Thông tư số 03/2010/TT-BNV và Thông tư số 04/2010/TT-BNV.",
                vec!["05/2012/TT-BNV"],
            ),
            ("Thông tư này bãi bỏ Điều 4 Thông tư số 05/2012/TT-BNV.", vec![]),
            (
                "Thông tư này thay thế Thông tư số 05/2012/TT-BNV của Bộ Nội vụ, Nghị định số 03/2010/NĐ-CP.",
                vec!["05/2012/TT-BNV"],
            ),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn the_number_of_a_text_stands_in_its_head() {
        let head = number_of_head("QUỐC HỘI\nLuật số: 51/2024/QH15\nHà Nội, ngày 27 tháng 11 năm 2024");
        assert_eq!(head.map(|n| n.canonical()).as_deref(), Some("51/2024/QH15"));
    }
}
