//! Leaving alone: comments in the draft, and lines in `viendan.toml`.

use crate::check::Edit;
use crate::document::{Document, Format};
use crate::text::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The edit that puts a comment before the line of a byte offset, which leaves a rule alone there.
pub fn line(document: &Document, offset: usize, code: &str) -> Edit {
    let rope = document.rope();
    let number = rope.byte_to_line(offset.min(rope.len_bytes()));
    let start = rope.line_to_byte(number);
    let text = document.slice(Span::new(start, offset.max(start)));
    let indent: String = text.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let line_break = if super::text_from(document, 0, 4096).contains("\r\n") { "\r\n" } else { "\n" };
    let comment = comment(document.format(), &format!("viendan: ignore {code}"));
    Edit { span: Span::new(start, start), text: format!("{indent}{comment}{line_break}") }
}

/// A comment as the format writes it. In plain text a line of its own is one.
fn comment(format: Format, words: &str) -> String {
    match format {
        Format::Markdown | Format::Html | Format::Plain => format!("<!-- {words} -->"),
        Format::Latex => format!("% {words}"),
        Format::Typst | Format::AsciiDoc => format!("// {words}"),
    }
}

/// The text of a `viendan.toml` that switches a rule off. `None` where the file is no TOML.
pub fn with_rule_off(settings: &str, code: &str) -> Option<String> {
    let table = DeTable::parse(settings).ok()?;
    let entry = format!("{code} = \"off\"");
    let Some((_, rules)) = find(table.get_ref(), "rules") else {
        let gap = if settings.is_empty() || settings.ends_with('\n') { "" } else { "\n" };
        let empty = if settings.trim().is_empty() { "" } else { "\n" };
        return Some(format!("{settings}{gap}{empty}[rules]\n{entry}\n"));
    };
    let DeValue::Table(inner) = rules.get_ref() else { return None };
    if let Some((_, value)) = find(inner, code) {
        let mut out = settings.to_owned();
        out.replace_range(value.span(), "\"off\"");
        return Some(out);
    }
    let mut out = settings.to_owned();
    if let Some(header) = header(settings, "rules") {
        out.insert_str(header, &format!("{entry}\n"));
    } else {
        // `rules = { … }`
        let open = rules.span().start + settings[rules.span()].find('{')? + 1;
        let separator = if settings[open..].trim_start().starts_with('}') { " " } else { ", " };
        out.insert_str(open, &format!(" {entry}{separator}"));
        out = out.replace(",  ", ", ");
    }
    Some(out)
}

/// The text of a `viendan.toml` that leaves a number, code or path alone.
pub fn with_ignored(settings: &str, what: &str) -> Option<String> {
    with_item(settings, "ignore", what)
}

/// The text of a `viendan.toml` that names one more catalogue.
pub fn with_catalogue(settings: &str, file: &str) -> Option<String> {
    with_item(settings, "catalogues", file)
}

/// The text with one more item in a list.
fn with_item(settings: &str, key: &str, what: &str) -> Option<String> {
    let table = DeTable::parse(settings).ok()?;
    let what = format!("\"{}\"", what.replace('\\', "\\\\").replace('"', "\\\""));
    let Some((_, list)) = find(table.get_ref(), key) else {
        // Before all tables.
        return Some(format!("{key} = [{what}]\n{settings}"));
    };
    let DeValue::Array(items) = list.get_ref() else { return None };
    let close = list.span().start + settings[list.span()].rfind(']')?;
    let mut out = settings.to_owned();
    match items.last() {
        Some(last) => out.insert_str(last.span().end, &format!(", {what}")),
        None => out.insert_str(close, &what),
    }
    Some(out)
}

fn find<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<(usize, &'t Spanned<DeValue<'i>>)> {
    table.iter().find(|(name, _)| *name.get_ref() == key).map(|(name, value)| (name.span().start, value))
}

/// The byte after the line of a table's header.
fn header(settings: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    for line in settings.split_inclusive('\n') {
        at += line.len();
        let line = line.split('#').next().unwrap_or_default().trim();
        let inside = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if inside.is_some_and(|inside| inside.trim() == name) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn a_rule_is_switched_off_in_any_form_of_the_file() {
        for before in [
            "",
            "language = \"en\"\n",
            "language = \"en\"",
            "[rules]\nmissing-so = \"hint\"\n\n[completion]\nlimit = 3\n",
            "rules = { missing-so = \"hint\" }\n",
            "rules = {}\n",
            "rules = { date-mismatch = \"hint\" }\n",
            "[rules]\ndate-mismatch = \"hint\" # chú thích\n",
        ] {
            let after = with_rule_off(before, "date-mismatch").unwrap();
            let (settings, problems) = Settings::from_toml(&after).unwrap_or_else(|e| panic!("{after}: {e}"));
            assert!(problems.is_empty() && settings.rules["date-mismatch"].is_none(), "{after}");
            assert_eq!(settings.rules.contains_key("missing-so"), before.contains("missing-so"), "{after}");
        }
        assert_eq!(with_rule_off("rules = [[", "x"), None);
    }

    #[test]
    fn a_number_is_left_alone_in_any_form_of_the_file() {
        for before in
            ["", "[rules]\nmissing-so = \"off\"\n", "ignore = []\n", "ignore = [\n  \"a\",\n]\n", "ignore = [\"a\"]"]
        {
            let after = with_ignored(before, "30/2020/NĐ-CP").unwrap();
            let (settings, problems) = Settings::from_toml(&after).unwrap_or_else(|e| panic!("{after}: {e}"));
            assert!(problems.is_empty() && settings.ignore.contains(&"30/2020/NĐ-CP".to_owned()), "{after}");
            assert_eq!(settings.ignore.contains(&"a".to_owned()), before.contains("\"a\""), "{after}");
        }
    }
}
