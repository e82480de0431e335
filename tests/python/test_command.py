"""The command that the package carries."""

import os
import pathlib
import pty
import signal
import subprocess
import sys
import time

import leadrules
import pytest

SCRIPT = pathlib.Path(sys.executable).with_name("leadrules")
WAYS = [[str(SCRIPT)], [sys.executable, "-m", "leadrules"]]
WRONG = "leadrules 1\nscore fit { employes 10.. => +5 }\n"
FAILING = 'leadrules 1\nlead { a yes/no }\nscore s { a => +1 }\ntest "no" { lead a yes; expect s = 2 }\n'


def run(way: list[str], *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*way, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("way", WAYS)
def test_exit_codes(way: list[str], tmp_path: pathlib.Path) -> None:
    said = run(way, "--version")
    assert (said.returncode, said.stdout, said.stderr) == (0, f"leadrules {leadrules.__version__}\n", "")
    assert run(way).returncode == 1
    assert run(way, "score", "gone.leadrules", "gone.csv").returncode == 1
    (tmp_path / "wrong.leadrules").write_text(WRONG)
    (tmp_path / "failing.leadrules").write_text(FAILING)
    assert run(way, "check", tmp_path / "wrong.leadrules").returncode == 2
    assert run(way, "test", tmp_path / "failing.leadrules").returncode == 3
    helped = run(way, "help", "score")
    assert helped.returncode == 0 and "Usage: leadrules score" in helped.stdout


def test_pipes(inbound: pathlib.Path) -> None:
    leads = (inbound / "leads.csv").read_text(encoding="utf-8")
    rules = inbound / "inbound.leadrules"
    said = run(WAYS[0], "score", rules, "-", "--no-events", "--no-previous", "--as-of", "2026-11-23", "--quiet", input=leads)
    assert said.stdout.startswith("id,profile,") and said.stdout.count("\n") == 121
    closed = subprocess.run(
        ["bash", "-c", f"exec >&-; exec {sys.executable} -m leadrules fmt - < {rules}"], capture_output=True, check=False
    )
    assert closed.returncode == 1
    read = subprocess.run(["bash", "-o", "pipefail", "-c", f"{sys.executable} -m leadrules codes | head -1"], capture_output=True, check=False)
    assert read.returncode == 0


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_c_ends_a_server(way: list[str], inbound: pathlib.Path) -> None:
    # On a terminal, as somebody would press it.
    terminal, inside = pty.openpty()
    command = [*way, "serve", str(inbound / "inbound.leadrules"), "--listen", "127.0.0.1:0"]
    server = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, start_new_session=True)
    os.close(inside)
    said = b""
    while b"http://" not in said:
        said += os.read(terminal, 1024)
    # It says so before it listens to signals.
    time.sleep(0.5)
    os.killpg(server.pid, signal.SIGINT)
    began = time.monotonic()
    code = server.wait(timeout=20)
    assert time.monotonic() - began < 15
    assert code == 0, said
    os.close(terminal)


def test_ctrl_c_leaves_no_half_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "r.leadrules").write_text("leadrules 1\nlead { id text key }\nscore s { id is known => +1 }\n")
    fifo = tmp_path / "leads.csv"
    os.mkfifo(fifo)
    out = tmp_path / "scored.csv"
    command = [*WAYS[1], "score", str(tmp_path / "r.leadrules"), str(fifo), "-o", str(out)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    with fifo.open("w") as leads:
        leads.write("id\n1\n")
        leads.flush()
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) in (130, -signal.SIGINT)
    assert {path.name for path in tmp_path.iterdir()} == {"r.leadrules", "leads.csv"}


def test_ctrl_c_ends_scoring(tmp_path: pathlib.Path) -> None:
    # Leads that never end: batches from Python, one after the other.
    pytest.importorskip("pyarrow")
    script = tmp_path / "endless.py"
    script.write_text(
        "import leadrules, pyarrow as pa, sys\n"
        "rules = leadrules.Rules.from_text('leadrules 1\\nlead { id text key }\\nscore s { id is known => +1 }')\n"
        "batch = pa.record_batch({'id': ['a']})\n"
        "def endless():\n"
        "    print('begun', flush=True)\n"
        "    while True:\n"
        "        yield batch\n"
        "try:\n"
        "    rules.at('2026-11-23').score(pa.RecordBatchReader.from_batches(batch.schema, endless()))\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(7)\n"
    )
    running = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)
    assert running.stdout is not None and running.stdout.readline() == b"begun\n"
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) == 7
    running.stdout.close()


def test_processes_that_were_forked(tmp_path: pathlib.Path) -> None:
    script = tmp_path / "forked.py"
    script.write_text(
        "import leadrules, os\n"
        "rules = leadrules.Rules.from_text('leadrules 1\\nlead { id text key }\\nscore s { id is known => +1 }')\n"
        "scorer = rules.at('2026-11-23')\n"
        "leads = [{'id': str(at)} for at in range(50_000)]\n"
        "assert len(scorer.score(leads)) == 50_000\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    os._exit(0 if len(scorer.score(leads)) == 50_000 else 1)\n"
        "_, status = os.waitpid(child, 0)\n"
        "assert os.waitstatus_to_exitcode(status) == 0\n"
        "assert len(scorer.score(leads)) == 50_000\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", str(script)], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
