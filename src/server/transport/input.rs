//! What comes from the client, frame by frame, read leniently ([`super::lenient`]). tower-lsp stops reading at the first
//! frame that it cannot understand; so such a frame is replaced here by a request for the error that the client is to get.

use super::lenient::{Lenient, Outcome};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, ReadBuf};

/// The request that answers with the error for what is no JSON; its own answer has no id either.
pub const NO_JSON: &str = "viendan/noJson";
/// The request that answers with the error for JSON that is no message.
pub const NO_MESSAGE: &str = "viendan/noMessage";

/// The longest frame that is believed. A longer one is a broken header, and would swallow everything that follows.
const LONGEST_FRAME: usize = 256 << 20;
/// The longest header.
const LONGEST_HEADER: usize = 4096;
const LENGTH: &[u8] = b"content-length:";
const END: &[u8] = b"\r\n\r\n";

/// A reader of frames that can be understood.
#[derive(Debug)]
pub struct LenientFrames<R> {
    inner: R,
    lenient: Lenient,
    /// Read and not looked at.
    input: Vec<u8>,
    /// Looked at and not handed on.
    output: Vec<u8>,
    handed_on: usize,
    /// Whether the rest of a broken header has been reported and is being skipped.
    skipping: bool,
}

impl<R> LenientFrames<R> {
    pub fn new(inner: R, lenient: Lenient) -> Self {
        Self { inner, lenient, input: Vec::new(), output: Vec::new(), handed_on: 0, skipping: false }
    }

    /// Moves the next frame to the output, or what is sent in its place. `false` where more has to be read.
    fn next(&mut self) -> bool {
        if self.skipping {
            // On to the next header.
            match find(&self.input, LENGTH) {
                Some(at) => {
                    self.input.drain(..at);
                    self.skipping = false;
                }
                None => {
                    let kept = self.input.len().min(LENGTH.len() - 1);
                    self.input.drain(..self.input.len() - kept);
                    return false;
                }
            }
        }
        let Some(end) = find(&self.input, END).map(|at| at + END.len()) else {
            if self.input.len() > LONGEST_HEADER {
                self.refuse(NO_JSON);
                self.input.clear();
                self.skipping = true;
                return true;
            }
            return false;
        };
        let Some(length) = content_length(&self.input[..end]) else {
            self.refuse(NO_JSON);
            self.input.drain(..end);
            self.skipping = true;
            return true;
        };
        if self.input.len() < end + length {
            self.input.reserve(end + length - self.input.len());
            return false;
        }
        let body = &self.input[end..end + length];
        match self.lenient.read(body) {
            Outcome::AsItCame => put_frame(&mut self.output, body),
            Outcome::Instead(body) => put_frame(&mut self.output, &body),
            Outcome::NoMessage => self.refuse(NO_MESSAGE),
            Outcome::NoJson => self.refuse(NO_JSON),
        }
        self.input.drain(..end + length);
        true
    }

    fn refuse(&mut self, method: &str) {
        tracing::warn!("the client sent what cannot be understood ({method})");
        let body = format!(r#"{{"jsonrpc":"2.0","id":null,"method":"{method}"}}"#);
        put_frame(&mut self.output, body.as_bytes());
    }
}

fn put_frame(output: &mut Vec<u8>, body: &[u8]) {
    output.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    output.extend_from_slice(body);
}

/// The length in a header.
fn content_length(header: &[u8]) -> Option<usize> {
    let lines = std::str::from_utf8(header).ok()?.split("\r\n");
    let mut fields = lines.filter_map(|line| line.split_once(':'));
    // The first header may have a byte order mark before it.
    let name_of = |name: &'_ str| name.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case("content-length");
    let (_, length) = fields.find(|(name, _)| name_of(name))?;
    length.trim().parse().ok().filter(|&length| length <= LONGEST_FRAME)
}

/// Where bytes are, in any case of their letters.
fn find(text: &[u8], sought: &[u8]) -> Option<usize> {
    text.windows(sought.len()).position(|window| window.eq_ignore_ascii_case(sought))
}

impl<R: AsyncRead + Unpin> AsyncRead for LenientFrames<R> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let this = &mut *self;
        loop {
            let waiting = &this.output[this.handed_on..];
            if !waiting.is_empty() {
                let len = waiting.len().min(into.remaining());
                into.put_slice(&waiting[..len]);
                this.handed_on += len;
                return Poll::Ready(Ok(()));
            }
            this.output.clear();
            this.handed_on = 0;
            if this.next() {
                continue;
            }
            let mut chunk = [0; 16 * 1024];
            let mut read = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(cx, &mut read))?;
            if read.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            this.input.extend_from_slice(read.filled());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outbox;
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;
    use tokio::io::AsyncReadExt as _;

    const GOOD: &str = "Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    fn read(input: &[u8]) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut output = String::new();
        let lenient = Lenient::new(Arc::default(), Outbox::new().0);
        runtime.block_on(LenientFrames::new(input, lenient).read_to_string(&mut output)).unwrap();
        output
    }

    #[test]
    fn good_frames_pass_and_others_are_replaced() {
        assert_eq!(read(GOOD.as_bytes()), GOOD);
        assert_eq!(read(format!("\u{feff}{GOOD}").as_bytes()), GOOD);
        let lower = GOOD.replace("Content-Length", "content-length").replace("\r\n\r\n", "\r\nContent-Type: x\r\n\r\n");
        assert_eq!(read(lower.as_bytes()), GOOD);
        for (bad, method) in [
            ("Content-Length: 1\r\n\r\n{", NO_JSON),
            ("Content-Length: 2\r\n\r\n{}", NO_MESSAGE),
            ("Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}", NO_MESSAGE),
            ("Content-Length: x\r\n\r\n", NO_JSON),
            ("Content-Length: 99999999999999\r\n\r\n{}", NO_JSON),
            ("hello\r\n\r\nhello", NO_JSON),
        ] {
            let read = read(format!("{GOOD}{bad}{GOOD}").as_bytes());
            assert!(read.starts_with(GOOD) && read.ends_with(GOOD) && read.contains(method), "{bad}: {read}");
            assert_eq!(read.matches("Content-Length").count(), 3, "{bad}: {read}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_stop_it(garbage in prop::collection::vec(any::<u8>(), 0..200)) {
            let input = [&garbage, &b"\r\n\r\n"[..], GOOD.as_bytes()].concat();
            // Bytes that happen to be a header may ask for a longer body; none of 200 random ones does.
            prop_assert!(read(&input).ends_with(GOOD));
        }
    }
}
