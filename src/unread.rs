//! What of a single lead could not be read, in sentences. In: what reading noticed; out: for each value and event that is left out, why.

use leadrules_engine::data::{FieldReport, ReadReport};
use leadrules_language::ir::{Field, Rules};

/// What of a lead could not be read, and is unknown to every rule: values that do not fit their fields, events that say too little or
/// are of kinds that the rules do not declare. `report` comes from
/// [`Scorer::score_json_noticing`](crate::Scorer::score_json_noticing).
///
/// ```
/// use leadrules::RuleSet;
///
/// let rules = RuleSet::from_text("leadrules 1\nlead { size integer }\nscore fit { size > 9 => +20 }")?;
/// let scorer = rules.scorer(rules.as_of("2026-11-23")?).asking(None);
/// let (_, report) = scorer.score_json_noticing(r#"{"size": "many"}"#)?;
/// assert_eq!(leadrules::unread(rules.rules(), &report), ["size: \"many\", not a number"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn unread(rules: &Rules, report: &ReadReport) -> Vec<String> {
    let mut said: Vec<String> = misfits(&rules.fields, &report.fields).collect();
    let (Some(log), Some(events)) = (&rules.log, &report.events) else { return said };
    said.extend(misfits(&log.properties, &events.properties));
    for (count, why) in [
        (events.without_kind.count, "do not say what happened"),
        (events.without_time.count, "have no time that can be read"),
        (events.not_events.count, "are no objects"),
    ] {
        if count > 0 {
            said.push(format!("events: {count} {why}, and are left out"));
        }
    }
    let unknown = events.unknown_kinds.iter();
    said.extend(
        unknown.map(|(kind, count)| format!("events: {count} of a kind that the rules do not declare, \"{kind}\"")),
    );
    said
}

fn misfits<'a>(fields: &'a [Field], reports: &'a [FieldReport]) -> impl Iterator<Item = String> + 'a {
    let examples = fields
        .iter()
        .zip(reports)
        .flat_map(|(field, report)| report.invalid.examples.iter().map(move |(_, misfit)| (&field.name, misfit)));
    examples.map(|(name, misfit)| format!("{name}: \"{}\", {}", misfit.text, misfit.why))
}
