//! The place of a completion in the list: one function of what is known of the candidate. It depends on what was typed only
//! through [`Fit`], so that the order stays as it is while one types.
//!
//! | factor | points | why |
//! | --- | --- | --- |
//! | fit | 0–1150, see [`Fit::points`] | what was typed is meant |
//! | over: ended on the day of the draft | −4000 | a draft cites what is in force; ended acts and agencies come last |
//! | known only by the form of its number | −800 | nothing says that there is such an act |
//! | in force for certain | 40 | before those of unknown status |
//! | documents that cite it | 45 for every doubling, at most 450 | what is cited often is meant often |
//! | the draft cites it, rightly | 350 | a draft returns to its acts |
//! | amends what the line says to be amended | 600 | behind "được sửa đổi, bổ sung bởi" little else can come |
//! | its name is right before the cursor | 600 | behind "Luật Thú y số" only its number can come |
//! | related to the draft's basis | 200 | it guides or amends an act of the basis, or is cited together with one |
//! | issuer of the draft | 120 | a ministry cites its own circulars |
//! | its issuer is named in the draft | 60 | what a ministry does is said beside its circulars |
//! | field of the draft's basis | 80 | the same subject |
//! | age | 0–60 | of two equals the later one |

/// How what was typed fits a candidate, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// With one slip of the keyboard.
    Slip,
    /// It has all words, in any order.
    Words,
    /// It has all words in the order typed, others between them.
    Ordered,
    /// It has the words in a row.
    Phrase,
    /// It begins with them.
    Beginning,
    /// It is what was typed, but for marks and case.
    Whole,
}

impl Fit {
    fn points(self) -> i32 {
        match self {
            Self::Slip => 0,
            Self::Words => 250,
            Self::Ordered => 400,
            Self::Phrase => 550,
            Self::Beginning => 900,
            Self::Whole => 1150,
        }
    }
}

/// Words that were typed, folded.
#[derive(Debug)]
pub struct Query<'q> {
    pub words: &'q [&'q str],
    phrase: String,
}

impl<'q> Query<'q> {
    pub fn new(words: &'q [&'q str]) -> Self {
        Self { words, phrase: words.join(" ") }
    }

    /// How the words fit a folded text; the last word, and in other orders each, may be only begun.
    pub fn fit(&self, text: &str) -> Option<Fit> {
        let phrase = self.phrase.as_str();
        if let Some(rest) = text.strip_prefix(phrase) {
            return Some(if rest.is_empty() { Fit::Whole } else { Fit::Beginning });
        }
        // Most texts have not even the first word.
        let first = self.words.first()?;
        let begins =
            |word: &str| text.starts_with(word) || text.match_indices(word).any(|(at, _)| text[..at].ends_with(' '));
        if !begins(first) {
            return None;
        }
        if text.match_indices(phrase).any(|(at, _)| text[..at].ends_with(' ')) {
            return Some(Fit::Phrase);
        }
        let mut words = text.split(' ');
        if self.words.iter().all(|t| words.any(|w| w.starts_with(t))) {
            return Some(Fit::Ordered);
        }
        self.words[1..].iter().all(|t| begins(t)).then_some(Fit::Words)
    }
}

/// What is known of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub fit: Fit,
    /// Expired, or ended, on the day of the draft.
    pub over: bool,
    /// Only the form of its number is known.
    pub formed: bool,
    /// Certainly in force on that day.
    pub in_force: bool,
    /// How many documents cite it.
    pub cited: u32,
    /// The draft cites it elsewhere.
    pub own: bool,
    /// It amends an act that the line says to be amended.
    pub amending: bool,
    /// Its name is on the line, with nothing but a type and "số" behind.
    pub beside: bool,
    /// It is related to an act of the draft's basis.
    pub related: bool,
    /// It is by the issuer of the draft.
    pub issuer: bool,
    /// The draft names its issuer.
    pub named_issuer: bool,
    /// It is of the field of an act of the draft's basis.
    pub field: bool,
    pub year: Option<u16>,
}

impl Standing {
    pub fn of_fit(fit: Fit) -> Self {
        Self {
            fit,
            over: false,
            formed: false,
            in_force: false,
            cited: 0,
            own: false,
            amending: false,
            beside: false,
            related: false,
            issuer: false,
            named_issuer: false,
            field: false,
            year: None,
        }
    }
}

/// The points of a candidate; the most come first. The table at the head of this file says why.
pub fn score(s: &Standing) -> i32 {
    let when = |is: bool, points: i32| if is { points } else { 0 };
    let cited = (f64::from(s.cited) + 1.0).log2() * 45.0;
    s.fit.points()
        + when(s.over, -4000)
        + when(s.formed, -800)
        + when(s.in_force, 40)
        + (cited as i32).min(450)
        + when(s.own, 350)
        + when(s.amending, 600)
        + when(s.beside, 600)
        + when(s.related, 200)
        + when(s.issuer, 120)
        + when(s.named_issuer, 60)
        + when(s.field, 80)
        + i32::from(s.year.unwrap_or(0).saturating_sub(1985)).min(40) * 3 / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIT: Fit = Fit::Beginning;

    fn plain() -> Standing {
        Standing { year: Some(2015), cited: 10, ..Standing::of_fit(FIT) }
    }

    /// That the second comes before the first.
    fn rises(worse: Standing, better: Standing) {
        assert!(score(&worse) < score(&better), "{worse:?} {better:?}");
    }

    #[test]
    fn what_was_typed_comes_first_the_better_the_more_it_fits() {
        let all = [Fit::Slip, Fit::Words, Fit::Ordered, Fit::Phrase, Fit::Beginning, Fit::Whole];
        for pair in all.windows(2) {
            rises(Standing { fit: pair[0], ..plain() }, Standing { fit: pair[1], ..plain() });
        }
    }

    #[test]
    fn what_is_over_comes_last_however_often_it_is_cited() {
        let over = Standing { over: true, cited: 5000, own: true, related: true, fit: Fit::Whole, ..plain() };
        rises(over, Standing { fit: Fit::Slip, cited: 0, year: None, ..plain() });
    }

    #[test]
    fn what_is_known_comes_before_what_may_be() {
        let formed = Standing { formed: true, cited: 1000, ..plain() };
        rises(formed, Standing { cited: 0, year: None, ..plain() });
        rises(Standing { over: true, ..plain() }, formed);
    }

    #[test]
    fn what_is_certainly_in_force_comes_before_what_may_be() {
        rises(plain(), Standing { in_force: true, ..plain() });
    }

    #[test]
    fn what_is_cited_a_hundred_times_as_often_comes_before_what_is_later() {
        rises(Standing { cited: 3, year: Some(2022), ..plain() }, Standing { cited: 300, year: Some(2020), ..plain() });
    }

    #[test]
    fn the_acts_of_the_draft_come_first() {
        rises(Standing { cited: 200, ..plain() }, Standing { own: true, ..plain() });
    }

    #[test]
    fn what_amends_the_act_of_the_line_comes_before_what_is_cited_most() {
        rises(Standing { cited: 5000, in_force: true, ..plain() }, Standing { amending: true, ..plain() });
    }

    #[test]
    fn what_the_line_has_just_named_comes_before_what_is_cited_most() {
        rises(Standing { cited: 5000, in_force: true, ..plain() }, Standing { beside: true, ..plain() });
    }

    #[test]
    fn what_belongs_to_the_basis_comes_before_what_does_not() {
        rises(plain(), Standing { related: true, ..plain() });
        rises(plain(), Standing { field: true, ..plain() });
        rises(Standing { field: true, ..plain() }, Standing { related: true, ..plain() });
    }

    #[test]
    fn what_the_issuer_of_the_draft_and_agencies_named_in_it_issued_comes_first() {
        rises(plain(), Standing { named_issuer: true, ..plain() });
        rises(Standing { named_issuer: true, ..plain() }, Standing { issuer: true, ..plain() });
    }

    #[test]
    fn of_two_equals_the_later_one_comes_first() {
        rises(plain(), Standing { year: Some(2024), ..plain() });
    }

    #[test]
    fn words_fit_whole_begun_in_a_row_in_order_and_in_any_order() {
        let of = |typed: &str| Query::new(&typed.split(' ').collect::<Vec<_>>()).fit("hoa don chung tu");
        assert_eq!(of("hoa don chung tu"), Some(Fit::Whole));
        assert_eq!(of("hoa do"), Some(Fit::Beginning));
        assert_eq!(of("don chu"), Some(Fit::Phrase));
        assert_eq!(of("ho ch tu"), Some(Fit::Ordered));
        assert_eq!(of("tu hoa"), Some(Fit::Words));
        assert_eq!(of("on chung"), None);
        assert_eq!(of("hoa dien"), None);
    }
}
