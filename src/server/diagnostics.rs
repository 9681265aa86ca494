//! Findings as the client gets them: which of them, and which of them now.

use super::capabilities::ClientCapabilities;
use super::diagnostic_maker::{DiagnosticMaker, notice};
use super::documents::{LONGEST, OpenDocument};
use super::messages::message;
use super::session::Session;
use super::snapshot::Snapshot;
use super::written::Written;
use crate::check::{Category, Finding};
use crate::document::{Document, MOST_SHORT_NAMES};
use crate::i18n::{Language, Localizer};
use crate::settings::Checking;
use serde::Serializer as _;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_lsp::ls_types::{Diagnostic, Uri};

/// The most diagnostics of a document that are sent.
pub const MOST_DIAGNOSTICS: usize = 2000;
/// Findings at the cursor are withheld until the user has not typed for this long.
pub const TYPING_GRACE: Duration = Duration::from_millis(1500);

/// The findings of a document that are sent, and which of them now.
#[derive(Debug)]
pub struct Sent<'f> {
    findings: Vec<&'f Finding>,
    /// Which of them are withheld while someone types there.
    withheld: Vec<bool>,
    /// What is told of the document as a whole.
    notices: Vec<Diagnostic>,
    /// Until when some are withheld; `None` where none is.
    quiet_until: Option<Instant>,
}

impl<'f> Sent<'f> {
    pub fn new(snapshot: &Snapshot, document: &Document, findings: &'f [Finding]) -> Self {
        let kept = gravest(findings);
        let is_at_cursor = |f: &Finding| snapshot.cursor.is_some_and(|(at, _)| f.span.touches(at));
        let withheld: Vec<bool> = kept.iter().map(|f| is_at_cursor(f) && may_be_half_written(f)).collect();
        let quiet_until = snapshot
            .cursor
            .filter(|_| withheld.contains(&true))
            .map(|(_, since)| since + TYPING_GRACE)
            .filter(|&until| Instant::now() < until);
        let notices = limits(snapshot.settings().language, document, findings.len());
        Self { findings: kept, withheld, notices, quiet_until }
    }
}

/// The diagnostics of a document at one moment.
#[derive(Debug)]
pub struct Report {
    /// In the order of the text.
    pub all: Vec<Diagnostic>,
    /// Which of them are withheld while someone types there.
    withheld: Vec<bool>,
    /// Until when they are withheld; `None` where none is.
    pub quiet_until: Option<Instant>,
}

impl Report {
    pub fn new(
        capabilities: &ClientCapabilities,
        snapshot: &Snapshot,
        document: &Document,
        findings: &[Finding],
    ) -> Self {
        let Sent { findings, withheld: of_findings, notices: mut all, quiet_until } =
            Sent::new(snapshot, document, findings);
        let mut diagnostics = DiagnosticMaker::of(snapshot, capabilities);
        let mut withheld = vec![false; all.len()];
        all.extend(findings.iter().map(|finding| diagnostics.diagnostic(finding)));
        withheld.extend(of_findings);
        Self { all, withheld, quiet_until }
    }

    /// Those that are not withheld.
    pub fn quiet(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter().zip(&self.withheld).filter(|(_, withheld)| !**withheld).map(|(diagnostic, _)| diagnostic)
    }
}

/// What a client that pulls gets of an open document.
#[derive(Debug)]
pub struct Pulled {
    /// The same as long as the text, the environment and what is withheld are.
    pub id: String,
    pub items: Vec<Diagnostic>,
    /// Until when some are withheld.
    pub quiet_until: Option<Instant>,
}

impl Pulled {
    pub fn new(snapshot: &Snapshot, report: Report) -> Self {
        let is_quiet = report.quiet_until.is_some_and(|until| Instant::now() < until);
        let id = format!("{}.{}.{}", snapshot.version, snapshot.environment.epoch, u8::from(is_quiet));
        let quiet_until = report.quiet_until;
        let items = if is_quiet { report.quiet().cloned().collect() } else { report.all };
        Self { id, items, quiet_until }
    }
}

/// The findings that are sent. When there are too many, the gravest stay, and the first of them.
pub fn gravest(findings: &[Finding]) -> Vec<&Finding> {
    let mut kept: Vec<&Finding> = findings.iter().collect();
    if kept.len() > MOST_DIAGNOSTICS {
        kept.sort_by_key(|f| std::cmp::Reverse(f.severity));
        kept.truncate(MOST_DIAGNOSTICS);
        kept.sort_by_key(|f| f.span);
    }
    kept
}

/// What is told of the limits that a document reaches: nothing that was left out passes as checked.
pub fn limits(language: Language, document: &Document, findings: usize) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    if findings > MOST_DIAGNOSTICS {
        let (count, limit) = (findings.to_string(), MOST_DIAGNOSTICS.to_string());
        let values = [("count", count.as_str()), ("limit", limit.as_str())];
        out.push(notice("too-many-findings", message(language, "too-many-findings", &values)));
    }
    if document.has_too_many_short_names() {
        let limit = MOST_SHORT_NAMES.to_string();
        let told = Localizer::of(language).text("limit-short-names", &[("limit", &limit)]);
        out.push(notice("too-many-short-names", told));
    }
    out
}

/// Whether the next letter typed could cure a finding: what is only half written is often malformed, unknown or at odds
/// with what is written beside it, but not out of force.
fn may_be_half_written(finding: &Finding) -> bool {
    matches!(finding.code.rule().category, Category::Malformed | Category::Mismatch | Category::Unknown)
}

/// A report ready to be published: lists of diagnostics in JSON, which are cheap to compare and to send.
#[derive(Debug)]
pub struct Analysis {
    pub version: i32,
    all: Arc<[u8]>,
    /// The list without those that are withheld; the same where none is.
    quiet: Arc<[u8]>,
    pub quiet_until: Option<Instant>,
}

impl Analysis {
    /// `written` is what was written of the version before.
    pub fn new(
        capabilities: &ClientCapabilities,
        snapshot: &Snapshot,
        document: &Document,
        findings: &[Finding],
        written: &mut Written,
    ) -> Self {
        let sent = Sent::new(snapshot, document, findings);
        let mut maker = DiagnosticMaker::of(snapshot, capabilities);
        let notices = sent.notices.iter().map(|notice| (serde_json::to_vec(notice), false));
        let pieces = written.write(&sent.findings, &mut maker).and_then(|pieces| {
            let pieces = pieces.into_iter().zip(&sent.withheld).map(|(piece, withheld)| (Ok(piece), *withheld));
            let all = notices.chain(pieces).map(|(piece, withheld)| Ok((piece?, withheld)));
            all.collect::<serde_json::Result<Vec<_>>>()
        });
        // Neither a diagnostic nor a vector refuses anything.
        let pieces = pieces.inspect_err(|error| tracing::error!("diagnostics: {error}")).unwrap_or_default();
        let all = list(pieces.iter().map(|(piece, _)| piece));
        let quiet = match sent.quiet_until {
            Some(_) => list(pieces.iter().filter(|(_, withheld)| !withheld).map(|(piece, _)| piece)),
            None => Arc::clone(&all),
        };
        Self { version: snapshot.version, all, quiet, quiet_until: sent.quiet_until }
    }

    /// What is to be shown now.
    pub fn shown(&self) -> &Arc<[u8]> {
        match self.quiet_until {
            Some(until) if Instant::now() < until => &self.quiet,
            _ => &self.all,
        }
    }
}

/// Pieces of JSON as a list.
fn list<'p>(pieces: impl Iterator<Item = &'p Vec<u8>>) -> Arc<[u8]> {
    let mut out = vec![b'['];
    for piece in pieces {
        if out.len() > 1 {
            out.push(b',');
        }
        out.extend_from_slice(piece);
    }
    out.push(b']');
    out.into()
}

/// No diagnostics, in JSON.
pub fn none() -> Arc<[u8]> {
    json(std::iter::empty())
}

/// Diagnostics as a list in JSON.
pub fn json<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>) -> Arc<[u8]> {
    let mut list = Vec::new();
    // Neither a diagnostic nor a vector refuses anything.
    if let Err(error) = serde_json::Serializer::new(&mut list).collect_seq(diagnostics) {
        tracing::error!("diagnostics: {error}");
        return b"[]"[..].into();
    }
    list.into()
}

impl Session {
    /// Whether the settings let an open document be checked as it is now, or only at an occasion that has not come.
    pub fn may_be_checked(&self, snapshot: &Snapshot) -> bool {
        snapshot.settings().checking == Checking::Typing
            || self.documents().get(&snapshot.uri).is_some_and(OpenDocument::is_allowed)
    }

    /// The one diagnostic of a document that is too long.
    pub fn too_long(&self, uri: &Uri, len: usize) -> Diagnostic {
        let environment = self.environment();
        let mebibytes = |n: usize| format!("{}", n.div_ceil(1 << 20));
        let (size, limit) = (mebibytes(len), mebibytes(LONGEST));
        let arguments = [("size", size.as_str()), ("limit", limit.as_str())];
        notice("document-too-long", message(environment.settings_of(uri).language, "too-big", &arguments))
    }
}
