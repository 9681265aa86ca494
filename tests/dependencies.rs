//! No network, no other programs: what the program is built from and what its code calls.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table(name: &str) -> toml::Table {
    std::fs::read_to_string(root().join(name)).expect(name).parse().expect(name)
}

/// `deny.toml` names the libraries that speak over a network; `cargo deny check` says the same with more of the world around it.
#[test]
fn nothing_that_speaks_over_a_network_is_built_in() {
    let denied = table("deny.toml");
    let denied: Vec<&str> =
        denied["bans"]["deny"].as_array().unwrap().iter().map(|ban| ban["crate"].as_str().unwrap()).collect();
    assert!(denied.len() > 8, "{denied:?}");
    let lock = table("Cargo.lock");
    let packages = lock["package"].as_array().unwrap();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    for package in packages {
        let name = package["name"].as_str().unwrap();
        assert!(!denied.contains(&name), "{name} speaks over a network");
        let is_own = name.starts_with("viendan");
        let is_known = package.get("source").is_some_and(|source| source.as_str().unwrap().contains("crates.io"));
        assert!(is_own || (is_known && package.get("checksum").is_some()), "{name} comes from elsewhere");
    }
}

#[test]
fn the_code_opens_no_connection_and_starts_no_program() {
    let mut files = Vec::new();
    below(&root().join("src"), &mut files);
    assert!(files.len() > 100, "only {} files", files.len());
    for file in files {
        let code = std::fs::read_to_string(&file).unwrap();
        for call in ["std::net", "tokio::net", "TcpStream", "UdpSocket", "std::process::Command", "process::Command"] {
            assert!(!code.contains(call), "{}: {call}", file.display());
        }
    }
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
