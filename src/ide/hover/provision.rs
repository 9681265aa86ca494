//! The card of a pinpoint: the unit with its heading and words, then its instrument in one line.

use super::card::{escape, one_line, several};
use super::{HoverContext, Meant};
use crate::catalogue::{Fact, Instrument, Provision, Relation, RelationKind, UnitPath, Validity, outlines};
use crate::cite::{Level, Path, ProvisionRef};
use crate::document::{Owner, PlacedMention};
use crate::ide::units::Units;
use crate::text::{Span, fold, shorten};

/// How many units of a run are shown, and how many characters of each.
const UNITS: usize = 3;
const WORDS: usize = 900;

/// The card of a run of provisions.
pub fn card(cx: &HoverContext<'_>, placed: &PlacedMention<'_>, run: &ProvisionRef) -> String {
    match placed.owner {
        Owner::This => own(cx, run, placed.span().start),
        Owner::Quoted => bare(run, &cx.localizer.text("ide-of-quoted", &[])),
        Owner::Unknown => bare(run, &cx.localizer.text("ide-of-unknown", &[])),
        Owner::Here(_) | Owner::Mention(_) => {
            let Some(owner) = cx.document.owner_mention(placed) else {
                return bare(run, &cx.localizer.text("ide-of-unknown", &[]));
            };
            if cx.document.is_own_heading(&owner) {
                return own(cx, run, placed.span().start);
            }
            match cx.meant(&owner) {
                Meant::Known(i) => of_instrument(cx, run, &i, annex(cx, placed, &owner)),
                Meant::Several { written, by_name, instruments } => {
                    let list = several(&cx.facts(), &written, by_name, &instruments);
                    format!("### {}\n\n{}", units(run), list.trim_start_matches("### "))
                }
                Meant::Missing(unknown) => {
                    let words = cx.missing(&unknown);
                    format!("### {}\n\n{}", units(run), words.trim_start_matches("### "))
                }
            }
        }
    }
}

/// What a provision right before a number adds to the card: the heading of the unit.
pub fn pinpoint(cx: &HoverContext<'_>, owner: &PlacedMention<'_>, instrument: &Instrument) -> Option<String> {
    let before = cx.document.sibling(owner, owner.in_block.checked_sub(1)?);
    let run = before.mention.provision()?;
    if *before.owner != Owner::Here(owner.in_block as u32) {
        return None;
    }
    let units = outlines::units(instrument);
    let (unit, _) = find(&units, run.paths.first()?, annex(cx, &before, owner))?;
    let words = unit.heading.as_ref().or(unit.summary.as_ref()).or(unit.text.as_ref())?;
    Some(format!(
        "**{}** · {}",
        escape(&fold::first_capital(&run.paths.first()?.to_string())),
        shorten(&escape(words), WORDS / 3)
    ))
}

fn units(run: &ProvisionRef) -> String {
    let mut list: Vec<String> = run.paths.iter().take(UNITS).map(Path::to_string).collect();
    if run.paths.len() > UNITS {
        list.push("…".to_owned());
    }
    fold::first_capital(&list.join("; "))
}

fn bare(run: &ProvisionRef, words: &str) -> String {
    format!("### {}\n\n{words}", units(run))
}

fn of_instrument(cx: &HoverContext<'_>, run: &ProvisionRef, i: &Instrument, annex: usize) -> String {
    let localizer = cx.localizer;
    let mut parts = Vec::new();
    let mut as_issued = false;
    let known = outlines::units(i);
    let mut shown: Vec<&str> = Vec::new();
    for path in run.paths.iter().take(UNITS) {
        let name = escape(&fold::first_capital(&path.to_string()));
        match find(&known, path, annex) {
            Some((unit, _)) if shown.contains(&unit.path.as_str()) => {}
            Some((unit, exact)) => {
                shown.push(unit.path.as_str());
                // "Điều 5. Nguyên tắc sử dụng đất", "Khoản 2 Điều 5 · Nguyên tắc sử dụng đất"
                let heading = unit.heading.as_deref().map(escape);
                let separator = if exact { ". " } else { " · " };
                parts.push(format!("### {name}{}", heading.map(|h| format!("{separator}{h}")).unwrap_or_default()));
                as_issued |= unit.summary.is_none() && unit.text.is_some();
                let most = WORDS / run.paths.len().clamp(1, UNITS);
                if let Some(words) = words(&known, unit) {
                    if !exact {
                        parts.push(localizer.format("ide-part-of", &[("unit", unit.path.as_str().into())]));
                    }
                    let lines: Vec<String> = words.lines().map(escape).collect();
                    parts.push(shorten(&lines.join("\n\n"), most));
                } else if unit.heading.is_some() {
                    parts.extend(inside(&known, unit));
                } else {
                    parts.push(localizer.format("ide-no-text", &[("unit", path.to_string().into())]));
                }
            }
            None => {
                parts.push(format!("### {name}"));
                parts.push(
                    beyond(cx, i, path)
                        .filter(|_| annex == 0)
                        .unwrap_or_else(|| localizer.format("ide-no-text", &[("unit", path.to_string().into())])),
                );
            }
        }
    }
    if run.paths.len() > UNITS {
        parts.push("…".to_owned());
    }
    parts.extend(run.paths.first().filter(|_| annex == 0).and_then(|path| force(cx, i, path)));
    let amending: Vec<String> = i.related(RelationKind::AmendedBy).take(UNITS).map(|r| escape(&r.target)).collect();
    if as_issued && !amending.is_empty() {
        parts.push(localizer.format("ide-as-issued", &[("by", amending.join(", ").into())]));
    }
    parts.push(localizer.format("ide-in-instrument", &[("instrument", one_line(&cx.facts(), i).into())]));
    parts.join("\n\n")
}

/// The articles of a chapter, where only headings are known.
fn inside(units: &[Provision], chapter: &Provision) -> Option<String> {
    let parts = units.iter().filter(|p| p.path != chapter.path && p.path.is_in(&chapter.path));
    let lines: Vec<String> = parts
        .filter_map(|p| Some(format!("- {}. {}", escape(p.path.as_str()), escape(p.heading.as_deref()?))))
        .take(UNITS * 2)
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The status of a unit itself: what amended or repealed it by the day of the draft, as far as relations name units; else that the
/// act was amended, and that nothing says whether there. `None` where the act is over, which the line of the act says.
fn force(cx: &HoverContext<'_>, i: &Instrument, path: &Path) -> Option<String> {
    let localizer = cx.localizer;
    if matches!(i.validity(cx.day), Validity::Expired { .. } | Validity::NotYetInForce { .. }) {
        return None;
    }
    let article = path.label(Level::Article)?;
    let by_then = |r: &&Relation| r.date.is_none_or(|date| date <= cx.day);
    let amending: Vec<&Relation> = i.related(RelationKind::AmendedBy).filter(by_then).collect();
    let unit = format!("Điều {article}");
    let told: Vec<String> = amending
        .iter()
        .filter(|r| r.note.as_deref().is_some_and(|note| names_article(note, article)))
        .map(|r| {
            let repealed = r.note.as_deref().is_some_and(|note| note.starts_with("bãi bỏ"));
            let key = match (repealed, r.date.is_some()) {
                (true, true) => "ide-unit-repealed",
                (true, false) => "ide-unit-repealed-undated",
                (false, true) => "ide-unit-amended",
                (false, false) => "ide-unit-amended-undated",
            };
            let what = r.note.as_deref().unwrap_or_default().trim_start_matches("bãi bỏ ");
            let date = r.date.map(|date| localizer.date(date)).unwrap_or_default();
            let by = escape(&r.target);
            localizer.format(key, &[("unit", escape(what).into()), ("by", by.into()), ("date", date.into())])
        })
        .collect();
    if !told.is_empty() {
        return Some(fold::first_capital(&told.join("; ")) + ".");
    }
    // Relations without a unit may be of any.
    let open: Vec<String> = amending
        .iter()
        .filter(|r| r.note.as_deref().is_none_or(|n| !n.contains("Điều ")))
        .map(|r| escape(&r.target))
        .collect();
    if open.is_empty() {
        let in_force = matches!(i.validity(cx.day), Validity::InForce | Validity::PartlyExpired);
        let day = localizer.date(cx.day);
        return in_force.then(|| localizer.format("ide-unit-in-force", &[("unit", unit.into()), ("day", day.into())]));
    }
    let more = if open.len() > UNITS { ", …" } else { "" };
    let list = open.iter().take(UNITS).cloned().collect::<Vec<_>>().join(", ") + more;
    Some(localizer.format("ide-unit-perhaps-amended", &[("unit", unit.into()), ("list", list.into())]))
}

/// Whether a note of a relation ("bãi bỏ khoản 2 Điều 5") names an article.
fn names_article(note: &str, label: &str) -> bool {
    note.match_indices("Điều ").any(|(at, word)| {
        let rest = &note[at + word.len()..];
        rest.strip_prefix(label).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    })
}

/// What the words of a unit are: its summary, else its own text with that of the units in it.
fn words(units: &[Provision], unit: &Provision) -> Option<String> {
    if unit.summary.is_some() {
        return unit.summary.clone();
    }
    let parts = units.iter().filter(|p| p.path.is_in(&unit.path));
    let texts: Vec<&str> = parts.filter_map(|p| p.text.as_deref()).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// Which text of the instrument a run belongs to, see [`UnitPath::new`]: its own, or the regulation that it puts into force,
/// "Điều 5 Quy chế ban hành kèm theo Quyết định số …".
pub(in crate::ide) fn annex(cx: &HoverContext<'_>, run: &PlacedMention<'_>, owner: &PlacedMention<'_>) -> usize {
    let between = Span::new(run.span().end, owner.span().start.max(run.span().end));
    usize::from(cx.document.slice(between).contains("kèm theo"))
}

/// "Không có Điều 700", where the number of articles is known.
fn beyond(cx: &HoverContext<'_>, i: &Instrument, path: &Path) -> Option<String> {
    let label = path.label(Level::Article)?;
    let article: u32 = label.trim_end_matches(char::is_alphabetic).parse().ok()?;
    let count = i.articles.filter(|&count| article > count)?;
    let key = if i.is_confirmed(Fact::Articles) { "ide-no-such-article" } else { "ide-no-such-article-unchecked" };
    let values = [("label", label.into()), ("name", escape(&i.label()).into()), ("count", count.into())];
    Some(cx.localizer.format(key, &values))
}

/// The unit that the catalogue knows of a path: itself, else the larger one that holds it.
fn find<'u>(units: &'u [Provision], path: &Path, annex: usize) -> Option<(&'u Provision, bool)> {
    path.enclosing().enumerate().find_map(|(larger, unit)| {
        let wanted = UnitPath::new(&unit, annex);
        units.iter().find(|p| p.path.is_same(&wanted)).map(|p| (p, larger == 0))
    })
}

/// A unit of the document itself: its heading, and the words below it.
fn own(cx: &HoverContext<'_>, run: &ProvisionRef, place: usize) -> String {
    let mut parts = Vec::new();
    for path in run.paths.iter().take(UNITS) {
        let name = fold::first_capital(&path.to_string());
        let Some(heading) = heading_here(cx, path, place) else {
            parts
                .push(bare_unit(&name, &cx.localizer.format("ide-no-unit-here", &[("unit", path.to_string().into())])));
            continue;
        };
        let head = cx.localizer.format("ide-of-this", &[("unit", name.into())]);
        let words = cx.document.slice(heading);
        parts.push(bare_unit(&head, &shorten(&escape(words.trim()), WORDS / UNITS)));
    }
    if run.paths.len() > UNITS {
        parts.push("…".to_owned());
    }
    parts.join("\n\n")
}

fn bare_unit(head: &str, words: &str) -> String {
    format!("### {}\n\n{words}", escape(head))
}

/// Where the draft has the unit that a path means at a place: what follows its label.
pub(in crate::ide) fn heading_here(cx: &HoverContext<'_>, path: &Path, place: usize) -> Option<Span> {
    let units = Units::of(cx.document);
    units.find(path, place).map(|unit| units.all()[unit].heading)
}
