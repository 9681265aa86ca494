//! Compresses the facts of the built-in catalogue into one file that the program includes, and makes the rulebook of the
//! pages of the rules.

#[path = "build/rules.rs"]
mod rules;

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    make_rulebook();
    let dir = Path::new("data/catalogue");
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .expect("data/catalogue can be read")
        .map(|entry| entry.expect("data/catalogue can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    // What is kept by hand comes last: it overrides the rest.
    let by_hand = ["curated.jsonl", "headings.jsonl", "names.jsonl"];
    let rank = |path: &PathBuf| by_hand.iter().position(|n| path.ends_with(n)).map_or(0, |at| at + 1);
    files.sort_by_key(|path| (rank(path), path.clone()));
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("builtin.jsonl.gz");
    let file = fs::File::create(&out).expect("OUT_DIR can be written");
    let mut gz = GzEncoder::new(file, Compression::best());
    let mut hash = Hash::new();
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().and_then(|n| n.to_str()).expect("names of fact files are ASCII");
        let text = fs::read(&path).expect("a fact file can be read");
        let head = format!("# {name}\n");
        for bytes in [head.as_bytes(), &text] {
            hash.add(bytes);
            gz.write_all(bytes).expect("OUT_DIR can be written");
        }
    }
    gz.finish().expect("OUT_DIR can be written");
    println!("cargo::rustc-env=VIENDAN_BUILTIN_HASH={:016x}", hash.0);
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
