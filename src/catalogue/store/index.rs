//! Makes rows searchable: their words and numbers, folded, go into the indexes in the order of the rows.

use super::numbers::{self, Form};
use crate::cite::{Family, Number};
use crate::text::fold;
use rusqlite::{Connection, params};
use std::sync::mpsc::sync_channel;

/// So many new rows make an import a large one.
const MANY: usize = 5000;

/// So many rows travel together from the database to be folded, and back.
const BATCH: usize = 512;

/// So many batches are under way at once.
const UNDER_WAY: usize = 4;

/// Puts the rows with the ids given, in ascending order, into the indexes; one that is no longer there is passed over. The
/// words are folded on a thread of their own while the database reads and writes.
pub fn make_searchable(connection: &Connection, ids: &[i64]) -> rusqlite::Result<()> {
    // The index takes rows in their order, and many at once, at a fraction of the cost.
    let large = ids.len() > MANY;
    let memory = if large { 64 << 20 } else { 1 << 20 };
    set(connection, "hashsize", memory)?;
    if large {
        // What is put together at the end need not be put together on the way.
        set(connection, "automerge", 0)?;
    }
    let mut forms = Vec::new();
    std::thread::scope(|scope| {
        // Both ends live in here: whoever leaves early ends the other thread too.
        let (to_fold, read) = sync_channel::<Vec<Text>>(UNDER_WAY);
        let (to_write, folded) = sync_channel::<Vec<Entry>>(UNDER_WAY);
        scope.spawn(move || {
            for texts in read {
                if to_write.send(texts.iter().map(Entry::of).collect()).is_err() {
                    break;
                }
            }
        });
        let mut under_way = 0;
        for ids in ids.chunks(BATCH) {
            // Nobody listens any more only after a panic, which the end of the scope passes on.
            if to_fold.send(texts(connection, ids)?).is_err() {
                break;
            }
            under_way += 1;
            if under_way == UNDER_WAY {
                under_way -= 1;
                folded.recv().map_or(Ok(()), |entries| write(connection, entries, &mut forms))?;
            }
        }
        drop(to_fold);
        folded.iter().try_for_each(|entries| write(connection, entries, &mut forms))
    })?;
    numbers::add(connection, &mut forms)?;
    if large {
        // Many segments of the index become one: each is asked by every search.
        connection.execute_batch("INSERT INTO words (words) VALUES ('optimize');")?;
        set(connection, "automerge", AUTOMERGE)?;
    }
    connection.execute_batch(
        "DELETE FROM term; INSERT INTO term SELECT term, doc FROM vocabulary WHERE term >= 'a' AND length(term) >= 2;",
    )
}

/// Sets an option of the index of words.
fn set(connection: &Connection, option: &str, value: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO words (words, rank) VALUES (?1, ?2)")?
        .execute(params![option, value])
        .map(drop)
}

/// FTS5's own value of the option of that name.
const AUTOMERGE: i64 = 4;

/// What a row is found by, as it is stored.
struct Text {
    id: i64,
    number: Option<String>,
    kind: String,
    title: Option<String>,
    issuer: Option<String>,
    field: Option<String>,
    /// A JSON list.
    aliases: Option<String>,
    year: Option<u16>,
}

fn texts(connection: &Connection, ids: &[i64]) -> rusqlite::Result<Vec<Text>> {
    let sql = "SELECT id, number, kind, title, issuer, field, aliases, year FROM instrument WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut out = Vec::with_capacity(ids.len());
    for &id in ids {
        let mut rows = statement.query([id])?;
        // A row that was overridden again during this import is no longer there.
        let Some(r) = rows.next()? else { continue };
        out.push(Text {
            id: r.get(0)?,
            number: r.get(1)?,
            kind: r.get(2)?,
            title: r.get(3)?,
            issuer: r.get(4)?,
            field: r.get(5)?,
            aliases: r.get(6)?,
            year: r.get(7)?,
        });
    }
    Ok(out)
}

/// A row of the indexes.
struct Entry {
    id: i64,
    words: String,
    forms: Vec<Form>,
}

impl Entry {
    fn of(text: &Text) -> Self {
        let forms = text.number.iter().flat_map(|number| numbers::forms(number, &text.kind, text.id)).collect();
        Self { id: text.id, words: words(text), forms }
    }
}

/// So many forms of numbers are put in order before they are written.
const FORMS: usize = 1 << 19;

fn write(connection: &Connection, entries: Vec<Entry>, forms: &mut Vec<Form>) -> rusqlite::Result<()> {
    let mut words = connection.prepare_cached("INSERT INTO words (rowid, folded) VALUES (?1, ?2)")?;
    for entry in entries {
        words.execute(params![entry.id, entry.words])?;
        forms.extend(entry.forms);
    }
    if forms.len() > FORMS {
        numbers::add(connection, forms)?;
    }
    Ok(())
}

/// The words that an instrument is found by.
fn words(i: &Text) -> String {
    let aliases: Vec<String> =
        i.aliases.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    let mut out = String::new();
    for part in [i.number.as_deref(), Some(&i.kind), i.title.as_deref(), i.issuer.as_deref(), i.field.as_deref()]
        .into_iter()
        .flatten()
        .chain(aliases.iter().map(String::as_str))
    {
        out.push_str(&fold::search(part));
        out.push(' ');
    }
    if let Some(number) = i.number.as_deref().and_then(Number::parse) {
        // "6" finds "06", and the whole symbol typed without separators finds it too.
        out.push_str(&number.serial.to_string());
        if number.family != Family::Old {
            out.push(' ');
            out.push_str(&fold::search(&number.symbol()).replace(' ', ""));
        }
    }
    if let Some(year) = i.year {
        out.push_str(&format!(" {year}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instrument_is_found_by_all_its_names() {
        let text = Text {
            id: 1,
            number: Some("06/QĐ-TTg".to_owned()),
            kind: "Quyết định".to_owned(),
            title: Some("Phê duyệt Đề án phát triển".to_owned()),
            issuer: Some("Thủ tướng Chính phủ".to_owned()),
            field: None,
            aliases: Some(r#"["Đề án 06"]"#.to_owned()),
            year: Some(2022),
        };
        let entry = Entry::of(&text);
        assert_eq!(
            entry.words,
            "06 qd ttg quyet dinh phe duyet de an phat trien thu tuong chinh phu de an 06 6 qdttg 2022"
        );
        assert_eq!(entry.forms, [("6/qd-ttg".to_owned(), "quyet dinh".to_owned(), 1)]);
    }
}
