//! A service for programs: calls over HTTP, some of them many lines long, answered by whoever implements [`Service`]. In: requests; out:
//! replies, health, and figures for Prometheus. Nothing here knows what the calls mean.
//!
//! Without a token it is for this machine: a request must name it as its host, so that no page from elsewhere gets here under a name of
//! its own. With one, every call but those about health must bear it.

mod figures;
mod lines;
mod reply;
mod shared;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::http::header::{ALLOW, AUTHORIZATION, CONTENT_TYPE, HOST, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use futures_util::future::{Either, select};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use percent_encoding::percent_decode_str;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;

use crate::server::accept;
use crate::token::Token;
use figures::Figures;
pub use reply::{Call, Lines, Reply, Service};
pub use shared::Bounds;
use shared::Shared;

/// Bodies up to this long are answered where they were read; longer ones on threads of their own.
const SHORT: usize = 64 << 10;

/// A service that listens.
pub struct ServiceServer {
    listener: TcpListener,
    shared: Arc<Shared>,
}

impl ServiceServer {
    /// Listens there. Whoever calls must bear the token, if there is one.
    ///
    /// # Errors
    /// If that can't be listened on, or is more than this machine and there is no token.
    pub fn bind(service: Box<dyn Service>, at: SocketAddr, token: Option<String>, bounds: Bounds) -> io::Result<Self> {
        if token.is_none() && !at.ip().is_loopback() {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "others can reach this address: it needs a token",
            ));
        }
        let listener = TcpListener::bind(at)?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let figures = Figures::new(service.calls());
        let under_way = AtomicUsize::new(0);
        let token = token.map(Token::of);
        let is_stopping = AtomicBool::new(false);
        Ok(Self {
            listener,
            shared: Arc::new(Shared { service, token, bounds, under_way, is_stopping, figures, port }),
        })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until the future is ready; then it is no longer ready for more, calls under way come to their end, and what takes longer
    /// than the grace is cut. `began` is called once the future is being heeded.
    ///
    /// # Errors
    /// If the system gives no threads or no event queue.
    pub fn run(self, threads: usize, until: impl Future<Output = ()>, began: impl FnOnce()) -> io::Result<()> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(threads.max(1)).enable_all().build()?;
        let ended = runtime.block_on(self.serve(until, began));
        runtime.shutdown_timeout(Duration::from_secs(1));
        ended
    }

    async fn serve(self, until: impl Future<Output = ()>, began: impl FnOnce()) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let graceful = GracefulShutdown::new();
        let mut connections = JoinSet::new();
        let mut until = pin!(until);
        if poll_fn(|context| Poll::Ready(until.as_mut().poll(context))).await.is_ready() {
            return Ok(());
        }
        began();
        while let Either::Right((stream, _)) = select(&mut until, pin!(accept(&listener))).await {
            let _ = stream.set_nodelay(true);
            let shared = Arc::clone(&self.shared);
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(shared.bounds.headers);
            let service = service_fn(move |request| answer(Arc::clone(&shared), request));
            let served = connection.serve_connection(TokioIo::new(stream), service);
            let watcher = graceful.watcher();
            connections.spawn(async move {
                let _ = watcher.watch(served).await;
            });
            while connections.try_join_next().is_some() {} // those that came to their end
        }
        self.shared.is_stopping.store(true, Ordering::Relaxed);
        drop(listener);
        let _ = timeout(self.shared.bounds.grace, graceful.shutdown()).await;
        connections.shutdown().await;
        Ok(())
    }
}

/// All requests.
#[expect(clippy::disallowed_methods, reason = "how long answers take is counted, and changes none of them")]
async fn answer(shared: Arc<Shared>, request: hyper::Request<Incoming>) -> Result<Response, Infallible> {
    let began = Instant::now();
    let (asked, body) = request.into_parts();
    let response = shared.answered(&asked, Body::new(body)).await;
    shared.figures.count(asked.uri.path(), response.status().as_u16(), began.elapsed());
    Ok(response)
}

impl Shared {
    async fn answered(self: &Arc<Self>, asked: &Parts, body: Body) -> Response {
        let (method, path) = (asked.method.as_str(), asked.uri.path());
        if let Err(refused) = self.is_welcome(path, &asked.headers) {
            return refused.into_response();
        }
        let is_read = method == "GET";
        match path {
            "/health/live" if is_read => return Reply::json(200, "{\"live\":true}\n").into_response(),
            "/health/ready" if is_read => {
                let ready = self.service.ready();
                let status = if self.is_stopping.load(Ordering::Relaxed) { 503 } else { ready.status };
                return Reply { status, ..ready }.into_response();
            }
            "/metrics" if is_read => {
                let body = self.figures.text(&self.service.figures()).into_bytes();
                let media_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                return Reply { media_type, ..Reply::json(200, body) }.into_response();
            }
            "/health/live" | "/health/ready" | "/metrics" => {
                let reply = Reply::problem(405, &format!("`{path}` is called with GET."));
                return reply.with(ALLOW, HeaderValue::from_static("GET")).into_response();
            }
            _ => {}
        }
        let Ok(place) = Arc::clone(self).claim() else {
            let reply = Reply::problem(503, "As many calls as can be are being answered: come again in a second.");
            return reply.with(RETRY_AFTER, HeaderValue::from_static("1")).into_response();
        };
        let query = query(asked.uri.query().unwrap_or_default());
        if is_lines(&asked.headers) {
            return lines::answer(self, (method, path, &query), body, place);
        }
        let mut reading = pin!(read(body, self.bounds.body));
        // Nearly always all of it has come with the headers: then nothing has to be waited for.
        let read = match poll_fn(|context| Poll::Ready(reading.as_mut().poll(context))).await {
            Poll::Ready(read) => Ok(read),
            Poll::Pending => timeout(self.bounds.wait, reading).await,
        };
        let body = match read {
            Ok(Ok(body)) => body,
            Ok(Err(refused)) => return refused.into_response(),
            Err(_) => return Reply::problem(408, "What was sent did not come to its end in time.").into_response(),
        };
        if body.len() <= SHORT {
            return self.reply(&Call { method, path, query: &query, body: &body }).into_response();
        }
        let (shared, method, path) = (Arc::clone(self), method.to_owned(), path.to_owned());
        let work = move || {
            let reply = shared.reply(&Call { method: &method, path: &path, query: &query, body: &body });
            drop(place);
            reply
        };
        spawn_blocking(work).await.unwrap_or_else(|_| broken()).into_response()
    }

    /// What the service replies, whatever happens in it.
    fn reply(&self, call: &Call<'_>) -> Reply {
        catch_unwind(AssertUnwindSafe(|| self.service.answer(call))).unwrap_or_else(|_| broken())
    }

    /// Whether this caller may call at all.
    fn is_welcome(&self, path: &str, headers: &HeaderMap) -> Result<(), Reply> {
        let Some(token) = &self.token else {
            let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            return if self.is_here(host) {
                Ok(())
            } else {
                Err(Reply::problem(
                    421,
                    "This service is for programs on its own machine, which call it 127.0.0.1 or localhost.",
                ))
            };
        };
        if path.starts_with("/health/") {
            return Ok(());
        }
        let said = headers.get(AUTHORIZATION).map_or(&b""[..], HeaderValue::as_bytes);
        match said.strip_prefix(b"Bearer ") {
            Some(said) if token.is(said) => Ok(()),
            _ => Err(Reply::problem(401, "Say the token of this service: `Authorization: Bearer TOKEN`.")
                .with(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))),
        }
    }

    /// Whether a host is this machine, by its name.
    fn is_here(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port),
            _ => (host, "80"),
        };
        let name = name.trim_start_matches('[').trim_end_matches(']');
        let is_name = name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|at| at.is_loopback());
        is_name && port.parse() == Ok(self.port)
    }
}

fn broken() -> Reply {
    Reply::problem(500, "This could not be answered because of a mistake in the program, which goes on.")
}

/// Whether lines of JSON are sent.
fn is_lines(headers: &HeaderMap) -> bool {
    let said = headers.get(CONTENT_TYPE).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let media_type = said.split(';').next().unwrap_or_default().trim();
    let lines = ["application/x-ndjson", "application/jsonl", "application/ndjson"];
    lines.iter().any(|known| media_type.eq_ignore_ascii_case(known))
}

/// The whole body, if it is not longer than this.
async fn read(body: Body, most: u64) -> Result<Bytes, Reply> {
    let mut stream = body.into_data_stream();
    let mut pieces = Vec::new();
    let mut bytes = 0;
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|_| Reply::problem(400, "What was sent broke off."))?;
        bytes += piece.len() as u64;
        if bytes > most {
            return Err(too_long(most));
        }
        pieces.push(piece);
    }
    Ok(match pieces.len() {
        1 => pieces.remove(0),
        _ => pieces.concat().into(),
    })
}

fn too_long(most: u64) -> Reply {
    let detail = format!("More than {} was sent at once: send less, or lines of JSON.", crate::body::size(most));
    Reply::problem(413, &detail)
}

/// `a=1&b=2`, decoded.
fn query(text: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pair = |part: &str| {
        part.split_once('=')
            .map_or_else(|| (decoded(part), String::new()), |(name, value)| (decoded(name), decoded(value)))
    };
    text.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}
