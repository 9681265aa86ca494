//! Instruments in the making: what sources say of them, gathered.

use super::claims::{Claims, Rank, StatusClaim};
use rustc_hash::FxHashMap;
use time::Date;
use viendan::catalogue::Relation;
use viendan::catalogue::harvest::Votes;
use viendan::catalogue::model::identity::{loose_identity, same_title};
use viendan::cite::Number;
use viendan::law::TypeId;

/// An instrument in the making.
#[derive(Debug, Clone)]
pub struct InstrumentBuilder {
    pub number: Option<Number>,
    pub kind: Claims<TypeId>,
    pub issuer: Claims<String>,
    pub issued: Claims<Date>,
    pub effective: Claims<Date>,
    pub expired: Claims<Date>,
    pub year: Option<u16>,
    pub status: Vec<StatusClaim>,
    pub title: Claims<String>,
    pub field: Option<String>,
    pub aliases: Vec<String>,
    pub relations: Vec<Relation>,
    pub articles: Claims<u32>,
    pub url: Option<String>,
    pub best: Rank,
    pub source: &'static str,
    pub cited: u32,
    /// The date on which citing documents agree, and how many they are.
    pub voted: Option<(Date, Votes)>,
    /// Some source names it, be it badly.
    pub named: bool,
    /// The number is misspelt in a way that may hide another one.
    pub doubtful: bool,
}

impl InstrumentBuilder {
    pub fn new(number: Option<Number>) -> Self {
        Self {
            number,
            kind: Claims::default(),
            issuer: Claims::default(),
            issued: Claims::default(),
            effective: Claims::default(),
            expired: Claims::default(),
            year: None,
            status: Vec::new(),
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

/// The builders, found by what identifies instruments.
#[derive(Debug, Default)]
pub struct Builders {
    pub all: Vec<InstrumentBuilder>,
    by_identity: FxHashMap<String, usize>,
    by_key: FxHashMap<String, Vec<usize>>,
}

impl Builders {
    /// The builder of an instrument, a new one if need be.
    pub fn of(
        &mut self,
        number: &Number,
        kind: TypeId,
        year: Option<u16>,
        issuer: Option<&str>,
    ) -> &mut InstrumentBuilder {
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
    pub fn is_of_another(&self, number: &Number, issued: Date, title: &str) -> bool {
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
    pub fn meant(&mut self, number: &Number, issued: Option<Date>) -> Option<&mut InstrumentBuilder> {
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
