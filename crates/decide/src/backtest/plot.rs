//! What became of leads, by their points, as a chart.

use super::ScoreJudged;
use crate::chart::{RateBar, rates};
use crate::whom::Whom;
use leadrules_language::words::Locale;

/// A chart (SVG) of the share of leads, or accounts, that converted in each band of a score's points, with intervals and the rates
/// that the score's curve expects.
#[must_use]
pub fn plot(score: &ScoreJudged, whom: Whom, locale: Locale) -> String {
    let bars = score.bands.iter().rev().filter_map(|band| {
        Some(RateBar {
            name: band.name(),
            rate: band.rate.rate?,
            interval: band.rate.low.zip(band.rate.high),
            expected: band.expected,
        })
    });
    let bars: Vec<RateBar> = bars.collect();
    let said: Vec<String> = bars.iter().map(|bar| format!("{}: {:.1} %", bar.name, bar.rate * 100.0)).collect();
    let name = score.name.replace('_', " ");
    let (whom, said) = (whom.many(), said.join(", "));
    let title = format!("Bar chart: what share of {whom} converted, by points of {name}. {said}.");
    rates(&title, "points", &bars, locale)
}
