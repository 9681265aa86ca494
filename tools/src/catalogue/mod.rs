//! The fact files of the built-in catalogue from collected data.
//!
//! Every source says something of an instrument; [`Claim`]s are gathered by instrument and field, the most reliable one
//! wins, and a field counts as confirmed when a reliable source gives it or two independent ones agree. What is no
//! instrument, what is known from a single mention only, and decisions of local bodies on single cases are left out.

mod articles;
mod laws;
mod sources;
mod validity;

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::Path;
use time::Date;
use viendan::catalogue::harvest::{Harvested, Votes};
use viendan::catalogue::model::identity::{loose_identity, same_title};
use viendan::catalogue::normalise;
use viendan::catalogue::record::Record;
use viendan::catalogue::{Error, Fact, FactSet, Instrument, Relation, RelationKind, Status};
use viendan::cite::{Family, Number};
use viendan::law::TypeId;
use viendan::text::fold;

/// What making the catalogue did, for the person who runs it.
#[derive(Debug, Default)]
pub struct Report {
    /// Records written, by file.
    pub files: BTreeMap<&'static str, usize>,
    /// What was left out, by cause.
    pub dropped: BTreeMap<&'static str, usize>,
    /// Further counts: dates that sources contradict, records with status …
    pub counts: BTreeMap<&'static str, usize>,
}

impl Report {
    fn drop(&mut self, cause: &'static str) {
        *self.dropped.entry(cause).or_default() += 1;
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }
}

/// How far a source is trusted; the order is that of data/README.md. Smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A curated list, for the fields that it says are confirmed.
    Curated,
    /// The official codification.
    Codified,
    /// The head of the instrument's own text.
    Header,
    /// The gazette, pages of the national database.
    Official,
    /// Lists that others made.
    List,
    /// Read from other instruments' text about it.
    Derived,
    /// Only from citations.
    Cited,
    /// General knowledge, used where nothing else is.
    Unconfirmed,
}

impl Rank {
    /// Whether one source of this rank confirms a field.
    fn confirms(self) -> bool {
        self <= Self::Official
    }
}

/// What one source says of one field. Sources that copy from each other have the same name.
#[derive(Debug, Clone)]
struct Claim<T> {
    value: T,
    rank: Rank,
    source: &'static str,
}

/// Everything that is said of one field.
#[derive(Debug, Clone)]
struct Claims<T>(Vec<Claim<T>>);

impl<T> Default for Claims<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone> Claims<T> {
    fn add(&mut self, value: Option<T>, rank: Rank, source: &'static str) {
        if let Some(value) = value {
            self.0.push(Claim { value, rank, source });
        }
    }

    /// The most reliable claim, and whether it is confirmed: by its source, or by another that says the same.
    fn weigh(&self, same: impl Fn(&T, &T) -> bool) -> Option<(T, bool)> {
        // Where two of the best rank differ, the one that others support wins.
        let support = |c: &Claim<T>| self.0.iter().filter(|o| o.source != c.source && same(&o.value, &c.value)).count();
        let best = self.0.iter().min_by_key(|c| (c.rank, usize::MAX - support(c)))?;
        Some((best.value.clone(), best.rank.confirms() || support(best) > 0))
    }
}

/// An instrument in the making.
#[derive(Debug, Clone)]
struct InstrumentBuilder {
    number: Option<Number>,
    kind: Claims<TypeId>,
    issuer: Claims<String>,
    issued: Claims<Date>,
    effective: Claims<Date>,
    expired: Claims<Date>,
    year: Option<u16>,
    status: Claims<Status>,
    title: Claims<String>,
    field: Option<String>,
    aliases: Vec<String>,
    relations: Vec<Relation>,
    articles: Claims<u32>,
    url: Option<String>,
    best: Rank,
    source: &'static str,
    cited: u32,
    /// The date on which citing documents agree, and how many they are.
    voted: Option<(Date, Votes)>,
    /// Some source names it, be it badly.
    named: bool,
    /// The number is misspelt in a way that may hide another one.
    doubtful: bool,
}

impl InstrumentBuilder {
    fn new(number: Option<Number>) -> Self {
        Self {
            number,
            kind: Claims::default(),
            issuer: Claims::default(),
            issued: Claims::default(),
            effective: Claims::default(),
            expired: Claims::default(),
            year: None,
            status: Claims::default(),
            title: Claims::default(),
            field: None,
            aliases: Vec::new(),
            relations: Vec::new(),
            articles: Claims::default(),
            url: None,
            best: Rank::Unconfirmed,
            source: "",
            cited: 0,
            voted: None,
            named: false,
            doubtful: false,
        }
    }
}

/// The builders, found by what tells instruments apart.
#[derive(Debug, Default)]
struct Builders {
    all: Vec<InstrumentBuilder>,
    by_identity: FxHashMap<String, usize>,
    by_key: FxHashMap<String, Vec<usize>>,
}

impl Builders {
    /// The builder of an instrument, a new one if need be.
    fn of(&mut self, number: &Number, kind: TypeId, year: Option<u16>, issuer: Option<&str>) -> &mut InstrumentBuilder {
        let identity = loose_identity(number, kind, year.or(number.year), issuer);
        let at = *self.by_identity.entry(identity).or_insert_with(|| {
            self.by_key.entry(number.key()).or_default().push(self.all.len());
            self.all.push(InstrumentBuilder::new(Some(number.clone())));
            self.all.len() - 1
        });
        &mut self.all[at]
    }

    /// Whether what is known of a decree's number is of another decree: by date and by title. Decrees on defence and public
    /// security are numbered apart under the same symbol.
    fn is_of_another(&self, number: &Number, issued: Date, title: &str) -> bool {
        let Some(known) = self.by_key.get(&number.key()) else { return false };
        known.iter().any(|&at| {
            let builder = &self.all[at];
            let dates = builder.issued.0.iter().map(|c| c.value);
            let titles = builder.title.0.iter().map(|c| &c.value);
            !builder.issued.0.is_empty()
                && !builder.title.0.is_empty()
                && !dates.into_iter().any(|d| d == issued)
                && !titles.into_iter().any(|t| same_title(t, title))
        })
    }

    /// The one builder that a number (and date) can mean, if there is just one.
    fn meant(&mut self, number: &Number, issued: Option<Date>) -> Option<&mut InstrumentBuilder> {
        let all = self.by_key.get(&number.key())?;
        let at = match all.as_slice() {
            [only] if number.year.is_some() => *only,
            several => {
                let year = issued.and_then(|d| u16::try_from(d.year()).ok());
                let mut fitting = several.iter().copied().filter(|&at| {
                    let builder = &self.all[at];
                    number.year.is_some() || (year.is_some() && builder.year == year)
                });
                let first = fitting.next()?;
                // A law and a resolution of one number: bare citations mean the law.
                let law =
                    |at: usize| self.all[at].kind.0.iter().any(|c| matches!(c.value, TypeId::LUAT | TypeId::BO_LUAT));
                match fitting.next() {
                    None => first,
                    Some(second) if law(first) != law(second) => {
                        if law(first) {
                            first
                        } else {
                            second
                        }
                    }
                    Some(_) => return None,
                }
            }
        };
        Some(&mut self.all[at])
    }
}

/// Writes the fact files into `out` from the data under `facts` (the folder that holds `data` and `domain`).
/// `learned` is what their documents cite.
pub fn make(facts: &Path, learned: &[Harvested], out: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut builders = Builders::default();
    sources::read(facts, learned, &mut builders, &mut report)?;
    validity::read(facts, &mut builders, &mut report)?;
    articles::read(facts, &mut builders, &mut report)?;
    laws::drop_misread(&mut builders, &mut report);
    laws::name_amending(&mut builders, &mut report);
    let mut files: BTreeMap<&'static str, Vec<Instrument>> = BTreeMap::new();
    for builder in builders.all {
        if let Some(instrument) = weigh_claims(builder, &mut report) {
            files.entry(file_of(&instrument)).or_default().push(instrument);
        }
    }
    for (name, mut instruments) in files {
        instruments.sort_by_cached_key(|i| {
            (
                i.year,
                i.number.as_deref().and_then(Number::parse).map(|n| (n.symbol(), n.serial, n.suffix)),
                i.issuer.clone(),
                i.title.clone(),
            )
        });
        let mut text = String::new();
        for instrument in &instruments {
            let line = serde_json::to_string(&Record::from(instrument)).map_err(|e| Error::io(out, e.into()))?;
            text.push_str(&line);
            text.push('\n');
        }
        let path = out.join(name);
        std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
        report.files.insert(name, instruments.len());
    }
    Ok(report)
}

/// Weighs what was said of an instrument; `None` where it does not belong into the catalogue.
fn weigh_claims(mut builder: InstrumentBuilder, report: &mut Report) -> Option<Instrument> {
    let same_words = |a: &String, b: &String| fold::search(a) == fold::search(b);
    // A title that broke off gives way to one that did not.
    let law = builder.number.as_ref().is_some_and(|n| n.family == Family::Assembly);
    if !law && builder.title.0.iter().any(|c| !normalise::is_cut(&c.value)) {
        builder.title.0.retain(|c| !normalise::is_cut(&c.value));
    }
    let title = builder.title.weigh(|a, b| {
        let (a, b) = (fold::search(a), fold::search(b));
        a == b || (a.len().min(b.len()) > 30 && (a.starts_with(&b) || b.starts_with(&a)))
    });
    let issued = builder.issued.weigh(|a, b| a == b);
    let issued = issued.map(|(date, confirmed)| match corrected(&builder, date) {
        Some(voted) => {
            report.count("dates that citations correct");
            (voted, false)
        }
        None => (date, confirmed),
    });
    let only_cited = builder.best >= Rank::Cited;
    // Being in the codification, or repealed on a day, or cited by many, shows that it exists as well as a title does.
    let known_to_exist = builder.cited >= 5
        || builder.named
        || !builder.effective.0.is_empty()
        || !builder.expired.0.is_empty()
        || builder.status.0.iter().any(|c| c.rank.confirms());
    if title.is_none() && issued.is_none() && !known_to_exist {
        report.drop("neither date nor title");
        return None;
    }
    // With date and title it is no misreading: its code is one that no table has.
    if only_cited && builder.doubtful && builder.cited < 3 && (issued.is_none() || title.is_none()) {
        report.drop("misspelt number in a citation");
        return None;
    }
    // A number seen once with a few words behind it is more often a misreading than an instrument.
    if only_cited
        && !law
        && builder.cited < 2
        && issued.is_none()
        && title.as_ref().is_some_and(|(t, _)| t.chars().count() < 25)
    {
        report.drop("cited once, with hardly a title");
        return None;
    }
    if builder.number.as_ref().is_some_and(normalise::impossible) {
        report.drop("impossible number");
        return None;
    }
    let (kind, kind_confirmed) = builder.kind.weigh(|a, b| a == b)?;
    let number = builder.number.as_ref();
    let (mut title, title_confirmed) = title.map_or((None, false), |(t, c)| (Some(t), c));
    if title.as_deref().is_some_and(|t| normalise::is_on_persons(kind, number, t)) {
        report.drop("decision on single persons or cases");
        return None;
    }
    if let Some(text) = title.take() {
        title = Some(normalise::finish_title(kind, text));
    }
    let (issuer, issuer_confirmed) =
        builder.issuer.weigh(same_words).map_or((number.and_then(Number::issuer), false), |(i, c)| (Some(i), c));
    let (issued, issued_confirmed) = issued.map_or((None, false), |(d, c)| (Some(d), c));
    if builder.issued.0.iter().any(|c| Some(c.value) != issued && c.rank <= Rank::List) {
        report.count("dates that good sources contradict");
    }
    // A day that one source gives and citing texts contradict is confirmed by nobody.
    let says = |c: &&Claim<Date>| Some(c.value) == issued;
    let is_disputed = builder.issued.0.iter().filter(says).map(|c| c.source).collect::<FxHashSet<_>>().len() == 1
        && builder.issued.0.iter().any(|c| !says(&c) && c.rank == Rank::Cited);
    let (effective, effective_confirmed) =
        builder.effective.weigh(|a, b| a == b).map_or((None, false), |(d, c)| (Some(d), c));
    // What took effect long before it was issued was misread.
    let effective = effective.filter(|e| issued.is_none_or(|i| *e >= i));
    let expired = builder.expired.weigh(|a, b| a == b).map(|(d, _)| d);
    let expired = expired.filter(|e| effective.or(issued).is_none_or(|from| *e >= from));
    let (status, status_confirmed) = builder.status.weigh(|a, b| a == b).map_or((None, false), |(s, c)| (Some(s), c));
    let (articles, articles_confirmed) =
        builder.articles.weigh(|a, b| a == b).map_or((None, false), |(n, c)| (Some(n), c));
    let sure = builder.best.confirms() || (builder.best == Rank::List && builder.cited > 0);
    let confirmed: FactSet = [
        (Fact::Number, sure && number.is_some()),
        (Fact::Type, kind_confirmed),
        (Fact::Issuer, issuer_confirmed && issuer.is_some()),
        (Fact::Issued, issued_confirmed && !is_disputed),
        (Fact::Effective, effective_confirmed && effective.is_some()),
        (Fact::Title, title_confirmed),
        (Fact::Status, status_confirmed),
        (Fact::Articles, articles_confirmed),
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
        ("with confirmed date", issued_confirmed),
        ("with confirmed title", title_confirmed),
    ] {
        if is {
            report.count(what);
        }
    }
    let mut relations = builder.relations;
    // What replaces an act repeals it: said once.
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
    Some(Instrument {
        number: number.map(Number::canonical),
        kind,
        issuer,
        issued,
        effective,
        expired,
        year: number.and_then(|n| n.year).or(issued.and_then(|d| u16::try_from(d.year()).ok())).or(builder.year),
        status,
        title,
        field: builder.field,
        aliases: builder.aliases,
        relations,
        articles,
        url: builder.url,
        source: Some(builder.source.to_owned()),
        confirmed,
        cited: builder.cited,
        ..Instrument::default()
    })
}

/// The date on which citing documents agree, where it stands against one source alone, which has a slip of the pen: three
/// documents and none against them, or two that give day and month the other way round.
fn corrected(builder: &InstrumentBuilder, date: Date) -> Option<Date> {
    let (voted, votes) = builder.voted.filter(|(voted, _)| *voted != date)?;
    let sources: FxHashSet<&str> =
        builder.issued.0.iter().filter(|c| c.value == date && c.rank < Rank::Cited).map(|c| c.source).collect();
    let swapped = voted.day() == u8::from(date.month()) && u8::from(voted.month()) == date.day();
    let agreed = votes.given == votes.all && votes.given >= if swapped { 2 } else { 3 };
    (sources.len() == 1 && agreed).then_some(voted)
}

/// The file that an instrument is written to: split so that none grows too large and changes stay together.
fn file_of(i: &Instrument) -> &'static str {
    let year = i.year.unwrap_or_default();
    let number = i.number.as_deref().and_then(Number::parse);
    if number.as_ref().is_some_and(Number::is_local) {
        return "local.jsonl";
    }
    match i.kind {
        TypeId::HIEN_PHAP | TypeId::LUAT | TypeId::BO_LUAT | TypeId::PHAP_LENH => "laws.jsonl",
        TypeId::NGHI_DINH => "decrees.jsonl",
        TypeId::NGHI_QUYET | TypeId::NGHI_QUYET_LIEN_TICH => "resolutions.jsonl",
        TypeId::THONG_TU | TypeId::THONG_TU_LIEN_TICH | TypeId::THONG_TU_LIEN_BO => match year {
            0..2005 => "circulars-to-2004.jsonl",
            2005..2010 => "circulars-2005-2009.jsonl",
            2010..2015 => "circulars-2010-2014.jsonl",
            2015..2020 => "circulars-2015-2019.jsonl",
            _ => "circulars-from-2020.jsonl",
        },
        TypeId::QUYET_DINH => match year {
            0..2010 => "decisions-to-2009.jsonl",
            _ => "decisions-from-2010.jsonl",
        },
        _ => "other.jsonl",
    }
}
