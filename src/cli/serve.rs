//! `leadrules serve`: scores over HTTP, for the form on a website and the webhook of a CRM. In: a rule file, an address; out: answers
//! until it is told to stop. Rules are read again when they change.

mod answers;
mod live;
mod openapi;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use leadrules_language::words::say;
use leadrules_server::{Bounds, ServiceServer};

use super::args::{Allow, AsOf, whole};
use super::exit::{Exit, Failure, plain, shown};
use super::terminal::{Terminal, note};
use super::world;
use answers::Answers;
use live::Live;

/// Answer calls for scores over HTTP
///
/// `POST /v1/score` scores one lead, many, or lines of JSON as they come; `/v1/explain` says why. Every answer says which rules it was
/// made by and as of which instant. Rules that change are taken within two seconds; while they have errors, those before stay.
/// `GET /openapi.json` describes the calls with the fields of these rules, `/health/ready` says whether they could be read, and
/// `/metrics` counts, for Prometheus.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules serve my.leadrules
  curl -s 127.0.0.1:8080/v1/score -d '{\"id\": \"1\", \"employees\": 150}'
  leadrules serve my.leadrules --listen 0.0.0.0:8080 --token-file token.txt      for other machines, behind TLS

It listens on this machine alone unless it is told otherwise, and then needs a token. It ends in order when it is interrupted
or told to terminate: what is under way is answered.

Exit codes: 0 ended in order, 1 could not run, 2 the rules have errors.")]
pub(super) struct Args {
    /// The rule file
    #[arg(value_name = "RULES")]
    rules: PathBuf,

    #[command(flatten)]
    allow: Allow,

    /// The address and port to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// A file with the token that callers must bear, of 16 characters or more
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,

    #[command(flatten)]
    as_of: AsOf,

    /// How many calls are answered at once; others are told to come again
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = whole::<usize>(1..=65_536))]
    calls: usize,

    /// The most that one call may send, in MiB; lines of JSON may be any number
    #[arg(long, value_name = "MIB", default_value_t = 8, value_parser = whole::<u64>(1..=1024))]
    body: u64,

    /// How long calls under way may still take when it is told to stop, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = whole::<u64>(0..=600))]
    grace: u64,

    /// How many threads answer; one for each processor without it
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1..=256))]
    threads: Option<usize>,
}

/// Serves the rules.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let token = args.token_file.as_deref().map(token).transpose()?;
    if token.is_none() && !args.listen.ip().is_loopback() {
        return Err(Failure::new(say!(
            "--listen {address}: other machines can reach that, so callers must bear a token: say --token-file",
            address = args.listen.to_string()
        )));
    }
    let live = match Live::new((&args.rules, &args.allow), &args.as_of, terminal)? {
        Ok(live) => Arc::new(live),
        Err(exit) => return Ok(exit),
    };
    let bounds = Bounds {
        body: args.body << 20,
        calls: args.calls,
        grace: Duration::from_secs(args.grace),
        ..Bounds::default()
    };
    let service = Box::new(Answers::new(Arc::clone(&live)));
    let failed = |error: std::io::Error| {
        Failure::new(say!("{what} can't be served: {why}", what = args.listen.to_string(), why = plain(&error)))
    };
    let server = ServiceServer::bind(service, args.listen, token, bounds).map_err(failed)?;
    let address = server.address().map_err(failed)?;
    let began = || note(&format!("rules {} are served at http://{address}; it ends with Ctrl-C\n", live.now().short()));
    live::watch(&live);
    let processors = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    server.run(args.threads.unwrap_or_else(processors), leadrules_server::stopped(), began).map_err(failed)?;
    Ok(Exit::Fine)
}

/// The token in a file.
fn token(path: &Path) -> Result<String, Failure> {
    const LEAST: usize = 16;
    let text = world::read_text(path).map_err(|error| Failure::reading(path, &error))?;
    let token = text.trim();
    if token.len() < LEAST || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Failure::new(say!(
            "--token-file {path}: a token has at least {least} letters, digits or signs, and no blanks",
            path = shown(path),
            least = LEAST
        )));
    }
    Ok(token.to_owned())
}
