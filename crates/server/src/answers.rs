//! What the page asks and the program answers: the border of this crate. Bodies are bytes here; what is in them is
//! between the page and the program.

/// What the page asks, answered. Calls come in at the same time, each on a thread of its own; a panic in one of them
/// becomes an answer that says so, and the server lives on.
pub trait Answers: Send + Sync + 'static {
    /// Answers the call of this name, what stands below `/api/`. The body has the media type of JSON.
    ///
    /// # Errors
    ///
    /// What can't be answered, with a sentence for the person before the page.
    fn answer(&self, call: &str, body: &[u8]) -> Result<Answer, Refused>;

    /// Answers `/api/run`: says lines of JSON, each without its line end, as they become known. To say a line waits
    /// while the page does not read. `goes_on` tells whether somebody still listens: ask it often, and return when
    /// nobody does. Runs don't wait for each other; that a newer one ends an older one is for the program to arrange.
    ///
    /// # Errors
    ///
    /// A run that fails before its first line is answered as other calls are. Afterwards the stream breaks off, which
    /// the page can tell from its end; to say why, say it in a line and return `Ok`.
    fn run(
        &self,
        body: &[u8],
        goes_on: &(dyn Fn() -> bool + Sync),
        say: &mut (dyn FnMut(String) + Send),
    ) -> Result<(), Refused>;

    /// Answers `/api/open`: files that were dropped on the page.
    ///
    /// # Errors
    ///
    /// What can't be opened, with a sentence for the person before the page.
    fn open(&self, parts: Vec<Part>) -> Result<Answer, Refused>;
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A JSON text.
    Json(String),
    /// A file, to be saved by the page.
    File {
        /// The name that it is saved by; any text.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// What is in it.
        bytes: Vec<u8>,
    },
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no call of this name.
    NoSuchCall,
    /// What was asked can't be: a sentence for a person, who can mend it.
    Wrong(String),
    /// It went wrong here: a sentence for a person, who can't.
    Failed(String),
}

/// A part of a form: a file that was dropped, or a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which part of the form it is.
    pub name: String,
    /// What the file was called where it came from; a field has none. Never a path to be opened.
    pub file_name: Option<String>,
    /// What is in it.
    pub bytes: Vec<u8>,
}
