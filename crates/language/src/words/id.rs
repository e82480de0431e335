//! What a catalogue calls a sentence. In: the English; out: an identifier, of its first words and a sum of all of it, so that
//! it reads, and no longer fits when the English changes.

/// At most this many words of the sentence are in its name.
const WORDS: usize = 8;

/// The name of a sentence: `there-is-no-field-name-4f1c2a`.
#[must_use]
pub fn id(english: &str) -> String {
    let mut name = String::new();
    let words = english.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.skip_while(|word| !word.starts_with(|c: char| c.is_ascii_alphabetic())).take(WORDS) {
        name.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        name.push('-');
    }
    if name.is_empty() {
        name.push_str("text-");
    }
    format!("{name}{:06x}", sum(english) & 0x00ff_ffff)
}

/// FNV-1a, in 32 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
