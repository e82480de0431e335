//! In which order leads and accounts can be evaluated, where they ask each other. In: the resolved rules of both; out: for each
//! thing that one asks of the other, the turn in which it is known (see [`crate::ir::Accounts`]), or a finding that shows the
//! circle in which they wait for each other.

use std::collections::BTreeMap;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{Accounts, Dependencies, FieldId, LabelId, OfAccount, Part, Rules, ScoreBody, ScoreId};
use crate::source::Span;
use crate::words::say;

use super::symbols::listing;

/// Something that is worked out of a lead or an account.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Score(ScoreId),
    Exclusion,
    Stage,
    Label(LabelId),
}

/// Of whom.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Lead(Thing),
    Account(Thing),
}

/// Settles the turns of a rule set with accounts, or says why there are none.
pub(super) fn settle(rules: &mut Rules) -> Option<Diagnostic> {
    let accounts = rules.accounts.take()?;
    let mut walk = Walk { leads: rules, accounts: &accounts, turns: BTreeMap::new(), open: Vec::new() };
    match walk.all() {
        Ok((asked, gathered, turns)) => {
            let mut accounts = accounts;
            accounts.asked.iter_mut().zip(asked).for_each(|(asked, turn)| asked.turn = turn);
            accounts.gathered.iter_mut().zip(gathered).for_each(|(gathered, turn)| gathered.turn = turn);
            accounts.turns = turns;
            rules.accounts = Some(accounts);
            None
        }
        Err(circle) => {
            let finding = walk.finding(&circle);
            rules.accounts = Some(accounts);
            Some(finding)
        }
    }
}

struct Walk<'a> {
    leads: &'a Rules,
    accounts: &'a Accounts,
    turns: BTreeMap<Node, u16>,
    /// Those that are being looked at, each on behalf of the one before it.
    open: Vec<Node>,
}

/// A circle: its members, each of which asks for the next, and the last for the first.
type Circle = Vec<Node>;

impl Walk<'_> {
    /// The turns of what leads ask, of what accounts ask, and the last of all.
    fn all(&mut self) -> Result<(Vec<u16>, Vec<u16>, u16), Circle> {
        let mut last = 0;
        for node in things(self.leads).map(Node::Lead).chain(things(&self.accounts.rules).map(Node::Account)) {
            last = last.max(self.turn(node)?);
        }
        let asked = self.accounts.asked.iter().map(|asked| self.of_account(asked.of)).collect::<Result<Vec<_>, _>>()?;
        let gathered = self.accounts.gathered.iter().map(|gathered| self.gathered(gathered.field));
        let gathered = gathered.collect::<Result<Vec<_>, _>>()?;
        last = asked.iter().chain(&gathered).copied().fold(last, u16::max);
        Ok((asked, gathered, last))
    }

    /// In which turn something is known.
    fn turn(&mut self, node: Node) -> Result<u16, Circle> {
        if let Some(turn) = self.turns.get(&node) {
            return Ok(*turn);
        }
        if let Some(from) = self.open.iter().position(|open| *open == node) {
            return Err(self.open[from..].to_vec());
        }
        self.open.push(node);
        let turn = match node {
            Node::Lead(thing) => {
                let looks = dependencies(self.leads, thing);
                let mut turn = self.own(&looks, thing, Node::Lead)?;
                for asked in &self.accounts.asked {
                    if looks.fields.contains(&asked.field) {
                        turn = turn.max(self.of_account(asked.of)?);
                    }
                }
                turn
            }
            Node::Account(thing) => {
                let looks = dependencies(&self.accounts.rules, thing);
                let mut turn = self.own(&looks, thing, Node::Account)?;
                for gathered in &self.accounts.gathered {
                    if looks.fields.contains(&gathered.field) {
                        turn = turn.max(self.gathered(gathered.field)?);
                    }
                }
                if looks.events {
                    turn = turn.max(self.turn(Node::Lead(Thing::Exclusion))?);
                }
                turn
            }
        };
        self.open.pop();
        self.turns.insert(node, turn);
        Ok(turn)
    }

    /// The turn of what a thing asks of the same lead or account.
    fn own(&mut self, looks: &Dependencies, of: Thing, node: fn(Thing) -> Node) -> Result<u16, Circle> {
        let mut turn = 0;
        let scores = looks.scores.iter().copied().map(Thing::Score);
        let labels = looks.labels.iter().copied().map(Thing::Label);
        // Who is set apart has that stage, whatever its steps say.
        let stage = looks.stage.then_some(Thing::Stage).into_iter();
        let apart = (of == Thing::Stage).then_some(Thing::Exclusion);
        for thing in scores.chain(labels).chain(stage).chain(apart) {
            turn = turn.max(self.turn(node(thing))?);
        }
        Ok(turn)
    }

    /// In which turn leads know this of their account: one after it is known of the account itself.
    fn of_account(&mut self, of: OfAccount) -> Result<u16, Circle> {
        let thing = match of {
            OfAccount::Itself | OfAccount::Field(_) => return Ok(0),
            OfAccount::Score(id) => Thing::Score(id),
            OfAccount::Label(id) => Thing::Label(id),
            OfAccount::Stage => Thing::Stage,
        };
        Ok(self.turn(Node::Account(thing))?.saturating_add(1))
    }

    /// In which turn accounts know this of their leads.
    fn gathered(&mut self, field: FieldId) -> Result<u16, Circle> {
        let accounts = self.accounts;
        let gathered = accounts.gathered.iter().find(|gathered| gathered.field == field);
        let gathered = gathered.expect("a field that holds what is asked over leads");
        let mut turn = self.turn(Node::Lead(Thing::Exclusion))?;
        let filter = gathered.filter.iter().map(|filter| self.leads.dependencies_of_condition(filter));
        let quantity = gathered.of.quantity().map(|of| self.leads.dependencies_of_quantity(of));
        for looks in filter.chain(quantity) {
            turn = turn.max(self.own(&looks, Thing::Exclusion, Node::Lead)?);
            for asked in &accounts.asked {
                if looks.fields.contains(&asked.field) {
                    turn = turn.max(self.of_account(asked.of)?);
                }
            }
        }
        Ok(turn)
    }

    fn finding(&self, circle: &[Node]) -> Diagnostic {
        let first = circle[0];
        let names: Vec<String> = circle.iter().skip(1).chain([&first]).map(|node| self.name(*node)).collect();
        let (last, between) = names.split_last().expect("a circle has a last member");
        let way = match between {
            [] => say!("It asks for `{last}` itself.", last),
            between => {
                let between: Vec<&str> = between.iter().map(String::as_str).collect();
                say!("It asks for {names}, and so for `{last}` itself.", names = listing(&between), last)
            }
        };
        let mut finding = Diagnostic::new(
            &codes::LR0231,
            say!("`{name}` waits for itself", name = self.name(first)),
            self.span(first),
            say!("leads back to it"),
        );
        for (node, next) in circle.iter().skip(1).zip(names.iter().skip(1)) {
            finding = finding.also(self.span(*node), say!("asks for `{next}`", next));
        }
        finding.help(way.and_then(say!(
            "Leads and accounts may ask each other, but not in a circle: take one of these questions out."
        )))
    }

    fn rules(&self, node: Node) -> (&Rules, Thing, &'static str) {
        match node {
            Node::Lead(thing) => (self.leads, thing, ""),
            Node::Account(thing) => (&self.accounts.rules, thing, "account."),
        }
    }

    fn name(&self, node: Node) -> String {
        let (rules, thing, of) = self.rules(node);
        let name = match thing {
            Thing::Score(id) => &rules.score(id).name,
            Thing::Label(id) => &rules.label(id).name,
            Thing::Stage => "stage",
            Thing::Exclusion => "exclude",
        };
        format!("{of}{name}")
    }

    fn span(&self, node: Node) -> Span {
        let (rules, thing, _) = self.rules(node);
        match thing {
            Thing::Score(id) => rules.score(id).span,
            Thing::Label(id) => rules.label(id).span,
            Thing::Stage => rules.stages.steps.first().map_or_else(Span::default, |step| step.span),
            Thing::Exclusion => rules.exclusions.first().map_or_else(Span::default, |line| line.span),
        }
    }
}

/// All that is worked out by a rule set.
fn things(rules: &Rules) -> impl Iterator<Item = Thing> {
    let scores = (0..rules.scores.len()).map(|at| Thing::Score(ScoreId(u16::try_from(at).unwrap_or(u16::MAX))));
    let labels = (0..rules.labels.len()).map(|at| Thing::Label(LabelId(u16::try_from(at).unwrap_or(u16::MAX))));
    [Thing::Exclusion, Thing::Stage].into_iter().chain(scores).chain(labels)
}

/// What a thing depends on.
fn dependencies(rules: &Rules, thing: Thing) -> Dependencies {
    let mut all = Dependencies::default();
    match thing {
        Thing::Score(id) => {
            let score = rules.score(id);
            for rule in score.parts().iter().flat_map(Part::rules) {
                all.add(rules.dependencies_of_rule(rule));
            }
            if let ScoreBody::Computed(of) = &score.body {
                all.add(rules.dependencies_of_quantity(of));
            }
        }
        Thing::Exclusion => {
            rules.exclusions.iter().for_each(|line| all.add(rules.dependencies_of_condition(&line.condition)));
        }
        Thing::Stage => {
            rules.stages.steps.iter().for_each(|step| all.add(rules.dependencies_of_condition(&step.condition)));
        }
        Thing::Label(id) => all.add(rules.dependencies_of_label(&rules.label(id).body)),
    }
    all
}
