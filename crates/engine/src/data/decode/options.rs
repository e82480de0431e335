//! The options of a field. In: their names and synonyms; out: which option a text stands for, ignoring capitals.

use hashbrown::HashMap;

use crate::data::cell;
use leadrules_language::text;
use leadrules_language::types::ChoiceType;

/// The texts that stand for an option, folded.
#[derive(Debug)]
pub(super) struct Options {
    places: HashMap<String, u16, foldhash::fast::FixedState>,
    pub(super) count: usize,
}

impl Options {
    pub(super) fn new(choice: &ChoiceType) -> Self {
        let mut places = HashMap::default();
        for (at, option) in choice.options.iter().enumerate() {
            let Ok(at) = u16::try_from(at) else { break };
            places.entry(text::key(&option.name)).or_insert(at);
        }
        // A name takes precedence over a synonym.
        for (at, option) in choice.options.iter().enumerate() {
            let Ok(at) = u16::try_from(at) else { break };
            for synonym in &option.synonyms {
                places.entry(text::key(synonym)).or_insert(at);
            }
        }
        Self { places, count: choice.options.len() }
    }

    pub(super) fn find(&self, text: &str, buffer: &mut String) -> Option<u16> {
        self.places.get(cell::fold_into(text, buffer)).copied()
    }
}
