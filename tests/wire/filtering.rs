//! Completions in the filters of editors: what the server found stays in the list, in its order.

use crate::client::{Client, Start, capabilities_with};
use crate::filters::{helix, neovim, vs_code};
use serde_json::{Value, json};

const URI: &str = "file:///draft.txt";

/// What people type, each in a draft of its own.
const TYPED: &[&str] = &[
    "Căn cứ luật đất",
    "Căn cứ Luật Tổ chức",
    "can cu luat to chuc chinh phu",
    "theo Điều 5 Luật Đất",
    "Căn cứ Nghị định 30/",
    "Căn cứ Nghị định số 30/20",
    "Theo Thông báo số 169/TB",
    "theo NĐ 30",
    "theo Luật BHXH",
    "nghi dinh cong tac van",
    "Nghị định về công tác văn",
    "nghij ddinhj coong tacs vawn th",
    "trình Bộ trưởng Bộ Y",
    "của Chủ tịch Ủy ban nhân dân tỉnh Ph",
    "chanh van phong bo y",
    "theo quy định của BNV",
    "thời hiệu khởi kiện",
    "theo Điều 18 Bộ luật Dân",
    "khoản 1 Điều 5 Luật Nhà",
    "luat dat dai 2013",
    "Nghị định số 149/2005/",
];

fn client(name: &str, encodings: &[&str], inserts_or_replaces: bool) -> Client {
    let item = json!({ "completionItem": {
        "snippetSupport": true, "labelDetailsSupport": true, "insertReplaceSupport": inserts_or_replaces
    } });
    let mut capabilities = capabilities_with("/textDocument/completion", item);
    capabilities["general"]["positionEncodings"] = json!(encodings);
    let mut client = Start::new().start();
    client.initialize(capabilities, json!({ "clientInfo": { "name": name } }));
    client.open(URI, "");
    client
}

/// Asks for the list at the end of each text. All that was sent is shown, in the order in which it was sent.
fn all_is_shown_in_order(client: &mut Client, shown: impl Fn(&[Value], &str, usize) -> Vec<usize>) {
    let mut empty = Vec::new();
    for (version, typed) in (2..).zip(TYPED) {
        client.replace(URI, version, typed);
        let cursor = typed.chars().count();
        let items = client.completion(URI, 0, cursor);
        if items.is_empty() {
            empty.push(typed);
        }
        let labels = |all: &[usize]| -> Vec<String> {
            all.iter()
                .map(|&n| format!("{} [{}]", items[n]["label"].as_str().unwrap(), items[n]["filterText"]))
                .collect()
        };
        let sent: Vec<usize> = (0..items.len()).collect();
        let kept = shown(&items, typed, cursor);
        assert!(kept == sent, "{typed}:\nsent  {:#?}\nshown {:#?}", labels(&sent), labels(&kept));
    }
    assert!(empty.is_empty(), "no list at all: {empty:?}");
}

#[test]
fn vs_code_shows_all_completions_in_their_order() {
    let mut client = client("Visual Studio Code", &["utf-16"], true);
    all_is_shown_in_order(&mut client, vs_code);
    client.finish();
}

/// A blank that is typed leaves the list in place until the next one comes.
#[test]
fn vs_code_keeps_the_list_over_a_blank() {
    let mut client = client("Visual Studio Code", &["utf-16"], true);
    for (version, typed) in (2..).zip(["Căn cứ Luật Tổ chức", "nghi dinh cong tac van", "Bộ trưởng Bộ Tài"])
    {
        client.replace(URI, version, typed);
        let items = client.completion(URI, 0, typed.chars().count());
        let longer = format!("{typed} ");
        assert_eq!(vs_code(&items, &longer, longer.chars().count()).len(), items.len(), "{typed}");
    }
    client.finish();
}

#[test]
fn neovim_shows_all_completions_in_their_order() {
    // Its columns are bytes where the server takes them; characters are enough for the filter.
    let mut client = client("Neovim", &["utf-32"], false);
    all_is_shown_in_order(&mut client, neovim);
    client.finish();
}

#[test]
fn helix_shows_all_completions_in_their_order() {
    let mut client = client("helix", &["utf-32"], true);
    all_is_shown_in_order(&mut client, |items, line, cursor| {
        let shown = helix(items, line, cursor, false);
        assert_eq!(shown, helix(items, line, cursor, true), "{line}");
        shown
    });
    client.finish();
}
