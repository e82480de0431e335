//! The tools: names, when to use them, what they take and give, and what does the work. In: a name and arguments; out: an
//! answer as JSON that keeps to its schema, or why there is none.

use std::sync::Arc;

use leadrules_language::diagnostic;
use rmcp::handler::server::tool::{schema_for_input, schema_for_output};
use rmcp::model::{JsonObject, Tool, ToolAnnotations};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refused::{Answer, Refused};
use super::session::Session;
use super::{backtest, check, diff, explain, files, fix, init, language, prove, score, suggest, write};

/// Does the work of a tool.
type Work = Box<dyn Fn(&Session, JsonObject) -> Answer<Value> + Send + Sync>;

/// A tool that is offered.
pub(super) struct Offered {
    /// What clients are told of it.
    pub(super) tool: Tool,
    work: Work,
}

/// No answer is longer than this, in bytes: what is longer would fill what an assistant can keep in mind.
const LONGEST: usize = 60_000;

/// All tools.
pub(super) fn all() -> Vec<Offered> {
    vec![
        offered(
            "language",
            "How rules are written",
            "The rule language in short, with examples; or the page of a finding's code (LR0201). Read it before writing rules.",
            |_, asked| language::language(&asked),
        ),
        offered(
            "files",
            "Rule files and data",
            "Lists the rule files and data files there are; with a path, gives the text and hash of a rule file, or the columns of \
             a data file.",
            |session, asked| files::files(session, &asked),
        ),
        offered(
            "init",
            "A first rule file from data",
            "Makes a first rule file from a file of leads: fields with their types and columns, events, starter rules. Use it to \
             begin where there is data and no rule file.",
            |session, asked| init::init(session, &asked),
        ),
        offered(
            "check",
            "Check, test and prove rules",
            "Checks a rule file or a draft: mistakes with the way out, its tests, its promises for every lead that could exist, and \
             with `leads` what the data shows. Use it after every change; rules hold when `ok` is true.",
            check::check,
        ),
        offered(
            "fix",
            "Mend and format a draft",
            "Gives the draft with all mistakes mended that have a certain fix, in canonical form. Nothing is written.",
            fix::fix,
        ),
        offered(
            "prove",
            "What every lead can reach",
            "Proves the least and the most of each score, which stages a lead can reach, and which promises are kept, each with a \
             made-up lead. Use it to see whether bars and ranges make sense.",
            prove::prove,
        ),
        offered(
            "score",
            "Score leads",
            "Scores a file of leads and gives figures: leads by stage, how scores spread, how often each rule fires, and the best \
             leads by names of this session.",
            |session, asked| score::score(session, &asked),
        ),
        offered(
            "explain",
            "Why a lead is where it is",
            "Says for one lead which rules gave points, what is unknown, what each stage asks; with `to`, what would lift it there.",
            |session, asked| explain::explain(session, &asked),
        ),
        offered(
            "diff",
            "What a change of rules does",
            "Compares two rule sets: without data it proves what can move at all; with data it counts who moves and says which edits \
             decide it. Use it before a change is saved.",
            |session, asked| diff::diff(session, &asked),
        ),
        offered(
            "backtest",
            "Were the rules right",
            "Says what became of leads that the rules praised: conversion by stage and points, how well scores rank, which rules \
             help. Needs a column that tells the outcome.",
            |session, asked| backtest::backtest(session, &asked),
        ),
        offered(
            "suggest",
            "Points and rules from data",
            "Proposes points and new rules from what became of leads, tried on leads that nothing was learnt from. A person decides; \
             nothing is written.",
            |session, asked| suggest::suggest(session, &asked),
        ),
        writing(offered(
            "write",
            "Save rule files",
            "Saves a rule file, only if it has no errors, its tests pass and no promise can be broken. To write over a file, give the \
             hash of what it replaces.",
            write::write,
        )),
    ]
}

fn offered<A, R>(
    name: &'static str,
    title: &'static str,
    about: &'static str,
    work: impl Fn(&Session, A) -> Answer<R> + Send + Sync + 'static,
) -> Offered
where
    A: DeserializeOwned + JsonSchema + 'static,
    R: Serialize + JsonSchema + 'static,
{
    let input = schema_for_input::<A>().expect("arguments are an object");
    let known: Vec<String> =
        input.get("properties").and_then(Value::as_object).map(|of| of.keys().cloned().collect()).unwrap_or_default();
    let mut schema = plain(input.as_ref().clone());
    schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    let tool = Tool::new(name, about, Arc::new(schema))
        .with_title(title)
        .with_raw_output_schema(Arc::new(plain(schema_for_output::<R>().as_ref().clone())))
        .with_annotations(ToolAnnotations::new().read_only(true).open_world(false).idempotent(true));
    let work = move |session: &Session, arguments: JsonObject| {
        let asked = read::<A>(name, arguments, &known)?;
        let answer = work(session, asked).map_err(|refused| refused.told(|text| session.told(text)))?;
        small(serde_json::to_value(&answer).expect("plain data becomes JSON"))
    };
    Offered { tool, work: Box::new(work) }
}

/// A schema without what no reader of it needs: the names of our own types, and how wide numbers are.
fn plain(mut schema: JsonObject) -> JsonObject {
    schema.retain(|name, value| !matches!(name.as_str(), "$schema" | "title" | "format") || !value.is_string());
    for value in schema.values_mut() {
        match value {
            Value::Object(inner) => *inner = plain(std::mem::take(inner)),
            Value::Array(all) => {
                for inner in all.iter_mut().filter_map(Value::as_object_mut) {
                    *inner = plain(std::mem::take(inner));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    schema
}

fn writing(mut offered: Offered) -> Offered {
    offered.tool.annotations =
        Some(ToolAnnotations::new().read_only(false).destructive(true).idempotent(false).open_world(false));
    offered
}

/// The arguments of a call.
fn read<A: DeserializeOwned>(tool: &str, arguments: JsonObject, known: &[String]) -> Answer<A> {
    if let Some(odd) = arguments.keys().find(|name| !known.contains(name)) {
        let hint = match diagnostic::nearest(odd, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`? There are {}", known.join(", ")),
            None => format!("there are {}", known.join(", ")),
        };
        return Err(Refused::new(format!("`{tool}` takes no `{odd}`"), hint));
    }
    serde_json::from_value(Value::Object(arguments)).map_err(|error| {
        Refused::new(
            format!("the arguments of `{tool}` can't be read: {error}"),
            "look at the input schema of the tool",
        )
    })
}

/// An answer that is not too long.
fn small(answer: Value) -> Answer<Value> {
    let length = answer.to_string().len();
    if length <= LONGEST {
        return Ok(answer);
    }
    Err(Refused::new(
        format!("the answer would be {} KB long, and at most {} KB are given", length / 1_000, LONGEST / 1_000),
        "ask for less: one file, one stage, a smaller `top`; the command line shows everything",
    ))
}

impl Offered {
    /// Answers a call.
    pub(super) fn call(&self, session: &Session, arguments: JsonObject) -> Answer<Value> {
        (self.work)(session, arguments)
    }
}
