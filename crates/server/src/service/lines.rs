//! Calls of lines: answered while they come, so that neither side holds them all. In: a body; out: a body with a line for each.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::reply::{Call, Lines, headers};
use super::shared::{Place, Shared};

/// So much is answered at once.
const PIECE: usize = 256 << 10;

/// What is under way.
struct Under {
    shared: Arc<Shared>,
    lines: Box<dyn Lines>,
    body: BodyDataStream,
    /// What came and was not answered.
    came: Vec<u8>,
    is_over: bool,
    _place: Place,
}

/// The answer to a call of lines.
pub(super) fn answer(
    shared: &Arc<Shared>,
    (method, path, query): (&str, &str, &[(String, String)]),
    body: Body,
    place: Place,
) -> Response {
    let lines = match shared.service.lines(&Call { method, path, query, body: &[] }) {
        Ok(lines) => lines,
        Err(refused) => return refused.into_response(),
    };
    let headers = headers("application/x-ndjson", lines.headers());
    let body = body.into_data_stream();
    let (came, is_over) = (Vec::new(), false);
    let under = Under { shared: Arc::clone(shared), lines, body, came, is_over, _place: place };
    let mut response = Response::new(Body::from_stream(stream::try_unfold(under, Under::next)));
    *response.headers_mut() = headers;
    response
}

impl Under {
    /// The next piece of the answer.
    async fn next(mut self) -> io::Result<Option<(Bytes, Self)>> {
        loop {
            if self.is_over && self.came.is_empty() {
                return Ok(None);
            }
            let whole = if self.is_over { Some(self.came.len()) } else { self.whole() };
            if let Some(whole) = whole.filter(|whole| *whole > 0) {
                let rest = self.came.split_off(whole);
                let piece = std::mem::replace(&mut self.came, rest);
                let mut under = self;
                let (answers, under) = spawn_blocking(move || {
                    let answers = catch_unwind(AssertUnwindSafe(|| under.lines.answer(&piece)));
                    (answers, under)
                })
                .await
                .map_err(io::Error::other)?;
                // What breaks a line breaks the answer off: nothing is left out unseen.
                let answers = answers.map_err(|_| io::Error::other("a mistake in the program"))?;
                return Ok(Some((answers.into(), under)));
            }
            if self.came.len() as u64 > self.shared.bounds.body {
                return Err(io::Error::other("a line is longer than the most that is taken"));
            }
            match timeout(self.shared.bounds.wait, self.body.next()).await {
                Err(_) => return Err(io::ErrorKind::TimedOut.into()),
                Ok(None) => self.is_over = true,
                Ok(Some(piece)) => self.came.extend_from_slice(&piece.map_err(io::Error::other)?),
            }
        }
    }

    /// How much of what came is whole lines, if it is enough, or nothing more is there yet.
    fn whole(&self) -> Option<usize> {
        let end = self.came.iter().rposition(|byte| *byte == b'\n')? + 1;
        (self.came.len() >= PIECE || end == self.came.len()).then_some(end)
    }
}
