//! Files with faults: reported with file and line, skipped, and the rest imported.

use super::Home;
use std::io::Write;
use std::path::Path;

#[test]
fn lines_with_faults_are_reported_with_their_place_and_the_rest_is_imported() {
    let home = Home::new();
    let file = home.write(
        "mine.jsonl",
        [
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","title":"Về công tác văn thư"}"#,
            r#"{"number":"31/2020/NĐ-CP","issued":"2020"#,
            r#"{"number":"32/2020/NĐ-CP","issued":"2020-02-30"}"#,
            r#"{"number":"33/2020/NĐ-CP","type":"Nghị đinh"}"#,
            r#"{"number":"30/2020/NĐ-CP","issued":"2020-03-05","title":"Về công tác văn thư"}"#,
            r#"{"number":"34/2020/NĐ-CP","relations":[{"kind":"loves","target":"35/2020/NĐ-CP"}]}"#,
            r#"{"title":"không có số"}"#,
            r#"{"number":"36/2020/NĐ-CP"}"#,
        ]
        .join("\n"),
    );
    let ran = home.import(&[&file]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.out.starts_with("2 mới, 0 thay đổi, 1 như cũ, 0 mâu thuẫn, 5 bị từ chối.\n"), "{}", ran.out);
    for told in [
        "mine.jsonl:2: ",
        "mine.jsonl:3: issued: “2020-02-30” ",
        "mine.jsonl:4: ",
        "“Nghị đinh”",
        "mine.jsonl:6: ",
        "“loves”",
        "mine.jsonl:7: ",
    ] {
        assert!(ran.out.contains(told), "{told}\n{}", ran.out);
    }
    assert_eq!(home.own(), 2);
}

#[test]
fn a_contradiction_is_reported_with_its_place_and_the_later_source_wins() {
    let home = Home::new();
    let first = home.write("a.jsonl", r#"{"number":"9991/2020/NĐ-CP","issued":"2020-03-06","title":"Về thử nghiệm"}"#);
    let second = home.write("b.csv", "number,issued,signer\n9991/2020/NĐ-CP,2020-03-05,Thủ tướng\n");
    home.import(&[&first]);
    let ran = home.import(&[&second]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.out.contains("b.csv:2: Nghị định 9991/2020/NĐ-CP khác với trước: issued"), "{}", ran.out);
    let shown = home.run(&["catalogue", "show", "--json", "9991/2020/NĐ-CP"]).out;
    for fact in [
        r#""issued":"2020-03-05""#,
        r#""source":"a.jsonl""#,
        r#""origins":{"issued":"b.csv","signer":"b.csv"}"#,
        r#""title":"Về thử nghiệm""#,
    ] {
        assert!(shown.contains(fact), "{fact}\n{shown}");
    }
}

#[test]
fn a_relation_that_closes_a_circle_is_reported_and_left_out() {
    let home = Home::new();
    let record = |number: &str, kind: &str, target: &str| {
        format!(
            r#"{{"number":"{number}/2020/NĐ-CP","relations":[{{"kind":"{kind}","target":"{target}/2020/NĐ-CP"}}]}}"#
        )
    };
    let lines = [
        record("9993", "replaces", "9992"),
        record("9992", "replaces", "9991"),
        record("9991", "replaces", "9993"),
        record("9994", "repeals", "9994"),
        record("9993", "replaced-by", "9992"),
        record("9995", "replaces", "9993"),
    ];
    let file = home.write("circle.jsonl", lines.join("\n"));
    let ran = home.import(&[&file]);
    assert_eq!(ran.status, Some(1));
    for line in [3, 4, 5] {
        assert!(ran.out.contains(&format!("circle.jsonl:{line}: ")), "{line}\n{}", ran.out);
    }
    assert!(ran.out.contains("3 bị từ chối."), "{}", ran.out);
    assert_eq!(home.own(), 5, "the records themselves are taken");
    assert!(home.run(&["catalogue", "show", "9992/2020/NĐ-CP"]).out.contains("9991/2020/NĐ-CP"));
}

/// A compressed file whose content is a gigabyte of one byte.
fn bomb(compress: impl FnOnce(&mut dyn std::io::Read) -> Vec<u8>, byte: u8) -> Vec<u8> {
    let mut content = std::io::Read::take(std::io::repeat(byte), 1 << 30);
    compress(&mut content)
}

fn gzip(content: &mut dyn std::io::Read) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::copy(content, &mut gz).unwrap();
    gz.finish().unwrap()
}

#[test]
fn a_zip_bomb_is_reported_and_the_other_files_are_imported() {
    let home = Home::new();
    let gz = home.write("bomb.jsonl.gz", bomb(gzip, b'0'));
    // Many empty lines instead of one long one.
    let zst = home.write("bomb.csv.zst", bomb(|content| zstd::encode_all(content, 1).unwrap(), b'\n'));
    let good = home.write("good.jsonl", records_of(3));
    let ran = home.import(&[&gz, &zst, &good]);
    assert_eq!(ran.status, Some(2));
    for bomb in ["bomb.jsonl.gz", "bomb.csv.zst"] {
        let line = ran.out.lines().find(|line| line.contains(bomb));
        assert!(line.is_some_and(|line| line.contains("không đọc được: ")), "{bomb}\n{}", ran.out);
    }
    assert_eq!(home.own(), 3);
}

fn records_of(count: usize) -> String {
    (0..count).map(|n| format!("{{\"number\":\"{}/2021/NĐ-CP\"}}\n", 9000 + n)).collect()
}

#[test]
fn a_file_of_a_gigabyte_is_read_in_little_memory() {
    let home = Home::new();
    let path = home.path("huge.jsonl");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(records_of(2).as_bytes()).unwrap();
    // A gigabyte without a line end, which takes no room on the disk, and one more record after it.
    std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(1 << 30)).unwrap();
    file.write_all(b"\n{\"number\":\"9990/2021/N\xC4\x90-CP\"}\n").unwrap();
    drop(file);
    // The address space is bounded: a program that reads it at once would fail.
    let mut shell = std::process::Command::new("sh");
    let program = home.command(&[]);
    shell.arg("-c").arg("ulimit -v 900000; exec \"$0\" catalogue import huge.jsonl").arg(program.get_program());
    shell.current_dir(home.dir.path()).envs(program.get_envs().filter_map(|(k, v)| Some((k, v?))));
    let ran = super::Ran::from(shell.output().unwrap());
    assert!(ran.out.contains("3 mới") && ran.out.contains("huge.jsonl:3: "), "{ran:?}");
    assert_eq!((ran.status, home.own()), (Some(1), 3));
}

#[test]
fn a_compressed_file_that_breaks_off_gives_what_came_before() {
    let home = Home::new();
    let whole = gzip(&mut super::records(3, 2000).as_bytes());
    let broken = home.write("broken.jsonl.gz", &whole[..whole.len() / 2]);
    let good = home.write("good.jsonl", records_of(3));
    let ran = home.import(&[&broken, &good]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.out.contains("không đọc được: ") && ran.out.contains("broken.jsonl.gz:"), "{}", ran.out);
    assert!((4..2000).contains(&home.own()), "{}", home.own());
}

#[test]
#[cfg(unix)]
fn circles_of_links_and_unreadable_files_are_reported_and_skipped() {
    let home = Home::new();
    home.write("facts/a.jsonl", records_of(2));
    home.write("facts/inner/b.csv", "number;issued\n8001/2021/NĐ-CP;2021-05-05\n");
    home.write("facts/inner/notes.txt", "no records");
    std::os::unix::fs::symlink(home.path("facts"), home.path("facts/inner/again")).unwrap();
    std::os::unix::fs::symlink(home.path("nowhere.jsonl"), home.path("facts/c.jsonl")).unwrap();
    let ran = home.import(&[&home.path("facts"), Path::new("none.jsonl")]);
    assert_eq!(ran.status, Some(2), "{ran:?}");
    assert_eq!(ran.out.matches("không đọc được: ").count(), 3, "circle, dead link, missing file\n{}", ran.out);
    assert_eq!(home.own(), 3);
}

#[test]
fn what_is_exported_is_imported_the_same() {
    let home = Home::new();
    let file = home.write("all.jsonl", super::records(5, 500));
    home.import(&[&file]);
    let exported = home.run(&["catalogue", "export"]);
    assert_eq!(exported.status, Some(0));
    let other = Home::new();
    let file = other.write("exported.jsonl", &exported.out);
    let ran = other.import(&[&file]);
    assert!(ran.out.contains(" 0 bị từ chối."), "{}", ran.out);
    let again = other.run(&["catalogue", "export"]).out;
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let (first, second) = (sorted(&exported.out), sorted(&again));
    assert_eq!(first.len(), second.len());
    let missing = |of: &[String], from: &[String]| -> Vec<String> {
        of.iter().filter(|line| from.binary_search(line).is_err()).take(3).cloned().collect()
    };
    let (lost, instead) = (missing(&first, &second), missing(&second, &first));
    assert!(lost.is_empty(), "lost: {lost:#?}\ninstead: {instead:#?}");
}

/// Decrees on defence and public security are numbered apart: two of one number are two records, each with its own relations, however
/// often they are exported and imported.
#[test]
fn two_decrees_of_one_number_stay_two() {
    const BOTH: &str = r#"{"number":"01/2020/NĐ-CP","issued":"2020-01-01","title":"Sửa đổi, bổ sung một số điều của Nghị định số 84/2015/NĐ-CP về giám sát đầu tư","status":"expired","expired":"2021-03-26","relations":[{"kind":"replaced-by","target":"29/2021/NĐ-CP","date":"2021-03-26"}]}
{"number":"01/2020/NĐ-CP","issued":"2020-05-14","title":"Sửa đổi, bổ sung một số điều của Nghị định số 165/2016/NĐ-CP về quản lý ngân sách trong lĩnh vực quốc phòng","relations":[{"kind":"amends","target":"165/2016/NĐ-CP"}]}
"#;
    let of_number = |home: &Home| -> Vec<String> {
        let all = home.run(&["catalogue", "export"]).out;
        let mut lines: Vec<String> =
            all.lines().filter(|l| l.contains(r#""number":"01/2020/NĐ-CP""#)).map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let home = Home::new();
    let file = home.write("both.jsonl", BOTH);
    home.import(&[&file]);
    let first = of_number(&home);
    assert_eq!(first.len(), 2, "{first:#?}");
    assert!(first[0].contains("29/2021/NĐ-CP") && !first[0].contains("165/2016/NĐ-CP\"}"), "{}", first[0]);
    assert!(first[1].contains(r#""target":"165/2016/NĐ-CP""#) && !first[1].contains("expired"), "{}", first[1]);
    let again = home.write("again.jsonl", first.join("\n"));
    home.import(&[&again]);
    assert_eq!(of_number(&home), first, "a second time it changes nothing");
    let other = Home::new();
    let file = other.write("exported.jsonl", &home.run(&["catalogue", "export"]).out);
    other.import(&[&file]);
    assert_eq!(of_number(&other), first);
}
