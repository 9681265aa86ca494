//! Running the program as a shell does: in a home of its own, without the settings of the user who runs the tests.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that is home, working directory, cache and data of each program started in it; removed at the end.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A path below the home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file below the home, and the folders that it needs.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("the folders of a file");
        std::fs::write(&path, content).expect("a file in the home");
        path
    }

    /// The program with arguments, not started yet. Its catalogue is in `data`, its cache in `cache`, both below the home.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_viendan"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        for (name, folder) in [
            ("HOME", "."),
            ("VIENDAN_DATA_DIR", "data"),
            ("VIENDAN_CACHE_DIR", "cache"),
            ("XDG_DATA_HOME", "xdg/data"),
            ("XDG_CACHE_HOME", "xdg/cache"),
            ("XDG_CONFIG_HOME", "xdg/config"),
        ] {
            command.env(name, self.path(folder));
        }
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().expect("the program starts");
        Ran::from(output)
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

/// A run that has ended.
#[derive(Debug)]
pub struct Ran {
    /// None when a signal ended it.
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The output as one JSON value a line.
    pub fn rows(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output in UTF-8");
        Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
