//! A SIMD scan: bytes compared many at a time. In: a block of bytes; out: a bit for each byte that is looked for, the
//! first one lowest. On x86-64, instructions that every such processor has are used; elsewhere compilers find something
//! similar.

/// The number of bytes in a block that is scanned for marks.
pub(super) const BLOCK: usize = 64;

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8,
    };

    #[target_feature(enable = "sse2")]
    #[inline]
    fn load(bytes: &[u8; 16]) -> __m128i {
        let [low, high] = [0, 8].map(|at| i64::from_le_bytes(*bytes[at..].first_chunk().expect("eight of sixteen")));
        _mm_set_epi64x(high, low)
    }

    #[target_feature(enable = "sse2")]
    #[inline]
    pub(super) fn marks(block: &[u8; super::BLOCK], marks: [u8; 3]) -> u64 {
        let [first, second, third] = marks.map(|mark| _mm_set1_epi8(mark.cast_signed()));
        let (sixteens, _) = block.as_chunks::<16>();
        let bits = |bytes: &[u8; 16]| {
            let bytes = load(bytes);
            let are = _mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second));
            u64::from(_mm_movemask_epi8(_mm_or_si128(are, _mm_cmpeq_epi8(bytes, third))).cast_unsigned())
        };
        bits(&sixteens[0]) | bits(&sixteens[1]) << 16 | bits(&sixteens[2]) << 32 | bits(&sixteens[3]) << 48
    }

    #[target_feature(enable = "sse2")]
    #[inline]
    pub(super) fn not_plain(bytes: &[u8; 16]) -> u32 {
        let bytes = load(bytes);
        let is = |mark: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(mark.cast_signed()));
        let control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
        _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(is(b'"'), is(b'\\')))).cast_unsigned()
    }
}

/// The bytes that are one of three marks.
#[inline]
pub(super) fn marks(block: &[u8; BLOCK], marks: [u8; 3]) -> u64 {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: the instructions are part of every x86-64 processor.
    return unsafe { x86::marks(block, marks) };
    #[cfg(not(target_arch = "x86_64"))]
    return bits(block, |byte| u8::from(byte == marks[0]) | u8::from(byte == marks[1]) | u8::from(byte == marks[2]));
}

/// The bytes that do not stand for themselves within quotes in JSON: quotes, backslashes and control characters.
#[inline]
pub(super) fn not_plain(block: &[u8; 16]) -> u32 {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: the instructions are part of every x86-64 processor.
    return unsafe { x86::not_plain(block) };
    #[cfg(not(target_arch = "x86_64"))]
    {
        let is = |byte| u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < 0x20);
        u32::try_from(bits(block, is)).expect("sixteen bits")
    }
}

/// A bit for each byte for which `is` returns 1. Compilers turn the comparison into a few instructions for sixteen
/// bytes or more at once.
#[cfg(any(test, not(target_arch = "x86_64")))]
fn bits<const N: usize>(block: &[u8; N], is: impl Fn(u8) -> u8) -> u64 {
    let are = block.map(is);
    // Multiplied by this number, eight bytes of 0 or 1 become eight bits in the highest byte, the first one lowest.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let eights = are.as_chunks().0.iter().map(|&eight| u64::from_le_bytes(eight).wrapping_mul(GATHER) >> 56);
    eights.zip(0..).fold(0, |bits, (eight, at)| bits | eight << (8 * at))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_byte_has_its_bit(bytes in prop::array::uniform32(prop::sample::select(b",;\"\n\\\0a\x1f \x7f\x80\xc3\xff".to_vec()))) {
            let mut block = [0; BLOCK];
            block[..32].copy_from_slice(&bytes);
            block[32..].copy_from_slice(&bytes);
            let looked_for = *b",\n\"";
            prop_assert_eq!(marks(&block, looked_for), bits(&block, |byte| looked_for.contains(&byte).into()));
            let sixteen: &[u8; 16] = bytes.first_chunk().unwrap();
            let wanted = bits(sixteen, |byte| (byte == b'"' || byte == b'\\' || byte < 0x20).into());
            prop_assert_eq!(u64::from(not_plain(sixteen)), wanted);
        }
    }
}
