//! Manual pages and the completions of shells, made of the command line.

use clap::ValueEnum;
use clap_complete::Shell;
use std::io;
use std::path::Path;

/// Writes `man/viendan.1` with a page for each command, and `completions/` with a file for each shell, into a folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let (pages, completions) = (folder.join("man"), folder.join("completions"));
    std::fs::create_dir_all(&pages)?;
    std::fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(viendan::cli::command(), &pages)?;
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut viendan::cli::command(), "viendan", &completions)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_page_for_each_command_and_a_file_for_each_shell() {
        let folder = std::env::temp_dir().join(format!("viendan-manual-{}", std::process::id()));
        write(&folder).unwrap();
        let page = std::fs::read_to_string(folder.join("man/viendan-check.1")).unwrap();
        assert!(page.contains("fail") && page.contains("sarif"), "{page}");
        assert!(!std::fs::read_to_string(folder.join("man/viendan-lsp.1")).unwrap().contains("clientProcessId"));
        for file in ["viendan.bash", "_viendan", "viendan.fish", "_viendan.ps1"] {
            let text = std::fs::read_to_string(folder.join("completions").join(file)).unwrap();
            assert!(text.contains("catalogue") && text.contains("citations"), "{file}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
