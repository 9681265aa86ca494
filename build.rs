//! Compresses the facts and the outlines of the built-in catalogue into files that the program includes, and makes the
//! rulebook of the pages of the rules.

#[path = "build/rules.rs"]
mod rules;

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use zstd::zstd_safe::CParameter;

/// A block of outlines is this long before it is compressed: long enough to compress well, short enough to be unpacked while
/// somebody waits.
const BLOCK: usize = 640 * 1024;

/// As high as compressing stays a matter of seconds.
const LEVEL: i32 = 19;

/// The facts are compressed as one, and lines that are alike stand far apart: a window of 16 MB sees them all. Unpacking needs as
/// much memory.
const WINDOW: u32 = 24;

fn main() {
    make_rulebook();
    pack_outlines();
    pack_clauses();
    let dir = Path::new("data/catalogue");
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .expect("data/catalogue can be read")
        .map(|entry| entry.expect("data/catalogue can be read").path())
        .filter(|path| {
            let is_apart = OUTLINES.iter().any(|name| path.ends_with(name)) || path.ends_with(CLAUSES);
            path.extension().is_some_and(|e| e == "jsonl") && !is_apart
        })
        .collect();
    // What is kept by hand comes last: it overrides the rest.
    let by_hand = ["curated.jsonl", "summaries.jsonl", "headings.jsonl", "names.jsonl", "usage.jsonl"];
    let rank = |path: &PathBuf| by_hand.iter().position(|n| path.ends_with(n)).map_or(0, |at| at + 1);
    files.sort_by_key(|path| (rank(path), path.clone()));
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("builtin.jsonl.zst");
    let file = fs::File::create(&out).expect("OUT_DIR can be written");
    let mut packed = zstd::Encoder::new(file, LEVEL).expect("the level is known");
    for parameter in [CParameter::WindowLog(WINDOW), CParameter::EnableLongDistanceMatching(true)] {
        packed.set_parameter(parameter).expect("the parameter is known");
    }
    let mut hash = Hash::new();
    // The database says which acts have an outline.
    for name in OUTLINES {
        hash.add(&fs::read(dir.join(name)).expect("the outlines can be read"));
    }
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().and_then(|n| n.to_str()).expect("names of fact files are ASCII");
        let text = fs::read(&path).expect("a fact file can be read");
        let head = format!("# {name}\n");
        for bytes in [head.as_bytes(), &text] {
            hash.add(bytes);
            packed.write_all(bytes).expect("OUT_DIR can be written");
        }
    }
    packed.finish().expect("OUT_DIR can be written");
    pack_companions(&dir.join("usage.jsonl"));
    println!("cargo::rustc-env=VIENDAN_BUILTIN_HASH={:016x}", hash.0);
}

/// The outlines of acts, which are not part of the database: the second file's take the place of the first one's.
const OUTLINES: [&str; 2] = ["outlines.jsonl", "outlines-added.jsonl"];

/// How many clauses articles have, which is not part of the database either.
const CLAUSES: &str = "clauses.jsonl";

/// Compresses the counts of clauses: a line an act, its number, who amended it and its articles with tabs between.
fn pack_clauses() {
    let path = Path::new("data/catalogue").join(CLAUSES);
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).expect("the counts of clauses can be read");
    let mut lines = String::new();
    for line in text.lines() {
        // {"number":"…","amenders":"…","articles":["…","…"]}: neither numbers nor letters hold quotation marks.
        let (head, articles) = line
            .strip_prefix("{\"number\":\"")
            .and_then(|rest| rest.strip_suffix("\"]}"))
            .and_then(|rest| rest.split_once("\",\"articles\":[\""))
            .expect("a line of the clauses has number and articles");
        let head = head.replace("\",\"amenders\":\"", "\t");
        lines.push_str(&format!("{head}\t{}\n", articles.replace("\",\"", "\t")));
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let packed = zstd::encode_all(lines.as_bytes(), LEVEL).expect("memory can be written");
    fs::write(Path::new(&out).join("clauses.bin"), packed).expect("OUT_DIR can be written");
}

/// Compresses the outlines in blocks, with an index of the numbers in them.
fn pack_outlines() {
    let texts = OUTLINES.map(|name| {
        let path = Path::new("data/catalogue").join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path).expect("the outlines can be read")
    });
    let number_of = |line: &'_ str| -> String {
        let number = line.strip_prefix("{\"number\":\"").and_then(|rest| rest.split('"').next());
        number.expect("a line of the outlines begins with the number").to_owned()
    };
    let added: HashSet<String> = texts[1].lines().map(number_of).collect();
    let (mut packed, mut index) = (Vec::new(), String::new());
    let (mut block, mut numbers) = (String::new(), Vec::new());
    let collected = texts[0].lines().filter(|line| !added.contains(&number_of(line)));
    let mut lines = collected.chain(texts[1].lines()).peekable();
    while let Some(line) = lines.next() {
        numbers.push(number_of(line));
        block.push_str(line);
        block.push('\n');
        if block.len() >= BLOCK || lines.peek().is_none() {
            let from = packed.len();
            packed.extend(zstd::encode_all(block.as_bytes(), LEVEL).expect("memory can be written"));
            for number in numbers.drain(..) {
                index.push_str(&format!("{number}\t{from}\t{}\n", packed.len() - from));
            }
            block.clear();
        }
    }
    let index = zstd::encode_all(index.as_bytes(), LEVEL).expect("memory can be written");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    for (name, bytes) in [("outlines.bin", packed), ("outlines.index", index)] {
        fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR can be written");
    }
}

/// Compresses the lines of acts that are cited together with others, which are asked for apart from the rest.
fn pack_companions(usage: &Path) {
    let text = fs::read_to_string(usage).expect("the usage can be read");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("\"with\":")).collect();
    let packed = zstd::encode_all(lines.join("\n").as_bytes(), LEVEL).expect("memory can be written");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("companions.zst"), packed).expect("OUT_DIR can be written");
}

/// Makes the rulebook. What is wrong in the pages ends the build.
fn make_rulebook() {
    let pages = Path::new("src/check/rules");
    println!("cargo::rerun-if-changed={}", pages.display());
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    if let Err(faults) = rules::make(pages, Path::new(&out)) {
        for fault in faults {
            println!("cargo::error={fault}");
        }
    }
}

/// FNV-1a: enough to tell one state of the facts from another.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
