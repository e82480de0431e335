//! The server of the workbench: a page in the browser of this machine, and the calls that it makes. In go the
//! [`Answers`] of the program and requests over the loopback interface; out come the page, which the build took into
//! the program, and what was answered. Nothing here knows of rules or leads, opens a file or a connection to elsewhere,
//! or serves anybody who does not hold the token of this start.
//!
//! Loopback is no border: any website can make a browser send requests here, and any program on the machine can send
//! its own. So each request passes the guards of `guard` before it is routed, each call those for calls as well, and
//! each answer leaves with the headers of `headers`.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use leadrules_server::{Answers, Server, stopped};
//!
//! fn serve(answers: impl Answers) -> std::io::Result<()> {
//!     let server = Server::bind(Arc::new(answers), None)?;
//!     println!("The workbench is at {}", server.address());
//!     server.run(stopped())
//! }
//! ```

mod answers;
mod assets;
mod body;
mod built;
mod call;
mod form;
mod guard;
mod headers;
mod problem;
mod random;
mod routes;
mod server;
mod service;
mod state;
mod stop;
mod stream;
mod token;

pub use answers::{Answer, Answers, Part, Refused};
pub use axum::http::{HeaderName, HeaderValue};
pub use built::has_page;
pub use server::Server;
pub use service::{Bounds, Call, Lines, Reply, Service, ServiceServer};
pub use stop::stopped;
