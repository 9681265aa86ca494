//! What the wire depends on and only the sources show.

use std::path::{Path, PathBuf};

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// The types of the protocol are about to be replaced by generated ones: the fewer know them, the better.
#[test]
fn the_protocol_stays_in_the_server() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let outside = files.iter().filter(|path| !path.starts_with(root.join("server")));
    for path in outside {
        let text = std::fs::read_to_string(path).unwrap();
        assert!(!text.contains("tower_lsp") && !text.contains("ls_types"), "{}", path.display());
    }
    assert!(files.len() > 20);
}
