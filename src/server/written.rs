//! Diagnostics in the protocol's JSON, kept from one version of a document to the next: a key changes few of them, moves the others,
//! and only what it changes is made again.

use super::diagnostic_maker::DiagnosticMaker;
use crate::check::{Finding, wide_hash};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use tower_lsp::ls_types::{Diagnostic, Range};

/// What has been written of the findings of a document, without the range, by the hash of all that it is made of.
#[derive(Debug, Default)]
pub struct Written {
    /// The environment in which it was written.
    epoch: u64,
    rests: FxHashMap<(u64, u64), Arc<[u8]>>,
}

/// How the JSON of a diagnostic begins that is at the beginning of its document.
const AT_BEGINNING: &[u8] = br#"{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}"#;

impl Written {
    /// The diagnostics of findings in JSON, one by one, in their order. What was written of findings that are gone is forgotten.
    pub fn write(
        &mut self,
        findings: &[&Finding],
        maker: &mut DiagnosticMaker<'_>,
    ) -> Result<Vec<Vec<u8>>, serde_json::Error> {
        let epoch = maker.epoch();
        let mut before = std::mem::take(&mut self.rests);
        if self.epoch != epoch {
            before.clear();
            self.epoch = epoch;
        }
        findings.iter().map(|finding| self.one(finding, maker, &mut before)).collect()
    }

    fn one(
        &mut self,
        finding: &Finding,
        maker: &mut DiagnosticMaker<'_>,
        before: &mut FxHashMap<(u64, u64), Arc<[u8]>>,
    ) -> Result<Vec<u8>, serde_json::Error> {
        // Other places of the document move by themselves.
        if !finding.related.is_empty() {
            return serde_json::to_vec(&maker.diagnostic(finding));
        }
        let key = key(finding);
        let rest = match self.rests.get(&key).cloned().or_else(|| before.remove(&key)) {
            Some(rest) => rest,
            None => {
                let placeless = Diagnostic { range: Range::default(), ..maker.diagnostic(finding) };
                let written = serde_json::to_vec(&placeless)?;
                let Some(rest) = written.strip_prefix(AT_BEGINNING) else {
                    return serde_json::to_vec(&maker.diagnostic(finding));
                };
                rest.into()
            }
        };
        let mut out = Vec::with_capacity(AT_BEGINNING.len() + 16 + rest.len());
        out.extend_from_slice(br#"{"range":"#);
        serde_json::to_writer(&mut out, &maker.range(finding.span))?;
        out.extend_from_slice(&rest);
        self.rests.insert(key, rest);
        Ok(out)
    }
}

/// The hash of everything in a finding that is in its diagnostic, but its place.
fn key(finding: &Finding) -> (u64, u64) {
    let titles: Vec<&str> = finding.fixes.iter().map(|fix| fix.title.as_str()).collect();
    wide_hash(&(finding.code, finding.severity, &finding.message, &finding.instrument, titles))
}

#[cfg(test)]
mod tests {
    use super::super::capabilities::ClientCapabilities;
    use super::super::documents::Documents;
    use super::super::environment::Environment;
    use super::*;
    use crate::document::{Change, Format};
    use crate::text::{Encoding, Position};
    use tower_lsp::ls_types::Uri;

    #[test]
    fn what_is_kept_is_what_would_be_written() {
        let uri: Uri = "file:///a".parse().unwrap();
        let mut documents = Documents::default();
        documents.open(
            uri.clone(),
            0,
            Format::Plain,
            "Theo Nghị định số 30/2020/NĐ–CP.\n\nNgày 31/02/2020, số 5/ 2021/NĐ-CP\n",
        );
        let (environment, capabilities) = (Arc::<Environment>::default(), ClientCapabilities::default());
        let mut written = Written::default();
        for version in 1..4 {
            let snapshot = documents.snapshot(&uri, &environment).unwrap();
            let (document, _) = snapshot.parsed.blocking_lock().document(&snapshot, &|| false).unwrap();
            let findings = snapshot.findings(&document, &|| false).unwrap();
            let mut maker = DiagnosticMaker::of(&snapshot, &capabilities);
            let whole = |finding| serde_json::to_vec(&maker.diagnostic(finding)).unwrap();
            let expected: Vec<Vec<u8>> = findings.iter().map(whole).collect();
            assert!(!expected.is_empty());
            assert_eq!(written.write(&findings.iter().collect::<Vec<_>>(), &mut maker).unwrap(), expected);
            assert_eq!(written.rests.len(), expected.len());
            // Everything moves.
            let start = Position::default();
            let change = Change { range: Some((start, start)), text: "x\n\n".to_owned() };
            documents.change(&uri, version, &[change], Encoding::Utf16);
        }
    }
}
