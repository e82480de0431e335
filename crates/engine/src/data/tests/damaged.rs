//! Damaged files, and sheets larger than what is in them: an error, or what is there.

use super::*;

#[test]
fn damaged_files_are_errors() {
    let parquet: &[u8] = include_bytes!("damaged/negative-length.parquet");
    let sheet: &[u8] = include_bytes!("damaged/overflow.xlsx");
    for (name, bytes, what) in [("leads.parquet", parquet, "as a Parquet file"), ("leads.xlsx", sheet, "")] {
        let (input, options) = (Input::bytes(name, bytes), ReadOptions::default());
        let read = read_columns(&input, &options)
            .and_then(|columns| read_table(&input, &options, &columns, |_| (), |()| ()).map(|_| columns));
        let error = read.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.starts_with(name) && error.contains(what), "{name}: {error:?}");
    }
}

#[test]
fn a_cell_in_the_far_corner_makes_no_sheet_large() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, id) in ["id", "one", "two"].iter().enumerate() {
        sheet.write(u32::try_from(row).unwrap(), 0, *id).unwrap();
    }
    sheet.write(1_048_575, 16_383, "far").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), None);
    let (_, report) = read_bytes(&rules, "leads.xlsx", &bytes);
    assert_eq!((report.rows, report.columns.len()), (3, 16_384));
}
