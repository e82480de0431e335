//! Where names stand and what each stands for, for editors. In: what was looked up while resolving; out: places. What is noted
//! here decides nothing.

use std::collections::{BTreeMap, HashMap};

use crate::ast::{self, About, AccountLine, EventsLine, Item, LeadLine};
use crate::load::Loaded;
use crate::source::Span;
use crate::text;
use crate::types::ChoiceType;
use crate::words::{Text, say};

use super::declarations::Declarations;
use super::symbols::Entity;

/// What a name stands for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// A field of the lead.
    Field,
    /// A kind of event.
    Kind,
    /// What an event says.
    Property,
    /// An option of a choice.
    Option,
    /// What `define` names.
    Definition,
    /// A score.
    Score,
    /// A label.
    Label,
    /// A list.
    List,
    /// A step of `stages`.
    Stage,
    /// Itself: a text of a list that a text is compared with.
    Text,
}

impl What {
    /// As messages say it.
    #[must_use]
    pub fn word(self) -> Text {
        match self {
            Self::Field => say!("field"),
            Self::Kind => say!("kind of event"),
            Self::Property => say!("property"),
            Self::Option => say!("option"),
            Self::Definition => say!("definition"),
            Self::Score => say!("score"),
            Self::Label => say!("label"),
            Self::List => say!("list"),
            Self::Stage => say!("stage"),
            Self::Text => say!("text"),
        }
    }
}

impl From<Entity> for What {
    fn from(entity: Entity) -> Self {
        match entity {
            Entity::Field(_) => Self::Field,
            Entity::Kind(_) => Self::Kind,
            Entity::Definition(_) => Self::Definition,
            Entity::Score(_) => Self::Score,
            Entity::Label(_) => Self::Label,
            Entity::List(_) => Self::List,
        }
    }
}

/// A name where it stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// Where what it stands for is declared: the name there, which is a mention too. A property that several kinds of event
    /// declare alike is one property, declared by the first of them.
    pub declared: Span,
    /// What it stands for.
    pub what: What,
}

/// The mentions so far; none unless they are wanted.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    wanted: bool,
    found: BTreeMap<(Span, Span), What>,
    /// By choice, as it lies in the declarations: its options and where they are declared.
    options: HashMap<*const ChoiceType, Vec<(String, Span)>>,
}

impl Mentions {
    /// Those of the declarations themselves; those elsewhere are wanted.
    pub(super) fn of(loaded: &Loaded, declared: &Declarations<'_>) -> Self {
        let mut mentions = Self { wanted: true, ..Self::default() };
        for (entity, span) in declared.symbols.all() {
            mentions.note(span, span, entity.into());
        }
        for line in &declared.stage_lines {
            let span = declared.stage_span(&line.stage.text).unwrap_or(line.stage.span);
            mentions.note(line.stage.span, span, What::Stage);
        }
        let mut fields = declared.fields.iter();
        for statement in loaded.statements() {
            let written: Vec<&ast::Field> = match &statement.node {
                Item::Lead(block) if declared.about == About::Lead => {
                    let lines = block.statements.iter().map(|line| &line.node);
                    lines
                        .filter_map(|line| if let LeadLine::Field(field) = line { Some(field) } else { None })
                        .collect()
                }
                Item::Account(block) if declared.about == About::Account => {
                    let lines = block.statements.iter().map(|line| &line.node);
                    lines
                        .filter_map(|line| if let AccountLine::Field(field) = line { Some(field) } else { None })
                        .collect()
                }
                _ => Vec::new(),
            };
            for (written, field) in written.into_iter().zip(&mut fields) {
                mentions.choice(written, field.ty.options());
            }
            if let Item::Events(block) = &statement.node {
                for line in &block.statements {
                    if let EventsLine::Kind(kind) = &line.node {
                        mentions.kind(kind, declared);
                    }
                }
            }
        }
        mentions
    }

    fn kind(&mut self, written: &ast::Kind, declared: &Declarations<'_>) {
        let Some(kind) = declared.log.kinds.iter().find(|kind| kind.span == written.name.span) else { return };
        for line in written.properties.iter().flat_map(|block| &block.statements) {
            let name = &line.node.name;
            let property = kind.properties.iter().map(|id| declared.log.property(*id));
            if let Some(property) = property.into_iter().find(|property| property.name == name.text) {
                self.note(name.span, property.span, What::Property);
                self.choice(&line.node, property.ty.options());
            }
        }
    }

    /// The options that a field declares; the first declaration of a choice counts.
    fn choice(&mut self, written: &ast::Field, choice: Option<&ChoiceType>) {
        let (Some(choice), ast::Type::Choice(options) | ast::Type::ListOfChoice { options, .. }) =
            (choice, &written.ty)
        else {
            return;
        };
        let own = options.iter().map(|option| (text::clean(&option.name.text).into_owned(), option.name.span));
        let known = self.options.entry(std::ptr::from_ref(choice)).or_insert_with(|| own.collect()).clone();
        for option in options {
            let first = known.iter().find(|(name, _)| *name == text::clean(&option.name.text));
            self.note(option.name.span, first.map_or(option.name.span, |(_, span)| *span), What::Option);
        }
    }

    /// A name that stands for what is declared there.
    pub(super) fn note(&mut self, span: Span, declared: Span, what: What) {
        if self.wanted {
            self.found.insert((span, declared), what);
        }
    }

    /// A name that stands for an option of a choice.
    pub(super) fn option(&mut self, span: Span, choice: &ChoiceType, at: u16) {
        if !self.wanted {
            return;
        }
        let name = &choice.options[usize::from(at)].name;
        let known = self.options.get(&std::ptr::from_ref(choice));
        if let Some((_, declared)) = known.and_then(|known| known.iter().find(|(other, _)| other == name)) {
            self.note(span, *declared, What::Option);
        }
    }

    /// A text that the options of a choice are compared with, as far as they are texts.
    pub(super) fn looked_into(&mut self, span: Span, choice: &ChoiceType) {
        let options = self.options.get(&std::ptr::from_ref(choice)).cloned().unwrap_or_default();
        for (_, option) in options {
            self.note(option, span, What::Text);
        }
    }

    /// All mentions, by place, with those of another.
    pub(super) fn all(mut self, others: Self) -> Vec<Mention> {
        self.found.extend(others.found);
        self.found.into_iter().map(|((span, declared), what)| Mention { span, declared, what }).collect()
    }
}
