//! The program as it is called from a shell.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A home and folder of its own.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_viendan"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.path("home"))
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_DATA_HOME")
            .env_remove("VIENDAN_DATA_DIR")
            .env_remove("XDG_CONFIG_HOME")
            .output()
            .unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn rows(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A Word file whose paragraphs are given as lists of runs.
fn word_file(path: &Path, paragraphs: &[&[&str]]) {
    let mut body = String::new();
    for runs in paragraphs {
        body.push_str("<w:p>");
        for run in *runs {
            body.push_str(&format!("<w:r><w:t xml:space=\"preserve\">{run}</w:t></w:r>"));
        }
        body.push_str("</w:p>");
    }
    let main = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(main.as_bytes()).unwrap();
    zip.finish().unwrap();
}

/// A draft in Word in which the symbol of a decree is misspelt.
fn draft(desk: &Desk) -> String {
    let path = desk.path("du-thao.docx");
    word_file(
        &path,
        &[&["Tờ trình"], &["Căn cứ Nghị định số ", "30/2020", "/NĐ-CP;"], &["Căn cứ Nghị định 30/2020/ND-CP;"]],
    );
    path.display().to_string()
}

#[test]
fn places_in_word_files_are_given_by_paragraph_and_character() {
    let desk = Desk::new();
    draft(&desk);
    let extracted = rows(&desk.run(&["extract", "du-thao.docx"]));
    let first = &extracted[0];
    assert_eq!(first["canonical"], "30/2020/NĐ-CP");
    assert_eq!((&first["paragraph"], &first["character"]), (&2.into(), &21.into()));
    assert_eq!((&first["start"], &first["end"]), (&29.into(), &42.into()));

    let found = rows(&desk.run(&["check", "--format", "json", "."]));
    let slip = found.iter().find(|f| f["paragraph"] == 3).expect("the misspelt symbol is found");
    assert_eq!(slip["character"], 26, "{slip}");

    let human = out(&desk.run(&["check", "--color", "never", "du-thao.docx"]));
    assert!(human.contains("du-thao.docx, đoạn 3, ký tự 26\n"), "{human}");
    let english = out(&desk.run(&["check", "--color", "never", "--lang", "en", "du-thao.docx"]));
    assert!(english.contains("du-thao.docx, paragraph 3, character 26\n"), "{english}");
    let sarif: serde_json::Value = serde_json::from_str(&out(&desk.run(&["check", "--format", "sarif", "."]))).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
    assert_eq!(place, "đoạn 3, ký tự 26");
}

#[test]
fn fix_refuses_word_files_and_does_not_change_them() {
    let desk = Desk::new();
    let path = draft(&desk);
    let before = std::fs::read(&path).unwrap();
    let named = desk.run(&["fix", "--write", "du-thao.docx"]);
    assert_eq!(named.status.code(), Some(2));
    assert!(err(&named).contains("du-thao.docx: không sửa trực tiếp tệp Word"), "{}", err(&named));
    assert_eq!(desk.run(&["fix", "--write", "."]).status.code(), Some(0));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_text_is_named_in_one_line_and_the_rest_is_checked() {
    let desk = Desk::new();
    draft(&desk);
    desk.write("cu.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    desk.write("hong.docx", b"PK\x03\x04 and no more");
    desk.write("~$du-thao.docx", b"\x05user");
    let output = desk.run(&["check", "--format", "json", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!rows(&output).is_empty());
    let complaints = err(&output);
    assert_eq!(complaints.lines().count(), 2, "{complaints}");
    assert!(complaints.contains("cu.docx: là định dạng Word cũ (.doc)"), "{complaints}");
    assert!(complaints.contains("hong.docx: tệp Word hỏng"), "{complaints}");
}

const DECREE: &str = "CHÍNH PHỦ\nSố: 987/2031/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2031\nNGHỊ ĐỊNH\nVề kho văn bản\n\nCăn cứ Luật Tổ chức Chính phủ;\n\
    Điều 1. Phạm vi điều chỉnh\nNghị định này quy định về kho văn bản.\nĐiều 2. Nguyên tắc\n1. Công khai.\n2. Kịp thời.\n\
    Điều 3. Mua\nMua.\nĐiều 4. Bán\nBán.\nĐiều 5. Cho\nCho.\nĐiều 6. Tặng\nTặng.\nĐiều 7. Hiệu lực thi hành\nNghị định này có hiệu lực kể từ ngày ký và thay thế Nghị định số 12/2019/NĐ-CP.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n";

#[test]
fn a_folder_of_texts_is_added_once_and_known_from_then_on() {
    let desk = Desk::new();
    desk.write("texts/a/nd987.txt", DECREE.as_bytes());
    desk.write("texts/thu.txt", "Một lá thư.".as_bytes());
    desk.write("draft.txt", "Theo khoản 3 Điều 2 và Điều 9 Nghị định số 987/2031/NĐ-CP.\n".as_bytes());
    let added = desk.run(&["catalogue", "add", "texts"]);
    assert_eq!(added.status.code(), Some(1), "{}", err(&added));
    let report = out(&added);
    assert!(report.contains("Nghị định 987/2031/NĐ-CP") && report.contains("7 điều, 2 khoản, 1 quan hệ"), "{report}");
    assert!(report.contains("thu.txt: "), "{report}");
    assert!(report.contains("1 văn bản đã đọc, 1 tệp hoặc thư mục bị bỏ qua."), "{report}");

    let known = rows(&desk.run(&["catalogue", "show", "--json", "987/2031/NĐ-CP"]));
    assert_eq!(known[0]["articles"], 7);
    assert_eq!(known[0]["effective"], "2031-03-05");
    assert_eq!(known[0]["summary"], "(Trích văn bản) Nghị định này quy định về kho văn bản.");
    let found = rows(&desk.run(&["check", "--format", "json", "draft.txt"]));
    let codes: Vec<&str> = found.iter().filter_map(|f| f["code"].as_str()).collect();
    assert!(codes.contains(&"no-such-article") && codes.contains(&"no-such-clause"), "{codes:?}");
    assert!(found.iter().all(|f| f["severity"] != "error"), "{found:?}");

    std::fs::remove_file(desk.path("texts/a/nd987.txt")).unwrap();
    assert!(rows(&desk.run(&["catalogue", "show", "--json", "987/2031/NĐ-CP"])).is_empty());
}

#[test]
fn a_missing_folder_is_reported() {
    let desk = Desk::new();
    let output = desk.run(&["catalogue", "add", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("nowhere: "), "{}", err(&output));
}

/// What a command says on both streams in a language.
fn said(desk: &Desk, language: &str, arguments: &[&str]) -> String {
    let output = desk.run(&[&["--lang", language, "--color", "never"], arguments].concat());
    format!("{}{}", out(&output), err(&output))
}

/// What each command says in Vietnamese and in English; the other language's phrase must not be there.
#[test]
fn every_command_speaks_the_language_that_is_asked_for() {
    let desk = Desk::new();
    desk.write("texts/nd987.txt", DECREE.as_bytes());
    desk.write("texts/thu.doc.txt", b"\xFF\xFEa\0");
    desk.write("draft.md", "Theo Nghị định số 110/2004/ND-CP và Điều 99 Nghị định số 30/2020/NĐ-CP.\n".as_bytes());
    desk.write("clean.md", "Một lá thư.\n".as_bytes());
    desk.write("facts.jsonl", "{\"number\":\"9991/2020/NĐ-CP\",\"title\":\"Về việc riêng\"}\n".as_bytes());
    draft(&desk);
    let cases: &[(&[&str], &str, &str)] = &[
        (&["check", "draft.md"], "lỗi", "error"),
        (&["check", "draft.md"], "Đã đọc 1 tài liệu, ", "1 document, "),
        (&["check", "clean.md"], "không có gì cần nêu", "nothing to report"),
        (&["check", "texts/thu.doc.txt"], "không phải UTF-8 (có vẻ là UTF-16 LE)", "not UTF-8 (looks like UTF-16 LE)"),
        (&["check", "nowhere.md"], "nowhere.md: không có tệp", "nowhere.md: no such file"),
        (&["fix", "du-thao.docx"], "không sửa trực tiếp tệp Word", "does not change Word files"),
        (&["rules"], "cảnh báo", "warning"),
        (&["rules", "eth-for-d-stroke"], "lỗi", "error"),
        (&["rules", "no-such"], "không có quy tắc: no-such", "no such rule: no-such"),
        (&["rules", "--pages", "pages"], "trang đã ghi vào pages", "pages written into pages"),
        (&["extract", "--stats", "draft.md"], "1 tài liệu, ", "1 documents, "),
        (&["catalogue", "search", "zzzzqqq"], "Không tìm thấy văn bản nào", "No instrument found"),
        (&["catalogue", "show", "110/2004/NĐ-CP"], "Hết hiệu lực từ 05/3/2020", "Expired on 5 March 2020"),
        (&["catalogue", "show", "999/2002/NĐ-CP"], "trong danh mục.", "is not in the catalogue."),
        (&["catalogue", "info"], "có tình trạng hiệu lực", "with validity"),
        (&["catalogue", "import", "facts.jsonl"], " như cũ, 0 mâu thuẫn", " unchanged, 0 contradictory"),
        (&["catalogue", "add", "texts"], "1 văn bản đã đọc", "1 instruments read"),
        (&["catalogue", "add", "nowhere"], "nowhere: không có tệp", "nowhere: no such file"),
        (&["catalogue", "harvest", "draft.md"], " tài liệu nói đến", " documents cite"),
    ];
    for (arguments, vietnamese, english) in cases {
        for (language, own, other) in [("vi", vietnamese, english), ("en", english, vietnamese)] {
            let said = said(&desk, language, arguments);
            assert!(said.contains(own), "{arguments:?} in {language} says “{own}”:\n{said}");
            assert!(!said.contains(other), "{arguments:?} in {language} doesn't say “{other}”:\n{said}");
        }
    }
}

#[test]
fn the_file_of_settings_chooses_the_language_and_is_reported_by_line() {
    let desk = Desk::new();
    desk.write("viendan.toml", b"language = \"en\"\ncolour = 1\ninlayHints = false\n");
    desk.write("a.md", b"x\n");
    let output = desk.run(&["check", "a.md"]);
    assert!(out(&output).ends_with("nothing to report.\n"), "{}", out(&output));
    assert!(err(&output).ends_with("viendan.toml:2: `colour`: no such setting\n"), "{}", err(&output));
    assert_eq!(err(&output).lines().count(), 1, "a setting of old is accepted: {}", err(&output));
    let vietnamese = desk.run(&["--lang", "vi", "check", "a.md"]);
    assert!(err(&vietnamese).ends_with("`colour`: không có thiết lập này\n"), "{}", err(&vietnamese));
    desk.write("viendan.toml", b"language = [\n");
    let broken = desk.run(&["--lang", "en", "check", "a.md"]);
    assert!(broken.status.code() == Some(0) && err(&broken).contains("viendan.toml:"), "{broken:?}");
    let named = desk.run(&["--config", "viendan.toml", "check", "a.md"]);
    assert_eq!(named.status.code(), Some(2));
}

#[test]
fn the_acts_that_documents_cite_are_listed() {
    let desk = Desk::new();
    let text = "Theo Nghị định số 30/2020/NĐ-CP.\nTheo Nghị định 30/2020/NĐ-CP và Luật Đất đai năm 2024.\n";
    let file = desk.write("draft.md", text.as_bytes());
    let file = file.to_str().unwrap();
    let table = desk.run(&["citations", file]);
    let written = out(&table);
    assert_eq!(table.status.code(), Some(0), "{}", err(&table));
    assert!(written.starts_with("# Danh mục văn bản được viện dẫn"), "{written}");
    assert!(written.contains("| 1 | Nghị định 30/2020/NĐ-CP |") && written.contains("| 2 | 1, 2 |"), "{written}");
    let list = rows(&desk.run(&["citations", "--format", "json", file]));
    assert_eq!((list.len(), &list[0]["number"], &list[0]["count"]), (2, &"30/2020/NĐ-CP".into(), &2.into()));
    assert_eq!(list[0]["lines"], serde_json::json!([1, 2]));
    assert_eq!(desk.run(&["citations", "missing.md"]).status.code(), Some(2));
}
