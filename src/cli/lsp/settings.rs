//! What the editor's settings say: which leads rules are tried on, and how what they say is shown. In: JSON; out: the settings. What
//! can't be read is taken as not said.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Settings {
    leads: Option<String>,
    events: Option<String>,
    as_of: Option<String>,
    facts: Option<Show>,
}

/// How it is shown what data says.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Show {
    /// Behind a line.
    Hints,
    /// Above a line.
    Lenses,
    Both,
    Off,
}

impl Settings {
    /// Reads settings, which may stand under the name of the program.
    pub(super) fn new(said: &Value) -> Self {
        let said = said.get("leadrules").unwrap_or(said);
        Self::deserialize(said).unwrap_or_default()
    }

    /// How it is shown what data says, if that is said.
    pub(super) fn facts(&self) -> Option<Show> {
        self.facts
    }

    /// The leads, and the options that go with them; paths begin at the folder that is open.
    pub(super) fn data(&self, folder: Option<&Path>) -> Option<(PathBuf, Vec<OsString>)> {
        let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let path = |text: String| folder.map_or_else(|| PathBuf::from(&text), |folder| folder.join(&text));
        let option = |name: &str, value: OsString| {
            let mut option = OsString::from(name);
            option.push(value);
            option
        };
        let leads = path(said(&self.leads)?);
        let events = said(&self.events).map(|events| option("--events=", path(events).into()));
        let as_of = said(&self.as_of).map(|as_of| option("--as-of=", as_of.into()));
        Some((leads, events.into_iter().chain(as_of).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_may_stand_under_the_name_of_the_program() {
        let said = json!({ "leads": "l.csv", "events": null, "asOf": "2026-11-23", "facts": "both", "other": 1 });
        let bare = Settings::new(&said);
        assert_eq!(bare, Settings::new(&json!({ "leadrules": said })));
        assert_eq!(bare.facts(), Some(Show::Both));
        let (leads, options) = bare.data(Some(Path::new("/rules"))).expect("leads are named");
        assert_eq!((leads, options), (PathBuf::from("/rules/l.csv"), vec![OsString::from("--as-of=2026-11-23")]));
        for nothing in [json!(null), json!({ "leads": "" }), json!({ "leads": 3 }), json!([])] {
            assert_eq!(Settings::new(&nothing).data(None), None, "{nothing}");
        }
    }
}
