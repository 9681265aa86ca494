//! `workspace/symbol`: units of the drafts of the workspace, and acts of the catalogue; those that have expired are marked.

use super::WorkspaceRequest;
use super::execution::WorkspaceContext;
use crate::catalogue::Validity;
use crate::i18n::today;
use crate::ide::structure::{self, Symbol};
use crate::server::convert::{self, Ranges};
use crate::server::places;
use crate::server::work::Failure;
use crate::text::fold;
use tower_lsp::ls_types::{
    SymbolInformation, SymbolKind, SymbolTag, Uri, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

/// So many acts of the catalogue, and so many units.
const ACTS: usize = 20;
const UNITS: usize = 300;

pub struct WorkspaceSymbol;

impl WorkspaceRequest for WorkspaceSymbol {
    const NAME: &'static str = "workspace/symbol";
    type Params = WorkspaceSymbolParams;
    type Answer = Option<WorkspaceSymbolResponse>;

    fn run(context: &WorkspaceContext<'_>, params: WorkspaceSymbolParams) -> Result<Self::Answer, Failure> {
        let query = fold::search(&params.query);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found = Vec::new();
        let encoding = context.session.capabilities().encoding;
        let walked = context.session.each_draft(context.environment, context.cancelled, |draft| {
            let mut ranges = Ranges::new(draft.document.rope(), encoding);
            let name = file_name(&draft.uri);
            units(&structure::symbols(&draft.document), &words, &name, &draft.uri, &mut ranges, &mut found);
            found.len() < UNITS
        });
        walked.ok_or(Failure::Stale)?;
        found.truncate(UNITS);
        let tags = context.session.capabilities().deprecated_symbols;
        for hit in context.environment.catalogue.search(&params.query, ACTS) {
            let Some(location) = places::of_instrument(&hit.instrument, context.environment) else { continue };
            let title = hit.instrument.title.clone();
            let mut act = convert::symbol_information(hit.instrument.label(), SymbolKind::FILE, location, title);
            if tags && matches!(hit.instrument.validity(today()), Validity::Expired { .. }) {
                act.tags = Some(vec![SymbolTag::DEPRECATED]);
            }
            found.push(act);
        }
        Ok(Some(WorkspaceSymbolResponse::Flat(found)))
    }
}

fn units(
    symbols: &[Symbol],
    words: &[&str],
    file: &str,
    uri: &Uri,
    ranges: &mut Ranges<'_>,
    found: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        let name = fold::search(&symbol.name);
        if words.iter().all(|word| name.contains(word)) {
            found.push(convert::flat_symbol(symbol, uri, ranges, Some(file.to_owned())));
        }
        units(&symbol.children, words, file, uri, ranges, found);
    }
}

fn file_name(uri: &Uri) -> String {
    let path = uri.to_file_path();
    let name = path.as_deref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| uri.as_str().to_owned())
}
