//! The command line.

pub mod catalogue;
