//! Search: by words, by the beginning of a number, and what an unknown number may have meant.
//!
//! Rows are in order of weight, so the first few hundred that a query finds are those that matter; they are ranked by how
//! well they match.

mod near;
mod rank;
mod spelling;

use crate::catalogue::store::{Candidate, Source, number_typed};
use crate::catalogue::{Catalogue, Instrument, InstrumentId};
use crate::cite::Number;
use crate::law::TypeId;
use crate::text::fold;
use rank::{asks_number, score};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// One result, best first.
#[derive(Debug, Clone)]
pub struct Hit {
    pub instrument: Arc<Instrument>,
    pub score: u32,
}

/// So many rows of each database are looked at closely.
const LOOKED_AT: usize = 200;

impl Catalogue {
    /// By words of number, type, title, issuer and aliases, in any order, with or without diacritics, each word possibly
    /// only begun ("nghi dinh cong tac van th"). Ranked by match, force and how often cited. Where nothing matches, one
    /// typing error a word is forgiven.
    pub fn search(&self, words: &str, limit: usize) -> Vec<Hit> {
        self.hits(self.scored(words, limit, true), limit)
    }

    /// [`Self::search`] for a list: of each instrument what [`Self::listed`] gives.
    pub fn search_listed(&self, words: &str, limit: usize) -> Vec<Hit> {
        self.hits_of(self.scored(words, limit, true), limit, |id| self.listed(id))
    }

    /// [`Self::search_listed`] without forgiving typing errors, which takes longest where nothing matches.
    pub fn search_exactly(&self, words: &str, limit: usize) -> Vec<Hit> {
        self.hits_of(self.scored(words, limit, false), limit, |id| self.listed(id))
    }

    /// `forgiving` says whether one typing error a word is forgiven where nothing matches.
    fn scored(&self, words: &str, limit: usize, forgiving: bool) -> Vec<(u32, InstrumentId)> {
        let folded = fold::search(words);
        let tokens: Vec<&str> = folded.split(' ').filter(|t| !t.is_empty()).take(16).collect();
        if tokens.is_empty() || limit == 0 {
            return Vec::new();
        }
        let looked_at = LOOKED_AT.max(limit);
        let mut found = self.found(|source| spelling::completed(source, &tokens, true), looked_at);
        if found.is_empty() {
            found = self.found(|source| spelling::completed(source, &tokens, false), looked_at);
        }
        // A full name or number means the act itself, however many others mention its words.
        found.extend(self.by_name(words).iter().map(|i| Candidate::of(i)));
        if let Some(number) = words.find(|c: char| c.is_ascii_digit()).and_then(|at| Number::parse(&words[at..])) {
            found.extend(self.by_key(&number.key()).iter().map(|i| Candidate::of(i)));
        }
        let mut correct = Vec::new();
        if found.is_empty() && forgiving {
            correct = tokens.iter().map(|t| self.similar(t)).collect();
            let query = |source: &Source| {
                let terms = source.terms();
                let parts = tokens.iter().zip(&correct).map(|(token, others)| spelling::any_of(&terms, token, others));
                parts.collect::<Vec<_>>().join(" AND ")
            };
            found = self.found(query, looked_at);
        }
        let forms: Vec<Vec<&str>> = tokens
            .iter()
            .enumerate()
            .map(|(at, t)| {
                std::iter::once(*t).chain(correct.get(at).into_iter().flatten().map(String::as_str)).collect()
            })
            .collect();
        let mut scored: Vec<(u32, InstrumentId)> = found.iter().map(|i| (score(&forms, &folded, i), i.id)).collect();
        // "30/2020" or "nghi dinh 168 nam 2024" begins a number before it is words of others' titles.
        if let Some((kind, number)) = asks_number(words) {
            scored.extend(
                self.with_number_prefix(&number, kind, limit).into_iter().map(|(score, id)| (10_000 + score, id)),
            );
        }
        scored
    }

    /// Numbers that begin with what was typed (`169/`, `30/20`, `30`, `6/QD`: with or without leading zero, stroke of Đ
    /// and case; also `30/ND` with the year left out), of the type if one is given.
    /// Recent and often cited ones first.
    pub fn complete_number(&self, prefix: &str, kind: Option<TypeId>, limit: usize) -> Vec<Hit> {
        self.hits(self.with_number_prefix(prefix, kind, limit), limit)
    }

    /// [`Self::complete_number`] for a list: of each instrument what [`Self::listed`] gives.
    pub fn numbers_listed(&self, prefix: &str, kind: Option<TypeId>, limit: usize) -> Vec<Hit> {
        self.hits_of(self.with_number_prefix(prefix, kind, limit), limit, |id| self.listed(id))
    }

    /// [`Self::complete_number`] as scores and ids.
    fn with_number_prefix(&self, prefix: &str, kind: Option<TypeId>, limit: usize) -> Vec<(u32, InstrumentId)> {
        let typed = number_typed(prefix);
        if limit == 0 || (typed.is_empty() && kind.is_none()) {
            return Vec::new();
        }
        let mut ids = Vec::new();
        if !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit()) {
            // "30" means number 30 before it means 300.
            ids = self.by_weight(&[&format!("{typed}/"), &format!("{typed}-")], kind, limit);
        }
        if ids.len() < limit {
            ids.extend(self.by_weight(&[&typed], kind, limit));
        }
        let count = ids.len();
        // The order found is the order of weight, number by number; a score keeps it.
        ids.into_iter().enumerate().map(|(at, id)| ((count - at) as u32, id)).collect()
    }

    /// The ids of the instruments of all databases whose numbers begin with one of the beginnings, those of most weight first.
    fn by_weight(&self, beginnings: &[&str], kind: Option<TypeId>, limit: usize) -> Vec<InstrumentId> {
        let mut ids: Vec<(i64, InstrumentId)> = Vec::new();
        for (at, source) in self.sources().iter().enumerate() {
            for beginning in beginnings {
                for row in source.with_number_prefix(beginning, kind, limit) {
                    ids.push((row, self.global_id(InstrumentId { source: 0, row }, at)));
                }
            }
        }
        // Rows are numbered by weight, in every database alike.
        ids.sort_by_key(|(row, _)| *row);
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// What a query of words finds in all databases, in the order of weight of each. `query` may be another one for each; an
    /// empty one finds nothing.
    fn found(&self, query: impl Fn(&Source) -> String, limit: usize) -> Vec<Candidate> {
        let mut out = Vec::new();
        for (at, source) in self.sources().iter().enumerate() {
            let query = query(source);
            if query.is_empty() {
                continue;
            }
            let rows = source.candidates(&query, limit);
            out.extend(rows.into_iter().map(|row| Candidate { id: self.global_id(row.id, at), ..row }));
        }
        out
    }

    /// The best of what was found, whole, each once: what several databases know of an instrument is one.
    fn hits(&self, scored: Vec<(u32, InstrumentId)>, limit: usize) -> Vec<Hit> {
        self.hits_of(scored, limit, |id| self.by_id(id))
    }

    fn hits_of(
        &self,
        mut scored: Vec<(u32, InstrumentId)>,
        limit: usize,
        read: impl Fn(InstrumentId) -> Option<Arc<Instrument>>,
    ) -> Vec<Hit> {
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut seen = FxHashSet::default();
        let mut hits = Vec::with_capacity(limit.min(scored.len()));
        for (score, id) in scored {
            if hits.len() == limit {
                break;
            }
            if seen.contains(&id) {
                continue;
            }
            let Some(instrument) = read(id) else { continue };
            seen.insert(id);
            if id == instrument.id || seen.insert(instrument.id) {
                hits.push(Hit { instrument, score });
            }
        }
        hits
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::catalogue::record::Record;

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
        assert_eq!(numbers(&c.complete_number("06", Some(TypeId::QUYET_DINH), 5)), ["06/QĐ-TTg"]);
        assert_eq!(numbers(&c.complete_number("57-", None, 5)), ["57-NQ/TW"]);
        assert_eq!(
            numbers(&c.complete_number("30", Some(TypeId::NGHI_DINH), 5)),
            ["30/2020/NĐ-CP", "300/2025/NĐ-CP"],
            "number 30 comes before 300"
        );
        assert_eq!(numbers(&c.complete_number("30/ND", None, 5)), ["30/2020/NĐ-CP"], "the year may be left out");
    }
}
