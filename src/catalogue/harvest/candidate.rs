//! The votes on one instrument.

use super::ballot::{Ballot, Votes, most};
use super::{CitationFact, Harvested, SOURCE};
use crate::catalogue::model::Instrument;
use crate::catalogue::model::identity::same_title;
use crate::catalogue::normalise;
use crate::cite::Number;
use crate::law::TypeId;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use time::Date;

/// The votes on one instrument.
#[derive(Debug, Clone)]
pub struct Candidate {
    number: Number,
    year: Option<u16>,
    voters: FxHashSet<u32>,
    kind: Ballot<TypeId>,
    issued: Ballot<Date>,
    issuer: Ballot<String>,
    title: Ballot<String>,
}

/// The instruments of one number from what was said by date: one, unless several documents give another date with another
/// title.
pub fn instruments_of(of_date: &BTreeMap<Option<Date>, Candidate>) -> Vec<Harvested> {
    let mut by_weight: Vec<(&Option<Date>, &Candidate)> = of_date.iter().collect();
    // What has a date comes first; what has none is added to what it fits.
    by_weight.sort_by_key(|(date, c)| (date.is_none(), std::cmp::Reverse(c.voters.len()), **date));
    let mut apart: Vec<Candidate> = Vec::new();
    for (date, candidate) in by_weight {
        let title = candidate.title_result().map(|(t, _)| t);
        let fits = |other: &Candidate| match (&title, other.title_result()) {
            (Some(a), Some((b, _))) => same_title(a, &b),
            _ => false,
        };
        let own = date.is_some() && candidate.voters.len() >= 2 && title.is_some();
        match apart.iter().position(fits) {
            Some(at) => apart[at].absorb(candidate),
            None if apart.is_empty() || own => apart.push(candidate.clone()),
            None => apart[0].absorb(candidate),
        }
    }
    apart.iter().filter_map(Candidate::weigh_votes).collect()
}

impl Candidate {
    /// One without votes, of what a first citation says.
    pub fn of(first: &CitationFact) -> Self {
        Self {
            number: first.number.clone(),
            year: first.year,
            voters: FxHashSet::default(),
            kind: Ballot::default(),
            issued: Ballot::default(),
            issuer: Ballot::default(),
            title: Ballot::default(),
        }
    }

    /// Counts the vote of a document: what it says most often, first said first.
    pub fn vote(&mut self, said: &[CitationFact], voter: u32) {
        self.voters.insert(voter);
        self.kind.vote(most(said.iter().map(|s| Some(s.kind))), voter);
        self.issued.vote(most(said.iter().map(|s| s.issued)), voter);
        self.issuer.vote(most(said.iter().map(|s| s.issuer.clone())), voter);
        self.title.vote(most(said.iter().map(|s| s.title.clone())), voter);
    }

    fn absorb(&mut self, other: &Self) {
        self.voters.extend(&other.voters);
        self.kind.absorb(&other.kind);
        self.issued.absorb(&other.issued);
        self.issuer.absorb(&other.issuer);
        self.title.absorb(&other.title);
    }

    fn weigh_votes(&self) -> Option<Harvested> {
        let (kind, kind_votes) = self.kind.result()?;
        let issued = self.issued.result();
        let title = self.title_result();
        let law = kind.is_law();
        // An amending act is often cited by number alone. That several documents do shows that there is one.
        if issued.is_none() && title.is_none() && self.voters.len() < 2 {
            return None;
        }
        let mut votes = BTreeMap::from([("type", kind_votes)]);
        let mut count = |field: &'static str, of: Option<Votes>| of.map(|v| votes.insert(field, v));
        count("issued", issued.as_ref().map(|(_, v)| *v));
        count("title", title.as_ref().map(|(_, v)| *v));
        let issuer = self.issuer.result();
        count("issuer", issuer.as_ref().map(|(_, v)| *v));
        let title = title.map(|(t, _)| normalise::finish_title(kind, t)).filter(|t| !law || !normalise::is_cut(t));
        let instrument = Instrument {
            number: Some(self.number.canonical()),
            issuer: issuer.map(|(i, _)| i),
            issued: issued.map(|(d, _)| d),
            year: self.year,
            title,
            kind,
            source: Some(SOURCE.to_owned()),
            cited: u32::try_from(self.voters.len()).unwrap_or(u32::MAX),
            ..Instrument::default()
        };
        Some(Harvested { instrument, votes })
    }

    /// Titles run on or are cut short: one that begins another supports it. Letters and tone style do not count.
    fn title_result(&self) -> Option<(String, Votes)> {
        let mut folded: FxHashMap<String, (BTreeMap<&str, usize>, FxHashSet<u32>)> = FxHashMap::default();
        for (title, voters) in &self.title.0 {
            let entry = folded.entry(fold::search(title)).or_default();
            *entry.0.entry(title).or_default() += voters.len();
            entry.1.extend(voters);
        }
        let all: FxHashSet<u32> = self.title.0.values().flatten().copied().collect();
        let mut best: Option<(usize, usize, std::cmp::Reverse<&str>, usize)> = None;
        for (text, (_, own)) in &folded {
            let supports = |other: &str| {
                let shorter = text.len().min(other.len());
                shorter >= 20 && (other.starts_with(text.as_str()) || text.starts_with(other))
            };
            let compatible: FxHashSet<u32> = folded
                .iter()
                .filter(|(other, _)| *other == text || supports(other))
                .flat_map(|(_, (_, voters))| voters)
                .copied()
                .collect();
            // Exact votes weigh double: a run-on title is supported by the right one, but seldom repeated.
            let rank =
                (own.len() * 2 + compatible.len(), own.len(), std::cmp::Reverse(text.as_str()), compatible.len());
            if best.is_none_or(|b| (b.0, b.1, b.2) < (rank.0, rank.1, rank.2)) {
                best = Some(rank);
            }
        }
        let (_, own, std::cmp::Reverse(text), given) = best?;
        // What more than one document writes out at greater length was cut short by the others.
        let whole = folded
            .iter()
            .filter(|(other, (_, voters))| {
                text.len() >= 20 && other.starts_with(text) && voters.len() >= 2 && voters.len() * 3 >= own
            })
            .map(|(other, _)| other.as_str())
            .max_by_key(|other| (other.len(), *other));
        let (spellings, _) = &folded[whole.unwrap_or(text)];
        let written = spellings.iter().max_by_key(|(title, n)| (**n, std::cmp::Reverse(**title)))?.0;
        Some(((*written).to_owned(), Votes { given, all: all.len() }))
    }
}
