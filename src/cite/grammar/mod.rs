//! The grammar: what may be written at a token.

pub mod number;
