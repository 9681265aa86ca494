//! `textDocument/codeLens`: counts above articles and the heading.

use super::DocumentRequest;
use super::execution::Context;
use crate::ide::lenses::{About, lenses};
use crate::server::commands::{self, Command};
use crate::server::session::Session;
use crate::server::work::Failure;
use serde_json::json;
use std::sync::Arc;
use tower_lsp::ls_types::{self, CodeLensParams, Location, Uri};

pub struct CodeLens;

impl DocumentRequest for CodeLens {
    const NAME: &'static str = "codeLens";
    type Params = CodeLensParams;
    type Answer = Option<Vec<ls_types::CodeLens>>;

    fn uri(params: &CodeLensParams) -> &Uri {
        &params.text_document.uri
    }

    fn without_document(_: &Arc<Session>, _: &CodeLensParams) -> Self::Answer {
        None
    }

    fn run(context: &Context<'_>, params: CodeLensParams) -> Result<Self::Answer, Failure> {
        if !context.settings().code_lens {
            return Ok(None);
        }
        let uri = &params.text_document.uri;
        let mut ranges = context.ranges();
        let mut lens = |lens: crate::ide::lenses::Lens| {
            let range = ranges.range(lens.span);
            let command = match lens.about {
                About::References(places) => {
                    let places: Vec<Location> =
                        places.into_iter().map(|span| Location::new(uri.clone(), ranges.range(span))).collect();
                    let arguments = vec![json!(uri), json!(range.start), json!(places)];
                    commands::made(lens.title, Command::ShowReferences, arguments)
                }
                About::Document => commands::made(lens.title, Command::Citations, vec![json!(uri)]),
            };
            ls_types::CodeLens { range, command: Some(command), data: None }
        };
        let all = lenses(context.document, &context.environment().catalogue, context.settings());
        Ok(Some(all.into_iter().map(&mut lens).collect()))
    }
}
