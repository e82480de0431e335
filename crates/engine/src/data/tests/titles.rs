//! Tables as they come in reports: titles, blanks and remarks above the header, totals below, tables one after the
//! other.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{field, keys, number, read, read_bytes, rules};
use crate::data::{Input, Place, ReadOptions, ReadReport, read_leads};
use leadrules_language::ir::Rules;
use leadrules_language::types::Type;

fn sized() -> Rules {
    let text = field("id", Type::Text, &["Id"]);
    rules(vec![text, field("size", number(), &["Employees"]), field("land", Type::Text, &["Country"])], Some(0), None)
}

fn found(report: &ReadReport) -> Option<String> {
    report.dialect.header.map(|header| header.said().to_string())
}

const TABLE: &str = "Id;Employees;Country\na;150;BE\nb;12;NL\n";

#[test]
fn the_header_stands_under_titles() {
    let utf16: Vec<u8> = format!("\u{feff}Leads\r\n\r\n{}", TABLE.replace(';', "\t"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let cases: [(&str, Vec<u8>, Option<&str>); 13] = [
        ("plain", TABLE.into(), None),
        ("titles", format!("Leads of today\nFilter: all\n\n{TABLE}").into(), Some("row 4, under 3 rows of titles")),
        ("padded", format!("Leads of today;;\n;;\n{TABLE}").into(), Some("row 3, under 2 rows of titles")),
        ("blank", format!("\n\n{TABLE}").into(), Some("row 3, under 2 blank rows")),
        ("remark", format!("# by a CRM, 4.2\n{TABLE}").into(), Some("row 2, under 1 row of titles")),
        ("commas", format!("Leads, of today, all\n\n{TABLE}").into(), Some("row 3, under 2 rows of titles")),
        (
            "quoted",
            format!("\"Leads \"\"of\"\"; all\nof today\"\n\n{TABLE}").into(),
            Some("row 4, under 3 rows of titles"),
        ),
        ("pairs", format!("Report;Leads\nDay;2026-11-23\n\n{TABLE}").into(), Some("row 4, under 3 rows of titles")),
        (
            "sep",
            format!("sep=;\r\nLeads\r\n{}", TABLE.replace('\n', "\r\n")).into(),
            Some("row 3, under 2 rows of titles"),
        ),
        ("sep alone", format!("sep=;\r\n{TABLE}").into(), None),
        ("utf-16", utf16, Some("row 3, under 2 rows of titles")),
        ("windows-1252", [&b"Caf\xe9\n\n"[..], TABLE.as_bytes()].concat(), Some("row 3, under 2 rows of titles")),
        ("cr", format!("Leads\n\n{TABLE}").replace('\n', "\r").into(), Some("row 3, under 2 rows of titles")),
    ];
    for (what, bytes, said) in cases {
        let (leads, report) = read_bytes(&sized(), "x.csv", &bytes);
        assert_eq!(keys(&leads), ["a", "b"], "{what}");
        assert_eq!(found(&report), said.map(|said| format!("the header was found in {said}")), "{what}");
        // Places are those in the file.
        let (_, report) = read_bytes(&sized(), "x.csv", &[&bytes[..0], &bytes].concat());
        assert!(report.short_rows.examples.is_empty(), "{what}");
    }
}

#[test]
fn rows_keep_their_lines_under_titles() {
    let text = format!("Leads\n\n{TABLE}c;many;BE\n");
    let (_, report) = read_bytes(&sized(), "x.csv", text.as_bytes());
    assert_eq!(report.fields[1].invalid.examples[0].0, Place { row: 3, line: 6 });
}

#[test]
fn the_row_that_was_given_is_the_header() {
    let given = |text: &str, row: u64| {
        let options = ReadOptions { header_row: Some(row), ..ReadOptions::default() };
        read_leads(&Input::bytes("x.csv", text), &sized(), &super::all(&sized()), &[], &options)
            .map(|mut reader| reader.by_ref().map(Result::unwrap).collect::<Vec<_>>())
            .map(|leads| keys(&leads))
            .map_err(|error| error.to_string())
    };
    // Also under a title whose quote is never closed, and above rows that look like data.
    for text in [format!("\"Leads\n{TABLE}"), format!("x;1;2\n{TABLE}"), format!("sep=;\n{TABLE}")] {
        assert_eq!(given(&text, 2).unwrap(), ["a", "b"], "{text}");
    }
    for row in [2, 99] {
        let said = given(&format!("Leads\n\n{TABLE}"), row).unwrap_err();
        assert_eq!(said, format!("x.csv: --header-row {row}: this row is blank, or not there"));
    }
}

#[test]
fn rows_that_may_be_data_are_not_left_out() {
    let fail = |text: &str| {
        let read =
            read_leads(&Input::bytes("x.csv", text), &sized(), &super::all(&sized()), &[], &ReadOptions::default());
        read.err().map(|error| error.to_string()).unwrap_or_default()
    };
    for text in ["a;150;BE\nb;12;NL\nId;Employees;Country\n", "Firm;Firm;Place\nId;Employees;Country\na;150;BE\n"] {
        assert!(fail(text).contains("--header-row"), "{text}: {}", fail(text));
    }
}

#[test]
fn the_header_again_is_no_lead() {
    for again in ["Id;Employees;Country\n", "\u{feff}Id;Employees;Country\r\n", "---;---;---\n"] {
        let text = TABLE.replacen('\n', "\nz;1;BE\n", usize::from(!again.starts_with('-')));
        let text = if again.starts_with('-') {
            text.replacen('\n', &format!("\n{again}"), 1)
        } else {
            text + again + "c;8;BE\n"
        };
        let (leads, report) = read_bytes(&sized(), "x.csv", text.as_bytes());
        assert_eq!(
            (leads[0].rows, report.repeated_headers.count),
            (if again.starts_with('-') { 2 } else { 4 }, 1),
            "{text}"
        );
        let line = if again.starts_with('-') { 2 } else { 5 };
        assert_eq!(report.repeated_headers.examples[0].0.line, line, "{text}");
    }
    // With a single column it may be data.
    let one = rules(vec![field("id", Type::Text, &["Id"])], Some(0), None);
    let (leads, report) = read_bytes(&one, "x.csv", b"Id\na\nId\n");
    assert_eq!((keys(&leads), report.repeated_headers.count), (vec!["a".into(), "Id".into()], 0));
}

#[test]
fn a_total_is_told_and_kept() {
    for (last, is_told) in [("Total;162;", true), (";totaal: ;162", true), ("Totality;1;", false), ("c;1;Total", false)]
    {
        let (leads, report) = read_bytes(&sized(), "x.csv", format!("{TABLE}{last}\n").as_bytes());
        assert_eq!((leads[0].rows, report.odd_end.is_some_and(|end| end.is_total)), (3, is_told), "{last}");
    }
    let (_, report) = read_bytes(&sized(), "x.csv", "Id;Employees;Country\nTotal;1;\na;2;BE\n".as_bytes());
    assert_eq!(report.odd_end, None);
}

#[test]
fn one_odd_byte_costs_one_cell() {
    let text = [&b"Id;Employees;Country\na;1;Belgi\xc3\xab\nb;2;Caf\xe9 | x\nc;3;\xc3\x85land\n"[..], TABLE.as_bytes()]
        .concat();
    let (leads, report) = read_bytes(&sized(), "x.csv", &text);
    assert_eq!(super::column(&leads, 2)[..3], ["België", "Café | x", "Åland"]);
    assert_eq!(report.odd_lines.examples, [(Place { row: 0, line: 3 }, "Café".to_owned())]);
    let (leads, report) = read_bytes(&sized(), "x.csv", b"Id;Employees;Country;Pr\xe9nom\na;1;BE;\xc3\xa9\n");
    assert_eq!((leads[0].rows, report.odd_lines.examples[0].0.line), (1, 1));
    assert_eq!(report.columns[3], "Prénom");
    let (leads, _) = read_bytes(&sized(), "x.csv", b"Id;Employees;Country\na;1;Belgi\xeb\nb;2;Qu\xe9bec\n");
    assert_eq!(super::column(&leads, 2), ["België", "Québec"]);
}

/// A sheet with a merged title, a header of two rows merged downwards, a merged cell in the data and a formula that was
/// never calculated.
fn report() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(1, 1, 1, 4, "Leads of today", &plain).unwrap();
    sheet.merge_range(3, 1, 4, 1, "Id", &plain).unwrap();
    sheet.merge_range(3, 2, 3, 3, "Firm", &plain).unwrap();
    sheet.write(4, 2, "Employees").unwrap();
    sheet.write(4, 3, "Country").unwrap();
    for (row, id, size) in [(5, "a", 150), (6, "b", 12), (9, "Total", 162)] {
        sheet.write(row, 1, id).unwrap();
        sheet.write(row, 2, size).unwrap();
    }
    sheet.merge_range(5, 3, 6, 3, "BE", &plain).unwrap();
    sheet.write(7, 1, "c").unwrap();
    sheet.write_formula(7, 2, Formula::new("=1+1").set_result("77")).unwrap();
    for (column, name) in [(1, "Id"), (2, "Employees"), (3, "Country")] {
        sheet.write(8, column, name).unwrap();
    }
    without_value(&book.save_to_buffer().unwrap())
}

/// The workbook as written by programs that calculate no formula.
fn without_value(book: &[u8]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut text = String::new();
        let mut part = parts.by_index(at).unwrap();
        made.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        part.read_to_string(&mut text).unwrap();
        made.write_all(text.replace("<v>77</v>", "").as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_as_reports_have_it() {
    let (leads, report) = read_bytes(&sized(), "x.xlsx", &report());
    assert_eq!(keys(&leads), ["a", "b", "c", "Total"]);
    assert_eq!(super::column(&leads, 1), ["150", "12", "?", "162"]);
    assert_eq!(super::column(&leads, 2), ["BE", "?", "?", "?"]);
    assert_eq!(found(&report).as_deref(), Some("the header was found in row 5, under 4 rows of titles"));
    let named = |of: &crate::data::Counted| of.examples.iter().map(|(_, cell)| cell.clone()).collect::<Vec<_>>();
    assert_eq!((named(&report.merged_cells), report.merged_cells.count), (vec!["D6:D7".to_owned()], 1));
    assert_eq!(named(&report.blank_formulas), ["C8"]);
    assert_eq!(report.repeated_headers.examples[0].0.line, 9);
    assert_eq!(report.odd_end.map(|end| end.place.line), Some(10));
    let options = ReadOptions { header_row: Some(3), ..ReadOptions::default() };
    let read_at = |row: u64| {
        let options = ReadOptions { header_row: Some(row), ..options.clone() };
        read(&sized(), &Input::bytes("x.xlsx", self::report()), &options).0
    };
    assert_eq!(keys(&read_at(9)), ["Total"]);
}

proptest! {
    /// Whatever comes above, the rows are those of the table alone, or the file is refused.
    #[test]
    fn titles_change_no_lead(
        titles in prop::collection::vec("|[A-Za-z ,:#0-9]{1,20}|[a-z]{1,5};;|[a-z]{1,5};[0-9]{1,3}", 0..6),
        rows in prop::collection::vec("[a-z]{1,3};[0-9]{0,3};(BE|NL|)", 1..6),
    ) {
        let table = format!("Id;Employees;Country\n{}\n", rows.join("\n"));
        let leads = |text: &str| {
            let read = read_leads(&Input::bytes("x.csv", text), &sized(), &super::all(&sized()), &[], &ReadOptions::default());
            let leads: Option<Vec<_>> = read.ok().map(|mut reader| reader.by_ref().map(Result::unwrap).collect());
            leads.map(|leads| (keys(&leads), super::column(&leads, 1)))
        };
        let alone = leads(&table).unwrap();
        if let Some(found) = leads(&(titles.iter().map(|title| format!("{title}\n")).collect::<String>() + &table)) {
            prop_assert_eq!(found, alone);
        }
    }
}
