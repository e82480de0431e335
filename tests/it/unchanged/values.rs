//! The same values in other words: as other programs and other countries write them.

use leadrules_language::ir::Field;
use leadrules_language::types::Type;

use super::chance::Chance;
use super::table::Table;

/// How values are written.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Words {
    /// Thousands separated, other words for yes and no, options with other capitals, days with a time
    Other,
    /// With a decimal comma and days as `dd/mm/yyyy`, as the rules declare
    Declared,
}

impl Words {
    /// Rewrites the columns of these fields.
    pub fn write(self, table: &mut Table, fields: &[Field], chance: &mut Chance) {
        for field in fields {
            let Some(at) = table.column(field) else { continue };
            for row in &mut table.rows {
                let cell = row[at].trim();
                let stands_for_nothing =
                    field.missing.iter().any(|missing| missing.to_lowercase() == cell.to_lowercase());
                if cell.is_empty() || stands_for_nothing {
                    row[at] = if chance.once_in(2) { row[at].to_uppercase() } else { row[at].clone() };
                    continue;
                }
                if let Some(written) = self.cell(cell, &field.ty, chance) {
                    row[at] = written;
                }
            }
        }
    }

    fn cell(self, text: &str, ty: &Type, chance: &mut Chance) -> Option<String> {
        match (self, ty) {
            (Self::Other, Type::Number(number) | Type::Integer(number)) => {
                let (thousand, point) = if number.decimal_comma { ('.', ',') } else { (',', '.') };
                let plain = text.replace(thousand, "");
                let (whole, fraction) = plain.split_once(point).unwrap_or((&plain, ""));
                if !whole.bytes().all(|byte| byte.is_ascii_digit()) || whole.is_empty() {
                    return None;
                }
                let between = chance.one(&[thousand.to_string(), " ".to_owned(), "\u{a0}".to_owned(), "'".to_owned()]);
                let between = if chance.once_in(3) { String::new() } else { between };
                let fraction = format!("{fraction}{}", chance.one(&["", "0", "00"]));
                let point = if fraction.is_empty() { String::new() } else { point.to_string() };
                let number = grouped(whole, &between) + &point + &fraction;
                Some(match chance.below(5) {
                    0 => format!("€ {number}"),
                    1 => format!("{number} EUR"),
                    2 => format!("+{number}"),
                    _ => number,
                })
            }
            (Self::Declared, Type::Number(number) | Type::Integer(number)) if !number.decimal_comma => {
                // Decimal marks and separators change places, even in what is not a number.
                let mark = |mark: char| match mark {
                    ',' => '.',
                    '.' => ',',
                    other => other,
                };
                Some(text.chars().map(mark).collect())
            }
            (_, Type::YesNo) => {
                let is_yes = matches!(text.to_lowercase().as_str(), "yes" | "ja" | "1");
                let (yes, no) = (["ja", "TRUE", "1", "Y", "oui", "Waar"], ["nee", "FALSE", "0", "N", "non", "Onwaar"]);
                Some(chance.one(if is_yes { &yes } else { &no }).to_owned())
            }
            (Self::Other, Type::Choice(_)) => Some(match chance.below(3) {
                0 => text.to_uppercase(),
                1 => text.to_lowercase(),
                _ => format!("\u{a0}{text} "),
            }),
            (Self::Other, Type::ListOfText { split } | Type::ListOfChoice { split, .. }) => {
                let entries: Vec<&str> = text.split(split.as_str()).map(str::trim).collect();
                Some(if chance.once_in(2) { format!("{entries:?}") } else { entries.join(&format!(" {split}  ")) })
            }
            (Self::Other, Type::Date(date)) if date.form.is_none() && text.len() == 10 => {
                Some(format!("{text}{}", chance.one(&["T00:00:00", " 12:30", "T23:59:59.999", ""])))
            }
            (Self::Declared, Type::Date(date)) if date.form.is_none() && text.len() == 10 => {
                Some(format!("{}/{}/{}", &text[8..], &text[5..7], &text[..4]))
            }
            _ => None,
        }
    }

    /// The rules, declaring this.
    pub fn declared(self, rules: &str, fields: &[Field]) -> String {
        let declare = |line: &str| {
            let name = line.split_whitespace().next().unwrap_or_default();
            let field = fields.iter().find(|field| field.name == name && line.starts_with("  "));
            let (word, more) = match field.map(|field| &field.ty) {
                Some(Type::Number(number)) if !number.decimal_comma => ("number", " decimal comma"),
                Some(Type::Integer(number)) if !number.decimal_comma => ("integer", " decimal comma"),
                Some(Type::Date(date)) if date.form.is_none() => ("date", " as \"dd/mm/yyyy\""),
                _ => return line.to_owned(),
            };
            let (before, after) = line.split_at(name.len() + 2);
            before.to_owned() + &after.replacen(word, &format!("{word}{more}"), 1)
        };
        match self {
            Self::Other => rules.to_owned(),
            Self::Declared => rules.lines().map(declare).collect::<Vec<_>>().join("\n") + "\n",
        }
    }
}

fn grouped(whole: &str, between: &str) -> String {
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push_str(between);
        }
        text.push(digit);
    }
    text
}
