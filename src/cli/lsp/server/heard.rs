//! What the editor says without asking. In: notifications; out: texts as they are now, and what is to be looked at again.

use serde_json::json;

use super::super::protocol::transport::{Notification, Request};
use super::super::protocol::types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
};
use super::{Phase, Server, read};

/// Files that rules depend on.
const WATCHED: [&str; 8] =
    ["*.leadrules", "leadrules.toml", "*.txt", "*.csv", "*.json", "*.ndjson", "*.parquet", "*.xlsx"];
impl Server {
    /// Hears what the editor says. What can't be read is passed over: there is nobody to answer.
    pub(super) fn notification(&mut self, said: Notification) {
        if self.phase != Phase::Running {
            return;
        }
        match said.method.as_str() {
            "initialized" if self.client.watches => self.watch(),
            "textDocument/didOpen" => {
                let Some(params) = read::<DidOpenTextDocumentParams>(said.params) else { return };
                self.stop();
                let text = params.text_document;
                self.changed.insert(self.documents.open(text.uri, text.version, text.text));
            }
            "textDocument/didChange" => {
                let Some(params) = read::<DidChangeTextDocumentParams>(said.params) else { return };
                self.stop();
                let text = params.text_document;
                let uri = &text.text_document_identifier.uri;
                self.changed.extend(self.documents.change(uri, text.version, params.content_changes));
            }
            "textDocument/didClose" => {
                let Some(params) = read::<DidCloseTextDocumentParams>(said.params) else { return };
                self.changed.extend(self.documents.close(&params.text_document.uri));
            }
            "workspace/didChangeWatchedFiles" => {
                let Some(params) = read::<DidChangeWatchedFilesParams>(said.params) else { return };
                self.stop();
                for change in params.changes {
                    self.changed.insert(self.documents.changed_on_disk(&change.uri));
                }
                self.try_again();
            }
            // What leads say is compared with what is saved.
            "textDocument/didSave" => self.try_again(),
            "workspace/didChangeConfiguration"
                if said.params.get("settings").is_some_and(|settings| self.client.set(settings)) =>
            {
                self.try_again();
                // They may be shown elsewhere.
                self.ask_for_anew();
            }
            _ => {}
        }
    }

    /// Leads, or how they are shown, may be others.
    fn try_again(&mut self) {
        self.stop();
        self.work.forget();
        self.sets.try_again();
    }

    /// Asks to be told of files that change outside of the editor: rules, what lists are read from, and leads.
    fn watch(&self) {
        let watchers = WATCHED.map(|name| json!({ "globPattern": format!("**/{name}") }));
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let params = json!({ "registrations": [registration] });
        self.send(Request::new("watch".to_owned().into(), "client/registerCapability".to_owned(), params));
    }
}
