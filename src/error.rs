//! What can go wrong for a program that uses the library: an error that says what kind it is.

use leadrules_engine::data;

/// What went wrong, in words for a person, and of which kind it is, for a program.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    message: String,
    #[source]
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The kinds of error.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The rules have errors; the cause is the [`Findings`](crate::Findings).
    Rules,
    /// A text is not an instant.
    Instant,
    /// The rules declare no field, event or property with a name that was given.
    Name,
    /// A value does not fit its field.
    Value,
    /// A file does not exist.
    NotFound,
    /// Data can't be read at all, or not to its end.
    Unreadable,
    /// A row of the data is broken; the message names it.
    Row,
    /// Data is not what the rules are about: its leads would be scored as blank.
    Unfit,
    /// A dialect of SQL can't do what the rules ask.
    Refused,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), cause: None }
    }

    pub(crate) fn because(self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { cause: Some(Box::new(cause)), ..self }
    }

    /// Which kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl From<data::Error> for Error {
    fn from(error: data::Error) -> Self {
        let io = error.cause.as_ref().and_then(|cause| cause.downcast_ref::<std::io::Error>());
        let kind = match (&error.place, io.map(std::io::Error::kind)) {
            _ if error.is_unfit => ErrorKind::Unfit,
            (Some(_), _) => ErrorKind::Row,
            (None, Some(std::io::ErrorKind::NotFound)) => ErrorKind::NotFound,
            (None, _) => ErrorKind::Unreadable,
        };
        Self::new(kind, error.to_string()).because(error)
    }
}
