//! The projection: which columns of a file are looked for. In: the names that leads, events and tables ask for; out: what
//! each format finds its columns by. Columns that nobody asks for are not read.

/// What is looked for: in each row, and in the events nested in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Projection {
    pub(super) wanted: Vec<ProjectedColumn>,
    pub(super) events: Option<Vec<ProjectedColumn>>,
    pub(super) header: Header,
}

/// How to recognise the row that holds the names of the columns.
#[derive(Clone, Debug, Default)]
pub(super) enum Header {
    /// It is the first one, or the one that the options give.
    #[default]
    First,
    /// It fits what is looked for, and these further names that the rules mention: for each column, those that it may
    /// have.
    Names(Vec<Vec<String>>),
    /// It looks like names; nothing is known about them.
    Looks,
}

/// A column that is looked for; its index among those asked for is its target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ProjectedColumn {
    /// The names it may have, of which the first one present is taken.
    pub(super) names: Vec<String>,
    /// Whether only the exact name will do.
    pub(super) exact: bool,
    /// Whether its texts may come as string views.
    pub(super) views: bool,
    /// A target without which this one is not worth reading.
    pub(super) beside: Option<usize>,
}
