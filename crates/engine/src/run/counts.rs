//! What is counted over leads as they are scored. In: results, a batch at a time, in any order; out: [`Counts`].

use arrow_array::Array;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::words::{Text, say};

use crate::accounts::AccountResults;
use crate::columns::{Results, SetAside};

/// What was counted over all leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many leads there are.
    pub leads: u64,
    /// How many are at no step, and at each step.
    pub stages: Vec<u64>,
    /// How many are excluded, by the index of the exclusion.
    pub exclusions: Vec<u64>,
    /// By score id.
    pub scores: Vec<Spread>,
    /// By rule id: for how many leads it fired.
    pub fired: Vec<u64>,
    /// For each line of the promises, in the order they are written: the leads that break it.
    pub broken: Vec<Breaches>,
    /// Of the events nested in leads, how many do not count.
    pub set_aside: SetAside,
}

/// Leads that break a line of a promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breaches {
    /// How many.
    pub leads: u64,
    /// The first of them: the row, from 0, and the key.
    pub examples: Vec<(u64, Option<String>)>,
}

/// At most this many leads that break a promise are named.
const EXAMPLES: usize = 3;

impl Breaches {
    /// The first leads, as a person names them: `L1, L2, row 5, …`.
    #[must_use]
    pub fn named(&self) -> Text {
        let name = |(row, key): &(u64, Option<String>)| match key {
            Some(key) => Text::verbatim(key),
            None => say!("row {row}", row = (row + 1).to_string()),
        };
        let mut names: Vec<Text> = self.examples.iter().map(name).collect();
        if self.leads > names.len() as u64 {
            names.push(Text::verbatim("…"));
        }
        Text::row(names, ", ")
    }

    fn join(&mut self, leads: u64, examples: Vec<(u64, Option<String>)>) {
        self.leads += leads;
        self.examples.extend(examples);
        // Batches come in any order.
        self.examples.sort();
        self.examples.truncate(EXAMPLES);
    }
}

/// How a score is spread over the leads.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The least, in hundredths.
    pub least: Option<i64>,
    /// The most, in hundredths.
    pub most: Option<i64>,
    /// The sum, in hundredths.
    pub sum: i128,
    /// How many leads it is known for.
    pub known: u64,
}

impl Counts {
    /// Whether a lead breaks a promise.
    #[must_use]
    pub fn breaks_promises(&self) -> bool {
        self.broken.iter().any(|breaches| breaches.leads > 0)
    }

    /// Nothing yet.
    #[must_use]
    pub fn new(rules: &Rules) -> Self {
        Self {
            leads: 0,
            stages: vec![0; rules.stages.steps.len() + 1],
            exclusions: vec![0; rules.exclusions.len()],
            scores: vec![Spread::default(); rules.scores.len()],
            fired: vec![0; rules.rule_count()],
            broken: rules.promises.iter().flat_map(|promise| &promise.lines).map(|_| Breaches::default()).collect(),
            set_aside: SetAside::default(),
        }
    }

    /// Of all accounts of a run; `rules` are those about accounts.
    #[must_use]
    pub fn of_accounts(rules: &Rules, accounts: &AccountResults) -> Self {
        let mut counts = Self::new(rules);
        accounts.results.iter().for_each(|results| counts.add(results));
        counts
    }

    /// Takes in a batch.
    pub fn add(&mut self, results: &Results) {
        self.leads += results.rows as u64;
        self.set_aside.add(results.set_aside);
        for &stage in results.stages.iter().filter(|&&stage| stage != StageId::EXCLUDED_NUMBER) {
            self.stages[usize::from(stage)] += 1;
        }
        for place in results.exclusions.iter().flatten() {
            self.exclusions[usize::from(place)] += 1;
        }
        for (spread, score) in self.scores.iter_mut().zip(&results.scores) {
            for points in score.points.iter().flatten() {
                spread.least = Some(spread.least.map_or(points, |least| least.min(points)));
                spread.most = Some(spread.most.map_or(points, |most| most.max(points)));
                spread.sum += i128::from(points);
                spread.known += 1;
            }
        }
        for (sum, fired) in self.fired.iter_mut().zip(&results.fired) {
            *sum += fired;
        }
        let lead = |&row: &u32| {
            let key = results.keys.is_valid(row as usize).then(|| results.keys.value(row as usize).to_owned());
            (results.first_row + u64::from(row), key)
        };
        for (breaches, rows) in self.broken.iter_mut().zip(&results.broken) {
            breaches.join(rows.len() as u64, rows.iter().take(EXAMPLES).map(lead).collect());
        }
    }

    /// The same for leads that start at this row of the data.
    pub(super) fn placed(mut self, first_row: u64) -> Self {
        for (row, _) in self.broken.iter_mut().flat_map(|breaches| &mut breaches.examples) {
            *row += first_row;
        }
        self
    }

    /// Takes in what was counted over other leads.
    pub fn join(&mut self, other: Self) {
        fn add(sums: &mut [u64], others: &[u64]) {
            sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
        }
        self.leads += other.leads;
        self.set_aside.add(other.set_aside);
        add(&mut self.stages, &other.stages);
        add(&mut self.exclusions, &other.exclusions);
        add(&mut self.fired, &other.fired);
        for (breaches, other) in self.broken.iter_mut().zip(other.broken) {
            breaches.join(other.leads, other.examples);
        }
        for (spread, other) in self.scores.iter_mut().zip(other.scores) {
            spread.least = spread.least.into_iter().chain(other.least).min();
            spread.most = spread.most.into_iter().chain(other.most).max();
            spread.sum += other.sum;
            spread.known += other.known;
        }
    }

    /// How many leads are excluded.
    #[must_use]
    pub fn excluded(&self) -> u64 {
        self.exclusions.iter().sum()
    }
}
