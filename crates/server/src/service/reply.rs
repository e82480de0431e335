//! What a service is asked, and what it replies.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// What answers the calls of a service.
pub trait Service: Send + Sync + 'static {
    /// Answers a call.
    fn answer(&self, call: &Call<'_>) -> Reply;

    /// What answers a call whose body is lines of JSON, piece by piece; all pieces are answered alike, whatever changes meanwhile.
    ///
    /// # Errors
    /// The reply, if there is no such call or it is called wrongly.
    fn lines(&self, call: &Call<'_>) -> Result<Box<dyn Lines>, Reply>;

    /// Whether it can answer, and what there is to say of that.
    fn ready(&self) -> Reply;

    /// Further figures, each with its help: counters, whose names end in `_total`, and others.
    fn figures(&self) -> Vec<(&'static str, &'static str, f64)>;

    /// The calls that there are, as they are counted: others are counted together.
    fn calls(&self) -> &'static [&'static str];
}

/// Answers lines, as they come.
pub trait Lines: Send {
    /// What is said of the whole, before the first line.
    fn headers(&self) -> Vec<(HeaderName, HeaderValue)>;

    /// The answers to some whole lines, each with its line end.
    fn answer(&mut self, lines: &[u8]) -> Vec<u8>;
}

/// A call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// `GET`, `POST` …
    pub method: &'a str,
    /// What is called: `/v1/score`.
    pub path: &'a str,
    /// Behind `?`, decoded.
    pub query: &'a [(String, String)],
    /// What was sent; nothing yet where it is lines.
    pub body: &'a [u8],
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// The media type of the body.
    pub media_type: &'static str,
    /// Further headers.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// What is said.
    pub body: Vec<u8>,
}

impl Reply {
    /// JSON.
    #[must_use]
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type: "application/json", headers: Vec::new(), body: body.into() }
    }

    /// Why a call is not answered (RFC 9457): a sentence for a person.
    #[must_use]
    pub fn problem(status: u16, detail: &str) -> Self {
        let title = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or("Problem");
        let body = serde_json::json!({ "title": title, "status": status, "detail": detail }).to_string();
        Self { media_type: "application/problem+json", ..Self::json(status, body) }
    }

    /// The same with a further header.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        *response.headers_mut() = headers(self.media_type, self.headers);
        response
    }
}

/// The media type, and further ones.
pub(super) fn headers(media_type: &'static str, further: Vec<(HeaderName, HeaderValue)>) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(1 + further.len());
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.extend(further);
    headers
}
