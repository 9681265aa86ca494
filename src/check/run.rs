//! One run over a document: what all rules ask for, found once.
//!
//! Mentions stand here by kind, with what surrounds them; references are held against the catalogue only when a rule asks
//! for it, and each distinct reference once.

use super::quotation::Quotations;
use super::{Edit, Finding, Fix, rules};
use crate::catalogue::{Catalogue, Context, Resolution};
use crate::cite::{AgencyRef, Family, MentionKind, NameRef, Number, NumberRef, ProvisionRef, Slip};
use crate::document::{Document, Located, Regime};
use crate::i18n::Localizer;
use crate::settings::{JudgementDay, Settings};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use time::Date;
use time::macros::date;

/// A mention of one kind in its place.
#[derive(Clone, Copy)]
pub struct At<'d, T> {
    pub at: Located<'d>,
    pub it: &'d T,
    /// It stands in the title of another instrument.
    pub titled: bool,
    /// The text of its block.
    pub block: &'d str,
}

impl<'d, T> At<'d, T> {
    /// Its span in the document.
    pub fn span(&self) -> Span {
        self.at.span()
    }

    /// As it is written.
    pub fn text(&self) -> &'d str {
        self.at.mention.span.of(self.block)
    }

    /// What stands before it in its block.
    pub fn before(&self) -> &'d str {
        &self.block[..self.at.mention.span.start]
    }

    /// What stands behind it in its block.
    pub fn after(&self) -> &'d str {
        &self.block[self.at.mention.span.end..]
    }

    /// Whether it is the drafter's own prose: neither quoted nor part of a title. Style is judged there alone.
    pub fn is_own_prose(&self) -> bool {
        !self.at.quoted && !self.titled
    }

    /// The sentence that it stands in.
    pub fn sentence(&self) -> &'d str {
        let span = self.at.mention.span;
        &self.block[sentence_start(self.block, span.start)..sentence_end(self.block, span.end)]
    }
}

pub type NumberAt<'d> = At<'d, NumberRef>;
pub type NameAt<'d> = At<'d, NameRef>;
pub type ProvisionAt<'d> = At<'d, ProvisionRef>;
pub type AgencyAt<'d> = At<'d, AgencyRef>;

impl NumberAt<'_> {
    /// The number that is meant, completed where the text shortens it.
    pub fn number(&self) -> &Number {
        self.at.completed.unwrap_or(&self.it.number)
    }

    /// Old writing, which is recognised and never corrected: forms and years before 1999.
    pub fn is_old(&self) -> bool {
        self.number().family == Family::Old || self.year().is_some_and(|y| y < 1999)
    }

    /// The year of the number, else of its date, else "năm …" behind it.
    pub fn year(&self) -> Option<u16> {
        let attributes = &self.it.attributes;
        let written = self.number().year;
        written.or_else(|| attributes.date.as_ref().map(|d| d.year)).or_else(|| attributes.year.map(|y| y.year))
    }
}

/// What makes two references by number ask the same of the catalogue.
#[derive(PartialEq, Eq, Hash)]
struct Question<'d> {
    number: &'d Number,
    kind: Option<&'static str>,
    date: Option<(u16, u8, u8)>,
    year: Option<u16>,
    issuer: Option<&'d str>,
    title: Option<&'d str>,
}

/// The same of a name: its years and date.
type NameQuestion<'d> = (&'d str, Option<u16>, Option<u16>, Option<(u16, u8, u8)>);

/// What all rules ask for.
pub struct Run<'d> {
    pub document: &'d Document,
    pub catalogue: &'d Catalogue,
    pub messages: &'static Localizer,
    pub regime: Regime,
    /// The day on which validity is judged.
    pub day: Date,
    /// The day is that of the document or was set, not merely today's.
    pub is_dated: bool,
    pub numbers: Vec<NumberAt<'d>>,
    pub names: Vec<NameAt<'d>>,
    pub provisions: Vec<ProvisionAt<'d>>,
    pub agencies: Vec<AgencyAt<'d>>,
    /// Every slip with the index of its number in `numbers`.
    pub slips: Vec<(usize, &'d Slip)>,
    /// By index of the mention in the document: its place in `numbers` or `names`.
    place: Vec<u32>,
    resolutions: Vec<OnceCell<Rc<Resolution>>>,
    name_resolutions: Vec<OnceCell<Rc<Resolution>>>,
    names_asked: RefCell<FxHashMap<NameQuestion<'d>, Rc<Resolution>>>,
    asked: RefCell<FxHashMap<Question<'d>, Rc<Resolution>>>,
    context: Context,
    quotations: OnceCell<Quotations>,
    body_end: OnceCell<usize>,
}

impl<'d> Run<'d> {
    pub fn new(document: &'d Document, catalogue: &'d Catalogue, settings: &'d Settings) -> Self {
        let header = document.header();
        let JudgementDay { day, is_dated } = settings.judgement_day(header);
        let found = if header.consolidated { Regime::None } else { header.regime() };
        let mut run = Self {
            document,
            catalogue,
            messages: Localizer::of(settings.language),
            regime: settings.regime.unwrap_or(found),
            day,
            is_dated,
            numbers: Vec::new(),
            names: Vec::new(),
            provisions: Vec::new(),
            agencies: Vec::new(),
            slips: Vec::new(),
            place: Vec::new(),
            resolutions: Vec::new(),
            name_resolutions: Vec::new(),
            names_asked: RefCell::default(),
            asked: RefCell::default(),
            context: Context { date: Some(header.date.unwrap_or(day)), issuer: header.issuer.clone() },
            quotations: OnceCell::new(),
            body_end: OnceCell::new(),
        };
        run.collect();
        run
    }

    fn collect(&mut self) {
        // Where the last title ends, in which mentions are part of a name.
        let (mut title_block, mut title) = (usize::MAX, Span::default());
        // The issuer of the last citation: its name is part of the citation as well.
        let (mut issuer_block, mut issuer) = (usize::MAX, Span::default());
        for at in self.document.mentions() {
            let (_, block) = self.document.block_of(&at);
            let titled = title_block == at.block && title.overlaps(at.mention.span);
            let mut open_title = |span: Option<Span>| {
                if let Some(span) = span
                    && !titled
                {
                    (title_block, title) = (at.block, span);
                }
            };
            match &at.mention.kind {
                MentionKind::Number(it) => {
                    open_title(it.attributes.title);
                    if let Some(named) = &it.attributes.issuer {
                        (issuer_block, issuer) = (at.block, named.span);
                    }
                    self.slips.extend(it.slips.iter().map(|s| (self.numbers.len(), s)));
                    self.place.push(self.numbers.len() as u32);
                    self.numbers.push(At { at, it, titled, block });
                }
                MentionKind::Name(it) => {
                    open_title(it.attributes.title);
                    self.place.push(self.names.len() as u32);
                    self.names.push(At { at, it, titled, block });
                }
                MentionKind::Provision(it) => {
                    self.place.push(self.provisions.len() as u32);
                    self.provisions.push(At { at, it, titled, block });
                }
                MentionKind::Agency(it) => {
                    let titled = titled || (issuer_block == at.block && issuer.overlaps(at.mention.span));
                    self.place.push(self.agencies.len() as u32);
                    self.agencies.push(At { at, it, titled, block });
                }
            }
        }
        self.resolutions.resize_with(self.numbers.len(), OnceCell::new);
        self.name_resolutions.resize_with(self.names.len(), OnceCell::new);
    }

    /// What the catalogue says of a reference by number, by its index in `numbers`.
    pub fn resolution(&self, index: usize) -> &Resolution {
        self.resolutions[index].get_or_init(|| {
            let n = &self.numbers[index];
            let title = n.it.attributes.title.map(|span| span.of(n.block));
            // What it leaves out another citation of the same number may say.
            let said = &n.it.attributes;
            let dated = n.at.told_by.filter(|_| said.date.is_none() && said.year.is_none()).unwrap_or(said);
            let issuer = said.issuer.as_ref().or_else(|| n.at.told_by?.issuer.as_ref());
            let question = Question {
                number: n.at.completed.unwrap_or(&n.it.number),
                kind: n.it.type_word.as_ref().map(|t| t.name),
                date: dated.date.as_ref().map(|d| (d.year, d.month, d.day)),
                year: dated.year.map(|y| y.year),
                issuer: issuer.map(|i| i.name.as_str()),
                title,
            };
            if let Some(known) = self.asked.borrow().get(&question) {
                return Rc::clone(known);
            }
            let whole = n.at.whole().unwrap_or(Cow::Borrowed(n.it));
            let answer = Rc::new(self.catalogue.resolve_number(&whole, title, &self.context));
            self.asked.borrow_mut().insert(question, Rc::clone(&answer));
            answer
        })
    }

    /// What the catalogue says of a reference by name, by its index in `names`. A number beside the name decides.
    pub fn name_resolution(&self, index: usize) -> &Resolution {
        self.name_resolutions[index].get_or_init(|| {
            let n = &self.names[index];
            let date = n.it.attributes.date.as_ref().map(|d| (d.year, d.month, d.day));
            let said = n.it.attributes.year.map(|y| y.year);
            let question = (n.it.canonical.as_str(), n.it.year.map(|y| y.year), said, date);
            let mut asked = self.names_asked.borrow_mut();
            Rc::clone(
                asked.entry(question).or_insert_with(|| Rc::new(self.catalogue.resolve_name(n.it, &self.context))),
            )
        })
    }

    /// The index in `numbers` of the number that stands beside a name.
    pub fn number_beside(&self, name: &NameAt<'d>) -> Option<usize> {
        let sibling = self.document.sibling(&name.at, name.it.number?);
        sibling.mention.number().is_some().then(|| self.place[sibling.index] as usize)
    }

    /// What the catalogue says of an instrument's mention, given as the document has it.
    pub fn resolution_of(&self, mention: &Located<'d>) -> Option<&Resolution> {
        let place = self.place[mention.index] as usize;
        match &mention.mention.kind {
            MentionKind::Number(_) => Some(self.resolution(place)),
            MentionKind::Name(_) => Some(self.name_resolution(place)),
            _ => None,
        }
    }

    /// Whether rules of style hold: the kind of the draft is known, and it is no contract.
    pub fn is_formal(&self) -> bool {
        matches!(self.regime, Regime::Administrative | Regime::Normative | Regime::Party)
    }

    /// Whether the draft follows the rules of Nghị định 78/2025/NĐ-CP: normative, dated from 1 April 2025 or not dated.
    pub fn is_normative_2025(&self) -> bool {
        self.regime == Regime::Normative && self.document.header().date.unwrap_or(self.day) >= date!(2025 - 04 - 01)
    }

    /// Where the body of the draft ends: before the list of recipients, the annexes and forms, and what they put into force
    /// with articles of its own.
    pub fn body_end(&self) -> usize {
        *self.body_end.get_or_init(|| {
            let mut articles = self.document.outline().articles().filter(|u| u.label == "1");
            let again = articles.nth(1).map_or(usize::MAX, |u| u.span.start);
            let head = self.document.header().end;
            const ANNEX: [&str; 12] = [
                "Nơi nhận",
                "NƠI NHẬN",
                "PHỤ LỤC",
                "Phụ lục",
                "Mẫu số",
                "MẪU SỐ",
                "Biểu mẫu",
                "(Ban hành kèm theo",
                "(Kèm theo",
                "KT. BỘ TRƯỞNG",
                "KT.BỘ TRƯỞNG",
                "TM. CHÍNH PHỦ",
            ];
            let mut blocks = self.document.blocks().filter(|(offset, _)| *offset >= head);
            let annex = blocks.find(|(_, b)| ANNEX.iter().any(|word| b.text.trim_start().starts_with(word)));
            again.min(annex.map_or(usize::MAX, |(offset, _)| offset))
        })
    }

    /// Whether a byte offset lies in a quotation.
    pub fn is_quoted(&self, offset: usize) -> bool {
        self.quotations.get_or_init(|| Quotations::of(self.document)).hold(offset)
    }

    /// A finding with the message of its code.
    pub fn finding(&self, code: &str, span: Span, values: &[(&str, &str)]) -> Finding {
        self.variant(code, "", span, values)
    }

    /// A finding with a variant of its message.
    pub fn variant(&self, code: &str, variant: &str, span: Span, values: &[(&str, &str)]) -> Finding {
        let rule = rules::find(code).unwrap_or_else(|| panic!("{code} stands in the table of rules"));
        let message = if variant.is_empty() {
            self.messages.text(code, values)
        } else {
            self.messages.text(&format!("{code}.{variant}"), values)
        };
        Finding {
            code: &rule.code,
            severity: rule.severity,
            span,
            message,
            instrument: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// A fix with the title of a key.
    pub fn fix(&self, key: &str, values: &[(&str, &str)], safe: bool, edits: Vec<Edit>) -> Fix {
        Fix { title: self.messages.text(key, values), safe, edits }
    }
}

impl Finding {
    #[must_use]
    pub(super) fn about(mut self, instrument: impl Into<String>) -> Self {
        self.instrument = Some(instrument.into());
        self
    }

    #[must_use]
    pub(super) fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    #[must_use]
    pub(super) fn at_most(mut self, severity: super::Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }
}

impl Edit {
    pub(super) fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// The edit that makes `new` of what is written, without what both begin and end with.
    pub(super) fn between(span: Span, written: &str, new: &str) -> Self {
        let prefix: usize =
            written.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (rest, new_rest) = (&written[prefix..], &new[prefix..]);
        let suffix: usize =
            rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Self {
            span: Span::new(span.start + prefix, span.end - suffix),
            text: new_rest[..new_rest.len() - suffix].to_owned(),
        }
    }
}

/// Where the sentence that holds a byte offset begins.
pub fn sentence_start(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let mut start = 0;
    for (i, c) in before.char_indices().rev() {
        let ends = match c {
            ';' => true,
            '.' | '!' | '?' => before[i + 1..].starts_with(char::is_whitespace) && !is_abbreviation(&before[..i]),
            '\n' => before[i + 1..].starts_with(['\n', '\r']),
            _ => false,
        };
        if ends {
            start = i + c.len_utf8();
            break;
        }
    }
    start
}

/// Where the sentence that holds a byte offset ends.
pub fn sentence_end(text: &str, at: usize) -> usize {
    let after = &text[at..];
    for (i, c) in after.char_indices() {
        let ends = match c {
            ';' => true,
            '.' | '!' | '?' => {
                after[i + 1..].chars().next().is_none_or(char::is_whitespace) && !is_abbreviation(&text[..at + i])
            }
            '\n' => after[i + 1..].starts_with(['\n', '\r']),
            _ => false,
        };
        if ends {
            return at + i;
        }
    }
    text.len()
}

/// "TP." and "số 1." end no sentence.
fn is_abbreviation(before: &str) -> bool {
    ["TP", "Tp", "TX", "TS", "PGS", "GS", "ThS"].iter().any(|a| before.ends_with(a))
}
