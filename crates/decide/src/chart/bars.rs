//! Counts as bars, and rates as bars with their intervals and what was expected. In: names and numbers; out: an SVG.

use leadrules_language::words::{self, Locale, say};
use plotters::prelude::*;

use super::canvas::{COLOURS, LABELS, drawn};

/// A bar: what it is for, and how high it is.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The name below it.
    pub name: String,
    /// How many.
    pub count: u64,
}

/// A bar that is a share, 0 to 1.
#[derive(Clone, Debug)]
pub struct RateBar {
    /// The name below it.
    pub name: String,
    /// The share.
    pub rate: f64,
    /// The ends of its interval.
    pub interval: Option<(f64, f64)>,
    /// What was expected.
    pub expected: Option<f64>,
}

/// Draws counts of leads; `below` says what the bars are for, in the language of the title.
#[must_use]
pub fn counts(title: &str, below: &str, bars: &[Bar], locale: Locale) -> String {
    drawn(title, |area| {
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let mut chart = ChartBuilder::on(area)
            .margin(8)
            .x_label_area_size(44)
            .y_label_area_size(58)
            .build_cartesian_2d((0..bars.len().max(1) - 1).into_segmented(), 0..most + most.div_ceil(20))?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_desc(below)
            .y_desc(say!("leads").in_locale(locale))
            .x_labels(bars.len().min(7))
            .x_label_formatter(&|at| name_at(at, bars.len(), &|at| bars[at].name.clone()))
            .y_label_formatter(&|count| whole(*count, locale))
            .light_line_style(TRANSPARENT)
            .bold_line_style(BLACK.mix(0.12))
            .axis_style(BLACK.mix(0.5))
            .label_style(LABELS)
            .draw()?;
        chart.draw_series(bars.iter().enumerate().map(|(at, bar)| {
            let corners = [(SegmentValue::Exact(at), 0), (SegmentValue::Exact(at + 1), bar.count)];
            let mut bar = Rectangle::new(corners, COLOURS[0].filled());
            bar.set_margin(0, 0, 1, 1);
            bar
        }))?;
        Ok(())
    })
}

/// Draws the shares that converted, with their intervals; what was expected is a ring. The texts are in the language of the title.
#[must_use]
pub fn rates(title: &str, below: &str, bars: &[RateBar], locale: Locale) -> String {
    drawn(title, |area| {
        let tops = bars
            .iter()
            .flat_map(|bar| [bar.rate, bar.interval.map_or(0.0, |ends| ends.1), bar.expected.unwrap_or(0.0)]);
        let top = (tops.fold(0.0, f64::max) * 1.05).clamp(0.01, 1.0);
        let mut chart = ChartBuilder::on(area)
            .margin(8)
            .x_label_area_size(44)
            .y_label_area_size(58)
            .build_cartesian_2d((0..bars.len().max(1) - 1).into_segmented(), 0.0..top)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_desc(below)
            .y_desc(say!("converted").in_locale(locale))
            .x_labels(bars.len().min(7))
            .x_label_formatter(&|at| name_at(at, bars.len(), &|at| bars[at].name.clone()))
            .y_label_formatter(&|share| words::Text::percent(*share, 0).in_locale(locale))
            .light_line_style(TRANSPARENT)
            .bold_line_style(BLACK.mix(0.12))
            .axis_style(BLACK.mix(0.5))
            .label_style(LABELS)
            .draw()?;
        chart.draw_series(bars.iter().enumerate().map(|(at, bar)| {
            let corners = [(SegmentValue::Exact(at), 0.0), (SegmentValue::Exact(at + 1), bar.rate)];
            let mut bar = Rectangle::new(corners, COLOURS[0].mix(0.75).filled());
            bar.set_margin(0, 0, 4, 4);
            bar
        }))?;
        chart.draw_series(bars.iter().enumerate().filter_map(|(at, bar)| {
            let (low, high) = bar.interval?;
            let middle = SegmentValue::CenterOf(at);
            Some(PathElement::new(vec![(middle.clone(), low), (middle, high)], BLACK.stroke_width(2)))
        }))?;
        chart.draw_series(bars.iter().enumerate().filter_map(|(at, bar)| {
            bar.expected
                .map(|expected| Circle::new((SegmentValue::CenterOf(at), expected), 5, COLOURS[1].stroke_width(3)))
        }))?;
        Ok(())
    })
}

/// A count beside an axis; in English without anything between thousands.
fn whole(count: u64, locale: Locale) -> String {
    match locale {
        Locale::English => count.to_string(),
        _ => words::Text::figure(count).in_locale(locale),
    }
}

/// The name of the bar whose middle a label is at.
fn name_at(at: &SegmentValue<usize>, count: usize, name: &dyn Fn(usize) -> String) -> String {
    match at {
        SegmentValue::CenterOf(at) if *at < count => name(*at),
        SegmentValue::CenterOf(_) | SegmentValue::Exact(_) | SegmentValue::Last => String::new(),
    }
}
