//! The header of a letter in two columns: the body stands beside the national title, and the rest of its name on the line below,
//! beside the motto.
//!
//! ```text
//! ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//!  TỈNH LÂM ĐỒNG             Độc lập - Tự do - Hạnh phúc
//! ```

use super::Agency;
use crate::cite::grammar::cursor::{Cursor, Source};
use crate::cite::lexer::{Kind, Markup, Tokens, lex};
use crate::lexicon::words;
use smallvec::smallvec;

/// A header's body has at most so many tokens on its first line.
const LONGEST: usize = 24;
/// So many lines are at most in the left column.
const MOST_LINES: usize = 3;

impl Cursor<'_> {
    /// The body of a header whose first column begins at a token, where its name runs on in the line below. Its span is the part
    /// on the first line.
    pub(super) fn header_in_columns(self, at: usize) -> Option<Agency> {
        use words as w;
        let first = self.token(at)?;
        let after_mark = at > 0 && self.slice(at - 1) == "|";
        if !(first.begins_line() || after_mark)
            || self.slice(at).contains(char::is_lowercase)
            || self.slice(at).len() < 2
        {
            return None;
        }
        let in_line = |i: usize| self.token(i).is_some_and(|t| i == at || !t.begins_line());
        let title = (at + 1..at + LONGEST)
            .take_while(|&i| in_line(i))
            .find(|&i| self.words_at(i, &[w::CONG_ADD, w::HOA, w::XA]) && self.slice(i) == "CỘNG")?;
        let title_end = self.phrases(title).this_state?;
        let left_end = if self.slice(title - 1) == "|" { title - 1 } else { title };
        // "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ CHÍNH PHỦ …" is a name.
        let apart = left_end < title || self.follows_column_gap(title);
        let motto = (title_end..title_end + LONGEST).any(|i| self.words_at(i, &[w::DOC, w::LAP]));
        if left_end <= at || !(apart || motto) {
            return None;
        }
        let mut joined = self.span(at, left_end).of(self.text()).to_owned();
        let mut line = title_end;
        for _ in 0..MOST_LINES {
            let Some((from, until, next)) = self.left_cell(line) else { break };
            joined.push('\n');
            joined.push_str(self.span(from, until).of(self.text()));
            line = next;
        }
        let mut tokens = Tokens::default();
        lex(&joined, self.vocabulary(), Markup::Plain, &mut tokens);
        let source = Source::new(&joined, &tokens.all, self.vocabulary());
        let name = source.cursor().agency_name(0)?;
        if name.of_members {
            return None;
        }
        let end = (at + name.end).min(left_end);
        Some(Agency { mentions: smallvec![(self.span(at, end), name.into())], end })
    }

    /// Whether the motto below the national title begins at a token: "Độc lập - Tự do".
    pub(super) fn is_motto(self, at: usize) -> bool {
        self.words_at(at, &[words::DOC, words::LAP, words::DASH]) && self.is_capital(at)
    }

    /// The left cell of the line that begins after a token: its tokens, and where to look for the next line. In the right cell is the
    /// motto, or nothing.
    fn left_cell(self, title_end: usize) -> Option<(usize, usize, usize)> {
        let is_bar = |i: usize| self.slice(i) == "|";
        let from = (title_end..title_end + 4).find(|&i| !is_bar(i))?;
        let begins = (title_end..=from).any(|i| self.token(i).is_some_and(|t| t.begins_line()));
        let is_word = |i: usize| self.token(i).is_some_and(|t| t.kind == Kind::Word);
        if !begins || !is_word(from) || self.is(from, words::DOC) || self.is(from, words::SO) {
            return None;
        }
        let ends = |i: usize| {
            self.token(i).is_none_or(|t| t.begins_line())
                || is_bar(i)
                || self.is(i, words::DOC)
                || self.follows_column_gap(i)
        };
        let until = (from + 1..from + LONGEST).find(|&i| ends(i))?;
        let next = (until..until + LONGEST).find(|&i| self.token(i).is_none_or(|t| t.begins_line()))?;
        self.is_all_capitals(from, until).then_some((from, until, next))
    }
}
