//! References of the draft to its own units: "khoản 2 Điều 15 Nghị định này".

use super::labels::DraftLabels;
use crate::check::checker::{Checker, ProvisionCitation};
use crate::check::draft_checker::DraftChecker;
use crate::check::facts::labels::order;
use crate::check::facts::sections::{Sections, is_in_sections};
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};
use crate::cite::{Level, Path, Target};
use crate::document::{Outline, Owner};
use crate::law::{letter_index, roman, roman_value};
use crate::text::Span;
use crate::text::digits::{DigitSlip, typo_candidates};
use rustc_hash::{FxHashMap, FxHashSet};

/// The numbered units of the draft, as far as their numbering is complete.
struct Units<'d> {
    outline: &'d Outline,
    /// The last of the headings with Roman numerals, if they count from I without gap or repeat.
    last_section: Option<u32>,
    /// Where each of them begins, in bytes of the document.
    sections: Vec<usize>,
    labels: DraftLabels<'d>,
    children: FxHashMap<(usize, Level), Vec<usize>>,
    /// The last article, if all articles from 1 on are there exactly once.
    last_article: Option<u32>,
    /// The last article closes the draft; else the draft may be an excerpt or unfinished.
    closed: bool,
    /// The draft is a plan or the like, in sections and without articles.
    is_in_sections: bool,
    /// It doesn't, and nothing follows the articles, neither recipients nor annexes: the text breaks off in them.
    is_cut_off: bool,
}

impl<'d> Units<'d> {
    fn of(cx: &DraftChecker<'d>) -> Self {
        let outline = cx.outline();
        let labels = DraftLabels::of(cx);
        let mut children: FxHashMap<(usize, Level), Vec<usize>> = FxHashMap::default();
        let mut articles = Vec::new();
        for (i, unit) in outline.units.iter().enumerate().take_while(|(_, u)| u.span.start < cx.body_end()) {
            if unit.level == Level::Article {
                articles.push(i);
            }
            if let Some(parent) = unit.parent {
                children.entry((parent, unit.level)).or_default().push(i);
            }
        }
        let last_article = last(outline, &articles).filter(|n| *n >= 2);
        let closed = articles.last().is_some_and(|&article| labels.closes(article));
        let last_section = last_section(cx);
        let sections = cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
        let sections = sections.flat_map(|(base, s)| s.roman.iter().map(move |(at, _)| base + at)).collect();
        let is_cut_off = !closed && cx.ends_with_body();
        let is_in_sections = articles.is_empty() && cx.draft.header.kind.is_some_and(is_in_sections);
        Self { outline, last_section, sections, labels, children, last_article, closed, is_in_sections, is_cut_off }
    }

    /// Whether an article or clause of a complete draft has no units below it, neither in the outline nor in its text.
    fn is_undivided(&self, unit: usize) -> bool {
        let level = self.outline.units[unit].level;
        let rest = &self.outline.units[unit + 1..];
        let next = unit + 1 + rest.iter().position(|other| other.level <= level).unwrap_or(rest.len());
        self.closed
            && next == unit + 1
            && (next < self.outline.units.len() || self.labels.closes(unit))
            && !self.labels.amends(unit)
            && !self.labels.has_any_between(unit..next)
    }

    /// Whether a place is in an article that amends another act: "Điều 40 Luật này" in the words that it gives is an article of
    /// that act, whether or not they are in quotation marks.
    fn is_amending(&self, at: usize) -> bool {
        self.outline.at(at, Level::Article).is_some_and(|article| self.labels.amends(article))
    }

    fn within(&self, parent: usize, level: Level) -> &[usize] {
        self.children.get(&(parent, level)).map_or(&[], Vec::as_slice)
    }

    /// The unit of a label within a parent.
    fn find(&self, parent: usize, level: Level, label: &str) -> Option<usize> {
        self.within(parent, level).iter().copied().find(|&i| self.outline.units[i].label == label)
    }
}

/// The last heading with a Roman numeral, where each follows the one before: of two lists none is judged.
fn last_section(cx: &DraftChecker<'_>) -> Option<u32> {
    let sections = cx.facts().filter_map(|(_, facts)| facts.sections.as_deref());
    let all: Vec<u32> = sections.flat_map(|sections| sections.roman.iter().map(|(_, number)| *number)).collect();
    let is_counted = all.iter().zip(1..).all(|(label, n)| *label == n);
    all.last().copied().filter(|last| is_counted && *last >= 2)
}

/// A step of a path that the draft does not have, and the last label that it has there; `None` where it has no unit of that level there.
type Missing = ((Level, String), Option<String>);

/// The section or chapter that the draft does not have, and the last one that it has: "Mục VI Kế hoạch này" in a plan with
/// three.
fn missing_section(units: &Units<'_>, path: &Path) -> Option<Missing> {
    if let Some(item) = missing_item(units, path).or_else(|| missing_in_chapter(units, path)) {
        return Some(item);
    }
    if let Some(item) = missing_number(units, path) {
        return Some(item);
    }
    let (level, label) = path.steps.last()?;
    let number = roman_value(label)?;
    let last = if units.outline.articles().next().is_none() {
        units.last_section.filter(|_| matches!(level, Level::Part | Level::Section))?
    } else if *level == Level::Chapter {
        let chapters: Vec<u32> = units
            .outline
            .units
            .iter()
            .filter(|u| u.level == Level::Chapter)
            .filter_map(|u| roman_value(&u.label))
            .collect();
        chapters.last().copied().filter(|last| *last >= 2 && chapters.iter().zip(1..).all(|(label, n)| *label == n))?
    } else {
        return None;
    };
    (number > last).then(|| ((*level, label.clone()), roman(last)))
}

/// The section of a chapter that the draft does not have: "Mục 3 Chương II Nghị định này" where the chapter has two sections or none.
fn missing_in_chapter(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let (_, chapter) = path.steps.iter().find(|(level, _)| *level == Level::Chapter)?;
    let (level, label) = path.steps.iter().find(|(level, _)| *level == Level::Section)?;
    let number: u32 = label.parse().ok()?;
    let mut chapters = (0..units.outline.units.len())
        .filter(|i| units.outline.units[*i].level == Level::Chapter && units.outline.units[*i].label == *chapter);
    let (chapter, None) = (chapters.next()?, chapters.next()) else { return None };
    let sections = units.within(chapter, Level::Section);
    if sections.is_empty() {
        return units.closed.then(|| ((*level, label.clone()), None));
    }
    let last = last(units.outline, sections)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The numbered part that a letter or plan without sections and articles does not have, and its last one: "mục 7 Công văn này" where
/// the parts count from 1 to 4.
fn missing_number(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let [(level @ (Level::Section | Level::Part), label)] = path.steps.as_slice() else { return None };
    let number: u32 = label.parse().ok()?;
    if units.outline.articles().next().is_some() || !units.sections.is_empty() {
        return None;
    }
    let parts: Vec<usize> =
        (0..units.outline.units.len()).filter(|i| units.outline.units[*i].level == Level::Clause).collect();
    let last = last(units.outline, &parts).filter(|last| *last >= 2)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The item of a section that the draft does not have, and the last one that the section has: "mục 7 phần II Kế hoạch này". The items of
/// the section must count from 1.
fn missing_item(units: &Units<'_>, path: &Path) -> Option<Missing> {
    let is_roman = |label: &str| roman_value(label).is_some();
    let (_, section) = path.steps.iter().find(|(level, label)| *level < Level::Article && is_roman(label))?;
    let (level, label) =
        path.steps.iter().find(|(level, label)| matches!(level, Level::Section | Level::Clause) && !is_roman(label))?;
    let (number, section) = (label.parse::<u32>().ok()?, roman_value(section)?);
    units.last_section.filter(|last| section <= *last && units.outline.articles().next().is_none())?;
    let from = *units.sections.get(section as usize - 1)?;
    let until = units.sections.get(section as usize).copied().unwrap_or(usize::MAX);
    let is_item = |i: &usize| {
        let unit = &units.outline.units[*i];
        unit.level == Level::Clause && (from..until).contains(&unit.span.start)
    };
    let items: Vec<usize> = (0..units.outline.units.len()).filter(is_item).collect();
    let last = last(units.outline, &items).filter(|last| *last >= 2)?;
    (number > last).then(|| ((*level, label.clone()), Some(last.to_string())))
}

/// The article that the recipients name, where the draft has fewer: "- Như Điều 6;" under a decision of five articles.
fn missing_for_recipients(cx: &DraftChecker<'_>, units: &Units<'_>, out: &mut Findings) {
    let Some(last) = units.last_article.filter(|_| units.closed) else { return };
    let named = cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?.as_in_article?)));
    // Those of the draft itself, right after its body; forms have their own.
    const NEAR: usize = 600;
    let is_own = |(base, (span, _)): &(usize, (Span, u32))| (base + span.start).saturating_sub(cx.body_end()) < NEAR;
    for (base, (span, article)) in named.take(1).filter(is_own).filter(|(_, (_, article))| *article > last) {
        let (what, last) = (format!("Điều {article}"), last.to_string());
        let span = span.shifted(base);
        let finding = cx.finding(Code::InternalTargetMissing, span, &[("path", &what), ("last", &last)]);
        let right = format!("Điều {last}");
        let fix = cx.fix("write", &[("text", &right)], false, vec![Edit::new(span, right.clone())]);
        out.push(finding.cap_severity(Severity::Warning).with_fix(fix));
    }
}

/// References to forms that the draft does not have, where those after its body count from the first one.
fn missing_forms(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let mut forms: Vec<u32> = Vec::new();
    for form in sections().flat_map(|(_, sections)| &sections.forms) {
        if !forms.contains(form) {
            forms.push(*form);
        }
    }
    // Of a single one the others may be in a file of their own.
    let Some(&last) = forms.last().filter(|last| **last >= 2) else { return };
    if !forms.iter().zip(1..).all(|(form, n)| *form == n) {
        return;
    }
    let cited = || sections().flat_map(|(base, s)| s.cited_forms.iter().map(move |cited| (base, cited)));
    let missing: FxHashSet<u32> = cited().map(|(_, (_, form))| *form).filter(|form| *form > last).collect();
    // Several forms that aren't there are in a file of their own.
    if missing.len() > 1 {
        return;
    }
    for (base, (span, form)) in cited().filter(|(_, (_, form))| missing.contains(form)) {
        let (what, last) = (format!("Mẫu số {form:02}"), format!("Mẫu số {last:02}"));
        let values = [("path", what.as_str()), ("last", &last)];
        let finding = cx.finding(Code::InternalTargetMissing, span.shifted(base), &values);
        out.push(finding.cap_severity(Severity::Warning));
    }
}

/// References to annexes that the draft does not have, where it has annexes that count from the first one.
fn missing_annexes(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let value = |label: &str| match label.parse::<u32>() {
        Ok(number) => Some((0, number)),
        Err(_) => roman_value(label).map(|number| (1, number)),
    };
    let mut annexes: Vec<(u8, u32)> = Vec::new();
    for label in sections().flat_map(|(_, sections)| &sections.annexes) {
        let Some(annex) = value(label) else { return };
        // A table of contents names each of them too.
        if !annexes.contains(&annex) {
            annexes.push(annex);
        }
    }
    let Some(&(form, last)) = annexes.last() else { return one_annex(cx, out) };
    // Of a single one the others may be in a file of their own.
    if last < 2 || !annexes.iter().zip(1..).all(|(annex, n)| *annex == (form, n)) {
        return;
    }
    let cited = || sections().flat_map(|(base, s)| s.cited.iter().map(move |cited| (base, cited)));
    let is_missing = |label: &str| value(label).is_some_and(|(kind, number)| kind == form && number > last);
    // Several annexes that aren't there are in a file of their own.
    let missing: FxHashSet<&str> = cited().map(|(_, (_, label))| &**label).filter(|label| is_missing(label)).collect();
    if missing.len() > 1 {
        return;
    }
    for (base, (span, label)) in cited() {
        if is_missing(label) {
            let last = roman(last).filter(|_| form == 1).unwrap_or_else(|| last.to_string());
            let what = format!("Phụ lục {label}");
            let values = [("path", what.as_str()), ("last", &last)];
            let finding = cx.finding(Code::InternalTargetMissing, span.shifted(base), &values);
            out.push(finding.cap_severity(Severity::Warning));
        }
    }
}

/// A reference to an annex with a label where the only annex of the draft has none: "Phụ lục III".
fn one_annex(cx: &DraftChecker<'_>, out: &mut Findings) {
    let sections = || cx.facts().filter_map(|(base, facts)| Some((base, facts.sections.as_deref()?)));
    let bare = sections().filter(|(_, sections)| sections.has_bare_annex).count();
    let labels: FxHashSet<&str> =
        sections().flat_map(|(_, sections)| &sections.cited).map(|(_, label)| &**label).collect();
    if bare != 1 || labels.len() != 1 {
        return;
    }
    for (base, (span, label)) in sections().flat_map(|(base, s)| s.cited.iter().map(move |cited| (base, cited))) {
        let what = format!("Phụ lục {label}");
        let finding = cx.variant(Code::InternalTargetMissing, "one-annex", span.shifted(base), &[("path", &what)]);
        out.push(finding.cap_severity(Severity::Warning));
    }
}

/// The last number of units that count from 1 without gap or repeat.
fn last(outline: &Outline, units: &[usize]) -> Option<u32> {
    let mut expected = 1;
    for &i in units {
        let (value, after) = order(outline.units[i].level, &outline.units[i].label)?;
        if value == expected && after.is_empty() {
            expected += 1;
        } else if value + 1 != expected || after.is_empty() {
            return None;
        }
    }
    (expected > 1).then_some(expected - 1)
}

/// A reference to a unit that the draft does not have. Only where the text says "này", and where the units of the draft
/// have no gap, so that an excerpt is not taken for the complete draft. Inserted units ("Điều 5a") are not checked.
///
/// Source: Nghị định 78/2025/NĐ-CP Điều 68 khoản 2.
pub fn internal_target_missing(cx: &DraftChecker<'_>, out: &mut Findings) {
    missing_annexes(cx, out);
    missing_forms(cx, out);
    let names_article =
        |sections: &Option<Box<Sections>>| sections.as_deref().is_some_and(|s| s.as_in_article.is_some());
    if cx.facts().all(|(_, facts)| facts.own_references.is_empty() && !names_article(&facts.sections)) {
        return;
    }
    let units = Units::of(cx);
    missing_for_recipients(cx, &units, out);
    let (from, mut others) = (out.list.len(), FxHashMap::<_, FxHashSet<String>>::default());
    let mut parents = Vec::new();
    let references = cx.facts().flat_map(|(base, facts)| facts.own_references.iter().map(move |r| (base, r)));
    for (base, reference) in references {
        let at = base + reference.span.start;
        for own in &reference.paths {
            let path = &own.path;
            let Some((missing, best)) = missing(&units, at, path) else { continue };
            let is_loose = own.is_loose && missing.0 == Level::Point;
            if is_loose || is_in_line(&units, at, path, &missing) {
                continue;
            }
            let is_open = units.is_cut_off && !units.is_in_sections;
            if missing.0 == Level::Article && (is_open || units.is_amending(at)) {
                continue;
            }
            let step = path.steps.iter().position(|(level, _)| *level == missing.0);
            let place = step.and_then(|step| own.places[step]).map(|place| place.shifted(base));
            let span = place.unwrap_or_else(|| reference.span.shifted(base));
            let what = path.to_string();
            let values = [("path", what.as_str()), ("last", best.as_deref().unwrap_or_default())];
            let variant = if best.is_some() { "" } else { "none" };
            let mut finding = cx.variant(Code::InternalTargetMissing, variant, span, &values);
            for (place, meant) in place.zip(best).into_iter().flat_map(|(place, best)| {
                plausible(&missing.1, &best).map(move |meant| (place, meant)).collect::<Vec<_>>()
            }) {
                let edit = Edit::new(place, meant.clone());
                let text = format!("{} {meant}", missing.0.word());
                finding = finding.with_fix(cx.fix("write", &[("text", &text)], false, vec![edit]));
            }
            let parent: Vec<(Level, String)> = path.steps.iter().filter(|(l, _)| *l < missing.0).cloned().collect();
            others.entry((missing.0, parent.clone())).or_default().insert(missing.1.clone());
            parents.push((missing.0, parent));
            // Articles are read with certainty, clauses and points between notes and tables less so.
            out.push(match missing.0 {
                Level::Article if units.is_in_sections => finding.cap_severity(Severity::Warning),
                Level::Article if units.closed => finding,
                Level::Article => finding.cap_severity(Severity::Information),
                _ => finding.cap_severity(Severity::Warning),
            });
        }
    }
    // Three wrong numbers aren't one typing error: the text is cut off before the articles that it cites, or the article replaced a
    // longer one, as in codified texts.
    let is_often = |key: &(Level, Vec<(Level, String)>)| others[key].len() >= 3;
    let is_cut = parents.iter().any(|key| key.0 == Level::Article && is_often(key));
    let mut keys = parents.iter();
    let mut n = 0;
    out.list.retain_mut(|finding| {
        n += 1;
        let Some(key) = (n > from).then(|| keys.next()).flatten() else { return true };
        if is_often(key) && key.1.iter().any(|(_, label)| label != "này") {
            finding.severity = finding.severity.min(Severity::Information);
        }
        !(is_cut && key.0 <= Level::Article)
    });
}

/// Units that a label beyond the last one may have meant, the nearest first: in a draft of 12 articles "21" may be 12
/// (digits swapped), of 20 "155" may be 15 (a digit too many), of 43 "52" may be 42 (a wrong digit); for the label
/// right after the last unit that unit. A single digit or letter gives no other hint.
fn plausible(label: &str, last: &str) -> impl Iterator<Item = String> {
    let mut found: Vec<(u8, u32)> = Vec::new();
    match (label.parse::<u32>(), last.parse::<u32>()) {
        (Ok(written), Ok(last)) => {
            let length = last.to_string().len();
            found.extend(typo_candidates(label).into_iter().filter_map(|(value, slip)| match slip {
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
            let index = |label: &str| label.chars().next().and_then(letter_index);
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

/// Whether the unit is inside a line of its article because line breaks were lost ("… theo quy định.5. Cơ quan"), or in
/// the part of the article after the body.
fn is_in_line(units: &Units<'_>, at: usize, path: &Path, (level, label): &(Level, String)) -> bool {
    let outline = units.outline;
    let article = match path.steps.iter().find(|(l, _)| *l == Level::Article) {
        Some((_, label)) if label == "này" => outline.at(at, Level::Article),
        Some((_, label)) => outline.article(label),
        None => None,
    };
    let (Some(article), Some((value, ""))) = (article, order(*level, label)) else { return false };
    let rest = &outline.units[article + 1..];
    let end = article + 1 + rest.iter().position(|u| u.level <= Level::Article).unwrap_or(rest.len());
    let is_unit = |level: Level| outline.units[article..end].iter().any(|u| u.level == level && u.label == *label);
    units.labels.is_in_line(article..end, *level, value) || (*level == Level::Clause && is_unit(Level::Clause))
}

/// The step of a path that the draft does not have, and the last label that it has there.
fn missing(units: &Units<'_>, offset: usize, path: &Path) -> Option<Missing> {
    let step = |level| path.steps.iter().find(|(l, _)| *l == level);
    let Some((_, label)) = step(Level::Article) else { return missing_section(units, path) };
    let article = if label == "này" {
        units.outline.at(offset, Level::Article)?
    } else {
        let number: u32 = label.parse().ok()?;
        // A plan in sections has no articles.
        if units.is_in_sections && units.last_section.is_some() {
            return Some(((Level::Article, label.clone()), None));
        }
        let last = units.last_article?;
        if number > last || number == 0 {
            return Some(((Level::Article, label.clone()), Some(last.to_string())));
        }
        units.outline.article(label)?
    };
    let clause = match step(Level::Clause) {
        None => None,
        Some((_, label)) if label == "này" => return None,
        Some((_, label)) => {
            let number: u32 = label.parse().ok()?;
            if units.is_undivided(article) {
                return Some(((Level::Clause, label.clone()), None));
            }
            let last = last(units.outline, units.within(article, Level::Clause)).filter(|n| *n >= 2)?;
            if number > last || number == 0 {
                return Some(((Level::Clause, label.clone()), Some(last.to_string())));
            }
            Some(units.find(article, Level::Clause, label)?)
        }
    };
    let (_, label) = step(Level::Point)?;
    let parent = clause.unwrap_or(article);
    if clause.is_some_and(|clause| units.is_undivided(clause)) {
        return Some(((Level::Point, label.clone()), None));
    }
    let points = units.within(parent, Level::Point);
    let last = last(units.outline, points).filter(|n| *n >= 2)?;
    let mut letters = label.chars();
    let index = letter_index(letters.next()?)? as u32 + 1;
    if letters.next().is_none() && index > last {
        let best = points.last().map(|&i| units.outline.units[i].label.clone())?;
        return Some(((Level::Point, label.clone()), Some(best)));
    }
    None
}

/// "Nghị định nêu trên" where no decree was named before.
pub fn dangling_above(cx: &Checker<'_>, p: &ProvisionCitation<'_>, out: &mut Findings) {
    if let Target::Above(kind) = p.node.target
        && *p.place.owner == Owner::Unknown
        && p.is_own_prose()
        && cx.is_formal()
    {
        out.push(cx.finding(Code::DanglingAbove, p.span(), &[("kind", kind)]));
    }
}
