//! A rule file with other points and more rules. In: the files of a set, what changes, new lines; out: the text of the file
//! that holds the score, in canonical form. Everything else in it stays as it is.

use leadrules_language::ast::{self, Item, ScoreBody, ScoreLine, SettingKind, Statement};
use leadrules_language::diagnostic::has_errors;
use leadrules_language::format;
use leadrules_language::ir::{Part, Rule, RuleId, Score};
use leadrules_language::load::Loaded;
use leadrules_language::parse;
use leadrules_language::source::{FileId, Sources, Span};

use super::number::signed;

/// What becomes of an existing rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It gives this many points, and its cap grows or shrinks with them.
    Points(i64),
    /// It is removed, or stays with no points if others around it need it.
    Dropped,
}

/// A rule file that was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// Which file of the set.
    pub file: FileId,
    /// Its path.
    pub path: String,
    /// As it was.
    pub before: String,
    /// As it would be.
    pub after: String,
}

impl Edited {
    /// The same edit with another text.
    #[must_use]
    pub fn with(&self, after: String) -> Self {
        Self { after, ..self.clone() }
    }
}

/// Edits the file of a score: its range, the points of its rules, and new lines at its end below a remark.
pub(super) fn edit(
    loaded: &Loaded,
    score: &Score,
    range: Option<String>,
    fates: &[(&Rule, Fate)],
    lines: &[String],
    remark: &str,
) -> Option<Edited> {
    let (file, written) = loaded.files.iter().find_map(|(id, file)| {
        let of = |statement: &Statement<Item>| match &statement.node {
            Item::Score(written) if written.name.text == score.name => Some(written.clone()),
            _ => None,
        };
        file.body.statements.iter().find_map(of).map(|score| (*id, score))
    })?;
    let ScoreBody::Rules(block) = &written.body else { return None };
    let source = loaded.sources.file(file);
    let mut edits: Vec<(Span, String)> = Vec::new();
    if let Some((range, text)) = written.range.as_ref().zip(range) {
        edits.push((range.span, text));
    }
    let mut outcomes = Vec::new();
    collect(&block.statements, Depth::Top, &mut outcomes);
    // Rules are numbered in the order in which they are written.
    let written: Vec<RuleId> = score.parts().iter().flat_map(Part::rules).map(|rule| rule.id).collect();
    for (rule, fate) in fates {
        let of_rule = written.iter().zip(&outcomes).find(|(id, _)| **id == rule.id);
        let Some((_, (outcome, statement))) = of_rule else { continue };
        match (fate, statement.and_then(|span| alone(&source.text, span))) {
            (Fate::Dropped, Some(lines)) => edits.push((lines, String::new())),
            (Fate::Dropped, None) => points(outcome, 0, rule, &mut edits),
            (Fate::Points(new), _) => points(outcome, *new, rule, &mut edits),
        }
    }
    if !lines.is_empty() {
        let end = Span { start: block.span.end - 1, end: block.span.end - 1, ..block.span };
        // A table is set apart from what is around it.
        let is_table = |line: &str| line.contains('{');
        let mut text = format!("\n\n{remark}\n");
        for (at, line) in lines.iter().enumerate() {
            let apart = at > 0 && (is_table(line) || is_table(&lines[at - 1]));
            text += &format!("{}{line}\n", if apart { "\n" } else { "" });
        }
        edits.push((end, text));
    }
    edits.sort_by_key(|(span, _)| *span);
    let (mut after, mut at) = (String::new(), 0);
    for (span, text) in edits {
        after.push_str(&source.text[at..span.range().start]);
        after.push_str(&text);
        at = span.range().end;
    }
    after.push_str(&source.text[at..]);
    Some(Edited { file, path: source.path.clone(), before: source.text.clone(), after: canonical(after) })
}

/// Whether a rule is directly in its score.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Depth {
    Top,
    Inside,
}

/// What each rule gives, and the whole statement if the rule could be removed without harm to others.
fn collect<'a>(lines: &'a [Statement<ScoreLine>], depth: Depth, into: &mut Vec<(&'a ast::Award, Option<Span>)>) {
    for line in lines {
        match &line.node {
            ScoreLine::Rule(rule) => into.push((&rule.award, (depth == Depth::Top).then_some(line.span))),
            ScoreLine::Table(table) => {
                into.extend(table.rows.statements.iter().map(|row| (&row.node.award, None)));
            }
            ScoreLine::Group(group) => collect(&group.body.statements, Depth::Inside, into),
        }
    }
}

fn points(award: &ast::Award, new: i64, rule: &Rule, edits: &mut Vec<(Span, String)>) {
    edits.push((award.points.span, signed(new)));
    let old = rule.gain.points().0;
    for setting in &award.options {
        let (SettingKind::UpTo(cap) | SettingKind::DownTo(cap)) = &setting.kind else { continue };
        let word = if new >= 0 { "up to" } else { "down to" };
        let times = rule.cap.filter(|_| old != 0).map_or(1, |cap| cap.0 / old);
        let new_cap = if new == 0 { 1 } else { new * times.max(1) };
        edits.push((setting.span.to(cap.span), format!("{word} {new_cap}")));
    }
}

/// The lines of a statement that has them to itself, including a comment at their end.
fn alone(text: &str, span: Span) -> Option<Span> {
    let range = span.range();
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
    let after = text[range.end..end].trim();
    let is_alone = text[start..range.start].trim().is_empty() && (after.is_empty() || after.starts_with('#'));
    is_alone.then(|| Span::new(span.file, start, end))
}

/// The same file in canonical form.
pub(super) fn canonical(text: String) -> String {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse::parse(&sources, id);
    // A line that can't be read would be lost in the canonical form, and nobody would notice.
    assert!(!has_errors(&findings), "lines of ours are in the language: {findings:?}");
    format::format(&file)
}
