//! Numbers that no instrument has: cut where a line broke, with a slip in serial, year or symbol. What was said of them
//! belongs to the instrument that was meant.

use super::Report;
use super::builder::{Builders, InstrumentBuilder};
use super::claims::Rank;
use rustc_hash::FxHashMap;
use time::macros::date;
use time::{Date, Duration};
use viendan::catalogue::RelationKind;
use viendan::cite::{Family, Number};
use viendan::law::TypeId;
use viendan::text::fold;

/// Leaves out numbers that no instrument has, or gives what was said of them to the one that was meant.
pub fn drop_phantoms(builders: &mut Builders, report: &mut Report) {
    let highest = highest_serials(&builders.all);
    builders.all.retain(|b| {
        let only_cited = b.best >= Rank::Cited;
        let misread = only_cited && (is_of_another_term(b) || is_beyond(b, &highest) || is_of_another_kind(b));
        let stays = !lacks_serial(b) && !lacks_term(b) && !misread;
        if !stays {
            report.drop("number without serial or term");
        }
        stays
    });
    join_other_writings(builders, report);
    join_cut(builders, report);
    drop_repeated_titles(builders, report);
}

/// "2025/TT-NHNN": the year stands where the serial should.
fn lacks_serial(builder: &InstrumentBuilder) -> bool {
    let Some(number) = &builder.number else { return false };
    let dated =
        builder.kind.0.iter().any(|c| {
            matches!(c.value, TypeId::NGHI_DINH | TypeId::THONG_TU | TypeId::THONG_TU_LIEN_TICH | TypeId::LUAT)
        });
    number.year.is_none() && dated && (1990..=2030).contains(&number.serial)
}

/// The days on which the terms of the National Assembly began, the tenth first.
const TERMS: [(u8, Date); 7] = [
    (10, date!(1997 - 09 - 20)),
    (11, date!(2002 - 07 - 19)),
    (12, date!(2007 - 07 - 19)),
    (13, date!(2011 - 07 - 21)),
    (14, date!(2016 - 07 - 20)),
    (15, date!(2021 - 07 - 20)),
    (16, date!(2026 - 04 - 06)),
];

/// "35/2021/QH14" of November 2021: by then the fifteenth Assembly sat. Signing may take some weeks.
fn is_of_another_term(builder: &InstrumentBuilder) -> bool {
    let term = builder.number.as_ref().filter(|n| n.family == Family::Assembly).and_then(|n| n.term);
    let Some((term, issued)) = term.zip(builder.issued.weigh(|a, b| a == b).map(|(day, _)| day)) else { return false };
    let next = TERMS.iter().find(|(t, _)| *t == term + 1);
    next.is_some_and(|(_, begins)| issued > *begins + Duration::days(45))
}

/// The highest serial that the Assembly had given by the end of a year, by term and year, as good sources know it.
fn highest_serials(all: &[InstrumentBuilder]) -> FxHashMap<(u8, u16), u32> {
    let mut highest = FxHashMap::default();
    for number in all.iter().filter(|b| b.best < Rank::Cited).filter_map(|b| b.number.as_ref()) {
        if let (Family::Assembly, Some(term), Some(year)) = (number.family, number.term, number.year) {
            // What one year gave the later ones have too.
            for later in year..=year + 4 {
                let known = highest.entry((term, later)).or_insert(0);
                *known = number.serial.max(*known);
            }
        }
    }
    highest
}

/// "150/2017/QH14" where the Assembly had given some sixty numbers by the end of 2017.
fn is_beyond(builder: &InstrumentBuilder, highest: &FxHashMap<(u8, u16), u32>) -> bool {
    let Some(number) = builder.number.as_ref().filter(|n| n.family == Family::Assembly) else { return false };
    let known = number.term.zip(number.year).and_then(|of| highest.get(&of));
    known.is_some_and(|known| number.serial > known + known / 2 + 20)
}

/// A resolution with the title of an ordinance: the type code was not the number's.
fn is_of_another_kind(builder: &InstrumentBuilder) -> bool {
    let is_resolution = builder.kind.0.iter().all(|c| c.value == TypeId::NGHI_QUYET);
    is_resolution && builder.title.0.iter().any(|c| c.value.starts_with("Pháp lệnh "))
}

/// "76/2025/UBTVQH": the Standing Committee's term is missing, which its numbers have had since the tenth.
fn lacks_term(builder: &InstrumentBuilder) -> bool {
    builder
        .number
        .as_ref()
        .is_some_and(|n| n.family == Family::StandingCommittee && n.term.is_none() && n.year.is_some_and(|y| y >= 1998))
        && builder.best >= Rank::Header
}

/// Gives what was said of a joint circular whose number was cut to the one whose number is whole: `01/2018/TTLT-BCA-BQP`
/// to `01/2018/TTLT-BCA-BQP-TANDTC-VKSNDTC`.
fn join_cut(builders: &mut Builders, report: &mut Report) {
    let is_joint = |n: &Number| matches!(n.type_code.as_deref(), Some("TTLT" | "TTLB")) && n.year.is_some();
    let mut of_serial: FxHashMap<(u32, Option<u16>), Vec<usize>> = FxHashMap::default();
    for (at, builder) in builders.all.iter().enumerate() {
        if let Some(number) = builder.number.as_ref().filter(|n| is_joint(n)) {
            of_serial.entry((number.serial, number.year)).or_default().push(at);
        }
    }
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for all in of_serial.values() {
        for &cut in all {
            let begins = |&&whole: &&usize| {
                whole != cut
                    && is_cut_of(&builders.all[cut], &builders.all[whole])
                    && days_agree(&builders.all[cut], &builders.all[whole])
            };
            let wholes: Vec<usize> = all.iter().filter(begins).copied().collect();
            // The longest of those that begin alike; of two that differ it is neither.
            let longest = wholes.iter().copied().max_by_key(|&w| issuers(&builders.all[w]).len());
            if let Some(whole) = longest
                && wholes.iter().all(|&w| w == whole || is_cut_of(&builders.all[w], &builders.all[whole]))
            {
                joined.push((cut, whole));
            }
        }
    }
    let mut gone = vec![false; builders.all.len()];
    for (cut, whole) in joined {
        let said = builders.all[cut].clone();
        absorb(&mut builders.all[whole], said);
        gone[cut] = true;
        report.count("cut numbers of joint circulars that were joined");
    }
    let mut gone = gone.into_iter();
    builders.all.retain(|_| !gone.next().unwrap_or_default());
}

fn issuers(builder: &InstrumentBuilder) -> &[String] {
    builder.number.as_ref().map_or(&[], |n| &n.issuers)
}

fn is_cut_of(cut: &InstrumentBuilder, whole: &InstrumentBuilder) -> bool {
    let (cut, whole) = (issuers(cut), issuers(whole));
    !cut.is_empty() && cut.len() < whole.len() && whole.starts_with(cut)
}

fn days_agree(one: &InstrumentBuilder, other: &InstrumentBuilder) -> bool {
    let days = |b: &InstrumentBuilder| b.issued.weigh(|a, b| a == b).map(|(day, _)| day);
    days(one).zip(days(other)).is_none_or(|(a, b)| a == b)
}

fn absorb(into: &mut InstrumentBuilder, said: InstrumentBuilder) {
    // The title may begin with the rest of the number: it was cut with it.
    into.issued.0.extend(said.issued.0);
    into.effective.0.extend(said.effective.0);
    into.expired.0.extend(said.expired.0);
    into.status.extend(said.status);
    let rest =
        |title: &str| title.split(' ').next().is_some_and(|word| word.contains('-') && word == word.to_uppercase());
    into.title.0.extend(said.title.0.into_iter().filter(|c| !rest(&c.value)));
    into.relations.extend(said.relations);
    into.field = into.field.take().or(said.field);
    into.url = into.url.take().or(said.url);
    into.cited += said.cited;
    into.named |= said.named;
    if said.best < into.best {
        into.best = said.best;
        into.source = said.source;
    }
}

/// Gives what was said of a number in another writing to the one that has most of it: 21-LCT/HDNN8 is 21-LCT/HĐNN8.
fn join_other_writings(builders: &mut Builders, report: &mut Report) {
    let mut gone = vec![false; builders.all.len()];
    let mut by_letters: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, builder) in builders.all.iter().enumerate() {
        if let Some(number) = &builder.number {
            by_letters.entry(letters(number, builder)).or_default().push(at);
        }
    }
    let mut moved: Vec<(usize, usize)> = Vec::new();
    for all in by_letters.values().filter(|all| all.len() > 1) {
        let Some(&best) = all.iter().max_by_key(|&&at| weight(&builders.all[at])) else { continue };
        for &at in all.iter().filter(|&&at| at != best) {
            let kind = |at: usize| {
                let first = builders.all[at].kind.0.first().map(|c| c.value);
                // "TTLB" and "TTLT" stand for one type by now.
                first.map(|k| if k == TypeId::THONG_TU_LIEN_BO { TypeId::THONG_TU_LIEN_TICH } else { k })
            };
            if kind(at) == kind(best) && days_agree(&builders.all[at], &builders.all[best]) {
                moved.push((at, best));
            }
        }
    }
    for (at, best) in moved {
        let said = builders.all[at].clone();
        absorb(&mut builders.all[best], said);
        gone[at] = true;
        report.count("numbers in another writing that were joined");
    }
    let mut gone = gone.into_iter();
    builders.all.retain(|_| !gone.next().unwrap_or_default());
}

fn weight(b: &InstrumentBuilder) -> (std::cmp::Reverse<Rank>, u32, usize) {
    (std::cmp::Reverse(b.best.min(Rank::Cited)), b.cited, b.relations.len())
}

/// A number that is only known from citations and carries the title of another instrument with the same serial, whose year or
/// symbol is another: a slip of the citing text. So does one whose title amends what a later year issued.
fn drop_repeated_titles(builders: &mut Builders, report: &mut Report) {
    let mut by_title: FxHashMap<(u32, String), Vec<usize>> = FxHashMap::default();
    let mut laws: FxHashMap<(Option<u16>, String), Vec<usize>> = FxHashMap::default();
    for (at, builder) in builders.all.iter().enumerate() {
        let Some(number) = &builder.number else { continue };
        let mut titles: Vec<String> = builder.title.0.iter().map(|c| bare(&c.value)).collect();
        titles.dedup();
        for title in titles {
            if number.family == Family::Assembly {
                laws.entry((number.year, title.clone())).or_default().push(at);
            }
            if title.len() > 24 {
                by_title.entry((number.serial, title)).or_default().push(at);
            }
        }
    }
    let mut gone = vec![false; builders.all.len()];
    let mut untitled = Vec::new();
    for all in by_title.values().chain(laws.values()).filter(|all| all.len() > 1) {
        let Some(&best) = all.iter().max_by_key(|&&at| weight(&builders.all[at])) else { continue };
        for &at in all {
            let phantom = &builders.all[at];
            let only_cited = phantom.best >= Rank::Cited && phantom.cited <= 4;
            let repealed = phantom.relations.iter().any(|r| r.kind == RelationKind::AmendedBy);
            if at == best || weight(phantom) >= weight(&builders.all[best]) {
                continue;
            }
            if only_cited && !repealed {
                gone[at] = true;
            } else if phantom.title.0.iter().all(|c| c.rank >= Rank::Derived)
                && builders.all[best].number.as_ref().map(Number::symbol) == phantom.number.as_ref().map(Number::symbol)
            {
                // It is there, but the title is that of another year's.
                untitled.push(at);
            }
        }
    }
    for at in untitled {
        builders.all[at].title.0.clear();
        report.drop("title of another year's instrument");
    }
    let count = gone.iter().filter(|gone| **gone).count();
    for _ in 0..count {
        report.drop("number with the title of another");
    }
    let mut gone = gone.into_iter();
    builders.all.retain(|_| !gone.next().unwrap_or_default());
}

/// The letters and digits of a number, whatever else its writing has, with what tells it from others of the number.
fn letters(number: &Number, builder: &InstrumentBuilder) -> String {
    let plain = fold::search(&number.canonical()).replace("ttlb", "ttlt");
    let plain: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    let issuer = builder.issuer.weigh(|a, b| a == b).filter(|_| number.is_local()).map(|(issuer, _)| issuer);
    // An old act's number says no more than its kind; a resolution may have a law's number.
    let is_resolution = builder.kind.0.iter().any(|c| c.value == TypeId::NGHI_QUYET);
    // Old laws are numbered through a term, which their symbol shows.
    let year = number.year.or(builder.year).filter(|_| !plain.contains("hdnn"));
    format!("{plain} {year:?} {} {is_resolution}", issuer.unwrap_or_default())
}

/// The beginning of a title, without the words that titles begin with.
fn bare(title: &str) -> String {
    const OPENING: [&str; 11] = ["luat", "phap", "lenh", "ve", "viec", "quy", "dinh", "ban", "hanh", "nghi", "thong"];
    let folded = fold::search(title);
    let words = folded.split(' ').skip_while(|word| OPENING.contains(word));
    words.collect::<Vec<_>>().join(" ").chars().take(90).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use viendan::catalogue::harvest::SOURCE;

    fn builders(all: &[(&str, TypeId, Rank, u32, &str)]) -> Builders {
        let mut builders = Builders::default();
        for (number, kind, rank, cited, title) in all {
            let number = Number::parse(number).unwrap();
            let builder = builders.of(&number, *kind, number.year, None);
            builder.kind.add(Some(*kind), *rank, SOURCE);
            builder.title.add((!title.is_empty()).then(|| (*title).to_owned()), *rank, SOURCE);
            builder.best = *rank;
            builder.cited = *cited;
        }
        builders
    }

    fn left(mut builders: Builders) -> Vec<(String, u32)> {
        drop_phantoms(&mut builders, &mut Report::default());
        builders.all.iter().map(|b| (b.number.as_ref().unwrap().canonical(), b.cited)).collect()
    }

    #[test]
    fn a_joint_circular_whose_number_was_cut_is_the_one_whose_number_is_whole() {
        let joint = TypeId::THONG_TU_LIEN_TICH;
        let all = builders(&[
            ("01/2018/TTLT-BCA-BQP", joint, Rank::Cited, 24, ""),
            ("01/2018/TTLT-BCA-BQP-TANDTC-VKSNDTC", joint, Rank::Codified, 3, "Quy định phối hợp"),
            ("02/2018/TTLT-BCA", joint, Rank::Cited, 2, ""),
        ]);
        assert_eq!(
            left(all),
            [("01/2018/TTLT-BCA-BQP-TANDTC-VKSNDTC".to_owned(), 27), ("02/2018/TTLT-BCA".to_owned(), 2)]
        );
    }

    #[test]
    fn a_slip_in_the_year_makes_no_instrument() {
        let title = "Quy định chi tiết một số điều và biện pháp thi hành Luật Ban hành văn bản quy phạm pháp luật";
        let all = builders(&[
            ("78/2023/NĐ-CP", TypeId::NGHI_DINH, Rank::Cited, 1, title),
            ("78/2025/NĐ-CP", TypeId::NGHI_DINH, Rank::Cited, 60, title),
            ("78/2021/NĐ-CP", TypeId::NGHI_DINH, Rank::Cited, 1, "Về một việc khác, không liên quan đến văn bản"),
        ]);
        let left = left(all);
        assert_eq!(left.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>(), ["78/2025/NĐ-CP", "78/2021/NĐ-CP"]);
    }
}
