//! Packed files, and what to say about those that can't be unpacked. In: packed bytes; out: plain ones, or an error in
//! words.

use std::error::Error;
use std::fmt;
use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use zstd::stream::read::Decoder;

use super::dialect::Packing;
use leadrules_language::words::{Text, say};

/// How far back Zstandard may point, as a power of two: this much memory is taken at most, whatever a file claims. 2^27
/// bytes are 128 MiB.
const WINDOW: u32 = 27;

/// What zstd says about a file that points back further.
const TOO_FAR: &str = "Frame requires too much memory for decoding";

/// A file that can't be unpacked: what to say about it, and what its decoder said.
#[derive(Debug)]
struct Damaged(Text, io::Error);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Error for Damaged {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.1)
    }
}

/// What to say about a file that can't be unpacked, if that is why.
pub(super) fn said(error: &io::Error) -> Option<Text> {
    error.get_ref()?.downcast_ref().map(|Damaged(said, _)| said.clone())
}

/// The plain bytes.
pub(super) fn unpacked(raw: impl Read + Send + 'static, packing: Option<Packing>) -> io::Result<Box<dyn Read + Send>> {
    Ok(match packing {
        None => Box::new(raw),
        Some(Packing::Gzip) => Box::new(Unpacking { inner: MultiGzDecoder::new(raw) }),
        Some(Packing::Zstd) => {
            let mut inner = Decoder::new(raw)?;
            inner.window_log_max(WINDOW)?;
            Box::new(Unpacking { inner })
        }
    })
}

/// A decoder whose errors are said in words.
struct Unpacking<R> {
    inner: R,
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer).map_err(in_words)
    }
}

fn in_words(cause: io::Error) -> io::Error {
    // The system's own errors are not the fault of the packing.
    if cause.raw_os_error().is_some() || cause.kind() == io::ErrorKind::Interrupted {
        return cause;
    }
    let said = if cause.to_string() == TOO_FAR {
        say!(
            "it is packed with a window of more than 128 MiB (`zstd --long=28` or more); pack it again with `--long=27` or \
             without, or unpack it before"
        )
    } else if cause.kind() == io::ErrorKind::UnexpectedEof {
        say!("it is packed, and breaks off before its end; fetch or pack it again")
    } else {
        say!("it is packed, and damaged; fetch or pack it again")
    };
    io::Error::new(io::ErrorKind::InvalidData, Damaged(said, cause))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;

    fn read(packed: Vec<u8>, packing: Packing) -> Result<String, String> {
        let mut text = String::new();
        let read = unpacked(Cursor::new(packed), Some(packing)).and_then(|mut plain| plain.read_to_string(&mut text));
        read.map(|_| text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_window_is_read_up_to_128_mib_and_refused_by_name_beyond() {
        let mut packer = zstd::stream::write::Encoder::new(Vec::new(), 1).expect("there is such a level");
        packer.write_all(b"id\na\n").expect("it goes to memory");
        let packed = packer.finish().expect("it goes to memory");
        assert_eq!(packed[4] & 0b10_0000, 0, "the length is not known beforehand, so the window is said");
        for window in 10..=41 {
            let mut packed = packed.clone();
            packed[5] = (window - 10) << 3;
            match read(packed, Packing::Zstd) {
                Ok(text) => assert!(window <= 27 && text == "id\na\n", "{window}"),
                Err(said) => {
                    assert!(window > 27 && said.contains("more than 128 MiB (`zstd --long=28`"), "{window}: {said}");
                }
            }
        }
    }

    #[test]
    fn what_breaks_off_is_said_to_do_so() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(b"id\na\n").expect("it goes to memory");
        let gzip = gzip.finish().expect("it goes to memory");
        let zstd = zstd::encode_all(&b"id\na\n"[..], 1).expect("it goes to memory");
        for (whole, packing) in [(gzip, Packing::Gzip), (zstd, Packing::Zstd)] {
            assert_eq!(read(whole.clone(), packing).as_deref(), Ok("id\na\n"));
            let cut = read(whole[..whole.len() - 3].to_vec(), packing);
            assert!(cut.as_ref().is_err_and(|said| said.contains("breaks off before its end")), "{packing:?} {cut:?}");
            let mut changed = whole;
            changed[4..].fill(0xff);
            changed.resize(100, 0xff);
            let said = read(changed, packing);
            assert!(
                said.as_ref().is_err_and(|said| said.starts_with("it is packed, and damaged")),
                "{packing:?} {said:?}"
            );
        }
    }
}
