//! What leads and accounts ask of each other. In: `account.X` in rules about leads, and in rules about accounts what is asked
//! over leads; out: fields that no file declares, each with what it holds (see [`ir::Accounts`]). The rules about accounts have a
//! resolver of their own, which knows the names of accounts; conditions on their leads go back to that of the leads.

use crate::ast::{self, About};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{
    self, Cond, CondKind, FieldId, FieldPlaces, NumberRange, OfAccount, Over, Quantity, QuantityKind, Subject,
};
use crate::source::{Span, one_line};
use crate::text;
use crate::types::{Bounds, NumberType, Type};
use crate::words::{Text, say};

use super::between::{ACCOUNT, Function, Gather, Wanted};
use super::operand::{Kind, Numbers, Operand, Whose, field_operand, number_type};
use super::resolver::{Place, Resolver, Role, State};
use super::symbols::{self, Entity};

/// The name that stands for the leads of an account.
const LEADS: &str = "leads";

/// A field that no file declares.
fn made(name: String, ty: Type) -> ir::Field {
    let span = Span::default();
    let places = FieldPlaces { whole: span, ty: span, from: Vec::new(), last_option: None };
    let (columns, missing) = (Vec::new(), Vec::new());
    ir::Field { name, ty, columns, missing, outcome: false, fixed: true, optional: true, span, places }
}

fn number(range: Bounds<Decimal>) -> Type {
    Type::Number(NumberType { decimal_comma: false, range })
}

fn at(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// Leads, of their account.
impl<'a> Resolver<'a> {
    /// Whether a name stands for the account of a lead.
    pub(super) fn is_account(&self, name: &ast::Name) -> bool {
        self.declared.about == About::Lead && self.declared.has_accounts && name.text == ACCOUNT
    }

    /// The field that holds something asked of the account.
    pub(super) fn asked(&mut self, wanted: Wanted, span: Span) -> FieldId {
        let others = self.others.expect("the declarations of accounts are there for rules about leads");
        let place = self.asked.iter().position(|(other, _)| *other == wanted).unwrap_or_else(|| {
            let ty = match wanted {
                Wanted::Itself => Type::YesNo,
                Wanted::Field(id) => others.fields[usize::from(id.0)].ty.clone(),
                Wanted::Score(at) => number(others.score_bounds(at)),
                Wanted::Label(_) => Type::Text,
                Wanted::Stage => Type::Choice(others.before.choice()),
            };
            let name = self.findings.text(span).to_owned();
            self.asked.push((wanted, made(name, ty)));
            self.asked.len() - 1
        });
        FieldId(at(self.declared.fields.len() + place))
    }

    /// `account.employees`, `account.stage`
    pub(super) fn of_account(&mut self, of: &ast::Name, member: &'a ast::Name, place: Place) -> Option<Operand<'a>> {
        let span = of.span.to(member.span);
        if self.declared.about == About::Account {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0207,
                    say!("this is about the account already"),
                    of.span,
                    say!("needs no `account.`"),
                )
                .help(say!("In what is said of accounts, their fields, scores and labels stand alone."))
                .fix(say!("write `{text}`", text = &member.text), span, member.text.clone()),
            );
            return None;
        }
        let Some(others) = self.others.filter(|_| self.declared.has_accounts) else {
            if !self.declared.symbols.may_be_unread(ACCOUNT) {
                self.findings.push(no_accounts(span));
            }
            return None;
        };
        if member.text == "stage" {
            if others.stages.steps.is_empty() && !others.symbols.may_be_unread("stages") {
                self.findings.push(
                    Diagnostic::new(&codes::LR0226, say!("accounts have no stages"), span, say!("no steps are listed"))
                        .help(say!("The steps of accounts are listed in `stages of account {{ … }}`, lowest first.")),
                );
                return None;
            }
            return Some(Operand::Stage(Whose::Account(self.asked(Wanted::Stage, span))));
        }
        let found = others.symbols.declared(&member.text);
        if let Some((entity, declared)) = found {
            self.mentions.note(member.span, declared, entity.into());
        }
        match found.map(|(entity, _)| entity) {
            Some(Entity::Field(id)) => {
                let field = &others.fields[usize::from(id.0)];
                if field.outcome {
                    self.use_outcome(&field.name, span, place)?;
                }
                Some(field_operand(self.asked(Wanted::Field(id), span), &field.ty, span))
            }
            Some(Entity::Score(at)) => {
                let numbers = Numbers { whole: false, range: others.score_bounds(at) };
                let id = self.asked(Wanted::Score(at), span);
                Some(Operand::Number(Quantity::written(QuantityKind::Field(id), span), numbers))
            }
            Some(Entity::Label(at)) => {
                let id = self.asked(Wanted::Label(at), span);
                Some(Operand::Subject(Subject::Field(id), Kind::Text))
            }
            Some(entity @ (Entity::Kind(_) | Entity::Definition(_) | Entity::List(_))) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0206,
                        say!(
                            "`{name}` is {what}, which an account does not have",
                            name = &member.text,
                            what = entity.word()
                        ),
                        member.span,
                        say!("nothing of an account"),
                    )
                    .help(say!("What a lead can ask of its account are its fields, scores and labels, and its stage.")),
                );
                None
            }
            None if others.symbols.may_be_unread(&member.text) => None,
            None => {
                let names = others.symbols.of(|entity| match entity {
                    Entity::Field(_) | Entity::Score(_) | Entity::Label(_) => true,
                    Entity::Kind(_) | Entity::Definition(_) | Entity::List(_) => false,
                });
                let what = say!("field, score or label of accounts");
                self.findings.push(symbols::no_such(&codes::LR0201, what, &member.text, member.span, &names));
                None
            }
        }
    }

    /// Whether `account.employees`, say, is a number.
    pub(super) fn is_number_of_account(&self, of: &ast::Name, member: &ast::Name) -> bool {
        let others = self.others.filter(|_| self.is_account(of));
        match others.and_then(|others| Some((others, others.symbols.get(&member.text)?))) {
            Some((others, Entity::Field(id))) => others.fields[usize::from(id.0)].ty.numbers().is_some(),
            Some((_, Entity::Score(_))) => true,
            Some((_, Entity::Kind(_) | Entity::Definition(_) | Entity::Label(_) | Entity::List(_))) | None => false,
        }
    }

    /// What is said of a name that is not declared where leads, or accounts, are spoken of, but is for the others.
    pub(super) fn of_the_others(&self, what: Text, name: &ast::Name) -> Option<Diagnostic> {
        // Elsewhere only a name of one's own can stand.
        if what.to_string().split([' ', ',']).next() != Some("field") {
            return None;
        }
        if name.text == ACCOUNT && self.declared.about == About::Lead && !self.declared.has_accounts {
            return Some(no_accounts(name.span));
        }
        let entity = match self.others?.symbols.declared(&name.text)?.0 {
            entity @ (Entity::Field(_) | Entity::Score(_) | Entity::Label(_)) => entity.word(),
            Entity::Kind(_) | Entity::Definition(_) | Entity::List(_) => return None,
        };
        let text = &name.text;
        let finding =
            Diagnostic::new(&codes::LR0201, symbols::there_is_no(what, text), name.span, say!("not declared"));
        Some(match self.declared.about {
            About::Lead => finding
                .help(say!(
                    "It is {what} of accounts. A lead asks its account for it: `account.{name}`.",
                    what = entity,
                    name = text
                ))
                .guess(say!("write `account.{name}`", name = text), name.span, format!("account.{text}")),
            About::Account => finding.help(say!(
                "It is {what} of leads, of which an account may have several: ask over them, as in \
                 `any lead where ({name} …)` or `highest {name} of leads`, or in a test name the lead: `{name} of \"An\"`.",
                what = entity,
                name = text
            )),
        })
    }

    /// `stage of "An"`, in a test
    pub(super) fn of_lead(&mut self, name: &'a ast::Name, lead: &ast::Text, place: Place) -> Option<Operand<'a>> {
        if place.role == Role::Test && self.called.is_some() && self.declared.about == About::Lead {
            return self.named(name, place);
        }
        self.findings.push(
            Diagnostic::new(
                &codes::LR0207,
                say!("leads have names in tests only"),
                lead.span,
                say!("the name of a lead"),
            )
            .help(say!("In a test with an `account`, each of its leads has a name, as in `lead \"An\", country BE`.")),
        );
        None
    }
}

/// Accounts, of their leads.
impl<'a> Resolver<'a> {
    /// Whether it is the leads of an account that are counted, not events.
    pub(super) fn is_over_leads(&self, aggregate: &ast::Aggregate) -> bool {
        let ast::What::Name(name) = &aggregate.of.what else { return false };
        name.text == LEADS && self.declared.symbols.get(LEADS).is_none()
    }

    /// `count of leads where (…)`, `highest engagement of leads`
    pub(super) fn gathered(&mut self, aggregate: &'a ast::Aggregate, place: Place) -> Option<(Quantity, Numbers)> {
        let span = aggregate.span;
        self.may_gather(span, place)?;
        let of = &aggregate.of;
        let misplaced = [
            of.negated.map(|no| (no, say!("`no` is asked of events"))),
            of.frequency.as_ref().map(|frequency| (frequency.span, say!("how often is asked of events"))),
            of.window.as_ref().map(|window| (window.span, say!("a time is asked of events"))),
        ];
        if let Some((extra, what)) = misplaced.into_iter().flatten().next() {
            self.findings.push(Diagnostic::new(&codes::LR0214, say!("leads are not events"), extra, what).help(say!(
                "Ask it of what the leads did, as in `count of leads where (demo_requested in last 30 days)`."
            )));
            return None;
        }
        let function = match aggregate.function {
            ast::Function::Count => Function::Count,
            ast::Function::Total => Function::Total,
            ast::Function::Average => Function::Average,
            ast::Function::Highest => Function::Highest,
            ast::Function::Lowest => Function::Lowest,
            ast::Function::Latest | ast::Function::DaysSince => {
                self.findings.push(
                    Diagnostic::new(&codes::LR0214, say!("leads have no order in time"), span, say!("asked of events")).help(
                        say!("Over leads there are `count`, `total`, `average`, `highest` and `lowest`; what happened last is asked \
                         of events: `days since webinar_attended` looks at those of all leads of the account."),
                    ),
                );
                return None;
            }
        };
        let numbers = match &aggregate.property {
            None => Numbers { whole: true, range: Bounds { low: Some(Decimal::ZERO), ..Bounds::default() } },
            Some(name) => self.numbers_of_leads(name, function)?,
        };
        let ty = if numbers.whole {
            Type::Integer(NumberType { decimal_comma: false, range: numbers.range })
        } else {
            number(numbers.range)
        };
        let filter = of.filter.as_ref().map(|filter| &*filter.condition);
        let name = one_line(self.findings.text(span));
        let id = self.gather(name, ty, (function, aggregate.property.as_ref()), filter, (span, place));
        Some((Quantity::written(QuantityKind::Field(id), span), numbers))
    }

    /// `any lead where …`, `no lead where …`, `every lead where …`
    pub(super) fn over_leads(&mut self, over: &'a ast::OverLeads, place: Place) -> Option<Cond> {
        self.may_gather(over.span, place)?;
        let filter = over.filter.as_ref();
        let words = filter.map_or(String::new(), |filter| {
            let text = one_line(self.findings.text(filter.condition.span()));
            if text.starts_with('(') { format!(" where {text}") } else { format!(" where ({text})") }
        });
        let (function, words) = match over.quantifier {
            ast::Quantifier::Any | ast::Quantifier::No => (Function::Count, format!("count of leads{words}")),
            // Without a condition, every lead is one that it takes.
            ast::Quantifier::Every => (Function::CountOthers, format!("count of other leads than those{words}")),
        };
        let range = Bounds { low: Some(Decimal::ZERO), ..Bounds::default() };
        let ty = Type::Integer(NumberType { decimal_comma: false, range });
        let filter = filter.map(|filter| &*filter.condition);
        let id = self.gather(words, ty, (function, None), filter, (over.span, place));
        let wanted = match over.quantifier {
            ast::Quantifier::Any => NumberRange { low: Some((Decimal::ONE, true)), high: None },
            ast::Quantifier::No | ast::Quantifier::Every => NumberRange::only(Decimal::ZERO),
        };
        let quantity = Quantity::written(QuantityKind::Field(id), over.span);
        Some(Cond::written(CondKind::Number(quantity, vec![wanted]), over.span))
    }

    /// The field that holds what is asked over leads; equal questions share one.
    fn gather(
        &mut self,
        name: String,
        ty: Type,
        (function, quantity): (Function, Option<&'a ast::Name>),
        filter: Option<&'a ast::Cond>,
        (span, place): (Span, Place),
    ) -> FieldId {
        let scores = place.role.scores();
        let same = |gather: &Gather<'_>| gather.field.name == name && gather.scores == scores;
        let place = self.gathers.iter().position(same).unwrap_or_else(|| {
            self.gathers.push(Gather { function, quantity, filter, scores, field: made(name, ty), span });
            self.gathers.len() - 1
        });
        self.leans.gathers.push(place);
        FieldId(at(self.declared.fields.len() + place))
    }

    /// Whether something can be asked over leads here; says why where it can't.
    fn may_gather(&mut self, span: Span, place: Place) -> Option<()> {
        let help = if self.declared.about == About::Lead {
            if !self.declared.has_accounts {
                if !self.declared.symbols.may_be_unread(ACCOUNT) {
                    self.findings.push(no_accounts(span));
                }
                return None;
            }
            say!(
                "What is asked over several leads is asked of their account, in `score … of account`, `stages of account` and \
                 the like; a lead can then ask its account, as in `account.stage is Engaged`."
            )
        } else if place.event.is_some() {
            say!("`where` looks at one event at a time, and at what that event says itself.")
        } else if place.role == Role::Ignore {
            say!("An event is ignored by what it says itself.")
        } else {
            return Some(());
        };
        self.findings.push(
            Diagnostic::new(&codes::LR0207, say!("leads can't be asked for here"), span, say!("asked of an account"))
                .help(help),
        );
        None
    }

    /// What is known of a number field or a score of leads, and of what is worked out from it.
    fn numbers_of_leads(&mut self, name: &ast::Name, function: Function) -> Option<Numbers> {
        let leads = self.others.expect("the declarations of leads are there for rules about accounts");
        let one = match leads.symbols.get(&name.text) {
            Some(Entity::Field(id)) => number_type(&leads.fields[usize::from(id.0)].ty),
            Some(Entity::Score(at)) => Some(Numbers { whole: false, range: leads.score_bounds(at) }),
            Some(Entity::Definition(_)) => Some(Numbers::default()),
            Some(Entity::Kind(_) | Entity::Label(_) | Entity::List(_)) => None,
            None if leads.symbols.may_be_unread(&name.text) => return None,
            None => {
                let names = leads.symbols.of(|entity| match entity {
                    Entity::Field(id) => number_type(&leads.fields[usize::from(id.0)].ty).is_some(),
                    Entity::Score(_) => true,
                    Entity::Kind(_) | Entity::Definition(_) | Entity::Label(_) | Entity::List(_) => false,
                });
                let what = say!("number or score of leads");
                self.findings.push(symbols::no_such(&codes::LR0201, what, &name.text, name.span, &names));
                return None;
            }
        };
        let Some(one) = one else {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0209,
                    say!("`{name}` is no number of a lead", name = &name.text),
                    name.span,
                    say!("a number is needed here"),
                )
                .help(say!("What is worked out over leads are their number fields and their scores.")),
            );
            return None;
        };
        Some(match function {
            Function::Highest | Function::Lowest => one,
            Function::Average => Numbers { whole: false, ..one },
            Function::Total | Function::Count | Function::CountOthers => {
                let from_zero = one.range.low.filter(|low| *low >= Decimal::ZERO).map(|_| Decimal::ZERO);
                Numbers { whole: one.whole, range: Bounds { low: from_zero, high: None, half_open: false } }
            }
        })
    }
}

/// Where the accounts that are asked for are not declared.
fn no_accounts(span: Span) -> Diagnostic {
    Diagnostic::new(&codes::LR0230, say!("no accounts are declared"), span, say!("asks for accounts")).help(
        say!("What is known of a company is declared in a block of its own, with its key and the field by which leads belong to it: \
         `account {{ id text key; leads by company_id }}`."),
    )
}

/// What was resolved of accounts by their own resolver, and the one of the leads, which knows what they ask of each other.
pub(super) struct Both<'r, 'a> {
    pub leads: &'r mut Resolver<'a>,
    pub accounts: &'r mut Resolver<'a>,
}

impl Both<'_, '_> {
    /// What the two ask of each other; `rules` are those of the accounts. Also says where leads and accounts are not joined.
    pub(super) fn accounts(&mut self, mut rules: ir::Rules) -> Option<ir::Accounts> {
        let gathered = self.gathered(&mut rules);
        let asked = self.asked();
        let joined = self.joined();
        let key = rules.key?;
        let (by, except) = joined?;
        let by_is_email = match by {
            Subject::Field(id) => self.leads.declared.fields[usize::from(id.0)].ty == Type::Email,
            _ => false,
        };
        Some(ir::Accounts { rules, key, by, by_is_email, except, gathered: gathered?, asked: asked?, turns: 0 })
    }

    fn gathered(&mut self, rules: &mut ir::Rules) -> Option<Vec<ir::Gathered>> {
        let mut all = Vec::new();
        let mut is_whole = true;
        for (at, gather) in std::mem::take(&mut self.accounts.gathers).into_iter().enumerate() {
            let place = Place::of(Role::Gathered { scores: gather.scores });
            let filter = gather.filter.map(|filter| self.leads.cond(filter, place));
            let quantity = gather.quantity.map(|name| self.leads.number_named(name, place));
            let of = match (gather.function, quantity.flatten()) {
                (Function::Count, _) => Some(Over::Count),
                (Function::CountOthers, _) => Some(Over::CountOthers),
                (Function::Total, Some(of)) => Some(Over::Total(of)),
                (Function::Average, Some(of)) => Some(Over::Average(of)),
                (Function::Highest, Some(of)) => Some(Over::Highest(of)),
                (Function::Lowest, Some(of)) => Some(Over::Lowest(of)),
                (Function::Total | Function::Average | Function::Highest | Function::Lowest, None) => None,
            };
            let (Some(of), Some(filter)) = (of, filter.map_or(Some(None), |filter| filter.map(Some))) else {
                is_whole = false;
                continue;
            };
            let field = FieldId(u16::try_from(self.accounts.declared.fields.len() + at).unwrap_or(u16::MAX));
            rules.fields.push(gather.field);
            all.push(ir::Gathered { field, of, filter, turn: 0, span: gather.span });
        }
        is_whole.then_some(all)
    }

    /// What leads ask, with the ids that accounts have given.
    fn asked(&self) -> Option<Vec<ir::Asked>> {
        let first = self.leads.declared.fields.len();
        let asked = |(place, (wanted, _)): (usize, &(Wanted, ir::Field))| {
            let of = match wanted {
                Wanted::Itself => OfAccount::Itself,
                Wanted::Field(id) => OfAccount::Field(*id),
                Wanted::Score(at) => match self.accounts.score_states[*at] {
                    State::Done(id) => OfAccount::Score(id),
                    State::Waiting | State::Open | State::Broken => return None,
                },
                Wanted::Label(index) => OfAccount::Label(ir::LabelId(at(*index))),
                Wanted::Stage => OfAccount::Stage,
            };
            Some(ir::Asked { field: FieldId(at(first + place)), of, turn: 0 })
        };
        self.leads.asked.iter().enumerate().map(asked).collect()
    }

    /// What of a lead is the key of its account, and which keys are none.
    fn joined(&mut self) -> Option<(Subject, Vec<String>)> {
        let declared = self.accounts.declared;
        let mut lines = declared.leads_by.iter();
        let Some(line) = lines.next() else {
            if declared.has_accounts
                && let Some(span) = declared.block
                && declared.symbols.is_whole(span)
            {
                let word = Span { end: span.start + 7, ..span };
                self.accounts.findings.push(
                    Diagnostic::new(&codes::LR0230, say!("which leads belong to an account?"), word, say!("does not say")).help(
                        say!("Leads bear the key of their account in one of their fields: name it with `leads by company_id`, or \
                         `leads by email.domain`."),
                    ),
                );
            }
            return None;
        };
        for second in lines {
            self.accounts.findings.push(
                Diagnostic::new(
                    &codes::LR0230,
                    say!("leads belong to an account in two ways"),
                    second.span,
                    say!("the second"),
                )
                .also(line.span, say!("the first"))
                .help(say!("A lead has one account: keep one of the two lines.")),
            );
        }
        let except = match &line.except {
            Some(name) => match self.leads.meant(name) {
                Some(Entity::List(at)) => self.leads.list_texts(name, at, text::fold),
                Some(entity) => {
                    self.leads.mark_used(entity);
                    self.leads.findings.push(
                        Diagnostic::new(
                            &codes::LR0230,
                            say!("`{name}` is {what}, not a list", name = &name.text, what = entity.word()),
                            name.span,
                            say!("a list of keys"),
                        )
                        .help(say!("After `except` stands the name of a list: leads that bear one of its texts have no account.")),
                    );
                    None
                }
                None => {
                    self.leads.unknown_name(say!("list"), name, |entity| matches!(entity, Entity::List(_)));
                    None
                }
            },
            None => Some(Vec::new()),
        };
        let by = self.leads.operand(&line.field, Place::of(Role::Definition));
        let subject = match by? {
            Operand::Subject(subject @ (Subject::Field(_) | Subject::FieldDomain(_)), Kind::Text | Kind::Choice(_)) => {
                Some(subject)
            }
            Operand::Number(Quantity { kind: QuantityKind::Field(id), .. }, _) => Some(Subject::Field(id)),
            _ => None,
        };
        let subject = subject.filter(|subject| match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => usize::from(id.0) < self.leads.declared.fields.len(),
            Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => false,
        });
        let Some(subject) = subject else {
            let span = line.field.span();
            self.leads.findings.push(
                Diagnostic::new(&codes::LR0230, say!("leads can't belong to an account by this"), span, say!("not the key of an account"))
                    .help(say!("Name the field of a lead that holds the key of its account: a text, a number or a choice, or the domain of an email.")),
            );
            return None;
        };
        self.alike(subject, line.field.span())?;
        Some((subject, except?))
    }

    /// Whether what leads bear can be the key of an account; says so where it can't.
    fn alike(&mut self, by: Subject, span: Span) -> Option<()> {
        let accounts = self.accounts.declared;
        let key = accounts.key?;
        let key = &accounts.fields[usize::from(key.0)];
        let is_number = match by {
            Subject::Field(id) => self.leads.declared.fields[usize::from(id.0)].ty.numbers().is_some(),
            _ => false,
        };
        if key.ty.numbers().is_some() == is_number {
            return Some(());
        }
        let words = self.leads.findings.text(span);
        self.leads.findings.push(
            Diagnostic::new(
                &codes::LR0230,
                say!(
                    "`{field}` can't be the key of an account, which is of type {type_name}",
                    field = words,
                    type_name = key.ty.word()
                ),
                span,
                say!("of another type"),
            )
            .also(key.span, say!("the key of accounts"))
            .help(say!(
                "Leads bear the key of their account as the accounts' own data has it: give both the same type."
            )),
        );
        None
    }

    /// Says where accounts have no key, or are not declared at all.
    pub(super) fn are_declared(&mut self) {
        let declared = self.accounts.declared;
        if let (true, None, Some(span)) = (declared.has_accounts, declared.key, declared.block)
            && declared.symbols.is_whole(span)
        {
            let word = Span { end: span.start + 7, ..span };
            self.accounts.findings.push(
                Diagnostic::new(&codes::LR0230, say!("accounts have no key"), word, say!("no field is marked `key`")).help(
                    say!("Leads belong to the account whose key they bear: write `key` after the type of the field that tells accounts \
                     apart."),
                ),
            );
        }
        // What is said about accounts that are not declared.
        if !declared.has_accounts
            && let Some(span) = declared.first
            && !declared.symbols.may_be_unread(ACCOUNT)
        {
            self.accounts.findings.push(no_accounts(span));
        }
    }
}
