//! Links from citations to what can be opened: the official page of an instrument, or its text in the library.

use super::hover::{HoverContext, Meant};
use crate::catalogue::{Catalogue, Instrument, InstrumentId};
use crate::cite::MentionKind;
use crate::document::Document;
use crate::library::Library;
use crate::settings::Settings;
use crate::text::Span;
use std::path::PathBuf;

/// A citation that leads somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Bytes of the document.
    pub span: Span,
    pub instrument: InstrumentId,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address of the web, as the record has it.
    Page(String),
    File(PathBuf),
}

/// The links of a document, in the order of the text.
pub fn links(document: &Document, catalogue: &Catalogue, library: &Library, settings: &Settings) -> Vec<Link> {
    let cx = HoverContext::of(document, catalogue, settings);
    let is_cited = |kind: &MentionKind| matches!(kind, MentionKind::Number(_) | MentionKind::Name(_));
    let cited = document.mentions().filter(|placed| is_cited(&placed.mention.kind) && !document.is_own_heading(placed));
    cited
        .filter_map(|placed| match cx.meant(&placed) {
            Meant::Known(instrument) => {
                target(&instrument, library).map(|_| Link { span: placed.span(), instrument: instrument.id })
            }
            _ => None,
        })
        .collect()
}

/// Where a link to an instrument leads: to the text that the team has, else to the official page.
pub fn target(instrument: &Instrument, library: &Library) -> Option<Target> {
    if !library.is_empty()
        && let Some(file) = library.file_of(instrument)
    {
        return Some(Target::File(file.to_owned()));
    }
    instrument.page().map(|page| Target::Page(page.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{document, settings};

    /// Editors execute some of them.
    #[test]
    fn addresses_that_are_no_pages_of_the_web_are_no_links() {
        let target = |url: &str| {
            let act = Instrument { url: Some(url.to_owned()), ..Instrument::default() };
            target(&act, &Library::default())
        };
        assert!(target("https://example.vn/30?a=b").is_some() && target("http://example.vn").is_some());
        for url in [
            "command:workbench.action.quit",
            "file:///etc/passwd",
            "javascript:x",
            "https://",
            "https://a b",
            "\\\\host\\share",
        ] {
            assert_eq!(target(url), None, "{url}");
        }
    }

    #[test]
    fn citations_of_acts_with_a_page_are_links() {
        let act = |number: &str, url: Option<&str>| {
            let kind = crate::law::TypeId::of_name("Nghị định").unwrap();
            Instrument { number: Some(number.to_owned()), kind, url: url.map(str::to_owned), ..Instrument::default() }
        };
        let c =
            Catalogue::of([act("30/2020/NĐ-CP", Some("https://example.vn/30")), act("31/2020/NĐ-CP", None)]).unwrap();
        let (document, _) = document("Theo Nghị định số 30/2020/NĐ-CP và Nghị định số 31/2020/NĐ-CP.|", &c);
        let links = links(&document, &c, &Library::default(), &settings());
        let spans: Vec<String> = links.iter().map(|link| document.slice(link.span)).collect();
        assert_eq!(spans, ["30/2020/NĐ-CP"]);
        let target = target(&c.by_id(links[0].instrument).unwrap(), &Library::default());
        assert_eq!(target, Some(Target::Page("https://example.vn/30".to_owned())));
    }
}
