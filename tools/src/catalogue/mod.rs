//! The fact files of the built-in catalogue from collected data.
//!
//! Every source says something of an instrument; [`claims::Claim`]s are gathered by instrument and field, the most reliable
//! one wins, and a field counts as confirmed when a reliable source gives it or two independent ones agree. What isn't an
//! instrument, what is known from a single mention only, and decisions of local agencies on single cases are left out.
//!
//! - [`sources`], [`validity`], [`closing`], [`effective`], [`amended`], [`gathered`], [`articles`], [`outlines`], [`clauses`],
//!   [`touched`]: the collected lists; [`laws`]: what is peculiar to laws.
//! - [`claims`], [`builder`]: what they say, gathered; [`phantoms`], [`titles`], [`spelling`]: what of it is misread.
//! - [`weigh`]: what comes of it; [`reconcile`]: what the records say of each other.

mod amended;
mod articles;
mod builder;
mod claims;
mod clauses;
mod closing;
mod effective;
mod gathered;
mod laws;
mod outlines;
mod phantoms;
mod reconcile;
mod sources;
mod spelling;
#[cfg(test)]
mod tests;
mod titles;
mod touched;
mod validity;
mod weigh;

pub use sources::lines;

use builder::Builders;
use reconcile::{MovedDays, SaidDays};
use std::collections::BTreeMap;
use std::path::Path;
use time::Date;
use viendan::catalogue::harvest::Harvested;
use viendan::catalogue::record::Record;
use viendan::catalogue::{Error, Instrument};
use viendan::cite::Number;
use viendan::law::TypeId;
use weigh::weigh_claims;

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

/// Writes the fact files into `out` from the data under `facts` (the folder that holds `data` and `domain`).
/// `learned` is what their documents cite.
pub fn make(facts: &Path, learned: &[Harvested], out: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut builders = Builders::default();
    sources::read(facts, learned, &mut builders, &mut report)?;
    let cited_once = validity::read(facts, &mut builders, &mut report)?;
    gathered::read(facts, &mut builders, &mut report)?;
    articles::read(facts, &mut builders, &mut report)?;
    effective::read(facts, &mut builders, &mut report)?;
    closing::read(facts, &mut builders, &mut report)?;
    let amended = amended::read(facts, &mut builders, &mut report)?;
    amended::drop_slips(&amended, &cited_once, &mut builders, &mut report);
    phantoms::drop_phantoms(&mut builders, &mut report);
    laws::tell_resolutions(&mut builders, &mut report);
    laws::drop_misread(&mut builders, &mut report);
    laws::name_amending(&mut builders, &mut report);
    spelling::mend(&mut builders, &mut report);
    titles::withhold(&mut builders, &mut report);
    let (mut moved, mut said) = (MovedDays::default(), SaidDays::default());
    let mut made: Vec<Instrument> = Vec::new();
    for builder in builders.all {
        let issued: Vec<Date> = builder.issued.0.iter().map(|c| c.value).collect();
        let days: Vec<Date> = builder.effective.0.iter().map(|c| c.value).collect();
        if let Some(instrument) = weigh_claims(builder, &mut report) {
            let others = days.into_iter().filter(|day| Some(*day) != instrument.effective);
            moved.entry(instrument.number.clone().unwrap_or_default()).or_default().extend(others);
            said.entry(instrument.number.clone().unwrap_or_default()).or_default().extend(issued);
            made.push(instrument);
        }
    }
    let curated = curated(&out.join("curated.jsonl"), &mut report)?;
    laws::name_as_curated(&mut made, &curated);
    reconcile::reconcile(&mut made, &curated, &moved, &said, &mut report);
    for fault in viendan::catalogue::verify::verify(&made) {
        report.count(fault.check.as_str());
    }
    let text = outlines::read(facts, &made, &out.join("headings.jsonl"), &mut report)?;
    let path = out.join(outlines::FILE);
    std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
    let text = clauses::read(facts, &made, &mut report)?;
    let path = out.join(clauses::FILE);
    std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
    let mut files: BTreeMap<&'static str, Vec<Instrument>> = BTreeMap::new();
    for instrument in made {
        files.entry(file_of(&instrument)).or_default().push(instrument);
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

/// Counts the clauses of the instruments of fact files that are there, and writes them beside these.
pub fn count_clauses(facts: &Path, out: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let made = records(out, &mut report)?;
    let text = clauses::read(facts, &made, &mut report)?;
    let path = out.join(clauses::FILE);
    std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
    Ok(report)
}

/// Adds the outlines of `from`, of instruments that fact files or what is kept by hand have, to those beside these.
pub fn add_outlines(from: &Path, out: &Path) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut made = records(out, &mut report)?;
    made.extend(curated(&out.join("curated.jsonl"), &mut report)?);
    let path = out.join(outlines::ADDED);
    let text = outlines::add(from, &path, &made, &mut report)?;
    std::fs::write(&path, text).map_err(|e| Error::io(&path, e))?;
    Ok(report)
}

/// The instruments of the fact files that are there.
fn records(out: &Path, report: &mut Report) -> Result<Vec<Instrument>, Error> {
    let mut made: Vec<Instrument> = Vec::new();
    for name in RECORDS {
        made.extend(curated(&out.join(name), report)?);
    }
    Ok(made)
}

/// The files that [`file_of`] names.
const RECORDS: [&str; 12] = [
    "circulars-2005-2009.jsonl",
    "circulars-2010-2014.jsonl",
    "circulars-2015-2019.jsonl",
    "circulars-from-2020.jsonl",
    "circulars-to-2004.jsonl",
    "decisions-from-2010.jsonl",
    "decisions-to-2009.jsonl",
    "decrees.jsonl",
    "laws.jsonl",
    "local.jsonl",
    "other.jsonl",
    "resolutions.jsonl",
];

/// What is kept by hand.
fn curated(path: &Path, report: &mut Report) -> Result<Vec<Instrument>, Error> {
    let mut all = Vec::new();
    sources::lines(path, report, |record: Record, report| match record.into_instrument() {
        Ok(instrument) => all.push(instrument),
        Err(_) => report.drop("record kept by hand that cannot be read"),
    })?;
    Ok(all)
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
