//! The one writer of stdout. The frames of tower-lsp (answers, and requests to the client) and those of the outbox are
//! written one after the other, each whole; both sides wait while the client does not read.

use super::lenient::Addresses;
use super::outbox::Inbox;
use std::borrow::Cow;
use std::io::{Error, ErrorKind, Result};
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader,
};

/// Writes frames until tower-lsp has written its last.
///
/// # Errors
/// When stdout is broken.
pub async fn write_frames(
    framework: impl AsyncRead + Unpin,
    mut inbox: Inbox,
    addresses: &Addresses,
    mut stdout: impl AsyncWrite + Unpin,
) -> Result<()> {
    let mut framework = BufReader::new(framework);
    let mut frame = Vec::new();
    loop {
        frame.clear();
        // Both only wait here, and lose nothing when the other comes first.
        tokio::select! {
            waiting = framework.fill_buf() => {
                if waiting?.is_empty() {
                    return Ok(());
                }
                // What was said before the answer was made comes before it: parts of an answer come before its end.
                while let Some(message) = inbox.waiting() {
                    inbox.put(message, &mut frame)?;
                    stdout.write_all(&restored(&frame, addresses)).await?;
                    frame.clear();
                }
                read_frame(&mut framework, &mut frame).await?;
            }
            Some(message) = inbox.next() => inbox.put(message, &mut frame)?,
        }
        stdout.write_all(&restored(&frame, addresses)).await?;
        stdout.flush().await?;
    }
}

/// A frame with the addresses as the client writes them.
fn restored<'f>(frame: &'f [u8], addresses: &Addresses) -> Cow<'f, [u8]> {
    let Some(body) = memchr::memmem::find(frame, b"\r\n\r\n").map(|end| &frame[end + 4..]) else { return frame.into() };
    match addresses.restore(body) {
        Cow::Borrowed(_) => Cow::Borrowed(frame),
        Cow::Owned(body) => {
            let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
            frame.extend_from_slice(&body);
            Cow::Owned(frame)
        }
    }
}

/// Reads a frame of tower-lsp, which writes nothing but its length into the header.
async fn read_frame(from: &mut (impl AsyncBufRead + Unpin), into: &mut Vec<u8>) -> Result<()> {
    loop {
        let start = into.len();
        if from.read_until(b'\n', into).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        if &into[start..] == b"\r\n" {
            break;
        }
    }
    let header = std::str::from_utf8(into).ok();
    let length = header.and_then(|header| header.trim().strip_prefix("Content-Length:")?.trim().parse::<usize>().ok());
    let length = length.ok_or_else(|| Error::new(ErrorKind::InvalidData, "a frame without a length"))?;
    let start = into.len();
    into.resize(start + length, 0);
    from.read_exact(&mut into[start..]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::outbox::Outbox;
    use super::*;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;
    use tower_lsp::ls_types::MessageType;

    fn with_runtime(test: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(test);
    }

    /// The bodies of frames, each of which must be whole.
    fn bodies(mut output: &str) -> Vec<&str> {
        let mut bodies = Vec::new();
        while !output.is_empty() {
            let (header, rest) = output.split_once("\r\n\r\n").unwrap();
            let length: usize = header.strip_prefix("Content-Length: ").unwrap().parse().unwrap();
            bodies.push(&rest[..length]);
            output = &rest[length..];
        }
        bodies
    }

    #[test]
    fn frames_are_never_interleaved_and_keep_their_order() {
        with_runtime(async {
            let (outbox, inbox) = Outbox::new();
            outbox.open();
            // A narrow way out: both sides wait for it.
            let (stdout, mut client) = tokio::io::duplex(7);
            let (mut framework, pipe) = tokio::io::duplex(5);
            let writer = tokio::spawn(async move { write_frames(pipe, inbox, &Addresses::default(), stdout).await });
            let output = Arc::new(Mutex::new(String::new()));
            let received = Arc::clone(&output);
            let reader = tokio::spawn(async move {
                let mut bytes = [0; 64];
                loop {
                    match client.read(&mut bytes).await.unwrap() {
                        0 => break,
                        n => received.lock().unwrap().push_str(std::str::from_utf8(&bytes[..n]).unwrap()),
                    }
                }
            });
            for n in 0..50 {
                outbox.log(MessageType::LOG, format!("own {n}"));
                let body = format!("{{\"framework\":{n}}}");
                let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
                // In pieces, with time for the outbox between them.
                for piece in frame.as_bytes().chunks(9) {
                    framework.write_all(piece).await.unwrap();
                    tokio::task::yield_now().await;
                }
            }
            while output.lock().unwrap().matches("own ").count() < 50 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            drop(framework);
            writer.await.unwrap().unwrap();
            reader.await.unwrap();
            let output = output.lock().unwrap();
            let bodies = bodies(&output);
            assert_eq!(bodies.len(), 100);
            let (own, theirs): (Vec<&str>, Vec<&str>) = bodies.iter().partition(|body| body.contains("own"));
            assert!(theirs.iter().enumerate().all(|(n, body)| *body == format!("{{\"framework\":{n}}}")));
            assert!(own.iter().enumerate().all(|(n, body)| body.contains(&format!("\"own {n}\""))));
        });
    }

    #[test]
    fn the_outbox_waits_until_it_is_opened_and_a_broken_pipe_is_an_error() {
        with_runtime(async {
            let (outbox, inbox) = Outbox::new();
            let (stdout, mut client) = tokio::io::duplex(1024);
            let (_framework, pipe) = tokio::io::duplex(5);
            let writer = tokio::spawn(async move { write_frames(pipe, inbox, &Addresses::default(), stdout).await });
            outbox.log(MessageType::LOG, "early".to_owned());
            let mut byte = [0];
            assert!(tokio::time::timeout(Duration::from_millis(20), client.read(&mut byte)).await.is_err());
            outbox.open();
            client.read_exact(&mut byte).await.unwrap();
            drop(client);
            outbox.log(MessageType::LOG, "late".to_owned());
            assert_eq!(writer.await.unwrap().unwrap_err().kind(), ErrorKind::BrokenPipe);
        });
    }
}
