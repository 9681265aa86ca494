//! The message loop with the lenient layer: whatever a client writes, the server reads on, answers, and ends when it is told to.

use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream};

/// Longer than any of these sessions takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// The first byte chooses between bytes as they are, and lines that are put into frames between an ordinary start and end.
pub fn fuzz(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(async {
        let session = async {
            if first % 4 == 0 {
                in_frames(rest).await;
            } else {
                let (output, pipe) = tokio::io::duplex(1 << 20);
                let mut answers = Answers::new(pipe);
                let reading = async { while answers.next().await.is_some() {} };
                tokio::join!(viendan::server::serve(std::io::Cursor::new(rest.to_vec()), output), reading);
            }
        };
        tokio::time::timeout(PATIENCE, session).await.expect("the server answers and ends");
    });
    runtime.shutdown_background();
}

/// A client that waits for the answers to its first and its last request, as clients must, and sends lines between them.
async fn in_frames(lines: &[u8]) {
    let (input, mut client) = tokio::io::duplex(1 << 20);
    let (output, pipe) = tokio::io::duplex(1 << 20);
    let mut answers = Answers::new(pipe);
    let talking = async {
        let can = json!({ "textDocument": { "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [""] } } } } });
        let start = json!({ "processId": null, "rootUri": null, "capabilities": can });
        put(&mut client, &request("the first", "initialize", start)).await;
        answers.until("the first").await;
        let text = "Theo Nghị định số 30/2020/NÐ-CP.\n";
        let open = json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": text });
        put(&mut client, &json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })).await;
        let open = json!({ "textDocument": open });
        put(&mut client, &json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": open })).await;
        for line in lines.split(|byte| *byte == b'\n').take(20) {
            put_bytes(&mut client, line).await;
        }
        put(&mut client, &request("the last", "shutdown", Value::Null)).await;
        answers.until("the last").await;
        put(&mut client, &json!({ "jsonrpc": "2.0", "method": "exit" })).await;
        while answers.next().await.is_some() {}
    };
    tokio::join!(viendan::server::serve(input, output), talking);
}

fn request(id: &str, method: &str, params: Value) -> Value {
    let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
    if !params.is_null() {
        message["params"] = params;
    }
    message
}

async fn put(client: &mut DuplexStream, message: &Value) {
    put_bytes(client, message.to_string().as_bytes()).await;
}

/// A server that has been told to end reads no more.
async fn put_bytes(client: &mut DuplexStream, body: &[u8]) {
    let frame = [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat();
    let _ = client.write_all(&frame).await;
}

/// What the server writes: frames of JSON and nothing else.
struct Answers(BufReader<DuplexStream>);

impl Answers {
    fn new(pipe: DuplexStream) -> Self {
        Self(BufReader::new(pipe))
    }

    /// `None` where the server has ended.
    async fn next(&mut self) -> Option<Value> {
        let mut header = String::new();
        self.0.read_line(&mut header).await.expect("a header in UTF-8");
        if header.is_empty() {
            return None;
        }
        let length = header.strip_prefix("Content-Length: ").and_then(|n| n.trim_end().parse().ok()).expect("a length");
        let mut body: Vec<u8> = vec![0; length];
        self.0.read_line(&mut header).await.expect("an empty line");
        self.0.read_exact(&mut body).await.expect("a whole body");
        Some(serde_json::from_slice(&body).expect("JSON"))
    }

    /// Reads up to the answer to a request, or the end of a server that was told to end.
    async fn until(&mut self, id: &str) {
        while let Some(message) = self.next().await {
            if message["id"] == id && message.get("method").is_none() {
                return;
            }
        }
    }
}
