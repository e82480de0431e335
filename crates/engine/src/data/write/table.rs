//! Results as a table for reading, fitted to a width: each lead on one line, texts that are too long cut. In: batches;
//! out: the first rows, and how many more there are.

use std::fmt::Write;

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Row, Table, TableStyle};

use crate::columns::Results;
use leadrules_language::visible;
use leadrules_language::words::{Junction, Locale, Text, say};

use super::layout::{Layout, Pieces, Shown, What};

/// How a table is fitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Columns of the terminal; if not given, the table is as wide as it needs to be.
    pub width: Option<usize>,
    /// How many leads are shown; if not given, all.
    pub rows: Option<usize>,
    /// Whether lines are drawn with box characters.
    pub unicode: bool,
    /// The language of the reader, in which numbers are written and what is left out is said.
    pub locale: Locale,
    /// Whether it is said how to see the leads that are not shown.
    pub says_how: bool,
}

impl Default for Fit {
    fn default() -> Self {
        Self { width: None, rows: None, unicode: true, locale: Locale::English, says_how: false }
    }
}

/// A text is never shown wider than this.
const WIDEST: usize = 60;

/// No column is made narrower than this.
const NARROWEST: usize = 6;

/// Blanks between two columns.
const GAP: usize = 2;

/// A table that gathers its first rows.
pub(super) struct Writer {
    fit: Fit,
    rows: Vec<Vec<String>>,
    more: u64,
}

impl Writer {
    /// An empty table.
    pub(super) fn new(fit: Fit) -> Self {
        Self { fit, rows: Vec::new(), more: 0 }
    }

    /// Takes the rows that are to be shown, and counts the others.
    pub(super) fn write(&mut self, layout: &Layout, results: &Results) {
        let wanted = self.fit.rows.map_or(results.rows, |rows| rows.saturating_sub(self.rows.len()).min(results.rows));
        for row in 0..wanted {
            let cells = layout.columns().iter().map(|column| self.show(layout, column.what, results, row));
            // A line break would break the table, and a terminal would obey other characters.
            let cells = cells.map(|cell| visible::line(&cell).into_owned());
            self.rows.push(cells.collect());
        }
        self.more += (results.rows - wanted) as u64;
    }

    /// The table, and lines that say what it does not show.
    pub(super) fn finish(self, layout: &Layout) -> String {
        let columns = layout.columns();
        let names: Vec<String> = columns.iter().map(|column| visible::line(&column.name).into_owned()).collect();
        let shown: Vec<usize> = (0..columns.len()).filter(|&at| self.is_shown(layout, at)).collect();
        let natural: Vec<usize> = shown.iter().map(|&at| self.natural_width(&names[at], at)).collect();
        let widths = self.fit.width.map_or(natural.clone(), |width| fit(&natural, width));
        let mut table = Table::new();
        table.load_style(style(self.fit.unicode));
        table.set_content_arrangement(ContentArrangement::Disabled);
        let line = |texts: &dyn Fn(usize) -> String| {
            let cells = shown
                .iter()
                .zip(&widths)
                .map(|(&at, &width)| Cell::new(self.cut(&texts(at), width)).set_alignment(alignment(columns[at].what)));
            Row::from(cells.collect::<Vec<Cell>>())
        };
        table.set_header(line(&|at| names[at].clone()));
        for row in &self.rows {
            table.add_row(line(&|at| row[at].clone()));
        }
        // A blank of padding and one between the columns; none after the last.
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, u16::from(at + 1 < widths.len())));
        }
        let mut text = String::new();
        for line in table.trim_fmt().lines() {
            let _ = writeln!(text, "{}", line.trim_end());
        }
        let dots = self.dots();
        if widths.len() < shown.len() {
            let left_out = shown[widths.len()..].iter();
            let left_out = Text::list(left_out.map(|&at| Text::verbatim(&names[at])), Junction::And);
            let said = say!("and the columns {left_out}", left_out);
            let _ = writeln!(text, "{dots} {}", said.in_locale(self.fit.locale));
        }
        if self.more > 0 {
            let more = self.more;
            let said = if self.fit.says_how {
                say!("and {more} more; -o FILE writes all", more)
            } else {
                say!("and {more} more", more)
            };
            let _ = writeln!(text, "{dots} {}", said.in_locale(self.fit.locale));
        }
        text
    }

    fn show(&self, layout: &Layout, what: What, results: &Results, row: usize) -> String {
        match layout.cell(what, results, row) {
            Shown::Nothing => String::new(),
            Shown::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Shown::Points(points) => Text::figure(points).in_locale(self.fit.locale),
            Shown::Why => {
                let mut why = String::new();
                layout.write_why(results, row, &mut Pieces::default(), |piece| why.push_str(piece));
                why
            }
        }
    }

    fn dots(&self) -> &'static str {
        if self.fit.unicode { "…" } else { "..." }
    }

    /// A text in at most `width` characters.
    fn cut(&self, text: &str, width: usize) -> String {
        if text.chars().count() <= width {
            return text.to_owned();
        }
        let dots = self.dots();
        let left = width.saturating_sub(dots.chars().count());
        text.chars().take(left).chain(dots.chars()).collect()
    }

    /// The width that a column would take by itself.
    fn natural_width(&self, name: &str, at: usize) -> usize {
        let widest = self.rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
        widest.min(WIDEST).max(name.chars().count())
    }

    /// Whether a column has anything to show: a column `excluded` would only take up room if nobody is.
    fn is_shown(&self, layout: &Layout, at: usize) -> bool {
        match layout.columns()[at].what {
            What::Excluded => self.rows.iter().any(|row| !row[at].is_empty()),
            What::Key
            | What::Leads
            | What::Kept(_)
            | What::Score(_)
            | What::Label(_)
            | What::Stage
            | What::Change
            | What::PreviousStage
            | What::PreviousScore(_)
            | What::Reason
            | What::Why
            | What::Rule(_) => true,
        }
    }
}

/// A single line, between the header and the rows.
fn style(unicode: bool) -> TableStyle {
    let line = if unicode { '─' } else { '-' };
    TableStyle::new().header_separator(LineStyle::none().fill(line).junction(line))
}

fn alignment(what: What) -> CellAlignment {
    match what {
        What::Leads | What::Score(_) | What::PreviousScore(_) | What::Rule(_) => CellAlignment::Right,
        What::Key
        | What::Kept(_)
        | What::Label(_)
        | What::Stage
        | What::Excluded
        | What::Change
        | What::PreviousStage
        | What::Reason
        | What::Why => CellAlignment::Left,
    }
}

/// Widths that fit into `width`, including the blanks between the columns: the widest columns give way first, none
/// below [`NARROWEST`]. If even that is too wide, the last columns are left out.
fn fit(natural: &[usize], width: usize) -> Vec<usize> {
    let mut count = natural.len();
    let room = |count: usize| width.saturating_sub(GAP * count.saturating_sub(1));
    while count > 1 && natural[..count].iter().map(|&w| w.min(NARROWEST)).sum::<usize>() > room(count) {
        count -= 1;
    }
    let taken = |most: usize| natural[..count].iter().map(|&w| w.min(most)).sum::<usize>();
    let mut most = natural.iter().copied().max().unwrap_or(0);
    while most > NARROWEST && taken(most) > room(count) {
        most -= 1;
    }
    // What is left after cutting all equally goes to the columns that were cut, from the left.
    let mut over = room(count).saturating_sub(taken(most));
    natural[..count]
        .iter()
        .map(|&wanted| {
            let more = wanted.saturating_sub(most).min(over);
            over -= more;
            wanted.min(most) + more
        })
        .collect()
}
