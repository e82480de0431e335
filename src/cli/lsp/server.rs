//! The conversation with the editor, one message after the other. In: messages; out: answers, and findings once no message is
//! waiting, so that only the newest text is looked at. What takes longer (proofs) waits for a rest, on a thread of its own;
//! a key throws it away.

mod heard;

use std::collections::{BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use leadrules_language::source::FileId;
use leadrules_language::words::{Text, say};
use leadrules_service::lines::Units;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::exit::Exit;
use super::super::reader::Reader;
use super::super::world;
use super::answers::{self, Refused};
use super::client::Client;
use super::documents::Documents;
use super::protocol::transport::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use super::protocol::types::{ExecuteCommandParams, HoverParams, InitializeParams, PublishDiagnosticsParams};
use super::sets::Sets;
use super::work::{Done, Pointed, Work};
use super::{exam, names, naming};

/// How long nobody types before something is proved.
const REST: Duration = Duration::from_millis(300);
/// How often work that is under way is looked at.
const GLANCE: Duration = Duration::from_millis(20);
/// Changes come as edits, not as whole texts.
const INCREMENTAL: u8 = 2;

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
    reader: Reader,
    phase: Phase,
    documents: Documents,
    sets: Sets,
    /// Files that have changed since the sets were read.
    changed: BTreeSet<String>,
    /// What was said and has not been heard yet.
    waiting: VecDeque<Message>,
    work: Work,
    client: Client,
    /// When something was changed last.
    changed_at: Instant,
    /// How often the editor was asked something.
    asked: u64,
}

impl Server {
    pub(super) fn new(connection: Connection, reader: Reader) -> Self {
        Self {
            connection,
            reader,
            phase: Phase::New,
            documents: Documents::default(),
            sets: Sets::default(),
            changed: BTreeSet::new(),
            waiting: VecDeque::new(),
            work: Work::default(),
            client: Client::default(),
            changed_at: world::stopwatch(),
            asked: 0,
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
        let is_left = self.sets.unproved().is_some() || self.sets.untried().is_some();
        let wait = match (self.work.is_busy(), is_left) {
            (true, _) => GLANCE,
            (false, true) => REST.saturating_sub(self.changed_at.elapsed()),
            (false, false) => {
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

    /// Takes in what was worked out, and begins what is to be worked out once nobody types.
    fn rest(&mut self) {
        let done = self.work.take(&mut self.sets, &self.documents);
        self.done(done);
        if self.changed_at.elapsed() >= REST {
            let done = self.work.begin(&mut self.sets, &self.client);
            self.done(done);
        }
    }

    fn done(&mut self, done: Done) {
        self.publish(done.published);
        if done.is_noted {
            self.ask_for_anew();
        }
        if let Some(why) = done.complaint {
            let params = json!({ "type": 2, "message": format!("leadrules: {}", self.said(&why)) });
            self.send(Notification::new("window/showMessage".to_owned(), params));
        }
        if let Some(request) = done.answer {
            self.answer(request);
        }
    }

    /// Something else is to be said beside lines.
    fn ask_for_anew(&mut self) {
        for (method, _) in
            ["inlayHint", "codeLens"].into_iter().zip(self.client.refreshes).filter(|(_, refreshes)| *refreshes)
        {
            self.asked += 1;
            let id = format!("{method}-{}", self.asked);
            self.send(Request::new(id.into(), format!("workspace/{method}/refresh"), Value::Null));
        }
    }

    /// A key: what is under way is of an older text.
    fn stop(&mut self) {
        self.work.stop();
        self.changed_at = world::stopwatch();
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
            (Phase::Running, method) => {
                let method = method.to_owned();
                self.refresh();
                match method.as_str() {
                    "workspace/executeCommand" => self.execute(request),
                    "textDocument/hover" => self.hover(request),
                    _ => self.answer(request),
                }
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

    /// In the language of who reads.
    fn said(&self, text: &Text) -> String {
        text.in_locale(self.documents.locale)
    }

    fn refuse(&self, id: RequestId, code: ErrorCode, why: &str) {
        self.send(Response::new_err(id, code as i32, why.to_owned()));
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        match answers::answer(&method, params, &self.sets, &self.documents, self.client.show()) {
            Ok(answer) => self.send(Response::new_ok(id, answer)),
            Err(Refused::Unknown) => {
                self.refuse(id, ErrorCode::MethodNotFound, &format!("`{method}` is not known here"));
            }
            Err(Refused::Unreadable) => {
                self.refuse(id, ErrorCode::InvalidParams, &format!("`{method}` has parameters that can't be read"));
            }
            Err(Refused::Said(why)) => self.refuse(id, ErrorCode::RequestFailed, &self.said(&why)),
        }
    }

    /// Answers what is known of a name at once; of a score it may have to be proved first.
    fn hover(&mut self, request: Request) {
        let asked = read::<HoverParams>(request.params.clone());
        let pointed = asked.and_then(|asked| {
            let (set, score) = naming::unproved(&asked, &self.sets, &self.documents)?;
            let (first, rules) = (set.name(FileId(0)).to_owned(), set.rules()?);
            Some(Pointed { request: request.clone(), first, reading: set.reading, score, rules })
        });
        let now = match pointed {
            Some(pointed) => self.work.point(pointed),
            None => vec![request],
        };
        for request in now {
            self.answer(request);
        }
    }

    /// Runs a test.
    fn execute(&mut self, request: Request) {
        let Some(asked) = read::<ExecuteCommandParams>(request.params).filter(|asked| asked.command == exam::RUN)
        else {
            return self.refuse(request.id, ErrorCode::InvalidParams, "there is no such command");
        };
        let arguments = asked.arguments.unwrap_or_default();
        let [Some(uri), Some(title)] = [0, 1].map(|at| arguments.get(at).and_then(Value::as_str)) else {
            return self.refuse(request.id, ErrorCode::InvalidParams, "it takes a URI and the title of a test");
        };
        let ran = match self.sets.of_mut(&names::name(uri)) {
            Some((first, set)) => set.examine(title).map(|ran| (first.clone(), ran)),
            None => Err(say!("the file is not open")),
        };
        match ran {
            Ok((first, ran)) => {
                let published = self.sets.noted(&first, &self.documents);
                self.publish(published);
                let failed: Vec<String> = ran.failures.iter().map(|(_, message)| self.said(message)).collect();
                self.send(Response::new_ok(request.id, json!({ "passed": ran.passed, "failed": failed })));
                self.ask_for_anew();
            }
            Err(why) => self.refuse(request.id, ErrorCode::RequestFailed, &self.said(&why)),
        }
    }

    fn initialize(&mut self, request: Request) {
        let Some(params) = read::<InitializeParams>(request.params) else {
            return self.refuse(request.id, ErrorCode::InvalidParams, "`initialize` has parameters that can't be read");
        };
        self.client = Client::new(params);
        (self.documents.units, self.documents.takes_versions) = (self.client.units, self.client.takes_versions);
        self.documents.locale = self.reader.typed.or(self.client.locale).unwrap_or(self.reader.locale);
        for folder in &self.client.folders {
            self.documents.look_in(folder);
        }
        let is_utf8 = self.client.units == Units::Utf8;
        self.phase = Phase::Running;
        let mut capabilities = answers::capabilities();
        capabilities["positionEncoding"] = json!(if is_utf8 { "utf-8" } else { "utf-16" });
        capabilities["textDocumentSync"] = json!({ "openClose": true, "change": INCREMENTAL, "save": true });
        let server = json!({ "name": "leadrules", "version": env!("CARGO_PKG_VERSION") });
        let result = json!({ "capabilities": capabilities, "serverInfo": server });
        self.send(Response::new_ok(request.id, result));
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}
