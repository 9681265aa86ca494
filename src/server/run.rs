//! The life of the server's process.

use super::test_hooks::TestHooks;
use super::transport::{self, Outbox};
use super::{logging, panics};
use tokio::io::{AsyncRead, AsyncWrite};

/// The threads that serve the client. Work has threads of its own.
const THREADS: usize = 2;

/// The most threads that work at once: a few for each processor, and those that wait for stdin, stdout and files. Each keeps what it
/// read last, so that without a limit a busy hour would leave memory behind.
fn work_threads() -> usize {
    8 + 2 * std::thread::available_parallelism().map_or(2, usize::from).min(8)
}

/// Serves a client on two streams until it is gone, in the runtime of the caller, whose panic hook stays as it is: for fuzzing, and
/// for programs that hold a server. Whether the client has asked for `shutdown` before.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite + Unpin + Send + 'static) -> bool {
    let (outbox, inbox) = Outbox::new();
    transport::serve((input, output), outbox, inbox, TestHooks::default()).await
}

/// Serves a client on stdin and stdout until it is gone. The exit code: 0 after `shutdown`, else 1.
pub fn run() -> i32 {
    logging::start();
    let (outbox, inbox) = Outbox::new();
    panics::hook(outbox.clone());
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = match runtime.worker_threads(THREADS).max_blocking_threads(work_threads()).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("{error}");
            return 1;
        }
    };
    let streams = (tokio::io::stdin(), tokio::io::stdout());
    let was_shut_down = runtime.block_on(transport::serve(streams, outbox, inbox, TestHooks::from_environment()));
    // The thread that reads stdin may wait for ever, and nothing that is still under way is of use to anyone.
    runtime.shutdown_background();
    i32::from(!was_shut_down)
}
