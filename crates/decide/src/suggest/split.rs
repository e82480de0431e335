//! Which leads are held out, to try on what was learnt from the others. In: keys and a seed; out: yes or no. The same key
//! and seed give the same answer on any machine, in any order of the leads.

/// Whether the lead with this key is held out, `share` (0 to 1) of all being so.
///
/// The key's bytes, after the eight of the seed (the lowest first), go through FNV-1a of 64 bits and the last step of
/// `MurmurHash3`; the upper 53 bits are a fraction of 1, and what lies below `share` is held out.
#[must_use]
pub fn is_held_out(key: &str, seed: u64, share: f64) -> bool {
    let bytes = seed.to_le_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes.iter().copied().chain(key.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    for factor in [0xff51_afd7_ed55_8ccd_u64, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^= hash >> 33;
    fraction(hash) < share
}

#[expect(clippy::cast_precision_loss, reason = "53 bits are what a fraction holds")]
fn fraction(hash: u64) -> f64 {
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_a_share_is_held_out() {
        let held = |seed| (0..10_000).filter(|key| is_held_out(&key.to_string(), seed, 0.3)).count();
        assert!((2800..3200).contains(&held(1)), "{}", held(1));
        let both =
            (0..10_000).filter(|key| is_held_out(&key.to_string(), 1, 0.3) && is_held_out(&key.to_string(), 2, 0.3));
        assert!((700..1100).contains(&both.count()), "seeds part leads independently of each other");
    }
}
