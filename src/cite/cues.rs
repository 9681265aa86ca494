//! Cues: places of a block that matter to what is said elsewhere in the document.
//!
//! Quotation marks (is a run quoted new text?), items and headings (the outline), frames ("Sửa đổi, bổ sung một số điều
//! của Nghị định số X": whose articles are the ones below?), short names ("sau đây gọi tắt là …").

use super::lexer::{BREAK, EMPTY_LINE, GAP, Kind, Token};
use super::reader::Reader;
use super::{Cue, CueKind, Item, ItemLevel, Level, Mention, MentionKind, Quote, Target};
use crate::law::is_letter_label;
use crate::lexicon::{Word, words};
use crate::text::fold;

impl Reader<'_> {
    /// The label of an item at the beginning of a line. Tokens before `item_until` are the label.
    pub(super) fn item(&mut self) {
        let mut at = self.at;
        // Marks of headings and tables in Markdown, and the quotation mark of quoted articles.
        while self
            .tokens
            .get(at)
            .is_some_and(|t| (t.kind == Kind::Mark && t.word == Word::NONE) && !self.slice(at).starts_with('…'))
            && at < self.at + 8
        {
            at += 1;
        }
        let quoted = at;
        while self.tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::QuoteOpen | Kind::QuotePlain))
            && at < quoted + 2
        {
            at += 1;
        }
        if self.continues_line() && at == self.at && self.tokens[at].kind == Kind::Word && !self.is_letter_item(at) {
            return;
        }
        let Some((level, label, end)) = self.item_label(at) else { return };
        self.end_sentence();
        let amending = self.amending_verb(end);
        for i in quoted..at {
            let token = self.tokens[i];
            self.at = i;
            self.quote(token);
        }
        let span = self.span(at, end);
        self.cues.push(Cue { span, kind: CueKind::Item(Item { level, label, amending }) });
        self.item_until = end;
        self.at = self.at.min(end);
    }

    /// Whether the line goes on with a sentence that the line before began: "… quy định tại\nĐiều 8 và".
    fn continues_line(&self) -> bool {
        let at = self.at;
        if at == 0 || self.tokens[at].has(EMPTY_LINE) {
            return false;
        }
        let before = self.tokens[at - 1];
        const ON: [Word; 17] = [
            words::TAI,
            words::THEO,
            words::CUA,
            words::VA,
            words::HOAC,
            words::COMMA,
            words::DEN,
            words::TU_FROM,
            words::DINH,
            words::KHOAN,
            words::DIEM,
            words::DIEU,
            words::CAC,
            words::VAO,
            words::SAU,
            words::THUOC,
            words::SO,
        ];
        if ON.iter().any(|w| before.is(*w)) {
            return true;
        }
        // "khoản 1\nĐiều này"
        at >= 2 && self.unit_word(at - 2).is_some() && (before.kind == Kind::Digits || self.is_label_letter(at - 1))
    }

    fn is_letter_item(&self, at: usize) -> bool {
        self.is(at + 1, words::CLOSE) && self.is_label_letter(at)
    }

    fn is_label_letter(&self, at: usize) -> bool {
        self.tokens[at].kind == Kind::Word && fold::letters(self.slice(at)) == 1
    }

    fn item_label(&self, at: usize) -> Option<(ItemLevel, String, usize)> {
        let token = self.tokens.get(at)?;
        let ends_label = |i: usize| {
            self.tokens.get(i).is_none_or(|t| {
                t.has(BREAK) || t.is(words::DOT) || t.is(words::COLON) || (t.is(words::DASH) && t.has(GAP))
            })
        };
        let dotted = |i: usize| {
            i + usize::from(
                self.tokens.get(i).is_some_and(|t| !t.has(BREAK) && (t.is(words::DOT) || t.is(words::COLON))),
            )
        };
        if let Some((level, unit_end)) = self.unit_word(at) {
            if !token.has(super::lexer::CAPITAL) {
                return None;
            }
            let (label, end) = self.label(level, unit_end)?;
            if !ends_label(end) || self.tokens[unit_end].has(EMPTY_LINE) {
                return None;
            }
            // "Điều 5, " is a reference; "khoản 1." at the beginning of a line is one too.
            if level > Level::Article {
                return None;
            }
            return Some((level, label, dotted(end)));
        }
        if token.kind == Kind::Digits && token.end - token.start <= 3 {
            // "1.", "4a.", but not "1.5" and "1. 000"
            let letter = usize::from(
                self.is_glued(at + 1) && self.tokens.get(at + 1).is_some_and(|_| self.is_label_letter(at + 1)),
            );
            let dot = at + 1 + letter;
            let ends = self.is(dot, words::DOT)
                && self.is_glued(dot)
                && self.tokens.get(dot + 1).is_none_or(|t| t.has(GAP) || t.has(BREAK) || t.kind != Kind::Digits);
            return ends.then(|| (ItemLevel::Clause, self.span(at, dot).of(self.text).to_lowercase(), dot + 1));
        }
        if token.kind == Kind::Word {
            // "a)", "a1)", "đ)", "aa)", but not the end of "(cấp xã)"
            let digit =
                usize::from(self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Digits && self.is_glued(at + 1)));
            let close = at + 1 + digit;
            if self.is(close, words::CLOSE) && self.is_glued(close) && self.slice(at).len() <= 8 {
                let letters = fold::syllable(self.slice(at));
                if is_letter_label(&letters) {
                    let label = letters + if digit == 1 { self.slice(at + 1) } else { "" };
                    return Some((ItemLevel::Point, label, close + 1));
                }
            }
        }
        if (token.is(words::DASH) || self.slice(at) == "+")
            && self.tokens.get(at + 1).is_some_and(|t| t.has(GAP) && !t.has(BREAK))
        {
            return Some((ItemLevel::Dash, String::new(), at + 1));
        }
        None
    }

    /// A quotation mark.
    pub(super) fn quote(&mut self, token: Token) {
        let begins_line = token.begins_line() || self.at <= self.item_until && self.item_until > 0;
        let opens = match token.kind {
            Kind::QuoteOpen => true,
            Kind::QuoteClose => false,
            // `"` opens where a word follows at once.
            _ => {
                self.text[token.end as usize..].starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '…')
                    && !self.text[..token.start as usize].ends_with(char::is_alphanumeric)
            }
        };
        let quote = if opens {
            self.sentence.quotes += 1;
            Quote::Open { begins_line }
        } else {
            self.sentence.quotes = self.sentence.quotes.saturating_sub(1);
            Quote::Close
        };
        self.cues.push(Cue { span: token.span(), kind: CueKind::Quote(quote) });
        self.at += 1;
    }

    /// Whether an amending verb begins at a token: "Sửa đổi, bổ sung", "Bãi bỏ", "Thay thế", "Bỏ cụm từ", "Bổ sung".
    pub(super) fn amending_verb(&self, at: usize) -> bool {
        use words as w;
        // "1. Tại khoản 2, thay thế …" and a subject in front ("Luật này sửa đổi") are left to what they name.
        self.are(at, &[w::SUA, w::DOI])
            || self.are(at, &[w::BO, w::SUNG])
            || self.are(at, &[w::BAI, w::BO_DROP])
            || self.are(at, &[w::HUY, w::BO_DROP])
            || self.are(at, &[w::THAY, w::THE])
            || self.are(at, &[w::BO_DROP, w::CUM])
            || self.are(at, &[w::DINH_CORRECT, w::CHINH])
            || (self.is(at, w::SUA) && self.unit_word(at + 1).is_some())
            || (self.is(at, w::BO_DROP) && (self.unit_word(at + 1).is_some() || self.is(at + 1, w::CAC)))
    }

    /// The object of an amending sentence is its first instrument outside quotation marks.
    pub(super) fn frame(&mut self, mention: usize) {
        if self.sentence.amending && !self.sentence.framed && self.sentence.quotes == 0 {
            self.sentence.framed = true;
            let span = self.mentions[mention].span;
            self.cues.push(Cue { span, kind: CueKind::Frame(mention) });
        }
    }

    /// "(sau đây gọi tắt là …)", "(gọi tắt là …)", "sau đây gọi là “Quy chế”", "(sau đây viết tắt là …)".
    pub(super) fn definition(&mut self) {
        use words as w;
        let at = self.at;
        if !self.is(at, w::GOI) && !self.is(at, w::VIET) {
            return;
        }
        let mut i = at + 1;
        while i < at + 4 && (self.is(i, w::TAT) || self.is(i, w::CHUNG)) {
            i += 1;
        }
        if !self.is(i, w::LA) {
            return;
        }
        let cued = (i > at + 1) || (at > 0 && self.is(at - 1, w::DAY));
        if !cued {
            return;
        }
        i += 1;
        let quoted = self.tokens.get(i).is_some_and(|t| matches!(t.kind, Kind::QuoteOpen | Kind::QuotePlain));
        let from = i + usize::from(quoted);
        let mut end = from;
        while let Some(token) = self.tokens.get(end) {
            let stop = match token.kind {
                Kind::QuoteClose | Kind::QuotePlain => true,
                Kind::Mark => {
                    !quoted && [w::CLOSE, w::COMMA, w::SEMICOLON, w::DOT, w::OPEN].iter().any(|m| token.is(*m))
                }
                _ => false,
            };
            if stop || token.has(EMPTY_LINE) || end - from > 14 {
                break;
            }
            end += 1;
        }
        if end > from && end - from <= 14 {
            let term = fold::tidy(self.span(from, end).of(self.text));
            let of = self.defined_instrument(at);
            let span = self.span(from, end);
            self.cues.push(Cue { span, kind: CueKind::ShortName { term, of } });
        }
    }

    /// What a short name stands for: the last instrument before the bracket in the same sentence.
    fn defined_instrument(&self, _at: usize) -> Option<usize> {
        let reference = self.reference?;
        // A title may stand between; the reference was forgotten at the end of the sentence.
        Some(reference.mention)
    }

    /// Whether runs before the instrument belong to it. They do when it stands right behind a run, or the run waits for a
    /// target over other words of the same part of the sentence.
    pub(super) fn is_target_of_run(&self, mention: usize) -> bool {
        let Some(&last) = self.open_runs.last() else { return false };
        let instrument: &Mention = &self.mentions[mention];
        let MentionKind::Provision(run) = &self.mentions[last].kind else { return false };
        run.target == Target::Open && self.stands_right_behind(self.mentions[last].span.end, instrument)
    }

    /// Whether nothing but "của", "tại", a comma, an issuer or the instrument's own type word and "số" stands between a run
    /// and the instrument.
    fn stands_right_behind(&self, run_end: usize, instrument: &Mention) -> bool {
        let start = match &instrument.kind {
            MentionKind::Number(n) => n.type_word.as_ref().map_or(instrument.span.start, |t| t.span.start),
            _ => instrument.span.start,
        };
        // The name in front of a number ("Luật Quản lý thuế số 78/2006/QH11") has the run's target already.
        let from = self.token_from(run_end);
        let until = self.token_from(start);
        let between = from..until;
        let plain = |i: usize| {
            [words::CUA, words::COMMA, words::TAI, words::CAC, words::THUOC, words::TRONG, words::OPEN]
                .iter()
                .any(|w| self.is(i, *w))
        };
        if until <= from || (between.clone().all(plain) && between.len() <= 3) {
            return true;
        }
        // "khoản 9 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14"
        if matches!(instrument.kind, MentionKind::Number(_))
            && let Some((kind_end, _, _)) = self.phrases(from + usize::from(self.is(from, words::CUA))).kind
            && self.amends(kind_end)
        {
            return true;
        }
        // "Bãi bỏ khoản 7 Điều 15 và Phụ lục I kèm theo Nghị định số 128/2025/NĐ-CP"
        let annex = |i: usize| {
            plain(i)
                || [words::VA, words::PHU, words::LUC_ANNEX, words::BAN, words::HANH, words::KEM, words::THEO]
                    .iter()
                    .any(|w| self.is(i, *w))
                || self.tokens[i].kind == Kind::Digits
                || crate::law::roman_value(self.slice(i)).is_some()
        };
        between.len() <= 14
            && between.clone().any(|i| self.are(i, &[words::PHU, words::LUC_ANNEX]))
            && between.clone().all(annex)
    }
}
