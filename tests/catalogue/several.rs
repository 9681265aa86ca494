//! Several programs at once on one home.

use super::{Home, records};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// A language server that is asked one thing after the other.
struct Server {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    last: u64,
}

const URI: &str = "file:///tmp/draft.md";

impl Server {
    fn start(home: &Home) -> Self {
        let mut child =
            home.command(&["lsp"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut server = Self { child, to, from, last: 0 };
        server.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
        server.send(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}));
        let text = "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;\n";
        let document = json!({"uri": URI, "languageId": "markdown", "version": 1, "text": text});
        server.send(&json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}}));
        server
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = self.last;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let mut length = 0;
            loop {
                let mut header = String::new();
                assert!(self.from.read_line(&mut header).unwrap() > 0, "the server ended");
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.trim().parse().unwrap();
                }
                if header == "\r\n" {
                    break;
                }
            }
            let mut body = vec![0; length];
            self.from.read_exact(&mut body).unwrap();
            let message: Value = serde_json::from_slice(&body).unwrap();
            if message.get("method").is_some() {
                if let Some(id) = message.get("id") {
                    self.send(&json!({"jsonrpc": "2.0", "id": id, "result": null}));
                }
            } else if message["id"] == id {
                return message["result"].clone();
            }
        }
    }

    /// What the card of the decree in the text says; asked again while the catalogue is being opened.
    fn hover(&mut self) -> String {
        let place = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 24}});
        let start = std::time::Instant::now();
        loop {
            let answer = self.ask("textDocument/hover", place.clone()).to_string();
            if answer.contains("văn thư") || start.elapsed().as_secs() > 60 {
                return answer;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn two_servers_answer_while_an_import_runs() {
    let home = Home::new();
    home.import(&[&home.write("first.jsonl", records(1, 200))]);
    let mut servers = [Server::start(&home), Server::start(&home)];
    for server in &mut servers {
        assert!(server.hover().contains("văn thư"));
    }
    let file = home.write("large.jsonl", records(2, 6000));
    let mut import = home
        .command(&["catalogue", "import", file.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut asked = 0;
    while import.try_wait().unwrap().is_none() {
        for server in &mut servers {
            assert!(server.hover().contains("văn thư"));
            asked += 1;
        }
    }
    let ran = super::Ran::from(import.wait_with_output().unwrap());
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(asked >= 2, "{asked}");
    for server in &mut servers {
        assert!(server.hover().contains("văn thư"));
    }
}

#[test]
fn two_imports_at_once_both_arrive() {
    let home = Home::new();
    let files = [home.write("a.jsonl", of_year(2021)), home.write("b.jsonl", of_year(2022))];
    let children: Vec<_> = files
        .iter()
        .map(|file| {
            let arguments = ["catalogue", "import", file.to_str().unwrap()];
            home.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in children {
        let ran = super::Ran::from(child.wait_with_output().unwrap());
        assert_eq!(ran.status, Some(0), "{ran:?}");
    }
    assert_eq!(home.own(), 1000);
}

fn of_year(year: u16) -> String {
    (1..=500).map(|n| format!("{{\"number\":\"{n}/{year}/NĐ-CP\"}}\n")).collect()
}
