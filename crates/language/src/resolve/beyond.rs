//! Numbers beyond what a score can be: points and caps larger than its range, and percentages of a score that counts in
//! whole points. In: the resolved rules; out: findings. Only the form is looked at; nothing is proved here.

use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{CondKind, Gain, Group, Item, Part, QuantityKind, Rules, Score, ScoreBody};
use crate::source::Span;
use crate::words::say;

/// What there is to say about all scores.
pub(super) fn findings(rules: &Rules) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = rules.scores.iter().flat_map(of_score).collect();
    rules.walk(&mut |item| {
        if let Item::Test(cond) = item
            && let CondKind::Number(of, _) = &cond.kind
            && let QuantityKind::Score(id) = &of.kind
        {
            found.extend(share(rules, &rules.scores[usize::from(id.0)], cond.span));
        }
    });
    found
}

/// `fit >= 60%` where the score has no upper end and its rules give whole points.
fn share(rules: &Rules, score: &Score, span: Span) -> Option<Diagnostic> {
    let words = rules.text(span);
    let number = words.split([' ', '=', '<', '>']).next_back()?.strip_suffix('%')?;
    let counts_in_points = |rule: &crate::ir::Rule| {
        let is_whole = rule.gain.points().0.abs() >= 100;
        let fades = match &rule.gain {
            Gain::Once { decay, .. } => decay.is_some(),
            Gain::PerOccurrence { decay, .. } => decay.is_some(),
            Gain::PerUnit { .. } => false,
        };
        is_whole && !fades
    };
    let mut parts = score.parts().iter().flat_map(Part::rules).peekable();
    let is_far = score.range.high.is_none() && parts.peek().is_some() && parts.all(counts_in_points);
    is_far.then(|| {
        let message =
            say!("`{number}%` is hundredths of one, and `{score}` counts in whole points", number, score = &score.name);
        Diagnostic::new(&codes::LR0409, message, span, say!("hardly above nothing")).help(say!(
            "Per cent are hundredths of one, not of the most that there can be; write the number that you mean."
        ))
    })
}

/// Points and caps larger than the width of the range, unless the other rules could make up for them.
fn of_score(score: &Score) -> Vec<Diagnostic> {
    let (Some(low), Some(high), ScoreBody::Rules(parts)) = (score.range.low, score.range.high, &score.body) else {
        return Vec::new();
    };
    let width = high.0.saturating_sub(low.0);
    // How far other rules can push beyond the range, which makes large points useful; `None` if there is no limit.
    let reach = |positive: bool| -> Option<i64> {
        parts.iter().flat_map(Part::rules).filter(|rule| (rule.gain.points() > Points::ZERO) == positive).try_fold(
            0_i64,
            |sum, rule| {
                let most = match &rule.gain {
                    Gain::Once { points, .. } => Some(rule.cap.unwrap_or(*points)),
                    Gain::PerUnit { .. } | Gain::PerOccurrence { .. } => rule.cap,
                };
                Some(sum.saturating_add(most?.0.abs()))
            },
        )
    };
    let (plus, minus) = (reach(true), reach(false));
    let is_beyond = |points: Points| {
        let most = match if points < Points::ZERO { plus } else { minus } {
            Some(others) if points < Points::ZERO => others.saturating_sub(low.0),
            Some(others) => high.0.saturating_add(others),
            None => return false,
        };
        points.0.abs() > width && points.0.abs() > most
    };
    let finding = |points: Points, span: Span| {
        let message = say!(
            "{points} is more than `{score}` can hold, which goes from {low} to {high}",
            points,
            score = &score.name,
            low,
            high
        );
        let help = say!(
            "What is beyond the range is cut off. Is there a digit too many, or is the range too narrow? To set leads \
             apart whatever else they have, write an `exclude`."
        );
        Diagnostic::new(&codes::LR0620, message, span, say!("beyond the range")).help(help)
    };
    let mut found = Vec::new();
    for rule in parts.iter().flat_map(Part::rules) {
        // Where both the points and the cap are too large, one finding is enough.
        if let Some(points) =
            [Some(rule.gain.points()), rule.cap].into_iter().flatten().find(|points| is_beyond(*points))
        {
            found.push(finding(points, rule.span));
        }
    }
    for part in parts {
        if let Part::Group(Group { up_to, down_to, span, .. }) = part
            && let Some(cap) = [*up_to, *down_to].into_iter().flatten().find(|cap| is_beyond(*cap))
        {
            found.push(finding(cap, *span));
        }
    }
    found
}
