//! Windows, days and decay in plain words. In: what a rule asks of time; out: texts for people who do not know the language.

use leadrules_language::calendar::{Period, Unit, Window};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{DateRange, Decay, DecayShape};
use leadrules_language::words::{Text, Value, say};

/// When something is to have happened, or a date to lie.
pub(super) fn window(window: Window) -> Text {
    match window {
        Window::InLast(period) => in_last(period),
        Window::OlderThan(period) => older_than(period),
        Window::InNext(period) => in_next(period),
        Window::Between(from, to) => say!("between {from} and {to}", from = Value::Day(from), to = Value::Day(to)),
        Window::Since(day) => say!("on or after {day}", day = Value::Day(day)),
        Window::Before(day) => say!("before {day}", day = Value::Day(day)),
        Window::After(day) => say!("after {day}", day = Value::Day(day)),
    }
}

fn in_last(Period { count, unit }: Period) -> Text {
    // As rules write it, without anything between thousands.
    let number = Decimal::whole(count.into());
    match unit {
        Unit::Hour => say!("in the last {number} {count|hour|hours}", number, count),
        Unit::Day => say!("in the last {number} {count|day|days}", number, count),
        Unit::Week => say!("in the last {number} {count|week|weeks}", number, count),
        Unit::Month => say!("in the last {number} {count|month|months}", number, count),
        Unit::Year => say!("in the last {number} {count|year|years}", number, count),
    }
}

fn older_than(Period { count, unit }: Period) -> Text {
    let number = Decimal::whole(count.into());
    match unit {
        Unit::Hour => say!("more than {number} {count|hour|hours} ago", number, count),
        Unit::Day => say!("more than {number} {count|day|days} ago", number, count),
        Unit::Week => say!("more than {number} {count|week|weeks} ago", number, count),
        Unit::Month => say!("more than {number} {count|month|months} ago", number, count),
        Unit::Year => say!("more than {number} {count|year|years} ago", number, count),
    }
}

fn in_next(Period { count, unit }: Period) -> Text {
    let number = Decimal::whole(count.into());
    match unit {
        Unit::Hour => say!("in the next {number} {count|hour|hours}", number, count),
        Unit::Day => say!("in the next {number} {count|day|days}", number, count),
        Unit::Week => say!("in the next {number} {count|week|weeks}", number, count),
        Unit::Month => say!("in the next {number} {count|month|months}", number, count),
        Unit::Year => say!("in the next {number} {count|year|years}", number, count),
    }
}

/// When a date is to lie.
pub(super) fn dates(range: &DateRange) -> Text {
    match range {
        DateRange::Window(inside) => window(*inside),
        DateRange::Days(None, None) => say!("on any day"),
        DateRange::Days(Some(from), None) => window(Window::Since(*from)),
        DateRange::Days(None, Some(to)) => say!("on or before {day}", day = Value::Day(*to)),
        DateRange::Days(Some(from), Some(to)) if from == to => say!("on {day}", day = Value::Day(*from)),
        DateRange::Days(Some(from), Some(to)) => window(Window::Between(*from, *to)),
    }
}

/// How points get fewer.
pub(super) fn fading(decay: Decay) -> Text {
    let days = Decimal::whole(decay.days.into());
    let percent = |part: Decimal| part.checked_mul(Decimal::whole(100)).unwrap_or(part);
    match decay.shape {
        DecayShape::Halving => say!("halving every {days} days", days),
        DecayShape::Fading => say!("fading to nothing over {days} days", days),
        DecayShape::Linear(part) => {
            say!("losing {share} % of the start every {days} days", share = percent(part), days)
        }
        DecayShape::Compound(part) => {
            say!("losing {share} % of what is left every {days} days", share = percent(part), days)
        }
    }
}
