//! Owners of scores and rules: their names are not declared anywhere, so a slip of the pen makes a new team. In: the
//! owners as written; out: a warning for each that is named once and is nearly the same as one that is named more
//! often.

use std::collections::BTreeMap;

use crate::ast::{Name, ScoreBody, ScoreLine, Setting, SettingKind};
use crate::codes;
use crate::diagnostic::{Diagnostic, nearest};
use crate::words::say;

use super::resolver::Resolver;

impl<'a> Resolver<'a> {
    pub(super) fn owners(&mut self) {
        let mut owners: Vec<&'a Name> = Vec::new();
        let of_accounts = self.others.iter().flat_map(|accounts| &accounts.scores);
        for score in self.declared.scores.iter().chain(of_accounts) {
            owners.extend(&score.owner);
            if let ScoreBody::Rules(block) = &score.body {
                for line in &block.statements {
                    of_line(&line.node, &mut owners);
                }
            }
        }
        let before_parties = owners.len();
        for (agreement, _) in &self.declared.agreements {
            for line in &agreement.lines.statements {
                if let crate::ast::AgreementLine::Between(parties) = &line.node {
                    owners.extend(parties);
                }
            }
        }
        let parties = owners.len() - before_parties;
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for owner in &owners {
            *times.entry(&owner.text).or_default() += 1;
        }
        // A party that nobody else is called like is a slip of one that rules name, if only once.
        let of_rules = owners.len() - parties;
        let named: Vec<&str> = owners[..of_rules].iter().map(|owner| owner.text.as_str()).collect();
        let often: Vec<&str> = times.iter().filter(|(_, times)| **times > 1).map(|(name, _)| *name).collect();
        for (at, owner) in owners.iter().enumerate().filter(|(_, owner)| times[owner.text.as_str()] == 1) {
            let known = if at < of_rules { &often } else { &named };
            let others = self.findings.candidates(known.iter().copied());
            let Some(near) = nearest(&owner.text, others) else { continue };
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0804,
                    say!("is the owner `{owner}` really another than `{near}`?", owner = &owner.text, near),
                    owner.span,
                    say!("named here only"),
                )
                .help(say!(
                    "Owners are told apart by their names, and `{near}` is named {times} times. Did you mean `{near}`?",
                    near,
                    times = times[near]
                ))
                .guess(say!("write `{text}`", text = near), owner.span, near),
            );
        }
    }
}

fn of_line<'a>(line: &'a ScoreLine, owners: &mut Vec<&'a Name>) {
    match line {
        ScoreLine::Rule(rule) => of_settings(&rule.award.options, owners),
        ScoreLine::Table(table) => {
            for row in &table.rows.statements {
                of_settings(&row.node.award.options, owners);
            }
        }
        ScoreLine::Group(group) => {
            for line in &group.body.statements {
                of_line(&line.node, owners);
            }
        }
    }
}

fn of_settings<'a>(settings: &'a [Setting], owners: &mut Vec<&'a Name>) {
    owners.extend(settings.iter().filter_map(|setting| match &setting.kind {
        SettingKind::By(name) => Some(name),
        SettingKind::UpTo(_)
        | SettingKind::DownTo(_)
        | SettingKind::Halving(_)
        | SettingKind::Fading(_)
        | SettingKind::Losing { .. }
        | SettingKind::As(_)
        | SettingKind::Because(_)
        | SettingKind::From(_)
        | SettingKind::Until(_)
        | SettingKind::Best => None,
    }));
}
