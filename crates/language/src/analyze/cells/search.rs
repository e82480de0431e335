//! A search through all texts, as far as tests can tell them apart. In: tests; out: a text for each combination of
//! answers, and whether these are all there are. It runs the automata of the tests side by side, shortest texts first;
//! where all of them are in a combination of states that has been seen before, nothing new can follow.
//!
//! Characters that no test tells apart count as one: between two characters that tests name, one letter stands for all
//! letters, and one other character for all the rest. Lists of whole texts, which may be long, form one trie; all texts
//! that are not in it are alike.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson;
use regex_automata::util::start;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::super::effort::Effort;
use super::ask::{Ask, Holds};
use crate::ast::TextOp;
use crate::ir::TextTest;
use crate::text;

/// At most this many states are looked at.
const MOST_STATES: usize = 40_000;

/// At most this many steps are made, in each of which one automaton reads one character.
const MOST_STEPS: usize = 6_000_000;

/// At most this many tests are run side by side, not counting lists of whole texts.
const MOST_TESTS: usize = 16;

/// An automaton's memory, in bytes; if it is not enough, nothing is claimed.
const MEMORY: usize = 16 << 20;

/// The texts that a test looks for; for a pattern, the pattern itself.
pub(super) fn pieces(test: &TextTest) -> Vec<&str> {
    if let TextTest::Matches(pattern) = test {
        vec![pattern.folded.as_str()]
    } else {
        test.texts().iter().map(String::as_str).collect()
    }
}

/// A short text that most likely matches a pattern.
pub(super) fn short_match(pattern: &str) -> String {
    let mut word = String::new();
    if let Ok(hir) = regex_syntax::parse(pattern) {
        shortest(&hir, &mut word);
    }
    word
}

fn shortest(hir: &Hir, word: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => word.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Unicode(class)) => {
            let has = |c: &char| class.iter().any(|range| range.start() <= *c && *c <= range.end());
            word.extend(('a'..='z').chain('0'..='9').find(has).or_else(|| Some(class.iter().next()?.start())));
        }
        HirKind::Class(Class::Bytes(class)) => word.extend(class.iter().next().map(|range| char::from(range.start()))),
        HirKind::Repetition(of) => (0..of.min).for_each(|_| shortest(&of.sub, word)),
        HirKind::Capture(of) => shortest(&of.sub, word),
        HirKind::Concat(all) => all.iter().for_each(|one| shortest(one, word)),
        HirKind::Alternation(ways) => shortest(&ways[0], word),
    }
}

/// What the search found.
pub(super) struct Found {
    /// For each combination of answers (one bit per test, in order), a text that should give it.
    pub(super) texts: Vec<(Vec<bool>, String)>,
    /// Whether there are no other combinations.
    pub(super) is_all: bool,
}

/// Looks for a text for each combination of answers.
pub(super) fn all(asks: &[Ask<'_>], holds: Holds, effort: &Effort) -> Found {
    let none = Found { texts: Vec::new(), is_all: false };
    let alphabet = alphabet(asks, holds);
    if asks.iter().filter(|ask| !matches!(*ask.test, TextTest::In(_))).count() > MOST_TESTS {
        return none;
    }
    let words: String = alphabet.iter().copied().filter(|c| text::is_word(*c)).map(class_char).collect();
    let mut machine = Machine::default();
    for (at, ask) in asks.iter().enumerate() {
        if let TextTest::In(texts) = &*ask.test {
            let tree = if ask.of_domain { &mut machine.domains } else { &mut machine.whole };
            for text in texts {
                tree.add(text, at);
            }
        } else {
            for pattern in patterns(&ask.test, &words) {
                let Some(automaton) = Automaton::new(&pattern, ask.of_domain) else { return none };
                machine.automata.push((at, automaton));
            }
        }
    }
    // A text has no blanks around it; an address has a fixed form.
    let form = match holds {
        Holds::Text => r"^[^ ](?:.*[^ ])?$",
        Holds::Email => r"^[^@ ]+@[^@ .]+(?:\.[^@ .]+)+$",
    };
    let Some(form) = Automaton::new(form, false) else { return none };
    machine.automata.push((asks.len(), form));
    machine.walk(asks.len(), &alphabet, effort)
}

/// Where an automaton is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
enum Place {
    /// Before the part of the text that it looks at.
    Before,
    At(LazyStateID),
    /// It has matched, whatever follows.
    Matched,
}

struct Automaton {
    dfa: DFA,
    cache: Cache,
    of_domain: bool,
}

impl Automaton {
    fn new(pattern: &str, of_domain: bool) -> Option<Self> {
        let config =
            DFA::config().cache_capacity(MEMORY).skip_cache_capacity_check(true).minimum_cache_clear_count(Some(0));
        let limit = thompson::Config::new().nfa_size_limit(Some(MEMORY));
        let dfa = DFA::builder().configure(config).thompson(limit).build(pattern).ok()?;
        let cache = dfa.create_cache();
        Some(Self { dfa, cache, of_domain })
    }

    fn start(&mut self) -> Option<Place> {
        let start = self.dfa.start_state(&mut self.cache, &start::Config::new()).ok()?;
        Some(if start.is_match() { Place::Matched } else { Place::At(start) })
    }

    fn first(&mut self) -> Option<Place> {
        if self.of_domain { Some(Place::Before) } else { self.start() }
    }

    /// Where it is after a character; `None` if its memory is exhausted.
    fn next(&mut self, place: Place, sign: char) -> Option<Place> {
        match place {
            Place::Before if sign == '@' => self.start(),
            Place::Before | Place::Matched => Some(place),
            Place::At(mut state) => {
                let mut bytes = [0; 4];
                for byte in sign.encode_utf8(&mut bytes).as_bytes() {
                    state = self.dfa.next_state(&mut self.cache, state, *byte).ok()?;
                    // Once it has matched, that is settled: the search is for a match anywhere.
                    if state.is_match() {
                        return Some(Place::Matched);
                    }
                }
                Some(Place::At(state))
            }
        }
    }

    /// Whether it has matched if the text ends here.
    fn matches(&mut self, place: Place) -> Option<bool> {
        match place {
            Place::Before => Some(false),
            Place::Matched => Some(true),
            Place::At(state) => Some(self.dfa.next_eoi_state(&mut self.cache, state).ok()?.is_match()),
        }
    }
}

/// Whole texts as a trie.
#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    next: HashMap<char, usize>,
    /// The tests that compare with the text that ends here.
    tests: Vec<usize>,
}

/// Where a text is in a trie; `None` once it has left it.
type Branch = Option<usize>;

impl Tree {
    fn add(&mut self, text: &str, test: usize) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut at = 0;
        for sign in text.chars() {
            let count = self.nodes.len();
            let next = *self.nodes[at].next.entry(sign).or_insert(count);
            if next == count {
                self.nodes.push(Node::default());
            }
            at = next;
        }
        self.nodes[at].tests.push(test);
    }

    fn root(&self) -> Branch {
        (!self.nodes.is_empty()).then_some(0)
    }

    fn next(&self, branch: Branch, sign: char) -> Branch {
        self.nodes[branch?].next.get(&sign).copied()
    }
}

/// All tests side by side.
#[derive(Default)]
struct Machine {
    /// Each with the test that it belongs to; all those of one test must match.
    automata: Vec<(usize, Automaton)>,
    whole: Tree,
    domains: Tree,
}

/// Where all of them are. In the trie of domains, a text is nowhere before its `@`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct State {
    places: Vec<Place>,
    whole: Branch,
    domain: (bool, Branch),
}

impl Machine {
    fn walk(&mut self, tests: usize, alphabet: &[char], effort: &Effort) -> Found {
        let mut found = Found { texts: Vec::new(), is_all: false };
        let Some(places) = self.automata.iter_mut().map(|(_, one)| one.first()).collect::<Option<Vec<_>>>() else {
            return found;
        };
        let first = State { places, whole: self.whole.root(), domain: (false, self.domains.root()) };
        let mut answered: HashSet<Vec<bool>> = HashSet::new();
        let mut seen: HashSet<State> = HashSet::from([first.clone()]);
        // For each state found, the one before it, and the character that led to it.
        let mut came: Vec<(usize, char)> = vec![(0, ' ')];
        let mut open: VecDeque<(State, usize)> = VecDeque::from([(first, 0)]);
        let mut steps = MOST_STEPS;
        while let Some((state, place)) = open.pop_front() {
            let Some(answers) = self.answers(&state, tests) else { return found };
            if answers[tests] && answered.insert(answers[..tests].to_vec()) {
                found.texts.push((answers[..tests].to_vec(), word(&came, place)));
            }
            // Outside the tries, the characters of the alphabet stand for all.
            let branches =
                [state.whole.map(|at| &self.whole.nodes[at]), state.domain.1.map(|at| &self.domains.nodes[at])];
            let on_trees: BTreeSet<char> =
                branches.into_iter().flatten().flat_map(|node| node.next.keys().copied()).collect();
            let others = alphabet.iter().copied().filter(|sign| !on_trees.contains(sign)).collect::<Vec<_>>();
            for sign in on_trees.into_iter().chain(others) {
                let cost = self.automata.len() + 1;
                let Some(left) = steps.checked_sub(cost).filter(|_| effort.spend(cost)) else { return found };
                steps = left;
                let Some(next) = self.next(&state, sign) else { return found };
                if seen.contains(&next) {
                    continue;
                }
                if seen.len() >= MOST_STATES.max(4 * (self.whole.nodes.len() + self.domains.nodes.len())) {
                    return found;
                }
                seen.insert(next.clone());
                open.push_back((next, came.len()));
                came.push((place, sign));
            }
        }
        found.is_all = true;
        found
    }

    fn next(&mut self, state: &State, sign: char) -> Option<State> {
        let mut places = Vec::with_capacity(state.places.len());
        for ((_, automaton), place) in self.automata.iter_mut().zip(&state.places) {
            places.push(automaton.next(*place, sign)?);
        }
        let domain = match state.domain {
            (false, root) => (sign == '@', root),
            (true, branch) => (true, self.domains.next(branch, sign)),
        };
        Some(State { places, whole: self.whole.next(state.whole, sign), domain })
    }

    /// For each test, whether it passes if the text ends here; and last, whether this is a valid text.
    fn answers(&mut self, state: &State, tests: usize) -> Option<Vec<bool>> {
        let mut answers = vec![true; tests + 1];
        let mut compared = vec![false; tests + 1];
        for ((at, automaton), place) in self.automata.iter_mut().zip(&state.places) {
            answers[*at] &= automaton.matches(*place)?;
            compared[*at] = true;
        }
        let whole = state.whole.map(|at| &self.whole.nodes[at]);
        let domain = state.domain.1.filter(|_| state.domain.0).map(|at| &self.domains.nodes[at]);
        let equal: Vec<usize> = whole.into_iter().chain(domain).flat_map(|node| node.tests.clone()).collect();
        for at in (0..tests).filter(|at| !compared[*at]) {
            answers[at] = equal.contains(&at);
        }
        Some(answers)
    }
}

/// The text that led to a state.
fn word(came: &[(usize, char)], mut place: usize) -> String {
    let mut signs = Vec::new();
    while place != 0 {
        let (before, sign) = came[place];
        signs.push(sign);
        place = before;
    }
    signs.into_iter().rev().collect()
}

/// Characters that each stand for all those which no test tells apart from it.
fn alphabet(asks: &[Ask<'_>], holds: Holds) -> Vec<char> {
    // Where another class of characters may begin.
    let mut starts: BTreeSet<u32> = BTreeSet::from([0]);
    let mut name = |first: char, last: char| {
        starts.insert(first as u32);
        starts.insert(last as u32 + 1);
    };
    name(' ', ' ');
    if holds == Holds::Email {
        name('@', '@');
        name('.', '.');
    }
    for ask in asks {
        match &*ask.test {
            TextTest::Matches(pattern) => {
                if let Ok(hir) = regex_syntax::parse(&pattern.folded) {
                    named(&hir, &mut name);
                }
            }
            // These have a trie of their own.
            TextTest::In(_) => {}
            TextTest::Part(_, parts) => parts.iter().flat_map(|part| part.chars()).for_each(|sign| name(sign, sign)),
        }
    }
    let starts: Vec<u32> = starts.into_iter().chain([char::MAX as u32 + 1]).collect();
    let mut alphabet: Vec<char> = Vec::new();
    for two in starts.windows(2) {
        // Only this many are looked at: if no test names a character beyond them, nothing new comes there.
        let signs =
            || (two[0]..two[1].min(two[0] + 70_000)).filter_map(char::from_u32).filter(|c| text::fold_char(*c) == *c);
        let plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let is_mark = |c: &char| text::is_word(*c) && !c.is_alphanumeric() && *c != '_';
        let letter = signs().find(plain).or_else(|| signs().find(|c| text::is_word(*c) && !is_mark(c)));
        let letter = letter.or_else(|| signs().find(is_mark));
        let is_other = |c: &char| !text::is_word(*c);
        let sign = signs().find(|c| is_other(c) && c.is_ascii_graphic());
        let sign =
            sign.or_else(|| signs().find(|c| is_other(c) && !c.is_control() && (!c.is_whitespace() || *c == ' ')));
        alphabet.extend(letter);
        alphabet.extend(sign.or_else(|| signs().find(is_other)));
    }
    alphabet.sort_unstable_by_key(|c| (!c.is_ascii_alphabetic(), *c));
    alphabet.dedup();
    alphabet
}

/// The ranges of characters that a pattern names.
fn named(hir: &Hir, name: &mut dyn FnMut(char, char)) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => String::from_utf8_lossy(&literal.0).chars().for_each(|sign| name(sign, sign)),
        HirKind::Class(Class::Unicode(class)) => class.iter().for_each(|range| name(range.start(), range.end())),
        HirKind::Class(Class::Bytes(class)) => {
            class.iter().for_each(|range| name(char::from(range.start()), char::from(range.end())));
        }
        HirKind::Repetition(of) => named(&of.sub, name),
        HirKind::Capture(of) => named(&of.sub, name),
        HirKind::Concat(all) | HirKind::Alternation(all) => all.iter().for_each(|one| named(one, name)),
    }
}

fn class_char(c: char) -> String {
    if c.is_alphanumeric() { c.to_string() } else { format!("\\x{{{:x}}}", c as u32) }
}

fn literal(text: &str) -> String {
    text.chars().map(class_char).collect()
}

/// The patterns that together are equivalent to a test.
fn patterns(test: &TextTest, words: &str) -> Vec<String> {
    let any = |texts: &[String]| texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join("|");
    match test {
        TextTest::In(texts) => vec![format!("^(?:{})$", any(texts))],
        TextTest::Part(op, texts) => match op {
            TextOp::Contains => vec![format!("(?:{})", any(texts))],
            TextOp::ContainsAll => texts.iter().map(|text| literal(text)).collect(),
            TextOp::StartsWith => vec![format!("^(?:{})", any(texts))],
            TextOp::EndsWith => vec![format!("(?:{})$", any(texts))],
            TextOp::Mentions => {
                let outside = if words.is_empty() { ".".to_owned() } else { format!("[^{words}]") };
                vec![format!("(?:^|{outside})(?:{})(?:$|{outside})", any(texts))]
            }
        },
        TextTest::Matches(pattern) => vec![pattern.folded.clone()],
    }
}
