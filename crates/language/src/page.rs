//! The page that a command prints for a person: headings, lines that wrap where they are too long, tables, bars. In:
//! texts and what they mean; out: one text, coloured where wanted. What is said is decided elsewhere, nothing is
//! written to a terminal here, and of the sequences that a terminal would obey only our own colours come out.

use std::fmt::Write;

use anstyle::{AnsiColor, Style as Ansi};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::visible;
use crate::words::{Locale, Text, Value};

/// What a page may use at its destination.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are used.
    pub colour: bool,
    /// Whether characters beyond ASCII are drawn.
    pub unicode: bool,
    /// How wide it is, in columns.
    pub width: usize,
    /// The reader's language.
    pub locale: Locale,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, unicode: true, width: 100, locale: Locale::English }
    }
}

/// What a stretch of text is, for its colour.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Running text.
    Plain,
    /// A heading.
    Head,
    /// Something less important.
    Dim,
    /// A line that calls for attention.
    Notice,
    /// What went well.
    Good,
    /// The word for something that failed.
    Error,
    /// The word for something that may be wrong.
    Warning,
    /// The word for something to know.
    Advice,
    /// A line that is no longer there.
    Removed,
    /// A line that is new.
    Added,
}

/// A stretch of a line with a tone of its own begins with one of these characters, which no text contains, and ends
/// with [`END`]. They become colours when the page is done; sequences that a text brings along never do.
const BEGIN: [(char, Tone); 9] = [
    ('\u{fdd0}', Tone::Head),
    ('\u{fdd1}', Tone::Dim),
    ('\u{fdd2}', Tone::Notice),
    ('\u{fdd3}', Tone::Good),
    ('\u{fdd4}', Tone::Error),
    ('\u{fdd5}', Tone::Warning),
    ('\u{fdd6}', Tone::Advice),
    ('\u{fdd7}', Tone::Removed),
    ('\u{fdd8}', Tone::Added),
];
const END: char = '\u{fdef}';

fn begin(tone: Tone) -> Option<char> {
    BEGIN.iter().find(|(_, of)| *of == tone).map(|(mark, _)| *mark)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{fdd0}'..=END)
}

/// A line with its colours, and everything else that a terminal would obey spelt out.
fn coloured(line: &str, style: Style) -> String {
    let mut text = String::with_capacity(line.len());
    let mut open = None;
    for c in visible::line(line).chars() {
        let begins = BEGIN.iter().find(|(mark, _)| *mark == c).map(|(_, tone)| tone.ansi());
        match (begins, open) {
            (Some(ansi), _) if style.colour => {
                text.push_str(&ansi.to_string());
                open = Some(ansi);
            }
            (None, Some(ansi)) if c == END => {
                text.push_str(&format!("{ansi:#}"));
                open = None;
            }
            _ if is_mark(c) => text.push_str(&visible::spelt(c)),
            _ => text.push(c),
        }
    }
    open.map_or(text.clone(), |ansi: Ansi| format!("{text}{ansi:#}"))
}

impl Tone {
    fn ansi(self) -> Ansi {
        let colour = |colour: AnsiColor| Ansi::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Ansi::new(),
            Self::Head => Ansi::new().bold(),
            Self::Dim => Ansi::new().dimmed(),
            Self::Notice => colour(AnsiColor::Yellow),
            Self::Good | Self::Added => colour(AnsiColor::Green),
            Self::Removed => colour(AnsiColor::Red),
            Self::Error => colour(AnsiColor::Red).bold(),
            Self::Warning => colour(AnsiColor::Yellow).bold(),
            Self::Advice => colour(AnsiColor::Cyan).bold(),
        }
    }
}

/// Running text is never narrower or wider than this, in columns.
const READABLE: (usize, usize) = (50, 120);

impl Style {
    /// The same without colours, as a file wants it.
    #[must_use]
    pub fn without_colour(self) -> Self {
        Self { colour: false, ..self }
    }

    /// A line in the colour of its tone, for text that is made without a page.
    #[must_use]
    pub fn paint(self, tone: Tone, text: &str) -> String {
        coloured(&self.tint(tone, text), self)
    }

    /// A stretch of a line of a page, in the colour of its tone.
    #[must_use]
    pub fn tint(self, tone: Tone, text: &str) -> String {
        match begin(tone) {
            Some(mark) if self.colour && !text.is_empty() => format!("{mark}{text}{END}"),
            _ => text.to_owned(),
        }
    }

    /// The first sign, or the second if only ASCII is drawn.
    #[must_use]
    pub fn sign(self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { sign } else { ascii }
    }

    /// How wide running text is, in columns.
    #[must_use]
    pub fn text_width(self) -> usize {
        self.width.clamp(READABLE.0, READABLE.1)
    }

    /// A text without colours, cut to at most `most` columns; dots at its end show that something was left out.
    #[must_use]
    pub fn cut(self, text: &str, most: usize) -> String {
        let text = &*visible::line(text);
        if columns(text) <= most {
            return text.to_owned();
        }
        let dots = self.sign("…", "...");
        let mut left = most.saturating_sub(columns(dots));
        let fits = |c: &char| {
            let width = c.width().unwrap_or(0);
            let fits = width <= left;
            left = if fits { left - width } else { 0 };
            fits
        };
        text.chars().take_while(fits).chain(dots.chars()).collect()
    }
}

/// How many columns a text takes up; colours take up none.
#[must_use]
pub fn columns(text: &str) -> usize {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().map_or(0, width);
    let after = |part: &str| part.split_once('m').map_or(0, |(_, shown)| width(shown));
    first + parts.map(after).sum::<usize>()
}

fn width(text: &str) -> usize {
    text.split(is_mark).map(UnicodeWidthStr::width).sum()
}

/// A text padded with blanks to `width` columns.
#[must_use]
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The width of the widest of some texts, in columns.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    texts.into_iter().map(columns).max().unwrap_or(0)
}

/// A text in lines of at most `width` columns, broken at blanks; a longer word has a line to itself.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let length = columns(word);
        if used > 0 && used + 1 + length > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    lines.push(line);
    lines
}

/// Which side the cells of a table's column are aligned to, and how many columns of the page it takes up at least.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Left, for texts.
    Left(usize),
    /// Right, for numbers.
    Right(usize),
}

/// A row of a table.
#[derive(Clone, Debug)]
pub enum Row {
    /// A text that runs across all columns.
    Line(String),
    /// A cell for each column; empty ones at the end may be left out.
    Cells(Tone, Vec<String>),
}

impl Row {
    /// A row of running text.
    #[must_use]
    pub fn plain(cells: impl IntoIterator<Item = String>) -> Self {
        Self::Cells(Tone::Plain, cells.into_iter().collect())
    }

    /// The names of the columns.
    #[must_use]
    pub fn names<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Cells(Tone::Dim, cells.into_iter().map(str::to_owned).collect())
    }

    fn cells(&self) -> &[String] {
        match self {
            Self::Line(_) => &[],
            Self::Cells(_, cells) => cells,
        }
    }
}

/// What is dropped at the end of a line: blanks, unless they are spelt out.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !visible::is_obeyed(c)
}

/// The text so far.
#[derive(Debug)]
pub struct Page {
    text: String,
    style: Style,
}

/// How wide a full bar is, in columns.
const BAR: u64 = 24;

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self { text: String::new(), style }
    }

    /// What it may use.
    #[must_use]
    pub fn style(&self) -> Style {
        self.style
    }

    /// A text in the reader's language.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        text.in_locale(self.style.locale)
    }

    /// A share as the reader writes it: `12.5 %`, `12,5 %`.
    #[must_use]
    pub fn share(&self, part: u64, whole: u64) -> String {
        self.say(&Text::share(part, whole))
    }

    /// A number, points or a day as the reader writes them.
    #[must_use]
    pub fn figure(&self, value: impl Into<Value>) -> String {
        self.say(&Text::figure(value))
    }

    /// What is on it.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading, set apart from what is above.
    pub fn head(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.gap();
        }
        self.toned(Tone::Head, 0, text);
    }

    /// One line, `indent` columns from the left.
    pub fn line(&mut self, indent: usize, text: &str) {
        let line = format!("{:indent$}{}", "", text.trim_end_matches(is_blank));
        let _ = writeln!(self.text, "{}", coloured(&line, self.style).trim_end());
    }

    /// The lines of another page.
    pub fn take_in(&mut self, indent: usize, page: Self) {
        for line in page.text.trim_end().lines() {
            let line = format!("{:indent$}{line}", "");
            let _ = writeln!(self.text, "{}", line.trim_end());
        }
    }

    /// One line in the colour of its tone.
    pub fn toned(&mut self, tone: Tone, indent: usize, text: &str) {
        let tinted = self.style.tint(tone, text.trim_end_matches(is_blank));
        self.line(indent, &tinted);
    }

    /// A text that wraps where it is too long, its further lines `hang` columns further in.
    pub fn wrapped(&mut self, indent: usize, hang: usize, text: &str) {
        self.wrapped_toned(Tone::Plain, (indent, hang), text);
    }

    /// A line that calls for attention.
    pub fn notice(&mut self, text: &str) {
        self.wrapped_toned(Tone::Notice, (2, 4), text);
    }

    fn wrapped_toned(&mut self, tone: Tone, (indent, hang): (usize, usize), text: &str) {
        let room = self.style.text_width().saturating_sub(indent + hang).max(20);
        for (at, part) in wrap(&visible::line(text), room).iter().enumerate() {
            self.toned(tone, if at == 0 { indent } else { indent + hang }, part);
        }
    }

    /// A text with something at the right-hand end of its first line.
    pub fn sided(&mut self, tone: Tone, indent: usize, left: &str, right: &str) {
        let (left, right) = (visible::line(left), visible::line(right));
        let width = self.style.text_width();
        let taken = if right.is_empty() { 0 } else { columns(&right) + 1 };
        let room = width.saturating_sub(indent + taken + 2).max(20);
        for (at, part) in wrap(&left, room).iter().enumerate() {
            if at > 0 || right.is_empty() {
                self.toned(tone, if at == 0 { indent } else { indent + 2 }, part);
            } else {
                let gap = width.saturating_sub(indent + columns(part) + columns(&right));
                self.toned(tone, indent, &format!("{part}{}{right}", " ".repeat(gap)));
            }
        }
    }

    /// Rows with their cells aligned in columns, two blanks between them.
    pub fn table(&mut self, indent: usize, form: &[Column], rows: &[Row]) {
        let spelt = |row: &Row| match row {
            Row::Line(text) => Row::Line(text.clone()),
            Row::Cells(tone, cells) => {
                Row::Cells(*tone, cells.iter().map(|cell| visible::line(cell).into_owned()).collect())
            }
        };
        let rows: Vec<Row> = rows.iter().map(spelt).collect();
        let cells = |at: usize| rows.iter().filter_map(move |row| row.cells().get(at)).map(String::as_str);
        let width = |(at, column): (usize, &Column)| match column {
            Column::Left(least) | Column::Right(least) => widest(cells(at)).max(*least),
        };
        let widths: Vec<usize> = form.iter().enumerate().map(width).collect();
        for row in &rows {
            match row {
                Row::Line(text) => self.line(indent, text),
                Row::Cells(tone, cells) => {
                    let cell = |((cell, column), &width): ((&String, &Column), &usize)| match column {
                        Column::Left(_) => padded(cell, width),
                        Column::Right(_) => format!("{}{cell}", " ".repeat(width - columns(cell))),
                    };
                    let cells: Vec<String> = cells.iter().zip(form).zip(&widths).map(cell).collect();
                    self.toned(*tone, indent, &cells.join("  "));
                }
            }
        }
    }

    /// A bar as long as the share of `part` in `whole`; a share above zero, however small, is always visible.
    #[must_use]
    pub fn bar(&self, part: u64, whole: u64) -> String {
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
    #[must_use]
    pub fn fit(&self, text: &str, used: usize) -> String {
        self.style.cut(text, self.style.text_width().saturating_sub(used).max(10))
    }

    /// The dash between a statement and its reasons.
    #[must_use]
    pub fn dash(&self) -> &'static str {
        self.style.sign("—", "-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_bars() {
        assert_eq!(Text::share(1, 3).to_string(), "33.3 %");
        assert_eq!(Text::share(2, 3).to_string(), "66.7 %");
        assert_eq!(Text::share(0, 0).to_string(), "0.0 %");
        assert_eq!(Text::share(1, 1_000_000).to_string(), "<0.1 %");
        assert_eq!(Text::share(7, 7).to_string(), "100.0 %");
        let page = Page::new(Style::default());
        assert_eq!(page.bar(0, 10), "");
        assert_eq!(page.bar(1, 1_000_000), "▏");
        assert_eq!(page.bar(10, 10).chars().count(), 24);
    }

    #[test]
    fn columns_not_characters() {
        assert_eq!(columns("e\u{301}é東京"), 6);
        assert_eq!(columns(&Style { colour: true, ..Style::default() }.paint(Tone::Error, "東京")), 4);
        assert_eq!(Style::default().cut("東京都港区", 6), "東京…");
        assert_eq!(Style::default().cut("東京都", 6), "東京都");
        assert_eq!(Style { unicode: false, ..Style::default() }.cut("abcdefg", 6), "abc...");
        assert_eq!(wrap("one two  three four", 9), ["one two ", "three", "four"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn cells_stand_below_each_other() {
        let mut page = Page::new(Style::default());
        let row = |cells: [&str; 3]| Row::plain(cells.map(str::to_owned));
        let form = [Column::Left(4), Column::Right(0), Column::Left(0)];
        page.table(2, &form, &[row(["東京都", "1", "x"]), Row::Line("between".to_owned()), row(["a", "1,000", ""])]);
        assert_eq!(page.into_text(), "  東京都      1  x\n  between\n  a       1,000\n");
    }

    #[test]
    fn a_terminal_obeys_nothing_that_a_text_brings() {
        for colour in [false, true] {
            let mut page = Page::new(Style { colour, ..Style::default() });
            let hostile = "\u{1b}]0;x\u{7}\u{1b}[31mred\n\u{202e}\u{9b}2J";
            page.head(hostile);
            page.notice(hostile);
            page.sided(Tone::Good, 2, hostile, hostile);
            page.table(0, &[Column::Left(0)], &[Row::plain([hostile.to_owned()]), Row::Line(hostile.to_owned())]);
            let text = page.into_text();
            assert_eq!(text.matches("\\x1b]0;x\\x07\\x1b[31mred\\n\\u{202e}\\u{9b}2J").count(), 6, "{text:?}");
            assert_eq!(text.contains('\u{1b}'), colour);
            assert_eq!(visible::page(&text), text);
        }
    }

    #[test]
    fn sides_meet_at_the_end_of_the_line() {
        let style = Style { colour: true, width: 50, ..Style::default() };
        let mut page = Page::new(style);
        page.sided(Tone::Plain, 2, &style.tint(Tone::Good, "left"), "+5");
        page.sided(Tone::Head, 0, "", "+5");
        let text = page.into_text();
        assert_eq!(text.lines().map(columns).collect::<Vec<_>>(), [50, 50]);
    }
}
