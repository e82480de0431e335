//! Two scores against each other: how many leads have which points in both, and where stages begin. In: cells and
//! borders; out: an SVG.

use leadrules_language::words::{self, Locale};
use plotters::prelude::*;

use super::canvas::{COLOURS, LABELS, drawn};

/// A map of two scores, in points.
#[derive(Clone, Debug, Default)]
pub struct Heat {
    /// What the map shows, for those who can't see it.
    pub title: String,
    /// The score along the bottom.
    pub across: String,
    /// The score upwards.
    pub up: String,
    /// The ends of the first, and of the second.
    pub ends: [(f64, f64); 2],
    /// How many cells each is divided into.
    pub cells: [usize; 2],
    /// For each cell (row by row from the bottom), how many leads.
    pub counts: Vec<u64>,
    /// Lines between points that belong to different stages.
    pub borders: Vec<[(f64, f64); 2]>,
    /// Where the name of each stage goes.
    pub names: Vec<(f64, f64, String)>,
}

/// Draws it; its texts are in the language of its title.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "cells are few")]
pub fn heat(heat: &Heat, locale: Locale) -> String {
    let whole = |points: &f64| words::Text::rounded(*points, 0).in_locale(locale);
    drawn(&heat.title, |area| {
        let [(left, right), (bottom, top)] = heat.ends;
        let mut chart = ChartBuilder::on(area)
            .margin(8)
            .margin_right(24)
            .x_label_area_size(44)
            .y_label_area_size(58)
            .build_cartesian_2d(left..right, bottom..top)?;
        chart
            .configure_mesh()
            .disable_mesh()
            .x_desc(&heat.across)
            .y_desc(&heat.up)
            .x_labels(6)
            .y_labels(6)
            .x_label_formatter(&whole)
            .y_label_formatter(&whole)
            .axis_style(BLACK.mix(0.5))
            .label_style(LABELS)
            .draw()?;
        let most = heat.counts.iter().copied().max().unwrap_or(0).max(1) as f64;
        let [columns, rows] = heat.cells;
        let (wide, high) = ((right - left) / columns as f64, (top - bottom) / rows as f64);
        let cells = heat.counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| {
            let (x, y) = (left + (at % columns) as f64 * wide, bottom + (at / columns) as f64 * high);
            // By the square root, so that cells with few leads can be seen beside those with many.
            let strength = 0.12 + 0.88 * (*count as f64 / most).sqrt();
            Rectangle::new([(x, y), (x + wide, y + high)], COLOURS[0].mix(strength).filled())
        });
        chart.draw_series(cells)?;
        chart.draw_series(
            heat.borders.iter().map(|[from, to]| PathElement::new(vec![*from, *to], COLOURS[1].stroke_width(2))),
        )?;
        let style = LABELS.into_font().color(&BLACK);
        chart.draw_series(heat.names.iter().map(|(x, y, name)| Text::new(name.clone(), (*x, *y), style.clone())))?;
        Ok(())
    })
}
