//! The rules that are asked, and what they find in one block.

use super::{Environment, Found};
use crate::check::checker::{Checker, Place};
use crate::check::draft::Draft;
use crate::check::evidence::beside::{is_beside_text, is_in_search_tag};
use crate::check::facts::Facts;
use crate::check::finding::{Finding, Findings};
use crate::check::memo::Memo;
use crate::check::registry::{Rule, Scope};
use crate::check::rules;
use crate::document::links::Row;
use crate::i18n::Localizer;
use crate::rulebook::{Category, Code, Severity};
use crate::settings::Settings;

/// The rules that the settings leave on.
pub struct Asked<'s> {
    pub rules: Vec<&'static Rule>,
    /// Those among them that can find something where nothing is cited.
    of_blocks: Vec<&'static Rule>,
    settings: &'s Settings,
}

impl<'s> Asked<'s> {
    pub fn new(settings: &'s Settings) -> Self {
        let rules: Vec<&'static Rule> = rules::all().filter(|rule| !settings.is_off(rule.code.as_str())).collect();
        let of_blocks = rules.iter().copied().filter(|rule| matches!(rule.scope, Scope::Block(_))).collect();
        Self { rules, of_blocks, settings }
    }

    /// What the rules find in one block.
    pub fn check(&self, row: &Row, place: Place, draft: &Draft, environment: &Environment<'_>, memo: &Memo) -> Found {
        let messages = Localizer::of(environment.settings.language);
        let cx = Checker::new(row, place, draft, (environment.catalogue, messages), memo);
        let mut out = Findings::default();
        if !row.links.is_code && !is_beside_text(&row.block.text) {
            let cites = !row.links.links.is_empty();
            for rule in if cites { &self.rules } else { &self.of_blocks } {
                let (from, once_from) = (out.list.len(), out.once.len());
                match rule.scope {
                    Scope::Number(check) => cx.numbers.iter().for_each(|n| check(&cx, n, &mut out)),
                    Scope::Name(check) => cx.names.iter().for_each(|n| check(&cx, n, &mut out)),
                    Scope::Provision(check) => cx.provisions.iter().for_each(|p| check(&cx, p, &mut out)),
                    Scope::Agency(check) => cx.agencies.iter().for_each(|a| check(&cx, a, &mut out)),
                    Scope::Block(check) => check(&cx, &mut out),
                    Scope::Draft(_) => {}
                }
                let found = out.list.len() > from || out.once.len() > once_from;
                if !found {
                    continue;
                }
                if draft.is_page && !self.settings.rules.contains_key(rule.code.as_str()) {
                    leave_to_pages(rule.code, from, once_from, &mut out);
                }
                self.weigh(rule.code, &mut out.list[from..]);
                for once in &mut out.once[once_from..] {
                    self.weigh(rule.code, once.finding.as_deref_mut().map(std::slice::from_mut).unwrap_or_default());
                }
            }
            let is_kept = |finding: &Finding| {
                !is_ignored(finding, self.settings) && !is_in_search_tag(&row.block.text, finding.span.start)
            };
            out.list.retain(is_kept);
            for once in &mut out.once {
                once.finding = once.finding.take().filter(|finding| is_kept(finding));
            }
        }
        let facts = Facts::of(&cx);
        Found { findings: out, facts, asks_issuer: cx.has_asked_issuer() }
    }

    /// Gives findings of a rule the severity that the settings say.
    pub fn weigh(&self, code: Code, findings: &mut [Finding]) {
        if findings.is_empty() {
            return;
        }
        if let Some(Some(severity)) = self.settings.rules.get(code.as_str()) {
            findings.iter_mut().for_each(|f| f.severity = *severity);
        }
    }

    pub fn weigh_all(&self, code: Code, findings: &mut [Finding]) {
        if let Some(Some(severity)) = self.settings.rules.get(code.as_str()) {
            findings.iter_mut().filter(|f| f.code == code).for_each(|f| f.severity = *severity);
        }
    }
}

/// Takes away what a rule of form, or one that only informs, found on a page of the web, which has a style of its own.
fn leave_to_pages(code: Code, from: usize, once_from: usize, out: &mut Findings) {
    if matches!(code.rule().category, Category::Mismatch | Category::InternalReference) {
        return;
    }
    let is_slight = |finding: &Finding| finding.severity < Severity::Warning;
    let mut n = 0;
    out.list.retain(|finding| {
        n += 1;
        n <= from || !is_slight(finding)
    });
    for once in &mut out.once[once_from..] {
        once.finding = once.finding.take().filter(|finding| !is_slight(finding));
    }
}

/// Whether the settings say that what a finding is about is ignored.
pub fn is_ignored(finding: &Finding, settings: &Settings) -> bool {
    finding.instrument.as_ref().is_some_and(|number| settings.ignore.iter().any(|ignored| ignored == number))
}
