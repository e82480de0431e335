"""docs/ci.md shows what is there: the example, all inputs, and a comment as it is made."""

import re
import unittest
from pathlib import Path

import yaml

from made import FIRST, TOP
from test_action import DATA, WITH_DATA, Case

DOCS = (TOP / "docs/ci.md").read_text()


class Docs(Case):
    def test_the_example_is_the_file(self):
        self.assertIn(f"```yaml\n{(TOP / 'examples/ci/github.yml').read_text()}```", DOCS)

    def test_all_inputs_are_there(self):
        listed = re.search(r"\| input \| says \|\n(.*?)\n\n", DOCS, re.S)[1]
        named = {name for line in listed.splitlines() for name in re.findall(r"`([\w-]+)`", line.split("|")[1])} - {"none"}
        self.assertEqual(named, set(yaml.safe_load((TOP / "action.yml").read_text())["inputs"]))

    def test_versions_agree(self):
        version = re.search(r'^version = "(.*)"', (TOP / "Cargo.toml").read_text(), re.M)[1]
        for file, says in (("pre-commit/pyproject.toml", f'version = "{version}"'), ("pre-commit/pyproject.toml", f'"leadrules=={version}"'),
                           ("docs/ci.md", f"rev: v{version}"), ("docs/ci.md", f"leadrules=={version}"),
                           ("examples/ci/gitlab.yml", f"LEADRULES_VERSION: {version}")):
            self.assertIn(says, Path(TOP / file).read_text(), file)

    def test_the_comment_is_a_real_one(self):
        changed = FIRST
        for old, new in (('=> +25 once, because "half of the visitors buy"', '=> +20 once, because "four in ten visitors buy"'),
                         ("interest = 25", "interest = 20"), ("expect stage is Call", "expect stage is Warm")):
            self.assertIn(old, changed)
            changed = changed.replace(old, new)
        pull = self.pull_request({"scoring.leadrules": FIRST, **DATA}, {"scoring.leadrules": changed})
        run = self.run_action(pull, rules="scoring.leadrules", **WITH_DATA)
        self.assertEqual(run.code, 0, run.log)
        shown = "\n".join(line[2:] for line in re.search(r"(?:^>.*\n)+", DOCS, re.M)[0].splitlines())
        body = self.server.comments[0]["body"].split("\n", 1)[1]
        self.assertEqual(shown.strip(), body.strip(), body)
