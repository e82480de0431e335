//! Lines of `test`.

use super::{Builder, Built, all, find, first, must, no_other};
use crate::ast::{Setter, TestLine, Text, When};
use leadrules_grammar::{Piece, Rule};

impl Builder<'_> {
    pub fn test_line(&mut self, line: &Piece<'_>) -> Built<TestLine> {
        let inner = first(line.clone());
        Ok(match inner.as_rule() {
            Rule::as_of => TestLine::AsOf(self.instant(&must(&inner, Rule::instant))?),
            Rule::test_lead => TestLine::Lead { called: self.called(&inner), fields: self.setters(&inner)? },
            Rule::test_account => TestLine::Account(self.setters(&inner)?),
            Rule::test_event => TestLine::Event {
                of: self.called(&inner),
                kind: self.name(&must(&inner, Rule::name)),
                when: self.when(&must(&inner, Rule::when))?,
                properties: self.setters(&inner)?,
            },
            Rule::test_was => TestLine::Was(self.option_name(must(&inner, Rule::option_name))),
            Rule::expect => TestLine::Expect(self.condition(&must(&inner, Rule::condition))?),
            _ => no_other(&inner),
        })
    }

    /// What a test calls a lead.
    fn called(&self, piece: &Piece<'_>) -> Option<Text> {
        find(piece, Rule::text).map(|text| self.text(&text))
    }

    fn when(&self, piece: &Piece<'_>) -> Built<When> {
        Ok(if let Some(period) = find(piece, Rule::period) {
            When::Ago(self.period(&period)?)
        } else if let Some(date) = find(piece, Rule::date) {
            When::On(self.date(&date)?)
        } else {
            When::At(self.instant(&must(piece, Rule::instant))?)
        })
    }

    fn setters(&mut self, piece: &Piece<'_>) -> Built<Vec<Setter>> {
        let mut setters = Vec::new();
        for setter in all(piece, Rule::setter) {
            let mut parts = setter.clone().into_inner();
            let name = self.name(&parts.next().expect("a setter begins with its name"));
            let values = parts.filter(|part| super::literal::is_value(part.as_rule())).map(|part| self.value(&part));
            setters.push(Setter { name, values: values.collect::<Built<_>>()?, span: self.span(&setter) });
        }
        Ok(setters)
    }
}
