//! References of the draft to its own units: "khoản 2 Điều 15 Nghị định này".

use super::super::run::{ProvisionAt, Run};
use super::super::{Code, Edit, Finding, Severity};
use super::order;
use crate::cite::{ItemLevel, Level, Path, Target};
use crate::document::{Outline, Owner};
use crate::text::Span;
use crate::text::digits::{DigitSlip, meant_by};
use rustc_hash::{FxHashMap, FxHashSet};

/// The numbered units of the draft, as far as they are whole.
struct Units<'d> {
    outline: &'d Outline,
    children: FxHashMap<(usize, ItemLevel), Vec<usize>>,
    /// The last article, where all from 1 on are there once.
    last_article: Option<u32>,
    /// The last article closes the draft; else it may be an excerpt or still be written.
    closed: bool,
}

impl<'d> Units<'d> {
    fn of(run: &Run<'d>) -> Self {
        let outline = run.document.outline();
        let mut children: FxHashMap<(usize, ItemLevel), Vec<usize>> = FxHashMap::default();
        let mut articles = Vec::new();
        for (i, unit) in outline.units.iter().enumerate().take_while(|(_, u)| u.span.start < run.body_end()) {
            if unit.level == ItemLevel::Article {
                articles.push(i);
            }
            if let Some(parent) = unit.parent {
                children.entry((parent, unit.level)).or_default().push(i);
            }
        }
        let last_article = last(outline, &articles).filter(|n| *n >= 2);
        let closed = articles.last().is_some_and(|&i| {
            let heading = run.document.slice(outline.units[i].heading).to_lowercase();
            ["hiệu lực", "thi hành", "tổ chức thực hiện", "trách nhiệm", "điều khoản"]
                .iter()
                .any(|w| heading.contains(w))
        });
        Self { outline, children, last_article, closed }
    }

    fn within(&self, parent: usize, level: ItemLevel) -> &[usize] {
        self.children.get(&(parent, level)).map_or(&[], Vec::as_slice)
    }

    /// The unit of a label within a parent.
    fn find(&self, parent: usize, level: ItemLevel, label: &str) -> Option<usize> {
        self.within(parent, level).iter().copied().find(|&i| self.outline.units[i].label == label)
    }
}

/// The last number of units that count from 1 without gap or repeat.
fn last(outline: &Outline, units: &[usize]) -> Option<u32> {
    let mut expected = 1;
    for &i in units {
        let (value, behind) = order(&outline.units[i])?;
        if value == expected && behind.is_empty() {
            expected += 1;
        } else if value + 1 != expected || behind.is_empty() {
            return None;
        }
    }
    (expected > 1).then_some(expected - 1)
}

/// A reference to a unit that the draft does not have. Only where the text says "này", and where the units that are there
/// count without gap, so that an excerpt is not taken for the whole. Inserted units ("Điều 5a") are not judged.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 2.
pub fn internal_target_missing(run: &Run<'_>, out: &mut Vec<Finding>) {
    let outline = run.document.outline();
    // The units of a consolidated text bear the numbers of its notes: "3.63 Hồ sơ gồm".
    if outline.units.is_empty() || run.document.header().consolidated {
        return;
    }
    let units = Units::of(run);
    let (from, mut others) = (out.len(), FxHashMap::<_, FxHashSet<String>>::default());
    let mut parents = Vec::new();
    for p in &run.provisions {
        let this = matches!(p.it.target, Target::This { .. });
        if p.span().start >= run.body_end() {
            break;
        }
        if !says_this(p) {
            continue;
        }
        if !this || *p.at.owner != Owner::This || !p.is_own_prose() || p.it.amending {
            continue;
        }
        for path in &p.it.paths {
            let Some((missing, best)) = missing(&units, p, path) else { continue };
            if stands_in_line(run, p, path, &missing) || is_loosely_listed(p, path, &missing) {
                continue;
            }
            let place =
                p.it.units
                    .iter()
                    .find(|u| u.level == missing.0 && u.label.of(p.block).eq_ignore_ascii_case(&missing.1));
            let span = place.map_or(p.span(), |u| p.at.global(u.label));
            let what = path.to_string();
            let mut finding = run.finding(Code::InternalTargetMissing, span, &[("path", &what), ("last", &best)]);
            for (unit, meant) in place.into_iter().flat_map(|unit| plausible(&missing.1, &best).map(move |m| (unit, m)))
            {
                let edit = Edit::new(p.at.global(unit.label), meant.clone());
                let text = format!("{} {meant}", missing.0.word());
                finding = finding.with_fix(run.fix("write", &[("text", &text)], false, vec![edit]));
            }
            let parent: Vec<(Level, String)> = path.steps.iter().filter(|(l, _)| *l < missing.0).cloned().collect();
            others.entry((missing.0, parent.clone())).or_default().insert(missing.1.clone());
            parents.push((missing.0, parent));
            // Articles are read with certainty, clauses and points between notes and tables less so.
            out.push(match missing.0 {
                Level::Article if units.closed => finding,
                Level::Article => finding.at_most(Severity::Information),
                _ => finding.at_most(Severity::Warning),
            });
            break;
        }
    }
    // One slip makes no three numbers: the article was put in place of a longer one, as codified texts do.
    for (finding, key) in out[from..].iter_mut().zip(&parents) {
        if others[key].len() >= 3 && key.1.iter().any(|(_, label)| label != "này") {
            finding.severity = finding.severity.min(Severity::Information);
        }
    }
}

/// What a label beyond the last one may have meant: "21" of 12 articles its digits the other way round, "155" of 20 one
/// digit less, "52" of 43 another digit, the nearest first; the last unit for the label right behind it. A single digit or
/// letter says no more.
fn plausible(label: &str, last: &str) -> impl Iterator<Item = String> {
    let mut found: Vec<(u8, u32)> = Vec::new();
    match (label.parse::<u32>(), last.parse::<u32>()) {
        (Ok(written), Ok(last)) => {
            let length = last.to_string().len();
            found.extend(meant_by(label).into_iter().filter_map(|(value, slip)| match slip {
                DigitSlip::Swapped => Some((0, value)),
                DigitSlip::Extra if label.len() > length => Some((1, value)),
                DigitSlip::Other { .. } if label.len() <= length && label.len() > 1 => Some((2, value)),
                _ => None,
            }));
            if written == last + 1 {
                found.push((0, last));
            }
            found.retain(|(_, n)| (1..=last).contains(n) && (n.to_string().len() == length || length == 1));
            found.sort_by_key(|&(rank, n)| (rank, written.abs_diff(n)));
        }
        _ => {
            let index = |label: &str| label.chars().next().and_then(crate::law::letter_index);
            if index(label).is_some_and(|i| Some(i) == index(last).map(|l| l + 1)) {
                return vec![last.to_owned()].into_iter();
            }
        }
    }
    let mut labels: Vec<String> = Vec::new();
    for (_, n) in found {
        let n = n.to_string();
        if n != label && !labels.contains(&n) {
            labels.push(n);
        }
    }
    labels.truncate(3);
    labels.into_iter()
}

/// Whether the unit stands within a line of its article, which has lost its line breaks: "… theo quy định.5. Cơ quan".
fn stands_in_line(run: &Run<'_>, p: &ProvisionAt<'_>, path: &Path, (level, label): &(Level, String)) -> bool {
    let outline = run.document.outline();
    let article = match path.steps.iter().find(|(l, _)| *l == Level::Article) {
        Some((_, label)) if label == "này" => outline.at(p.span().start, ItemLevel::Article),
        Some((_, label)) => outline.article(label),
        None => None,
    };
    let Some(article) = article else { return false };
    let next = outline.units[article + 1..].iter().find(|u| u.level <= ItemLevel::Article);
    let end = next.map_or_else(|| run.document.rope().len_bytes(), |u| u.span.start);
    let text = run.document.slice(Span::new(outline.units[article].span.start, end));
    let item = if *level == Level::Point { format!("{label})") } else { format!("{label}.") };
    let in_line = text.match_indices(&item).any(|(at, _)| {
        let before = text[..at].trim_end_matches(' ');
        before.ends_with(['.', ';', ':']) && text[at + item.len()..].starts_with(' ')
    });
    // "c. Người phụ thuộc": a point that is written as clauses are; "3, Hồ sơ", "3 .Hồ sơ": a clause marked another way.
    let dotted = format!("{label}. ");
    let marked = |line: &str| {
        let behind = line.trim_start().strip_prefix(label.as_str()).map(|b| b.trim_start_matches(' '));
        let behind = behind.and_then(|b| b.strip_prefix([',', ';', ':', ')', '-', '.']));
        behind.is_some_and(|b| b.trim_start().starts_with(char::is_uppercase))
    };
    in_line
        || (*level == Level::Point && text.lines().any(|line| line.trim_start().starts_with(&dotted)))
        || (*level == Level::Clause && text.lines().any(marked))
}

/// Whether the point is read of a clause that stands in a list behind another: "điểm g khoản 4, 5 và khoản 6" may mean
/// point g of clause 4 alone.
fn is_loosely_listed(p: &ProvisionAt<'_>, path: &Path, (level, _): &(Level, String)) -> bool {
    let clause = path.steps.iter().find(|(l, _)| *l == Level::Clause);
    *level == Level::Point
        && clause.is_some_and(|(_, label)| {
            let mut units = p.it.units.iter().filter(|u| u.level == Level::Clause && u.label.of(p.block) == label);
            units.next().is_some_and(|u| u.word.is_none())
        })
}

/// Whether "này" ends the run or stands right behind it: "Điều này", "Điều 5 của Luật này".
fn says_this(p: &ProvisionAt<'_>) -> bool {
    let behind: String = p.after().chars().take(60).collect();
    let behind = behind.trim_start().trim_start_matches("của ").trim_start();
    p.text().ends_with("này")
        || behind.starts_with("này")
        || behind
            .split_once(" này")
            .is_some_and(|(kind, _)| super::SELF_NAMED.contains(&kind) || kind.starts_with("Quy "))
}

/// The step of a path that the draft does not have, and the last label that it has there.
fn missing(units: &Units<'_>, p: &ProvisionAt<'_>, path: &Path) -> Option<((Level, String), String)> {
    let step = |level| path.steps.iter().find(|(l, _)| *l == level);
    let offset = p.span().start;
    let (_, label) = step(Level::Article)?;
    let article = if label == "này" {
        units.outline.at(offset, ItemLevel::Article)?
    } else {
        let number: u32 = label.parse().ok()?;
        let last = units.last_article?;
        if number > last || number == 0 {
            return Some(((Level::Article, label.clone()), last.to_string()));
        }
        units.outline.article(label)?
    };
    let clause = match step(Level::Clause) {
        None => None,
        Some((_, label)) if label == "này" => return None,
        Some((_, label)) => {
            let number: u32 = label.parse().ok()?;
            let last = last(units.outline, units.within(article, ItemLevel::Clause)).filter(|n| *n >= 2)?;
            if number > last || number == 0 {
                return Some(((Level::Clause, label.clone()), last.to_string()));
            }
            Some(units.find(article, ItemLevel::Clause, label)?)
        }
    };
    let (_, label) = step(Level::Point)?;
    let parent = clause.unwrap_or(article);
    let points = units.within(parent, ItemLevel::Point);
    let last = last(units.outline, points).filter(|n| *n >= 2)?;
    let mut letters = label.chars();
    let index = crate::law::letter_index(letters.next()?)? as u32 + 1;
    if letters.next().is_none() && index > last {
        let best = points.last().map(|&i| units.outline.units[i].label.clone())?;
        return Some(((Level::Point, label.clone()), best));
    }
    None
}

/// "Nghị định nêu trên" where no decree was named before.
pub fn dangling_above(run: &Run<'_>, out: &mut Vec<Finding>) {
    for p in &run.provisions {
        if let Target::Above(kind) = p.it.target
            && *p.at.owner == Owner::Unknown
            && p.is_own_prose()
            && run.is_formal()
        {
            out.push(run.finding(Code::DanglingAbove, p.span(), &[("kind", kind)]));
        }
    }
}
