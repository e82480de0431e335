//! What every answer says about itself.

use axum::http::HeaderName;

use super::{Heard, Setup};

/// An answer of every kind.
fn answers(setup: &Setup) -> Vec<Heard> {
    let token = "authorization";
    let mut stranger = setup.call("echo");
    stranger.headers_mut().unwrap().remove(HeaderName::from_static(token));
    vec![
        setup.ask(Setup::get("/"), ""),
        setup.ask(Setup::get("/assets/page.js"), ""),
        setup.ask(Setup::get("/").method("HEAD"), ""),
        setup.ask(Setup::get("/nothing"), ""),
        setup.ask(Setup::get("/").header("origin", "http://evil.test"), ""),
        setup.ask(setup.call("echo"), "{}"),
        setup.ask(setup.call("echo").header("cookie", "a=b"), "{}"),
        setup.ask(setup.call("list"), "leads.xlsx"),
        setup.ask(setup.call("run"), "abc"),
        setup.ask(setup.call("no-such"), ""),
        setup.ask(setup.call("wrong"), ""),
        setup.ask(setup.call("failed"), ""),
        setup.ask(setup.call("panic"), ""),
        setup.ask(setup.call("echo").method("OPTIONS").header("access-control-request-method", "POST"), ""),
        setup.ask(stranger, "{}"),
    ]
}

#[test]
fn every_answer_is_sealed() {
    for heard in answers(&Setup::new()) {
        assert_eq!(heard.header("x-content-type-options"), "nosniff");
        assert_eq!(heard.header("referrer-policy"), "no-referrer");
        assert_eq!(heard.header("cache-control"), "no-store");
        assert_eq!(heard.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(heard.header("cross-origin-opener-policy"), "same-origin");
        let policy = heard.header("content-security-policy").to_owned();
        let nonce = nonce(&policy);
        let expected = format!(
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; \
             img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(policy, expected);
    }
}

#[test]
fn no_answer_is_opened_to_others_or_sets_a_cookie() {
    for heard in answers(&Setup::new()) {
        let others = |name: &&HeaderName| name.as_str().starts_with("access-control-") || *name == "set-cookie";
        assert_eq!(heard.headers.keys().find(others), None);
    }
}

#[test]
fn the_nonce_of_a_page_is_that_of_its_policy_and_never_the_same() {
    let setup = Setup::new();
    let pages = [setup.ask(Setup::get("/"), ""), setup.ask(Setup::get("/index.html"), "")];
    let nonces = pages.each_ref().map(|page| nonce(page.header("content-security-policy")).to_owned());
    assert_ne!(nonces[0], nonces[1]);
    for (page, nonce) in pages.iter().zip(&nonces) {
        assert_eq!(nonce.len() * 4, 128);
        assert_eq!(page.text(), format!("<style nonce=\"{nonce}\"></style><i title=\"{nonce}\"></i>"));
    }
}

fn nonce(policy: &str) -> &str {
    let (_, rest) = policy.split_once("'nonce-").unwrap();
    rest.split_once('\'').unwrap().0
}
