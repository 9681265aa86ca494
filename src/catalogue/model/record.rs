//! The record of an instrument as it is exchanged: one JSON object a line, or one row of CSV with the same names.

use super::{FactSet, Instrument, InstrumentId, Provision, RecordError, Relation, RelationKind, Status};
use crate::cite::Number;
use crate::i18n::date::{parse_iso, write_iso};
use crate::law::TypeId;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::Date;

/// A record as written; [`Record::into_instrument`] checks it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// A name in place of a number, for acts without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expired: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The day on which the status was last known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<RelationRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub articles: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapters: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<Provision>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where single facts came from, if not from `source`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub origins: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<String>,
    #[serde(skip_serializing_if = "is_zero")]
    pub cited: u32,
    /// Which parts of the summary were checked against the full text: in the file only, not in the store.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checked: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationRecord {
    pub kind: String,
    pub target: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// The relation of a name, with `-` or `_`.
pub fn relation_kind(name: &str) -> Option<RelationKind> {
    RelationKind::from_name(&name.replace('_', "-"))
}

/// A status from its name in records or from the words of databases ("Còn hiệu lực", "Văn bản hết hiệu lực").
pub fn parse_status(text: &str) -> Option<Status> {
    Some(match fold::search(text).as_str() {
        "in force" | "con hieu luc" | "dang hieu luc" | "van ban dang co hieu luc" | "dang co hieu luc" => {
            Status::InForce
        }
        "expired" | "het hieu luc" | "het hieu luc toan bo" | "van ban het hieu luc" => Status::Expired,
        "partly expired" | "het hieu luc mot phan" | "van ban con hieu luc mot phan" | "con hieu luc mot phan" => {
            Status::PartlyExpired
        }
        "not yet in force" | "chua co hieu luc" => Status::NotYetInForce,
        "suspended" | "ngung hieu luc" | "ngung hieu luc mot phan" => Status::Suspended,
        _ => return None,
    })
}

/// What a field says, if it says anything.
fn given(field: Option<&str>) -> Option<&str> {
    field.map(str::trim).filter(|text| !text.is_empty())
}

/// The date that a field gives; an empty one gives none.
fn date(field: &'static str, text: Option<String>) -> Result<Option<Date>, RecordError> {
    match given(text.as_deref()) {
        Some(day) => match parse_iso(day) {
            Some(date) => Ok(Some(date)),
            None => Err(RecordError::NoDate { field, value: text.unwrap_or_default() }),
        },
        None => Ok(None),
    }
}

impl RelationRecord {
    fn into_relation(self) -> Result<Relation, RecordError> {
        Ok(Relation {
            kind: relation_kind(&self.kind).ok_or(RecordError::UnknownRelation(self.kind))?,
            target: Number::parse(&self.target).map_or(self.target, |n| n.canonical()),
            date: date("relations.date", self.date)?,
            note: self.note,
        })
    }
}

impl Record {
    /// The record of an instrument with its status on a day, where its status is known.
    pub fn on(i: &Instrument, day: Date) -> Self {
        let status = i.status.and_then(|_| i.status_on(day));
        Self { status: status.map(|s| s.to_string()), ..Self::from(i) }
    }

    /// Checks the record and brings it into the form of the store: canonical number, name of the type as in the table,
    /// real dates.
    pub fn into_instrument(self) -> Result<Instrument, RecordError> {
        let number = match given(self.number.as_deref()) {
            Some(text) => Some(Number::parse(text).ok_or_else(|| RecordError::UnreadableNumber(text.to_owned()))?),
            None => None,
        };
        let kind = match given(self.kind.as_deref()) {
            Some(name) => TypeId::of_name(name).ok_or_else(|| RecordError::UnknownType(name.to_owned()))?,
            None => number.as_ref().and_then(|n| n.kind()).map(|t| t.id).ok_or(RecordError::MissingType)?,
        };
        let (issued, effective, expired) =
            (date("issued", self.issued)?, date("effective", self.effective)?, date("expired", self.expired)?);
        let as_of = date("as_of", self.as_of)?;
        if effective.zip(expired).is_some_and(|(from, to)| to < from) {
            return Err(RecordError::ExpiredBeforeEffective);
        }
        let status = match given(self.status.as_deref()) {
            Some(text) => Some(parse_status(text).ok_or_else(|| RecordError::UnknownStatus(text.to_owned()))?),
            None => None,
        };
        let relations = self.relations.into_iter().map(RelationRecord::into_relation).collect::<Result<Vec<_>, _>>()?;
        let text = |t: Option<String>| t.map(|t| fold::tidy(&t)).filter(|t| !t.is_empty());
        let title = text(self.title).or_else(|| text(self.name.clone()));
        let name = text(self.name);
        let mut aliases: Vec<String> = self.aliases.iter().map(|a| fold::tidy(a)).filter(|a| !a.is_empty()).collect();
        if let Some(name) = name.filter(|n| title.as_ref() != Some(n) && !aliases.contains(n)) {
            aliases.push(name);
        }
        if number.is_none() && title.is_none() {
            return Err(RecordError::MissingNumberAndName);
        }
        let year = number
            .as_ref()
            .and_then(|n| n.year)
            .or(self.year)
            .or_else(|| issued.and_then(|d| u16::try_from(d.year()).ok()));
        Ok(Instrument {
            id: InstrumentId::default(),
            issuer: text(self.issuer).or_else(|| number.as_ref().and_then(Number::issuer)),
            number: number.map(|n| n.canonical()),
            kind,
            issued,
            effective,
            expired,
            year,
            status,
            as_of,
            title,
            signer: text(self.signer),
            field: text(self.field),
            aliases,
            relations,
            articles: self.articles,
            chapters: self.chapters,
            provisions: self.provisions,
            outlined: false,
            summary: text(self.summary),
            url: self.url,
            source: text(self.source),
            origins: self.origins,
            confirmed: FactSet::of_names(self.confirmed.iter().map(String::as_str)),
            cited: self.cited,
        })
    }
}

impl From<&Instrument> for Record {
    fn from(i: &Instrument) -> Self {
        let numbered_year = i.number.as_deref().and_then(Number::parse).and_then(|n| n.year);
        Self {
            number: i.number.clone(),
            name: None,
            kind: Some(i.kind.to_string()),
            issuer: i.issuer.clone(),
            issued: i.issued.map(write_iso),
            effective: i.effective.map(write_iso),
            expired: i.expired.map(write_iso),
            // The year is said only where neither number nor date says it.
            year: i.year.filter(|_| i.issued.is_none() && numbered_year.is_none()),
            status: i.status.map(|s| s.to_string()),
            as_of: i.as_of.map(write_iso),
            title: i.title.clone(),
            signer: i.signer.clone(),
            field: i.field.clone(),
            aliases: i.aliases.clone(),
            relations: i
                .relations
                .iter()
                .map(|r| RelationRecord {
                    kind: r.kind.to_string(),
                    target: r.target.clone(),
                    date: r.date.map(write_iso),
                    note: r.note.clone(),
                })
                .collect(),
            articles: i.articles,
            chapters: i.chapters,
            provisions: i.provisions.clone(),
            summary: i.summary.clone(),
            url: i.url.clone(),
            source: i.source.clone(),
            origins: i.origins.clone(),
            confirmed: i.confirmed.iter().map(|fact| fact.to_string()).collect(),
            cited: i.cited,
            checked: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Instrument, RecordError> {
        serde_json::from_str::<Record>(json).map_err(|e| RecordError::json(&e))?.into_instrument()
    }

    #[test]
    fn a_record_is_brought_into_the_form_of_the_store() {
        let i = read(r#"{"number":"30/2020/NÐ-CP","issued":"2020-03-05","status":"Còn hiệu lực"}"#).unwrap();
        assert_eq!(i.number.as_deref(), Some("30/2020/NĐ-CP"));
        assert_eq!(i.kind, "Nghị định");
        assert_eq!(i.issuer.as_deref(), Some("Chính phủ"));
        assert_eq!((i.year, i.status), (Some(2020), Some(Status::InForce)));
    }

    #[test]
    fn what_is_wrong_with_a_record_is_said() {
        for (json, error) in [
            (r#"{"type":"Luật"}"#, RecordError::MissingNumberAndName),
            (
                r#"{"number":"30/2020/NĐ-CP","issued":"2020-02-30"}"#,
                RecordError::NoDate { field: "issued", value: "2020-02-30".to_owned() },
            ),
            (r#"{"number":"30/2020/NĐ-CP","type":"Nghị đinh"}"#, RecordError::UnknownType("Nghị đinh".to_owned())),
            (r#"{"number":"ba mươi","type":"Nghị định"}"#, RecordError::UnreadableNumber("ba mươi".to_owned())),
        ] {
            assert_eq!(read(json), Err(error), "{json}");
        }
    }

    #[test]
    fn writing_a_record_and_reading_it_gives_the_same() {
        let json = r#"{"number":"169/TB-VPCP","type":"Thông báo","issuer":"Văn phòng Chính phủ","year":2023,"title":"Kết luận","aliases":["TB 169"],"relations":[{"kind":"guides","target":"06/QĐ-TTg"}],"provisions":[{"path":"Mục 5","heading":"Nhiệm vụ"}],"confirmed":["year"],"cited":3}"#;
        let instrument = read(json).unwrap();
        assert_eq!(serde_json::to_string(&Record::from(&instrument)).unwrap(), json);
    }
}
