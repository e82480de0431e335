//! What programs put around a table of text: formulas around its values, marks at its end.

use super::*;

fn leads_of(rules: &Rules, text: &[u8], keep: &[String]) -> (Vec<Leads>, ReadReport) {
    let input = Input::bytes("x.csv", text);
    let mut reader = read_leads(&input, rules, &all(rules), keep, &ReadOptions::default()).unwrap();
    let leads = reader.by_ref().map(Result::unwrap).collect();
    (leads, reader.report().clone())
}

#[test]
fn a_text_that_is_written_as_a_formula_is_that_text() {
    let rules = rules(
        vec![field("id", Type::Text, &["Id"]), field("n", number(), &[]), field("t", Type::Text, &[])],
        Some(0),
        Some(log()),
    );
    // As such programs write it, and as those do that also put every cell in quotes.
    let guarded = "=\"Id\",n,t\n=\"001\",=\"5\",=\"5\"\" pipe\"\n =\"002\" ,7,=A1\n=\"003\",,=\"\"\n=\"\",=\"\",\n=\"é\",=\"6\",=\"a\"&\"b\"\n";
    let quoted = "\"=\"\"Id\"\"\",\"n\",\"t\"\n\"=\"\"001\"\"\",\"=\"\"5\"\"\",\"=\"\"5\"\"\"\" pipe\"\"\"\n\"=\"\"002\"\"\",\"7\",\"=A1\"\n\"=\"\"003\"\"\",\"\",\"=\"\"\"\"\"\n\"=\"\"\"\"\",\"\",\"\"\n\"=\"\"é\"\"\",\"6\",\"=\"\"a\"\"&\"\"b\"\"\"\n";
    for text in [guarded, quoted] {
        let (leads, report) = leads_of(&rules, text.as_bytes(), &["Id".to_owned(), "t".to_owned()]);
        assert_eq!(keys(&leads), ["001", "002", "003", "é"], "{text}");
        assert_eq!(column(&leads, 1), ["5", "7", "?", "6"], "{text}");
        assert_eq!(column(&leads, 2), ["5\" pipe", "=A1", "?", "=\"a\"&\"b\""], "{text}");
        // A row with nothing in any cell does not count.
        assert_eq!((report.blank_rows, report.invalid()), (1, 0));
        let kept =
            |at: usize| leads[0].kept[at].iter().map(|text| text.unwrap_or("?").trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(kept(0), ["=\"001\"", "=\"002\"", "=\"003\"", "=\"é\""]);
        assert_eq!(kept(1), ["=\"5\"\" pipe\"", "=A1", "=\"\"", "=\"a\"&\"b\""]);
    }
    let events_text = "Lead,event,at\n=\"001\",=\"opened\",=\"2026-11-23T00:00:00Z\"\n001,opened,2026-11-23\n";
    let (batches, _) = events(&rules, "events.csv", events_text);
    let leads = match &batches[0].leads {
        EventLeads::Keys(leads) => shown(leads),
        EventLeads::Views(leads) => leads.iter().flatten().map(str::to_owned).collect(),
        EventLeads::Rows(_) => panic!("a log of its own"),
    };
    assert_eq!((leads, batches[0].kinds.as_slice()), (vec!["001".to_owned(), "001".to_owned()], &[0, 0][..]));
}

fn three() -> Rules {
    rules(vec![field("id", Type::Text, &[]), field("n", number(), &[]), field("c", Type::Text, &[])], Some(0), None)
}

#[test]
fn marks_at_the_end_of_a_file_are_no_lead() {
    // On a line of their own they are a row with nothing in it; after a cell they are not part of it.
    for (end, blank) in [
        ("\n\x1a", 1),
        ("\r\n\x1a\r\n", 1),
        ("\n\x1a\x1a\n\0\0\0\0", 2),
        ("\n\0,\0,\0\n", 1),
        ("\n\"\x1a\"\n", 1),
        ("\n \x1a;,\n", 0),
        ("\x1a", 0),
        ("\0\0\0\0\0\0", 0),
        ("\"\x1a", 0),
    ] {
        let quote = if end.starts_with('"') { "\"" } else { "" };
        let line_end = if end.starts_with('\r') { "\r\n" } else { "\n" };
        let text = format!("id,n,c{line_end}a,1,BE{line_end}b,2,{quote}NL{end}");
        let (leads, report) = leads_of(&three(), text.as_bytes(), &[]);
        let all = if end == "\n \x1a;,\n" { vec!["a", "b", "\x1a;"] } else { vec!["a", "b"] };
        assert_eq!(keys(&leads), all, "{text:?}");
        assert_eq!((&column(&leads, 2)[1], report.blank_rows), (&"NL".to_owned(), blank), "{text:?}");
    }
    let (leads, report) = leads_of(&three(), b"id,n,c\n\x1a", &[]);
    assert_eq!((keys(&leads).len(), report.rows, report.blank_rows), (0, 0, 1));
    let (_, log_report) =
        events(&rules(vec![], None, Some(log())), "e.csv", "lead,event,at\na,opened,2026-11-23\n\x1a\n");
    assert_eq!((log_report.rows, log_report.blank_rows), (1, 1));
}

#[test]
fn marks_at_the_end_of_json_are_none_of_it() {
    let one = r#"{"id": "a", "n": 1}"#;
    for text in [format!("{one}\n"), format!("[{one}]"), format!(r#"{{"results": [{one}]}}"#), one.to_owned()] {
        for (name, end) in [("x.json", "\x1a"), ("x.ndjson", "\n\x1a\n"), ("x", "\x1a\0\0\0"), ("x.json", "\n\0\0")] {
            // A list on one line is not JSON Lines, whatever ends it.
            if name == "x.ndjson" && text.starts_with('[') {
                continue;
            }
            let read = read_bytes(&three(), name, format!("{text}{end}").as_bytes());
            assert_eq!((keys(&read.0), read.1.broken_rows.count), (vec!["a".to_owned()], 0), "{name} {text}{end:?}");
        }
    }
}

#[test]
fn lines_below_a_table_are_told() {
    let said = |text: &str| leads_of(&three(), text.as_bytes(), &[]).1.odd_end_said().map(|said| said.to_string());
    for (below, told) in [
        ("(2 rows affected)", Some(("(2 rows affected)", 1))),
        ("\n(2 rows affected)\n\nCompletion time: 2026-11-23", Some(("(2 rows affected)", 2))),
        ("Total: 2", Some(("Total: 2", 1))),
        ("-- end --,,", Some(("-- end --", 1))),
        ("Report generated 2026-11-23,,\n,,\n", Some(("Report generated 2026-11-23", 1))),
        ("EOF\n\x1a", Some(("EOF", 1))),
        // Where most leads have a key and nothing else, such rows are leads.
        ("c\nd\ne\nf\ng\nh\ni\nj\nk\n", None),
        ("(2 rows affected)\nc,3,BE", None),
        ("c,,BE", None),
        (",(2 rows),", None),
    ] {
        let text = format!("id,n,c\na,1,BE\nb,2,NL\n{below}\n");
        let report = leads_of(&three(), text.as_bytes(), &[]).1;
        let end = report.odd_end.as_ref().map(|end| (end.text.as_str(), end.rows));
        assert_eq!(end, told, "{text}");
    }
    let only = said("id,n,c\n(0 rows affected)\n").unwrap();
    assert_eq!(
        only,
        "the last row looks like a line below the table (\"(0 rows affected)\", line 2) and was read as any other: \
         take it out if it is one"
    );
    let two = said("id,n,c\na,1,BE\nMade by me\nfor you\n").unwrap();
    assert!(two.starts_with("the last 2 rows look like lines below the table (from \"Made by me\", line 3)"), "{two}");
    // A lead of which only the key is known, and a table of one column.
    assert_eq!(said("id,n,c\na,,\n"), None);
    let one = rules(vec![field("id", Type::Text, &[])], Some(0), None);
    assert_eq!(leads_of(&one, b"id\na b\nc d\n", &[]).1.odd_end, None);
}

#[cfg(feature = "sheets")]
#[test]
fn lines_below_a_sheet_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["id", "n", "c"], ["a", "1", "BE"], ["b", "2", "NL"]].iter().enumerate() {
        sheet.write_row(u32::try_from(row).unwrap(), 0, *cells).unwrap();
    }
    sheet.write(5, 0, "Report generated 2026-11-23").unwrap();
    let (leads, report) = read_bytes(&three(), "x.xlsx", &book.save_to_buffer().unwrap());
    let end = report.odd_end.unwrap();
    assert_eq!((keys(&leads).len(), end.place.line, end.rows), (3, 6, 1));
}

/// A workbook (`.ods`) with one sheet of these rows.
#[cfg(feature = "sheets")]
fn ods(rows: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"leads &amp; more\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    for (name, text) in
        [("mimetype", kind), ("META-INF/manifest.xml", "<manifest:manifest/>"), ("content.xml", &content)]
    {
        made.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        made.write_all(text.as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}

#[cfg(feature = "sheets")]
#[test]
fn times_of_day_and_merged_cells_of_ods_are_as_those_of_xlsx() {
    let text = |text: &str, more: &str| {
        format!("<table:table-cell office:value-type=\"string\" {more}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let time = |value: &str| format!("<table:table-cell office:value-type=\"time\" office:time-value=\"{value}\"/>");
    let covered = "<table:covered-table-cell/>".to_owned();
    let two = "table:number-columns-spanned=\"1\" table:number-rows-spanned=\"2\"";
    let made = ods(&[
        row(&[text("Leads of today", "table:number-columns-spanned=\"3\""), covered.clone(), covered.clone()]),
        "<table:table-row table:number-rows-repeated=\"2\"/>".to_owned(),
        row(&[text("id", ""), text("c", ""), text("n", "")]),
        row(&[text("a", ""), text("BE", two), time("PT08H30M00S")]),
        row(&[text("b", ""), covered, time("PT30H00M00S")]),
    ]
    .concat());
    let rules = rules(
        vec![field("id", Type::Text, &[]), field("c", Type::Text, &[]), field("n", Type::Text, &[])],
        Some(0),
        None,
    );
    let (leads, report) = read_bytes(&rules, "x.ods", &made);
    assert_eq!(keys(&leads), ["a", "b"]);
    assert_eq!(
        (column(&leads, 1), column(&leads, 2)),
        (vec!["BE".into(), "?".into()], vec!["08:30:00".into(), "PT30H00M00S".into()])
    );
    assert_eq!(report.merged_cells.examples, [(Place { row: 0, line: 5 }, "B5:B6".to_owned())]);
}
