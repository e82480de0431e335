//! What programs read: plain data as JSON, one document followed by a line end.

use serde::Serialize;
use serde_json::Value;

/// A document as JSON.
pub(super) fn json(document: &impl Serialize) -> String {
    serde_json::to_string_pretty(document).expect("plain data becomes JSON") + "\n"
}

/// The same, with fractions rounded to nine decimal places: more would only be noise from the machine.
pub(super) fn rounded(document: &impl Serialize) -> String {
    let mut value = serde_json::to_value(document).expect("plain data becomes JSON");
    round(&mut value);
    json(&value)
}

fn round(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let rounded = number.as_f64().map(|number| (number * 1e9).round() / 1e9);
            *value = rounded.map_or(Value::Null, Value::from);
        }
        Value::Array(values) => values.iter_mut().for_each(round),
        Value::Object(values) => values.values_mut().for_each(round),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
