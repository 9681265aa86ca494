//! What a rule is to the engine: its code, what it reads, and which rules go before it.
//!
//! The scope of a rule is part of its type. A rule of a citation or a block is given that citation or block with the
//! [`Draft`](super::draft::Draft) and nothing else of the document, so its findings hold until one of them changes. A rule of the draft is
//! given the facts that blocks keep ([`Facts`](super::facts::Facts)), never their text.

use super::checker::{AgencyCitation, Checker, NameCitation, NumberCitation, ProvisionCitation};
use super::draft_checker::DraftChecker;
use super::finding::Findings;
use crate::rulebook::Code;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub code: Code,
    pub scope: Scope,
    /// This rule yields to these: where one of them has a finding at the same place, its own is dropped.
    pub yields_to: &'static [Code],
}

/// What a rule reads, with its function. A function of a citation is called for each citation of its kind.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    Number(fn(&Checker<'_>, &NumberCitation<'_>, &mut Findings)),
    Name(fn(&Checker<'_>, &NameCitation<'_>, &mut Findings)),
    Provision(fn(&Checker<'_>, &ProvisionCitation<'_>, &mut Findings)),
    Agency(fn(&Checker<'_>, &AgencyCitation<'_>, &mut Findings)),
    Block(fn(&Checker<'_>, &mut Findings)),
    Draft(fn(&DraftChecker<'_>, &mut Findings)),
}

impl Rule {
    const fn new(code: Code, scope: Scope) -> Self {
        Self { code, scope, yields_to: &[] }
    }

    /// A rule that reads a citation by number.
    pub const fn number(code: Code, check: fn(&Checker<'_>, &NumberCitation<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Number(check))
    }

    /// A rule that reads a citation by name.
    pub const fn name(code: Code, check: fn(&Checker<'_>, &NameCitation<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Name(check))
    }

    /// A rule that reads a run of provisions.
    pub const fn provision(code: Code, check: fn(&Checker<'_>, &ProvisionCitation<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Provision(check))
    }

    /// A rule that reads an agency.
    pub const fn agency(code: Code, check: fn(&Checker<'_>, &AgencyCitation<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Agency(check))
    }

    /// A rule that reads a block.
    pub const fn block(code: Code, check: fn(&Checker<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Block(check))
    }

    /// A rule that reads the facts of all blocks.
    pub const fn draft(code: Code, check: fn(&DraftChecker<'_>, &mut Findings)) -> Self {
        Self::new(code, Scope::Draft(check))
    }

    /// The same rule; its findings are dropped where one of `others` has a finding at the same place.
    #[must_use]
    pub const fn yielding_to(mut self, codes: &'static [Code]) -> Self {
        self.yields_to = codes;
        self
    }
}
