//! Parquet files: only the columns that are asked for, a row group at a time, so that row groups can be read in
//! parallel.

use std::collections::HashSet;
use std::sync::Arc;

use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Compression, Encoding, LogicalType, Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData};
use parquet::file::reader::{ChunkReader, Length};
use parquet::schema::types::ColumnDescPtr;

use super::arrow::{ArrowFrame, Layout, Path, readable};
use super::foreign::guarded;
use super::input::{Chunks, Error, Opening};
use super::projection::ProjectedColumn;
use leadrules_language::words::{Text, say};

/// Rows in a batch: few enough that their columns stay in the processor's cache.
const BATCH: usize = 16_384;

/// An opened file.
#[derive(Clone)]
pub(super) struct ParquetFile {
    path: String,
    chunks: Chunks,
    metadata: ArrowReaderMetadata,
    mask: ProjectionMask,
    pub(super) layout: Arc<Layout>,
}

/// What is said about a file that can't be read.
fn damaged() -> Text {
    say!("it can't be read as a Parquet file; it may be damaged or not written to its end")
}

/// Reads the footer and finds the columns.
pub(super) fn open(
    path: &str,
    chunks: Chunks,
    wanted: &[ProjectedColumn],
    events: Option<&[ProjectedColumn]>,
) -> Result<ParquetFile, Error> {
    guarded(path, damaged(), || unguarded(path, chunks, wanted, events))
}

fn unguarded(
    path: &str,
    chunks: Chunks,
    wanted: &[ProjectedColumn],
    events: Option<&[ProjectedColumn]>,
) -> Result<ParquetFile, Error> {
    let failed = |cause| broken(path, cause);
    let opening = chunks.open().map_err(|cause| Error::io(path, say!("it can't be read"), cause))?;
    let metadata = ArrowReaderMetadata::load(&opening, ArrowReaderOptions::new()).map_err(failed)?;
    let mut layout = Layout::new(metadata.schema().fields(), wanted, events);
    let paths = readable::leaves(metadata.schema().fields());
    let columns = metadata.parquet_schema().columns();
    let is_uuid = |column: &ColumnDescPtr| column.logical_type_ref() == Some(&LogicalType::Uuid);
    layout.uuids.extend(paths.iter().zip(columns).filter(|(_, column)| is_uuid(column)).map(|(path, _)| path.clone()));
    let views = wanted.iter().zip(layout.columns.iter()).filter(|(wanted, _)| wanted.views);
    let views: Vec<&Path> = views.filter_map(|(_, path)| path.as_ref()).collect();
    let coded = coded_schema(metadata.schema(), metadata.metadata(), &views);
    // What the file says about its types may rule out the codes; then it is read without them.
    let metadata = ArrowReaderMetadata::try_new(
        Arc::clone(metadata.metadata()),
        ArrowReaderOptions::new().with_schema(Arc::new(coded)),
    )
    .unwrap_or(metadata);
    let needed = needed(&layout);
    let is_needed = |path: &Path| (1..=path.len()).any(|depth| needed.contains(&path[..depth]));
    let leaves = paths.iter().enumerate().filter(|(_, path)| is_needed(path)).map(|(leaf, _)| leaf);
    let leaves: Vec<usize> = leaves.collect();
    packed(path, metadata.metadata(), &leaves)?;
    let mask = ProjectionMask::leaves(metadata.parquet_schema(), leaves);
    Ok(ParquetFile { path: path.to_owned(), chunks, metadata, mask, layout: Arc::new(layout) })
}

/// Refuses a file that is compressed in a way that can't be unpacked here.
fn packed(path: &str, file: &ParquetMetaData, leaves: &[usize]) -> Result<(), Error> {
    let columns = file.row_groups().iter().flat_map(|group| leaves.iter().map(|&leaf| group.column(leaf)));
    let name = columns.map(ColumnChunkMetaData::compression).find_map(|compression| match compression {
        Compression::BROTLI(_) => Some("Brotli"),
        Compression::LZO => Some("LZO"),
        _ => None,
    });
    let Some(name) = name else { return Ok(()) };
    Err(Error::new(
        path,
        say!(
            "its columns are packed with {name}, which can't be unpacked here: write it with Snappy, Zstandard, LZ4 or gzip",
            name
        ),
    ))
}

fn broken(path: &str, cause: ParquetError) -> Error {
    Error { cause: Some(Box::new(cause)), ..Error::new(path, damaged()) }
}

impl ParquetFile {
    pub(super) fn groups(&self) -> usize {
        self.metadata.metadata().num_row_groups()
    }

    /// Reads a row group, batch by batch.
    pub(super) fn frames(&self, group: usize) -> Result<impl Iterator<Item = Result<ArrowFrame, Error>>, Error> {
        let opening = self.chunks.open().map_err(|cause| Error::io(&self.path, say!("it can't be read"), cause))?;
        let mut reader = guarded(&self.path, damaged(), || {
            ParquetRecordBatchReaderBuilder::new_with_metadata(opening, self.metadata.clone())
                .with_row_groups(vec![group])
                .with_projection(self.mask.clone())
                .with_batch_size(BATCH)
                .build()
                .map_err(|cause| broken(&self.path, cause))
        })?;
        let next = move || {
            let read = || reader.next().transpose().map_err(|cause| broken(&self.path, cause.into()));
            let batch = guarded(&self.path, damaged(), read).transpose()?;
            Some(batch.map(|batch| ArrowFrame::new(&batch, &self.layout)))
        };
        Ok(std::iter::from_fn(next))
    }

    /// How many bytes of the file a row group takes up.
    pub(super) fn size(&self, group: usize) -> u64 {
        u64::try_from(self.metadata.metadata().row_group(group).compressed_size()).unwrap_or(0)
    }
}

impl Length for Opening {
    fn len(&self) -> u64 {
        match self {
            Self::File(file) => file.len(),
            Self::Bytes(bytes) => Length::len(bytes),
        }
    }
}

impl ChunkReader for Opening {
    type T = Box<dyn std::io::Read + Send>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(match self {
            Self::File(file) => Box::new(file.get_read(start)?),
            Self::Bytes(bytes) => Box::new(ChunkReader::get_read(bytes, start)?),
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<bytes::Bytes, ParquetError> {
        match self {
            Self::File(file) => file.get_bytes(start, length),
            Self::Bytes(bytes) => bytes.get_bytes(start, length),
        }
    }
}

/// The paths that are needed, joined with dots.
fn needed(layout: &Layout) -> HashSet<Path> {
    let mut paths: HashSet<Path> = layout.columns.iter().flatten().cloned().collect();
    if let Some((list, columns)) = &layout.events {
        for column in columns.iter().flatten() {
            paths.insert([list.as_slice(), column].concat());
        }
        if columns.iter().all(Option::is_none) {
            paths.insert(list.clone());
        }
    }
    paths
}

/// The schema, with dictionaries for texts that are dictionary-coded throughout the file, 96-bit times as microseconds,
/// and the columns of `views` as string views.
fn coded_schema(schema: &Schema, file: &ParquetMetaData, views: &[&Path]) -> Schema {
    let mut leaf = 0;
    let field = |field: &FieldRef| {
        let coded = coded_field(field, file, &mut leaf);
        let viewed =
            views.iter().any(|path| **path == std::slice::from_ref(coded.name())) && is_text(coded.data_type());
        if viewed { Arc::new(coded.as_ref().clone().with_data_type(DataType::Utf8View)) } else { coded }
    };
    let fields: Fields = schema.fields().iter().map(field).collect();
    Schema::new_with_metadata(fields, schema.metadata().clone())
}

fn coded_field(field: &FieldRef, file: &ParquetMetaData, leaf: &mut usize) -> FieldRef {
    let ty = match field.data_type() {
        DataType::Struct(fields) => {
            DataType::Struct(fields.iter().map(|field| coded_field(field, file, leaf)).collect())
        }
        DataType::List(item) => DataType::List(coded_field(item, file, leaf)),
        DataType::LargeList(item) => DataType::LargeList(coded_field(item, file, leaf)),
        DataType::FixedSizeList(item, length) => DataType::FixedSizeList(coded_field(item, file, leaf), *length),
        DataType::ListView(item) => DataType::ListView(coded_field(item, file, leaf)),
        DataType::LargeListView(item) => DataType::LargeListView(coded_field(item, file, leaf)),
        DataType::Map(item, sorted) => DataType::Map(coded_field(item, file, leaf), *sorted),
        ty => {
            let at = *leaf;
            *leaf += 1;
            match ty {
                ty if is_text(ty) && is_coded(file, at) => {
                    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
                }
                // 64-bit nanoseconds end in 2262; these times do not.
                DataType::Timestamp(TimeUnit::Nanosecond, zone) if is_int96(file, at) => {
                    DataType::Timestamp(TimeUnit::Microsecond, zone.clone())
                }
                ty => ty.clone(),
            }
        }
    };
    let coded: Field = field.as_ref().clone().with_data_type(ty);
    Arc::new(coded)
}

fn is_int96(file: &ParquetMetaData, leaf: usize) -> bool {
    file.file_metadata().schema_descr().column(leaf).physical_type() == Type::INT96
}

fn is_text(ty: &DataType) -> bool {
    matches!(ty, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

fn is_coded(file: &ParquetMetaData, leaf: usize) -> bool {
    let codes = [Encoding::PLAIN_DICTIONARY, Encoding::RLE_DICTIONARY];
    file.num_row_groups() > 0
        && file.row_groups().iter().all(|group| {
            let column = group.column(leaf);
            column.dictionary_page_offset().is_some()
                && column
                    .page_encoding_stats_mask()
                    .is_some_and(|mask| codes.iter().any(|&encoding| mask.is_only(encoding)))
        })
}
