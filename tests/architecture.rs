//! The shape of the program: which room may import which, how long a file may be, who may write files, who may know the
//! protocol.
//!
//! The order of the rooms is the list in the documentation of `src/lib.rs`; nothing here has to be changed for a new
//! room but a line there. Known breaches of a rule are listed in a table of exceptions, by file. An exception that is
//! no longer needed fails too, so that the tables can only become shorter.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Lines of a file at most. The aim is 400; this is the limit.
const LONGEST_FILE: usize = 700;

/// Calls that write a file, outside `files`: file and number of calls.
const WRITES: &[(&str, usize)] = &[
    // The lock that two programs share; it holds no content.
    ("src/library/folder.rs", 1),
];

/// Imports of a room that comes later: file and room.
const UPWARD: &[(&str, &str)] = &[];

/// Files outside `server` that use types of the protocol.
const PROTOCOL: &[(&str, usize)] = &[];

/// Files that are longer than [`LONGEST_FILE`]: file and the length that it must not exceed.
const LONG: &[(&str, usize)] = &[];

struct Source {
    /// From the root of the repository, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The folder or file below `src` that holds it; none for `lib.rs` and `main.rs`.
    fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        let room = first.strip_suffix(".rs").unwrap_or(first);
        (room != "lib" && room != "main").then_some(room)
    }

    fn is_of_tests(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// The text without comments and without the module of tests at its end.
    fn code(&self) -> String {
        let end = self.text.find("#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        without_comments(&self.text[..end])
    }
}

/// Leaves out what follows `//` on a line, unless that is inside a string that holds an address.
fn without_comments(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let end = line.match_indices("//").map(|(at, _)| at).find(|&at| !line[..at].ends_with(':'));
        code.push_str(&line[..end.unwrap_or(line.len())]);
        code.push('\n');
    }
    code
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files_below(&root().join("src"), &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths
        .into_iter()
        .map(|path| Source {
            path: path.strip_prefix(root()).expect("a file inside").to_string_lossy().replace('\\', "/"),
            text: std::fs::read_to_string(&path).expect("a source in UTF-8"),
        })
        .collect();
    assert!(sources.len() > 100, "only {} files found", sources.len());
    sources
}

/// The rooms in the order of the list in `src/lib.rs`, the lowest first.
fn rooms() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    text.lines()
        .take_while(|line| !line.starts_with("//! # Invariants"))
        .filter_map(|line| Some(line.strip_prefix("//! - [`")?.split_once('`')?.0.to_owned()))
        .collect()
}

/// The rooms that a text names after `crate::`: in `use crate::text::Span` and in `use crate::{law, text::Span}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        // `$crate::` of a macro is the same; `some_crate::` is not.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.push(name_at_start(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn name_at_start(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first name of each member of a group, up to the brace that closes it.
fn first_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name_at_start(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

/// Compares what each file has with what its exception allows, and says what to do about each difference.
fn compare(found: &BTreeMap<String, usize>, allowed: &[(&str, usize)], what: &str) {
    let mut faults = Vec::new();
    for (file, count) in found {
        let least = allowed.iter().find(|(f, _)| f == file).map_or(0, |(_, n)| *n);
        if *count > least {
            faults.push(format!("{file}: {count} {what}, {least} allowed"));
        }
    }
    for (file, count) in allowed {
        let now = found.get(*file).copied().unwrap_or(0);
        if now < *count {
            faults.push(format!("{file}: the exception allows {count} {what}, {now} are left; lower or remove it"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn count_outside(room: &str, parts: &[&str]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for source in sources().iter().filter(|s| s.room() != Some(room) && !s.is_of_tests()) {
        let code = source.code();
        let count: usize = parts.iter().map(|part| code.matches(part).count()).sum();
        if count > 0 {
            found.insert(source.path.clone(), count);
        }
    }
    found
}

#[test]
fn every_room_is_in_the_list() {
    let rooms = rooms();
    let missing: Vec<_> =
        sources().iter().filter_map(|s| s.room().map(str::to_owned)).filter(|room| !rooms.contains(room)).collect();
    assert!(missing.is_empty(), "not in the list of src/lib.rs: {missing:?}");
}

#[test]
fn no_room_imports_a_later_one() {
    let rooms = rooms();
    let floor = |room: &str| rooms.iter().position(|r| r == room);
    let mut faults = Vec::new();
    let mut used = Vec::new();
    // Tests too: what they need from above shows that they test what is above.
    for source in sources() {
        let Some(own) = source.room().and_then(floor) else { continue };
        for import in imports(&without_comments(&source.text)) {
            if floor(&import).is_none_or(|at| at <= own) {
                continue;
            }
            match UPWARD.iter().find(|(file, room)| *file == source.path && *room == import) {
                Some(exception) => used.push(exception),
                None => faults.push(format!("{} imports crate::{import}, a later room", source.path)),
            }
        }
    }
    faults.extend(
        UPWARD
            .iter()
            .filter(|e| !used.contains(e))
            .map(|(file, room)| format!("{file} no longer imports crate::{room}: remove the exception")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let long: BTreeMap<String, usize> = sources()
        .into_iter()
        .map(|s| (s.path.clone(), s.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .collect();
    compare(&long, LONG, "lines");
}

#[test]
fn only_files_writes_files() {
    compare(
        &count_outside("files", &["fs::write(", "File::create(", "OpenOptions::new("]),
        WRITES,
        "calls that write a file",
    );
}

#[test]
fn only_the_server_knows_the_protocol() {
    compare(
        &count_outside("server", &["tower_lsp", "lsp_types", "ls_types"]),
        PROTOCOL,
        "uses of the protocol's crates",
    );
}

#[test]
fn imports_are_found_in_paths_and_groups() {
    let code = "use crate::text::Span;\nuse crate::{law, cite::{Mention, Cue}, files::Content};\nfn f(x: crate::check::Finding, y: my_crate::Other) {}\n";
    assert_eq!(imports(code), ["text", "law", "cite", "files", "check"]);
    assert_eq!(without_comments("a // b\n\"https://c\" // d"), "a \n\"https://c\" \n");
}

/// What stands between two marks in a text.
fn between<'t>(text: &'t str, opening: &str, closing: &str) -> &'t str {
    let from = text.find(opening).unwrap_or_else(|| panic!("no {opening:?}")) + opening.len();
    let len = text[from..].find(closing).unwrap_or_else(|| panic!("no {closing:?} after {opening:?}"));
    &text[from..from + len]
}

#[test]
fn the_example_of_the_guide_is_a_rule_as_it_stands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let guide = read("docs/CONTRIBUTING.md");
    let page = "src/check/rules/provision/point-without-clause.md";
    let shown = between(&guide, &format!("<!-- {page} -->\n"), "````");
    assert_eq!(shown, read(page), "the page of the guide's example is not that of the rule");
    let function = between(&guide, "// src/check/rules/provision.rs, in RULES:\n", "```");
    let (line, function) = function.split_once("\n\n").expect("a line of RULES, then the function");
    let rules = read("src/check/rules/provision.rs");
    assert!(rules.contains(line.trim_start_matches("//").trim()), "the guide's line of RULES is not in {page}");
    assert!(rules.contains(function.trim_end()), "the guide's function is not the one of the rule");
}
