//! The catalogue as a user meets it: the program is run, on files of every kind of fault, and killed at work.

mod bases;
mod faults;
mod home;
mod killed;
#[path = "../../benches/instruments/mod.rs"]
mod plausible;
mod several;
mod tables;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// A user with a home of their own. The cache is shared by all, so that the built-in catalogue is made once.
struct Home {
    dir: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    fn store(&self) -> PathBuf {
        self.path("data/catalogue.db")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        static CACHE: OnceLock<PathBuf> = OnceLock::new();
        let cache = CACHE.get_or_init(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache/viendan"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_viendan"));
        command.args(arguments).current_dir(self.dir.path());
        command.env("VIENDAN_DATA_DIR", self.path("data")).env("VIENDAN_CACHE_DIR", cache).env_remove("VIENDAN_LOG");
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(self.command(arguments).output().unwrap())
    }

    fn import(&self, paths: &[&Path]) -> Ran {
        let mut arguments = vec!["catalogue", "import"];
        arguments.extend(paths.iter().map(|p| p.to_str().unwrap()));
        self.run(&arguments)
    }

    /// How many instruments the user's own database holds.
    fn own(&self) -> i64 {
        let connection = rusqlite::Connection::open(self.store()).unwrap();
        connection.query_row("SELECT count(*) FROM instrument", [], |r| r.get(0)).unwrap()
    }
}

/// What a run of the program said and how it ended.
#[derive(Debug)]
struct Ran {
    status: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// So many plausible records, as JSON Lines.
fn records(seed: u64, count: usize) -> String {
    let lines = plausible::Instruments::new(seed).take(count).map(|record| serde_json::to_string(&record).unwrap());
    lines.collect::<Vec<_>>().join("\n")
}
