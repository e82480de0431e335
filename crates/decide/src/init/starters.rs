//! Rules to start from, made of the data's own names and values. In: fields, with what became of the leads where that is known;
//! out: a few live rules of what is known of a lead, and ideas, as comments. Where it is known what became of the leads, only
//! that is proposed which leads that converted have more often (or less, for what costs points).

use leadrules_language::words::{Text, say};

use super::aside::LEAST;
use super::crossing::Told;
use super::field::Field;
use super::guess::{Choice, Kind};
use super::names::value;
use crate::misleading::{Fates, area, rate};
use crate::statistic::{Rate, deviations};

/// Points of a live rule.
pub(super) const POINTS: u64 = 3;

/// Of each group of ideas, so many are written.
const IDEAS: usize = 2;

/// A rule is worth its points where leads convert so many times as often as the others, or the others as these.
const WORTH: f64 = 1.25;

/// Of fewer numbers none says where many begin.
const FEW: u64 = 10;

/// Whether a condition goes with converting or against it, as far as can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// Leads of which it holds convert more often.
    More,
    /// Less often.
    Less,
    /// It can't be told, or makes little difference.
    Unclear,
}

/// What became of the leads of which a condition holds, and of the others.
#[derive(Clone, Copy, Debug)]
struct Split {
    with: Fates,
    without: Fates,
}

impl Split {
    fn new(with: Fates, all: Fates) -> Self {
        Self { with, without: [all[0] - with[0], all[1] - with[1]] }
    }

    fn effect(self) -> Effect {
        let few = |[no, yes]: Fates| no + yes < LEAST;
        if few(self.with) || few(self.without) {
            return Effect::Unclear;
        }
        let (here, there) = (rate(self.with), rate(self.without));
        let shares = Rate::new(self.with[1], self.with[0] + self.with[1], deviations(0.999));
        let (low, high) = (shares.low.unwrap_or(0.0), shares.high.unwrap_or(1.0));
        // What none has that did not convert is filled in afterwards, as a rule.
        if low > there && here > there * WORTH && self.with[0] > 0 {
            Effect::More
        } else if high < there && here < there / WORTH {
            Effect::Less
        } else {
            Effect::Unclear
        }
    }

    /// How well the condition ranks leads.
    fn area(self) -> f64 {
        area([self.with, self.without])
    }

    /// What a rule is based on.
    fn said(self) -> Text {
        let percent = |fates: Fates| {
            let share = rate(fates);
            Text::percent(share, usize::from((0.05..9.95).contains(&(share * 100.0))))
        };
        let (these, others) = (percent(self.with), percent(self.without));
        say!("{these} of these converted, {others} of the others", these, others)
    }
}

fn known(told: Told<'_>) -> Split {
    Split::new(told.known(), told.all())
}

/// The fields whose being known gives points: how to reach the lead first, then what only some have.
pub(super) fn live_fields<'a, 'f>(fields: &'f [Field<'a>]) -> Vec<&'f Field<'a>> {
    const CONTACT: &[&str] = &[
        "email",
        "e_mail",
        "mail",
        "phone",
        "telephone",
        "telefoon",
        "mobile",
        "gsm",
        "name",
        "naam",
        "full_name",
        "last_name",
        "company",
        "bedrijf",
        "job_title",
        "functie",
    ];
    // Where it is known what became of the leads, points that all of them get are seen to tell nothing.
    let is_told = fields.iter().any(|field| field.told.is_some());
    let only_some = |field: &&Field<'a>| !field.is_key && (1..100).contains(&field.known_share());
    let live = || fields.iter().filter(|field| field.is_live());
    let effect = |field: &Field<'_>| field.told.map(|told| known(told).effect());
    let mut chosen: Vec<&Field<'a>> = live()
        .filter(|field| CONTACT.contains(&field.name.as_str()) && effect(field) != Some(Effect::Less))
        .filter(|field| !is_told || only_some(field))
        .take(4)
        .collect();
    if chosen.is_empty() {
        let mut some: Vec<&Field<'a>> = live().filter(only_some).collect();
        // What half of the leads have tells the most apart.
        some.sort_by_key(|field| field.known_share().abs_diff(50));
        let telling = some.iter().filter(|field| effect(field).is_none_or(|effect| effect == Effect::More));
        for field in telling {
            // What came together tells the same.
            let is_like = |other: &&Field<'_>| {
                field.told.zip(other.told).is_some_and(|(told, other)| told.known() == other.known())
            };
            if chosen.len() < 4 && !chosen.iter().any(is_like) {
                chosen.push(field);
            }
        }
        if chosen.is_empty() {
            chosen = some.into_iter().filter(|field| effect(field) != Some(Effect::Less)).take(1).collect();
        }
    }
    // It has to say something that can be true, if need be of what is always known, at last of the key.
    let usable = |is_wanted: fn(&Field<'_>) -> bool| fields.iter().find(|field| field.is_usable() && is_wanted(field));
    if chosen.is_empty() {
        let other = usable(|field| field.is_live() && !field.is_key).or_else(|| usable(|field| !field.is_key));
        chosen.extend(other.or_else(|| fields.iter().find(|field| field.is_key)));
    }
    chosen
}

/// A rule that is proposed.
struct Idea {
    group: usize,
    rule: Text,
    /// What became of the leads that it is for.
    split: Option<Split>,
}

/// Starter rules, those that tell most of each group.
pub(super) fn ideas(fields: &[Field<'_>]) -> Vec<Text> {
    let live = fields.iter().filter(|field| field.is_live() && !field.is_key);
    let ideas: Vec<Idea> = live.filter_map(idea).collect();
    let tells = |idea: &Idea| idea.split.map_or(0.0, Split::area);
    let is_among_best = |(at, idea): &(usize, &Idea)| {
        let comes_before = |(place, other): &(usize, &Idea)| {
            other.group == idea.group && (tells(other) > tells(idea) || (tells(other) >= tells(idea) && place < at))
        };
        ideas.iter().enumerate().filter(comes_before).count() < IDEAS
    };
    let best = ideas.iter().enumerate().filter(is_among_best).map(|(_, idea)| idea);
    best.map(|idea| match idea.split {
        Some(split) => Text::row(vec![idea.rule.clone(), split.said()], "  # "),
        None => idea.rule.clone(),
    })
    .collect()
}

/// A rule of a field. Values are held against other values: that something is known at all may tell something else.
fn idea(field: &Field<'_>) -> Option<Idea> {
    let name = &field.name;
    let told = field.told;
    let pays = |with: Fates, all: Fates| {
        let split = Split::new(with, all);
        (split.effect() == Effect::More).then_some(split)
    };
    let (group, rule, split) = match &field.guess.kind {
        Kind::Choice(options) => {
            // Where nearly all have one, it says no more than that it is known.
            if options.first().is_some_and(|option| option.count * 100 >= field.guess.known * 98) {
                return None;
            }
            let (options, split) = match told {
                None => (options.iter().take(2).collect(), None),
                Some(told) => {
                    let (options, with) = best_options(options, told)?;
                    (options, Some(Split::new(with, told.known())))
                }
            };
            let names: Vec<String> = options.into_iter().map(|option| value(&option.name)).collect();
            let rule = match names.as_slice() {
                [name_of_one] => format!("{name} is {name_of_one} => +10"),
                names => format!("{name} in {} => +10", names.join(", ")),
            };
            (0, Text::verbatim(rule), split)
        }
        Kind::Integer { .. } | Kind::Number { .. } => {
            let bar = field.guess.bar().filter(|_| field.guess.known >= FEW)?;
            let split = match told {
                None => None,
                Some(told) => Some(pays(told.from(i64::try_from(bar.0).ok()?), told.known())?),
            };
            (1, Text::verbatim(format!("{name} >= {bar} => +10")), split)
        }
        Kind::YesNo => {
            let split = told.map(|told| Split::new(told.yes(), told.all()));
            let points = match (split.map(Split::effect), is_refusal(name)) {
                (None | Some(Effect::Less), true) => "-10",
                (None | Some(Effect::More), false) => "+5",
                (Some(_), _) => return None,
            };
            (2, Text::verbatim(format!("{name} => {points}")), split)
        }
        Kind::Date { .. } => (3, Text::verbatim(format!("{name} in last 30 days => +5")), None),
        Kind::Text if name.contains("title") || name.contains("functie") => {
            (4, say!("{field} mentions \"director\", \"owner\" => +12", field = name), None)
        }
        Kind::ListOfChoice(options, _) => {
            let (option, split) = match told {
                None => (options.first()?, None),
                Some(told) => {
                    let paying = options
                        .iter()
                        .enumerate()
                        .filter_map(|(at, option)| Some((option, pays(told.option(at), told.all())?)));
                    let (option, split) = paying.max_by(|a, b| a.1.area().total_cmp(&b.1.area()))?;
                    (option, Some(split))
                }
            };
            (4, Text::verbatim(format!("{name} contains {} => +5", value(&option.name))), split)
        }
        Kind::Text | Kind::Email | Kind::ListOfText | Kind::Empty | Kind::Constant(_) => return None,
    };
    Some(Idea { group, rule, split })
}

/// The two options of which most leads convert, of those that go with converting, and what became of their leads.
fn best_options<'o>(options: &'o [Choice], told: Told<'_>) -> Option<(Vec<&'o Choice>, Fates)> {
    let of = |(at, option): (usize, &'o Choice)| (option, told.option(at));
    let pays = |(_, with): &(&Choice, Fates)| Split::new(*with, told.known()).effect() == Effect::More;
    let mut paying: Vec<(&Choice, Fates)> = options.iter().enumerate().map(of).filter(pays).collect();
    paying.sort_by(|a, b| rate(b.1).total_cmp(&rate(a.1)));
    // The second stands beside the first only where it is of its kind.
    let best = paying.first().map_or(0.0, |(_, with)| rate(*with));
    paying.retain(|(_, with)| rate(*with) * 2.0 >= best);
    paying.truncate(2);
    let with = paying.iter().fold([0, 0], |sum, (_, with)| [sum[0] + with[0], sum[1] + with[1]]);
    (!paying.is_empty()).then(|| (paying.into_iter().map(|(option, _)| option).collect(), with))
}

/// Whether yes is bad news.
fn is_refusal(name: &str) -> bool {
    const WORDS: &[&str] =
        &["not", "no", "out", "unsubscribed", "bounced", "bounce", "spam", "default", "geen", "blocked"];
    name.split('_').any(|word| WORDS.contains(&word))
}
