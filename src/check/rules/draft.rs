//! Consistency of the draft: its numbering, its references to its own units and its own type, its short names.

mod abbreviations;
mod annexes;
mod labels;
mod numbering;
mod own_type;
mod parts;
mod short_names;
mod targets;
mod units;

use crate::check::Code;
use crate::check::registry::Rule;

/// The rules of this family.
pub const RULES: &[Rule] = &[
    Rule::draft(Code::InternalTargetMissing, targets::internal_target_missing),
    Rule::provision(Code::DanglingAbove, targets::dangling_above),
    Rule::draft(Code::SelfTypeMismatch, own_type::self_type_mismatch),
    Rule::draft(Code::NumberingGap, numbering::numbering_gap),
    Rule::draft(Code::ShortNameRedefined, short_names::short_name_redefined),
    Rule::draft(Code::ShortNameBeforeDefinition, short_names::short_name_before_definition),
    Rule::draft(Code::UnusedShortName, short_names::unused_short_name),
    Rule::draft(Code::UndefinedAbbreviation, abbreviations::undefined_abbreviation),
];
