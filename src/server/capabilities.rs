//! What the client can do, asked once; and what this server offers it.

use super::commands::Command;
use super::handlers::{REWRITE, includes};
use super::semantic_tokens;
use crate::text::Encoding;
use tower_lsp::ls_types::{
    self, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions, CompletionItemTag,
    CompletionOptions, DeclarationCapability, DiagnosticOptions, DiagnosticServerCapabilities, DiagnosticTag,
    DocumentLinkOptions, DocumentOnTypeFormattingOptions, ExecuteCommandOptions, FoldingRangeProviderCapability,
    HoverProviderCapability, ImplementationProviderCapability, InlayHintOptions, InlayHintServerCapabilities,
    MarkupKind, OneOf, PositionEncodingKind, RenameOptions, SaveOptions, SelectionRangeProviderCapability,
    SemanticTokensFullOptions, SemanticTokensOptions, SemanticTokensServerCapabilities, ServerCapabilities, SymbolTag,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    TypeDefinitionProviderCapability, WorkDoneProgressOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

/// The kind of the action that applies all safe fixes.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.viendan");

/// What the client can be asked to ask for again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Refreshes {
    pub hints: bool,
    pub lenses: bool,
    pub tokens: bool,
}

/// What the client said that it can do, as far as this server cares.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one capability of the protocol")]
pub struct ClientCapabilities {
    pub encoding: Encoding,
    /// May send the changes of fast typing in another order than they were made (seen with Helix 25.01: version 7 before
    /// version 6), so that only whole texts can be trusted.
    pub mixes_up_changes: bool,
    /// Matches completions with the last word only, and prefers those that begin with it (Helix).
    pub filters_by_last_word: bool,
    /// Ends a line at LF and CRLF only, against the letter of the protocol (Neovim, Helix).
    pub lone_cr_is_text: bool,
    /// Asks for diagnostics itself, and can be asked to do so again. A client that can not would never see what comes later
    /// of its own accord (a changed setting, a finding that waited for the cursor), so it is pushed to.
    pub pulls_diagnostics: bool,
    /// Knows the version that published diagnostics belong to.
    pub diagnostic_versions: bool,
    pub related_information: bool,
    pub diagnostic_data: bool,
    /// Opens the page of a rule from a diagnostic.
    pub code_descriptions: bool,
    /// Answers `workspace/configuration`.
    pub configuration: bool,
    pub watches_files: bool,
    /// Reports changes of its settings to those who register.
    pub registers_configuration: bool,
    /// Shows how far work is that the server does of its own accord.
    pub shows_progress: bool,
    pub hover_markdown: bool,
    pub documentation_markdown: bool,
    pub label_details: bool,
    pub deprecated_tag: bool,
    /// Shows which symbols of the workspace are out of use.
    pub deprecated_symbols: bool,
    /// Tells what is inserted before the rest of a word from what replaces it.
    pub insert_replace: bool,
    pub snippets: bool,
    pub code_action_literals: bool,
    /// The kinds of actions that it takes; all where it names none.
    action_kinds: Vec<String>,
    /// Asks for the edit of an action when the user chooses it.
    pub resolves_edits: bool,
    /// Opens a file when it is asked to.
    pub shows_documents: bool,
    /// What it strikes through or fades.
    pub diagnostic_tags: Vec<DiagnosticTag>,
    /// Asks what can be renamed before it renames.
    pub prepares_renames: bool,
    pub refreshes: Refreshes,
    /// Takes the outline as a tree.
    pub nested_symbols: bool,
    /// So many places to fold are enough.
    pub folding_limit: Option<usize>,
    /// Takes edits that name the version of the document.
    pub versioned_edits: bool,
}

impl ClientCapabilities {
    pub fn new(client: &ls_types::ClientCapabilities, name: Option<&str>) -> Self {
        let general = client.general.as_ref();
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let publish = text.and_then(|t| t.publish_diagnostics.as_ref());
        let pull = text.and_then(|t| t.diagnostic.as_ref());
        let item = text.and_then(|t| t.completion.as_ref()).and_then(|c| c.completion_item.as_ref());
        let markdown = |kinds: Option<&Vec<MarkupKind>>| kinds.is_some_and(|k| k.contains(&MarkupKind::Markdown));
        let encodings = general.and_then(|g| g.position_encodings.as_deref());
        Self {
            encoding: encoding(encodings.unwrap_or_default()),
            mixes_up_changes: name.is_some_and(|n| n.eq_ignore_ascii_case("helix")),
            filters_by_last_word: name.is_some_and(|n| n.eq_ignore_ascii_case("helix")),
            lone_cr_is_text: name
                .is_some_and(|n| ["neovim", "nvim", "helix"].iter().any(|editor| n.eq_ignore_ascii_case(editor))),
            pulls_diagnostics: pull.is_some()
                && workspace.and_then(|w| w.diagnostics.as_ref()).and_then(|d| d.refresh_support).unwrap_or(false),
            diagnostic_versions: publish.and_then(|p| p.version_support).unwrap_or(false),
            related_information: pull
                .and_then(|p| p.related_information)
                .or_else(|| publish.and_then(|p| p.related_information))
                .unwrap_or(false),
            diagnostic_data: pull
                .and_then(|p| p.data_support)
                .or_else(|| publish.and_then(|p| p.data_support))
                .unwrap_or(false),
            code_descriptions: pull
                .and_then(|p| p.code_description_support)
                .or_else(|| publish.and_then(|p| p.code_description_support))
                .unwrap_or(false),
            configuration: workspace.and_then(|w| w.configuration).unwrap_or(false),
            watches_files: workspace
                .and_then(|w| w.did_change_watched_files)
                .and_then(|w| w.dynamic_registration)
                .unwrap_or(false),
            registers_configuration: workspace
                .and_then(|w| w.did_change_configuration.as_ref())
                .and_then(|w| w.dynamic_registration)
                .unwrap_or(false),
            shows_progress: client.window.as_ref().and_then(|w| w.work_done_progress).unwrap_or(false),
            hover_markdown: markdown(text.and_then(|t| t.hover.as_ref()).and_then(|h| h.content_format.as_ref())),
            documentation_markdown: markdown(item.and_then(|i| i.documentation_format.as_ref())),
            insert_replace: item.and_then(|i| i.insert_replace_support).unwrap_or(false),
            snippets: item.and_then(|i| i.snippet_support).unwrap_or(false),
            label_details: item.and_then(|i| i.label_details_support).unwrap_or(false),
            deprecated_tag: item
                .and_then(|i| i.tag_support.as_ref())
                .is_some_and(|t| t.value_set.contains(&CompletionItemTag::DEPRECATED)),
            deprecated_symbols: workspace
                .and_then(|w| w.symbol.as_ref())
                .and_then(|s| s.tag_support.as_ref())
                .is_some_and(|t| t.value_set.contains(&SymbolTag::DEPRECATED)),
            code_action_literals: text
                .and_then(|t| t.code_action.as_ref())
                .is_some_and(|c| c.code_action_literal_support.is_some()),
            action_kinds: text
                .and_then(|t| t.code_action.as_ref())
                .and_then(|c| c.code_action_literal_support.as_ref())
                .map_or_else(Vec::new, |c| c.code_action_kind.value_set.clone()),
            resolves_edits: text
                .and_then(|t| t.code_action.as_ref())
                .filter(|c| c.data_support == Some(true))
                .and_then(|c| c.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|property| property == "edit")),
            shows_documents: client.window.as_ref().and_then(|w| w.show_document.as_ref()).is_some_and(|s| s.support),
            // What a client says of diagnostics that it pulls cannot be read with these types; it says the same of both.
            diagnostic_tags: publish
                .and_then(|p| p.tag_support.as_ref())
                .map_or_else(Vec::new, |tags| tags.value_set.clone()),
            prepares_renames: text.and_then(|t| t.rename.as_ref()).and_then(|r| r.prepare_support).unwrap_or(false),
            refreshes: Refreshes {
                hints: workspace.and_then(|w| w.inlay_hint.as_ref()).and_then(|h| h.refresh_support).unwrap_or(false),
                lenses: workspace.and_then(|w| w.code_lens.as_ref()).and_then(|l| l.refresh_support).unwrap_or(false),
                tokens: workspace
                    .and_then(|w| w.semantic_tokens.as_ref())
                    .and_then(|t| t.refresh_support)
                    .unwrap_or(false),
            },
            nested_symbols: text
                .and_then(|t| t.document_symbol.as_ref())
                .and_then(|s| s.hierarchical_document_symbol_support)
                .unwrap_or(false),
            folding_limit: text
                .and_then(|t| t.folding_range.as_ref())
                .and_then(|f| f.range_limit)
                .and_then(|limit| usize::try_from(limit).ok()),
            versioned_edits: workspace
                .and_then(|w| w.workspace_edit.as_ref())
                .and_then(|e| e.document_changes)
                .unwrap_or(false),
        }
    }

    /// Whether the client takes actions of a kind: of those that it names, or all where it names none.
    pub fn takes_action_kind(&self, kind: &CodeActionKind) -> bool {
        let is_taken = |taken: &String| includes(&CodeActionKind::from(taken.clone()), kind);
        self.action_kinds.is_empty() || self.action_kinds.iter().any(is_taken)
    }

    /// What the server offers to this client.
    pub fn offered(&self) -> ServerCapabilities {
        let position_encoding = match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        };
        ServerCapabilities {
            position_encoding: Some(position_encoding),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(if self.mixes_up_changes {
                    TextDocumentSyncKind::FULL
                } else {
                    TextDocumentSyncKind::INCREMENTAL
                }),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
                ..TextDocumentSyncOptions::default()
            })),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            declaration_provider: Some(DeclarationCapability::Simple(true)),
            type_definition_provider: Some(TypeDefinitionProviderCapability::Simple(true)),
            implementation_provider: Some(ImplementationProviderCapability::Simple(true)),
            references_provider: Some(OneOf::Left(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            rename_provider: Some(if self.prepares_renames {
                OneOf::Right(RenameOptions {
                    prepare_provider: Some(true),
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                })
            } else {
                OneOf::Left(true)
            }),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: Command::names(),
                ..ExecuteCommandOptions::default()
            }),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: None }),
            inlay_hint_provider: Some(OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
                resolve_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }))),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: semantic_tokens::legend(),
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                },
            )),
            document_formatting_provider: Some(OneOf::Left(true)),
            document_range_formatting_provider: Some(OneOf::Left(true)),
            document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
                first_trigger_character: ";".to_owned(),
                more_trigger_character: Some(vec!["\n".to_owned()]),
            }),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            completion_provider: Some(CompletionOptions {
                resolve_provider: Some(true),
                trigger_characters: Some(["/", "-", " "].map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            code_action_provider: self.code_action_literals.then(|| {
                CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(
                        [CodeActionKind::QUICKFIX, REWRITE, FIX_ALL]
                            .into_iter()
                            .filter(|kind| self.takes_action_kind(kind))
                            .collect(),
                    ),
                    resolve_provider: self.resolves_edits.then_some(true),
                    ..CodeActionOptions::default()
                })
            }),
            diagnostic_provider: self.pulls_diagnostics.then(|| {
                DiagnosticServerCapabilities::Options(DiagnosticOptions {
                    identifier: Some("viendan".to_owned()),
                    workspace_diagnostics: true,
                    ..DiagnosticOptions::default()
                })
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}

/// UTF-8 where the client knows it, for it costs nothing here; else UTF-16, which every client knows and some refuse to
/// do without; UTF-32 only where a client offers nothing else.
fn encoding(offered: &[PositionEncodingKind]) -> Encoding {
    let offers = |kind: &PositionEncodingKind| offered.contains(kind);
    if offers(&PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if offers(&PositionEncodingKind::UTF32) && !offers(&PositionEncodingKind::UTF16) {
        Encoding::Utf32
    } else {
        Encoding::Utf16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_negotiated() {
        let (u8, u16, u32) = (PositionEncodingKind::UTF8, PositionEncodingKind::UTF16, PositionEncodingKind::UTF32);
        assert_eq!(encoding(&[]), Encoding::Utf16);
        assert_eq!(encoding(std::slice::from_ref(&u16)), Encoding::Utf16);
        assert_eq!(encoding(&[u32.clone(), u16.clone()]), Encoding::Utf16);
        assert_eq!(encoding(std::slice::from_ref(&u32)), Encoding::Utf32);
        assert_eq!(encoding(&[u16, u8, u32]), Encoding::Utf8);
    }

    #[test]
    fn a_client_that_says_nothing_gets_pushed_diagnostics_and_no_actions() {
        let capabilities = ClientCapabilities::new(&ls_types::ClientCapabilities::default(), None);
        let offered = capabilities.offered();
        assert!(offered.diagnostic_provider.is_none() && offered.code_action_provider.is_none());
        assert!(!capabilities.hover_markdown && !capabilities.watches_files);
    }
}
