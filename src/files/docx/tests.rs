use super::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A package of the given parts.
fn package(parts: &[(&str, &str)]) -> Cursor<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    Cursor::new(zip.finish().unwrap().into_inner())
}

/// A document of one part, whose body is given.
fn document(body: &str) -> Cursor<Vec<u8>> {
    package(&[("word/document.xml", &format!("<w:document {WORD}><w:body>{body}</w:body></w:document>"))])
}

fn text(body: &str) -> String {
    read(document(body)).unwrap().text
}

#[test]
fn runs_that_split_a_number_are_one_text() {
    let body = r#"<w:p><w:pPr><w:jc w:val="both"/></w:pPr>
        <w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Căn cứ Nghị định số </w:t></w:r><w:proofErr w:type="spellStart"/>
        <w:r><w:t>30/2020</w:t></w:r><w:r w:rsidR="00A1"><w:t>/NĐ</w:t></w:r><w:r><w:noBreakHyphen/><w:t>CP;</w:t></w:r></w:p>
        <w:p/><w:p><w:r><w:t>A &amp; B</w:t><w:tab/><w:t>C</w:t><w:br/><w:t>D</w:t></w:r></w:p>"#;
    let docx = read(document(body)).unwrap();
    assert_eq!(docx.text, "Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nA & B\tC\nD\n");
    let at = |what: &str| docx.paragraphs.place(&docx.text, docx.text.find(what).unwrap());
    assert_eq!((at("30/2020"), at("A &"), at("D\n")), ((1, 21), (3, 1), (3, 9)));
}

#[test]
fn insertions_are_read_and_deletions_are_not() {
    let body = r#"<w:p><w:ins w:id="1"><w:r><w:t>mới</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>
        <w:moveFrom w:id="3"><w:r><w:t>xa</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t>Điều</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve"> 5</w:t></w:r></w:p>"#;
    assert_eq!(text(body), "mới\nĐiều 5\n");
}

#[test]
fn raised_figures_are_no_figures_of_the_line() {
    let body = r#"<w:p><w:r><w:t>Điều 30</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r>
        <w:r><w:t xml:space="preserve"> Luật, m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>(2)</w:t></w:r>
        <w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>6</w:t></w:r></w:p>"#;
    assert_eq!(text(body), "Điều 30¹² Luật, m⁽²⁾56\n");
}

#[test]
fn fields_show_their_result() {
    let body = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>12</w:t></w:r>
        <w:fldSimple w:instr="DATE"><w:r><w:t>/2024</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>/TT-BTC</w:t></w:r></w:hyperlink></w:p>"#;
    assert_eq!(text(body), "12/2024/TT-BTC\n");
}

#[test]
fn tables_are_read_cell_by_cell_and_text_boxes_once() {
    let body = r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>CHÍNH PHỦ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hà Nội</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent>
        <mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r><w:r><w:t xml:space="preserve"> sau</w:t></w:r></w:p>"#;
    assert_eq!(text(body), "CHÍNH PHỦ\nHà Nội\ntrước sau\nDỰ THẢO\n");
}

#[test]
fn list_numbers_and_footnotes_are_read() {
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
        <Relationship Id="2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/word/styles.xml"/>
        <Relationship Id="3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>"#;
    let numbering = format!(
        r#"<w:numbering {WORD}><w:abstractNum w:abstractNumId="7">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="Điều %1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#
    );
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#
    );
    let footnotes = format!(
        r#"<w:footnotes {WORD}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="3"><w:p><w:r><w:t>không có dấu</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>Xem Luật Đất đai.</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let paragraph = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let body = [
        paragraph("Dieu", "Phạm vi"),
        paragraph("Khoan", "Một"),
        paragraph("Khoan", "Hai"),
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>điểm</w:t></w:r></w:p>"#.to_owned(),
        paragraph("Dieu", "Đối tượng"),
        paragraph("Khoan", "Ba"),
        r#"<w:p><w:r><w:t>hết</w:t><w:footnoteReference w:id="2"/></w:r></w:p>"#.to_owned(),
    ];
    let main = format!("<w:document {WORD}><w:body>{}</w:body></w:document>", body.concat());
    let docx = read(package(&[
        ("word/document.xml", &main),
        ("word/_rels/document.xml.rels", relations),
        ("word/numbering.xml", &numbering),
        ("word/styles.xml", &styles),
        ("word/footnotes.xml", &footnotes),
    ]));
    assert_eq!(
        docx.unwrap().text,
        "Điều 1. Phạm vi\n1. Một\n2. Hai\nd) điểm\nĐiều 2. Đối tượng\n1. Ba\nhết\nXem Luật Đất đai.\n"
    );
}

#[test]
fn files_that_are_no_word_documents_are_named() {
    assert_eq!(read(package(&[("mimetype", "x")])), Err(DocxError::NotWord));
    assert_eq!(read(package(&[("word/document.xml", "<x/>")])), Err(DocxError::NotWord));
    let old = [&COMPOUND[..], &[0; 600]].concat();
    assert_eq!(read(Cursor::new(old.clone())), Err(DocxError::OldWord));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(Cursor::new([old, name].concat())), Err(DocxError::Encrypted));
}

#[test]
fn harmful_and_damaged_files_end_in_an_error() {
    let bomb = format!("<w:document {WORD}><w:body>{}</w:body></w:document>", " ".repeat(8 << 20));
    assert!(matches!(read(package(&[("word/document.xml", &bomb)])), Err(DocxError::TooLarge(_))));
    let entities = format!(
        r#"<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document {WORD}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#
    );
    assert!(matches!(read(package(&[("word/document.xml", &entities)])), Err(DocxError::Damaged(_))));
    let deep = "<w:sdt>".repeat(100_000);
    assert!(matches!(read(document(&deep)), Err(DocxError::Damaged(_))));
    let cut = format!("<w:document {WORD}><w:body><w:p><w:r><w:t>Điều");
    assert!(matches!(read(package(&[("word/document.xml", &cut)])), Err(DocxError::Damaged(_))));
    let whole = document("<w:p/>").into_inner();
    for len in 0..whole.len() {
        assert!(read(Cursor::new(&whole[..len])).is_err(), "{len}");
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_end_in_a_text_or_an_error(at in 0usize..400, byte: u8) {
        let mut bytes = document("<w:p><w:r><w:t>Điều 5</w:t></w:r></w:p>").into_inner();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(Cursor::new(bytes));
    }
}
