//! What is looked for in objects, found by the names of their members. In: the columns of a projection; out: for a name,
//! the targets that take it. Each is one look, however many columns there are.

use hashbrown::{HashMap, HashSet};
use leadrules_language::text;

use crate::data::projection::ProjectedColumn;

/// The targets that take a name, each with the rank of this name among its names.
type Targets = HashMap<String, Vec<(usize, usize)>, foldhash::fast::FixedState>;

/// The columns that are looked for.
#[derive(Debug, Default)]
pub(in crate::data) struct Wanted {
    columns: usize,
    /// By their names as they are, which come before the same names written otherwise.
    exact: Targets,
    /// By what is compared of their names.
    alike: Targets,
    /// What names begin with that are paths, up to each of their full stops.
    paths: HashSet<String, foldhash::fast::FixedState>,
}

impl Wanted {
    pub(in crate::data) fn new(columns: &[ProjectedColumn]) -> Self {
        let mut wanted = Self { columns: columns.len(), ..Self::default() };
        for (target, column) in columns.iter().enumerate() {
            for (at, name) in column.names.iter().enumerate() {
                let plain = text::column_key(name);
                wanted.paths.extend(plain.match_indices('.').map(|(stop, _)| plain[..=stop].to_owned()));
                wanted.exact.entry(name.clone()).or_default().push((target, at * 2));
                if !column.exact {
                    wanted.alike.entry(plain).or_default().push((target, at * 2 + 1));
                }
            }
        }
        wanted
    }

    /// How many columns are looked for.
    pub(in crate::data) fn len(&self) -> usize {
        self.columns
    }

    /// The targets that take a name, in their order, each with the least of its ranks; `plain` is what is compared of it.
    pub(super) fn targets(&self, name: &str, plain: &str) -> Vec<(usize, usize)> {
        let found = |targets: &Targets, name| targets.get(name).cloned().unwrap_or_default();
        let mut targets = found(&self.exact, name);
        targets.extend(found(&self.alike, plain));
        targets.sort_unstable();
        targets.dedup_by_key(|&mut (target, _)| target);
        targets
    }

    /// Whether something is looked for inside what has this name, as it is compared.
    pub(super) fn is_inside(&self, plain: &str) -> bool {
        self.paths.contains(format!("{plain}.").as_str())
    }
}
