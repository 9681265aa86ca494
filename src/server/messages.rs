//! What the server itself says to the user, in Vietnamese and English (`server/messages/*.ftl`).

use crate::check::settings::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

static VIETNAMESE: LazyLock<Bundle> = LazyLock::new(|| bundle("vi", include_str!("messages/vi.ftl")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("messages/en.ftl")));

fn bundle(language: &str, source: &str) -> Bundle {
    let id: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    // A line that is no message is left out; the test below finds it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
    let _ = bundle.add_resource(resource);
    bundle
}

/// A message with its arguments filled in. A message that does not exist is its own key.
pub fn message(language: Language, key: &str, arguments: &[(&str, &str)]) -> String {
    let bundle = match language {
        Language::Vietnamese => &VIETNAMESE,
        Language::English => &ENGLISH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
    let arguments: FluentArgs = arguments.iter().map(|&(name, value)| (name, value)).collect();
    bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_exists_in_both_languages() {
        for key in [
            "too-big",
            "settings-problem",
            "file-unreadable",
            "catalogue-problem",
            "fix-all",
            "library-problem",
            "library-progress",
        ] {
            for language in [Language::Vietnamese, Language::English] {
                assert_ne!(message(language, key, &[]), key);
            }
        }
        let place = message(Language::English, "settings-problem", &[("place", "viendan.toml:2"), ("cause", "x")]);
        assert!(place.contains("viendan.toml:2") && place.contains(": x."), "{place}");
    }
}
