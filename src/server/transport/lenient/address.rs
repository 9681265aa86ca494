//! Addresses of documents. Clients write what their platform writes: `file:///a/[Dự thảo] b.md`, `/home`, `C:\drafts`. The
//! types of the protocol take URIs by the letter of RFC 3986 only.

use memchr::memmem;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::str::FromStr as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use tower_lsp::ls_types::Uri;

/// So many addresses are remembered; a client that has more gets the repaired spelling of the others.
const MOST: usize = 4096;

/// The addresses that were repaired, with the client's own spelling, in which it gets them back.
#[derive(Debug, Default)]
pub struct Addresses {
    spelled: Mutex<HashMap<String, String>>,
    any: AtomicBool,
}

impl Addresses {
    /// The address as a URI; `None` where it is one already or nothing can be made of it.
    pub fn repair(&self, written: &str) -> Option<String> {
        if Uri::from_str(written).is_ok() {
            return None;
        }
        let repaired = repaired(written).filter(|repaired| Uri::from_str(repaired).is_ok())?;
        let mut spelled = self.spelled.lock().unwrap_or_else(PoisonError::into_inner);
        if spelled.len() < MOST || spelled.contains_key(&repaired) {
            spelled.insert(repaired.clone(), written.to_owned());
            self.any.store(true, Ordering::Release);
        }
        Some(repaired)
    }

    /// The URI of an address that was repaired before, by the client's spelling.
    pub fn known(&self, written: &str) -> Option<String> {
        if !self.any.load(Ordering::Acquire) {
            return None;
        }
        let spelled = self.spelled.lock().unwrap_or_else(PoisonError::into_inner);
        spelled.iter().find(|(_, theirs)| *theirs == written).map(|(ours, _)| ours.clone())
    }

    /// A message of the server with the addresses as the client writes them. Costs nothing where none was repaired.
    pub fn restore<'b>(&self, body: &'b [u8]) -> Cow<'b, [u8]> {
        if !self.any.load(Ordering::Acquire) {
            return Cow::Borrowed(body);
        }
        let mut body = Cow::Borrowed(body);
        for (ours, theirs) in &*self.spelled.lock().unwrap_or_else(PoisonError::into_inner) {
            // A URI has nothing in it that JSON would escape.
            let sought = format!("\"{ours}\"");
            let mut places = memmem::find_iter(&body, sought.as_bytes()).peekable();
            if places.peek().is_none() {
                continue;
            }
            let Ok(spelled) = serde_json::to_vec(theirs) else { continue };
            let (mut out, mut from) = (Vec::with_capacity(body.len()), 0);
            for at in places {
                out.extend_from_slice(&body[from..at]);
                out.extend_from_slice(&spelled);
                from = at + sought.len();
            }
            out.extend_from_slice(&body[from..]);
            body = Cow::Owned(out);
        }
        body
    }
}

/// A URI of what is none: a path, or a URI with characters that may not stand raw or a scheme that may not be written so.
fn repaired(written: &str) -> Option<String> {
    let drive = |text: &str| text.len() > 2 && text.as_bytes()[0].is_ascii_alphabetic() && &text[1..2] == ":";
    if written.starts_with('/') {
        return Some(format!("file://{}", encoded(written, false)));
    }
    if written.is_char_boundary(1)
        && written.is_char_boundary(2)
        && drive(written)
        && written[2..].starts_with(['\\', '/'])
    {
        return Some(format!("file:///{}", encoded(&written.replace('\\', "/"), false)));
    }
    let (scheme, rest) = written.split_once(':')?;
    if scheme.is_empty() || scheme.contains(|c: char| c == '/' || c.is_whitespace()) || !rest.starts_with('/') {
        return None;
    }
    let mut name: String =
        scheme.chars().map(|c| if c.is_ascii_alphanumeric() || "+-.".contains(c) { c } else { '-' }).collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert(0, 'x');
    }
    let is_file = name.eq_ignore_ascii_case("file");
    let rest = if is_file { Cow::Owned(rest.replace('\\', "/")) } else { Cow::Borrowed(rest) };
    Some(format!("{name}:{}", encoded(&rest, !is_file)))
}

/// A path with what may not stand raw percent-encoded. What is encoded already stays so.
fn encoded(path: &str, with_query: bool) -> String {
    let mut out = String::with_capacity(path.len());
    let bytes = path.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let is_hex = |n: usize| bytes.get(at + n).is_some_and(u8::is_ascii_hexdigit);
        let stands = byte.is_ascii_alphanumeric()
            || b"-._~!$&'()*+,;=:@/".contains(&byte)
            || (byte == b'%' && is_hex(1) && is_hex(2))
            || (with_query && b"?#".contains(&byte));
        if stands {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_uri_becomes_one_and_the_client_gets_its_own_back() {
        let addresses = Addresses::default();
        for (written, uri) in [
            ("file:///tmp/[D%E1%BB%B1 th%E1%BA%A3o] a.md", "file:///tmp/%5BD%E1%BB%B1%20th%E1%BA%A3o%5D%20a.md"),
            ("file:///tmp/Dự.md", "file:///tmp/D%E1%BB%B1.md"),
            ("file:///tmp/100%.md", "file:///tmp/100%25.md"),
            ("/home/a", "file:///home/a"),
            ("C:\\drafts\\a.md", "file:///C:/drafts/a.md"),
            ("_claude_fs_right:/a/b.md?x=1", "x-claude-fs-right:/a/b.md?x=1"),
        ] {
            assert_eq!(addresses.repair(written).as_deref(), Some(uri), "{written}");
            let body = format!("{{\"uri\":\"{uri}\"}}");
            let restored: serde_json::Value = serde_json::from_slice(&addresses.restore(body.as_bytes())).unwrap();
            assert_eq!(restored["uri"], written);
        }
    }

    #[test]
    fn what_is_one_stays_and_nonsense_is_left_alone() {
        let addresses = Addresses::default();
        for written in ["file:///a%20b.md", "untitled:Untitled-1", "no uri at all %%", "", "[object Object]", "://"] {
            assert_eq!(addresses.repair(written), None, "{written}");
        }
        assert!(matches!(addresses.restore(b"{}"), Cow::Borrowed(_)));
    }
}
