//! What a name stands for, in a few lines of Markdown: for somebody who points at it. In: a set and a name; out: how it is
//! declared, and what its data is.

use leadrules_language::ast::{self, About, AccountLine, EventsLine, Item, LeadLine};
use leadrules_language::load::Loaded;
use leadrules_language::resolve::{Mention, What};
use leadrules_language::source::{Span, one_line};
use leadrules_language::words::{Text, say};

/// The most of a declaration that is shown, in bytes.
const LONGEST: usize = 600;

/// About a name.
#[must_use]
pub fn about(loaded: &Loaded, name: Mention) -> Text {
    let declared = find(loaded, name.declared);
    let shown = declared.as_ref().map_or(name.declared, |declared| declared.shown);
    let mut text = one_line(loaded.sources.text(shown));
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
        text.push('…');
    }
    let of_account = declared.as_ref().is_some_and(|declared| declared.of == About::Account);
    let kind = match name.what {
        What::Field if of_account => say!("A field of accounts"),
        What::Score if of_account => say!("A score of accounts"),
        What::Label if of_account => say!("A label of accounts"),
        What::Stage if of_account => say!("A stage of accounts"),
        What::Field => say!("A field of the lead"),
        What::Kind => say!("A kind of event"),
        What::Property => say!("What an event says"),
        What::Option => say!("An option"),
        What::Definition => say!("A definition"),
        What::Score => say!("A score"),
        What::Label => say!("A label"),
        What::List => say!("A list"),
        What::Stage => say!("A stage"),
        What::Text => say!("A text"),
    };
    let place = loaded.sources.place(name.declared);
    let place = place.rsplit(['/', '\\']).next().unwrap_or(&place);
    let mut said = vec![say!("{kind}, declared in {place}.", kind, place)];
    said.extend(declared.and_then(|declared| declared.data));
    Text::row(vec![Text::verbatim(format!("```leadrules\n{text}\n```")), Text::row(said, " ")], "\n")
}

/// A declaration: what of it is shown, and what its data is.
struct Declared {
    shown: Span,
    of: About,
    data: Option<Text>,
}

fn find(loaded: &Loaded, name: Span) -> Option<Declared> {
    loaded.files.iter().flat_map(|(_, file)| &file.body.statements).find_map(|statement| {
        let holds =
            statement.span.file == name.file && statement.span.start <= name.start && name.end <= statement.span.end;
        holds.then(|| within(statement, name)).flatten()
    })
}

fn within(statement: &ast::Statement<Item>, name: Span) -> Option<Declared> {
    let of = statement.node.about().unwrap_or(About::Lead);
    let whole = || Some(Declared { shown: statement.span, of, data: None });
    match &statement.node {
        Item::Lead(block) => block.statements.iter().find_map(|line| match &line.node {
            LeadLine::Field(field) => of_field(field, (line.span, of), name),
            LeadLine::Missing(_) => None,
        }),
        Item::Account(block) => block.statements.iter().find_map(|line| match &line.node {
            AccountLine::Field(field) => of_field(field, (line.span, of), name),
            AccountLine::Missing(_) | AccountLine::Leads(_) => None,
        }),
        Item::Events(block) => block.statements.iter().find_map(|line| match &line.node {
            EventsLine::Kind(kind) if kind.name.span == name => Some(Declared {
                shown: line.span,
                of,
                data: read_from(&kind.from).map(|texts| say!("Its text in the log: {texts}.", texts)),
            }),
            EventsLine::Kind(kind) => {
                let properties = kind.properties.iter().flat_map(|block| &block.statements);
                properties.into_iter().find_map(|line| of_field(&line.node, (line.span, of), name))
            }
            EventsLine::Column { .. } => None,
        }),
        Item::Stages(_, block) => {
            let line = block.statements.iter().find(|line| line.node.stage.span == name)?;
            Some(Declared { shown: line.span, of, data: None })
        }
        Item::Score(score) if matches!(score.body, ast::ScoreBody::Rules(_)) => {
            let end = [score.range.as_ref().map(|range| range.span), score.owner.as_ref().map(|owner| owner.span)];
            let end = end.into_iter().flatten().fold(score.name.span, Span::to);
            Some(Declared { shown: statement.span.before().to(end), of, data: None })
        }
        Item::Score(_) | Item::List(_) | Item::Define(_) | Item::Label(_) => whole(),
        Item::Version(_)
        | Item::Use(_)
        | Item::TimeZone(_)
        | Item::Ignore(_)
        | Item::Exclude(..)
        | Item::Promise(_)
        | Item::Rank(_)
        | Item::Agreement(_)
        | Item::Test(_) => None,
    }
}

fn of_field(field: &ast::Field, (line, of): (Span, About), name: Span) -> Option<Declared> {
    if field.name.span == name {
        let data = read_from(&field.from).map(|texts| say!("Its column: {texts}.", texts));
        return Some(Declared { shown: line, of, data });
    }
    let (ast::Type::Choice(options) | ast::Type::ListOfChoice { options, .. }) = &field.ty else { return None };
    let option = options.iter().find(|option| option.name.span == name)?;
    Some(Declared { shown: option.span, of, data: Some(say!("Of `{field}`.", field = &field.name.text)) })
}

fn read_from(from: &[ast::Text]) -> Option<String> {
    let texts: Vec<String> = from.iter().map(|text| format!("\"{}\"", text.value)).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
