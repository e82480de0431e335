//! A file without a name that batches of columns wait in: it is gone when nobody has it any more. In: record batches; out: where they
//! are, and the same batches again, in any order and from any thread.

use std::fs::File;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use arrow_ipc::reader::StreamDecoder;
use arrow_ipc::writer::StreamWriter;

/// The file, and where it ends.
#[derive(Debug)]
pub(super) struct Spool {
    file: File,
    end: Mutex<u64>,
}

/// Where a batch of columns is.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    spool: Arc<Spool>,
    from: u64,
    bytes: usize,
}

impl Spool {
    /// An empty file in the system's folder for such files.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { file: tempfile::tempfile()?, end: Mutex::new(0) })
    }

    /// Writes a batch behind the others.
    pub(super) fn write(self: &Arc<Self>, batch: &RecordBatch) -> io::Result<Slot> {
        let mut bytes = Vec::new();
        let mut writer = StreamWriter::try_new(&mut bytes, &batch.schema()).map_err(io::Error::other)?;
        writer.write(batch).and_then(|()| writer.finish()).map_err(io::Error::other)?;
        drop(writer);
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        let from = *end;
        place::write(&self.file, &bytes, from)?;
        *end += bytes.len() as u64;
        Ok(Slot { spool: Arc::clone(self), from, bytes: bytes.len() })
    }
}

impl Slot {
    /// What is there.
    pub(super) fn read(&self) -> io::Result<RecordBatch> {
        let mut bytes = vec![0; self.bytes];
        place::read(&self.spool.file, &mut bytes, self.from)?;
        let mut decoder = StreamDecoder::new();
        let batch = decoder.decode(&mut Buffer::from_vec(bytes)).map_err(io::Error::other)?;
        batch.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))
    }
}

/// Bytes at a place of a file, from several threads at once.
#[cfg(unix)]
mod place {
    use std::fs::File;
    use std::io;
    use std::os::unix::fs::FileExt;

    pub(super) fn write(file: &File, bytes: &[u8], from: u64) -> io::Result<()> {
        file.write_all_at(bytes, from)
    }

    pub(super) fn read(file: &File, bytes: &mut [u8], from: u64) -> io::Result<()> {
        file.read_exact_at(bytes, from)
    }
}

/// The same where a file has one place at which it is read and written.
#[cfg(not(unix))]
mod place {
    use std::fs::File;
    use std::io::{self, Read, Seek, SeekFrom, Write};
    use std::sync::{Mutex, MutexGuard, PoisonError};

    fn turn() -> MutexGuard<'static, ()> {
        static TURN: Mutex<()> = Mutex::new(());
        TURN.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write(mut file: &File, bytes: &[u8], from: u64) -> io::Result<()> {
        let _turn = turn();
        file.seek(SeekFrom::Start(from))?;
        file.write_all(bytes)
    }

    pub(super) fn read(mut file: &File, bytes: &mut [u8], from: u64) -> io::Result<()> {
        let _turn = turn();
        file.seek(SeekFrom::Start(from))?;
        file.read_exact(bytes)
    }
}
