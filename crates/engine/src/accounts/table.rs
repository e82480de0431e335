//! Which accounts there are. In: the accounts' own data, and the keys that leads bear; out: a number for each, first in the order of
//! the data, then as leads name them; and their columns.

use std::borrow::Cow;

use arrow_array::{Array, Int32Array, Int64Array, StringArray, UInt16Array};
use hashbrown::{HashMap, HashSet};

use super::numbers::numbers;
use crate::columns::{Column, LabelColumn, Leads, Results, ScoreColumn};
use crate::data;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{self, OfAccount, Rules, StageId};
use leadrules_language::text;
use leadrules_language::types::Type;

/// How many accounts that only leads name are looked at together.
const BATCH: usize = 8192;

/// The keys of the accounts of a batch of leads.
pub struct Names {
    texts: StringArray,
    is_domain: bool,
    /// Whether texts are compared folded.
    folds: bool,
    /// Keys that are none, folded.
    except: HashSet<String, foldhash::fast::FixedState>,
}

impl Names {
    /// Of leads that bear these texts, or addresses whose domains are meant.
    pub fn new(ir: &ir::Accounts, texts: StringArray, is_domain: bool) -> Self {
        Self { texts, is_domain, folds: ir.folds_keys(), except: ir.except.iter().cloned().collect() }
    }

    /// The key of a row's account; none without one.
    pub fn get(&self, row: usize) -> Option<Cow<'_, str>> {
        let text = self.texts.is_valid(row).then(|| self.texts.value(row))?;
        let text = if self.is_domain { Cow::Owned(text::domain(text)) } else { Cow::Borrowed(text) };
        if !self.except.is_empty() && self.except.contains(&text::fold(&text)) {
            return None;
        }
        Some(if self.folds { Cow::Owned(text::fold(&text)) } else { text })
    }
}

/// The accounts.
#[derive(Debug)]
pub struct Table {
    numbers: HashMap<Box<str>, u32, foldhash::fast::FixedState>,
    /// Those of the data, each once.
    data: Vec<Leads>,
    /// How many these are.
    in_data: usize,
    /// The keys of the others, in their order.
    named: Vec<String>,
}

impl Table {
    /// The accounts of the data: of several rows with one key the first, and those without a key.
    pub fn new(ir: &ir::Accounts, batches: Vec<Leads>) -> Self {
        let mut table = Self { numbers: HashMap::default(), data: Vec::new(), in_data: 0, named: Vec::new() };
        for batch in batches {
            let mut kept = Vec::with_capacity(batch.rows);
            for row in 0..batch.rows {
                if batch.keys.is_valid(row) {
                    let key = batch.keys.value(row);
                    let key = if ir.folds_keys() { text::fold(key) } else { key.to_owned() };
                    let number = table.in_data + kept.len();
                    let number = u32::try_from(number).expect("fewer than four thousand million accounts");
                    if *table.numbers.entry(key.into()).or_insert(number) != number {
                        continue;
                    }
                }
                kept.push((0, row));
            }
            table.in_data += kept.len();
            if kept.len() == batch.rows {
                table.data.push(batch);
            } else if !kept.is_empty() {
                table.data.push(Leads::gather(&[batch], &kept));
            }
        }
        table
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.in_data + self.named.len()
    }

    /// The number of the account with this key.
    pub fn find(&self, key: impl AsRef<str>) -> Option<u32> {
        self.numbers.get(key.as_ref()).copied()
    }

    /// Adds accounts that only leads name.
    pub fn add(&mut self, named: &mut Named) {
        self.numbers.extend(std::mem::take(&mut named.numbers));
        self.named.append(&mut named.keys);
        named.first = self.len();
    }

    /// All accounts, batch by batch, in the order of their numbers.
    pub fn batches(&self, ir: &ir::Accounts) -> Vec<Leads> {
        let kept = self.data.first().map_or(0, |data| data.kept.len());
        let named = self.named.chunks(BATCH).map(|keys| named(ir, keys, kept));
        self.data.iter().cloned().chain(named).collect()
    }

    /// What leads ask of their account, a row for each; `results` are those of the batches.
    pub fn answer(&self, ir: &ir::Accounts, of: OfAccount, results: &[Results]) -> Column {
        if self.len() == 0 {
            return Column::Absent;
        }
        match of {
            OfAccount::Itself => Column::Truth(std::iter::repeat_n(Some(true), self.len()).collect()),
            OfAccount::Field(id) => {
                let batches = self.batches(ir);
                let rows: Vec<_> =
                    batches.iter().enumerate().flat_map(|(at, one)| (0..one.rows).map(move |row| (at, row))).collect();
                let all = Leads::gather(&batches, &rows);
                all.fields.into_iter().nth(usize::from(id.0)).unwrap_or_default()
            }
            OfAccount::Score(id) => {
                let points = |score: &ScoreColumn| score.points.iter().collect::<Vec<Option<i64>>>();
                let points = results.iter().flat_map(|results| points(&results.scores[usize::from(id.0)]));
                numbers(points.map(|points| points.map(|points| Points(points).to_decimal().0)).collect())
            }
            OfAccount::Label(id) => {
                let texts = |label: &LabelColumn| -> Vec<Option<String>> {
                    label.values.iter().map(|text| text.map(|text| label.texts[usize::from(text)].clone())).collect()
                };
                let texts = results.iter().flat_map(|results| texts(&results.labels[usize::from(id.0)]));
                Column::Text(texts.collect::<StringArray>())
            }
            OfAccount::Stage => {
                let stages = results.iter().flat_map(|results| &results.stages);
                let option = |&stage: &u16| Rules::had(Some(StageId::of_number(stage)));
                Column::Choice(stages.map(option).collect::<UInt16Array>())
            }
        }
    }
}

/// Accounts that only leads name, in the order in which they first do.
#[derive(Debug, Default)]
pub struct Named {
    /// The number of the first.
    first: usize,
    numbers: HashMap<Box<str>, u32, foldhash::fast::FixedState>,
    keys: Vec<String>,
}

impl Named {
    /// None yet, beside those of a table.
    pub fn after(table: &Table) -> Self {
        Self { first: table.len(), ..Self::default() }
    }

    /// The number of the account with this key, which is not in the table.
    pub fn find_or_add(&mut self, key: String) -> u32 {
        let next = u32::try_from(self.end()).expect("fewer than four thousand million accounts");
        let number = *self.numbers.entry(key.as_str().into()).or_insert(next);
        if number == next {
            self.keys.push(key);
        }
        number
    }

    /// How many accounts there are with those of the table.
    pub fn end(&self) -> usize {
        self.first + self.keys.len()
    }
}

/// Accounts of which the key alone is known.
fn named(ir: &ir::Accounts, keys: &[String], kept: usize) -> Leads {
    let mut fields = vec![Column::Absent; ir.rules.fields.len()];
    let texts = || keys.iter().map(Some).collect::<StringArray>();
    fields[usize::from(ir.key.0)] = match &ir.rules.field(ir.key).ty {
        Type::Text | Type::Email => Column::Text(texts()),
        Type::Number(_) | Type::Integer(_) => {
            let number = |key: &String| i64::try_from(Decimal::parse(key).ok()?.0.0).ok();
            Column::Number(keys.iter().map(number).collect::<Int64Array>())
        }
        Type::Choice(choice) => Column::Choice(keys.iter().map(|key| choice.meant(key)).collect::<UInt16Array>()),
        Type::YesNo | Type::Date(_) | Type::ListOfText { .. } | Type::ListOfChoice { .. } => Column::Absent,
    };
    let kept = vec![StringArray::new_null(keys.len()); kept];
    Leads { rows: keys.len(), first_row: 0, fields, keys: texts(), events: None, kept }
}

/// Some rows of a column that has one for each account.
pub fn slice(column: &Column, first: usize, rows: usize) -> Column {
    match column {
        Column::Number(values) => Column::Number(values.slice(first, rows)),
        Column::Wide(values) => Column::Wide(values.slice(first, rows)),
        other => {
            let places: Int32Array = (first..first + rows).map(|row| i32::try_from(row).ok()).collect();
            data::gather(other, places)
        }
    }
}
