//! What people and programs do to a table without changing what it says.

use super::carry::{Carrier, Form};
use super::chance::Chance;
use super::table::Table;
use super::values::Words;
use leadrules_language::ir::Field;

/// What is done to a table, and how it is written.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is chosen by itself")]
pub struct Plan {
    pub carrier: Carrier,
    pub reorder: bool,
    pub shuffle: bool,
    pub repeat: bool,
    pub more_columns: bool,
    pub blank_column: bool,
    pub case: Option<Case>,
    pub blanks_in_names: bool,
    pub blanks_in_cells: bool,
    pub blank_rows: bool,
    pub broken_names: bool,
    pub header_again: bool,
    pub words: Option<Words>,
}

/// How names are written.
#[derive(Copy, Clone, Debug)]
pub enum Case {
    Upper,
    Lower,
}

impl Plan {
    /// The first plans change one thing each, the next ones several by chance.
    pub fn chosen(at: u64, chance: &mut Chance) -> Self {
        let mut plan = Self::default();
        let (carriers, changes) = (Carrier::each(), 13);
        let at = usize::try_from(at).expect("a small number");
        if at < carriers.len() {
            plan.carrier = carriers[at].clone();
        } else if at < carriers.len() + changes {
            plan.set(at - carriers.len(), chance);
        } else {
            plan.carrier = Carrier::by_chance(chance);
            for _ in 0..chance.below(4) {
                let which = chance.below(changes);
                plan.set(which, chance);
            }
        }
        plan
    }

    fn set(&mut self, which: usize, chance: &mut Chance) {
        match which {
            0 => self.reorder = true,
            1 => self.shuffle = true,
            2 => self.repeat = true,
            3 => self.more_columns = true,
            4 => self.blank_column = true,
            5 => self.case = Some(chance.one(&[Case::Upper, Case::Lower])),
            6 => self.blanks_in_names = true,
            7 => self.blanks_in_cells = true,
            8 => self.blank_rows = true,
            9 => self.broken_names = true,
            10 => self.header_again = true,
            11 => self.words = Some(Words::Other),
            _ => self.words = Some(Words::Declared),
        }
    }

    /// The changed table, and how often each row is in it.
    pub fn change(&self, table: &Table, fields: &[Field], chance: &mut Chance) -> (Table, usize) {
        let mut table = table.clone();
        if let Some(words) = self.words {
            words.write(&mut table, fields, chance);
        }
        let is_text = matches!(self.carrier.form, Form::Csv { .. });
        if self.more_columns {
            let note = |at: usize| {
                if at.is_multiple_of(7) { format!("he said \"{at}\",\nand; left") } else { format!("{at}") }
            };
            add(&mut table, "zz Notes", note);
            add(&mut table, "Owner's €", |at| ["An", "Bo", ""][at % 3].to_owned());
        }
        if self.blank_column && is_text {
            add(&mut table, "", |_| String::new());
        }
        if self.reorder {
            let mut order: Vec<usize> = (0..table.names.len()).collect();
            chance.shuffle(&mut order);
            let pick = |row: &Vec<String>| order.iter().map(|at| row[*at].clone()).collect();
            table = Table { names: pick(&table.names), rows: table.rows.iter().map(pick).collect() };
        }
        if self.shuffle {
            chance.shuffle(&mut table.rows);
        }
        if self.repeat {
            table.rows.extend(table.rows.clone());
        }
        for name in &mut table.names {
            match self.case {
                Some(Case::Upper) => *name = name.to_uppercase(),
                Some(Case::Lower) => *name = name.to_lowercase(),
                None => {}
            }
            if self.blanks_in_names && !name.is_empty() {
                *name = format!(" {}  ", name.replacen(' ', "  ", 1));
            }
            if self.broken_names && !name.is_empty() {
                *name = name.replacen(' ', "\n", 1).replacen(' ', "\u{a0}", 1);
            }
        }
        if self.blanks_in_cells && is_text {
            table.rows.iter_mut().flatten().filter(|_| chance.once_in(3)).for_each(|cell| *cell = format!(" {cell} "));
        }
        if self.blank_rows && matches!(self.carrier.form, Form::Csv { .. } | Form::Sheet { .. }) {
            let blank = vec![String::new(); table.names.len()];
            for at in [table.rows.len(), table.rows.len() / 2, table.rows.len()] {
                table.rows.insert(at, blank.clone());
            }
        }
        if self.header_again && is_text && table.names.len() > 1 {
            table.rows.insert(table.rows.len() / 3, table.names.clone());
        }
        (table, if self.repeat { 2 } else { 1 })
    }
}

fn add(table: &mut Table, name: &str, cell: impl Fn(usize) -> String) {
    table.names.push(name.to_owned());
    for (at, row) in table.rows.iter_mut().enumerate() {
        row.push(cell(at));
    }
}
