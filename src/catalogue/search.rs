//! Search: by words, by the beginning of a number, and what an unknown number may have meant.

use super::{Catalogue, Instrument};
use std::sync::Arc;

/// One result, best first.
#[derive(Debug, Clone)]
pub struct Hit {
    pub instrument: Arc<Instrument>,
    pub score: u32,
}

impl Catalogue {
    /// By words of number, type, title, issuer and aliases, in any order, with or without diacritics, each word possibly
    /// only begun ("nghi dinh cong tac van th"). Ranked by match, force and how often cited.
    pub fn search(&self, words: &str, limit: usize) -> Vec<Hit> {
        let _ = (words, limit);
        Vec::new()
    }

    /// Numbers that begin with what was typed (`169/`, `30/20`, `30`, `6/QD`: with or without leading zero, stroke of Đ
    /// and case), of the type (name as in the table of types) if one is given. Recent and often cited ones first.
    pub fn complete_number(&self, prefix: &str, kind: Option<&str>, limit: usize) -> Vec<Hit> {
        let _ = (prefix, kind, limit);
        Vec::new()
    }

    /// What an unknown number may have meant: one digit other or transposed, another year, type or issuer; most plausible
    /// first.
    pub fn near(&self, number: &crate::cite::Number, limit: usize) -> Vec<Hit> {
        let _ = (number, limit);
        Vec::new()
    }
}
