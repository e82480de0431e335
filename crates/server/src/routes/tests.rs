//! What is answered and what is refused, without a socket.
//!
//! That each guard is missed is itself a test (`guards`): the attack that it stops goes through a gate without it. So
//! is each limit (`limits`): what is too long for one is answered under another. The headers, and what else no test can
//! switch off, were taken away by hand, one after the other, and the test named here was seen to fail:
//!
//! | taken away | seen to fail |
//! | --- | --- |
//! | the layer of the guards before everything, or of those before calls | `guards::each_guard_is_missed` |
//! | that `Host` is compared to its end; that `Origin` is | `guards::under_another_name_…`, `guards::what_another_page_…` |
//! | that what is asked for in an absolute address is compared too | `guards::under_another_name_…` |
//! | that `Host`, `Authorization` and `Content-Type` are there once | `guards::under_another_name_…`, `guards::without_the_token_…`, `guards::bodies_are_json_…` |
//! | that the whole token is compared; that it is random | `guards::without_the_token_…`, `guards::each_start_…` |
//! | a line of `SEALS`, or the policy | `headers::every_answer_is_sealed` |
//! | no CORS, no cookie (a header of each put in) | `headers::no_answer_is_opened_to_others_or_sets_a_cookie` |
//! | that the nonce is random | `headers::the_nonce_of_a_page_…` |
//! | the limit of a body; of a form | `limits::a_call_has_an_end`, `limits::files_have_an_end` |
//! | that calls have threads of their own | `calls::after_a_panic_the_server_lives_on` |
//! | that the name of a file is encoded | `calls::a_file_comes_with_its_name_whatever_it_is` |
//! | that a run's bad end breaks its answer off | `runs::what_goes_wrong_later_breaks_the_lines_off` |
//!
//! That the token is compared in constant time is left to the crate `subtle`: no test sees it.

mod calls;
mod guards;
mod headers;
mod limits;
mod page;
mod runs;

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

use super::routes;
use crate::answers::{Answer, Answers, Part, Refused};
use crate::built::Asset;
use crate::guard::Gate;
use crate::state::{Limits, Served};
use crate::token::Token;

/// The port that the server believes to be on.
const PORT: u16 = 4711;

/// A page that was built.
const ASSETS: &[Asset] = &[
    Asset { path: "assets/page.css", bytes: b"body {}" },
    Asset { path: "assets/page.js", bytes: b"start('__NONCE__');" },
    Asset { path: "index.html", bytes: b"<style nonce=\"__NONCE__\"></style><i title=\"__NONCE__\"></i>" },
];

/// Answers with what was asked, and remembers it.
#[derive(Default)]
struct Echo {
    asked: Mutex<Vec<String>>,
}

impl Answers for Echo {
    fn answer(&self, call: &str, body: &[u8]) -> Result<Answer, Refused> {
        self.asked.lock().unwrap().push(call.to_owned());
        let body = String::from_utf8_lossy(body).into_owned();
        match call {
            "echo" => Ok(Answer::Json(body)),
            "list" => {
                Ok(Answer::File { name: body, media_type: "application/octet-stream", bytes: b"PK\x03\x04".to_vec() })
            }
            "wrong" => Err(Refused::Wrong("There is no stage \"hot\".".to_owned())),
            "failed" => Err(Refused::Failed("The disk is full.".to_owned())),
            "panic" => panic!("this is a test"),
            _ => Err(Refused::NoSuchCall),
        }
    }

    fn run(
        &self,
        body: &[u8],
        goes_on: &(dyn Fn() -> bool + Sync),
        say: &mut (dyn FnMut(String) + Send),
    ) -> Result<(), Refused> {
        self.asked.lock().unwrap().push("run".to_owned());
        // Each character of the body is a line, or what becomes of the run.
        for step in String::from_utf8_lossy(body).chars() {
            assert!(goes_on(), "the test listens to the end");
            match step {
                '!' => panic!("this is a test"),
                '?' => return Err(Refused::Wrong("The draft has no text.".to_owned())),
                step => say(format!("{{\"step\":\"{step}\"}}")),
            }
        }
        Ok(())
    }

    fn open(&self, parts: Vec<Part>) -> Result<Answer, Refused> {
        self.asked.lock().unwrap().push("open".to_owned());
        let said = parts.iter().map(|part| format!("{}/{:?}/{}", part.name, part.file_name, part.bytes.len()));
        Ok(Answer::Json(said.collect::<Vec<_>>().join(" ")))
    }
}

/// A server as it is made up for a test.
struct Setup {
    echo: Arc<Echo>,
    token: Token,
    gate: Gate,
    served: Served,
}

impl Setup {
    fn new() -> Self {
        let echo = Arc::new(Echo::default());
        let token = Token::new().unwrap();
        let gate = Gate::new(PORT, token.clone());
        let served = Served { answers: Arc::clone(&echo) as _, assets: ASSETS, limits: Limits::USUAL };
        Self { echo, token, gate, served }
    }

    fn router(&self) -> Router {
        routes(self.served.clone(), self.gate.clone())
    }

    /// A call as the page makes it.
    fn call(&self, call: &str) -> Builder {
        Request::post(format!("/api/{call}"))
            .header("host", format!("127.0.0.1:{PORT}"))
            .header("origin", format!("http://127.0.0.1:{PORT}"))
            .header("sec-fetch-site", "same-origin")
            .header("authorization", format!("Bearer {}", self.token.shown()))
            .header("content-type", "application/json")
    }

    /// A file as the browser asks for it.
    fn get(path: &str) -> Builder {
        Request::get(path).header("host", format!("localhost:{PORT}")).header("sec-fetch-site", "none")
    }

    /// What is heard when this is asked.
    fn ask(&self, request: Builder, body: impl Into<Body>) -> Heard {
        let request = request.body(body.into()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let response = self.router().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            Heard { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.ok() }
        })
    }

    /// What the program was asked.
    fn asked(&self) -> Vec<String> {
        self.echo.asked.lock().unwrap().clone()
    }
}

/// An answer.
#[derive(Debug)]
struct Heard {
    status: StatusCode,
    headers: HeaderMap,
    /// None if it broke off.
    body: Option<Bytes>,
}

impl Heard {
    fn text(&self) -> &str {
        std::str::from_utf8(self.body.as_ref().expect("it came to its end")).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().unwrap_or_else(|| panic!("there is no {name} in {:?}", self.headers));
        assert!(values.next().is_none(), "{name} is there once");
        value.to_str().unwrap()
    }

    /// The sentence of a refusal.
    fn message(&self) -> String {
        assert!(self.status.as_u16() >= 400, "{self:?}");
        assert_eq!(self.header("content-type"), "application/json");
        let body: serde_json::Value = serde_json::from_str(self.text()).unwrap();
        assert_eq!(body.as_object().unwrap().len(), 1);
        let message = body["message"].as_str().unwrap();
        assert!(message.ends_with('.') && message.len() > 10, "{message} is a sentence");
        message.to_owned()
    }
}
