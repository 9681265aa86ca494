//! One pass over the tokens of a block.
use super::Mention;
use crate::text::Span;

/// What was read in one block.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text; mentions of a kind never overlap.
    pub mentions: Vec<Mention>,
    pub cues: Vec<Cue>,
}

/// A place that matters to what is said elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub span: Span,
    pub kind: CueKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum CueKind {
    Todo,
}

/// Reads one block.
pub fn read(text: &str, vocabulary: &crate::terms::Vocabulary, format: ()) -> Reading {
    let _ = (text, vocabulary, format);
    Reading::default()
}
