//! The places of what was read, moved: into the text that a clear text was made of, and behind what was read elsewhere.

use super::{Attributes, CueKind, Mention, MentionKind, Target};
use crate::cite::Reading;
use crate::text::Span;

impl Reading {
    /// Moves every span.
    pub(in crate::cite) fn move_spans(&mut self, to: impl Fn(Span) -> Span) {
        self.mentions.iter_mut().for_each(|mention| mention.move_spans(&to));
        self.cues.iter_mut().for_each(|cue| cue.span = to(cue.span));
    }

    /// Adds what was read in parts of the text that were taken out of it. What overlaps a mention that runs over such a part
    /// is left out.
    pub(in crate::cite) fn insert(&mut self, other: Self) {
        // The mentions of both in the order of the text, each with its index before and whether it is of the other.
        let overlaps = |mention: &Mention| self.mentions.iter().any(|own| own.span.overlaps(mention.span));
        let left_out: Vec<bool> = other.mentions.iter().map(overlaps).collect();
        let own = self.mentions.iter().enumerate().map(|(n, mention)| (mention.span.start, false, n));
        let added = other.mentions.iter().enumerate().map(|(n, mention)| (mention.span.start, true, n));
        let mut order: Vec<(usize, bool, usize)> = own.chain(added.filter(|(_, _, n)| !left_out[*n])).collect();
        order.sort_unstable();
        let index = |of_other: bool, n: usize| order.iter().position(|(_, other, at)| (*other, *at) == (of_other, n));
        let mut all: Vec<Option<Mention>> = vec![None; order.len()];
        for (mut reading, of_other) in [(std::mem::take(self), false), (other, true)] {
            reading.renumber(|n| index(of_other, n));
            for (n, mention) in reading.mentions.into_iter().enumerate() {
                if let Some(at) = index(of_other, n) {
                    all[at] = Some(mention);
                }
            }
            self.cues.extend(reading.cues);
            self.asks_home |= reading.asks_home;
        }
        self.mentions = all.into_iter().flatten().collect();
        self.cues.sort_by_key(|cue| cue.span.start);
    }

    /// Gives each mention another index; where it has none any more, what refers to it refers to nothing.
    fn renumber(&mut self, new: impl Fn(usize) -> Option<usize>) {
        let set = |of: &mut Option<usize>| *of = of.and_then(&new);
        for mention in &mut self.mentions {
            match &mut mention.kind {
                MentionKind::Name(name) => set(&mut name.number),
                MentionKind::Provision(run) => {
                    set(&mut run.cited);
                    set(&mut run.within);
                    if let Target::Mention(of) = &mut run.target {
                        match new(*of) {
                            Some(index) => *of = index,
                            None => run.target = Target::Open,
                        }
                    }
                }
                MentionKind::Number(_) | MentionKind::Agency(_) => {}
            }
        }
        self.cues.retain_mut(|cue| match &mut cue.kind {
            CueKind::Frame(of) => match new(*of) {
                Some(index) => {
                    *of = index;
                    true
                }
                None => false,
            },
            CueKind::Introduces { of, .. } | CueKind::ShortName { of, .. } => {
                set(of);
                true
            }
            CueKind::Quote(_) | CueKind::Item(_) => true,
        });
    }
}

impl Mention {
    /// Whether another is the same but for where it stands.
    pub fn is_same_elsewhere(&self, other: &Self) -> bool {
        let to = |at: usize| at.wrapping_sub(self.span.start).wrapping_add(other.span.start);
        let mut moved = self.clone();
        moved.move_spans(|span| Span::new(to(span.start), to(span.end)));
        moved == *other
    }

    fn move_spans(&mut self, to: impl Fn(Span) -> Span) {
        let set = |span: &mut Span| *span = to(*span);
        set(&mut self.span);
        match &mut self.kind {
            MentionKind::Number(number) => {
                number.slips.iter_mut().for_each(|slip| set(&mut slip.span));
                number.type_word.iter_mut().for_each(|word| set(&mut word.span));
                number.so.iter_mut().for_each(set);
                move_attributes(&mut number.attributes, set);
            }
            MentionKind::Name(name) => {
                name.year.iter_mut().for_each(|year| set(&mut year.span));
                move_attributes(&mut name.attributes, set);
            }
            MentionKind::Provision(run) => {
                for unit in &mut run.units {
                    unit.word.iter_mut().for_each(set);
                    set(&mut unit.label);
                }
                if let Target::This { type_word: Some((span, _)) } = &mut run.target {
                    set(span);
                }
            }
            MentionKind::Agency(_) => {}
        }
    }
}

fn move_attributes(attributes: &mut Attributes, set: impl Fn(&mut Span)) {
    attributes.date.iter_mut().for_each(|date| set(&mut date.span));
    attributes.year.iter_mut().for_each(|year| set(&mut year.span));
    attributes.issuer.iter_mut().for_each(|issuer| set(&mut issuer.span));
    attributes.title.iter_mut().for_each(set);
}
