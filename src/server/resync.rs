//! Documents that are out of step with the client: there is no way to ask for a whole text, so the file is read when the client
//! has saved it.

use super::analysis::Occasion;
use super::documents::LONGEST;
use super::session::Session;
use std::sync::Arc;
use tower_lsp::ls_types::Uri;

impl Session {
    /// Takes the text of a document that is out of step from the file that the client has just written, on a task of its own.
    /// A change that comes meanwhile is another chance to save.
    pub fn take_saved(self: &Arc<Self>, uri: &Uri) {
        let version = self.documents().get(uri).filter(|document| document.out_of_sync).map(|d| d.version);
        let (Some(version), Some(path)) = (version, uri.to_file_path()) else { return };
        let (session, uri, path) = (Arc::clone(self), uri.clone(), path.into_owned());
        tokio::spawn(async move {
            let read = move || std::fs::read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let Ok(Some(text)) = tokio::task::spawn_blocking(read).await else { return };
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            if text.len() <= LONGEST && session.documents().take_saved(&uri, version, text) {
                tracing::info!("{}: in step again, from the saved file", uri.as_str());
                session.request_analysis(&uri, Occasion::Save);
            }
        });
    }
}
