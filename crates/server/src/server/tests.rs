//! How long headers may take, which is shorter here than it usually is.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::Server;
use crate::answers::{Answer, Answers, Part, Refused};

struct Nothing;

impl Answers for Nothing {
    fn answer(&self, _: &str, _: &[u8]) -> Result<Answer, Refused> {
        Err(Refused::NoSuchCall)
    }

    fn run(&self, _: &[u8], _: &(dyn Fn() -> bool + Sync), _: &mut (dyn FnMut(String) + Send)) -> Result<(), Refused> {
        Err(Refused::NoSuchCall)
    }

    fn open(&self, _: Vec<Part>) -> Result<Answer, Refused> {
        Err(Refused::NoSuchCall)
    }
}

/// What becomes, within a second, of a connection whose headers don't come to their end.
fn half_a_request(header_time: Duration) -> std::io::Result<usize> {
    let mut server = Server::bind(Arc::new(Nothing), None).unwrap();
    server.header_time = header_time;
    let address = server.listener.local_addr().unwrap();
    thread::spawn(|| server.run(std::future::pending()));
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
    stream.read_to_end(&mut Vec::new())
}

#[test]
fn headers_have_an_end() {
    assert!(half_a_request(Duration::from_millis(50)).is_ok(), "the server closes it");
    let usual = half_a_request(super::HEADERS).unwrap_err();
    assert_eq!(usual.kind(), ErrorKind::WouldBlock, "nothing else would");
}
