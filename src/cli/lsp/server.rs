//! The conversation with the editor, one message after the other. In: messages; out: answers, and findings once no message is
//! waiting, so that only the newest text is looked at. What takes longer (proofs) waits for a rest, on a thread of its own;
//! a key throws it away.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

use leadrules_language::analyze;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_service::lines::Units;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::exit::Exit;
use super::super::world;
use super::answers::{self, Refused};
use super::documents::Documents;
use super::names;
use super::protocol::transport::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use super::protocol::types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    InitializeParams, PositionEncodingKind, PublishDiagnosticsParams, WorkspaceFolders,
};
use super::sets::{Asked, Sets};

/// How long nobody types before something is proved.
const REST: Duration = Duration::from_millis(300);
/// How often a proof that is under way is looked at.
const GLANCE: Duration = Duration::from_millis(20);
/// Changes come as edits, not as whole texts.
const INCREMENTAL: u8 = 2;
/// Proofs go deep into conditions.
const STACK: usize = 32 << 20;

/// How far a conversation has got.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Phase {
    New,
    Running,
    /// Only to be left.
    Shut,
}

/// What comes next.
enum Next {
    Message(Message),
    /// Nobody has said anything for a while.
    Rest,
    /// The editor is gone.
    Gone,
}

/// A conversation.
pub(super) struct Server {
    connection: Connection,
    phase: Phase,
    documents: Documents,
    sets: Sets,
    /// Files that have changed since the sets were read.
    changed: BTreeSet<String>,
    /// What was said and has not been heard yet.
    waiting: VecDeque<Message>,
    proof: Option<(Asked, JoinHandle<Vec<Diagnostic>>)>,
    watches: bool,
}

impl Server {
    pub(super) fn new(connection: Connection) -> Self {
        Self {
            connection,
            phase: Phase::New,
            documents: Documents::default(),
            sets: Sets::default(),
            changed: BTreeSet::new(),
            waiting: VecDeque::new(),
            proof: None,
            watches: false,
        }
    }

    /// Talks until the editor leaves.
    pub(super) fn run(mut self) -> Exit {
        loop {
            match self.next() {
                Next::Message(Message::Request(request)) => self.request(request),
                Next::Message(Message::Notification(said)) if said.method == "exit" => {
                    return if self.phase == Phase::Shut { Exit::Fine } else { Exit::CouldNotRun };
                }
                Next::Message(Message::Notification(said)) => self.notification(said),
                Next::Message(Message::Response(_)) => {}
                Next::Rest => self.rest(),
                Next::Gone => return Exit::CouldNotRun,
            }
        }
    }

    fn next(&mut self) -> Next {
        self.listen();
        if self.waiting.is_empty() {
            self.refresh();
        }
        if let Some(message) = self.waiting.pop_front() {
            return Next::Message(message);
        }
        let wait = match (&self.proof, self.sets.unproved()) {
            (Some(_), _) => GLANCE,
            (None, Some(_)) => REST,
            (None, None) => {
                return self.connection.receiver.recv().map_or(Next::Gone, Next::Message);
            }
        };
        match self.connection.receiver.recv_timeout(wait) {
            Ok(message) => Next::Message(message),
            Err(error) if error.is_timeout() => Next::Rest,
            Err(_) => Next::Gone,
        }
    }

    /// Takes in all that has been said.
    fn listen(&mut self) {
        self.waiting.extend(self.connection.receiver.try_iter());
    }

    fn send(&self, message: impl Into<Message>) {
        // Whoever is gone is noticed when nothing comes any more.
        drop(self.connection.sender.send(message.into()));
    }

    fn publish(&self, published: Vec<PublishDiagnosticsParams>) {
        for params in published {
            self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
        }
    }

    /// Looks at what has changed.
    fn refresh(&mut self) {
        if !self.changed.is_empty() {
            let changed = std::mem::take(&mut self.changed);
            let published = self.sets.refresh(&changed, &self.documents);
            self.publish(published);
        }
    }

    /// Proves, or takes in what was proved.
    fn rest(&mut self) {
        if let Some((asked, thread)) = self.proof.take_if(|(_, thread)| thread.is_finished()) {
            // What was proved of an older text is thrown away.
            let found = thread.join().unwrap_or_default();
            let published = self.sets.proved(&asked, found, &self.documents);
            self.publish(published);
        }
        if self.proof.is_some() {
            return;
        }
        if let Some(asked) = self.sets.unproved() {
            let (rules, as_of) = (asked.rules.clone(), world::now());
            let prove = move || analyze::findings(&rules, as_of).found;
            let thread = std::thread::Builder::new().stack_size(STACK).spawn(prove);
            self.proof = thread.ok().map(|thread| (asked, thread));
        }
    }

    fn request(&mut self, request: Request) {
        self.listen();
        let id = request.id.clone();
        if self.is_cancelled(&id) {
            return self.refuse(id, ErrorCode::RequestCanceled, "cancelled");
        }
        match (self.phase, request.method.as_str()) {
            (Phase::New, "initialize") => self.initialize(request),
            (Phase::New, _) => self.refuse(id, ErrorCode::ServerNotInitialized, "`initialize` comes first"),
            (Phase::Running, "shutdown") => {
                self.phase = Phase::Shut;
                self.send(Response::new_ok(id, Value::Null));
            }
            (Phase::Running, "initialize") => self.refuse(id, ErrorCode::InvalidRequest, "`initialize` comes once"),
            (Phase::Running, _) => {
                self.refresh();
                self.answer(request);
            }
            (Phase::Shut, _) => self.refuse(id, ErrorCode::InvalidRequest, "`shutdown` has been said"),
        }
    }

    /// Whether nobody waits for this answer any more.
    fn is_cancelled(&self, id: &RequestId) -> bool {
        let is_so = |message: &Message| match message {
            Message::Notification(said) => {
                said.method == "$/cancelRequest" && said.params.get("id") == Some(&json!(id))
            }
            Message::Request(_) | Message::Response(_) => false,
        };
        self.waiting.iter().any(is_so)
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, why: &str) {
        self.send(Response::new_err(id, code as i32, why.to_owned()));
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        match answers::answer(&method, params, &self.sets, &self.documents) {
            Ok(answer) => self.send(Response::new_ok(id, answer)),
            Err(Refused::Unknown) => {
                self.refuse(id, ErrorCode::MethodNotFound, &format!("`{method}` is not known here"));
            }
            Err(Refused::Unreadable) => {
                self.refuse(id, ErrorCode::InvalidParams, &format!("`{method}` has parameters that can't be read"));
            }
            Err(Refused::Said(why)) => self.refuse(id, ErrorCode::RequestFailed, &why),
        }
    }

    fn initialize(&mut self, request: Request) {
        let Some(params) = read::<InitializeParams>(request.params) else {
            return self.refuse(request.id, ErrorCode::InvalidParams, "`initialize` has parameters that can't be read");
        };
        let encodings = params.capabilities.general.and_then(|general| general.position_encodings).unwrap_or_default();
        let is_utf8 = encodings.contains(&PositionEncodingKind::UTF8);
        self.documents.units = if is_utf8 { Units::Utf8 } else { Units::Utf16 };
        let workspace = params.capabilities.workspace.unwrap_or_default();
        let edits = workspace.workspace_edit.and_then(|edits| edits.document_changes);
        self.documents.takes_versions = edits.unwrap_or_default();
        let watched = workspace.did_change_watched_files;
        self.watches = watched.and_then(|watched| watched.dynamic_registration).unwrap_or_default();
        #[expect(deprecated, reason = "older editors give nothing else")]
        let root = params.root_uri;
        let folders = match params.workspace_folders_initialize_params.workspace_folders {
            Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
                folders.into_iter().map(|folder| folder.uri).collect()
            }
            Some(WorkspaceFolders::Null) | None => root.into_iter().collect::<Vec<_>>(),
        };
        for name in folders.iter().map(|uri| names::name(&uri.0)).filter(|name| names::is_path(name)) {
            self.documents.look_in(Path::new(&name));
        }
        self.phase = Phase::Running;
        let mut capabilities = answers::capabilities();
        capabilities["positionEncoding"] = json!(if is_utf8 { "utf-8" } else { "utf-16" });
        capabilities["textDocumentSync"] = json!({ "openClose": true, "change": INCREMENTAL, "save": true });
        let server = json!({ "name": "leadrules", "version": env!("CARGO_PKG_VERSION") });
        let result = json!({ "capabilities": capabilities, "serverInfo": server });
        self.send(Response::new_ok(request.id, result));
    }

    /// Hears what the editor says. What can't be read is passed over: there is nobody to answer.
    fn notification(&mut self, said: Notification) {
        if self.phase != Phase::Running {
            return;
        }
        match said.method.as_str() {
            "initialized" if self.watches => self.watch(),
            "textDocument/didOpen" => {
                let Some(params) = read::<DidOpenTextDocumentParams>(said.params) else { return };
                let text = params.text_document;
                self.changed.insert(self.documents.open(text.uri, text.version, text.text));
            }
            "textDocument/didChange" => {
                let Some(params) = read::<DidChangeTextDocumentParams>(said.params) else { return };
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
                for change in params.changes {
                    self.changed.insert(self.documents.changed_on_disk(&change.uri));
                }
            }
            _ => {}
        }
    }

    /// Asks to be told of files that change outside of the editor: rules, and what lists are read from.
    fn watch(&self) {
        let watchers = ["**/*.leadrules", "**/*.txt", "**/*.csv"].map(|glob| json!({ "globPattern": glob }));
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let params = json!({ "registrations": [registration] });
        self.send(Request::new("watch".to_owned().into(), "client/registerCapability".to_owned(), params));
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}
