//! Questions about a citation that several rules ask. Rules use this module; nothing here knows a rule.
//!
//! - [`title`]: words of titles; [`identity`]: whether an act is the one that is cited; [`symbol`]: what the symbol of a number
//!   says; [`provisions`]: what is known of the provisions of the cited act.
//! - [`beside`]: what is no part of the text.
//! - [`candidates`]: the acts that may have been meant.
//! - [`citation`]: which citations must follow the rules of style.
//! - [`sentence`]: what the sentence around is about.
//! - [`edits`]: how instruments are cited, for the fixes.

pub mod beside;
pub mod candidates;
pub mod citation;
pub mod edits;
pub mod identity;
pub mod provisions;
pub mod sentence;
pub mod symbol;
pub mod title;
