//! Statements in the wrong block, and what is said about a line when there is nothing better to say.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::context::Context;
use crate::words::{Text, say};
use leadrules_grammar::Rule;

/// A line that could be read if it were in another block.
pub fn misplaced(broken: &Broken<'_>) -> Option<Candidate> {
    let reads = |rule| leadrules_grammar::read(rule, broken.text).is_ok();
    let whole = 0..broken.text.len();
    let found = |message: Text, help: Text| {
        Some(Candidate::new(&codes::LR0122, whole.clone(), message).label(say!("stands in the wrong place")).help(help))
    };
    if let Some(found) = of_account(broken) {
        return Some(found);
    }
    if broken.context != Context::File && reads(Rule::item) && broken.tokens.len() > 1 {
        let word = broken.word(0);
        return found(
            say!("`{word}` can't stand inside another block", word),
            say!("It stands in the file itself. Perhaps the block above lacks its closing `}}`."),
        );
    }
    match broken.context {
        Context::File if broken.has_block => (broken.word(0) == "group" && reads(Rule::group_head)).then(|| {
            Candidate::new(&codes::LR0122, whole.clone(), say!("a group can't stand outside of a score"))
                .label(say!("stands in the wrong place"))
                .help(say!("Groups hold rules of one score: `score NAME {{ group \"…\" {{ … }} }}`."))
        }),
        Context::File if reads(Rule::rule_line) || reads(Rule::row_line) => found(
            say!("a rule stands outside of any score"),
            say!(
                "Rules that give points stand in a score: `score NAME {{ … }}`. Perhaps a `}}` above closes it too early."
            ),
        ),
        Context::File if reads(Rule::label_line) || reads(Rule::stage_line) => found(
            say!("this line stands outside of any block"),
            say!("Such lines stand in `exclude {{ … }}`, `label NAME {{ … }}` or `stages {{ … }}`."),
        ),
        Context::File if reads(Rule::lead_line) => found(
            say!("a field stands outside of `lead {{ … }}`"),
            say!("The fields of a lead are declared in `lead {{ … }}`. Perhaps a `}}` above closes it too early."),
        ),
        Context::File if reads(Rule::test_line) || reads(Rule::promise_line) => found(
            say!("this line stands outside of any test or promise"),
            say!("It belongs in `test \"…\" {{ … }}` or `promise \"…\" {{ … }}`."),
        ),
        Context::Events if !broken.has_block && reads(Rule::lead_line) => found(
            say!("a property stands outside of its event"),
            say!("The properties of an event stand in braces after its name: `webinar_attended {{ minutes number }}`."),
        ),
        Context::Score | Context::Group if !broken.has_block && reads(Rule::row_line) => found(
            say!("a row stands outside of a table"),
            say!("Rows stand in braces after what they are about: `employees {{ 50..99 => +10 }}`."),
        ),
        Context::Table => row_with_subject(broken),
        Context::File
        | Context::Lead
        | Context::Account
        | Context::Events
        | Context::Properties
        | Context::Ignore
        | Context::Exclude
        | Context::Score
        | Context::Group
        | Context::Stages
        | Context::Label
        | Context::Promise
        | Context::Test
        | Context::Agreement
        | Context::Unknown => None,
    }
}

/// `rank by account.tier`, `label l = size, account.tier`, `once per account.tier`: what is the account's, where only names of the lead's
/// own, or of its events, can stand.
fn of_account(broken: &Broken<'_>) -> Option<Candidate> {
    let is_one = |&at: &usize| broken.word(at) == "account" && broken.word(at + 1) == ".";
    let at = (0..broken.tokens.len()).find(is_one)?;
    let before = |back: usize| at.checked_sub(back).map_or("", |at| broken.word(at));
    let help = match (broken.word(0), before(2), before(1)) {
        (_, "once", "per") => {
            say!("An event is told apart by its own properties, or once per day, week, month or year.")
        }
        ("rank", ..) if broken.context == Context::File => {
            say!(
                "Leads are ranked by scores of their own: give them one, `score NAME = account.SCORE`, and rank by that."
            )
        }
        ("label", ..) if broken.context == Context::File && !broken.has_block => {
            say!(
                "Labels of the lead itself are joined: give it one that asks its account, `label NAME {{ account.… => \"…\" }}`, and name that."
            )
        }
        _ => return None,
    };
    let range = broken.range(at, (at + 2).min(broken.tokens.len() - 1));
    let message = say!("`{written}` can't stand here: it is what the account has", written = broken.written(&range));
    Some(Candidate::new(&codes::LR0101, range, message).label(say!("of the lead's account")).help(help))
}

/// `employees 50..99 => +10` in a table on `employees`.
fn row_with_subject(broken: &Broken<'_>) -> Option<Candidate> {
    let is_name = broken.kind(0) == Some(crate::parse::lex::Kind::Word);
    if !is_name
        || super::words::otherwise_of(broken.word(0)).is_some()
        || leadrules_grammar::read(Rule::rule_line, broken.text).is_err()
    {
        return None;
    }
    let rest = (1..broken.tokens.len().min(8)).find(|&at| {
        let start = broken.tokens[at].start;
        broken.kind(at) != Some(crate::parse::lex::Kind::Arrow)
            && leadrules_grammar::read(Rule::row_line, &broken.text[start..]).is_ok()
    });
    let subject = match rest {
        Some(rest) => 0..broken.tokens[rest].start,
        None => 0..broken.tokens[0].end,
    };
    let candidate = Candidate::new(
        &codes::LR0122,
        subject.start..broken.text[subject.clone()].trim_end().len(),
        say!("a row of a table leaves its subject out"),
    )
    .label(say!("stands at the head of the table"))
    .help(say!("The table's head says what its rows are about; a row only says which values: `50..99 => +10`."));
    Some(match rest {
        Some(_) => candidate.title(say!("leave it out")).edit(subject, ""),
        None => candidate,
    })
}

/// What is said about a line when there is nothing better to say.
pub fn unreadable(broken: &Broken<'_>) -> Candidate {
    if broken.tokens.is_empty() {
        return Candidate::new(&codes::LR0122, 0..1, say!("these braces belong to nothing"))
            .label(say!("what does it hold?"))
            .help(say!("Before `{{` stands what the block is: `lead`, `score NAME`, `group \"title\"`."));
    }
    let at_end = broken.culprit >= broken.tokens.len();
    let (line, form) = form_of(broken);
    let span = if at_end {
        let last = broken.tokens.last().map_or(0, |last| last.start);
        last..broken.text.len()
    } else {
        broken.place(broken.culprit)
    };
    let message = if at_end {
        say!("{line} breaks off after `{written}`", line, written = broken.written(&span))
    } else {
        say!("{line} can't be read from `{written}` on", line, written = broken.written(&span))
    };
    let label = if at_end { say!("something must follow") } else { say!("not understood") };
    Candidate::new(&codes::LR0101, span, message).label(label).help(form)
}

/// What such a line is called, and the form it has.
fn form_of(broken: &Broken<'_>) -> (Text, Text) {
    match broken.context {
        Context::File if broken.has_block => (
            say!("this block"),
            say!(
                "The blocks of a file are `lead`, `account`, `events`, `ignore`, `list NAME`, `exclude`, `score NAME`, `stages`, \
             `label NAME`, `promise \"…\"`, `test \"…\"` and `agreement \"…\"`."
            ),
        ),
        Context::File => (
            say!("this statement"),
            say!(
                "Outside of blocks stand `leadrules 1`, `use \"file\"`, `time zone \"…\"`, `define NAME = condition`, \
             `list NAME …`, `score NAME = …` and `rank by SCORE`."
            ),
        ),
        Context::Lead => (
            say!("this field"),
            say!(
                "A field reads `NAME TYPE`, then perhaps a range, `key`, `, from \"COLUMN\"`. The types are text, email, number, \
             integer, yes/no, date, choice {{ … }}, list of text."
            ),
        ),
        Context::Account => (
            say!("this line of the account"),
            say!(
                "An account has fields, which read `NAME TYPE` as those of a lead, and one line `leads by FIELD` that names the field of \
             a lead with the account's key."
            ),
        ),
        Context::Events => (
            say!("this line of the events"),
            say!("A kind of event reads `NAME`, or `NAME from \"text in the log\" {{ properties }}`."),
        ),
        Context::Properties => (say!("this property"), say!("A property reads `NAME TYPE`, as in `minutes number`.")),
        Context::Ignore => (say!("this line"), say!("A line here reads `EVENT where condition`.")),
        Context::Exclude => (say!("this line"), say!("A line here reads `condition => \"reason\"`.")),
        Context::Score | Context::Group if broken.has_block => (
            say!("this head"),
            say!("Braces in a score follow `group \"title\"`, or the field or quantity that a table is about."),
        ),
        Context::Score | Context::Group => (
            say!("this rule"),
            say!(
                "A rule reads `condition => +10`, then perhaps `each`, `once per day`, `, up to 20`, `, halving every 30 days`."
            ),
        ),
        Context::Table => {
            (say!("this row"), say!("A row reads `50..99 => +10`, `software, retail => +5`, `otherwise => 0`."))
        }
        Context::Stages => (
            say!("this step"),
            say!("A step reads `condition => NAME`, then perhaps `(\"former name\")` and `, kept while condition`."),
        ),
        Context::Label => (
            say!("this line"),
            say!("A line of a label reads `condition => \"text\"`, the last `otherwise => \"text\"`."),
        ),
        Context::Promise => (say!("this promise"), say!("A promise reads `never condition` or `always condition`.")),
        Context::Test => (
            say!("this line of the test"),
            say!(
                "A test has lines `lead FIELD value, …`, `event NAME 3 days ago`, `expect condition`, and perhaps `as of DATE`."
            ),
        ),
        Context::Agreement => (
            say!("this line of the agreement"),
            say!(
                "An agreement has lines `between marketing, sales`, `covers stages, label NAME`, and perhaps `review by DATE`."
            ),
        ),
        Context::Unknown => (say!("this line"), say!("No block is known that could hold it.")),
    }
}
