//! Texts that stand for all texts: one for every combination of tests that a text can pass and fail at once. In: the
//! tests that rules make on a field; out: sample texts, and whether they cover everything.
//!
//! Likely texts are tried first: for tests that look for given texts, those pieces joined by a character that no test
//! looks for; for patterns, short texts that match. If this does not find every combination, all texts are searched.

use std::collections::{HashMap, HashSet};

use super::super::effort::Effort;
use super::ask::{Ask, Holds};
use super::search;
use crate::ast::TextOp;
use crate::ir::TextTest;
use crate::text;

/// Up to this many tests on one field, all combinations are tried; beyond, only single tests, pairs, and all together.
const MOST_TESTS: usize = 9;

/// At most this many tests on one field are looked at.
pub(super) const MOST_ASKED: usize = 1_000;

/// The cost of trying one test on one text.
const ANSWER_COST: usize = 4;

/// Addresses are made from at most this many pieces.
const MOST_PIECES: usize = 24;

/// Sample texts, and whether every possible combination of answers is among theirs.
pub(in crate::analyze) fn samples(asks: &[Ask<'_>], holds: Holds, each: usize, effort: &Effort) -> (Vec<String>, bool) {
    let is_few = asks.len() <= MOST_ASKED;
    let asks = &asks[..asks.len().min(MOST_ASKED)];
    let tests: Vec<Test> = asks.iter().map(Test::new).collect();
    let cost = tests.iter().map(Test::cost).sum();
    let mut found = Found {
        tests: &tests,
        holds,
        each,
        seen: HashMap::new(),
        samples: Vec::new(),
        offered: HashSet::new(),
        effort,
        cost,
        is_spent: false,
    };
    let signs = Signs::new(asks);
    found.offer_all(&signs.plain(holds));
    for word in tests.iter().flat_map(Test::whole_texts) {
        match holds {
            Holds::Text => found.offer(word),
            Holds::Email => {
                found.offer(word);
                found.offer(&format!("an@{word}"));
            }
        }
    }
    match holds {
        Holds::Text => by_construction(&tests, &signs, &mut found),
        Holds::Email => addresses(&tests, &signs, &mut found),
    }
    found.offer_all(&matching(&tests, &signs, holds));
    if found.is_each_combination() {
        return (found.samples, is_few);
    }
    let searched = search::all(asks, holds, effort);
    let mut complete = searched.is_all && is_few;
    for (answers, word) in searched.texts {
        if found.has(&answers) {
            continue;
        }
        found.offer(&word);
        complete &= found.has(&answers);
    }
    complete &= found.offer_more(&signs);
    complete &= !found.is_spent;
    (found.samples, complete)
}

/// Texts that match the patterns, singly and in pairs.
fn matching(tests: &[Test<'_>], signs: &Signs, holds: Holds) -> Vec<String> {
    let patterns = tests.iter().filter_map(|test| match &*test.ask.test {
        TextTest::Matches(pattern) => Some(search::short_match(&pattern.folded)),
        _ => None,
    });
    let alone: Vec<String> = patterns.take(MOST_TESTS).collect();
    let others = tests.iter().flat_map(|test| search::pieces(&test.ask.test).into_iter().take(2).map(str::to_owned));
    let others: Vec<String> = alone.iter().cloned().chain(others.take(MOST_TESTS)).collect();
    let mut made = alone.clone();
    for one in &alone {
        for other in &others {
            made.extend([format!("{one}{}{other}", signs.parting), format!("{other}{}{one}", signs.parting)]);
        }
    }
    if holds == Holds::Email {
        let addresses = made
            .iter()
            .flat_map(|made| [format!("{made}@lead.example"), format!("an@{made}.example"), format!("an@{made}")]);
        made = addresses.collect();
    }
    made
}

/// A test of a text or of a domain.
struct Test<'a> {
    ask: &'a Ask<'a>,
}

impl<'a> Test<'a> {
    fn new(ask: &'a Ask<'a>) -> Self {
        Self { ask }
    }

    fn passes(&self, folded: &str) -> bool {
        let text = if self.ask.of_domain { folded.rsplit('@').next().unwrap_or(folded) } else { folded };
        self.ask.test.passes(text)
    }

    /// The cost of trying it on a text: a list of whole texts is searched at once.
    fn cost(&self) -> usize {
        ANSWER_COST * if self.whole_texts().is_empty() { self.ask.test.texts().len().max(1) } else { 1 }
    }

    /// The texts that it compares as a whole.
    fn whole_texts(&self) -> &[String] {
        if let TextTest::In(texts) = &*self.ask.test { texts } else { &[] }
    }
}

/// The texts found so far, by the answers that the tests give for them.
struct Found<'a> {
    tests: &'a [Test<'a>],
    holds: Holds,
    each: usize,
    seen: HashMap<Vec<bool>, usize>,
    samples: Vec<String>,
    offered: HashSet<String>,
    effort: &'a Effort,
    /// The cost of trying all tests on one text.
    cost: usize,
    /// Whether texts are no longer tried because the effort is spent.
    is_spent: bool,
}

impl Found<'_> {
    fn has(&self, answers: &[bool]) -> bool {
        self.seen.contains_key(answers)
    }

    /// Offers other texts with the same answers if more than one is wanted; returns whether there are now as many as
    /// possible.
    fn offer_more(&mut self, signs: &Signs) -> bool {
        for word in self.samples.clone() {
            for count in 1..=self.each {
                let (more, parting) = (signs.letter.to_string().repeat(count), signs.parting);
                let made = [format!("{word}{more}"), format!("{more}{word}"), format!("{word}{parting}{more}")];
                self.offer_all(&made);
                self.offer_all(&[format!("{more}{parting}{word}"), format!("{more}{parting}{word}{parting}{more}")]);
            }
        }
        // Those of a list have all been offered.
        let is_listed = |answers: &[bool]| {
            let listed = |test: &Test<'_>| !test.whole_texts().is_empty() && !test.ask.of_domain;
            self.tests.iter().zip(answers).any(|(test, passes)| *passes && listed(test))
        };
        self.seen.iter().all(|(answers, count)| *count >= self.each.max(1) || is_listed(answers))
    }

    /// Whether every combination of answers was found, each as many times as wanted.
    fn is_each_combination(&self) -> bool {
        let count = u32::try_from(self.tests.len()).unwrap_or(u32::MAX);
        1_usize.checked_shl(count).is_some_and(|all| self.seen.len() == all)
            && self.seen.values().all(|count| *count >= self.each)
    }

    fn offer(&mut self, word: &str) {
        let valid =
            !word.is_empty() && text::clean(word) == word && (self.holds == Holds::Text || text::is_email(word));
        if !valid || !self.offered.insert(word.to_owned()) {
            return;
        }
        if !self.effort.spend(self.cost + word.len()) {
            self.is_spent = true;
            return;
        }
        let folded = text::fold(word);
        let answers: Vec<bool> = self.tests.iter().map(|test| test.passes(&folded)).collect();
        let count = self.seen.entry(answers).or_default();
        if *count < self.each.max(1) {
            *count += 1;
            self.samples.push(word.to_owned());
        }
    }

    fn offer_all(&mut self, words: &[String]) {
        for word in words {
            self.offer(word);
        }
    }
}

/// Characters that no test looks for, to fill and to separate with.
struct Signs {
    letter: char,
    parting: char,
}

impl Signs {
    fn new(asks: &[Ask<'_>]) -> Self {
        let asks = asks.iter().filter(|ask| !matches!(*ask.test, TextTest::In(_)));
        let used: HashSet<char> = asks.flat_map(|ask| search::pieces(&ask.test)).flat_map(str::chars).collect();
        let free = |from: &str, other: char| from.chars().find(|c| !used.contains(c)).unwrap_or(other);
        let letter = free("xqzkjwvyubfghmpdlcnrtsoiea", 'ꞵ');
        let parting = free(" ,;/|~#&+=*", '‖');
        Self { letter, parting }
    }

    /// Texts that pass as few tests as possible, and empty forms that patterns may ask for.
    fn plain(&self, holds: Holds) -> Vec<String> {
        let letter = self.letter;
        match holds {
            Holds::Text => {
                let mut plain: Vec<String> = ["something else", "other"].map(str::to_owned).to_vec();
                plain.extend((1..=6).map(|count| letter.to_string().repeat(count)));
                plain
            }
            Holds::Email => {
                let mut plain = vec!["an@lead.example".to_owned(), "bo@firm.example".to_owned()];
                plain.extend((1..=6).map(|count| {
                    let letters = letter.to_string().repeat(count);
                    format!("{letters}@{letters}.{letters}")
                }));
                plain
            }
        }
    }
}

/// Every set of tests that can be passed together, by joining pieces.
fn by_construction(tests: &[Test<'_>], signs: &Signs, found: &mut Found<'_>) {
    let partial: Vec<usize> = (0..tests.len())
        .filter(|at| tests[*at].whole_texts().is_empty())
        .filter(|at| !matches!(*tests[*at].ask.test, TextTest::Matches(_)))
        .collect();
    let effort = found.effort;
    let cost: usize = partial.iter().map(|at| tests[*at].cost()).sum();
    let triggers = |word: &str| -> Vec<usize> {
        // Which text is offered no longer matters then.
        if !effort.spend(cost + word.len()) {
            return Vec::new();
        }
        let folded = text::fold(word);
        partial.iter().copied().filter(|at| tests[*at].passes(&folded)).collect()
    };
    for subset in &subsets(partial.len()) {
        let wanted: Vec<usize> = subset.iter().map(|at| partial[*at]).collect();
        let (mut start, mut middle, mut end) = (String::new(), Vec::new(), String::new());
        let mut possible = true;
        for at in &wanted {
            let ways = pieces_of(&tests[*at].ask.test, signs);
            let inside = |piece: &str| {
                let alone = format!("{0}{1}{piece}{1}{0}", signs.letter, signs.parting);
                triggers(&alone).iter().all(|other| wanted.contains(other))
            };
            let chosen = ways.into_iter().find(|way| match way {
                Way::Middle(piece) => inside(piece),
                Way::Start(piece) => {
                    let alone = format!("{piece}{}{}", signs.parting, signs.letter);
                    triggers(&alone).iter().all(|other| wanted.contains(other))
                }
                Way::End(piece) => {
                    let alone = format!("{}{}{piece}", signs.letter, signs.parting);
                    triggers(&alone).iter().all(|other| wanted.contains(other))
                }
            });
            match chosen {
                Some(Way::Middle(piece)) => middle.push(piece),
                Some(Way::Start(piece)) if piece.len() > start.len() => start = piece,
                Some(Way::End(piece)) if piece.len() > end.len() => end = piece,
                Some(Way::Start(_) | Way::End(_)) => {}
                None => possible = false,
            }
        }
        if !possible || wanted.is_empty() {
            continue;
        }
        let parting = signs.parting.to_string();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let bare: Vec<String> =
            some(start.clone()).into_iter().chain(middle.clone()).chain(some(end.clone())).collect();
        found.offer(&bare.join(&parting));
        let filler = signs.letter.to_string();
        for count in 1..=found.each.max(1) {
            let fill = filler.repeat(count);
            let first = some(start.clone()).unwrap_or_else(|| fill.clone());
            let last = some(end.clone()).unwrap_or_else(|| fill.clone());
            let mut parts = vec![first, fill.clone()];
            parts.extend(middle.clone());
            parts.extend([fill, last]);
            found.offer(&parts.join(&parting));
        }
    }
}

/// Where a piece must be in the text.
enum Way {
    Start(String),
    Middle(String),
    End(String),
}

/// Pieces that make a text pass a test, of each kind those last that pass the fewest other tests.
fn pieces_of(test: &TextTest, signs: &Signs) -> Vec<Way> {
    let wrapped = |piece: &str| format!("{0}{piece}{0}", signs.letter);
    match test {
        TextTest::Part(TextOp::Contains, texts) => {
            texts.iter().flat_map(|piece| [Way::Middle(piece.clone()), Way::Middle(wrapped(piece))]).collect()
        }
        TextTest::Part(TextOp::ContainsAll, texts) => {
            let parting = signs.parting.to_string();
            let all: Vec<String> = texts.iter().map(|piece| wrapped(piece)).collect();
            vec![Way::Middle(texts.join(&parting)), Way::Middle(all.join(&parting))]
        }
        TextTest::Part(TextOp::Mentions, texts) => texts.iter().map(|piece| Way::Middle(piece.clone())).collect(),
        TextTest::Part(TextOp::StartsWith, texts) => texts
            .iter()
            .flat_map(|piece| [Way::Start(piece.clone()), Way::Start(format!("{piece}{}", signs.letter))])
            .collect(),
        TextTest::Part(TextOp::EndsWith, texts) => texts
            .iter()
            .flat_map(|piece| [Way::End(piece.clone()), Way::End(format!("{}{piece}", signs.letter))])
            .collect(),
        TextTest::In(_) | TextTest::Matches(_) => Vec::new(),
    }
}

/// Addresses made of pieces before and after `@`.
fn addresses(tests: &[Test<'_>], signs: &Signs, found: &mut Found<'_>) {
    let letter = signs.letter;
    let (mut before, mut after) = (vec!["an".to_owned()], vec!["lead.example".to_owned()]);
    let pieces =
        tests.iter().filter(|test| test.whole_texts().is_empty()).flat_map(|test| search::pieces(&test.ask.test));
    for piece in pieces.take(MOST_PIECES) {
        if let Some((local, domain)) = piece.split_once('@') {
            before.push(local.to_owned());
            before.push(format!("{letter}{local}"));
            after.push(domain.to_owned());
            after.push(format!("{domain}{letter}.example"));
        } else {
            before.push(piece.to_owned());
            before.push(format!("{letter}{piece}{letter}"));
            for made in [piece.to_owned(), format!("{piece}.example"), format!("{letter}{piece}{letter}.example")] {
                after.push(made);
            }
            after.push(format!("{letter}.{piece}"));
            after.push(format!("{letter}{piece}"));
        }
    }
    for domain in &after {
        for local in &before {
            found.offer(&format!("{local}@{domain}"));
        }
    }
}

/// The subsets of `count` elements; only some if there are very many.
fn subsets(count: usize) -> Vec<Vec<usize>> {
    if count <= MOST_TESTS {
        return (0..1_usize << count).map(|mask| (0..count).filter(|at| mask >> at & 1 == 1).collect()).collect();
    }
    let singles = (0..count.min(200)).map(|at| vec![at]);
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| vec![a, b]));
    let most = [(0..count.min(200)).collect::<Vec<_>>()];
    singles.chain(pairs.take(600)).chain(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn found(tests: &[TextTest], holds: Holds) -> (Vec<Vec<bool>>, bool) {
        let asks: Vec<Ask<'_>> =
            tests.iter().map(|test| Ask { test: Cow::Borrowed(test), of_domain: holds == Holds::Email }).collect();
        let (samples, complete) = samples(&asks, holds, 1, &Effort::of(1_000_000));
        let ready: Vec<Test<'_>> = asks.iter().map(Test::new).collect();
        let mut answers: Vec<Vec<bool>> =
            samples.iter().map(|word| ready.iter().map(|test| test.passes(&text::fold(word))).collect()).collect();
        answers.sort();
        (answers, complete)
    }

    fn texts(of: &[&str]) -> Vec<String> {
        of.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn one_text_for_each_combination_that_there_is() {
        // "director" in a text means that "direct" is in it too.
        let tests = [
            TextTest::Part(TextOp::Contains, texts(&["director"])),
            TextTest::Part(TextOp::Contains, texts(&["direct"])),
        ];
        let all = vec![vec![false, false], vec![false, true], vec![true, true]];
        assert_eq!(found(&tests, Holds::Text), (all.clone(), true));
        // A word by itself is contained in the text, not the other way round.
        let tests =
            [TextTest::Part(TextOp::Mentions, texts(&["vp"])), TextTest::Part(TextOp::Contains, texts(&["vp"]))];
        assert_eq!(found(&tests, Holds::Text), (all, true));
    }

    #[test]
    fn patterns_are_searched_to_the_end() {
        use crate::ir::Pattern;
        let pattern = |text: &str| TextTest::Matches(Pattern::new(text, text.to_owned()).expect("a pattern"));
        let tests = [pattern("^a+$"), pattern("b"), TextTest::Part(TextOp::StartsWith, texts(&["aa"]))];
        let (answers, complete) = found(&tests, Holds::Text);
        assert!(complete);
        assert!(!answers.iter().any(|answer| answer[0] && answer[1]));
        assert_eq!(answers.len(), 6);
    }

    #[test]
    fn domains() {
        let tests = [TextTest::In(texts(&["gmail.com"])), TextTest::Part(TextOp::EndsWith, texts(&[".be"]))];
        let (answers, complete) = found(&tests, Holds::Email);
        assert_eq!(answers, vec![vec![false, false], vec![false, true], vec![true, false]]);
        assert!(complete);
    }
}
