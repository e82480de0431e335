//! Times as e-mails write them, and times at a named place, neither of which ISO 8601 knows. In: a trimmed text; out:
//! an instant, if the text leaves no doubt which one is meant.

use jiff::fmt::rfc2822;
use leadrules_language::calendar::form::split_offset;
use leadrules_language::calendar::{Instant, Zone};

/// A time in RFC 2822, with a four-digit year and an unambiguous offset: `Mon, 23 Nov 2026 10:00:00 +0100`,
/// `23 Nov 2026 10:00 GMT`; a remark in brackets may follow.
pub(super) fn of_mail(text: &str) -> Option<Instant> {
    let without_remark = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map_or(text, |(time, _)| time);
    let (before, offset) = split_offset(without_remark.trim_end())?;
    let has_year =
        before.split_ascii_whitespace().any(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()));
    if !has_year {
        return None;
    }
    let as_utc = rfc2822::DateTimeParser::new().parse_timestamp(format!("{before} +0000")).ok()?;
    as_utc.as_microsecond().checked_sub(offset)
}

/// A time in ISO 8601 followed by a place, `2026-11-23 10:00 Europe/Brussels` or `2026-11-23T10:00[Europe/Brussels]`:
/// what comes before the place, and the zone. Abbreviations are ambiguous and do not count.
pub(super) fn at_place(text: &str) -> Option<(&str, Zone)> {
    let (before, name) = match text.strip_suffix(']') {
        Some(text) => text.rsplit_once('[')?,
        None => text.rsplit_once(' ')?,
    };
    let is_place = name.contains('/') && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let before = before.trim_end();
    (is_place && before.contains(':')).then(|| Zone::named(name).map(|zone| (before, zone)))?
}
