//! What a file is made of, for the outline beside it, for folding, and for what it leads to. In: a file as read; out: its parts with
//! their names and places.

use leadrules_language::ast::{
    self, About, AccountLine, Block, EventsLine, File, Item, LeadLine, ListSource, ScoreBody, Statement,
};
use leadrules_language::resolve::What;
use leadrules_language::source::Span;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// How it is called.
    pub title: String,
    /// What it is: something with a name, or a statement without one.
    pub what: Option<What>,
    /// All of it.
    pub whole: Span,
    /// Its name.
    pub name: Span,
    /// What it is made of.
    pub parts: Vec<Part>,
}

/// The parts of a file.
#[must_use]
pub fn parts(file: &File) -> Vec<Part> {
    file.body.statements.iter().filter_map(part).collect()
}

fn part(statement: &Statement<Item>) -> Option<Part> {
    let whole = statement.span;
    let plain = |title: &str, parts: Vec<Part>| Part { title: title.to_owned(), what: None, whole, name: whole, parts };
    let named = |name: &ast::Name, what| Part { what: Some(what), name: name.span, ..plain(&name.text, Vec::new()) };
    let titled = |word: &str, title: &ast::Text| Part {
        name: title.span,
        ..plain(&format!("{word} {}", title.value), Vec::new())
    };
    Some(match &statement.node {
        Item::Lead(block) => plain("lead", block.statements.iter().filter_map(lead_line).collect()),
        Item::Account(block) => plain("account", block.statements.iter().filter_map(account_line).collect()),
        Item::Events(block) => plain("events", block.statements.iter().filter_map(events_line).collect()),
        Item::Ignore(_) => plain("ignore", Vec::new()),
        Item::Exclude(About::Lead, _) => plain("exclude", Vec::new()),
        Item::Exclude(About::Account, _) => plain("exclude account", Vec::new()),
        Item::Stages(About::Lead, block) => plain("stages", block.statements.iter().map(stage).collect()),
        Item::Stages(About::Account, block) => plain("stages of account", block.statements.iter().map(stage).collect()),
        Item::List(list) => named(&list.name, What::List),
        Item::Define(define) => named(&define.name, What::Definition),
        Item::Score(score) => named(&score.name, What::Score),
        Item::Label(label) => named(&label.name, What::Label),
        Item::Promise(promise) => titled("promise", &promise.title),
        Item::Agreement(agreement) => titled("agreement", &agreement.title),
        Item::Test(test) => titled("test", &test.title),
        Item::Version(_) | Item::Use(_) | Item::TimeZone(_) | Item::Rank(_) => return None,
    })
}

fn lead_line(line: &Statement<LeadLine>) -> Option<Part> {
    match &line.node {
        LeadLine::Field(field) => Some(field_part(field, line.span, What::Field)),
        LeadLine::Missing(_) => None,
    }
}

fn account_line(line: &Statement<AccountLine>) -> Option<Part> {
    match &line.node {
        AccountLine::Field(field) => Some(field_part(field, line.span, What::Field)),
        AccountLine::Missing(_) | AccountLine::Leads(_) => None,
    }
}

fn events_line(line: &Statement<EventsLine>) -> Option<Part> {
    let EventsLine::Kind(kind) = &line.node else { return None };
    let properties = kind.properties.iter().flat_map(|block| &block.statements);
    let parts = properties.map(|line| field_part(&line.node, line.span, What::Property)).collect();
    let (title, name) = (kind.name.text.clone(), kind.name.span);
    Some(Part { title, what: Some(What::Kind), whole: line.span, name, parts })
}

fn field_part(field: &ast::Field, whole: Span, what: What) -> Part {
    Part { title: field.name.text.clone(), what: Some(what), whole, name: field.name.span, parts: Vec::new() }
}

fn stage(line: &Statement<ast::StageLine>) -> Part {
    let stage = &line.node.stage;
    Part { title: stage.text.clone(), what: Some(What::Stage), whole: line.span, name: stage.span, parts: Vec::new() }
}

/// What can be folded: blocks, and those within them.
#[must_use]
pub fn folds(file: &File) -> Vec<Span> {
    let mut folds = Vec::new();
    for statement in &file.body.statements {
        folds.push(statement.span);
        match &statement.node {
            Item::Events(block) => {
                folds.extend(block.statements.iter().map(|line| line.span));
            }
            Item::Account(block) => folds.extend(block.statements.iter().map(|line| line.span)),
            Item::Lead(block) => folds.extend(block.statements.iter().map(|line| line.span)),
            Item::Score(ast::Score { body: ScoreBody::Rules(block), .. }) => score_folds(block, &mut folds),
            Item::Score(_)
            | Item::Version(_)
            | Item::Use(_)
            | Item::TimeZone(_)
            | Item::Ignore(_)
            | Item::List(_)
            | Item::Define(_)
            | Item::Exclude(..)
            | Item::Stages(..)
            | Item::Label(_)
            | Item::Promise(_)
            | Item::Rank(_)
            | Item::Agreement(_)
            | Item::Test(_) => {}
        }
    }
    folds
}

fn score_folds(block: &Block<ast::ScoreLine>, folds: &mut Vec<Span>) {
    for line in &block.statements {
        folds.push(line.span);
        if let ast::ScoreLine::Group(group) = &line.node {
            score_folds(&group.body, folds);
        }
    }
}

/// The paths that a file names: of `use`, and of lists.
#[must_use]
pub fn paths<'f>(file: &'f File) -> Vec<&'f ast::Text> {
    let path = |statement: &'f Statement<Item>| match &statement.node {
        Item::Use(path) | Item::List(ast::List { source: ListSource::File(path), .. }) => Some(path),
        _ => None,
    };
    file.body.statements.iter().filter_map(path).collect()
}
