//! The steps that read both tables, count what each lead did, and bring them together. In: the columns that were gathered; out:
//! the first steps of the query, up to `defined`.

use super::dialect::texts_of;
use super::expr::Expr;
use super::query::Step;
use super::query::column;
use super::side::{OF_ACCOUNT, OF_LEAD, Side};
use super::writer::Writer;
use crate::ir::{Log, Subject};
use crate::types::ChoiceType;

impl Writer<'_> {
    /// The steps that read both tables, up to `defined`.
    pub(super) fn data_steps(&mut self, steps: &mut Vec<Step>, account_key: Option<String>) {
        let has_tally = !self.tally.is_empty();
        let events = self.options.events.filter(|_| self.rules.log.is_some() && !self.tallied.is_empty());
        if let Some(events) = events {
            self.event_steps(steps, events);
        }
        let cells = if let Side::Account(side) = self.side {
            self.account_rows(steps, side);
            "lead_rows"
        } else {
            let leads = self.dialect.table(self.options.leads);
            steps.push(Step::selecting(
                "lead_cells",
                "the table of leads, texts cut and numbers exact",
                None,
                &self.lead_cells,
                [format!("FROM {leads} AS l")].into_iter().chain(self.previous_run.take()).collect(),
            ));
            "lead_cells"
        };
        let mut lead = vec![column("lead_key", "lead_key")];
        lead.append(&mut self.lead);
        steps.push(Step::selecting(
            "lead",
            "each value as its field's type; one that does not fit is unknown",
            None,
            &lead,
            vec![format!("FROM {cells}")],
        ));
        let mut before = "lead".to_owned();
        self.account_steps(steps, account_key, &mut before);
        if !self.lead_rules.is_empty() {
            let note = "the points of rules about the lead alone";
            let rules = std::mem::take(&mut self.lead_rules);
            self.step(steps, "lead_rule", note, rules, &mut before);
        }
        let mut from = vec![format!("FROM {before}")];
        let joined = has_tally.then(|| "tally".to_owned());
        for step in joined.into_iter().chain(std::mem::take(&mut self.joins)) {
            from.push(format!("LEFT JOIN {step} ON {step}.lead_key = {before}.lead_key"));
        }
        let fact = std::mem::take(&mut self.fact);
        steps.push(Step::selecting("fact", "what is known of a lead, and what it did", Some(&before), &fact, from));
        steps.push(Step::selecting(
            "defined",
            "definitions of the rules",
            Some("fact"),
            &self.defined,
            vec!["FROM fact".to_owned()],
        ));
    }

    fn event_steps(&mut self, steps: &mut Vec<Step>, events: &str) {
        let log = self.rules.log.as_ref().expect("asked for by the rules").clone();
        let as_of = self.as_of();
        let order = self.event_id().is_some().then(|| self.order_of_rows(&log));
        // What is ignored is written before the columns are, since it may ask for more of them.
        let ignored: Vec<Expr> = log
            .ignored
            .iter()
            .map(|of| self.is_one_of(of).unwrap_or_else(|| Expr::truth(true)))
            .map(|expr| Expr::atom(format!("COALESCE({expr}, FALSE)")).negated())
            .collect();
        let of_accounts = self.account_events.take();
        let whose = if of_accounts.is_some() { "event_id, of_lead" } else { "event_id, lead_key" };
        let from = vec![format!("FROM {} AS e", self.dialect.table(events))];
        steps.push(Step::selecting("event_cells", "the table of events", None, &self.event_cells, from));
        let key = if of_accounts.is_some() { OF_ACCOUNT } else { "lead_key" };
        let mut rows = vec![column("lead_key", key), column("kind", "kind"), column("occurred_at", "occurred_at")];
        if order.is_some() {
            rows.push(column("event_id", "event_id"));
            rows.extend(of_accounts.is_some().then(|| column(OF_LEAD, OF_LEAD)));
        }
        rows.append(&mut self.event_rows);
        steps.push(Step::selecting(
            "event_rows",
            "each value as its property's type; nothing later than the instant that leads are seen from",
            None,
            &rows,
            std::iter::once("FROM event_cells".to_owned())
                .chain(of_accounts)
                .chain([format!("WHERE occurred_at <= {as_of}")])
                .collect(),
        ));
        let mut from = "event_rows";
        let mut conditions = ignored;
        if let Some(order) = order {
            let rank = format!("ROW_NUMBER() OVER (PARTITION BY {whose}, kind, occurred_at ORDER BY {order})");
            steps.push(Step::selecting(
                "event_ranks",
                "of the rows of the same event one counts",
                Some("event_rows"),
                &[column("id_rank", rank)],
                vec!["FROM event_rows".to_owned()],
            ));
            from = "event_ranks";
            conditions.insert(0, Expr::any(vec![Expr::test("event_id IS NULL"), Expr::test("id_rank = 1")]));
        }
        let mut columns = Vec::new();
        for factors in &self.decays {
            columns.push(column(&factors.column, format!("{}.factor", factors.step)));
        }
        let mut lines = vec![format!("FROM {from}")];
        for factors in &self.decays {
            lines.push(factors.join.clone());
        }
        if !conditions.is_empty() {
            lines.push(format!("WHERE {}", Expr::all(conditions)));
        }
        for factors in &self.decays {
            steps.push(factors.step_of.clone());
        }
        steps.push(Step::selecting("event", "the events that count", Some(from), &columns, lines));
        if !self.tally.is_empty() {
            let mut tally = vec![column("lead_key", "lead_key")];
            tally.append(&mut self.tally);
            let from = vec!["FROM event".to_owned(), "GROUP BY lead_key".to_owned()];
            steps.push(Step::selecting("tally", "what each lead did", None, &tally, from));
        }
        steps.append(&mut self.side_steps);
    }

    fn place_of_option(&self, choice: &ChoiceType, value: &str) -> String {
        let options = (0..).zip(&choice.options);
        let whens: String = options
            .map(|(place, option): (usize, _)| format!(" WHEN {} THEN {place}", self.dialect.text(&option.name)))
            .collect();
        format!("CASE {value}{whens} END")
    }

    /// Among rows of the same event: those with the lowest properties come first.
    fn order_of_rows(&mut self, log: &Log) -> String {
        let collate = self.dialect.by_code_point();
        let mut order = Vec::new();
        for (at, property) in log.properties.iter().enumerate() {
            let id = crate::ir::PropertyId(u16::try_from(at).expect("properties are counted in 16 bits"));
            let having: Vec<&str> =
                log.kinds.iter().filter(|kind| kind.properties.contains(&id)).map(|kind| kind.name.as_str()).collect();
            let subject = Subject::Property(id);
            let value = self.compared(subject, &property.ty);
            let value = match (property.ty.options(), property.ty.is_list()) {
                (None, false) if property.ty.holds_text() => format!("{value}{collate}"),
                (None, false) => value,
                (Some(choice), false) => self.place_of_option(choice, &value),
                (None, true) => self.sorted(property, &value, "entry"),
                (Some(choice), true) => {
                    let place = format!(
                        "RIGHT('0000' || CAST({} AS {}), 5)",
                        self.place_of_option(choice, "entry"),
                        self.dialect.text_type()
                    );
                    self.sorted(property, &value, &place)
                }
            };
            order.push(format!("CASE WHEN kind IN ({}) THEN {value} END NULLS FIRST", texts_of(self.dialect, &having)));
        }
        // Where events have no properties, there must still be something to sort by.
        order.push(format!("lead_key{collate}"));
        order.join(", ")
    }
}
