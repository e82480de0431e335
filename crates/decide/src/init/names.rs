//! Names for rules from the headers of data: `Prospect ID` is `prospect_id`. In: headers; out: names of letters, digits
//! and `_` that start with a letter, are not reserved, and are all different.

use leadrules_language::keyword::is_reserved;
use leadrules_language::source::quoted;
use leadrules_language::text;

/// Names that every rule set has, or that results have as columns.
const TAKEN: [&str; 4] = ["stage", "excluded", "why", "row"];

/// JSON objects that all fields of a record are nested in.
const AROUND: [&str; 5] = ["properties.", "fields.", "attributes.", "_source.", "node."];

/// A name longer than this is cut after a word.
const LONGEST: usize = 40;

/// The names given so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: Vec<String>,
}

impl Names {
    /// A name for a header, different from all names given before.
    pub(super) fn give(&mut self, header: &str, fallback: &str) -> String {
        // An object that services nest all values in says nothing about any of them.
        let inside = AROUND.iter().find_map(|around| header.strip_prefix(around)).filter(|inside| !inside.is_empty());
        let short = inside.map(snake).filter(|short| !self.taken.contains(short));
        let mut base = short.unwrap_or_else(|| snake(header));
        if base.is_empty() {
            fallback.clone_into(&mut base);
        }
        if !base.starts_with(char::is_alphabetic) || is_reserved(&base) || TAKEN.contains(&base.as_str()) {
            base = format!("{fallback}_{base}");
        }
        let mut name = base.clone();
        let mut number = 2;
        while self.taken.contains(&name) {
            name = format!("{base}_{number}");
            number += 1;
        }
        self.taken.push(name.clone());
        name
    }
}

/// An option as it is written.
pub(super) fn value(text: &str) -> String {
    if is_bare(text) { text.to_owned() } else { quoted(text) }
}

/// Whether a text can be an option without quotes.
fn is_bare(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || c == '_') && !is_reserved(text)
}

/// Whether a column is called as those are whose digits are no amount: where somebody is reached, lives or is registered.
pub(super) fn is_of_digits(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "phone",
        "telephone",
        "telefoon",
        "tel",
        "mobile",
        "gsm",
        "handy",
        "fax",
        "whatsapp",
        "postcode",
        "postal",
        "zip",
        "zipcode",
        "plz",
        "vat",
        "btw",
        "tva",
        "iban",
        "kvk",
        "siret",
        "siren",
    ];
    const NUMBERS: &[&str] = &["number", "nummer", "nr", "no", "code", "id"];
    let says_less = |word: &str| NUMBERS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    name.split('_').rev().find(|word| !says_less(word)).is_some_and(|word| NAMES.contains(&word))
}

/// `TotalVisits` and `Total visits` are `total_visits`; `emp.var.rate` is `emp_var_rate`.
pub(super) fn snake(header: &str) -> String {
    let clean = text::clean(header);
    let chars: Vec<char> = clean.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let lower_before = at > 0 && (chars[at - 1].is_lowercase() || chars[at - 1].is_numeric());
        // `IDs` is one word.
        let is_plural = chars.get(at + 1) == Some(&'s') && chars.get(at + 2).is_none_or(|c| !c.is_lowercase());
        let ends_capitals = at > 0
            && chars[at - 1].is_uppercase()
            && chars.get(at + 1).is_some_and(|next| next.is_lowercase())
            && !is_plural;
        if c.is_uppercase() && (lower_before || ends_capitals) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        } else if c != '\'' && c != '’' && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    let mut name = String::new();
    for word in words {
        let longer = name.chars().count() + 1 + word.chars().count();
        if !name.is_empty() && longer > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.extend(word.chars().take(LONGEST));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_become_names() {
        for (header, name) in [
            ("Prospect ID", "prospect_id"),
            ("TotalVisits", "total_visits"),
            ("emp.var.rate", "emp_var_rate"),
            ("CRMId", "crm_id"),
            ("Deal IDs", "deal_ids"),
            ("URLs visited", "urls_visited"),
            ("VIPStatus", "vip_status"),
            ("E-mail", "e_mail"),
            ("Coöperatie", "coöperatie"),
            ("Omzet (€)", "omzet"),
            ("What's new?", "whats_new"),
            ("euribor3m", "euribor3m"),
            ("  ", ""),
            ("What matters most to you in choosing a course", "what_matters_most_to_you_in_choosing_a"),
        ] {
            assert_eq!(snake(header), name, "{header}");
        }
    }

    #[test]
    fn names_are_given_once_and_are_never_reserved() {
        let mut names = Names::default();
        let given: Vec<String> =
            ["Phone", "phone", "No", "2nd", "", "default", "Stage"].iter().map(|h| names.give(h, "field")).collect();
        assert_eq!(given, ["phone", "phone_2", "field_no", "field_2nd", "field", "default", "field_stage"]);
        let given: Vec<String> = ["id", "properties.email", "properties.id", "company.name"]
            .iter()
            .map(|h| names.give(h, "field"))
            .collect();
        assert_eq!(given, ["id", "email", "properties_id", "company_name"]);
    }
}
