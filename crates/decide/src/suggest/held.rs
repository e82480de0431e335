//! Keeps leads until all are read. In: batches, which may hold one lead each; out: batches large enough to work with.

use leadrules_engine::columns::Leads;

/// Batches of leads, with small ones joined: if each lead has a moment, there would be as many batches as leads.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) batches: Vec<Leads>,
    open: Vec<Leads>,
    rows: usize,
}

impl Held {
    /// Adds a batch, without its events; returns the index of its first lead.
    pub(super) fn add(&mut self, leads: &Leads) -> (usize, usize) {
        if self.rows > 4096 || self.open.len() > 1024 {
            self.close();
        }
        let place = (self.batches.len(), self.rows);
        self.rows += leads.rows;
        self.open.push(Leads { events: None, kept: Vec::new(), ..leads.clone() });
        place
    }

    /// Joins the small batches that are still open.
    pub(super) fn close(&mut self) {
        match &self.open[..] {
            [] => {}
            [_] => self.batches.append(&mut self.open),
            several => {
                let rows: Vec<(usize, usize)> = several
                    .iter()
                    .enumerate()
                    .flat_map(|(batch, leads)| (0..leads.rows).map(move |row| (batch, row)))
                    .collect();
                self.batches.push(Leads::gather(several, &rows));
                self.open.clear();
            }
        }
        self.rows = 0;
    }
}
