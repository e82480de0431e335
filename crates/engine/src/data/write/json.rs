//! Results as JSON objects, whose keys are the columns in their order. In: a batch; out: its objects, ready to write.
//! Points are exact numbers, never converted to a binary fraction.

use crate::columns::Results;

use super::layout::{Layout, Shown, What};

/// An object for each lead, with `before` and `after` around it.
pub(super) fn rows(layout: &Layout, results: &Results, before: &[u8], after: &[u8], out: &mut Vec<u8>) {
    let columns: Vec<(Vec<u8>, What)> = layout
        .columns()
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let mut key = if at == 0 { b"{".to_vec() } else { b",".to_vec() };
            string(&column.name, &mut key);
            key.push(b':');
            (key, column.what)
        })
        .collect();
    for row in 0..results.rows {
        out.extend_from_slice(before);
        for (key, what) in &columns {
            out.extend_from_slice(key);
            match layout.cell(*what, results, row) {
                Shown::Nothing => out.extend_from_slice(b"null"),
                Shown::Text(text) => string(text, out),
                Shown::Points(points) => points.write_to(out),
                Shown::Why => why(layout, results, row, out),
            }
        }
        out.push(b'}');
        out.extend_from_slice(after);
    }
}

/// `[{"rule":"…","points":20}]`
fn why(layout: &Layout, results: &Results, row: usize, out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, (title, points)) in layout.why(results, row).enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(b"{\"rule\":");
        string(title, out);
        out.extend_from_slice(b",\"points\":");
        points.write_to(out);
        out.push(b'}');
    }
    out.push(b']');
}

fn string(text: &str, out: &mut Vec<u8>) {
    serde_json::to_writer(out, text).expect("a text becomes JSON");
}
