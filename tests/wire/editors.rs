//! Clients with the capabilities of real editors, with few and with none: each is served with what it can show.

use crate::client::{Client, Start, place, range};
use serde_json::{Value, json};

const URI: &str = "file:///draft.md";
const TEXT: &str = "NGHỊ ĐỊNH\nCăn cứ Nghị định số 30/2020/NÐ-CP;\nĐiều 1. Một\nTheo khoản 1 Điều 1 Nghị định này.\n";

/// What an editor says of itself, as far as it matters to this server.
fn editors() -> Vec<(&'static str, Value)> {
    vec![
        (
            "Visual Studio Code",
            json!({
                "general": { "positionEncodings": ["utf-16"] },
                "window": { "workDoneProgress": true, "showDocument": { "support": true } },
                "textDocument": {
                    "synchronization": { "dynamicRegistration": true, "didSave": true },
                    "publishDiagnostics": { "relatedInformation": true, "versionSupport": false, "tagSupport": { "valueSet": [1, 2] }, "codeDescriptionSupport": true, "dataSupport": true },
                    "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": false },
                    "completion": { "completionItem": { "snippetSupport": true, "labelDetailsSupport": true, "documentationFormat": ["markdown", "plaintext"], "tagSupport": { "valueSet": [1] }, "resolveSupport": { "properties": ["documentation"] } } },
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                    "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                    "codeAction": { "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] }, "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "source"] } } },
                    "rename": { "prepareSupport": true, "prepareSupportDefaultBehavior": 1, "honorsChangeAnnotations": true },
                    "foldingRange": { "rangeLimit": 5000, "lineFoldingOnly": true },
                    "semanticTokens": { "requests": { "range": true, "full": { "delta": true } }, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"] }
                },
                "workspace": { "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": { "groupsOnLabel": true } }, "workspaceFolders": true, "diagnostics": { "refreshSupport": true } }
            }),
        ),
        (
            "Neovim",
            json!({
                "general": { "positionEncodings": ["utf-8", "utf-16", "utf-32"] },
                "window": { "workDoneProgress": true, "showDocument": { "support": true } },
                "textDocument": {
                    "synchronization": { "dynamicRegistration": false, "didSave": true },
                    "publishDiagnostics": { "relatedInformation": true, "tagSupport": { "valueSet": [1, 2] }, "dataSupport": true },
                    "diagnostic": { "dynamicRegistration": false },
                    "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": ["markdown", "plaintext"], "tagSupport": { "valueSet": [1] } } },
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                    "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                    "codeAction": { "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit", "command"] }, "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "refactor.rewrite", "source"] } } },
                    "rename": { "prepareSupport": true }
                },
                "workspace": { "workspaceEdit": { "resourceOperations": ["rename", "create", "delete"] }, "didChangeWatchedFiles": { "dynamicRegistration": false } }
            }),
        ),
        (
            "helix",
            json!({
                "general": { "positionEncodings": ["utf-8", "utf-32", "utf-16"] },
                "window": { "workDoneProgress": true, "showDocument": { "support": true } },
                "textDocument": {
                    "publishDiagnostics": { "versionSupport": true, "tagSupport": { "valueSet": [1, 2] } },
                    "completion": { "completionItem": { "snippetSupport": true, "tagSupport": { "valueSet": [1] }, "resolveSupport": { "properties": ["documentation", "detail"] } } },
                    "hover": { "contentFormat": ["markdown"] },
                    "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "source"] } }, "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit", "command"] } },
                    "rename": { "prepareSupport": true, "prepareSupportDefaultBehavior": null, "honorsChangeAnnotations": false }
                },
                "workspace": { "workspaceEdit": { "documentChanges": true } }
            }),
        ),
        ("a plain editor", json!({ "textDocument": { "hover": {}, "completion": {} } })),
        ("nobody", json!({})),
    ]
}

fn findings(client: &mut Client, pulls: bool) -> Vec<Value> {
    if !pulls {
        return client.published(|p| !p.of("eth-for-d-stroke").is_empty()).of("eth-for-d-stroke");
    }
    let report = client.pull(URI, None).unwrap();
    let all = report["items"].as_array().unwrap();
    all.iter().filter(|d| d["code"] == "eth-for-d-stroke").cloned().collect()
}

#[test]
fn each_editor_is_served_with_what_it_can_show() {
    for (name, capabilities) in editors() {
        let mut client = Start::new().start();
        let result = client.initialize(capabilities.clone(), json!({ "clientInfo": { "name": name } }));
        let offers = &result["capabilities"];
        let pulls = !offers["diagnosticProvider"].is_null();
        assert_eq!(pulls, name == "Visual Studio Code", "{name}");
        client.open(URI, TEXT);
        assert_eq!(findings(&mut client, pulls).len(), 1, "{name}");
        assert!(!pulls || client.unread_publications().is_empty(), "{name}: pulled and pushed");
        // The number is behind letters of one unit in UTF-16 and several bytes in UTF-8: any column in it will do.
        let card = client.hover(URI, 1, 26).unwrap();
        let is_markdown = capabilities.pointer("/textDocument/hover/contentFormat/0") == Some(&json!("markdown"));
        assert_eq!(card["contents"]["kind"] == "markdown", is_markdown, "{name}: {card}");
        let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } })).unwrap();
        let is_nested =
            capabilities.pointer("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport").is_some();
        assert_eq!(symbols[0].get("children").is_some() || symbols[0].get("range").is_some(), is_nested, "{name}");
        let actions = client.actions(URI, range((1, 0), (1, 40)), json!({ "diagnostics": [] }));
        assert_eq!(actions.is_empty(), capabilities.pointer("/textDocument/codeAction").is_none(), "{name}");
        for action in &actions {
            let edit = &action["edit"];
            let versioned = capabilities.pointer("/workspace/workspaceEdit/documentChanges").is_some();
            assert!(edit.is_null() || edit.get("documentChanges").is_some() == versioned, "{name}: {edit}");
        }
        let mut rename = place(URI, 2, 0);
        rename["newName"] = json!("4");
        assert!(client.request("textDocument/rename", rename).is_ok(), "{name}");
        client.finish();
    }
}
