//! The bytes of a table in the forms that programs and services write.
#![expect(clippy::unwrap_used, reason = "a test writes into memory")]

use std::io::Write as _;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, StringArray};
use leadrules_language::ir::Field;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Map, Value, json};

use super::chance::Chance;
use super::table::{Cell, Table};

/// A form, and what it is packed with.
#[derive(Clone, Debug, Default)]
pub struct Carrier {
    pub form: Form,
    pub packed: Option<Packed>,
}

/// How a table is written.
#[derive(Clone, Debug)]
pub enum Form {
    Csv(Csv),
    Objects { shape: Shape, is_typed: bool, blank: Blank },
    Sheet { is_typed: bool, titles: bool, shifted: bool },
    Parquet { is_typed: bool },
}

impl Default for Form {
    fn default() -> Self {
        Self::Csv(Csv::default())
    }
}

/// How CSV is written.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is chosen by itself")]
pub struct Csv {
    pub mark: char,
    pub line_end: &'static str,
    pub is_quoted: bool,
    pub encoding: Encoding,
    pub titles: bool,
    pub sep_line: bool,
    pub trailing_marks: Option<bool>,
    pub blank_lines: usize,
    pub no_last_line_end: bool,
}

impl Default for Csv {
    fn default() -> Self {
        Self {
            mark: ',',
            line_end: "\n",
            is_quoted: false,
            encoding: Encoding::Utf8,
            titles: false,
            sep_line: false,
            trailing_marks: None,
            blank_lines: 0,
            no_last_line_end: false,
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Encoding {
    Utf8,
    Utf8Mark,
    Utf16Le,
    Utf16Be,
    Utf16LeUnmarked,
    Windows,
}

#[derive(Copy, Clone, Debug)]
pub enum Shape {
    Lines,
    LinesCrLf,
    LinesMarked,
    List,
    Pretty,
    Answer,
}

#[derive(Copy, Clone, Debug)]
pub enum Blank {
    Null,
    Empty,
    Absent,
}

#[derive(Copy, Clone, Debug)]
pub enum Packed {
    Gzip,
    Zstd,
}

impl Carrier {
    /// As the project writes its own examples.
    pub fn plain() -> Self {
        Self::default()
    }

    fn csv(change: impl FnOnce(&mut Csv)) -> Self {
        let mut csv = Csv::default();
        change(&mut csv);
        Self { form: Form::Csv(csv), packed: None }
    }

    /// Carriers that each change one thing.
    pub fn each() -> Vec<Self> {
        let of = |form| Self { form, packed: None };
        let objects = |shape, is_typed, blank| of(Form::Objects { shape, is_typed, blank });
        vec![
            Self::csv(|csv| csv.mark = ';'),
            Self::csv(|csv| csv.mark = '\t'),
            Self::csv(|csv| csv.mark = '|'),
            Self::csv(|csv| csv.line_end = "\r\n"),
            Self::csv(|csv| csv.line_end = "\r"),
            Self::csv(|csv| csv.is_quoted = true),
            Self::csv(|csv| csv.encoding = Encoding::Utf8Mark),
            Self::csv(|csv| csv.encoding = Encoding::Utf16Le),
            Self::csv(|csv| csv.encoding = Encoding::Utf16Be),
            Self::csv(|csv| csv.encoding = Encoding::Utf16LeUnmarked),
            Self::csv(|csv| csv.encoding = Encoding::Windows),
            Self::csv(|csv| csv.titles = true),
            Self::csv(|csv| csv.sep_line = true),
            Self::csv(|csv| csv.trailing_marks = Some(true)),
            Self::csv(|csv| csv.trailing_marks = Some(false)),
            Self::csv(|csv| csv.blank_lines = 3),
            Self::csv(|csv| csv.no_last_line_end = true),
            objects(Shape::Lines, false, Blank::Null),
            objects(Shape::Lines, true, Blank::Absent),
            objects(Shape::LinesCrLf, true, Blank::Null),
            objects(Shape::LinesMarked, false, Blank::Null),
            objects(Shape::List, true, Blank::Empty),
            objects(Shape::Pretty, false, Blank::Absent),
            objects(Shape::Answer, true, Blank::Null),
            of(Form::Sheet { is_typed: false, titles: false, shifted: true }),
            of(Form::Sheet { is_typed: true, titles: false, shifted: false }),
            of(Form::Sheet { is_typed: true, titles: true, shifted: false }),
            of(Form::Parquet { is_typed: false }),
            of(Form::Parquet { is_typed: true }),
            Self { form: Form::default(), packed: Some(Packed::Gzip) },
            Self { form: Form::default(), packed: Some(Packed::Zstd) },
        ]
    }

    /// Any carrier, by chance.
    pub fn by_chance(chance: &mut Chance) -> Self {
        let packed = [None, None, Some(Packed::Gzip), Some(Packed::Zstd)];
        let (is_typed, titles) = (chance.once_in(2), chance.once_in(4));
        let form = match chance.below(6) {
            0..=2 => Form::Csv(Csv {
                mark: chance.one(&[',', ';', '\t', '|']),
                line_end: chance.one(&["\n", "\r\n", "\r"]),
                is_quoted: chance.once_in(3),
                encoding: chance.one(&[
                    Encoding::Utf8,
                    Encoding::Utf8Mark,
                    Encoding::Utf16Le,
                    Encoding::Utf16Be,
                    Encoding::Windows,
                ]),
                titles,
                sep_line: chance.once_in(6),
                trailing_marks: chance.one(&[None, None, Some(true), Some(false)]),
                blank_lines: chance.below(3),
                no_last_line_end: chance.once_in(4),
            }),
            3 => {
                let shape = chance.one(&[
                    Shape::Lines,
                    Shape::LinesCrLf,
                    Shape::LinesMarked,
                    Shape::List,
                    Shape::Pretty,
                    Shape::Answer,
                ]);
                Form::Objects { shape, is_typed, blank: chance.one(&[Blank::Null, Blank::Empty, Blank::Absent]) }
            }
            4 => {
                let form = Form::Sheet { is_typed, titles, shifted: chance.once_in(3) };
                return Self { form, packed: None };
            }
            _ => return Self { form: Form::Parquet { is_typed }, packed: None },
        };
        Self { form, packed: chance.one(&packed) }
    }

    /// The ending of its file's name.
    pub fn ending(&self) -> String {
        let ending = match &self.form {
            Form::Csv(csv) if csv.mark == '\t' => "tsv",
            Form::Csv(_) => "csv",
            Form::Objects { shape: Shape::Lines | Shape::LinesCrLf | Shape::LinesMarked, .. } => "ndjson",
            Form::Objects { .. } => "json",
            Form::Sheet { .. } => "xlsx",
            Form::Parquet { .. } => "parquet",
        };
        let packed = match self.packed {
            None => "",
            Some(Packed::Gzip) => ".gz",
            Some(Packed::Zstd) => ".zst",
        };
        format!("{ending}{packed}")
    }

    /// The table as it is written; `fields` say what the cells are, for forms with types.
    pub fn bytes(&self, table: &Table, fields: &[Field]) -> Vec<u8> {
        let typed = |is_typed: bool| if is_typed { fields } else { &[] };
        let bytes = match &self.form {
            Form::Csv(csv) => csv.bytes(table),
            Form::Objects { shape, is_typed, blank } => objects(table, typed(*is_typed), *shape, *blank).into_bytes(),
            Form::Sheet { is_typed, titles, shifted } => sheet(table, typed(*is_typed), *titles, *shifted),
            Form::Parquet { is_typed } => parquet(table, typed(*is_typed)),
        };
        match self.packed {
            None => bytes,
            Some(Packed::Gzip) => {
                let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
                packed.write_all(&bytes).unwrap();
                packed.finish().unwrap()
            }
            Some(Packed::Zstd) => zstd::encode_all(&bytes[..], 1).unwrap(),
        }
    }
}

impl Csv {
    fn bytes(&self, table: &Table) -> Vec<u8> {
        let mut text = String::new();
        if self.sep_line {
            text.push_str(&format!("sep={}{}", self.mark, self.line_end));
        }
        if self.titles {
            text.push_str(&format!("Export of today{}{}", self.line_end, self.line_end));
        }
        for (at, row) in std::iter::once(&table.names).chain(&table.rows).enumerate() {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text.push_str(&cells.join(&self.mark.to_string()));
            if self.trailing_marks.is_some_and(|with_header| with_header || at > 0) {
                text.push(self.mark);
            }
            text.push_str(self.line_end);
        }
        text.push_str(&self.line_end.repeat(self.blank_lines));
        if self.no_last_line_end {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        self.encoding.bytes(&text)
    }

    fn cell(&self, text: &str) -> String {
        if self.is_quoted || text.contains([self.mark, '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    }
}

impl Encoding {
    fn bytes(self, text: &str) -> Vec<u8> {
        let windows = |letter: char| match letter {
            '€' => Some(0x80),
            _ => u8::try_from(u32::from(letter)).ok().filter(|byte| !(0x80..0xa0).contains(byte)),
        };
        let little = || text.encode_utf16().flat_map(u16::to_le_bytes);
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8Mark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Self::Utf16Le => [0xff, 0xfe].into_iter().chain(little()).collect(),
            Self::Utf16LeUnmarked => little().collect(),
            Self::Utf16Be => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
            Self::Windows => {
                text.chars().map(windows).collect::<Option<_>>().unwrap_or_else(|| text.as_bytes().to_vec())
            }
        }
    }
}

fn objects(table: &Table, fields: &[Field], shape: Shape, blank: Blank) -> String {
    let columns: Vec<Vec<Cell>> = (0..table.names.len()).map(|at| table.cells(at, fields)).collect();
    let object = |row: usize| {
        let mut object = Map::new();
        for (name, column) in table.names.iter().zip(&columns) {
            let value = match (&column[row], blank) {
                (Cell::Blank, Blank::Absent) => continue,
                (Cell::Blank, Blank::Null) => Value::Null,
                (Cell::Blank, Blank::Empty) => json!(""),
                (Cell::Text(text), _) => json!(text),
                #[expect(clippy::cast_possible_truncation, reason = "whole numbers of the tables are small")]
                (Cell::Number(number), _) if number.fract() == 0.0 => json!(*number as i64),
                (Cell::Number(number), _) => json!(number),
                (Cell::Truth(truth), _) => json!(truth),
                // JSON has no dates.
                (Cell::Day { text, .. }, _) => json!(text),
            };
            object.insert(name.clone(), value);
        }
        Value::Object(object)
    };
    let all: Vec<Value> = (0..table.rows.len()).map(object).collect();
    let lines = |end: &str| all.iter().map(|object| format!("{object}{end}")).collect::<String>();
    match shape {
        Shape::Lines => lines("\n"),
        Shape::LinesCrLf => lines("\r\n"),
        Shape::LinesMarked => format!("\u{feff}{}\n\n", lines("\n")),
        Shape::List => Value::Array(all).to_string(),
        Shape::Pretty => serde_json::to_string_pretty(&all).unwrap(),
        Shape::Answer => json!({"total": all.len(), "results": all, "paging": {"next": null}}).to_string(),
    }
}

fn sheet(table: &Table, fields: &[Field], titles: bool, shifted: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    if shifted {
        book.add_worksheet().set_name("blank").unwrap();
    }
    let sheet = book.add_worksheet();
    let (day_form, mut top) = (Format::new().set_num_format("dd/mm/yyyy"), 0);
    if titles {
        sheet.write(0, 0, "Export of today").unwrap();
        top = 2;
    }
    if shifted {
        top += 2;
    }
    for (at, name) in table.names.iter().enumerate() {
        let column = u16::try_from(at).unwrap() + if shifted { 3 } else { 0 };
        sheet.write(top, column, name).unwrap();
        for (row, cell) in (top + 1..).zip(table.cells(at, fields)) {
            let written = match cell {
                Cell::Blank => continue,
                Cell::Text(text) => sheet.write(row, column, text),
                Cell::Number(number) => sheet.write(row, column, number),
                Cell::Truth(truth) => sheet.write(row, column, truth),
                Cell::Day { year, month, day, .. } => {
                    let day = ExcelDateTime::from_ymd(year, month, day).unwrap();
                    sheet.write_with_format(row, column, &day, &day_form)
                }
            };
            written.unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn parquet(table: &Table, fields: &[Field]) -> Vec<u8> {
    let column = |at: usize| -> ArrayRef {
        let cells = table.cells(at, fields);
        let first = cells.iter().find(|cell| **cell != Cell::Blank);
        let numbers = || cells.iter().map(|cell| if let Cell::Number(number) = cell { Some(*number) } else { None });
        match first {
            None | Some(Cell::Blank | Cell::Text(_)) => {
                let texts =
                    cells.iter().map(|cell| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None });
                Arc::new(texts.collect::<StringArray>())
            }
            #[expect(clippy::cast_possible_truncation, reason = "whole numbers of the tables are small")]
            Some(Cell::Number(_)) if numbers().flatten().all(|number| number.fract() == 0.0) => {
                Arc::new(numbers().map(|number| number.map(|number| number as i64)).collect::<Int64Array>())
            }
            Some(Cell::Number(_)) => Arc::new(numbers().collect::<Float64Array>()),
            Some(Cell::Truth(_)) => {
                let truths = cells.iter().map(|cell| if let Cell::Truth(truth) = cell { Some(*truth) } else { None });
                Arc::new(truths.collect::<BooleanArray>())
            }
            Some(Cell::Day { .. }) => {
                let days = cells.iter().map(|cell| match cell {
                    Cell::Day { year, month, day, .. } => Some(days_since_1970(*year, *month, *day)),
                    _ => None,
                });
                Arc::new(days.collect::<Date32Array>())
            }
        }
    };
    let columns: Vec<_> = table.names.iter().enumerate().map(|(at, name)| (name.clone(), column(at), true)).collect();
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ::parquet::arrow::ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn days_since_1970(year: u16, month: u8, day: u8) -> i32 {
    let is_leap = |year: u16| (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let before: i32 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let months = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    before + months[..usize::from(month) - 1].iter().sum::<i32>() + i32::from(day) - 1
}
