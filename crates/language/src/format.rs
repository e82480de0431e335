//! The ast as text, in one canonical form: `=>` aligned, two blanks of indentation, comments kept, at most one blank line.
//! In: a file that was read without errors; out: its text. Formatting that text again changes nothing, and it parses to
//! the same ast, spans aside.

mod declare;
mod flow;
mod words;

#[cfg(test)]
mod tests;

use crate::ast::{
    About, AccountLine, Block, Comment, EventsLine, Field, File, Group, Item, Label, LabelBody, LeadLine, PromiseLine,
    Row, Score, ScoreBody, ScoreLine, Setter, Statement, Table, TestLine, Text, Value,
};
use flow::{Flow, WIDTH, width};

/// A statement whose left side is wider than this is not aligned with its neighbours.
const WIDEST: usize = 50;

/// The canonical text of a file.
///
/// # Examples
/// ```
/// let mut sources = leadrules_language::source::Sources::default();
/// let file = sources.add("short.leadrules", "leadrules 1\nscore s{ a=>+1;budget>10k => +10 }");
/// let (ast, _) = leadrules_language::parse::parse(&sources, file);
/// assert_eq!(
///     leadrules_language::format::format(&ast),
///     "leadrules 1\nscore s {\n  a             => +1\n  budget > 10k  => +10\n}\n"
/// );
/// ```
#[must_use]
pub fn format(file: &File) -> String {
    let mut printer = Printer { out: String::new(), indent: 0, fresh: true };
    let defines = |statement: &Statement<Item>| match &statement.node {
        Item::Define(define) => Some(width(&define.name.text)),
        Item::Version(_)
        | Item::Use(_)
        | Item::TimeZone(_)
        | Item::Lead(_)
        | Item::Account(_)
        | Item::Events(_)
        | Item::Ignore(_)
        | Item::List(_)
        | Item::Exclude(..)
        | Item::Score(_)
        | Item::Stages(..)
        | Item::Label(_)
        | Item::Promise(_)
        | Item::Rank(_)
        | Item::Agreement(_)
        | Item::Test(_) => None,
    };
    printer.statements(&file.body, defines, Printer::item);
    printer.comments(&file.body.closing);
    printer.out
}

struct Printer {
    out: String,
    indent: usize,
    /// Whether nothing has been written in this block yet.
    fresh: bool,
}

impl Printer {
    /// A line to itself.
    fn line(&mut self, text: &str, after: Option<&Comment>) {
        let indented = format!("{}{text}", " ".repeat(self.indent));
        self.out += indented.trim_end();
        if let Some(comment) = after {
            self.out += &format!("  {}", comment.text);
        }
        self.out.push('\n');
        self.fresh = false;
    }

    fn blank(&mut self, wanted: bool) {
        if wanted && !self.fresh {
            self.out.push('\n');
        }
    }

    fn comments(&mut self, comments: &[Comment]) {
        for comment in comments {
            self.blank(comment.blank_before);
            self.line(&comment.text, None);
        }
    }

    /// The statements of a block. Those of an uninterrupted run are aligned; `left` is the width of what comes before
    /// the gap, or `None` for a statement that takes no part.
    fn statements<T>(
        &mut self,
        block: &Block<T>,
        left: impl Fn(&Statement<T>) -> Option<usize>,
        print: impl Fn(&mut Self, &Statement<T>, usize),
    ) {
        let lefts: Vec<Option<usize>> = block.statements.iter().map(left).collect();
        let parted = |at: usize| {
            let statement = &block.statements[at];
            statement.blank_before || !statement.before.is_empty() || lefts[at].is_none() || lefts[at - 1].is_none()
        };
        let mut start = 0;
        while start < lefts.len() {
            let end = (start + 1..lefts.len()).find(|&at| parted(at)).unwrap_or(lefts.len());
            let widest = lefts[start..end].iter().flatten().copied().filter(|left| *left <= WIDEST).max().unwrap_or(0);
            for statement in &block.statements[start..end] {
                self.comments(&statement.before);
                self.blank(statement.blank_before);
                print(self, statement, widest);
            }
            start = end;
        }
    }

    /// `head {`, lines, `}`
    fn block<T>(
        &mut self,
        (head, after): (&str, Option<&Comment>),
        block: &Block<T>,
        left: impl Fn(&Statement<T>) -> Option<usize>,
        print: impl Fn(&mut Self, &Statement<T>, usize),
    ) {
        self.line(&format!("{head} {{"), after);
        self.indent += 2;
        self.fresh = true;
        self.statements(block, left, print);
        self.comments(&block.closing);
        self.indent -= 2;
        self.line("}", None);
    }

    /// A statement that may be broken into lines.
    fn flow(&mut self, flow: &Flow, after: Option<&Comment>) {
        let text = flow.lines(self.indent);
        self.line(&text, after);
    }

    /// `left => right`, aligned at `widest` with a `gap` before the arrow, if that fits.
    fn decision(&mut self, left: Flow, right: Flow, (widest, gap): (usize, usize), after: Option<&Comment>) {
        let before = left.line();
        let pad = if width(&before) <= widest { widest - width(&before) + gap } else { 1 };
        let aligned = format!("{before}{}=> {}", " ".repeat(pad), right.line());
        if self.indent + width(&aligned) <= WIDTH {
            self.line(&aligned, after);
            return;
        }
        let mut whole = left;
        whole.soft(0, "=> ");
        whole.append(right, 0);
        self.flow(&whole, after);
    }

    fn item(&mut self, statement: &Statement<Item>, widest: usize) {
        let after = statement.after.as_ref();
        match &statement.node {
            Item::Version(version) => self.line(&format!("leadrules {version}"), after),
            Item::Use(file) => self.line(&format!("use {}", words::text(file)), after),
            Item::TimeZone(zone) => self.line(&format!("time zone {}", words::text(zone)), after),
            Item::Lead(block) => {
                let left = |statement: &Statement<LeadLine>| match &statement.node {
                    LeadLine::Field(field) => Some(width(&field.name.text)),
                    LeadLine::Missing(_) => None,
                };
                self.block(("lead", after), block, left, |printer, statement, widest| match &statement.node {
                    LeadLine::Field(field) => printer.field(field, widest, statement.after.as_ref()),
                    LeadLine::Missing(values) => printer.missing(values, statement.after.as_ref()),
                });
            }
            Item::Account(block) => {
                let left = |statement: &Statement<AccountLine>| match &statement.node {
                    AccountLine::Field(field) => Some(width(&field.name.text)),
                    AccountLine::Missing(_) | AccountLine::Leads(_) => None,
                };
                self.block(("account", after), block, left, |printer, statement, widest| match &statement.node {
                    AccountLine::Field(field) => printer.field(field, widest, statement.after.as_ref()),
                    AccountLine::Missing(values) => printer.missing(values, statement.after.as_ref()),
                    AccountLine::Leads(by) => printer.line(&declare::leads_by(by), statement.after.as_ref()),
                });
            }
            Item::Events(block) => self.events(block, after),
            Item::Ignore(block) => self.block(
                ("ignore", after),
                block,
                |_| None,
                |printer, statement, _| {
                    printer.flow(&words::happens(&statement.node), statement.after.as_ref());
                },
            ),
            Item::List(list) => self.line(&declare::list(list), after),
            Item::Define(define) => {
                let name = &define.name.text;
                let pad = widest.saturating_sub(width(name));
                let mut flow = Flow::new(format!("define {name}{} = ", " ".repeat(pad)));
                flow.append(words::term(&define.value), 0);
                self.flow(&flow, after);
            }
            Item::Exclude(about, block) => {
                let left = |statement: &Statement<crate::ast::Exclusion>| {
                    Some(width(&words::cond(&statement.node.condition).line()))
                };
                let head = match about {
                    About::Lead => "exclude",
                    About::Account => "exclude account",
                };
                self.block((head, after), block, left, |printer, statement, widest| {
                    let (left, right) = (words::cond(&statement.node.condition), words::text(&statement.node.reason));
                    printer.decision(left, Flow::new(right), (widest, 1), statement.after.as_ref());
                });
            }
            Item::Score(score) => self.score(score, after),
            Item::Stages(about, block) => {
                let condition = |statement: &Statement<crate::ast::StageLine>| {
                    statement.node.condition.as_ref().map_or_else(|| Flow::new("otherwise"), words::cond)
                };
                let left = |statement: &Statement<crate::ast::StageLine>| Some(width(&condition(statement).line()));
                let head = format!("stages{}", about.suffix());
                self.block((&head, after), block, left, |printer, statement, widest| {
                    let right = words::step(&statement.node);
                    printer.decision(condition(statement), right, (widest, 1), statement.after.as_ref());
                });
            }
            Item::Label(label) => self.label(label, after),
            Item::Promise(promise) => {
                let head = format!("promise {}{}", words::text(&promise.title), promise.about.suffix());
                self.block(
                    (&head, after),
                    &promise.lines,
                    |_| None,
                    |printer, statement, _| {
                        let PromiseLine { always, condition } = &statement.node;
                        let mut flow = Flow::new(if *always { "always " } else { "never " });
                        flow.append(words::cond(condition), 0);
                        printer.flow(&flow, statement.after.as_ref());
                    },
                );
            }
            Item::Rank(scores) => {
                let names: Vec<&str> = scores.iter().map(|score| score.text.as_str()).collect();
                self.line(&format!("rank by {}", names.join(", ")), after);
            }
            Item::Agreement(agreement) => {
                let head = format!("agreement {}", words::text(&agreement.title));
                self.block(
                    (&head, after),
                    &agreement.lines,
                    |_| None,
                    |printer, statement, _| {
                        printer.flow(&words::agreed(&statement.node), statement.after.as_ref());
                    },
                );
            }
            Item::Test(test) => {
                let head = format!("test {}", words::text(&test.title));
                self.block((&head, after), &test.lines, |_| None, Self::test_line);
            }
        }
    }

    /// `missing "n/a", 999`
    fn missing(&mut self, values: &[Value], after: Option<&Comment>) {
        let mut flow = Flow::new("missing ");
        flow.append(declare::literals(values), 0);
        self.flow(&flow, after);
    }

    fn field(&mut self, field: &Field, widest: usize, after: Option<&Comment>) {
        let name = &field.name.text;
        let pad = widest.saturating_sub(width(name)) + if widest == 0 { 1 } else { 2 };
        let before = format!("{name}{}", " ".repeat(pad));
        let rest = declare::field(field, self.indent, self.indent + width(&before));
        self.line(&format!("{before}{rest}"), after);
    }

    fn events(&mut self, block: &Block<EventsLine>, after: Option<&Comment>) {
        // Columns and kinds are aligned separately: a column counts at its own width, a kind takes no part.
        let columns = block.statements.iter().filter_map(|statement| match &statement.node {
            EventsLine::Column { role, .. } => Some(width(declare::log_column(*role))),
            EventsLine::Kind(_) => None,
        });
        let column_width = columns.max().unwrap_or(0);
        let left = |statement: &Statement<EventsLine>| match &statement.node {
            EventsLine::Column { .. } => None,
            EventsLine::Kind(kind) => Some(width(&kind.name.text)),
        };
        self.block(("events", after), block, left, |printer, statement, widest| {
            let after = statement.after.as_ref();
            match &statement.node {
                EventsLine::Column { role, from, form, .. } => {
                    let word = declare::log_column(*role);
                    let rest = declare::column_rest(from, form.as_ref());
                    printer.line(&format!("{word:column_width$} {rest}"), after);
                }
                EventsLine::Kind(kind) => {
                    let name = &kind.name.text;
                    let pad = " ".repeat(widest.saturating_sub(width(name)) + 2);
                    let from = declare::kind_from(kind);
                    let head = format!("{name}{pad}{from}");
                    let Some(properties) = &kind.properties else { return printer.line(&head, after) };
                    let space = if from.is_empty() { "" } else { " " };
                    let line = declare::properties_line(properties).map(|inside| format!("{head}{space}{inside}"));
                    match line.filter(|line| printer.indent + width(line) <= WIDTH) {
                        Some(line) => printer.line(&line, after),
                        None => printer.block(
                            (head.trim_end(), after),
                            properties,
                            |statement| Some(width(&statement.node.name.text)),
                            |printer, statement, widest| {
                                printer.field(&statement.node, widest, statement.after.as_ref());
                            },
                        ),
                    }
                }
            }
        });
    }

    fn score(&mut self, score: &Score, after: Option<&Comment>) {
        let mut head = format!("score {}{}", score.name.text, score.about.suffix());
        if let Some(range) = &score.range {
            head += &format!(" {}", words::range(range));
        }
        if let Some(owner) = &score.owner {
            head += &format!(", by {}", owner.text);
        }
        match &score.body {
            ScoreBody::Rules(block) => self.block((&head, after), block, score_left, Self::score_line),
            ScoreBody::Computed(formula) => self.line(&format!("{head} = {}", words::expr(formula)), after),
        }
    }

    fn score_line(&mut self, statement: &Statement<ScoreLine>, widest: usize) {
        let after = statement.after.as_ref();
        match &statement.node {
            ScoreLine::Rule(rule) => {
                self.decision(words::term(&rule.left), words::award(&rule.award), (widest, 2), after);
            }
            ScoreLine::Table(Table { subject, rows }) => {
                let left = |row: &Statement<Row>| Some(width(&words::matcher(&row.node.matcher).line()));
                self.block((&words::expr(subject), after), rows, left, |printer, row, widest| {
                    let (left, right) = (words::matcher(&row.node.matcher), words::award(&row.node.award));
                    printer.decision(left, right, (widest, 1), row.after.as_ref());
                });
            }
            ScoreLine::Group(Group { title, options, body }) => {
                let mut head = Flow::new(format!("group {}", words::text(title)));
                words::settings(&mut head, options);
                self.block((&head.line(), after), body, score_left, Self::score_line);
            }
        }
    }

    fn label(&mut self, label: &Label, after: Option<&Comment>) {
        let name = format!("{}{}", label.name.text, label.about.suffix());
        match &label.body {
            LabelBody::Joined(names) => {
                let mut flow = Flow::new(format!("label {name} = "));
                flow.append(words::listed(names.iter().map(|name| name.text.clone()), 0), 0);
                self.flow(&flow, after);
            }
            LabelBody::Lines(block) => {
                let condition = |statement: &Statement<crate::ast::LabelLine>| {
                    statement.node.condition.as_ref().map_or_else(|| Flow::new("otherwise"), words::cond)
                };
                let left = |statement: &Statement<crate::ast::LabelLine>| Some(width(&condition(statement).line()));
                self.block((&format!("label {name}"), after), block, left, |printer, statement, widest| {
                    let right = Flow::new(words::text(&statement.node.text));
                    printer.decision(condition(statement), right, (widest, 1), statement.after.as_ref());
                });
            }
        }
    }

    fn test_line(&mut self, statement: &Statement<TestLine>, _widest: usize) {
        let flow = match &statement.node {
            TestLine::AsOf(instant) => Flow::new(format!("as of {}", instant.written)),
            TestLine::Lead { called, fields } => given("lead", called.as_ref(), fields),
            TestLine::Account(fields) => given("account", None, fields),
            TestLine::Event { of, kind, when, properties } => {
                let of = of.as_ref().map_or_else(String::new, |lead| format!("of {} ", words::text(lead)));
                let mut parts = vec![format!("event {of}{} {}", kind.text, words::when(when))];
                parts.extend(properties.iter().map(words::setter));
                words::listed(parts, 0)
            }
            TestLine::Was(stage) => Flow::new(format!("was {}", words::option_name(stage))),
            TestLine::Expect(condition) => {
                let mut flow = Flow::new("expect ");
                flow.append(words::cond(condition), 0);
                flow
            }
        };
        self.flow(&flow, statement.after.as_ref());
    }
}

/// What a test gives: `lead "An", employees 150`, `account`.
fn given(word: &str, called: Option<&Text>, fields: &[Setter]) -> Flow {
    let parts: Vec<String> = called.map(words::text).into_iter().chain(fields.iter().map(words::setter)).collect();
    let mut flow = Flow::new(word);
    if !parts.is_empty() {
        flow.push(" ");
        flow.append(words::listed(parts, 0), 0);
    }
    flow
}

/// How wide a rule is before its arrow; a table or a group ends a run.
fn score_left(statement: &Statement<ScoreLine>) -> Option<usize> {
    match &statement.node {
        ScoreLine::Rule(rule) => Some(width(&words::term(&rule.left).line())),
        ScoreLine::Table(_) | ScoreLine::Group(_) => None,
    }
}
