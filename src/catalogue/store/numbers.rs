//! The index of numbers as they are typed: the instruments whose numbers begin with what was typed, those of most weight
//! first.
//!
//! `typed` holds the forms of every number, in order, so that a beginning is a range. Where many share a beginning ("1"
//! begins half a million) `begun` holds the first of them, of all types together and of each type: reading and sorting the
//! range would take longer than a keystroke may.

use super::schema::number_typed;
use crate::law::TypeId;
use crate::text::fold;
use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashMap;

/// So many instruments may be read from `typed`; a beginning that more share is in `begun`.
const RANGE: usize = 1024;

/// So many instruments `begun` holds of a beginning, and as many of each type.
const KEPT: usize = 128;

/// A level of the beginnings that are open is shortened when it has grown to this length.
const LONG: usize = 1 << 15;

/// The type in `begun` that stands for all of them.
const ALL: &str = "";

/// A form of a number, with the type and row of its instrument.
pub type Form = (String, String, i64);

/// The forms under which the number of an instrument is looked for: `30/2020/nd-cp`, and `30/nd-cp` since the year may be
/// left out.
pub fn forms(number: &str, kind: &str, id: i64) -> impl Iterator<Item = Form> {
    let typed = number_typed(number);
    let mut parts = typed.splitn(3, '/');
    let short = match (parts.next(), parts.next(), parts.next()) {
        (Some(serial), Some(year), Some(symbol)) if is_year(year) => Some(format!("{serial}/{symbol}")),
        _ => None,
    };
    let kind = fold::search(kind);
    std::iter::once(typed).chain(short).map(move |form| (form, kind.clone(), id))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Adds forms, in whatever order; [`count_beginnings`] must follow.
pub fn add(connection: &Connection, forms: &mut Vec<Form>) -> rusqlite::Result<()> {
    forms.sort_unstable();
    let mut statement = connection.prepare_cached("INSERT OR IGNORE INTO typed VALUES (?1, ?2, ?3)")?;
    for (form, kind, id) in forms.drain(..) {
        statement.execute(params![form, kind, id])?;
    }
    Ok(())
}

/// Takes the forms of a row out; [`count_beginnings`] must follow.
pub fn remove(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    let sql = "SELECT number, kind FROM instrument WHERE id = ?1 AND number IS NOT NULL";
    let named = connection
        .prepare_cached(sql)?
        .query_row([id], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))
        .optional()?;
    let Some((number, kind)) = named else { return Ok(()) };
    let mut statement =
        connection.prepare_cached("DELETE FROM typed WHERE form = ?1 AND kind = ?2 AND instrument = ?3")?;
    forms(&number, &kind, id).try_for_each(|(form, kind, id)| statement.execute(params![form, kind, id]).map(drop))
}

/// The rows whose numbers begin with what was typed ([`number_typed`]), of the type if one is given, in order of weight:
/// as many as asked for.
pub fn with_prefix(
    connection: &Connection,
    typed: &str,
    kind: Option<TypeId>,
    limit: usize,
) -> rusqlite::Result<Vec<i64>> {
    let kind = kind.map(|kind| fold::search(kind.as_str()));
    let end = format!("{typed}\u{10FFFF}");
    if limit <= KEPT {
        // What begins with "30/2020/n" all begins with "30/2020/nd-cp" if that is what is held: nothing else is between.
        let node: Option<String> = connection
            .prepare_cached("SELECT beginning FROM begun WHERE beginning >= ?1 AND beginning < ?2 LIMIT 1")?
            .query_row([typed, &end], |r| r.get(0))
            .optional()?;
        if let Some(node) = node {
            let ids: Option<Vec<u8>> = connection
                .prepare_cached("SELECT instruments FROM begun WHERE beginning = ?1 AND kind = ?2")?
                .query_row([&node, kind.as_deref().unwrap_or(ALL)], |r| r.get(0))
                .optional()?;
            let ids = ids.unwrap_or_default();
            return Ok(ids.chunks_exact(8).take(limit).map(id_of).collect());
        }
    }
    let mut statement = connection
        .prepare_cached("SELECT instrument FROM typed WHERE form >= ?1 AND form < ?2 AND (?3 IS NULL OR kind = ?3)")?;
    let mut ids: Vec<i64> = statement.query_map(params![typed, end, kind], |r| r.get(0))?.collect::<Result<_, _>>()?;
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(limit);
    Ok(ids)
}

fn id_of(bytes: &[u8]) -> i64 {
    bytes.iter().fold(0, |id, &byte| id << 8 | i64::from(byte))
}

/// Reads all of `typed` and rebuilds `begun`.
pub fn count_beginnings(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM begun", [])?;
    let mut insert = connection.prepare("INSERT INTO begun VALUES (?1, ?2, ?3)")?;
    let mut read = connection.prepare("SELECT form, kind, instrument FROM typed ORDER BY form")?;
    let mut rows = read.query([])?;
    let mut kinds = Kinds::default();
    // Those of the beginnings of the form before, by the length of the beginning.
    let mut open: Vec<Beginning> = vec![Beginning::default()];
    let mut last = String::new();
    while let Some(row) = rows.next()? {
        let form = row.get_ref(0)?.as_str()?;
        let shared = form.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        while open.len() > shared + 1 {
            close(&mut open, &last, &kinds, &mut insert)?;
        }
        open.resize_with(form.len() + 1, Beginning::default);
        let kind = kinds.of(row.get_ref(1)?.as_str()?);
        if let Some(longest) = open.last_mut() {
            longest.rows.push((row.get(2)?, kind));
        }
        form.clone_into(&mut last);
    }
    while !open.is_empty() {
        close(&mut open, &last, &kinds, &mut insert)?;
    }
    Ok(())
}

/// The types by small numbers.
#[derive(Default)]
struct Kinds {
    numbers: FxHashMap<String, u16>,
    names: Vec<String>,
}

impl Kinds {
    fn of(&mut self, name: &str) -> u16 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// The instruments whose numbers have a beginning.
#[derive(Default)]
struct Beginning {
    rows: Vec<(i64, u16)>,
    /// So many rows were left out, as too light to be held.
    dropped: usize,
    /// How many rows the fullest of its continuations has that is held.
    held: Option<usize>,
}

impl Beginning {
    /// Leaves of each type the first that are held.
    fn shorten(&mut self, kinds: usize) {
        self.rows.sort_unstable();
        self.rows.dedup();
        let before = self.rows.len();
        let mut of_kind = vec![0; kinds];
        self.rows.retain(|(_, kind)| {
            let count = &mut of_kind[usize::from(*kind)];
            *count += 1;
            *count <= KEPT
        });
        self.dropped += before - self.rows.len();
    }

    fn count(&self) -> usize {
        self.rows.len() + self.dropped
    }
}

/// Closes the longest beginning that is open: writes it if it is to be held and hands what it has to the next shorter one.
fn close(
    open: &mut Vec<Beginning>,
    last: &str,
    kinds: &Kinds,
    insert: &mut rusqlite::Statement<'_>,
) -> rusqlite::Result<()> {
    let Some(mut closed) = open.pop() else { return Ok(()) };
    if closed.count() > KEPT {
        closed.shorten(kinds.names.len());
    }
    let count = closed.count();
    let beginning = &last.as_bytes()[..open.len()];
    // A beginning that has no more than one of its own continuations is found by that one.
    if count > RANGE
        && closed.held != Some(count)
        && let Ok(beginning) = std::str::from_utf8(beginning)
    {
        let mut write = |kind: &str, rows: &mut dyn Iterator<Item = i64>| {
            let ids: Vec<u8> = rows.take(KEPT).flat_map(i64::to_be_bytes).collect();
            insert.execute(params![beginning, kind, ids]).map(drop)
        };
        write(ALL, &mut closed.rows.iter().map(|(id, _)| *id))?;
        let mut by_kind: FxHashMap<u16, Vec<i64>> = FxHashMap::default();
        for (id, kind) in &closed.rows {
            by_kind.entry(*kind).or_default().push(*id);
        }
        for (kind, ids) in by_kind {
            write(&kinds.names[usize::from(kind)], &mut ids.into_iter())?;
        }
        closed.held = Some(count);
    }
    if let Some(shorter) = open.last_mut() {
        shorter.dropped += closed.dropped;
        shorter.held = shorter.held.max(closed.held);
        if shorter.rows.len() < closed.rows.len() {
            std::mem::swap(&mut shorter.rows, &mut closed.rows);
        }
        shorter.rows.append(&mut closed.rows);
        if shorter.rows.len() > LONG {
            shorter.shorten(kinds.names.len());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::schema::TABLES;
    use super::*;

    fn database(rows: &[(&str, &str, i64)]) -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(TABLES).unwrap();
        let mut all: Vec<Form> = rows.iter().flat_map(|(number, kind, id)| forms(number, kind, *id)).collect();
        add(&connection, &mut all).unwrap();
        count_beginnings(&connection).unwrap();
        connection
    }

    #[test]
    fn the_year_of_a_number_may_be_left_out() {
        let c = database(&[
            ("30/2020/NĐ-CP", "Nghị định", 2),
            ("30/2020/TT-BTC", "Thông tư", 3),
            ("300/QĐ-TTg", "Quyết định", 1),
        ]);
        assert_eq!(with_prefix(&c, "30/2020", None, 9).unwrap(), [2, 3]);
        assert_eq!(with_prefix(&c, "30/nd", None, 9).unwrap(), [2]);
        assert_eq!(with_prefix(&c, "30", None, 9).unwrap(), [1, 2, 3]);
        assert_eq!(with_prefix(&c, "30", None, 2).unwrap(), [1, 2]);
        assert_eq!(with_prefix(&c, "", Some(TypeId::THONG_TU), 9).unwrap(), [3]);
        assert_eq!(with_prefix(&c, "31", None, 9).unwrap(), [0; 0]);
    }

    /// Every beginning answers as reading all rows would, whether it is held or not.
    #[test]
    fn what_many_share_is_answered_as_what_few_share() {
        let kinds = ["Quyết định", "Nghị quyết", "Thông tư"];
        let symbols = ["QĐ-UBND", "NQ-HĐND", "TT-BTC"];
        let rows: Vec<(String, &str, i64)> = (0..9000i64)
            .map(|n| {
                // Ids that are in no order of the numbers, each once.
                let (id, which) = (n * 7919 % 9001, (n * n % 7 % 3) as usize);
                let number = match n % 4 {
                    0 => format!("{}/{}", n % 40, symbols[which]),
                    _ => format!("{}/{}/{}", n % 60, 2000 + n % 23, symbols[which]),
                };
                (number, kinds[which], id)
            })
            .collect();
        let borrowed: Vec<_> = rows.iter().map(|(number, kind, id)| (number.as_str(), *kind, *id)).collect();
        let c = database(&borrowed);
        let held: i64 = c.query_row("SELECT count(DISTINCT beginning) FROM begun", [], |r| r.get(0)).unwrap();
        assert!(held > 5, "{held}");
        let all: Vec<Form> = borrowed.iter().flat_map(|(number, kind, id)| forms(number, kind, *id)).collect();
        for typed in
            ["", "1", "12", "12/", "12/2", "12/20", "12/2011/q", "12/q", "1/qd-ubnd", "2", "3/", "5", "59/2", "6"]
        {
            let of_table = kinds.map(TypeId::of_name);
            for kind in [None, of_table[0], of_table[1], of_table[2], Some(TypeId::LUAT)] {
                let folded = kind.map(|kind| fold::search(kind.as_str()));
                let of_kind = |k: &String| folded.as_ref().is_none_or(|kind| kind == k);
                let mut expected: Vec<i64> = all
                    .iter()
                    .filter(|(form, k, _)| form.starts_with(typed) && of_kind(k))
                    .map(|(.., id)| *id)
                    .collect();
                expected.sort_unstable();
                expected.dedup();
                for limit in [1, KEPT, 5000] {
                    let first = &expected[..limit.min(expected.len())];
                    assert_eq!(with_prefix(&c, typed, kind, limit).unwrap(), first, "{typed} {kind:?} {limit}");
                }
            }
        }
    }
}
