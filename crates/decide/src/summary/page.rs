//! Lines of a summary: headings, indented lines, bars.

use std::fmt::Write;

use leadrules_language::diagnostic::Style;
use leadrules_language::text::wrap;

/// The text so far.
pub(crate) struct Page {
    pub(crate) text: String,
    style: Style,
}

/// How wide a full bar is.
const BAR: u64 = 24;

impl Page {
    pub(crate) fn new(style: Style) -> Self {
        Self { text: String::new(), style }
    }

    /// A heading, apart from what stands above.
    pub(crate) fn head(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.painted("1", text);
    }

    /// A line below a heading.
    pub(crate) fn line(&mut self, text: &str) {
        self.painted("", &format!("  {}", text.trim_end()));
    }

    /// A line of less weight.
    pub(crate) fn dim(&mut self, text: &str) {
        self.painted("2", &format!("  {}", text.trim_end()));
    }

    /// A line to look at; it goes on below where it is too long.
    pub(crate) fn warn(&mut self, text: &str) {
        for (at, line) in wrap(text, self.style.width.clamp(60, 120) - 6).iter().enumerate() {
            let indent = if at == 0 { "  " } else { "      " };
            self.painted("33", &format!("{indent}{line}"));
        }
    }

    fn painted(&mut self, code: &str, text: &str) {
        if self.style.colour && !code.is_empty() {
            let _ = writeln!(self.text, "\u{1b}[{code}m{text}\u{1b}[0m");
        } else {
            self.text.push_str(text);
            self.text.push('\n');
        }
    }

    /// A bar as long as the share of `part` in `whole`; something, however small, is never drawn as nothing.
    pub(crate) fn bar(&self, part: u64, whole: u64) -> String {
        let eighths = (part * BAR * 8).div_ceil(whole.max(1));
        if !self.style.unicode {
            return "#".repeat(usize::try_from(eighths.div_ceil(8)).unwrap_or(0));
        }
        let full = usize::try_from(eighths / 8).unwrap_or(0);
        let rest = usize::try_from(eighths % 8).unwrap_or(0);
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest];
        "█".repeat(full) + part
    }

    /// A text cut to what is left of the line after `used` columns.
    pub(crate) fn fit(&self, text: &str, used: usize) -> String {
        let room = self.style.width.clamp(60, 120) - used;
        if text.chars().count() <= room {
            return text.to_owned();
        }
        let dots = if self.style.unicode { "…" } else { "..." };
        text.chars().take(room - dots.chars().count()).chain(dots.chars()).collect()
    }
}

/// `12.3 %`, rounded half away from zero; what is more than nothing is never `0.0 %`.
pub(crate) fn share(part: u64, whole: u64) -> String {
    let tenths = leadrules_language::decimal::divide_rounded(i128::from(part) * 1000, i128::from(whole.max(1)));
    if tenths == 0 && part > 0 {
        return "<0.1 %".to_owned();
    }
    format!("{}.{} %", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_bars() {
        assert_eq!(share(1, 3), "33.3 %");
        assert_eq!(share(2, 3), "66.7 %");
        assert_eq!(share(0, 0), "0.0 %");
        assert_eq!(share(1, 1_000_000), "<0.1 %");
        assert_eq!(share(7, 7), "100.0 %");
        let page = Page::new(Style::default());
        assert_eq!(page.bar(0, 10), "");
        assert_eq!(page.bar(1, 1_000_000), "▏");
        assert_eq!(page.bar(10, 10).chars().count(), 24);
    }
}
