//! Where a model's rows come from, as dbt names it: another model, a source that the project declares, or a table that
//! becomes a source. In: what was typed; out: what takes its place in the query.

use crate::words::{Text, say};

/// Where rows come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `ref('stg_leads')`: another model, from a package if one is named.
    Model {
        /// The package.
        package: Option<String>,
        /// The model.
        name: String,
    },
    /// `source('crm', 'leads')`: declared in the project.
    Source {
        /// The source.
        source: String,
        /// Its table.
        table: String,
    },
    /// `crm.leads`: a table that is yet to be declared.
    Table {
        /// What comes before the schema.
        database: Option<String>,
        /// Its schema, which also names the source.
        schema: Option<String>,
        /// The table.
        table: String,
    },
}

/// A table that a project already declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The source.
    pub source: String,
    /// The database that it gives.
    pub database: Option<String>,
    /// The schema that it gives, or else its own name.
    pub schema: String,
    /// The table.
    pub table: String,
    /// What the database calls it.
    pub identifier: String,
}

impl Place {
    /// What was typed: `crm.leads`, `ref('stg_leads')` or `source('crm', 'leads')`, with or without the braces that a
    /// model puts around it; names need no quotes, since a shell may have taken them.
    ///
    /// # Errors
    /// How to write it, if it begins like a call but is not one.
    pub fn of(text: &str) -> Result<Self, Text> {
        let text = text.trim();
        let Some((call, rest)) = call(text) else { return Ok(Self::table(text)) };
        let how =
            || say!("`{text}` is not understood: write ref('stg_leads'), source('crm', 'leads'), or crm.leads", text);
        let inside = rest.trim_end().strip_suffix(')').ok_or_else(how)?;
        let names: Vec<String> = inside.split(',').map(name).collect::<Option<_>>().ok_or_else(how)?;
        match (call, names.as_slice()) {
            ("ref", [name]) => Ok(Self::Model { package: None, name: name.clone() }),
            ("ref", [package, name]) => Ok(Self::Model { package: Some(package.clone()), name: name.clone() }),
            ("source", [source, table]) => Ok(Self::Source { source: source.clone(), table: table.clone() }),
            _ => Err(how()),
        }
    }

    fn table(text: &str) -> Self {
        let (before, table) = text.rsplit_once('.').map_or((None, text), |(before, table)| (Some(before), table));
        let (database, schema) = match before.and_then(|before| before.rsplit_once('.')) {
            Some((database, schema)) => (Some(database), Some(schema)),
            None => (None, before),
        };
        Self::Table {
            database: database.map(str::to_owned),
            schema: schema.map(str::to_owned),
            table: table.to_owned(),
        }
    }

    /// Whether a text names something in dbt, which no database knows.
    #[must_use]
    pub fn is_call(text: &str) -> bool {
        call(text.trim()).is_some()
    }

    /// The same place, by its declaration if there is one: the one with the source and table of its name, or else one
    /// that lies in the same place.
    #[must_use]
    pub fn among(self, declared: &[Declared]) -> Self {
        let Self::Table { database, table, .. } = &self else { return self };
        let source = self.source();
        let by_name = declared.iter().find(|of| of.source == source && of.table == *table);
        let lies = |of: &&Declared| {
            of.schema == source && of.identifier == *table && (database.is_none() || of.database == *database)
        };
        match by_name.or_else(|| declared.iter().find(lies)) {
            Some(of) => Self::Source { source: of.source.clone(), table: of.table.clone() },
            None => self,
        }
    }

    /// The source that a table without a declaration gets.
    pub(super) fn source(&self) -> String {
        match self {
            Self::Source { source, .. } => source.clone(),
            Self::Table { schema, .. } => schema.clone().unwrap_or_else(|| "crm".to_owned()),
            Self::Model { .. } => String::new(),
        }
    }

    /// What takes its place in the query.
    pub(super) fn reference(&self) -> String {
        let quoted = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
        match self {
            Self::Model { package: None, name } => format!("{{{{ ref({}) }}}}", quoted(name)),
            Self::Model { package: Some(package), name } => {
                format!("{{{{ ref({}, {}) }}}}", quoted(package), quoted(name))
            }
            Self::Source { table, .. } | Self::Table { table, .. } => {
                format!("{{{{ source({}, {}) }}}}", quoted(&self.source()), quoted(table))
            }
        }
    }
}

/// The word before a bracket, and what comes after it, if it is one of dbt's calls.
fn call(text: &str) -> Option<(&'static str, &str)> {
    let inside = text.strip_prefix("{{").and_then(|text| text.strip_suffix("}}")).map_or(text, str::trim);
    ["ref", "source"].into_iter().find_map(|word| {
        let rest = inside.strip_prefix(word)?.trim_start().strip_prefix('(')?;
        Some((word, rest))
    })
}

/// A name in quotes, or without them.
fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let inner = ['\'', '"'].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text);
    let is_name = !inner.is_empty() && !inner.contains(['\'', '"', '(', ')', '=', '{', '}', '\\']);
    is_name.then(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(text: &str) -> String {
        Place::of(text).map_or_else(|why| why.to_string(), |place| place.reference())
    }

    #[test]
    fn what_was_typed_is_what_stands_there() {
        for (typed, stands) in [
            ("ref('stg_leads')", "{{ ref('stg_leads') }}"),
            (" ref( \"stg_leads\" ) ", "{{ ref('stg_leads') }}"),
            ("ref(stg_leads)", "{{ ref('stg_leads') }}"),
            ("{{ ref('stg_leads') }}", "{{ ref('stg_leads') }}"),
            ("ref('crm_package', 'stg_leads')", "{{ ref('crm_package', 'stg_leads') }}"),
            ("source('crm', 'leads')", "{{ source('crm', 'leads') }}"),
            ("my.crm.le'ads", "{{ source('crm', 'le\\'ads') }}"),
            ("leads", "{{ source('crm', 'leads') }}"),
            ("references", "{{ source('crm', 'references') }}"),
        ] {
            assert_eq!(reference(typed), stands, "{typed}");
        }
        for typed in ["ref('stg_leads'", "ref()", "source('crm')", "ref('a', v=2)", "ref('a') x"] {
            assert!(reference(typed).contains("is not understood: write ref("), "{typed}");
        }
    }

    #[test]
    fn a_declared_table_is_taken_as_it_is_declared() {
        let of = |source: &str, schema: &str, table: &str, identifier: &str| Declared {
            source: source.into(),
            database: None,
            schema: schema.into(),
            table: table.into(),
            identifier: identifier.into(),
        };
        let declared = [of("salesforce", "raw", "contacts", "leads_v2"), of("crm", "crm_prod", "leads", "leads")];
        let found = |text: &str| Place::of(text).expect("a place").among(&declared).reference();
        assert_eq!(found("crm.leads"), "{{ source('crm', 'leads') }}");
        assert_eq!(found("raw.leads_v2"), "{{ source('salesforce', 'contacts') }}");
        assert!(matches!(Place::of("raw.leads").expect("a place").among(&declared), Place::Table { .. }));
    }
}
