//! The messages of one language, in the format of Fluent.
//!
//! A key names a message, "ide-in-force", or an attribute of one, "date-mismatch.unconfirmed". The messages of the rules have
//! the codes of the rules as keys; their variants and the titles of their fixes are attributes. All other keys begin with the
//! module that uses them: `ide-`, `server-`, `cli-`, `settings-`, `error-`, `page-`, or are words that all share:
//! `severity-error`, `word-and`.

use super::{Language, date};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use time::Date;

/// A value in a message: a text, or a number, which decides between singular and plural.
pub use fluent_bundle::FluentValue as Value;

/// The sources of a language: its messages, and those of the rules.
pub(super) const fn sources(language: Language) -> [&'static str; 2] {
    match language {
        Language::Vietnamese => [include_str!("vi.ftl"), include_str!(concat!(env!("OUT_DIR"), "/rules.vi.ftl"))],
        Language::English => [include_str!("en.ftl"), include_str!(concat!(env!("OUT_DIR"), "/rules.en.ftl"))],
    }
}

/// The messages of one language.
pub struct Localizer {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl std::fmt::Debug for Localizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Localizer").field(&self.language).finish()
    }
}

impl Localizer {
    /// The messages of a language. They are part of the program: a fault in them is a fault of the build and panics on first
    /// use.
    pub fn of(language: Language) -> &'static Self {
        static VIETNAMESE: LazyLock<Localizer> = LazyLock::new(|| Localizer::new(Language::Vietnamese));
        static ENGLISH: LazyLock<Localizer> = LazyLock::new(|| Localizer::new(Language::English));
        match language {
            Language::Vietnamese => &VIETNAMESE,
            Language::English => &ENGLISH,
        }
    }

    fn new(language: Language) -> Self {
        let tag = language.tag();
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a language tag")]);
        // Editors and terminals show the marks of isolation as boxes.
        bundle.set_use_isolating(false);
        for source in sources(language) {
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the messages in {tag} are well formed: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|e| panic!("each message in {tag} is there once: {e:?}"));
        }
        Self { bundle, language }
    }

    /// The language of the messages.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The message of a key whose values are texts. A key that does not exist comes back as it is.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.fill(key, values.iter().map(|&(name, value)| (name, Value::from(value))).collect())
    }

    /// The message of a key, with numbers among its values.
    pub fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.fill(key, values.iter().map(|(name, value)| (*name, value.clone())).collect())
    }

    /// Whether the key exists.
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = parts(key);
        self.bundle.get_message(id).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// A day as the language writes it: "05/3/2020", "5 March 2020".
    pub fn date(&self, day: Date) -> String {
        match self.language {
            Language::Vietnamese => date::short_date(day),
            Language::English => date::english_date(day),
        }
    }

    /// A list: "a, b và c", "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => format!("{} {} {last}", head.join(", "), self.text("word-and", &[])),
        }
    }

    fn fill(&self, key: &str, values: FluentArgs<'_>) -> String {
        let (id, attribute) = parts(key);
        let message = self.bundle.get_message(id);
        let pattern = match attribute {
            Some(attribute) => message.and_then(|m| m.get_attribute(attribute)).map(|a| a.value()),
            None => message.and_then(|m| m.value()),
        };
        let Some(pattern) = pattern else {
            debug_assert!(false, "no message {key}");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

/// The message and the attribute that a key names.
fn parts(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_without_marks_and_choose_the_plural() {
        let english = Localizer::of(Language::English);
        assert_eq!(english.format("ide-articles", &[("count", 1.into())]), "1 article");
        assert_eq!(english.format("ide-articles", &[("count", 2020.into())]), "2020 articles");
        let vietnamese = Localizer::of(Language::Vietnamese);
        assert_eq!(vietnamese.format("ide-articles", &[("count", 2020.into())]), "2020 điều");
    }

    #[test]
    fn days_and_lists_are_written_as_the_language_writes_them() {
        let items = ["a", "b", "c"].map(str::to_owned);
        let day = time::macros::date!(2020 - 03 - 05);
        let (vi, en) = (Localizer::of(Language::Vietnamese), Localizer::of(Language::English));
        assert_eq!((vi.date(day), en.date(day)), ("05/3/2020".to_owned(), "5 March 2020".to_owned()));
        assert_eq!((vi.list(&items), en.list(&items)), ("a, b và c".to_owned(), "a, b and c".to_owned()));
    }
}
