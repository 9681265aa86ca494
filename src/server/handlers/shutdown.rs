//! `shutdown`: the client is about to end the server, and means it.

use super::StateChange;
use crate::server::session::Session;
use std::sync::Arc;
use std::sync::atomic::Ordering;

pub struct Shutdown;

impl StateChange for Shutdown {
    const NAME: &'static str = "shutdown";
    type Params = ();
    type Answer = ();

    fn apply(session: &Arc<Session>, (): ()) {
        session.shut_down.store(true, Ordering::Release);
    }
}
