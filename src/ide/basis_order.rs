//! The lines of the legal basis in their order: by the rank of what they cite, within a rank by its day of issue.

use super::hover::{HoverContext, Meant};
use super::structure::basis;
use crate::catalogue::Catalogue;
use crate::check::Edit;
use crate::cite::MentionKind;
use crate::document::Document;
use crate::settings::Settings;
use crate::text::Span;
use time::Date;

/// A line of the basis: "Căn cứ …;".
struct Line {
    text: String,
    /// Rank of the first act that it cites; the act that gives the competence stays first.
    key: (u8, Option<Date>),
}

/// The edit that sorts the lines of the legal basis. `None` where they are in order, or where something else stands between
/// them.
pub fn sorted(document: &Document, catalogue: &Catalogue, settings: &Settings) -> Option<Edit> {
    let span = basis(document)?;
    let text = document.slice(span);
    let lines: Vec<&str> = text.lines().collect();
    // Only where each line is a basis: a line that goes on over several is left to the drafter.
    if lines.len() < 2 || !lines.iter().all(|line| line.starts_with("Căn cứ ")) {
        return None;
    }
    let cx = HoverContext::of(document, catalogue, settings);
    let mut at = span.start;
    let mut found: Vec<Line> = Vec::new();
    for line in text.split_inclusive('\n') {
        let own = Span::new(at, at + line.len());
        at = own.end;
        let cited = document.mentions().find(|placed| {
            own.start <= placed.span().start
                && placed.span().end <= own.end
                && matches!(placed.mention.kind, MentionKind::Number(_) | MentionKind::Name(_))
        })?;
        let (rank, issued) = match cx.meant(&cited) {
            Meant::Known(instrument) => (instrument.kind.row().rank, instrument.issued),
            _ => (cited.number().and_then(|number| number.kind()).and_then(|kind| kind.rank), None),
        };
        let gives_competence = line.contains("chức năng, nhiệm vụ, quyền hạn") || line.contains("Luật Tổ chức ");
        let key = if gives_competence { (0, None) } else { (rank.unwrap_or(u8::MAX), issued) };
        found.push(Line { text: line.trim_end().to_owned(), key });
    }
    let end = |line: &str| line.chars().next_back().filter(|c| matches!(c, ';' | '.' | ','));
    let ends: Vec<Option<char>> = found.iter().map(|line| end(&line.text)).collect();
    let before: Vec<String> = found.iter().map(|line| line.text.clone()).collect();
    found.sort_by_key(|line| line.key);
    // The marks stay where they are: the last line may end with a full stop.
    let words = |line: &Line| line.text.trim_end_matches([';', '.', ',']).to_owned();
    let after: Vec<String> =
        found.iter().zip(ends).map(|(line, end)| words(line) + &end.map(String::from).unwrap_or_default()).collect();
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    (before != after).then(|| Edit { span, text: after.join(line_break) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    #[test]
    fn the_basis_is_sorted_by_rank_and_day() {
        let c = catalogue();
        let text = "NGHỊ ĐỊNH\nCăn cứ Nghị định số 30/2020/NĐ-CP;\nCăn cứ Luật Đất đai năm 2024;\nCăn cứ Bộ luật Dân sự năm 2015.\n\nĐiều 1. Một|\n";
        let (document, _) = document(text, &c);
        let edit = sorted(&document, &c, &settings()).unwrap();
        let lines: Vec<&str> = edit.text.lines().collect();
        assert_eq!(lines[2], "Căn cứ Nghị định số 30/2020/NĐ-CP.");
        assert_eq!(lines[0], "Căn cứ Bộ luật Dân sự năm 2015;");
    }
}
