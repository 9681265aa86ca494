//! Agencies and offices by name or code: `bo noi v`, "Bộ trưởng Bộ Y", `BNV`, `vpcp`. One that has ended comes after its
//! successors; where its functions were divided, all successors are offered.

use super::draft::OwnAgency;
use super::office::{Office, Role, beginning_with, fronts, office_of};
use super::score::{Fit, Query, Standing};
use super::typed::{Style, is_syllable, marks_agree};
use super::{Candidate, Completion, CompletionContext, CompletionKind, edit, filter};
use crate::law::{Agency, AgencyKind, agencies};
use crate::text::{Span, fold};

/// So many words are looked back.
const LONGEST: usize = 22;
/// So many offices that begin the same are looked at, those that documents name most.
const LOOKED_AT: usize = 150;
/// How many documents a ministry counts as named in, at least: the youngest has been named in few.
const MINISTRY: u32 = 60;

/// Agencies whose name, alias or code begins with what was typed.
pub fn complete(cx: &CompletionContext<'_>, found: &mut Vec<Candidate>) {
    let mut list = List { cx, found, span: Span::default(), capitals: false, several_ended: false };
    list.by_code();
    list.by_name();
}

struct List<'a, 'b> {
    cx: &'a CompletionContext<'a>,
    found: &'b mut Vec<Candidate>,
    span: Span,
    /// Typed in capitals, as in the header of a document: then the completion is in capitals too.
    capitals: bool,
    /// More than one of the agencies that fit have ended: then of each only the successor with most of its functions is offered, or
    /// the list would be full before the agencies themselves.
    several_ended: bool,
}

/// An office that what was typed fits.
struct Hit {
    fit: Fit,
    name: String,
    body: Option<&'static Agency>,
    role: Role,
    documents: u32,
}

impl List<'_, '_> {
    fn by_code(&mut self) {
        let typed = self.cx.typed;
        let Some(last) = typed.words.last().filter(|_| !typed.spaced) else { return };
        let letters = fold::search(&last.text);
        if !is_code(&last.text, &letters) {
            return;
        }
        let Some(span) = typed.span(typed.words.len() - 1, false) else { return };
        self.span = span;
        let wanted = compact(&letters);
        // Lower-case letters that only begin a code may be any abbreviation; only a complete code counts.
        let lower = last.text.chars().all(char::is_lowercase);
        for (_, body) in agencies().iter().filter(|(_, a)| !a.kind.is_class()) {
            let fit = |code: &String| {
                let code = compact(&fold::search(code));
                code.starts_with(&wanted).then_some(if code == wanted { Fit::Whole } else { Fit::Beginning })
            };
            let Some(fit) = body.codes.iter().filter_map(fit).max() else { continue };
            if fit == Fit::Whole || !lower || wanted.len() >= 4 {
                let documents = super::office::documents_that_name(&body.name);
                self.offer(Hit { fit, name: body.name.clone(), body: Some(body), role: Role::Body, documents });
            }
        }
    }

    fn by_name(&mut self) {
        let typed = self.cx.typed;
        let floor = typed.words.partition_point(|w| w.span.start < typed.floor);
        // The longest text that begins a name: "Bộ Nội v", not "Nội v".
        for from in typed.words.len().saturating_sub(LONGEST).max(floor)..typed.words.len() {
            let query = typed.query(from);
            let text = typed.text(self.cx.document, from);
            let letters: usize = query.iter().map(|w| w.len()).sum();
            // "03 Nghị quyết, 01 Chỉ thị"
            let counted = from > floor && typed.words[from - 1].text.bytes().all(|b| b.is_ascii_digit());
            if counted && query.len() == 1 {
                continue;
            }
            if letters < if text.starts_with(char::is_uppercase) { 2 } else { 4 } {
                continue;
            }
            let hits = self.fitting(from, &query, &text);
            if hits.is_empty() {
                continue;
            }
            let Some(span) = typed.span(from, false) else { return };
            self.span = span;
            self.capitals = query.len() > 1 && text.chars().all(|c| !c.is_lowercase());
            let is_ended = |hit: &&Hit| hit.body.is_some_and(|body| body.to.is_some_and(|to| to < self.cx.day));
            let mut ended: Vec<&str> = hits.iter().filter(is_ended).map(|hit| hit.name.as_str()).collect();
            ended.sort_unstable();
            ended.dedup();
            self.several_ended = ended.len() > 1;
            hits.into_iter().for_each(|hit| self.offer(hit));
            return;
        }
    }

    /// The offices whose names the words begin; else parts and offices of such; else those that have the words in their order.
    fn fitting(&self, from: usize, query: &[&str], text: &str) -> Vec<Hit> {
        let hits = self.beginning(from, query, text);
        if !hits.is_empty() {
            return hits;
        }
        let hits = self.composed(from, query, text);
        // "bo ke hoach dau tu": small words are left out.
        let may_skip = text.is_ascii() || text.starts_with(char::is_uppercase);
        if !hits.is_empty() || query.len() < 3 || self.cx.typed.spaced || !may_skip {
            return hits;
        }
        let words = &self.cx.typed.words[from..];
        let of_first_word = beginning_with(&format!("{} ", query[0]));
        let query = Query::new(query);
        let in_order = of_first_word
            .iter()
            .filter(|o| query.fit(&o.folded) == Some(Fit::Ordered) && marks_agree(words, &o.form, false));
        in_order.take(LOOKED_AT).map(|o| Hit::of(o, Fit::Ordered)).collect()
    }

    fn beginning(&self, from: usize, query: &[&str], text: &str) -> Vec<Hit> {
        let words = &self.cx.typed.words[from..];
        let spaced = self.cx.typed.spaced;
        let phrase = query.join(" ");
        let is_meant =
            |office: &Office| marks_agree(words, &office.form, true) && is_named(text, &office.form, query.len());
        let ends_word = |office: &Office| {
            let after = office.folded.as_bytes().get(phrase.len());
            !spaced || after.is_none_or(|c| *c == b' ')
        };
        let mut begun: Vec<&Office> = beginning_with(&phrase).iter().filter(|o| ends_word(o)).collect();
        begun.sort_by_key(|o| std::cmp::Reverse(o.documents));
        begun.truncate(LOOKED_AT);
        let fit = |office: &Office| {
            let is_alias = office.form != office.name;
            let is_whole = *office.folded == *phrase;
            if is_alias {
                Fit::Phrase
            } else if is_whole {
                Fit::Whole
            } else {
                Fit::Beginning
            }
        };
        let of_table = begun.into_iter().filter(|o| is_meant(o)).map(|o| Hit::of(o, fit(o)));
        // A board that only the draft names.
        let begins = |own: &&OwnAgency| {
            let after = own.folded.strip_prefix(&*phrase);
            after.is_some_and(|rest| !spaced || rest.is_empty() || rest.starts_with(' '))
                && marks_agree(words, &own.name, true)
                && is_named(text, &own.name, query.len())
        };
        let of_draft = self.cx.draft.agencies.iter().filter(begins).map(|own| Hit {
            fit: Fit::Beginning,
            name: own.name.clone(),
            body: None,
            role: Role::Body,
            documents: 0,
        });
        of_table.chain(of_draft).collect()
    }

    /// Parts and offices of bodies that no list has: "Văn phòng Đảng ủy Chính phủ", "Trưởng Ban Chỉ đạo …".
    fn composed(&self, from: usize, query: &[&str], text: &str) -> Vec<Hit> {
        if !(text.is_ascii() || text.starts_with(char::is_uppercase)) {
            return Vec::new();
        }
        for front in fronts() {
            let count = front.words.len();
            let is_there = query.len() > count && front.words.iter().zip(query).all(|(f, q)| f == q);
            if !is_there || !marks_agree(&self.cx.typed.words[from..from + count], &front.written, true) {
                continue;
            }
            let rest = self.cx.typed.text(self.cx.document, from + count);
            let hits = self.beginning(from + count, &query[count..], &rest);
            let bodies = hits.into_iter().filter(|hit| matches!(hit.role, Role::Body | Role::Part));
            let composed: Vec<Hit> = bodies
                .map(|hit| Hit {
                    name: format!("{} {}", front.written, hit.name),
                    role: Role::Part,
                    documents: 0,
                    ..hit
                })
                .collect();
            if !composed.is_empty() {
                return composed;
            }
        }
        Vec::new()
    }

    /// Adds an office, an ended one after its successors.
    fn offer(&mut self, hit: Hit) {
        let day = self.cx.day;
        // Of agencies with the same name the one that exists is meant, else the latest.
        let of_name = |body: &'static Agency| {
            agencies().by_name(&body.name).iter().map(|id| id.row()).filter(|a| a.name == body.name)
        };
        let living = hit.body.map(|body| of_name(body).find(|a| a.existed_on(day)));
        let latest = hit.body.and_then(|body| of_name(body).max_by_key(|a| a.to));
        let code = |a: &Agency| a.codes.first().cloned().unwrap_or_default();
        match (living, latest) {
            (None, _) => self.push(&hit, &hit.name, String::new(), false, hit.fit),
            (Some(Some(body)), _) => {
                let description = if hit.role == Role::Body { code(body) } else { String::new() };
                self.push(&hit, &hit.name, description, false, hit.fit);
            }
            (Some(None), Some(body)) if body.from.is_some_and(|from| day < from) => {
                let from = body.from.map(|from| self.cx.localizer.date(from)).unwrap_or_default();
                let told = self.cx.localizer.format("ide-period-from", &[("from", from.into())]);
                self.push(&hit, &hit.name, told, false, hit.fit);
            }
            (Some(None), ended) => self.ended(&hit, ended),
        }
    }

    fn ended(&mut self, hit: &Hit, body: Option<&'static Agency>) {
        let Some(body) = body else { return };
        let since = body.to.and_then(time::Date::next_day);
        let words_in_front = hit.name.strip_suffix(body.name.as_str()).unwrap_or_default().trim_end();
        let most = if self.several_ended { 1 } else { usize::MAX };
        for name in agencies().current_successors(body, self.cx.day).into_iter().take(most) {
            let successor = agencies().by_name(&name).iter().map(|id| id.row()).find(|s| s.existed_on(self.cx.day));
            let (Some(successor), Some(since)) = (successor, since) else { continue };
            let Some(name) = office_of(hit.role, successor, words_in_front) else { continue };
            let ended = body.codes.first().unwrap_or(&body.name);
            let date = self.cx.localizer.date(since);
            let told =
                self.cx.localizer.format("ide-succeeds", &[("body", ended.as_str().into()), ("date", date.into())]);
            self.push(hit, &name, told, false, hit.fit.min(Fit::Phrase));
        }
        let date = body.to.map(|to| self.cx.localizer.date(to)).unwrap_or_default();
        let told = self.cx.localizer.format("ide-until", &[("date", date.into())]);
        self.push(hit, &hit.name, told, true, hit.fit);
    }

    /// `hit` is what was typed; its name and code let an editor match its successor too.
    fn push(&mut self, hit: &Hit, name: &str, description: String, over: bool, fit: Fit) {
        if self.found.iter().any(|c| c.item.kind == CompletionKind::Agency && c.item.label == name) {
            return;
        }
        let typed = self.cx.typed_in(self.span);
        let code = hit.body.and_then(|body| body.codes.first()).map_or("", String::as_str);
        let item = Completion {
            label: name.to_owned(),
            detail: String::new(),
            description,
            kind: CompletionKind::Agency,
            edit: edit(self.span, if self.capitals { name.to_uppercase() } else { name.to_owned() }),
            snippet: None,
            filter: filter(&typed, &[code, &hit.name, name]),
            deprecated: over,
            instrument: None,
        };
        // Successors stay in the order of the table: the first has most of the functions.
        let standing = Standing {
            over,
            cited: hit.documents.max(prominence(hit)),
            own: self.cx.draft.names(name),
            in_force: !over,
            ..Standing::of_fit(fit)
        };
        self.found.push(Candidate { item, standing });
    }
}

impl Hit {
    fn of(office: &Office, fit: Fit) -> Self {
        Self { fit, name: office.name.to_string(), body: office.body, role: office.role, documents: office.documents }
    }
}

/// Ministries come before their departments though documents name some of these more.
fn prominence(hit: &Hit) -> u32 {
    let of_kind = match hit.body.map(|body| body.kind) {
        Some(AgencyKind::Central | AgencyKind::Ministry | AgencyKind::MinisterialLevel) => MINISTRY,
        Some(AgencyKind::GovernmentAgency | AgencyKind::Party | AgencyKind::Court | AgencyKind::Procuracy) => {
            MINISTRY / 4
        }
        _ => 0,
    };
    match hit.role {
        Role::Body => of_kind,
        Role::Head => of_kind / 3,
        Role::Deputy | Role::Part => of_kind / 10,
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

/// Whether an agency is meant, not prose that begins like its name ("văn phòng", "chính sách", "thanh tra").
fn is_named(text: &str, form: &str, words: usize) -> bool {
    if text.starts_with(char::is_uppercase) {
        return true;
    }
    // The part of the name that was typed; its last word may lack the marks that are typed last.
    let proper = form.split_whitespace().take(words).collect::<Vec<_>>().join(" ");
    let marked = !proper.is_ascii();
    if text.is_ascii() && marked {
        return words >= 2;
    }
    words >= 3 && Style::of(&first_words(text, words - 1), &first_words(form, words - 1)).is_some()
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}
