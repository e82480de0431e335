//! Which handler answers what, behind which guards.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::any;

use crate::guard::{self, Gate};
use crate::state::Served;
use crate::{assets, call, headers, stream};

/// All of it. From the outside in: the headers of every answer, the guards before everything, routing, the guards
/// before calls.
pub fn routes(served: Served, gate: Gate) -> Router {
    let gate = Arc::new(gate);
    // Any method, since it is for a guard to refuse the others.
    let calls = Router::new()
        .route("/run", any(stream::run))
        .route("/open", any(call::open))
        .route("/{call}", any(call::answer))
        .fallback(call::unknown)
        .with_state(served.clone())
        .layer(from_fn_with_state(Arc::clone(&gate), guard::calls));
    // As a service, for then `/api/` is below it too.
    let inside = Router::new().nest_service("/api", calls).fallback(assets::serve).with_state(served);
    // Layers of a router come after its routing; so this one has no routes.
    Router::new()
        .fallback_service(inside)
        .layer(from_fn_with_state(gate, guard::everywhere))
        .layer(from_fn(headers::seal))
}
