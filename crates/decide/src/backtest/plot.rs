//! What became of leads, by their points, as a chart.

use super::ScoreJudged;
use crate::chart::{RateBar, rates};
use crate::whom::Whom;
use leadrules_language::words::{Locale, Text, say};

/// A chart (SVG) of the share of leads, or accounts, that converted in each band of a score's points, with intervals and the rates
/// that the score's curve expects.
#[must_use]
pub fn plot(score: &ScoreJudged, whom: Whom, locale: Locale) -> String {
    let bars = score.bands.iter().rev().filter_map(|band| {
        Some(RateBar {
            name: band.name().in_locale(locale),
            rate: band.rate.rate?,
            interval: band.rate.low.zip(band.rate.high),
            expected: band.expected,
        })
    });
    let bars: Vec<RateBar> = bars.collect();
    let said = bars.iter().map(|bar| say!("{points}: {rate}", points = &bar.name, rate = Text::percent(bar.rate, 1)));
    let (score, rates_said) = (score.name.replace('_', " "), Text::row(said.collect(), ", "));
    let title = match whom {
        Whom::Leads => {
            say!("Bar chart: what share of leads converted, by points of {score}. {rates}.", score, rates = rates_said)
        }
        Whom::Accounts => {
            say!(
                "Bar chart: what share of accounts converted, by points of {score}. {rates}.",
                score,
                rates = rates_said
            )
        }
    };
    rates(&title.in_locale(locale), &say!("points").in_locale(locale), &bars, locale)
}
