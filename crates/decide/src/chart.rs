//! Charts as SVG, drawn by `plotters`. In: numbers and texts; out: a self-contained SVG, with a title for those who
//! can't see it. Nothing is computed here except where things go.

mod bars;
mod canvas;
mod course;
mod heat;

pub use bars::{Bar, RateBar, counts, rates};
pub use canvas::on_white;
pub use course::{Band, Course, Mark, Series, course};
pub use heat::{Heat, heat};
