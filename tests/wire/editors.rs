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
        ("an editor that can do everything", everything()),
        ("a plain editor", json!({ "textDocument": { "hover": {}, "completion": {} } })),
        ("nobody", json!({})),
    ]
}

/// Everything that the protocol knows and this server may use.
fn everything() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-8", "utf-16", "utf-32"], "staleRequestSupport": { "cancel": true, "retryOnContentModified": ["textDocument/semanticTokens/full"] }, "markdown": { "parser": "marked" } },
        "window": { "workDoneProgress": true, "showDocument": { "support": true }, "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } } },
        "textDocument": {
            "synchronization": { "dynamicRegistration": true, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true, "tagSupport": { "valueSet": [1, 2] }, "codeDescriptionSupport": true, "dataSupport": true },
            "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": true },
            "completion": { "dynamicRegistration": true, "contextSupport": true, "insertTextMode": 2, "completionItem": { "snippetSupport": true, "commitCharactersSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true, "deprecatedSupport": true, "preselectSupport": true, "documentationFormat": ["markdown", "plaintext"], "tagSupport": { "valueSet": [1] }, "resolveSupport": { "properties": ["documentation", "detail", "additionalTextEdits"] }, "insertTextModeSupport": { "valueSet": [1, 2] } }, "completionList": { "itemDefaults": ["commitCharacters", "editRange", "insertTextFormat", "data"] } },
            "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
            "definition": { "dynamicRegistration": true, "linkSupport": true },
            "declaration": { "dynamicRegistration": true, "linkSupport": true },
            "typeDefinition": { "dynamicRegistration": true, "linkSupport": true },
            "implementation": { "dynamicRegistration": true, "linkSupport": true },
            "references": { "dynamicRegistration": true },
            "documentHighlight": { "dynamicRegistration": true },
            "documentLink": { "dynamicRegistration": true, "tooltipSupport": true },
            "documentSymbol": { "dynamicRegistration": true, "hierarchicalDocumentSymbolSupport": true, "labelSupport": true },
            "codeAction": { "dynamicRegistration": true, "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true, "honorsChangeAnnotations": true, "resolveSupport": { "properties": ["edit"] }, "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "refactor.rewrite", "source", "source.fixAll"] } } },
            "codeLens": { "dynamicRegistration": true },
            "formatting": { "dynamicRegistration": true },
            "rangeFormatting": { "dynamicRegistration": true, "rangesSupport": true },
            "onTypeFormatting": { "dynamicRegistration": true },
            "rename": { "dynamicRegistration": true, "prepareSupport": true, "prepareSupportDefaultBehavior": 1, "honorsChangeAnnotations": true },
            "foldingRange": { "dynamicRegistration": true, "rangeLimit": 5000, "lineFoldingOnly": true, "foldingRangeKind": { "valueSet": ["comment", "imports", "region"] }, "foldingRange": { "collapsedText": true } },
            "selectionRange": { "dynamicRegistration": true },
            "semanticTokens": { "dynamicRegistration": true, "requests": { "range": true, "full": { "delta": true } }, "tokenTypes": ["type", "number", "class", "property", "namespace"], "tokenModifiers": ["deprecated", "definition"], "formats": ["relative"], "overlappingTokenSupport": true, "multilineTokenSupport": true, "serverCancelSupport": true, "augmentsSyntaxTokens": true },
            "inlayHint": { "dynamicRegistration": true, "resolveSupport": { "properties": ["tooltip", "textEdits", "label.tooltip"] } }
        },
        "workspace": {
            "applyEdit": true, "configuration": true, "workspaceFolders": true,
            "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create", "rename", "delete"], "failureHandling": "textOnlyTransactional", "normalizesLineEndings": true, "changeAnnotationSupport": { "groupsOnLabel": true } },
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
            "symbol": { "dynamicRegistration": true, "resolveSupport": { "properties": ["location.range"] } },
            "executeCommand": { "dynamicRegistration": true },
            "codeLens": { "refreshSupport": true }, "inlayHint": { "refreshSupport": true }, "semanticTokens": { "refreshSupport": true },
            "diagnostics": { "refreshSupport": true }
        }
    })
}

/// Requests that every editor may send, whatever it says of itself: each is answered.
fn is_answered(client: &mut Client, name: &str) {
    let document = json!({ "textDocument": { "uri": URI } });
    let mut ranged = document.clone();
    ranged["range"] = range((0, 0), (4, 0));
    let mut formatted = document.clone();
    formatted["options"] = json!({ "tabSize": 4, "insertSpaces": true });
    let mut referred = place(URI, 1, 26);
    referred["context"] = json!({ "includeDeclaration": true });
    let mut selected = document.clone();
    selected["positions"] = json!([{ "line": 1, "character": 26 }]);
    for (method, params) in [
        ("textDocument/definition", place(URI, 3, 8)),
        ("textDocument/declaration", place(URI, 1, 26)),
        ("textDocument/typeDefinition", place(URI, 1, 26)),
        ("textDocument/implementation", place(URI, 1, 26)),
        ("textDocument/references", referred),
        ("textDocument/documentHighlight", place(URI, 1, 26)),
        ("textDocument/documentLink", document.clone()),
        ("textDocument/foldingRange", document.clone()),
        ("textDocument/selectionRange", selected),
        ("textDocument/codeLens", document.clone()),
        ("textDocument/inlayHint", ranged.clone()),
        ("textDocument/semanticTokens/full", document.clone()),
        ("textDocument/semanticTokens/range", ranged),
        ("textDocument/formatting", formatted),
        ("workspace/symbol", json!({ "query": "mot" })),
        ("workspace/executeCommand", json!({ "command": "viendan.citations", "arguments": [URI] })),
    ] {
        let answer = client.request(method, params).unwrap_or_else(|error| panic!("{name}: {method}: {error}"));
        let may_be_nothing = ["textDocument/definition", "textDocument/implementation"].contains(&method);
        assert!(!answer.is_null() || may_be_nothing, "{name}: {method}");
    }
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
        let can_pull = capabilities.pointer("/workspace/diagnostics/refreshSupport").is_some();
        assert_eq!(pulls, can_pull, "{name}");
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
        is_answered(&mut client, name);
        client.finish();
    }
}
