//! Bodies of requests, to the end or to a limit.

use axum::body::{Body, BodyDataStream};
use axum::http::StatusCode;
use futures_util::StreamExt;

use crate::problem::Problem;

/// The whole body, if it is not longer than this.
pub async fn read(body: Body, most: u64) -> Result<Vec<u8>, Problem> {
    let mut stream = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|_| broken())?;
        if (whole.len() + piece.len()) as u64 > most {
            discard(&mut stream).await;
            let message = format!("The page sent more than {} at once, which is the most that is taken.", size(most));
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, message));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole)
}

/// Reads the rest of a body without keeping it: a browser that still sends does not hear the answer.
pub async fn discard(stream: &mut BodyDataStream) {
    while let Some(Ok(_)) = stream.next().await {}
}

/// A body that broke off. Nobody is left to read this.
pub fn broken() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "What the page sent broke off.")
}

/// A size as people say it.
pub fn size(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1 << 30 && bytes.is_multiple_of(1 << 30) => format!("{} GiB", bytes >> 30),
        _ if bytes >= 1 << 20 && bytes.is_multiple_of(1 << 20) => format!("{} MiB", bytes >> 20),
        _ => format!("{bytes} bytes"),
    }
}
