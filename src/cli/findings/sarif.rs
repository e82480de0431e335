//! Findings as SARIF 2.1.0, which code scanning services read.

use std::fmt::Write;

use leadrules_language::codes::{ALL, Severity};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::source::{Sources, Span};
use leadrules_language::words::{Locale, Text};
use serde_json::{Value, json};

use super::super::json::json as written;
use super::found::{Found, Place};

/// The findings as one SARIF log.
pub(super) fn write(sets: &[Found<'_>], locale: Locale) -> String {
    let rules: Vec<Value> = ALL
        .iter()
        .map(|code| {
            json!({
                "id": code.id,
                "shortDescription": { "text": code.said().in_locale(locale) },
                "help": { "text": code.page(locale), "markdown": code.page(locale) },
                "defaultConfiguration": { "level": level(code.severity) },
            })
        })
        .collect();
    let results: Vec<Value> =
        sets.iter().flat_map(|set| set.findings.iter().map(|finding| result(set.sources, finding, locale))).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "leadrules",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    written(&log)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn result(sources: &Sources, finding: &Diagnostic, locale: Locale) -> Value {
    let said = std::iter::once(&finding.message).chain(&finding.help).cloned().collect();
    let mut result = json!({
        "ruleId": finding.code.id,
        "ruleIndex": ALL.iter().position(|code| code.id == finding.code.id),
        "level": level(finding.severity),
        "message": { "text": Text::row(said, "\n").in_locale(locale) },
        "locations": [location(sources, finding.span(), None)],
    });
    if finding.labels.len() > 1 {
        result["relatedLocations"] = finding.labels[1..]
            .iter()
            .map(|label| {
                location(sources, label.span, (!label.text.is_empty()).then(|| label.text.in_locale(locale)).as_deref())
            })
            .collect();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding
            .fixes
            .iter()
            .map(|fix| {
                let changes: Vec<Value> = fix.edits.iter().map(|(span, text)| change(sources, *span, text)).collect();
                json!({ "description": { "text": fix.title.in_locale(locale) }, "artifactChanges": changes })
            })
            .collect();
    }
    result
}

fn change(sources: &Sources, span: Span, text: &str) -> Value {
    json!({
        "artifactLocation": { "uri": uri(Place::of(sources, span).path) },
        "replacements": [{ "deletedRegion": region(sources, span), "insertedContent": { "text": text } }],
    })
}

fn location(sources: &Sources, span: Span, message: Option<&str>) -> Value {
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(Place::of(sources, span).path) },
        "region": region(sources, span),
    } });
    if let Some(message) = message {
        location["message"] = json!({ "text": message });
    }
    location
}

fn region(sources: &Sources, span: Span) -> Value {
    let place = Place::of(sources, span);
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// A path as a relative reference: with `/` between its parts, and escapes for what a URI can't contain.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/+,=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
