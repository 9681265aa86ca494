//! An import that is killed leaves the former state, and a damaged database is noticed and rebuilt.

use super::{Home, records};
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_kill_at_any_moment_leaves_the_former_state() {
    let home = Home::new();
    let former = home.write("former.jsonl", records(1, 300));
    assert_eq!(home.import(&[&former]).status, Some(0));
    let before = home.own();
    let large = home.write("large.jsonl", records(2, 6000));
    let arguments = ["catalogue", "import", large.to_str().unwrap()];
    // How long it takes without being killed; in another home, so that this one still has its former state.
    let other = Home::new();
    other.import(&[&former]);
    let start = Instant::now();
    assert_eq!(other.run(&arguments).status, Some(0));
    let (whole, after) = (start.elapsed(), other.own());
    assert!(after > before);

    let mut dice = super::plausible::Dice::new(3);
    let (mut killed, mut rounds) = (0, 0);
    while killed < 20 && rounds < 60 {
        rounds += 1;
        let mut child = home.command(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(dice.share() * 1.05).max(Duration::from_millis(1)));
        child.kill().unwrap();
        let ended = child.wait().unwrap().code().is_some();
        let connection = rusqlite::Connection::open(home.store()).unwrap();
        let sound: String = connection.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
        assert_eq!(sound, "ok", "after round {rounds}");
        drop(connection);
        let now = home.own();
        if ended || now == after {
            // The import ended before it was killed; the new state stays, so the former one is put back.
            assert_eq!(now, after);
            std::fs::remove_dir_all(home.path("data")).unwrap();
            home.import(&[&former]);
        } else {
            assert_eq!(now, before, "after round {rounds}");
            killed += 1;
        }
    }
    assert_eq!(killed, 20, "in {rounds} rounds");
    assert_eq!(home.run(&arguments).status, Some(0), "the next import works");
    assert_eq!(home.own(), after);
}

#[test]
fn a_database_with_a_damaged_header_is_quarantined_and_reported() {
    let home = Home::new();
    home.import(&[&home.write("a.jsonl", records(1, 300))]);
    home.write("data/catalogue.db", "no database at all, only some words that stand where one was");
    let ran = home.run(&["catalogue", "search", "công tác văn thư"]);
    assert_eq!(ran.status, Some(0), "the built-in catalogue answers: {ran:?}");
    assert!(ran.err.contains("catalogue.damaged-1.db"), "{}", ran.err);
    assert_eq!(home.own(), 0);
    let again = home.run(&["catalogue", "search", "công tác văn thư"]);
    assert_eq!(again.err, "", "it is told once");
}

#[test]
fn damage_in_the_middle_is_noticed_by_the_next_import_and_what_can_be_read_is_saved() {
    let home = Home::new();
    home.import(&[&home.write("a.jsonl", records(1, 3000))]);
    let before = home.own();
    let mut bytes = std::fs::read(home.store()).unwrap();
    // A page of rows in the first third becomes noise.
    let page = bytes.len() / 4096 / 5;
    for (n, byte) in bytes[page * 4096..(page + 1) * 4096].iter_mut().enumerate() {
        *byte = (n * 31 % 251) as u8;
    }
    std::fs::write(home.store(), bytes).unwrap();
    let ran = home.import(&[&home.write("b.jsonl", "{\"number\":\"9999/2021/NĐ-CP\"}")]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(ran.out.contains("đã để riêng tại"), "{}", ran.out);
    assert!(home.path("data/catalogue.damaged-1.db").exists());
    let saved = home.own();
    assert!(saved > before / 2 && saved <= before + 1, "{saved} of {before}");
    let connection = rusqlite::Connection::open(home.store()).unwrap();
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
    assert_eq!(sound, "ok");
}
