//! Who is let in. In: a request without its body; out: nothing, or why it is refused. [`Guard::EVERYWHERE`] stands
//! before routing, so before the page too; [`Guard::CALLS`] before everything below `/api`. Each guard is of use
//! without the others, and the tests see to it that each is missed.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;
use crate::token::Token;

/// What is asked of a request.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// That it means this server by a name of this machine. A website whose name was made to lead here (DNS rebinding)
    /// is of the same origin for the browser; only the name gives it away.
    Host,
    /// That the browser does not say that another site makes it.
    Site,
    /// That it comes from no page of another origin.
    Origin,
    /// That it knows the token.
    Token,
    /// That it is a `POST`, which no link, image or address makes.
    Method,
    /// That its body is what it should be; a form on another site can't send JSON.
    MediaType,
}

impl Guard {
    /// Before everything.
    pub const EVERYWHERE: &[Self] = &[Self::Host, Self::Site, Self::Origin];
    /// Before calls, after the others. The token is first, so that nobody without it learns more.
    pub const CALLS: &[Self] = &[Self::Token, Self::Method, Self::MediaType];
}

/// The guards, and what they know.
#[derive(Clone)]
pub struct Gate {
    /// How requests may name this server.
    hosts: Vec<String>,
    token: Token,
    everywhere: Vec<Guard>,
    calls: Vec<Guard>,
}

impl Gate {
    /// All guards of a server on this port.
    pub fn new(port: u16, token: Token) -> Self {
        let mut hosts: Vec<String> =
            ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}")).into_iter().collect();
        if port == 80 {
            // There, browsers leave it out.
            hosts.extend(["127.0.0.1", "localhost", "[::1]"].map(str::to_owned));
        }
        Self { hosts, token, everywhere: Guard::EVERYWHERE.to_vec(), calls: Guard::CALLS.to_vec() }
    }

    /// All but one, for tests to see that it is missed.
    #[cfg(test)]
    pub fn without(mut self, guard: Guard) -> Self {
        self.everywhere.retain(|&other| other != guard);
        self.calls.retain(|&other| other != guard);
        self
    }

    fn check(&self, guard: Guard, request: &request::Parts) -> Result<(), Problem> {
        let (passes, status, message) = match guard {
            Guard::Host => (
                self.is_meant(request),
                StatusCode::MISDIRECTED_REQUEST,
                "The workbench answers only to the address that the program showed when it was started. Open that one.",
            ),
            Guard::Site => (
                values(&request.headers, &SEC_FETCH_SITE).all(|site| site == "same-origin" || site == "none"),
                StatusCode::FORBIDDEN,
                "Another site led here, which is not allowed. Type or paste the address into the browser instead.",
            ),
            Guard::Origin => (
                values(&request.headers, &ORIGIN).all(|origin| is_own(origin, &request.headers)),
                StatusCode::FORBIDDEN,
                "A page of another site asks, and gets no answer.",
            ),
            Guard::Token => (
                only(&request.headers, &AUTHORIZATION)
                    .and_then(|said| said.as_bytes().strip_prefix(b"Bearer "))
                    .is_some_and(|said| self.token.is(said)),
                StatusCode::UNAUTHORIZED,
                "This page does not belong to the program that runs now. Open the address that it showed when it was \
                 started.",
            ),
            Guard::Method => {
                (request.method == Method::POST, StatusCode::METHOD_NOT_ALLOWED, "Calls are made by POST alone.")
            }
            Guard::MediaType => {
                let (wanted, message) = match request.uri.path() {
                    "/open" => ("multipart/form-data", "Files are sent as multipart/form-data."),
                    _ => ("application/json", "The body of a call is sent as application/json."),
                };
                (is_of(&request.headers, wanted), StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
            }
        };
        if passes { Ok(()) } else { Err(Problem::new(status, message)) }
    }

    /// Whether a request names this server: once, and nothing else where it names it again.
    fn is_meant(&self, request: &request::Parts) -> bool {
        let Some(host) = only(&request.headers, &HOST) else { return false };
        self.hosts.iter().any(|own| host == own.as_str())
            && request.uri.authority().is_none_or(|named| host == named.as_str())
    }
}

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// All values of a header.
fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a HeaderValue> {
    headers.get_all(name).iter()
}

/// The value of a header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a HeaderValue> {
    let mut values = values(headers, name);
    values.next().filter(|_| values.next().is_none())
}

/// Whether an origin is that of the page that this server gives under the name that is asked.
fn is_own(origin: &HeaderValue, headers: &HeaderMap) -> bool {
    only(headers, &HOST).is_some_and(|host| origin.as_bytes().strip_prefix(b"http://") == Some(host.as_bytes()))
}

/// Whether the body is of a media type, with whatever parameters.
fn is_of(headers: &HeaderMap, wanted: &str) -> bool {
    let said = only(headers, &CONTENT_TYPE).and_then(|said| said.to_str().ok());
    let essence = said.and_then(|said| said.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(wanted))
}

/// Lets in what passes the guards before everything.
pub async fn everywhere(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    pass(&gate, &gate.everywhere, request, next).await
}

/// Lets in what passes the guards before calls.
pub async fn calls(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    pass(&gate, &gate.calls, request, next).await
}

async fn pass(gate: &Gate, guards: &[Guard], request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    match guards.iter().try_for_each(|&guard| gate.check(guard, &parts)) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    }
}
