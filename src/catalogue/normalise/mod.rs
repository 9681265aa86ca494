//! Names, titles and numbers that were collected or read in running text, made proper.
//!
//! - [`number`]: whether a number can be one, and the type that it shows.
//! - [`issuer`]: full official names of issuers.
//! - [`title`]: titles without what is no title; [`letters`]: titles in capitals as sentences;
//!   [`spelling`]: words in them that cannot be.

mod issuer;
mod letters;
mod number;
mod spelling;
mod title;

pub use issuer::{issuer, same_issuer};
pub use letters::with_names;
pub use number::{hides_another, impossible, is_of_locality, kind, listed_number};
pub use spelling::{is_small_word, misspelt};
pub use title::{cited_title, finish_title, is_cut, is_on_persons, listed_title, title};

use regex::Regex;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

#[cfg(test)]
fn number_of(text: &str) -> crate::cite::Number {
    crate::cite::Number::parse(text).unwrap()
}
