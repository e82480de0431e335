//! Numbers over time as stepped lines, with a strip below that shows the state during each stretch.

use leadrules_language::decimal::Points;
use leadrules_language::words::{self, Locale};
use plotters::prelude::*;

use super::canvas::{COLOURS, titled};

/// A number over time.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// When (in microseconds since 1970) it became what (in hundredths), in order.
    pub points: Vec<(i64, i64)>,
}

/// A stretch of time in one state.
#[derive(Clone, Debug)]
pub struct Band {
    /// The state.
    pub name: String,
    /// How high it is, from 0.
    pub level: usize,
    /// Its first instant.
    pub from: i64,
    /// Its last.
    pub to: i64,
}

/// An instant to be marked.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What it is.
    pub name: String,
    /// When.
    pub at: i64,
}

/// A chart of numbers over time.
pub struct Course<'a> {
    /// Its title.
    pub title: String,
    /// The lines.
    pub series: Vec<Series>,
    /// The strip below.
    pub bands: Vec<Band>,
    /// How many levels the strip has.
    pub levels: usize,
    /// An instant to be marked.
    pub mark: Option<Mark>,
    /// Writes a day.
    pub day: &'a dyn Fn(i64) -> String,
    /// What one must know to read it.
    pub note: String,
    /// The language of these texts.
    pub locale: Locale,
}

const WIDTH: u32 = 960;
const HEIGHT: u32 = 480;
const STRIP: u32 = 56;
const FOOT: u32 = 28;
const LEFT: u32 = 56;
const RIGHT: i32 = 24;

/// Draws it.
#[must_use]
pub fn course(course: &Course<'_>) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, HEIGHT)).into_drawing_area();
        // Writing to memory always succeeds; a chart that can't be drawn is empty.
        let _ = draw(&area, course).and_then(|()| area.present());
    }
    titled(&svg, &course.title)
}

fn draw<B: DrawingBackend>(
    area: &DrawingArea<B, plotters::coord::Shift>,
    course: &Course<'_>,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    area.fill(&WHITE)?;
    let times = course.series.iter().flat_map(|series| series.points.iter().map(|point| point.0));
    let times: Vec<i64> = times.chain(course.bands.iter().flat_map(|band| [band.from, band.to])).collect();
    let (Some(&first), Some(&last)) = (times.iter().min(), times.iter().max()) else { return Ok(()) };
    let last = last.max(first + 1);
    let values = || course.series.iter().flat_map(|series| series.points.iter().map(|point| point.1));
    let (least, most) = (values().min().unwrap_or(0).min(0), values().max().unwrap_or(0));
    let room = ((most - least) / 12).max(100);
    let (upper, lower) = area.split_vertically(HEIGHT - STRIP - FOOT);
    let (strip, foot) = lower.split_vertically(STRIP);
    let mut chart = ChartBuilder::on(&upper)
        .caption(&course.title, ("sans-serif", 17))
        .margin_right(RIGHT)
        .margin_top(8)
        .x_label_area_size(28)
        .y_label_area_size(LEFT)
        .build_cartesian_2d(first..last, least..most + room)?;
    chart
        .configure_mesh()
        .x_labels(7)
        .y_labels(7)
        .light_line_style(TRANSPARENT)
        .bold_line_style(BLACK.mix(0.12))
        .axis_style(BLACK.mix(0.5))
        .label_style(("sans-serif", 12))
        .x_label_formatter(&|at| (course.day)(*at))
        .y_label_formatter(&|value| words::Text::figure(Points(*value)).in_locale(course.locale))
        .draw()?;
    if let Some(mark) = &course.mark {
        let line = vec![(mark.at, least), (mark.at, most + room)];
        chart.draw_series(std::iter::once(PathElement::new(line, BLACK.mix(0.5).stroke_width(1))))?;
        let text = Text::new(mark.name.clone(), (mark.at, most + room), ("sans-serif", 12).into_font().color(&BLACK));
        chart.draw_series(std::iter::once(text))?;
    }
    for (at, series) in course.series.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        let style = colour.stroke_width(2);
        chart
            .draw_series(LineSeries::new(stepped(&series.points, last), style))?
            .label(&series.name)
            .legend(move |(x, y)| PathElement::new(vec![(x, y), (x + 18, y)], style));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(TRANSPARENT)
        .label_font(("sans-serif", 13))
        .draw()?;
    bands(&strip, course, first, last)?;
    foot.draw(&Text::new(
        course.note.clone(),
        (i32::try_from(LEFT).unwrap_or(0), 6),
        ("sans-serif", 12).into_font().color(&BLACK.mix(0.7)),
    ))
}

/// The corners of a line that stays level until it changes.
fn stepped(points: &[(i64, i64)], last: i64) -> Vec<(i64, i64)> {
    let mut corners: Vec<(i64, i64)> = Vec::new();
    for &(at, value) in points {
        if let Some(&(_, before)) = corners.last() {
            if before == value {
                continue;
            }
            corners.push((at, before));
        }
        corners.push((at, value));
    }
    if let Some(&(_, value)) = corners.last() {
        corners.push((last, value));
    }
    corners
}

fn bands<B: DrawingBackend>(
    strip: &DrawingArea<B, plotters::coord::Shift>,
    course: &Course<'_>,
    first: i64,
    last: i64,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let left = i64::from(LEFT);
    let wide = i64::from(WIDTH) - i64::from(RIGHT) - left;
    let x = |at: i64| {
        let place = i128::from(at - first) * i128::from(wide) / i128::from(last - first);
        i32::try_from(left + i64::try_from(place).unwrap_or(0)).unwrap_or(0)
    };
    let high = i32::try_from(STRIP).unwrap_or(0) - 8;
    for band in &course.bands {
        let (from, to) = (x(band.from), x(band.to).max(x(band.from) + 1));
        let whole = |number: usize| i32::try_from(number).unwrap_or(0);
        let top = high - 18 - (high - 18) * whole(band.level) / whole(course.levels.max(2) - 1);
        strip.draw(&Rectangle::new([(from, top), (to, high)], COLOURS[0].mix(0.25).filled()))?;
        if to - from > 8 * i32::try_from(band.name.chars().count()).unwrap_or(0) {
            let style = ("sans-serif", 12).into_font().color(&BLACK);
            strip.draw(&Text::new(band.name.clone(), (from + 4, high - 15), style))?;
        }
    }
    Ok(())
}
