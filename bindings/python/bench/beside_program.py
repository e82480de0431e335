#!/usr/bin/env python3
"""Measures scoring a Polars frame beside the program that reads the same leads from Parquet, in turn.

    target/python/venv-3.12/bin/python bindings/python/bench/beside_program.py [--work W0,W1] [--runs 5] [--leads 1000000]

It takes the program that the package carries, or `--program PATH`: build both in the same profile. Each run is a process of its own.
Of the program the whole is timed, from its start to the written Parquet file; of the frame, which is in memory already, the call of
`score`. Memory is what the program has at its greatest, and by how much the process with the frames grows while they are scored.

The generator of the data stands in `../shared/bench`; where that is absent, nothing is measured.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
WORK = {"W0": "w0", "W1": "w1"}
AS_OF = "2026-11-23T00:00:00Z"


def peak(reset: bool) -> int:
    """The most memory since the last reset, in bytes."""
    if reset:
        pathlib.Path("/proc/self/clear_refs").write_text("5")
    return int(pathlib.Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024


def frame(rules: pathlib.Path, data: pathlib.Path, work: str) -> None:
    """One run over frames: prints what it took."""
    import leadrules
    import polars as pl

    leads, events = pl.read_parquet(data / "leads.parquet"), None
    if work != "W0":
        events = pl.read_parquet(data / "events.parquet")
    scorer = leadrules.Rules(rules).at(AS_OF)
    before = peak(reset=True)
    start = time.perf_counter()
    scores = scorer.score(leads, False if events is None else events)
    took = time.perf_counter() - start
    size = leads.estimated_size() + (0 if events is None else events.estimated_size())
    print(json.dumps({"took": took, "grown": peak(reset=False) - before, "size": int(size), "leads": len(scores)}))


def program(command: list[str]) -> tuple[float, float]:
    """The time and the most memory, in MB, of a process."""
    start = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 3):
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default="W0,W1")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--program", default=str(pathlib.Path(sys.executable).with_name("leadrules")))
    parser.add_argument("--frame", help=argparse.SUPPRESS)
    args = parser.parse_args()
    generator = ROOT.parent / "shared" / "bench" / "gen.py"
    data = args.data or ROOT / "target" / "bench" / f"leads-{args.leads}"
    if args.frame:
        return frame(ROOT / "benches" / "rules" / f"{WORK[args.frame]}.leadrules", data, args.frame)
    if not (data / "events.parquet").exists():
        if not generator.exists():
            return print(f"nothing is measured: there is no {generator}, which makes the data")
        subprocess.run([sys.executable, str(generator), str(args.leads), str(data), "--no-ndjson"], check=True)
    out = ROOT / "target" / "python" / "scored.parquet"
    print("| work | program, Parquet: s | MB | Polars frame: s | MB more | of a frame of MB | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for work in args.work.split(","):
        rules = ROOT / "benches" / "rules" / f"{WORK[work]}.leadrules"
        command = [args.program, "score", rules, data / "leads.parquet", "-o", out, "--as-of", AS_OF, "--quiet"]
        command += [] if work == "W0" else ["--events", data / "events.parquet"]
        again = [sys.executable, __file__, "--frame", work, "--data", data, "--leads", args.leads]
        of_program, of_frame = [], []
        for _ in range(args.runs):
            of_program.append(program([str(part) for part in command]))
            said = subprocess.run([str(part) for part in again], check=True, capture_output=True, text=True)
            of_frame.append(json.loads(said.stdout))
        took = statistics.median(time for time, _ in of_program)
        scored = statistics.median(run["took"] for run in of_frame)
        grown = max(run["grown"] for run in of_frame) / 1e6
        most = max(memory for _, memory in of_program)
        size = of_frame[0]["size"] / 1e6
        print(f"| {work} | {took:.2f} | {most:.0f} | {scored:.2f} | {grown:.0f} | {size:.0f} | **{scored / took:.2f}** |")


if __name__ == "__main__":
    main()
