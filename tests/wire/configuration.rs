//! Settings: where they come from, which have priority, and what is reported of wrong ones.

use crate::client::{Client, Start, capabilities, capabilities_with};
use serde_json::{Value, json};
use std::path::Path;

const ETH: &str = "eth-for-d-stroke";
const TEXT: &str = "Nghị định số 30/2020/NÐ-CP\n";

fn uri(path: &Path) -> String {
    // Temporary directories have plain names.
    format!("file://{}", path.display())
}

struct Workspace {
    folder: tempfile::TempDir,
    document: String,
}

impl Workspace {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let document = uri(&folder.path().join("draft.txt"));
        Self { folder, document }
    }

    fn write(&self, settings: impl AsRef<[u8]>) {
        std::fs::write(self.folder.path().join("viendan.toml"), settings).unwrap();
    }

    fn start(&self, capabilities: Value, options: Value, settings: Value) -> Client {
        let mut client = Start::new().start();
        client.settings = settings;
        let folders = json!([{ "uri": uri(self.folder.path()), "name": "w" }]);
        client.initialize(capabilities, json!({ "workspaceFolders": folders, "initializationOptions": options }));
        client
    }

    /// Waits until the wrong letter has a severity.
    fn expect(&self, client: &mut Client, severity: u64) {
        client.published(|p| p.of(ETH).iter().any(|d| d["severity"] == severity));
    }
}

#[test]
fn a_settings_file_is_read_and_the_editor_wins() {
    let workspace = Workspace::new();
    workspace.write("[rules]\neth-for-d-stroke = \"hint\"\n");
    let mut client = workspace.start(capabilities(), Value::Null, Value::Null);
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 4);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "viendan": { "rules": { ETH: "warning" } } } }),
    );
    workspace.expect(&mut client, 2);
    client.finish();

    let mut client = workspace.start(capabilities(), json!({ "rules": { ETH: "information" } }), Value::Null);
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 3);
    client.finish();

    let asks = capabilities_with("/workspace/configuration", json!(true));
    let mut client =
        workspace.start(asks, json!({ "rules": { ETH: "information" } }), json!({ "rules": { ETH: "error" } }));
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 1);
    client.settings = json!({ "rules": { ETH: "warning" } });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    workspace.expect(&mut client, 2);
    client.finish();
}

#[test]
fn a_settings_file_is_watched() {
    let workspace = Workspace::new();
    let watches = capabilities_with("/workspace/didChangeWatchedFiles", json!({ "dynamicRegistration": true }));
    let mut client = workspace.start(watches, Value::Null, Value::Null);
    client.until("a registration", |client| !client.registered.is_empty());
    let watcher = &client.registered[0]["registerOptions"]["watchers"][0]["globPattern"];
    assert_eq!(watcher, "**/viendan.toml");
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 1);
    workspace.write("rules = { eth-for-d-stroke = \"hint\" }\n");
    let changed = json!({ "changes": [{ "uri": uri(&workspace.folder.path().join("viendan.toml")), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    workspace.expect(&mut client, 4);
    client.finish();
}

#[test]
fn wrong_settings_are_reported_with_place_and_cause_and_the_rest_holds() {
    let workspace = Workspace::new();
    workspace.write("language = \"en\"\ncolour = \"red\"\nrules = { eth-for-d-stroke = \"hint\" }\n");
    let mut client = workspace.start(capabilities(), json!({ "asOf": "tomorrow" }), Value::Null);
    let shown = [client.shown(), client.shown()];
    assert!(shown.iter().any(|m| m.contains("viendan.toml") && m.contains("2: `colour`")), "{shown:?}");
    assert!(shown.iter().any(|m| m.contains("initializationOptions") && m.contains("`asOf`")), "{shown:?}");
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 4);
    client.finish();
}

#[test]
fn a_broken_settings_file_is_reported_and_the_server_works() {
    for (content, cause) in
        [(&b"language = \"en\"\nrules = [[\n"[..], "viendan.toml): "), (b"language = \"\xff\"\n", "UTF-8")]
    {
        let workspace = Workspace::new();
        workspace.write(content);
        let mut client = workspace.start(capabilities(), Value::Null, Value::Null);
        let shown = client.shown();
        assert!(shown.contains("viendan.toml") && shown.contains(cause), "{shown}");
        client.open(&workspace.document, TEXT);
        workspace.expect(&mut client, 1);
        // The file is corrected, and its settings are applied.
        workspace.write("rules = { eth-for-d-stroke = \"hint\" }\n");
        client.notify(
            "textDocument/didSave",
            json!({ "textDocument": { "uri": uri(&workspace.folder.path().join("viendan.toml")) } }),
        );
        workspace.expect(&mut client, 4);
        // Broken again in the same way, it is reported again; the former settings stay.
        workspace.write(content);
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
        assert_eq!(client.shown(), shown);
        client.finish();
    }
}

#[test]
fn an_unreadable_catalogue_is_reported_and_the_built_in_one_is_used() {
    let workspace = Workspace::new();
    workspace.write("catalogues = [\"missing.jsonl\"]\n");
    let mut client = workspace.start(capabilities(), Value::Null, Value::Null);
    let shown = client.shown();
    assert!(shown.contains("missing.jsonl"), "{shown}");
    client.open(&workspace.document, "Theo Nghị định số 30/2020/NĐ-CP\n");
    assert!(!client.hover(&workspace.document, 0, 22).unwrap().is_null());
    client.finish();
}

#[test]
fn folders_come_and_go() {
    let workspace = Workspace::new();
    workspace.write("rules = { eth-for-d-stroke = \"hint\" }\n");
    let mut client = Client::ready();
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 1);
    let folder = json!([{ "uri": uri(workspace.folder.path()), "name": "w" }]);
    let event = json!({ "event": { "added": folder, "removed": [] } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    workspace.expect(&mut client, 4);
    let event = json!({ "event": { "added": [], "removed": folder } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    workspace.expect(&mut client, 1);
    client.finish();
}

#[test]
fn a_settings_file_is_seen_by_a_client_that_watches_no_files() {
    let workspace = Workspace::new();
    workspace.write("");
    let neovim = capabilities_with("/workspace/didChangeWatchedFiles", json!({ "dynamicRegistration": false }));
    let mut client = workspace.start(neovim, Value::Null, Value::Null);
    client.open(&workspace.document, TEXT);
    workspace.expect(&mut client, 1);
    workspace.write("rules = { eth-for-d-stroke = \"hint\" }\n");
    workspace.expect(&mut client, 4);
    client.finish();
}

#[test]
fn the_server_registers_for_changes_of_settings() {
    let registers = capabilities_with("/workspace/didChangeConfiguration", json!({ "dynamicRegistration": true }));
    let workspace = Workspace::new();
    let mut client = workspace.start(registers, Value::Null, Value::Null);
    client.until("a registration", |client| !client.registered.is_empty());
    assert_eq!(client.registered[0]["method"], "workspace/didChangeConfiguration");
    client.finish();
}

#[test]
fn the_nearest_settings_file_holds() {
    let workspace = Workspace::new();
    workspace.write("rules = { eth-for-d-stroke = \"hint\" }\n");
    let inner = workspace.folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(inner.join("viendan.toml"), "rules = { eth-for-d-stroke = \"warning\" }\n").unwrap();
    let mut client = workspace.start(capabilities(), Value::Null, Value::Null);
    let document = uri(&inner.join("draft.md"));
    client.open(&document, TEXT);
    client.published(|p| p.uri == document && p.of(ETH).iter().any(|d| d["severity"] == 2));
    client.open(&workspace.document, TEXT);
    client.published(|p| p.uri == workspace.document && p.of(ETH).iter().any(|d| d["severity"] == 4));
    client.finish();
}

#[test]
fn the_editors_settings_of_each_folder_are_asked_for() {
    let (one, two) = (Workspace::new(), Workspace::new());
    let mut client = Start::new().start();
    let folders = [&one, &two].map(|w| json!({ "uri": uri(w.folder.path()), "name": "w" }));
    client.settings_of.insert(uri(one.folder.path()), json!({ "rules": { ETH: "hint" } }));
    client.settings_of.insert(uri(two.folder.path()), json!({ "rules": { ETH: "warning" } }));
    let asks = capabilities_with("/workspace/configuration", json!(true));
    client.initialize(asks, json!({ "workspaceFolders": folders }));
    for (workspace, severity) in [(&one, 4), (&two, 2)] {
        client.open(&workspace.document, TEXT);
        client.published(|p| p.uri == workspace.document && p.of(ETH).iter().any(|d| d["severity"] == severity));
    }
    client.finish();
}
