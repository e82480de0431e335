//! The headers of every answer, whatever it is. In: a request, which is given a nonce; out: its answer, sealed. There
//! is never a header that opens an answer to another origin, and never a cookie.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::Next;
use axum::response::Response;

use crate::random;

/// The same for every answer.
const SEALS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
];

/// What marks the styles of one answer as its own.
#[derive(Clone)]
pub struct Nonce(pub Arc<str>);

/// Seals the answer to a request.
pub async fn seal(mut request: Request, next: Next) -> Response {
    let nonce = random::hex::<16>().expect("randomness does not run dry: the token is made of it");
    request.extensions_mut().insert(Nonce(nonce.as_str().into()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.extend(SEALS);
    headers.insert(CONTENT_SECURITY_POLICY, policy(&nonce));
    response
}

fn policy(nonce: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; \
         img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).expect("it is ASCII")
}
