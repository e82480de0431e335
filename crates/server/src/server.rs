//! The server itself. In: the program's answers and a port; out: an address, and answers until it is told to stop. It
//! listens on 127.0.0.1 alone.

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use futures_util::future::{Either, select};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::answers::Answers;
use crate::built::BUILT;
use crate::guard::Gate;
use crate::routes::routes;
use crate::state::{Limits, Served};
use crate::token::Token;

/// How long the headers of a request may take.
const HEADERS: Duration = Duration::from_secs(30);

/// How long answers that are under way when the server stops may still take; then they are cut.
const CUT_AFTER: Duration = Duration::from_secs(2);

/// How long the program's threads may still take, once nobody listens any more.
const LEFT_AFTER: Duration = Duration::from_secs(1);

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    address: String,
    router: Router,
    header_time: Duration,
}

impl Server {
    /// Listens on a port of 127.0.0.1: on this one, or on one that is free.
    ///
    /// # Errors
    ///
    /// If the port is taken, or the system gives no randomness for the token.
    pub fn bind(answers: Arc<dyn Answers>, port: Option<u16>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let token = Token::new()?;
        let address = format!("http://127.0.0.1:{port}/#{}", token.shown());
        let served = Served { answers, assets: BUILT, limits: Limits::USUAL };
        let router = routes(served, Gate::new(port, token));
        Ok(Self { listener, address, router, header_time: HEADERS })
    }

    /// The address of the page, `http://127.0.0.1:PORT/#TOKEN`. Whoever has it may call.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers until the future is ready: [`stopped`](crate::stopped), or what the caller decides on. Then no more
    /// connections are taken; answers under way have a short time to come to their end, and runs are told that nobody
    /// listens. Work that does not heed this is left behind after a few seconds.
    ///
    /// # Errors
    ///
    /// If the system gives no event queue.
    pub fn run(self, until: impl Future<Output = ()>) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let ended = runtime.block_on(self.serve(until));
        runtime.shutdown_timeout(LEFT_AFTER);
        ended
    }

    async fn serve(self, until: impl Future<Output = ()>) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let graceful = GracefulShutdown::new();
        let mut connections = JoinSet::new();
        let mut until = pin!(until);
        while let Either::Right((stream, _)) = select(&mut until, pin!(accept(&listener))).await {
            connections.spawn(connection(stream, self.router.clone(), self.header_time, graceful.watcher()));
            while connections.try_join_next().is_some() {} // those that came to their end
        }
        drop(listener);
        let _ = timeout(CUT_AFTER, graceful.shutdown()).await;
        connections.shutdown().await;
        Ok(())
    }
}

/// The next connection. If there can't be one, because too many are open for the system say, then soon there can.
pub(crate) async fn accept(listener: &tokio::net::TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
    }
}

/// Answers the requests of a connection. How it ends is of no interest: nobody is left to be told.
async fn connection(stream: TcpStream, router: Router, header_time: Duration, watcher: Watcher) {
    // Lines are small, and wanted at once.
    let _ = stream.set_nodelay(true);
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(header_time)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let _ = watcher.watch(served).await;
}
