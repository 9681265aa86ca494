//! How the server begins and ends: logging, panics, and the three ways in which a client can be gone.

use super::outbox::Outbox;
use crate::settings::Trace;
use std::cell::Cell;
use std::future::Future;
use std::io::Write as _;
use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::io::AsyncWrite;
use tokio::sync::Notify;
use tower_lsp::ls_types::MessageType;
use tracing_subscriber::EnvFilter;

type SetFilter = Box<dyn Fn(EnvFilter) + Send + Sync>;

static SET_FILTER: OnceLock<SetFilter> = OnceLock::new();

/// Logs to stderr: warnings, since editors show what stands there as errors, or what `VIENDAN_LOG` asks for.
pub fn start_logging() {
    let filter = EnvFilter::try_from_env("VIENDAN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let builder = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        // Its errors would be printed with a macro that panics when stderr is gone.
        .log_internal_errors(false)
        .with_env_filter(filter)
        .with_filter_reloading();
    let handle = builder.reload_handle();
    if builder.try_init().is_ok() {
        let _ = SET_FILTER.set(Box::new(move |filter| {
            let _ = handle.reload(filter);
        }));
    }
}

/// Logs as much as the settings say.
pub fn set_trace(trace: Trace) {
    if std::env::var_os("VIENDAN_LOG").is_some() {
        return;
    }
    if let Some(set) = SET_FILTER.get() {
        set(EnvFilter::new(match trace {
            Trace::Off => "warn",
            Trace::Messages => "warn,viendan=info",
            Trace::Verbose => "info,viendan=debug",
        }));
    }
}

thread_local! {
    /// Whether a panic on this thread would be caught.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Tells panics on stderr and in the client's log. One that nobody catches, on the thread that serves, ends the process:
/// a server that is alive and mute is worse than none.
pub fn hook_panics(outbox: Outbox) {
    let serving = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        // Not with a macro: those panic when stderr is gone.
        let _ = writeln!(std::io::stderr(), "viendan: {panic}");
        let backtrace = std::backtrace::Backtrace::capture();
        if backtrace.status() == std::backtrace::BacktraceStatus::Captured {
            let _ = writeln!(std::io::stderr(), "{backtrace}");
        }
        outbox.log(MessageType::ERROR, format!("viendan: {panic}"));
        if std::thread::current().id() == serving && !GUARDED.get() {
            std::process::exit(101);
        }
    }));
}

/// A piece of work that panicked; the panic has been told by the hook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panicked;

/// Does a piece of work; a panic in it is an error of the work alone.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    let before = GUARDED.replace(true);
    let result = std::panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    result.map_err(|_| Panicked)
}

/// The same for a handler: all handlers share one task, which must not die of one of them.
pub async fn guard<T>(name: &'static str, handler: impl Future<Output = T>) -> Result<T, Panicked> {
    let mut handler = pin!(handler);
    let mut first = true;
    std::future::poll_fn(|context| {
        let polled = catch(|| {
            if std::mem::take(&mut first) {
                trouble_for_test(name, "");
            }
            handler.as_mut().poll(context)
        });
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
            Err(panicked) => Poll::Ready(Err(panicked)),
        }
    })
    .await
}

/// Panics once where the environment variable `VIENDAN_TEST_PANIC` names this piece of work, and keeps a processor busy for
/// some seconds once where `VIENDAN_TEST_BUSY` does: `analysis`, or `analysis file:///a.txt`. The tests of rules 3 and 7
/// need both, and by honest means neither can be had for certain.
pub fn trouble_for_test(work: &str, on: &str) {
    static PANIC: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("VIENDAN_TEST_PANIC").ok());
    static BUSY: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("VIENDAN_TEST_BUSY").ok());
    static DONE: AtomicBool = AtomicBool::new(false);
    let is_asked = |variable: &Option<String>| {
        let named = variable.as_deref().and_then(|asked| asked.strip_prefix(work));
        named.is_some_and(|rest| rest.is_empty() || rest.strip_prefix(' ') == Some(on))
            && !DONE.swap(true, Ordering::Relaxed)
    };
    if is_asked(&BUSY) {
        let until = Instant::now() + Duration::from_secs(5);
        while Instant::now() < until {
            std::hint::spin_loop();
        }
    }
    assert!(!is_asked(&PANIC), "a panic in {work}, asked for by VIENDAN_TEST_PANIC");
}

/// Waits until the process of the client is gone, which an open pipe does not show: other processes may hold it.
pub fn watch_client(process: u32, gone: Arc<Notify>) {
    let Ok(pid) = i32::try_from(process) else { return };
    let watch = move || {
        match waitpid_any::WaitHandle::open(pid).and_then(|mut handle| handle.wait()) {
            Ok(()) => {}
            Err(error) if is_no_such_process(&error) => {}
            // No such system call here (an old kernel, a sandbox): look now and then.
            Err(error) if std::path::Path::new("/proc/self/stat").exists() => {
                tracing::debug!("polling for the client's process: {error}");
                while is_alive(process) {
                    std::thread::sleep(Duration::from_secs(2));
                }
            }
            Err(error) => {
                tracing::warn!("cannot watch the client's process {process}: {error}");
                return;
            }
        }
        tracing::info!("the client's process {process} is gone");
        gone.notify_one();
    };
    if let Err(error) = std::thread::Builder::new().name("client".to_owned()).spawn(watch) {
        tracing::warn!("cannot watch the client's process {process}: {error}");
    }
}

fn is_no_such_process(error: &std::io::Error) -> bool {
    // ESRCH; on Windows a process that does not exist is an invalid parameter.
    let code = if cfg!(windows) { 87 } else { 3 };
    error.raw_os_error() == Some(code)
}

/// Whether a process of Linux lives; a zombie does not.
fn is_alive(process: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{process}/stat")) else { return false };
    !stat.rsplit_once(") ").is_some_and(|(_, state)| state.starts_with(['Z', 'X']))
}

/// A writer that tells when it breaks: tower-lsp goes on reading after its output is gone.
#[derive(Debug)]
pub struct Watched<W> {
    inner: W,
    broken: Arc<Notify>,
}

impl<W> Watched<W> {
    pub fn new(inner: W, broken: Arc<Notify>) -> Self {
        Self { inner, broken }
    }

    fn note<T>(&self, result: Poll<std::io::Result<T>>) -> Poll<std::io::Result<T>> {
        if let Poll::Ready(Err(_)) = &result {
            self.broken.notify_one();
        }
        result
    }
}

impl<W: AsyncWrite + Unpin> AsyncWrite for Watched<W> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        let result = Pin::new(&mut self.inner).poll_write(cx, bytes);
        self.note(result)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let result = Pin::new(&mut self.inner).poll_flush(cx);
        self.note(result)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let result = Pin::new(&mut self.inner).poll_shutdown(cx);
        self.note(result)
    }
}
