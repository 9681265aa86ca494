//! What the name of a file says about it.

use crate::cite::Markup;
use std::path::Path;

/// The format that a file's name shows.
pub fn format_of(path: &Path) -> Markup {
    match extension(path).as_str() {
        "md" | "markdown" => Markup::Markdown,
        "html" | "htm" => Markup::Html,
        "tex" | "latex" => Markup::Latex,
        "typ" => Markup::Typst,
        "adoc" | "asciidoc" => Markup::AsciiDoc,
        _ => Markup::Plain,
    }
}

/// Whether a file's name shows a document, among them Word files; not the lock file (`~$…`) of an open one.
pub fn is_document(path: &Path) -> bool {
    const TEXT: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "tex", "typ", "adoc", "asciidoc"];
    TEXT.contains(&extension(path).as_str()) || is_word(path)
}

/// Whether a file's name shows a text as instruments are kept in: plain, Markdown, HTML or Word, none for typesetting.
pub fn is_prose(path: &Path) -> bool {
    matches!(extension(path).as_str(), "txt" | "md" | "markdown" | "html" | "htm") || is_word(path)
}

/// Whether a file's name shows a Word file.
pub fn is_word(path: &Path) -> bool {
    let lock = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("~$"));
    matches!(extension(path).as_str(), "docx" | "docm") && !lock
}

fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_files_of_word_are_no_documents() {
        assert!(is_document(Path::new("x/A.DOCX")) && !is_document(Path::new("x/~$A.docx")));
        assert_eq!(format_of(Path::new("a.HTM")), Markup::Html);
    }
}
