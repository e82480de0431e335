//! Names: what one is, where it is declared, where else it stands, and another one for it. In: a place in a file; out: places and
//! edits in all files of its set.

use leadrules_language::resolve::Mention;
use leadrules_language::source::FileId;
use leadrules_language::words::{Text, say};
use leadrules_service::about::about;
use leadrules_service::typing::Topic;

use super::documents::Documents;
use super::names;
use super::protocol::place;
use super::protocol::types::{
    Contents, DefinitionParams, DocumentHighlight, DocumentHighlightParams, Hover, HoverParams, Location,
    MarkupContent, MarkupKind, PrepareRenameParams, Range, ReferenceParams, RenameParams, TextDocumentPositionParams,
    WorkspaceEdit,
};
use super::set::Set;
use super::{edit, sets::Sets};

/// A name in a set.
struct Here<'s> {
    set: &'s Set,
    name: Mention,
}

fn here<'s>(at: &TextDocumentPositionParams, sets: &'s Sets, documents: &Documents) -> Option<Here<'s>> {
    let (set, file, byte) = spot(at, sets, documents)?;
    Some(Here { set, name: set.mentions().at(file, byte)? })
}

fn spot<'s>(
    at: &TextDocumentPositionParams,
    sets: &'s Sets,
    documents: &Documents,
) -> Option<(&'s Set, FileId, usize)> {
    let (set, file) = sets.of(&names::name(&at.text_document.uri.0))?;
    Some((set, file, set.lines(file).byte(place(at.position), documents.units)))
}

/// What a name is; of a place with a finding, what its code means.
pub(super) fn hover(asked: &HoverParams, sets: &Sets, documents: &Documents) -> Option<Hover> {
    let (set, file, byte) = spot(&asked.text_document_position_params, sets, documents)?;
    let name = set.mentions().at(file, byte);
    let mut said: Vec<Text> = name.iter().map(|name| about(&set.checked().loaded, *name)).collect();
    said.extend(name.and_then(|name| facts(set, name)));
    let mut said: Vec<String> = said.iter().map(|text| text.in_locale(documents.locale)).collect();
    let holds = |range: std::ops::Range<usize>| range.start <= byte && byte <= range.end;
    for found in set.typing.findings() {
        if found.span().file == file && holds(found.span().range()) {
            said.push(found.code.page(documents.locale).trim().to_owned());
        }
    }
    said.dedup();
    if said.is_empty() {
        return None;
    }
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: said.join("\n\n---\n\n") };
    Some(Hover { contents: Contents::MarkupContent(contents), range: name.map(|name| set.range(name.span)) })
}

/// What is proved of what a name stands for, and what leads say about it.
fn facts(set: &Set, name: Mention) -> Option<Text> {
    let proved = score(set, name).and_then(|score| set.ends.get(&score).cloned());
    let notes = set.typing.notes().iter();
    let noted = notes.filter(|note| note.span == name.declared && note.topic != Topic::Rule);
    let said: Vec<Text> = proved.into_iter().chain(noted.map(|note| note.text.clone())).collect();
    (!said.is_empty()).then(|| Text::row(said, "  \n"))
}

/// The number of the score that a name stands for.
fn score(set: &Set, name: Mention) -> Option<u16> {
    let rules = set.checked().rules.as_ref()?;
    let at = rules.scores.iter().position(|score| score.span == name.declared)?;
    u16::try_from(at).ok()
}

/// The score that is pointed at, if it is not known yet what is proved of it.
pub(super) fn unproved<'s>(asked: &HoverParams, sets: &'s Sets, documents: &Documents) -> Option<(&'s Set, u16)> {
    let Here { set, name } = here(&asked.text_document_position_params, sets, documents)?;
    let score = score(set, name).filter(|score| !set.ends.contains_key(score))?;
    (!set.checked().has_errors()).then_some((set, score))
}

/// Where it is declared.
pub(super) fn definition(asked: &DefinitionParams, sets: &Sets, documents: &Documents) -> Option<Location> {
    let Here { set, name } = here(&asked.text_document_position_params, sets, documents)?;
    Some(set.location(name.declared, documents))
}

/// Where it stands.
pub(super) fn references(asked: &ReferenceParams, sets: &Sets, documents: &Documents) -> Vec<Location> {
    let Some(Here { set, name }) = here(&asked.text_document_position_params, sets, documents) else {
        return Vec::new();
    };
    let alike = set.mentions().alike(name).into_iter();
    let wanted = alike.filter(|one| asked.context.include_declaration || one.span != one.declared);
    wanted.map(|one| set.location(one.span, documents)).collect()
}

/// Where it stands in the same file.
pub(super) fn highlights(
    asked: &DocumentHighlightParams,
    sets: &Sets,
    documents: &Documents,
) -> Vec<DocumentHighlight> {
    let Some(Here { set, name }) = here(&asked.text_document_position_params, sets, documents) else {
        return Vec::new();
    };
    let alike = set.mentions().alike(name).into_iter().filter(|one| one.span.file == name.span.file);
    alike.map(|one| DocumentHighlight { range: set.range(one.span), kind: None }).collect()
}

/// Which name would be another one.
pub(super) fn prepare(asked: &PrepareRenameParams, sets: &Sets, documents: &Documents) -> Result<Option<Range>, Text> {
    let Some(Here { set, name }) = here(&asked.text_document_position_params, sets, documents) else {
        return Ok(None);
    };
    if set.checked().has_errors() {
        return Err(say!("the rules have errors, so that not all places of the name are known: mend them first"));
    }
    Ok(Some(set.range(name.span)))
}

/// What changes when it gets another name, in all sets that have it.
pub(super) fn rename(asked: &RenameParams, sets: &Sets, documents: &Documents) -> Result<Option<WorkspaceEdit>, Text> {
    let at = &asked.text_document_position_params;
    let Some(Here { set, name }) = here(at, sets, documents) else {
        return Err(say!("there is no name that could be another one"));
    };
    if let Some(other) = sets.others(&names::name(&at.text_document.uri.0)) {
        return Err(say!("the file is part of another set too ({other}), which would not know the new name", other));
    }
    let first = set.name(FileId(0));
    let edits = set.mentions().rename(set.checked(), name, &asked.new_name, &|name| documents.further(first, name))?;
    Ok(Some(edit::workspace(&edits, set, documents)))
}
