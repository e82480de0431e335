//! Rows picked from several batches into one. In: batches of a rule set's columns and the rows wanted; out: a batch that
//! holds them in that order.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, StringArray};
use arrow_select::interleave::interleave;
use hashbrown::HashMap;

use super::{Changes, Column, EventLeads, Events, LabelColumn, Leads, Results, ScoreColumn, SetAside};

/// A row: the index of its batch, and its index within that.
pub type Picked = (usize, usize);

impl Leads {
    /// The columns of the input passed on, of one lead.
    #[must_use]
    pub fn kept_in(&self, row: usize) -> Vec<Option<String>> {
        self.kept.iter().map(|kept| kept.is_valid(row).then(|| kept.value(row).to_owned())).collect()
    }

    /// The leads in these rows, without their events.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn gather(batches: &[Self], rows: &[Picked]) -> Self {
        let (batches, rows) = &used(batches, rows);
        let first = batches[0];
        let kept = (0..first.kept.len()).map(|at| texts(batches.iter().map(|batch| &batch.kept[at]), rows)).collect();
        Self {
            rows: rows.len(),
            first_row: 0,
            fields: (0..first.fields.len())
                .map(|at| column(&batches.iter().map(|batch| &batch.fields[at]).collect::<Vec<_>>(), rows))
                .collect(),
            keys: texts(batches.iter().map(|batch| &batch.keys), rows),
            events: None,
            kept,
        }
    }
}

impl Results {
    /// What came of the leads in these rows, in this order. What was counted over whole batches (how often rules fired, what
    /// does not count, who breaks a promise) is left out.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn gather(batches: &[Self], rows: &[Picked]) -> Self {
        let (batches, rows) = &used(batches, rows);
        let first = batches[0];
        let label = |of: &dyn Fn(&Self) -> &LabelColumn| {
            label(&batches.iter().map(|batch| of(batch)).collect::<Vec<_>>(), rows)
        };
        let score = |at: usize| ScoreColumn {
            points: rows
                .iter()
                .map(|&(batch, row)| {
                    let points = &batches[batch].scores[at].points;
                    points.is_valid(row).then(|| points.value(row))
                })
                .collect(),
            unknown_rules: rows
                .iter()
                .filter_map(|&(batch, row)| batches[batch].scores[at].unknown_rules.get(row).copied())
                .collect(),
        };
        let rule = |at: usize| {
            let points = |&(batch, row): &Picked| batches[batch].rules.as_ref().map_or(0, |rules| rules[at][row]);
            rows.iter().map(points).collect()
        };
        let exclusion = |&(batch, row): &Picked| {
            let exclusions = &batches[batch].exclusions;
            exclusions.is_valid(row).then(|| exclusions.value(row))
        };
        let before = |at: usize| {
            let points = |&(batch, row): &Picked| {
                let scores = &batches[batch].changes.as_ref()?.scores[at];
                scores.is_valid(row).then(|| scores.value(row))
            };
            rows.iter().map(points).collect()
        };
        let change = |&(batch, row): &Picked| batches[batch].changes.as_ref().map(|changes| changes.changes[row]);
        Self {
            rows: rows.len(),
            first_row: 0,
            keys: texts(batches.iter().map(|batch| &batch.keys), rows),
            scores: (0..first.scores.len()).map(score).collect(),
            labels: (0..first.labels.len()).map(|at| label(&|batch| &batch.labels[at])).collect(),
            stages: rows.iter().map(|&(batch, row)| batches[batch].stages[row]).collect(),
            exclusions: rows.iter().map(exclusion).collect(),
            rules: first.rules.as_ref().map(|rules| (0..rules.len()).map(rule).collect()),
            fired: vec![0; first.fired.len()],
            overflows: 0,
            set_aside: SetAside::default(),
            broken: Vec::new(),
            kept: (0..first.kept.len()).map(|at| texts(batches.iter().map(|batch| &batch.kept[at]), rows)).collect(),
            leads: rows.iter().map(|&(batch, row)| Some(batches[batch].leads.as_ref()?[row])).collect(),
            changes: rows.iter().map(change).collect::<Option<Vec<_>>>().filter(|_| first.changes.is_some()).map(
                |changes| Changes {
                    changes,
                    stages: label(&|batch| &batch.changes.as_ref().expect("as the first batch").stages),
                    scores: (0..first.changes.as_ref().map_or(0, |changes| changes.scores.len())).map(before).collect(),
                    reasons: texts(
                        batches.iter().filter_map(|batch| batch.changes.as_ref()).map(|changes| &changes.reasons),
                        rows,
                    ),
                },
            ),
        }
    }
}

/// One label column made from several, whose texts can differ.
fn label(columns: &[&LabelColumn], rows: &[Picked]) -> LabelColumn {
    let mut texts: Vec<String> = Vec::new();
    let mut known: HashMap<&str, u16, foldhash::fast::FixedState> = HashMap::default();
    let places: Vec<Vec<u16>> = (columns.iter())
        .map(|column| {
            let place = |text| {
                *known.entry(text).or_insert_with(|| {
                    texts.push(text.to_owned());
                    u16::try_from(texts.len() - 1).expect("the texts of a label are counted in 16 bits")
                })
            };
            column.texts.iter().map(String::as_str).map(place).collect()
        })
        .collect();
    let value = |&(batch, row): &Picked| {
        let values = &columns[batch].values;
        values.is_valid(row).then(|| places[batch][usize::from(values.value(row))])
    };
    LabelColumn { values: rows.iter().map(value).collect(), texts: texts.into() }
}

impl Leads {
    /// The same leads, with coded texts written out: doing this once makes gathering cheap.
    #[must_use]
    pub fn written_out(mut self) -> Self {
        for column in &mut self.fields {
            *column = column.plain();
        }
        self
    }
}

impl Events {
    /// The same events, with coded texts written out, as by [`Leads::written_out`].
    #[must_use]
    pub fn written_out(mut self) -> Self {
        for column in &mut self.properties {
            *column = column.plain();
        }
        self
    }

    /// The events in these rows, nested in leads: `of` gives the row of each one's lead in its batch.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn gather(batches: &[Self], rows: &[Picked], of: Vec<u32>) -> Self {
        let (batches, rows) = &used(batches, rows);
        let properties = batches.first().map_or(0, |batch| batch.properties.len());
        let has_ids = !batches.is_empty() && batches.iter().all(|batch| batch.ids.is_some());
        Self {
            rows: rows.len(),
            leads: EventLeads::Rows(of),
            kinds: rows.iter().map(|&(batch, row)| batches[batch].kinds[row]).collect(),
            times: rows.iter().map(|&(batch, row)| batches[batch].times[row]).collect(),
            ids: has_ids.then(|| texts(batches.iter().filter_map(|batch| batch.ids.as_ref()), rows)),
            properties: (0..properties)
                .map(|at| column(&batches.iter().map(|batch| &batch.properties[at]).collect::<Vec<_>>(), rows))
                .collect(),
        }
    }
}

/// The batches that any of the rows is in, and the rows within these: where few rows of many batches are gathered again
/// and again, the others cost nothing. The first batch if there are no rows.
fn used<'a, Batch>(batches: &'a [Batch], rows: &[Picked]) -> (Vec<&'a Batch>, Vec<Picked>) {
    if rows.is_empty() {
        return (batches.first().into_iter().collect(), Vec::new());
    }
    let (mut places, mut of) = (vec![usize::MAX; batches.len()], Vec::new());
    let place = |&(batch, row): &Picked| {
        if places[batch] == usize::MAX {
            places[batch] = of.len();
            of.push(&batches[batch]);
        }
        (places[batch], row)
    };
    let rows = rows.iter().map(place).collect();
    (of, rows)
}

fn texts<'a>(columns: impl Iterator<Item = &'a StringArray>, rows: &[Picked]) -> StringArray {
    let columns: Vec<&dyn Array> = columns.map(|column| column as &dyn Array).collect();
    if columns.is_empty() {
        return StringArray::from(Vec::<Option<&str>>::new());
    }
    interleave(&columns, rows).expect("columns of one type").as_string::<i32>().clone()
}

/// One column made from several of the same field. Batches of a file can differ in how texts are held, and in whether
/// the column is there at all.
fn column(columns: &[&Column], rows: &[Picked]) -> Column {
    let plain: Vec<Column> = columns.iter().map(|column| column.plain()).collect();
    let Some(like) = plain.iter().find(|column| !matches!(column, Column::Absent)) else { return Column::Absent };
    let longest = rows.iter().map(|row| row.1 + 1).max().unwrap_or(0);
    let arrays: Vec<ArrayRef> = plain.iter().map(|column| column.array(like, longest)).collect();
    let arrays: Vec<&dyn Array> = arrays.iter().map(AsRef::as_ref).collect();
    let picked = interleave(&arrays, rows).expect("columns of one type");
    match like {
        Column::Absent => Column::Absent,
        Column::Presence(_) => Column::Presence(picked.as_boolean().values().clone()),
        Column::Text(_) | Column::CodedText(_) => Column::Text(picked.as_string().clone()),
        Column::Number(_) => Column::Number(picked.as_primitive().clone()),
        Column::Wide(_) => Column::Wide(picked.as_primitive().clone()),
        Column::Truth(_) => Column::Truth(picked.as_boolean().clone()),
        Column::Date(_) => Column::Date(picked.as_primitive().clone()),
        Column::Choice(_) => Column::Choice(picked.as_primitive().clone()),
        Column::Texts(_) => Column::Texts(picked.as_list().clone()),
        Column::Choices(_) => Column::Choices(picked.as_list().clone()),
    }
}

impl Column {
    /// The same column, with its texts written out.
    pub(crate) fn plain(&self) -> Self {
        match self {
            Self::CodedText(codes) => {
                let texts: &StringArray = codes.values().as_string();
                let text = |code: Option<i32>| {
                    let code = usize::try_from(code?).ok()?;
                    texts.is_valid(code).then(|| texts.value(code))
                };
                Self::Text(codes.keys().iter().map(text).collect())
            }
            other => other.clone(),
        }
    }

    /// Its array; if it is absent, `rows` nulls of the type of `like`.
    pub(crate) fn array(&self, like: &Self, rows: usize) -> ArrayRef {
        match self {
            Self::Absent => arrow_array::new_null_array(like.array(like, rows).data_type(), rows),
            Self::Presence(is_there) => Arc::new(BooleanArray::new(is_there.clone(), None)),
            Self::Text(array) => Arc::new(array.clone()),
            Self::CodedText(array) => Arc::new(array.clone()),
            Self::Number(array) => Arc::new(array.clone()),
            Self::Wide(array) => Arc::new(array.clone()),
            Self::Truth(array) => Arc::new(array.clone()),
            Self::Date(array) => Arc::new(array.clone()),
            Self::Choice(array) => Arc::new(array.clone()),
            Self::Texts(array) => Arc::new(array.clone()),
            Self::Choices(array) => Arc::new(array.clone()),
        }
    }
}
