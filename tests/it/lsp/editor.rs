//! An editor that says what a test tells it to, and hears what it is told.

use std::io::BufReader;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use lsp_server::{Message, Notification, Request, ResponseError};
use serde_json::{Value, json};

/// Longer than any answer takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// An editor and the server that it has started.
pub struct Editor {
    server: Child,
    to: Option<ChildStdin>,
    from: Receiver<Message>,
    folder: PathBuf,
    asked: i32,
    versions: i32,
    /// What was said and not looked at yet.
    said: Vec<Notification>,
    /// What the server asked and was not looked at yet.
    asked_back: Vec<Request>,
}

impl Editor {
    /// A server that has heard nothing yet, and a folder of its own with these files.
    pub fn start(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
        for (file, text) in files {
            let path = folder.join(file);
            std::fs::create_dir_all(path.parent().expect("it is below")).expect("it can be made");
            std::fs::write(path, text).expect("it can be written");
        }
        let mut server = crate::files::program()
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program is there");
        let (to, mut out) = (server.stdin.take(), BufReader::new(server.stdout.take().expect("it is a pipe")));
        let (heard, from) = channel();
        std::thread::spawn(move || {
            while let Ok(Some(message)) = Message::read(&mut out) {
                if heard.send(message).is_err() {
                    break;
                }
            }
        });
        Self { server, to, from, folder, asked: 0, versions: 0, said: Vec::new(), asked_back: Vec::new() }
    }

    /// The same, greeted with what a usual editor can do.
    pub fn open_folder(name: &str, files: &[(&str, &str)]) -> Self {
        Self::open_with(name, files, Value::Null)
    }

    /// The same, with settings.
    pub fn open_with(name: &str, files: &[(&str, &str)], settings: Value) -> Self {
        let mut editor = Self::start(name, files);
        let root = editor.uri("");
        let workspace = json!({
            "workspaceEdit": { "documentChanges": true },
            "inlayHint": { "refreshSupport": true },
            "codeLens": { "refreshSupport": true },
        });
        let greeting = json!({
            "processId": null,
            "rootUri": root,
            "initializationOptions": settings,
            "capabilities": { "workspace": workspace },
            "workspaceFolders": [{ "uri": root, "name": name }],
        });
        editor.ask("initialize", greeting).expect("it is greeted");
        editor.tell("initialized", json!({}));
        editor
    }

    pub fn uri(&self, file: &str) -> String {
        format!("file://{}", self.folder.join(file).display())
    }

    pub fn send(&mut self, message: impl Into<Message>) {
        let to = self.to.as_mut().expect("the server is still there");
        message.into().write(to).expect("the server reads");
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(Notification::new(method.to_owned(), params));
    }

    /// Asks, and waits for the answer.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        let id = self.ask_only(method, params);
        self.answer(id)
    }

    pub fn ask_only(&mut self, method: &str, params: Value) -> i32 {
        self.asked += 1;
        self.send(Request::new(self.asked.into(), method.to_owned(), params));
        self.asked
    }

    pub fn answer(&mut self, id: i32) -> Result<Value, ResponseError> {
        loop {
            match self.from.recv_timeout(PATIENCE).expect("the server answers") {
                Message::Response(response) if response.id == id.into() => return response.response_result,
                Message::Response(response) => panic!("nobody asked for {response:?}"),
                Message::Notification(said) => self.said.push(said),
                Message::Request(asked) => self.asked_back.push(asked),
            }
        }
    }

    /// Opens a text.
    pub fn open(&mut self, file: &str, text: &str) {
        self.versions += 1;
        let uri = if file.contains(':') { file.to_owned() } else { self.uri(file) };
        let document = json!({ "uri": uri, "languageId": "leadrules", "version": self.versions, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Changes a text.
    pub fn change(&mut self, file: &str, changes: &[Value]) {
        self.versions += 1;
        let document = json!({ "uri": self.uri(file), "version": self.versions });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// What was found in the newest text of a file, as published, once that has been looked at.
    pub fn found(&mut self, file: &str) -> Vec<Value> {
        let (uri, version) = (if file.contains(':') { file.to_owned() } else { self.uri(file) }, self.versions);
        loop {
            let of = |said: &&Notification| {
                said.method == "textDocument/publishDiagnostics"
                    && said.params["uri"] == json!(uri)
                    && said.params["version"] == json!(version)
            };
            if let Some(said) = self.said.iter().rev().find(of) {
                return said.params["diagnostics"].as_array().expect("it is a list").clone();
            }
            self.hear();
        }
    }

    /// What is published for a file next, whatever version it is of.
    pub fn next_found(&mut self, file: &str) -> Vec<Value> {
        let uri = json!(self.uri(file));
        loop {
            let of =
                |said: &Notification| said.method == "textDocument/publishDiagnostics" && said.params["uri"] == uri;
            if let Some(at) = self.said.iter().position(of) {
                let said = self.said.remove(at);
                return said.params["diagnostics"].as_array().expect("it is a list").clone();
            }
            self.hear();
        }
    }

    /// Waits until the server asks for this.
    pub fn asked_for(&mut self, method: &str) {
        while !self.asked_back.iter().any(|asked| asked.method == method) {
            self.hear();
        }
        self.asked_back.retain(|asked| asked.method != method);
    }

    /// What the server shows next to whoever sits before the editor.
    pub fn shown_message(&mut self) -> String {
        loop {
            if let Some(at) = self.said.iter().position(|said| said.method == "window/showMessage") {
                return self.said.remove(at).params["message"].as_str().expect("it is a text").to_owned();
            }
            self.hear();
        }
    }

    /// Writes a file of the folder.
    pub fn write(&self, file: &str, text: &str) {
        std::fs::write(self.folder.join(file), text).expect("it can be written");
    }

    /// The hints of a file, as `line: text`.
    pub fn hints(&mut self, file: &str) -> Vec<String> {
        let range = json!({ "start": at(0, 0), "end": at(10_000, 0) });
        let asked = json!({ "textDocument": { "uri": self.uri(file) }, "range": range });
        let hints = self.ask("textDocument/inlayHint", asked).expect("it is answered");
        let hint = |hint: &Value| format!("{}: {}", hint["position"]["line"], hint["label"].as_str().expect("a text"));
        hints.as_array().expect("a list").iter().map(hint).collect()
    }

    /// The lenses of a file, as `line: title`.
    pub fn lenses(&mut self, file: &str) -> Vec<String> {
        let asked = json!({ "textDocument": { "uri": self.uri(file) } });
        let lenses = self.ask("textDocument/codeLens", asked).expect("it is answered");
        let lens = |lens: &Value| {
            format!("{}: {}", lens["range"]["start"]["line"], lens["command"]["title"].as_str().expect("a text"))
        };
        lenses.as_array().expect("a list").iter().map(lens).collect()
    }

    fn hear(&mut self) {
        match self.from.recv_timeout(PATIENCE).expect("the server says something") {
            Message::Notification(said) => self.said.push(said),
            Message::Request(asked) => self.asked_back.push(asked),
            Message::Response(response) => panic!("nobody asked for {response:?}"),
        }
    }

    /// Leaves without a word.
    pub fn leave(&mut self) -> i32 {
        self.to = None;
        self.code()
    }

    /// How the server ended.
    pub fn code(&mut self) -> i32 {
        self.server.wait().expect("it ends").code().expect("no signal ended it")
    }

    /// Takes leave in good order.
    pub fn close(mut self) {
        self.ask("shutdown", Value::Null).expect("it is answered");
        self.tell("exit", Value::Null);
        assert_eq!(self.code(), 0);
    }

    /// A value as a snapshot shows it: paths are the same on all machines.
    pub fn shown(&self, value: &Value) -> String {
        let text = serde_json::to_string_pretty(value).expect("it is a value");
        text.replace(&self.uri(""), "FOLDER/")
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A place.
pub fn at(line: usize, character: usize) -> Value {
    json!({ "line": line, "character": character })
}

/// An edit.
pub fn edit(from: (usize, usize), to: (usize, usize), text: &str) -> Value {
    json!({ "range": { "start": at(from.0, from.1), "end": at(to.0, to.1) }, "text": text })
}

/// The codes of findings.
pub fn codes(found: &[Value]) -> Vec<&str> {
    found.iter().map(|found| found["code"].as_str().expect("a finding has a code")).collect()
}
