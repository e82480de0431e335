//! What a cell of the input passed on is for a spreadsheet: a number or a day, if its field is one and there is no doubt about
//! it. In: a text and the type of the field; out: the value, or nothing, and the text stays a text.

use leadrules_language::calendar::form::{Form, Moment};
use leadrules_language::calendar::{Day, Zone};
use leadrules_language::types::Type;

use super::super::cell::number::{self, Mark};
use super::super::cell::time::Clock;

/// A value that spreadsheets have.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum Typed {
    /// A number, in millionths.
    Number(i64),
    /// A day.
    Day(Day),
}

/// Spreadsheets keep this many digits.
const DIGITS: usize = 15;

/// Reads a cell.
pub(super) fn typed(text: &str, of: &Type) -> Option<Typed> {
    let text = text.trim();
    match of {
        Type::Number(number) | Type::Integer(number) => {
            if text.bytes().filter(u8::is_ascii_digit).count() > DIGITS {
                return None;
            }
            let is_whole = matches!(of, Type::Integer(_));
            let read = |mark| {
                let (value, rounded) = number::read(text, mark).ok()?;
                (!(rounded || is_whole && number::looks_grouped(text, mark))).then_some(value)
            };
            // Cells that were typed already have a point, whatever the field's texts have.
            match (number.decimal_comma.then(|| read(Mark::Comma)).flatten(), read(Mark::Point)) {
                (Some(comma), Some(point)) if comma != point => None,
                (comma, point) => comma.or(point).map(Typed::Number),
            }
        }
        Type::Date(date) => {
            let form = date.form.as_ref().map(|form| Form::new(form)).transpose().ok()?;
            let zone = Zone::utc();
            match Clock::new(&zone).read(text, form.as_ref())? {
                Moment::Local(local) if local.micros == 0 => Some(Typed::Day(local.day)),
                Moment::Local(_) | Moment::Instant(_) => None,
            }
        }
        Type::Text
        | Type::Email
        | Type::YesNo
        | Type::Choice(_)
        | Type::ListOfText { .. }
        | Type::ListOfChoice { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadrules_language::types::{DateType, NumberType};

    #[test]
    fn what_is_in_doubt_stays_a_text() {
        let point = Type::Number(NumberType::default());
        let comma = Type::Number(NumberType { decimal_comma: true, ..NumberType::default() });
        let whole = Type::Integer(NumberType::default());
        for (text, of, value) in [
            ("1,234.5", &point, Some(1_234_500_000)),
            ("1.234,5", &comma, Some(1_234_500_000)),
            ("12,5", &comma, Some(12_500_000)),
            ("12.5", &comma, Some(12_500_000)),
            // 1234 as a text of this field, and 1.234 as a typed cell.
            ("1.234", &comma, None),
            ("many", &point, None),
            ("1234567890123456", &point, None),
            ("0.12345678", &point, None),
            ("1000", &whole, Some(1_000_000_000)),
            // Read as one, refused as a thousand.
            ("1.000", &whole, None),
        ] {
            assert_eq!(typed(text, of), value.map(Typed::Number), "{text}");
        }
        let iso = Type::Date(DateType::default());
        let belgian = Type::Date(DateType { form: Some("dd/mm/yyyy".to_owned()), ..DateType::default() });
        assert_eq!(typed("1970-01-03", &iso), Some(Typed::Day(2)));
        assert_eq!(typed("03/01/1970", &belgian), Some(Typed::Day(2)));
        assert_eq!(typed("1970-01-03 10:00", &iso), None);
        assert_eq!(typed("soon", &iso), None);
        assert_eq!(typed("12", &Type::Text), None);
    }
}
