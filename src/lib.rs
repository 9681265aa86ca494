//! Viện dẫn.
pub mod assist;
pub mod catalogue;
pub mod check;
pub mod cite;
pub mod document;
pub mod terms;
pub mod text;
