//! Runs of provisions whose instrument the document has named in another sentence before.
//!
//! - "Nghị định nêu trên", "Thông tư đó" is the last instrument of the type before.
//! - "khoản 2 nêu trên" is of the instrument of the last run before that has the unit.
//! - A bare article of a text without articles of its own is of the law with which the text has cited the same article before, if
//!   that is one: "theo Điều 51 Luật Quản lý thuế … Mức khoán tại Điều 51".
//! - "Quyết định này" in a letter is the last decision before: the letter is none.
//! - In a guidance bare articles are of the instrument that its title names.
//!
//! None of this is known in one block, and an edit can change it far away. So it is one pass over the mentions of the document,
//! which is made only where a run asks for it ([`asks`]).

use super::numbers::{Addition, Place, addition};
use super::{MentionRef, Nature, Owner, Row};
use crate::cite::{Level, Mention, MentionKind, Path, ProvisionRef, Target};
use crate::document::blocks::Traits;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Whether runs of a block with these traits look for their instrument in earlier blocks.
pub fn asks(traits: Traits, nature: Nature) -> bool {
    traits.has(Traits::ABOVE) || (!nature.has_articles && traits.has(Traits::BARE))
}

/// Whether a run may look for its instrument in earlier blocks, in a text without articles of its own.
pub fn is_bare(run: &ProvisionRef) -> bool {
    matches!(run.target, Target::Open | Target::This { type_word: Some(_) })
}

/// What the pass has seen so far.
struct Earlier {
    /// The last instrument of each type that is asked for.
    last: Vec<(&'static str, Option<MentionRef>)>,
    /// The last run that has an owner.
    run: Option<(MentionRef, Owner)>,
    /// The articles of the runs that ask.
    asked: FxHashSet<String>,
    /// The instrument with which each of these articles was cited, by its label; none where there were several.
    articles: FxHashMap<String, Option<(String, MentionRef)>>,
}

/// Finds the instruments of the runs that ask.
pub fn link(rows: &[Row], nature: Nature, found: &mut FxHashMap<Place, Addition>) {
    let mut earlier =
        Earlier { last: kinds(rows, nature), run: None, asked: articles(rows, nature), articles: FxHashMap::default() };
    let mut subject = None;
    let citing = rows.iter().enumerate().filter(|(_, row)| row.traits.has(Traits::CITES) && !row.links.is_code);
    for (n, row) in citing {
        for (m, mention) in row.block.reading.mentions.iter().enumerate() {
            let here = || MentionRef { block: Arc::clone(&row.block), mention: m as u32 };
            match &mention.kind {
                MentionKind::Provision(run) => {
                    let link = &row.links.links[m];
                    let owner = earlier.owner(run, &link.owner, link.quoted, nature, subject.as_ref());
                    if let Some(owner) = &owner {
                        addition(found, (n as u32, m as u32)).owner = Some(owner.clone());
                    }
                    earlier.keep(run, here(), owner.as_ref().unwrap_or(&link.owner), row);
                }
                MentionKind::Number(number) if number.header => {}
                MentionKind::Number(_) | MentionKind::Name(_) => {
                    if nature.is_guidance && subject.is_none() {
                        subject = Some(here());
                    }
                    for (kind, last) in &mut earlier.last {
                        if super::is_of_type(kind, mention) {
                            *last = Some(here());
                        }
                    }
                }
                MentionKind::Agency(_) => {}
            }
        }
    }
}

/// The types of instruments that runs ask for.
fn kinds(rows: &[Row], nature: Nature) -> Vec<(&'static str, Option<MentionRef>)> {
    let mut kinds: Vec<(&'static str, Option<MentionRef>)> = Vec::new();
    let asking = rows.iter().filter(|row| asks(row.traits, nature) && !row.links.is_code);
    for run in asking.flat_map(|row| row.block.reading.mentions.iter().filter_map(Mention::provision)) {
        if let Target::Above(kind) | Target::This { type_word: Some((_, kind)) } = run.target
            && !kinds.iter().any(|(known, _)| *known == kind)
        {
            kinds.push((kind, None));
        }
    }
    kinds
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
    /// The owner of a run, where earlier blocks say more of it than its own (`linked`).
    fn owner(
        &self,
        run: &ProvisionRef,
        linked: &Owner,
        quoted: bool,
        nature: Nature,
        subject: Option<&MentionRef>,
    ) -> Option<Owner> {
        match &run.target {
            Target::Above(kind) => self.last_of(kind),
            Target::AboveUnit => self.of_unit(run),
            Target::This { type_word: Some((_, kind)) } if *linked == Owner::Unknown && !quoted => self.last_of(kind),
            Target::Open if !quoted && !nature.has_articles && !run.amending && *linked != Owner::Quoted => {
                // Where a list hands it to an instrument, that is nearer.
                let may_be_tied = *linked == Owner::Unknown || run.cited.is_some();
                let tied = if may_be_tied { self.of_article(run) } else { None };
                let of_subject = || subject.filter(|_| *linked == Owner::Unknown).cloned().map(Owner::Mention);
                tied.or_else(of_subject)
            }
            _ => None,
        }
    }

    fn last_of(&self, kind: &str) -> Option<Owner> {
        let (_, last) = self.last.iter().find(|(known, _)| *known == kind)?;
        last.clone().map(Owner::Mention)
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
        if let Some((last, owner)) = &self.run
            && last.mention().provision().is_some_and(has)
        {
            return Some(owner.clone());
        }
        self.of_article(run)
    }

    /// The only instrument with which the text has cited the article of a run. A run of several articles has the one that they
    /// share.
    fn of_article(&self, run: &ProvisionRef) -> Option<Owner> {
        let mut found: Option<&(String, MentionRef)> = None;
        for path in &run.paths {
            let tied = self.articles.get(path.label(Level::Article)?)?.as_ref()?;
            if found.is_some_and(|other| other.0 != tied.0) {
                return None;
            }
            found = Some(tied);
        }
        found.map(|(_, mention)| Owner::Mention(mention.clone()))
    }

    /// Keeps a run with its owner for later ones.
    fn keep(&mut self, run: &ProvisionRef, here: MentionRef, owner: &Owner, row: &Row) {
        let of = match owner {
            Owner::Here(mention) => MentionRef { block: Arc::clone(&row.block), mention: *mention },
            Owner::Mention(of) => of.clone(),
            Owner::This => {
                self.run = Some((here, Owner::This));
                return;
            }
            Owner::Unknown | Owner::Quoted => return,
        };
        // Only what the text itself ties to the instrument, not what was concluded.
        if matches!(run.target, Target::Mention(_)) {
            let labels = run.paths.iter().filter_map(|path| path.label(Level::Article));
            let mut asked = labels.filter(|label| self.asked.contains(*label)).peekable();
            let key = if asked.peek().is_some() { key(of.mention()) } else { String::new() };
            for article in asked {
                let tied = self.articles.entry(article.to_owned()).or_insert_with(|| Some((key.clone(), of.clone())));
                if tied.as_ref().is_some_and(|(other, _)| *other != key) {
                    *tied = None;
                }
            }
        }
        self.run = Some((here, Owner::Mention(of)));
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
