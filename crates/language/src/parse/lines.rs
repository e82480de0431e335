//! Which lines belong in which block. In: the chunks of a file; out: its ast.

use super::build::{Head, ScoreHead};
use super::context::Context;
use super::reader::{Form, Reader};
use super::split::{self, Chunk};
use crate::ast::{
    AccountLine, Agreement, AgreementLine, Block, Comment, EventsLine, Exclusion, Field, Group, Happens, Item, Label,
    LabelBody, LabelLine, LeadLine, Promise, PromiseLine, Score, ScoreBody, ScoreLine, StageLine, Statement, Table,
    Test, TestLine,
};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::say;
use leadrules_grammar::Rule;

impl Reader<'_> {
    /// The whole of a file.
    pub(super) fn file(&mut self, tree: split::Block) -> Block<Item> {
        let body = self.block(tree, Self::item);
        let version = body.statements.iter().position(|statement| matches!(statement.node, Item::Version(_)));
        let unread = self.unread.iter().any(|name| name.text == "leadrules");
        match version {
            None if !unread => self.no_version(&body),
            Some(at) if at > 0 => {
                let span = body.statements[at].span;
                self.found.push(
                    Diagnostic::new(
                        &codes::LR0118,
                        say!("`leadrules 1` is not the first statement"),
                        span,
                        say!("stands here"),
                    )
                    .help(say!("It says how the whole file is to be read, so it stands at the top.")),
                );
            }
            None | Some(_) => {}
        }
        body
    }

    fn no_version(&mut self, body: &Block<Item>) {
        let top = Span::new(self.file, 0, 0);
        let bom = self.source.len() - self.source.trim_start_matches('\u{feff}').len();
        let first = body.statements.first().map_or(top, |first| Span { end: first.span.start + 1, ..first.span });
        self.found.push(
            Diagnostic::bare(
                &codes::LR0118,
                say!("the file does not say which version of the language it is in"),
                first,
            )
            .help(say!(
                "It is read as version 1, the newest. A first line `leadrules 1` keeps its meaning when a newer comes."
            ))
            .fix(say!("write `leadrules 1` at the top"), Span::new(self.file, bom, bom), "leadrules 1\n\n"),
        );
    }

    fn item(&mut self, chunk: &mut Chunk) -> Option<Item> {
        let Some(head) = self.head(chunk, Form { rule: Rule::item, build: |builder, line| builder.item(line) }) else {
            // Its block is read all the same: any of its lines may need a finding.
            if let Some(block) = chunk.block.take() {
                self.orphans(block);
            }
            return None;
        };
        if let Head::Whole(item) = head {
            return self.without_block(chunk).then_some(item);
        }
        if let Head::Score(ScoreHead { name, about, range, owner, formula: Some(formula) }) = head {
            let body = ScoreBody::Computed(formula);
            return self.without_block(chunk).then_some(Item::Score(Score { name, about, range, owner, body }));
        }
        let block = self.own_block(chunk)?;
        Some(match head {
            Head::Whole(item) => item,
            Head::Lead => Item::Lead(self.block(block, Self::lead_line)),
            Head::Account => Item::Account(self.block(block, Self::account_line)),
            Head::Events => Item::Events(self.block(block, Self::events_line)),
            Head::Ignore => Item::Ignore(self.block(block, Self::ignore_line)),
            Head::Exclude(about) => Item::Exclude(about, self.block(block, Self::exclusion)),
            Head::Stages(about) => Item::Stages(about, self.block(block, Self::stage)),
            Head::Score(ScoreHead { name, about, range, owner, .. }) => {
                let body = ScoreBody::Rules(self.block(block, Self::score_line));
                Item::Score(Score { name, about, range, owner, body })
            }
            Head::Label(name, about) => {
                Item::Label(Label { name, about, body: LabelBody::Lines(self.block(block, Self::label_line)) })
            }
            Head::Promise(title, about) => {
                Item::Promise(Promise { title, about, lines: self.block(block, Self::promise_line) })
            }
            Head::Agreement(title) => {
                Item::Agreement(Agreement { title, lines: self.block(block, Self::agreement_line) })
            }
            Head::Test(title) => Item::Test(Test { title, lines: self.block(block, Self::test_line) }),
        })
    }

    /// The block of a head that could not be read.
    fn orphans(&mut self, block: split::Block) {
        let Some(context) = block.chunks.first().map(|chunk| chunk.context) else { return };
        match context {
            Context::Lead => drop(self.block(block, Self::lead_line)),
            Context::Account => drop(self.block(block, Self::account_line)),
            Context::Events => drop(self.block(block, Self::events_line)),
            Context::Ignore => drop(self.block(block, Self::ignore_line)),
            Context::Exclude => drop(self.block(block, Self::exclusion)),
            Context::Score => drop(self.block(block, Self::score_line)),
            Context::Stages => drop(self.block(block, Self::stage)),
            Context::Label => drop(self.block(block, Self::label_line)),
            Context::Promise => drop(self.block(block, Self::promise_line)),
            Context::Test => drop(self.block(block, Self::test_line)),
            Context::Agreement => drop(self.block(block, Self::agreement_line)),
            Context::File | Context::Properties | Context::Group | Context::Table | Context::Unknown => {}
        }
    }

    fn lead_line(&mut self, chunk: &mut Chunk) -> Option<LeadLine> {
        self.line(chunk, Form { rule: Rule::lead_line, build: |builder, line| builder.lead_line(line) })
    }

    fn account_line(&mut self, chunk: &mut Chunk) -> Option<AccountLine> {
        self.line(chunk, Form { rule: Rule::account_line, build: |builder, line| builder.account_line(line) })
    }

    fn ignore_line(&mut self, chunk: &mut Chunk) -> Option<Happens> {
        self.line(chunk, Form { rule: Rule::ignore_line, build: |builder, line| builder.ignored(line) })
    }

    fn exclusion(&mut self, chunk: &mut Chunk) -> Option<Exclusion> {
        self.line(chunk, Form { rule: Rule::exclude_line, build: |builder, line| builder.exclusion(line) })
    }

    fn stage(&mut self, chunk: &mut Chunk) -> Option<StageLine> {
        self.line(chunk, Form { rule: Rule::stage_line, build: |builder, line| builder.stage(line) })
    }

    fn label_line(&mut self, chunk: &mut Chunk) -> Option<LabelLine> {
        self.line(chunk, Form { rule: Rule::label_line, build: |builder, line| builder.label_line(line) })
    }

    fn promise_line(&mut self, chunk: &mut Chunk) -> Option<PromiseLine> {
        self.line(chunk, Form { rule: Rule::promise_line, build: |builder, line| builder.promise_line(line) })
    }

    fn test_line(&mut self, chunk: &mut Chunk) -> Option<TestLine> {
        self.line(chunk, Form { rule: Rule::test_line, build: |builder, line| builder.test_line(line) })
    }

    fn agreement_line(&mut self, chunk: &mut Chunk) -> Option<AgreementLine> {
        self.line(chunk, Form { rule: Rule::agreement_line, build: |builder, line| builder.agreement_line(line) })
    }

    /// The block that a head like this one needs; says so where it is missing.
    fn own_block(&mut self, chunk: &mut Chunk) -> Option<split::Block> {
        if chunk.block.is_some() {
            return chunk.block.take();
        }
        let finding = Diagnostic::new(
            &codes::LR0122,
            say!("`{head}` has nothing to say: its block is missing", head = &self.source[chunk.head.range()]),
            chunk.head,
            say!("`{{` … `}}` must follow"),
        )
        .help(say!("What belongs to it stands between braces after it, one line each."))
        .guess(say!("write an empty block after it"), chunk.head.after(), " {\n}");
        self.give_up(chunk, finding);
        None
    }

    /// Whether a statement that takes no block has none; says so if it does have one.
    fn without_block(&mut self, chunk: &Chunk) -> bool {
        let Some(block) = &chunk.block else { return true };
        let finding = Diagnostic::new(
            &codes::LR0122,
            say!("a block in braces can't stand here"),
            Span { end: block.span.start + 1, ..block.span },
            say!("this statement takes no braces"),
        )
        .help(say!("It is complete without them. Leave them out, with what stands between them."));
        self.give_up(chunk, finding);
        false
    }

    fn events_line(&mut self, chunk: &mut Chunk) -> Option<EventsLine> {
        match self.head(chunk, Form { rule: Rule::events_line, build: |builder, line| builder.events_line(line) })? {
            EventsLine::Kind(mut kind) => {
                kind.properties = chunk.block.take().map(|block| self.properties(block));
                Some(EventsLine::Kind(kind))
            }
            column @ EventsLine::Column { .. } => self.without_block(chunk).then_some(column),
        }
    }

    /// The properties of a kind: one per line, or several separated by commas.
    fn properties(&mut self, block: split::Block) -> Block<Field> {
        let form = Form { rule: Rule::property_line, build: |builder, line| builder.properties(line) };
        let lines = self.block(block, |reader, chunk| reader.line(chunk, form));
        let mut statements: Vec<Statement<Field>> = Vec::with_capacity(lines.statements.len());
        for line in lines.statements {
            let (mut before, mut after, last) = (line.before, line.after, line.node.len());
            for (at, (node, span)) in line.node.into_iter().enumerate() {
                statements.push(Statement {
                    node,
                    span,
                    before: std::mem::take(&mut before),
                    blank_before: line.blank_before && at == 0,
                    after: if at + 1 == last { after.take() } else { None::<Comment> },
                });
            }
        }
        Block { statements, closing: lines.closing, span: lines.span }
    }

    fn score_line(&mut self, chunk: &mut Chunk) -> Option<ScoreLine> {
        let Some(block) = chunk.block.take() else {
            return self
                .head(chunk, Form { rule: Rule::rule_line, build: |builder, line| builder.rule(line) })
                .map(ScoreLine::Rule);
        };
        // The block is read even if its head is broken: any of its lines may need a finding.
        if chunk.titled_group {
            let head = self.head(chunk, Form { rule: Rule::group_head, build: |builder, line| builder.group(line) });
            let body = self.block(block, Self::score_line);
            let (title, options) = head?;
            Some(ScoreLine::Group(Group { title, options, body }))
        } else {
            let head = self.head(chunk, Form { rule: Rule::table_head, build: |builder, line| builder.subject(line) });
            let form = Form { rule: Rule::row_line, build: |builder, line| builder.row(line) };
            let rows = self.block(block, |reader, chunk| reader.line(chunk, form));
            Some(ScoreLine::Table(Table { subject: head?, rows }))
        }
    }
}
