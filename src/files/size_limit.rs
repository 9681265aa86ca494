//! A limit of the size of files (`ulimit -f`): the system ends a program that writes past it, unless that wants to hear of it.

/// From now on writing past the limit fails, as on a full disk.
#[cfg(unix)]
pub fn fail_past_size_limit() {
    use signal_hook::consts::SIGXFSZ;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    // Nobody asks the flag: the write that fails says it.
    if let Err(error) = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))) {
        tracing::info!("a limit of the size of files would end the program: {error}");
    }
}

/// From now on writing past the limit fails, as on a full disk.
#[cfg(not(unix))]
pub fn fail_past_size_limit() {}
