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

#[test]
fn a_page_that_does_not_fit_its_checksum_is_damaged() {
    let mut bytes = include_bytes!("damaged/checksums.parquet").to_vec();
    let rules = rules(vec![field("id", Type::Text, &[]), field("name", Type::Text, &[])], Some(0), None);
    let (leads, _) = read_bytes(&rules, "leads.parquet", &bytes);
    assert_eq!(column(&leads, 1), ["Ada", "Ben", "Cem"]);
    // Without its checksum this page would say `Bea`, and nothing would be amiss.
    let name = bytes.windows(3).position(|three| three == b"Ben").expect("the names stand in it as they are");
    bytes[name + 2] = b'a';
    let (input, options) = (Input::bytes("leads.parquet", bytes), ReadOptions::default());
    let columns = read_columns(&input, &options).expect("the end of the file is whole");
    let error = read_table(&input, &options, &columns, |_| (), |()| ()).expect_err("a page is damaged");
    assert!(
        error.to_string().starts_with("leads.parquet: it can't be read as a Parquet file; it may be damaged"),
        "{error}"
    );
}

/// A small workbook of `.xls`, changed.
fn workbook(change: impl FnOnce(&mut [u8])) -> Result<Vec<String>, String> {
    let mut bytes = include_bytes!("damaged/leads.xls").to_vec();
    change(&mut bytes);
    let rules = rules(vec![field("id", Type::Text, &[]), field("name", Type::Text, &[])], Some(0), None);
    let input = Input::bytes("leads.xls", bytes);
    let reader = read_leads(&input, &rules, &all(&rules), &[], &ReadOptions::default());
    let leads = reader.and_then(Iterator::collect::<Result<Vec<_>, _>>);
    leads.map(|leads| column(&leads, 1)).map_err(|error| error.to_string())
}

/// Where a record of this kind and length begins.
fn record(bytes: &[u8], head: [u8; 4]) -> usize {
    bytes.windows(4).position(|four| four == head).expect("there is such a record") + 4
}

#[test]
fn a_workbook_gets_no_room_for_rows_that_nothing_could_hold() {
    assert_eq!(workbook(|_| ()).as_deref(), Ok(&["Ada", "Ben", "Cem"].map(str::to_owned)[..]));
    let dimensions = |bytes: &[u8]| record(bytes, [0x00, 0x02, 14, 0]);
    for (at, claim) in [(4, [0xff; 4]), (4, [0, 0, 1, 1]), (0, [9, 0, 0, 0])] {
        let said = workbook(|bytes| {
            let from = dimensions(bytes) + at;
            bytes[from..from + 4].copy_from_slice(&claim);
        });
        let said = said.expect_err("so many rows can't be");
        assert!(
            said.starts_with("leads.xls: a sheet of it claims 4,294,9") || said.contains(" 16,842,752 rows"),
            "{said}"
        );
    }
    // What is wide but possible is read: a whole sheet.
    let wide = workbook(|bytes| {
        let from = dimensions(bytes);
        bytes[from + 4..from + 8].copy_from_slice(&[0, 0, 1, 0]);
        bytes[from + 10..from + 12].copy_from_slice(&[0, 1]);
    });
    assert_eq!(wide.map(|names| names.len()), Ok(3));
    // A cell far from the others, wherever the sheet says it ends.
    let far = workbook(|bytes| {
        let from = record(bytes, [0x7e, 0x02, 10, 0]);
        bytes[from..from + 4].copy_from_slice(&[0xff; 4]);
    });
    assert!(far.as_ref().is_err_and(|said| said.contains("claims 65,536 rows and 65,536 columns")), "{far:?}");
}

#[test]
fn a_workbook_whose_parts_run_in_circles_is_damaged() {
    // The table of sectors is the first one after the header's list of them.
    let circles = |bytes: &mut [u8]| {
        let at = |bytes: &[u8], place: usize| u32::from_le_bytes([0, 1, 2, 3].map(|byte| bytes[place + byte])) as usize;
        let (table, folder) = (512 * (at(bytes, 76) + 1), at(bytes, 48));
        let number = u32::try_from(folder).expect("it is small").to_le_bytes();
        bytes[table + 4 * folder..table + 4 * folder + 4].copy_from_slice(&number);
    };
    let said = workbook(circles).expect_err("its folder has no end");
    assert!(said.starts_with("leads.xls: it can't be read as a spreadsheet; it may be damaged"), "{said}");
}

/// A workbook with an id in its second row, one part of which is filled up with blanks.
fn filled_up(part: &str, blanks: usize) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "id").unwrap();
    sheet.write(1, 0, "one").unwrap();
    let mut whole = zip::ZipArchive::new(Cursor::new(book.save_to_buffer().unwrap())).unwrap();
    let mut filled = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..whole.len() {
        let mut from = whole.by_index(at).unwrap();
        let name = from.name().unwrap().into_owned();
        filled.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        let mut text = String::new();
        from.read_to_string(&mut text).unwrap();
        let (declaration, rest) = text.split_at(text.find("?>").map_or(0, |end| end + 2));
        filled.write_all(declaration.as_bytes()).unwrap();
        if name == part {
            filled.write_all(&vec![b' '; blanks]).unwrap();
        }
        filled.write_all(rest.as_bytes()).unwrap();
    }
    filled.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_unpacks_to_hundreds_of_times_its_size_is_refused() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), None);
    let read = |bytes: &[u8]| {
        let input = Input::bytes("leads.xlsx", bytes.to_vec());
        let reader = read_leads(&input, &rules, &all(&rules), &[], &ReadOptions::default());
        let leads = reader.and_then(Iterator::collect::<Result<Vec<_>, _>>);
        leads.map(|leads| column(&leads, 0)).map_err(|error| error.to_string())
    };
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
        assert_eq!(read(&filled_up(part, 1 << 20)), Ok(vec!["one".to_owned()]));
        let large = filled_up(part, 65 << 20);
        let said = read(&large).expect_err("no sheet is packed so well");
        assert!(
            said.starts_with(&format!("leads.xlsx: its part `{part}` unpacks to 65 MB, hundreds of times")),
            "{said}"
        );
        // One that understates its size, in its own head and in the list of parts, is not read beyond that.
        let mut small = large;
        for (head, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
            let heads: Vec<usize> = (0..small.len() - 46).filter(|&at| small[at..].starts_with(head)).collect();
            for at in heads.into_iter().map(|at| at + size) {
                if small[at + 3] == 4 {
                    small[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
                }
            }
        }
        let said = read(&small).expect_err("it holds more than it says");
        assert!(said.starts_with("leads.xlsx: it can't be read as a spreadsheet; it may be damaged"), "{said}");
    }
}
