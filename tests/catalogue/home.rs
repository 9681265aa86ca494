//! A home that cannot be written to.

use super::{Home, records};

#[test]
#[cfg(target_os = "linux")]
fn a_home_that_is_read_only_works() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let home = Home::new();
    let file = home.write("a.jsonl", r#"{"number":"9991/2020/NĐ-CP","title":"Về việc riêng của tôi"}"#);
    assert_eq!(home.import(&[&file]).status, Some(0));
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set(home.dir.path(), 0o555);
    set(&home.path("data"), 0o555);
    set(&home.store(), 0o444);
    let nobody = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        // The cache cannot be made either.
        command.env("VIENDAN_CACHE_DIR", home.path("cache/viendan"));
        // Root may write anywhere: it becomes nobody.
        if std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0) {
            command.uid(65534).gid(65534);
        }
        // The program may lie where nobody may look.
        let program = home_of_programs().join("viendan");
        let mut moved = std::process::Command::new(program);
        moved.args(command.get_args()).envs(command.get_envs().filter_map(|(k, v)| Some((k, v?))));
        moved.current_dir(home.dir.path());
        if std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0) {
            moved.uid(65534).gid(65534);
        }
        super::Ran::from(moved.output().unwrap())
    };
    let own = nobody(&["catalogue", "show", "9991/2020/NĐ-CP"]);
    assert!(own.status == Some(0) && own.out.contains("Về việc riêng của tôi"), "{own:?}");
    let builtin = nobody(&["catalogue", "show", "30/2020/NĐ-CP"]);
    assert!(builtin.status == Some(0) && builtin.out.contains("Về công tác văn thư"), "{builtin:?}");
    let more = home_of_programs().join("more.jsonl");
    std::fs::write(&more, records(1, 3)).unwrap();
    set(&more, 0o444);
    let import = nobody(&["catalogue", "import", more.to_str().unwrap()]);
    assert_eq!(import.status, Some(2), "{import:?}");
    assert!(import.err.contains("catalogue.db"), "{}", import.err);
    // So that it can be removed.
    set(home.dir.path(), 0o755);
    set(&home.path("data"), 0o755);
}

/// A folder that everybody may read, with the program in it.
#[cfg(target_os = "linux")]
fn home_of_programs() -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt;
    static FOLDER: std::sync::OnceLock<tempfile::TempDir> = std::sync::OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        std::fs::copy(env!("CARGO_BIN_EXE_viendan"), folder.path().join("viendan")).unwrap();
        folder
    });
    folder.path().to_owned()
}
