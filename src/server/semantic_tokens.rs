//! Tokens as the protocol counts them: each from the one before, in lines and units of the client; and what changed since the
//! last time.

use super::convert::Ranges;
use super::session::Session;
use crate::document::Document;
use crate::ide::tokens::{Token, TokenKind};
use crate::text::{Encoding, Span};
use std::collections::HashMap;
use std::sync::Arc;
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensEdit, SemanticTokensLegend,
    Uri,
};

/// The tokens that a client was last sent, by document, with their names.
#[derive(Debug, Default)]
pub struct SentTokens {
    sent: HashMap<Uri, (String, Arc<Vec<SemanticToken>>)>,
    count: u64,
}

/// The kinds and modifiers, in the order of their numbers.
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: vec![
            SemanticTokenType::TYPE,
            SemanticTokenType::NUMBER,
            SemanticTokenType::CLASS,
            SemanticTokenType::PROPERTY,
            SemanticTokenType::NAMESPACE,
        ],
        token_modifiers: vec![
            SemanticTokenModifier::DEPRECATED,
            SemanticTokenModifier::from("unknown".to_owned()),
            SemanticTokenModifier::DEFINITION,
        ],
    }
}

fn number(kind: TokenKind) -> u32 {
    match kind {
        TokenKind::Type => 0,
        TokenKind::Number => 1,
        TokenKind::Name => 2,
        TokenKind::Provision => 3,
        TokenKind::Agency => 4,
    }
}

/// Tokens as the protocol counts them. One over several lines is one for each line.
pub fn encoded(document: &Document, tokens: &[Token], encoding: Encoding) -> Vec<SemanticToken> {
    let mut ranges = Ranges::new(document.rope(), encoding);
    let (mut line, mut column) = (0, 0);
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens {
        let text = document.slice(token.span);
        let mut at = token.span.start;
        for part in text.split_inclusive(['\n', '\r']) {
            let inner = part.trim_end_matches(['\n', '\r']);
            let range = ranges.range(Span::new(at, at + inner.len()));
            at += part.len();
            if inner.trim().is_empty() {
                continue;
            }
            let delta_line = range.start.line - line;
            let delta_start = if delta_line == 0 { range.start.character - column } else { range.start.character };
            (line, column) = (range.start.line, range.start.character);
            out.push(SemanticToken {
                delta_line,
                delta_start,
                length: range.end.character.saturating_sub(range.start.character),
                token_type: number(token.kind),
                token_modifiers_bitset: u32::from(token.expired)
                    | u32::from(token.unknown) << 1
                    | u32::from(token.definition) << 2,
            });
        }
    }
    out
}

/// What turns old tokens into new ones: nothing, or one edit between what both begin and end with. Counted in numbers, five to a
/// token.
fn difference(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| a == b;
    let start = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    let (deleted, inserted) = (old_rest.len() - end, &new_rest[..new_rest.len() - end]);
    if deleted == 0 && inserted.is_empty() {
        return Vec::new();
    }
    let numbers = |tokens: usize| u32::try_from(5 * tokens).unwrap_or(u32::MAX);
    vec![SemanticTokensEdit { start: numbers(start), delete_count: numbers(deleted), data: Some(inserted.to_vec()) }]
}

impl Session {
    /// Remembers what a client is sent, and names it.
    pub fn note_tokens(&self, uri: &Uri, data: Vec<SemanticToken>) -> SemanticTokens {
        let mut sent = self.sent_tokens();
        sent.count += 1;
        let id = sent.count.to_string();
        sent.sent.insert(uri.clone(), (id.clone(), Arc::new(data.clone())));
        SemanticTokens { result_id: Some(id), data }
    }

    /// The name of new tokens, and what turns those of an old name into them. `None` where those are not known any more.
    pub fn changed_tokens(
        &self,
        uri: &Uri,
        previous: &str,
        data: &[SemanticToken],
    ) -> Option<(Option<String>, Vec<SemanticTokensEdit>)> {
        let old = self.sent_tokens().sent.get(uri).filter(|(id, _)| id == previous).map(|(_, old)| Arc::clone(old))?;
        let edits = difference(&old, data);
        let id = self.note_tokens(uri, data.to_vec()).result_id;
        Some((id, edits))
    }

    /// Forgets the tokens of a document that is closed.
    pub fn forget_tokens(&self, uri: &Uri) {
        self.sent_tokens().sent.remove(uri);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(delta_start: u32) -> SemanticToken {
        SemanticToken { delta_line: 0, delta_start, length: 1, token_type: 0, token_modifiers_bitset: 0 }
    }

    #[test]
    fn a_difference_turns_old_into_new() {
        let all = |starts: &[u32]| starts.iter().map(|&start| token(start)).collect::<Vec<_>>();
        for (old, new) in [
            (vec![1, 2, 3], vec![1, 2, 3]),
            (vec![1, 2, 3], vec![1, 9, 3]),
            (vec![1, 1], vec![1, 1, 1]),
            (vec![1, 2], vec![]),
            (vec![], vec![4]),
        ] {
            let (old, new) = (all(&old), all(&new));
            let mut made = old.clone();
            for edit in difference(&old, &new) {
                let (start, count) = (edit.start as usize / 5, edit.delete_count as usize / 5);
                made.splice(start..start + count, edit.data.unwrap());
            }
            assert_eq!(made, new);
        }
    }
}
