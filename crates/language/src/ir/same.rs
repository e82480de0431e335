//! When two nodes of rule sets mean the same: they ask or give the same, wherever they are written. In: two nodes about
//! the same fields, events and scores; out: whether they are equal. Ids, spans, names, reasons and owners do not count.

use std::hash::{Hash, Hasher};

use super::{Cond, Group, Occurrences, Quantity, Rule, Table};

impl PartialEq for Cond {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Cond {}

impl Hash for Cond {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Quantity {}

impl Hash for Quantity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
    }
}

impl PartialEq for Occurrences {
    fn eq(&self, other: &Self) -> bool {
        let Self { kinds, filter, window, span: _ } = self;
        (kinds, filter, window) == (&other.kinds, &other.filter, &other.window)
    }
}

impl Eq for Occurrences {}

impl Hash for Occurrences {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { kinds, filter, window, span: _ } = self;
        (kinds, filter, window).hash(state);
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            id: _,
            title: _,
            titled: _,
            because: _,
            owner: _,
            from,
            until,
            condition,
            gain,
            cap,
            span: _,
            left: _,
        } = self;
        (from, until, condition, gain, cap) == (&other.from, &other.until, &other.condition, &other.gain, &other.cap)
    }
}

impl Eq for Rule {}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let Self { known, rows, span: _ } = self;
        (known, rows) == (&other.known, &other.rows)
    }
}

impl Eq for Table {}

impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        let Self { title: _, up_to, down_to, best, parts, span: _ } = self;
        (up_to, down_to, best, parts) == (&other.up_to, &other.down_to, &other.best, &other.parts)
    }
}

impl Eq for Group {}
