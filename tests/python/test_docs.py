"""What the documents show is what happens, and the notebook runs."""

import doctest
import pathlib
import re

import pytest
from conftest import ROOT

pytest.importorskip("polars")


def session(text: str) -> str:
    """The Python blocks of a document, with everything else blank, so that lines keep their numbers."""
    kept, is_open = [], False
    for line in text.splitlines():
        if line.startswith("```"):
            is_open = line == "```python"
            kept.append("")
        else:
            kept.append(line if is_open else "")
    return "\n".join(kept) + "\n"


def test_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path = ROOT / "docs" / "python.md"
    parsed = doctest.DocTestParser().get_doctest(session(path.read_text(encoding="utf-8")), {}, "python.md", str(path), 0)
    assert len(parsed.examples) > 10
    said: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(parsed, out=said.append).failed
    assert failed == 0, "".join(said)


def test_the_readme(monkeypatch: pytest.MonkeyPatch, inbound: pathlib.Path) -> None:
    monkeypatch.chdir(inbound)
    text = (ROOT / "bindings" / "python" / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    names = {"leads": "leads.csv", "events": "events.csv"}
    exec(block.replace("my.leadrules", "forgetful.leadrules"), names)
    assert len(names["scores"]) == 120


def test_the_notebook(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    folder = ROOT / "bindings" / "python" / "examples"
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    for path in folder.glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        assert all(not cell.get("outputs") for cell in notebook.cells), "outputs are left out of the repository"
        nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
        shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        assert any("text/html" in output.get("data", {}) for output in shown)
