//! Why a request is not answered, as the page gets it: a status and `{"message": "…"}`, a sentence for a person.

use std::borrow::Cow;

use axum::http::header::{ALLOW, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::answers::Refused;

/// A request that is not answered.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    message: Cow<'static, str>,
}

impl Problem {
    pub fn new(status: StatusCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, message: message.into() }
    }

    /// The program panicked over it.
    pub fn panic() -> Self {
        let message = "This could not be answered because of a mistake in the program, which wrote more about it where \
                       it was started. Nothing else is lost: it goes on.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message)
    }

    /// What the program refused.
    pub fn refused(call: &str, refused: Refused) -> Self {
        match refused {
            Refused::NoSuchCall => {
                let message = format!(
                    "The page asks for \"{call}\", which this program does not know; they seem to be of different \
                     versions. Load the page again."
                );
                Self::new(StatusCode::NOT_FOUND, message)
            }
            Refused::Wrong(message) => Self::new(StatusCode::BAD_REQUEST, message),
            Refused::Failed(message) => Self::new(StatusCode::INTERNAL_SERVER_ERROR, message),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::json!({ "message": self.message }).to_string();
        let mut response = (self.status, [(CONTENT_TYPE, "application/json")], body).into_response();
        // What HTTP wants said with these two.
        match self.status {
            StatusCode::UNAUTHORIZED => {
                response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::METHOD_NOT_ALLOWED => {
                response.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
            }
            _ => {}
        }
        response
    }
}
