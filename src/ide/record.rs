//! What a citation says of an act that the catalogue does not know, as a record for the team's own catalogue.

use super::hover::mention_at;
use crate::catalogue::record::Record;
use crate::document::Document;
use crate::i18n::date::write_iso;
use crate::text::fold;

/// The record of the act that is cited by number at a byte offset.
pub fn cited(document: &Document, offset: usize) -> Option<Record> {
    let mut placed = mention_at(document, offset)?;
    if let Some(number) = placed.mention.name().and_then(|name| name.number) {
        placed = document.sibling(&placed, number);
    }
    let whole = placed.completed()?;
    let number = placed.number()?;
    let said = &whole.attributes;
    let title = placed.mention.number()?.attributes.title.map(|title| document.slice(placed.in_document(title)));
    let kind = whole.type_word.as_ref().map(|word| word.name).or_else(|| number.kind().map(|kind| kind.name.as_str()));
    Some(Record {
        number: Some(number.canonical()),
        kind: kind.map(str::to_owned),
        issuer: said.issuer.as_ref().map(|issuer| issuer.name.clone()).or_else(|| number.issuer()),
        issued: said.date.as_ref().and_then(|date| date.date()).map(write_iso),
        year: said.year.map(|year| year.year),
        title: title.map(|title| fold::first_capital(fold::tidy(&title).trim_end_matches([';', '.', ',']))),
        ..Record::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document};

    #[test]
    fn a_citation_says_what_a_record_needs() {
        let c = catalogue();
        let text = "Căn cứ Quyết định số 77/2|030/QĐ-UBND ngày 05 tháng 3 năm 2030 của Ủy ban nhân dân tỉnh Phú Thọ về quản lý bến bãi;";
        let (document, offset) = document(text, &c);
        let record = cited(&document, offset).unwrap();
        assert_eq!(record.number.as_deref(), Some("77/2030/QĐ-UBND"));
        assert_eq!((record.kind.as_deref(), record.issued.as_deref()), (Some("Quyết định"), Some("2030-03-05")));
        assert!(record.title.is_some_and(|title| title.contains("quản lý bến bãi")));
    }
}
