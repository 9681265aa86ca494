//! The page of a rule for users: what the rulebook says of it in one language, as Markdown. Editors open it from a diagnostic.

use super::{Code, Rule, all};
use crate::files;
use crate::i18n::{Language, Localized, Localizer};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// The name of a rule's page in its folder.
pub fn file_name(code: Code) -> String {
    format!("{code}.md")
}

/// The page of a rule.
pub fn page(rule: &Rule, language: Language) -> String {
    let localizer = Localizer::of(language);
    let word = |key| localizer.text(key, &[]);
    let severity = rule.severity.localized(localizer);
    let mut out = format!("# {}\n\n**{}**: {severity}\n", rule.code, word("page-severity"));
    let _ = write!(out, "\n{}\n\n{}\n", rule.meaning.text(language), rule.explanation.text(language));
    if let Some(source) = rule.source {
        let doubt = if rule.confirmed { String::new() } else { format!(" ({})", word("page-unconfirmed")) };
        let _ = write!(out, "\n**{}**: {source}{doubt}\n", word("page-source"));
    }
    for (title, example) in [(word("page-wrong"), rule.bad), (word("page-right"), rule.good)] {
        let _ = write!(out, "\n## {title}\n\n{}", quoted(example));
    }
    if let Some(fix) = rule.fix {
        let _ = write!(out, "\n## {}\n\n{}.\n", word("page-fix"), fix.text(language).trim_end_matches('.'));
    }
    let settings = word("page-turn-off");
    let _ = write!(out, "\n{settings} `viendan.toml`:\n\n```toml\n[rules]\n{} = \"off\"\n```\n", rule.code);
    out
}

/// An example in a fence that is longer than any in it.
fn quoted(example: &str) -> String {
    let fence = if example.contains("```") { "````" } else { "```" };
    format!("{fence}text\n{}\n{fence}\n", example.trim_end())
}

/// Writes the page of every rule into a folder, which is made where it is missing. Pages that are there already and say the
/// same are left alone; others are replaced as a whole, so that whoever reads one meanwhile reads the old or the new.
///
/// # Errors
/// When the folder or a page cannot be written; with the path.
pub fn write_all(folder: &Path, language: Language) -> Result<Vec<PathBuf>, PageError> {
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |cause| PageError { path, cause }
    };
    std::fs::create_dir_all(folder).map_err(fail(folder))?;
    let mut written = Vec::new();
    for rule in all() {
        let (path, text) = (folder.join(file_name(rule.code)), page(rule, language));
        if std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            written.push(path);
            continue;
        }
        files::replace(&path, text.as_bytes()).map_err(fail(&path))?;
        written.push(path);
    }
    Ok(written)
}

/// A page or its folder that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct PageError {
    path: PathBuf,
    cause: io::Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_the_rulebook_says() {
        let rule = Code::EthForDStroke.rule();
        let (vi, en) = (page(rule, Language::Vietnamese), page(rule, Language::English));
        for text in [rule.meaning.vi, rule.explanation.vi, rule.bad, rule.good] {
            assert!(vi.contains(text), "{text}");
        }
        assert!(vi.starts_with("# eth-for-d-stroke\n\n**Mức**: lỗi\n") && en.contains(rule.meaning.en));
        assert!(en.contains("eth-for-d-stroke = \"off\""));
    }

    #[test]
    fn every_rule_has_a_page_and_pages_that_say_the_same_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let into = folder.path().join("rules");
        let written = write_all(&into, Language::Vietnamese).unwrap();
        assert_eq!(written.len(), all().len());
        let time = || std::fs::metadata(&written[0]).unwrap().modified().unwrap();
        let before = time();
        std::fs::write(&written[1], "old").unwrap();
        write_all(&into, Language::Vietnamese).unwrap();
        assert_eq!(time(), before);
        assert!(std::fs::read_to_string(&written[1]).unwrap().starts_with("# "));
        assert_eq!(std::fs::read_dir(&into).unwrap().count(), written.len(), "nothing half-written remains");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_reported_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let error = write_all(&file.join("rules"), Language::Vietnamese).unwrap_err();
        assert!(error.to_string().contains("rules: "), "{error}");
    }
}
