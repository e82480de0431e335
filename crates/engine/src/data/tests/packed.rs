//! Files that come packed or through a pipe: all of each is read, from its beginning.

use super::*;

/// Packed files that are longer than what is read ahead are read on in blocks.
#[test]
fn packed_files_may_be_long() {
    let rules = rules(vec![field("id", Type::Text, &[]), field("n", number(), &[])], Some(0), None);
    let csv = "id,n\n".to_owned() + &"some one,5\n".repeat(60_000);
    let json = "{\"id\":\"some one\",\"n\":5}\n".repeat(60_000);
    let gzip = |text: &str| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(text.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    for (name, text) in [("leads.csv", &csv), ("leads.ndjson", &json)] {
        let zstd = zstd::encode_all(text.as_bytes(), 1).unwrap();
        for (extension, bytes) in [("zst", zstd), ("gz", gzip(text))] {
            let (_, report) = read_bytes(&rules, &format!("{name}.{extension}"), &bytes);
            assert_eq!(report.rows, 60_000, "{name}.{extension}");
        }
    }
}

/// A pipe with these bytes, as a shell's `<(…)` names it.
#[cfg(unix)]
fn piped(bytes: Vec<u8>) -> (std::io::PipeReader, Input) {
    use std::os::fd::AsRawFd;

    let (reader, mut writer) = std::io::pipe().unwrap();
    std::thread::spawn(move || writer.write_all(&bytes));
    let path = format!("/dev/fd/{}", reader.as_raw_fd());
    (reader, Input::path(path))
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_from_its_beginning_as_often_as_wanted() {
    let rules = rules(vec![field("id", Type::Text, &[]), field("n", number(), &[])], Some(0), None);
    let csv = "id,n\n".to_owned() + &"some one,5\n".repeat(60_000);
    let (_pipe, input) = piped(csv.into_bytes());
    let input = input.held().unwrap();
    assert_eq!(read_columns(&input, &ReadOptions::default()).unwrap().names, ["id", "n"]);
    for _ in 0..2 {
        let (_, report) = read_needed(&input, &rules, &all(&rules), &ReadOptions::default());
        assert_eq!(report.rows, 60_000);
    }
}

#[cfg(unix)]
#[test]
fn a_packed_pipe_is_read_once() {
    let rules = rules(vec![field("id", Type::Text, &[]), field("n", number(), &[])], Some(0), None);
    let csv = "id,n\n".to_owned() + &"some one,5\n".repeat(60_000);
    let (_pipe, input) = piped(zstd::encode_all(csv.as_bytes(), 1).unwrap());
    let (_, report) = read_needed(&input, &rules, &all(&rules), &ReadOptions::default());
    assert_eq!(report.rows, 60_000);
}
