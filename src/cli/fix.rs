//! `viendan fix`: the safe fixes, shown as a diff or written.

use super::cli::{Tools, complain};
use super::input;
use crate::check;
use crate::check::settings::Language;
use crate::document::Document;
use crate::files;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Applying fixes can bring others within reach; no text needs more rounds.
const ROUNDS: usize = 4;

/// Applies the safe fixes of files and folders. Without `write` the changes are only shown. Exit status as `check`: 1 when
/// something would change or changed.
///
/// # Errors
/// When the output cannot be written.
pub fn fix(paths: &[PathBuf], write: bool, tools: &Tools, out: &mut impl Write) -> io::Result<i32> {
    let (mut files, errors) = input::documents(paths);
    // Word files in a folder are let alone; one that is named is refused below.
    files.retain(|f| (paths.contains(f) || !files::is_word(f)) && !tools.leaves_alone(f));
    let mut status = if errors.is_empty() { 0 } else { 2 };
    errors.iter().for_each(complain);
    for path in files {
        let text = match input::read(&path) {
            Ok(content) if content.paragraphs.is_some() => {
                complain(&format!("{}: {}", path.display(), word_file(tools.settings.language)));
                status = 2;
                continue;
            }
            Ok(content) => content.text,
            Err(error) => {
                complain(&error);
                status = 2;
                continue;
            }
        };
        let fixed = fixed(&text, &path, tools);
        if path == Path::new("-") {
            out.write_all(fixed.as_bytes())?;
            continue;
        }
        if fixed == text {
            continue;
        }
        status = status.max(1);
        show(&path, &text, &fixed, out)?;
        if write && let Err(error) = replace_unchanged(&path, &text, &fixed, tools.settings.language) {
            complain(&error);
            status = 2;
        }
    }
    Ok(status)
}

/// Writes a file that still holds the text that was read of it. Someone may have saved it since; what they wrote is not to
/// be lost. The error is one line.
fn replace_unchanged(path: &Path, read: &str, fixed: &str, language: Language) -> Result<(), String> {
    let now = input::read(path).map_err(|error| error.to_string())?;
    if now.text != read {
        return Err(format!("{}: {}", path.display(), changed(language)));
    }
    files::replace(path, fixed.as_bytes()).map_err(|error| format!("{}: {error}", path.display()))
}

fn changed(language: Language) -> &'static str {
    match language {
        Language::English => "has been changed meanwhile and is let alone; run `viendan fix` again",
        Language::Vietnamese => "đã bị thay đổi trong lúc đang sửa nên được giữ nguyên; hãy chạy lại `viendan fix`",
    }
}

/// What is said of a Word file: written anew, it would lose what is not text.
fn word_file(language: Language) -> &'static str {
    match language {
        Language::English => "a Word file is not changed by `fix`; mend it in Word after `viendan check`",
        Language::Vietnamese => "không sửa trực tiếp tệp Word; hãy sửa trong Word theo kết quả của `viendan check`",
    }
}

/// The text with all safe fixes applied, again until nothing changes.
fn fixed(text: &str, path: &Path, tools: &Tools) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let document = Document::read(&text, files::format_of(path), &tools.vocabulary);
        let findings = check::check(&document, &tools.catalogue, &tools.settings);
        let edits = check::safe_edits(&findings);
        if edits.is_empty() {
            break;
        }
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
    }
    text
}

/// The lines that change, as a diff.
fn show(path: &Path, before: &str, after: &str, out: &mut impl Write) -> io::Result<()> {
    let (red, green) = (anstyle::AnsiColor::Red.on_default(), anstyle::AnsiColor::Green.on_default());
    writeln!(out, "--- {}\n+++ {}", path.display(), path.display())?;
    // Fixes never add or remove lines but for line breaks inside a number, so lines can be compared one by one.
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let same_end =
        old[same_start..].iter().rev().zip(new[same_start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[same_start..old.len() - same_end], &new[same_start..new.len() - same_end]);
    if old.len() == new.len() {
        for (n, (a, b)) in old.iter().zip(new).enumerate().filter(|(_, (a, b))| a != b) {
            writeln!(out, "@@ {} @@\n{red}-{a}{red:#}\n{green}+{b}{green:#}", same_start + n + 1)?;
        }
    } else {
        writeln!(out, "@@ {} @@", same_start + 1)?;
        old.iter().try_for_each(|line| writeln!(out, "{red}-{line}{red:#}"))?;
        new.iter().try_for_each(|line| writeln!(out, "{green}+{line}{green:#}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_saved_meanwhile_is_let_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "mới").unwrap();
        let refused = replace_unchanged(&path, "cũ", "sửa", Language::Vietnamese).unwrap_err();
        assert!(refused.contains("a.md: đã bị thay đổi"), "{refused}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mới");
        replace_unchanged(&path, "mới", "sửa", Language::Vietnamese).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "sửa");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
