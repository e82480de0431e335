//! Rule files and data made up from seeds: every construct of the language over every type, and data that sits on the
//! seams (ends of windows, ends of months, leap days, days with 23 hours, repeated ids, unknown values). In: seeds; out:
//! text, and plain values. The same seeds always make the same. A file is a list of seeds, one per statement, so that
//! shrinking a failure drops statements, leads and events until nothing superfluous is left.

use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use proptest::prelude::*;

use crate::typed::Plain;

mod conditions;
mod data;
mod files;
mod outcomes;

/// The seeds of a rule file and its data.
#[derive(Clone, Debug)]
pub struct Seeds {
    /// For the head of the file: its zone, and which lines of the log it declares.
    pub head: u64,
    /// For the lines of the scores.
    pub lines: Vec<u64>,
    /// For exclusions, stages, labels and promises.
    pub ends: Vec<u64>,
    /// For the leads.
    pub leads: Vec<u64>,
    /// For the events.
    pub events: Vec<u64>,
}

/// Seeds of small rule files with a handful of leads and events.
pub fn seeds() -> impl Strategy<Value = Seeds> {
    let several = |most| prop::collection::vec(any::<u64>(), 0..most);
    (any::<u64>(), several(8), several(6), several(6), several(24))
        .prop_map(|(head, lines, ends, leads, events)| Seeds { head, lines, ends, leads, events })
}

/// The seeds that a number stands for.
pub fn some(number: u64) -> Seeds {
    let mut dice = Dice(number);
    let mut several = |most| (0..dice.below(most)).map(|_| dice.next()).collect();
    let (lines, ends, leads, events) = (several(8), several(6), several(6), several(24));
    Seeds { head: dice.next(), lines, ends, leads, events }
}

/// The text of a rule file.
pub fn file(seeds: &Seeds) -> String {
    files::file(seeds)
}

/// The instant at which a file is run.
pub fn as_of(seeds: &Seeds, rules: &Rules) -> Instant {
    data::as_of(seeds.head, rules)
}

/// Leads and events that fit a rule set.
pub fn data(seeds: &Seeds, rules: &Rules) -> Plain {
    data::data(seeds, rules)
}

/// Small numbers from a seed.
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("small");
        usize::try_from(self.next() % end).expect("small")
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// True once in `times`.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One to `most` of what `make` makes, separated by commas.
    pub fn list(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> String) -> String {
        let count = self.below(most) + 1;
        (0..count).map(|_| make(self)).collect::<Vec<_>>().join(", ")
    }
}

/// Texts for leads and events; rules ask for pieces of them.
const TEXTS: &[&str] = &[
    "Gent",
    "GENT",
    "gent noord",
    "Brugge",
    "Édimbourg",
    "edimbourg",
    "İstanbul",
    "Hauptstraße 5",
    "HAUPTSTRAẞE 5",
    "a \"quoted\" text",
    "back\\slash",
    "🔥 hot",
    "❤\u{fe0f}hot",
    "VP of sales",
    "MVP",
    "c++",
    "naïef",
    "ΣΑΣ",
    "vp",
    "5",
    "/pricing",
    "/docs/bot",
    "x",
];

/// Pieces of text that rules ask for.
const PIECES: &[&str] = &[
    "gent",
    "GENT ",
    "vp",
    "hot",
    "🔥",
    "c++",
    "é",
    "quoted\" t",
    "\\",
    "straße",
    "σας",
    "istanbul",
    "/",
    "5",
    "x",
    "naïef",
    "of",
    "bot",
    "zzz",
];

const PATTERNS: &[&str] =
    &["^g", "t$", "[a-f]+", "(vp|mvp)", "\\d{1,2}", "\\w\\s\\w", "[^a-z]", "é?s", ".o", "^$", "x|5", "\\+", "(a.)*b"];

const ADDRESSES: &[&str] = &["an@brewery.example", "Bo@Gmail.com", "c@a.b.example", "d@GMAIL.COM"];

const SPANS: &[&str] = &[
    "1 day", "2 days", "7 days", "30 days", "2 weeks", "1 week", "1 month", "3 months", "1 year", "12 hours",
    "36 hours",
];

const ZONES: &[&str] = &["Europe/Brussels", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC"];

/// A text as a rule file writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
