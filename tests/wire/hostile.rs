//! Documents and settings made to do harm: each is served within stated limits of time and memory, or refused with a message, and
//! the other documents are served meanwhile.

use crate::client::{Client, PATIENCE, Start, capabilities, range};
use serde_json::json;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const HOSTILE: &str = "file:///hostile.md";
const OTHER: &str = "file:///other.md";
const ETH: &str = "eth-for-d-stroke";
const BAD: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n";
/// How long another document may wait while one keeps the server busy. The machine may be busy too.
const MEANWHILE: Duration = Duration::from_secs(20);
/// The most memory that the server may ever have taken, in MiB.
const MOST_MEMORY: u64 = 1536;

/// The most memory that the process had, in MiB.
fn peak(client: &Client) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", client.pid())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()).unwrap_or(0) >> 10
}

/// Opens a hostile text, then another one, which is served at once; the hostile one in the end. Then it is edited and closed.
fn is_survived(name: &str, text: &str) {
    let mut client = Client::ready();
    client.open(OTHER, BAD);
    client.diagnostics(OTHER, 1);
    client.open(HOSTILE, text);
    let start = Instant::now();
    client.replace(OTHER, 2, &BAD.repeat(2));
    assert_eq!(client.diagnostics(OTHER, 2).of(ETH).len(), 2, "{name}");
    assert!(!client.hover(OTHER, 0, 22).unwrap().is_null(), "{name}");
    assert!(start.elapsed() < MEANWHILE, "{name}: the other document waited for {:?}", start.elapsed());
    client.diagnostics(HOSTILE, 1);
    client.change(HOSTILE, 2, json!([{ "range": range((0, 0), (0, 0)), "text": BAD }]));
    let found = client.published(|p| p.uri == HOSTILE && p.version == Some(2) && !p.of(ETH).is_empty());
    assert_eq!(found.of(ETH)[0]["range"]["start"]["line"], 0, "{name}");
    for method in ["documentSymbol", "foldingRange", "semanticTokens/full", "codeLens", "documentLink"] {
        let params = json!({ "textDocument": { "uri": HOSTILE } });
        client.request(&format!("textDocument/{method}"), params).unwrap();
    }
    client.close(HOSTILE);
    assert!(peak(&client) < MOST_MEMORY, "{name}: {} MiB", peak(&client));
    assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
    client.finish();
}

#[test]
fn lists_in_lists_in_lists() {
    is_survived("on one line", &"- ".repeat(500_000));
    let mut lines = String::new();
    for n in 0..100_000 {
        let _ = writeln!(lines, "{}- {}) x", " ".repeat(n % 40), n % 9 + 1);
    }
    is_survived("on lines", &lines);
    is_survived("quotations in quotations", &"“(".repeat(200_000));
}

#[test]
fn a_reference_over_and_over() {
    is_survived("articles", &"Điều 1, ".repeat(100_000));
    is_survived("numbers", &"30/2020/NĐ-CP, ".repeat(20_000));
    is_survived("types", &"Nghị định ".repeat(40_000));
}

#[test]
fn ten_thousand_short_names() {
    let mut text = String::new();
    for n in 0..10_000 {
        let _ =
            writeln!(text, "Theo Quyết định số {n}/2019/QĐ-TTg (sau đây gọi tắt là Đề án {n}).\n\nTheo Đề án {n}.\n");
    }
    is_survived("short names", &text);
}

/// Past a limit one message says that the document is not checked whole.
#[test]
fn limits_that_are_reached_are_told() {
    let mut client = Client::ready();
    let mut names = String::new();
    for n in 0..600 {
        let _ = writeln!(names, "Theo Quyết định số {n}/2019/QĐ-TTg (sau đây gọi tắt là Đề án {n}).\n");
    }
    client.open(HOSTILE, &names);
    let told = client.published(|p| p.uri == HOSTILE && !p.of("too-many-short-names").is_empty());
    assert!(told.of("too-many-short-names")[0]["message"].as_str().unwrap().contains("500"), "{told:?}");
    client.open(OTHER, &BAD.repeat(2500));
    let told = client.published(|p| p.uri == OTHER && !p.of("too-many-findings").is_empty());
    assert!(told.of("too-many-findings")[0]["message"].as_str().unwrap().contains("2000"), "{told:?}");
    assert_eq!(told.of(ETH).len(), 2000);
    client.finish();
}

#[test]
fn letters_that_are_none() {
    let marks = format!("Nghị định số 30/2020/NĐ-CP e{}", "\u{301}\u{323}".repeat(50_000));
    is_survived("combining marks", &marks);
    is_survived("NUL", &"Nghị định\0 số 30/\0 2020/NĐ-CP\n".repeat(2_000));
    is_survived("directions", &"\u{202e}Nghị định\u{2066} số \u{202c}30/2020\u{2069}/NĐ-CP\u{200f}\n".repeat(2_000));
    is_survived("surrogates and the last letter", &"\u{10ffff}\u{feff}𝄞 Điều 5 \u{ffff}\n".repeat(2_000));
}

/// Past the limit a document is not read, and one message says so.
#[test]
fn a_line_of_a_hundred_megabytes() {
    let mut client = Client::ready();
    client.open(HOSTILE, &"Điều 1, khoản 2 ".repeat(100_000_000 / 19));
    let start = Instant::now();
    client.open(OTHER, BAD);
    assert_eq!(client.diagnostics(OTHER, 1).of(ETH).len(), 1);
    assert_eq!(client.diagnostics(HOSTILE, 1).of("document-too-long").len(), 1);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    assert!(peak(&client) < MOST_MEMORY, "{} MiB", peak(&client));
    client.finish();
}

#[test]
fn a_settings_file_of_fifty_megabytes_is_refused_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    std::fs::write(folder.path().join("viendan.toml"), "ignore = []\n".repeat(50 << 20 >> 3)).unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    assert!(client.shown().contains("quá lớn"));
    let uri = format!("{root}/a.md");
    client.open(&uri, BAD);
    client.published(|p| p.uri == uri && p.of(ETH).len() == 1);
    client.finish();
}

#[test]
fn a_record_with_a_million_aliases_is_refused_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("team.jsonl");
    let aliases: Vec<String> = (0..1_000_000).map(|n| format!("\"Tên gọi khác số {n}\"")).collect();
    let good = json!({ "number": "901/QĐ-XYZ", "type": "Quyết định", "year": 2024, "title": "Về kho" });
    let bad = format!("{{\"number\":\"902/QĐ-XYZ\",\"year\":2024,\"aliases\":[{}]}}\n", aliases.join(","));
    std::fs::write(&file, format!("{bad}{good}\n")).unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "initializationOptions": { "catalogues": [file] } }));
    assert!(client.shown().contains("team.jsonl"));
    client.open(OTHER, BAD);
    client.published(|p| p.uri == OTHER && p.of(ETH).len() == 1);
    assert!(peak(&client) < MOST_MEMORY, "{} MiB", peak(&client));
    client.finish();
}

/// A library of many files with a circle of links: what is typed meanwhile is checked.
#[test]
#[cfg(unix)]
fn a_library_of_many_files_and_circles_holds_up_nobody() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..40 {
        let inner = folder.path().join(format!("texts/{n}"));
        std::fs::create_dir_all(&inner).unwrap();
        for m in 0..100 {
            std::fs::write(inner.join(format!("{m}.txt")), "Không phải văn bản.\n").unwrap();
        }
        std::os::unix::fs::symlink(folder.path().join("texts"), inner.join("circle")).unwrap();
    }
    let root = format!("file://{}", folder.path().display());
    let mut client = Start::new().start();
    let options = json!({ "library": ["texts"] });
    client.initialize(
        capabilities(),
        json!({ "workspaceFolders": [{ "uri": root, "name": "w" }], "initializationOptions": options }),
    );
    let start = Instant::now();
    client.open(OTHER, BAD);
    client.published(|p| p.uri == OTHER && p.of(ETH).len() == 1);
    assert!(start.elapsed() < MEANWHILE, "{:?}", start.elapsed());
    client.finish_told();
}
