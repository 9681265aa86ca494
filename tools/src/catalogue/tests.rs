//! The whole way, from small lists to fact files.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

fn gz(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut gz = GzEncoder::new(fs::File::create(path).unwrap(), Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    gz.finish().unwrap();
}

/// Makes the fact files; lists that the folder lacks are empty ones.
fn made(facts: &Path, out: &Path) -> BTreeMap<String, String> {
    fs::create_dir_all(out).unwrap();
    loop {
        match make(facts, &[], out) {
            Ok(_) => break,
            Err(Error::Io { path, .. }) if !path.exists() => match path.extension().is_some_and(|e| e == "gz") {
                true => gz(&path, ""),
                false => {
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(&path, "").unwrap();
                }
            },
            Err(error) => panic!("{error}"),
        }
    }
    let files = fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

#[test]
fn the_same_lists_give_the_same_files() {
    let facts = tempfile::tempdir().unwrap();
    let lines = r#"{"number":"84/2015/NĐ-CP","issuer":"Chính phủ","issued":"2015-09-30","effective":"2015-11-20","title":"Về giám sát và đánh giá đầu tư"}
{"number":"29/2021/NĐ-CP","issuer":"Chính phủ","issued":"2021-03-26","effective":"2021-03-26","title":"Về trình tự thẩm định dự án quan trọng quốc gia và giám sát, đánh giá đầu tư"}
{"number":"31/2021/TT-BTC","issuer":"Bộ Tài chính","issued":"2021-05-17","effective":"2021-07-02","title":"Quy định về áp dụng quản lý rủi ro trong quản lỷ thuế"}
"#;
    gz(&facts.path().join("data/metadata/phapdien_instruments.jsonl.gz"), lines);
    gz(
        &facts.path().join("data/documents/congbao_hrmaster.jsonl.gz"),
        r#"{"number":"29/2021/NĐ-CP","text":"Điều 106. Hiệu lực thi hành\n1. Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.\n2. Nghị định này thay thế Nghị định số 84/2015/NĐ-CP ngày 30 tháng 9 năm 2015."}"#,
    );
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let files = made(facts.path(), first.path());
    assert_eq!(files, made(facts.path(), second.path()));
    assert_eq!(files, made(facts.path(), first.path()), "made in the place of the former ones");
    let old = files["decrees.jsonl"].lines().find(|line| line.contains(r#""number":"84/2015/NĐ-CP""#)).unwrap();
    assert!(old.contains(r#""expired":"2021-03-26""#) && old.contains("replaced-by"), "{old}");
}
