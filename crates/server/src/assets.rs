//! The page. In: a path; out: the file of the page that it names, with its media type. All of them are in the program
//! and nothing is read while it runs, so no path leads anywhere else. They go out as they are: compression pays on a
//! network, and here there is none.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Extension, body::Body};

use crate::built::{Asset, INDEX, find};
use crate::headers::Nonce;
use crate::problem::Problem;
use crate::state::Served;

/// What is shown instead of a page that was not built.
const ABSENT: Asset = Asset { path: INDEX, bytes: include_bytes!("assets/absent.html") };

/// What stands in pages for the nonce of the answer.
const NONCE: &str = "__NONCE__";

/// `GET /PATH`.
pub async fn serve(
    State(served): State<Served>,
    Extension(nonce): Extension<Nonce>,
    method: Method,
    uri: Uri,
) -> Result<Response, Problem> {
    let path = match uri.path() {
        "/" => INDEX,
        path => path.strip_prefix('/').unwrap_or(path),
    };
    let absent = || (path == INDEX).then_some(ABSENT);
    let asset = find(served.assets, path).or_else(absent).filter(|_| matches!(method, Method::GET | Method::HEAD));
    let Some(asset) = asset else {
        return Err(Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."));
    };
    let media_type = media_type(asset.path);
    let body = if media_type == HTML {
        Body::from(String::from_utf8_lossy(asset.bytes).replace(NONCE, &nonce.0))
    } else {
        Body::from(asset.bytes)
    };
    Ok(([(CONTENT_TYPE, media_type)], body).into_response())
}

const HTML: &str = "text/html; charset=utf-8";

/// The media type of a file, by its ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
