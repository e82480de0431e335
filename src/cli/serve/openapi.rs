//! What the service can be asked, as `OpenAPI` 3.1. In: rules; out: a document that names their fields, events, scores and stages.

use leadrules_language::ir::{Field, Rules};
use serde_json::{Map, Value, json};

/// The document.
pub(super) fn document(rules: &Rules) -> Value {
    let lead = json!({ "$ref": "#/components/schemas/Lead" });
    let scored = json!({ "$ref": "#/components/schemas/Scored" });
    let error = json!({ "$ref": "#/components/schemas/Error" });
    let parameters = json!([
        {
            "name": "as_of", "in": "query",
            "schema": { "anyOf": [{ "type": "string", "format": "date" }, { "type": "string", "format": "date-time" }] },
            "description": "The instant from which the lead is seen: a day, or an ISO 8601 time; now without it"
        },
        {
            "name": "rules", "in": "query", "schema": { "type": "string", "enum": ["true", "false"] },
            "description": "Whether the rules that gave points are named"
        }
    ]);
    let around = |name: &str, schema: &Value| {
        let mut properties = json!({ "rules": { "type": "string" }, "as_of": { "type": "string" } });
        properties[name] = schema.clone();
        json!({ "type": "object", "properties": properties, "required": ["rules", "as_of", name] })
    };
    let problem = |what: &str| json!({ "description": what, "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
    let refused = |responses: Value| {
        let mut responses = responses;
        for (status, what) in [
            ("400", "Not what can be read"),
            ("401", "The token is missing"),
            ("405", "Called with another method"),
            ("408", "It did not come to its end in time"),
            ("413", "Too long"),
            ("415", "Lines are not taken here"),
            ("422", "Not a lead"),
            ("503", "As many calls as can be are being answered"),
        ] {
            responses[status] = problem(what);
        }
        responses
    };
    let many = json!({ "type": "array", "items": { "oneOf": [scored, error] } });
    let one_or_many = json!({ "oneOf": [around("lead", &scored), around("leads", &many)] });
    let mut document = json!({
        "openapi": "3.1.0",
        "info": { "title": "leadrules", "version": env!("CARGO_PKG_VERSION"), "description": "Scores leads by a rule file." },
        "paths": {
            "/v1/score": { "post": {
                "summary": "Scores a lead, or a list of leads; what can't be scored is an error in its place",
                "parameters": parameters,
                "requestBody": { "required": true, "content": {
                    "application/json": { "schema": { "oneOf": [lead, { "type": "array", "description": "Leads; what is none is an error in its place" }] } },
                    "application/x-ndjson": { "schema": { "type": "string" } },
                } },
                "responses": refused(json!({ "200": { "description": "What the rules make of them", "content": {
                    "application/json": { "schema": one_or_many },
                    "application/x-ndjson": { "schema": { "type": "string" } },
                } } })),
            } },
            "/v1/explain": { "post": {
                "summary": "Says why a lead has its scores",
                "parameters": parameters,
                "requestBody": { "required": true, "content": { "application/json": { "schema": lead } } },
                "responses": refused(json!({ "200": { "description": "The explanation", "content": { "application/json": { "schema": around("explanation", &json!({ "type": "object" })) } } } })),
            } },
            "/v1/rules": { "get": {
                "summary": "Says what the rules take and give",
                "responses": refused(json!({ "200": { "description": "Fields, events, scores, stages and labels", "content": { "application/json": { "schema": { "type": "object" } } } } })),
            } },
            "/health/live": { "get": { "summary": "Whether it runs", "responses": { "200": { "description": "It does", "content": { "application/json": { "schema": { "type": "object" } } } } } } },
            "/health/ready": { "get": {
                "summary": "Whether it answers, by which rules, and why newer ones are not served",
                "responses": {
                    "200": { "description": "It does", "content": { "application/json": { "schema": { "type": "object" } } } },
                    "503": { "description": "It is ending", "content": { "application/json": { "schema": { "type": "object" } } } },
                },
            } },
            "/metrics": { "get": { "summary": "Figures for Prometheus", "responses": refused(json!({ "200": { "description": "Figures", "content": { "application/openmetrics-text": { "schema": { "type": "string" } } } } })) } },
        },
        "components": {
            "schemas": {
                "Lead": lead_schema(rules, true),
                "Scored": scored_schema(rules),
                "Error": { "type": "object", "properties": { "error": { "type": "string" } }, "required": ["error"] },
                "Problem": { "type": "object", "properties": {
                    "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
                }, "required": ["title", "status", "detail"] },
            },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
        "security": [{}, { "token": [] }],
    });
    if let Some(accounts) = &rules.accounts {
        let account = json!({ "$ref": "#/components/schemas/Account" });
        let scored = json!({ "$ref": "#/components/schemas/ScoredAccount" });
        let many = json!({ "type": "array", "items": { "oneOf": [scored, error] } });
        let answer = json!({ "oneOf": [around("account", &scored), around("accounts", &many)] });
        document["paths"]["/v1/score/account"] = json!({ "post": {
            "summary": "Scores an account with its leads, or a list of such; what can't be scored is an error in its place",
            "parameters": parameters,
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "oneOf": [account, { "type": "array" }] } } } },
            "responses": refused(json!({ "200": { "description": "What the rules make of them", "content": { "application/json": { "schema": answer } } } })),
        } });
        let leads = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Lead" } });
        document["components"]["schemas"]["Account"] = with_leads(lead_schema(&accounts.rules, false), &leads);
        let leads = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Scored" } });
        document["components"]["schemas"]["ScoredAccount"] = with_leads(scored_schema(&accounts.rules), &leads);
    }
    document
}

/// An account: the same as a lead, and its leads.
fn with_leads(mut schema: Value, leads: &Value) -> Value {
    schema["properties"]["leads"] = leads.clone();
    match schema["required"].as_array_mut() {
        Some(required) => required.push(json!("leads")),
        None => schema["required"] = json!(["leads"]),
    }
    schema
}

/// A lead as it is sent: the columns that the rules name; with its events, or those of its leads stand in these.
fn lead_schema(rules: &Rules, with_events: bool) -> Value {
    let mut properties = fields(rules.declared().map(|(_, field)| field));
    if let Some(log) = rules.log.as_ref().filter(|_| with_events) {
        let mut event: Map<String, Value> = Map::new();
        let kinds: Vec<&String> = log.kinds.iter().flat_map(|kind| &kind.texts).collect();
        event.insert(log.event[0].clone(), json!(kinds.first()));
        event.insert(log.time[0].clone(), json!("2026-11-20T10:00:00Z"));
        let described =
            json!({ "description": "What the lead did: objects with these properties", "examples": [[event]] });
        properties.insert("events".to_owned(), described);
    }
    json!({ "type": "object", "properties": properties })
}

fn fields<'a>(fields: impl Iterator<Item = &'a Field>) -> Map<String, Value> {
    let one = |field: &'a Field| field.columns.first().map(|column| (column.clone(), of_type(field)));
    fields.filter_map(one).collect()
}

/// What a value stands for. Any is taken: what does not fit is unknown, and said so.
fn of_type(field: &Field) -> Value {
    let mut schema = json!({ "description": format!("`{}`: {}", field.name, field.ty.word()) });
    if let Some(choice) = field.ty.options() {
        schema["examples"] = json!(choice.options.iter().map(|option| &option.name).collect::<Vec<_>>());
    }
    schema
}

/// A lead as it comes back.
fn scored_schema(rules: &Rules) -> Value {
    let points: Map<String, Value> =
        rules.scores.iter().map(|score| (score.name.clone(), json!({ "type": ["number", "null"] }))).collect();
    let labels: Map<String, Value> =
        rules.labels.iter().map(|label| (label.name.clone(), json!({ "type": ["string", "null"] }))).collect();
    let stages: Vec<&str> = rules.stages.ids().map(|id| rules.stages.name(id)).collect();
    json!({
        "type": "object",
        "properties": {
            "key": { "type": ["string", "null"] },
            "stage": { "type": "string", "enum": stages },
            "excluded": { "type": ["string", "null"], "description": "Why it is set apart" },
            "scores": { "type": "object", "properties": points },
            "labels": { "type": "object", "properties": labels },
            "rules": { "type": "array", "items": { "type": "object" }, "description": "Those that gave points, if asked for" },
            "unread": { "type": "array", "items": { "type": "string" }, "description": "What could not be read, and is unknown" },
        },
        "required": ["key", "stage", "excluded", "scores", "labels"],
    })
}
