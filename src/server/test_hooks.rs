//! Troubles for tests: what happens to the server when a piece of work panics or takes long cannot be tested otherwise for
//! certain.
//!
//! They are asked for in the environment of the process and given to the session when it begins, not compiled in: the tests
//! over the wire run the program that is shipped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a piece of work is kept busy.
const BUSY: Duration = Duration::from_secs(5);
/// How long an answer is held at most.
const HOLD: Duration = Duration::from_secs(60);

/// The troubles that are still to come. Each is a piece of work ("hover", "analysis") or one on a document ("analysis
/// file:///a.txt"), several with ";" between them; each comes once.
#[derive(Debug, Default)]
pub struct TestHooks {
    panics: Vec<Trouble>,
    busy: Vec<Trouble>,
    holds: Vec<Trouble>,
}

#[derive(Debug)]
struct Trouble {
    work: String,
    on: Option<String>,
    is_over: AtomicBool,
}

impl TestHooks {
    /// Those that `VIENDAN_TEST_PANIC`, `VIENDAN_TEST_BUSY` and `VIENDAN_TEST_HOLD` ask for.
    pub fn from_environment() -> Self {
        let troubles = |variable| std::env::var(variable).map_or_else(|_| Vec::new(), |list| parse(&list));
        Self {
            panics: troubles("VIENDAN_TEST_PANIC"),
            busy: troubles("VIENDAN_TEST_BUSY"),
            holds: troubles("VIENDAN_TEST_HOLD"),
        }
    }

    /// Called where a piece of work begins: panics, or keeps a processor busy, if that was asked for.
    pub fn strike(&self, work: &str, on: &str) {
        if is_due(&self.busy, work, on) {
            let until = Instant::now() + BUSY;
            while Instant::now() < until {
                std::hint::spin_loop();
            }
        }
        assert!(!is_due(&self.panics, work, on), "a panic in {work}, asked for by VIENDAN_TEST_PANIC");
    }

    /// Called where an answer is made, on its thread: it is not ready before it is to stop, if that was asked for.
    pub fn hold(&self, work: &str, cancelled: &dyn Fn() -> bool) {
        if !is_due(&self.holds, work, "") {
            return;
        }
        tracing::error!("{work}: held");
        let until = Instant::now() + HOLD;
        while !cancelled() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(1));
        }
        tracing::error!("{work}: {}", if cancelled() { "stopped" } else { "nobody has stopped it" });
    }
}

fn parse(list: &str) -> Vec<Trouble> {
    let trouble = |asked: &str| {
        let (work, on) = asked.split_once(' ').map_or((asked, None), |(work, on)| (work, Some(on.to_owned())));
        Trouble { work: work.to_owned(), on, is_over: AtomicBool::new(false) }
    };
    list.split(';').map(str::trim).filter(|asked| !asked.is_empty()).map(trouble).collect()
}

fn is_due(troubles: &[Trouble], work: &str, on: &str) -> bool {
    let is_meant = |trouble: &&Trouble| trouble.work == work && trouble.on.as_deref().is_none_or(|asked| asked == on);
    troubles.iter().filter(is_meant).any(|trouble| !trouble.is_over.swap(true, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_comes_once_and_where_it_was_asked_for() {
        let troubles = parse("hover; analysis file:///a.txt;analysis file:///b.txt;");
        assert!(is_due(&troubles, "hover", "") && !is_due(&troubles, "hover", ""));
        assert!(!is_due(&troubles, "analysis", "file:///c.txt") && !is_due(&troubles, "anal", "file:///a.txt"));
        assert!(is_due(&troubles, "analysis", "file:///b.txt") && is_due(&troubles, "analysis", "file:///a.txt"));
        assert!(!is_due(&troubles, "analysis", "file:///a.txt"));
    }
}
