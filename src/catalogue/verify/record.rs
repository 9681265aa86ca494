//! One record by itself.

use super::{Check, Fault, Records};
use crate::catalogue::model::{Instrument, RelationKind, Status};
use crate::catalogue::normalise;
use crate::cite::{Family, Number};
use crate::i18n::date::write_iso;
use crate::law::{AgencyId, agencies};
use crate::text::fold;
use time::{Date, Duration};

/// A repeal with exceptions is noted so, and ends an act as well as one without.
const EXCEPTED: &str = "trừ ";

pub fn verify(records: &Records<'_>, at: usize, faults: &mut Vec<Fault>) {
    let i = &records.all[at];
    let number = records.numbers[at].as_ref();
    let mut add = |check, found: String| faults.push(Fault::new(check, i, found));
    if let (Some(number), Some(issued)) = (number, i.issued)
        && number.year.is_some_and(|year| i32::from(year) != issued.year())
    {
        add(Check::Year, write_iso(issued));
    }
    if number.is_some_and(normalise::impossible) {
        add(Check::Number, i.number.clone().unwrap_or_default());
    }
    if let (Some(issued), Some(effective)) = (i.issued, i.effective)
        && effective < issued
    {
        add(Check::EffectiveBeforeIssue, format!("{} < {}", write_iso(effective), write_iso(issued)));
    }
    if let (Some(from), Some(expired)) = (i.effective.or(i.issued), i.expired)
        && expired < from
    {
        add(Check::EndBeforeBeginning, format!("{} < {}", write_iso(expired), write_iso(from)));
    }
    // Not yet in force, as was said when it had taken effect already.
    let began = i.effective.is_some_and(|from| i.as_of.is_none_or(|seen| from <= seen));
    if i.status == Some(Status::NotYetInForce) && began {
        add(Check::Status, i.status.map_or_else(String::new, |s| s.to_string()));
    }
    if i.expired.is_none() && i.status != Some(Status::Expired) && ended_by(i) {
        add(Check::EndUnknown, i.successor().map(|s| s.target.clone()).unwrap_or_default());
    }
    if let Some(title) = &i.title {
        if is_unbalanced(title) {
            add(Check::TitleUnbalanced, title.clone());
        }
        // Few titles are that short, and good sources give them.
        if !i.is_confirmed(crate::catalogue::Fact::Title) && normalise::is_cut(title) {
            add(Check::TitleCut, title.clone());
        }
        if let [word, ..] = normalise::misspelt(title).as_slice() {
            add(Check::TitleMisspelt, format!("{word}: {title}"));
        }
        if normalise::is_on_persons(i.kind, number, title) {
            add(Check::Person, title.clone());
        }
    }
    if let (Some(number), Some(issued)) = (number, i.issued)
        && is_of_another_time(number, issued)
    {
        add(Check::Symbol, write_iso(issued));
    }
}

/// Whether an act replaced or repealed it as a whole, in a year that is over.
fn ended_by(i: &Instrument) -> bool {
    let relations = i.related(RelationKind::ReplacedBy).chain(i.related(RelationKind::RepealedBy));
    relations.into_iter().any(|r| {
        let whole = r.note.as_deref().is_none_or(|note| note.starts_with(EXCEPTED));
        // Of an act whose own day isn't known only the year tells whether it is over.
        let year = Number::parse(&r.target).and_then(|n| n.year);
        whole && (r.date.is_some() || year.is_none_or(|y| y <= 2025))
    })
}

fn is_unbalanced(title: &str) -> bool {
    let count = |c: char| title.matches(c).count();
    count('(') != count(')') || count('“') != count('”') || count('[') != count(']') || count('"') % 2 == 1
}

/// Whether no agency that issues under the symbol was there on the day, a year around it being allowed: the last acts of an
/// agency bear its symbol for some months, and the tables of times are not exact to the day.
fn is_of_another_time(number: &Number, issued: Date) -> bool {
    const MARGIN: Duration = Duration::days(366);
    if number.is_local() || !matches!(number.family, Family::State | Family::Joint) {
        return false;
    }
    number.issuers.iter().any(|code| {
        let ids: &[AgencyId] = agencies().by_code(fold::tidy(code).as_str());
        let lived = |id: &&AgencyId| {
            let agency = id.row();
            agency.from.is_none_or(|from| from - MARGIN <= issued) && agency.to.is_none_or(|to| issued <= to + MARGIN)
        };
        !ids.is_empty() && !ids.iter().any(|id| lived(&id))
    })
}
