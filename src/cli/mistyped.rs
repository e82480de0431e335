//! What clap has to say of a command line that it can't read. In: its error; out: the same in no language yet, in English to the byte as
//! clap says it.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use leadrules_language::words::{Text, say};

/// Why a value that was typed can't be read.
#[derive(Debug)]
pub(super) struct Mistyped(pub(super) Text);

impl std::fmt::Display for Mistyped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Mistyped {}

/// Why a value can't be read, by the parser that refused it.
pub(super) fn reason(error: &Error) -> Option<Text> {
    let source = std::error::Error::source(error)?;
    Some(source.downcast_ref().map_or_else(|| Text::verbatim(source.to_string()), |Mistyped(said)| said.clone()))
}

/// All that is said, without the word before it; `None` where only clap knows how.
pub(super) fn said(error: &Error) -> Option<Text> {
    let mut whole = vec![Text::row(vec![what(error)?, listed(error)], "")];
    let tips: Vec<Text> =
        tips(error).into_iter().map(|tip| Text::row(vec![Text::verbatim(" "), say!("tip: {tip}", tip)], " ")).collect();
    if !tips.is_empty() {
        whole.push(Text::row(tips, "\n"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        whole.push(say!("Usage: {usage}", usage = usage.strip_prefix("Usage: ")?));
    }
    whole.push(say!("For more information, try '--help'."));
    Some(Text::row(whole, "\n\n"))
}

/// What is wrong, in a sentence.
fn what(error: &Error) -> Option<Text> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let number = |kind| match error.get(kind) {
        Some(ContextValue::Number(number)) => u64::try_from(*number).ok(),
        _ => None,
    };
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => say!("unexpected argument '{argument}' found", argument = argument?),
        ErrorKind::InvalidSubcommand => {
            say!("unrecognized subcommand '{command}'", command = text(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::MissingRequiredArgument => say!("the following required arguments were not provided:"),
        ErrorKind::InvalidValue if value?.is_empty() => {
            say!("a value is required for '{argument}' but none was supplied", argument = argument?)
        }
        ErrorKind::InvalidValue => {
            say!("invalid value '{value}' for '{argument}'", value = value?, argument = argument?)
        }
        ErrorKind::ValueValidation => {
            let (value, argument, why) = (value?, argument?, reason(error)?);
            say!("invalid value '{value}' for '{argument}': {why}", value, argument, why)
        }
        ErrorKind::ArgumentConflict => match (argument?, error.get(ContextKind::PriorArg)) {
            (argument, Some(ContextValue::String(other))) if argument == other => {
                say!("the argument '{argument}' cannot be used multiple times", argument)
            }
            (argument, Some(ContextValue::String(other))) => {
                say!("the argument '{argument}' cannot be used with '{other}'", argument, other)
            }
            (argument, Some(ContextValue::Strings(_))) => {
                say!("the argument '{argument}' cannot be used with:", argument)
            }
            _ => return None,
        },
        ErrorKind::NoEquals => {
            say!("equal sign is needed when assigning values to '{argument}'", argument = argument?)
        }
        ErrorKind::TooManyValues => {
            let (value, argument) = (value?, argument?);
            say!("unexpected value '{value}' for '{argument}' found; no more were expected", value, argument)
        }
        ErrorKind::TooFewValues => say!(
            "{least} values required by '{argument}'; only {given} {given|was|were} provided",
            least = number(ContextKind::MinValues)?,
            argument = argument?,
            given = number(ContextKind::ActualNumValues)?
        ),
        ErrorKind::WrongNumberOfValues => say!(
            "{wanted} values required for '{argument}' but {given} {given|was|were} provided",
            wanted = number(ContextKind::ExpectedNumValues)?,
            argument = argument?,
            given = number(ContextKind::ActualNumValues)?
        ),
        _ => return None,
    })
}

/// The arguments or values that the sentence is about, below it.
fn listed(error: &Error) -> Text {
    let lines = |all: &[String]| Text::verbatim(all.iter().map(|one| format!("\n  {one}")).collect::<String>());
    let strings = |kind| match error.get(kind) {
        Some(ContextValue::Strings(all)) if !all.is_empty() => Some(all.as_slice()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::MissingRequiredArgument => strings(ContextKind::InvalidArg).map(lines),
        ErrorKind::ArgumentConflict => strings(ContextKind::PriorArg).map(lines),
        ErrorKind::InvalidValue => strings(ContextKind::ValidValue).map(|all| {
            let values = say!("[possible values: {values}]", values = all.join(", "));
            Text::row(vec![Text::verbatim("\n"), values], "  ")
        }),
        _ => None,
    }
    .unwrap_or_else(Text::empty)
}

/// What may have been meant.
fn tips(error: &Error) -> Vec<Text> {
    let quoted = |names: &[String]| names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let mut tips = Vec::new();
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        let names = match error.get(kind) {
            Some(ContextValue::String(name)) => std::slice::from_ref(name),
            Some(ContextValue::Strings(names)) => names,
            _ => continue,
        };
        let (count, names) = (names.len(), quoted(names));
        tips.push(match (kind, count) {
            (ContextKind::SuggestedSubcommand, 1) => say!("a similar subcommand exists: {names}", names),
            (ContextKind::SuggestedSubcommand, _) => say!("some similar subcommands exist: {names}", names),
            (ContextKind::SuggestedArg, 1) => say!("a similar argument exists: {names}", names),
            (ContextKind::SuggestedArg, _) => say!("some similar arguments exist: {names}", names),
            (_, 1) => say!("a similar value exists: {names}", names),
            _ => say!("some similar values exist: {names}", names),
        });
    }
    if let Some(ContextValue::StyledStrs(further)) = error.get(ContextKind::Suggested) {
        tips.extend(further.iter().map(|tip| further_tip(&tip.to_string())));
    }
    tips
}

/// A tip that clap has only as a sentence.
fn further_tip(tip: &str) -> Text {
    let as_value = tip.strip_prefix("to pass '").and_then(|rest| rest.split_once("' as a value, use '"));
    if let Some((argument, way)) = as_value {
        return say!("to pass '{argument}' as a value, use '{way}'", argument, way = way.trim_end_matches('\''));
    }
    match tip.strip_prefix('\'').and_then(|rest| rest.strip_suffix("' exists")) {
        Some(name) => say!("'{name}' exists", name),
        None => Text::verbatim(tip),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn english_is_what_clap_says() {
        for line in [
            "check",
            "chekc x",
            "check x --daat y",
            "check x --format pdf",
            "check x --fromat text",
            "check x --data",
            "check x --deny 3",
            "check x --deny warnings --max-invalid 101%",
            "check x --as-of a --as-of b",
            "score a b c",
            "score a b --explain list",
            "score a b --top 0",
            "score a b --events e --no-events",
            "score a b --previous l --accounts-output x --top 3 --stage MQL",
            "score a b --only-changes",
            "score a b --format parquett",
            "score a b --delimiter long --header-row 0",
            "score a b -x",
            "sql r --dialect dukdb",
            "prove",
            "--colour always",
            "check x --color perhaps",
        ] {
            let words = std::iter::once("leadrules").chain(line.split(' '));
            let error = crate::cli::Args::command().try_get_matches_from(words).expect_err(line);
            let ours = said(&error).unwrap_or_else(|| panic!("{line}: {:?}", error.kind()));
            assert_eq!(format!("error: {ours}\n"), error.render().to_string(), "{line}");
        }
    }
}
