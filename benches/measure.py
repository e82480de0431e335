"""What the scripts here measure with: a process, its times and its greatest memory; and a virtual environment for rivals."""
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PACKAGES = ["duckdb", "polars", "pyarrow", "numpy", "matplotlib"]


def say(text):
    print(text, file=sys.stderr, flush=True)


def python(packages=PACKAGES):
    """The interpreter of the virtual environment, made if it is not there."""
    folder = TARGET / "bench" / "venv"
    found = folder / "bin" / "python"
    if not found.exists():
        say("making a virtual environment ...")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([found, "-m", "pip", "install", "--quiet", *packages], check=True)
    return found


def run(command, env=None, quiet=False):
    """Runs a command; gives its wall time and its processor time in seconds, and its greatest resident set in MB."""
    sink = subprocess.DEVNULL if quiet else None
    start = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], env={**os.environ, **(env or {})}, stdout=sink, stderr=sink)
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"failed: {' '.join(str(part) for part in command)}")
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
