//! The dates of a series of numbers against its order.

use super::{Check, Fault, Records};
use crate::catalogue::store::series_of;
use crate::i18n::date::write_iso;
use rustc_hash::FxHashMap;
use time::{Date, Duration};

/// Numbers are given in the order of issue, but for some days; a number may be kept free for weeks.
const TOLERANCE: Duration = Duration::days(45);
/// How many neighbours on each side are asked, and how many must be there.
const NEIGHBOURS: usize = 6;
const FEWEST: usize = 4;

/// An act whose date nearly all of those before it, or after it, contradict.
pub fn verify(records: &Records<'_>, faults: &mut Vec<Fault>) {
    let mut series: FxHashMap<String, Vec<(u32, Date, usize)>> = FxHashMap::default();
    for (at, i) in records.all.iter().enumerate() {
        if let (Some(number), Some(issued)) = (&records.numbers[at], i.issued)
            && let Some(name) = series_of(number, Some(i.kind), i.year)
        {
            series.entry(name).or_default().push((number.serial, issued, at));
        }
    }
    for acts in series.values_mut() {
        acts.sort_unstable();
        for (n, &(serial, issued, at)) in acts.iter().enumerate() {
            let before = &acts[n.saturating_sub(NEIGHBOURS)..n];
            let after = &acts[n + 1..(n + 1 + NEIGHBOURS).min(acts.len())];
            let share = |side: &[(u32, Date, usize)], contradicts: &dyn Fn(Date) -> bool| {
                let of = side.iter().filter(|(s, ..)| *s != serial).count();
                let against = side.iter().filter(|(s, day, _)| *s != serial && contradicts(*day)).count();
                of >= FEWEST && against * 10 >= of * 8
            };
            let early = share(before, &|day| day > issued + TOLERANCE);
            let late = share(after, &|day| day + TOLERANCE < issued);
            if early || late {
                faults.push(Fault::new(Check::Order, &records.all[at], write_iso(issued)));
            }
        }
    }
}
