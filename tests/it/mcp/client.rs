//! An assistant that calls what a test tells it to, and reads what it is answered.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// Longer than any answer takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(240);

/// An assistant and the server that it has started.
pub struct Client {
    server: Child,
    to: Option<ChildStdin>,
    from: Receiver<String>,
    asked: i64,
    /// All that was ever answered, as it came.
    pub heard: Vec<String>,
}

/// A folder of its own with these files.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mcp").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("it is below")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }
    folder
}

impl Client {
    /// A server that has heard nothing yet.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut server = crate::files::program()
            .current_dir(folder)
            .arg("mcp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program is there");
        let (to, out) = (server.stdin.take(), BufReader::new(server.stdout.take().expect("it is a pipe")));
        let (heard, from) = channel();
        std::thread::spawn(move || {
            for line in out.lines() {
                if line.is_err() || heard.send(line.expect("it is there")).is_err() {
                    break;
                }
            }
        });
        Self { server, to, from, asked: 0, heard: Vec::new() }
    }

    /// The same, greeted.
    pub fn new(folder: &Path, arguments: &[&str]) -> Self {
        let mut client = Self::start(folder, arguments);
        client.greet();
        client
    }

    pub fn greet(&mut self) -> Value {
        let info = json!({ "name": "test", "version": "1" });
        let greeting = json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": info });
        let answer = self.ask("initialize", greeting).expect("it is greeted");
        self.tell("notifications/initialized", json!({}));
        answer
    }

    pub fn say(&mut self, line: &str) {
        let to = self.to.as_mut().expect("the server is still there");
        writeln!(to, "{line}").and_then(|()| to.flush()).expect("the server reads");
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.say(&json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string());
    }

    pub fn ask_only(&mut self, method: &str, params: Value) -> i64 {
        self.asked += 1;
        self.say(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params }).to_string());
        self.asked
    }

    /// The next message, whatever it is.
    pub fn next(&mut self) -> Value {
        let line = self.from.recv_timeout(PATIENCE).expect("the server answers");
        let message = serde_json::from_str(&line).expect("each line is a message");
        self.heard.push(line);
        message
    }

    /// The answer to a question; the error is that of the protocol.
    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        loop {
            let message = self.next();
            if message["id"] == json!(id) {
                return message.get("result").cloned().ok_or_else(|| message["error"].clone());
            }
        }
    }

    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.ask_only(method, params);
        self.answer(id)
    }

    /// Calls a tool; the error is what the tool says.
    pub fn call(&mut self, tool: &str, arguments: Value) -> Result<Value, String> {
        let answer =
            self.ask("tools/call", json!({ "name": tool, "arguments": arguments })).expect("calls are answered");
        let text = answer["content"][0]["text"].as_str().expect("an answer is a text, too").to_owned();
        if answer["isError"] == json!(true) {
            assert!(text.contains("\nNext: "), "it says what to try next: {text}");
            assert_eq!(answer.get("structuredContent"), None, "{answer}");
            return Err(text);
        }
        let structured = answer["structuredContent"].clone();
        assert_eq!(serde_json::from_str::<Value>(&text).expect("the text is the same"), structured);
        Ok(structured)
    }

    /// Closes its input, and waits for its end.
    pub fn close(mut self) -> ExitStatus {
        self.to = None;
        self.server.wait().expect("it ends")
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
