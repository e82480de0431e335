//! Numbers, texts, dates, spans of time and names.

use super::{Builder, Built, all, first, must, no_other};
use crate::ast::{Date, Instant, Number, OptionName, Period, Text, Unit, Value};
use crate::calendar;
use crate::codes;
use crate::decimal::{Decimal, NotANumber};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::say;
use leadrules_grammar::{Piece, Rule};

impl Builder<'_> {
    pub(super) fn text(&self, piece: &Piece<'_>) -> Text {
        Text { value: unescape(piece.as_str()), span: self.span(piece) }
    }

    pub(super) fn texts(&self, piece: &Piece<'_>) -> Vec<Text> {
        all(piece, Rule::text).map(|text| self.text(&text)).collect()
    }

    pub(super) fn option_name(&self, piece: Piece<'_>) -> OptionName {
        let inner = first(piece);
        if inner.as_rule() == Rule::text {
            let Text { value, span } = self.text(&inner);
            OptionName { text: crate::text::clean(&value).into_owned(), span, quoted: true }
        } else {
            let name = self.name(&inner);
            OptionName { text: name.text, span: name.span, quoted: false }
        }
    }

    /// A number with or without a sign: `-2.5`, `10k`, `15%`.
    pub(super) fn number(&mut self, piece: &Piece<'_>) -> Built<Number> {
        let (span, written) = (self.span(piece), piece.as_str().to_owned());
        match Decimal::literal(&written) {
            Ok((value, false)) => {
                self.warn_of_thousands(written.trim_start_matches(['-', '+']), span);
                Ok(Number { value, written, span })
            }
            Ok((value, true)) => Err(Box::new(
                Diagnostic::bare(&codes::LR0107, say!("`{written}` has more than six decimal places", written), span)
                    .help(say!("Numbers are exact, with six places at most, so that every run gives the same result."))
                    .fix(say!("write `{text}`", text = value.to_string()), span, value.to_string()),
            )),
            Err(NotANumber::TooLarge | NotANumber::Form) => Err(Box::new(
                Diagnostic::bare(&codes::LR0107, say!("`{written}` is too large", written), span)
                    .help(say!("Numbers stay below a million million (1_000_000M).")),
            )),
        }
    }

    /// `10.000` may be meant as ten thousand.
    fn warn_of_thousands(&mut self, plain: &str, span: Span) {
        let Some((whole, fraction)) = plain.split_once('.') else { return };
        let is_plain = plain.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit());
        if !is_plain || fraction.len() != 3 || whole.len() > 3 || whole.starts_with('0') {
            return;
        }
        let Ok((value, _)) = Decimal::literal(plain) else { return };
        let short = format!("{whole}.{fraction}").trim_end_matches('0').trim_end_matches('.').to_owned();
        let mut finding = Diagnostic::new(
            &codes::LR0108,
            say!(
                "`{written}` is read as {value}, not as {thousands} thousand",
                written = plain,
                value,
                thousands = whole
            ),
            span,
            say!("the point is the decimal point"),
        )
        .help(say!("Thousands are written with `_`, with `k`, or with nothing between them."))
        .fix(
            say!("write `{text}`, if thousands are meant", text = format!("{whole}_{fraction}")),
            span,
            format!("{whole}_{fraction}"),
        );
        if short != plain {
            finding = finding.fix(say!("write `{text}`, if not", text = &short), span, short);
        }
        self.found.push(finding);
    }

    pub(super) fn count(&self, piece: &Piece<'_>) -> Built<u32> {
        piece.as_str().replace('_', "").parse().map_err(|_| {
            let span = self.span(piece);
            Box::new(
                Diagnostic::bare(
                    &codes::LR0107,
                    say!("`{written}` is too large a count", written = piece.as_str()),
                    span,
                )
                .help(say!("Counts go up to 4_294_967_295.")),
            )
        })
    }

    pub(super) fn period(&self, piece: &Piece<'_>) -> Built<Period> {
        let count = self.count(&must(piece, Rule::count))?;
        let unit = unit(&must(piece, Rule::unit));
        let span = self.span(piece);
        if count > 1_000_000 {
            return Err(Box::new(
                Diagnostic::bare(
                    &codes::LR0107,
                    say!("`{written}` is too long a time", written = piece.as_str().trim_end()),
                    span,
                )
                .help(say!("A span of time is at most 1_000_000 of its unit.")),
            ));
        }
        Ok(Period { count, unit, span })
    }

    /// A span of time after which something repeats: never zero.
    pub(super) fn interval(&self, piece: &Piece<'_>) -> Built<Period> {
        let period = self.period(piece)?;
        if period.count > 0 {
            return Ok(period);
        }
        Err(Box::new(
            Diagnostic::new(
                &codes::LR0107,
                say!("`{written}` is no span of time", written = piece.as_str().trim_end()),
                period.span,
                say!("at least 1"),
            )
            .help(say!("Points can't change every moment; say after which time they do, as in `30 days`.")),
        ))
    }

    pub(super) fn date(&self, piece: &Piece<'_>) -> Built<Date> {
        let (written, span) = (piece.as_str(), self.span(piece));
        let year = number(&written[..4]);
        let narrow = |digits: &str| i8::try_from(number(digits)).unwrap_or(i8::MAX);
        let (month, day) = (narrow(&written[5..7]), narrow(&written[8..10]));
        if calendar::day(year, month, day).is_some() {
            return Ok(Date { year, month, day, span });
        }
        let finding = Diagnostic::bare(&codes::LR0109, say!("there is no day {written}", written), span);
        let last = (28..=31).rev().find(|&last| calendar::day(year, month, last).is_some());
        Err(Box::new(match last {
            Some(last) if day > last => {
                let near = format!("{year:04}-{month:02}-{last:02}");
                finding.help(say!("That month has {days} days.", days = last.to_string())).guess(
                    say!("write `{text}`", text = &near),
                    span,
                    near,
                )
            }
            None if day <= 12 && calendar::day(year, day, month).is_some() => {
                let swapped = format!("{year:04}-{day:02}-{month:02}");
                finding.help(say!("Dates are written year, month, day; there is no such month.")).guess(
                    say!("write `{text}`", text = &swapped),
                    span,
                    swapped,
                )
            }
            _ => finding.help(say!("Dates are written year, month, day, as in `2026-11-23`.")),
        }))
    }

    pub(super) fn instant(&self, piece: &Piece<'_>) -> Built<Instant> {
        let (written, span) = (piece.as_str().trim_end().to_owned(), self.span(piece));
        if calendar::Zone::utc().parse_as_of(&written).is_some() {
            return Ok(Instant { written, span });
        }
        Err(Box::new(
            Diagnostic::bare(&codes::LR0109, say!("there is no day or time {written}", written), span)
                .help(say!("Write a day, as in `2026-11-23`, or a time, as in `2026-11-23T12:30Z`.")),
        ))
    }

    pub(super) fn value(&mut self, piece: &Piece<'_>) -> Built<Value> {
        Ok(match piece.as_rule() {
            Rule::date => Value::Date(self.date(piece)?),
            Rule::number => Value::Number(self.number(piece)?),
            Rule::text => Value::Text(self.text(piece)),
            Rule::truth => Value::Truth(piece.as_str() == "yes", self.span(piece)),
            Rule::name => Value::Name(self.name(piece)),
            _ => no_other(piece),
        })
    }

    /// The values among the pieces inside `piece`.
    pub(super) fn values(&mut self, piece: &Piece<'_>) -> Built<Vec<Value>> {
        piece.clone().into_inner().filter(|part| is_value(part.as_rule())).map(|part| self.value(&part)).collect()
    }
}

/// Whether a piece made by `rule` is a value.
pub(super) fn is_value(rule: Rule) -> bool {
    matches!(rule, Rule::date | Rule::number | Rule::text | Rule::truth | Rule::name)
}

pub(super) fn unit(piece: &Piece<'_>) -> Unit {
    match piece.as_str().trim_end_matches('s') {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => no_other(piece),
    }
}

fn number(digits: &str) -> i16 {
    digits.parse().expect("at most four digits, as the grammar asks")
}

/// What is between the quotes. A backslash before any other character stands for itself (`"\d+"`).
fn unescape(quoted: &str) -> String {
    let inside = &quoted[1..quoted.len() - 1];
    if !inside.contains('\\') {
        return inside.to_owned();
    }
    let mut value = String::with_capacity(inside.len());
    let mut rest = inside.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            value.push(c);
            continue;
        }
        match rest.next_if(|next| matches!(next, '"' | '\\' | 'n')) {
            Some('n') => value.push('\n'),
            Some(escaped) => value.push(escaped),
            None => value.push('\\'),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(unescape(r#""a\"b\\c\n\d""#), "a\"b\\c\n\\d");
    }
}
