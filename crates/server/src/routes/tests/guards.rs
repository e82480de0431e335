//! Who is let in.

use axum::http::header::HeaderName;
use axum::http::request::Builder;
use axum::http::{HeaderValue, Method};

use super::{Heard, PORT, Setup};
use crate::guard::{Gate, Guard};

/// A request that one guard alone stops, and the status that it gets.
fn attack(setup: &Setup, guard: Guard) -> (Builder, u16) {
    let call = setup.call("echo");
    match guard {
        // DNS rebinding: for the browser all is well, the page and what it asks have the same origin.
        Guard::Host => {
            let call = with(call, "host", &format!("evil.test:{PORT}"));
            (with(call, "origin", &format!("http://evil.test:{PORT}")), 421)
        }
        Guard::Site => (with(without(call, "origin"), "sec-fetch-site", "cross-site"), 403),
        Guard::Origin => (with(without(call, "sec-fetch-site"), "origin", "http://evil.test"), 403),
        Guard::Token => (with(call, "authorization", &format!("Bearer {}", "0".repeat(64))), 401),
        Guard::Method => (call.method(Method::PUT), 405),
        Guard::MediaType => (with(call, "content-type", "text/plain"), 415),
    }
}

#[test]
fn each_guard_is_missed() {
    for &guard in Guard::EVERYWHERE.iter().chain(Guard::CALLS) {
        let mut setup = Setup::new();
        let (request, status) = attack(&setup, guard);
        let heard = setup.ask(request, "{}");
        assert_eq!(heard.status, status, "{guard:?}");
        heard.message();
        assert!(setup.asked().is_empty(), "{guard:?}: the program is not even asked");

        setup.gate = setup.gate.without(guard);
        let (request, _) = attack(&setup, guard);
        let heard = setup.ask(request, "{}");
        assert_eq!((heard.status.as_u16(), heard.text()), (200, "{}"), "without {guard:?}, nothing stops it");
    }
}

#[test]
fn the_page_itself_calls() {
    let setup = Setup::new();
    assert_eq!(setup.ask(setup.call("echo"), "{}").text(), "{}");
    // A browser that is too old to say where a request comes from.
    let call = without(without(setup.call("echo"), "sec-fetch-site"), "origin");
    assert_eq!(setup.ask(call, "{}").text(), "{}");
}

#[test]
fn this_machine_has_three_names() {
    let setup = Setup::new();
    for host in ["127.0.0.1:4711", "localhost:4711", "[::1]:4711"] {
        let call = with(setup.call("echo"), "host", host);
        assert_eq!(setup.ask(with(call, "origin", &format!("http://{host}")), "{}").status, 200, "{host}");
        assert_eq!(setup.ask(with(Setup::get("/"), "host", host), "").status, 200, "{host}");
    }
}

#[test]
fn under_another_name_there_is_neither_page_nor_call() {
    let setup = Setup::new();
    let names = [
        "",
        "evil.test",
        "evil.test:4711",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:4712",
        "127.0.0.1:47110",
        "0.0.0.0:4711",
        "127.0.0.2:4711",
        "127.1:4711",
        "2130706433:4711",
        "localhost.:4711",
        "localhost.evil.test:4711",
        "evil.test@localhost:4711",
        "127.0.0.1:4711.evil.test",
        "::1:4711",
        " 127.0.0.1:4711",
        "127.0.0.1:4711,evil.test",
    ];
    for host in names {
        let call = without(with(setup.call("echo"), "host", host), "origin");
        let page = with(Setup::get("/"), "host", host);
        let asset = with(Setup::get("/assets/page.js"), "host", host);
        let nothing = with(Setup::get("/nothing"), "host", host);
        for request in [call, page, asset, nothing] {
            misdirected(&setup.ask(request, "{}"), host);
        }
    }
    misdirected(&setup.ask(without(Setup::get("/"), "host"), ""), "none");
    misdirected(&setup.ask(Setup::get("/").header("host", "localhost:4711"), ""), "two of them");
    misdirected(&setup.ask(Setup::get("http://evil.test:4711/"), ""), "another in the address that is asked for");
    assert!(setup.asked().is_empty());
}

fn misdirected(heard: &Heard, host: &str) {
    assert_eq!(heard.status, 421, "{host:?}");
    assert!(heard.message().contains("the address that the program showed"));
}

#[test]
fn on_the_port_that_browsers_leave_out_it_may_be_left_out() {
    let mut setup = Setup::new();
    assert_eq!(setup.ask(with(Setup::get("/"), "host", "localhost"), "").status, 421);
    setup.gate = Gate::new(80, setup.token.clone());
    assert_eq!(setup.ask(with(Setup::get("/"), "host", "localhost"), "").status, 200);
    assert_eq!(setup.ask(with(Setup::get("/"), "host", "evil.test"), "").status, 421);
}

#[test]
fn what_another_site_makes_is_refused() {
    let setup = Setup::new();
    for site in ["cross-site", "same-site", "", "Same-Origin", "same-origin, cross-site"] {
        assert_eq!(setup.ask(with(setup.call("echo"), "sec-fetch-site", site), "{}").status, 403, "{site:?}");
        assert_eq!(setup.ask(with(Setup::get("/"), "sec-fetch-site", site), "").status, 403, "{site:?}");
        assert_eq!(setup.ask(with(Setup::get("/assets/page.js"), "sec-fetch-site", site), "").status, 403, "{site:?}");
    }
    let twice = setup.call("echo").header("sec-fetch-site", "cross-site");
    assert_eq!(setup.ask(twice, "{}").status, 403);
}

#[test]
fn what_another_page_asks_is_refused() {
    let setup = Setup::new();
    let origins = [
        "",
        "null",
        "http://evil.test",
        "http://evil.test:4711",
        "https://127.0.0.1:4711",
        "http://127.0.0.1:4712",
        "http://127.0.0.1",
        "http://localhost:4711",
        "http://127.0.0.1:4711/",
        "http://127.0.0.1:4711.evil.test",
        "127.0.0.1:4711",
    ];
    for origin in origins {
        assert_eq!(setup.ask(with(setup.call("echo"), "origin", origin), "{}").status, 403, "{origin:?}");
    }
    let twice = setup.call("echo").header("origin", "http://evil.test");
    assert_eq!(setup.ask(twice, "{}").status, 403);
    // A script or font of a page elsewhere.
    assert_eq!(setup.ask(Setup::get("/assets/page.js").header("origin", "http://evil.test"), "").status, 403);
}

#[test]
fn without_the_token_nobody_calls() {
    let setup = Setup::new();
    let token = setup.token.shown();
    let wrong = [
        String::new(),
        token.to_owned(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        format!("Bearer {}", &token[..63]),
        format!("Bearer {token}0"),
        format!("Bearer  {token}"),
        format!("Bearer {}", token.to_uppercase()),
        format!("Basic {token}"),
    ];
    for wrong in wrong {
        let heard = setup.ask(with(setup.call("echo"), "authorization", &wrong), "{}");
        assert_eq!(heard.status, 401, "{wrong}");
        assert_eq!(heard.header("www-authenticate"), "Bearer");
        assert!(!heard.message().contains(token));
    }
    let elsewhere = [
        without(setup.call("echo"), "authorization"),
        without(setup.call("echo"), "authorization").header("cookie", format!("token={token}")),
        without(setup.call("echo"), "authorization").uri(format!("/api/echo?token={token}")),
        setup.call("echo").header("authorization", format!("Bearer {token}")),
    ];
    for request in elsewhere {
        assert_eq!(setup.ask(request, "{}").status, 401);
    }
    // Nor does anybody hear which calls there are, or what they want.
    for request in [
        setup.call("no-such"),
        setup.call("echo").method("GET"),
        setup.call("a/b"),
        setup.call(""),
        setup.call("").uri("/api"),
    ] {
        assert_eq!(setup.ask(without(request, "authorization"), "").status, 401);
    }
    assert!(setup.asked().is_empty());
}

#[test]
fn each_start_has_its_own_token() {
    let (one, other) = (Setup::new(), Setup::new());
    assert_eq!(one.token.shown().len() * 4, 256);
    assert_ne!(one.token.shown(), other.token.shown());
    assert_eq!(one.ask(other.call("echo"), "{}").status, 401);
}

#[test]
fn the_page_needs_no_token() {
    for path in ["/", "/index.html", "/assets/page.js"] {
        assert_eq!(Setup::new().ask(Setup::get(path), "").status, 200, "{path}");
    }
}

#[test]
fn calls_are_posts() {
    let setup = Setup::new();
    for method in ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POSTS"] {
        for call in ["echo", "run", "open", "no-such"] {
            let heard = setup.ask(setup.call(call).method(method), "{}");
            assert_eq!((heard.status.as_u16(), heard.header("allow")), (405, "POST"), "{method} {call}");
        }
    }
    assert!(setup.asked().is_empty());
}

#[test]
fn bodies_are_json_and_files_a_form() {
    let setup = Setup::new();
    for good in ["application/json", "application/json; charset=utf-8", "Application/JSON ;x=y"] {
        assert_eq!(setup.ask(with(setup.call("echo"), "content-type", good), "{}").status, 200, "{good}");
    }
    for wrong in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "text/plain; application/json",
        "application/json, text/plain",
    ] {
        for call in ["echo", "run"] {
            assert_eq!(setup.ask(with(setup.call(call), "content-type", wrong), "{}").status, 415, "{wrong:?}");
        }
    }
    assert_eq!(setup.ask(without(setup.call("echo"), "content-type"), "{}").status, 415);
    assert_eq!(setup.ask(setup.call("echo").header("content-type", "text/plain"), "{}").status, 415);
    for wrong in ["application/json", "text/plain"] {
        assert_eq!(setup.ask(with(setup.call("open"), "content-type", wrong), "{}").status, 415);
    }
}

/// The request with this header instead of those of that name.
fn with(request: Builder, name: &'static str, value: &str) -> Builder {
    without(request, name).header(name, value)
}

fn without(mut request: Builder, name: &'static str) -> Builder {
    request.headers_mut().unwrap().remove(HeaderName::from_static(name));
    request
}

#[test]
fn no_header_of_a_refusal_repeats_the_request() {
    let setup = Setup::new();
    let heard = setup.ask(with(setup.call("echo"), "origin", "http://evil.test"), "{}");
    let evil = |value: &HeaderValue| value.to_str().unwrap().contains("evil");
    assert!(!heard.headers.values().any(evil) && !heard.text().contains("evil"));
}
