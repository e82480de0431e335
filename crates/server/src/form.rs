//! Forms to their parts. In: a body of `multipart/form-data`; out: its parts, all in memory.

use axum::body::{Body, HttpBody};
use axum::http::StatusCode;
use multer::{Constraints, Multipart, SizeLimit};

use crate::answers::Part;
use crate::body::{broken, discard, size};
use crate::problem::Problem;

/// The parts of a form, if they are not longer than this together.
pub async fn parts(media_type: &str, body: Body, most: u64) -> Result<Vec<Part>, Problem> {
    let boundary = multer::parse_boundary(media_type).map_err(|_| unreadable())?;
    let announced = body.size_hint().lower();
    let mut stream = body.into_data_stream();
    if announced > most {
        // Nothing is kept of what can't be taken anyway.
        discard(&mut stream).await;
        return Err(too_long(most));
    }
    let limit = Constraints::new().size_limit(SizeLimit::new().whole_stream(most));
    let form = Multipart::with_constraints(&mut stream, boundary, limit);
    match gather(form).await {
        Ok(parts) => Ok(parts),
        Err(multer::Error::StreamReadFailed(_)) => Err(broken()),
        Err(multer::Error::StreamSizeExceeded { .. }) => {
            discard(&mut stream).await;
            Err(too_long(most))
        }
        Err(_) => {
            discard(&mut stream).await;
            Err(unreadable())
        }
    }
}

async fn gather(mut form: Multipart<'_>) -> multer::Result<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some(mut field) = form.next_field().await? {
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await? {
            bytes.extend_from_slice(&piece);
        }
        let name = field.name().unwrap_or_default().to_owned();
        parts.push(Part { name, file_name: field.file_name().map(str::to_owned), bytes });
    }
    Ok(parts)
}

fn too_long(most: u64) -> Problem {
    let message = format!(
        "These files have more than {} together, the most that can be dropped on the page. Name them when the program \
         is started instead: leadrules workbench RULES LEADS --events EVENTS.",
        size(most)
    );
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, message)
}

fn unreadable() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "The files did not arrive in a form that can be read. Drop them again.")
}
