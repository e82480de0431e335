//! Scores: their ranges, rules, groups and tables. In: `score …` as written; out: [`ir::Score`]s, in an order in which each
//! refers only to earlier ones. `award` says what a rule gives, `overlap` which rows overlap.

use crate::ast;
use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Cond, Part, RuleId};
use crate::source::Span;
use crate::types::Bounds;
use crate::words::say;

use super::award::Around;
use super::fields;
use super::operand::Operand;
use super::question::{Asked, Form};
use super::resolver::{Place, Resolver, Role, State};
use super::settings::{Settings, settings};

impl<'a> Resolver<'a> {
    /// All scores, in the order of their ids.
    pub(super) fn scores(&mut self) -> Vec<ir::Score> {
        let declared = self.declared;
        for at in 0..declared.scores.len() {
            self.score_id(at, None);
        }
        let mut scores: Vec<(ir::ScoreId, ir::Score)> = Vec::new();
        for (at, score) in declared.scores.iter().enumerate() {
            let range = self.score_range(score);
            let body = match &score.body {
                ast::ScoreBody::Rules(block) => {
                    let around = Around { owner: score.owner.as_ref(), decay: None };
                    if block.statements.is_empty() && declared.symbols.is_whole(block.span) {
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0603,
                                say!("the score `{name}` has no rules", name = &score.name.text),
                                score.name.span,
                                say!("always 0"),
                            )
                            .help(say!("A rule reads `condition => +20`.")),
                        );
                    }
                    ir::ScoreBody::Rules(self.parts_of(block, around, GroupIn::Allowed))
                }
                ast::ScoreBody::Computed(_) => match self.formulas.remove(&at).flatten() {
                    Some(formula) => ir::ScoreBody::Computed(formula),
                    None => continue,
                },
            };
            let State::Done(id) = self.score_states[at] else { continue };
            scores.push((
                id,
                ir::Score {
                    name: score.name.text.clone(),
                    owner: score.owner.as_ref().map(|owner| owner.text.clone()),
                    range: range.unwrap_or_default(),
                    body,
                    span: score.name.span,
                },
            ));
        }
        scores.sort_by_key(|(id, _)| *id);
        scores.into_iter().map(|(_, score)| score).collect()
    }

    fn score_range(&mut self, score: &ast::Score) -> Option<Bounds<Points>> {
        let range = score.range.as_ref()?;
        if range.half_open {
            let whole = self.findings.text(range.span).replace("..<", "..");
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0402,
                    say!("a score's range takes in its upper end"),
                    range.span,
                    say!("leaves it out"),
                )
                .help(say!("Points above the upper end are cut off at that end, so it belongs to the range."))
                .fix(say!("write `{text}`", text = &whole), range.span, whole),
            );
            return None;
        }
        let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
            ast::Value::Number(number) => self.points(number),
            other @ (ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
                self.findings.push(fields::not_an_end(other.span(), say!("a number of points")));
                None
            }
        };
        let (low, high) = (end(&range.low), end(&range.high));
        fields::upside_down(range, low, high, &mut self.findings);
        Some(Bounds { low, high, half_open: false })
    }

    /// The rules, tables and groups of a block; those that are broken are left out.
    fn parts_of(&mut self, block: &'a ast::Block<ast::ScoreLine>, around: Around<'a>, groups: GroupIn) -> Vec<Part> {
        let mut parts = Vec::new();
        for line in &block.statements {
            match &line.node {
                ast::ScoreLine::Rule(rule) => parts.extend(self.rule(rule, line.span, around).map(Part::Rule)),
                ast::ScoreLine::Table(table) => parts.extend(self.table(table, around).map(Part::Table)),
                ast::ScoreLine::Group(group) => {
                    if groups == GroupIn::Group {
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0604,
                                say!("a group in a group"),
                                group.title.span,
                                say!("inside another group"),
                            )
                            .help(say!(
                                "A group holds rules and tables, so that it is plain which cap cuts what; put it \
                                 beside the other."
                            )),
                        );
                    }
                    parts.push(Part::Group(self.group(group, line.span, around)));
                }
            }
        }
        parts
    }

    fn group(&mut self, group: &'a ast::Group, span: Span, around: Around<'a>) -> ir::Group {
        let settings = settings(&group.options);
        self.not_for(&settings);
        let up_to = settings.up_to.and_then(|number| self.points(number));
        let down_to = settings.down_to.and_then(|number| self.points(number));
        let decay =
            settings.decay.and_then(|setting| self.decay(setting)).zip(settings.decay.map(|setting| setting.span));
        let parts =
            self.parts_of(&group.body, Around { decay: decay.map(|(decay, _)| decay), ..around }, GroupIn::Group);
        if let Some((_, place)) = decay
            && !parts.is_empty()
            && !parts.iter().flat_map(Part::rules).any(|rule| fades(&rule.gain))
        {
            self.findings.push(
                Diagnostic::new(&codes::LR0506, say!("nothing in this group fades"), place, say!("for event rules"))
                    .help(say!("Points fade with the age of an event, and no rule here gives points for one.")),
            );
        }
        if group.body.statements.is_empty() && self.declared.symbols.is_whole(group.body.span) {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0603,
                    say!("the group \"{title}\" has no rules", title = &group.title.value),
                    group.title.span,
                    say!("gives nothing"),
                )
                .help(say!("A rule reads `condition => +20`.")),
            );
        }
        ir::Group {
            title: group.title.value.clone(),
            up_to,
            down_to,
            best: settings.best.is_some(),
            parts,
            span: span.before().to(group.options.last().map_or(group.title.span, |option| option.span)),
        }
    }

    /// Reports the settings of a group that only rules take.
    fn not_for(&mut self, settings: &Settings<'a>) {
        for (word, span) in [
            ("as", settings.title.map(|text| text.span)),
            ("because", settings.because.map(|text| text.span)),
            ("by", settings.by.map(|name| name.span)),
            ("from", settings.from.map(|date| date.span)),
            ("until", settings.until.map(|date| date.span)),
        ] {
            if let Some(span) = span {
                self.findings.push(
                    Diagnostic::new(&codes::LR0606, say!("a group takes no `{word}`", word), span, say!("for a rule"))
                        .help(say!(
                            "Write it at each rule that it is for; a group takes `up to`, `down to`, a decay and \
                             `best`."
                        )),
                );
            }
        }
    }

    /// The id of the next rule.
    pub(super) fn rule_id(&mut self) -> RuleId {
        let id = RuleId(self.next_rule);
        self.next_rule += 1;
        id
    }

    fn table(&mut self, table: &'a ast::Table, around: Around<'a>) -> Option<ir::Table> {
        let place = Place::of(Role::Rule);
        let subject = table.subject.span();
        let operand = self.operand(&table.subject, place);
        let operand = match operand {
            Some(operand @ (Operand::Subject(..) | Operand::Number(..))) => Some(operand),
            Some(
                other @ (Operand::Condition(_)
                | Operand::Stage(_)
                | Operand::Text(_)
                | Operand::Date(_)
                | Operand::Truth(_)),
            ) => {
                let asked = Asked { subject, whole: subject, form: Form::Whole };
                self.unfit(
                    &other,
                    asked,
                    subject,
                    say!("a table"),
                    say!("A table asks about one field or quantity; a condition is a rule of its own."),
                )
            }
            None => None,
        };
        let mut rows = Vec::new();
        let (mut otherwise, mut unknown): (Option<Span>, Option<Span>) = (None, None);
        for line in &table.rows.statements {
            let id = self.rule_id();
            let row = &line.node;
            let (kind, span) = match &row.matcher {
                ast::Matcher::Entries(_, span) | ast::Matcher::Tail(_, span) => (ir::RowKind::Values, *span),
                ast::Matcher::Otherwise(span) => (ir::RowKind::Otherwise, *span),
                ast::Matcher::Unknown(span) => (ir::RowKind::Unknown, *span),
            };
            let seen = match kind {
                ir::RowKind::Values => None,
                ir::RowKind::Otherwise => otherwise.replace(span).map(|first| ("otherwise", first)),
                ir::RowKind::Unknown => unknown.replace(span).map(|first| ("unknown", first)),
            };
            if let Some((word, first)) = seen {
                self.findings.push(
                    Diagnostic::new(&codes::LR0405, say!("`{word}` is there twice", word), span, say!("again"))
                        .also(first, say!("first here"))
                        .help(say!("At most one row of a table gives points; take one of the two out.")),
                );
            }
            let Some(operand) = &operand else { continue };
            let asked = Asked { subject, whole: span, form: Form::Row };
            let condition = self.row_condition(operand, &row.matcher, asked, place);
            let rule = self.row(id, (table, row), condition, operand, line.span, around);
            rows.extend(rule.map(|rule| ir::Row { kind, rule }));
        }
        let operand = operand?;
        self.overlaps(&operand, &rows);
        let asked = Asked { subject, whole: subject, form: Form::Whole };
        let known = Cond::sugar(self.known(&operand, asked)?, subject);
        Some(ir::Table { known, rows, span: subject })
    }

    fn row_condition(
        &mut self,
        operand: &Operand<'a>,
        matcher: &'a ast::Matcher,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let span = asked.whole;
        match matcher {
            ast::Matcher::Entries(entries, _) => self.is_in(operand, entries, asked, place),
            ast::Matcher::Tail(tail @ (ast::Tail::Known | ast::Tail::Unknown), _) => {
                let (word, row) = match tail {
                    ast::Tail::Known => ("is known", "otherwise"),
                    _ => ("is unknown", "unknown"),
                };
                self.findings.push(
                    Diagnostic::bare(&codes::LR0405, say!("`{word}` is no row of a table", word), span)
                        .help(say!(
                            "`otherwise` is for a known value that no other row takes, `unknown` for one that is not \
                             there."
                        ))
                        .fix(say!("write `{text}`", text = row), span, row),
                );
                None
            }
            ast::Matcher::Tail(tail, _) => self.ask(operand, tail, asked, place),
            ast::Matcher::Otherwise(_) => Some(Cond::written(self.known(operand, asked)?, span)),
            ast::Matcher::Unknown(_) => Some(Cond::written(self.known(operand, asked)?, span).opposite(span)),
        }
    }
}

/// Where a group is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum GroupIn {
    Allowed,
    Group,
}

fn fades(gain: &ir::Gain) -> bool {
    match gain {
        ir::Gain::Once { decay, .. } => decay.is_some(),
        ir::Gain::PerOccurrence { decay, .. } => decay.is_some(),
        ir::Gain::PerUnit { .. } => false,
    }
}
