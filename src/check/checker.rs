//! What the rules of a block and of its citations read: found once for all of them.
//!
//! The mentions of the block are here by kind, with what surrounds them; references are looked up in the catalogue only when
//! a rule asks, and each distinct reference of a document once.

use super::draft::Draft;
use super::evidence::sentence::{sentence_end, sentence_start};
use super::finding::{Finding, Fix};
use super::memo::{Memo, NameQuestion, Question};
use super::{Code, Edit};
use crate::catalogue::{Catalogue, Instrument, Resolution};
use crate::cite::{
    AgencyRef, CueKind, Family, Item, Level, MentionKind, NameRef, Number, NumberRef, ProvisionRef, Slip,
};
use crate::document::blocks::Block;
use crate::document::links::{BlockLinks, Row, afar::Meant, label_and_heading};
use crate::document::{Owner, PlacedMention, Regime};
use crate::i18n::Localizer;
use crate::text::Span;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::sync::Arc;
use time::Date;

/// A mention of one kind in its block. All offsets are bytes of the block.
#[derive(Debug, Clone, Copy)]
pub struct Citation<'d, T> {
    /// The mention with its links. Its `base` is 0, so that `in_document` gives offsets of the block.
    pub place: PlacedMention<'d>,
    /// What the recogniser read.
    pub node: &'d T,
    /// It is in the title of another instrument.
    pub in_title: bool,
    /// The text of its block.
    pub block: &'d str,
    /// Its place among the citations of its kind in the block.
    pub index: usize,
}

impl<'d, T> Citation<'d, T> {
    /// Its span in the block.
    pub fn span(&self) -> Span {
        self.place.span()
    }

    /// As it is written.
    pub fn text(&self) -> &'d str {
        self.place.mention.span.of(self.block)
    }

    /// The text before it in its block.
    pub fn before(&self) -> &'d str {
        &self.block[..self.place.mention.span.start]
    }

    /// The text after it in its block.
    pub fn after(&self) -> &'d str {
        &self.block[self.place.mention.span.end..]
    }

    /// Whether a word or another number stands at it without a blank, as where cells of a table were run together: "… Luật Căn
    /// cước70/2024/NĐ-CP", "80/2021/TT-BTC80/2021/TT-BTC", "105/2020/TT-BTC1 bản chính". What is beside it is not of it.
    pub fn is_glued(&self) -> bool {
        let text = self.text();
        let ends_in_digits = text.ends_with(|c: char| c.is_ascii_digit());
        // The next cell's digits, or its serial and year.
        let is_digit = |c: char| c.is_ascii_digit();
        let code = text.trim_end_matches(is_digit).trim_end_matches('/').trim_end_matches(is_digit);
        self.before().ends_with(char::is_alphabetic)
            || self.after().starts_with(|c: char| c.is_alphanumeric())
            || (ends_in_digits && code.ends_with(char::is_alphabetic))
    }

    /// Whether it is the drafter's own prose: neither quoted nor part of a title. Only there rules of style apply.
    pub fn is_own_prose(&self) -> bool {
        !self.place.quoted && !self.in_title
    }

    /// The sentence that it is in.
    pub fn sentence(&self) -> &'d str {
        let span = self.place.mention.span;
        &self.block[sentence_start(self.block, span.start)..sentence_end(self.block, span.end)]
    }
}

/// A citation by number: "Nghị định số 30/2020/NĐ-CP".
pub type NumberCitation<'d> = Citation<'d, NumberRef>;
/// A citation by name: "Luật Đất đai năm 2024".
pub type NameCitation<'d> = Citation<'d, NameRef>;
/// A run of provisions: "khoản 2 Điều 5".
pub type ProvisionCitation<'d> = Citation<'d, ProvisionRef>;
/// A mention of an agency: "Bộ Tài chính".
pub type AgencyCitation<'d> = Citation<'d, AgencyRef>;

impl NumberCitation<'_> {
    /// The number that is meant, completed where the text shortens it.
    pub fn number(&self) -> &Number {
        self.place.completed_number.unwrap_or(&self.node.number)
    }

    /// Old forms, which are recognised and never corrected: forms and years before 1999.
    pub fn is_old(&self) -> bool {
        self.number().family == Family::Old || self.year().is_some_and(|y| y < 1999)
    }

    /// The year of the number, else of its date, else "năm …" after it.
    pub fn year(&self) -> Option<u16> {
        let attributes = &self.node.attributes;
        let written = self.number().year;
        written.or_else(|| attributes.date.as_ref().map(|d| d.year)).or_else(|| attributes.year.map(|y| y.year))
    }
}

/// Where a block is in its draft, as far as rules may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// It belongs to the header of the draft.
    pub in_header: bool,
    /// It is before the first article or chapter.
    pub before_articles: bool,
    /// It is before them and near the beginning of the document: where the lines of the legal basis are.
    pub in_opening: bool,
    /// The block before it ends with "No.", as English texts do before a number.
    pub after_english_number: bool,
    /// How many bytes of it belong to the body, which ends before recipients, annexes and forms.
    pub body: u32,
}

/// What the rules of a block read.
pub struct Checker<'d> {
    /// The draft that the block belongs to.
    pub draft: &'d Draft,
    pub catalogue: &'d Catalogue,
    /// The messages in the language of the settings.
    pub messages: &'static Localizer,
    /// Which rules of style hold.
    pub regime: Regime,
    /// The day on which validity is judged.
    pub day: Date,
    /// The day is that of the document or was set, not merely today's.
    pub is_dated: bool,
    /// The block that is checked.
    pub block: &'d Block,
    /// Where the block is in its draft.
    pub place: Place,
    /// The mentions of the block by kind, in the order of the text.
    pub numbers: Vec<NumberCitation<'d>>,
    pub names: Vec<NameCitation<'d>>,
    pub provisions: Vec<ProvisionCitation<'d>>,
    pub agencies: Vec<AgencyCitation<'d>>,
    /// Every slip with the index of its number in `numbers`.
    pub slips: Vec<(usize, &'d Slip)>,
    links: &'d BlockLinks,
    /// By index of the mention in the block: its index among those of its kind.
    index: SmallVec<[u32; 8]>,
    resolutions: SmallVec<[OnceCell<Arc<Resolution>>; 4]>,
    name_resolutions: SmallVec<[OnceCell<Arc<Resolution>>; 2]>,
    memo: &'d Memo,
    asked_issuer: Cell<bool>,
}

/// The instrument that a run of provisions belongs to.
#[derive(Debug, Clone, Copy)]
pub struct OwnerAt<'d> {
    pub meant: Meant<'d>,
    /// Whether it is in the block of the run. Of another block nothing else may be read.
    pub here: bool,
}

impl<'d> Checker<'d> {
    /// Collects the mentions of a block. The catalogue is not searched yet.
    pub fn new(
        row: &'d Row,
        place: Place,
        draft: &'d Draft,
        (catalogue, messages): (&'d Catalogue, &'static Localizer),
        memo: &'d Memo,
    ) -> Self {
        let mut checker = Self {
            draft,
            catalogue,
            messages,
            regime: draft.regime,
            day: draft.day,
            is_dated: draft.is_dated,
            block: &row.block,
            place,
            numbers: Vec::new(),
            names: Vec::new(),
            provisions: Vec::new(),
            agencies: Vec::new(),
            slips: Vec::new(),
            links: &row.links,
            index: SmallVec::new(),
            resolutions: SmallVec::new(),
            name_resolutions: SmallVec::new(),
            memo,
            asked_issuer: Cell::new(false),
        };
        checker.collect(row);
        checker
    }

    fn collect(&mut self, row: &'d Row) {
        // Where the last title ends, in which mentions are part of a name.
        let mut title = Span::default();
        // The issuer of the last citation: its name is part of the citation as well.
        let mut issuer = Span::default();
        let block: &'d str = &row.block.text;
        for in_block in 0..row.links.links.len() {
            let place = PlacedMention::new(row, 0, 0, in_block);
            let in_title = title.overlaps(place.mention.span);
            let mut open_title = |span: Option<Span>| {
                if let Some(span) = span
                    && !in_title
                {
                    title = span;
                }
            };
            let index = match &place.mention.kind {
                MentionKind::Number(node) => {
                    open_title(node.attributes.title);
                    if let Some(named) = &node.attributes.issuer {
                        issuer = named.span;
                    }
                    let index = self.numbers.len();
                    self.slips.extend(node.slips.iter().map(|s| (index, s)));
                    self.numbers.push(Citation { place, node, in_title, block, index });
                    index
                }
                MentionKind::Name(node) => {
                    open_title(node.attributes.title);
                    let index = self.names.len();
                    self.names.push(Citation { place, node, in_title, block, index });
                    index
                }
                MentionKind::Provision(node) => {
                    let index = self.provisions.len();
                    self.provisions.push(Citation { place, node, in_title, block, index });
                    index
                }
                MentionKind::Agency(node) => {
                    let in_title = in_title || issuer.overlaps(place.mention.span);
                    let index = self.agencies.len();
                    self.agencies.push(Citation { place, node, in_title, block, index });
                    index
                }
            };
            self.index.push(index as u32);
        }
        self.resolutions.resize_with(self.numbers.len(), OnceCell::new);
        self.name_resolutions.resize_with(self.names.len(), OnceCell::new);
    }

    /// The text of the block.
    pub fn text(&self) -> &'d str {
        &self.block.text
    }

    /// The agency that issues the draft. What is found with it is found again in a draft of another issuer.
    pub fn issuer(&self) -> Option<&'d str> {
        self.asked_issuer.set(true);
        self.draft.header.issuer.as_deref()
    }

    /// Whether a rule has asked for the issuer of the draft.
    pub fn has_asked_issuer(&self) -> bool {
        self.asked_issuer.get()
    }

    /// Resolves a number. A local one without issuer is taken for one of the draft's own.
    fn resolve_number(&self, number: &NumberRef, title: Option<&str>) -> Resolution {
        if number.number.is_local() && number.attributes.issuer.is_none() {
            self.asked_issuer.set(true);
        }
        self.catalogue.resolve_number(number, title, self.memo.context())
    }

    /// What the catalogue says of a reference by number, by its index in `numbers`.
    pub fn resolution(&self, index: usize) -> &Resolution {
        self.resolutions[index].get_or_init(|| {
            let n = &self.numbers[index];
            let title = n.node.attributes.title.map(|span| span.of(n.block));
            // Another citation of the same number may give what this one leaves out.
            let said = &n.node.attributes;
            let dated = n.place.disambiguated_by.filter(|_| said.date.is_none() && said.year.is_none()).unwrap_or(said);
            let issuer = said.issuer.as_ref().or_else(|| n.place.disambiguated_by?.issuer.as_ref());
            if n.number().is_local() && issuer.is_none() {
                self.asked_issuer.set(true);
            }
            let question = Question {
                number: n.number(),
                kind: n.node.type_word.as_ref().map(|t| t.name),
                date: dated.date.as_ref().map(|d| (d.year, d.month, d.day)),
                year: dated.year.map(|y| y.year),
                issuer: issuer.map(|i| i.name.as_str()),
                title,
            };
            self.memo.number(&question, || {
                let whole = n.place.completed().unwrap_or(Cow::Borrowed(n.node));
                self.catalogue.resolve_number(&whole, title, self.memo.context())
            })
        })
    }

    /// What the catalogue says of a reference by name, by its index in `names`. A number next to the name decides.
    pub fn name_resolution(&self, index: usize) -> &Resolution {
        self.name_resolutions[index].get_or_init(|| self.resolve_name(self.names[index].node))
    }

    fn resolve_name(&self, name: &NameRef) -> Arc<Resolution> {
        let question = NameQuestion {
            name: &name.canonical,
            year: name.year.map(|y| y.year),
            said: name.attributes.year.map(|y| y.year),
            date: name.attributes.date.as_ref().map(|d| (d.year, d.month, d.day)),
        };
        self.memo.name(&question, || self.catalogue.resolve_name(name, self.memo.context()))
    }

    /// The index in `numbers` of the number next to a name.
    pub fn number_beside(&self, name: &NameCitation<'d>) -> Option<usize> {
        self.number_at(name.node.number?)
    }

    /// The index in `numbers` of a mention of the block, if it is a number.
    fn number_at(&self, in_block: usize) -> Option<usize> {
        let is_number = self.block.reading.mentions.get(in_block)?.number().is_some();
        is_number.then(|| self.index[in_block] as usize)
    }

    /// The instrument that a run belongs to, if it is a mention. A name with a number next to it gives the number.
    pub fn owner<'r>(&'r self, run: &ProvisionCitation<'r>) -> Option<OwnerAt<'r>> {
        let (block, mention, here): (&Block, usize, bool) = match run.place.owner {
            Owner::Here(mention) => (self.block, *mention as usize, true),
            Owner::Mention(of) => (&of.block, of.mention as usize, false),
            Owner::Unknown | Owner::This | Owner::Quoted => return None,
        };
        Some(OwnerAt { meant: Meant::of(block, mention)?, here })
    }

    /// What the catalogue says of the owner of a run.
    pub fn resolution_of(&self, owner: &OwnerAt<'_>) -> Option<Cow<'_, Resolution>> {
        let index = || self.index[owner.meant.in_block] as usize;
        match &owner.meant.mention.kind {
            MentionKind::Number(_) if owner.here => Some(Cow::Borrowed(self.resolution(index()))),
            MentionKind::Name(_) if owner.here => Some(Cow::Borrowed(self.name_resolution(index()))),
            MentionKind::Number(number) => {
                let title = owner.meant.title();
                Some(Cow::Owned(self.resolve_number(number, title)))
            }
            MentionKind::Name(name) => Some(Cow::Owned((*self.resolve_name(name)).clone())),
            MentionKind::Provision(_) | MentionKind::Agency(_) => None,
        }
    }

    /// The act that a run belongs to, if the catalogue knows it.
    pub fn known_owner(&self, run: &ProvisionCitation<'_>) -> Option<Arc<Instrument>> {
        self.resolution_of(&self.owner(run)?)?.known().map(Arc::clone)
    }

    /// Whether rules of style hold: the kind of the draft is known, and it isn't a contract.
    pub fn is_formal(&self) -> bool {
        self.draft.is_formal()
    }

    /// See [`Draft::is_normative_2025`].
    pub fn is_normative_2025(&self) -> bool {
        self.draft.is_normative_2025()
    }

    /// Whether a byte of the block lies in a quotation.
    pub fn is_quoted(&self, offset: usize) -> bool {
        self.links.is_quoted(offset)
    }

    /// Whether a byte of the block belongs to the body of the draft.
    pub fn is_in_body(&self, offset: usize) -> bool {
        offset < self.place.body as usize
    }

    /// Whether a byte of the block is in an article, clause or point (as `level` says) of the draft under whose heading acts
    /// are repealed, replaced or amended.
    pub fn is_under_closing_heading(&self, offset: usize, level: Level) -> bool {
        let links: &'d BlockLinks = self.links;
        // The last item of the level or above it before the offset decides; if it is above, the offset is in no item of
        // the level.
        for &cue in links.items.iter().rev() {
            let at = &self.block.reading.cues[cue as usize];
            let CueKind::Item(item) = &at.kind else { continue };
            if at.span.start <= offset && item.level <= level {
                return item.level == level && self.block.heading(cue as usize).closes;
            }
        }
        links.open.at(level).is_some_and(|unit| unit.closes)
    }

    /// The units of the draft that begin in the block, each with its label as written and its heading.
    pub fn items(&self) -> impl Iterator<Item = (&'d Item, Span, Span)> + use<'d> {
        let (links, block): (&'d BlockLinks, &'d Block) = (self.links, self.block);
        links.items.iter().filter_map(move |&cue| {
            let CueKind::Item(item) = &block.reading.cues[cue as usize].kind else { return None };
            let (label, heading) = label_and_heading(block, cue as usize);
            Some((item, label, heading))
        })
    }

    /// The label of the article, clause or point that the block begins in.
    pub fn begins_in(&self, level: Level) -> Option<&'d str> {
        let links: &'d BlockLinks = self.links;
        links.open.at(level).map(|unit| &*unit.label)
    }

    /// A finding with the message of its code.
    pub fn finding(&self, code: Code, span: Span, values: &[(&str, &str)]) -> Finding {
        Finding::new(self.messages, code, "", span, values)
    }

    /// A finding with a variant of its message.
    pub fn variant(&self, code: Code, variant: &str, span: Span, values: &[(&str, &str)]) -> Finding {
        Finding::new(self.messages, code, variant, span, values)
    }

    /// A fix with the title of a key.
    pub fn fix(&self, key: &str, values: &[(&str, &str)], safe: bool, edits: Vec<Edit>) -> Fix {
        Fix { title: self.messages.text(key, values), safe, edits }
    }
}
