//! Fields and properties: their types, ranges, columns and stand-ins for an empty cell. In: a declaration as written; out:
//! the field as meant, and findings. A broken part is left out, so that rules on the field can still be checked.

use std::collections::{HashMap, HashSet};

use crate::ast;
use crate::calendar::{self, Day, form::Form};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, FieldPlaces};
use crate::source::Span;
use crate::text;
use crate::types::{Bounds, ChoiceOption, ChoiceType, DateType, NumberType, Type};
use crate::words::Text;

use super::findings::Findings;
use crate::source::quoted;

/// A field as meant; `whole` is its declaration.
pub(super) fn field(field: &ast::Field, whole: Span, findings: &mut Findings<'_>) -> ir::Field {
    let ty = type_of(field, findings);
    if let Some(span) = field.key {
        key(&ty, span, findings);
        if let Some(optional) = field.optional {
            findings.push(
                Diagnostic::new(&codes::LR0218, "the key can't be optional", optional, "may its column be missing?")
                    .help("Without its column no lead could be told from another; leave `optional` out."),
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
            Diagnostic::new(&codes::LR0218, format!("a {} can't be the key", ty.word()), span, "marked as the key")
                .help("The key tells leads apart: take a field of type text, email, integer, number or choice."),
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
                Diagnostic::new(&codes::LR0112, format!("the text `{}` has no quotes", name.text), name.span, "")
                    .help("What stands for an empty cell is a text of the data, and texts stand in quotes.")
                    .fix("put it in quotes", name.span, quoted(&name.text)),
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
            Diagnostic::new(&codes::LR0220, format!("a {} has no range", ty.word()), range.span, "a range")
                .help("Only numbers, integers and dates can be held to a range; take it out, or change the type."),
        );
    }
    ty
}

fn empty_split(split: Option<&ast::Text>, findings: &mut Findings<'_>) {
    if let Some(split) = split
        && split.value.is_empty()
    {
        findings.push(
            Diagnostic::new(&codes::LR0212, "nothing to split by", split.span, "an empty text")
                .help("Say which mark stands between two entries, as in `split by \",\"`."),
        );
    }
}

/// How dates are written, if the form can be understood.
pub(super) fn date_form(form: &ast::Text, findings: &mut Findings<'_>) -> Option<String> {
    match Form::new(&form.value) {
        Ok(_) => Some(form.value.clone()),
        Err(why) => {
            findings.push(
                Diagnostic::new(&codes::LR0221, why, form.span, "")
                    .help("The form shows how the data writes a date, such as `dd/mm/yyyy`, `m/d/yy` or `yyyymmdd`."),
            );
            None
        }
    }
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
                    Diagnostic::new(&codes::LR0204, format!("two options are called `{name}`"), span, "again")
                        .also(first, "first here")
                        .help("A cell that says so must mean one of them (capitals make no difference): take one out."),
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
            Diagnostic::new(&codes::LR0228, "too many options", options[0].name.span, "the first of them")
                .help(format!("A choice has at most {} options; a field with more is a text.", u16::MAX)),
        );
    }
    ChoiceType::new(meant)
}

/// The day of a date, which must exist.
pub(super) fn day(date: &ast::Date, findings: &mut Findings<'_>) -> Option<Day> {
    let day = calendar::day(date.year, date.month, date.day);
    if day.is_none() {
        findings.push(
            Diagnostic::new(&codes::LR0109, "there is no such day", date.span, "not in the calendar")
                .help("Dates are written year, month, day, as in `2026-11-23`; the years go from 1 to 9999."),
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
            Diagnostic::new(&codes::LR0401, "the range is upside down", range.span, "nothing lies in it")
                .help("The lower end stands first.")
                .guess_all("swap the ends", vec![(first, high), (last, low)]),
        );
    } else if range.half_open && low == high {
        findings.push(
            Diagnostic::new(&codes::LR0401, "the range is empty", range.span, "nothing lies in it")
                .help("`..<` leaves the upper end out, and here it is the lower end too; `..` takes it in."),
        );
    }
}

/// The range of a number field.
fn number_bounds(range: &ast::Range, findings: &mut Findings<'_>) -> Bounds<Decimal> {
    let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
        ast::Value::Number(number) => Some(number.value),
        other @ (ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
            findings.push(not_an_end(other.span(), "a number"));
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
            findings.push(not_an_end(other.span(), "a date such as 2026-11-23"));
            None
        }
    };
    let (low, high) = (end(&range.low), end(&range.high));
    upside_down(range, low, high, findings);
    Bounds { low, high, half_open: range.half_open }
}

/// An end of a range that is not what it should be.
pub(super) fn not_an_end(span: Span, wanted: impl Into<Text>) -> Diagnostic {
    let wanted = wanted.into();
    Diagnostic::new(&codes::LR0209, "this can't be the end of the range", span, format!("not {wanted}"))
        .help(format!("An end of this range is {wanted}, written out."))
}
