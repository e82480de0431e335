"""Tables with peculiarities, each of which has broken some reader of Arrow."""

import datetime
import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import leadrules
import pytest
from conftest import AS_OF

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")

RULES = leadrules.Rules.from_text("""leadrules 1
lead {
  id         text key
  name       text, optional
  employees  integer, optional
  consent    yes/no, optional
  created    date, optional
  tags       list of text, optional
}
score fit -100..100 {
  employees 10..        => +10
  name is "é"           => +1
  consent is no         => -5
  created is 2026-11-20 => +20
  tags contains "a"     => +40
}
""")
SCORER = RULES.at(AS_OF)


def fit(table: Any, **options: Any) -> list[Decimal | None]:
    return [row["fit"] for row in SCORER.score(table, **options).to_dicts()]


def column(name: str, values: Any) -> Any:
    return pa.table({"id": pa.array([f"L{at}" for at in range(len(values))], pa.string()), name: values})


def test_views_of_strings() -> None:
    table = column("name", pa.array(["é", None, "x" * 40], pa.string_view()))
    assert fit(table) == fit(pl.DataFrame(table)) == [1, 0, 0]


def test_codes() -> None:
    for keys in (pa.int8(), pa.uint8(), pa.int32(), pa.uint32(), pa.int64()):
        for values in (pa.string(), pa.large_string()):
            coded = pa.array(["é", None, "b", "é"]).dictionary_encode().cast(pa.dictionary(keys, values))
            assert fit(column("name", coded)) == [1, 0, 0, 1]
    # A null in the dictionary itself, and a dictionary much longer than the rows.
    nulled = pa.DictionaryArray.from_arrays(pa.array([0, 1, 0]), pa.array([None, "é"]))
    assert fit(column("name", nulled)) == [0, 1, 0]
    long = pa.DictionaryArray.from_arrays(pa.array([99_999, 3]), pa.array([f"x{at}" for at in range(99_999)] + ["é"]))
    assert fit(column("name", long)) == [1, 0]
    categories = pd.DataFrame({"id": ["a", "b"], "name": pd.Categorical(["é", None])})
    assert fit(categories) == [1, 0]
    enum = pl.DataFrame({"id": ["a", "b"], "name": ["é", "f"]}, schema_overrides={"name": pl.Enum(["f", "é"])})
    assert fit(enum) == [1, 0]


def test_numbers_of_all_kinds() -> None:
    kinds = [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64(), pa.float32(), pa.float64()]
    for kind in kinds:
        assert fit(column("employees", pa.array([12, None, 3], kind))) == [10, 0, 0], kind
    for kind in (pa.decimal128(10, 2), pa.decimal256(50, 3), pa.decimal128(38, 0)):
        assert fit(column("employees", pa.array([Decimal(12), None, Decimal(3)], kind))) == [10, 0, 0], kind
    assert fit(column("employees", pa.array(["12", None, "3"]))) == [10, 0, 0]
    assert fit(column("employees", pa.nulls(2))) == [0, 0]


def test_numbers_with_gaps_are_floats_in_pandas() -> None:
    frame = pd.DataFrame({"id": ["a", "b"], "employees": [12, None]})
    assert frame["employees"].dtype == "float64"
    scores = SCORER.score(frame)
    assert [row["fit"] for row in scores.to_dicts()] == [10, 0]
    assert scores.summary.unread == []
    # What is not a number is unknown, not wrong; what is not finite is wrong.
    scores = SCORER.score(pl.DataFrame({"id": ["a", "b"], "employees": [float("nan"), float("inf")]}))
    assert [unread.count for unread in scores.summary.unread] == [1]
    by_number = leadrules.Rules.from_text("leadrules 1\nlead { id integer key; x integer }\nscore s { x 1.. => +1 }").at(AS_OF)
    keys = by_number.score(pd.DataFrame({"id": [17.0, None], "x": [1, 2]})).to_dicts()
    assert [row["id"] for row in keys] == ["17", None]


def test_days_and_times() -> None:
    day = datetime.date(2026, 11, 20)
    noon = datetime.datetime(2026, 11, 20, 12)
    for kind in (pa.date32(), pa.date64()):
        assert fit(column("created", pa.array([day, None], kind))) == [20, 0]
    for unit in ("s", "ms", "us", "ns"):
        assert fit(column("created", pa.array([noon, None], pa.timestamp(unit)))) == [20, 0]
        assert fit(column("created", pa.array([noon, None], pa.timestamp(unit, "UTC")))) == [20, 0]
    late = datetime.datetime(2026, 11, 19, 23, 30, tzinfo=datetime.timezone.utc)
    brussels = leadrules.Rules.from_text(
        'leadrules 1\ntime zone "Europe/Brussels"\nlead { created date }\nscore fit { created is 2026-11-20 => +20 }'
    ).at(AS_OF)
    for table in (
        pa.table({"created": pa.array([late], pa.timestamp("us", "America/New_York"))}),
        pl.DataFrame({"created": [late]}),
        pd.DataFrame({"created": [late]}),
        [{"created": late}],
    ):
        assert brussels.score(table).to_dicts()[0]["fit"] == 20
    before = [datetime.date(1, 1, 1), datetime.date(1969, 12, 31), datetime.date(9999, 12, 31)]
    assert fit(column("created", pa.array(before))) == [0, 0, 0]


def test_truths() -> None:
    assert fit(column("consent", pa.array([True, False, None]))) == [0, -5, 0]
    assert fit(pl.DataFrame({"id": ["a", "b"], "consent": [False, None]})) == [-5, 0]
    assert fit(pd.DataFrame({"id": ["a", "b"], "consent": pd.array([False, None], dtype="boolean")})) == [-5, 0]


def test_lists() -> None:
    for kind in (pa.list_(pa.string()), pa.large_list(pa.string()), pa.large_list(pa.large_string())):
        assert fit(column("tags", pa.array([["b", "a"], None, [], [None, "A"]], kind))) == [40, 0, 0, 40], kind
    assert fit(column("tags", pa.array([["b", "a"], ["c", "d"]], pa.list_(pa.string(), 2)))) == [40, 0]
    assert fit(pl.DataFrame({"id": ["a", "b"], "tags": [["a"], ["b"]]})) == [40, 0]


def test_chunks_of_no_rows() -> None:
    empty, full = column("employees", pa.array([], pa.int64())), column("employees", pa.array([12, 3]))
    chunks = pa.concat_tables([empty, full, empty, full, empty])
    assert fit(chunks) == [10, 0, 10, 0]
    assert fit(empty) == [] and fit(pl.DataFrame(schema={"id": pl.String, "employees": pl.Int64})) == []
    chunked = pl.concat([pl.DataFrame(full), pl.DataFrame(empty), pl.DataFrame(full)], rechunk=False)
    assert fit(chunked) == [10, 0, 10, 0]


def test_slices_with_offsets() -> None:
    table = pa.table({
        "id": [str(at) for at in range(20)],
        "name": pa.array(["é" if at % 2 else None for at in range(20)]),
        "employees": pa.array([12 if at % 3 == 0 else None for at in range(20)]),
        "consent": pa.array([None if at % 5 else False for at in range(20)]),
        "tags": pa.array([["a"] * (at % 4) for at in range(20)]),
        "created": pa.array([datetime.date(2026, 11, at + 1) for at in range(20)]),
    })
    wanted = fit(table)
    for start in (1, 3, 7, 9):
        part = table.slice(start, 9)
        assert fit(part) == fit(pl.DataFrame(table).slice(start, 9)) == wanted[start : start + 9]
        coded = part.set_column(1, "name", part["name"].combine_chunks().dictionary_encode())
        assert fit(coded.slice(1)) == wanted[start + 1 : start + 9]


def test_columns_of_one_name() -> None:
    table = pa.table([["a", "b"], [1, 50], [50, 1]], names=["id", "employees", "employees"])
    scores = SCORER.score(table)
    assert [row["fit"] for row in scores.to_dicts()] == [0, 10]
    assert 'the column "employees" stands there again, here called "employees (2)"' in str(scores.summary)
    with pytest.raises(ValueError, match=r"[Dd]uplicate"):
        fit(pd.DataFrame([["a", 1, 2]], columns=["id", "employees", "employees"]))


def test_the_index_of_pandas_is_a_column() -> None:
    frame = pd.DataFrame({"employees": [12, 3]}, index=pd.Index(["a", "b"], name="id"))
    assert SCORER.score(frame).to_dicts()[0] == {"id": "a", "fit": Decimal(10), "stage": "contact", "excluded": None}
    with pytest.raises(leadrules.DataError, match="there is no column `id`"):
        fit(frame.reset_index(drop=True))


def test_a_stream_is_read_once() -> None:
    table = column("employees", pa.array([12]))

    class Once:
        """Gives the same capsule again, as it should not."""

        def __init__(self) -> None:
            self.capsule = table.__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            assert requested_schema is None
            return self.capsule

    once = Once()
    assert fit(once) == [10]
    with pytest.raises(leadrules.DataError, match="leads: it is a stream, which can be read only once, and it was read before"):
        fit(once)
    reader = table.to_reader()
    assert fit(reader) == [10]


def test_scores_are_given_any_number_of_times() -> None:
    scores = SCORER.score(column("employees", pa.array([12, 3])))
    again = [pa.table(scores), pa.table(scores), pl.DataFrame(scores).to_arrow(), pa.table(duckdb.from_arrow(scores))]
    for table in again:
        assert table["fit"].to_pylist() == [10, 0]
    asked = pa.schema([("fit", pa.float64())])
    assert pa.RecordBatchReader.from_stream(scores).schema.field("fit").type == pa.decimal128(18, 2)
    assert scores.__arrow_c_stream__(asked.__arrow_c_schema__()) is not None
    assert pa.schema(scores).names == scores.columns
    # They outlive what made them.
    stream = pa.RecordBatchReader.from_stream(scores)
    del scores
    assert stream.read_all().num_rows == 2
    # What is never read is released.
    for _ in range(3):
        SCORER.score([{"id": "a"}], missing_is_unknown=True).__arrow_c_stream__()


def test_scores_are_leads_again() -> None:
    first = SCORER.score(column("employees", pa.array([12, 3])))
    rules = leadrules.Rules.from_text("leadrules 1\nlead { id text key; fit number; before text, from \"stage\" }\nscore next { fit >= 10 => +1 }")
    assert [row["next"] for row in rules.at(AS_OF).score(first).to_dicts()] == [1, 0]


def test_streams_that_call_back_into_python() -> None:
    table = column("employees", pa.array(range(60_000)))

    def batches() -> Iterator[Any]:
        yield from table.to_batches(max_chunksize=700)

    assert fit(pa.RecordBatchReader.from_batches(table.schema, batches())) == [0] * 10 + [10] * 59_990

    def broken() -> Iterator[Any]:
        yield from column("employees", pa.array([12])).to_batches()
        raise RuntimeError("the cable is out")

    with pytest.raises(leadrules.DataError, match="leads: the program that hands it over can't give all of it.*the cable is out"):
        fit(pa.RecordBatchReader.from_batches(table.schema, broken()))


def test_a_relation_of_duckdb() -> None:
    relation = duckdb.sql("select 'L' || range as id, range::hugeint % 20 as employees from range(5000)")
    assert sum(points == 10 for points in fit(relation)) == 2500
    assert sum(points == 10 for points in fit(relation)) == 2500


def test_other_threads_go_on_meanwhile() -> None:
    table = column("employees", pa.array(range(200_000)))
    steps: list[int] = []
    over = threading.Event()

    def count() -> None:
        while not over.wait(0.001):
            steps.append(1)

    thread = threading.Thread(target=count)
    thread.start()
    SCORER.score(table)
    over.set()
    thread.join()
    assert len(steps) > 3
    results: list[list[Decimal | None]] = []
    many = [threading.Thread(target=lambda: results.append(fit(table.slice(0, 20_000)))) for _ in range(4)]
    for one in many:
        one.start()
    for one in many:
        one.join()
    assert len(results) == 4 and all(result == results[0] for result in results)


class Old:
    """A frame that does not speak Arrow."""

    iloc = None


def test_what_is_no_table() -> None:
    for given, why in [
        (pl.LazyFrame({"id": ["a"]}), r"it is a LazyFrame, which is not worked out yet; `collect\(\)` it first"),
        ({"id": ["a"]}, "it is one mapping; a single lead goes to `one`"),
        (3, "it is no table, but of type int"),
        (Old(), "it is a frame of a pandas before 2.2"),
        (["a"], "leads, row 1: it is of type str, and a lead is a mapping"),
    ]:
        with pytest.raises(TypeError, match=why):
            fit(given)
    for given in (pa.chunked_array([[1, 2]]), pl.Series([1, 2])):
        with pytest.raises(leadrules.DataError, match="leads: it is no table with columns that have names"):
            fit(given)
    nulled = pa.chunked_array([pa.array([{"id": "a", "employees": 12}, None])])
    with pytest.raises(leadrules.DataError, match="a whole row is null"):
        fit(nulled)


def test_types_that_leads_do_not_have() -> None:
    odd = pa.table({"id": ["a"], "employees": pa.array([{"x": 1}]), "name": pa.array([b"\xff"])})
    scores = SCORER.score(odd)
    assert scores.to_dicts()[0]["fit"] == 0
    # A struct is entered, so that there is no column of that name.
    assert 'employees: no "employees"' in str(scores.summary)
    assert [unread.name for unread in scores.summary.unread] == ["name"]
