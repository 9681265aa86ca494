//! What the text says that one act did to another, compared with the catalogue.

use super::amender::{another_amended, another_amender};
use crate::catalogue::{Fact, Instrument, RelationKind, Resolution, Validity};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::edits::cited;
use crate::check::evidence::identity::is_surely;
use crate::check::evidence::sentence::sentence_end;
use crate::check::evidence::title::names_amended;
use crate::check::finding::Findings;
use crate::check::{Code, Edit};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The words between two numbers, up to the second: "… được thay thế bởi", "… thay thế".
static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
    let verb = r"(?P<verb>thay thế|hủy bỏ|huỷ bỏ|bãi bỏ|sửa đổi,? bổ sung|sửa đổi)";
    let passive = format!(r"\b(?P<passive>được|bị)\s+{verb}(?:\s+một số điều)?\s+(?:bởi|bằng|theo|tại)(?:\s+các)?");
    let active = r"\b(?P<active>thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi,? bổ sung|sửa đổi)(?:\s+cho)?(?:\s+một số điều(?:\s+của)?)?";
    Regex::new(&format!(r"(?:{passive}|{active})\s*$")).expect("the words are a pattern")
});

/// What a text says that one act did to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Amended,
    Ended,
}

/// "Nghị định số 20/2021/NĐ-CP … được thay thế bởi Nghị định số 76/2024/NĐ-CP", which amends it and leaves it in force; or the other
/// way round. Reported only where the catalogue knows both acts and what the later one did: an act that amends names the
/// earlier one in its title, an act that replaces is recorded as its successor.
pub fn relation_mismatch(cx: &Checker<'_>, out: &mut Findings) {
    another_amender(cx, out);
    another_amended(cx, out);
    let mut is_object = false;
    for (first, pair) in cx.numbers.windows(2).enumerate() {
        let [earlier, later] = pair else { continue };
        let was_object = std::mem::replace(&mut is_object, false);
        let Some((claim, passive, verb)) = claim(cx, earlier, later) else { continue };
        is_object = true;
        // "… được sửa đổi bởi B, bị thay thế bởi C": of the one before B.
        if was_object {
            continue;
        }
        let [(older, old), (newer, new)] =
            if passive { [(first, earlier), (first + 1, later)] } else { [(first + 1, later), (first, earlier)] };
        let (Resolution::Known(of), Resolution::Known(by)) = (cx.resolution(older), cx.resolution(newer)) else {
            continue;
        };
        if !is_surely(old, of) || !is_surely(new, by) {
            continue;
        }
        let (variant, right) = match claim {
            Claim::Ended if amends_only(by, of) => ("amends", "sửa đổi, bổ sung"),
            Claim::Amended if replaces_only(cx, by, of) => ("", "thay thế"),
            _ => continue,
        };
        let values = [("of", cited(of)), ("by", cited(by))];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let span = verb.shifted(block_start(earlier));
        let finding = cx.variant(Code::RelationMismatch, variant, span, &values).with_instrument(cited(by));
        let fix = cx.fix("write", &[("text", right)], false, vec![Edit::new(span, right)]);
        out.push(finding.with_fix(fix));
    }
}

/// Where the block of a citation begins, for offsets of its text.
fn block_start(n: &NumberCitation<'_>) -> usize {
    n.span().start - n.place.mention.span.start
}

/// What the words between two numbers of one sentence say that one did to the other, whether the first is the one to which it
/// was done, and the verb, in bytes of the block.
fn claim(cx: &Checker<'_>, earlier: &NumberCitation<'_>, later: &NumberCitation<'_>) -> Option<(Claim, bool, Span)> {
    // "Luật số … thay thế Luật số …" may be read as the title of the first; a title in which numbers stand is of an act that amends.
    if !earlier.is_own_prose() || later.place.quoted {
        return None;
    }
    let text = cx.text();
    let from = earlier.place.mention.span.end;
    let number = later.place.mention.span.start;
    let to = later.node.type_word.as_ref().filter(|word| word.own).map_or(number, |word| word.span.start);
    let between = text.get(from..to)?;
    // "Quyết định này thay thế …", "…, được …" may be about another act.
    let continues = between.trim_start().starts_with([',', '|', ')']) || between.trim_start().starts_with("và ");
    if continues || between.contains("này") || sentence_end(text, from) < to {
        return None;
    }
    let found = CLAIM.captures(between)?;
    let verb = found.name("verb").or_else(|| found.name("active"))?;
    let passive = found.name("passive").is_some();
    let claim = if verb.as_str().starts_with("sửa") { Claim::Amended } else { Claim::Ended };
    Some((claim, passive, Span::new(from + verb.start(), from + verb.end())))
}

/// Whether an act is known to amend another and not to have ended it.
fn amends_only(by: &Instrument, of: &Instrument) -> bool {
    names_amended(by, of) && by.is_confirmed(Fact::Title) && amends(by, of) && !ends(by, of)
}

/// Whether an act is known to have replaced another, which has ended, and not to have amended it before.
fn replaces_only(cx: &Checker<'_>, by: &Instrument, of: &Instrument) -> bool {
    let is_amending = by.title.as_deref().is_none_or(|title| title.to_lowercase().contains("sửa đổi"));
    let ended = matches!(of.validity(cx.day), Validity::Expired { .. });
    let is_told = of.is_confirmed(Fact::Status) || is_told_by_both(by, of);
    !is_amending && ended && is_told && ends(by, of) && !amends(by, of)
}

/// Whether the records of both acts say that one replaced the other.
pub fn is_told_by_both(by: &Instrument, of: &Instrument) -> bool {
    is_related(of, RelationKind::ReplacedBy, by) && is_related(by, RelationKind::Replaces, of)
}

fn amends(by: &Instrument, of: &Instrument) -> bool {
    is_related(of, RelationKind::AmendedBy, by) || is_related(by, RelationKind::Amends, of)
}

fn ends(by: &Instrument, of: &Instrument) -> bool {
    [RelationKind::ReplacedBy, RelationKind::RepealedBy].iter().any(|kind| is_related(of, *kind, by))
        || [RelationKind::Replaces, RelationKind::Repeals].iter().any(|kind| is_related(by, *kind, of))
}

fn is_related(of: &Instrument, kind: RelationKind, to: &Instrument) -> bool {
    of.related(kind).any(|relation| Some(relation.target.as_str()) == to.number.as_deref())
}
