//! Figures of a service, as Prometheus reads them. In: calls that were answered; out: text.

use std::sync::OnceLock;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

/// What requests are told apart by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    call: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Called {
    call: &'static str,
}

/// What is counted.
pub(super) struct Figures {
    registry: Registry,
    answered: Family<Answered, Counter>,
    seconds: Family<Called, Histogram>,
    known: Vec<Known>,
    /// All others.
    other: Known,
}

/// A call that is counted by itself, with its figures as soon as it was answered, so that they need not be looked up.
struct Known {
    call: &'static str,
    fine: OnceLock<Counter>,
    seconds: OnceLock<Histogram>,
}

impl Known {
    fn new(call: &'static str) -> Self {
        Self { call, fine: OnceLock::new(), seconds: OnceLock::new() }
    }
}

/// The calls that every service has.
const ALWAYS: [&str; 3] = ["/health/live", "/health/ready", "/metrics"];

impl Figures {
    /// Nothing yet; other calls than these are counted together, since whoever calls may make names up.
    pub(super) fn new(calls: &'static [&'static str]) -> Self {
        let mut registry = Registry::default();
        let answered = Family::<Answered, Counter>::default();
        let seconds = Family::<Called, Histogram>::new_with_constructor(|| {
            // From 0.1 ms to 6.5 s.
            Histogram::new(exponential_buckets(0.0001, 4.0, 9))
        });
        registry.register("leadrules_requests", "Requests that were answered, by call and status", answered.clone());
        registry.register("leadrules_request_seconds", "How long the answers took to begin", seconds.clone());
        let known = calls.iter().chain(&ALWAYS).map(|call| Known::new(call)).collect();
        Self { registry, answered, seconds, known, other: Known::new("other") }
    }

    /// Counts a request.
    pub(super) fn count(&self, path: &str, status: u16, took: Duration) {
        let known = self.known.iter().find(|known| known.call == path).unwrap_or(&self.other);
        let call = known.call;
        let answered = || self.answered.get_or_create_owned(&Answered { call, status });
        if status == 200 {
            known.fine.get_or_init(answered).inc();
        } else {
            answered().inc();
        }
        let seconds = || self.seconds.get_or_create_owned(&Called { call });
        known.seconds.get_or_init(seconds).observe(took.as_secs_f64());
    }

    /// All of them, with further ones.
    pub(super) fn text(&self, further: &[(&'static str, &'static str, f64)]) -> String {
        let mut text = String::new();
        let mut others = Registry::default();
        for (name, help, value) in further {
            match name.strip_suffix("_total") {
                Some(name) => others.register(name, *help, ConstCounter::new(*value)),
                None => others.register(*name, *help, ConstGauge::new(*value)),
            }
        }
        // Text can be written to a text.
        let _ = encode(&mut text, &others);
        let others = text.trim_end().trim_end_matches("# EOF").to_owned();
        text.clear();
        let _ = encode(&mut text, &self.registry);
        others + &text
    }
}
