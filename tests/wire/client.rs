//! A client of the language server. It answers the server's requests, keeps the server's notifications, and fails when
//! it gets a message that it does not expect, a byte of stdout outside of a frame, or a message to the user that no
//! test has read.

use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::io::{BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long anything may take before a test says that it does not come at all. It says nothing about how long it should
/// take: the machine may be busy.
pub const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
enum Incoming {
    Message(Value),
    Garbage(String),
    End,
}

/// One `textDocument/publishDiagnostics`.
#[derive(Debug, Clone)]
pub struct Publication {
    pub uri: String,
    pub version: Option<i64>,
    pub diagnostics: Vec<Value>,
    pub at: Instant,
}

impl Publication {
    /// The diagnostics of a rule.
    pub fn of(&self, code: &str) -> Vec<Value> {
        self.diagnostics.iter().filter(|d| d["code"] == code).cloned().collect()
    }
}

/// How a server is started.
#[derive(Debug)]
pub struct Start {
    command: Command,
    read_stdout: bool,
}

impl Default for Start {
    fn default() -> Self {
        Self::new()
    }
}

impl Start {
    pub fn new() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_viendan"));
        command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // What the program keeps between runs is kept away from the user's own, and made once for all tests.
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
        command.env("XDG_CACHE_HOME", scratch.join("cache")).env("VIENDAN_DATA_DIR", scratch.join("data"));
        command.env_remove("VIENDAN_LOG").env_remove("RUST_BACKTRACE");
        Self { command, read_stdout: true }
    }

    /// More arguments on the command line.
    pub fn arguments(mut self, arguments: &[&str]) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// The server is started by a shell that sets a limit first.
    pub fn limited(self, limit: &str) -> Self {
        self.through("sh", &["-c", &format!("{limit} && exec \"$0\" \"$@\"")])
    }

    /// The server has no network but one of its own without anything in it.
    pub fn without_network(self) -> Self {
        self.through("unshare", &["-rn"])
    }

    /// Another program starts the server.
    fn through(self, program: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(arguments).arg(self.command.get_program()).args(self.command.get_args());
        for (name, value) in self.command.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { command, ..self }
    }

    /// The client closes its end of the server's stdout at once.
    pub fn deaf(mut self) -> Self {
        self.read_stdout = false;
        self
    }

    pub fn start(mut self) -> Client {
        let mut child = self.command.spawn().unwrap();
        let (sender, inbox) = channel();
        let paused = Arc::new(AtomicBool::new(false));
        let waits = Arc::clone(&paused);
        let stdout = child.stdout.take().unwrap();
        if self.read_stdout {
            std::thread::spawn(move || {
                let mut stdout = BufReader::new(stdout);
                loop {
                    while waits.load(Ordering::Relaxed) {
                        std::thread::sleep(Duration::from_millis(5));
                    }
                    let incoming = read_frame(&mut stdout);
                    let last = !matches!(incoming, Incoming::Message(_));
                    if sender.send(incoming).is_err() || last {
                        break;
                    }
                }
            });
        } else {
            drop(stdout);
        }
        let mut stderr = child.stderr.take().unwrap();
        let errors = Arc::new(Mutex::new(String::new()));
        let into = Arc::clone(&errors);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = stderr.read(&mut bytes) {
                into.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..read]));
            }
        });
        Client {
            stdin: child.stdin.take(),
            child,
            inbox,
            errors,
            paused,
            stderr: Some(reader),
            next_id: 0,
            responses: HashMap::new(),
            publications: VecDeque::new(),
            shown: VecDeque::new(),
            logged: VecDeque::new(),
            refreshes: 0,
            view_refreshes: 0,
            registered: Vec::new(),
            progress: Vec::new(),
            traces: Vec::new(),
            settings: Value::Null,
            settings_of: HashMap::new(),
            answer_settings_after: Duration::ZERO,
            owed: VecDeque::new(),
            ended: false,
            process_id: Some(std::process::id()),
        }
    }
}

/// Reads a frame, strictly: nothing but `Content-Length`, an empty line and as many bytes of JSON.
fn read_frame(stdout: &mut impl std::io::BufRead) -> Incoming {
    let mut header = Vec::new();
    let mut empty = Vec::new();
    if stdout.read_until(b'\n', &mut header).is_err() || header.is_empty() {
        return Incoming::End;
    }
    let garbage = |bytes: &[u8]| Incoming::Garbage(String::from_utf8_lossy(bytes).into_owned());
    let length = std::str::from_utf8(&header).ok().and_then(|h| h.strip_prefix("Content-Length: "));
    let Some(length) = length.and_then(|h| h.strip_suffix("\r\n")).and_then(|h| h.parse().ok()) else {
        return garbage(&header);
    };
    if stdout.read_until(b'\n', &mut empty).is_err() || empty != b"\r\n" {
        return garbage(&empty);
    }
    let mut body = vec![0; length];
    if stdout.read_exact(&mut body).is_err() {
        return Incoming::Garbage("a frame that is cut off".to_owned());
    }
    serde_json::from_slice(&body).map_or_else(|_| garbage(&body), Incoming::Message)
}

#[derive(Debug)]
pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    inbox: Receiver<Incoming>,
    errors: Arc<Mutex<String>>,
    /// Whether what the server writes is left lying.
    paused: Arc<AtomicBool>,
    stderr: Option<JoinHandle<()>>,
    next_id: i64,
    responses: HashMap<i64, Value>,
    publications: VecDeque<Publication>,
    shown: VecDeque<String>,
    logged: VecDeque<String>,
    pub refreshes: usize,
    /// How often it was asked to ask again for hints, lenses and tokens.
    pub view_refreshes: usize,
    pub registered: Vec<Value>,
    /// The reports of `$/progress`.
    pub progress: Vec<Value>,
    /// The reports of `$/logTrace`.
    pub traces: Vec<Value>,
    /// What the client answers to `workspace/configuration`, and how late.
    pub settings: Value,
    /// What it answers for one folder, by its address.
    pub settings_of: HashMap<String, Value>,
    pub answer_settings_after: Duration,
    owed: VecDeque<(Instant, Value)>,
    ended: bool,
    pub process_id: Option<u32>,
}

impl Client {
    /// A server that has been initialized by a client with the capabilities of an ordinary editor.
    pub fn ready() -> Self {
        let mut client = Start::new().start();
        client.initialize(capabilities(), json!({}));
        client
    }

    pub fn initialize(&mut self, capabilities: Value, more: Value) -> Value {
        let mut params = json!({ "processId": self.process_id, "rootUri": null, "capabilities": capabilities });
        for (key, value) in more.as_object().unwrap() {
            params[key] = value.clone();
        }
        let result = self.request("initialize", params).unwrap();
        self.notify("initialized", json!({}));
        result
    }

    // --- documents ---

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, uri: &str, version: i64, changes: Value) {
        self.notify("textDocument/didChange", change(uri, version, changes));
    }

    pub fn replace(&mut self, uri: &str, version: i64, text: &str) {
        self.change(uri, version, json!([{ "text": text }]));
    }

    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    // --- questions ---

    pub fn hover(&mut self, uri: &str, line: usize, character: usize) -> Result<Value, Value> {
        self.request("textDocument/hover", place(uri, line, character))
    }

    pub fn completion(&mut self, uri: &str, line: usize, character: usize) -> Vec<Value> {
        let result = self.request("textDocument/completion", place(uri, line, character)).unwrap();
        result.get("items").or(Some(&result)).and_then(Value::as_array).cloned().unwrap_or_default()
    }

    pub fn actions(&mut self, uri: &str, range: Value, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        self.request("textDocument/codeAction", params).unwrap().as_array().cloned().unwrap_or_default()
    }

    pub fn pull(&mut self, uri: &str, previous: Option<&str>) -> Result<Value, Value> {
        let params = json!({ "textDocument": { "uri": uri }, "previousResultId": previous });
        self.request("textDocument/diagnostic", params)
    }

    /// The next publication for which a condition holds; earlier ones of the same document are dropped.
    pub fn published(&mut self, what: impl Fn(&Publication) -> bool) -> Publication {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.publications.iter().position(&what) {
                let found = self.publications[at].clone();
                let mut number = 0..;
                self.publications.retain(|p| number.next().unwrap() > at || p.uri != found.uri);
                return found;
            }
            self.step(end, "diagnostics");
        }
    }

    /// The diagnostics of a version of a document.
    pub fn diagnostics(&mut self, uri: &str, version: i64) -> Publication {
        self.published(|p| p.uri == uri && p.version == Some(version))
    }

    /// The publications that no test has read yet.
    pub fn unread_publications(&mut self) -> Vec<Publication> {
        self.publications.drain(..).collect()
    }

    /// The next message to the user.
    pub fn shown(&mut self) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(text) = self.shown.pop_front() {
                return text;
            }
            self.step(end, "a message to the user");
        }
    }

    /// The next line of the client's log.
    pub fn logged(&mut self) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(text) = self.logged.pop_front() {
                return text;
            }
            self.step(end, "a line of the log");
        }
    }

    /// Handles messages until a condition holds.
    pub fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            self.step(end, what);
        }
    }

    // --- messages ---

    pub fn request(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Sends a request, to read its answer later.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&frame(&message));
        id
    }

    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        let response = self.response(id);
        match response.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(response["result"].clone()),
        }
    }

    fn response(&mut self, id: i64) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(response) = self.responses.remove(&id) {
                return response;
            }
            self.step(end, "an answer");
        }
    }

    /// The answer to a message that could not be understood, which has no id.
    pub fn answer_to_nonsense(&mut self) -> Value {
        self.response(-1)["error"].clone()
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        let mut message = json!({ "jsonrpc": "2.0", "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&frame(&message));
    }

    /// Writes bytes as they are. A server that has ended does not read them.
    pub fn send(&mut self, bytes: &[u8]) {
        if let Some(stdin) = &mut self.stdin {
            let _ = stdin.write_all(bytes).and_then(|()| stdin.flush());
        }
    }

    pub fn close_stdin(&mut self) {
        self.stdin = None;
    }

    /// Reads the next message, or sends answers that are due. Fails when the timeout is over.
    fn step(&mut self, end: Instant, what: &str) {
        let now = Instant::now();
        let mut wake = end;
        if let Some((due, _)) = self.owed.front() {
            if *due <= now {
                let (_, answer) = self.owed.pop_front().unwrap();
                self.send(&frame(&answer));
                return;
            }
            wake = wake.min(*due);
        }
        match self.inbox.recv_timeout(wake.saturating_duration_since(now)) {
            Ok(incoming) => self.take(incoming),
            Err(RecvTimeoutError::Timeout) if Instant::now() >= end => self.fail(&format!("{what} does not come")),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => self.fail(&format!("the server ended before {what} came")),
        }
    }

    fn take(&mut self, incoming: Incoming) {
        let message = match incoming {
            Incoming::Message(message) => message,
            Incoming::Garbage(text) => self.fail(&format!("stdout holds what is no message: {text:?}")),
            Incoming::End => {
                self.ended = true;
                return;
            }
        };
        assert_eq!(message["jsonrpc"], "2.0", "{message}");
        let params = &message["params"];
        match (message["method"].as_str(), message.get("id")) {
            (None, Some(id)) => {
                let id = if id.is_null() { -1 } else { id.as_i64().unwrap() };
                assert!(id <= self.next_id, "an answer to no request: {message}");
                assert!(self.responses.insert(id, message.clone()).is_none(), "a second answer: {message}");
            }
            (Some("textDocument/publishDiagnostics"), None) => self.publications.push_back(Publication {
                uri: params["uri"].as_str().unwrap().to_owned(),
                version: params["version"].as_i64(),
                diagnostics: params["diagnostics"].as_array().unwrap().clone(),
                at: Instant::now(),
            }),
            (Some("window/showMessage"), None) => {
                self.shown.push_back(params["message"].as_str().unwrap().to_owned());
            }
            (Some("window/logMessage"), None) => {
                self.logged.push_back(params["message"].as_str().unwrap().to_owned());
            }
            (Some("workspace/configuration"), Some(id)) => {
                let items = params["items"].as_array().unwrap();
                assert!(items.iter().all(|item| item["section"] == "viendan"), "{message}");
                let of_scope = |item: &Value| self.settings_of.get(item["scopeUri"].as_str()?).cloned();
                let result: Vec<Value> =
                    items.iter().map(|item| of_scope(item).unwrap_or_else(|| self.settings.clone())).collect();
                let answer = json!({ "jsonrpc": "2.0", "id": id, "result": result });
                self.owed.push_back((Instant::now() + self.answer_settings_after, answer));
            }
            (Some("client/registerCapability"), Some(id)) => {
                self.registered.extend(params["registrations"].as_array().unwrap().iter().cloned());
                let answer = frame(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
                self.send(&answer);
            }
            (Some("window/workDoneProgress/create"), Some(id)) => {
                let answer = frame(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
                self.send(&answer);
            }
            (Some("$/progress"), None) => self.progress.push(params.clone()),
            (Some("$/logTrace"), None) => self.traces.push(params.clone()),
            (Some("workspace/diagnostic/refresh"), Some(id)) => {
                self.refreshes += 1;
                let answer = frame(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
                self.send(&answer);
            }
            (
                Some("workspace/inlayHint/refresh" | "workspace/codeLens/refresh" | "workspace/semanticTokens/refresh"),
                Some(id),
            ) => {
                self.view_refreshes += 1;
                let answer = frame(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
                self.send(&answer);
            }
            _ => self.fail(&format!("an unexpected message: {message}")),
        }
    }

    // --- the end ---

    /// Ends the server as an editor does, and checks that it ends well and that no message was left unsent or unread.
    pub fn finish(mut self) {
        self.request("shutdown", Value::Null).unwrap();
        self.notify("exit", Value::Null);
        assert_eq!(self.wait().code(), Some(0));
        self.read_the_rest();
    }

    /// The same where messages to the user may have come.
    pub fn finish_told(mut self) {
        self.request("shutdown", Value::Null).unwrap();
        self.notify("exit", Value::Null);
        assert_eq!(self.wait().code(), Some(0));
        let end = Instant::now() + PATIENCE;
        while !self.ended {
            self.step(end, "the end of stdout");
        }
    }

    /// Leaves what the server writes lying.
    pub fn pause(&self) {
        self.paused.store(true, Ordering::Relaxed);
    }

    /// Reads on.
    pub fn resume(&self) {
        self.paused.store(false, Ordering::Relaxed);
    }

    /// The number of the server's process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Reads what came until the server ended; there must be nothing unexpected in it.
    pub fn read_the_rest(&mut self) {
        let end = Instant::now() + PATIENCE;
        while !self.ended {
            self.step(end, "the end of stdout");
        }
        assert!(self.shown.is_empty(), "messages to the user that nobody expected: {:?}", self.shown);
        assert!(self.logged.is_empty(), "lines of the log that nobody expected: {:?}", self.logged);
        assert!(self.responses.is_empty(), "answers that nobody read: {:?}", self.responses);
    }

    /// Waits for the process to end by itself. Its stdin stays open.
    pub fn wait(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            if Instant::now() > end {
                self.fail("the server does not end");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits until the server has written words to stderr.
    pub fn written(&mut self, words: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.errors.lock().unwrap().contains(words) {
            if Instant::now() > end {
                self.fail(&format!("{words:?} does not come on stderr"));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// What the server wrote to stderr. Ends it.
    pub fn stderr(&mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.stderr.take() {
            let _ = reader.join();
        }
        self.errors.lock().unwrap().clone()
    }

    fn fail(&mut self, what: &str) -> ! {
        let stderr = self.stderr();
        panic!("{what}\n--- stderr of the server ---\n{stderr}");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The capabilities of an ordinary editor that lets diagnostics be pushed.
pub fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "synchronization": { "didSave": true },
            "publishDiagnostics": { "versionSupport": true, "relatedInformation": true, "dataSupport": true },
            "completion": { "completionItem": {
                "labelDetailsSupport": true, "documentationFormat": ["markdown"], "tagSupport": { "valueSet": [1] }
            } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source"] } } }
        },
        "workspace": { "workspaceEdit": { "documentChanges": true } }
    })
}

/// The same with more: `path` is a JSON pointer whose parents exist.
pub fn capabilities_with(path: &str, value: Value) -> Value {
    let mut capabilities = capabilities();
    let (parent, key) = path.rsplit_once('/').unwrap();
    capabilities.pointer_mut(parent).unwrap()[key] = value;
    capabilities
}

pub fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

pub fn change(uri: &str, version: i64, changes: Value) -> Value {
    json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes })
}

pub fn place(uri: &str, line: usize, character: usize) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
}

pub fn range(start: (usize, usize), end: (usize, usize)) -> Value {
    json!({
        "start": { "line": start.0, "character": start.1 },
        "end": { "line": end.0, "character": end.1 }
    })
}

/// A text of about so many bytes without a finding in it.
pub fn long_text(bytes: usize) -> String {
    let line = "Cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành văn bản này theo Nghị định số 30/2020/NĐ-CP.\n";
    line.repeat(bytes / line.len() + 1)
}
