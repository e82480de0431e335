use arrow_array::DictionaryArray;
use arrow_array::types::Int32Type;
use leadrules_language::decimal::Decimal;
use leadrules_language::types::{ChoiceType, DateType, NumberType, Type, Value};

use super::{Filling, Shelf};
use crate::columns::{Column, EventLeads, Events, Leads};

/// Values of every kind, some unknown, different in each row.
fn columns(rows: usize, from: usize) -> Vec<Column> {
    let some = |value: &dyn Fn(usize) -> Value| {
        let known = |row: usize| (!(row + from).is_multiple_of(5)).then(|| value(row));
        (0..rows).map(known).collect::<Vec<_>>()
    };
    let small = |row: usize| u16::try_from(row % 3).unwrap();
    let text = |row: usize| format!("text {} é", (row + from) % 4);
    let texts: Vec<String> = (0..rows).map(text).collect();
    let coded: DictionaryArray<Int32Type> = texts.iter().map(String::as_str).collect();
    let split = || ";".to_owned();
    vec![
        Column::from_values(&Type::Text, &some(&|row| Value::Text(text(row)))),
        Column::from_values(
            &Type::Number(NumberType::default()),
            &some(&|row| Value::Number(Decimal(i128::from(small(row)) - 1))),
        ),
        Column::from_values(&Type::YesNo, &some(&|row| Value::Truth(row % 2 == 0))),
        Column::from_values(&Type::Date(DateType::default()), &some(&|row| Value::Date(small(row).into()))),
        Column::from_values(&Type::Choice(ChoiceType::default()), &some(&|row| Value::Choice(small(row)))),
        Column::from_values(
            &Type::ListOfText { split: split() },
            &some(&|row| Value::Texts(vec![text(row), text(row + 1)])),
        ),
        Column::from_values(
            &Type::ListOfChoice { choice: ChoiceType::default(), split: split() },
            &some(&|row| Value::Choices(vec![small(row)])),
        ),
        Column::Absent,
        Column::CodedText(coded),
    ]
}

fn leads(rows: usize, from: usize) -> Leads {
    Leads {
        rows,
        first_row: from as u64,
        fields: columns(rows, from),
        keys: (0..rows).map(|row| (row != 2).then(|| format!("K{}", row + from))).collect(),
        events: None,
        kept: vec![(0..rows).map(|row| (row % 2 == 0).then_some("owner")).collect()],
    }
}

fn events(of: &[u32], from: usize) -> Events {
    let number = |at: usize| u16::try_from(at + from).unwrap();
    Events {
        rows: of.len(),
        leads: EventLeads::Rows(of.to_vec()),
        kinds: (0..of.len()).map(number).collect(),
        times: (0..of.len()).map(|at| i64::from(number(at)) * 1_000).collect(),
        ids: None,
        properties: columns(of.len(), from),
    }
}

/// All that is on a shelf, as plain values.
fn told(shelf: &Shelf) -> Vec<String> {
    let tell = |at: usize| {
        let leads = shelf.batch(at).unwrap();
        let alone = shelf.leads(at).unwrap();
        let events = leads.events.as_ref().unwrap();
        let EventLeads::Rows(of) = &events.leads else { panic!("they are nested") };
        let event = |at: usize| format!("{} {:?}", of[at], events.event(at));
        format!(
            "{} {} {:?} {:?} {:?} {:?}",
            leads.rows,
            leads.first_row,
            (0..leads.rows).map(|row| (leads.lead(row), alone.lead(row))).collect::<Vec<_>>(),
            leads.keys,
            leads.kept,
            (0..events.rows).map(event).collect::<Vec<_>>()
        )
    };
    (0..shelf.len()).map(tell).collect()
}

#[test]
fn what_waits_in_a_file_is_what_stays_in_memory() {
    let filled = |room: usize| {
        let mut filling = Filling::within(room);
        filling.add(leads(7, 0));
        filling.add(leads(3, 7));
        filling.add(leads(1, 10));
        filling.add(Leads { events: Some(events(&[1, 0, 1], 4)), ..leads(4, 11) });
        filling.add_events(0, events(&[0, 5, 3], 0));
        filling.add_events(1, events(&[2], 1));
        // Of the others nothing is known of the first property.
        let mut unlike = events(&[5, 6], 2);
        unlike.properties[0] = Column::Absent;
        filling.add_events(0, unlike);
        filling.add_events(0, events(&[0], 3));
        filling.finish(Some(&Events::nothing(9))).unwrap()
    };
    let memory = told(&filled(usize::MAX));
    assert_eq!(memory.len(), 4);
    assert!(memory[0].contains("text 3 é") && memory[2].ends_with("[]"), "{memory:?}");
    for room in [0, 100, 1_000, 3_000, 10_000] {
        assert_eq!(told(&filled(room)), memory, "{room}");
    }
    let is_away = |shelf: &Shelf| shelf.places.iter().any(|place| place.events.is_some());
    assert!(is_away(&filled(0)) && !is_away(&filled(usize::MAX)));
}
