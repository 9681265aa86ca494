//! Lines of the legal basis: `can cu luat to chuc chinh phu` → `Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;`, in the
//! form that the kind of draft asks for.

use super::CompletionContext;
use super::name::law_name;
use crate::catalogue::Instrument;
use crate::document::Regime;
use crate::i18n::long_date;
use crate::law::milestones::LAW_ON_NORMATIVE_INSTRUMENTS_2025;

/// Which parts a basis gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Laws by name and date, others with their date (Nghị định 30/2020/NĐ-CP, Nghị định 34/2016/NĐ-CP).
    Dated,
    /// Laws by name and number, others without a date.
    Numbered,
    /// Laws by name and number, others with their date.
    Contract,
    /// Laws by name and year.
    Free,
}

fn form(cx: &CompletionContext<'_>) -> Form {
    let header = cx.document.header();
    match cx.settings.regime.unwrap_or_else(|| header.regime()) {
        Regime::Normative if header.date.unwrap_or(cx.day) < LAW_ON_NORMATIVE_INSTRUMENTS_2025 => Form::Dated,
        Regime::Normative => Form::Numbered,
        Regime::Administrative => Form::Dated,
        Regime::Contract => Form::Contract,
        Regime::Party | Regime::None => Form::Free,
    }
}

/// Index of the word "căn" where the line was begun without marks right in front of a type word.
pub fn before(cx: &CompletionContext<'_>, type_word: usize) -> Option<usize> {
    let from = type_word.checked_sub(2)?;
    let words = &cx.typed.words[from..type_word];
    let begun = words[0].text.eq_ignore_ascii_case("can") && words[1].text.eq_ignore_ascii_case("cu");
    (begun && cx.typed.basis).then_some(from)
}

/// The whole line, with its semicolon.
pub fn line(cx: &CompletionContext<'_>, i: &Instrument) -> String {
    let end = if cx.typed.is_followed_by(';') { "" } else { ";" };
    match law(cx, i) {
        Some(law) => format!("Căn cứ {law}{end}"),
        None => format!("Căn cứ {}{end}", other(cx, i)),
    }
}

/// A law as the basis gives it; `None` for other acts.
pub fn law(cx: &CompletionContext<'_>, i: &Instrument) -> Option<String> {
    let name = law_name(i)?;
    Some(match (form(cx), &i.number, i.issued, i.year) {
        (Form::Numbered | Form::Contract, Some(number), _, _) => format!("{name} số {number}"),
        (Form::Dated, _, Some(day), _) => format!("{name} {}", long_date(day)),
        (_, _, _, Some(year)) => format!("{name} năm {year}"),
        _ => name.to_owned(),
    })
}

fn other(cx: &CompletionContext<'_>, i: &Instrument) -> String {
    let mut out = match &i.number {
        Some(number) => format!("{} số {number}", i.kind),
        None => i.label(),
    };
    if let Some(day) = i.issued.filter(|_| form(cx) != Form::Numbered) {
        out = format!("{out} {}", long_date(day));
    }
    if let Some(issuer) = &i.issuer {
        out = format!("{out} của {issuer}");
    }
    match i.title.as_deref() {
        Some(title) if !title.starts_with(i.kind.as_str()) => {
            format!("{out} {}", crate::text::fold::first_small(title))
        }
        _ => out,
    }
}
