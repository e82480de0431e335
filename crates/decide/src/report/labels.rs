//! The words that stand in the template: heads, captions, what a screen reader says. In: a language; out: each of them, by its
//! English, which is what the template calls it.

use std::collections::BTreeMap;

use leadrules_language::words::{Locale, Text, say};

/// The words, by their English.
pub(super) fn labels(locale: Locale) -> BTreeMap<String, String> {
    words().iter().map(|word| (word.to_string(), word.in_locale(locale))).collect()
}

fn words() -> Vec<Text> {
    vec![
        say!("Table"),
        say!("leads"),
        say!("share"),
        say!("lead"),
        say!("stage"),
        say!("because of"),
        say!("fields"),
        say!("field"),
        say!("column"),
        say!("type"),
        say!("known of"),
        say!("does not fit"),
        say!("remarks"),
        say!("Parts of this report"),
        say!("First leads"),
        say!("Leads"),
        say!("Rules"),
        say!("Was it right"),
        say!("Who moves"),
        say!("Data"),
        say!("In short"),
        say!("The first leads, and why"),
        say!("There is none."),
        say!("The table"),
        say!("Where the leads are"),
        say!("Stages"),
        say!("Set apart, because"),
        say!("reason"),
        say!(
            "The stronger the colour, the more leads. The lines are where stages begin, as far as these two scores decide it."
        ),
        say!("value"),
        say!("What the rules say"),
        say!("Stages, the highest first"),
        say!("Set apart"),
        say!("points"),
        say!("when"),
        say!("fires for"),
        say!("gives on average"),
        say!("converted with it"),
        say!("without"),
        say!("AUC if dropped"),
        say!("What these words mean"),
        say!("converted"),
        say!("rate"),
        say!("lift"),
        say!("The figures"),
        say!("Months"),
        say!("months"),
        say!("month"),
        say!("What became of the leads that each rule fires for stands with the rules."),
        say!("Who moves by the new rules"),
        say!("moves"),
        say!("before, then now"),
        say!("What was edited"),
        say!("edits"),
        say!("of"),
        say!("edit"),
        say!("kept by"),
        say!("other points for"),
        say!("decides alone"),
        say!("The leads that move"),
        say!("leads that move"),
        say!("before"),
        say!("now"),
        say!("How good the data is"),
        say!("The rules look at no field."),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_template_has_its_words() {
        let template = include_str!("page.html");
        let named = template.split("words[\"").skip(1).filter_map(|rest| rest.split('"').next());
        let named: BTreeSet<&str> = named.collect();
        let known = labels(Locale::English);
        assert_eq!(named, known.keys().map(String::as_str).collect());
    }
}
