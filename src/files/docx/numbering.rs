//! The numbers of automatic lists, as Word writes them before a paragraph.

use super::DocxError;
use super::package::{Attributes, Node, Package, Vocabulary};
use crate::text::numerals::roman;
use rustc_hash::FxHashMap;
use std::io::{Read, Seek};

/// Levels of a list.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    /// "decimal", "lowerLetter", "bullet" …
    format: String,
    /// "%1.", "Điều %1.": the numbers of the levels at their places.
    text: String,
    /// All numbers in Arabic digits.
    legal: bool,
    /// No space after the number.
    bare: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), legal: false, bare: false }
    }
}

/// A list that paragraphs belong to: an instance of an abstract one.
#[derive(Debug, Clone, Default)]
struct List {
    definition: String,
    /// Levels that are counted from the start again in this instance.
    starts: [Option<u32>; LEVELS],
    begun: bool,
}

#[derive(Debug, Clone, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// Lists, styles and how far each list has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: FxHashMap<String, Vec<Level>>,
    lists: FxHashMap<String, List>,
    styles: FxHashMap<String, Style>,
    default_style: Option<String>,
    counters: FxHashMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads the lists and styles of a package; `None` for a part that it doesn't have.
    pub fn read<R: Read + Seek>(
        package: &mut Package<R>,
        styles: Option<&str>,
        numbering: Option<&str>,
    ) -> Result<Self, DocxError> {
        let mut this = Self::default();
        let Some(numbering) = numbering else { return Ok(this) };
        let mut definition = None;
        let mut list: Option<String> = None;
        let mut level = 0;
        package.walk(numbering, |node| {
            if let Node::Start(Vocabulary::Word, name, attributes) = node {
                this.numbering_element(name, &attributes, &mut definition, &mut list, &mut level);
            }
            Ok(())
        })?;
        if let Some(styles) = styles {
            let mut style = None;
            package.walk(styles, |node| {
                if let Node::Start(Vocabulary::Word, name, attributes) = node {
                    this.style_element(name, &attributes, &mut style);
                }
                Ok(())
            })?;
        }
        Ok(this)
    }

    fn numbering_element(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        definition: &mut Option<String>,
        list: &mut Option<String>,
        level: &mut usize,
    ) {
        let value = || attributes.get("val");
        match name {
            "abstractNum" => {
                *definition = attributes.get("abstractNumId");
                *list = None;
            }
            "num" => {
                *list = attributes.get("numId");
                *definition = None;
            }
            "abstractNumId" => {
                if let Some(id) = list.clone() {
                    self.lists.entry(id).or_default().definition = value().unwrap_or_default();
                }
            }
            "lvl" | "lvlOverride" => *level = attributes.get("ilvl").and_then(|v| v.parse().ok()).unwrap_or(0),
            "startOverride" => {
                if let (Some(id), Some(start)) = (list.as_ref(), value().and_then(|v| v.parse().ok()))
                    && let Some(place) = self.lists.entry(id.clone()).or_default().starts.get_mut(*level)
                {
                    *place = Some(start);
                }
            }
            "start" | "numFmt" | "lvlText" | "isLgl" | "suff" => {
                let Some(id) = definition.clone().filter(|_| *level < LEVELS) else { return };
                let levels = self.definitions.entry(id).or_insert_with(|| vec![Level::default(); LEVELS]);
                let level = &mut levels[*level];
                match name {
                    "start" => level.start = value().and_then(|v| v.parse().ok()).unwrap_or(1),
                    "numFmt" => level.format = value().unwrap_or_default(),
                    "lvlText" => level.text = value().unwrap_or_default(),
                    "isLgl" => level.legal = attributes.is_on(),
                    _ => level.bare = value().as_deref() == Some("nothing"),
                }
            }
            _ => {}
        }
    }

    fn style_element(&mut self, name: &str, attributes: &Attributes<'_>, style: &mut Option<String>) {
        if name == "style" {
            *style = attributes.get("styleId");
            let is_default = attributes.get("default").is_some_and(|d| d == "1" || d == "true");
            if is_default && attributes.get("type").as_deref() == Some("paragraph") {
                self.default_style.clone_from(style);
            }
            return;
        }
        let Some(id) = style.clone() else { return };
        let value = attributes.get("val");
        match name {
            "basedOn" => self.styles.entry(id).or_default().parent = value,
            "numId" => self.styles.entry(id).or_default().list = value,
            "ilvl" => self.styles.entry(id).or_default().level = value.and_then(|v| v.parse().ok()),
            _ => {}
        }
    }

    /// The number before a paragraph, with the space after it; counts on. `None` where it belongs to no list.
    /// Properties of the paragraph override those of its style.
    pub fn label(&mut self, style: Option<&str>, list: Option<&str>, level: Option<usize>) -> Option<String> {
        let (mut list, mut level) = (list.map(str::to_owned), level);
        let mut style = style.map(str::to_owned).or_else(|| self.default_style.clone());
        // Styles that are based on each other in a circle end too.
        for _ in 0..20 {
            let Some(known) = style.as_ref().and_then(|s| self.styles.get(s)) else { break };
            list = list.or_else(|| known.list.clone());
            level = level.or(known.level);
            style = known.parent.clone();
        }
        let level = level.unwrap_or(0).min(LEVELS - 1);
        let list = self.lists.get_mut(&list?)?;
        let levels = self.definitions.get(&list.definition)?;
        let counters = self.counters.entry(list.definition.clone()).or_default();
        if !std::mem::replace(&mut list.begun, true) {
            for (counter, start) in counters.iter_mut().zip(list.starts) {
                if let Some(start) = start {
                    *counter = Some(start.saturating_sub(1));
                }
            }
        }
        for (counter, above) in counters.iter_mut().zip(levels).take(level) {
            counter.get_or_insert(above.start);
        }
        let own = &mut counters[level];
        *own = Some(own.map_or(levels[level].start, |n| n.saturating_add(1)));
        counters[level + 1..].fill(None);
        let shown = &levels[level];
        let mut label = String::new();
        let mut text = shown.text.chars().peekable();
        while let Some(c) = text.next() {
            match text.peek().and_then(|d| d.to_digit(10)) {
                Some(digit @ 1..=9) if c == '%' => {
                    text.next();
                    let at = digit as usize - 1;
                    let format = if shown.legal { "decimal" } else { levels[at].format.as_str() };
                    label.push_str(&number(counters[at].unwrap_or(levels[at].start), format));
                }
                // Bullets of symbol fonts.
                _ if ('\u{e000}'..='\u{f8ff}').contains(&c) => label.push('•'),
                _ => label.push(c),
            }
        }
        if !label.is_empty() && !shown.bare {
            label.push(' ');
        }
        Some(label)
    }
}

/// A number in the format of a level. Letters are those that Word counts with, f, j, w and z among them.
fn number(n: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "upperRoman" => roman(n).unwrap_or_else(|| n.to_string()),
        "lowerRoman" => roman(n).map_or_else(|| n.to_string(), |r| r.to_lowercase()),
        "lowerLetter" => letters(n, b'a'),
        "upperLetter" => letters(n, b'A'),
        _ => n.to_string(),
    }
}

/// a … z, aa … zz, aaa …
fn letters(n: u32, first: u8) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let letter = char::from(first + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(20) as usize).collect()
}
