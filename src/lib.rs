//! Viện dẫn.
pub mod catalogue;
pub mod cite;
pub mod commands;
pub mod terms;
pub mod text;
