//! Runs of provisions whose instrument the document has named in another sentence before.
//!
//! - "Nghị định nêu trên", "Thông tư đó" is the last instrument of the type before.
//! - "khoản 2 nêu trên" is of the instrument of the last run before that has the unit.
//! - In a text without articles of its own a bare article is of the law with which the text has cited the same article before, if
//!   that is one ("theo Điều 51 Luật Quản lý thuế … Mức khoán tại Điều 51"); else of the one whose provisions its paragraph is about,
//!   or which the sentence goes on with ("Theo đó, tại Điều 9"); else of the only one whose provisions the text has cited.
//! - "Quyết định này" in a letter is the last decision before: the letter is none. So it is in a text that cites the decision from
//!   outside, as an answer does.
//! - Below a heading that is an instrument bare articles are of it ("## Luật An ninh mạng 2018 … | Điều 8 | …").
//! - In a guidance bare articles are of the instrument that its title names.
//!
//! None of this is known in one block, and an edit can change it far away. So it is one pass over the mentions of the document,
//! which is made only where a run asks for it ([`asks`]).

use super::introduced::is_act_cited_from_outside;
use super::numbers::{Addition, Place, addition};
use super::{MentionRef, Nature, Owner, Row};
use crate::cite::{Level, Mention, MentionKind, Path, ProvisionRef, Target};
use crate::document::blocks::Traits;
use crate::law;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Whether runs of a block with these traits look for their instrument in earlier blocks.
pub fn asks(traits: Traits, nature: Nature) -> bool {
    traits.has(Traits::ABOVE) || (!nature.has_articles && traits.has(Traits::BARE))
}

/// Whether a run may look for its instrument in earlier blocks, in a text without articles of its own.
pub fn is_bare(run: &ProvisionRef) -> bool {
    matches!(run.target, Target::Open | Target::Unnamed(_) | Target::This { type_word: Some(_) })
}

/// What the pass has seen so far.
struct Earlier {
    nature: Nature,
    /// The text ends as acts do, with recipients or annexes, or amends as they do, and is no letter.
    is_act: bool,
    /// The instruments of each type that is asked for.
    types: Vec<OfType>,
    /// The last run that has an owner.
    run: Option<LastRun>,
    /// The last instrument.
    instrument: Option<MentionRef>,
    /// The articles of the runs that ask.
    asked: FxHashSet<String>,
    /// The instrument with which each of these articles was cited, by its label.
    articles: FxHashMap<String, Only>,
    /// The instrument whose provisions were cited.
    provisions: Only,
    /// The instrument that the title of a guidance names.
    subject: Option<MentionRef>,
    /// The instrument that is the heading of the section, and the depth of the heading.
    section: Option<(usize, MentionRef)>,
}

/// The instruments of one type.
struct OfType {
    kind: &'static str,
    last: Option<MentionRef>,
    only: Only,
}

/// A run that has an owner, and what its block has cited.
struct LastRun {
    run: MentionRef,
    owner: Owner,
    /// Its place among the rows that cite something.
    row: usize,
    /// All runs of its block so far have this owner, or the last sentence begins with it.
    alone: bool,
    /// Another instrument was named after it.
    passed: bool,
}

/// An instrument, as long as it is the only one.
#[derive(Default)]
enum Only {
    #[default]
    None,
    One(String, MentionRef),
    Several,
}

impl Only {
    fn add(&mut self, key: &str, mention: &MentionRef) {
        match self {
            Self::None => *self = Self::One(key.to_owned(), mention.clone()),
            Self::One(other, _) if other == key => {}
            Self::One(..) | Self::Several => *self = Self::Several,
        }
    }

    fn get(&self) -> Option<(&str, &MentionRef)> {
        match self {
            Self::One(key, mention) => Some((key, mention)),
            Self::None | Self::Several => None,
        }
    }
}

/// Finds the instruments of the runs that ask.
pub fn link(rows: &[Row], nature: Nature, found: &mut FxHashMap<Place, Addition>) {
    let mut earlier = Earlier {
        nature,
        is_act: !nature.is_letter && rows.iter().any(|row| row.traits.has(Traits::ANNEX) || amends_openly(row)),
        types: types(rows, nature),
        run: None,
        instrument: None,
        asked: articles(rows, nature),
        articles: FxHashMap::default(),
        provisions: Only::None,
        subject: None,
        section: None,
    };
    let mut place = 0;
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| !row.links.is_code) {
        earlier.heading(row);
        if !row.traits.has(Traits::CITES) {
            continue;
        }
        for (m, mention) in row.block.reading.mentions.iter().enumerate() {
            let here = || MentionRef { block: Arc::clone(&row.block), mention: m as u32 };
            match &mention.kind {
                MentionKind::Provision(run) => {
                    let link = &row.links.links[m];
                    let owner = earlier.owner(run, &link.owner, link.quoted, place);
                    if let Some(owner) = &owner {
                        addition(found, (n as u32, m as u32)).owner = Some(owner.clone());
                    }
                    earlier.keep(run, here(), owner.as_ref().unwrap_or(&link.owner), (place, row));
                }
                MentionKind::Number(number) if number.header => {}
                MentionKind::Number(_) | MentionKind::Name(_) => earlier.instrument(mention, here()),
                MentionKind::Agency(_) => {}
            }
        }
        place += 1;
    }
}

/// Whether a block amends provisions without naming their instrument, which only the frame of an act can tell: "Sửa đổi, bổ sung khoản 4
/// Điều 60 như sau:".
fn amends_openly(row: &Row) -> bool {
    let mut runs = row.block.reading.mentions.iter().take(1).filter_map(Mention::provision);
    row.traits.has(Traits::BARE) && runs.any(|run| run.amending && run.target == Target::Open)
}

/// The types of instruments that runs ask for.
fn types(rows: &[Row], nature: Nature) -> Vec<OfType> {
    let mut types: Vec<OfType> = Vec::new();
    let asking = rows.iter().filter(|row| asks(row.traits, nature) && !row.links.is_code);
    for run in asking.flat_map(|row| row.block.reading.mentions.iter().filter_map(Mention::provision)) {
        if let Target::Above(kind) | Target::Unnamed(kind) | Target::This { type_word: Some((_, kind)) } = run.target
            && !types.iter().any(|known| known.kind == kind)
        {
            types.push(OfType { kind, last: None, only: Only::None });
        }
    }
    types
}

/// The articles of the runs that may be of the instrument with which the text has cited them.
fn articles(rows: &[Row], nature: Nature) -> FxHashSet<String> {
    let asking = rows.iter().filter(|row| asks(row.traits, nature) && !row.links.is_code);
    let runs = asking.flat_map(|row| row.block.reading.mentions.iter().filter_map(Mention::provision));
    let may_ask = |run: &&ProvisionRef| matches!(run.target, Target::AboveUnit | Target::Open);
    let labels = runs.filter(may_ask).flat_map(|run| &run.paths).filter_map(|path| path.label(Level::Article));
    labels.map(str::to_owned).collect()
}

impl Earlier {
    /// The owner of a run of a row, where earlier blocks say more of it than its own (`linked`).
    fn owner(&self, run: &ProvisionRef, linked: &Owner, quoted: bool, row: usize) -> Option<Owner> {
        let no_articles = !self.nature.has_articles && !quoted;
        match &run.target {
            Target::Above(kind) => self.of_type(kind)?.last.clone().map(Owner::Mention),
            Target::AboveUnit => self.of_unit(run),
            Target::This { type_word: Some((_, kind)) } if !quoted && *linked == Owner::Unknown => {
                self.of_type(kind)?.last.clone().map(Owner::Mention)
            }
            Target::This { type_word: Some((_, kind)) } if no_articles && !self.is_act && *linked == Owner::This => {
                let last = self.of_type(kind)?.last.as_ref();
                if last.is_none() && self.nature.gives_texts {
                    return Some(Owner::Quoted);
                }
                // "(Kèm theo Thông tư số …)" above an annex is the act itself.
                let outside = |last: &&MentionRef| {
                    is_act_cited_from_outside(kind, last.mention()) && !last.block.traits.has(Traits::ANNEX)
                };
                last.filter(outside).cloned().map(Owner::Mention)
            }
            // "theo khoản 1 Điều 17 của Luật" in a plan for one law
            Target::Unnamed(kind) if no_articles && *linked == Owner::Unknown => {
                let (_, only) = self.of_type(kind)?.only.get()?;
                Some(Owner::Mention(only.clone()))
            }
            Target::Open if no_articles && !run.amending && *linked != Owner::Quoted => {
                // Where a list hands it to an instrument, that is nearer.
                let may_be_tied = *linked == Owner::Unknown || run.cited.is_some();
                let tied = if may_be_tied { self.of_article(run) } else { None };
                if tied.is_some() || *linked != Owner::Unknown {
                    return tied;
                }
                self.of_paragraph(run, row)
                    .or_else(|| self.of_section(run))
                    .or_else(|| self.subject.clone().map(Owner::Mention))
                    .or_else(|| self.of_text(run))
            }
            _ => None,
        }
    }

    fn of_type(&self, kind: &str) -> Option<&OfType> {
        self.types.iter().find(|known| known.kind == kind)
    }

    /// "khoản 2 nêu trên": the owner of the last run, if it has the unit or may have it; else that of the article.
    fn of_unit(&self, run: &ProvisionRef) -> Option<Owner> {
        let steps = &run.paths.first()?.steps;
        let (largest, _) = steps.last()?;
        // "Theo Điều 13 Bộ luật Lao động: 1. … Chiếu theo khoản 1 nêu trên": a run of a larger unit can hold it too.
        let holds = |path: &Path| {
            steps.iter().all(|step| path.steps.contains(step))
                || path.steps.first().is_some_and(|(level, _)| level < largest)
        };
        let has = |of: &ProvisionRef| of.paths.iter().any(holds);
        if let Some(last) = &self.run
            && last.run.mention().provision().is_some_and(has)
        {
            return Some(last.owner.clone());
        }
        self.of_article(run)
    }

    /// The only instrument with which the text has cited the article of a run. A run of several articles has the one that they
    /// share.
    fn of_article(&self, run: &ProvisionRef) -> Option<Owner> {
        let mut found: Option<(&str, &MentionRef)> = None;
        for path in &run.paths {
            let tied = self.articles.get(path.label(Level::Article)?)?.get()?;
            if found.is_some_and(|other| other.0 != tied.0) {
                return None;
            }
            found = Some(tied);
        }
        found.map(|(_, mention)| Owner::Mention(mention.clone()))
    }

    /// The owner of the last run, where the paragraph is about that one: "theo Điều 56 Luật Hôn nhân và gia đình. Về con chung: áp dụng
    /// Điều 81". The next item goes on with its article: "- Tại khoản 1 Điều 3 Thông tư …; - Tại khoản 2 nêu rõ". And the
    /// instrument of the sentence before, where this one says so: "Theo đó, tại Điều 9".
    fn of_paragraph(&self, run: &ProvisionRef, row: usize) -> Option<Owner> {
        let last = self.run.as_ref().filter(|last| !last.passed);
        if run.goes_on {
            return match last {
                Some(last) => Some(last.owner.clone()),
                None => self.instrument.clone().map(Owner::Mention),
            };
        }
        let last = last?;
        let of_article = run.leads && run.paths.iter().all(|path| path.label(Level::Article).is_none());
        let here = (last.row == row && last.alone) || (last.row + 1 == row && of_article);
        here.then(|| last.owner.clone())
    }

    /// Enters and leaves sections: a heading of Markdown that begins with an instrument and names no other.
    fn heading(&mut self, row: &Row) {
        let text = &*row.block.text;
        let depth = text.len() - text.trim_start_matches('#').len();
        if depth == 0 || !text[depth..].starts_with(' ') {
            return;
        }
        if self.section.as_ref().is_none_or(|(own, _)| depth <= *own) {
            self.section = None;
        } else {
            return;
        }
        let mut acts = row.block.reading.mentions.iter().enumerate().filter(|(_, mention)| mention.agency().is_none());
        let Some((first, mention)) = acts.next().filter(|(_, mention)| mention.provision().is_none()) else { return };
        let number = mention.name().and_then(|name| name.number);
        let before = text[depth..mention.span.start].trim_start_matches(|c: char| !c.is_alphabetic());
        let before = fold::words(before);
        let kind = before.strip_suffix(" số").unwrap_or(&before);
        let alone = kind.is_empty() || law::types().iter().any(|known| fold::words(&known.name) == kind);
        if alone && acts.all(|(other, _)| number == Some(other)) {
            let mention = number.unwrap_or(first) as u32;
            self.section = Some((depth, MentionRef { block: Arc::clone(&row.block), mention }));
        }
    }

    fn of_section(&self, run: &ProvisionRef) -> Option<Owner> {
        let of_article = run.paths.iter().all(|path| path.label(Level::Article).is_some());
        let (_, meant) = self.section.as_ref().filter(|_| of_article)?;
        Some(Owner::Mention(meant.clone()))
    }

    /// The only instrument whose provisions the text has cited.
    fn of_text(&self, run: &ProvisionRef) -> Option<Owner> {
        let of_article = run.paths.iter().all(|path| path.label(Level::Article).is_some());
        let (_, only) = self.provisions.get().filter(|_| of_article)?;
        Some(Owner::Mention(only.clone()))
    }

    /// Keeps an instrument for later runs.
    fn instrument(&mut self, mention: &Mention, here: MentionRef) {
        if self.nature.is_guidance && self.subject.is_none() {
            self.subject = Some(here.clone());
        }
        // "### 1.2 Luật Viễn thông": the law's number is told below.
        if let Some((_, meant)) = &mut self.section
            && let (Some(heading), Some(name)) = (meant.mention().name(), mention.name())
            && let Some(number) = name.number
            && heading.number.is_none()
            && heading.canonical == name.canonical
        {
            *meant = MentionRef { mention: number as u32, ..here.clone() };
        }
        for of_type in &mut self.types {
            if super::is_of_type(of_type.kind, mention) {
                of_type.last = Some(here.clone());
                of_type.only.add(&key(mention), &here);
            }
        }
        if mention.number().is_some_and(|number| number.number.kind().is_some_and(|kind| kind.letter)) {
            return;
        }
        if let Some(last) = &mut self.run {
            // "Điều 5 Luật Giá số 16/2023/QH15"
            let of_run = match &last.owner {
                Owner::Mention(owner) => {
                    *owner == here
                        || owner.mention().name().is_some_and(|name| name.number == Some(here.mention as usize))
                }
                _ => false,
            };
            last.passed |= !of_run;
        }
        self.instrument = Some(here);
    }

    /// Keeps a run with its owner for later ones.
    fn keep(&mut self, run: &ProvisionRef, here: MentionRef, owner: &Owner, (n, row): (usize, &Row)) {
        let owner = match owner {
            Owner::Here(mention) => Owner::Mention(MentionRef { block: Arc::clone(&row.block), mention: *mention }),
            Owner::Mention(_) | Owner::This => owner.clone(),
            Owner::Quoted => return,
            Owner::Unknown => {
                // "Điều 12 dự thảo Luật": what follows may be of the bill.
                if run.target == Target::Elsewhere {
                    (self.run, self.provisions) = (None, Only::Several);
                }
                return;
            }
        };
        // Only what the text itself ties to the instrument, not what was concluded.
        if let Owner::Mention(of) = &owner
            && matches!(run.target, Target::Mention(_) | Target::This { .. })
        {
            let labels = run.paths.iter().filter_map(|path| path.label(Level::Article));
            let mut asked = labels.filter(|label| self.asked.contains(*label)).peekable();
            if !self.nature.has_articles || asked.peek().is_some() {
                let key = key(of.mention());
                for article in asked {
                    self.articles.entry(article.to_owned()).or_default().add(&key, of);
                }
                self.provisions.add(&key, of);
            }
        }
        let same = |last: &LastRun| last.row != n || (last.alone && same_owner(&last.owner, &owner));
        let alone = run.leads || self.run.as_ref().is_none_or(same);
        self.run = Some(LastRun { run: here, owner, row: n, alone, passed: false });
    }
}

fn same_owner(a: &Owner, b: &Owner) -> bool {
    match (a, b) {
        (Owner::Mention(a), Owner::Mention(b)) => key(a.mention()) == key(b.mention()),
        _ => a == b,
    }
}

/// What tells instruments apart: the name, else the number.
fn key(mention: &Mention) -> String {
    match &mention.kind {
        MentionKind::Name(name) => fold::words(&name.canonical),
        MentionKind::Number(number) => number.number.canonical(),
        _ => String::new(),
    }
}
