//! Serving: the streams of the client and tower-lsp put together.

use super::lenient::{Addresses, Lenient};
use super::outbox::{Inbox, Outbox};
use super::service::Service;
use super::{input, lenient, output};
use crate::server::session::Session;
use crate::server::test_hooks::TestHooks;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Notify;
use tower_lsp::LspService;

/// How many requests may be under way. They wait on other threads, so this costs nothing; with tower-lsp's own limit four
/// slow ones would hold up everything that comes after them, their cancellation included.
const CONCURRENCY: usize = 64;
/// How many bytes of tower-lsp may wait to be written.
const PIPE: usize = 64 << 10;
/// How long the last frames may take to be written when everything else is over.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Serves a client on two streams until it is gone. Whether it has asked for `shutdown` before.
pub async fn serve(
    (input, output): (impl AsyncRead + Unpin, impl AsyncWrite + Unpin + Send + 'static),
    outbox: Outbox,
    inbox: Inbox,
    hooks: TestHooks,
) -> bool {
    let ended = Arc::new(Notify::new());
    let addresses = Arc::new(Addresses::default());
    let reader = Lenient::new(Arc::clone(&addresses), outbox.clone());
    let mut session = None;
    let (service, socket) = LspService::build(|client| {
        let state = Arc::new(Session::new(client, outbox, Arc::clone(&ended), hooks));
        session = Some(Arc::clone(&state));
        Service::new(state)
    })
    .custom_method(input::NO_JSON, Service::no_json)
    .custom_method(input::NO_MESSAGE, Service::no_message)
    .custom_method(lenient::LOST_CHANGE, Service::lost_change)
    .custom_method("$/setTrace", Service::set_trace)
    .finish();
    let frames = input::LenientFrames::new(input, reader);
    let (framework, pipe) = tokio::io::duplex(PIPE);
    let broken = Arc::clone(&ended);
    let writing = tokio::spawn(async move {
        if let Err(error) = output::write_frames(pipe, inbox, &addresses, output).await {
            // tower-lsp would go on reading after its output is gone.
            tracing::info!("the client does not listen any more: {error}");
            broken.notify_one();
        }
    });
    let serving = tower_lsp::Server::new(frames, framework, socket).concurrency_level(CONCURRENCY).serve(service);
    let all = async {
        serving.await;
        let _ = tokio::time::timeout(LAST_WORDS, writing).await;
    };
    tokio::select! {
        () = all => {}
        () = ended.notified() => {}
    }
    session.is_some_and(|session| session.shut_down.load(Ordering::Acquire))
}
