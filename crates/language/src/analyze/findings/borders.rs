//! Where ranges meet: gaps between the rows of a table, and values that two rules count because their ranges overlap. In: a
//! model; out: findings.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::calendar::Day;
use crate::codes;
use crate::decimal::{Decimal, SCALE};
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, DateRange, FieldId, Gain, Part, Quantity, QuantityKind, RowKind, Rule, Subject};
use crate::reference::{Lead, LeadOutcome};
use crate::types::{Truth, Type, Value};
use crate::words::{self, say};

use super::super::model::Model;
use super::super::proof;
use super::super::space::Picked;
use super::super::witness::Witness;
use super::found::Findings;

/// At most this many pairs of overlapping ranges are reported.
const MOST_PAIRS: usize = 50_000;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let mut left = MOST_PAIRS;
    for score in &model.space.rules.scores {
        tables(model, score.parts(), &mut findings.found);
        twice(model, score.parts(), &mut left, findings);
    }
}

/// What a range is of.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Of {
    Number { field: FieldId, is_whole: bool },
    Days(FieldId),
}

/// Closed ranges, in millionths or days.
type Ranges = Vec<Ends>;

/// The first and the last value; `None` is open.
type Ends = (Option<i128>, Option<i128>);

/// A row or rule, and the values that it takes.
type Taken<'a> = (Ends, &'a Rule, Of);

fn step(of: Of) -> i128 {
    match of {
        Of::Number { is_whole: true, .. } => SCALE,
        Of::Number { is_whole: false, .. } | Of::Days(_) => 1,
    }
}

fn shown(of: Of, value: i128) -> words::Value {
    match of {
        Of::Number { .. } => Decimal(value).into(),
        Of::Days(_) => Day::try_from(value).map_or_else(|_| value.to_string().into(), words::Value::Day),
    }
}

/// The values of one number or date for which a condition holds, if it is as simple as that.
fn ranges(model: &Model<'_>, condition: &Cond) -> Option<(Of, Ranges)> {
    let rules = model.space.rules;
    match &condition.kind {
        CondKind::Number(Quantity { kind: QuantityKind::Field(id), .. }, ranges) => {
            let of = Of::Number { field: *id, is_whole: matches!(rules.field(*id).ty, Type::Integer(_)) };
            let step = step(of);
            let low = |(end, closed): (Decimal, bool)| {
                let up = -(-end.0).div_euclid(step) * step;
                if !closed && up == end.0 { up + step } else { up }
            };
            let high = |(end, closed): (Decimal, bool)| {
                let down = end.0.div_euclid(step) * step;
                if !closed && down == end.0 { down - step } else { down }
            };
            Some((of, ranges.iter().map(|range| (range.low.map(low), range.high.map(high))).collect()))
        }
        CondKind::Date(Subject::Field(id), ranges) => {
            let days = ranges.iter().map(|range| match range {
                DateRange::Days(first, last) => Some((first.map(i128::from), last.map(i128::from))),
                DateRange::Window(_) => None,
            });
            Some((Of::Days(*id), days.collect::<Option<Ranges>>()?))
        }
        _ => None,
    }
}

fn tables(model: &Model<'_>, parts: &[Part], findings: &mut Vec<Diagnostic>) {
    for part in parts {
        match part {
            Part::Rule(_) => {}
            Part::Group(group) => tables(model, &group.parts, findings),
            Part::Table(table) => {
                if table.rows.iter().any(|row| row.kind == RowKind::Otherwise) {
                    continue;
                }
                let mut all: Vec<Taken<'_>> = Vec::new();
                for row in table.rows.iter().filter(|row| row.kind == RowKind::Values) {
                    let Some((of, ranges)) = ranges(model, &row.rule.condition) else { continue };
                    all.extend(ranges.into_iter().map(|range| (range, &row.rule, of)));
                }
                all.sort_by_key(|(range, _, _)| range.0);
                for two in all.windows(2) {
                    gap(model, &two[0], &two[1], findings);
                }
            }
        }
    }
}

/// Reports values that fall between two rows by a hair's breadth: a gap that is narrow compared with the rows around
/// it.
fn gap(
    model: &Model<'_>,
    (below, first, of): &Taken<'_>,
    (above, second, _): &Taken<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let (Some(end), Some(start)) = (below.1, above.0) else { return };
    let of = *of;
    let step = step(of);
    let missing = (start - end) / step - 1;
    if missing <= 0 {
        return;
    }
    let width = |range: &Ends| Some((range.1? - range.0?) / step + 1);
    let narrowest = [width(below), width(above)].into_iter().flatten().filter(|width| *width > 1).min();
    let (from, to) = (shown(of, end + step), shown(of, start - step));
    let is_hairline = match of {
        // 199 and 200 for a number that may have decimal places.
        Of::Number { is_whole: false, .. } => start - end <= SCALE,
        Of::Number { is_whole: true, .. } | Of::Days(_) => missing == 1,
    };
    if is_hairline {
        let message = if from == to {
            say!("{value} falls between two rows", value = from)
        } else {
            say!("a value such as {value} falls between two rows", value = shown(of, end + (start - end) / 2))
        };
        let help = match of {
            Of::Number { is_whole: false, .. } => say!(
                "The field is a number and may have places: write `..<{number}` for the lower row, so that they meet.",
                number = Decimal(start).to_string()
            ),
            Of::Number { is_whole: true, .. } | Of::Days(_) => say!("Let the two rows meet, or say what it gives."),
        };
        let mut finding =
            Diagnostic::new(&codes::LR0408, message, second.left, say!("begins at {value}", value = shown(of, start)))
                .also(first.left, say!("ends at {value}", value = shown(of, end)))
                .help(help);
        finding.witness = example(model, of, end + (start - end) / 2 / step * step, &[(first, false), (second, false)]);
        findings.extend(Some(finding).filter(|finding| is_shown(model, of, finding)));
    } else if narrowest.is_some_and(|width| missing * 8 <= width) {
        let mut finding =
            Diagnostic::new(
                &codes::LR0407,
                say!("{from} to {to} are in no row", from, to),
                second.left,
                say!("begins at {value}", value = shown(of, start)),
            )
            .also(first.left, say!("ends at {value}", value = shown(of, end)))
            .help(say!("The gap is small beside the rows around it. If these values are to give nothing, say so: a row with `=> 0`."));
        finding.witness = example(model, of, end + step, &[(first, false), (second, false)]);
        findings.extend(Some(finding).filter(|finding| is_shown(model, of, finding)));
    }
}

/// Reports rules outside tables whose ranges overlap, so that some values are counted by both.
fn twice(model: &Model<'_>, parts: &[Part], left: &mut usize, findings: &mut Findings) {
    let mut plain: Vec<Taken<'_>> = Vec::new();
    for part in parts {
        match part {
            Part::Rule(rule)
                if matches!(rule.gain, Gain::Once { decay: None, .. }) && rule.in_force(model.space.today) =>
            {
                if let Some((of, ranges)) = ranges(model, &rule.condition)
                    && let [range] = ranges.as_slice()
                {
                    plain.push((*range, rule, of));
                }
            }
            Part::Group(group) if !group.best => twice(model, &group.parts, left, findings),
            Part::Rule(_) | Part::Table(_) | Part::Group(_) => {}
        }
    }
    let mut pairs = overlaps(&plain, *left);
    if pairs.len() > *left {
        pairs.truncate(*left);
        findings.undecided(
            plain[0].1.left,
            say!("which values further rules count twice"),
            say!("more than {most} pairs of ranges overlap", most = MOST_PAIRS.to_string()),
        );
    }
    *left -= pairs.len();
    for (at, before, (low, high)) in pairs {
        let ((_, rule, of), (_, other, _)) = (&plain[at], &plain[before]);
        let message = if low == high {
            say!("{value} is counted twice", value = shown(*of, low))
        } else {
            say!("{from} to {to} are counted twice", from = shown(*of, low), to = shown(*of, high))
        };
        let mut finding = Diagnostic::new(
            &codes::LR0513,
            message,
            rule.left,
            say!("takes it too"),
        )
        .also(other.left, say!("takes it"))
        .help(say!("Rules add up. Let one of the ranges end before it, or write both as rows of a table, which gives the points of one."));
        finding.witness = example(model, *of, low, &[(rule, true), (other, true)]);
        if is_shown(model, *of, &finding) {
            findings.push(finding);
        }
    }
}

/// The pairs of ranges that overlap with neither containing the other, with the values in both; a range within another
/// is meant to give more. They are given by index, the later first, in order; no more than one pair beyond `most`.
fn overlaps(plain: &[Taken<'_>], most: usize) -> Vec<(usize, usize, (i128, i128))> {
    let mut order: Vec<usize> = (0..plain.len()).filter(|at| plain[*at].0.0 != plain[*at].0.1).collect();
    order.sort_by_key(|at| plain[*at].0.0);
    // Those that begin earlier, by what they are ranges of and by their end.
    let mut open: BTreeMap<(Of, i128), Vec<usize>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for alike in order.chunk_by(|a, b| plain[*a].0.0 == plain[*b].0.0) {
        for at in alike {
            let ((Some(low), last), _, of) = plain[*at] else { continue };
            let until = last.map_or(Bound::Included((of, i128::MAX)), |last| Bound::Excluded((of, last)));
            if last.is_some_and(|last| last < low) {
                continue;
            }
            for ((_, high), earlier) in open.range((Bound::Included((of, low)), until)) {
                for other in earlier {
                    if pairs.len() > most {
                        return pairs;
                    }
                    pairs.push(((*at).max(*other), (*at).min(*other), (low, *high)));
                }
            }
        }
        for at in alike {
            let ((_, last), _, of) = plain[*at];
            if let Some(last) = last {
                open.entry((of, last)).or_default().push(*at);
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// A lead of which only this is known, if each of the rules is met, or not met, as given.
fn example(model: &Model<'_>, of: Of, value: i128, met: &[(&Rule, bool)]) -> Option<String> {
    let rules = model.space.rules;
    let (field, known) = match of {
        Of::Number { field, .. } => (field, Value::Number(Decimal(value))),
        Of::Days(field) => (field, Value::Date(i32::try_from(value).ok()?)),
    };
    let is_so = |outcome: &LeadOutcome| {
        let is_met = |rule: &Rule| outcome.rules[rule.id.0 as usize].truth == Truth::True;
        met.iter().all(|(rule, met)| is_met(rule) == *met)
    };
    if model.kin.is_some() {
        let (variable, cells) = model.space.field_asked(field)?;
        let is_in = |span: &Option<(i128, i128)>| span.is_some_and(|(low, high)| low <= value && value <= high);
        let mut picked = Picked { cells: vec![None; model.space.sizes.len()], values: vec![(field, Some(known))] };
        picked.cells[variable] = Some(cells.spans.iter().position(is_in)?);
        let shown = proof::real(model, &model.space, &picked, &|_, outcome| is_so(outcome)).ok()?;
        return Some(shown.lines(rules).join("\n"));
    }
    let mut lead = Lead { fields: vec![None; rules.fields.len()] };
    lead.fields[usize::from(field.0)] = Some(known);
    let witness = Witness { lead, events: Vec::new(), as_of: model.space.as_of, company: None };
    let outcome = model.outcome(&witness)?;
    is_so(&outcome).then(|| witness.lines(rules).join("\n"))
}

/// Whether something is worth saying: of what leads and accounts ask of each other, only if somebody was found of whom it is true.
fn is_shown(model: &Model<'_>, of: Of, finding: &Diagnostic) -> bool {
    let (Of::Number { field, .. } | Of::Days(field)) = of;
    model.space.rules.is_declared(field) || finding.witness.is_some()
}
