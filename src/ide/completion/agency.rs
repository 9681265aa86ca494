//! Agencies by name or code: `bo noi v`, `BNV`, `vpcp`. One that has ended comes after its successors; where its
//! functions were divided, all successors are offered.

use super::typed::{Style, is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::law::{Agency, AgencyId, AgencyKind, agencies};
use crate::text::{Span, fold};
use std::sync::OnceLock;

/// A name or alias of an agency, to be compared word by word.
struct Form {
    agency: AgencyId,
    text: String,
    words: Vec<String>,
    /// An alias.
    informal: bool,
}

/// The names and aliases of agencies; classes of agencies are not included ([`super::local`] has them).
fn forms() -> &'static [Form] {
    static FORMS: OnceLock<Vec<Form>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms = Vec::new();
        for (agency, a) in agencies().iter().filter(|(_, a)| is_single_agency(a)) {
            let names = std::iter::once((&a.name, false)).chain(a.aliases.iter().map(|alias| (alias, true)));
            for (text, informal) in names {
                let words = fold::search(text).split(' ').map(str::to_owned).collect();
                forms.push(Form { agency, text: text.clone(), words, informal });
            }
        }
        forms
    })
}

fn is_single_agency(agency: &Agency) -> bool {
    !agency.kind.is_class()
}

/// Agencies whose name, alias or code begins with what was typed.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let mut list = List { cx, found, seen: Vec::new(), span: Span::default(), capitals: false };
    list.by_code();
    list.by_name();
}

struct List<'a, 'b> {
    cx: &'a CompletionContext<'a>,
    found: &'b mut Vec<Candidate>,
    /// Names that are in the list already.
    seen: Vec<&'static str>,
    span: Span,
    /// Typed in capitals, as in the header of a document: then the completion is in capitals too.
    capitals: bool,
}

impl List<'_, '_> {
    fn by_code(&mut self) {
        let typed = self.cx.typed;
        let Some(last) = typed.words.last().filter(|_| !typed.spaced) else { return };
        if !is_code(&last.text, &last.folded) {
            return;
        }
        let Some(span) = typed.span(typed.words.len() - 1, false) else { return };
        self.span = span;
        let wanted = compact(&last.folded);
        let mut hits: Vec<(u8, AgencyId)> = agencies()
            .iter()
            .filter(|(_, a)| is_single_agency(a))
            .filter_map(|(id, a)| {
                let rank = |code: &String| {
                    let code = compact(&fold::search(code));
                    code.starts_with(&wanted).then(|| if code == wanted { 0 } else { 2 })
                };
                a.codes.iter().filter_map(rank).min().map(|tier| (tier, id))
            })
            .collect();
        // Lower-case letters that only begin a code may be any abbreviation; only a complete code counts.
        let lower = last.text.chars().all(char::is_lowercase);
        if lower && wanted.len() < 4 {
            hits.retain(|(tier, _)| *tier == 0);
        }
        self.offer(hits);
    }

    fn by_name(&mut self) {
        let typed = self.cx.typed;
        let floor = typed.words.partition_point(|w| w.span.start < typed.floor);
        let longest = forms().iter().map(|f| f.words.len()).max().unwrap_or_default();
        // The longest text that begins a name: "Bộ Nội v", not "Nội v".
        for from in typed.words.len().saturating_sub(longest).max(floor)..typed.words.len() {
            let query = typed.query(from);
            if query.is_empty() || query.iter().map(|w| w.len()).sum::<usize>() < 4 {
                continue;
            }
            let text = typed.text(self.cx.document, from);
            let mut hits = Vec::new();
            for form in forms() {
                let fits = begins(&form.words, &query, typed.spaced)
                    && marks_agree(&typed.words[from..], &form.text, true)
                    && is_meant(&text, form, &query);
                if !fits {
                    continue;
                }
                // The shorter agency is more likely than a longer one whose name begins with its full name.
                let tier = if form.words.len() == query.len() { 0 } else { 1 } + u8::from(form.informal);
                hits.push((tier, form.agency));
            }
            if hits.is_empty() {
                continue;
            }
            let Some(span) = typed.span(from, false) else { return };
            self.span = span;
            self.capitals = query.len() > 1 && text.chars().all(|c| !c.is_lowercase());
            self.offer(hits);
            return;
        }
    }

    /// Puts agencies in order and adds them, an ended one after its successors.
    fn offer(&mut self, mut hits: Vec<(u8, AgencyId)>) {
        let day = self.cx.day;
        // An existing agency has the name: the former one is not meant, nor are its successors.
        let living: Vec<&str> =
            hits.iter().map(|&(_, id)| id.row()).filter(|a| a.existed_on(day)).map(|a| a.name.as_str()).collect();
        hits.retain(|&(_, id)| {
            let a = id.row();
            a.existed_on(day) || !living.contains(&a.name.as_str())
        });
        hits.sort_by_key(|&(tier, id)| {
            let a = id.row();
            // Of two with the same name the one that exists on the day, else the later one.
            (tier, !a.existed_on(day), weight(a), a.name.chars().count(), std::cmp::Reverse(a.from))
        });
        for (tier, id) in hits {
            let a = id.row();
            if a.to.is_none_or(|to| day <= to) {
                let code = a.codes.first().cloned().unwrap_or_default();
                self.push(&a.name, code, false, tier, a);
                continue;
            }
            for name in &a.successors {
                let successor = agencies().by_name(name).iter().map(|id| id.row()).find(|s| s.existed_on(day));
                let (Some(successor), Some(since)) = (successor, a.to.and_then(time::Date::next_day)) else { continue };
                let body = a.codes.first().unwrap_or(&a.name);
                let date = self.cx.localizer.date(since);
                let told =
                    self.cx.localizer.format("ide-succeeds", &[("body", body.as_str().into()), ("date", date.into())]);
                self.push(&successor.name, told, false, tier, a);
            }
            let date = a.to.map(|to| self.cx.localizer.date(to)).unwrap_or_default();
            let told = self.cx.localizer.format("ide-until", &[("date", date.into())]);
            self.push(&a.name, told, true, tier, a);
        }
    }

    /// `asked` is the agency that was typed; its name and code let an editor match its successor too.
    fn push(&mut self, name: &'static str, description: String, deprecated: bool, tier: u8, asked: &Agency) {
        if self.seen.contains(&name) {
            return;
        }
        self.seen.push(name);
        let typed = self.cx.document.slice(Span::new(self.span.start, self.cx.typed.cursor));
        let code = asked.codes.first().map_or("", String::as_str);
        let item = Completion {
            label: name.to_owned(),
            detail: String::new(),
            description,
            kind: CompletionKind::Agency,
            edit: edit(self.span, if self.capitals { name.to_uppercase() } else { name.to_owned() }),
            filter: filter(&typed, &[code, &asked.name, name]),
            deprecated,
            instrument: None,
        };
        self.found.push(Candidate { item, tier, key: None });
    }
}

/// Ministries before their departments.
fn weight(agency: &Agency) -> u8 {
    match agency.kind {
        AgencyKind::Central | AgencyKind::Ministry | AgencyKind::MinisterialLevel => 0,
        AgencyKind::GovernmentAgency | AgencyKind::Party | AgencyKind::Court | AgencyKind::Procuracy => 1,
        AgencyKind::GeneralDepartment | AgencyKind::Organisation => 2,
        _ => 3,
    }
}

/// "BNV", `vpcp`: capitals, or letters that don't make a syllable. A part of a number's symbol isn't an agency.
fn is_code(text: &str, folded: &str) -> bool {
    let letters = text.chars().all(|c| c.is_alphanumeric() || c == '&') && text.starts_with(char::is_alphabetic);
    let capitals = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let count = text.chars().count();
    letters && ((capitals && count >= 2) || (count >= 3 && !is_syllable(&compact(folded))))
}

fn compact(folded: &str) -> String {
    folded.replace(' ', "")
}

/// Whether the words typed begin a name; the last one may be incomplete.
fn begins(name: &[String], query: &[&str], last_is_whole: bool) -> bool {
    let Some((last, whole)) = query.split_last() else { return false };
    whole.len() < name.len()
        && whole.iter().zip(name).all(|(q, n)| q == n)
        && (if last_is_whole { name[whole.len()] == *last } else { name[whole.len()].starts_with(last) })
}

/// Whether an agency is meant, not prose that begins like its name ("văn phòng", "chính sách", "thanh tra").
fn is_meant(text: &str, form: &Form, query: &[&str]) -> bool {
    let words = query.len();
    if text.starts_with(char::is_uppercase) {
        return true;
    }
    // The part of the name that was typed; its last word may lack the marks that are typed last.
    let proper = form.text.split_whitespace().take(words).collect::<Vec<_>>().join(" ");
    let marked = !proper.is_ascii();
    if text.is_ascii() && marked {
        return words >= 2;
    }
    words >= 3 && Style::of(&first_words(text, words - 1), &first_words(&form.text, words - 1)).is_some()
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}
