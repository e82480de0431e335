//! Lines of labels for which the lines above leave nothing. In: a model; out: findings.

use super::super::doubt::Covered;
use super::super::formula::Formula;
use super::super::model::Model;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::super::space::Picked;
use super::super::witness::Witness;
use super::found::{Findings, with_any};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, LabelBody, LabelId, Rules, StageId};
use crate::words::say;

/// How many times at most a lead that meets a line by itself is looked for.
const MOST_SAMPLES: usize = 20;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    // A line that asks for a stage that no lead has, or is never true by itself, is reported as such.
    let codes = [codes::LR0509.id, codes::LR0610.id, codes::LR0612.id];
    let dead: Vec<_> = findings.found.iter().filter(|finding| codes.contains(&finding.code.id)).collect();
    let is_stage_dead = dead.iter().any(|finding| finding.code.id != codes::LR0509.id);
    let places: Vec<_> = dead.iter().filter_map(|finding| finding.labels.first()).map(|label| label.span).collect();
    let is_dead = |condition: &Cond| {
        places.contains(&condition.span)
            || is_stage_dead && model.space.rules.dependencies_of_condition(condition).stage
    };
    let mut samples = MOST_SAMPLES;
    // Usually a lead of which nothing is known has the text of `otherwise`.
    let nobody = model.outcome(&Witness::of(&model.space, &Picked::default()));
    let nobody = nobody.map_or_else(Vec::new, |outcome| outcome.labels);
    for label in
        (0..model.space.rules.labels.len()).map(|at| LabelId(u16::try_from(at).expect("labels are counted in 16 bits")))
    {
        let usual = nobody.get(usize::from(label.0)).and_then(Option::as_ref);
        of_label(model, label, &is_dead, usual, &mut samples, findings);
    }
}

fn of_label(
    model: &Model<'_>,
    id: LabelId,
    is_dead: &dyn Fn(&Cond) -> bool,
    usual: Option<&String>,
    samples: &mut usize,
    findings: &mut Findings,
) {
    let label = model.space.rules.label(id);
    let LabelBody::Lines { lines, otherwise } = &label.body else { return };
    if !model.may_compare(lines.len() * lines.len()) {
        findings.undecided(
            label.span,
            model.who.choose(
                say!("for each line of `{label}` whether the lines above leave it any lead", label = &label.name),
                say!("for each line of `{label}` whether the lines above leave it any account", label = &label.name),
            ),
            say!("there are too many lines in labels to hold each against those above it"),
        );
        return;
    }
    // The stages whose leads are left by the lines so far; for a line that asks about nothing but stages, no search is
    // needed.
    let mut left: Vec<StageId> = model.space.rules.stages.ids().collect();
    left.retain(|stage| *stage != StageId::Excluded || !model.space.rules.exclusions.is_empty());
    // That none of the lines so far is true.
    let mut none: Vec<Formula> = Vec::new();
    let mut is_one_dead = false;
    for (at, (condition, _)) in lines.iter().enumerate() {
        let own = model.space.certain(condition);
        if is_dead(condition) {
            is_one_dead = true;
        } else if !none.is_empty() {
            let question = || say!("whether this line of `{label}` is ever reached", label = &label.name);
            let is_left = left.iter().any(|stage| by_stage(condition, *stage) != Some(false));
            let both = || Formula::And(std::iter::once(own.clone()).chain(none.iter().cloned()).collect());
            let mut verdict = if is_left { model.can_be_true(&both()) } else { Verdict::No(Covered::by_logic()) };
            if matches!(verdict, Verdict::Undecided(_)) && *samples > 0 {
                *samples -= 1;
                if let Some(reached) = sample(model, (id, at), &own) {
                    verdict = reached;
                }
            }
            if findings.is_never(&verdict, condition.span, question) {
                is_one_dead = true;
                let finding = Diagnostic::new(
                    &codes::LR0515,
                    say!("this line is never reached"),
                    condition.span,
                    model.who.choose(
                        say!("the lines above take every lead that meets it"),
                        say!("the lines above take every account that meets it"),
                    ),
                )
                .help(say!("The first line that is true gives the text. Put the line that asks for more above, or take this one out."));
                // A lead to go with each of the first few is enough.
                findings.push(if *samples > 0 {
                    *samples -= 1;
                    with_any(finding, model.space.rules, &meeting(model, (id, at), &own))
                } else {
                    finding
                });
            }
        }
        left.retain(|stage| by_stage(condition, *stage) != Some(true));
        none.push(Formula::not(own));
    }
    let Some(text) = otherwise.as_ref().filter(|_| !is_one_dead) else { return };
    if usual == Some(text) && lines.iter().all(|(_, line)| line != text) {
        return;
    }
    let verdict =
        if left.is_empty() { Verdict::No(Covered::by_logic()) } else { model.can_be_true(&Formula::And(none)) };
    let question = || say!("whether `otherwise` of `{label}` is ever reached", label = &label.name);
    if findings.is_never(&verdict, label.span, question) {
        findings.push(
            Diagnostic::new(
                &codes::LR0516,
                say!("`otherwise` of the label `{label}` is never reached", label = &label.name),
                label.span,
                model.who.choose(
                    say!("its lines take every lead that could exist"),
                    say!("its lines take every account that could exist"),
                ),
            )
            .help(model.who.choose(
                say!("No lead gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should."),
                say!("No account gets the text of `otherwise`. Leave it out, or look for a line that takes more than it should."),
            )),
        );
    }
}

/// What a condition is for leads in a stage, if the stage alone decides it.
fn by_stage(condition: &Cond, stage: StageId) -> Option<bool> {
    match &condition.kind {
        CondKind::Stage(stages) => Some(stages.contains(&stage)),
        CondKind::Not(inner) => by_stage(inner, stage).map(|is| !is),
        CondKind::And(all) => joined(all, stage, false),
        CondKind::Or(all) => joined(all, stage, true),
        _ => None,
    }
}

/// What several conditions are together, where a single one that is `decides` makes the whole that.
fn joined(all: &[Cond], stage: StageId, decides: bool) -> Option<bool> {
    let each: Vec<Option<bool>> = all.iter().map(|one| by_stage(one, stage)).collect();
    if each.contains(&Some(decides)) {
        return Some(decides);
    }
    each.iter().all(|one| *one == Some(!decides)).then_some(!decides)
}

/// A lead that meets a line, with as little known of it as will do.
fn meeting(model: &Model<'_>, (label, at): (LabelId, usize), own: &Formula) -> Reach<Witness> {
    let alone = with_lines(model.space.rules, label, at..=at);
    let is_met = |witness: &Witness, _: &_| says_own(&alone, label, witness);
    proof::shown(model, model.can_be_true(own), &is_met)
}

/// A lead that has a line's text, if the one most easily found for the line by itself does. A lead that barely meets it
/// is the likeliest to meet none of the lines above.
fn sample(model: &Model<'_>, (label, at): (LabelId, usize), own: &Formula) -> Option<Verdict> {
    let Reach::Proved(witness) = meeting(model, (label, at), own) else { return None };
    says_own(&with_lines(model.space.rules, label, 0..=at), label, &witness).then(|| Verdict::Yes(Picked::default()))
}

const OWN: &str = "own";

fn says_own(rules: &Rules, label: LabelId, witness: &Witness) -> bool {
    witness.outcome(rules).labels[usize::from(label.0)].as_deref() == Some(OWN)
}

/// The same rules with only these lines of a label, the last of which gets a text of its own.
fn with_lines(rules: &Rules, label: LabelId, range: std::ops::RangeInclusive<usize>) -> Rules {
    let mut rules = rules.clone();
    let last = *range.end();
    let body = &mut rules.labels[usize::from(label.0)].body;
    if let LabelBody::Lines { lines, otherwise } = body {
        let text = |at: usize| if at == last { OWN.to_owned() } else { String::new() };
        *lines = range.map(|at| (lines[at].0.clone(), text(at))).collect();
        *otherwise = None;
    }
    rules
}
