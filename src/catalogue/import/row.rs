//! Rows of CSV as records.

use super::Lines;
use super::columns::Columns;
use super::csv::Rows;
use super::links::Links;
use super::records::{Send, record_of_cells};
use crate::catalogue::model::record::RelationRecord;
use crate::catalogue::model::{Fact, Record, RecordError};
use crate::catalogue::store::{Error, FormatError};
use std::path::Path;

/// Reads the records of a file whose first row names the columns.
pub fn read(path: &Path, lines: &mut Lines, links: Option<&Links>, send: &mut Send<'_>) -> Result<(), Error> {
    let mut rows = Rows::new();
    let Some((_, header)) = rows.next(|| lines.next_line()).map_err(|e| lines.error(path, &e))? else { return Ok(()) };
    let header = header.map_err(|cause| Error::format(path, FormatError::UnreadableColumns(cause)))?;
    let columns: Vec<String> = header.iter().map(|c| c.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
    // "name" alone may also be what others call the title.
    let is_own = columns.iter().any(|c| c == "number") || columns.iter().any(|c| c == "name");
    let others = Columns::of(&header);
    if !is_own && !others.are_instruments() {
        return Err(Error::format(path, FormatError::MissingColumns));
    }
    let record = |row: &[String]| {
        if is_own {
            record_of_row(&columns, row.to_vec())
        } else {
            record_of_cells(&others, row.iter().map(|cell| Some(cell.as_str())), links)
        }
    };
    while let Some((number, row)) = rows.next(|| lines.next_line()).map_err(|e| lines.error(path, &e))? {
        let size = row.as_ref().map_or(0, |fields| fields.iter().map(String::len).sum());
        if !send(number, size, lines.taken(), row.and_then(|row| record(&row))) {
            break;
        }
    }
    Ok(())
}

/// A row of CSV as a record. Lists are separated by `;` or `|`; a relation is `kind target`, or these columns hold JSON.
fn record_of_row(columns: &[String], row: Vec<String>) -> Result<Record, RecordError> {
    let json = |field, e: &serde_json::Error| RecordError::Json { field, cause: e.to_string() };
    let mut record = Record::default();
    for (column, value) in columns.iter().zip(row) {
        let value = value.trim().to_owned();
        if value.is_empty() {
            continue;
        }
        let no_number = || RecordError::NoNumber { column: column.clone(), value: value.clone() };
        let count = || value.parse::<u32>().map_err(|_| no_number());
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
            "as_of" => record.as_of = Some(value),
            "title" => record.title = Some(value),
            "signer" => record.signer = Some(value),
            "field" => record.field = Some(value),
            "summary" => record.summary = Some(value),
            "url" => record.url = Some(value),
            "source" => record.source = Some(value),
            "year" => record.year = Some(u16::try_from(count()?).map_err(|_| no_number())?),
            "articles" => record.articles = Some(count()?),
            "chapters" => record.chapters = Some(count()?),
            "cited" => record.cited = count()?,
            "aliases" => record.aliases = list(&value),
            "confirmed" => record.confirmed = list(&value),
            "origins" => record.origins = serde_json::from_str(&value).map_err(|e| json(None, &e))?,
            "provisions" => {
                record.provisions = serde_json::from_str(&value).map_err(|e| json(Some(Fact::Provisions), &e))?
            }
            "relations" if value.starts_with('[') => {
                record.relations = serde_json::from_str(&value).map_err(|e| json(Some(Fact::Relations), &e))?;
            }
            "relations" => {
                for part in list(&value) as Vec<String> {
                    let (kind, target) =
                        part.split_once(' ').ok_or_else(|| RecordError::UnreadableRelation(part.clone()))?;
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
