//! Statements of a file and the lines of `lead` and `events`.

use super::{Beside, Builder, Built, all, find, first, has, must, no_other};
use crate::ast::{
    About, AccountLine, ChoiceOption, Define, EventsLine, Expr, Field, Item, Kind, Label, LabelBody, LeadLine, LeadsBy,
    List, ListEntry, ListSource, LogColumn, Name, Range, Text, Type, Value,
};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::say;
use leadrules_grammar::{Piece, Rule};

/// Whom the statement of this head is about.
fn about(head: &Piece<'_>) -> About {
    if has(head, Rule::of_account) || has(head, Rule::k_account) { About::Account } else { About::Lead }
}

/// The language version that this program knows.
const VERSION: u32 = 1;

/// A statement of a file: the whole of it, or what comes before its block.
pub enum Head {
    /// One without a block.
    Whole(Item),
    /// `lead`
    Lead,
    /// `account`
    Account,
    /// `events`
    Events,
    /// `ignore`
    Ignore,
    /// `exclude`
    Exclude(About),
    /// `stages`
    Stages(About),
    /// `score NAME …`
    Score(ScoreHead),
    /// `label NAME`
    Label(Name, About),
    /// `promise "title"`
    Promise(Text, About),
    /// `test "title"`
    Test(Text),
    /// `agreement "title"`
    Agreement(Text),
}

/// What comes before the rules of a score, or its formula.
pub struct ScoreHead {
    pub name: Name,
    pub about: About,
    pub range: Option<Range>,
    pub owner: Option<Name>,
    /// The formula, which takes the place of a block.
    pub formula: Option<Expr>,
}

impl Builder<'_> {
    pub fn item(&mut self, line: &Piece<'_>) -> Built<Head> {
        let inner = first(line.clone());
        let text = |builder: &Self| builder.text(&must(&inner, Rule::text));
        Ok(match inner.as_rule() {
            Rule::version => Head::Whole(Item::Version(self.version(&must(&inner, Rule::count))?)),
            Rule::use_file => Head::Whole(Item::Use(text(self))),
            Rule::time_zone => Head::Whole(Item::TimeZone(text(self))),
            Rule::rank_by => Head::Whole(Item::Rank(all(&inner, Rule::name).map(|name| self.name(&name)).collect())),
            Rule::lead_head => Head::Lead,
            Rule::events_head => Head::Events,
            Rule::ignore_head => Head::Ignore,
            Rule::account_head => Head::Account,
            Rule::exclude_head => Head::Exclude(about(&inner)),
            Rule::stages_head => Head::Stages(about(&inner)),
            Rule::list => Head::Whole(Item::List(self.list(&inner)?)),
            Rule::define => {
                let name = self.name(&must(&inner, Rule::name));
                Head::Whole(Item::Define(Define { name, value: self.term(&must(&inner, Rule::condition))? }))
            }
            Rule::score_head => {
                let formula = find(&inner, Rule::condition).map(|formula| self.term(&formula)).transpose()?;
                Head::Score(ScoreHead {
                    name: self.name(&must(&inner, Rule::name)),
                    about: about(&inner),
                    range: find(&inner, Rule::range).map(|range| self.range(&range)).transpose()?,
                    owner: find(&inner, Rule::by).map(|by| self.name(&must(&by, Rule::name))),
                    formula: formula.map(|formula| self.as_quantity(formula)).transpose()?,
                })
            }
            Rule::label_joined => {
                let mut names = all(&inner, Rule::name).map(|name| self.name(&name));
                let name = names.next().expect("a label has a name");
                Head::Whole(Item::Label(Label { name, about: about(&inner), body: LabelBody::Joined(names.collect()) }))
            }
            Rule::label_head => Head::Label(self.name(&must(&inner, Rule::name)), about(&inner)),
            Rule::promise_head => Head::Promise(text(self), about(&inner)),
            Rule::test_head => Head::Test(text(self)),
            Rule::agreement_head => Head::Agreement(text(self)),
            _ => no_other(&inner),
        })
    }

    fn version(&self, piece: &Piece<'_>) -> Built<u32> {
        let (version, span) = (self.count(piece)?, self.span(piece));
        if version == VERSION {
            return Ok(version);
        }
        let (message, help) = if version > VERSION {
            (
                say!(
                    "this file is written in version {version} of the language; this program knows version {known}",
                    version = version.to_string(),
                    known = VERSION.to_string()
                ),
                say!("Use a newer leadrules for this file, or write it in the version that this one knows."),
            )
        } else {
            (
                say!("there is no version {version} of the language", version = version.to_string()),
                say!("The versions start at {first}.", first = VERSION.to_string()),
            )
        };
        Err(Box::new(Diagnostic::new(&codes::LR0119, message, span, say!("the language version")).help(help).guess(
            say!("write `{text}`", text = VERSION.to_string()),
            span,
            VERSION.to_string(),
        )))
    }

    fn list(&mut self, piece: &Piece<'_>) -> Built<List> {
        let name = self.name(&must(piece, Rule::name));
        let Some(braces) = find(piece, Rule::entries) else {
            return Ok(List { name, source: ListSource::File(self.text(&must(piece, Rule::text))) });
        };
        let values =
            all(&braces, Rule::list_entry).map(|entry| self.value(&first(entry))).collect::<Built<Vec<_>>>()?;
        let spans: Vec<Span> = values.iter().map(Value::span).collect();
        let (beside, closing) = self.comments(self.span(&braces), &spans);
        let entries = values
            .into_iter()
            .zip(beside)
            .map(|(value, Beside { before, after })| ListEntry { value, before, after })
            .collect();
        Ok(List { name, source: ListSource::Inline { entries, closing } })
    }

    pub fn lead_line(&mut self, line: &Piece<'_>) -> Built<LeadLine> {
        let inner = first(line.clone());
        Ok(match inner.as_rule() {
            Rule::field => LeadLine::Field(self.field(&inner)?),
            Rule::lead_missing => LeadLine::Missing(self.values(&must(&inner, Rule::literals))?),
            _ => no_other(&inner),
        })
    }

    pub fn account_line(&mut self, line: &Piece<'_>) -> Built<AccountLine> {
        let inner = first(line.clone());
        Ok(match inner.as_rule() {
            Rule::field => AccountLine::Field(self.field(&inner)?),
            Rule::lead_missing => AccountLine::Missing(self.values(&must(&inner, Rule::literals))?),
            Rule::leads_by => {
                let names: Vec<Name> = all(&inner, Rule::name).map(|name| self.name(&name)).collect();
                let mut names = names.into_iter();
                let mut next = || names.next();
                let member = find(&inner, Rule::member).map(|member| self.member(member));
                let field = member.unwrap_or_else(|| Expr::Value(Value::Name(next().expect("leads have a field"))));
                let except = next();
                AccountLine::Leads(LeadsBy { field, except, span: self.span(&inner) })
            }
            _ => no_other(&inner),
        })
    }

    /// One or several properties on a line, each with its span.
    pub fn properties(&mut self, line: &Piece<'_>) -> Built<Vec<(Field, Span)>> {
        let mut fields = Vec::new();
        for field in all(line, Rule::field) {
            fields.push((self.field(&field)?, self.span(&field)));
        }
        Ok(fields)
    }

    fn field(&mut self, piece: &Piece<'_>) -> Built<Field> {
        let ty = must(piece, Rule::field_type);
        let mut field = Field {
            name: self.name(&must(piece, Rule::name)),
            ty_span: self.span(&ty),
            ty: self.field_type(&first(ty)),
            range: find(piece, Rule::range).map(|range| self.range(&range)).transpose()?,
            key: find(piece, Rule::k_key).map(|key| self.span(&key)),
            from: Vec::new(),
            missing: Vec::new(),
            outcome: None,
            fixed: None,
            optional: None,
            previous: None,
        };
        for setting in all(piece, Rule::field_setting) {
            let (inner, span) = (first(setting.clone()), self.span(&setting));
            let said_before = match inner.as_rule() {
                Rule::field_from => {
                    let texts = self.texts(&must(&inner, Rule::texts));
                    !std::mem::replace(&mut field.from, texts).is_empty()
                }
                Rule::field_missing => {
                    let values = self.values(&must(&inner, Rule::literals))?;
                    !std::mem::replace(&mut field.missing, values).is_empty()
                }
                Rule::k_outcome => field.outcome.replace(span).is_some(),
                Rule::k_fixed => field.fixed.replace(span).is_some(),
                Rule::k_optional => field.optional.replace(span).is_some(),
                Rule::previous_stage => field.previous.replace(span).is_some(),
                _ => no_other(&inner),
            };
            if said_before {
                let comma = self.source[..span.start as usize].rfind(',').unwrap_or(span.start as usize);
                let written = &self.source[span.range()];
                let word = written.split_whitespace().next().unwrap_or(written);
                return Err(Box::new(
                    Diagnostic::new(
                        &codes::LR0114,
                        say!("`{field}` has `{word}` twice", field = &field.name.text, word),
                        span,
                        say!("the second"),
                    )
                    .help(say!("Write it once; `from` and `missing` take several texts, parted by commas."))
                    .fix(
                        say!("leave out `{text}`", text = written),
                        Span::new(self.file, comma, span.end as usize),
                        "",
                    ),
                ));
            }
        }
        Ok(field)
    }

    fn field_type(&mut self, piece: &Piece<'_>) -> Type {
        let split = find(piece, Rule::split_by).map(|split| self.text(&must(&split, Rule::text)));
        match piece.as_rule() {
            Rule::k_text => Type::Text,
            Rule::k_email => Type::Email,
            Rule::number_type => {
                let decimal_comma = has(piece, Rule::k_comma);
                if has(piece, Rule::k_integer) {
                    Type::Integer { decimal_comma }
                } else {
                    Type::Number { decimal_comma }
                }
            }
            Rule::yes_no => Type::YesNo,
            Rule::date_type => Type::Date { form: find(piece, Rule::text).map(|form| self.text(&form)) },
            Rule::choice_type => Type::Choice(self.options(&must(piece, Rule::options))),
            Rule::list_of_text => Type::ListOfText { split },
            Rule::list_of_choice => Type::ListOfChoice { options: self.options(&must(piece, Rule::options)), split },
            _ => no_other(piece),
        }
    }

    fn options(&mut self, braces: &Piece<'_>) -> Vec<ChoiceOption> {
        let pieces: Vec<Piece<'_>> = all(braces, Rule::choice_option).collect();
        let spans: Vec<Span> = pieces.iter().map(|piece| self.span(piece)).collect();
        let (beside, closing) = self.comments(self.span(braces), &spans);
        // Options have no room for comments after the last one, so those move above the statement.
        self.inner.extend(closing.into_iter().map(|comment| (comment, true)));
        pieces
            .iter()
            .zip(beside)
            .map(|(piece, Beside { before, after })| ChoiceOption {
                name: self.option_name(must(piece, Rule::option_name)),
                synonyms: find(piece, Rule::synonyms).map(|synonyms| self.texts(&synonyms)).unwrap_or_default(),
                span: self.span(piece),
                before,
                after,
            })
            .collect()
    }

    pub fn events_line(&mut self, line: &Piece<'_>) -> Built<EventsLine> {
        let inner = first(line.clone());
        let from = find(&inner, Rule::texts).map(|texts| self.texts(&texts)).unwrap_or_default();
        Ok(match inner.as_rule() {
            Rule::log_column => {
                let role = must(&inner, Rule::log_role);
                EventsLine::Column {
                    role: match role.as_str() {
                        "lead" => LogColumn::Lead,
                        "event" => LogColumn::Event,
                        "time" => LogColumn::Time,
                        "id" => LogColumn::Id,
                        _ => no_other(&role),
                    },
                    span: self.span(&role),
                    from,
                    form: find(&inner, Rule::text).map(|form| self.text(&form)),
                }
            }
            Rule::kind => EventsLine::Kind(Kind { name: self.name(&must(&inner, Rule::name)), from, properties: None }),
            _ => no_other(&inner),
        })
    }
}
