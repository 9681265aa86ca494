//! Relations that cannot be: an act that replaces or repeals what replaced or repealed it.

use crate::catalogue::model::{Instrument, RecordError, Relation, RelationKind};
use crate::catalogue::store::Writer;
use crate::cite::Number;
use rustc_hash::FxHashSet;

/// A chain of successors is followed so far.
const LONGEST_CHAIN: usize = 32;

/// Takes relations out of a record that would close a circle, alone or with what is known, and says of each why.
pub fn drop_cyclic(writer: &Writer<'_>, instrument: &mut Instrument) -> rusqlite::Result<Vec<RecordError>> {
    let mut dropped = Vec::new();
    if instrument.relations.is_empty() {
        return Ok(dropped);
    }
    let Some(own) = instrument.number.as_deref().and_then(telling_key) else { return Ok(dropped) };
    let mut kept: Vec<Relation> = Vec::with_capacity(instrument.relations.len());
    for relation in std::mem::take(&mut instrument.relations) {
        if closes_circle(writer, &own, &kept, &relation)? {
            dropped.push(RecordError::CircularRelation { kind: relation.kind, target: relation.target });
        } else {
            kept.push(relation);
        }
    }
    instrument.relations = kept;
    Ok(dropped)
}

/// The key of a number that means one instrument only: numbers that start again each year and local ones do not.
fn telling_key(number: &str) -> Option<String> {
    let number = Number::parse(number)?;
    (number.year.is_some() && !number.is_local()).then(|| number.key())
}

/// Which way a relation leads through time: to an act that ended (`Some(true)`), or to one that ended this (`Some(false)`).
fn ends_target(kind: RelationKind) -> Option<bool> {
    match kind {
        RelationKind::Replaces | RelationKind::Repeals => Some(true),
        RelationKind::ReplacedBy | RelationKind::RepealedBy => Some(false),
        _ => None,
    }
}

fn closes_circle(writer: &Writer<'_>, own: &str, kept: &[Relation], new: &Relation) -> rusqlite::Result<bool> {
    let (Some(way), Some(target)) = (ends_target(new.kind), telling_key(&new.target)) else { return Ok(false) };
    if target == *own {
        // Laws and resolutions of the Assembly share their numbers.
        return Ok(!own.contains("/QH"));
    }
    let against = |r: &Relation| ends_target(r.kind) == Some(!way) && telling_key(&r.target).as_ref() == Some(&target);
    if kept.iter().any(against) {
        return Ok(true);
    }
    for (kind, known) in writer.relations_of(own)? {
        if RelationKind::from_name(&kind).and_then(ends_target) == Some(!way)
            && telling_key(&known).as_ref() == Some(&target)
        {
            return Ok(true);
        }
    }
    // From the target onwards the same way: it must not lead back.
    let mut seen = FxHashSet::default();
    let mut open = vec![target];
    while let Some(key) = open.pop() {
        if key == *own {
            return Ok(true);
        }
        if seen.len() >= LONGEST_CHAIN || !seen.insert(key.clone()) {
            continue;
        }
        for (kind, target) in writer.relations_of(&key)? {
            if RelationKind::from_name(&kind).and_then(ends_target) == Some(way) {
                open.extend(telling_key(&target));
            }
        }
    }
    Ok(false)
}
