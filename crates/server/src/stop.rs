//! When the system asks the program to stop.

use std::future::pending;
use std::pin::pin;

use futures_util::future::select;
use tokio::signal;

/// Ready when the program is interrupted (Ctrl-C) or, where there are such signals, told to terminate: what
/// [`Server::run`](crate::Server::run) is usually given. To be awaited there alone.
pub async fn stopped() {
    select(pin!(interrupted()), pin!(terminated())).await;
}

async fn interrupted() {
    if signal::ctrl_c().await.is_err() {
        pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(_) => pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    pending().await
}
