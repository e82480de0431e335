//! Types that only Parquet files have, or that no field has: 96-bit times, UUIDs, times of day, codecs.

use std::sync::Arc;

use ::parquet::data_type::{ByteArray, FixedLenByteArray, FixedLenByteArrayType, Int96, Int96Type};
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;
use arrow_array::builder::{FixedSizeBinaryBuilder, ListBuilder};
use arrow_array::{ArrayRef, FixedSizeBinaryArray, Int64Array, RecordBatch, Time64MicrosecondArray};
use arrow_schema::{Field as ArrowField, Schema};

use super::typed::as_parquet;
use super::*;

const UUID: [u8; 16] = [0x11, 0x11, 0x11, 0x11, 0x22, 0x22, 0x43, 0x33, 0x84, 0x44, 0, 0, 0, 0, 0, 0xff];
const AS_TEXT: &str = "11111111-2222-4333-8444-0000000000ff";

/// Two rows: a UUID and a 96-bit time each.
fn old_types() -> Vec<u8> {
    let schema = "message m { required fixed_len_byte_array(16) id (UUID); required int96 until; }";
    let mut bytes = Vec::new();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut writer =
        SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::builder().build())).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let id = || FixedLenByteArray::from(ByteArray::from(UUID.to_vec()));
    column.typed::<FixedLenByteArrayType>().write_batch(&[id(), id()], None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    // Nanoseconds of the day, then the Julian day: the last second of 9999, and the first day of year 1.
    let time = |nanos: u64, day: u32| {
        let mut time = Int96::new();
        let low = |value: u64| u32::try_from(value & u64::from(u32::MAX)).unwrap();
        time.set_data(low(nanos), low(nanos >> 32), day);
        time
    };
    let times = [time(86_399_000_000_000, 2_440_588 + 2_932_896), time(0, 2_440_588 - 719_162)];
    column.typed::<Int96Type>().write_batch(&times, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn uuids_and_times_of_96_bits() {
    let rules = rules(vec![field("id", Type::Text, &[]), field("until", date(None), &[])], Some(0), None);
    let (leads, report) = read_bytes(&rules, "old.parquet", &old_types());
    assert_eq!(keys(&leads), [AS_TEXT, AS_TEXT]);
    assert_eq!(column(&leads, 1), ["9999-12-31", "0001-01-01"], "{:?}", report.fields[1].invalid);
}

#[test]
fn bytes_and_times_of_day_are_the_texts_that_are_passed_on() {
    let fixed: ArrayRef = Arc::new(FixedSizeBinaryArray::try_from_iter([UUID].into_iter()).unwrap());
    let uuid = |name: &str| {
        let extension = [("ARROW:extension:name".to_owned(), "arrow.uuid".to_owned())];
        ArrowField::new(name, fixed.data_type().clone(), true).with_metadata(extension)
    };
    let mut list = ListBuilder::new(FixedSizeBinaryBuilder::new(16)).with_field(uuid("item"));
    list.values().append_value(UUID).unwrap();
    list.append(true);
    let list: ArrayRef = Arc::new(list.finish());
    let time: ArrayRef = Arc::new(Time64MicrosecondArray::from(vec![30_600_500_000]));
    let schema = Schema::new(vec![
        uuid("id"),
        ArrowField::new("bytes", fixed.data_type().clone(), true),
        ArrowField::new("friends", list.data_type().clone(), true),
        ArrowField::new("at", time.data_type().clone(), true),
    ]);
    let batch =
        RecordBatch::try_new(Arc::new(schema), vec![Arc::clone(&fixed), Arc::clone(&fixed), list, time]).unwrap();
    let texts = Type::ListOfText { split: ";".to_owned() };
    let rules = rules(
        vec![
            field("id", Type::Text, &[]),
            field("bytes", Type::Text, &[]),
            field("at", Type::Text, &[]),
            field("seats", number(), &["at"]),
            field("friends", texts, &[]),
        ],
        Some(0),
        None,
    );
    let (leads, report) = read(&rules, &Input::batches("m", batch.schema(), [batch.clone()]), &ReadOptions::default());
    assert_eq!(keys(&leads), [AS_TEXT]);
    assert_eq!(column(&leads, 1), ["111111112222433384440000000000ff"]);
    assert_eq!(column(&leads, 2), ["08:30:00.5"]);
    assert_eq!((column(&leads, 3)[0].as_str(), report.fields[3].invalid.count), ("?", 1));
    assert_eq!(column(&leads, 4), [AS_TEXT]);
    assert_eq!(column(&read_bytes(&rules, "x.parquet", &as_parquet(&batch)).0, 2), ["08:30:00.5"]);
}

#[test]
fn numbers_that_are_dates_as_texts_are_dates_as_numbers() {
    let rules = rules(vec![field("until", date(None), &[])], None, None);
    let until: ArrayRef = Arc::new(Int64Array::from(vec![20_261_123, 20_261_323, 46_349]));
    let batch = RecordBatch::try_from_iter([("until", until)]).unwrap();
    for (name, bytes) in [
        ("x.parquet", as_parquet(&batch)),
        ("x.csv", b"until\n20261123\n20261323\n46349\n".to_vec()),
        ("x.ndjson", b"{\"until\":20261123}\n{\"until\":20261323}\n{\"until\":46349}\n".to_vec()),
    ] {
        let (leads, report) = read_bytes(&rules, name, &bytes);
        assert_eq!(column(&leads, 0), ["2026-11-23", "?", "?"], "{name}");
        assert_eq!(report.fields[0].invalid.count, 2, "{name}");
    }
}

#[test]
fn a_codec_that_is_not_unpacked_is_named() {
    let mut bytes = old_types();
    // The codec of a column chunk comes after its path in the footer; Brotli is 4, written as twice that.
    let footer = bytes.len() - 8 - u32::from_le_bytes(bytes[bytes.len() - 8..][..4].try_into().unwrap()) as usize;
    let at = footer + bytes[footer..].windows(6).position(|part| part == b"\x18\x02id\x15\x00").unwrap() + 5;
    assert_eq!(bytes[at], 0, "nothing is packed yet");
    bytes[at] = 8;
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), None);
    let input = Input::bytes("x.parquet", bytes);
    let error = read_leads(&input, &rules, &all(&rules), &[], &ReadOptions::default()).err().unwrap();
    assert!(error.to_string().contains("packed with Brotli"), "{error}");
}
