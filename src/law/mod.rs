//! The tables of the law: types of instruments, agencies, places, terms of the Assembly, provision letters, and the days
//! on which the law on drafting changed.
//!
//! Tables are data files under `data/law`, read once and checked when they are read; nothing of them is repeated in code.

mod agencies;
mod agency_usage;
mod assembly;
mod date;
mod letters;
mod local;
pub mod milestones;
pub(crate) mod named;
mod places;
mod reorganisations;
mod table;
mod type_id;
mod types;

/// The labels of chapters and parts.
pub use crate::text::numerals::{roman, roman_value};
pub use agencies::{Agencies, Agency, AgencyId, AgencyKind, agencies};
pub use agency_usage::agency_usage;
pub use assembly::assembly_terms;
pub use date::{calendar_day, written_day};
pub use letters::{LETTERS, is_letter_label, letter_index};
pub use local::{LocalAgencies, LocalAgency, LocalAgencyId, local_agencies};
pub use places::{Place, PlaceId, Places, district_cities, places};
pub use reorganisations::decision_on_places;
pub use type_id::TypeId;
pub use types::{InstrumentType, Types, YearRule, types};
