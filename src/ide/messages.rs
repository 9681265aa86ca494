//! What cards and completions say, in Vietnamese and English (`assist/messages/*.ftl`).

use crate::check::Settings;
use crate::check::settings::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use time::Date;

type Bundle = FluentBundle<FluentResource>;

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Voice {
    language: Language,
    bundle: &'static Bundle,
}

impl Voice {
    /// The language of the settings. A fault in a message file is a fault of the build and panics on first use.
    pub fn of(settings: &Settings) -> Self {
        static VIETNAMESE: OnceLock<Bundle> = OnceLock::new();
        static ENGLISH: OnceLock<Bundle> = OnceLock::new();
        let bundle = match settings.language {
            Language::Vietnamese => VIETNAMESE.get_or_init(|| bundle("vi", include_str!("messages/vi.ftl"))),
            Language::English => ENGLISH.get_or_init(|| bundle("en", include_str!("messages/en.ftl"))),
        };
        Self { language: settings.language, bundle }
    }

    /// A message without variables.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, [])
    }

    /// A message with its variables.
    pub fn tell<const N: usize>(&self, key: &str, values: [(&'static str, FluentValue<'_>); N]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            debug_assert!(false, "no message {key}");
            return key.to_owned();
        };
        let args: FluentArgs<'_> = values.into_iter().collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text.into_owned()
    }

    /// A day: `05/3/2020` as Vietnamese documents write it (days and the first two months with a leading zero), or
    /// `5 March 2020`.
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = date.to_calendar_date();
        match self.language {
            Language::English => format!("{day} {month} {year}"),
            Language::Vietnamese => {
                let month = u8::from(month);
                let zero = if month < 3 { "0" } else { "" };
                format!("{day:02}/{zero}{month}/{year}")
            }
        }
    }
}

fn bundle(language: &str, source: &str) -> Bundle {
    let language = language.parse().expect("a language tag");
    let resource = FluentResource::try_new(source.to_owned()).expect("assist/messages is well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The text goes into Markdown and labels, which need no marks of direction.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("assist/messages has no message twice");
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn voice(language: Language) -> Voice {
        Voice::of(&Settings { language, ..Settings::default() })
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        let keys = |source: &str| -> Vec<String> {
            let key = |l: &str| l.split_once(" = ").map(|(k, _)| k.to_owned());
            source.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(key).collect()
        };
        assert_eq!(keys(include_str!("messages/vi.ftl")), keys(include_str!("messages/en.ftl")));
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        assert_eq!(voice(Language::Vietnamese).date(date!(2020 - 03 - 05)), "05/3/2020");
        assert_eq!(voice(Language::Vietnamese).date(date!(2025 - 02 - 28)), "28/02/2025");
        assert_eq!(voice(Language::English).date(date!(2020 - 03 - 05)), "5 March 2020");
    }

    #[test]
    fn numbers_stand_without_marks() {
        assert_eq!(voice(Language::English).tell("articles", [("count", 1.into())]), "1 article");
        assert_eq!(voice(Language::Vietnamese).tell("articles", [("count", 2020.into())]), "2020 điều");
    }
}
