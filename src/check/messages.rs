//! What the rules say, in Vietnamese and English: the messages on the pages of the rules, and those that rules share
//! (`check/messages/*.ftl`).
//!
//! A rule has a message under its code; its variants ("not confirmed") and the titles of its fixes are attributes of that
//! message: `date-mismatch.unconfirmed`.

use super::settings::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use time::Date;

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

const VIETNAMESE: [&str; 2] =
    [include_str!("messages/vi.ftl"), include_str!(concat!(env!("OUT_DIR"), "/rules.vi.ftl"))];
const ENGLISH: [&str; 2] = [include_str!("messages/en.ftl"), include_str!(concat!(env!("OUT_DIR"), "/rules.en.ftl"))];

/// The messages of a language.
pub fn messages(language: Language) -> &'static Messages {
    static VI: OnceLock<Messages> = OnceLock::new();
    static EN: OnceLock<Messages> = OnceLock::new();
    match language {
        Language::Vietnamese => VI.get_or_init(|| Messages::new(language, VIETNAMESE)),
        Language::English => EN.get_or_init(|| Messages::new(language, ENGLISH)),
    }
}

impl Messages {
    fn new(language: Language, sources: [&str; 2]) -> Self {
        let locale = match language {
            Language::Vietnamese => "vi",
            Language::English => "en",
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().expect("a language tag")]);
        // Editors and terminals show the marks of isolation as boxes.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the messages in {locale} are well formed: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|e| panic!("each message in {locale} is there once: {e:?}"));
        }
        Self { bundle, language }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of a key: "date-mismatch", "date-mismatch.fix". A key that does not exist comes back as it is.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id);
        let pattern = match attribute {
            Some(attribute) => message.and_then(|m| m.get_attribute(attribute)).map(|a| a.value()),
            None => message.and_then(|m| m.value()),
        };
        let Some(pattern) = pattern else {
            debug_assert!(false, "no message {key}");
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, FluentValue::from(*value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    /// Whether the key exists.
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        self.bundle.get_message(id).is_some_and(|m| match attribute {
            Some(a) => m.get_attribute(a).is_some(),
            None => m.value().is_some(),
        })
    }

    /// A date as the language writes it: "05/3/2020", "5 March 2020".
    pub fn date(&self, date: Date) -> String {
        match self.language {
            Language::Vietnamese => short_date(date),
            Language::English => format!("{} {} {}", date.day(), date.month(), date.year()),
        }
    }

    /// A list: "a, b và c", "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        let and = match self.language {
            Language::Vietnamese => "và",
            Language::English => "and",
        };
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => format!("{} {and} {last}", head.join(", ")),
        }
    }
}

/// "05/3/2020": days below 10 and the months 1 and 2 with a leading zero (Nghị định 30/2020/NĐ-CP Phụ lục I, Phần I,
/// Mục II, khoản 4).
pub fn short_date(date: Date) -> String {
    format!("{:02}/{}/{}", date.day(), month(date), date.year())
}

/// "ngày 05 tháng 3 năm 2020"
pub fn long_date(date: Date) -> String {
    format!("ngày {:02} tháng {} năm {}", date.day(), month(date), date.year())
}

fn month(date: Date) -> String {
    let month = u8::from(date.month());
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// All keys of a file, with the values that each takes.
    fn keys(source: &str) -> BTreeSet<(String, Vec<String>)> {
        let mut out = BTreeSet::new();
        let mut id = String::new();
        for line in source.lines().filter(|l| !l.starts_with('#') && l.contains(" = ")) {
            let (name, text) = line.split_once(" = ").unwrap();
            let key = if let Some(attribute) = name.trim().strip_prefix('.') {
                format!("{id}.{attribute}")
            } else {
                id = name.to_owned();
                id.clone()
            };
            let mut values: Vec<String> =
                text.split("{ $").skip(1).filter_map(|v| v.split(' ').next()).map(str::to_owned).collect();
            values.sort();
            values.dedup();
            out.insert((key, values));
        }
        out
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (vi, en) = (keys(&VIETNAMESE.concat()), keys(&ENGLISH.concat()));
        assert_eq!(vi.difference(&en).collect::<Vec<_>>(), en.difference(&vi).collect::<Vec<_>>());
        for (key, _) in vi {
            assert!(messages(Language::Vietnamese).has(&key) && messages(Language::English).has(&key), "{key}");
        }
    }

    #[test]
    fn dates_are_written_by_the_rule() {
        let date = time::macros::date!(2020 - 03 - 05);
        assert_eq!(short_date(date), "05/3/2020");
        assert_eq!(long_date(date.replace_month(time::Month::February).unwrap()), "ngày 05 tháng 02 năm 2020");
        assert_eq!(messages(Language::English).date(date), "5 March 2020");
    }
}
