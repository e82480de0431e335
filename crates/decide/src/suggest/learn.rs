//! From leads to a suggestion. In: leads batch by batch, with what the rules and the lines being tried gave them; out:
//! new points, new lines, and the file with them. It is settled which leads are learnt from before anything is learnt.

use std::collections::BTreeSet;

use leadrules_language::calendar::Instant;
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{FieldId, Part as RulePart, Rule, Rules, Score, ScoreBody, StageId};
use leadrules_language::load::Loaded;
use leadrules_language::types::Truth;
use leadrules_language::words::{Text, Value, say};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::aside::{self, Known, Leak, Used};
use super::candidates::Candidate;
use super::choose::{self, Tried, choose};
use super::edit::{self, Fate};
use super::factor::{self, Factor, Factors, Grouped, Of, Picked};
use super::held::Held;
use super::held_out::{self, Clocked, HeldOut};
use super::lasting::lasting;
use super::trial::{Given, Trial};
use super::{Change, FEWEST, Refused, Settings, Suggestion, fuse, lines, pairs, points};
use crate::outcome::Outcome;
use crate::sample::{self, Clock, Part, Rows};
use crate::statistic::Ranking;
use crate::tongue;

/// At most this many lines ask for two facts at once: they are harder to read than those that ask for one.
const PAIRS: usize = 6;

/// Leads, gathered batch by batch.
#[derive(Debug)]
pub struct Learner<'a> {
    rules: &'a Rules,
    settings: Settings,
    score: &'a Score,
    /// The lines that are tried.
    tried: Vec<Candidate>,
    /// The field that says when a lead came.
    created: Option<FieldId>,
    held: Held,
    leads: Vec<Lead>,
    /// For each rule of the score and each lead: how often it gave its points.
    fired: Vec<Vec<f32>>,
}

/// A lead whose outcome is known.
#[derive(Clone, Debug)]
struct Lead {
    place: (usize, usize),
    /// The number of its row in the data.
    row: u64,
    converted: bool,
    /// When its outcome was known.
    moment: Option<Instant>,
    /// When it came.
    created: Option<Instant>,
    /// Whether it is held out if keys decide.
    by_key: bool,
}

impl<'a> Learner<'a> {
    /// A learner that has learnt nothing yet, and that is to try these lines.
    ///
    /// # Errors
    /// When a score, field or rule that the settings name does not exist.
    pub fn new(rules: &'a Rules, settings: Settings, tried: Vec<Candidate>) -> Result<Self, Refused> {
        let has_rules = |score: &&Score| matches!(score.body, ScoreBody::Rules(_));
        let score = match &settings.score {
            Some(name) => rules.scores.iter().filter(has_rules).find(|score| score.name == *name),
            None => rules.scores.iter().find(has_rules),
        };
        let score = score.ok_or_else(|| Refused::NoScore(settings.score.clone().unwrap_or_default()))?;
        let is_unknown = |name: &&String| rules.fields.iter().all(|field| field.name != **name);
        if let Some(name) = settings.ignored.iter().chain(&settings.trusted).find(is_unknown) {
            return Err(Refused::NoField(name.clone()));
        }
        let own = rules_of(score);
        let has_title = |title: &String| own.iter().any(|rule| rule.title == *title);
        if let Some(title) = settings.signs_of.iter().find(|title| !has_title(title)) {
            return Err(Refused::NoRule(title.clone()));
        }
        Ok(Self {
            rules,
            score,
            created: sample::created(rules),
            held: Held::default(),
            leads: Vec::new(),
            fired: vec![Vec::new(); own.len()],
            tried,
            settings,
        })
    }

    /// Adds a batch.
    pub fn add(&mut self, part: &Part) {
        let results = &part.trace.results;
        let places = self.held.add(&part.leads);
        let created = self.created.map(Clock::Field);
        let mut rows = Vec::with_capacity(results.rows);
        for row in 0..results.rows {
            let converted = match part.outcome[row] {
                Truth::True => true,
                Truth::False => false,
                Truth::Unknown => continue,
            };
            if results.stages[row] == StageId::EXCLUDED_NUMBER {
                continue;
            }
            let key = held_out::key(&part.leads, row);
            self.leads.push(Lead {
                place: (places.0, places.1 + row),
                row: part.rows[row],
                converted,
                moment: part.moments[row],
                created: created.as_ref().and_then(|clock| clock.of(self.rules, part, row)),
                by_key: held_out::by_key(key, self.settings.seed, self.settings.holdout),
            });
            rows.push(row);
        }
        for (rule, fired) in rules_of(self.score).iter().zip(&mut self.fired) {
            fired.extend(rows.iter().map(|row| times(rule, part, *row)));
        }
    }

    /// Whether lines about events are tried.
    #[must_use]
    pub fn tries_events(&self) -> bool {
        !self.tried.is_empty()
    }

    /// Which leads are held out: the latest, if it is known when they came or were decided.
    #[must_use]
    pub fn held_out(&self) -> HeldOut {
        let latest = |of: &dyn Fn(&Lead) -> Option<Instant>, clock: Clock, name: &str| {
            let moments: Vec<_> = self.leads.iter().map(|lead| (of(lead), lead.converted)).collect();
            let from = held_out::latest(&moments, self.settings.holdout)?;
            Some(HeldOut::Latest { by: Clocked { clock, name: name.to_owned() }, from })
        };
        let by_moment = || {
            let name = self.settings.at.as_deref()?;
            latest(&|lead| lead.moment, Clock::Moment, name)
        };
        let by_created = || {
            let field = self.created?;
            latest(&|lead| lead.created, Clock::Field(field), &self.rules.field(field).name)
        };
        let by_time = self.settings.latest.then(|| by_moment().or_else(by_created)).flatten();
        by_time.unwrap_or(HeldOut::ByKey { seed: self.settings.seed, share: self.settings.holdout })
    }

    /// What is suggested. `try_lines` says how often lines give their points ([`super::Times`]): all of them to the few leads by
    /// means of which they are chosen, then those that are chosen to all.
    ///
    /// # Errors
    /// When there are too few leads, or nothing tells them apart, or lines can't be tried.
    pub fn finish<E: From<Refused>>(
        mut self,
        loaded: &Loaded,
        outcome: &Outcome,
        try_lines: &mut dyn FnMut(&Trial<'_>) -> Result<Given, E>,
    ) -> Result<Suggestion, E> {
        self.held.close();
        self.one_sided()?;
        let held_out = self.held_out();
        let mut learns = Vec::with_capacity(self.leads.len());
        let when = |lead: &Lead| match &held_out {
            HeldOut::ByKey { .. } => lead.created.or(lead.moment),
            HeldOut::Latest { by, .. } if by.clock == Clock::Moment => lead.moment,
            HeldOut::Latest { .. } => lead.created,
        };
        for lead in &self.leads {
            learns.push(match &held_out {
                HeldOut::ByKey { .. } => !lead.by_key,
                HeldOut::Latest { from, .. } => when(lead).is_none_or(|moment| moment < *from),
            });
        }
        let learnt: Vec<&Lead> =
            self.leads.iter().zip(&learns).filter(|(_, learns)| **learns).map(|(lead, _)| lead).collect();
        let (rows, converted): (Vec<(usize, usize)>, Vec<bool>) =
            learnt.iter().map(|lead| (lead.place, lead.converted)).unzip();
        let moments: Vec<Option<Instant>> = learnt.iter().map(|lead| when(lead)).collect();
        let winners = converted.iter().filter(|converted| **converted).count();
        if winners < FEWEST || converted.len() - winners < FEWEST {
            return Err(Refused::TooFew { converted: winners, others: converted.len() - winners }.into());
        }
        let of_learnt = |values: &Vec<f32>| -> Vec<f32> {
            values.iter().zip(&learns).filter(|(_, learns)| **learns).map(|(value, _)| *value).collect()
        };
        let fired: Vec<Vec<f32>> = self.fired.drain(..).map(|fired| of_learnt(&fired)).collect();
        let numbers: Vec<u64> = learnt.iter().map(|lead| lead.row).collect();
        let known = Known {
            leads: Picked { batches: &self.held.batches, rows: &rows },
            converted: &converted,
            moments: &moments,
        };
        let (rules, score) = (self.rules, self.score);
        let own = rules_of(score);
        let ignored = self.ignored();
        let barred: Vec<bool> =
            own.iter().map(|rule| !rules.dependencies_of_rule(rule).fields.is_disjoint(&ignored)).collect();
        let mut factors = Factors::default();
        for (at, fired) in fired.into_iter().enumerate().filter(|(at, _)| !barred[*at]) {
            factors.push(Factor::counted(Of::Rule(at)), fired);
        }
        let (fields, leaks, left_aside) = self.fields(known, &ignored, outcome);
        let mut tried_on = |lines: &[Candidate], rows: &[u64], is_choice: bool| {
            let trial = Trial { lines, rows: Rows::new(rows), is_choice };
            if lines.is_empty() { Ok(Vec::new()) } else { try_lines(&trial) }
        };
        let few: Vec<u64> = choose::picked(numbers.len()).map(|at| numbers[at]).collect();
        let times = tried_on(&self.tried, &few, true)?;
        let chosen = choose(&factors, &fields, &Tried { lines: &self.tried, times: &times }, &converted);
        let is_nothing = !chosen.own && chosen.lines.is_empty() && chosen.fields.iter().all(|tells| !tells);
        if is_nothing && barred.iter().all(|barred| !barred) {
            return Err(Refused::Nothing { leaks }.into());
        }
        let mut fates: Vec<(&Rule, Fate)> =
            own.iter().zip(&barred).filter(|(_, barred)| **barred).map(|(rule, _)| (*rule, Fate::Dropped)).collect();
        let (mut lines, mut range) = (Vec::new(), None);
        if !is_nothing {
            for ((factor, values), _) in
                fields.list.into_iter().zip(fields.values).zip(&chosen.fields).filter(|(_, tells)| **tells)
            {
                factors.push(factor, values);
            }
            let lines_chosen: Vec<Candidate> = chosen.lines.iter().map(|(line, _)| self.tried[*line].clone()).collect();
            let times = tried_on(&lines_chosen, &numbers, false)?;
            for (&(line, most), times) in chosen.lines.iter().zip(times) {
                let values = times.iter().map(|times| most.map_or(*times, |most| capped(*times, most))).collect();
                factors.push(Factor::counted(Of::Line(line, most)), values);
            }
            let signs: Vec<Option<bool>> = factors.list.iter().map(|factor| self.sign(factor, &own)).collect();
            let limits = fuse::Limits { lines: self.settings.rules, signs: &signs };
            let mut grouped = fuse::fuse(&factors, &converted, &limits, &[]);
            let with_pairs = self.with_pairs(&factors, &grouped, &converted);
            if with_pairs.list.len() > factors.list.len() {
                let signs: Vec<Option<bool>> = with_pairs.list.iter().map(|factor| self.sign(factor, &own)).collect();
                let limits = fuse::Limits { lines: self.settings.rules, signs: &signs };
                let more = fuse::fuse(&with_pairs, &converted, &limits, &grouped);
                // They may sharpen the probabilities and leave the order as it was.
                if area(&with_pairs, &more, &converted) > area(&factors, &grouped, &converted) + choose::GAIN {
                    (factors, grouped) = (with_pairs, more);
                }
            }
            if let HeldOut::Latest { .. } = held_out {
                grouped = lasting(&factors, grouped, &converted, &moments);
            }
            let (new_fates, new_lines, new_range) = self.edits(&factors, grouped, &own);
            fates.extend(new_fates);
            (lines, range) = (new_lines, new_range);
        }
        fates.retain(|(rule, fate)| *fate != Fate::Points(0) && !is_same(rule, fate));
        if lines.is_empty() && fates.is_empty() {
            return Err(Refused::Nothing { leaks }.into());
        }
        let which = which(&held_out, rules);
        let remark = say!(
            "Proposed by `leadrules suggest` from what became of {leads} leads ({which}).",
            leads = converted.len(),
            which = which.short
        );
        let texts = loaded.sources.iter().map(|(_, file)| file.text.as_str());
        let names = rules.fields.iter().map(|field| field.name.as_str());
        let language = tongue::of_rules(texts, names).unwrap_or(self.settings.language);
        let remark = format!("# {}", remark.in_locale(language));
        let edited =
            edit::edit(loaded, score, range.clone(), &fates, &lines, &remark).expect("the score stands in a file");
        fates.sort_by_key(|(rule, _)| rule.id);
        let change = |(rule, fate): &(&Rule, Fate)| Change {
            title: rule.title.clone(),
            from: Amount(rule.gain.points()),
            to: match fate {
                Fate::Points(points) => Some(Amount(Points(points * 100))),
                // A row of a table stays, because of the leads that it takes.
                Fate::Dropped => (!stands_alone(score, rule)).then_some(Amount(Points::ZERO)),
            },
        };
        Ok(Suggestion {
            score: score.name.clone(),
            seed: self.settings.seed,
            which: which.long,
            learnt_from: converted.len(),
            held_out: self.leads.len() - converted.len(),
            changes: fates.iter().map(change).collect(),
            new_rules: lines::count(&lines),
            lines,
            range,
            bars: Vec::new(),
            course: Vec::new(),
            leaks,
            left_aside,
            knew_too_much: barred.contains(&true),
            edited,
        })
    }

    /// With lines that ask for two facts at once, if that tells more.
    fn with_pairs(&mut self, factors: &Factors, grouped: &[Grouped], converted: &[bool]) -> Factors {
        let pairs = pairs::pairs(self.rules, factors, grouped);
        let lines = pairs.lines();
        let few = |line| pairs.times(line, choose::picked(converted.len()));
        let times: Vec<Vec<f32>> = (0..lines.len()).into_par_iter().map(few).collect();
        let chosen = choose::together(factors, &Tried { lines: &lines, times: &times }, converted, PAIRS);
        let (first, mut factors) = (self.tried.len(), factors.clone());
        for line in chosen {
            factors.push(Factor::counted(Of::Line(first + line, None)), pairs.times(line, 0..converted.len()));
        }
        self.tried.extend(lines);
        factors
    }

    /// Refuses moments that only leads of one kind have.
    fn one_sided(&self) -> Result<(), Refused> {
        let Some(at) = &self.settings.at else { return Ok(()) };
        let count = |kind: bool| {
            let of_kind = self.leads.iter().filter(|lead| lead.converted == kind);
            (of_kind.clone().filter(|lead| lead.moment.is_some()).count() as u64, of_kind.count() as u64)
        };
        let ((converted, all_converted), (others, all_others)) = (count(true), count(false));
        // The shares of the two kinds differ by more than half.
        let apart = (converted * all_others).abs_diff(others * all_converted) * 2;
        if apart <= all_converted * all_others {
            return Ok(());
        }
        Err(Refused::OneSided {
            at: at.clone(),
            converted: Text::share(converted, all_converted),
            others: Text::share(others, all_others),
        })
    }

    /// What becomes of the rules, the new lines, and the range that the score needs.
    fn edits(
        &self,
        factors: &Factors,
        grouped: Vec<Grouped>,
        own: &[&'a Rule],
    ) -> (Vec<(&'a Rule, Fate)>, Vec<String>, Option<String>) {
        let grouped = self.told_the_other_way(factors, grouped);
        let high = self.score.range.high.map(|high| hundredths(high) / 100.0);
        let scaled = points::scale(factors, &grouped, high);
        let (mut fates, mut new) = (Vec::new(), Vec::new());
        for ((factor, grouped), points) in factors.list.iter().zip(&grouped).zip(&scaled.points) {
            match factor.of {
                Of::Rule(at) => {
                    let is_alike = grouped.groups.len() == 1 && grouped.groups[0].len() == 1;
                    let given = grouped.groups.iter().zip(points).find(|(group, _)| group.contains(&1));
                    match given.filter(|_| !is_alike) {
                        // It counts for none of the leads, or equally for all: what it is worth can't be told.
                        None => {}
                        Some((_, 0)) => fates.push((own[at], Fate::Dropped)),
                        Some((_, points)) => fates.push((own[at], Fate::Points(*points))),
                    }
                }
                Of::Field(_) | Of::Entry(..) | Of::Line(..) => {
                    new.extend(lines::lines(self.rules, factor, grouped, points, &self.tried));
                }
            }
        }
        let range = self.range(&scaled);
        (fates, new, range)
    }

    /// If not having happened within a number of days earns points, that is what the line says: the original line then
    /// counts for nothing, and the others for more.
    fn told_the_other_way(&self, factors: &Factors, grouped: Vec<Grouped>) -> Vec<Grouped> {
        let denied = |(factor, grouped): (&Factor, Grouped)| {
            let low = grouped.odds.iter().copied().fold(0.0, f64::min);
            match factor.of {
                Of::Line(at, most) if self.tried[at].can_be_denied(most) => {
                    Grouped { odds: grouped.odds.iter().map(|odds| odds - low).collect(), ..grouped }
                }
                Of::Line(..) | Of::Rule(_) | Of::Field(_) | Of::Entry(..) => grouped,
            }
        };
        factors.list.iter().zip(grouped).map(denied).collect()
    }

    /// The fields that are not to be used, including the one that says when.
    fn ignored(&self) -> BTreeSet<FieldId> {
        let settings = &self.settings;
        (0..)
            .map(FieldId)
            .zip(&self.rules.fields)
            .filter(|(_, field)| settings.ignored.contains(&field.name) || settings.at.as_ref() == Some(&field.name))
            .map(|(id, _)| id)
            .collect()
    }

    /// The fields whose value nothing looks at, as factors with what each lead has of them; those that are suspicious;
    /// and those that are set aside, and why.
    fn fields(
        &self,
        known: Known<'_>,
        ignored: &BTreeSet<FieldId>,
        outcome: &Outcome,
    ) -> (Factors, Vec<Leak>, Vec<(String, Text)>) {
        let rules = self.rules;
        let used = self.used(ignored);
        let (mut factors, mut leaks, mut left_aside) = (Factors::default(), Vec::new(), Vec::new());
        for (id, field) in (0..).map(FieldId).zip(&rules.fields) {
            // The stage before comes of the rules themselves.
            let is_hidden =
                rules.key == Some(id) || field.outcome || outcome.fields.contains(&id) || rules.is_before(id);
            if is_hidden || ignored.contains(&id) {
                continue;
            }
            let name = field.name.clone();
            if let Some((auc, why)) = aside::too_well(id, field, known) {
                let is_trusted = self.settings.trusted.contains(&name);
                let becomes = match (used.contains(&id), is_trusted) {
                    (true, _) => Used::ByRule,
                    (false, true) => Used::Trusted,
                    (false, false) => Used::No,
                };
                leaks.push(Leak { field: name.clone(), auc, why, used: becomes });
                if becomes == Used::No {
                    continue;
                }
            }
            if used.contains(&id) {
                continue;
            }
            if let Some(why) = aside::why(id, field, known) {
                left_aside.push((name, why));
                continue;
            }
            for factor in factor::of_field(id, field, known.leads) {
                let level =
                    |&(batch, row): &(usize, usize)| level_value(factor.level(&known.leads.batches[batch], row));
                let values = known.leads.rows.iter().map(level).collect();
                factors.push(factor, values);
            }
        }
        leaks.sort_by(|a, b| b.auc.total_cmp(&a.auc));
        (factors, leaks, left_aside)
    }

    /// The fields whose value something looks at already.
    fn used(&self, ignored: &BTreeSet<FieldId>) -> BTreeSet<FieldId> {
        let rules = self.rules;
        let mut used: BTreeSet<FieldId> = BTreeSet::new();
        for (_, rule) in rules.rules() {
            let looks = rules.dependencies_of_rule(rule);
            // A rule on an ignored field is dropped, and what else it looks at becomes free.
            if looks.fields.is_disjoint(ignored) {
                used.extend(looks.values);
            }
        }
        for score in &rules.scores {
            if let ScoreBody::Computed(quantity) = &score.body {
                used.extend(rules.dependencies_of_quantity(quantity).values);
            }
        }
        for line in &rules.exclusions {
            used.extend(rules.dependencies_of_condition(&line.condition).values);
        }
        used
    }

    /// The sign that a rule's points are to keep, if any.
    fn sign(&self, factor: &Factor, own: &[&Rule]) -> Option<bool> {
        let Of::Rule(at) = factor.of else { return None };
        let rule = own[at];
        let keeps = self.settings.keep_signs || self.settings.signs_of.contains(&rule.title);
        (keeps && rule.gain.points() != Points::ZERO).then(|| rule.gain.points() > Points::ZERO)
    }

    /// The range that the score needs so that nothing is cut off, if it differs from the present one.
    fn range(&self, scaled: &points::Scaled) -> Option<String> {
        let range = self.score.range;
        let least = scaled.least * 100;
        let cut = range.low.is_some_and(|low| low.0 > least);
        cut.then(|| {
            let high = range.high.map_or(String::new(), |high| high.to_string());
            let dots = if range.half_open { "..<" } else { ".." };
            format!("{}{dots}{high}", scaled.least)
        })
    }
}

/// How well leads are ranked by the log odds of their groups.
fn area(factors: &Factors, grouped: &[Grouped], converted: &[bool]) -> f64 {
    let mut odds = vec![0.0; converted.len()];
    for ((factor, values), grouped) in factors.list.iter().zip(&factors.values).zip(grouped) {
        let of: Vec<f64> = (0..factor.levels.len())
            .map(|level| {
                grouped.groups.iter().position(|group| group.contains(&level)).map_or(0.0, |at| grouped.odds[at])
            })
            .collect();
        for (odds, &value) in odds.iter_mut().zip(values) {
            *odds += if factor.is_counted() {
                of[0] + (of[1] - of[0]) * f64::from(value)
            } else {
                of[factor::level_of(factor, value)]
            };
        }
    }
    let mut ranking = Ranking::default();
    for (odds, converted) in odds.iter().zip(converted) {
        ranking.add(points::whole(odds * 1e4), *converted);
    }
    ranking.area(0.0).map_or(0.5, |area| area.auc)
}

/// Which leads were held out, for people.
struct Which {
    short: Text,
    long: Text,
}

fn which(held_out: &HeldOut, rules: &Rules) -> Which {
    match held_out {
        HeldOut::ByKey { seed, .. } => {
            let seed = &seed.to_string();
            Which {
                short: say!("seed {seed}", seed),
                long: say!("which leads are which follows from their keys and --seed {seed}", seed),
            }
        }
        HeldOut::Latest { by, from } => {
            let (day, field) = (Value::Day(rules.zone.day_of(*from)), &by.name);
            Which {
                short: say!("before {day} by {field}", day = day.clone(), field),
                long: say!("the others are the latest: their `{field}` is {day} or later", field, day),
            }
        }
    }
}

/// The rules of a score, in the order of their ids.
fn rules_of(score: &Score) -> Vec<&Rule> {
    let mut rules: Vec<&Rule> = score.parts().iter().flat_map(RulePart::rules).collect();
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// Whether a rule can be removed without harm to others.
fn stands_alone(score: &Score, rule: &Rule) -> bool {
    score.parts().iter().any(|part| matches!(part, RulePart::Rule(other) if other.id == rule.id))
}

/// How often a rule gave its points to a lead, taking decay and cap into account; for a rule with no points, whether it
/// fired.
#[expect(clippy::cast_possible_truncation, reason = "points of a rule, divided by what it gives once")]
fn times(rule: &Rule, part: &Part, row: usize) -> f32 {
    let id = rule.id.0 as usize;
    let declared = rule.gain.points();
    if declared == Points::ZERO {
        let fired = part.trace.rules[id].truth.get(row).is_some_and(|&truth| truth == Truth::True as u8);
        return f32::from(u8::from(fired));
    }
    let given = part.trace.results.rules.as_ref().map_or(0, |rules| rules[id][row]);
    (hundredths(Points(given)) / hundredths(declared)) as f32
}

#[expect(clippy::cast_precision_loss, reason = "counts are few")]
fn capped(times: f32, most: u32) -> f32 {
    times.min(most as f32)
}

#[expect(clippy::cast_precision_loss, reason = "levels are few")]
fn level_value(level: usize) -> f32 {
    level as f32
}

#[expect(clippy::cast_precision_loss, reason = "points stay far under 2^52")]
fn hundredths(points: Points) -> f64 {
    points.0 as f64
}

fn is_same(rule: &Rule, fate: &Fate) -> bool {
    *fate == Fate::Points(rule.gain.points().0 / 100) && rule.gain.points().0 % 100 == 0
}
