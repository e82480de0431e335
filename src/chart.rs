//! Charts as SVG, drawn by `plotters`. In: whole numbers (instants in microseconds, points in hundredths) and texts; out:
//! an SVG that stands alone, with a title for who can't see it. Nothing is computed here but where things stand.

mod course;

pub use course::{Band, Course, Mark, Series, course};

use plotters::style::RGBColor;

/// Colours that can be told apart by most people (Okabe and Ito's).
pub(crate) const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
];

/// A text as SVG writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The SVG with a title that is read aloud.
pub(crate) fn titled(svg: &str, title: &str) -> String {
    match svg.find('>') {
        Some(at) => {
            let (head, rest) = svg.split_at(at);
            format!("{head} role=\"img\" font-family=\"sans-serif\"><title>{}</title>{}", escaped(title), &rest[1..])
        }
        None => svg.to_owned(),
    }
}
