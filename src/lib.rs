//! leadrules: a small declarative language for lead scoring.
//!
//! In one text, marketing and sales write down who fits, who shows interest, and which score makes a lead ready. This
//! crate reads such a text, says what is wrong with it, and scores leads with it; the program of the same name is built
//! on it.
//!
//! # What can be left out
//!
//! For a small build: the features `parquet` (Apache Parquet), `sheets` (spreadsheets) and `report` (charts, the report
//! and, with it, the program) are on by default; without `parquet` or `sheets`, files of that format are refused with a
//! message that says so.
//!
//! # A lead, scored and explained
//!
//! ```
//! use leadrules::{Event, Lead, Points, RuleSet};
//!
//! let rules = RuleSet::from_text(
//!     r#"
//!     leadrules 1
//!     lead   { id text key; employees integer }
//!     events { webinar_attended { minutes number } }
//!     score profile 0..100 {
//!       employees 100..200 => +20
//!     }
//!     score engagement 0..100 {
//!       webinar_attended where minutes >= 20 => +50 once
//!     }
//!     stages {
//!       profile >= 20                      => MQL
//!       profile >= 20 and engagement >= 50 => SQL
//!     }
//!     "#,
//! )?;
//! let scorer = rules.scorer(rules.as_of("2026-11-23")?);
//! let lead = Lead::new()
//!     .set("id", "L1")
//!     .set("employees", 150)
//!     .event(Event::new("webinar_attended", "2026-11-20T10:00:00Z").set("minutes", 25));
//! let scored = scorer.score(&lead)?;
//! assert_eq!(scored.stage, "SQL");
//! assert_eq!(scored.score("profile"), Some(Points(20_00)));
//! let why = scorer.explain(&lead)?;
//! assert_eq!(why.scores[1].points.unwrap().0, Points(50_00));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is wrong with a text
//!
//! ```
//! let findings = leadrules::RuleSet::from_text("leadrules 1\nscore profile {\n  employes >= 10 => +5\n}").unwrap_err();
//! assert_eq!(findings.list[0].code.id, "LR0201");
//! println!("{findings}");
//! ```
//!
//! # Errors have a kind
//!
//! ```
//! use leadrules::{ErrorKind, Lead, RuleSet};
//!
//! let rules = RuleSet::from_text("leadrules 1\nlead { id text key; employees integer }\nscore fit { employees 10.. => +5 }")?;
//! let scorer = rules.scorer(rules.as_of("2026-11-23")?);
//! let error = scorer.score(&Lead::new().set("employes", 150)).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Name);
//! assert_eq!(error.to_string(), "the rules declare no field `employes`; did you mean `employees`?");
//! let error = scorer.score(&Lead::new().set("employees", "many")).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Value);
//! assert_eq!(RuleSet::from_path("gone.leadrules").unwrap_err().kind(), ErrorKind::NotFound);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Proofs, tests, canonical text and SQL
//!
//! ```
//! use leadrules::{Dialect, RuleSet, SqlAsOf, SqlOptions};
//!
//! let text = "leadrules 1\nlead { id text key; a yes/no }\nscore s { a => +1 }\nstages { s >= 2 => Never }\n\
//!     test \"one point\" { lead a yes; expect s = 1 }\n";
//! let rules = RuleSet::from_text(text)?;
//! let found = rules.check(rules.as_of("2026-11-23")?);
//! assert!(found.list.iter().any(|finding| finding.code.id == "LR0610"), "no lead can reach the stage: {found}");
//! assert!(rules.test().passed());
//! assert!(leadrules::format(text).starts_with("leadrules 1\n"));
//! let query = rules.sql(&SqlOptions {
//!     dialect: Dialect::Postgres,
//!     as_of: SqlAsOf::CurrentTimestamp,
//!     leads: "crm.leads",
//!     events: None,
//!     of: Default::default(),
//!     accounts: Default::default(),
//!     event_id: None,
//!     explain: false,
//!     previous: Default::default(),
//! })?;
//! assert!(query.contains("crm.leads"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A small service
//!
//! A scorer is prepared once and shared by all threads; make another when the day is over.
//!
//! ```
//! use std::io::{BufRead, BufReader, Read, Write};
//! use std::net::{TcpListener, TcpStream};
//! use std::sync::Arc;
//!
//! use leadrules::{ErrorKind, RuleSet, Scorer};
//!
//! /// Answers one request: leads in JSON come in, scores in JSON go out.
//! fn answer(scorer: &Scorer, mut stream: TcpStream) -> std::io::Result<()> {
//!     let mut reader = BufReader::new(stream.try_clone()?);
//!     let (mut line, mut length) = (String::new(), 0);
//!     while reader.read_line(&mut line)? > 2 {
//!         if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
//!             length = value.trim().parse().unwrap_or(0);
//!         }
//!         line.clear();
//!     }
//!     let mut body = vec![0; length];
//!     reader.read_exact(&mut body)?;
//!     let (status, text) = match scorer.score_json(&String::from_utf8_lossy(&body)) {
//!         Ok(scored) => ("200 OK", serde_json::to_string(&scored).expect("plain data")),
//!         Err(error) if matches!(error.kind(), ErrorKind::Row | ErrorKind::Unfit) => ("422 Unprocessable Content", error.to_string()),
//!         Err(error) => ("400 Bad Request", error.to_string()),
//!     };
//!     write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}", text.len())
//! }
//!
//! let rules = RuleSet::from_text("leadrules 1\nlead { id text key; employees integer }\nscore fit { employees 10.. => +5 }")?;
//! let scorer = Arc::new(rules.scorer(rules.as_of("2026-11-23")?));
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let address = listener.local_addr()?;
//! let served = scorer.clone();
//! std::thread::spawn(move || {
//!     // In a service: for each of `listener.incoming()`, a thread.
//!     let (stream, _) = listener.accept()?;
//!     answer(&served, stream)
//! });
//! let mut client = TcpStream::connect(address)?;
//! let body = r#"[{"id": "L1", "employees": 150}]"#;
//! write!(client, "POST / HTTP/1.1\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
//! let mut said = String::new();
//! client.read_to_string(&mut said)?;
//! assert!(said.starts_with("HTTP/1.1 200 OK") && said.contains(r#"{"name":"fit","value":5}"#), "{said}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Below
//!
//! What is not here is in the crates that this one is made of: `leadrules-language` (from text to meaning, proofs,
//! evaluation of one lead, SQL; no Arrow, files or clock, and it builds for WebAssembly), `leadrules-engine` (leads and
//! events from files to columns, scored and written), `leadrules-decide` (who moves, were the rules right, what would
//! lift a lead).

// The program names the library as everybody else does.
#[cfg(feature = "report")]
extern crate self as leadrules;

mod account_scorer;
mod as_of;
#[cfg(feature = "report")]
mod cli;
mod error;
mod folders;
mod json_scorer;
mod lead;
mod rule_set;
mod scored;
#[cfg(feature = "report")]
mod standard_output;
mod unread;

/// The Arrow crates whose batches [`Scorer::score_batches`] takes.
pub use {arrow_array, arrow_schema};

pub use account_scorer::AccountScorer;
pub use as_of::AsOf;
pub use error::{Error, ErrorKind};
pub use folders::Folders;
pub use json_scorer::JsonScorer;
pub use lead::{Event, Lead};
pub use leadrules_engine::data::{Asker, Fitness};
pub use leadrules_language::codes::Severity;
pub use leadrules_language::decimal::{Decimal, Points};
pub use leadrules_language::diagnostic::Diagnostic as Finding;
pub use leadrules_language::explain::Explanation;
pub use leadrules_language::sql::{AsOf as SqlAsOf, Dialect, Options as SqlOptions};
pub use leadrules_language::testing::Report as TestReport;
pub use rule_set::{Findings, RuleSet, Scorer};
pub use scored::{ScoredAccount, ScoredLead, ScoredValue};
pub use unread::unread;

/// A rule file in its canonical form, as `leadrules fmt` writes it. What can't be read is left out, so look for
/// findings first.
#[must_use]
pub fn format(text: &str) -> String {
    let mut sources = leadrules_language::source::Sources::default();
    let file = sources.add("rules", text);
    leadrules_language::format::format(&leadrules_language::parse::parse(&sources, file).0)
}

/// The program `leadrules`, given the arguments that it was called with, its own name first. It takes the process for its
/// own: it writes to its outputs and sets its allocator. What comes out is the exit code.
#[cfg(feature = "report")]
#[doc(hidden)]
#[must_use]
pub fn program(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> u8 {
    cli::main(arguments) as u8
}
