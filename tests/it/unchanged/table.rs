//! A table as plain texts, read without the program, and what its cells are in formats that have types.

use std::path::Path;

use leadrules_language::ir::Field;
use leadrules_language::types::Type;

use crate::files;

/// The names of the columns, and the texts of the cells.
#[derive(Clone, Debug)]
pub struct Table {
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A cell with its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Blank,
    Text(String),
    Number(f64),
    Truth(bool),
    Day { year: u16, month: u8, day: u8, text: String },
}

impl Table {
    /// The first rows of a CSV file.
    pub fn read(path: &Path, rows: usize) -> Self {
        let bytes = files::read_bytes(path);
        let latin =
            |bytes: &[u8]| bytes.iter().map(|byte| if *byte == 0x80 { '€' } else { char::from(*byte) }).collect();
        let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| latin(&bytes));
        let mark = if text.lines().next().is_some_and(|line| line.contains(';')) { ';' } else { ',' };
        let mut all = split(&text, mark).into_iter();
        let names = all.next().expect("a header");
        let rows: Vec<_> = all.take(rows).collect();
        assert!(rows.iter().all(|row| row.len() == names.len()), "{}", path.display());
        Self { names, rows }
    }

    /// The column of a field.
    pub fn column(&self, field: &Field) -> Option<usize> {
        let key = |name: &str| name.trim().to_lowercase();
        field.columns.iter().find_map(|column| self.names.iter().position(|name| key(name) == key(column)))
    }

    /// The cells of a column, given what the rules say about it: all of one type, or texts.
    pub fn cells(&self, at: usize, fields: &[Field]) -> Vec<Cell> {
        let field = fields.iter().find(|field| self.column(field) == Some(at));
        let typed = field.and_then(|field| self.rows.iter().map(|row| typed(&row[at], &field.ty)).collect());
        typed.unwrap_or_else(|| self.rows.iter().map(|row| plain(&row[at])).collect())
    }
}

fn plain(text: &str) -> Cell {
    if text.is_empty() { Cell::Blank } else { Cell::Text(text.to_owned()) }
}

/// The value of a text, if a program that exports types would see one in it.
fn typed(text: &str, ty: &Type) -> Option<Cell> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Cell::Blank);
    }
    match ty {
        Type::Number(number) | Type::Integer(number) => {
            let text =
                if number.decimal_comma { text.replace('.', "").replace(',', ".") } else { text.replace(',', "") };
            let is_plain = text.trim_start_matches('-').chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            text.parse().ok().filter(|_| is_plain).map(Cell::Number)
        }
        Type::YesNo => match text.to_lowercase().as_str() {
            "yes" | "ja" | "1" => Some(Cell::Truth(true)),
            "no" | "nee" | "0" => Some(Cell::Truth(false)),
            _ => None,
        },
        Type::Date(date) => {
            let parts: Vec<&str> = text.split(['-', '/']).collect();
            let [first, second, third] = parts[..] else { return None };
            let (year, month, day) = match date.form.as_deref() {
                None => (first, second, third),
                Some("dd/mm/yyyy") => (third, second, first),
                Some(_) => return None,
            };
            Some(Cell::Day {
                year: year.parse().ok()?,
                month: month.parse().ok()?,
                day: day.parse().ok()?,
                text: text.to_owned(),
            })
        }
        // Whole numbers that name something, as programs take them for numbers.
        Type::Text | Type::Choice(_) => {
            let is_whole = text.len() < 15 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
            text.parse().ok().filter(|_| is_whole).map(Cell::Number)
        }
        Type::Email | Type::ListOfText { .. } | Type::ListOfChoice { .. } => None,
    }
}

/// The rows of a text in CSV.
fn split(text: &str, mark: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_open) = (Vec::new(), Vec::new(), String::new(), false);
    for letter in text.trim_start_matches('\u{feff}').chars().filter(|letter| *letter != '\r') {
        match letter {
            '"' => is_open = !is_open,
            '\n' if !is_open => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == mark && !is_open => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    rows
}
