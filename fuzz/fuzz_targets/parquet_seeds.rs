//! Seeds for the fuzz target `parquet`: small files of every type, with and without compression, dictionaries and page
//! checksums. Run by `fuzz/seeds`. In: the folder to write to.

use std::fs::File;
use std::path::PathBuf;

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::{WriterProperties, WriterVersion};

#[path = "../../crates/engine/src/data/tests/every_type.rs"]
mod every_type;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("the folder to write to"));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let columns = every_type::every_type();
    let codecs = [("plain", Compression::UNCOMPRESSED), ("snappy", Compression::SNAPPY), ("zstd", Compression::ZSTD(Default::default()))];
    for (name, codec) in codecs {
        for coded in [false, true] {
            for (part, columns) in columns.chunks(12).enumerate() {
                let version = if coded { WriterVersion::PARQUET_2_0 } else { WriterVersion::PARQUET_1_0 };
                let properties = WriterProperties::builder()
                    .set_compression(codec)
                    .set_dictionary_enabled(coded)
                    .set_writer_version(version)
                    .set_max_row_group_row_count(Some(2))
                    .build();
                let columns = columns.iter().map(|(name, array)| (*name, array.clone(), true));
                let batch = RecordBatch::try_from_iter_with_nullable(columns).expect("columns of one length");
                let file = File::create(folder.join(format!("{name}-{part}-{coded}"))).expect("it can be written");
                let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).expect("types of Parquet");
                writer.write(&batch).expect("it can be written");
                writer.close().expect("it can be written");
            }
        }
    }
}
