//! Fields and properties: their types, ranges, columns and stand-ins for an empty cell. In: a declaration as written; out:
//! the field as meant, and findings. A broken part is left out, so that rules on the field can still be checked.

use std::collections::{HashMap, HashSet};

use crate::ast;
use crate::calendar::{self, Day};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, FieldPlaces};
use crate::source::Span;
use crate::text;
use crate::types::{Bounds, ChoiceOption, ChoiceType, DateType, NumberType, Type};
use crate::words::{Text, say};

use super::findings::Findings;
use super::form;
use crate::source::quoted;

/// A field as meant; `whole` is its declaration.
pub(super) fn field(field: &ast::Field, whole: Span, findings: &mut Findings<'_>) -> ir::Field {
    let ty = type_of(field, findings);
    if let Some(span) = field.key {
        key(&ty, span, findings);
        if let Some(optional) = field.optional {
            findings.push(
                Diagnostic::new(
                    &codes::LR0218,
                    say!("the key can't be optional"),
                    optional,
                    say!("may its column be missing?"),
                )
                .help(say!("Without its column no lead could be told from another; leave `optional` out.")),
            );
        }
    }
    let columns: Vec<String> = field.from.iter().map(|column| text::clean(&column.value).into_owned()).collect();
    ir::Field {
        name: field.name.text.clone(),
        ty,
        columns: if columns.is_empty() { vec![field.name.text.clone()] } else { columns },
        missing: missing(&field.missing, findings),
        outcome: field.outcome.is_some(),
        fixed: field.fixed.is_some(),
        optional: field.optional.is_some(),
        span: field.name.span,
        places: FieldPlaces {
            whole,
            ty: field.ty_span,
            from: field.from.iter().map(|column| column.span).collect(),
            last_option: match &field.ty {
                ast::Type::Choice(options) | ast::Type::ListOfChoice { options, .. } => {
                    options.last().map(|option| option.span)
                }
                ast::Type::Text
                | ast::Type::Email
                | ast::Type::Number { .. }
                | ast::Type::Integer { .. }
                | ast::Type::YesNo
                | ast::Type::Date { .. }
                | ast::Type::ListOfText { .. } => None,
            },
        },
    }
}

fn key(ty: &Type, span: Span, findings: &mut Findings<'_>) {
    match ty {
        Type::Text | Type::Email | Type::Number(_) | Type::Integer(_) | Type::Choice(_) => {}
        Type::YesNo | Type::Date(_) | Type::ListOfText { .. } | Type::ListOfChoice { .. } => findings.push(
            Diagnostic::new(
                &codes::LR0218,
                say!("a {type_name} can't be the key", type_name = ty.word()),
                span,
                say!("marked as the key"),
            )
            .help(say!("The key tells leads apart: take a field of type text, email, integer, number or choice.")),
        ),
    }
}

/// The texts that stand for an empty cell.
pub(super) fn missing(values: &[ast::Value], findings: &mut Findings<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for value in values {
        match value {
            ast::Value::Text(text) => texts.push(text.value.clone()),
            ast::Value::Number(number) => {
                texts.push(number.value.to_string());
                if number.written != texts[texts.len() - 1] {
                    texts.push(number.written.clone());
                }
            }
            ast::Value::Date(date) => texts.push(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
            ast::Value::Truth(truth, _) => texts.push(if *truth { "yes" } else { "no" }.to_owned()),
            ast::Value::Name(name) => findings.push(
                Diagnostic::bare(&codes::LR0112, say!("the text `{text}` has no quotes", text = &name.text), name.span)
                    .help(say!("What stands for an empty cell is a text of the data, and texts stand in quotes."))
                    .fix(say!("put it in quotes"), name.span, quoted(&name.text)),
            ),
        }
    }
    texts
}

fn type_of(field: &ast::Field, findings: &mut Findings<'_>) -> Type {
    let range = field.range.as_ref();
    let number = |decimal_comma, findings: &mut Findings<'_>| NumberType {
        decimal_comma,
        range: range.map_or_else(Bounds::default, |range| number_bounds(range, findings)),
    };
    match &field.ty {
        ast::Type::Number { decimal_comma } => return Type::Number(number(*decimal_comma, findings)),
        ast::Type::Integer { decimal_comma } => return Type::Integer(number(*decimal_comma, findings)),
        ast::Type::Date { form } => {
            let range = range.map_or_else(Bounds::default, |range| date_bounds(range, findings));
            return Type::Date(DateType { form: form.as_ref().and_then(|form| date_form(form, findings)), range });
        }
        ast::Type::Text
        | ast::Type::Email
        | ast::Type::YesNo
        | ast::Type::Choice(_)
        | ast::Type::ListOfText { .. }
        | ast::Type::ListOfChoice { .. } => {}
    }
    let split = |split: &Option<ast::Text>| split.as_ref().map_or_else(|| ";".to_owned(), |text| text.value.clone());
    let ty = match &field.ty {
        ast::Type::Text | ast::Type::Number { .. } | ast::Type::Integer { .. } | ast::Type::Date { .. } => Type::Text,
        ast::Type::Email => Type::Email,
        ast::Type::YesNo => Type::YesNo,
        ast::Type::Choice(options) => Type::Choice(choice(options, findings)),
        ast::Type::ListOfText { split: by } => {
            empty_split(by.as_ref(), findings);
            Type::ListOfText { split: split(by) }
        }
        ast::Type::ListOfChoice { options, split: by } => {
            empty_split(by.as_ref(), findings);
            Type::ListOfChoice { choice: choice(options, findings), split: split(by) }
        }
    };
    if let Some(range) = range {
        findings.push(
            Diagnostic::new(
                &codes::LR0220,
                say!("a {type_name} has no range", type_name = ty.word()),
                range.span,
                say!("a range"),
            )
            .help(say!("Only numbers, integers and dates can be held to a range; take it out, or change the type.")),
        );
    }
    ty
}

fn empty_split(split: Option<&ast::Text>, findings: &mut Findings<'_>) {
    if let Some(split) = split
        && split.value.is_empty()
    {
        findings.push(
            Diagnostic::new(&codes::LR0212, say!("nothing to split by"), split.span, say!("an empty text"))
                .help(say!("Say which mark stands between two entries, as in `split by \",\"`.")),
        );
    }
}

/// How dates are written, if the form can be understood.
pub(super) fn date_form(form: &ast::Text, findings: &mut Findings<'_>) -> Option<String> {
    let help = say!("The form shows how the data writes a date, such as `dd/mm/yyyy`, `m/d/yy` or `yyyymmdd`.");
    form::checked(form, help, findings)
}

fn choice(options: &[ast::ChoiceOption], findings: &mut Findings<'_>) -> ChoiceType {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut meant = Vec::new();
    for option in options {
        let names = std::iter::once((&option.name.text, option.name.span));
        let synonyms = option.synonyms.iter().map(|synonym| (&synonym.value, synonym.span));
        let mut own: HashSet<String> = HashSet::new();
        for (name, span) in names.chain(synonyms) {
            let key = text::key(name);
            if own.contains(&key) {
                continue;
            }
            if let Some(&first) = seen.get(&key) {
                findings.push(
                    Diagnostic::new(
                        &codes::LR0204,
                        say!("two options are called `{option}`", option = name),
                        span,
                        say!("again"),
                    )
                    .also(first, say!("first here"))
                    .help(say!(
                        "A cell that says so must mean one of them (capitals make no difference): take one out."
                    )),
                );
            } else {
                seen.insert(key.clone(), span);
            }
            own.insert(key);
        }
        meant.push(ChoiceOption {
            name: text::clean(&option.name.text).into_owned(),
            synonyms: option.synonyms.iter().map(|synonym| text::clean(&synonym.value).into_owned()).collect(),
        });
    }
    if meant.len() > usize::from(u16::MAX) {
        findings.push(
            Diagnostic::new(&codes::LR0228, say!("too many options"), options[0].name.span, say!("the first of them"))
                .help(say!(
                    "A choice has at most {count} options; a field with more is a text.",
                    count = u16::MAX.to_string()
                )),
        );
    }
    ChoiceType::new(meant)
}

/// The day of a date, which must exist.
pub(super) fn day(date: &ast::Date, findings: &mut Findings<'_>) -> Option<Day> {
    let day = calendar::day(date.year, date.month, date.day);
    if day.is_none() {
        findings.push(
            Diagnostic::new(&codes::LR0109, say!("there is no such day"), date.span, say!("not in the calendar"))
                .help(say!("Dates are written year, month, day, as in `2026-11-23`; the years go from 1 to 9999.")),
        );
    }
    day
}

/// Reports a range that contains nothing.
pub(super) fn upside_down<T: Ord>(range: &ast::Range, low: Option<T>, high: Option<T>, findings: &mut Findings<'_>) {
    let (Some(low), Some(high), Some(first), Some(last)) = (low, high, &range.low, &range.high) else { return };
    if low > high {
        let (first, last) = (first.span(), last.span());
        let (high, low) = (findings.text(last).to_owned(), findings.text(first).to_owned());
        findings.push(
            Diagnostic::new(&codes::LR0401, say!("the range is upside down"), range.span, say!("nothing lies in it"))
                .help(say!("The lower end stands first."))
                .guess_all(say!("swap the ends"), vec![(first, high), (last, low)]),
        );
    } else if range.half_open && low == high {
        findings.push(
            Diagnostic::new(&codes::LR0401, say!("the range is empty"), range.span, say!("nothing lies in it"))
                .help(say!("`..<` leaves the upper end out, and here it is the lower end too; `..` takes it in.")),
        );
    }
}

/// The range of a number field.
fn number_bounds(range: &ast::Range, findings: &mut Findings<'_>) -> Bounds<Decimal> {
    let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
        ast::Value::Number(number) => Some(number.value),
        other @ (ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
            findings.push(not_an_end(other.span(), say!("a number")));
            None
        }
    };
    let (low, high) = (end(&range.low), end(&range.high));
    upside_down(range, low, high, findings);
    Bounds { low, high, half_open: range.half_open }
}

/// The range of a date field.
fn date_bounds(range: &ast::Range, findings: &mut Findings<'_>) -> Bounds<Day> {
    let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
        ast::Value::Date(date) => day(date, findings),
        other @ (ast::Value::Text(_) | ast::Value::Number(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
            findings.push(not_an_end(other.span(), say!("a date such as 2026-11-23")));
            None
        }
    };
    let (low, high) = (end(&range.low), end(&range.high));
    upside_down(range, low, high, findings);
    Bounds { low, high, half_open: range.half_open }
}

/// An end of a range that is not what it should be.
pub(super) fn not_an_end(span: Span, wanted: Text) -> Diagnostic {
    Diagnostic::new(
        &codes::LR0209,
        say!("this can't be the end of the range"),
        span,
        say!("not {wanted}", wanted = &wanted),
    )
    .help(say!("An end of this range is {wanted}, written out.", wanted))
}
