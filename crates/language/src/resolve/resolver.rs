//! The state of resolving: findings, what was used, and definitions and scores, which are resolved when first named. In:
//! the declarations; out: definitions and scores in an order in which each refers only to earlier ones.

use std::collections::HashMap;

use crate::ast::{self, About};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, DefinitionId, FieldId, PropertyId, ScoreId};
use crate::source::Span;
use crate::words::{Text, say};

use super::between::{Gather, Wanted};
use super::declarations::Declarations;
use super::findings::Findings;
use super::mentions::Mentions;
use super::symbols::{Entity, many};

/// How many definitions and scores may refer to one another in a chain.
const DEEPEST: usize = 64;

pub(super) struct Resolver<'a> {
    pub declared: &'a Declarations<'a>,
    pub findings: Findings<'a>,
    pub used: Used,
    /// What the definition or condition at hand depends on.
    pub leans: Leans,
    /// The definitions resolved so far.
    pub definitions: Vec<ir::Definition>,
    definition_states: Vec<State<DefinitionId>>,
    leanings: Vec<Leans>,
    pub score_states: Vec<State<ScoreId>>,
    /// The formulas of computed scores, by their index among the declarations.
    pub formulas: HashMap<usize, Option<ir::Quantity>>,
    scores: u16,
    depth: usize,
    pub next_rule: u32,
    pub mentions: Mentions,
    /// What is declared of accounts, for rules about leads; of leads, for rules about accounts.
    pub others: Option<&'a Declarations<'a>>,
    /// What leads ask of their account, each with the field that holds it.
    pub asked: Vec<(Wanted, ir::Field)>,
    /// What accounts ask of their leads.
    pub gathers: Vec<Gather<'a>>,
    /// What the test at hand calls its leads, if it is about an account.
    pub called: Option<Vec<&'a str>>,
}

/// How far the resolving of a definition or a score has got.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum State<I> {
    Waiting,
    /// Being resolved: naming it now would make a circle.
    Open,
    Done(I),
    /// Already reported.
    Broken,
}

/// What rules have used.
#[derive(Debug, Default)]
pub(super) struct Used {
    pub definitions: Vec<bool>,
    pub lists: Vec<bool>,
    pub kinds: Vec<bool>,
    pub activity: bool,
    /// The stage that leads had.
    pub before: bool,
}

impl Used {
    /// Adds what other rules have used.
    pub(super) fn add(&mut self, other: &Self) {
        let all =
            |mine: &mut Vec<bool>, theirs: &[bool]| mine.iter_mut().zip(theirs).for_each(|(one, other)| *one |= other);
        all(&mut self.definitions, &other.definitions);
        all(&mut self.lists, &other.lists);
        all(&mut self.kinds, &other.kinds);
        self.activity |= other.activity;
        self.before |= other.before;
    }
}

/// What a condition depends on that is not allowed everywhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Leans {
    pub score: Option<String>,
    pub stage: bool,
    pub before: bool,
    /// The latest label in the order of labels.
    pub label: Option<usize>,
    /// A field that is known only afterwards, by its name.
    pub outcome: Option<String>,
    /// What is asked over leads, by its place in [`Resolver::gathers`].
    pub gathers: Vec<usize>,
}

impl Leans {
    fn add(&mut self, other: &Self) {
        self.score = self.score.take().or_else(|| other.score.clone());
        self.stage |= other.stage;
        self.before |= other.before;
        self.label = self.label.max(other.label);
        self.outcome = self.outcome.take().or_else(|| other.outcome.clone());
        self.gathers.extend(&other.gathers);
    }
}

/// Where a condition or a quantity is written, which decides what it may name.
#[derive(Copy, Clone, Debug)]
pub(super) struct Place<'p> {
    pub role: Role,
    /// Inside `where`: the properties of the events at hand, and the span of their names.
    pub event: Option<Event<'p>>,
}

/// The events that a `where` looks at.
#[derive(Copy, Clone, Debug)]
pub(super) struct Event<'p> {
    pub properties: &'p [PropertyId],
    /// Their kinds, as written.
    pub what: Span,
}

/// The statement that a condition is part of.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A rule or a table of a score.
    Rule,
    Exclusion,
    Ignore,
    Definition,
    /// The formula of a score.
    Computed,
    Stages,
    /// The label with this index.
    Label(usize),
    Promise,
    Test,
    /// What accounts ask of their leads, and whether points come from it.
    Gathered {
        scores: bool,
    },
}

impl Role {
    pub(super) fn sees_scores(self) -> bool {
        match self {
            Self::Rule | Self::Exclusion | Self::Ignore => false,
            Self::Definition
            | Self::Computed
            | Self::Stages
            | Self::Label(_)
            | Self::Promise
            | Self::Test
            | Self::Gathered { .. } => true,
        }
    }

    fn sees_stage(self) -> bool {
        match self {
            Self::Rule | Self::Exclusion | Self::Ignore | Self::Computed | Self::Stages => false,
            Self::Definition | Self::Label(_) | Self::Promise | Self::Test | Self::Gathered { .. } => true,
        }
    }

    fn sees_before(self) -> bool {
        match self {
            Self::Rule | Self::Exclusion | Self::Ignore | Self::Computed => false,
            Self::Stages | Self::Definition | Self::Label(_) | Self::Promise | Self::Test | Self::Gathered { .. } => {
                true
            }
        }
    }

    /// Whether the label with index `at` is known here.
    pub(super) fn sees_label(self, at: usize) -> bool {
        match self {
            Self::Label(own) => at < own,
            Self::Rule | Self::Exclusion | Self::Ignore | Self::Computed | Self::Stages => false,
            Self::Definition | Self::Promise | Self::Test | Self::Gathered { .. } => true,
        }
    }

    /// Whether points come from it.
    pub(super) fn scores(self) -> bool {
        match self {
            Self::Gathered { scores } => scores,
            Self::Rule | Self::Computed => true,
            Self::Exclusion
            | Self::Ignore
            | Self::Definition
            | Self::Stages
            | Self::Label(_)
            | Self::Promise
            | Self::Test => false,
        }
    }
}

impl Place<'_> {
    pub(super) fn of(role: Role) -> Self {
        Self { role, event: None }
    }
}

impl<'a> Resolver<'a> {
    pub(super) fn new(declared: &'a Declarations<'a>, others: Option<&'a Declarations<'a>>) -> Self {
        Self {
            declared,
            findings: Findings::new(declared.sources),
            used: Used {
                definitions: vec![false; declared.definitions.len()],
                lists: vec![false; declared.lists.len()],
                kinds: vec![false; declared.log.kinds.len()],
                activity: false,
                before: false,
            },
            leans: Leans::default(),
            definitions: Vec::new(),
            definition_states: vec![State::Waiting; declared.definitions.len()],
            leanings: vec![Leans::default(); declared.definitions.len()],
            score_states: vec![State::Waiting; declared.scores.len()],
            formulas: HashMap::new(),
            scores: 0,
            depth: 0,
            next_rule: 0,
            mentions: Mentions::default(),
            others,
            asked: Vec::new(),
            gathers: Vec::new(),
            called: None,
        }
    }

    /// What a name stands for, which is noted.
    pub(super) fn meant(&mut self, name: &ast::Name) -> Option<Entity> {
        let (entity, declared) = self.declared.symbols.declared(&name.text)?;
        self.mentions.note(name.span, declared, entity.into());
        Some(entity)
    }

    /// A field of the lead, named at `span`.
    pub(super) fn use_field(&mut self, id: FieldId, span: Span, place: Place) -> (&'a ir::Field, bool) {
        let declared = self.declared;
        let field = &declared.fields[usize::from(id.0)];
        if field.outcome {
            return (field, self.use_outcome(&field.name, span, place).is_some());
        }
        (field, true)
    }

    /// A field that is known only afterwards: whether it may be looked at here.
    pub(super) fn use_outcome(&mut self, name: &str, span: Span, place: Place) -> Option<()> {
        self.leans.outcome.get_or_insert_with(|| name.to_owned());
        if place.role.scores() {
            self.outcome(name, span);
            return None;
        }
        Some(())
    }

    fn outcome(&mut self, name: &str, span: Span) {
        self.findings.push(
            Diagnostic::new(
                &codes::LR0605,
                say!("points for `{name}`, which is known only afterwards", name),
                span,
                say!("an outcome"),
            )
            .help(say!(
                "A score foretells the outcome, so it can't look at it: for the {leads} of today it is not known yet; take \
                 the rule out, or take `outcome` from the field if it is known before.",
                leads = many(self.declared.about)
            )),
        );
    }

    /// The id of a definition named at `span`, if it could be resolved and is allowed there.
    pub(super) fn use_definition(&mut self, at: usize, span: Span, place: Place) -> Option<DefinitionId> {
        self.used.definitions[at] = true;
        let id = self.definition(at, Some(span))?;
        let leans = self.leanings[at].clone();
        let name = &self.declared.definitions[at].name.text;
        self.leans.add(&leans);
        if let Some(score) = leans.score.as_ref().filter(|_| !place.role.sees_scores()) {
            self.out_of_place(
                span,
                say!("`{name}`, which looks at the score `{score}`, can't be used here", name, score),
                place.role,
            );
            return None;
        }
        if leans.stage && !place.role.sees_stage() {
            self.out_of_place(span, say!("`{name}`, which looks at the stage, can't be used here", name), place.role);
            return None;
        }
        if leans.before && !place.role.sees_before() {
            self.out_of_place(
                span,
                say!("`{name}`, which looks at the stage before, can't be used here", name),
                place.role,
            );
            return None;
        }
        if let Some(label) = leans.label.filter(|label| !place.role.sees_label(*label)) {
            let label = &self.declared.labels[label].name.text;
            self.out_of_place(
                span,
                say!("`{name}`, which looks at the label `{label}`, can't be used here", name, label),
                place.role,
            );
            return None;
        }
        if place.role.scores() {
            if let Some(name) = &leans.outcome {
                self.outcome(name, span);
                return None;
            }
            for at in leans.gathers {
                self.gathers[at].scores = true;
            }
        }
        Some(id)
    }

    /// Resolves a definition, unless that has been done; `by` is the name that asks for it.
    pub(super) fn definition(&mut self, at: usize, by: Option<Span>) -> Option<DefinitionId> {
        let define = self.declared.definitions[at];
        match self.definition_states[at] {
            State::Done(id) => return Some(id),
            State::Broken => return None,
            State::Open => {
                self.circle(&define.name, by);
                return None;
            }
            State::Waiting => {}
        }
        if !self.deeper(&define.name) {
            self.definition_states[at] = State::Broken;
            return None;
        }
        self.definition_states[at] = State::Open;
        let outer = std::mem::take(&mut self.leans);
        let body = self.definition_body(&define.value);
        self.leanings[at] = std::mem::replace(&mut self.leans, outer);
        self.depth -= 1;
        let Some(body) = body else {
            self.definition_states[at] = State::Broken;
            return None;
        };
        let id = DefinitionId(u16::try_from(self.definitions.len()).unwrap_or(u16::MAX));
        self.definitions.push(ir::Definition { name: define.name.text.clone(), body, span: define.name.span });
        self.definition_states[at] = State::Done(id);
        Some(id)
    }

    /// Resolves the definitions that nothing has named, so that what is wrong with them is found too.
    pub(super) fn definitions_left(&mut self) {
        for at in 0..self.declared.definitions.len() {
            if !self.used.definitions[at] {
                self.definition(at, None);
            }
        }
    }

    fn definition_body(&mut self, term: &'a ast::Term) -> Option<ir::DefinitionBody> {
        let place = Place::of(Role::Definition);
        match term {
            ast::Term::Cond(cond) => {
                if let Some(name) = cond.bare()
                    && self.is_number(name)
                {
                    return self.number_named(name, place).map(ir::DefinitionBody::Quantity);
                }
                self.cond(cond, place).map(ir::DefinitionBody::Cond)
            }
            ast::Term::Expr(expr) if expr.is_member() => self.member_defined(expr, place),
            ast::Term::Expr(expr) => self.number(expr, place).map(ir::DefinitionBody::Quantity),
        }
    }

    /// Whether a bare name stands for a number.
    pub(super) fn is_number(&mut self, name: &ast::Name) -> bool {
        match self.declared.symbols.get(&name.text) {
            Some(Entity::Field(id)) => self.declared.fields[usize::from(id.0)].ty.numbers().is_some(),
            Some(Entity::Score(_)) => true,
            Some(Entity::Definition(at)) => match self.definition_states[at] {
                // What is being resolved is part of a circle, whatever it is.
                State::Open | State::Broken => false,
                State::Waiting | State::Done(_) => self.definition(at, Some(name.span)).is_some_and(|id| {
                    match self.definitions[usize::from(id.0)].body {
                        ir::DefinitionBody::Quantity(_) => true,
                        ir::DefinitionBody::Cond(_) => false,
                    }
                }),
            },
            Some(Entity::Kind(_) | Entity::Label(_) | Entity::List(_)) | None => false,
        }
    }

    /// The id of a score named at `span`, if it is allowed there.
    pub(super) fn use_score(&mut self, at: usize, span: Span, place: Place) -> Option<ScoreId> {
        let name = &self.declared.scores[at].name.text;
        if !place.role.sees_scores() {
            self.out_of_place(span, say!("the score `{name}` can't be used here", name), place.role);
            return None;
        }
        self.leans.score.get_or_insert_with(|| name.clone());
        self.score_id(at, Some(span))
    }

    /// The id of a score; a computed one gets its id after those that it is made from.
    pub(super) fn score_id(&mut self, at: usize, by: Option<Span>) -> Option<ScoreId> {
        let score = self.declared.scores[at];
        match self.score_states[at] {
            State::Done(id) => return Some(id),
            State::Broken => return None,
            State::Open => {
                self.circle(&score.name, by);
                return None;
            }
            State::Waiting => {}
        }
        if let ast::ScoreBody::Computed(formula) = &score.body {
            if !self.deeper(&score.name) {
                self.score_states[at] = State::Broken;
                return None;
            }
            self.score_states[at] = State::Open;
            let outer = std::mem::take(&mut self.leans);
            let quantity = self.number(formula, Place::of(Role::Computed));
            self.leans = outer;
            self.depth -= 1;
            let broken = quantity.is_none();
            self.formulas.insert(at, quantity);
            if broken {
                self.score_states[at] = State::Broken;
                return None;
            }
        }
        let id = ScoreId(self.scores);
        self.scores = self.scores.saturating_add(1);
        self.score_states[at] = State::Done(id);
        Some(id)
    }

    /// The index of a label named at `span`, if it is allowed there.
    pub(super) fn use_label(&mut self, at: usize, span: Span, place: Place) -> Option<ir::LabelId> {
        if !place.role.sees_label(at) {
            let name = &self.declared.labels[at].name.text;
            self.out_of_place(span, say!("the label `{name}` can't be used here", name), place.role);
            return None;
        }
        self.leans.label = self.leans.label.max(Some(at));
        Some(ir::LabelId(u16::try_from(at).unwrap_or(u16::MAX)))
    }

    /// `stage`, named at `span`: whether it is allowed there.
    pub(super) fn use_stage(&mut self, span: Span, place: Place) -> Option<()> {
        if !place.role.sees_stage() {
            self.out_of_place(span, say!("`stage` can't be used here"), place.role);
            return None;
        }
        self.leans.stage = true;
        Some(())
    }

    /// `stage before`, named at `span`: whether it is allowed there.
    pub(super) fn use_before(&mut self, span: Span, place: Place) -> Option<()> {
        if self.declared.about == About::Account {
            self.findings.push(
                Diagnostic::new(&codes::LR0207, say!("accounts have no stage before"), span, say!("only leads have")).help(
                    say!("What a run remembers is the stage of each lead; ask it of the leads, as in `any lead where (stage before \
                     is SQL)`."),
                ),
            );
            return None;
        }
        if place.event.is_some() || !place.role.sees_before() {
            self.out_of_place(span, say!("`stage before` can't be used here"), place.role);
            return None;
        }
        self.used.before = true;
        self.leans.before = true;
        Some(())
    }

    fn out_of_place(&mut self, span: Span, message: Text, role: Role) {
        let help = match (role, self.declared.about) {
            (Role::Rule, About::Lead) => say!(
                "Points come from what is known of the lead; scores, the stage and labels are made from points, so they come \
                 later. A score made from others is computed: `score total = profile + engagement`."
            ),
            (Role::Rule, About::Account) => say!(
                "Points come from what is known of the account; scores, the stage and labels are made from points, so they \
                 come later. A score made from others is computed: `score total of account = profile + engagement`."
            ),
            (Role::Exclusion, About::Lead) => say!(
                "A lead is set apart by what is known of it, before points count; scores can be used in `stages`, labels, \
                 promises and tests."
            ),
            (Role::Exclusion, About::Account) => say!(
                "An account is set apart by what is known of it, before points count; scores can be used in `stages`, \
                 labels, promises and tests."
            ),
            (Role::Ignore, _) => say!("An event is ignored by what it says itself."),
            (Role::Computed, _) => say!(
                "A computed score is made from other scores and numbers; the stage and labels come after all scores."
            ),
            (Role::Stages, About::Lead) => {
                say!("The stage comes of scores and of what is known of the lead; labels come after it.")
            }
            (Role::Stages, About::Account) => {
                say!("The stage comes of scores and of what is known of the account; labels come after it.")
            }
            (Role::Label(_), _) => say!("A label can use scores, the stage, and the labels that stand above it."),
            (Role::Definition | Role::Promise | Role::Test | Role::Gathered { .. }, _) => {
                say!("It is not known here.")
            }
        };
        self.findings.push(Diagnostic::new(&codes::LR0207, message, span, say!("not known yet")).help(help));
    }

    fn circle(&mut self, name: &ast::Name, by: Option<Span>) {
        let Some(by) = by else { return };
        self.findings.push(
            Diagnostic::new(
                &codes::LR0217,
                say!("`{name}` is made from itself", name = &name.text),
                by,
                say!("leads back to it"),
            )
            .also(name.span, say!("what it is made from starts here"))
            .help(say!("Each definition and each score is made from others that do not need it; take this name out.")),
        );
    }

    fn deeper(&mut self, name: &ast::Name) -> bool {
        if self.depth >= DEEPEST {
            self.findings.push(
                Diagnostic::bare(
                    &codes::LR0228,
                    say!("`{name}` leads through too many definitions", name = &name.text),
                    name.span,
                )
                .help(say!(
                    "From one definition to the next there may be at most {count} steps; join some of them.",
                    count = DEEPEST
                )),
            );
            return false;
        }
        self.depth += 1;
        true
    }
}
