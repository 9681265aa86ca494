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
fn places_in_word_files_are_told_by_paragraph_and_character() {
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
fn fix_refuses_word_files_and_leaves_them_alone() {
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
