//! leadrules: a small declarative language for lead scoring.
//!
//! Marketing and sales write down in one text who fits, who shows interest, and which score makes a lead ready. This crate
//! reads such a text, says what is wrong with it, and scores leads with it; the program of the same name is built on it.
//!
//! ```
//! use leadrules::{Points, RuleSet};
//!
//! let rules = RuleSet::from_text(
//!     r#"
//!     leadrules 1
//!     lead   { id text key; employees integer }
//!     events { webinar_attended { minutes number } }
//!     score profile 0..100 {
//!       employees 100..200 => +20
//!     }
//!     score engagement 0..100 {
//!       webinar_attended where minutes >= 20 => +50 once
//!     }
//!     stages {
//!       profile >= 20                      => MQL
//!       profile >= 20 and engagement >= 50 => SQL
//!     }
//!     "#,
//! )?;
//! let scorer = rules.prepare_as_of("2026-11-23").expect("a day");
//! let leads = scorer.score_json(
//!     r#"{"id": "L1", "employees": 150, "events": [
//!          {"event": "webinar_attended", "time": "2026-11-20T10:00:00Z", "minutes": 25}]}"#,
//! )?;
//! assert_eq!(leads[0].stage, "SQL");
//! assert_eq!(leads[0].score("profile"), Some(Points(20_00)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is wrong with a text comes back as findings, with the place of each:
//!
//! ```
//! let findings = leadrules::RuleSet::from_text("leadrules 1\nscore profile {\n  employes >= 10 => +5\n}").unwrap_err();
//! assert_eq!(findings.list[0].code.id, "LR0201");
//! println!("{findings}");
//! ```
//!
//! # The flow
//!
//! ```text
//! rule text ──parse──▶ ast::File ──resolve──▶ ir::Rules ──┬─ analyze ─▶ findings
//!                                                         ├─ sql     ─▶ SQL text
//! lead data ──data──▶ columns (Arrow) ────────────────────┴─ engine  ─▶ Results ──data──▶ files
//! ```

mod rule_set;

pub use leadrules_language::decimal::{Decimal, Points};
pub use rule_set::{Findings, RuleSet, ScoredLead, ScoredValue, Scorer};
