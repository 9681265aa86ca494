//! What the records say of each other, made to agree: relations that cannot be are repaired or left out, every relation is
//! recorded on both sides, and what was replaced or repealed has ended.
//!
//! What is kept by hand is seen too, so that an end that only `curated.jsonl` knows reaches the successor's record. Only the
//! records that are made are changed.

mod amending;
mod guided;

use super::Report;
use super::validity::EXCEPTED;
use rustc_hash::{FxHashMap, FxHashSet};
use time::Date;
use time::macros::date;
use viendan::catalogue::model::{merge, same_instrument};
use viendan::catalogue::verify::relation::{days, direction, rank, year_days};
use viendan::catalogue::verify::{Check, verify};
use viendan::catalogue::{Fact, Instrument, Relation, RelationKind, Status, normalise};
use viendan::cite::{Family, Number};
use viendan::law::{TypeId, assembly_terms};

/// The newest day of which a source at hand says something. What ends later is still in force in the files.
pub const KNOWN_UNTIL: Date = date!(2026 - 10 - 10);

/// The day on which the files were made: what had ended or not begun by then is written so.
const MADE_ON: Date = date!(2026 - 11 - 29);

/// The days on which an act was said to take effect before another act moved the day, by its number.
pub type MovedDays = FxHashMap<String, Vec<Date>>;

/// The days on which sources say that an act was issued, by its number.
pub type SaidDays = FxHashMap<String, Vec<Date>>;

/// Makes the records agree. `moved` are days of effect that were given up, `said` all days of issue.
pub fn reconcile(
    made: &mut [Instrument],
    curated: &[Instrument],
    moved: &MovedDays,
    said: &SaidDays,
    report: &mut Report,
) {
    let mut view = View::of(made, curated);
    let moved = moved_days(made, &view, moved);
    for at in 0..view.all.len() {
        let relations = std::mem::take(&mut view.all[at].relations);
        let mut kept: Vec<Relation> = relations.iter().filter_map(|r| view.judged(at, r, report)).collect();
        if view.numbers[at].as_ref().is_some_and(|number| view.find(number).is_none()) {
            amending::leave_to_namesake(&view.all[at], &mut kept, report);
        }
        view.all[at].relations = without_ended(once(kept));
    }
    amending::take_from_titles(&mut view, report);
    complete(&mut view, report);
    amending::outlive_repeal(&mut view, report);
    date_amendments(&mut view);
    follow_moved_days(&mut view, &moved, report);
    end(&mut view, report);
    amending::end_with_amended(&mut view, report);
    guided::end_with_law(&mut view, report);
    assume_laws_in_force(&mut view, report);
    wait(&mut view);
    doubt_days(made, &mut view, said, report);
    for (at, instrument) in made.iter_mut().enumerate() {
        take_over(instrument, &view.all[at]);
    }
}

/// All records with what is kept by hand laid over them, those that are made first.
struct View {
    all: Vec<Instrument>,
    numbers: Vec<Option<Number>>,
    by_key: FxHashMap<String, Vec<usize>>,
    /// By serial and term, or serial and year: the Assembly's acts, whose term or year may be misread.
    of_assembly: FxHashMap<(u32, u16), Vec<usize>>,
}

impl View {
    fn of(made: &[Instrument], curated: &[Instrument]) -> Self {
        let mut view = Self {
            all: Vec::new(),
            numbers: Vec::new(),
            by_key: FxHashMap::default(),
            of_assembly: FxHashMap::default(),
        };
        made.iter().for_each(|i| view.add(i.clone()));
        for by_hand in curated {
            let number = by_hand.number.as_deref().and_then(Number::parse);
            let known = number
                .and_then(|n| view.by_key.get(&n.key()))
                .and_then(|all| all.iter().copied().find(|&at| same_instrument(&view.all[at], by_hand)));
            match known {
                Some(at) => drop(merge(&mut view.all[at], by_hand)),
                None => view.add(by_hand.clone()),
            }
        }
        view
    }

    fn add(&mut self, instrument: Instrument) {
        let at = self.all.len();
        let number = instrument.number.as_deref().and_then(Number::parse);
        if let Some(number) = &number {
            self.by_key.entry(number.key()).or_default().push(at);
            if number.family == Family::Assembly {
                let of = [number.term.map(u16::from), number.year];
                for part in of.into_iter().flatten() {
                    self.of_assembly.entry((number.serial, part)).or_default().push(at);
                }
            }
        }
        self.numbers.push(number);
        self.all.push(instrument);
    }

    /// The one record that a number means. Of a law and a resolution of one number the law; of two decrees of one number
    /// neither.
    fn find(&self, number: &Number) -> Option<usize> {
        let all = self.by_key.get(&number.key())?;
        match all.as_slice() {
            [one] => Some(*one),
            several => {
                let mut laws = several.iter().copied().filter(|&at| is_law(self.all[at].kind));
                let law = laws.next().filter(|_| laws.next().is_none())?;
                Some(law)
            }
        }
    }

    /// What a relation of a record says, if it can be: with its target repaired, or not at all.
    fn judged(&self, at: usize, relation: &Relation, report: &mut Report) -> Option<Relation> {
        let Some(target) = Number::parse(&relation.target) else { return Some(relation.clone()) };
        let mut relation = relation.clone();
        let mut found = self.find(&target);
        if found.is_none() && !self.by_key.contains_key(&target.key()) {
            match self.meant_instead(&target, relation.date) {
                Some(meant) => {
                    report.count("misread targets of relations that were repaired");
                    relation.target = self.all[meant].number.clone()?;
                    found = Some(meant);
                }
                // Laws without a year were numbered otherwise until the tenth Assembly.
                None if normalise::impossible(&target)
                    || self.is_beyond_series(&target)
                    || (target.family == Family::Assembly && target.year.is_none() && target.term > Some(10)) =>
                {
                    report.drop("relation to a number that cannot be");
                    return None;
                }
                None => {}
            }
        }
        if found == Some(at) {
            return None;
        }
        let Some((acts, _)) = direction(relation.kind) else { return Some(relation) };
        let own = &self.all[at];
        let other = found.map(|other| &self.all[other]);
        let (own_rank, other_rank) = (
            self.numbers[at].as_ref().and_then(|n| rank(own.kind, n)),
            match other {
                Some(other) => rank(other.kind, &target),
                None => target.kind().and_then(|kind| rank(kind.id, &target)),
            },
        );
        let (own_day, other_day) = (days(own), other.map_or_else(|| target.year.and_then(year_days), days));
        let ((acting_rank, acted_rank), (acting_day, acted_day)) = if acts {
            ((own_rank, other_rank), (own_day, other_day))
        } else {
            ((other_rank, own_rank), (other_day, own_day))
        };
        if acting_rank.zip(acted_rank).is_some_and(|(acting, acted)| acting > acted) {
            report.drop("a lower act that would change a higher one");
            return None;
        }
        if acting_day.zip(acted_day).is_some_and(|(acting, acted)| acting.1 < acted.0) {
            report.drop("an act that would change a later one");
            return None;
        }
        Some(relation)
    }

    /// The Assembly's act that a number was meant to be whose term does not sit in its year: 97/2015/QH14 is 97/2015/QH13. Acts
    /// are numbered through a term, so that serial and term decide where the relation dates from another year: 139/2022/QH15
    /// is 139/2025/QH15 in what took effect in 2026. A resolution may have the serial of a law.
    fn meant_instead(&self, number: &Number, dated: Option<Date>) -> Option<usize> {
        if number.family != Family::Assembly {
            return None;
        }
        let laws = |part: u16| -> Vec<usize> {
            let all = self.of_assembly.get(&(number.serial, part)).map_or(&[][..], Vec::as_slice);
            all.iter().copied().filter(|&at| is_law(self.all[at].kind)).collect()
        };
        let fits = |year: u16| number.term.is_some_and(|term| assembly_terms(year).contains(&term));
        let candidates = match number.year {
            Some(year) if !fits(year) => laws(year),
            // By the end of that year the Assembly had not come so far.
            Some(year) if number.serial > self.highest(number.term?, year) + 20 => laws(number.term?.into()),
            year => {
                let mut laws = laws(number.term?.into());
                let later = |at: &usize| {
                    let issued = self.all[*at].issued;
                    issued
                        .zip(dated)
                        .is_some_and(|(issued, dated)| issued <= dated && Some(issued.year()) > year.map(i32::from))
                };
                laws.retain(later);
                laws
            }
        };
        match candidates.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

impl View {
    /// Whether the Assembly had not come so far by the end of the number's year: 150/2017/QH14, which is 15/2017/QH14.
    fn is_beyond_series(&self, number: &Number) -> bool {
        let (Family::Assembly, Some(term), Some(year)) = (number.family, number.term, number.year) else {
            return false;
        };
        term > 10 && number.serial > self.highest(term, year) + 20
    }

    /// The highest serial that a term of the Assembly is known to have given by the end of a year.
    fn highest(&self, term: u8, year: u16) -> u32 {
        let known = self
            .numbers
            .iter()
            .flatten()
            .filter(|n| n.family == Family::Assembly && n.term == Some(term) && n.year.is_some_and(|y| y <= year));
        known.map(|n| n.serial).max().unwrap_or(u32::MAX / 2)
    }
}

fn is_law(kind: TypeId) -> bool {
    matches!(kind, TypeId::LUAT | TypeId::BO_LUAT)
}

/// Each relation once; one that was repaired may repeat another.
fn once(relations: Vec<Relation>) -> Vec<Relation> {
    let mut out: Vec<Relation> = Vec::new();
    for relation in relations {
        match out.iter_mut().find(|r| r.kind == relation.kind && r.target == relation.target) {
            Some(known) => known.date = known.date.or(relation.date),
            None => out.push(relation),
        }
    }
    out
}

/// What an act ends as a whole it does not amend as well: its transitional provisions speak of both.
fn without_ended(mut relations: Vec<Relation>) -> Vec<Relation> {
    let is_whole = |r: &Relation| r.note.as_deref().is_none_or(|note| note == EXCEPTED);
    let ended: Vec<(bool, String)> = relations
        .iter()
        .filter(|r| is_whole(r))
        .filter_map(|r| match r.kind {
            RelationKind::Replaces | RelationKind::Repeals => Some((true, r.target.clone())),
            RelationKind::ReplacedBy | RelationKind::RepealedBy => Some((false, r.target.clone())),
            _ => None,
        })
        .collect();
    relations.retain(|r| match r.kind {
        RelationKind::Amends => !ended.contains(&(true, r.target.clone())),
        RelationKind::AmendedBy => !ended.contains(&(false, r.target.clone())),
        _ => true,
    });
    relations
}

/// Records every relation on both sides.
fn complete(view: &mut View, report: &mut Report) {
    let mut missing: Vec<(usize, Relation)> = Vec::new();
    for (at, instrument) in view.all.iter().enumerate() {
        let Some(number) = instrument.number.as_ref() else { continue };
        // Another act of the number may be meant by whoever reads the relation.
        if view.numbers[at].as_ref().and_then(|n| view.find(n)) != Some(at) {
            continue;
        }
        for relation in &instrument.relations {
            let Some((_, back)) = direction(relation.kind) else { continue };
            let Some(other) = Number::parse(&relation.target).and_then(|n| view.find(&n)) else { continue };
            missing.push((other, Relation { kind: back, target: number.clone(), ..relation.clone() }));
        }
    }
    for (at, relation) in missing {
        let relations = &mut view.all[at].relations;
        // What replaces an act repeals it: said once.
        let replaces = |r: &Relation| r.kind == RelationKind::ReplacedBy && r.target == relation.target;
        if relation.kind == RelationKind::RepealedBy && relations.iter().any(replaces) {
            continue;
        }
        match relations.iter_mut().find(|r| r.kind == relation.kind && r.target == relation.target) {
            Some(known) => known.date = known.date.or(relation.date),
            None => {
                report.count("relations taken from the other side");
                relations.push(relation);
            }
        }
    }
}

/// An amendment of which no day is said takes effect with the act that makes it.
fn date_amendments(view: &mut View) {
    let from: FxHashMap<String, Date> =
        view.all.iter().filter_map(|i| Some((i.number.clone()?, i.effective?))).collect();
    for i in &mut view.all {
        let own = i.effective;
        for relation in i.relations.iter_mut().filter(|r| r.date.is_none()) {
            relation.date = match relation.kind {
                RelationKind::Amends => own,
                RelationKind::AmendedBy => from.get(&relation.target).copied(),
                _ => None,
            };
        }
    }
}

/// The days that an act was said to take effect on and does not, those that are kept by hand against those that are made too.
fn moved_days(made: &[Instrument], view: &View, moved: &MovedDays) -> MovedDays {
    let mut all = moved.clone();
    for (instrument, known) in made.iter().zip(&view.all) {
        if let (Some(number), Some(day)) = (&instrument.number, instrument.effective)
            && known.effective != Some(day)
        {
            all.entry(number.clone()).or_default().push(day);
        }
    }
    all
}

/// What ends with the entry into force of another act ends when that act really takes effect: Luật Đất đai 2013 on the day to
/// which its successor was brought forward.
fn follow_moved_days(view: &mut View, moved: &MovedDays, report: &mut Report) {
    let real: FxHashMap<String, (Date, bool)> = view
        .all
        .iter()
        .filter_map(|i| Some((i.number.clone()?, (i.effective?, i.is_confirmed(Fact::Effective)))))
        .collect();
    for instrument in &mut view.all {
        let own = instrument.number.clone().unwrap_or_default();
        for relation in &mut instrument.relations {
            let Some((acts, back)) = direction(relation.kind) else { continue };
            let acting = if acts { &own } else { &relation.target };
            let Some(&(real, is_sure)) = real.get(acting) else { continue };
            // Nothing ends before the act that replaces it takes effect.
            let ends = ends(&Relation { kind: if acts { back } else { relation.kind }, ..relation.clone() });
            let is_moved =
                |d: &Date| moved.get(acting).is_some_and(|days| days.contains(d)) || (ends && is_sure && *d < real);
            let Some(said) = relation.date.filter(|d| *d != real && is_moved(d)) else { continue };
            relation.date = Some(real);
            let is_end = matches!(relation.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy);
            if is_end && instrument.expired == Some(said) {
                instrument.expired = Some(real);
                report.count("ends that moved with their successor");
            }
        }
    }
}

/// Whether an act has ended wholly by a relation.
fn ends(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::ReplacedBy | RelationKind::RepealedBy)
        && relation.note.as_deref().is_none_or(|note| note == EXCEPTED)
}

/// What was replaced or repealed has ended, on the day that is said or on which the act that did it took effect.
fn end(view: &mut View, report: &mut Report) {
    let ended: Vec<(usize, Date)> = view
        .all
        .iter()
        .enumerate()
        .filter(|(_, i)| i.expired.is_none() && i.relations.iter().any(ends))
        .filter_map(|(at, i)| {
            let day_of = |relation: &Relation| {
                let by = Number::parse(&relation.target).and_then(|n| view.find(&n));
                relation.date.or_else(|| view.all[by?].effective)
            };
            let day = i.relations.iter().filter(|r| ends(r)).filter_map(day_of).max()?;
            (i.effective.or(i.issued).is_none_or(|from| from <= day)).then_some((at, day))
        })
        .collect();
    for (at, day) in ended {
        report.count("ends taken from the successor");
        end_on(&mut view.all[at], day);
    }
    for i in &mut view.all {
        // Without a day: nobody knows since when, but that it has ended.
        if i.expired.is_none() && i.status != Some(Status::Expired) && i.relations.iter().any(ends) {
            let by = i.successor().and_then(|s| Number::parse(&s.target)).and_then(|n| n.year);
            if by.is_some_and(|year| i32::from(year) < KNOWN_UNTIL.year()) {
                i.status = Some(Status::Expired);
                i.confirmed.remove(Fact::Status);
            }
        }
    }
    for i in &mut view.all {
        if i.status == Some(Status::Expired) && i.expired.is_some_and(|day| day > MADE_ON) {
            let amended = i.related(RelationKind::AmendedBy).next().is_some();
            i.status = Some(if amended { Status::PartlyExpired } else { Status::InForce });
        }
    }
}

fn end_on(i: &mut Instrument, day: Date) {
    i.expired = Some(day);
    i.as_of = i.as_of.max(Some(day.min(KNOWN_UNTIL)));
    i.confirmed.remove(Fact::Status);
    if day <= MADE_ON {
        i.status = Some(Status::Expired);
    }
}

/// An act of the present Assembly or the two before it whose day of effect is known and whose end is not is in force: that another
/// law replaced it would be known. Confirmed by nobody.
fn assume_laws_in_force(view: &mut View, report: &mut Report) {
    for (i, number) in view.all.iter_mut().zip(&view.numbers) {
        let recent = number.as_ref().is_some_and(|n| n.family == Family::Assembly && n.term >= Some(14));
        if recent && i.status.is_none() && i.effective.is_some() && i.expired.is_none() {
            let amended = i.related(RelationKind::AmendedBy).next().is_some();
            i.status = Some(if amended { Status::PartlyExpired } else { Status::InForce });
            i.as_of = Some(KNOWN_UNTIL);
            report.count("laws taken to be in force");
        }
    }
}

/// What takes effect in the future is not in force yet; whoever asks later computes it from the day.
fn wait(view: &mut View) {
    for i in &mut view.all {
        let waits = i.effective.is_some_and(|from| from > MADE_ON);
        if waits && matches!(i.status, None | Some(Status::InForce | Status::PartlyExpired)) {
            i.status = Some(Status::NotYetInForce);
            i.as_of = i.as_of.or(i.issued).or(Some(KNOWN_UNTIL));
        }
        // A day of end that has passed.
        if i.expired.is_some_and(|day| day <= MADE_ON) && i.status != Some(Status::Expired) {
            i.status = Some(Status::Expired);
            i.confirmed.remove(Fact::Status);
        }
    }
}

/// A day of issue that its series contradicts gives way to another that was said and fits, or to the one with day and month the
/// other way round; where none fits and nobody confirms it, it is no day.
fn doubt_days(made: &mut [Instrument], view: &mut View, said: &SaidDays, report: &mut Report) {
    let strange = |all: &[Instrument]| -> FxHashSet<(String, &'static str)> {
        let faults = verify(all).into_iter().filter(|f| f.check == Check::Order);
        faults.map(|f| (f.number, f.kind)).collect()
    };
    let doubted = strange(&view.all);
    let mut tried: Vec<(usize, Option<Date>)> = Vec::new();
    #[expect(clippy::needless_range_loop, reason = "the view is changed by the same index")]
    for at in 0..made.len() {
        // Decrees on defence and public security are numbered apart, from 1 on.
        let apart = view.numbers[at].as_ref().is_some_and(|n| n.serial <= 60 && n.year >= Some(2017));
        if apart && made[at].kind == TypeId::NGHI_DINH {
            continue;
        }
        let number = made[at].number.clone().unwrap_or_default();
        let Some(issued) = made[at].issued.filter(|_| doubted.contains(&(number.clone(), made[at].kind.as_str())))
        else {
            continue;
        };
        let swapped = time::Month::try_from(issued.day())
            .ok()
            .and_then(|month| Date::from_calendar_date(issued.year(), month, u8::from(issued.month())).ok());
        let others = said.get(&number).into_iter().flatten().copied().chain(swapped).filter(|day| *day != issued);
        let fitting = others.into_iter().find(|day| {
            view.all[at].issued = Some(*day);
            let fits = day.year() == issued.year()
                && view.all[at].effective.is_none_or(|from| from >= *day)
                && fits_series(&view.all, at);
            view.all[at].issued = Some(issued);
            fits
        });
        tried.push((at, fitting));
    }
    for (at, fitting) in tried {
        let is_sure = view.all[at].is_confirmed(Fact::Issued);
        if fitting.is_none() && is_sure {
            // A slip of a good source, or a number that was kept free: nobody can rely on it.
            made[at].confirmed.remove(Fact::Issued);
            view.all[at].confirmed.remove(Fact::Issued);
            continue;
        }
        report.count(if fitting.is_some() {
            "days corrected by their series"
        } else {
            "days that the series contradicts"
        });
        for instrument in [&mut made[at], &mut view.all[at]] {
            instrument.issued = fitting;
            instrument.confirmed.remove(Fact::Issued);
        }
    }
}

/// Whether the day of a record fits those of its series.
fn fits_series(all: &[Instrument], at: usize) -> bool {
    let Some(own) = all[at].number.as_deref().and_then(Number::parse) else { return false };
    let symbol = own.symbol();
    let of_series = |i: &&Instrument| {
        i.kind == all[at].kind
            && i.year == all[at].year
            && i.number.as_deref().and_then(Number::parse).is_some_and(|n| n.symbol() == symbol)
    };
    let series: Vec<Instrument> = all.iter().filter(of_series).cloned().collect();
    !verify(&series).iter().any(|f| f.check == Check::Order && Some(&f.number) == all[at].number.as_ref())
}

/// Gives a made record what was found out; what is kept by hand lies over it when the program is built.
fn take_over(made: &mut Instrument, known: &Instrument) {
    let mut relations = known.relations.clone();
    // What replaces an act repeals it: said once.
    let replaced: Vec<String> =
        relations.iter().filter(|r| r.kind == RelationKind::Replaces).map(|r| r.target.clone()).collect();
    relations.retain(|r| r.kind != RelationKind::Repeals || !replaced.contains(&r.target));
    relations.sort_by(|a, b| {
        let key = |r: &Relation| (r.date.is_none(), r.date, format!("{:?}", r.kind), r.target.clone());
        key(a).cmp(&key(b))
    });
    made.relations = relations;
    made.expired = known.expired;
    made.status = known.status;
    made.as_of = known.as_of.filter(|_| known.status.is_some());
    if !known.is_confirmed(Fact::Status) {
        made.confirmed.remove(Fact::Status);
    }
    let targets: FxHashSet<&str> = made.relations.iter().map(|r| r.target.as_str()).collect();
    made.origins.retain(|fact, _| fact.split_once(' ').is_none_or(|(_, target)| targets.contains(target)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use viendan::catalogue::record::Record;

    fn records(lines: &str) -> Vec<Instrument> {
        lines.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()).collect()
    }

    fn reconciled(lines: &str, curated: &str) -> Vec<Instrument> {
        let mut made = records(lines);
        let (moved, said) = (MovedDays::default(), SaidDays::default());
        reconcile(&mut made, &records(curated), &moved, &said, &mut Report::default());
        made
    }

    #[test]
    fn what_details_a_law_ends_with_it() {
        let law = r#"{"number":"104/2016/QH13","type":"Luật","issued":"2016-04-06","title":"Luật Tiếp cận thông tin"}
{"number":"01/2026/QH16","type":"Luật","issued":"2026-04-06","effective":"2026-09-01","title":"Luật Tiếp cận thông tin","relations":[{"kind":"replaces","target":"104/2016/QH13"}]}"#;
        let end = |title: &str, issued: &str, known: &str| {
            let act = format!(r#"{{"number":"13/2018/NĐ-CP","issued":"{issued}","title":"{title}"{known}}}"#);
            let all = reconciled(&format!("{law}\n{}", act.replace("2018/NĐ", &format!("{}/NĐ", &issued[..4]))), "");
            all[2].expired
        };
        let details = "Quy định chi tiết và biện pháp thi hành Luật Tiếp cận thông tin";
        assert_eq!(end(details, "2018-01-23", ""), Some(date!(2026 - 09 - 01)));
        assert_eq!(end(details, "2026-05-23", ""), None, "it details the new law");
        assert_eq!(end("Quy định chi tiết Luật Tiếp cận thông tin và Luật Báo chí", "2018-01-23", ""), None);
        assert_eq!(end("Về tiếp cận thông tin", "2018-01-23", ""), None);
        let kept = r#","status":"in-force","as_of":"2027-06-01""#;
        assert_eq!(end(details, "2018-01-23", kept), None, "a source still has it");
    }

    #[test]
    fn what_an_act_ends_it_does_not_amend() {
        let all = reconciled(
            r#"{"number":"61/2020/QH14","type":"Luật","issued":"2020-06-17"}
{"number":"143/2025/QH15","type":"Luật","issued":"2025-12-11","relations":[{"kind":"amends","target":"61/2020/QH14"},{"kind":"replaces","target":"61/2020/QH14"}]}"#,
            "",
        );
        let kinds: Vec<RelationKind> = all[0].relations.iter().map(|r| r.kind).collect();
        assert_eq!(kinds, [RelationKind::ReplacedBy]);
    }

    #[test]
    fn what_an_act_replaces_has_ended_when_that_act_took_effect() {
        let all = reconciled(
            r#"{"number":"12/2022/NĐ-CP","issued":"2022-01-17","status":"in-force","confirmed":["status"]}
{"number":"283/2026/NĐ-CP","issued":"2026-07-15","effective":"2026-09-01","relations":[{"kind":"replaces","target":"12/2022/NĐ-CP"}]}"#,
            "",
        );
        assert_eq!(all[0].expired, Some(date!(2026 - 09 - 01)));
        assert_eq!(all[0].status, Some(Status::Expired));
        assert_eq!(all[0].successor().map(|r| r.target.as_str()), Some("283/2026/NĐ-CP"));
        assert!(!all[0].is_confirmed(Fact::Status), "no source says so of the old act");
    }

    #[test]
    fn a_lower_or_earlier_act_changes_nothing() {
        let all = reconciled(
            r#"{"number":"63/2020/QH14","type":"Luật","issued":"2020-06-18","relations":[{"kind":"amended-by","target":"51/2021/NĐ-CP"},{"kind":"repealed-by","target":"64/2025/QH15"}]}
{"number":"26/2019/NĐ-CP","issued":"2019-03-08","relations":[{"kind":"amended-by","target":"172/2016/NĐ-CP"}]}
{"number":"38/2025/TT-BTC","issued":"2025-06-01","relations":[{"kind":"repeals","target":"12/2020/TTLT-BTC-BCA"}]}"#,
            "",
        );
        let targets = |i: &Instrument| i.relations.iter().map(|r| r.target.clone()).collect::<Vec<_>>();
        assert_eq!(targets(&all[0]), ["64/2025/QH15"]);
        assert!(targets(&all[1]).is_empty());
        assert_eq!(targets(&all[2]).len(), 1);
    }

    #[test]
    fn a_target_whose_term_does_not_fit_its_year_is_repaired_or_left_out() {
        let all = reconciled(
            r#"{"number":"97/2015/QH13","type":"Luật","issued":"2015-11-25"}
{"number":"139/2025/QH15","type":"Luật","issued":"2025-12-10"}
{"number":"08/2022/QH15","type":"Luật","issued":"2022-06-16","relations":[{"kind":"amended-by","target":"139/2022/QH15","date":"2026-01-01"},{"kind":"amended-by","target":"26/2012/QH12"}]}
{"number":"9/2019/NĐ-CP","issued":"2019-01-30","relations":[{"kind":"guides","target":"97/2015/QH14"}]}"#,
            "",
        );
        assert_eq!(all[2].relations.iter().map(|r| r.target.as_str()).collect::<Vec<_>>(), ["139/2025/QH15"]);
        assert_eq!(all[3].relations[0].target, "97/2015/QH13");
        assert_eq!(all[1].relations[0].kind, RelationKind::Amends);
    }

    #[test]
    fn an_end_follows_a_day_that_was_moved_by_hand() {
        let all = reconciled(
            r#"{"number":"45/2013/QH13","type":"Luật","issued":"2013-11-29","expired":"2025-01-01","status":"expired","relations":[{"kind":"replaced-by","target":"31/2024/QH15","date":"2025-01-01"}]}
{"number":"31/2024/QH15","type":"Luật","issued":"2024-01-18","effective":"2025-01-01"}"#,
            r#"{"number":"31/2024/QH15","type":"Luật","effective":"2024-08-01"}"#,
        );
        assert_eq!(all[0].expired, Some(date!(2024 - 08 - 01)));
        // What only amended it ends nothing.
        let amended = reconciled(
            r#"{"number":"39/2019/QH14","type":"Luật","issued":"2019-06-13","expired":"2025-01-01","status":"expired","relations":[{"kind":"amended-by","target":"27/2023/QH15","date":"2025-01-01"},{"kind":"replaced-by","target":"58/2024/QH15"}]}
{"number":"27/2023/QH15","type":"Luật","issued":"2023-11-27","effective":"2025-01-01"}
{"number":"58/2024/QH15","type":"Luật","issued":"2024-11-29","effective":"2025-01-01"}"#,
            r#"{"number":"27/2023/QH15","type":"Luật","effective":"2024-08-01"}"#,
        );
        assert_eq!(amended[0].expired, Some(date!(2025 - 01 - 01)));
    }

    #[test]
    fn an_act_that_ends_in_the_future_is_still_in_force_and_an_amending_act_ends_with_its_base() {
        let all = reconciled(
            r#"{"number":"12/2022/QH15","type":"Luật","issued":"2022-11-14","effective":"2023-07-01","status":"in-force"}
{"number":"10/2026/QH16","type":"Luật","issued":"2026-08-23","effective":"2027-03-01","relations":[{"kind":"replaces","target":"12/2022/QH15","date":"2027-03-01"}]}
{"number":"50/2014/QH13","type":"Luật","issued":"2014-06-18","expired":"2026-07-01","status":"expired","relations":[{"kind":"amended-by","target":"62/2020/QH14"}]}
{"number":"62/2020/QH14","type":"Luật","issued":"2020-06-17","title":"Luật sửa đổi, bổ sung một số điều của Luật Xây dựng"}"#,
            "",
        );
        assert_eq!((all[0].status, all[0].expired), (Some(Status::InForce), Some(date!(2027 - 03 - 01))));
        assert_eq!(all[3].expired, Some(date!(2026 - 07 - 01)));
    }
}
