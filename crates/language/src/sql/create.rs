//! A query as a statement that makes a view or a table of it and can be run repeatedly. In: the query and a name; out:
//! the statement.

use super::dialect::Dialect;
use crate::words::{Text, say};

/// What a statement makes of a query.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Created {
    /// A view.
    View,
    /// A table.
    Table,
}

/// The statement that makes a view or a table of a query and replaces the one of that name, as the dialect allows: in
/// one statement, in a transaction, or, where it has neither, as one statement after the other.
///
/// # Errors
/// Which of the tables that the query reads would be lost.
pub fn create(dialect: Dialect, what: Created, name: &str, reads: &[&str], query: &str) -> Result<String, Text> {
    if let Some(read) = reads.iter().find(|read| may_be_same(name, read)) {
        return Err(say!(
            "`{name}` may be the table `{read}`, which the query reads: give what it creates another name",
            name,
            read = *read
        ));
    }
    let engine = dialect.engine();
    let quoted = engine.table(name);
    Ok(match what {
        Created::View => engine.create_view(&quoted, query),
        Created::Table => engine.create_table(&quoted, query),
    })
}

/// Whether two names may stand for the same table: what is before the dot may be left out, and case makes no
/// difference.
fn may_be_same(one: &str, other: &str) -> bool {
    let parts = |name: &str| name.rsplit('.').map(str::to_lowercase).collect::<Vec<_>>();
    parts(one).iter().zip(&parts(other)).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_not_replaced() {
        for (name, read) in
            [("leads", "leads"), ("Leads", "crm.leads"), ("crm.leads", "leads"), ("a.crm.leads", "crm.LEADS")]
        {
            assert!(may_be_same(name, read), "{name} {read}");
        }
        for (name, read) in [("scored", "leads"), ("out.leads", "crm.leads"), ("crm.scored", "crm.leads")] {
            assert!(!may_be_same(name, read), "{name} {read}");
        }
    }

    #[test]
    fn what_is_there_is_replaced() {
        let made = |dialect, what| create(dialect, what, "out.scored", &["leads"], "SELECT 1\n").expect("another name");
        assert_eq!(made(Dialect::DuckDb, Created::Table), "CREATE OR REPLACE TABLE out.scored AS\nSELECT 1\n");
        assert_eq!(made(Dialect::BigQuery, Created::View), "CREATE OR REPLACE VIEW out.scored AS\nSELECT 1\n");
        assert_eq!(
            made(Dialect::Postgres, Created::Table),
            "BEGIN;\nDROP TABLE IF EXISTS out.scored;\nCREATE TABLE out.scored AS\nSELECT 1;\nCOMMIT;\n"
        );
        assert_eq!(
            made(Dialect::Spark, Created::Table),
            "DROP TABLE IF EXISTS out.scored;\nCREATE TABLE out.scored AS\nSELECT 1;\n"
        );
        assert_eq!(made(Dialect::Spark, Created::View), "CREATE OR REPLACE VIEW out.scored AS\nSELECT 1\n");
    }
}
