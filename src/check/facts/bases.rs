//! The lines of the legal basis: those that begin with "Căn cứ", and those that follow them ("Theo đề nghị của …").
//!
//! Every block of the opening says whether the lines may continue in it, so that a paragraph between two of them is
//! noticed.

use crate::catalogue::{Instrument, RelationKind};
use crate::check::checker::{Checker, NumberCitation};
use crate::check::evidence::edits::{by_target, cited};
use crate::cite::Family;
use crate::document::Regime;
use crate::text::{Span, fold};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// The lines of the basis in one block of the opening. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq)]
pub struct Bases {
    pub lines: Vec<Line>,
    /// Its first line is such a line; else the lines before the block were the last.
    pub continues: bool,
    /// It ends with a line break.
    pub ends_line: bool,
}

/// A line of the basis, with the following lines of its paragraph that belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Without the white space around it.
    pub span: Span,
    /// Where "; Căn cứ" begins another basis in the line: the places of "Căn cứ".
    pub joined: Vec<usize>,
    /// Other lines are joined to it as well: "…; Theo đề nghị của …".
    pub runs_on: bool,
    pub last_char: char,
    /// It may be the first of the running text instead: "Sau khi xem xét, …".
    pub may_run: bool,
    /// Where its last word begins.
    pub last_word: usize,
    /// What it says if it begins with "Căn cứ", not with "Theo đề nghị" and the like.
    pub ground: Option<Box<Ground>>,
}

/// A line that begins with "Căn cứ".
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// The line, for the fix that puts lines in order.
    pub text: Box<str>,
    /// A line break is before it in the block.
    pub follows_break: bool,
    /// The dash or bullet before it.
    pub bullet: Option<Span>,
    /// The colon of "Căn cứ: …".
    pub colon: Option<Span>,
    /// The rank of what it cites, 2 for laws; `None` where the text doesn't show it.
    pub rank: Option<u8>,
    /// It names the act that gives the competence, which comes first whatever its rank.
    pub gives_competence: bool,
    /// The hash of what it cites and for what: lines with the same one are the same basis.
    pub subject: u64,
    /// A formula that names no act.
    pub vague: Option<Span>,
    /// A consolidated text as the basis itself: its number, with the place.
    pub consolidated: Option<(Span, String)>,
    pub amending: Option<Amending>,
}

/// An amending act as the basis, in a line that does not name what it amends.
#[derive(Debug, Clone, PartialEq)]
pub struct Amending {
    pub span: Span,
    pub number: String,
    /// How the act that it amends is cited, if it is known.
    pub base: Option<String>,
    /// Where the act that it amends is to be named: after "Căn cứ".
    pub place: Option<usize>,
}

const GROUND: &str = "Căn cứ";
const OTHERS: [&str; 6] = ["Theo đề nghị", "Xét ", "Thực hiện ", "Theo ", "Trên cơ sở ", "Sau khi "];
const BULLETS: [char; 10] = ['-', '–', '—', '+', '•', '*', '●', '▪', ' ', '\t'];
const VAGUE: [&str; 6] = [
    "các quy định hiện hành",
    "quy định hiện hành",
    "các văn bản hướng dẫn thi hành",
    "các văn bản hướng dẫn",
    "các quy định của pháp luật có liên quan",
    "quy định của pháp luật có liên quan",
];

/// The lines of a block; `None` where it isn't part of the opening of a draft, or is empty.
pub fn read(cx: &Checker<'_>) -> Option<Bases> {
    let text = cx.text();
    let has_bases = !matches!(cx.regime, Regime::None | Regime::Contract);
    if !has_bases || !cx.place.in_opening || text.trim().is_empty() {
        return None;
    }
    let mut found: Vec<(Span, bool)> = Vec::new();
    let mut continues = true;
    let mut at = 0;
    for (n, whole) in text.split_inclusive('\n').enumerate() {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        at += whole.len();
        let span = Span::new(start, start + line.len());
        let words = without_bullet(line);
        let is_ground = words.starts_with(GROUND);
        if is_ground || OTHERS.iter().any(|other| words.starts_with(other)) {
            found.push((span, is_ground));
        } else if line.is_empty() {
            continue;
        } else if n == 0 {
            continues = false;
        } else if let Some((last, _)) = found.last_mut() {
            // A basis that continues in the next line of its paragraph.
            last.end = span.end;
        }
    }
    let lines: Vec<Line> = found.into_iter().filter_map(|(span, is_ground)| line(cx, span, is_ground)).collect();
    Some(Bases { continues, ends_line: !lines.is_empty() && text.ends_with('\n'), lines })
}

fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(BULLETS)
}

fn line(cx: &Checker<'_>, span: Span, is_ground: bool) -> Option<Line> {
    // Marks of emphasis after the line are none of it: "*Căn cứ …;*".
    let mut written = span.of(cx.text()).trim_end_matches(['*', '_', ' ']);
    for tag in ["<br>", "<br/>", "<br />", "</p>"] {
        written = written.strip_suffix(tag).map_or(written, |before| before.trim_end_matches(['*', '_', ' ']));
    }
    let span = Span::new(span.start, span.start + written.len());
    let text = span.of(cx.text());
    let joined = text.match_indices("; Căn cứ ").map(|(at, _)| span.start + at + 2).collect();
    let last_word = text.trim_end_matches([',', '.', ':']).rfind(' ').map_or(0, |at| at + 1);
    Some(Line {
        span,
        joined,
        runs_on: text.contains("; Theo đề nghị") || text.contains("; Xét đề nghị") || text.contains("Điều 1."),
        last_char: text.chars().next_back()?,
        may_run: ["Sau khi ", "Thực hiện "].iter().any(|begin| without_bullet(text).starts_with(begin)),
        last_word: span.start + last_word,
        ground: is_ground.then(|| Box::new(ground(cx, span))),
    })
}

fn ground(cx: &Checker<'_>, span: Span) -> Ground {
    let text = span.of(cx.text());
    let words = without_bullet(text);
    let bullet = text.len() - words.len();
    let has_bullet = bullet > 0 && !text.starts_with(['*', ' ']);
    let first = first_number(cx, span);
    let place = |at: usize, len: usize| Span::new(span.start + at, span.start + at + len);
    let consolidated = first
        .filter(|n| n.number().family == Family::Consolidated && words.starts_with("Căn cứ Văn bản hợp nhất"))
        .map(|n| (n.span(), n.number().canonical()));
    Ground {
        text: text.into(),
        follows_break: cx.text()[..span.start].ends_with('\n'),
        bullet: has_bullet.then(|| place(0, bullet)),
        colon: text.find("Căn cứ:").map(|at| place(at + GROUND.len(), 1)),
        rank: rank(words, first),
        gives_competence: text.contains("chức năng, nhiệm vụ") || text.contains("thành lập"),
        subject: subject(text, first),
        vague: VAGUE.iter().find_map(|words| text.find(words).map(|at| place(at, words.len()))),
        consolidated,
        amending: first.and_then(|n| amending(cx, span, n)),
    }
}

/// The first number of a line, which is the basis itself.
fn first_number<'r, 'd>(cx: &'r Checker<'d>, line: Span) -> Option<&'r NumberCitation<'d>> {
    let from = cx.numbers.partition_point(|n| n.span().start < line.start);
    cx.numbers.get(from).filter(|n| n.span().end <= line.end && n.is_own_prose())
}

fn rank(words: &str, first: Option<&NumberCitation<'_>>) -> Option<u8> {
    let words = words.strip_prefix(GROUND)?.trim_start_matches([':', ' ']);
    if words.starts_with("Hiến pháp") {
        return Some(1);
    }
    if ["Luật ", "Bộ luật ", "Các Luật "].iter().any(|w| words.starts_with(w)) {
        return Some(2);
    }
    let number = first?.number();
    match number.family {
        Family::Assembly => Some(2),
        Family::StandingCommittee => Some(3),
        _ => number.kind()?.rank,
    }
}

fn subject(text: &str, first: Option<&NumberCitation<'_>>) -> u64 {
    let subject = match first {
        // The same decree may be a basis for several of its articles.
        Some(n) => n.number().key() + &fold::words(&text[..text.find("số ").unwrap_or(0)]),
        None => fold::words(text.trim_end_matches([';', '.', ','])),
    };
    let mut hasher = FxHasher::default();
    subject.hash(&mut hasher);
    hasher.finish()
}

fn amending(cx: &Checker<'_>, line: Span, n: &NumberCitation<'_>) -> Option<Amending> {
    let text = line.of(cx.text());
    let holds = |span: Span| line.start <= span.start && span.end <= line.end;
    if n.node.amending
        || text.contains("sửa đổi")
        || cx.numbers.get(n.index + 1).is_some_and(|other| other.span().end <= line.end)
        || cx.names.iter().any(|name| holds(name.span()))
    {
        return None;
    }
    let known = cx.resolution(n.index).known()?;
    let amends = known.title.as_deref().is_some_and(|title| {
        title.starts_with("Sửa đổi, bổ sung một số điều") || title.contains(" sửa đổi, bổ sung một số điều của")
    });
    if !amends {
        return None;
    }
    let base = known.related(RelationKind::Amends).next().and_then(|related| by_target(cx, &related.target));
    Some(Amending {
        span: n.span(),
        number: n.number().canonical(),
        base: base.as_deref().map(base_citation),
        place: text.find("Căn cứ ").map(|at| line.start + at + "Căn cứ ".len()),
    })
}

/// "Luật Đất đai số 31/2024/QH15", "Nghị định số 30/2020/NĐ-CP".
fn base_citation(known: &Instrument) -> String {
    match (&known.number, &known.title) {
        (Some(number), Some(title)) if title.starts_with(known.kind.as_str()) => format!("{title} số {number}"),
        _ => cited(known),
    }
}
