//! Units of time, in the words of several languages.

/// The unit that a word stands for, as the language writes it; the language itself does not have `minute` and
/// `quarter`.
pub fn unit(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    UNITS.iter().find(|(_, words)| words.contains(&lower.as_str())).map(|(unit, _)| *unit)
}

/// Whether the language itself has this word for a unit.
pub fn is_own(word: &str) -> bool {
    matches!(word.strip_suffix('s').unwrap_or(word), "hour" | "day" | "week" | "month" | "year")
}

/// Whether the language has this unit.
pub fn is_known(unit: &str) -> bool {
    !matches!(unit, "minute" | "second" | "quarter")
}

const UNITS: &[(&str, &[&str])] = &[
    ("second", &["second", "seconds", "sec", "secs", "seconde", "seconden", "secondes", "sekunde", "sekunden"]),
    ("minute", &["minute", "minutes", "min", "mins", "minuut", "minuten"]),
    ("hour", &["hour", "hours", "h", "hr", "hrs", "uur", "uren", "heure", "heures", "stunde", "stunden"]),
    ("day", &["day", "days", "d", "dag", "dagen", "jour", "jours", "tag", "tage", "tagen"]),
    ("week", &["week", "weeks", "w", "wk", "wks", "weken", "semaine", "semaines", "woche", "wochen"]),
    ("month", &["month", "months", "mo", "mos", "maand", "maanden", "mois", "monat", "monate", "monaten"]),
    (
        "year",
        &[
            "year", "years", "y", "yr", "yrs", "jaar", "jaren", "an", "ans", "année", "années", "jahr", "jahre",
            "jahren",
        ],
    ),
    ("quarter", &["quarter", "quarters", "kwartaal", "kwartalen", "trimestre", "trimestres", "quartal", "quartale"]),
];
