//! A progress bar on standard error, for runs that take longer than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use leadrules_engine::run::{Phase, Step};
use leadrules_language::text::grouped;

use super::world;

/// A run that takes longer than this gets a bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that appears late.
pub(super) struct Progress {
    since: Option<Instant>,
    bar: Option<(Phase, ProgressBar)>,
}

impl Progress {
    /// A bar, unless nobody is looking.
    pub(super) fn new(is_wanted: bool) -> Self {
        Self { since: is_wanted.then(world::stopwatch), bar: None }
    }

    /// Shows how far the run has got.
    pub(super) fn step(&mut self, step: Step) {
        if self.since.is_none_or(|since| since.elapsed() < PATIENCE) {
            return;
        }
        if self.bar.as_ref().is_some_and(|(phase, _)| *phase != step.phase) {
            self.clear();
        }
        let (_, bar) = self.bar.get_or_insert_with(|| (step.phase, bar(step)));
        bar.set_position(step.bytes);
        bar.set_message(format!("{} rows", grouped(step.rows)));
    }

    /// Removes the bar.
    pub(super) fn clear(&mut self) {
        if let Some((_, bar)) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

fn bar(step: Step) -> ProgressBar {
    let what = match step.phase {
        Phase::Events => "events",
        Phase::Leads => "leads",
    };
    let template = match step.of {
        Some(_) => "{prefix} {bar:32} {percent:>3} %  {msg}  {eta} left",
        None => "{prefix} {spinner} {msg}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(step.of, ProgressDrawTarget::stderr());
    bar.with_style(style.progress_chars("█▉▊▋▌▍▎▏ ")).with_prefix(what)
}
