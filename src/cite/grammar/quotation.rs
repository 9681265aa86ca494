//! Quotation marks.

use super::context::Context;
use super::cursor::Cursor;
use crate::cite::lexer::Kind;
use crate::cite::model::Quote;
use crate::lexicon::words;

impl Cursor<'_> {
    /// What the quotation mark at a token does: `“` opens, `”` closes, `"` opens where a word follows at once, whatever marks of
    /// emphasis are between.
    pub fn quote(self, at: usize, context: &Context) -> Quote {
        let token = self.tokens()[at];
        let opens = match token.kind {
            Kind::QuoteOpen => true,
            Kind::QuoteClose => false,
            _ => {
                let emphasis = ['*', '_'];
                let before = self.text()[..token.start as usize].trim_end_matches(emphasis);
                let after = self.text()[token.end as usize..].trim_start_matches(emphasis);
                after.starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '…')
                    && !before.ends_with(char::is_alphanumeric)
            }
        };
        if !opens {
            return Quote::Close;
        }
        // "1. “Điều 5.": a quotation mark right after the label of an item.
        let after_label = at <= context.label_end && context.label_end > 0;
        // "Sửa đổi khoản 2 như sau: “2. Mức thu …", which goes on in the next paragraphs
        let as_follows = at >= 3 && self.words_at(at - 3, &[words::NHU_COMPARE, words::SAU]);
        let after_colon = (context.amending || as_follows) && at > 0 && self.is(at - 1, words::COLON);
        Quote::Open { begins_line: token.begins_line() || after_label || after_colon }
    }
}
