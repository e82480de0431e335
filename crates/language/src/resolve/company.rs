//! Tests: those about one lead, and those about an account and its leads, which have names. In: the blocks as written, and the
//! resolvers of leads and accounts; out: [`ir::Test`]s.

use crate::ast::{self, Cond, Expr, Tail, TestLine};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Expected, ExpectedKind};
use crate::source::Span;
use crate::words::say;

use super::accounts::Both;
use super::resolver::{Place, Role};
use super::symbols::listing;
use super::test_blocks::twice;

impl<'a> Both<'_, 'a> {
    pub(super) fn tests(&mut self) -> Vec<ir::Test> {
        let declared = self.leads.declared;
        let test = |(test, head): &(&'a ast::Test, Span)| match company_at(test) {
            Some(span) if !declared.has_accounts => {
                if !declared.symbols.may_be_unread("account") {
                    self.leads.findings.push(
                        Diagnostic::new(&codes::LR0230, say!("no accounts are declared"), span, say!("a test of an account")).help(
                            say!("A test about one lead begins with `lead country BE, …`; leads have names only in tests of the account \
                             that they belong to."),
                        ),
                    );
                }
                self.leads.empty_test(test, *head)
            }
            Some(_) => self.company(test, *head),
            None => self.leads.test(test, *head),
        };
        declared.tests.iter().map(test).collect()
    }

    /// A test about an account and its leads.
    fn company(&mut self, test: &'a ast::Test, head: Span) -> ir::Test {
        let mut meant = self.leads.empty_test(test, head);
        let mut company = ir::Company::default();
        let mut called: Vec<(&'a str, Span)> = Vec::new();
        let mut account = None;
        for line in &test.lines.statements {
            match &line.node {
                TestLine::Account(setters) => {
                    if let Some(first) = account.replace(line.span) {
                        self.accounts.findings.push(twice("account", line.span, first));
                        continue;
                    }
                    company.account = self.accounts.given(setters);
                }
                TestLine::Lead { called: name, fields } => {
                    let lead = self.leads.given(fields);
                    let Some(name) = name else {
                        self.leads.findings.push(
                            Diagnostic::new(&codes::LR0708, say!("which lead is this?"), line.span, say!("has no name")).help(
                                say!("In a test of an account each lead has a name, by which its events and what is expected of it are told \
                                 from those of others: `lead \"An\", country BE`."),
                            ),
                        );
                        continue;
                    };
                    if let Some((_, first)) = called.iter().find(|(other, _)| *other == name.value) {
                        self.leads.findings.push(
                            Diagnostic::new(
                                &codes::LR0708,
                                say!("two leads are called \"{name}\"", name = &name.value),
                                name.span,
                                say!("again"),
                            )
                            .also(*first, say!("first here"))
                            .help(say!("Each lead of a test has a name of its own.")),
                        );
                        continue;
                    }
                    called.push((&name.value, name.span));
                    company.leads.push(ir::Member { called: name.value.clone(), lead, events: Vec::new() });
                }
                TestLine::AsOf(_) | TestLine::Event { .. } | TestLine::Was(_) | TestLine::Expect(_) => {}
            }
        }
        let names: Vec<&'a str> = called.iter().map(|(name, _)| *name).collect();
        let mut expects = false;
        for line in &test.lines.statements {
            match &line.node {
                TestLine::Event { of, kind, when, properties } => {
                    let event = self.leads.event(kind, when, properties, meant.as_of);
                    let lead = of.as_ref().map(|name| self.member(name, &names));
                    if lead.is_none() {
                            self.leads.findings.push(
                                Diagnostic::new(&codes::LR0708, say!("whose event is this?"), line.span, say!("of no lead")).help(
                                    say!("In a test of an account each event is that of one lead: `event of \"An\" email_opened 1 day ago`."),
                                ),
                            );
                    }
                    if let (Some(event), Some(Some(lead))) = (event, lead) {
                        company.leads[lead].events.push(event);
                    }
                }
                TestLine::Was(_) => self.leads.findings.push(
                    Diagnostic::new(&codes::LR0708, say!("whose stage was this?"), line.span, say!("of one lead")).help(
                        say!("`was` says where the lead of a test was before, and this test is about an account with several; make a test of \
                         its own for that lead."),
                    ),
                ),
                TestLine::Expect(condition) => {
                    expects = true;
                    self.leads.called = Some(names.clone());
                    company.expectations.extend(self.expected(condition, &names));
                    self.leads.called = None;
                }
                TestLine::AsOf(_) | TestLine::Lead { .. } | TestLine::Account(_) => {}
            }
        }
        if !expects {
            self.leads.expects_nothing(test, head);
        }
        meant.company = Some(company);
        meant
    }

    /// The lead that a test calls so.
    fn member(&mut self, name: &ast::Text, names: &[&'a str]) -> Option<usize> {
        let found = names.iter().position(|other| *other == name.value);
        if found.is_none() {
            let there = match names {
                [] => say!("The test has no leads: give them with `lead \"An\", country BE`."),
                names => say!("Its leads are called {names}.", names = listing(names)),
            };
            self.leads.findings.push(
                Diagnostic::new(
                    &codes::LR0708,
                    say!("no lead of this test is called \"{name}\"", name = &name.value),
                    name.span,
                    say!("not there"),
                )
                .help(there),
            );
        }
        found
    }

    /// What is expected: of leads where they are named, of the account elsewhere.
    fn expected(&mut self, condition: &'a Cond, names: &[&'a str]) -> Option<Expected> {
        let span = condition.span();
        let mut all = |parts: &'a [Cond]| -> Option<Vec<Expected>> {
            let parts: Vec<_> = parts.iter().map(|part| self.expected(part, names)).collect();
            parts.into_iter().collect()
        };
        let kind = match condition {
            Cond::And(parts, _) => ExpectedKind::All(all(parts)?),
            Cond::Or(parts, _) => ExpectedKind::Any(all(parts)?),
            Cond::Not(inner, _) => ExpectedKind::Not(Box::new(self.expected(inner, names)?)),
            Cond::Paren(inner, _) => return self.expected(inner, names),
            Cond::Test(question) => {
                let mut leads = Vec::new();
                leads_of(&question.subject, &mut leads);
                if let Tail::Compare { right, .. } = &question.tail {
                    leads_of(right, &mut leads);
                }
                let Some((first, others)) = leads.split_first() else {
                    let condition = self.accounts.cond(condition, Place::of(Role::Test))?;
                    return Some(Expected { kind: ExpectedKind::Account(condition), span });
                };
                if let Some(other) = others.iter().find(|other| other.value != first.value) {
                    self.leads.findings.push(
                        Diagnostic::new(
                            &codes::LR0708,
                            say!("two leads in one question"),
                            other.span,
                            say!("another lead"),
                        )
                        .also(first.span, say!("one lead"))
                        .help(say!("Expect something of each by itself, joined with `and`.")),
                    );
                    return None;
                }
                let lead = self.member(first, names);
                let condition = self.leads.cond(condition, Place::of(Role::Test));
                ExpectedKind::Lead(lead?, condition?)
            }
            Cond::OverLeads(_) | Cond::Happens(_) => {
                ExpectedKind::Account(self.accounts.cond(condition, Place::of(Role::Test))?)
            }
        };
        Some(Expected { kind, span })
    }
}

/// Where a test says that it is about an account.
fn company_at(test: &ast::Test) -> Option<Span> {
    test.lines.statements.iter().find_map(|line| match &line.node {
        TestLine::Account(_) => Some(line.span),
        TestLine::Lead { called, .. } => called.as_ref().map(|name| name.span),
        TestLine::Event { of, .. } => of.as_ref().map(|name| name.span),
        TestLine::AsOf(_) | TestLine::Was(_) | TestLine::Expect(_) => None,
    })
}

/// The leads that a quantity names.
fn leads_of<'a>(expr: &'a Expr, found: &mut Vec<&'a ast::Text>) {
    match expr {
        Expr::OfLead { lead, .. } => found.push(lead),
        Expr::Binary { left, right, .. } => {
            leads_of(left, found);
            leads_of(right, found);
        }
        Expr::Paren(inner, _) => leads_of(inner, found),
        Expr::Value(_) | Expr::Member { .. } | Expr::Aggregate(_) | Expr::StageBefore(_) => {}
    }
}
