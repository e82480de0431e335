//! The compound file that holds a workbook of `.xls`: sectors, chained by a table into streams. In: its bytes; out: a stream
//! by its name. A chain that runs in a circle has no end, so none is followed for more steps than its table has
//! entries.

/// How a compound file begins.
const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The end of a chain.
const END: u32 = 0xffff_fffe;
/// From here on, numbers do not stand for a sector.
const NO_SECTOR: u32 = 0xffff_fffa;
/// Streams shorter than this are in small sectors.
const SMALL_STREAM: u64 = 4096;
/// Bytes in a small sector.
const SMALL_SECTOR: usize = 64;
/// Bytes in an entry of the folder.
const ENTRY: usize = 128;

/// An opened compound file.
pub(super) struct Ole<'b> {
    sectors: Sectors<'b>,
    table: Vec<u32>,
    folder: Vec<Entry>,
    small: Vec<u8>,
    small_table: Vec<u32>,
}

/// A stream in the folder.
struct Entry {
    name: String,
    start: u32,
    length: u64,
}

/// A text divided into sectors of one size.
#[derive(Copy, Clone)]
struct Sectors<'b> {
    bytes: &'b [u8],
    size: usize,
}

impl<'b> Sectors<'b> {
    /// A sector, shorter than the others if the file ends in it.
    fn get(self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_mul(self.size)?;
        let end = start.saturating_add(self.size).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors of a chain, up to a length.
    fn chain(self, start: u32, table: &[u32], length: u64) -> Result<Vec<u8>, &'static str> {
        let (mut chain, mut at) = (Vec::new(), start);
        for _ in 0..=table.len() {
            if at == END || chain.len() as u64 >= length {
                return Ok(chain);
            }
            let sector = self.get(at).ok_or("a chain leads out of the file")?;
            let rest = usize::try_from(length - chain.len() as u64).unwrap_or(usize::MAX);
            chain.extend_from_slice(&sector[..sector.len().min(rest)]);
            if chain.len() as u64 >= length {
                return Ok(chain);
            }
            at = *table.get(at as usize).ok_or("a chain leads out of its table")?;
        }
        Err("a chain runs in a circle")
    }
}

/// The number in the two bytes at an index.
pub(super) fn two(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|&bytes| u16::from_le_bytes(bytes))
}

/// The number in the four bytes at an index.
pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|&bytes| u32::from_le_bytes(bytes))
}

fn fours(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|number| four(number, 0))
}

impl<'b> Ole<'b> {
    /// Opens a file, if it is one.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Result<Self, &'static str>> {
        bytes.starts_with(&SIGNATURE).then(|| Self::read(bytes))
    }

    fn read(bytes: &'b [u8]) -> Result<Self, &'static str> {
        const SHORT: &str = "it breaks off";
        let header = bytes.get(..512).ok_or(SHORT)?;
        let number = |at| four(header, at).ok_or(SHORT);
        let size = match two(header, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err("its sectors are of no size that there is"),
        };
        // The header takes up one sector.
        let sectors = Sectors { bytes: bytes.get(size..).ok_or(SHORT)?, size };
        let all = sectors.bytes.len() / size + 1;
        // The sectors that hold the table: the first of them are listed in the header, the others in a chain of their
        // own.
        let mut holding: Vec<u32> = fours(&header[76..]).collect();
        let (mut next, mut followed) = (number(68)?, 0);
        while next < NO_SECTOR {
            followed += 1;
            if followed > all {
                return Err("a chain runs in a circle");
            }
            holding.extend(fours(sectors.get(next).ok_or(SHORT)?));
            next = holding.pop().ok_or(SHORT)?;
        }
        holding.retain(|&number| number < NO_SECTOR);
        if holding.len() > all {
            return Err("its table is longer than the file");
        }
        let mut table = Vec::new();
        for number in holding {
            table.extend(fours(sectors.get(number).ok_or("its table leads out of the file")?));
        }
        let folder = sectors.chain(number(48)?, &table, u64::MAX)?;
        let folder: Vec<Entry> = folder.chunks_exact(ENTRY).filter_map(|entry| Entry::read(entry, size)).collect();
        let root = folder.first().ok_or("it is empty")?;
        let (small, small_table) = match u64::from(number(64)?) {
            0 => (Vec::new(), Vec::new()),
            sectors_of_table => {
                let small = sectors.chain(root.start, &table, root.length)?;
                let small_table = sectors.chain(number(60)?, &table, sectors_of_table * size as u64)?;
                (small, fours(&small_table).collect())
            }
        };
        Ok(Self { sectors, table, folder, small, small_table })
    }

    /// The stream with this name, if there is one.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, &'static str>> {
        let entry = self.folder.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        Some(if entry.length < SMALL_STREAM {
            Sectors { bytes: &self.small, size: SMALL_SECTOR }.chain(entry.start, &self.small_table, entry.length)
        } else {
            self.sectors.chain(entry.start, &self.table, entry.length)
        })
    }
}

impl Entry {
    fn read(bytes: &[u8], sector: usize) -> Option<Self> {
        let name = bytes[..64].chunks_exact(2).filter_map(|unit| two(unit, 0)).take_while(|&unit| unit != 0);
        let name = char::decode_utf16(name).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let low = u64::from(four(bytes, 120)?);
        // Files with small sectors may leave anything in the upper half.
        let high = if sector == 512 { 0 } else { u64::from(four(bytes, 124)?) };
        Some(Self { name, start: four(bytes, 116)?, length: high << 32 | low })
    }
}
