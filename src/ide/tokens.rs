//! What the words of a draft are, for colours: types of acts, numbers, names, provisions, agencies.

use super::hover::{HoverContext, Meant};
use super::short_names;
use crate::catalogue::{Catalogue, Validity};
use crate::cite::MentionKind;
use crate::document::{Document, PlacedMention};
use crate::settings::Settings;
use crate::text::Span;

/// A token: bytes of the document, in one line or over several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// The act is out of force.
    pub expired: bool,
    /// The act is not in the catalogue, which knows its series.
    pub unknown: bool,
    /// Here it is defined: the label of a unit, the term of a short name.
    pub definition: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// "Nghị định" before a number.
    Type,
    Number,
    Name,
    Provision,
    Agency,
}

/// The tokens of a part of a document, in the order of the text; they do not overlap.
pub fn tokens(document: &Document, catalogue: &Catalogue, within: Span, settings: &Settings) -> Vec<Token> {
    let cx = HoverContext::of(document, catalogue, settings);
    let mut found = Vec::new();
    let plain = |span, kind| Token { span, kind, expired: false, unknown: false, definition: false };
    for placed in document.mentions().filter(|placed| placed.span().overlaps(within)) {
        let span = placed.span();
        match &placed.mention.kind {
            MentionKind::Number(number) => {
                let word = number.type_word.as_ref().filter(|word| word.own);
                found.extend(word.map(|word| plain(placed.in_document(word.span), TokenKind::Type)));
                found.push(of_act(&cx, &placed, plain(span, TokenKind::Number)));
            }
            MentionKind::Name(_) => found.push(of_act(&cx, &placed, plain(span, TokenKind::Name))),
            MentionKind::Provision(_) => found.push(plain(span, TokenKind::Provision)),
            MentionKind::Agency(_) => found.push(plain(span, TokenKind::Agency)),
        }
    }
    let labels = document.outline().units.iter().filter(|unit| unit.level < crate::cite::Level::Dash);
    let defined = short_names::definitions(document).into_iter().map(|definition| (definition.span, TokenKind::Name));
    for (span, kind) in labels.map(|unit| (unit.span, TokenKind::Provision)).chain(defined) {
        if span.overlaps(within) {
            found.push(Token { definition: true, ..plain(span, kind) });
        }
    }
    // Of those that overlap (the number inside of a name, a term inside of its mention) the shorter stays whole.
    found.retain(|token| !token.span.is_empty());
    found.sort_by_key(|token| (token.span.start, token.span.end));
    let mut kept: Vec<Token> = Vec::with_capacity(found.len());
    for token in found {
        match kept.last_mut() {
            Some(last) if last.span.overlaps(token.span) => {
                if token.span.len() < last.span.len() {
                    *last = token;
                }
            }
            _ => kept.push(token),
        }
    }
    kept
}

fn of_act(cx: &HoverContext<'_>, placed: &PlacedMention<'_>, token: Token) -> Token {
    if cx.document.is_own_heading(placed) {
        return token;
    }
    match cx.meant(placed) {
        Meant::Known(instrument) => {
            let expired = matches!(instrument.validity(cx.day()), Validity::Expired { .. });
            Token { expired, ..token }
        }
        Meant::Missing(missing) if matches!(missing.resolution, crate::catalogue::Resolution::Unknown(_)) => {
            Token { unknown: true, ..token }
        }
        Meant::Missing(_) | Meant::Several { .. } => token,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn words_have_kinds_and_states() {
        let c = catalogue();
        let text = "QUYẾT ĐỊNH\nĐiều 1. Một\nTheo khoản 2 Điều 5 Nghị định số 110/2004/NĐ-CP và Luật Đất đai năm 2024 của Bộ Nội vụ.|\n";
        let (document, _) = document(text, &c);
        let whole = Span::new(0, text.len());
        let tokens = tokens(&document, &c, whole, &settings());
        let found: Vec<(String, TokenKind)> =
            tokens.iter().map(|token| (document.slice(token.span), token.kind)).collect();
        let expected = [
            ("Điều 1.", TokenKind::Provision),
            ("khoản 2 Điều 5", TokenKind::Provision),
            ("Nghị định", TokenKind::Type),
            ("110/2004/NĐ-CP", TokenKind::Number),
            ("Luật Đất đai năm 2024", TokenKind::Name),
            ("Bộ Nội vụ", TokenKind::Agency),
        ];
        let expected: Vec<(String, TokenKind)> =
            expected.iter().map(|(text, kind)| ((*text).to_owned(), *kind)).collect();
        assert_eq!(found, expected);
        assert!(tokens[0].definition && tokens[3].expired && !tokens[4].expired);
    }
}
