//! Findings of an edited document compared with those of a complete check: always in tests, and for users who set
//! `VIENDAN_PARANOID=1`.

use super::engine::{Environment, check};
use super::finding::Finding;
use crate::document::Document;
use std::sync::OnceLock;

/// Whether every edited document is compared with a complete check: in tests of this crate, and where the variable
/// `VIENDAN_PARANOID` is set to something other than `0`.
pub fn is_paranoid() -> bool {
    static SET: OnceLock<bool> = OnceLock::new();
    cfg!(test) || *SET.get_or_init(|| std::env::var_os("VIENDAN_PARANOID").is_some_and(|v| !v.is_empty() && v != "0"))
}

/// The first difference of a document and its findings from a complete check of the same text, in words for a log.
pub fn difference(document: &Document, environment: &Environment<'_>, findings: &[Finding]) -> Option<String> {
    let whole = Document::from_rope(document.rope().clone(), document.format(), document.vocabulary());
    if let Some(difference) = document.difference(&whole) {
        return Some(difference);
    }
    let expected = check(&whole, environment.catalogue, environment.settings);
    if findings == expected {
        return None;
    }
    let at = findings.iter().zip(&expected).position(|(a, b)| a != b).unwrap_or(findings.len().min(expected.len()));
    Some(format!("finding {at}: {:?}, but in a whole run {:?}", findings.get(at), expected.get(at)))
}
