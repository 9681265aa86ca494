//! The library: folders with texts of instruments.

use crate::client::{Client, PATIENCE, Start, capabilities, place};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

/// A decree that no catalogue knows, with the words of its second article.
fn decree(words: &str) -> String {
    format!(
        "CHÍNH PHỦ\nSố: 987/2031/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2031\nNGHỊ ĐỊNH\nVề kho văn bản\n\nCăn cứ Luật Tổ chức Chính phủ;\n\
         Điều 1. Phạm vi điều chỉnh\nNghị định này quy định về kho văn bản.\nĐiều 2. Nguyên tắc\n1. Công khai.\n2. {words}\n\
         Điều 3. Mua\nMua.\nĐiều 4. Bán\nBán.\nĐiều 5. Cho\nCho.\nĐiều 6. Tặng\nTặng.\nĐiều 7. Hiệu lực thi hành\nNghị định này có hiệu lực kể từ ngày ký.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n"
    )
}

const DRAFT: &str = "Theo khoản 2 Điều 2 và Điều 9 Nghị định số 987/2031/NĐ-CP.\n";

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

struct Desk {
    folder: tempfile::TempDir,
    draft: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("texts")).unwrap();
        let draft = uri(&folder.path().join("draft.txt"));
        Self { folder, draft }
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.folder.path().join("texts").join(name), text).unwrap();
    }

    fn start(&self, progress: bool) -> Client {
        let mut can = capabilities();
        can["window"] = json!({ "workDoneProgress": progress });
        let mut client = Start::new().start();
        let folders = json!([{ "uri": uri(self.folder.path()), "name": "w" }]);
        client
            .initialize(can, json!({ "workspaceFolders": folders, "initializationOptions": { "library": ["texts"] } }));
        client.open(&self.draft, DRAFT);
        client
    }

    fn hover(&self, client: &mut Client, before: &str) -> String {
        let column = before.encode_utf16().count();
        let card = client.hover(&self.draft, 0, column).unwrap();
        card["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// Asks until the card of "khoản 2 Điều 2" is as expected: the library is read in the background.
    fn expect_card(&self, client: &mut Client, what: &str, holds: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        loop {
            let card = self.hover(client, "Theo kho");
            if holds(&card) {
                return;
            }
            assert!(Instant::now() < end, "{what}: {card}");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}

#[test]
fn the_words_of_a_clause_follow_the_file_and_go_with_it() {
    let desk = Desk::new();
    desk.write("nd987.txt", decree("Kịp thời."));
    let mut client = desk.start(false);
    desk.expect_card(&mut client, "the first words", |card| card.contains("2. Kịp thời."));
    // What is missing is known too.
    client.published(|p| !p.of("no-such-article").is_empty());
    desk.write("nd987.txt", decree("Đầy đủ và chính xác."));
    desk.expect_card(&mut client, "the changed words", |card| card.contains("2. Đầy đủ và chính xác."));
    std::fs::remove_file(desk.folder.path().join("texts/nd987.txt")).unwrap();
    desk.expect_card(&mut client, "no words any more", |card| !card.contains("chính xác"));
    client.finish();
}

#[test]
fn definition_opens_the_file_at_the_clause() {
    let desk = Desk::new();
    desk.write("nd987.txt", decree("Kịp thời."));
    let mut client = desk.start(false);
    desk.expect_card(&mut client, "the words", |card| card.contains("Kịp thời"));
    // Two lines more on top: the place is that of the file as it is now.
    desk.write("nd987.txt", format!("\n\n{}", decree("Kịp thời.")));
    let found =
        client.request("textDocument/definition", place(&desk.draft, 0, "Theo kho".encode_utf16().count())).unwrap();
    assert_eq!(found["uri"], uri(&desk.folder.path().join("texts/nd987.txt")));
    assert_eq!(found["range"]["start"], json!({ "line": 13, "character": 0 }));
    let nothing = client.request("textDocument/definition", place(&desk.draft, 0, 1)).unwrap();
    assert_eq!(nothing, Value::Null);
    client.finish();
}

#[test]
fn progress_is_shown_and_bad_files_are_reported_and_skipped() {
    let desk = Desk::new();
    desk.write("nd987.txt", decree("Kịp thời."));
    desk.write("thu.txt", "Một lá thư không có số.\n");
    desk.write("hong.docx", b"PK\x03\x04");
    let mut client = desk.start(true);
    let shown = client.shown();
    assert!(shown.contains("hong.docx: tệp Word hỏng") && shown.contains("thu.txt: "), "{shown}");
    client.until("the end of the progress", |c| c.progress.iter().any(|p| p["value"]["kind"] == "end"));
    let kinds: Vec<&str> = client.progress.iter().filter_map(|p| p["value"]["kind"].as_str()).collect();
    assert_eq!((kinds[0], kinds[kinds.len() - 1]), ("begin", "end"), "{kinds:?}");
    desk.expect_card(&mut client, "the words", |card| card.contains("Kịp thời"));
    client.finish();
}
