//! Word files: a package of any bytes, and a sound package whose document is any XML.

use std::io::{Cursor, Write as _};
use std::path::Path;
use viendan::files::decode;
use zip::write::SimpleFileOptions;

const PARTS: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "word/numbering.xml"];

/// The first byte says whether the rest is the package or its parts, which `0xFF` separates.
pub fn fuzz(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let package = if first % 2 == 0 { rest.to_vec() } else { package(rest) };
    if let Ok(content) = decode(package, Path::new("fuzz.docx"))
        && let Some(paragraphs) = content.paragraphs
    {
        for span in paragraphs.spans(&content.text) {
            assert!(content.text.get(span.start..span.end).is_some(), "{span:?}");
        }
        let (paragraph, _) = paragraphs.place(&content.text, content.text.len());
        assert!(paragraph <= content.text.len() + 1);
    }
}

fn package(parts: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, content: &[u8]| {
        archive
            .start_file(name, stored)
            .and_then(|()| Ok(archive.write_all(content)?))
            .expect("memory takes everything");
    };
    put("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#);
    put("word/_rels/document.xml.rels", br#"<Relationships><Relationship Id="a" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="x/numbering" Target="numbering.xml"/></Relationships>"#);
    for (name, content) in PARTS.iter().zip(parts.split(|byte| *byte == 0xFF)) {
        put(name, content);
    }
    archive.finish().expect("memory takes everything").into_inner()
}
