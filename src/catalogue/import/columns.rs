//! What the columns of a table mean, whoever made it: "so_ky_hieu", "Số hiệu:" and "document_number" are the number.
//!
//! Names are compared without case, accents, underscores and punctuation.

use crate::catalogue::model::{Fact, Record};
use crate::text::fold;
use rustc_hash::FxHashMap;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// A fact of the instrument, a text.
    Fact(Fact),
    /// A key of the table's own: the item of the national database, or a number.
    Id,
    /// Of a table of relations: which instrument, which other, and how they are connected.
    Doc,
    OtherDoc,
    Relationship,
}

impl Column {
    pub const NUMBER: Self = Self::Fact(Fact::Number);
    pub const ISSUED: Self = Self::Fact(Fact::Issued);

    /// What a row of instruments can say.
    pub const FACTS: [Self; 12] = [
        Self::Id,
        Self::NUMBER,
        Self::Fact(Fact::Type),
        Self::Fact(Fact::Title),
        Self::Fact(Fact::Issuer),
        Self::ISSUED,
        Self::Fact(Fact::Effective),
        Self::Fact(Fact::Expired),
        Self::Fact(Fact::Status),
        Self::Fact(Fact::Signer),
        Self::Fact(Fact::Field),
        Self::Fact(Fact::Url),
    ];

    /// The name of the field of a record that it fills.
    pub fn field(self) -> &'static str {
        match self {
            Self::Fact(fact) => fact.as_str(),
            Self::Id => "id",
            Self::Doc => "doc",
            Self::OtherDoc => "other",
            Self::Relationship => "relations",
        }
    }
}

/// The names of columns in the public sets of Vietnamese law, folded.
const NAMES: [(Column, &[&str]); 14] = [
    (
        Column::Fact(Fact::Number),
        &[
            "number",
            "so ky hieu",
            "so hieu",
            "so hieu van ban",
            "doc number",
            "document number",
            "sign number",
            "law number",
            "code",
            "so van ban",
        ],
    ),
    (
        Column::Fact(Fact::Type),
        &["type", "loai van ban", "legal type", "document type", "doc type", "loai", "the loai"],
    ),
    (
        Column::Fact(Fact::Title),
        &["title", "ten van ban", "trich yeu", "trich yeu noi dung", "law name", "ten", "tieu de"],
    ),
    (
        Column::Fact(Fact::Issuer),
        &[
            "issuer",
            "co quan ban hanh",
            "noi ban hanh",
            "issuing authority",
            "issuing agency",
            "issuing body",
            "co quan",
        ],
    ),
    (
        Column::Fact(Fact::Issued),
        &["issued", "ngay ban hanh", "issue date", "issuance date", "promulgation date", "issued date", "date"],
    ),
    (
        Column::Fact(Fact::Effective),
        &["effective", "ngay co hieu luc", "ngay hieu luc", "effective date", "enforced date"],
    ),
    (Column::Fact(Fact::Expired), &["expired", "ngay het hieu luc", "expiry date", "expired date"]),
    (
        Column::Fact(Fact::Status),
        &["status", "tinh trang hieu luc", "tinh trang", "effect status", "trang thai", "hieu luc"],
    ),
    (Column::Fact(Fact::Signer), &["signer", "signers", "nguoi ky", "issuing signer"]),
    (Column::Fact(Fact::Field), &["field", "linh vuc", "legal sectors", "legal area"]),
    (Column::Fact(Fact::Url), &["url", "source url", "link", "duong dan"]),
    (Column::Id, &["id", "item id", "vbpl item", "doc id"]),
    (Column::OtherDoc, &["other doc id", "target doc id", "related doc id"]),
    (Column::Relationship, &["relationship", "relation", "quan he", "relation type"]),
];

/// The columns of a table, by their place.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// The name as it is written and what it means.
    pub all: Vec<(String, Option<Column>)>,
}

impl Columns {
    /// Reads the names of the columns. Of two that mean the same the first counts.
    pub fn of<N: AsRef<str>>(names: &[N]) -> Self {
        let mut all: Vec<(String, Option<Column>)> = Vec::new();
        let mut seen: FxHashMap<Column, usize> = FxHashMap::default();
        for (at, name) in names.iter().enumerate() {
            let column = column(name.as_ref()).filter(|c| !seen.contains_key(c));
            seen.extend(column.map(|c| (c, at)));
            all.push((name.as_ref().to_owned(), column));
        }
        // "doc_id" is the key of the row, but in a table of relations one end of the relation.
        if seen.contains_key(&Column::OtherDoc) && seen.contains_key(&Column::Relationship) {
            for (_, column) in all.iter_mut().filter(|(_, c)| *c == Some(Column::Id)) {
                *column = Some(Column::Doc);
            }
        }
        Self { all }
    }

    /// All that a row of instruments can say, in the order of [`Column::FACTS`].
    pub fn of_facts() -> Self {
        Self { all: Column::FACTS.iter().map(|c| (String::new(), Some(*c))).collect() }
    }

    /// The place of a column.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.all.iter().position(|(_, c)| *c == Some(column))
    }

    /// Whether rows are relations between instruments that another table holds.
    pub fn are_relations(&self) -> bool {
        [Column::Doc, Column::OtherDoc, Column::Relationship].iter().all(|c| self.place(*c).is_some())
    }

    /// Whether rows are instruments.
    pub fn are_instruments(&self) -> bool {
        self.place(Column::Fact(Fact::Number)).is_some() || self.place(Column::Id).is_some()
    }

    /// The record of a row, as its cells say.
    pub fn record<'c>(&self, cells: impl IntoIterator<Item = Option<&'c str>>) -> Record {
        let mut record = Record::default();
        let mut id = None;
        for ((_, column), cell) in self.all.iter().zip(cells) {
            let Some(cell) = cell.map(str::trim).filter(|c| !c.is_empty()) else { continue };
            match column {
                Some(Column::Fact(fact)) => set(&mut record, *fact, cell),
                Some(Column::Id) => id = Some(cell),
                _ => {}
            }
        }
        if let Some(id) = id {
            // UTS_VLC has the number there; the others the item of the national database.
            if record.number.is_none() && id.contains('/') {
                record.number = Some(id.to_owned());
            } else if record.url.is_none() && id.len() < 9 && id.bytes().all(|b| b.is_ascii_digit()) {
                record.url = Some(format!("https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID={id}"));
            }
        }
        record
    }
}

fn set(record: &mut Record, fact: Fact, cell: &str) {
    let field = match fact {
        Fact::Number => &mut record.number,
        Fact::Type => &mut record.kind,
        Fact::Title => &mut record.title,
        Fact::Issuer => &mut record.issuer,
        Fact::Issued => &mut record.issued,
        Fact::Effective => &mut record.effective,
        Fact::Expired => &mut record.expired,
        Fact::Status => &mut record.status,
        Fact::Signer => &mut record.signer,
        Fact::Field => &mut record.field,
        Fact::Url => &mut record.url,
        _ => return,
    };
    *field = Some(cell.to_owned());
}

/// What a column of a name holds.
fn column(name: &str) -> Option<Column> {
    let folded = fold::search(&name.replace(['_', '-', ':', '.'], " "));
    let plain = folded.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_however_they_are_written() {
        for (names, column) in [
            (vec!["so_ky_hieu", "Số hiệu:", "Số ký hiệu", "DOCUMENT_NUMBER"], Column::Fact(Fact::Number)),
            (vec!["ngay_ban_hanh", "Ngày ban hành:", "issuance_date"], Column::Fact(Fact::Issued)),
            (vec!["tinh_trang_hieu_luc", "Tình trạng"], Column::Fact(Fact::Status)),
            (vec!["co_quan_ban_hanh", "issuing_authority"], Column::Fact(Fact::Issuer)),
        ] {
            for name in names {
                assert_eq!(super::column(name), Some(column), "{name}");
            }
        }
        assert_eq!(super::column("content_html"), None);
    }

    #[test]
    fn a_table_of_relations_is_told_from_one_of_instruments() {
        assert!(Columns::of(&["doc_id", "other_doc_id", "relationship"]).are_relations());
        let instruments = Columns::of(&["id", "title", "so_ky_hieu"]);
        assert!(instruments.are_instruments() && !instruments.are_relations());
        assert!(!Columns::of(&["text", "label"]).are_instruments());
    }

    #[test]
    fn the_id_may_be_the_number() {
        let record =
            Columns::of(&["id", "title", "type"]).record([Some("45/2019/QH14"), Some("Lao động"), Some("code")]);
        assert_eq!(record.number.as_deref(), Some("45/2019/QH14"));
        let record = Columns::of(&["id", "so_ky_hieu"]).record([Some("12333"), Some("23/2008/QH12")]);
        assert!(record.url.is_some_and(|url| url.ends_with("ItemID=12333")));
    }
}
