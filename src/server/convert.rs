//! Between the project's own types and those of the protocol: texts, places, completions, cards, units. Diagnostics have a file of
//! their own ([`super::diagnostic_maker`]).

use super::capabilities::ClientCapabilities;
use super::carded;
use crate::check::Edit;
use crate::cite::Level;
use crate::document::{Change, Format, buffer};
use crate::ide::completion::{Completion, CompletionKind};
use crate::ide::hover;
use crate::ide::structure::Symbol;
use crate::text::lines::width;
use crate::text::{Encoding, Position, Span};
use ropey::Rope;
use std::borrow::Cow;
use time::Date;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionItemTag, CompletionTextEdit,
    DocumentSymbol, Hover, HoverContents, InsertReplaceEdit, InsertTextFormat, Location, MarkupContent, MarkupKind,
    Position as LspPosition, Range, SymbolInformation, SymbolKind, TextDocumentContentChangeEvent, TextEdit, Uri,
};

/// How a document is marked up, by the editor's name for its language, else by the end of its name.
pub fn format(language: &str, uri: &Uri) -> Format {
    let extension = uri.path().as_str().rsplit_once('.').map_or("", |(_, extension)| extension);
    match (language, extension) {
        ("markdown" | "quarto" | "rmd", _) => Format::Markdown,
        ("html", _) => Format::Html,
        ("latex" | "tex" | "plaintex", _) => Format::Latex,
        ("typst", _) => Format::Typst,
        ("asciidoc" | "asciidoctor", _) => Format::AsciiDoc,
        ("plaintext" | "text", _) => Format::Plain,
        (_, "md" | "markdown" | "qmd") => Format::Markdown,
        (_, "html" | "htm") => Format::Html,
        (_, "tex") => Format::Latex,
        (_, "typ") => Format::Typst,
        (_, "adoc" | "asciidoc") => Format::AsciiDoc,
        _ => Format::Plain,
    }
}

/// A change of the text.
pub fn change(event: TextDocumentContentChangeEvent, capabilities: &ClientCapabilities) -> Change {
    let text = match line_breaks(&event.text, capabilities) {
        Cow::Borrowed(_) => event.text,
        Cow::Owned(text) => text,
    };
    Change { range: event.range.map(|r| (own_position(r.start), own_position(r.end))), text }
}

/// A text whose lines are those of the client: where a lone CR ends no line to it, a blank, as wide, stands for each.
pub fn line_breaks<'t>(text: &'t str, capabilities: &ClientCapabilities) -> Cow<'t, str> {
    if !capabilities.lone_cr_is_text || memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(if letter == '\r' && letters.peek() != Some(&'\n') { ' ' } else { letter });
    }
    Cow::Owned(out)
}

fn own_position(position: LspPosition) -> Position {
    Position { line: position.line as usize, column: position.character as usize }
}

/// The byte offset of a position.
pub fn offset(rope: &Rope, position: LspPosition, encoding: Encoding) -> usize {
    buffer::offset(rope, own_position(position), encoding)
}

/// Lines of more bytes are not counted through for each place in them: the rope knows their widths.
const LONG_LINE: usize = 512;

/// Turns spans into ranges. Remembers the line of the last one, so that spans which come in order cost little; none costs
/// more in a long line than in a short one.
#[derive(Debug)]
pub struct Ranges<'r> {
    rope: &'r Rope,
    encoding: Encoding,
    line: usize,
    /// Byte offsets of the line, its line break included.
    bounds: Span,
    /// The text of the line; `None` where it is long.
    text: Option<Cow<'r, str>>,
}

impl<'r> Ranges<'r> {
    pub fn new(rope: &'r Rope, encoding: Encoding) -> Self {
        Self { rope, encoding, line: 0, bounds: Span::default(), text: None }
    }

    pub fn range(&mut self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    pub fn position(&mut self, offset: usize) -> LspPosition {
        let offset = offset.min(self.rope.len_bytes());
        if offset < self.bounds.start || offset >= self.bounds.end {
            self.line = self.rope.byte_to_line(offset);
            let start = self.rope.line_to_byte(self.line);
            let line = self.rope.line(self.line);
            self.bounds = Span::new(start, start + line.len_bytes());
            self.text = (line.len_bytes() <= LONG_LINE).then(|| Cow::from(line));
        }
        let column = match &self.text {
            None => buffer::position(self.rope, offset, self.encoding).column,
            Some(text) => {
                let mut column = offset - self.bounds.start;
                while !text.is_char_boundary(column) {
                    column -= 1;
                }
                width(&text[..column], self.encoding)
            }
        };
        LspPosition { line: small(self.line), character: small(column) }
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub fn text_edit(edit: &Edit, ranges: &mut Ranges<'_>) -> TextEdit {
    TextEdit { range: ranges.range(edit.span), new_text: edit.text.clone() }
}

/// A unit of the outline, with those in it.
pub fn symbol(symbol: Symbol, ranges: &mut Ranges<'_>) -> DocumentSymbol {
    let (range, selection_range) = (ranges.range(symbol.span), ranges.range(symbol.selection));
    let children: Vec<DocumentSymbol> = symbol.children.into_iter().map(|child| self::symbol(child, ranges)).collect();
    #[expect(deprecated, reason = "the protocol has the field")]
    DocumentSymbol {
        name: symbol.name,
        detail: None,
        kind: symbol_kind(symbol.level),
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children: (!children.is_empty()).then_some(children),
    }
}

/// The outline as a list, for a client that takes no tree.
pub fn flat_symbols(symbols: &[Symbol], uri: &Uri, ranges: &mut Ranges<'_>) -> Vec<SymbolInformation> {
    fn add(
        symbols: &[Symbol],
        container: Option<&str>,
        uri: &Uri,
        ranges: &mut Ranges<'_>,
        out: &mut Vec<SymbolInformation>,
    ) {
        for symbol in symbols {
            out.push(flat_symbol(symbol, uri, ranges, container.map(str::to_owned)));
            add(&symbol.children, Some(&symbol.name), uri, ranges, out);
        }
    }
    let mut out = Vec::new();
    add(symbols, None, uri, ranges, &mut out);
    out
}

pub fn flat_symbol(
    symbol: &Symbol,
    uri: &Uri,
    ranges: &mut Ranges<'_>,
    container: Option<String>,
) -> SymbolInformation {
    let location = Location::new(uri.clone(), ranges.range(symbol.span));
    symbol_information(symbol.name.clone(), symbol_kind(symbol.level), location, container)
}

pub fn symbol_information(
    name: String,
    kind: SymbolKind,
    location: Location,
    container_name: Option<String>,
) -> SymbolInformation {
    #[expect(deprecated, reason = "the protocol has the field")]
    SymbolInformation { name, kind, tags: None, deprecated: None, location, container_name }
}

fn symbol_kind(level: Level) -> SymbolKind {
    match level {
        Level::Part => SymbolKind::MODULE,
        Level::Chapter => SymbolKind::NAMESPACE,
        Level::Section | Level::Subsection => SymbolKind::PACKAGE,
        Level::Article => SymbolKind::CLASS,
        Level::Clause => SymbolKind::METHOD,
        Level::Point | Level::Subpoint | Level::Paragraph | Level::Stanza | Level::Dash => SymbolKind::FIELD,
    }
}

/// A card.
pub fn hover(card: hover::Hover, ranges: &mut Ranges<'_>, capabilities: &ClientCapabilities) -> Hover {
    Hover {
        contents: HoverContents::Markup(markup(card.markdown, capabilities.hover_markdown)),
        range: Some(ranges.range(card.around)),
    }
}

/// Markdown, or its plain text for a client that shows only that.
pub fn markup(markdown: String, understood: bool) -> MarkupContent {
    if understood {
        return MarkupContent { kind: MarkupKind::Markdown, value: markdown };
    }
    let value = markdown.lines().map(without_marks).collect::<Vec<_>>().join("\n");
    MarkupContent { kind: MarkupKind::PlainText, value }
}

/// A line of a card without its marks: `_Nguồn: …_ [Trang chính thức](https://…)` → `Nguồn: … Trang chính thức: https://…`.
fn without_marks(line: &str) -> String {
    let mut line = line.trim_start_matches('#').trim_start().replace("**", "");
    if line.starts_with('_')
        && let Some(end) =
            line.find("_ [").or_else(|| line.ends_with('_').then(|| line.len() - 1)).filter(|&end| end > 0)
    {
        line.remove(end);
        line.remove(0);
    }
    while let Some(start) = line.find('[')
        && let Some(middle) = line[start..].find("](").map(|at| start + at)
        && let Some(end) = line[middle..].find(')').map(|at| middle + at)
    {
        line =
            format!("{}{}: {}{}", &line[..start], &line[start + 1..middle], &line[middle + 2..end], &line[end + 1..]);
    }
    line
}

/// A completion; `None` where its edit would reach over several lines, which the protocol forbids. `rank` is its place
/// in the list, which the client is to keep; `cursor` is where it asked, a byte offset, and `day` that of the draft.
pub fn completion(
    completion: Completion,
    rank: usize,
    (cursor, day): (usize, Date),
    ranges: &mut Ranges<'_>,
    capabilities: &ClientCapabilities,
) -> Option<CompletionItem> {
    let mut edit = text_edit(&completion.edit, ranges);
    if edit.range.start.line != edit.range.end.line {
        return None;
    }
    let (detail, label_details) = if capabilities.label_details {
        let details = CompletionItemLabelDetails {
            detail: (!completion.detail.is_empty()).then(|| format!(" {}", completion.detail)),
            description: (!completion.description.is_empty()).then_some(completion.description),
        };
        (None, Some(details))
    } else {
        let parts = [completion.detail, completion.description];
        let detail = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
        ((!detail.is_empty()).then_some(detail), None)
    };
    let snippet = completion.snippet.filter(|_| capabilities.snippets);
    let format = snippet.as_ref().map(|_| InsertTextFormat::SNIPPET);
    if let Some(snippet) = snippet {
        edit.new_text = snippet;
    }
    // What is written after the cursor stays where the user only inserts.
    let span = completion.edit.span;
    let text_edit = if capabilities.insert_replace && span.end > cursor && span.start <= cursor {
        let insert = ranges.range(Span::new(span.start, cursor));
        let edit = InsertReplaceEdit { new_text: edit.new_text, insert, replace: edit.range };
        CompletionTextEdit::InsertAndReplace(edit)
    } else {
        CompletionTextEdit::Edit(edit)
    };
    Some(CompletionItem {
        label: completion.label,
        label_details,
        kind: Some(match completion.kind {
            CompletionKind::Number => CompletionItemKind::REFERENCE,
            CompletionKind::Name => CompletionItemKind::CLASS,
            CompletionKind::Agency => CompletionItemKind::MODULE,
            CompletionKind::Provision => CompletionItemKind::FIELD,
        }),
        detail,
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(completion.filter),
        text_edit: Some(text_edit),
        insert_text_format: format,
        tags: (completion.deprecated && capabilities.deprecated_tag).then(|| vec![CompletionItemTag::DEPRECATED]),
        deprecated: (completion.deprecated && !capabilities.deprecated_tag).then_some(true),
        data: completion.instrument.map(|id| carded::data(id.into(), day)),
        ..CompletionItem::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_card_in_plain_text_has_no_marks() {
        for (marked, plain) in [
            ("### Nghị định 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
            ("**Còn hiệu lực** vào ngày 12/5/2026", "Còn hiệu lực vào ngày 12/5/2026"),
            ("_Nguồn: Công báo._", "Nguồn: Công báo."),
            (
                "_Nguồn: Công báo._ [Trang chính thức](https://a.vn/b_c)",
                "Nguồn: Công báo. Trang chính thức: https://a.vn/b_c",
            ),
            ("tệp a_b [chưa xong", "tệp a_b [chưa xong"),
            ("_", "_"),
        ] {
            assert_eq!(markup(marked.to_owned(), false).value, plain);
        }
    }

    proptest! {
        /// The remembered line changes nothing, and long lines are as short ones.
        #[test]
        fn ranges_agree_with_the_buffer(
            text in "[aĐ𝄞\r\n\u{2028}ệ ]{0,40}",
            spans in prop::collection::vec((0usize..90, 0usize..9), 0..12),
            long in 0usize..300,
        ) {
            let text = format!("{text}{}{text}", "Đ".repeat(long));
            let spans: Vec<_> = spans.into_iter().flat_map(|(start, len)| [(start, len), (start + 2 * long, len)]).collect();
            let rope = Rope::from_str(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let mut ranges = Ranges::new(&rope, encoding);
                for &(start, len) in &spans {
                    let range = ranges.range(Span::new(start, start + len));
                    let (from, to) = (buffer::position(&rope, start, encoding), buffer::position(&rope, start + len, encoding));
                    prop_assert_eq!((own_position(range.start), own_position(range.end)), (from, to));
                }
            }
        }
    }

    #[test]
    fn markdown_is_plain_for_a_client_that_cannot_show_it() {
        let card = "### Nghị định 30/2020/NĐ-CP\n**Còn hiệu lực** vào ngày 24/11/2026\n_Nguồn: Công báo._".to_owned();
        let plain = markup(card, false);
        assert_eq!(plain.value, "Nghị định 30/2020/NĐ-CP\nCòn hiệu lực vào ngày 24/11/2026\nNguồn: Công báo.");
    }

    #[test]
    fn the_format_is_told_by_language_or_name() {
        let uri = |s: &str| s.parse::<Uri>().unwrap();
        assert_eq!(format("markdown", &uri("untitled:1")), Format::Markdown);
        assert_eq!(format("plaintext", &uri("file:///a.md")), Format::Plain);
        assert_eq!(format("", &uri("file:///a.tex")), Format::Latex);
        assert_eq!(format("vietnamese", &uri("file:///a")), Format::Plain);
    }
}
