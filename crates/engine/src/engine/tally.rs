//! What rules count of events, and how what is kept of it lies in the record of a lead: a few numbers, never the events
//! themselves. In: tallies; out: the layout of a record.

use leadrules_language::calendar::DAY;
use leadrules_language::ir::Bucket;

use super::measure::Measure;
use super::moment::Moment;
use super::program::NodeId;

/// Which events are counted, and what is kept of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The kinds, sorted; `None` for any activity.
    pub kinds: Option<Vec<u16>>,
    /// What must be true of an event, in the events' program.
    pub filter: Option<NodeId>,
    /// The index of its window among those of the plan; `None` if every event up to `as of` counts.
    pub window: Option<usize>,
    /// What is kept.
    pub measure: Measure,
}

/// Where what is kept of a tally is in a record.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this column of the counts.
    Count(usize),
    /// In this field.
    Other(usize),
}

/// How a record is laid out: first the counts that stop at 255, since no rule asks for more, then the others, then the
/// fields of what is not a mere count. A record that is all zeros says that nothing happened.
#[derive(Debug)]
pub struct Layout {
    /// By tally.
    pub places: Vec<Place>,
    /// How many counts have one byte.
    pub narrow: usize,
    /// By number.
    pub fields: Vec<Field>,
    /// How many bytes a record has.
    pub size: usize,
}

/// A field of a record.
#[derive(Copy, Clone, Debug)]
pub struct Field {
    /// Its first byte.
    pub at: usize,
    /// What it keeps.
    pub keeps: Keeps,
}

/// What a field keeps.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// The age of the latest in whole days: all that rules ask of a time.
    Age,
    /// A sum of factors.
    Factors,
    /// A bit for each bucket whose number is small, and a count of the others. More than `enough` may be left out.
    Buckets {
        /// How many words there are, of 64 bits each.
        words: usize,
        /// How many buckets are enough to know.
        enough: u32,
    },
    /// A sum of factors; those of each bucket stand elsewhere until all events are in.
    Fading,
    /// A sum of values, and of how many.
    Sum,
    /// The greatest value.
    Highest,
    /// The least value.
    Lowest,
    /// A time, and the value at it.
    LatestValue,
}

/// At most this many words of bits are kept for each lead.
const MOST_WORDS: usize = 4;

/// Without a window, this many days are expected.
const EXPECTED: i64 = 400;

impl Keeps {
    fn new(tally: &Tally, enough: u32, window: (i64, i64)) -> Self {
        match tally.measure {
            Measure::Count => unreachable!("counts stand apart"),
            Measure::Latest => Self::Age,
            Measure::Factors(_) => Self::Factors,
            Measure::Buckets(bucket, None) => Self::Buckets { words: words(bucket, window), enough },
            Measure::Buckets(_, Some(_)) => Self::Fading,
            Measure::Sum(_) => Self::Sum,
            Measure::Highest(_) => Self::Highest,
            Measure::Lowest(_) => Self::Lowest,
            Measure::LatestValue(_) => Self::LatestValue,
        }
    }

    fn size(self) -> usize {
        match self {
            Self::Age => 4,
            Self::Factors | Self::Fading | Self::Highest | Self::Lowest => 8,
            Self::Buckets { words, .. } => 4 + 8 * words,
            Self::Sum => 20,
            Self::LatestValue => 16,
        }
    }
}

/// How many words hold the bits of most buckets in a window.
fn words(bucket: Bucket, (first, last): (i64, i64)) -> usize {
    let days = if first == i64::MIN { EXPECTED } else { (last - first) / DAY + 2 };
    let buckets = match bucket {
        Bucket::Days(size) => days / i64::from(size.max(1)),
        Bucket::Weeks(size) => days / 7 / i64::from(size.max(1)),
        Bucket::Months(size) => days / 28 / i64::from(size.max(1)),
        Bucket::Value(_) => 0,
    };
    usize::try_from(buckets / 64 + 1).unwrap_or(MOST_WORDS).clamp(1, MOST_WORDS)
}

impl Layout {
    /// For these tallies, seen from a moment; `enough` is, for each, the most occurrences that rules ask for.
    pub fn new(tallies: &[Tally], enough: &[u32], moment: &Moment) -> Self {
        let is_narrow = |at: usize| enough[at] <= u8::MAX.into();
        let counts = || (0..tallies.len()).filter(|&at| tallies[at].measure == Measure::Count);
        let narrow = counts().filter(|&at| is_narrow(at)).count();
        let wide = counts().count() - narrow;
        let mut layout =
            Self { places: Vec::with_capacity(tallies.len()), narrow, fields: Vec::new(), size: narrow + 4 * wide };
        let (mut next_narrow, mut next_wide) = (0, narrow);
        for (at, tally) in tallies.iter().enumerate() {
            let place = if tally.measure == Measure::Count {
                let next = if is_narrow(at) { &mut next_narrow } else { &mut next_wide };
                *next += 1;
                Place::Count(*next - 1)
            } else {
                let keeps = Keeps::new(tally, enough[at], moment.window(at));
                layout.fields.push(Field { at: layout.size, keeps });
                layout.size += keeps.size();
                Place::Other(layout.fields.len() - 1)
            };
            layout.places.push(place);
        }
        // Counts of one byte are added to four or eight at a time, as many as are left.
        let rest = if narrow % 8 == 0 {
            0
        } else if narrow % 8 <= 4 {
            4
        } else {
            8
        };
        layout.size = layout.size.max(narrow / 8 * 8 + rest);
        layout
    }
}
