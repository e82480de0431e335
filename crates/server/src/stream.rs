//! `POST /api/run`: lines as they become known. In: the body of the call; out: lines of JSON, `application/x-ndjson`.
//! The program is never more than a few lines ahead of the page, and hears at once that the page went away: hyper drops
//! the answer as soon as the connection closes.

use std::io;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::answers::Refused;
use crate::body;
use crate::problem::Problem;
use crate::state::Served;

/// How many lines the program may be ahead of the page, besides what the connection holds.
const AHEAD: usize = 2;

/// `POST /api/run`. What goes wrong before the first line is still a status.
pub async fn run(State(served): State<Served>, body: Body) -> Result<Response, Problem> {
    let body = body::read(body, served.limits.json).await?;
    let (sender, mut lines) = mpsc::channel::<Bytes>(AHEAD);
    let running = spawn_blocking(move || {
        let goes_on = || !sender.is_closed();
        let mut say = |mut line: String| {
            line.push('\n');
            // If nobody listens any more, `goes_on` says so.
            let _ = sender.blocking_send(line.into());
        };
        served.answers.run(&body, &goes_on, &mut say)
    });
    let body = match lines.recv().await {
        Some(first) => Body::from_stream(stream::iter([Ok(first)]).chain(rest(lines, running))),
        None => match running.await {
            Ok(Ok(())) => Body::empty(),
            Ok(Err(refused)) => return Err(Problem::refused("run", refused)),
            Err(_) => return Err(Problem::panic()),
        },
    };
    Ok(([(CONTENT_TYPE, "application/x-ndjson")], body).into_response())
}

/// The further lines; an error, which breaks the answer off, if the run does not end well.
fn rest(
    lines: mpsc::Receiver<Bytes>,
    running: JoinHandle<Result<(), Refused>>,
) -> impl stream::Stream<Item = io::Result<Bytes>> {
    stream::try_unfold((lines, running), |(mut lines, running)| async {
        match lines.recv().await {
            Some(line) => Ok(Some((line, (lines, running)))),
            None => match running.await {
                Ok(Ok(())) => Ok(None),
                Ok(Err(_)) | Err(_) => Err(io::Error::other("the run broke off")),
            },
        }
    })
}
