//! A browser as small as can be: requests written by hand to a real socket, answers read as they come.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use leadrules_server::{Answer, Answers, Part, Refused, Server};

/// Longer than anything here takes on a slow machine; what waits for longer has failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How a run goes: the text of its body, whether somebody listens, and where it says its lines.
type Run = dyn Fn(&str, &(dyn Fn() -> bool + Sync), &mut (dyn FnMut(String) + Send)) + Send + Sync;

/// A program whose runs go as a test wants.
pub struct Fake {
    run: Box<Run>,
}

impl Fake {
    pub fn new(
        run: impl Fn(&str, &(dyn Fn() -> bool + Sync), &mut (dyn FnMut(String) + Send)) + Send + Sync + 'static,
    ) -> Self {
        Self { run: Box::new(run) }
    }
}

impl Answers for Fake {
    fn answer(&self, call: &str, body: &[u8]) -> Result<Answer, Refused> {
        match call {
            "session" => Ok(Answer::Json(r#"{"version":"0.1.0"}"#.to_owned())),
            "length" => Ok(Answer::Json(body.len().to_string())),
            _ => Err(Refused::NoSuchCall),
        }
    }

    fn run(
        &self,
        body: &[u8],
        goes_on: &(dyn Fn() -> bool + Sync),
        say: &mut (dyn FnMut(String) + Send),
    ) -> Result<(), Refused> {
        (self.run)(std::str::from_utf8(body).expect("the tests send text"), goes_on, say);
        Ok(())
    }

    fn open(&self, parts: Vec<Part>) -> Result<Answer, Refused> {
        Ok(Answer::Json(parts.iter().map(|part| part.bytes.len()).sum::<usize>().to_string()))
    }
}

/// A server that runs on a thread of its own until the test says so, or ends.
pub struct Running {
    /// `127.0.0.1:PORT`.
    pub host: String,
    pub token: String,
    stop: Option<Sender<()>>,
    ended: Receiver<()>,
}

impl Running {
    pub fn start(fake: Fake) -> Self {
        let (stop, stopped) = channel::<()>();
        Self::start_until(fake, Some(stop), async move {
            // A thread waits; this future only hears of it.
            let (said, heard) = tokio::sync::oneshot::channel::<()>();
            thread::spawn(move || {
                let _ = stopped.recv();
                let _ = said.send(());
            });
            let _ = heard.await;
        })
    }

    pub fn start_until(fake: Fake, stop: Option<Sender<()>>, until: impl Future<Output = ()> + Send + 'static) -> Self {
        let server = Server::bind(Arc::new(fake), None).unwrap();
        let address = server.address().strip_prefix("http://").unwrap().to_owned();
        let (host, token) = address.split_once("/#").unwrap();
        let (said, ended) = channel();
        thread::spawn(move || {
            server.run(until).unwrap();
            said.send(())
        });
        Self { host: host.to_owned(), token: token.to_owned(), stop, ended }
    }

    pub fn connect(&self) -> Client {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Client { stream: BufReader::new(stream) }
    }

    /// A call as the page makes it.
    pub fn call(&self, call: &str, body: &str) -> Client {
        let mut client = self.connect();
        client.say(&self.request(call, body));
        client
    }

    pub fn request(&self, call: &str, body: &str) -> String {
        let (host, token, length) = (&self.host, &self.token, body.len());
        format!(
            "POST /api/{call} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Authorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
    }

    pub fn stop(&mut self) {
        self.stop = None;
    }

    /// Waits for the server to end.
    pub fn wait(&self) {
        self.ended.recv_timeout(PATIENCE).expect("the server ends");
    }
}

/// A connection.
pub struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    pub fn say(&mut self, text: &str) {
        self.stream.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// The status, and the headers in lower case.
    pub fn head(&mut self) -> (u16, String) {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(self.stream.read_line(&mut head).unwrap() > 0, "the connection ended in {head:?}");
        }
        (head[9..12].parse().unwrap(), head.to_lowercase())
    }

    /// A whole answer: its status and what it says.
    pub fn answer(&mut self) -> (u16, String) {
        let (status, head) = self.head();
        let (_, length) = head.split_once("content-length: ").expect("answers say how long they are");
        let mut body = vec![0; length.split("\r\n").next().unwrap().parse().unwrap()];
        self.stream.read_exact(&mut body).unwrap();
        (status, String::from_utf8(body).unwrap())
    }

    /// The next piece of an answer that comes in pieces; empty at its end, none if it breaks off.
    pub fn piece(&mut self) -> Option<String> {
        let mut size = String::new();
        self.stream.read_line(&mut size).ok()?;
        let mut piece = vec![0; usize::from_str_radix(size.trim_end(), 16).ok()? + 2];
        self.stream.read_exact(&mut piece).ok()?;
        Some(String::from_utf8(piece).unwrap().trim_end_matches("\r\n").to_owned())
    }

    /// Whether the server closed the connection; waits for it.
    pub fn is_closed(&mut self) -> bool {
        match self.stream.read(&mut [0]) {
            Ok(length) => length == 0,
            Err(error) => error.kind() == ErrorKind::ConnectionReset,
        }
    }
}
