//! A service over real sockets, with callers who take their time.
#![expect(clippy::unwrap_used, reason = "a test fails where it does not go on")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::Duration;

use leadrules_server::{Bounds, Call, HeaderName, HeaderValue, Lines, Reply, Service, ServiceServer};
use tokio::sync::oneshot;

/// How long a connection may take to send headers here.
const HEADERS: Duration = Duration::from_millis(300);

/// Says what it is sent; lines take a while.
struct Echo;

struct Slow;

impl Service for Echo {
    fn answer(&self, call: &Call<'_>) -> Reply {
        Reply::json(200, call.body)
    }

    fn lines(&self, _: &Call<'_>) -> Result<Box<dyn Lines>, Reply> {
        Ok(Box::new(Slow))
    }

    fn ready(&self) -> Reply {
        Reply::json(200, "{}")
    }

    fn figures(&self) -> Vec<(&'static str, &'static str, f64)> {
        Vec::new()
    }

    fn calls(&self) -> &'static [&'static str] {
        &["/echo"]
    }
}

impl Lines for Slow {
    fn headers(&self) -> Vec<(HeaderName, HeaderValue)> {
        Vec::new()
    }

    fn answer(&mut self, lines: &[u8]) -> Vec<u8> {
        thread::sleep(HEADERS * 3);
        lines.to_vec()
    }
}

/// Calls a service that listens as long as this runs.
fn served(call: impl FnOnce(SocketAddr)) {
    let bounds = Bounds { headers: HEADERS, ..Bounds::default() };
    let server = ServiceServer::bind(Box::new(Echo), SocketAddr::from(([127, 0, 0, 1], 0)), None, bounds).unwrap();
    let address = server.address().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = thread::spawn(move || {
        let until = async { drop(stopped.await) };
        server.run(2, until, || ()).unwrap();
    });
    call(address);
    drop(stop);
    running.join().unwrap();
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

fn request(address: SocketAddr, media_type: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST /echo HTTP/1.1\r\nHost: {address}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

/// What comes until it ends with this.
fn until(stream: &mut TcpStream, end: &str) -> String {
    let mut came = Vec::new();
    let mut piece = [0; 4096];
    while !came.ends_with(end.as_bytes()) {
        match stream.read(&mut piece).unwrap() {
            0 => break,
            read => came.extend_from_slice(&piece[..read]),
        }
    }
    String::from_utf8(came).unwrap()
}

/// Whether the other side closed the connection; the time for reading ends the test where it does not.
fn is_closed(stream: &mut TcpStream) -> bool {
    matches!(stream.read(&mut [0]), Ok(0)) || stream.take_error().unwrap().is_some()
}

#[test]
fn who_sends_no_headers_is_not_waited_for() {
    served(|address| {
        let mut silent = connect(address);
        let mut slow = connect(address);
        slow.write_all(b"POST /echo HTTP/1.1\r\nHost:").unwrap();
        assert!(is_closed(&mut silent) && is_closed(&mut slow));
        // After a call, too.
        let mut done = connect(address);
        done.write_all(request(address, "application/json", "{}").as_bytes()).unwrap();
        assert!(until(&mut done, "{}").starts_with("HTTP/1.1 200"));
        assert!(is_closed(&mut done));
    });
}

#[test]
fn who_calls_again_in_time_is_answered_as_long_as_that_goes_on() {
    served(|address| {
        let mut stream = connect(address);
        for _ in 0..12 {
            stream.write_all(request(address, "application/json", "{}").as_bytes()).unwrap();
            assert!(until(&mut stream, "{}").starts_with("HTTP/1.1 200"));
            thread::sleep(HEADERS / 6);
        }
    });
}

#[test]
fn an_answer_may_take_longer_than_headers() {
    served(|address| {
        let mut stream = connect(address);
        stream.write_all(request(address, "application/x-ndjson", "{\"a\":1}\n").as_bytes()).unwrap();
        assert!(until(&mut stream, "0\r\n\r\n").contains("{\"a\":1}\n"));
        stream.write_all(request(address, "application/json", "{}").as_bytes()).unwrap();
        assert!(until(&mut stream, "{}").starts_with("HTTP/1.1 200"));
    });
}

#[test]
fn a_long_answer_may_be_read_slowly() {
    served(|address| {
        let mut stream = connect(address);
        let body = "a".repeat(7 << 20);
        stream.write_all(request(address, "application/json", &body).as_bytes()).unwrap();
        // Longer than headers may take, and more than sockets hold in between.
        thread::sleep(HEADERS * 4);
        assert!(until(&mut stream, &body).ends_with(&body));
    });
}

#[test]
fn a_body_that_comes_in_parts_is_waited_for() {
    served(|address| {
        let mut stream = connect(address);
        let whole = request(address, "application/json", "{\"a\": 1}");
        let (first, rest) = whole.split_at(whole.len() - 3);
        stream.write_all(first.as_bytes()).unwrap();
        thread::sleep(HEADERS * 2);
        stream.write_all(rest.as_bytes()).unwrap();
        assert!(until(&mut stream, "{\"a\": 1}").starts_with("HTTP/1.1 200"));
    });
}
