//! What all charts are drawn on: the colours, the size, and the SVG around a drawing, with its title.

use leadrules_language::visible;
use plotters::coord::Shift;
use plotters::prelude::*;

/// Colours that can be told apart by most people (Okabe and Ito's).
pub(super) const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
];

/// What a telephone has beside its margins: the chart is not made smaller there, and its texts stay readable.
const SIZE: (u32, u32) = (360, 250);

/// The texts along the axes: more than 11 pixels on a telephone.
pub(super) const LABELS: (&str, u32) = ("sans-serif", 16);

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// A chart without a background, so that it can be put on a light page or a dark one.
pub(super) fn drawn(
    title: &str,
    draw: impl FnOnce(&Area<'_>) -> Result<(), DrawingAreaErrorKind<std::io::Error>>,
) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        // Writing to memory always succeeds; a chart that can't be drawn is empty.
        let _ = draw(&area).and_then(|()| area.present());
    }
    titled(&svg, title)
}

/// The same chart as a file of its own: on white, since nobody knows what background it will have.
#[must_use]
pub fn on_white(svg: &str) -> String {
    svg.replacen("<svg ", "<svg style=\"background: #fff\" ", 1)
}

/// A text as SVG writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The SVG with a title that is read aloud. Control characters, which XML does not allow, are spelt out.
pub(super) fn titled(svg: &str, title: &str) -> String {
    let svg = &*visible::lines(svg);
    match svg.find('>') {
        Some(at) => {
            let (head, rest) = svg.split_at(at);
            format!(
                "{head} role=\"img\" font-family=\"sans-serif\"><title>{}</title>{}",
                escaped(&visible::line(title)),
                &rest[1..]
            )
        }
        None => svg.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_text_in_svg() {
        let hostile = "</text><script>&\"'\u{1b}\u{202e}";
        let svg =
            drawn(hostile, |area| area.draw(&Text::new(hostile.to_owned(), (0, 0), ("sans-serif", 12).into_font())));
        assert!(!svg.contains("<script>") && !svg.contains('\u{1b}') && !svg.contains('\u{202e}'), "{svg}");
        assert_eq!(svg.matches("&lt;/text&gt;&lt;script&gt;&amp;").count(), 2, "{svg}");
        assert_eq!(svg.matches("\\x1b\\u{202e}").count(), 2, "{svg}");
    }
}
