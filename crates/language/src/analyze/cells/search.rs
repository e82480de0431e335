//! A search through all texts, as far as tests can tell them apart. In: tests, and the signs that they look for; out: a
//! text for each combination of answers, and whether the search came to an end. It runs the tests' automata side by
//! side, shortest texts first; where all of them are in states that were seen together before, nothing new can follow.

use std::collections::{HashSet, VecDeque};

use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::util::start;

use super::ask::{Ask, Holds};
use crate::ir::TextTest;
use crate::text;

/// So many states are looked at.
const MOST_STATES: usize = 3_000;

/// Tests that compare with more texts than this are left to those texts themselves.
const MOST_TEXTS: usize = 40;

/// The texts that a test looks for; of a pattern its own signs.
pub(super) fn pieces(test: &TextTest) -> Vec<&str> {
    if let TextTest::Matches(pattern) = test {
        vec![pattern.folded.as_str()]
    } else {
        test.texts().iter().map(String::as_str).collect()
    }
}

/// Offers a text for each combination of answers; whether it came to an end.
pub(super) fn all(asks: &[Ask<'_>], holds: Holds, signs: &[char], offer: &mut dyn FnMut(&str)) -> bool {
    let alphabet = alphabet(asks, holds, signs);
    let words: String = alphabet.iter().copied().filter(|c| text::is_word(*c)).map(class_char).collect();
    let mut patterns: Vec<String> = Vec::new();
    let mut whole = true;
    for ask in asks {
        match pattern(ask, &words) {
            Some(one) => patterns.extend(one),
            None => whole = false,
        }
    }
    // A text has no blanks around it; an address has one form.
    patterns.push(match holds {
        Holds::Text => r"^[^ ](?:.*[^ ])?$".to_owned(),
        Holds::Email => r"^[^@ ]+@[^@ .]+(?:\.[^@ .]+)+$".to_owned(),
    });
    patterns.sort();
    patterns.dedup();
    let mut automata: Vec<(DFA, Cache)> = Vec::new();
    for pattern in &patterns {
        let Ok(dfa) = DFA::new(pattern) else { return false };
        let cache = dfa.create_cache();
        automata.push((dfa, cache));
    }
    whole & walk(&mut automata, &alphabet, offer)
}

fn walk(automata: &mut [(DFA, Cache)], alphabet: &[char], offer: &mut dyn FnMut(&str)) -> bool {
    let start = start::Config::new();
    let Some(first) =
        automata.iter_mut().map(|(dfa, cache)| dfa.start_state(cache, &start).ok()).collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    let mut seen: HashSet<Vec<LazyStateID>> = HashSet::from([first.clone()]);
    let mut answered: HashSet<Vec<bool>> = HashSet::new();
    let mut open: VecDeque<(Vec<LazyStateID>, String)> = VecDeque::from([(first, String::new())]);
    while let Some((states, word)) = open.pop_front() {
        let answers = automata
            .iter_mut()
            .zip(&states)
            .map(|((dfa, cache), state)| Some(state.is_match() || dfa.next_eoi_state(cache, *state).ok()?.is_match()));
        let Some(answers) = answers.collect::<Option<Vec<bool>>>() else { return false };
        if answered.insert(answers) {
            offer(&word);
        }
        for sign in alphabet {
            let mut bytes = [0; 4];
            let bytes = sign.encode_utf8(&mut bytes).as_bytes();
            let mut next = states.clone();
            for ((dfa, cache), state) in automata.iter_mut().zip(&mut next) {
                for byte in bytes {
                    // Once it has matched it is settled: the search is for a match somewhere.
                    if state.is_match() {
                        break;
                    }
                    let Ok(after) = dfa.next_state(cache, *state, *byte) else { return false };
                    *state = after;
                }
            }
            if seen.contains(&next) {
                continue;
            }
            if seen.len() >= MOST_STATES {
                return false;
            }
            seen.insert(next.clone());
            open.push_back((next, format!("{word}{sign}")));
        }
    }
    true
}

/// The signs that texts are made of: those that tests look for, those at the ends of a pattern's ranges and next to
/// them, one letter and one other sign that nobody looks for.
fn alphabet(asks: &[Ask<'_>], holds: Holds, signs: &[char]) -> Vec<char> {
    let mut alphabet: HashSet<char> = signs.iter().copied().collect();
    for ask in asks {
        if let TextTest::Matches(pattern) = &*ask.test {
            let chars: Vec<char> = pattern.folded.chars().collect();
            for range in chars.windows(3).filter(|three| three[1] == '-') {
                let beside = [(range[0] as u32).checked_sub(1), Some(range[2] as u32 + 1)];
                alphabet.extend(beside.into_iter().flatten().filter_map(char::from_u32));
            }
        }
    }
    if holds == Holds::Email {
        alphabet.extend(['@', '.']);
    }
    let mut alphabet: Vec<char> =
        alphabet.into_iter().filter(|c| text::fold_char(*c) == *c && !c.is_control()).collect();
    alphabet.sort_unstable_by_key(|c| (!c.is_ascii_alphabetic(), *c));
    alphabet
}

fn class_char(c: char) -> String {
    if c.is_alphanumeric() { c.to_string() } else { format!("\\x{{{:x}}}", c as u32) }
}

fn literal(text: &str) -> String {
    text.chars().map(class_char).collect()
}

/// The patterns that together tell what a test tells; none if it compares with too many texts.
fn pattern(ask: &Ask<'_>, words: &str) -> Option<Vec<String>> {
    let any = |texts: &[String]| texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join("|");
    let (before, gap) = if ask.of_domain { ("@", "@.*") } else { ("^", "") };
    Some(match &*ask.test {
        TextTest::In(texts) if texts.len() > MOST_TEXTS => return None,
        TextTest::In(texts) => vec![format!("{before}(?:{})$", any(texts))],
        TextTest::Contains(texts) => vec![format!("{gap}(?:{})", any(texts))],
        TextTest::ContainsAll(texts) => texts.iter().map(|text| format!("{gap}(?:{})", literal(text))).collect(),
        TextTest::StartsWith(texts) => vec![format!("{before}(?:{})", any(texts))],
        TextTest::EndsWith(texts) => vec![format!("{gap}(?:{})$", any(texts))],
        TextTest::Mentions(texts) => {
            let outside = if words.is_empty() { ".".to_owned() } else { format!("[^{words}]") };
            let left = if ask.of_domain { format!("@(?:.*{outside})?") } else { format!("(?:^|{outside})") };
            vec![format!("{left}(?:{})(?:$|{outside})", any(texts))]
        }
        // A pattern on a domain may hold `^`; it is not rewritten.
        TextTest::Matches(_) if ask.of_domain => return None,
        TextTest::Matches(pattern) => vec![pattern.folded.clone()],
    })
}
