//! Search: by words, by the beginning of a number, and what an unknown number may have meant.
//!
//! Rows lie in order of weight, so the first few hundred that a query finds are those that matter; they are ranked by how
//! well they match.

mod near;
mod spelling;

use super::store::{COLUMNS, Source, kind_token, number_typed, same_instrument};
use super::{Catalogue, Instrument, Status};
use crate::cite::Number;
use crate::terms::types;
use crate::text::fold;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

/// One result, best first.
#[derive(Debug, Clone)]
pub struct Hit {
    pub instrument: Arc<Instrument>,
    pub score: u32,
}

/// So many rows of each database are looked at closely.
const LOOKED_AT: usize = 200;

/// Which table of words a query asks.
#[derive(Clone, Copy)]
enum Index {
    Words,
    Numbers,
}

impl Index {
    fn sql(self) -> String {
        let table = match self {
            Self::Words => "words",
            Self::Numbers => "numbers",
        };
        format!(
            "SELECT {COLUMNS} FROM instrument WHERE id IN \
             (SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid LIMIT ?2) ORDER BY id"
        )
    }
}

impl Catalogue {
    /// By words of number, type, title, issuer and aliases, in any order, with or without diacritics, each word possibly
    /// only begun ("nghi dinh cong tac van th"). Ranked by match, force and how often cited. Where nothing matches, one
    /// typing error a word is forgiven.
    pub fn search(&self, words: &str, limit: usize) -> Vec<Hit> {
        let folded = fold::search(words);
        let tokens: Vec<&str> = folded.split(' ').filter(|t| !t.is_empty()).take(16).collect();
        if tokens.is_empty() || limit == 0 {
            return Vec::new();
        }
        let looked_at = LOOKED_AT.max(limit);
        let mut found = self.found(Index::Words, |source| spelling::completed(source, &tokens, true), looked_at);
        if found.is_empty() {
            found = self.found(Index::Words, |source| spelling::completed(source, &tokens, false), looked_at);
        }
        // A full name or number means the act itself, however many others mention its words.
        for named in self.by_name(words) {
            found.add(Instrument::clone(&named));
        }
        if let Some(number) = words.find(|c: char| c.is_ascii_digit()).and_then(|at| Number::parse(&words[at..])) {
            for numbered in self.by_key(&number.key()).iter() {
                found.add(Instrument::clone(numbered));
            }
        }
        let mut correct = Vec::new();
        if found.is_empty() {
            correct = tokens.iter().map(|t| self.similar(t)).collect();
            let query = |source: &Source| {
                let terms = source.terms();
                let parts = tokens.iter().zip(&correct).map(|(token, others)| spelling::any_of(&terms, token, others));
                parts.collect::<Vec<_>>().join(" AND ")
            };
            found = self.found(Index::Words, query, looked_at);
        }
        let forms: Vec<Vec<&str>> = tokens
            .iter()
            .enumerate()
            .map(|(at, t)| {
                std::iter::once(*t).chain(correct.get(at).into_iter().flatten().map(String::as_str)).collect()
            })
            .collect();
        let mut scored: Vec<(u32, Instrument)> =
            found.all.into_iter().map(|i| (score(&forms, &folded, &i), i)).collect();
        // "30/2020" or "nghi dinh 168 nam 2024" begins a number before it is words of others' titles.
        if let Some((kind, number)) = asks_number(words) {
            for hit in self.complete_number(&number, kind, limit) {
                scored.retain(|(_, i)| i.id != hit.instrument.id);
                scored.push((10_000 + hit.score, Instrument::clone(&hit.instrument)));
            }
        }
        self.hits(scored, limit)
    }

    /// Numbers that begin with what was typed (`169/`, `30/20`, `30`, `6/QD`: with or without leading zero, stroke of Đ
    /// and case; also `30/ND` with the year left out), of the type (name as in the table of types) if one is given.
    /// Recent and often cited ones first.
    pub fn complete_number(&self, prefix: &str, kind: Option<&str>, limit: usize) -> Vec<Hit> {
        let typed = number_typed(prefix);
        if limit == 0 || (typed.is_empty() && kind.is_none()) {
            return Vec::new();
        }
        let of_kind = kind.map(|k| format!(" AND \"{}\"", kind_token(k))).unwrap_or_default();
        let mut found = Found::default();
        let serial_only = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit());
        if serial_only {
            // "30" means number 30 before it means 300.
            let query = format!("(\"{typed}/\"* OR \"{typed}-\"*){of_kind}");
            found = self.found(Index::Numbers, |_| query.clone(), limit);
        }
        let query = match typed.is_empty() {
            true => format!("\"{}\"", kind_token(kind.unwrap_or_default())),
            false => format!("\"{typed}\"*{of_kind}"),
        };
        if found.all.len() < limit {
            for more in self.found(Index::Numbers, |_| query.clone(), limit).all {
                found.add(more);
            }
        }
        // "30/nd" for 30/2020/NĐ-CP.
        if found.all.len() < limit
            && let Some((serial, symbol)) = typed.split_once('/')
            && symbol.chars().next().is_some_and(char::is_alphabetic)
        {
            let query = format!("\"{serial}/\"*{of_kind}");
            let meant = |number: &str| {
                let number = number_typed(number);
                let rest = number.split_once('/').map_or("", |(_, rest)| rest);
                rest.split_once('/').is_some_and(|(_, of)| of.starts_with(symbol))
            };
            for (at, source) in self.sources().iter().enumerate() {
                // Most of them are not meant: their numbers are enough to tell.
                for (id, _) in source.numbers(&query, LOOKED_AT).iter().filter(|(_, number)| meant(number)) {
                    if found.all.len() < limit
                        && let Some(more) = source.row(*id)
                    {
                        found.add(self.place(more, at));
                    }
                }
            }
        }
        let count = found.all.len();
        // The order found is the order of weight, number by number; a score keeps it.
        let scored = found.all.into_iter().enumerate().map(|(at, i)| ((count - at) as u32, i)).collect();
        self.hits(scored, limit)
    }

    /// What a query finds in all databases, each instrument once, in the order of weight of each. `query` may be another
    /// one for each; an empty one finds nothing.
    fn found(&self, index: Index, query: impl Fn(&Source) -> String, limit: usize) -> Found {
        let sql = index.sql();
        let mut out = Found::default();
        for (at, source) in self.sources().iter().enumerate() {
            let query = query(source);
            if query.is_empty() {
                continue;
            }
            for row in source.rows(&sql, (query, limit as i64)) {
                let row = self.place(row, at);
                if self.sources().len() == 1 { out.all.push(row) } else { out.add(row) }
            }
        }
        out
    }

    /// The best of what was found, whole.
    fn hits(&self, mut scored: Vec<(u32, Instrument)>, limit: usize) -> Vec<Hit> {
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.truncate(limit);
        scored.into_iter().filter_map(|(score, bare)| Some(Hit { instrument: self.by_id(bare.id)?, score })).collect()
    }
}

/// The type and the beginning of a number, where a query is nothing else: "30/2020", "nghi dinh 168", "TT số 80 năm 2021".
fn asks_number(query: &str) -> Option<(Option<&'static str>, String)> {
    let at = query.find(|c: char| c.is_ascii_digit())?;
    let before = fold::search(&query[..at]);
    let before = before.strip_suffix("so").filter(|b| b.is_empty() || b.ends_with(' ')).unwrap_or(&before).trim_end();
    let kind = match before {
        "" => None,
        word => {
            let mut named = types().iter().filter(|t| t.catalogue);
            Some(named.find(|t| t.forms().any(|form| fold::search(form) == word))?.name.as_str())
        }
    };
    let mut rest = query[at..].split_whitespace();
    let number = rest.next()?;
    let year = match (rest.next(), rest.next(), rest.next()) {
        (None, ..) => return Some((kind, number.to_owned())),
        (Some(year), None, _) => year,
        (Some(word), Some(year), None) if fold::search(word) == "nam" => year,
        _ => return None,
    };
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && year.len() == 4;
    (plain && year.bytes().all(|b| b.is_ascii_digit())).then(|| (kind, format!("{number}/{year}")))
}

/// Instruments, each once, in the order in which they were found.
#[derive(Default)]
struct Found {
    all: Vec<Instrument>,
    ids: FxHashSet<i64>,
    /// Places in `all` of those that may be the same instrument: identities are costly to make and seldom needed.
    alike: FxHashMap<u64, Vec<usize>>,
}

impl Found {
    /// Adds an instrument unless it is there.
    fn add(&mut self, new: Instrument) {
        // Those of a single database came without being asked for.
        for at in self.ids.len()..self.all.len() {
            self.note(at);
        }
        if self.ids.contains(&new.id) {
            return;
        }
        if let Some(alike) = self.alike.get(&likeness(&new))
            && alike.iter().any(|&at| same_instrument(&self.all[at], &new))
        {
            return;
        }
        self.all.push(new);
        self.note(self.all.len() - 1);
    }

    fn note(&mut self, at: usize) {
        self.ids.insert(self.all[at].id);
        self.alike.entry(likeness(&self.all[at])).or_default().push(at);
    }

    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// Equal for what is the [`same_instrument`]: type, year and serial are.
fn likeness(i: &Instrument) -> u64 {
    let number = i.number.as_deref().unwrap_or_default();
    let serial = number.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches('0');
    let serial = &serial[..serial.bytes().take_while(u8::is_ascii_digit).count()];
    FxBuildHasher.hash_one((&i.kind, i.year, serial))
}

/// How well an instrument matches the words: whole words of title and names count most, the same order more, then force
/// and how often it is cited. A type in front asks for that type and is no word of the title.
fn score(tokens: &[Vec<&str>], query: &str, i: &Instrument) -> u32 {
    let title = i.title.as_deref().map(fold::search).unwrap_or_default();
    let number = i.number.as_deref().map(fold::search).unwrap_or_default();
    let names: Vec<String> = i.aliases.iter().map(|a| fold::search(a)).collect();
    let kind = fold::search(&i.kind);
    let mut score = 1000;
    let mut rest = query;
    let mut words = tokens;
    if let Some(after) = query.strip_prefix(&kind).filter(|a| a.is_empty() || a.starts_with(' ')) {
        score += 300;
        // The name of a law holds its type.
        if !title.starts_with(&kind) {
            rest = after.trim_start();
            words = &tokens[kind.split(' ').count().min(tokens.len())..];
        }
    }
    for forms in words {
        let of = |text: &str| {
            text.split(' ')
                .map(
                    |word| if forms.contains(&word) { 3 } else { u32::from(forms.iter().any(|f| word.starts_with(f))) },
                )
                .max()
                .unwrap_or_default()
        };
        score += 20 * of(&title) + 25 * of(&number) + 10 * names.iter().map(|n| of(n)).max().unwrap_or_default();
    }
    let plain = title.strip_prefix("ve ").unwrap_or(&title);
    if !rest.is_empty() {
        if plain == rest || names.iter().any(|n| n == rest) {
            score += 600;
        } else if plain.starts_with(rest) {
            score += 250;
        } else if title.contains(rest) {
            score += 150;
        }
    }
    // Of two that match equally the shorter title says it more directly.
    score += 120u32.saturating_sub(title.len() as u32 / 2);
    score += (f64::from(i.cited) + 1.0).log2() as u32 * 15;
    score += u32::from(i.year.unwrap_or(1945)).saturating_sub(1945);
    if i.status == Some(Status::Expired) { score.saturating_sub(300) } else { score }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::record::Record;
    use super::*;

    pub(super) fn catalogue() -> Catalogue {
        let records = r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","title":"Về công tác văn thư","cited":40}
{"number":"110/2004/NĐ-CP","issued":"2004-04-08","title":"Về công tác văn thư","status":"expired","expired":"2020-03-05","cited":60}
{"number":"03/2020/NĐ-CP","issued":"2020-01-02","title":"Quy định về hoạt động của người lái xe"}
{"number":"300/2025/NĐ-CP","issued":"2025-11-01","title":"Quy định chi tiết Luật Đất đai","cited":90}
{"number":"30/2019/TT-BTC","issued":"2019-05-28","title":"Hướng dẫn lập dự toán"}
{"number":"06/QĐ-TTg","issued":"2022-01-06","title":"Phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư","aliases":["Đề án 06"]}
{"number":"169/TB-VPCP","year":2023,"title":"Kết luận tại Phiên họp thứ tư của Ban Chỉ đạo cải cách hành chính"}
{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","title":"Luật Đất đai"}
{"number":"57-NQ/TW","issued":"2024-12-22","issuer":"Bộ Chính trị","title":"Về đột phá phát triển khoa học, công nghệ"}"#;
        Catalogue::of(records.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()))
            .unwrap()
    }

    pub(super) fn numbers(hits: &[Hit]) -> Vec<&str> {
        hits.iter().filter_map(|h| h.instrument.number.as_deref()).collect()
    }

    #[test]
    fn words_are_found_in_any_order_without_diacritics() {
        let c = catalogue();
        assert_eq!(numbers(&c.search("nghi dinh cong tac van th", 5)), ["30/2020/NĐ-CP", "110/2004/NĐ-CP"]);
        assert_eq!(numbers(&c.search("Văn thư, công tác", 1)), ["30/2020/NĐ-CP"]);
        assert_eq!(numbers(&c.search("luật đất đai", 1)), ["31/2024/QH15"]);
        assert_eq!(numbers(&c.search("đề án 06", 1)), ["06/QĐ-TTg"]);
        assert_eq!(numbers(&c.search("Nghị định 30/2020/NĐ-CP", 1)), ["30/2020/NĐ-CP"]);
        assert!(c.search("", 5).is_empty() && c.search("\"*(", 5).is_empty());
    }

    #[test]
    fn both_decrees_of_one_number_are_offered() {
        let records = r#"{"number":"02/2025/NĐ-CP","issued":"2025-01-01","title":"Sửa đổi, bổ sung Nghị định về bảo hiểm y tế"}
{"number":"02/2025/NĐ-CP","issued":"2025-02-18","title":"Quy định chức năng, nhiệm vụ của Bộ Công an"}"#;
        let records = records.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap());
        let c = Catalogue::of(records).unwrap();
        for typed in ["2", "02/2025", "2/nd"] {
            assert_eq!(c.complete_number(typed, None, 5).len(), 2, "{typed}");
        }
    }

    #[test]
    fn a_type_and_a_number_ask_for_the_number() {
        let c = catalogue();
        for asked in ["nghi dinh 30", "Nghị định số 30 năm 2020", "nđ 30", "ND 30 2020"] {
            assert_eq!(numbers(&c.search(asked, 1)), ["30/2020/NĐ-CP"], "{asked}");
        }
        assert_eq!(numbers(&c.search("thong tu 30", 1)), ["30/2019/TT-BTC"]);
        assert_eq!(asks_number("nghị quyết 57 về khoa học"), None);
        assert_eq!(asks_number("văn thư 30"), None);
    }

    #[test]
    fn a_typing_error_is_forgiven() {
        let c = catalogue();
        assert_eq!(numbers(&c.search("nghi dinh cong tax van thu", 1)), ["30/2020/NĐ-CP"]);
        assert_eq!(numbers(&c.search("phien hpo ban chi dao", 1)), ["169/TB-VPCP"]);
    }

    #[test]
    fn a_number_is_completed_from_its_beginning() {
        let c = catalogue();
        assert_eq!(numbers(&c.complete_number("169/", None, 5)), ["169/TB-VPCP"]);
        assert_eq!(numbers(&c.complete_number("6/qd", None, 5)), ["06/QĐ-TTg"]);
        assert_eq!(numbers(&c.complete_number("06", Some("Quyết định"), 5)), ["06/QĐ-TTg"]);
        assert_eq!(numbers(&c.complete_number("57-", None, 5)), ["57-NQ/TW"]);
        assert_eq!(
            numbers(&c.complete_number("30", Some("Nghị định"), 5)),
            ["30/2020/NĐ-CP", "300/2025/NĐ-CP"],
            "number 30 comes before 300"
        );
        assert_eq!(numbers(&c.complete_number("30/ND", None, 5)), ["30/2020/NĐ-CP"], "the year may be left out");
    }
}
