//! Which events are meant: kinds, `where`, window. In: a happening as written; out: [`ir::Occurrences`], or nothing where
//! a finding says why.

use std::collections::HashSet;

use crate::ast;
use crate::calendar::Window;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, KindId, PropertyId};
use crate::source::Span;
use crate::words::say;

use super::quantity::what_span;
use super::resolver::{Event, Place, Resolver};
use super::symbols::Entity;

impl<'a> Resolver<'a> {
    /// The events that a happening is about; its frequency and `no` are left to the caller.
    pub(super) fn occurrences(&mut self, happens: &'a ast::Happens, place: Place) -> Option<ir::Occurrences> {
        let kinds = self.kinds(&happens.what);
        let window = match &happens.window {
            Some(window) => self.event_window(window).map(Some),
            None => Some(None),
        };
        let kinds = kinds?;
        let filter = match &happens.filter {
            Some(filter) => {
                let properties = self.properties(kinds.as_deref());
                if let Some(property) = self.not_shared(kinds.as_deref(), &properties, &filter.condition) {
                    self.findings.push(property);
                    return None;
                }
                let event = Event { properties: &properties, what: what_span(&happens.what) };
                Some(Box::new(self.cond(&filter.condition, Place { event: Some(event), ..place })?))
            }
            None => None,
        };
        Some(ir::Occurrences { kinds, filter, window: window?, span: happens.span })
    }

    /// The kinds; the inner `None` means any activity.
    #[expect(clippy::option_option, reason = "a finding, any activity, and certain kinds")]
    fn kinds(&mut self, what: &'a ast::What) -> Option<Option<Vec<KindId>>> {
        match what {
            ast::What::Activity(_) => {
                self.used.activity = true;
                Some(None)
            }
            ast::What::Name(name) => self.kind(name).map(|kind| Some(vec![kind])),
            ast::What::Member { .. } => {
                let span = what_span(what);
                let words = self.findings.text(span);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0205,
                        say!("`{words}` is not a kind of event", words),
                        span,
                        say!("an event is needed here"),
                    )
                    .help(say!("Kinds of event are declared in `events {{ … }}`.")),
                );
                None
            }
            ast::What::AnyOf(names, _) => {
                let mut kinds: Vec<KindId> = Vec::new();
                let mut named: HashSet<&str> = HashSet::new();
                let mut broken = false;
                for name in names {
                    match self.kind(name) {
                        Some(_) if !named.insert(&name.text) => self.findings.push(
                            Diagnostic::new(
                                &codes::LR0504,
                                say!("`{name}` is named twice", name = &name.text),
                                name.span,
                                say!("again"),
                            )
                            .help(say!("One of several kinds must have happened; to name one twice changes nothing.")),
                        ),
                        Some(kind) => kinds.push(kind),
                        None => broken = true,
                    }
                }
                (!broken).then_some(Some(kinds))
            }
        }
    }

    /// The kind with this name.
    pub(super) fn kind(&mut self, name: &ast::Name) -> Option<KindId> {
        match self.meant(name) {
            Some(Entity::Kind(id)) => {
                self.used.kinds[usize::from(id.0)] = true;
                Some(id)
            }
            Some(entity) => {
                self.mark_used(entity);
                let finding = Diagnostic::new(
                    &codes::LR0205,
                    say!("`{name}` is {what}, not a kind of event", name = &name.text, what = entity.word()),
                    name.span,
                    say!("an event is needed here"),
                );
                let kinds = self.declared.symbols.of(|entity| matches!(entity, Entity::Kind(_)));
                self.findings.push(if kinds.is_empty() {
                    finding.help(say!("Kinds of event are declared in `events {{ … }}`."))
                } else {
                    finding.help(super::symbols::there_are(&kinds))
                });
                None
            }
            None => {
                self.unknown_name(say!("kind of event"), name, |entity| matches!(entity, Entity::Kind(_)));
                None
            }
        }
    }

    /// A name in the wrong place still counts as used: it gets one finding, not two.
    pub(super) fn mark_used(&mut self, entity: Entity) {
        match entity {
            Entity::Definition(at) => self.used.definitions[at] = true,
            Entity::List(at) => self.used.lists[at] = true,
            Entity::Kind(id) => self.used.kinds[usize::from(id.0)] = true,
            Entity::Field(_) | Entity::Score(_) | Entity::Label(_) => {}
        }
    }

    /// The properties that all of these kinds have.
    pub(super) fn properties(&self, kinds: Option<&[KindId]>) -> Vec<PropertyId> {
        let Some((first, rest)) = kinds.and_then(<[KindId]>::split_first) else { return Vec::new() };
        let of = |kind: &KindId| &self.declared.log.kind(*kind).properties;
        of(first).iter().filter(|id| rest.iter().all(|kind| of(kind).contains(id))).copied().collect()
    }

    /// A name in a `where` over several kinds that is not the same property in all of them.
    fn not_shared(&self, kinds: Option<&[KindId]>, shared: &[PropertyId], condition: &ast::Cond) -> Option<Diagnostic> {
        let kinds = kinds.filter(|kinds| kinds.len() > 1)?;
        let name = first_name(condition)?;
        let log = &self.declared.log;
        if shared.iter().any(|id| log.property(*id).name == name.text) {
            return None;
        }
        let declared = |kind: &KindId| {
            log.kind(*kind).properties.iter().map(|id| log.property(*id)).find(|property| property.name == name.text)
        };
        let having: Vec<&KindId> = kinds.iter().filter(|kind| declared(kind).is_some()).collect();
        if having.is_empty() {
            return None;
        }
        let finding = Diagnostic::new(
            &codes::LR0206,
            say!("not all of these events have the same `{name}`", name = &name.text),
            name.span,
            say!("asked of each of them"),
        );
        let without: Vec<&str> =
            kinds.iter().filter(|kind| declared(kind).is_none()).map(|kind| log.kind(*kind).name.as_str()).collect();
        Some(if without.is_empty() {
            finding.help(say!(
                "They declare it with different types or columns; declare it alike, or ask of each kind by itself, \
                 with `or`."
            ))
        } else {
            finding.help(say!(
                "{kinds} does not declare it; `where` over several kinds asks for what all of them have.",
                kinds = super::symbols::listing(&without)
            ))
        })
    }

    /// When events must have happened.
    fn event_window(&mut self, window: &ast::Window) -> Option<Window> {
        if let ast::WindowKind::InNext(_) = window.kind {
            self.findings.push(
                Diagnostic::new(&codes::LR0214, say!("events lie in the past"), window.span, say!("in the future"))
                    .help(say!(
                        "Scoring never looks into the future: an event later than `as of` does not count. `in last …` \
                         looks back."
                    )),
            );
            return None;
        }
        self.window(window)
    }

    /// A window with day numbers, whose first day is not after its last.
    pub(super) fn window(&mut self, window: &ast::Window) -> Option<Window> {
        match &window.kind {
            ast::WindowKind::InLast(_) | ast::WindowKind::OlderThan(_) | ast::WindowKind::InNext(_) => {}
            ast::WindowKind::Between(first, last) => {
                let first_day = super::fields::day(first, &mut self.findings)?;
                if first_day > super::fields::day(last, &mut self.findings)? {
                    let (a, b) = (self.findings.text(first.span).to_owned(), self.findings.text(last.span).to_owned());
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0401,
                            say!("the days are the wrong way round"),
                            window.span,
                            say!("no day lies between"),
                        )
                        .help(say!("The earlier day stands first."))
                        .guess_all(say!("swap the days"), vec![(first.span, b), (last.span, a)]),
                    );
                    return None;
                }
            }
            ast::WindowKind::Since(date) | ast::WindowKind::Before(date) | ast::WindowKind::After(date) => {
                super::fields::day(date, &mut self.findings)?;
            }
        }
        Window::from_written(&window.kind)
    }

    /// A window on a date: a date has no hours.
    pub(super) fn date_window(&mut self, window: &ast::Window) -> Option<Window> {
        if let ast::WindowKind::InLast(period) | ast::WindowKind::OlderThan(period) | ast::WindowKind::InNext(period) =
            &window.kind
            && period.unit == ast::Unit::Hour
        {
            self.findings.push(
                Diagnostic::new(&codes::LR0214, say!("a date has no hours"), period.span, say!("finer than a day"))
                    .help(say!("A field of type date knows the day alone; ask in days, weeks, months or years.")),
            );
            return None;
        }
        self.window(window)
    }

    /// `E where A and B`, where B begins with a property of E: does the author mean `where (A and B)`?
    pub(super) fn brackets(&mut self, conditions: &'a [ast::Cond], place: Place) -> Vec<bool> {
        let mut taken = vec![false; conditions.len()];
        if place.event.is_some() {
            return taken;
        }
        let open = |condition: &'a ast::Cond| {
            let ast::Cond::Happens(happens) = condition else { return None };
            let filter = happens.filter.as_ref()?;
            (!matches!(*filter.condition, ast::Cond::Paren(..))).then_some((happens, filter))
        };
        // The last one that has a `where` without brackets.
        let mut last = None;
        for at in 1..conditions.len() {
            last = open(&conditions[at - 1]).map(|(happens, filter)| (at - 1, happens, filter)).or(last);
            let Some(name) = first_name(&conditions[at]) else { continue };
            let Some((before, happens, filter)) = last else { continue };
            let next = before + 1 == at;
            if !next && self.declared.symbols.get(&name.text).is_some() {
                continue;
            }
            let kinds = self.known_kinds(&happens.what);
            let log = &self.declared.log;
            let is_property =
                |kind: &KindId| log.kind(*kind).properties.iter().any(|id| log.property(*id).name == name.text);
            if !kinds.iter().any(is_property) {
                continue;
            }
            let what = self.findings.text(what_span(&happens.what));
            let mut finding = Diagnostic::new(
                &codes::LR0215,
                say!("does `{name}` belong to `where`?", name = &name.text),
                name.span,
                say!("a property of `{event}`, outside its `where`", event = what),
            )
            .help(say!("`where` takes one test; several that hold for the same event stand in round brackets."));
            if next && filter.span.end == happens.span.end {
                let start: Span = filter.condition.span().before();
                let end = conditions[at].span().after();
                finding = finding
                    .fix_all(say!("put both tests in brackets"), vec![(start, "(".to_owned()), (end, ")".to_owned())]);
            }
            self.findings.push(finding);
            taken[at] = true;
        }
        taken
    }

    /// The kinds that are declared, without a finding for those that are not.
    fn known_kinds(&self, what: &ast::What) -> Vec<KindId> {
        let kind = |name: &ast::Name| match self.declared.symbols.get(&name.text) {
            Some(Entity::Kind(id)) => Some(id),
            _ => None,
        };
        match what {
            ast::What::Name(name) => kind(name).into_iter().collect(),
            ast::What::AnyOf(names, _) => names.iter().filter_map(kind).collect(),
            ast::What::Activity(_) | ast::What::Member { .. } => Vec::new(),
        }
    }
}

/// The name that a condition begins with.
fn first_name(condition: &ast::Cond) -> Option<&ast::Name> {
    match condition {
        ast::Cond::And(parts, _) | ast::Cond::Or(parts, _) => first_name(parts.first()?),
        ast::Cond::Not(inner, _) | ast::Cond::Paren(inner, _) => first_name(inner),
        ast::Cond::Test(question) => first_name_of(&question.subject),
        ast::Cond::OverLeads(_) => None,
        ast::Cond::Happens(happens) => match &happens.what {
            ast::What::Name(name) | ast::What::Member { of: name, .. } => Some(name),
            ast::What::Activity(_) | ast::What::AnyOf(..) => None,
        },
    }
}

fn first_name_of(expr: &ast::Expr) -> Option<&ast::Name> {
    match expr {
        ast::Expr::Value(ast::Value::Name(name)) | ast::Expr::Member { of: name, .. } => Some(name),
        ast::Expr::Value(ast::Value::Number(_) | ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..))
        | ast::Expr::Aggregate(_)
        | ast::Expr::OfLead { .. }
        | ast::Expr::StageBefore(_) => None,
        ast::Expr::Binary { left, .. } => first_name_of(left),
        ast::Expr::Paren(inner, _) => first_name_of(inner),
    }
}
