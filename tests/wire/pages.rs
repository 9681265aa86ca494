//! The pages of the rules that diagnostics lead to.

use crate::client::{Client, Start, capabilities, capabilities_with};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";
const TEXT: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n";

fn with_pages() -> Value {
    capabilities_with("/textDocument/publishDiagnostics/codeDescriptionSupport", json!(true))
}

/// The first diagnostic once the catalogue, and with it the pages, are there.
fn reported(client: &mut Client) -> Value {
    client.open(URI, TEXT);
    client.diagnostics(URI, 1);
    assert_ne!(client.hover(URI, 0, 22).unwrap(), Value::Null);
    client.replace(URI, 2, TEXT);
    client.published(|p| p.version == Some(2) && !p.of("eth-for-d-stroke").is_empty()).of("eth-for-d-stroke")[0].clone()
}

#[test]
fn a_diagnostic_leads_to_the_page_of_its_rule() {
    let cache = tempfile::tempdir().unwrap();
    let mut client = Start::new().env("VIENDAN_CACHE_DIR", cache.path().to_str().unwrap()).start();
    client.initialize(with_pages(), json!({}));
    client.open(URI, TEXT);
    // However long it takes to make the catalogue and the pages for the first time.
    let with_page = client.published(|p| p.of("eth-for-d-stroke").iter().any(|d| d["codeDescription"].is_object()));
    let diagnostic = &with_page.of("eth-for-d-stroke")[0];
    let href = diagnostic["codeDescription"]["href"].as_str().unwrap_or_else(|| panic!("no page: {diagnostic}"));
    let page = std::fs::read_to_string(href.strip_prefix("file://").unwrap()).unwrap();
    assert!(page.starts_with("# eth-for-d-stroke\n\n**Mức**: lỗi"), "{page}");
    client.finish();
}

#[test]
fn without_a_place_to_write_there_is_a_diagnostic_and_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    // Below a file there can't be a folder, not even for root.
    let cache = file.join("cache");
    let mut client = Start::new().env("VIENDAN_CACHE_DIR", cache.to_str().unwrap()).env("VIENDAN_LOG", "error").start();
    client.initialize(with_pages(), json!({}));
    assert_eq!(reported(&mut client).get("codeDescription"), None);
    let shown = client.shown();
    assert!(shown.contains("không phải là thư mục; danh mục đi kèm được giữ trong bộ nhớ"), "{shown}");
    client.finish();
}

#[test]
fn a_client_that_cannot_open_pages_is_given_none() {
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({}));
    assert_eq!(reported(&mut client).get("codeDescription"), None);
    client.finish();
}
