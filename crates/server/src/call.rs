//! Calls that are answered at once. In: a call and its body; out: JSON, a file or a problem. The program works on a
//! thread of its own and is not stopped when the page goes away: what it writes, it writes to the end.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::task::spawn_blocking;

use crate::answers::{Answer, Refused};
use crate::problem::Problem;
use crate::state::Served;
use crate::{body, form};

/// `POST /api/CALL`.
pub async fn answer(State(served): State<Served>, Path(call): Path<String>, body: Body) -> Result<Response, Problem> {
    let body = body::read(body, served.limits.json).await?;
    let name = call.clone();
    respond(&call, move || served.answers.answer(&name, &body)).await
}

/// `POST /api/open`.
pub async fn open(State(served): State<Served>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let parts = form::parts(media_type, body, served.limits.files).await?;
    respond("open", move || served.answers.open(parts)).await
}

/// What is below `/api` and no call.
pub async fn unknown(uri: Uri) -> Problem {
    Problem::refused(uri.path().trim_start_matches('/'), Refused::NoSuchCall)
}

async fn respond(
    call: &str,
    work: impl FnOnce() -> Result<Answer, Refused> + Send + 'static,
) -> Result<Response, Problem> {
    let answer = spawn_blocking(work).await.map_err(|_| Problem::panic())?;
    Ok(match answer.map_err(|refused| Problem::refused(call, refused))? {
        Answer::Json(json) => ([(CONTENT_TYPE, "application/json")], json).into_response(),
        Answer::File { name, media_type, bytes } => {
            // Whatever the name is, nothing of it can be taken for more than a name.
            let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
            let disposition = format!("attachment; filename*=UTF-8''{name}");
            let headers = [(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition.as_str())];
            (StatusCode::OK, headers, bytes).into_response()
        }
    })
}
