//! An explanation adds up: parts to groups, and groups to scores, with what caps and ranges took away accounted for.

use serde_json::Value;

/// Points in hundredths.
fn hundredths(value: &Value) -> i64 {
    let text = value.to_string();
    let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{whole}{places:0<2}");
    digits.parse().unwrap_or_else(|_| panic!("{text} are no points of two places"))
}

/// Whether an explanation, as JSON, adds up; the error says where it does not.
pub fn adds_up(explanation: &Value) -> Result<(), String> {
    for score in list(explanation, "scores") {
        if score["sum"].is_null() {
            continue;
        }
        let sum = hundredths(&score["sum"]);
        equal(&score["name"], "its parts", parts(score)?, sum)?;
        equal(
            &score["name"],
            "sum and range",
            sum + hundredths(&score["range_changed"]),
            hundredths(&score["points"]),
        )?;
    }
    Ok(())
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("`{name}` is a list in {value}"))
}

/// The sum of the parts of a score or a group.
fn parts(whole: &Value) -> Result<i64, String> {
    list(whole, "parts").iter().map(part).sum()
}

fn part(part: &Value) -> Result<i64, String> {
    let points = hundredths(&part["points"]);
    match part["kind"].as_str() {
        Some("rule") => rule(part)?,
        Some("table") => {
            let rows = list(part, "rows");
            equal(&part["subject"], "its rows", rows.iter().map(|row| hundredths(&row["points"])).sum(), points)?;
            rows.iter().try_for_each(rule)?;
        }
        Some("group") => {
            let sum = hundredths(&part["sum"]);
            equal(&part["title"], "its parts", parts(part)?, sum)?;
            equal(&part["title"], "sum and caps", sum + hundredths(&part["cap_changed"]), points)?;
        }
        other => return Err(format!("a part of the kind {other:?}")),
    }
    Ok(points)
}

fn rule(rule: &Value) -> Result<(), String> {
    if rule["outdone"] == Value::Bool(true) {
        return equal(&rule["title"], "outdone", 0, hundredths(&rule["points"]));
    }
    let capped = hundredths(&rule["raw"]) + hundredths(&rule["cap_changed"]);
    equal(&rule["title"], "raw and cap", capped, hundredths(&rule["points"]))
}

fn equal(of: &Value, what: &str, found: i64, wanted: i64) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{of}: {what} come to {found} hundredths, not {wanted}")) }
}

#[test]
fn points_are_read_to_the_hundredth() {
    for (text, points) in [("5", 500), ("-0.5", -50), ("12.34", 1234), ("-3", -300), ("0.07", 7)] {
        assert_eq!(hundredths(&serde_json::from_str(text).unwrap()), points);
    }
}
