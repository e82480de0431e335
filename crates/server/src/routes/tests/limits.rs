//! How much is taken.

use std::convert::Infallible;

use axum::body::Body;
use axum::http::request::Builder;
use futures_util::stream;

use super::Setup;
use crate::body::size;
use crate::state::Limits;

const FORM: &str =
    "--xx\r\nContent-Disposition: form-data; name=\"leads\"; filename=\"a.csv\"\r\n\r\nid\na\n\r\n--xx--\r\n";

fn form(setup: &Setup) -> Builder {
    let mut form = setup.call("open");
    form.headers_mut().unwrap().insert("content-type", "multipart/form-data; boundary=xx".parse().unwrap());
    form
}

#[test]
fn a_call_has_an_end() {
    let mut setup = Setup::new();
    setup.served.limits.json = 16;
    for call in ["echo", "run"] {
        assert_eq!(setup.ask(setup.call(call), "x".repeat(16)).status, 200);
        let heard = setup.ask(setup.call(call), "x".repeat(17));
        assert_eq!(heard.status, 413);
        assert!(heard.message().contains("more than 16 bytes"));
    }
    assert_eq!(setup.asked(), ["echo", "run"]);
    setup.served.limits.json = 17;
    assert_eq!(setup.ask(setup.call("echo"), "x".repeat(17)).status, 200, "nothing else stops it");
}

/// A body whose length nobody knows beforehand.
fn streamed() -> Body {
    Body::from_stream(stream::iter(FORM.as_bytes().chunks(10).map(Ok::<_, Infallible>)))
}

#[test]
fn files_have_an_end() {
    let mut setup = Setup::new();
    setup.served.limits.files = FORM.len() as u64 - 1;
    for body in [Body::from(FORM), streamed()] {
        let heard = setup.ask(form(&setup), body);
        assert_eq!(heard.status, 413);
        assert!(heard.message().contains(&format!("more than {} bytes", FORM.len() - 1)), "{}", heard.message());
    }
    assert!(setup.asked().is_empty());
    setup.served.limits.files += 1;
    for body in [Body::from(FORM), streamed()] {
        assert_eq!(setup.ask(form(&setup), body).status, 200, "nothing else stops it");
    }
}

#[test]
fn usually_these_are_large_and_said_in_words() {
    let setup = Setup::new();
    assert_eq!((size(Limits::USUAL.json), size(Limits::USUAL.files)), ("16 MiB".to_owned(), "2 GiB".to_owned()));
    assert_eq!((size(0), size((1 << 20) + 1)), ("0 bytes".to_owned(), "1048577 bytes".to_owned()));
    let most = 16 << 20;
    assert_eq!(setup.ask(setup.call("echo"), vec![b' '; most]).status, 200);
    let heard = setup.ask(setup.call("echo"), vec![b' '; most + 1]);
    assert_eq!(heard.status, 413);
    assert!(heard.message().contains("more than 16 MiB"));
}
