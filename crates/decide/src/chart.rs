//! Charts as SVG, drawn by `plotters`. In: numbers and texts; out: an SVG that stands alone, with a title for who can't see
//! it. Nothing is computed here but where things stand.

mod bars;
mod canvas;
mod course;
mod heat;

pub use bars::{Bar, RateBar, counts, rates};
pub use canvas::on_white;
pub use course::{Band, Course, Mark, Series, course};
pub use heat::{Heat, heat};
