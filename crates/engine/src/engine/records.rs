//! Records of one size, side by side and never moved: what is counted for each lead. In: how large a record is; out: records,
//! all zeros until something is written.

/// How many records are made at a time.
const CHUNK: usize = 1 << CHUNK_BITS;
const CHUNK_BITS: u32 = 7;

/// What the processor reads at a time: records begin where such a line does, as far as they can.
const LINE: usize = 64;

/// Records by number.
#[derive(Debug)]
pub struct Records {
    size: usize,
    chunks: Vec<Chunk>,
    len: usize,
}

/// Bytes of records, the first of which starts at `first`.
#[derive(Debug)]
struct Chunk {
    first: usize,
    bytes: Box<[u8]>,
}

impl Records {
    /// None yet; each is to have at least this many bytes.
    pub fn new(size: usize) -> Self {
        let round = |to: usize| size.next_multiple_of(to);
        // A record that nearly fills a line, or half of one, gets all of it.
        let size = if round(8).next_power_of_two() - round(8) <= 8 { round(8).next_power_of_two() } else { round(8) };
        Self { size, chunks: Vec::new(), len: 0 }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Adds one; gives its number.
    pub fn add(&mut self) -> u32 {
        if self.len.is_multiple_of(CHUNK) {
            let bytes = vec![0; CHUNK * self.size + LINE].into_boxed_slice();
            let first = bytes.as_ptr().align_offset(LINE).min(LINE);
            self.chunks.push(Chunk { first, bytes });
        }
        self.len += 1;
        u32::try_from(self.len - 1).expect("fewer than four thousand million leads")
    }

    /// Reads a byte of each line.
    pub fn warm(&self) -> u8 {
        let lines = self.chunks.iter().flat_map(|chunk| chunk.bytes.chunks(LINE).map(|line| line[0]));
        lines.fold(0, std::ops::BitXor::bitxor)
    }

    #[inline]
    fn place(&self, number: u32) -> (usize, usize) {
        let number = number as usize;
        (number >> CHUNK_BITS, (number & (CHUNK - 1)) * self.size)
    }

    /// A record.
    #[inline]
    pub fn get(&self, number: u32) -> &[u8] {
        let (chunk, at) = self.place(number);
        let Chunk { first, bytes } = &self.chunks[chunk];
        &bytes[first + at..][..self.size]
    }

    /// A record, to be written to.
    #[inline]
    pub fn get_mut(&mut self, number: u32) -> &mut [u8] {
        let (chunk, at) = self.place(number);
        let Chunk { first, bytes } = &mut self.chunks[chunk];
        &mut bytes[*first + at..][..self.size]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_keep_apart_and_in_line() {
        for (size, wanted) in [(1, 8), (26, 32), (32, 32), (36, 40), (58, 64), (200, 200), (250, 256)] {
            let mut records = Records::new(size);
            for number in 0..1_000 {
                assert_eq!(records.add(), number);
                assert!(records.get(number).iter().all(|&byte| byte == 0));
                records.get_mut(number).fill(u8::try_from(number % 251).unwrap());
            }
            assert_eq!((records.len(), records.get(0).len()), (1_000, wanted));
            for number in 0..1_000 {
                assert!(records.get(number).iter().all(|&byte| u32::from(byte) == number % 251));
                assert!(wanted != 32 || records.get(number).as_ptr().align_offset(32) == 0);
            }
        }
    }
}
