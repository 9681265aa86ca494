//! `documentLink/resolve`: where a link leads.

use super::EnvironmentRequest;
use crate::ide::links::{Target, target};
use crate::server::environment::Environment;
use crate::server::session::Session;
use tower_lsp::ls_types::{DocumentLink, Uri};

pub struct DocumentLinkResolve;

impl EnvironmentRequest for DocumentLinkResolve {
    const NAME: &'static str = "documentLink/resolve";
    type Params = DocumentLink;
    type Answer = DocumentLink;

    fn run(_: &Session, environment: &Environment, mut link: DocumentLink) -> DocumentLink {
        let id = link.data.as_ref().and_then(|data| data.get("instrument")).and_then(|id| id.as_i64());
        let instrument = id.and_then(|id| environment.catalogue.by_id(id.into()));
        if let Some(instrument) = instrument {
            link.target = match target(&instrument, &environment.library) {
                Some(Target::Page(address)) => address.parse().ok(),
                Some(Target::File(file)) => Uri::from_file_path(&file),
                None => None,
            };
            link.tooltip = Some(instrument.label());
        }
        link
    }
}
