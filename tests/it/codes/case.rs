//! The case of a finding code: one Markdown file with a section that raises it, one that doesn't (`clean`), and, if it
//! has a fix, what the fix makes of the first (`fixed`). A section has a rule file in a fence, and leads and events in
//! further ones: `csv leads` or `ndjson leads`, `csv events`, `csv accounts`; what a party has signed as `leadrules signed PARTY`.

use leadrules_decide::agreement;
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::survey::{Surveyed, survey};
use leadrules_language::check::Checked;

use crate::{files, rules};

/// A case.
pub struct Case {
    pub code: String,
    sections: Vec<(String, Section)>,
}

/// A section of a case.
#[derive(Clone, Default)]
pub struct Section {
    /// The rule file.
    pub text: String,
    /// The leads: their format, and their text.
    leads: Option<(&'static str, String)>,
    events: Option<String>,
    accounts: Option<String>,
    /// What each party has signed.
    signed: Vec<(String, String)>,
}

impl Case {
    /// Where the case of a code is.
    pub fn path(code: &str) -> String {
        format!("tests/cases/codes/{code}.md")
    }

    /// Reads the case of a code.
    pub fn read(code: &str) -> Self {
        let mut case = Self { code: code.to_owned(), sections: Vec::new() };
        let text = files::read(Self::path(code));
        let mut fence: Option<(&str, String)> = None;
        for line in text.lines() {
            match &mut fence {
                Some((info, body)) if line == "```" => {
                    let (_, section) =
                        case.sections.last_mut().unwrap_or_else(|| panic!("{code}: a fence in no section"));
                    let body = std::mem::take(body);
                    match *info {
                        "leadrules" => section.text = body,
                        "csv leads" => section.leads = Some(("leads.csv", body)),
                        "ndjson leads" => section.leads = Some(("leads.ndjson", body)),
                        "csv events" => section.events = Some(body),
                        "csv accounts" => section.accounts = Some(body),
                        info if info.starts_with("leadrules signed ") => {
                            section.signed.push((info["leadrules signed ".len()..].to_owned(), body));
                        }
                        other => panic!("{code}: a fence `{other}`"),
                    }
                    fence = None;
                }
                Some((_, body)) => *body += &format!("{line}\n"),
                None => {
                    if let Some(info) = line.strip_prefix("```") {
                        fence = Some((info, String::new()));
                    } else if let Some(name) = line.strip_prefix("## ") {
                        case.sections.push((name.to_owned(), Section::default()));
                    }
                }
            }
        }
        assert!(fence.is_none(), "{code}: a fence that is not closed");
        case
    }

    /// The section with this name.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|(other, _)| other == name).map(|(_, section)| section)
    }

    /// All rule files in it, with names.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        self.sections.iter().map(|(name, section)| (format!("{}, {name}", self.code), section.text.as_str()))
    }
}

impl Section {
    /// The same data with other rules.
    pub fn with_text(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// Everything that `check` finds in the rule file, and in its data.
    pub fn check(&self, path: &str) -> Checked {
        let mut checked = rules::read(path, self.text.clone());
        let as_of = |checked: &Checked| {
            checked.rules.as_ref().map(|rules| rules.zone.parse_as_of("2026-01-01T00:00Z").expect("an instant"))
        };
        let Some(as_of) = as_of(&checked) else { return checked };
        if let (Some(rules), Some((name, leads))) = (&checked.rules, &self.leads) {
            let input = |name: &str, text: &String| Input::bytes(name, text.clone().into_bytes());
            let csv = |name: &str, text: &Option<String>| {
                text.as_ref().map(|text| (input(name, text), ReadOptions::default()))
            };
            let data = Surveyed {
                leads: input(name, leads),
                options: ReadOptions::default(),
                events: csv("events.csv", &self.events),
                accounts: csv("accounts.csv", &self.accounts).map(|(input, options)| (input, options, None)),
            };
            let found = survey(rules, &data, None, as_of).expect("the data can be read");
            checked.add(found);
        }
        checked.prove(as_of);
        let Some(rules) = checked.rules.clone().filter(|_| !checked.has_errors()) else { return checked };
        let copy = |(party, text): &(String, String)| {
            let signed = rules::read("signed.leadrules", text.clone());
            let title = &rules.agreements.first().expect("something is agreed").title;
            agreement::Copy {
                path: format!("my.signed/{party}.leadrules"),
                party: party.clone(),
                text: agreement::copy(&signed, title, party, as_of),
            }
        };
        let copies: Vec<agreement::Copy> = self.signed.iter().map(copy).collect();
        let found = agreement::findings(&rules, &agreement::status(&checked, &rules, &copies, as_of));
        checked.add(found);
        checked
    }
}
