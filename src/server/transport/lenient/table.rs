//! What is repaired in the parameters of the methods that the server serves.

use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeLens, CodeLensParams, CompletionItem, CompletionParams,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentFormattingParams, DocumentHighlightParams, DocumentLink, DocumentLinkParams,
    DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, DocumentSymbolParams, ExecuteCommandParams,
    FoldingRangeParams, GotoDefinitionParams, HoverParams, InitializeParams, InitializedParams, InlayHint,
    InlayHintParams, ReferenceParams, RenameParams, SelectionRangeParams, SemanticTokensDeltaParams,
    SemanticTokensParams, SemanticTokensRangeParams, TextDocumentPositionParams, WorkspaceDiagnosticParams,
    WorkspaceSymbolParams,
};

/// A version that a client does not count: the next one. Far below all that are counted.
pub const UNCOUNTED: i32 = i32::MIN;

/// How a member is mended, by its name, wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// An address is made a URI. At the beginning of a session an empty one is none.
    Address,
    /// A number of a line or column that is too large for the protocol is its largest.
    Place,
    /// A version that is no number of the protocol is the next one.
    Version,
    /// Nobody needs it.
    Drop,
}

/// By the name of the member.
pub const MEMBERS: &[(&str, Mend)] = &[
    ("uri", Mend::Address),
    ("rootUri", Mend::Address),
    ("scopeUri", Mend::Address),
    ("href", Mend::Address),
    ("target", Mend::Address),
    ("targetUri", Mend::Address),
    ("line", Mend::Place),
    ("character", Mend::Place),
    ("version", Mend::Version),
    ("rangeLength", Mend::Drop),
];

/// Members that must be there, with what stands for one that is absent or null: method, path with `*` for each element, value
/// in JSON.
pub const DEFAULTS: &[(&str, &str, &str)] = &[
    ("initialize", "", "{}"),
    ("initialize", "/capabilities", "{}"),
    ("initialize", "/workspaceFolders/*/name", "\"\""),
    ("initialized", "", "{}"),
    ("textDocument/didOpen", "/textDocument/languageId", "\"\""),
    ("textDocument/didOpen", "/textDocument/version", "0"),
    ("textDocument/didChange", "/textDocument/version", "-2147483648"),
    ("textDocument/codeAction", "/context", "{}"),
    ("textDocument/codeAction", "/context/diagnostics", "[]"),
    ("textDocument/references", "/context", "{}"),
    ("textDocument/references", "/context/includeDeclaration", "true"),
    ("textDocument/formatting", "/options", "{\"tabSize\":4,\"insertSpaces\":true}"),
    ("textDocument/rangeFormatting", "/options", "{\"tabSize\":4,\"insertSpaces\":true}"),
    ("textDocument/onTypeFormatting", "/options", "{\"tabSize\":4,\"insertSpaces\":true}"),
    ("workspace/symbol", "", "{}"),
    ("workspace/symbol", "/query", "\"\""),
    ("workspace/diagnostic", "", "{}"),
    ("workspace/diagnostic", "/previousResultIds", "[]"),
    ("$/setTrace", "", "{}"),
    ("workspace/didChangeConfiguration", "", "{}"),
    ("workspace/didChangeConfiguration", "/settings", "null"),
    ("workspace/didChangeWatchedFiles", "", "{}"),
    ("workspace/didChangeWatchedFiles", "/changes", "[]"),
    ("workspace/didChangeWorkspaceFolders", "/event/added", "[]"),
    ("workspace/didChangeWorkspaceFolders", "/event/removed", "[]"),
    ("workspace/didChangeWorkspaceFolders", "/event/added/*/name", "\"\""),
    ("workspace/didChangeWorkspaceFolders", "/event/removed/*/name", "\"\""),
];

/// Members whose content is the user's own: nothing in them is mended.
pub const SETTINGS: [&str; 2] = ["initializationOptions", "settings"];

/// Methods that have no parameters; what a client sends all the same (`{}`, `[]`) is dropped.
pub const WITHOUT_PARAMETERS: [&str; 2] = ["shutdown", "exit"];

/// Tries to read parameters; where that fails, the place of the fault.
pub type Trial = fn(&Value) -> Result<(), Fault>;

/// Why parameters cannot be read, and where: the way to the member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub way: Vec<Step>,
    pub cause: String,
}

/// A step into parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Member(String),
    Element(usize),
}

/// Whether what cannot be read may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// The rest is as good without it.
    Optional,
    /// The message is all or nothing: with a part of an edit the text would be another.
    Whole,
}

/// The methods that the server serves.
pub const METHODS: &[(&str, Rest, Trial)] = &[
    ("initialize", Rest::Optional, trial::<InitializeParams>),
    ("initialized", Rest::Optional, trial::<InitializedParams>),
    ("textDocument/didOpen", Rest::Whole, trial::<DidOpenTextDocumentParams>),
    ("textDocument/didChange", Rest::Whole, trial::<DidChangeTextDocumentParams>),
    ("textDocument/didClose", Rest::Whole, trial::<DidCloseTextDocumentParams>),
    ("textDocument/didSave", Rest::Optional, trial::<DidSaveTextDocumentParams>),
    ("workspace/didChangeConfiguration", Rest::Optional, trial::<DidChangeConfigurationParams>),
    ("workspace/didChangeWatchedFiles", Rest::Optional, trial::<DidChangeWatchedFilesParams>),
    ("workspace/didChangeWorkspaceFolders", Rest::Optional, trial::<DidChangeWorkspaceFoldersParams>),
    ("textDocument/hover", Rest::Optional, trial::<HoverParams>),
    ("textDocument/completion", Rest::Optional, trial::<CompletionParams>),
    ("completionItem/resolve", Rest::Optional, trial::<CompletionItem>),
    ("textDocument/definition", Rest::Optional, trial::<GotoDefinitionParams>),
    ("textDocument/declaration", Rest::Optional, trial::<GotoDefinitionParams>),
    ("textDocument/typeDefinition", Rest::Optional, trial::<GotoDefinitionParams>),
    ("textDocument/implementation", Rest::Optional, trial::<GotoDefinitionParams>),
    ("textDocument/references", Rest::Optional, trial::<ReferenceParams>),
    ("textDocument/documentHighlight", Rest::Optional, trial::<DocumentHighlightParams>),
    ("textDocument/documentSymbol", Rest::Optional, trial::<DocumentSymbolParams>),
    ("textDocument/foldingRange", Rest::Optional, trial::<FoldingRangeParams>),
    ("textDocument/selectionRange", Rest::Optional, trial::<SelectionRangeParams>),
    ("textDocument/documentLink", Rest::Optional, trial::<DocumentLinkParams>),
    ("documentLink/resolve", Rest::Optional, trial::<DocumentLink>),
    ("textDocument/codeAction", Rest::Optional, trial::<CodeActionParams>),
    ("codeAction/resolve", Rest::Optional, trial::<CodeAction>),
    ("textDocument/codeLens", Rest::Optional, trial::<CodeLensParams>),
    ("codeLens/resolve", Rest::Optional, trial::<CodeLens>),
    ("textDocument/inlayHint", Rest::Optional, trial::<InlayHintParams>),
    ("inlayHint/resolve", Rest::Optional, trial::<InlayHint>),
    ("textDocument/semanticTokens/full", Rest::Optional, trial::<SemanticTokensParams>),
    ("textDocument/semanticTokens/full/delta", Rest::Optional, trial::<SemanticTokensDeltaParams>),
    ("textDocument/semanticTokens/range", Rest::Optional, trial::<SemanticTokensRangeParams>),
    ("textDocument/rename", Rest::Optional, trial::<RenameParams>),
    ("textDocument/prepareRename", Rest::Optional, trial::<TextDocumentPositionParams>),
    ("textDocument/formatting", Rest::Optional, trial::<DocumentFormattingParams>),
    ("textDocument/rangeFormatting", Rest::Optional, trial::<DocumentRangeFormattingParams>),
    ("textDocument/onTypeFormatting", Rest::Optional, trial::<DocumentOnTypeFormattingParams>),
    ("textDocument/diagnostic", Rest::Optional, trial::<DocumentDiagnosticParams>),
    ("workspace/diagnostic", Rest::Optional, trial::<WorkspaceDiagnosticParams>),
    ("workspace/symbol", Rest::Optional, trial::<WorkspaceSymbolParams>),
    ("workspace/executeCommand", Rest::Optional, trial::<ExecuteCommandParams>),
];

fn trial<T: DeserializeOwned>(params: &Value) -> Result<(), Fault> {
    let read: Result<T, _> = serde_path_to_error::deserialize(params);
    read.map(drop).map_err(|error| {
        let mut way = Vec::new();
        for segment in error.path() {
            match segment {
                serde_path_to_error::Segment::Seq { index } => way.push(Step::Element(*index)),
                serde_path_to_error::Segment::Map { key } => way.push(Step::Member(key.clone())),
                // The way ends here: a value that is read in one of several forms.
                serde_path_to_error::Segment::Enum { .. } | serde_path_to_error::Segment::Unknown => break,
            }
        }
        Fault { way, cause: error.inner().to_string() }
    })
}
