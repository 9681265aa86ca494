//! The catalogue at scale: a million plausible instruments, imported by a user and asked together with the built-in ones.
//!
//! `cargo bench --bench catalogue` makes the instruments, imports them and measures each figure, median and worst of a
//! hundred. `VIENDAN_BENCH_COUNT` sets another number of instruments.
//! `cargo bench --bench catalogue -- --write FILE` only writes them, as JSON Lines.

mod instruments;

use instruments::{Dice, Instruments};
use std::fmt::Display;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use viendan::catalogue::{Catalogue, import};
use viendan::cite::Number;
use viendan::law::TypeId;
use viendan::text::fold;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let count = std::env::var("VIENDAN_BENCH_COUNT").map_or(Ok(1_000_000), |n| n.parse())?;
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|a| a == "--write") {
        return write(Path::new(arguments.get(at + 1).ok_or("--write FILE")?), count);
    }
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("catalogue-{count}"));
    std::fs::create_dir_all(&dir)?;
    let file = dir.join("instruments.jsonl");
    if !file.exists() {
        write(&file.with_extension("tmp"), count)?;
        std::fs::rename(file.with_extension("tmp"), &file)?;
    }
    let store = dir.join("data").join("catalogue.db");
    let keep = arguments.iter().any(|a| a == "--keep");
    if !keep || !store.exists() {
        let _ = std::fs::remove_dir_all(dir.join("data"));
        let start = Instant::now();
        let report = import::import(&store, std::slice::from_ref(&file), |_| {})?;
        let rows = report.new + report.changed + report.unchanged;
        row("import", format!("{:.0} rows/s", rows as f64 / start.elapsed().as_secs_f64()));
        row("new, known, refused", format!("{}, {}, {}", report.new, rows - report.new, report.refused_count));
    }
    row("file", format!("{} MB", std::fs::metadata(&store)?.len() >> 20));
    // SAFETY: no other thread is running yet.
    #[expect(unsafe_code, clippy::disallowed_methods, reason = "the catalogue is to be found in a folder of the bench")]
    unsafe {
        std::env::set_var("VIENDAN_DATA_DIR", dir.join("data"));
        std::env::set_var("VIENDAN_CACHE_DIR", dir.join("cache"));
    }
    drop(Catalogue::open(&[]));
    let sample = sample(&file)?;
    ask(&sample);
    server(&dir, &sample)
}

fn row(name: &str, value: impl Display) {
    println!("{name:<46} {value}");
}

fn write(path: &Path, count: usize) -> Outcome<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    for record in Instruments::new(1).take(count) {
        serde_json::to_writer(&mut out, &record)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Number and title of every hundredth instrument.
fn sample(file: &Path) -> Outcome<Vec<(String, String)>> {
    let mut out = Vec::new();
    for line in BufReader::new(File::open(file)?).lines().step_by(100) {
        let record: viendan::catalogue::record::Record = serde_json::from_str(&line?)?;
        out.extend(record.number.zip(record.title));
    }
    Ok(out)
}

/// Median and 99th percentile of what some calls take.
fn measure<T>(name: &str, times: usize, mut call: impl FnMut(usize) -> T) {
    let mut taken: Vec<Duration> = (0..times)
        .map(|n| {
            let start = Instant::now();
            std::hint::black_box(call(n));
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    let at = |percent: usize| taken[(taken.len() * percent / 100).min(taken.len() - 1)].as_secs_f64() * 1e6;
    row(name, format!("p50 {:>9.1} µs   p99 {:>9.1} µs   max {:>9.1} µs", at(50), at(99), at(100)));
}

fn ask(sample: &[(String, String)]) {
    let mut dice = Dice::new(2);
    let times = 2000.min(sample.len());
    measure("opening to first answer", 50, |n| {
        let (catalogue, _) = Catalogue::open(&[]);
        catalogue.by_number(&sample[n % sample.len()].0).len()
    });
    let (catalogue, errors) = Catalogue::open(&[]);
    assert!(errors.is_empty(), "{errors:?}");
    let keys: Vec<String> = sample.iter().take(times).filter_map(|(n, _)| Number::parse(n).map(|n| n.key())).collect();
    measure("number, cold", keys.len(), |n| catalogue.by_key(&keys[n]).len());
    measure("number, from cache", keys.len(), |n| catalogue.by_key(&keys[n]).len());
    let (cold, _) = Catalogue::open(&[]);
    measure("first completion by words", 1, |_| cold.search("quan ly dat dai", 50).len());
    measure("first completion by a mistyped word", 1, |_| cold.search("quan lyy dat dai", 50).len());

    let prefixes: Vec<String> = (0..times)
        .map(|_| {
            let number = &dice.pick(sample).0;
            let typed: Vec<char> = number.chars().collect();
            typed[..1 + dice.below(typed.len())].iter().collect()
        })
        .collect();
    measure("completion by number", times, |n| catalogue.complete_number(&prefixes[n], None, 50).len());
    let kinds = [TypeId::QUYET_DINH, TypeId::NGHI_DINH, TypeId::THONG_TU, TypeId::NGHI_QUYET];
    measure("completion by type and number", times, |n| {
        catalogue.complete_number(&prefixes[n], Some(kinds[n % 4]), 50).len()
    });
    let words: Vec<String> = (0..times)
        .map(|n| {
            let folded = fold::search(&dice.pick(sample).1);
            let words: Vec<&str> = folded.split(' ').collect();
            let count = (2 + n % 2).min(words.len());
            let start = dice.below(words.len() - count + 1);
            let mut typed: Vec<&str> = words[start..start + count].to_vec();
            // The last word may be only begun.
            if let Some(last) = typed.last_mut().filter(|_| n % 4 == 0) {
                *last = &last[..last.len().min(2)];
            }
            typed.join(" ")
        })
        .collect();
    measure("two or three words in a row", times, |n| catalogue.search(&words[n], 50).len());
    let scattered: Vec<String> = (0..times)
        .map(|n| {
            let folded = fold::search(&dice.pick(sample).1);
            let words: Vec<&str> = folded.split(' ').collect();
            (0..2 + n % 2).map(|_| *dice.pick(&words)).collect::<Vec<_>>().join(" ")
        })
        .collect();
    measure("two or three words of a title", times, |n| catalogue.search(&scattered[n], 50).len());
    let unrelated: Vec<String> = (0..times)
        .map(|n| {
            (0..2 + n % 2)
                .map(|_| {
                    let folded = fold::search(&dice.pick(sample).1);
                    let words: Vec<&str> = folded.split(' ').collect();
                    (*dice.pick(&words)).to_owned()
                })
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    measure("two or three words of different titles", times, |n| catalogue.search(&unrelated[n], 50).len());
    measure("type and three words", times, |n| catalogue.search(&format!("quyet dinh {}", words[n]), 50).len());
    let mistyped: Vec<String> = words.iter().take(times).map(|w| slip(w, &mut dice)).collect();
    measure("with a typing error", times, |n| catalogue.search(&mistyped[n], 50).len());
    let unknown: Vec<Number> = sample
        .iter()
        .take(times)
        .filter_map(|(n, _)| {
            let number = Number::parse(n)?;
            Some(Number { serial: number.serial + 7919, ..number })
        })
        .collect();
    measure("what an unknown number may have meant", unknown.len(), |n| catalogue.near(&unknown[n], 5).len());
    let (again, _) = Catalogue::open(&[]);
    measure("the names for the recogniser", 3, |_| again.names().len());
}

/// One letter of the longest word replaced.
fn slip(words: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    if let Some(longest) = words.iter_mut().max_by_key(|w| w.len()) {
        let at = dice.below(longest.len());
        if longest.is_ascii() {
            longest.replace_range(at..=at, "w");
        }
    }
    words.join(" ")
}

/// The memory of a server that has answered completions and hovers on a document, some of which only the large catalogue
/// can answer.
fn server(dir: &Path, sample: &[(String, String)]) -> Outcome<()> {
    let builtin = Catalogue::builtin()?;
    let known_to_it_alone = |number: &str| {
        Number::parse(number).is_some_and(|n| n.year.is_some() && !n.is_local() && n.kind().is_some())
            && builtin.by_number(number).is_empty()
    };
    let (number, title) = sample.iter().find(|(number, _)| known_to_it_alone(number)).ok_or("no sample")?;
    let mut server = Server::start(dir)?;
    server.ask("initialize", serde_json::json!({"processId": null, "rootUri": null, "capabilities": {}}))?;
    server.tell("initialized", serde_json::json!({}))?;
    let cited = format!("Theo văn bản số {number}");
    let lines = [
        cited.as_str(),
        "Căn cứ Luật Đất đai năm 2024;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Quyết định số 12/2015/QĐ-UBND và Thông tư 15/2018/TT-BTC",
        "nghi dinh cong tac van th",
        "quyet dinh quan ly dat dai",
        "Thông tư 15/20",
    ];
    let text = format!("{}\n", lines.join("\n")).repeat(50);
    let uri = "file:///tmp/draft.md";
    let document = serde_json::json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
    server.tell("textDocument/didOpen", serde_json::json!({"textDocument": document}))?;
    std::thread::sleep(Duration::from_secs(2));
    for line in 0..40 {
        let column = lines[line % lines.len()].encode_utf16().count();
        let place = |column: usize| serde_json::json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": column}});
        server.ask("textDocument/completion", place(column))?;
        server.ask("textDocument/hover", place(column / 2))?;
    }
    let end = cited.encode_utf16().count();
    let place = serde_json::json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": end - 1}});
    let hover = server.ask("textDocument/hover", place)?;
    if !hover["contents"]["value"].as_str().is_some_and(|shown| shown.contains(title)) {
        return Err(format!("the server does not know {number}, {title}: {hover}").into());
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.process.id()))?;
    for line in status.lines().filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM") || l.starts_with("Rss")) {
        row("server", line.replace('\t', " "));
    }
    server.process.kill()?;
    Ok(server.process.wait().map(drop)?)
}

struct Server {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    last: u64,
}

impl Server {
    fn start(dir: &Path) -> Outcome<Self> {
        let mut process = Command::new(env!("CARGO_BIN_EXE_viendan"))
            .arg("lsp")
            .env("VIENDAN_DATA_DIR", dir.join("data"))
            .env("VIENDAN_CACHE_DIR", dir.join("cache"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let to = process.stdin.take().ok_or("no input")?;
        let from = BufReader::new(process.stdout.take().ok_or("no output")?);
        Ok(Self { process, to, from, last: 0 })
    }

    fn send(&mut self, message: &serde_json::Value) -> Outcome<()> {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        Ok(self.to.flush()?)
    }

    fn tell(&mut self, method: &str, params: serde_json::Value) -> Outcome<()> {
        self.send(&serde_json::json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, params: serde_json::Value) -> Outcome<serde_json::Value> {
        self.last += 1;
        let id = self.last;
        self.send(&serde_json::json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))?;
        loop {
            let mut length = 0;
            loop {
                let mut header = String::new();
                if self.from.read_line(&mut header)? == 0 {
                    return Err("the server ended".into());
                }
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.trim().parse()?;
                }
                if header == "\r\n" {
                    break;
                }
            }
            let mut body = vec![0; length];
            std::io::Read::read_exact(&mut self.from, &mut body)?;
            let message: serde_json::Value = serde_json::from_slice(&body)?;
            // A request of the server is answered with nothing.
            if message.get("method").is_some() {
                if let Some(id) = message.get("id") {
                    self.send(&serde_json::json!({"jsonrpc": "2.0", "id": id, "result": null}))?;
                }
            } else if message["id"] == id {
                return Ok(message["result"].clone());
            }
        }
    }
}
