//! `viendan.toml` and the settings of an editor: what cannot be used is reported with a line that the file has.

use viendan::settings::Settings;

/// The first byte chooses between TOML and JSON.
pub fn fuzz(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    if first % 2 == 0 {
        let lines = text.lines().count().max(1);
        if let Ok((settings, problems)) = Settings::from_toml(&text) {
            for problem in problems {
                assert!(problem.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "{problem:?}");
            }
            let _ = settings.leaves_alone("/a/b.md".as_ref(), "/a".as_ref());
        }
    } else if let Ok(value) = serde_json::from_str(&text) {
        let _ = Settings::default().apply_json(&value);
    }
}
