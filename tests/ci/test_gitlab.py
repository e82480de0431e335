"""The lines of examples/ci/gitlab.yml as GitLab would run them: one script, in bash that stops at the first failure."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

from made import (BROKEN, EVENTS, FAILING, FIRST, LEADS, NEXT, PROGRAM, TOKEN, TOP, UNTIDY, PullRequest, Server, commit, lead_texts)

JOBS = yaml.safe_load((TOP / "examples/ci/gitlab.yml").read_text())


class GitLab(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="leadrules-gitlab-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.server = Server()
        self.addCleanup(self.server.close)
        (self.folder / "bin").mkdir()
        (self.folder / "bin/leadrules").symlink_to(PROGRAM)
        (self.folder / "bin/pip").write_text('#!/bin/sh\necho "pip $*"\n')
        (self.folder / "bin/pip").chmod(0o755)

    def run_job(self, job, pull, token=TOKEN, rules="scoring.leadrules", more=""):
        shared = JOBS[".leadrules"]
        assert JOBS[job]["extends"] == ".leadrules"
        script = "\n".join(shared["before_script"] + JOBS[job]["script"]).replace("leadrules diff", f"leadrules diff {more}")
        variables = {name: str(value) for name, value in shared["variables"].items()} | {
            "RULES": rules, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "CI_API_V4_URL": self.server.url, "CI_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": pull.before, "LANG": "C.UTF-8",
        } | ({"LEADRULES_TOKEN": token} if token else {})
        done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=pull.workspace, env=variables, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertNotIn(TOKEN, done.stdout)
        return done.returncode, done.stdout

    def merge_request(self, before, after):
        pull = PullRequest(Path(tempfile.mkdtemp(dir=self.folder)), before, after, head_only=True)
        done = subprocess.run(["git", "merge-base", pull.head, pull.base], cwd=pull.workspace, text=True, capture_output=True)
        pull.before = done.stdout.strip()
        return pull

    def test_rules_are_checked_and_the_report_is_there(self):
        for text, code, says in ((FIRST, 0, "fine"), (BROKEN, 2, "jobtitle"), (FAILING, 3, "expected fit"), (UNTIDY, 2, "two words")):
            pull = self.merge_request({"two words.leadrules": FIRST}, {"two words.leadrules": text, "x": text})
            ended, said = self.run_job("lead-rules", pull, rules="two words.leadrules")
            self.assertEqual(ended, code, said)
            self.assertIn(says, said)
            self.assertIn("pip install --quiet leadrules==", said)
            report = pull.workspace / JOBS["lead-rules"]["artifacts"]["reports"]["junit"]
            self.assertEqual(report.exists(), text != BROKEN)

    def test_the_note_is_made_once_and_then_updated(self):
        pull = self.merge_request({"scoring.leadrules": FIRST}, {"scoring.leadrules": NEXT})
        self.server.notes.append({"id": 1, "body": "<!-- leadrules -->\nNobody moves.", "author": {"id": 9}})
        for _ in range(2):
            self.assertEqual(self.run_job("lead-moves", pull)[0], 0)
        theirs, ours = self.server.notes
        self.assertEqual(theirs["body"], "<!-- leadrules -->\nNobody moves.")
        self.assertIn("moves can be", ours["body"])
        self.assertIn("moves can be", (pull.workspace / "moves.md").read_text())
        commit(pull.workspace, {"scoring.leadrules": FIRST}, "back")
        self.assertEqual(self.run_job("lead-moves", pull)[0], 0)
        self.assertIn("Both mean the same", self.server.notes[1]["body"])

    def test_leads_are_counted_as_the_docs_say(self):
        more = "--data leads.csv --events events.csv --counts-only"
        self.assertIn(more, (TOP / "docs/ci.md").read_text())
        pull = self.merge_request({"scoring.leadrules": FIRST, "leads.csv": LEADS, "events.csv": EVENTS}, {"scoring.leadrules": NEXT})
        code, said = self.run_job("lead-moves", pull, more=more)
        self.assertEqual(code, 0, said)
        self.assertRegex(self.server.notes[0]["body"], r"\d+ leads move")
        for text in lead_texts():
            self.assertNotIn(text, said + self.server.notes[0]["body"])

    def test_nothing_is_noted_where_nothing_moves_or_no_token_is(self):
        same = self.merge_request({"scoring.leadrules": FIRST}, {"x": "y"})
        self.assertEqual(self.run_job("lead-moves", same)[0], 0)
        pull = self.merge_request({"scoring.leadrules": FIRST}, {"scoring.leadrules": NEXT})
        code, said = self.run_job("lead-moves", pull, token=None)
        self.assertEqual(code, 0, said)
        self.assertIn("There is no LEADRULES_TOKEN here", said)
        new = self.merge_request({"x": "y"}, {"scoring.leadrules": NEXT})
        code, said = self.run_job("lead-moves", new)
        self.assertEqual(code, 0, said)
        self.assertIn("is new", said)
        self.assertEqual(self.server.notes, [])
        # A token that is no longer valid is a failure: somebody wanted the note.
        self.assertNotEqual(self.run_job("lead-moves", pull, token="old")[0], 0)
