//! The end of the client's process, which an open pipe does not show: other processes may hold it.

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// Waits on a thread of its own until the process of the client is gone.
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
