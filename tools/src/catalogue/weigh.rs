//! One instrument of what all sources say of it.

use super::Report;
use super::builder::InstrumentBuilder;
use super::claims::{Claim, Claims, Rank, StatusClaim, weigh_status};
use super::reconcile::KNOWN_UNTIL;
use rustc_hash::FxHashSet;
use time::Date;
use viendan::catalogue::{Fact, FactSet, Instrument, Relation, RelationKind, Status, normalise};
use viendan::cite::{Family, Number};
use viendan::text::fold;

/// A value and whether it is confirmed.
type Weighed<T> = Option<(T, bool)>;

/// Weighs what was said of an instrument; `None` where it does not belong into the catalogue.
pub fn weigh_claims(mut builder: InstrumentBuilder, report: &mut Report) -> Option<Instrument> {
    let title = weigh_title(&mut builder);
    let issued = builder.issued.weigh(|a, b| a == b);
    let issued = issued.map(|(date, confirmed)| match corrected(&builder, date) {
        Some(voted) => {
            report.count("dates that citations correct");
            (voted, false)
        }
        None => (date, confirmed),
    });
    if let Some(reason) = reason_to_drop(&builder, title.as_ref(), issued.as_ref()) {
        report.drop(reason);
        return None;
    }
    let (kind, kind_confirmed) = builder.kind.weigh(|a, b| a == b)?;
    let number = builder.number.as_ref();
    let (title, title_confirmed) = title.unzip();
    if title.as_deref().is_some_and(|t| normalise::is_on_persons(kind, number, t)) {
        report.drop("decision on single persons or cases");
        return None;
    }
    let title = title.map(|text| normalise::finish_title(kind, text));
    let (issuer, issuer_confirmed) = builder.issuer.weigh(|a, b| fold::search(a) == fold::search(b)).unzip();
    let issuer = issuer.or_else(|| number.and_then(Number::issuer));
    let (issued, issued_confirmed) = issued.unzip();
    if builder.issued.0.iter().any(|c| Some(c.value) != issued && c.rank <= Rank::List) {
        report.count("dates that good sources contradict");
    }
    prefer_near(&mut builder.effective, issued);
    let (effective, effective_confirmed) = builder.effective.weigh(|a, b| a == b).unzip();
    // What took effect long before it was issued was misread.
    let effective = effective.filter(|e| issued.is_none_or(|i| *e >= i));
    let known = weigh_status(&builder.status);
    let end = builder.expired.weigh(|a, b| a == b);
    let end = end.filter(|(day, _)| effective.or(issued).is_none_or(|from| *day >= from));
    let end = end.filter(|(day, confirmed)| {
        // A page that still had it in force half a year later outweighs an end that one text alone gives; the
        // codification lags too far behind for that.
        let outlived = |c: &StatusClaim| {
            c.rank == Rank::Official
                && c.status != Status::Expired
                && c.as_of.is_some_and(|seen| seen - *day > time::Duration::days(183))
        };
        *confirmed || !builder.status.iter().any(outlived)
    });
    let (expired, end_confirmed) = end.unzip();
    let (status, as_of, status_confirmed) = match (expired, known) {
        (Some(day), known) => {
            let as_of = known.and_then(|(_, as_of, _)| as_of).max(Some(day.min(KNOWN_UNTIL)));
            (Some(Status::Expired), as_of, end_confirmed)
        }
        // Whether the day of effect has come is for the one to say who asks.
        (None, Some((Status::NotYetInForce, as_of, sure))) if effective.is_some() => {
            (Some(Status::InForce), as_of, Some(sure))
        }
        (None, Some((status, as_of, sure))) => (Some(status), as_of, Some(sure)),
        (None, None) => (None, None, None),
    };
    // An amending act has articles of the amended one in it, and a count would mix them.
    if title.as_deref().is_some_and(|t| fold::search(t).contains("sua doi")) {
        builder.articles.0.clear();
    }
    let (articles, articles_confirmed) = builder.articles.weigh(|a, b| a == b).unzip();
    let sure = builder.best.confirms() || (builder.best == Rank::List && builder.cited > 0);
    let is = |confirmed: Option<bool>| confirmed.unwrap_or(false);
    let confirmed: FactSet = [
        (Fact::Number, sure && number.is_some()),
        (Fact::Type, kind_confirmed),
        (Fact::Issuer, is(issuer_confirmed)),
        (Fact::Issued, is(issued_confirmed) && !is_disputed(&builder.issued, issued)),
        (Fact::Effective, is(effective_confirmed) && effective.is_some()),
        (Fact::Title, is(title_confirmed)),
        (Fact::Status, is(status_confirmed)),
        (Fact::Articles, is(articles_confirmed)),
    ]
    .into_iter()
    .filter_map(|(fact, is)| is.then_some(fact))
    .collect();
    for (what, is) in [
        ("with title", title.is_some()),
        ("with date", issued.is_some()),
        ("with issuer", issuer.is_some()),
        ("with status", status.is_some()),
        ("with article count", articles.is_some()),
        ("with confirmed date", is(issued_confirmed)),
        ("with confirmed title", is(title_confirmed)),
    ] {
        if is {
            report.count(what);
        }
    }
    Some(Instrument {
        number: number.map(Number::canonical),
        kind,
        issuer,
        issued,
        effective,
        expired,
        year: number.and_then(|n| n.year).or(issued.and_then(|d| u16::try_from(d.year()).ok())).or(builder.year),
        status,
        as_of: as_of.filter(|_| status.is_some()),
        title,
        field: builder.field,
        aliases: builder.aliases,
        relations: without_repetition(builder.relations),
        articles,
        url: builder.url,
        source: Some(builder.source.to_owned()),
        confirmed,
        cited: builder.cited,
        ..Instrument::default()
    })
}

/// Hardly an act waits for more than a year: of two days of which one is that far off, the other one is right.
fn prefer_near(effective: &mut Claims<Date>, issued: Option<Date>) {
    let Some(issued) = issued else { return };
    let is_near = |c: &Claim<Date>| c.value >= issued && c.value - issued <= time::Duration::days(400);
    if effective.0.iter().any(|c| is_near(c) && c.rank <= Rank::List) {
        effective.0.retain(is_near);
    }
}

/// The title. One that broke off gives way to one that did not.
fn weigh_title(builder: &mut InstrumentBuilder) -> Weighed<String> {
    if !is_of_assembly(builder) && builder.title.0.iter().any(|c| !normalise::is_cut(&c.value)) {
        builder.title.0.retain(|c| !normalise::is_cut(&c.value));
    }
    builder.title.weigh(|a, b| {
        let (a, b) = (fold::search(a), fold::search(b));
        a == b || (a.len().min(b.len()) > 30 && (a.starts_with(&b) || b.starts_with(&a)))
    })
}

fn is_of_assembly(builder: &InstrumentBuilder) -> bool {
    builder.number.as_ref().is_some_and(|n| n.family == Family::Assembly)
}

/// Why what was said is more likely a misreading than an instrument.
fn reason_to_drop(
    builder: &InstrumentBuilder,
    title: Option<&(String, bool)>,
    issued: Option<&(Date, bool)>,
) -> Option<&'static str> {
    let only_cited = builder.best >= Rank::Cited;
    // Being in the codification, or repealed on a day, or cited by many, shows that it exists as well as a title does.
    let known_to_exist = builder.cited >= 5
        || builder.named
        || !builder.effective.0.is_empty()
        || !builder.expired.0.is_empty()
        || builder.status.iter().any(|c| c.rank.confirms());
    if title.is_none() && issued.is_none() && !known_to_exist {
        return Some("neither date nor title");
    }
    // With date and title it is no misreading: its code is one that no table has.
    if only_cited && builder.doubtful && builder.cited < 3 && (issued.is_none() || title.is_none()) {
        return Some("misspelt number in a citation");
    }
    // A number seen once with a few words after it is more often a misreading than an instrument.
    if only_cited
        && !is_of_assembly(builder)
        && builder.cited < 2
        && issued.is_none()
        && title.is_some_and(|(t, _)| t.chars().count() < 25)
    {
        return Some("cited once, with hardly a title");
    }
    builder.number.as_ref().is_some_and(normalise::impossible).then_some("impossible number")
}

/// A day that one source gives and citing texts contradict is confirmed by nobody.
fn is_disputed(issued: &Claims<Date>, chosen: Option<Date>) -> bool {
    let says = |c: &&Claim<Date>| Some(c.value) == chosen;
    issued.0.iter().filter(says).map(|c| c.source).collect::<FxHashSet<_>>().len() == 1
        && issued.0.iter().any(|c| !says(&c) && c.rank == Rank::Cited)
}

/// The relations by date. What replaces an act repeals it: said once.
fn without_repetition(mut relations: Vec<Relation>) -> Vec<Relation> {
    let replacing: Vec<String> =
        relations.iter().filter(|r| r.kind == RelationKind::ReplacedBy).map(|r| r.target.clone()).collect();
    let date_of = |target: &str| {
        relations.iter().find(|r| r.kind == RelationKind::RepealedBy && r.target == target).and_then(|r| r.date)
    };
    let dates: Vec<Option<Date>> = replacing.iter().map(|t| date_of(t)).collect();
    relations.retain(|r| r.kind != RelationKind::RepealedBy || !replacing.contains(&r.target));
    for (target, date) in replacing.iter().zip(dates) {
        for relation in relations.iter_mut().filter(|r| r.kind == RelationKind::ReplacedBy && r.target == *target) {
            relation.date = relation.date.or(date);
        }
    }
    relations.sort_by(|a, b| {
        let key = |r: &Relation| (r.date.is_none(), r.date, format!("{:?}", r.kind), r.target.clone());
        key(a).cmp(&key(b))
    });
    relations
}

/// The date on which citing documents agree, where it contradicts a single source, which has a slip of the pen: three
/// documents and none against them, or two that give day and month the other way round.
fn corrected(builder: &InstrumentBuilder, date: Date) -> Option<Date> {
    let (voted, votes) = builder.voted.filter(|(voted, _)| *voted != date)?;
    let sources: FxHashSet<&str> =
        builder.issued.0.iter().filter(|c| c.value == date && c.rank < Rank::Cited).map(|c| c.source).collect();
    let swapped = voted.day() == u8::from(date.month()) && u8::from(voted.month()) == date.day();
    let agreed = votes.given == votes.all && votes.given >= if swapped { 2 } else { 3 };
    (sources.len() == 1 && agreed).then_some(voted)
}
