//! The messages of one rule in one language: the part of Fluent that the rules use.
//!
//! ```text
//! date-mismatch = { $number } ban hành ngày { $known }, không phải { $seen }.
//!     .unconfirmed = { $number } ban hành ngày { $known } theo danh mục …
//!     .fix = …
//! ```

use super::Fault;
use std::collections::{BTreeMap, BTreeSet};

/// The messages of a rule in one language.
#[derive(Debug, Default)]
pub struct Messages {
    /// As it is written.
    pub text: String,
    keys: BTreeMap<String, Key>,
}

/// One message or attribute.
#[derive(Debug)]
struct Key {
    line: usize,
    variables: BTreeSet<String>,
}

/// Reads the messages of a rule. The message itself comes first, under the code; then its attributes.
pub fn parse(code: &str, text: &str, first_line: usize) -> Result<Messages, Fault> {
    let mut found = Messages { text: format!("{text}\n"), keys: BTreeMap::new() };
    let mut last = None;
    for (line, written) in (first_line..).zip(text.split('\n')) {
        let head = written.split_once(" = ").map(|(name, value)| (name.trim_end(), value));
        let (key, value) = match (head, written.starts_with(' ')) {
            (Some((name, value)), false) if name == code && last.is_none() => (name.to_owned(), value),
            (_, false) => return Err(Fault::new(line, format!("the message must be {code} = …"))),
            (Some((name, value)), true) if name.trim_start().starts_with('.') && last.is_some() => {
                (format!("{code}{}", name.trim_start()), value)
            }
            // The text of the key before goes on.
            (_, true) => match last.clone() {
                Some(key) => (key, written),
                None => return Err(Fault::new(line, format!("the message must be {code} = …"))),
            },
        };
        if last.as_ref() != Some(&key) && found.keys.contains_key(&key) {
            return Err(Fault::new(line, format!("{key} is here twice")));
        }
        let entry = found.keys.entry(key.clone()).or_insert_with(|| Key { line, variables: BTreeSet::new() });
        entry.variables.extend(variables(value));
        last = Some(key);
    }
    Ok(found)
}

/// The names after `$`.
fn variables(value: &str) -> impl Iterator<Item = String> + '_ {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    value.split('$').skip(1).map(name)
}

/// Both languages must have the same keys, with the same variables.
pub fn compare(one: &Messages, other: &Messages) -> Result<(), Fault> {
    for (here, there) in [(one, other), (other, one)] {
        for (name, key) in &here.keys {
            match there.keys.get(name) {
                None => return Err(Fault::new(key.line, format!("{name} is missing in the other language"))),
                Some(same) if same.variables != key.variables => {
                    let message = format!("{name} has other variables in the other language (line {})", same.line);
                    return Err(Fault::new(key.line, message));
                }
                Some(_) => {}
            }
        }
    }
    Ok(())
}
