//! What rules ask of one field: where its numbers and days are cut, and which texts and options are tested. In: what is
//! asked, one thing after another; out: the same without duplicates, up to a limit.

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::doubt::Doubt;
use super::ask::Ask;
use super::words::MOST_ASKED;
use crate::ir::TextTest;
use crate::words::say;

/// What is asked of one field.
#[derive(Clone, Debug, Default)]
pub(in crate::analyze) struct What<'a> {
    pub(in crate::analyze) asked: bool,
    /// Numbers in millionths, or days, at which an answer changes.
    pub(in crate::analyze) cuts: Vec<i128>,
    /// Tests of texts, including those of list entries.
    pub(in crate::analyze) asks: Vec<Ask<'a>>,
    /// The same, for lookup.
    known: HashSet<Ask<'a>>,
    /// Options that are named, for a list.
    pub(in crate::analyze) options: Vec<u16>,
    /// How many fields it is compared with, itself included; 0 if with none.
    pub(in crate::analyze) compared: usize,
    /// Whether there is more than cuts can express.
    pub(in crate::analyze) doubt: Doubt,
}

impl<'a> What<'a> {
    /// Asks for each of these texts.
    pub(super) fn texts(&mut self, texts: &'a [String]) {
        // Each is asked for separately: a list contains it or not.
        for text in texts {
            self.ask(Ask { test: Cow::Owned(TextTest::In(vec![text.clone()])), of_domain: false });
        }
    }

    /// Adds each test once; beyond those that are looked at, it is enough to know that there are more.
    pub(super) fn ask(&mut self, ask: Ask<'a>) {
        if self.asks.len() <= MOST_ASKED && !self.known.contains(&ask) {
            self.known.insert(ask.clone());
            self.asks.push(ask);
        }
    }

    /// Adds cuts at these values, as long as there is room for more.
    pub(super) fn cut(&mut self, cuts: impl IntoIterator<Item = i128>, room: &mut usize) {
        let before = self.cuts.len();
        self.cuts.extend(cuts);
        if let Some(left) = room.checked_sub(self.cuts.len() - before) {
            *room = left;
        } else {
            self.cuts.truncate(before);
            self.doubt = Doubt::of(say!("rules name more numbers and days than can be told apart"));
        }
    }
}
