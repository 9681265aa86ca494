//! The ZIP package of a Word file: its parts, and the events of their XML.

use super::DocxError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that all parts together may unpack to.
const MOST_BYTES: u64 = 256 << 20;
/// How many times its packed size a part may unpack to, once it is [`SMALL`] or larger. XML packs to a tenth or, in long
/// tables, a fiftieth.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 4 << 20;
/// The deepest nesting of elements; tables in tables go a few dozen deep.
const DEEPEST: usize = 500;

/// The vocabulary that an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// WordprocessingML, transitional or strict.
    Word,
    /// Markup compatibility: alternatives for older programs.
    Compatibility,
    /// Formulas.
    Math,
    Other,
}

/// What a part contains, element by element.
pub enum Node<'n> {
    Start(Vocabulary, &'n str, Attributes<'n>),
    /// The end of the innermost element.
    End,
    Text(&'n str),
}

/// The attributes of an element.
pub struct Attributes<'n>(&'n BytesStart<'n>);

impl Attributes<'_> {
    /// The value of an attribute by its local name.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
    }

    /// The value of a switch such as `<w:vanish/>` or `<w:vanish w:val="0"/>`.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// An open Word file.
pub struct Package<R> {
    archive: ZipArchive<R>,
    /// What may still be unpacked.
    left: u64,
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package. An error where it isn't a ZIP archive.
    pub fn open(source: R) -> Result<Self, DocxError> {
        Ok(Self { archive: ZipArchive::new(source).map_err(|e| fault(&e, "ZIP"))?, left: MOST_BYTES })
    }

    /// The name of the main document's part.
    pub fn main_part(&mut self) -> Result<String, DocxError> {
        let named = self.relations("_rels/.rels")?.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target);
        let part = named.unwrap_or_else(|| "word/document.xml".to_owned());
        let is_word =
            self.archive.index_for_name(&part).is_some() && !part.starts_with("xl/") && !part.starts_with("ppt/");
        if is_word { Ok(part) } else { Err(DocxError::NotWord) }
    }

    /// The parts that a part refers to, of a kind such as "footnotes".
    pub fn related(&mut self, part: &str, kinds: &[&str]) -> Result<Vec<Option<String>>, DocxError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = self.relations(&join(folder, &format!("_rels/{file}.rels")))?;
        let find = |kind: &&str| relations.iter().find(|r| r.kind == *kind).map(|r| join(folder, &r.target));
        Ok(kinds.iter().map(find).collect())
    }

    fn relations(&mut self, part: &str) -> Result<Vec<Relation>, DocxError> {
        let mut relations = Vec::new();
        self.walk(part, |node| {
            if let Node::Start(_, "Relationship", attributes) = node
                && attributes.get("TargetMode").as_deref() != Some("External")
                && let (Some(kind), Some(target)) = (attributes.get("Type"), attributes.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { kind, target: target.trim_start_matches('/').to_owned() });
            }
            Ok(())
        })?;
        Ok(relations)
    }

    /// Reads a part from beginning to end. A part that is not there is empty.
    pub fn walk(
        &mut self,
        part: &str,
        mut visit: impl FnMut(Node<'_>) -> Result<(), DocxError>,
    ) -> Result<(), DocxError> {
        if self.archive.index_for_name(part).is_none() {
            return Ok(());
        }
        let file = self.archive.by_name(part).map_err(|e| fault(&e, part))?;
        let packed = file.compressed_size();
        let limit = self.left.min(SMALL.max(packed.saturating_mul(MOST_RATIO)));
        let mut unpacked = 0;
        let source = Limited { inner: file, left: limit, read: &mut unpacked };
        let result = events(source, part, &mut visit);
        self.left = self.left.saturating_sub(unpacked);
        result
    }
}

struct Relation {
    /// The last word of its type.
    kind: String,
    target: String,
}

/// The name of a part seen from a folder; targets with `/word/…` have lost their slash and name the folder again.
fn join(folder: &str, target: &str) -> String {
    if folder.is_empty() || target.starts_with(&format!("{folder}/")) {
        target.to_owned()
    } else {
        format!("{folder}/{target}")
    }
}

fn events(
    source: Limited<'_, impl Read>,
    part: &str,
    visit: &mut impl FnMut(Node<'_>) -> Result<(), DocxError>,
) -> Result<(), DocxError> {
    let mut reader = NsReader::from_reader(BufReader::with_capacity(1 << 16, source));
    reader.config_mut().expand_empty_elements = true;
    let damaged = |cause: &dyn std::fmt::Display| DocxError::Damaged(format!("{part}: {cause}"));
    let mut buffer = Vec::new();
    let mut depth = 0;
    loop {
        buffer.clear();
        let (namespace, event) = match reader.read_resolved_event_into(&mut buffer) {
            Ok(found) => found,
            Err(quick_xml::Error::Io(e)) if e.get_ref().is_some_and(|e| e.is::<Exceeded>()) => {
                return Err(DocxError::TooLarge(part.to_owned()));
            }
            Err(e) => return Err(damaged(&e)),
        };
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(damaged(&"các phần tử lồng nhau quá sâu / elements nested too deep"));
                }
                let vocabulary = vocabulary(&namespace);
                visit(Node::Start(vocabulary, start.local_name().as_ref(), Attributes(&start)))?;
            }
            Event::End(_) => {
                depth -= 1;
                visit(Node::End)?;
            }
            Event::Text(text) => visit(Node::Text(&text.xml10_content()))?,
            Event::CData(text) => visit(Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|e| damaged(&e))? {
                Some(c) => visit(Node::Text(c.encode_utf8(&mut [0; 4])))?,
                None => match quick_xml::escape::resolve_predefined_entity(&reference) {
                    Some(text) => visit(Node::Text(text))?,
                    None => return Err(damaged(&format!("&{};", &*reference))),
                },
            },
            // The format forbids them; they are only used for attacks.
            Event::DocType(_) => return Err(damaged(&"DOCTYPE")),
            Event::Eof if depth > 0 => return Err(damaged(&"bị cắt cụt / cut off")),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn vocabulary(namespace: &ResolveResult<'_>) -> Vocabulary {
    let ResolveResult::Bound(namespace) = namespace else { return Vocabulary::Other };
    match namespace.as_ref() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Vocabulary::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary::Compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Vocabulary::Math,
        _ => Vocabulary::Other,
    }
}

fn fault(error: &ZipError, place: &str) -> DocxError {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => DocxError::Encrypted,
        other => DocxError::Damaged(format!("{place}: {other}")),
    }
}

/// The limit of what may be unpacked is reached.
#[derive(Debug, thiserror::Error)]
#[error("unpacks to too much")]
struct Exceeded;

/// Ends with an error where more comes than may.
struct Limited<'u, R> {
    inner: R,
    left: u64,
    read: &'u mut u64,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        *self.read += n as u64;
        self.left = self.left.checked_sub(n as u64).ok_or_else(|| io::Error::other(Exceeded))?;
        Ok(n)
    }
}
