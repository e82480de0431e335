//! Findings as an editor shows them. In: the findings of a set; out: what each of its files has, with code, page, further places, and
//! what to do.

use std::collections::BTreeMap;

use leadrules_language::codes::Severity;
use leadrules_language::diagnostic;
use leadrules_language::words::{Locale, Text, say};

use super::documents::Documents;
use super::protocol::types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Message, Uri,
};
use super::set::Set;

/// Where the pages of the codes are.
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/v", env!("CARGO_PKG_VERSION"), "/docs/codes/");

/// What was found, by the names of files; each file of the set is there.
pub(super) fn of(set: &Set, documents: &Documents) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut by_file: BTreeMap<String, Vec<Diagnostic>> =
        set.names().iter().map(|name| (name.clone(), Vec::new())).collect();
    for found in set.typing.findings() {
        by_file.entry(set.name(found.span().file).to_owned()).or_default().push(one(&found, set, documents));
    }
    for (span, message) in set.ran.values().flat_map(|ran| &ran.failures) {
        let failed = Diagnostic {
            range: set.range(*span),
            severity: Some(DiagnosticSeverity::Error),
            source: Some("leadrules test".to_owned()),
            message: Message::String(message.in_locale(documents.locale)),
            ..Diagnostic::default()
        };
        by_file.entry(set.name(span.file).to_owned()).or_default().push(failed);
    }
    by_file
}

/// A finding.
pub(super) fn one(found: &diagnostic::Diagnostic, set: &Set, documents: &Documents) -> Diagnostic {
    let related = |label: &diagnostic::Label| DiagnosticRelatedInformation {
        location: set.location(label.span, documents),
        message: label.text.in_locale(documents.locale),
    };
    let related: Vec<_> = found.labels[1..].iter().map(related).collect();
    Diagnostic {
        range: set.range(found.span()),
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Advice => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(found.code.id.to_owned())),
        code_description: Some(CodeDescription { href: Uri(format!("{PAGES}{}.md", found.code.id)) }),
        source: Some("leadrules".to_owned()),
        message: Message::String(message(found, documents.locale)),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// What is wrong, what to do, and a lead that shows it.
fn message(found: &diagnostic::Diagnostic, locale: Locale) -> String {
    let label = &found.labels[0].text;
    let message = if label.is_empty() {
        found.message.clone()
    } else {
        say!("{message} ({label})", message = &found.message, label)
    };
    let mut parts = vec![message];
    parts.extend(found.help.clone());
    if let Some(witness) = &found.witness {
        parts.extend([Text::empty(), say!("A lead that shows it:"), Text::verbatim(witness)]);
    }
    Text::row(parts, "\n").in_locale(locale)
}
