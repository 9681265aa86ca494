//! What is known of the provisions of a cited act.

use crate::catalogue::{Fact, Instrument, UnitPath, clauses, outlines};
use crate::check::checker::{Checker, ProvisionCitation};
use crate::cite::{Level, Path};
use crate::law::TypeId;
use crate::text::{Span, tail};

/// Whether articles cited of an act may be those of a text that it puts into force or amends, and not its own.
pub fn holds_other_text(cx: &Checker<'_>, known: &Instrument, p: &ProvisionCitation<'_>) -> bool {
    let title = known.title.as_deref().unwrap_or_default();
    let starts = [
        "Ban hành",
        "Về việc ban hành",
        "Về ban hành",
        "Phê duyệt",
        "Về việc phê duyệt",
        "Phê chuẩn",
        "Sửa đổi",
        "Bổ sung",
        "Về việc sửa đổi",
        "Về sửa đổi",
    ];
    // Few articles, not confirmed: an act that amends another under the other's name.
    let amending = !known.is_confirmed(Fact::Articles) && known.articles.is_some_and(|n| n <= 5);
    title.is_empty()
        || amending
        || starts.iter().any(|s| title.starts_with(s))
        || title.contains("sửa đổi, bổ sung một số điều")
        || known.kind == TypeId::VAN_BAN_HOP_NHAT
        || names_annex(cx, p)
}

/// Whether the text says that the run is of an annexed text: "Điều 45 Quy chế ban hành kèm theo Nghị định X", "Quy chế
/// ban hành kèm theo Nghị định X, Điều 45". In "Ban hành kèm theo Quyết định này Quy chế theo Điều 5 Nghị định X" the
/// annex is another's.
pub fn names_annex(cx: &Checker<'_>, p: &ProvisionCitation<'_>) -> bool {
    const ANNEXED: &str = "kèm theo";
    let Some(owner) = cx.owner(p).filter(|owner| owner.here) else {
        return p.sentence().contains(ANNEXED);
    };
    let (run_span, owner_span) = (p.place.mention.span, owner.meant.mention.span);
    let between = Span::new(run_span.end.min(owner_span.end), owner_span.start.max(run_span.start));
    // The words that name the owner: "kèm theo Nghị định số".
    let naming = tail(&p.block[..owner_span.start], 41);
    between.of(p.block).contains(ANNEXED)
        || naming.contains(ANNEXED)
        || p.block[owner_span.end..].trim_start().trim_start_matches("ban hành").trim_start().starts_with(ANNEXED)
}

/// Whether the block cites an article of an instrument that another one does not have; `mention` is the instrument's mention.
pub fn lacks_cited_article(cx: &Checker<'_>, mention: &crate::document::PlacedMention<'_>, other: &Instrument) -> bool {
    other.articles.is_some()
        && cx.provisions.iter().any(|p| {
            cx.owner(p).is_some_and(|owner| owner.here && owner.meant.in_block == mention.in_block)
                && p.node.paths.iter().any(|path| beyond(path, other).is_some())
                && !holds_other_text(cx, other, p)
        })
}

/// The number of the last article where the headings of all articles up to it are known; where a few are lacking but the clauses of
/// the articles were counted, the higher one of both.
fn last_article(known: &Instrument) -> Option<u32> {
    const FEW: u32 = 5;
    let units = outlines::units(known);
    // Inserted articles and those of annexes aren't counted: "Điều 5a", "Điều 3 (kèm theo)".
    let labels = units.iter().filter_map(|unit| unit.path.as_str().strip_prefix("Điều "));
    let mut numbers: Vec<u32> = labels.filter_map(|label| label.parse().ok()).collect();
    let headed = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    let last = numbers.last().copied().filter(|last| *last > FEW)?;
    if numbers[0] == 1 && numbers.len() == last as usize {
        return Some(last);
    }
    let counted = clauses::of(known)?.articles();
    (headed * 10 >= last as usize * 8 && counted * 10 >= last * 8).then(|| last.max(counted))
}

/// The article of a path that the instrument does not have: beyond its last one. Inserted articles are not judged.
pub fn beyond(path: &Path, known: &Instrument) -> Option<(u32, u32)> {
    let article: u32 = path.label(Level::Article)?.parse().ok()?;
    let count = known.articles.or_else(|| last_article(known)).filter(|&count| article > count)?;
    // A heading that was read shows that the article is there, whatever was counted.
    let path = UnitPath::from(&Path::of([(Level::Article, path.label(Level::Article)?)]));
    let is_there = outlines::units(known).iter().any(|unit| unit.path.is_same(&path));
    (!is_there).then_some((article, count))
}
