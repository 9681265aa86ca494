//! The paragraphs of a Word file's main text and notes.

use super::numbering::Numbering;
use super::package::{Attributes, Node, Package, Vocabulary};
use super::{Docx, DocxError};
use rustc_hash::FxHashMap;
use std::io::{Read, Seek};

/// The longest text, in bytes; no instrument comes near it.
const LONGEST_TEXT: usize = 64 << 20;

/// Reads the main text and the notes of a package. An error where it isn't a Word file, is damaged, or unpacks to too much.
pub fn read<R: Read + Seek>(package: &mut Package<R>) -> Result<Docx, DocxError> {
    let main = package.main_part()?;
    let parts = package.related(&main, &["styles", "numbering", "footnotes", "endnotes"])?;
    let [styles, numbers, footnotes, endnotes] = parts.as_slice() else { return Err(DocxError::NotWord) };
    let mut numbering = Numbering::read(package, styles.as_deref(), numbers.as_deref())?;

    let mut body = Walk::new(&main);
    package.walk(&main, |node| body.node(node, &mut numbering))?;
    if !body.is_document {
        return Err(DocxError::NotWord);
    }
    body.finish();
    let mut docx = body.docx;
    for (part, marks) in [(footnotes, body.footnotes), (endnotes, body.endnotes)] {
        let Some(part) = part.as_ref().filter(|_| !marks.is_empty()) else { continue };
        let mut notes = Walk::new(part);
        package.walk(part, |node| notes.node(node, &mut numbering))?;
        notes.finish();
        let mut found: FxHashMap<String, (usize, usize)> = notes.notes.into_iter().collect();
        for mark in marks {
            let Some((from, until)) = found.remove(&mark) else { continue };
            for number in from..until {
                docx.push(notes.docx.paragraphs.span(&notes.docx.text, number + 1).of(&notes.docx.text), &main)?;
            }
        }
    }
    Ok(docx)
}

impl Docx {
    /// Adds a paragraph with its line break.
    fn push(&mut self, paragraph: &str, part: &str) -> Result<(), DocxError> {
        if self.text.len() + paragraph.len() > LONGEST_TEXT {
            return Err(DocxError::TooLarge(part.to_owned()));
        }
        self.paragraphs.starts.push(self.text.len());
        self.text.push_str(paragraph);
        Ok(())
    }
}

/// An element that the walk is inside of, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    TextBox,
    Alternatives { taken: bool },
    Note,
    Other,
}

/// A paragraph that has begun.
#[derive(Debug, Default)]
struct Open {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    /// Its mark was deleted: the next paragraph continues it.
    joined: bool,
    /// The text of its text boxes.
    boxes: Vec<String>,
}

/// Reads one part.
struct Walk<'p> {
    part: &'p str,
    stack: Vec<Inside>,
    /// The depth of an element that is skipped with everything in it.
    skipped: Option<usize>,
    depth: usize,
    open: Vec<Open>,
    /// One for every run that the walk is in: whether it is hidden.
    hidden: Vec<bool>,
    /// The run is raised: figures in it are marks of notes or exponents.
    raised: bool,
    /// The text of the element that is being read, and whether its outer spaces count.
    letters: String,
    preserve: bool,
    /// What a paragraph whose mark was deleted leaves to the next.
    left_over: String,
    docx: Docx,
    is_document: bool,
    /// The ids of notes in the order of their marks.
    footnotes: Vec<String>,
    endnotes: Vec<String>,
    /// In a part of notes: id, and the half-open range of paragraphs.
    notes: Vec<(String, (usize, usize))>,
}

impl<'p> Walk<'p> {
    fn new(part: &'p str) -> Self {
        Self {
            part,
            stack: Vec::new(),
            skipped: None,
            depth: 0,
            open: Vec::new(),
            hidden: Vec::new(),
            raised: false,
            letters: String::new(),
            preserve: false,
            left_over: String::new(),
            docx: Docx::default(),
            is_document: false,
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn node(&mut self, node: Node<'_>, numbering: &mut Numbering) -> Result<(), DocxError> {
        match node {
            Node::Start(vocabulary, name, attributes) => {
                self.depth += 1;
                if self.skipped.is_none() {
                    match self.start(vocabulary, name, &attributes) {
                        Some(inside) => self.stack.push(inside),
                        None => self.skipped = Some(self.depth),
                    }
                }
                Ok(())
            }
            Node::Text(text) => {
                if self.skipped.is_none() && self.stack.last() == Some(&Inside::Text) {
                    self.letters.push_str(text);
                }
                Ok(())
            }
            Node::End => {
                let depth = self.depth;
                self.depth -= 1;
                match self.skipped {
                    Some(skipped) if skipped == depth => self.skipped = None,
                    Some(_) => {}
                    None => self.end(numbering)?,
                }
                Ok(())
            }
        }
    }

    /// What the walk is inside of from here; `None` where an element is passed over.
    fn start(&mut self, vocabulary: Vocabulary, name: &str, attributes: &Attributes<'_>) -> Option<Inside> {
        let parent = self.stack.last().copied().unwrap_or(Inside::Other);
        match (vocabulary, name) {
            (Vocabulary::Compatibility, "AlternateContent") => Some(Inside::Alternatives { taken: false }),
            // Of alternatives that show the same (a text box for new and for old programs) the first is read.
            (Vocabulary::Compatibility, "Choice" | "Fallback") => match self.stack.last_mut() {
                Some(Inside::Alternatives { taken }) if !*taken => {
                    *taken = true;
                    Some(Inside::Other)
                }
                _ => None,
            },
            (Vocabulary::Math, "t") => Some(self.letters_begin(true)),
            (Vocabulary::Word, name) => self.word_element(name, attributes, parent),
            _ => Some(Inside::Other),
        }
    }

    fn word_element(&mut self, name: &str, attributes: &Attributes<'_>, parent: Inside) -> Option<Inside> {
        Some(match (name, parent) {
            ("document", _) => {
                self.is_document = true;
                Inside::Other
            }
            ("p", _) => {
                self.open.push(Open::default());
                Inside::Paragraph
            }
            ("pPr", Inside::Paragraph) => Inside::ParagraphProperties,
            ("rPr", Inside::ParagraphProperties) => Inside::RunProperties,
            ("rPr", Inside::Run) => Inside::RunProperties,
            ("del" | "moveFrom", Inside::RunProperties) => {
                if !self.in_run()
                    && let Some(open) = self.open.last_mut()
                {
                    open.joined = true;
                }
                Inside::Other
            }
            // Deleted text, and former properties.
            ("del" | "moveFrom", _) => return None,
            ("pPrChange" | "rPrChange" | "sectPr" | "tblPrChange" | "trPrChange" | "tcPrChange" | "rt", _) => {
                return None;
            }
            ("pStyle", Inside::ParagraphProperties) => {
                self.with_open(|open| open.style = attributes.get("val"));
                Inside::Other
            }
            ("numPr", Inside::ParagraphProperties) => Inside::ParagraphProperties,
            ("numId", Inside::ParagraphProperties) => {
                self.with_open(|open| open.list = attributes.get("val"));
                Inside::Other
            }
            ("ilvl", Inside::ParagraphProperties) => {
                self.with_open(|open| open.level = attributes.get("val").and_then(|v| v.parse().ok()));
                Inside::Other
            }
            ("r", _) => {
                self.hidden.push(false);
                self.raised = false;
                Inside::Run
            }
            ("vanish", Inside::RunProperties) => {
                if attributes.is_on()
                    && self.in_run()
                    && let Some(hidden) = self.hidden.last_mut()
                {
                    *hidden = true;
                }
                Inside::Other
            }
            ("vertAlign", Inside::RunProperties) => {
                self.raised = self.in_run() && attributes.get("val").as_deref() == Some("superscript");
                Inside::Other
            }
            ("t", Inside::Run) => self.letters_begin(attributes.get("space").as_deref() == Some("preserve")),
            ("tab" | "ptab", Inside::Run) => self.sign("\t"),
            ("br" | "cr", Inside::Run) => self.sign("\n"),
            ("noBreakHyphen", Inside::Run) => self.sign("-"),
            ("sym", Inside::Run) => {
                // Symbol fonts use places of their own, which mean nothing outside the font.
                let code = attributes.get("char").and_then(|c| u32::from_str_radix(&c, 16).ok());
                let sign = code.filter(|c| !(0xE000..0xF900).contains(c)).and_then(char::from_u32);
                self.sign(sign.unwrap_or('•').encode_utf8(&mut [0; 4]))
            }
            ("footnoteReference", Inside::Run) => {
                self.footnotes.extend(attributes.get("id"));
                Inside::Other
            }
            ("endnoteReference", Inside::Run) => {
                self.endnotes.extend(attributes.get("id"));
                Inside::Other
            }
            ("txbxContent", _) => Inside::TextBox,
            ("footnote" | "endnote", _) => {
                if attributes.get("type").is_some_and(|t| t != "normal") {
                    return None;
                }
                let from = self.docx.paragraphs.starts.len();
                self.notes.push((attributes.get("id").unwrap_or_default(), (from, from)));
                Inside::Note
            }
            _ => Inside::Other,
        })
    }

    /// Whether the innermost paragraph or run is a run.
    fn in_run(&self) -> bool {
        self.stack.iter().rev().find(|i| matches!(i, Inside::Run | Inside::Paragraph)) == Some(&Inside::Run)
    }

    fn with_open(&mut self, set: impl FnOnce(&mut Open)) {
        if let Some(open) = self.open.last_mut() {
            set(open);
        }
    }

    fn letters_begin(&mut self, preserve: bool) -> Inside {
        self.letters.clear();
        self.preserve = preserve;
        Inside::Text
    }

    fn sign(&mut self, sign: &str) -> Inside {
        self.write(sign);
        Inside::Other
    }

    fn write(&mut self, text: &str) {
        if self.hidden.last() != Some(&true)
            && let Some(open) = self.open.last_mut()
        {
            open.text.push_str(text);
        }
    }

    fn end(&mut self, numbering: &mut Numbering) -> Result<(), DocxError> {
        match self.stack.pop() {
            Some(Inside::Text) => {
                let mut letters = std::mem::take(&mut self.letters);
                if self.raised {
                    letters = with_raised_figures(&letters);
                }
                self.write(if self.preserve { &letters } else { letters.trim_matches([' ', '\t', '\n', '\r']) });
            }
            Some(Inside::Run) => {
                self.hidden.pop();
                self.raised = false;
            }
            Some(Inside::Note) => {
                let until = self.docx.paragraphs.starts.len();
                if let Some((_, range)) = self.notes.last_mut() {
                    range.1 = until;
                }
            }
            Some(Inside::Paragraph) => self.end_paragraph(numbering)?,
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self, numbering: &mut Numbering) -> Result<(), DocxError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        if open.text.len() > LONGEST_TEXT {
            return Err(DocxError::TooLarge(self.part.to_owned()));
        }
        if open.joined && self.open.is_empty() {
            self.left_over.push_str(&open.text);
            return Ok(());
        }
        let label = numbering.label(open.style.as_deref(), open.list.as_deref(), open.level);
        let left_over = if self.open.is_empty() { std::mem::take(&mut self.left_over) } else { String::new() };
        let text = format!("{}{left_over}{}\n", label.unwrap_or_default(), open.text);
        match self.open.last_mut() {
            // A paragraph of a text box waits for the end of the paragraph that holds the box.
            Some(holder) => {
                holder.boxes.push(text);
                holder.boxes.extend(open.boxes);
            }
            None => {
                self.docx.push(&text, self.part)?;
                for text in open.boxes {
                    self.docx.push(&text, self.part)?;
                }
            }
        }
        Ok(())
    }

    /// Writes the rest of a last paragraph without a mark.
    fn finish(&mut self) {
        if !self.left_over.is_empty() {
            let text = std::mem::take(&mut self.left_over) + "\n";
            self.docx.paragraphs.starts.push(self.docx.text.len());
            self.docx.text.push_str(&text);
        }
    }
}

/// The text of a raised run with the characters that are raised themselves: "Điều 30" with a raised "2" is not "Điều 302".
fn with_raised_figures(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |c: char| match c {
        '(' => '⁽',
        ')' => '⁾',
        _ => c.to_digit(10).map_or(c, |digit| RAISED[digit as usize]),
    };
    if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | ',' | ' ')) {
        text.chars().map(raised).collect()
    } else {
        text.to_owned()
    }
}
