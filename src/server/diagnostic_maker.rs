//! Findings as diagnostics of the protocol.

use super::capabilities::ClientCapabilities;
use super::cards::card;
use super::convert::Ranges;
use super::environment::Environment;
use super::snapshot::Snapshot;
use super::workspace::Draft;
use crate::catalogue::{Instrument, RelationKind};
use crate::check::{Code, Finding, Severity};
use crate::rulebook::page;
use crate::text::Span;
use ropey::Rope;
use serde_json::json;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range, Uri,
};

/// Turns findings of a document into diagnostics. What many of them have in common is made once.
#[derive(Debug)]
pub struct DiagnosticMaker<'s> {
    uri: &'s Uri,
    environment: &'s Environment,
    ranges: Ranges<'s>,
    capabilities: &'s ClientCapabilities,
    /// The folder with the pages of the rules, for a client that opens them.
    pages: Option<PathBuf>,
    /// The page of each rule that has been met.
    addresses: HashMap<Code, Option<Uri>>,
}

impl<'s> DiagnosticMaker<'s> {
    /// For an open document.
    pub fn of(snapshot: &'s Snapshot, capabilities: &'s ClientCapabilities) -> Self {
        Self::new(&snapshot.uri, &snapshot.rope, &snapshot.environment, capabilities)
    }

    /// For a draft of the workspace.
    pub fn of_draft(draft: &'s Draft, environment: &'s Environment, capabilities: &'s ClientCapabilities) -> Self {
        Self::new(&draft.uri, draft.document.rope(), environment, capabilities)
    }

    fn new(uri: &'s Uri, rope: &'s Rope, environment: &'s Environment, capabilities: &'s ClientCapabilities) -> Self {
        let language = environment.settings_of(uri).language;
        let pages = capabilities.code_descriptions.then(|| environment.pages_in(language));
        Self {
            uri,
            environment,
            ranges: Ranges::new(rope, capabilities.encoding),
            capabilities,
            pages: pages.flatten(),
            addresses: HashMap::new(),
        }
    }

    /// The environment that the diagnostics are made in.
    pub fn epoch(&self) -> u64 {
        self.environment.epoch
    }

    pub fn range(&mut self, span: Span) -> Range {
        self.ranges.range(span)
    }

    pub fn diagnostic(&mut self, finding: &Finding) -> Diagnostic {
        let range = self.ranges.range(finding.span);
        let related = self.capabilities.related_information.then(|| {
            let own = finding.related.iter().map(|related| DiagnosticRelatedInformation {
                location: Location { uri: self.uri.clone(), range: self.ranges.range(related.span) },
                message: related.message.clone(),
            });
            let mut related: Vec<DiagnosticRelatedInformation> = own.collect();
            related.extend(acts_behind(finding, self.environment));
            related
        });
        let related = related.filter(|related| !related.is_empty());
        Diagnostic {
            range,
            severity: Some(severity(finding.severity)),
            code: Some(NumberOrString::String(finding.code.to_string())),
            code_description: self.page(finding.code).map(|href| CodeDescription { href }),
            source: Some("viendan".to_owned()),
            message: finding.message.clone(),
            tags: tag(finding.code).filter(|tag| self.capabilities.diagnostic_tags.contains(tag)).map(|tag| vec![tag]),
            related_information: related,
            data: (self.capabilities.diagnostic_data && !finding.fixes.is_empty())
                .then(|| json!({ "fixes": finding.fixes.iter().map(|f| &f.title).collect::<Vec<_>>() })),
        }
    }

    /// The address of the page of a rule.
    fn page(&mut self, code: Code) -> Option<Uri> {
        let folder = self.pages.as_deref()?;
        let address = || Uri::from_file_path(folder.join(page::file_name(code)));
        self.addresses.entry(code).or_insert_with(address).clone()
    }
}

/// The acts that are the reason of a finding: what replaced the act that is cited, or amended it.
fn acts_behind(finding: &Finding, environment: &Environment) -> Vec<DiagnosticRelatedInformation> {
    const MOST: usize = 3;
    let kinds: &[RelationKind] = match finding.code {
        Code::ExpiredInstrument | Code::BasisExpired | Code::AmendTargetExpired | Code::GuidanceOfExpiredAct => {
            &[RelationKind::ReplacedBy, RelationKind::RepealedBy]
        }
        Code::AmendmentNotMentioned => &[RelationKind::AmendedBy],
        _ => return Vec::new(),
    };
    let catalogue = &environment.catalogue;
    let Some(number) = &finding.instrument else { return Vec::new() };
    let [cited] = <[Arc<Instrument>; 1]>::try_from(catalogue.by_number(number)).unwrap_or_default();
    let targets = kinds.iter().flat_map(|kind| cited.related(*kind)).take(MOST);
    let acts = targets.filter_map(|relation| catalogue.by_number(&relation.target).into_iter().next());
    acts.filter_map(|act| {
        let location = Location { uri: card(&act, environment)?, range: Range::default() };
        let message = match &act.title {
            Some(title) if !act.label().contains(title.as_str()) => format!("{}: {title}", act.label()),
            _ => act.label(),
        };
        Some(DiagnosticRelatedInformation { location, message })
    })
    .collect()
}

/// What is out of force is struck through, what is superfluous faded.
fn tag(code: Code) -> Option<DiagnosticTag> {
    match code {
        Code::ExpiredInstrument
        | Code::BasisExpired
        | Code::GuidanceOfExpiredAct
        | Code::AmendTargetExpired
        | Code::AbolishedAgencyNumber => Some(DiagnosticTag::DEPRECATED),
        Code::LaterCitationTooLong
        | Code::BasisDuplicate
        | Code::UnusedShortName
        | Code::UnusedSuppression
        | Code::DoubledSo
        | Code::DuplicatedPart
        | Code::UnexpectedYear => Some(DiagnosticTag::UNNECESSARY),
        _ => None,
    }
}

/// A message of the server about a whole document, at its beginning.
pub fn notice(code: &str, message: String) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        code: Some(NumberOrString::String(code.to_owned())),
        source: Some("viendan".to_owned()),
        message,
        ..Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Hint => DiagnosticSeverity::HINT,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Error => DiagnosticSeverity::ERROR,
    }
}
