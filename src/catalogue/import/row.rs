//! Rows of CSV as records.

use super::super::record::{Record, RelationRecord};
use super::super::store::Error;
use super::csv::Rows;
use super::{Lines, Send};
use std::path::Path;

/// Reads the records of a file whose first row names the columns.
pub fn read(path: &Path, lines: &mut Lines, send: &mut Send<'_>) -> Result<(), Error> {
    let format = |cause: String| Error::Format { path: path.to_owned(), cause };
    let mut rows = Rows::new();
    let Some((_, header)) = rows.next(|| lines.next()).map_err(|e| lines.error(path, &e))? else { return Ok(()) };
    let header = header.map_err(|cause| format(format!("dòng 1: {cause}")))?;
    let columns: Vec<String> = header.iter().map(|c| c.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
    if !columns.iter().any(|c| c == "number" || c == "name") {
        return Err(format("dòng đầu phải là tên cột, trong đó có number hoặc name".to_owned()));
    }
    while let Some((number, row)) = rows.next(|| lines.next()).map_err(|e| lines.error(path, &e))? {
        let size = row.as_ref().map_or(0, |fields| fields.iter().map(String::len).sum());
        if !send(number, size, lines.taken(), row.and_then(|row| record_of_row(&columns, row))) {
            break;
        }
    }
    Ok(())
}

/// A row of CSV as a record. Lists are separated by `;` or `|`; a relation is `kind target`, or these columns hold JSON.
fn record_of_row(columns: &[String], row: Vec<String>) -> Result<Record, String> {
    let mut record = Record::default();
    for (column, value) in columns.iter().zip(row) {
        let value = value.trim().to_owned();
        if value.is_empty() {
            continue;
        }
        let count = |value: &str| value.parse::<u32>().map_err(|_| format!("{column}: “{value}” không phải là số"));
        let list =
            |value: &str| value.split([';', '|']).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect();
        match column.as_str() {
            "number" => record.number = Some(value),
            "name" => record.name = Some(value),
            "type" => record.kind = Some(value),
            "issuer" => record.issuer = Some(value),
            "issued" => record.issued = Some(value),
            "effective" => record.effective = Some(value),
            "expired" => record.expired = Some(value),
            "status" => record.status = Some(value),
            "title" => record.title = Some(value),
            "signer" => record.signer = Some(value),
            "field" => record.field = Some(value),
            "summary" => record.summary = Some(value),
            "url" => record.url = Some(value),
            "source" => record.source = Some(value),
            "year" => record.year = Some(u16::try_from(count(&value)?).map_err(|_| format!("year: {value}"))?),
            "articles" => record.articles = Some(count(&value)?),
            "chapters" => record.chapters = Some(count(&value)?),
            "cited" => record.cited = count(&value)?,
            "aliases" => record.aliases = list(&value),
            "confirmed" => record.confirmed = list(&value),
            "origins" => record.origins = serde_json::from_str(&value).map_err(|e| format!("origins: {e}"))?,
            "provisions" => record.provisions = serde_json::from_str(&value).map_err(|e| format!("provisions: {e}"))?,
            "relations" if value.starts_with('[') => {
                record.relations = serde_json::from_str(&value).map_err(|e| format!("relations: {e}"))?;
            }
            "relations" => {
                for part in list(&value) as Vec<String> {
                    let (kind, target) = part.split_once(' ').ok_or_else(|| format!("relations: “{part}”"))?;
                    record.relations.push(RelationRecord {
                        kind: kind.trim_end_matches(':').to_owned(),
                        target: target.trim().to_owned(),
                        date: None,
                        note: None,
                    });
                }
            }
            // Further columns are the owner's business.
            _ => {}
        }
    }
    Ok(record)
}
