"""action.yml as GitHub would run it: what is annotated, what is said on a pull request, and what is never said."""

import hashlib
import io
import os
import platform
import shutil
import tarfile
import tempfile
import unittest
import unittest.mock
from pathlib import Path

from made import (BROKEN, EVENTS, FAILING, FIRST, LEADS, NEXT, PROGRAM, TOKEN, TOP, UNTIDY, PullRequest, Server, commit, lead_texts,
                  write)
from runner import Action

DATA = {"leads.csv": LEADS, "events.csv": EVENTS}
WITH_DATA = {"leads": "leads.csv", "events": "events.csv", "as-of": "2026-11-23"}


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="leadrules-ci-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.server = Server()
        self.addCleanup(self.server.close)
        self.action = Action(TOP / "action.yml")
        self.made = 0

    def pull_request(self, before, after, **how):
        self.made += 1
        return PullRequest(self.folder / str(self.made), before, after, **how)

    def run_action(self, pull, event="pull_request", workspace=None, **inputs):
        temp = Path(tempfile.mkdtemp(dir=self.folder))
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(temp), "CI": "true", "GITHUB_ACTIONS": "true", "LANG": "C.UTF-8",
            "GITHUB_API_URL": self.server.url, "GITHUB_SERVER_URL": self.server.url, "GITHUB_REPOSITORY": "brewery/rules",
            "GITHUB_RUN_ID": "99", "GITHUB_EVENT_NAME": event, "GITHUB_EVENT_PATH": str(pull.event_path if pull else "/dev/null"),
            "GITHUB_SHA": pull.merged if pull else "",
        }
        github = {"token": TOKEN, "action_repository": "OWNER/leadrules", "event_name": event}
        inputs = {"program": PROGRAM, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        run = self.action.run(workspace or pull.workspace, temp, inputs, environment, github)
        self.assertNotIn(TOKEN, run.log + run.summary)
        return run

    def said(self, run, level, text):
        found = [one for one in run.annotations if one["level"] == level and text in one["text"] + one.get("title", "")]
        self.assertTrue(found, f"{level} {text}: {run.annotations}\n{run.log}")
        return found[0]

    def silent(self, run):
        """Nothing of a lead is in the log, the summary or a comment."""
        public = run.log + run.summary + "".join(comment["body"] for comment in self.server.comments)
        for text in lead_texts():
            self.assertNotIn(text, public)


class Rules(Case):
    def test_what_is_wrong_is_annotated_at_its_place(self):
        pull = self.pull_request({"sub/a.leadrules": FIRST}, {"sub/a.leadrules": BROKEN})
        for rules in ("sub/a.leadrules", "sub", "."):
            run = self.run_action(pull, rules=rules)
            self.assertEqual(run.code, 2, run.log)
            one = self.said(run, "error", "there is no field `jobtitle`")
            self.assertEqual((one["file"], one["line"]), ("sub/a.leadrules", "43"))
            self.assertIn("they have errors", run.summary)
        self.assertEqual(self.server.comments, [])

    def test_a_failing_test_is_annotated_and_reported(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": FAILING})
        run = self.run_action(pull, junit="out.xml")
        self.assertEqual(run.code, 3, run.log)
        self.assertEqual(self.said(run, "error", "expected fit = 44")["file"], "a.leadrules")
        self.assertIn("<failure", (pull.workspace / "out.xml").read_text())
        # Written over by the next run.
        self.assertEqual(self.run_action(pull, junit="out.xml").code, 3)

    def test_what_is_not_canonical_is_annotated(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": UNTIDY})
        run = self.run_action(pull)
        self.assertEqual(run.code, 2, run.log)
        self.said(run, "error", "not in canonical form")
        # Nothing moves: nothing is said on the pull request.
        self.assertIn("No rule says anything else", run.summary)
        self.assertEqual(self.server.comments, [])

    def test_no_rules_and_no_such_file_are_said(self):
        pull = self.pull_request({"readme.txt": "x"}, {"readme.txt": "y"})
        self.said(self.run_action(pull), "error", "there is no .leadrules file")
        run = self.run_action(pull, rules="gone.leadrules")
        self.assertEqual(run.code, 1)
        self.said(run, "error", "can't read gone.leadrules")

    def test_nothing_is_compared_on_a_push_unless_asked(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": NEXT})
        run = self.run_action(pull, event="push")
        self.assertEqual((run.code, run.summary), (0, ""), run.log)
        run = self.run_action(pull, event="push", base="HEAD^1")
        self.assertIn("moves can be", run.summary)
        self.said(self.run_action(pull, event="push", base="--output=x"), "error", "fetch-depth")
        self.assertEqual(self.server.comments, [])

    def test_names_are_names(self):
        hostile = ["two words", "$(touch pwned)", "`touch pwned`;", "a'b\"c", "-n", "::error::x", "a:b", "a%0Ab,c=d", "*"]
        files = {f"rules/{name}.leadrules": FIRST for name in hostile}
        changed = {name: NEXT for name in files}
        pull = self.pull_request(files, changed)
        for rules in (".", "\n".join(files)):
            run = self.run_action(pull, rules=rules)
            self.assertEqual(run.code, 0, run.log)
            self.assertEqual(run.annotations, [], run.log)
            self.assertEqual(run.summary.count("\n### What can move"), len(files), run.summary)
        self.assertFalse((pull.workspace / "pwned").exists())
        write(pull.workspace, {name: UNTIDY for name in files})
        run = self.run_action(pull)
        self.assertEqual(sorted(one["file"] for one in run.annotations), sorted(files))
        write(pull.workspace, {name: BROKEN for name in files})
        run = self.run_action(pull)
        self.assertEqual(sorted(one["file"] for one in run.annotations), sorted(files))

    def test_at_the_top_of_a_repository_names_are_names_too(self):
        files = {"::warning::x.leadrules": FIRST, "-q.leadrules": FIRST}
        pull = self.pull_request(files, {name: BROKEN for name in files})
        run = self.run_action(pull, rules="\n".join(files))
        self.assertEqual([one["level"] for one in run.annotations], ["error", "error"], run.log)

    def test_texts_are_no_commands(self):
        hostile = FIRST.replace('"own staff"', '"x\\n::add-mask::y"').replace(
            "half of the visitors buy", "::set-output name=a::b %0A::error::no")
        hostile += '\ntest "::error::x, line=1 %0A::add-path::/tmp" {\n  lead country Belgium\n  expect fit = 1\n}\n'
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": hostile})
        run = self.run_action(pull)
        failed = self.said(run, "error", "expected fit = 1")
        self.assertIn("::add-path::/tmp", failed["title"])
        self.assertNotIn("line=1 ", failed.get("line", ""))
        self.said(self.run_action(pull, rules="##[add-mask]x"), "error", "can't read ##[add-mask]x")
        # As a text for people, too: here the lines are those of the program's standard error.
        unread = self.pull_request({"::error::a.leadrules": FIRST}, {"::error::a.leadrules": "leadrules 1\n::error::x\n"})
        run = self.run_action(unread, rules="::error::a.leadrules")
        self.assertTrue(all(one.get("file") == "::error::a.leadrules" for one in run.annotations), run.annotations)


class Token(Case):
    def test_no_step_that_starts_the_program_has_the_token(self):
        for step in self.action.parsed["runs"]["steps"]:
            has = any("github.token" in str(value) for value in step["env"].values())
            self.assertEqual(has, "PROGRAM" not in step["env"], step["name"])


class Moves(Case):
    def test_the_comment_is_made_once_and_then_updated(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": NEXT})
        run = self.run_action(pull)
        self.assertEqual(run.code, 0, run.log)
        [comment] = self.server.comments
        self.assertTrue(comment["body"].startswith("<!-- leadrules "))
        for says in ("## Lead rules", "**`a.leadrules`**", "Lead to Call", "+ prices => +20"):
            self.assertIn(says, comment["body"])
            self.assertIn(says, run.summary)
        first = comment["body"]
        commit(pull.workspace, {"a.leadrules": NEXT.replace("+20 once", "+21 once").replace("fit = 45 and interest = 20", "fit = 45")},
               "more")
        self.assertEqual(self.run_action(pull, base=pull.base).code, 0)
        [comment] = self.server.comments
        self.assertNotEqual(comment["body"], first)
        # Taken back: the comment says so. Other rules have a comment of their own.
        commit(pull.workspace, {"a.leadrules": FIRST, "b.leadrules": NEXT}, "back")
        self.run_action(pull, base=pull.base, rules=".")
        self.assertEqual(len(self.server.comments), 1)
        self.assertIn("These rules are new", comment["body"])
        commit(pull.workspace, {"b.leadrules": None}, "back")
        self.run_action(pull, base=pull.base)
        self.assertIn("No rule says anything else than before", comment["body"])
        self.run_action(pull, base="HEAD~3", rules="a.leadrules")
        self.assertEqual(len(self.server.comments), 2 if len(self.server.comments) > 1 else 1)
        # Broken: it does not go on saying what was.
        commit(pull.workspace, {"a.leadrules": BROKEN}, "broken")
        self.run_action(pull, base=pull.base)
        self.assertIn("they have errors", comment["body"])

    def test_what_people_write_is_never_written_over(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": NEXT})
        self.run_action(pull)
        marker = self.server.comments[0]["body"].splitlines()[0]
        theirs = {"user": {"login": "eve", "type": "User"}, "body": f"{marker}\nNobody moves."}
        self.server.comments[:] = [{"id": 1, **theirs}, {"id": 2, "user": None, "body": None} | {"user": {"type": "Bot"}}]
        self.run_action(pull)
        self.assertEqual(self.server.comments[0]["body"], theirs["body"])
        self.assertEqual(len(self.server.comments), 3)
        # It is found among many.
        many = [{"id": n + 1, "user": {"type": "User"}, "body": "yes"} for n in range(250)]
        self.server.comments[:] = [*many, {"id": 251, "user": self.server.author, "body": f"{marker}\nold"}]
        self.run_action(pull)
        self.assertEqual(len(self.server.comments), 251)
        self.assertIn("moves can be", self.server.comments[250]["body"])

    def test_without_the_right_to_comment_there_is_the_summary(self):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": NEXT}, fork=True)
        for status, level in ((403, "notice"), (404, "notice"), (502, "warning")):
            self.server.refuse = status
            run = self.run_action(pull)
            self.assertEqual(run.code, 0, run.log)
            self.said(run, level, "summary of the run")
            self.assertIn("moves can be", run.summary)
        self.server.refuse = None
        self.run_action(pull, comment="false")
        self.assertEqual(self.server.comments, [])
        calls = len(self.server.calls)
        self.run_action(pull, event="pull_request_target")
        self.assertEqual(len(self.server.calls), calls)

    def test_a_long_comment_points_to_the_summary(self):
        many = "".join(f"  company is \"{n:04}{'x' * 60}\" => +1\n" for n in range(900))
        rules = FIRST.replace("score fit 0..50, by sales {\n", f"score fit 0..50, by sales {{\n{many}")
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": rules})
        run = self.run_action(pull)
        [comment] = self.server.comments
        self.assertLess(len(comment["body"]), 1000)
        self.assertIn("/brewery/rules/actions/runs/99", comment["body"])
        self.assertGreater(len(run.summary), 60000)

    def test_renamed_new_and_mended_rules(self):
        before = {"old name.leadrules": FIRST, "broken.leadrules": BROKEN}
        after = {"old name.leadrules": None, "sub/new name.leadrules": NEXT, "broken.leadrules": FIRST, "sub/more.leadrules":
                 "leadrules 1\n\nlead {\n  id  text key\n}\n\nscore a 0..1 {\n  id is known  => +1\n}\n"}
        run = self.run_action(self.pull_request(before, after))
        self.assertEqual(run.code, 0, run.log)
        self.assertRegex(run.summary, r"`sub/new name.leadrules`\*\*\n\n### What can move")
        self.assertRegex(run.summary, r"`sub/more.leadrules`\*\*\n\nThese rules are new")
        self.assertRegex(run.summary, r"`broken.leadrules`\*\*\n\nThe rules had errors before")

    def test_sets_are_compared_with_what_they_take_in(self):
        teams = {f"rules/{file.name}": file.read_text() for file in (TOP / "examples/teams").glob("*.leadrules")}
        part = {"rules/sales.leadrules": teams["rules/sales.leadrules"].replace("software                => +15",
                                                                               "software                => +16")}
        self.assertNotEqual(part["rules/sales.leadrules"], teams["rules/sales.leadrules"])
        run = self.run_action(self.pull_request(teams, part), rules="rules")
        self.assertEqual(run.summary.count("**`"), 1, run.summary)
        self.assertIn("**`rules/scoring.leadrules`**", run.summary)

    def test_the_base_is_found_in_copies_of_all_kinds(self):
        rules = {"a.leadrules": FIRST}, {"a.leadrules": NEXT}
        wanted = self.run_action(self.pull_request(*rules)).summary
        self.assertIn("moves can be", wanted)
        for how in ({"depth": 2}, {"depth": 1}, {"head_only": True}):
            run = self.run_action(self.pull_request(*rules, **how))
            self.assertEqual(run.summary, wanted, f"{how}: {run.log}")
        # Where it can't be fetched either, the way out is named.
        pull = self.pull_request(*rules, depth=1)
        shutil.rmtree(self.folder / str(self.made) / "origin")
        run = self.run_action(pull)
        self.assertEqual(run.code, 1)
        self.said(run, "error", "fetch-depth: 0")


class Data(Case):
    def test_only_numbers_of_leads_are_published(self):
        pull = self.pull_request({"a.leadrules": FIRST, **DATA}, {"a.leadrules": NEXT})
        run = self.run_action(pull, rules="a.leadrules", **WITH_DATA)
        self.assertEqual(run.code, 0, run.log)
        self.said(run, "warning", "1 of 11 values of `email` does not fit")
        self.assertIn("**3 leads move", self.server.comments[0]["body"])
        self.silent(run)

    def test_data_that_cannot_be_used_is_not_quoted(self):
        rules = {"a.leadrules": FIRST}, {"a.leadrules": NEXT}
        for name, leads in (("headless", LEADS.split("\n", 1)[1]), ("other", LEADS.replace("Employees", "An Peeters")),
                            ("open", LEADS + '13,"Peeters,x\n'), ("events", EVENTS), ("json", '[{"Lead ID": "An Peeters", ')):
            with self.subTest(name):
                pull = self.pull_request({"leads.csv": leads, "events.csv": EVENTS, **rules[0]}, rules[1])
                run = self.run_action(pull, rules="a.leadrules", **WITH_DATA)
                self.silent(run)
                if name != "open":
                    self.assertNotEqual(run.code, 0, run.log)
                    self.assertTrue(run.annotations)

    def test_too_many_leads_fail_the_run_and_are_still_said(self):
        pull = self.pull_request({"a.leadrules": FIRST, **DATA}, {"a.leadrules": NEXT})
        run = self.run_action(pull, rules="a.leadrules", capacity="Warm=5\nCall=1", **WITH_DATA)
        self.assertEqual(run.code, 3, run.log)
        self.assertEqual(self.said(run, "error", "more leads than can be handled")["text"], "Warm: 6 leads, room for 5")
        self.assertIn("5, 1 too many", self.server.comments[0]["body"])
        self.silent(run)
        run = self.run_action(pull, rules="a.leadrules", capacity="Warm=5\nLead=3", **WITH_DATA)
        self.said(run, "error", "Warm: 6 leads, room for 5\nLead: 4 leads, room for 3")
        self.assertEqual(self.run_action(pull, rules="a.leadrules", capacity="Warm=6", **WITH_DATA).code, 0)
        run = self.run_action(pull, rules="a.leadrules", capacity="Warm=6")
        self.assertEqual(run.code, 1)
        self.said(run, "error", "name them with the input leads")
        self.said(self.run_action(pull, rules="a.leadrules", capacity="Wram=6", **WITH_DATA), "error", "there is no stage `Wram`")

    def test_leads_that_a_fork_lacks_are_left_out(self):
        rules = {"a.leadrules": FIRST}, {"a.leadrules": NEXT}
        run = self.run_action(self.pull_request(*rules, fork=True), rules="a.leadrules", capacity="Warm=5", **WITH_DATA)
        self.assertEqual(run.code, 0, run.log)
        self.said(run, "notice", "comes from a fork")
        self.assertIn("moves can be", run.summary)
        run = self.run_action(self.pull_request(*rules), rules="a.leadrules", **WITH_DATA)
        self.assertEqual(run.code, 1)
        self.said(run, "error", "there is no such file")

    def test_without_events_is_said_so(self):
        pull = self.pull_request({"a.leadrules": FIRST, **DATA}, {"a.leadrules": NEXT})
        run = self.run_action(pull, rules="a.leadrules", leads="leads.csv")
        self.assertEqual(run.code, 1)
        self.said(run, "error", "--no-events")
        self.assertEqual(self.run_action(pull, rules="a.leadrules", leads="leads.csv", events="none").code, 0)

    def test_the_stage_before(self):
        kept = FIRST.replace("interest >= 10 => Warm", "interest >= 10 => Warm, kept while fit >= 20")
        pull = self.pull_request({"a.leadrules": FIRST, **DATA}, {"a.leadrules": kept})
        self.assertEqual(self.run_action(pull, rules="a.leadrules", previous="none", **WITH_DATA).code, 0)


class Install(Case):
    TARGET = f"{platform.machine()}-unknown-linux-gnu"

    def released(self, version, sums=None, target=TARGET):
        archive = f"leadrules-{version}-{target}.tar.gz"
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as tar:
            script = b"#!/bin/sh\n[ \"$1\" != --version ] || { echo released; exit; }\n" + f'exec "{PROGRAM}" "$@"\n'.encode()
            member = tarfile.TarInfo(f"leadrules-{version}-{target}/leadrules")
            member.size, member.mode = len(script), 0o755
            tar.addfile(member, io.BytesIO(script))
        packed = packed.getvalue()
        sums = sums or f"{'0' * 64}  other.tar.gz\n{hashlib.sha256(packed).hexdigest()}  {archive}\n"
        at = f"/OWNER/leadrules/releases/download/v{version}"
        self.server.files |= {f"{at}/{archive}": packed, f"{at}/SHA256SUMS": sums.encode()}
        return archive

    def install(self, **inputs):
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": FIRST})
        return self.run_action(pull, program="", **inputs)

    def test_the_version_of_the_action_is_installed(self):
        version = next(line.split('"')[1] for line in (TOP / "Cargo.toml").read_text().splitlines() if line.startswith("version = "))
        self.released(version)
        run = self.install()
        self.assertEqual(run.code, 0, run.log)
        self.assertIn("released", run.log)
        self.assertTrue((Path(run.path.strip()) / "leadrules").is_file())

    def test_another_version_is_installed(self):
        self.released("1.2.3-rc.1")
        for version in ("1.2.3-rc.1", "v1.2.3-rc.1"):
            self.assertEqual(self.install(version=version).code, 0)

    def test_on_a_system_of_another_kind(self):
        """A machine that calls itself a Mac, and one whose library is musl."""
        for name, says, target in (("uname", 'case $1 in -s) echo Darwin ;; *) echo arm64 ;; esac', "aarch64-apple-darwin"),
                                   ("ldd", "echo 'musl libc (x86_64)' >&2; exit 1", self.TARGET.replace("gnu", "musl")),
                                   ("uname", "echo SunOS", None)):
            self.released("2.0.0", target=target or self.TARGET)
            folder = Path(tempfile.mkdtemp(dir=self.folder))
            write(folder, {name: f"#!/bin/sh\n{says}\n"})
            (folder / name).chmod(0o755)
            with unittest.mock.patch.dict(os.environ, {"PATH": f"{folder}:{os.environ['PATH']}"}):
                run = self.install(version="2.0.0")
            if target:
                self.assertEqual(run.code, 0, run.log)
            else:
                self.said(run, "error", "there is no program for SunOS")
            self.server.files.clear()

    def test_what_is_not_what_it_should_be_is_not_run(self):
        archive = self.released("1.0.0", f"{'0' * 64}  leadrules-1.0.0-{self.TARGET}.tar.gz\n")
        run = self.install(version="1.0.0")
        self.said(run, "error", "damaged or exchanged")
        self.assertEqual((run.code, run.path), (1, ""))
        self.assertNotIn("released", run.log)
        self.released("1.0.0", f"{'0' * 64}  {archive}.sig\n")
        self.said(self.install(version="1.0.0"), "error", "has no line")
        self.said(self.install(version="9.9.9"), "error", "can't be downloaded")
        for wrong in ("$(touch x)", "1.0/../../x", "a b"):
            self.said(self.install(version=wrong), "error", "no version")
        pull = self.pull_request({"a.leadrules": FIRST}, {"a.leadrules": FIRST})
        self.said(self.run_action(pull, program="nowhere"), "error", "nothing that can be run")
