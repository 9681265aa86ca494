//! A citation compared with the catalogue: which instrument is meant?
//!
//! Type word, year, date, issuer, title, the document's own issuer and its date weigh in ("a draft cannot cite what was
//! issued after it"). The answer is one instrument, several candidates, unknown, or outside what the catalogue covers.

use crate::catalogue::{Catalogue, Coverage, Fact, Instrument, Status, Validity};
use crate::cite::{Attributes, DateRef, Family, NameRef, NumberRef};
use crate::law::TypeId;
use crate::text::fold;
use std::sync::Arc;
use time::Date;

/// What is known of the document that cites.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The document's own date, or the day on which validity is judged.
    pub date: Option<Date>,
    /// The document's own issuer, for local numbers ("05/2022/QĐ-UBND" in a draft of the same province).
    pub issuer: Option<String>,
}

#[derive(Debug, Clone)]
pub enum Resolution {
    /// One instrument. It may still contradict what the text says of its date, type or title.
    Known(Arc<Instrument>),
    /// Several fit equally well, most plausible first.
    Ambiguous(Vec<Arc<Instrument>>),
    /// None of that number, in a series that is known so far.
    Unknown(Coverage),
    /// The catalogue does not cover such instruments (letters, local acts, old forms).
    Uncovered,
}

impl Resolution {
    pub fn known(&self) -> Option<&Arc<Instrument>> {
        if let Self::Known(i) = self { Some(i) } else { None }
    }
}

impl Catalogue {
    /// Resolves a reference by number. Year, date, issuer and title that the text gives decide between instruments of the
    /// same number; a date or year that fits none of them does not make the number unknown where only one has it, unless
    /// such numbers start again each year: then another year's is another instrument.
    pub fn resolve_number(&self, reference: &NumberRef, title: Option<&str>, context: &Context) -> Resolution {
        let number = &reference.number;
        let attributes = &reference.attributes;
        let word = reference.type_word.as_ref().map(|t| t.name);
        let kind = word.and_then(TypeId::of_name);
        let year = said_year(attributes);
        let mut fitting: Vec<Arc<Instrument>> = if number.is_local() {
            // Every place has its own: without the issuer the number says nothing.
            let Some(issuer) = attributes.issuer.as_ref().map(|i| &i.name).or(context.issuer.as_ref()) else {
                return Resolution::Uncovered;
            };
            self.by_key_and_place(&number.key(), &issuers(issuer))
        } else {
            self.by_key(&number.key()).to_vec()
        };
        if number.family == Family::Assembly
            && let Some(kind) = kind
        {
            // Laws and resolutions are numbered apart under one symbol.
            fitting.retain(|i| (i.kind == TypeId::NGHI_QUYET) == (kind == TypeId::NGHI_QUYET));
        }
        if number.year.is_none()
            && let Some(year) = year
        {
            // The day and month may be right and the year mistyped.
            let same_day =
                |i: &Instrument| {
                    attributes.date.as_ref().zip(i.issued).is_some_and(|(said, issued)| {
                        said.day == issued.day() && said.month == u8::from(issued.month())
                    })
                };
            let of_year: Vec<_> = fitting.iter().filter(|i| i.year == Some(year)).cloned().collect();
            match of_year.is_empty() {
                false => fitting = of_year,
                true => fitting.retain(|i| i.year.is_none() || same_day(i)),
            }
        }
        if fitting.is_empty() {
            let coverage = self.coverage_of(number, kind, year);
            return if coverage.highest == 0 { Resolution::Uncovered } else { Resolution::Unknown(coverage) };
        }
        // What follows only chooses between several: none of it makes a single instrument unfit.
        let date = attributes.date.as_ref().and_then(DateRef::date);
        narrow(&mut fitting, |i| word.is_some_and(|word| i.kind.as_str().starts_with(word)));
        narrow(&mut fitting, |i| date.is_some() && i.issued == date);
        narrow(&mut fitting, |i| {
            attributes
                .issuer
                .as_ref()
                .zip(i.issuer.as_deref())
                .is_some_and(|(said, known)| is_issuer(&said.name, known))
        });
        // A draft cannot cite what was issued after it.
        narrow(&mut fitting, |i| context.date.is_some_and(|d| issued_by(i, d)));
        if let Some(title) = title
            && fitting.len() > 1
        {
            let best = fitting.iter().map(|i| likeness(title, i)).max().unwrap_or_default();
            if best >= 60 {
                narrow(&mut fitting, |i| likeness(title, i) + 15 >= best);
            }
        }
        // A number with its year is in principle that of one act: a second record that no source confirms comes from a slip, or is so
        // little known that a text which says no more doesn't mean it.
        narrow(&mut fitting, |i| number.year.is_some() && i.is_confirmed(Fact::Number) && i.is_confirmed(Fact::Issued));
        if fitting.len() == 1 {
            return Resolution::Known(fitting.remove(0));
        }
        // Most plausible first: the latest that is often cited.
        fitting.sort_by_key(|i| std::cmp::Reverse((i.cited.min(20), i.issued, i.year)));
        Resolution::Ambiguous(fitting)
    }

    /// Resolves a reference by name: the act of that name and year; without a year the one in force on the document's date,
    /// else the latest before it. A year may also be that of the act that amended it ("Luật Bảo hiểm y tế năm 2014").
    pub fn resolve_name(&self, reference: &NameRef, context: &Context) -> Resolution {
        let name = &reference.canonical;
        let all = self.by_name(name);
        let attributes = &reference.attributes;
        let year = reference.year.map(|y| y.year).or_else(|| said_year(attributes));
        if let Some(date) = attributes.date.as_ref().and_then(DateRef::date)
            && let Some(exact) = all.iter().find(|i| i.issued == Some(date))
        {
            return Resolution::Known(exact.clone());
        }
        if let Some(year) = year {
            let mut of_year: Vec<_> = all.iter().filter(|i| i.year == Some(year)).cloned().collect();
            if of_year.is_empty() {
                let kind = ["Bộ luật", "Luật", "Pháp lệnh"].into_iter().find(|k| name.starts_with(k)).unwrap_or("Luật");
                of_year = self.by_name(&format!("{kind} sửa đổi, bổ sung một số điều của {name}"));
                of_year.retain(|i| i.year == Some(year));
            }
            // Of two of one year that which the draft could cite: "Luật Tổ chức chính quyền địa phương năm 2025".
            narrow(&mut of_year, |i| {
                context
                    .date
                    .is_some_and(|day| issued_by(i, day) && !matches!(i.validity(day), Validity::Expired { .. }))
            });
            match of_year.len() {
                // Another year's act of that name is another act.
                0 => return Resolution::Uncovered,
                1 => return Resolution::Known(of_year.remove(0)),
                _ => return Resolution::Ambiguous(of_year),
            }
        }
        // They come latest first.
        let in_force = |i: &&Arc<Instrument>| match context.date {
            Some(date) => {
                issued_by(i, date)
                    && !matches!(i.validity(date), Validity::Expired { .. } | Validity::NotYetInForce { .. })
            }
            None => !matches!(i.status, Some(Status::Expired | Status::NotYetInForce)),
        };
        let before = |i: &&Arc<Instrument>| context.date.is_none_or(|date| issued_by(i, date));
        // A text cannot mean what was made after it.
        let chosen = all.iter().find(in_force).or_else(|| all.iter().find(before));
        chosen.map_or(Resolution::Uncovered, |i| Resolution::Known(i.clone()))
    }
}

/// Keeps what fits if anything does.
fn narrow(fitting: &mut Vec<Arc<Instrument>>, fits: impl Fn(&Instrument) -> bool) {
    if fitting.len() > 1 && fitting.iter().any(|i| fits(i)) {
        fitting.retain(|i| fits(i));
    }
}

fn said_year(attributes: &Attributes) -> Option<u16> {
    attributes.date.as_ref().map(|d| d.year).or(attributes.year.map(|y| y.year))
}

fn issued_by(i: &Instrument, date: Date) -> bool {
    match (i.issued, i.year) {
        (Some(issued), _) => issued <= date,
        (None, Some(year)) => i32::from(year) <= date.year(),
        (None, None) => true,
    }
}

/// All agencies that the written issuer may refer to, folded: itself, or the agency that it leads.
fn issuers(said: &str) -> Vec<String> {
    let said = fold::words(said);
    let after_words = said.match_indices(' ').map(|(at, _)| said[at + 1..].to_owned());
    std::iter::once(said.clone()).chain(after_words).collect()
}

/// Whether the written issuer is the one that is known: the agency itself, or its head ("Bộ trưởng Bộ Tài chính").
fn is_issuer(said: &str, known: &str) -> bool {
    let (said, known) = (fold::words(said), fold::words(known));
    said == known || said.strip_suffix(&known).is_some_and(|head| head.ends_with(' '))
}

/// How many of the words of a cited title the title of an instrument has, in percent.
fn likeness(cited: &str, instrument: &Instrument) -> usize {
    let Some(title) = &instrument.title else { return 0 };
    let known = fold::search(title);
    let known: Vec<&str> = known.split(' ').collect();
    let cited = fold::search(cited);
    let words: Vec<&str> = cited.split(' ').filter(|w| !w.is_empty()).take(40).collect();
    if words.is_empty() {
        return 0;
    }
    words.iter().filter(|w| known.contains(w)).count() * 100 / words.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::record::Record;
    use crate::cite::{IssuerRef, Number, TypeWord, YearRef};
    use crate::text::Span;
    use time::macros::date;

    fn catalogue() -> Catalogue {
        let records = r#"{"number":"76/NQ-CP","issued":"2013-06-13","title":"Sửa đổi, bổ sung Nghị quyết số 30c/NQ-CP"}
{"number":"76/NQ-CP","issued":"2021-07-15","title":"Ban hành Chương trình tổng thể cải cách hành chính nhà nước"}
{"number":"30/2020/NĐ-CP","issued":"2020-03-05","title":"Về công tác văn thư"}
{"number":"05/2022/QĐ-UBND","issuer":"Ủy ban nhân dân tỉnh Sơn La","issued":"2022-02-01"}
{"number":"05/2022/QĐ-UBND","issuer":"Ủy ban nhân dân tỉnh Lai Châu","issued":"2022-03-01"}
{"number":"43/2019/QH14","type":"Luật","issued":"2019-06-14","effective":"2020-07-01","title":"Luật Giáo dục"}
{"number":"38/2005/QH11","type":"Luật","issued":"2005-06-14","effective":"2006-01-01","expired":"2020-07-01","status":"expired","title":"Luật Giáo dục"}
{"number":"44/2009/QH12","type":"Luật","issued":"2009-11-25","title":"Luật sửa đổi, bổ sung một số điều của Luật Giáo dục"}"#;
        Catalogue::of(records.lines().map(|l| serde_json::from_str::<Record>(l).unwrap().into_instrument().unwrap()))
            .unwrap()
    }

    const NOWHERE: Span = Span::new(0, 0);

    fn number(text: &str) -> NumberRef {
        NumberRef {
            number: Number::parse(text).unwrap(),
            slips: Vec::new(),
            type_word: None,
            so: None,
            attributes: Attributes::default(),
            shortened: false,
            amending: false,
            header: false,
        }
    }

    fn name(text: &str) -> NameRef {
        NameRef {
            canonical: text.to_owned(),
            year: None,
            number: None,
            attributes: Attributes::default(),
            informal: false,
            known: true,
        }
    }

    fn year(year: u16) -> Option<YearRef> {
        Some(YearRef { span: NOWHERE, year })
    }

    fn day(day: u8, month: u8, year: u16) -> Option<DateRef> {
        Some(DateRef { span: NOWHERE, day, month, year })
    }

    fn resolved(resolution: Resolution) -> Option<Date> {
        resolution.known().and_then(|i| i.issued)
    }

    #[test]
    fn the_year_decides_between_instruments_of_one_number() {
        let c = catalogue();
        let mut reference = number("76/NQ-CP");
        assert!(
            matches!(c.resolve_number(&reference, None, &Context::default()), Resolution::Ambiguous(all) if all.len() == 2)
        );
        reference.attributes.year = year(2021);
        assert_eq!(resolved(c.resolve_number(&reference, None, &Context::default())), Some(date!(2021 - 07 - 15)));
        reference.attributes.year = year(2017);
        assert!(resolved(c.resolve_number(&reference, None, &Context::default())).is_none());
    }

    #[test]
    fn the_date_of_the_draft_and_the_title_decide_too() {
        let c = catalogue();
        let early = Context { date: Some(date!(2015 - 01 - 01)), issuer: None };
        assert_eq!(resolved(c.resolve_number(&number("76/NQ-CP"), None, &early)), Some(date!(2013 - 06 - 13)));
        let title = Some("ban hành Chương trình tổng thể cải cách hành chính");
        let found = c.resolve_number(&number("76/NQ-CP"), title, &Context::default());
        assert_eq!(resolved(found), Some(date!(2021 - 07 - 15)));
    }

    #[test]
    fn a_wrong_date_does_not_make_a_decree_unknown() {
        let c = catalogue();
        let mut reference = number("30/2020/NĐ-CP");
        reference.attributes.date = day(6, 4, 2020);
        assert_eq!(resolved(c.resolve_number(&reference, None, &Context::default())), Some(date!(2020 - 03 - 05)));
        assert!(matches!(
            c.resolve_number(&number("31/2020/NĐ-CP"), None, &Context::default()),
            Resolution::Unknown(Coverage { known: 1, highest: 30 })
        ));
    }

    #[test]
    fn a_local_number_needs_its_issuer() {
        let c = catalogue();
        let mut reference = number("05/2022/QĐ-UBND");
        assert!(matches!(c.resolve_number(&reference, None, &Context::default()), Resolution::Uncovered));
        let of_lai_chau = Context { date: None, issuer: Some("Ủy ban nhân dân tỉnh Lai Châu".to_owned()) };
        assert_eq!(resolved(c.resolve_number(&reference, None, &of_lai_chau)), Some(date!(2022 - 03 - 01)));
        let issuer = "Chủ tịch Uỷ ban nhân dân tỉnh Sơn La".to_owned();
        reference.attributes.issuer = Some(IssuerRef { span: NOWHERE, name: issuer, agency: None });
        assert_eq!(resolved(c.resolve_number(&reference, None, &of_lai_chau)), Some(date!(2022 - 02 - 01)));
    }

    #[test]
    fn laws_and_resolutions_of_a_number_are_kept_apart() {
        let c = catalogue();
        let mut reference = number("43/2019/QH14");
        assert!(c.resolve_number(&reference, None, &Context::default()).known().is_some());
        reference.type_word = Some(TypeWord { span: NOWHERE, name: "Nghị quyết", abbreviated: false, own: true });
        assert!(matches!(c.resolve_number(&reference, None, &Context::default()), Resolution::Uncovered));
    }

    #[test]
    fn a_name_means_the_act_in_force_on_the_day() {
        let c = catalogue();
        let on = |d| Context { date: Some(d), issuer: None };
        let year_of = |r: Resolution| r.known().and_then(|i| i.year);
        assert_eq!(year_of(c.resolve_name(&name("Luật Giáo dục"), &on(date!(2024 - 01 - 01)))), Some(2019));
        assert_eq!(year_of(c.resolve_name(&name("Luật Giáo dục"), &on(date!(2015 - 01 - 01)))), Some(2005));
        // Issued, but not yet in force.
        assert_eq!(year_of(c.resolve_name(&name("Luật Giáo dục"), &on(date!(2019 - 12 - 01)))), Some(2005));
        assert_eq!(year_of(c.resolve_name(&name("Luật Giáo dục"), &Context::default())), Some(2019));
    }

    #[test]
    fn a_name_with_a_year_or_date_means_that_act() {
        let c = catalogue();
        let mut reference = name("Luật Giáo dục");
        reference.year = year(2005);
        assert_eq!(c.resolve_name(&reference, &Context::default()).known().and_then(|i| i.year), Some(2005));
        reference.year = year(2009);
        let amending = c.resolve_name(&reference, &Context::default());
        assert_eq!(amending.known().and_then(|i| i.number.clone()).as_deref(), Some("44/2009/QH12"));
        reference.year = None;
        reference.attributes.date = day(14, 6, 2005);
        assert_eq!(c.resolve_name(&reference, &Context::default()).known().and_then(|i| i.year), Some(2005));
        assert!(matches!(c.resolve_name(&name("Luật Bay"), &Context::default()), Resolution::Uncovered));
        // An act of another year is another act, and none is cited before it was made.
        reference.attributes.date = day(2, 12, 1998);
        assert!(matches!(c.resolve_name(&reference, &Context::default()), Resolution::Uncovered));
        let early = Context { date: Some(date!(2000 - 01 - 01)), issuer: None };
        assert!(matches!(c.resolve_name(&name("Luật Giáo dục"), &early), Resolution::Uncovered));
    }
}
