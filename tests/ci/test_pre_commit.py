"""The hooks of pre-commit/, installed by pre-commit itself from a mirror like the one that users name, with a wheel that carries the
command: the one in the folder WHEELS, or a stand-in that starts the program."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from made import BROKEN, FAILING, FIRST, PROGRAM, TOP, UNTIDY, commit, git, write

PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
VERSION = re.search(r'"leadrules==(.*)"', (TOP / "pre-commit/pyproject.toml").read_text())[1]


def stand_in(folder):
    """A wheel like the true one, as far as hooks see it: its name, its version, its command."""
    info = f"leadrules-{VERSION}.dist-info"
    start = f"import os, sys\n\n\ndef main():\n    os.execv({PROGRAM!r}, ['leadrules', *sys.argv[1:]])\n"
    files = {
        "leadrules_stand_in.py": start,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: leadrules\nVersion: {VERSION}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\nleadrules = leadrules_stand_in:main\n",
    }
    with zipfile.ZipFile(folder / f"leadrules-{VERSION}-py3-none-any.whl", "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
        wheel.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"]))


class PreCommit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="leadrules-hooks-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        wheels = os.environ.get("WHEELS")
        if not wheels:
            wheels = cls.folder / "wheels"
            wheels.mkdir()
            stand_in(wheels)
        # From no index: what PyPI may have under these names is not meant.
        cls.env = os.environ | {"PRE_COMMIT_HOME": str(cls.folder / "home"), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                                "PIP_FIND_LINKS": f"{wheels} {os.environ['BUILD_WHEELS']}"}
        cls.mirror = cls.folder / "leadrules-pre-commit"
        shutil.copytree(TOP / "pre-commit", cls.mirror)
        git(cls.mirror, "init", "--quiet")
        cls.revision = commit(cls.mirror, {}, VERSION)
        cls.made = 0

    def repository(self, files, hooks=("check", "fmt", "test"), options=""):
        type(self).made += 1
        folder = self.folder / f"repository-{self.made}"
        folder.mkdir()
        git(folder, "init", "--quiet")
        listed = "".join(f"      - id: leadrules-{hook}\n{options}" for hook in hooks)
        config = f"repos:\n  - repo: {self.mirror}\n    rev: {self.revision}\n    hooks:\n{listed}"
        write(folder, {".pre-commit-config.yaml": config, **files})
        git(folder, "add", "--all")
        return folder

    def run_hooks(self, folder, *arguments):
        command = [PRE_COMMIT, *(arguments or ["run"]), "--color", "never"]
        done = subprocess.run(command, cwd=folder, env=self.env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        passed = {hook: how for hook, how in re.findall(r"^leadrules (\w+)\.+(?:\(.*\))?(Passed|Failed|Skipped)$", done.stdout, re.M)}
        return done.returncode, passed, done.stdout

    def test_a_mirror_can_be_tried(self):
        folder = self.repository({"a.leadrules": FIRST})
        code, passed, said = self.run_hooks(folder, "try-repo", str(self.mirror), "--all-files")
        self.assertEqual((code, passed), (0, {"check": "Passed", "fmt": "Passed", "test": "Passed"}), said)

    def test_what_is_wrong_stops_the_commit(self):
        for files, wanted, says in (
            ({"two words.leadrules": FIRST}, {"check": "Passed", "fmt": "Passed", "test": "Passed"}, ""),
            ({"a.leadrules": UNTIDY}, {"check": "Passed", "fmt": "Failed", "test": "Passed"}, "files were modified"),
            ({"a.leadrules": BROKEN}, {"check": "Failed", "fmt": "Passed", "test": "Failed"}, "Did you mean `job_title`?"),
            ({"-a.leadrules": FAILING}, {"check": "Passed", "fmt": "Passed", "test": "Failed"}, "expected fit = 44"),
            ({"notes.txt": "x"}, {"check": "Skipped", "fmt": "Skipped", "test": "Skipped"}, ""),
        ):
            folder = self.repository(files)
            code, passed, said = self.run_hooks(folder)
            self.assertEqual(passed, wanted, said)
            self.assertEqual(code, 1 if "Failed" in wanted.values() else 0)
            self.assertIn(says, said)
            if files.get("a.leadrules") == UNTIDY:
                self.assertEqual((folder / "a.leadrules").read_text(), FIRST)

    def test_a_part_is_checked_in_its_set(self):
        teams = {f"rules/{file.name}": file.read_text() for file in (TOP / "examples/teams").glob("*.leadrules")}
        folder = self.repository(teams)
        commit(folder, {}, "before")
        # Alone this part is fine, and what takes it in is not.
        part = teams["rules/sales.leadrules"].replace("score fit ", "score fitness ")
        write(folder, {"rules/sales.leadrules": part})
        git(folder, "add", "--all")
        code, passed, said = self.run_hooks(folder)
        self.assertEqual(passed["check"], "Failed", said)
        self.assertIn("rules/scoring.leadrules", said)

    def test_what_was_signed_is_left_alone(self):
        folder = self.repository({"a.leadrules": FIRST, "a.signed/sales.leadrules": UNTIDY})
        self.assertEqual(self.run_hooks(folder)[:2], (0, {"check": "Passed", "fmt": "Passed", "test": "Passed"}))

    def test_without_a_mirror(self):
        hook = (TOP / "pre-commit/.pre-commit-hooks.yaml").read_text().split("\n\n")[0].replace("\n", "\n      ")
        needs = f'additional_dependencies: ["leadrules=={VERSION}"]'
        self.assertIn(needs, (TOP / "docs/ci.md").read_text())
        config = f"repos:\n  - repo: local\n    hooks:\n      {hook}\n        {needs}\n"
        folder = self.repository({"a.leadrules": BROKEN})
        write(folder, {".pre-commit-config.yaml": config})
        git(folder, "add", "--all")
        code, passed, said = self.run_hooks(folder)
        self.assertEqual((code, passed), (1, {"check": "Failed"}), said)

    def test_another_folder_can_be_named(self):
        folder = self.repository({"rules/a.leadrules": FIRST, "try/b.leadrules": BROKEN}, ["check"], "        args: [rules]\n")
        self.assertEqual(self.run_hooks(folder)[:2], (0, {"check": "Passed"}))
