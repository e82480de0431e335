"""A table is scored where it lies: memory does not grow by its size."""

import pathlib
import subprocess
import sys

import pytest

pytest.importorskip("polars")

PROGRAM = """
import pathlib, sys
import leadrules, polars as pl

rows = 300_000
text = pl.int_range(rows, eager=True).cast(pl.String)
leads = pl.DataFrame({
    "id": text,
    "name": text + " " + "x" * 200,
    "notes": text + " " + "é" * 150,
    "employees": pl.int_range(rows, eager=True) % 300,
    "budget": pl.int_range(rows, eager=True).cast(pl.Float64),
    **{f"more {at}": pl.int_range(rows, eager=True) * at for at in range(10)},
})
rules = leadrules.Rules.from_text('''leadrules 1
lead { id text key; name text; notes text; employees integer; budget number }
score fit { employees 100..200 => +20; budget >= 1000 => +1; name contains "17" => +2; notes is known => +1 }
stages { fit >= 20 => Good }
''')
scorer = rules.at("2026-11-23")
scorer.score(leads.head(100))

def peak(reset):
    if reset:
        pathlib.Path("/proc/self/clear_refs").write_text("5")
    status = pathlib.Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024

# In one chunk, and in several, which Polars would put together, as a copy, if it gave the frame as a whole.
chunks = [leads.slice(start, 50_000) for start in range(0, rows, 50_000)]
grown = []
for frame in (leads, pl.concat(chunks, rechunk=False)):
    before = peak(reset=True)
    scores = scorer.score(frame)
    assert len(scores) == rows
    grown.append(peak(reset=False) - before)
print(max(grown), int(leads.estimated_size()))
"""


def test_a_table_is_not_copied(tmp_path: pathlib.Path) -> None:
    if not pathlib.Path("/proc/self/clear_refs").exists():
        pytest.skip("the peak of memory can't be told here")
    script = tmp_path / "memory.py"
    script.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    grown, size = map(int, done.stdout.split())
    assert size > 150_000_000
    # Scores are new, and so are the pieces on their way; both are small beside it.
    assert grown < size / 3, f"{grown:,} bytes more for a table of {size:,}"
