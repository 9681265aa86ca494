//! Tells Zed how to start viendan: the program on PATH, with the user's settings.

use zed_extension_api::{self as zed, LanguageServerId, Result, Worktree, serde_json, settings::LspSettings};

struct Viendan;

impl zed::Extension for Viendan {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<zed::Command> {
        let command = worktree.which("viendan").ok_or("viendan is not on PATH: cargo install --path . --locked")?;
        Ok(zed::Command { command, args: vec!["lsp".to_owned()], env: worktree.shell_env() })
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.settings)
    }
}

zed::register_extension!(Viendan);
