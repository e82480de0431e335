//! What tells leads apart for certain. In: the existing rules, and fields and lines about events with what each lead
//! has of them; out: the fields and lines that are worth learning from. Each is asked what it adds to what is there
//! already (the score test: C. R. Rao, 1948), and must add so much that, if everything tried were noise, the best of it
//! would add as much only once in a hundred times (Bonferroni). So noise gives nothing, however much of it there is.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::candidates::Candidate;
use super::factor::{Factor, Factors, Level, Of, level_of};
use super::fit::{Fit, Lead};
use super::fuse::State;
use super::points::whole;
use crate::statistic::{Ranking, chance, deviations};

/// How often noise may pass for something, over everything that is tried together.
const NOISE: f64 = 0.01;

/// What share of the fields that are taken to tell something may tell nothing.
const FALSE: f64 = 0.2;

/// Lines are chosen by means of at most this many leads; the others then say how much each line is worth.
const LEADS: usize = 30_000;

/// A further line must improve the ranking of the leads (AUC) by at least this much.
pub(super) const GAIN: f64 = 0.0005;

/// At most this many lines about events are chosen.
const LINES: usize = 12;

/// What is chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// For each factor that was tried, whether it tells leads apart.
    pub(super) fields: Vec<bool>,
    /// Lines, and how often each counts at most.
    pub(super) lines: Vec<(usize, Option<u32>)>,
    /// Whether the existing rules, together, tell leads apart.
    pub(super) own: bool,
}

/// Lines and, for each line, how often each lead got its points: of those leads only by means of which lines are chosen (see
/// [`picked`]).
pub(super) struct Tried<'a> {
    pub(super) lines: &'a [Candidate],
    pub(super) times: &'a [Vec<f32>],
}

/// The leads by means of which lines are chosen, out of so many.
pub(super) fn picked(leads: usize) -> impl Iterator<Item = usize> {
    (0..leads).step_by(leads.div_ceil(LEADS).max(1))
}

/// Chooses among fields and lines, given the existing rules.
pub(super) fn choose(own: &Factors, fields: &Factors, tried: &Tried<'_>, converted: &[bool]) -> Chosen {
    let variants: Vec<Variant> = (0..).zip(tried.lines).flat_map(|(at, line)| variants(at, line)).collect();
    let contrasts: Vec<Vec<Vec<usize>>> = fields.list.iter().map(contrasts).collect();
    let tests = contrasts.iter().map(Vec::len).sum::<usize>() + variants.len();
    let least = least(tests);
    let base = Base::new(own, converted);
    let own_tells = base.explains();
    let adds: Vec<f64> =
        (0..fields.list.len()).map(|at| base.best(&fields.list[at], &fields.values[at], &contrasts[at])).collect();
    let told = adds.iter().zip(&contrasts).map(|(adds, contrasts)| (*adds, contrasts.len())).collect::<Vec<_>>();
    let tells = telling(&told, least);
    let mut fixed = own.clone();
    for ((factor, values), _) in fields.list.iter().zip(&fields.values).zip(&tells).filter(|(_, tells)| **tells) {
        fixed.push(factor.clone(), values.clone());
    }
    let ends = Ends { least, most: LINES, same_sign: true };
    let lines = lines(&fixed, tried.times, &variants, converted, ends);
    Chosen { fields: tells, lines, own: own_tells }
}

/// Chooses lines that ask for two facts at once, given everything else that was chosen.
pub(super) fn together(fixed: &Factors, tried: &Tried<'_>, converted: &[bool], most: usize) -> Vec<usize> {
    let variants: Vec<Variant> = (0..tried.lines.len()).map(|line| Variant { line, most: None }).collect();
    let least = least(variants.len());
    let ends = Ends { least, most, same_sign: false };
    lines(fixed, tried.times, &variants, converted, ends).into_iter().map(|(line, _)| line).collect()
}

/// The least that must be added, in squared standard errors, if this many things are tried.
fn least(tests: usize) -> f64 {
    let z = deviations(1.0 - NOISE / tests.max(1) as f64);
    z * z
}

/// Which fields tell something, given for each the most it adds and in how many ways it was asked. If the strongest
/// can't be noise, others may tell less: among those taken to tell something, few are noise (Y. Benjamini, Y. Hochberg,
/// "Controlling the false discovery rate", 1995).
fn telling(told: &[(f64, usize)], least: f64) -> Vec<bool> {
    if told.iter().all(|(adds, _)| *adds < least) {
        return vec![false; told.len()];
    }
    // For each, how likely noise is to add as much in one of the ways.
    let chances: Vec<f64> = told.iter().map(|(adds, ways)| (chance(*adds) * *ways as f64).min(1.0)).collect();
    let mut sorted = chances.clone();
    sorted.sort_by(f64::total_cmp);
    let allowed = |rank: usize| FALSE * (rank + 1) as f64 / told.len() as f64;
    let last = (0..sorted.len()).rev().find(|rank| sorted[*rank] <= allowed(*rank));
    let most = last.map_or(0.0, |rank| sorted[rank]);
    chances.iter().map(|chance| *chance <= most).collect()
}

/// A line with the most times that it counts.
#[derive(Copy, Clone, Debug, PartialEq)]
struct Variant {
    line: usize,
    most: Option<u32>,
}

fn variants(at: usize, line: &Candidate) -> impl Iterator<Item = Variant> + '_ {
    line.caps().iter().map(move |&most| Variant { line: at, most })
}

impl Variant {
    #[expect(clippy::cast_possible_truncation, reason = "as exact as what it is made of")]
    fn of(self, times: f32) -> f32 {
        self.most.map_or(times, |most| f64::from(times).min(f64::from(most)) as f32)
    }
}

/// When lines are no longer added.
#[derive(Copy, Clone)]
struct Ends {
    /// A line must add at least this much, in squared standard errors.
    least: f64,
    /// The most lines that may be added.
    most: usize,
    /// Whether a line must point in the same direction beside the others as by itself, so that more of it does not
    /// first count for and then against.
    same_sign: bool,
}

/// Adds the line that tells the most, again and again, as long as this improves the ranking of the leads; then each is
/// compared with all others once more.
fn lines(
    fixed: &Factors,
    times: &[Vec<f32>],
    variants: &[Variant],
    converted: &[bool],
    ends: Ends,
) -> Vec<(usize, Option<u32>)> {
    let picked: Vec<usize> = picked(converted.len()).collect();
    let fixed = &picked_of(fixed, &picked);
    let converted: &[bool] = &picked.iter().map(|at| converted[*at]).collect::<Vec<bool>>();
    let with = |chosen: &[usize]| {
        let mut factors = fixed.clone();
        for variant in chosen.iter().map(|at| variants[*at]) {
            let values = times[variant.line].iter().map(|times| variant.of(*times)).collect();
            factors.push(Factor::counted(Of::Line(variant.line, variant.most)), values);
        }
        Base::new(&factors, converted)
    };
    // How much each adds, with its sign, the largest first.
    let told = |base: &Base, open: &[usize]| -> Vec<(f64, usize)> {
        let adds = |at: &usize| {
            let variant = variants[*at];
            (base.counted(&times[variant.line], &|times| variant.of(times)), *at)
        };
        let mut told: Vec<(f64, usize)> = open.par_iter().map(adds).collect();
        told.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        told
    };
    let mut base = with(&[]);
    let mut open: Vec<usize> = (0..variants.len()).collect();
    let mut signs = vec![0.0; variants.len()];
    for (adds, at) in told(&base, &open) {
        signs[at] = adds;
    }
    let fits = |adds: f64, at: usize| !ends.same_sign || adds * signs[at] > 0.0;
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < ends.most {
        let told = told(&base, &open);
        let Some(first) = told.iter().find(|(adds, at)| fits(*adds, *at)).filter(|(adds, _)| adds.abs() >= ends.least)
        else {
            break;
        };
        let with_first = with(&[&chosen[..], &[first.1]].concat());
        if with_first.area() < base.area() + GAIN {
            break;
        }
        base = with_first;
        chosen.push(first.1);
        // What tells nothing now hardly ever does later.
        open = told.iter().filter(|(adds, at)| adds.abs() > 3.0 && *at != first.1).map(|(_, at)| *at).collect();
    }
    for at in 0..chosen.len() {
        if chosen.len() < 2 {
            break;
        }
        let others: Vec<usize> = chosen.iter().copied().filter(|other| *other != chosen[at]).collect();
        let open: Vec<usize> = (0..variants.len()).filter(|variant| !others.contains(variant)).collect();
        if let Some((_, first)) = told(&with(&others), &open).iter().find(|(adds, at)| fits(*adds, *at)) {
            chosen[at] = *first;
        }
    }
    chosen.into_iter().map(|at| (variants[at].line, variants[at].most)).collect()
}

/// The same factors for some of the leads.
fn picked_of(factors: &Factors, picked: &[usize]) -> Factors {
    let values = factors.values.iter().map(|values| picked.iter().map(|at| values[*at]).collect());
    Factors { list: factors.list.clone(), values: values.collect() }
}

/// The ways to divide the values of a factor in two to see whether it tells anything: the levels on one side.
fn contrasts(factor: &Factor) -> Vec<Vec<usize>> {
    let last = factor.levels.len();
    let mut contrasts: Vec<Vec<usize>> = vec![vec![0]];
    if factor.ordered {
        contrasts.extend((2..last).map(|from| (from..last).collect()));
    }
    let is_range = matches!(factor.levels.get(1), Some(Level::Range(..)));
    if !is_range {
        contrasts.extend((1..last).map(|level| vec![level]));
    }
    contrasts
}

/// What is known already: a fit, and what it leaves unexplained for each lead.
struct Base {
    leads: Vec<Lead>,
    fit: Fit,
    /// What is left unexplained for each lead, and how much the lead weighs.
    left: Vec<(f64, f64)>,
    /// How much better than nothing it explains the leads, in squared standard errors, and with how many columns.
    explained: (f64, usize),
}

/// Sums over leads: what is unexplained, the spread, and what is shared with each column.
#[derive(Clone)]
struct Sums {
    unexplained: f64,
    spread: f64,
    shared: Vec<f64>,
}

impl Base {
    fn new(factors: &Factors, converted: &[bool]) -> Self {
        let state = State::new(factors);
        let leads = state.leads(factors, converted);
        let fit = Fit::new(&leads, state.columns(), None);
        let left: Vec<(f64, f64)> = leads.iter().map(|lead| fit.left_over(lead)).collect();
        let explained = (fit.explained(&leads), state.columns());
        Self { leads, fit, left, explained }
    }

    /// Whether the factors together tell leads apart.
    fn explains(&self) -> bool {
        let (explained, columns) = self.explained;
        let columns = columns as f64;
        // If there is nothing but noise, each column explains about one, give or take the square root of two.
        columns > 0.0 && explained > (columns + 3.5 * (2.0 * columns).sqrt()).max(7.0)
    }

    fn none(&self) -> Sums {
        Sums { unexplained: 0.0, spread: 0.0, shared: vec![0.0; self.fit.coefficients.len()] }
    }

    fn add(&self, sums: &mut Sums, at: usize, times: f64) {
        let (left, weight) = self.left[at];
        sums.unexplained += left * times;
        sums.spread += weight * times * times;
        for &(column, value) in &self.leads[at].columns {
            sums.shared[column] += weight * times * value;
        }
        *sums.shared.last_mut().expect("an intercept") += weight * times;
    }

    /// How much something adds, in squared standard errors.
    fn adds(&self, sums: &Sums) -> f64 {
        let own = self.fit.own_spread(sums.spread, &sums.shared);
        // What the columns already express adds nothing.
        if own <= 1e-4 * sums.spread { 0.0 } else { sums.unexplained * sums.unexplained / own }
    }

    /// How well it ranks the leads.
    fn area(&self) -> f64 {
        let mut ranking = Ranking::default();
        for (lead, (left, _)) in self.leads.iter().zip(&self.left) {
            // What is left over is the outcome minus its probability.
            ranking.add(whole((f64::from(u8::from(lead.converted)) - left) * 1e9), lead.converted);
        }
        ranking.area(0.0).map_or(0.5, |area| area.auc)
    }

    /// How much something that counts adds, with its sign.
    fn counted(&self, times: &[f32], of: &dyn Fn(f32) -> f32) -> f64 {
        let mut sums = self.none();
        for (at, &times) in times.iter().enumerate().filter(|(_, times)| **times != 0.0) {
            self.add(&mut sums, at, of(times).into());
        }
        self.adds(&sums) * sums.unexplained.signum()
    }

    /// The most that any of the ways to divide the values adds.
    fn best(&self, factor: &Factor, values: &[f32], contrasts: &[Vec<usize>]) -> f64 {
        let mut levels = vec![self.none(); factor.levels.len()];
        for (at, &value) in values.iter().enumerate() {
            self.add(&mut levels[level_of(factor, value)], at, 1.0);
        }
        let adds = |contrast: &Vec<usize>| {
            let mut sums = self.none();
            for level in contrast {
                sums.unexplained += levels[*level].unexplained;
                sums.spread += levels[*level].spread;
                sums.shared.iter_mut().zip(&levels[*level].shared).for_each(|(sum, more)| *sum += more);
            }
            self.adds(&sums)
        };
        contrasts.iter().map(adds).fold(0.0, f64::max)
    }
}
