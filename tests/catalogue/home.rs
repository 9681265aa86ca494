//! A home that cannot be written to.

use super::{Home, records};

#[test]
#[cfg(target_os = "linux")]
fn a_home_that_is_read_only_works() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let file = home.write("a.jsonl", r#"{"number":"9991/2020/NĐ-CP","title":"Về việc riêng của tôi"}"#);
    assert_eq!(home.import(&[&file]).status, Some(0));
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set(home.dir.path(), 0o555);
    set(&home.path("data"), 0o555);
    set(&home.store(), 0o444);
    let own = as_nobody(&home, &["catalogue", "show", "9991/2020/NĐ-CP"]);
    assert!(own.status == Some(0) && own.out.contains("Về việc riêng của tôi"), "{own:?}");
    let builtin = as_nobody(&home, &["catalogue", "show", "30/2020/NĐ-CP"]);
    assert!(builtin.status == Some(0) && builtin.out.contains("Về công tác văn thư"), "{builtin:?}");
    let more = home_of_programs().join("more.jsonl");
    std::fs::write(&more, records(1, 3)).unwrap();
    set(&more, 0o444);
    let import = as_nobody(&home, &["catalogue", "import", more.to_str().unwrap()]);
    assert_eq!(import.status, Some(2), "{import:?}");
    assert!(import.err.contains("catalogue.db"), "{}", import.err);
    // So that it can be removed.
    set(home.dir.path(), 0o755);
    set(&home.path("data"), 0o755);
}

/// Runs the program as a user for whom the modes of files hold: root becomes the user nobody.
#[cfg(target_os = "linux")]
fn as_nobody(home: &Home, arguments: &[&str]) -> super::Ran {
    use std::os::unix::process::CommandExt;
    let command = home.command(arguments);
    // The program may be in a folder that the user nobody may not read.
    let mut moved = std::process::Command::new(home_of_programs().join("viendan"));
    moved.args(command.get_args()).envs(command.get_envs().filter_map(|(k, v)| Some((k, v?))));
    moved.env("VIENDAN_CACHE_DIR", home.path("cache/viendan")).current_dir(home.dir.path());
    if std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0) {
        moved.uid(65534).gid(65534);
    }
    super::Ran::from(moved.output().unwrap())
}

#[test]
#[cfg(target_os = "linux")]
fn what_may_not_be_read_is_reported_and_the_rest_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let set = |name: &str, mode| {
        std::fs::set_permissions(home.path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let record = |n: u32| format!("{{\"number\":\"{n}/2021/NĐ-CP\"}}");
    for (n, name) in ["facts/open.jsonl", "facts/closed.jsonl", "facts/locked/inner.jsonl"].iter().enumerate() {
        home.write(name, record(9990 + n as u32));
    }
    let text = "CHÍNH PHỦ\nSố: 9991/2021/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2021\n\nNGHỊ ĐỊNH\nVề thử nghiệm\n\nĐiều 1. Phạm vi\nNội dung.\n";
    for name in ["texts/open.txt", "texts/closed.txt", "texts/locked/inner.txt"] {
        home.write(name, text);
    }
    for folder in ["data", "cache/viendan"] {
        std::fs::create_dir_all(home.path(folder)).unwrap();
        set(folder, 0o777);
    }
    set(".", 0o755);
    for name in ["facts/closed.jsonl", "facts/locked", "texts/closed.txt", "texts/locked"] {
        set(name, 0);
    }
    let imported = as_nobody(&home, &["catalogue", "import", "facts"]);
    let added = as_nobody(&home, &["catalogue", "add", "texts"]);
    let folder = as_nobody(&home, &["catalogue", "add", "texts/locked"]);
    // So that they can be removed.
    set("facts/locked", 0o755);
    set("texts/locked", 0o755);
    assert_eq!(imported.status, Some(2), "{imported:?}");
    assert!(imported.out.starts_with("1 mới"), "{}", imported.out);
    for told in ["facts/closed.jsonl", "facts/locked"] {
        let line = imported.out.lines().find(|line| line.contains(told));
        assert!(line.is_some_and(|line| line.contains("không đọc được: ")), "{told}\n{}", imported.out);
    }
    assert_eq!(home.own(), 1);
    assert_eq!(added.status, Some(1), "{added:?}");
    assert!(added.out.contains("1 văn bản đã đọc, 2 tệp hoặc thư mục bị bỏ qua."), "{}", added.out);
    for told in ["texts/closed.txt", "texts/locked"] {
        assert!(added.out.contains(told), "{told}\n{}", added.out);
    }
    assert_eq!(folder.status, Some(1), "{folder:?}");
    assert!(folder.out.contains("texts/locked"), "{}", folder.out);
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
