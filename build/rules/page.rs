//! The page of one rule: front matter, the words in both languages, examples.

use super::Fault;
use super::messages::{self, Messages};

/// A page, read.
#[derive(Debug, Default)]
pub struct Page {
    pub code: String,
    pub severity: String,
    /// Off unless the settings give it a severity.
    pub quiet: bool,
    pub category: String,
    pub source: Option<String>,
    pub confirmed: bool,
    /// The day on which the examples are judged: "2026-01-01".
    pub day: Option<String>,
    pub vi: Words,
    pub en: Words,
    pub bad: String,
    pub good: String,
    pub full_bad: Option<String>,
    pub full_good: Option<String>,
}

/// What a page says in one language.
#[derive(Debug, Default)]
pub struct Words {
    pub meaning: String,
    pub explanation: String,
    pub fix: Option<String>,
    pub messages: Messages,
}

const SEVERITIES: [&str; 4] = ["error", "warning", "information", "hint"];
const CATEGORIES: [&str; 7] = ["malformed", "mismatch", "unknown", "validity", "agency", "style", "internal-reference"];

/// The titles of the sections, in their order; whether a page can do without.
const SECTIONS: [(&str, bool); 6] = [
    ("Tiếng Việt", false),
    ("English", false),
    ("Sai", false),
    ("Đúng", false),
    ("Ví dụ đầy đủ: sai", true),
    ("Ví dụ đầy đủ: đúng", true),
];

/// Reads a page.
pub fn parse(code: &str, text: &str) -> Result<Page, Fault> {
    let lines: Vec<&str> = text.lines().collect();
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !code.starts_with(|c: char| c.is_ascii_lowercase()) || !code.chars().all(is_code) || code.contains("--") {
        return Err(Fault::new(1, format!("{code} is no code: small letters, digits, hyphens")));
    }
    let mut page = Page { code: code.to_owned(), ..Page::default() };
    let body = front_matter(&lines, &mut page)?;
    let mut sections = sections(&lines, body)?.into_iter().peekable();
    for (title, optional) in SECTIONS {
        let Some(section) = sections.next_if(|section| section.title == title) else {
            if optional {
                continue;
            }
            let line = sections.peek().map_or(lines.len(), |section| section.line);
            return Err(Fault::new(line, format!("the section “# {title}” is missing here")));
        };
        match title {
            "Tiếng Việt" => page.vi = words(code, section, "**Cách sửa**: ")?,
            "English" => page.en = words(code, section, "**Fix**: ")?,
            "Sai" => page.bad = example(section)?,
            "Đúng" => page.good = example(section)?,
            "Ví dụ đầy đủ: sai" => page.full_bad = Some(example(section)?),
            _ => page.full_good = Some(example(section)?),
        }
    }
    if let Some(section) = sections.next() {
        return Err(Fault::new(section.line, format!("unknown, or not in its place: “# {}”", section.title)));
    }
    if page.vi.fix.is_some() != page.en.fix.is_some() {
        return Err(Fault::new(body + 1, "one language has a fix, the other has none"));
    }
    messages::compare(&page.vi.messages, &page.en.messages)?;
    Ok(page)
}

/// Reads the lines between `---` and `---`; where the rest begins.
fn front_matter(lines: &[&str], page: &mut Page) -> Result<usize, Fault> {
    if lines.first() != Some(&"---") {
        return Err(Fault::new(1, "a page begins with front matter: ---"));
    }
    let end =
        1 + lines[1..].iter().position(|l| *l == "---").ok_or_else(|| Fault::new(1, "front matter has no end"))?;
    let mut seen = Vec::new();
    for (number, line) in (2..).zip(&lines[1..end]) {
        let (key, value) = line.split_once(": ").ok_or_else(|| Fault::new(number, "expected “key: value”"))?;
        if seen.contains(&key) {
            return Err(Fault::new(number, format!("{key} is here twice")));
        }
        seen.push(key);
        let one_of = |known: &[&str]| match known.contains(&value) {
            true => Ok(value.to_owned()),
            false => Err(Fault::new(number, format!("{key} is one of {}", known.join(", ")))),
        };
        match key {
            "severity" => page.severity = one_of(&SEVERITIES)?,
            "category" => page.category = one_of(&CATEGORIES)?,
            "source" => page.source = Some(value.to_owned()),
            "quiet" => page.quiet = one_of(&["true"])? == "true",
            "confirmed" => page.confirmed = one_of(&["true", "false"])? == "true",
            "day" => {
                let is_day = value.len() == 10 && value.split('-').map(str::len).eq([4, 2, 2]);
                if !is_day || !value.chars().all(|c| c == '-' || c.is_ascii_digit()) {
                    return Err(Fault::new(number, "day is written YYYY-MM-DD"));
                }
                page.day = Some(value.to_owned());
            }
            _ => return Err(Fault::new(number, format!("unknown key {key}"))),
        }
    }
    match ["severity", "category", "confirmed"].iter().find(|key| !seen.contains(*key)) {
        Some(key) => Err(Fault::new(end + 1, format!("{key} is missing"))),
        None => Ok(end + 1),
    }
}

/// A section of a page.
struct Section<'t> {
    title: &'t str,
    /// From 1.
    line: usize,
    blocks: Vec<Block<'t>>,
}

enum Block<'t> {
    /// The lines of a paragraph, joined.
    Paragraph(String),
    /// What is between two fences.
    Fence { kind: &'t str, text: String, line: usize },
}

/// The sections from a line on.
fn sections<'t>(lines: &[&'t str], from: usize) -> Result<Vec<Section<'t>>, Fault> {
    let mut found: Vec<Section<'t>> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        at += 1;
        if line.trim().is_empty() {
            continue;
        }
        if let Some(title) = line.strip_prefix("# ") {
            found.push(Section { title: title.trim_end(), line: at, blocks: Vec::new() });
            continue;
        }
        let section = found.last_mut().ok_or_else(|| Fault::new(at, "a section begins with “# ”"))?;
        let block = if line.starts_with("```") {
            let kind = line.trim_start_matches('`');
            let fence = &line[..line.len() - kind.len()];
            let length = lines[at..].iter().position(|l| *l == fence);
            let end = at + length.ok_or_else(|| Fault::new(at, "the fence has no end"))?;
            let block = Block::Fence { kind, text: lines[at..end].join("\n"), line: at + 1 };
            at = end + 1;
            block
        } else {
            let more = lines[at..].iter().take_while(|l| !l.trim().is_empty() && !l.starts_with(['#', '`'])).count();
            let text = lines[at - 1..at + more].iter().map(|l| l.trim()).collect::<Vec<_>>().join(" ");
            at += more;
            Block::Paragraph(text)
        };
        section.blocks.push(block);
    }
    Ok(found)
}

/// A section in a language: the meaning, the explanation, the fix (where there is one) and the messages.
fn words(code: &str, section: Section<'_>, fix_mark: &str) -> Result<Words, Fault> {
    let mut words = Words::default();
    let mut explanation = Vec::new();
    let mut has_messages = false;
    for block in section.blocks {
        match block {
            Block::Fence { kind: "ftl", text, line } if !has_messages => {
                words.messages = messages::parse(code, &text, line)?;
                has_messages = true;
            }
            Block::Fence { line, .. } => {
                return Err(Fault::new(line, "only one fence is here, with the messages: ```ftl"));
            }
            Block::Paragraph(text) if words.meaning.is_empty() => words.meaning = text,
            Block::Paragraph(text) => match text.strip_prefix(fix_mark) {
                Some(fix) if words.fix.is_none() => words.fix = Some(fix.to_owned()),
                Some(_) => return Err(Fault::new(section.line, "two fixes")),
                None => explanation.push(text),
            },
        }
    }
    words.explanation = explanation.join("\n\n");
    for (what, missing) in [
        ("meaning", words.meaning.is_empty()),
        ("explanation", words.explanation.is_empty()),
        ("messages", !has_messages),
    ] {
        if missing {
            return Err(Fault::new(section.line, format!("“# {}” has no {what}", section.title)));
        }
    }
    Ok(words)
}

/// A section with an example.
fn example(section: Section<'_>) -> Result<String, Fault> {
    match section.blocks.into_iter().next() {
        Some(Block::Fence { kind: "text", text, .. }) if !text.is_empty() => Ok(text),
        _ => Err(Fault::new(section.line, format!("“# {}” needs an example: ```text", section.title))),
    }
}
