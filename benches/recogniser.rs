//! How fast the recogniser reads: throughput of `cite::read` over the blocks of a text, on one thread.
//!
//! `cargo bench --bench recogniser`. Set `VIENDAN_BENCH_TEXT` to a file of real documents; otherwise a realistic text is
//! made. The text is cut, or repeated, to the sizes below; throughput must not fall with size.
//!
//! To compare with a search for the same things in the same file:
//!
//! ```sh
//! time rg -j1 -c '\d{1,5}[a-zA-Z]?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ&0-9]*(?:-[A-ZĐ][A-Za-zĐđ&0-9]*)*|[Đđ]iều \d+|[Kk]hoản \d+|[Đđ]iểm [a-zđ]|(?:Luật|Nghị định|Bộ luật|Thông tư|Quyết định)' FILE
//! ```
//!
//! The aim is at most four times the time of that.

use viendan::catalogue::Catalogue;
use viendan::cite::{Markup, read};
use viendan::document::blocks;
use viendan::lexicon::Vocabulary;

fn main() {
    divan::main();
}

/// A text of about so many bytes.
fn text(size: usize) -> String {
    let given = std::env::var_os("VIENDAN_BENCH_TEXT").map(|file| {
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("VIENDAN_BENCH_TEXT {}: {error}", file.display()))
    });
    let source = given.filter(|text| !text.is_empty()).unwrap_or_else(|| (0..200).map(article).collect());
    let mut text = source.repeat(size / source.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

/// An article as decrees have them: two of three sentences hold references.
fn article(n: usize) -> String {
    format!(
        "Điều {}. Trách nhiệm thi hành\n1. Bộ trưởng Bộ Tài chính hướng dẫn các điểm a, b khoản {} Điều {} Nghị định số \
         {:02}/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.\n2. Ủy ban nhân dân tỉnh Nghệ An thực \
         hiện quy định tại khoản 1 Điều này và Luật Đất đai năm 2024, bảo đảm đúng tiến độ, chất lượng và hiệu quả.\n3. Cơ \
         quan, tổ chức, cá nhân có liên quan phối hợp trong quá trình tiếp nhận hồ sơ, thẩm định và trả kết quả; trường hợp \
         hồ sơ chưa đầy đủ thì trong thời hạn 03 ngày làm việc phải thông báo bằng văn bản, nêu rõ lý do.\n\n",
        n + 1,
        n % 5 + 1,
        n % 30 + 1,
        n % 90 + 10,
    )
}

#[divan::bench(args = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000], max_time = 8)]
fn throughput(bencher: divan::Bencher, size: usize) {
    let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
    let vocabulary = Vocabulary::new(catalogue.names());
    let text = text(size);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench_local(|| {
        let mut rest = text.as_str();
        let mut mentions = 0;
        for piece in blocks::split(&text) {
            let (block, after) = rest.split_at(piece.len);
            mentions += read(block, &vocabulary, Markup::Plain).mentions.len();
            rest = after;
        }
        mentions
    });
}
