//! Which laws a law amends, read in texts: in its own articles ("2. Sửa đổi, bổ sung khoản 1 Điều 49 của Luật … số …"), and in what
//! others say of the amended one ("Luật Đất đai số 31/2024/QH15 đã được sửa đổi, bổ sung một số điều theo Luật số …, Luật số …").

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::sources::{Text, lines, push_relation};
use super::validity::CitedOnce;
use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use viendan::catalogue::{Error, RelationKind, normalise};
use viendan::cite::{Family, Number};
use viendan::law::TypeId;
use viendan::text::fold;

/// The files of texts, and whether a row of one is the act of its number: others bear that of the act that they consolidate.
const TEXTS: [(&str, bool); 9] = [
    ("phapdien_by_instrument", true),
    ("tvpl_vbpl_review", true),
    ("vbpl_central_phanba", true),
    ("congbao_hrmaster", true),
    ("vlc_laws_undertheseanlp", true),
    ("laws_docx_tuankiet", true),
    ("land_law_thienhoc", false),
    ("codes_vnlegal_rag", false),
    ("misc_small_sources", false),
];

/// One mention of the laws that amended a law.
#[derive(Debug)]
struct Chain {
    /// The text that has it; the same list is copied within one.
    text: String,
    /// A law said it.
    by_law: bool,
    amending: Vec<String>,
}

/// What texts say of laws that amend others, by the amended one.
#[derive(Debug, Default)]
pub struct Amended {
    chains: BTreeMap<String, Vec<Chain>>,
}

impl Amended {
    /// Whether a law amends another, as texts list it: a law says so, or two texts do.
    fn is_listed(&self, amending: &str, amended: &str) -> bool {
        let Some(chains) = self.chains.get(amended) else { return false };
        let with = || chains.iter().filter(|c| c.amending.iter().any(|a| a == amending));
        let texts: FxHashSet<&str> = with().map(|c| c.text.as_str()).collect();
        texts.len() > 1 || with().any(|c| c.by_law)
    }

    /// Whether one text alone says it, and others leave it out: a slip of the pen, where two texts that list later laws have one
    /// that is written almost alike, or where more list both earlier and later ones.
    pub fn is_slip(&self, amending: &str, amended: &str) -> bool {
        let Some(chains) = self.chains.get(amended) else { return false };
        if self.is_listed(amending, amended) {
            return false;
        }
        let order = |number: &str| {
            let number = Number::parse(number)?;
            Some((number.year?, number.term?, number.serial))
        };
        let Some(own) = order(amending) else { return false };
        let omitting = || chains.iter().filter(|c| !c.amending.iter().any(|a| a == amending));
        let texts = |all: &mut dyn Iterator<Item = &Chain>| all.map(|c| c.text.clone()).collect::<FxHashSet<_>>().len();
        let later = |c: &&Chain| c.amending.iter().filter_map(|a| order(a)).any(|a| a > own);
        let earlier = |c: &&Chain| c.amending.iter().filter_map(|a| order(a)).any(|a| a < own);
        let alike = omitting().any(|c| c.amending.iter().any(|a| differ_in_one_letter(a, amending)));
        (alike && texts(&mut omitting().filter(later)) > 1) || texts(&mut omitting().filter(later).filter(earlier)) > 3
    }
}

fn differ_in_one_letter(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Reads the texts, and says of which laws each law is amended; what its own articles say is pushed at once.
pub fn read(facts: &Path, builders: &mut Builders, report: &mut Report) -> Result<Amended, Error> {
    let mut amended = Amended::default();
    let mut said: BTreeMap<(String, String), ()> = BTreeMap::new();
    let names = Names::of(&builders.all);
    for (file, is_act) in TEXTS {
        let path = facts.join(format!("data/documents/{file}.jsonl.gz"));
        lines(&path, report, |row: Text, _| {
            if !row.text.contains("QH") {
                return;
            }
            let text: String = row.text.nfc().collect::<String>().replace('\u{d0}', "Đ").replace('\u{a0}', " ");
            let head = law_of_head(&text);
            let own = row.number.as_deref().and_then(Number::parse).or_else(|| head.clone());
            // A row may bear the number of the law that its text amends.
            let is_its_own = is_act && head.is_none_or(|head| Some(&head) == own.as_ref()) && !is_consolidated(&text);
            let is_law = is_its_own && own.as_ref().is_some_and(|n| n.family == Family::Assembly && n.year.is_some());
            let source = own.as_ref().map(Number::canonical).or(row.path).unwrap_or_default();
            for (law, amending) in chains(&text) {
                let chain = Chain { text: source.clone(), by_law: is_law, amending };
                amended.chains.entry(law).or_default().push(chain);
            }
            if let Some(own) = own.filter(|_| is_law) {
                for target in amends(&text, &own, &names) {
                    said.insert((own.canonical(), target), ());
                }
            }
        })?;
    }
    let listed: Vec<(String, String)> = amended
        .chains
        .iter()
        .flat_map(|(law, chains)| {
            chains.iter().flat_map(move |c| c.amending.iter().map(move |a| (a.clone(), law.clone())))
        })
        .filter(|(amending, law)| amended.is_listed(amending, law))
        .collect();
    let all: FxHashSet<(String, String)> = listed.into_iter().chain(said.into_keys()).collect();
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort();
    for (amending, law) in all {
        let (Some(a), Some(b)) = (Number::parse(&amending), Number::parse(&law)) else { continue };
        if !is_law(builders.meant(&a, None)) || !is_law(builders.meant(&b, None)) {
            continue;
        }
        // What replaces a law does not amend it, whatever a list says.
        if ends(builders.meant(&a, None), &law) || ends(builders.meant(&b, None), &amending) {
            continue;
        }
        for (number, kind, target) in [(&a, RelationKind::Amends, &law), (&b, RelationKind::AmendedBy, &amending)] {
            if let Some(builder) = builders.meant(number, None) {
                let before = builder.relations.len();
                push_relation(builder, kind, target.clone(), None, None);
                if builder.relations.len() > before {
                    report.count("amendments of laws read in texts");
                }
            }
        }
    }
    Ok(amended)
}

/// Takes back what one citation alone said, where others contradict it, and what is said of a law that nobody knows.
pub fn drop_slips(amended: &Amended, once: &CitedOnce, builders: &mut Builders, report: &mut Report) {
    for (amending, law) in once {
        let (Some(a), Some(b)) = (Number::parse(amending), Number::parse(law)) else { continue };
        let (amending, law) = (a.canonical(), b.canonical());
        if a.family != Family::Assembly || b.family != Family::Assembly || !amended.is_slip(&amending, &law) {
            continue;
        }
        // What the amending law's own title names is no slip.
        let name = builders.meant(&b, None).and_then(|b| b.title.weigh(|a, b| a == b)).map(|(title, _)| bare(&title));
        let titles =
            builders.meant(&a, None).map(|a| a.title.0.iter().map(|c| fold::search(&c.value)).collect::<Vec<_>>());
        if name.is_some_and(|name| titles.unwrap_or_default().iter().any(|title| title.contains(&name))) {
            continue;
        }
        for (number, kind, target) in [(&a, RelationKind::Amends, &law), (&b, RelationKind::AmendedBy, &amending)] {
            if let Some(builder) = builders.meant(number, None) {
                builder.relations.retain(|r| r.kind != kind || r.target != *target);
            }
        }
        report.drop("amendment that one citation alone has");
    }
}

fn is_law(builder: Option<&mut InstrumentBuilder>) -> bool {
    builder.is_some_and(|b| b.kind.0.iter().any(|c| matches!(c.value, TypeId::LUAT | TypeId::BO_LUAT)))
}

/// Whether an instrument ends another one, or is ended by it, as a whole.
fn ends(builder: Option<&mut InstrumentBuilder>, other: &str) -> bool {
    use RelationKind::{RepealedBy, Repeals, ReplacedBy, Replaces};
    builder.is_some_and(|b| {
        b.relations.iter().any(|r| r.target == other && matches!(r.kind, Replaces | ReplacedBy | Repeals | RepealedBy))
    })
}

const NUMBER: &str = r"\d{1,3}/\d{4}/QH\d{1,2}";

fn regex(pattern: &str) -> Regex {
    Regex::new(&pattern.replace("NUMBER", NUMBER)).expect("the pattern is well formed")
}

fn law_of_head(text: &str) -> Option<Number> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:Luật|Bộ luật) số\s*:\s*(NUMBER)"));
    let head = &text[..text.char_indices().nth(700).map_or(text.len(), |(at, _)| at)];
    HEAD.captures(head).and_then(|found| Number::parse(&found[1]))
}

fn is_consolidated(text: &str) -> bool {
    let head = &text[..text.char_indices().nth(700).map_or(text.len(), |(at, _)| at)];
    head.contains("VBHN") || fold::search(head).contains("van ban hop nhat")
}

/// The lists of laws that amended a law, by its number. A law with its name in the list is the next one of an enumeration, but
/// for the first: "Luật Quảng cáo số 16/2012/QH13 đã được sửa đổi …, Luật Xây dựng số 50/2014/QH13 đã được sửa đổi …".
fn chains(text: &str) -> Vec<(String, Vec<String>)> {
    static CHAIN: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?:Bộ luật|Luật)\s[^.;()“”]{0,110}?\b(NUMBER)(?:\s+ngày \d+ tháng \d+ năm \d{4})?[,(]?\s+(?:đã\s+)?được\s+sửa\s+đổi,?\s+bổ\s+sung(?:\s+một\s+số\s+điều)?,?\s+(?:theo|bởi|tại)\s+((?:Bộ luật|Luật)\s+số\s+NUMBER(?:(?:,|;|\s+và)?\s+(?:(?:Luật|Nghị quyết)\s+số\s+)?NUMBER(?:\s+ngày \d+ tháng \d+ năm \d{4})?)*)",
        )
    });
    static LISTED: LazyLock<Regex> = LazyLock::new(|| regex(r"(Nghị quyết\s+số\s+)?(NUMBER)"));
    let mut all = Vec::new();
    for found in CHAIN.captures_iter(text) {
        let law = found[1].to_owned();
        let listed = LISTED.captures_iter(&found[2]).filter(|n| n.get(1).is_none()).map(|n| n[2].to_owned());
        let amending: Vec<String> = listed.filter(|n| *n != law).collect();
        if !amending.is_empty() {
            all.push((law, amending));
        }
    }
    all
}

/// A law: its year, its serial number and its number as it is written.
type Numbered = ((u16, u32), String);

/// The laws of each name.
struct Names(FxHashMap<String, Vec<Numbered>>);

impl Names {
    fn of(all: &[InstrumentBuilder]) -> Self {
        let mut names: FxHashMap<String, Vec<Numbered>> = FxHashMap::default();
        for builder in all {
            let number = builder.number.as_ref().filter(|n| n.family == Family::Assembly);
            let kind = builder.kind.weigh(|a, b| a == b).map(|(kind, _)| kind);
            let (Some(number), Some(kind @ (TypeId::LUAT | TypeId::BO_LUAT))) = (number, kind) else { continue };
            let (Some(year), Some((title, _))) = (number.year, builder.title.weigh(|a, b| a == b)) else { continue };
            let name = bare(&normalise::finish_title(kind, title));
            if !name.starts_with("sua doi") && !name.starts_with("bo sung") {
                names.entry(name).or_default().push(((year, number.serial), number.canonical()));
            }
        }
        Self(names)
    }

    /// The law that a name at the beginning of a text means in a law: the latest before that.
    fn meant(&self, text: &str, own: &Number) -> Option<&str> {
        let folded = fold::search(text);
        let words: Vec<&str> = folded.split(' ').take(20).collect();
        let all = (1..=words.len()).rev().find_map(|n| self.0.get(&words[..n].join(" ")))?;
        latest(all, own)
    }

    /// The law that a whole name and a number mean: what the name says, if no law of the name has the number.
    fn agreed<'a>(&'a self, name: &str, number: &'a str, own: &Number) -> &'a str {
        let Some(all) = self.0.get(&bare(name)) else { return number };
        match all.iter().any(|(_, of)| of == number) {
            true => number,
            false => latest(all, own).unwrap_or(number),
        }
    }
}

fn latest<'a>(all: &'a [((u16, u32), String)], own: &Number) -> Option<&'a str> {
    let year = own.year?;
    all.iter().filter(|(of, _)| *of < (year, own.serial)).max().map(|(_, number)| number.as_str())
}

/// A law's name without the type, folded.
fn bare(title: &str) -> String {
    let folded = fold::search(title);
    let rest = folded.strip_prefix("bo luat ").or_else(|| folded.strip_prefix("luat ")).unwrap_or(&folded);
    // "Bộ luật Hàng hải Việt Nam" is cited without the land.
    rest.strip_suffix(" viet nam").unwrap_or(rest).to_owned()
}

/// The laws that a law says in its own articles that it amends, by their numbers.
fn amends(text: &str, own: &Number, names: &Names) -> Vec<String> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| regex(r#"“[^”]*”|"[^"]*""#));
    static ARTICLE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?m)^\s*(?:Điều|ĐIỀU) \d+[a-z]?\."));
    static CHANGES: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)sửa đổi|bổ sung|bãi bỏ|thay thế|hiệu lực thi hành|điều khoản thi hành"));
    // "2. Sửa đổi, bổ sung khoản 1 Điều 49 của Luật Ngân hàng Nhà nước Việt Nam số 46/2010/QH12"
    static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm từ|Bỏ)(?:,| |và|sửa đổi|bổ sung|bãi bỏ|thay thế)(?:[^.:“]|“”){0,240}?(?:của|tại|vào) (?:Bộ luật|Luật) (\p{Lu}[^.:;“”]{2,110}?) (?:\()?số (NUMBER)",
        )
    });
    static FURTHER: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:[^.:“]|“”){0,400}?; (?:cụm từ “” )?(?:tại|của) [^.:;“]{0,90}? ?(?:Bộ luật|Luật) (\p{Lu}[^.:;“”]{2,110}?) số (NUMBER)",
        )
    });
    static HEADING: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\s*(?:Điều|ĐIỀU) \d+[a-z]?\.\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)[^.:]{0,120}? của (?:Bộ luật|Luật) (\p{Lu}.{3,140})",
        )
    });
    let text = QUOTED.replace_all(text, "“”");
    let mut starts: Vec<usize> = ARTICLE.find_iter(&text).map(|m| m.start()).collect();
    starts.push(text.len());
    let mut all: Vec<String> = Vec::new();
    let mut add = |number: &str| {
        let parsed = Number::parse(number).map(|n| n.canonical());
        if let Some(number) = parsed.filter(|n| *n != own.canonical() && !all.contains(n)) {
            all.push(number);
        }
    };
    for pair in starts.windows(2) {
        let article = fold::tidy(&text[pair[0]..pair[1]]);
        let head = &article[..article.char_indices().nth(160).map_or(article.len(), |(at, _)| at)];
        if !CHANGES.is_match(head) {
            continue;
        }
        if let Some(found) = HEADING.captures(&article)
            && let Some(number) = names.meant(&found[1], own)
        {
            add(number);
        }
        let mut from = 0;
        while let Some(found) = CLAUSE.captures_at(&article, from) {
            let (Some(whole), Some(name), Some(number)) = (found.get(0), found.get(1), found.get(2)) else { break };
            from = whole.end();
            // "… của Luật X đã được sửa đổi theo Luật Y số …": the number is that of what amended it.
            if !name.as_str().contains("sửa đổi") {
                add(names.agreed(name.as_str(), number.as_str(), own));
            }
            while let Some(found) = FURTHER.captures(&article[from..]) {
                let (Some(whole), Some(name), Some(number)) = (found.get(0), found.get(1), found.get(2)) else { break };
                add(names.agreed(name.as_str(), number.as_str(), own));
                from += whole.end();
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_amending_laws_ends_before_the_next_amended_one() {
        let text = "Luật Điện ảnh số 62/2006/QH11 đã được sửa đổi, bổ sung một số điều theo Luật số 31/2009/QH12, Luật Quảng cáo số 16/2012/QH13, Luật Xây dựng số 50/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 03/2016/QH14, Luật số 35/2018/QH14 và Nghị quyết số 96/2023/QH15.";
        assert_eq!(
            chains(text),
            [
                ("62/2006/QH11".to_owned(), vec!["31/2009/QH12".to_owned()]),
                ("50/2014/QH13".to_owned(), vec!["03/2016/QH14".to_owned(), "35/2018/QH14".to_owned()]),
            ]
        );
    }

    #[test]
    fn what_one_text_alone_lists_is_a_slip_where_others_leave_it_out() {
        let mut amended = Amended::default();
        let mut add = |text: &str, amending: &[&str]| {
            let amending = amending.iter().map(|a| (*a).to_owned()).collect();
            let chain = Chain { text: text.to_owned(), by_law: false, amending };
            amended.chains.entry("61/2020/QH14".to_owned()).or_default().push(chain);
        };
        add("1", &["72/2020/QH14", "20/2025/QH15"]);
        add("2", &["72/2020/QH14", "20/2023/QH15", "90/2025/QH15"]);
        add("3", &["72/2020/QH14", "20/2023/QH15", "90/2025/QH15"]);
        assert!(amended.is_slip("20/2025/QH15", "61/2020/QH14"));
        assert!(!amended.is_slip("20/2023/QH15", "61/2020/QH14"));
        assert!(amended.is_listed("90/2025/QH15", "61/2020/QH14"));
    }

    #[test]
    fn a_law_says_what_it_amends_in_the_heads_of_its_clauses() {
        let laws =
            |all: &[((u16, u32), &str)]| all.iter().map(|(of, number)| (*of, (*number).to_owned())).collect::<Vec<_>>();
        let names = Names(FxHashMap::from_iter([
            (
                "cu tru".to_owned(),
                laws(&[((2006, 81), "81/2006/QH11"), ((2020, 68), "68/2020/QH14"), ((2025, 200), "200/2025/QH15")]),
            ),
            ("can cuoc".to_owned(), laws(&[((2023, 26), "26/2023/QH15")])),
        ]));
        let own = Number::parse("118/2025/QH15").unwrap();
        let text = "Điều 1. Phạm vi\nLuật số 01/2020/QH14.\nĐiều 4. Sửa đổi, bổ sung một số điều của Luật Cư trú\n1. …\nĐiều 5. Sửa đổi, bổ sung các luật\n1. Sửa đổi, bổ sung khoản 1 Điều 2 của Luật Đường bộ số 35/2024/QH15 đã được sửa đổi, bổ sung một số điều theo Luật số 36/2025/QH15 như sau: “1. Luật Nhà ở số 27/2023/QH15.”.\n2. Bãi bỏ cụm từ “trại” tại khoản 1 Điều 3 của Luật Cảnh vệ số 13/2017/QH14; tại khoản 2 Điều 4 của Luật Căn cước số 27/2023/QH15.";
        assert_eq!(amends(text, &own, &names), ["68/2020/QH14", "35/2024/QH15", "13/2017/QH14", "26/2023/QH15"]);
    }
}
