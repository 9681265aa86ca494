//! Tables of relations: which item of a table of instruments is connected with which.
//!
//! The words of the public sets are read both ways by those who use them, so the days of both acts decide which one acts: the
//! later one repeals, amends, details the earlier.

use super::columns::Column;
use super::{mend, table};
use crate::catalogue::model::RelationKind;
use crate::catalogue::model::record::RelationRecord;
use crate::catalogue::store::Error;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use time::Date;

/// The relations of the items of a table.
#[derive(Debug, Default)]
pub struct Links {
    by_id: FxHashMap<Box<str>, u32>,
    acts: Vec<Act>,
    /// By item: the kind and the other item.
    of: Vec<Vec<(RelationKind, u32)>>,
    /// How many relations say nothing that is kept here, or lead to unknown items, or between acts whose days are not known.
    pub left_out: u64,
}

#[derive(Debug)]
struct Act {
    number: Box<str>,
    day: Option<Date>,
    /// Every place has its own act of the number: nothing can point at it.
    local: bool,
}

/// Whether a file holds relations between the items of another.
pub fn is_table_of_relations(path: &Path) -> bool {
    table::columns(path).is_ok_and(|columns| columns.are_relations())
}

impl Links {
    /// Reads the relations among some files, and the items that they connect. `None` where no file holds relations.
    pub fn read(files: &[PathBuf]) -> Result<Option<Self>, Error> {
        let (tables, others): (Vec<&PathBuf>, Vec<&PathBuf>) =
            files.iter().partition(|path| is_table_of_relations(path));
        if tables.is_empty() {
            return Ok(None);
        }
        let mut links = Self::default();
        for path in others {
            // What cannot be read here is reported when its records are.
            let _ = table::rows(path, &[Column::Id, Column::NUMBER, Column::ISSUED], &mut |_, cells| {
                if let [Some(id), Some(number), issued] = cells {
                    links.add_act(id, number, *issued);
                }
                true
            });
        }
        links.of = vec![Vec::new(); links.acts.len()];
        for path in tables {
            table::rows(path, &[Column::Doc, Column::OtherDoc, Column::Relationship], &mut |_, cells| {
                if let [Some(doc), Some(other), Some(word)] = cells {
                    links.add(doc, other, word);
                }
                true
            })?;
        }
        for all in &mut links.of {
            all.sort_unstable();
            all.dedup();
        }
        Ok(Some(links))
    }

    fn add_act(&mut self, id: &str, number: &str, issued: Option<&str>) {
        let Some(number) = mend::number(number) else { return };
        let year = number.year.and_then(|y| Date::from_calendar_date(i32::from(y), time::Month::July, 1).ok());
        let day = issued.and_then(mend::parse_date).or(year);
        self.by_id.insert(id.into(), self.acts.len() as u32);
        self.acts.push(Act { number: number.canonical().into(), day, local: number.is_local() });
    }

    fn add(&mut self, doc: &str, other: &str, word: &str) {
        let found = self.by_id.get(doc).copied().zip(self.by_id.get(other).copied()).filter(|(a, b)| a != b);
        let (Some((one, two)), Some((acts, acted))) = (found, kinds(word)) else {
            self.left_out += 1;
            return;
        };
        let day = |at: u32| self.acts.get(at as usize).and_then(|act| act.day);
        match (day(one), day(two)) {
            (Some(a), Some(b)) if a != b => {
                let (later, earlier) = if a > b { (one, two) } else { (two, one) };
                self.link(later, acts, earlier);
                self.link(earlier, acted, later);
            }
            _ => self.left_out += 1,
        }
    }

    fn link(&mut self, from: u32, kind: RelationKind, to: u32) {
        if self.acts.get(to as usize).is_none_or(|act| act.local) {
            self.left_out += 1;
        } else if let Some(all) = self.of.get_mut(from as usize) {
            all.push((kind, to));
        }
    }

    /// The relations of an item.
    pub fn of(&self, id: &str) -> Vec<RelationRecord> {
        let all = self.by_id.get(id).and_then(|at| self.of.get(*at as usize));
        let record = |(kind, to): &(RelationKind, u32)| RelationRecord {
            kind: kind.to_string(),
            target: self.acts[*to as usize].number.to_string(),
            date: None,
            note: None,
        };
        all.into_iter().flatten().map(record).collect()
    }
}

/// What a word says that the later act does to the earlier, and the same from the other side. `None` for what is no relation
/// here: a basis, a reference.
fn kinds(word: &str) -> Option<(RelationKind, RelationKind)> {
    let folded = fold::search(word);
    let has = |part: &str| folded.contains(part);
    Some(if has("het hieu luc 1 phan") || has("het hieu luc mot phan") || has("sua doi") || has("bo sung") {
        (RelationKind::Amends, RelationKind::AmendedBy)
    } else if has("thay the") {
        (RelationKind::Replaces, RelationKind::ReplacedBy)
    } else if has("het hieu luc") || has("bai bo") {
        (RelationKind::Repeals, RelationKind::RepealedBy)
    } else if has("chi tiet") || has("huong dan") {
        (RelationKind::Guides, RelationKind::GuidedBy)
    } else if has("dinh chi") {
        (RelationKind::Suspends, RelationKind::SuspendedBy)
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_decide_which_act_repeals_the_other() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let acts = write(
            "metadata.csv",
            "id,so_ky_hieu,ngay_ban_hanh\n1,110/2004/ND-CP,08/04/2004\n2,30/2020/NĐ-CP,05/03/2020\n3,01/2013/TT-BNV,\n",
        );
        let relations = write(
            "relationships.csv",
            "doc_id,other_doc_id,relationship\n1,2,Văn bản hết hiệu lực\n2,1,Văn bản quy định hết hiệu lực\n3,2,Văn bản căn cứ\n3,1,\"Văn bản được HD, QĐ chi tiết\"\n",
        );
        let links = Links::read(&[acts.clone(), relations]).unwrap().unwrap();
        let of = |id: &str| links.of(id).into_iter().map(|r| format!("{} {}", r.kind, r.target)).collect::<Vec<_>>();
        assert_eq!(of("1"), ["repealed-by 30/2020/NĐ-CP", "guided-by 01/2013/TT-BNV"]);
        assert_eq!(of("2"), ["repeals 110/2004/NĐ-CP"]);
        assert_eq!(links.left_out, 1);
        assert!(Links::read(&[acts]).unwrap().is_none());
    }
}
