//! The server over real sockets, as a browser meets it: who starts here sees how it is used.
//!
//! What these hold was taken away by hand, and the test named here was seen to fail:
//!
//! | taken away | seen to fail |
//! | --- | --- |
//! | 127.0.0.1, for all addresses | `it_listens_on_one_address_of_this_machine_alone` |
//! | the guards before everything | `requests_that_no_library_would_send_are_refused_too` |
//! | the guards before calls | `a_session_from_start_to_end` |
//! | reading on after the limit | `who_sends_too_much_still_hears_why` |
//! | what `goes_on` says | `a_run_hears_at_once_that_the_page_went_away`, `even_before_its_first_line` |
//! | the narrow channel | `a_run_waits_for_a_page_that_does_not_read` |
//! | the time that answers still have | `what_is_under_way_when_it_stops_is_answered` |
//! | the end of that time | `a_run_is_cut_when_it_stops` |
//! | the end of the time that threads have | `a_run_that_heeds_nothing_is_left_behind` |
//! | listening to SIGTERM | `signals_end_it_in_order` |
#![expect(clippy::unwrap_used, reason = "a test fails where it does not go on")]

mod client;

use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use client::{Fake, PATIENCE, Running};
use leadrules_server::{Server, has_page};

/// A program whose runs say nothing.
fn silent() -> Running {
    Running::start(Fake::new(|_, _, _| ()))
}

#[test]
fn a_session_from_start_to_end() {
    let mut server = Running::start(Fake::new(|body, _, say| {
        say(format!(r#"{{"kind":"findings","of":{body}}}"#));
        say(r#"{"kind":"figures"}"#.to_owned());
    }));
    let host = server.host.clone();

    // The browser asks for the page, which needs no token, and keeps the connection.
    let mut client = server.connect();
    client.say(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: none\r\n\r\n"));
    let (status, page) = client.answer();
    assert_eq!(status, 200);
    assert!(page.contains("<html"));
    assert_eq!(page.contains("The workbench is not in this program"), !has_page());

    // The page calls, with the token from its address.
    client.say(&server.request("session", "{}"));
    assert_eq!(client.answer(), (200, r#"{"version":"0.1.0"}"#.to_owned()));

    // A draft is run.
    client.say(&server.request("run", "1"));
    let (status, head) = client.head();
    assert_eq!(status, 200);
    assert!(head.contains("content-type: application/x-ndjson\r\n"), "{head}");
    let lines: String = std::iter::from_fn(|| client.piece().filter(|piece| !piece.is_empty())).collect();
    assert_eq!(lines, "{\"kind\":\"findings\",\"of\":1}\n{\"kind\":\"figures\"}\n");

    // Who does not know the token gets nothing.
    client.say(&server.request("session", "{}").replace(&server.token, "guessed"));
    assert_eq!(client.answer().0, 401);

    server.stop();
    server.wait();
    assert!(TcpStream::connect(host).is_err(), "nobody listens any more");
}

#[test]
fn it_listens_on_one_address_of_this_machine_alone() {
    let server = silent();
    let port = server.host.strip_prefix("127.0.0.1:").unwrap();
    assert!(TcpStream::connect(format!("127.0.0.1:{port}")).is_ok());
    // On Linux, all of 127.0.0.0/8 is this machine, so this is heard by who listens on all addresses.
    assert!(TcpStream::connect(format!("127.0.0.2:{port}")).is_err());
    assert!(TcpStream::connect(format!("[::1]:{port}")).is_err());
}

#[test]
fn its_port_is_free_or_the_one_that_is_wanted() {
    let (one, other) = (silent(), silent());
    assert_ne!(one.host, other.host);
    let port = one.host.strip_prefix("127.0.0.1:").unwrap().parse().unwrap();
    let taken = Server::bind(Arc::new(Fake::new(|_, _, _| ())), Some(port)).map(|_| ());
    assert_eq!(taken.unwrap_err().kind(), std::io::ErrorKind::AddrInUse);
}

#[test]
fn requests_that_no_library_would_send_are_refused_too() {
    let server = silent();
    let host = &server.host;
    let refused = [
        "GET / HTTP/1.1\r\n\r\n".to_owned(),
        "GET / HTTP/1.0\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost:\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.test\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n"),
        format!("GET http://evil.test/ HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET http://{host}/ HTTP/1.1\r\nHost: evil.test\r\n\r\n"),
        format!("CONNECT evil.test:80 HTTP/1.1\r\nHost: {host}\r\n\r\n"),
    ];
    for request in refused {
        let mut client = server.connect();
        client.say(&request);
        assert_eq!(client.answer().0, 421, "{request}");
    }
    for good in [
        format!("GET / HTTP/1.0\r\nHost: {host}\r\n\r\n"),
        format!("GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n\r\n"),
    ] {
        let mut client = server.connect();
        client.say(&good);
        assert_eq!(client.answer().0, 200, "{good}");
    }
}

#[test]
fn who_sends_too_much_still_hears_why() {
    let server = silent();
    let mut client = server.call("length", &" ".repeat(40 << 20));
    let (status, body) = client.answer();
    assert_eq!(status, 413);
    assert!(body.contains("16 MiB"), "{body}");
    client.say(&server.request("length", "{}"));
    assert_eq!(client.answer(), (200, "2".to_owned()), "the connection can be used further");
}

#[test]
fn a_line_is_heard_before_the_next_is_known() {
    let (know, known) = channel::<()>();
    let known = Mutex::new(known);
    let server = Running::start(Fake::new(move |_, _, say| {
        say("1".to_owned());
        known.lock().unwrap().recv().unwrap();
        say("2".to_owned());
    }));
    let mut client = server.call("run", "{}");
    client.head();
    assert_eq!(client.piece().unwrap(), "1\n");
    know.send(()).unwrap();
    assert_eq!(client.piece().unwrap(), "2\n");
    assert_eq!(client.piece().unwrap(), "");
}

/// Runs until nobody listens, and tells the test so.
fn until_nobody_listens(first: Option<&'static str>) -> (Running, std::sync::mpsc::Receiver<()>) {
    let (say_left, left) = channel();
    let server = Running::start(Fake::new(move |_, goes_on, say| {
        if let Some(line) = first {
            say(line.to_owned());
        }
        while goes_on() {
            thread::sleep(Duration::from_millis(1));
        }
        say_left.send(()).unwrap();
    }));
    (server, left)
}

#[test]
fn a_run_hears_at_once_that_the_page_went_away() {
    let (server, left) = until_nobody_listens(Some("1"));
    let mut client = server.call("run", "{}");
    client.head();
    assert_eq!(client.piece().unwrap(), "1\n");
    assert!(left.recv_timeout(Duration::from_millis(100)).is_err(), "it goes on while somebody listens");
    drop(client);
    left.recv_timeout(Duration::from_secs(1)).expect("at once");
}

#[test]
fn even_before_its_first_line() {
    let (server, left) = until_nobody_listens(None);
    let client = server.call("run", "{}");
    assert!(left.recv_timeout(Duration::from_millis(100)).is_err());
    drop(client);
    left.recv_timeout(Duration::from_secs(1)).expect("at once");
}

#[test]
fn a_run_waits_for_a_page_that_does_not_read() {
    let said = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&said);
    let (say_left, left) = channel();
    let server = Running::start(Fake::new(move |_, goes_on, say| {
        while goes_on() {
            say("x".repeat(1 << 20));
            count.fetch_add(1, SeqCst);
        }
        say_left.send(()).unwrap();
    }));
    let client = server.call("run", "{}");
    // It stands still after what the channel and the sockets hold.
    let mut before = 0;
    for _ in 0..100 {
        thread::sleep(Duration::from_millis(200));
        let now = said.load(SeqCst);
        if now == before && now > 0 {
            break;
        }
        before = now;
    }
    assert!((1..40).contains(&before), "{before} MiB were said and nobody read");
    drop(client);
    left.recv_timeout(PATIENCE).expect("what waited hears it too");
}

#[test]
fn a_newer_run_does_not_wait_for_an_older_one() {
    let newest = AtomicUsize::new(0);
    let server = Running::start(Fake::new(move |body, goes_on, say| {
        let generation: usize = body.parse().unwrap();
        newest.fetch_max(generation, SeqCst);
        say(format!("{generation} begun"));
        // What the program does: the newest wins.
        while generation == 1 && goes_on() && newest.load(SeqCst) == generation {
            thread::sleep(Duration::from_millis(1));
        }
        say(format!("{generation} {}", if newest.load(SeqCst) == generation { "done" } else { "overtaken" }));
    }));
    let mut older = server.call("run", "1");
    older.head();
    assert_eq!(older.piece().unwrap(), "1 begun\n");
    let mut newer = server.call("run", "2");
    newer.head();
    let newer: String = std::iter::from_fn(|| newer.piece().filter(|piece| !piece.is_empty())).collect();
    assert_eq!(newer, "2 begun\n2 done\n");
    assert_eq!(older.piece().unwrap(), "1 overtaken\n");
    assert_eq!(older.piece().unwrap(), "");
}

#[test]
fn what_is_under_way_when_it_stops_is_answered() {
    let (go, gone) = channel::<()>();
    let gone = Mutex::new(gone);
    let mut server = Running::start(Fake::new(move |_, _, say| {
        say("1".to_owned());
        gone.lock().unwrap().recv().unwrap();
        say("2".to_owned());
    }));
    let mut idle = server.connect();
    let mut client = server.call("run", "{}");
    client.head();
    assert_eq!(client.piece().unwrap(), "1\n");
    server.stop();
    assert!(idle.is_closed(), "nobody waits for those who don't ask");
    thread::sleep(Duration::from_millis(200)); // well within the time that there is
    go.send(()).unwrap();
    assert_eq!(client.piece().unwrap(), "2\n");
    assert_eq!(client.piece().unwrap(), "");
    assert!(client.is_closed());
    server.wait();
}

#[test]
fn a_run_is_cut_when_it_stops() {
    let (mut server, left) = until_nobody_listens(Some("1"));
    let mut client = server.call("run", "{}");
    client.head();
    assert_eq!(client.piece().unwrap(), "1\n");
    server.stop();
    assert_eq!(client.piece(), None, "the answer is not whole");
    left.recv_timeout(PATIENCE).expect("it hears it");
    server.wait();
}

#[test]
fn a_run_that_heeds_nothing_is_left_behind() {
    let mut server = Running::start(Fake::new(|_, _, say| {
        say("1".to_owned());
        loop {
            thread::sleep(Duration::from_secs(60));
        }
    }));
    let mut client = server.call("run", "{}");
    client.head();
    server.stop();
    server.wait();
}

#[test]
#[cfg(unix)]
fn signals_end_it_in_order() {
    use leadrules_server::stopped;
    use std::process::{Command, id};

    for signal in ["-INT", "-TERM"] {
        let server = Running::start_until(Fake::new(|_, _, _| ()), None, stopped());
        // Once it answers, it listens to signals too; without that, this would end all tests.
        assert_eq!(server.call("session", "{}").answer().0, 200);
        assert!(Command::new("kill").args([signal, &id().to_string()]).status().unwrap().success());
        server.wait();
    }
}
