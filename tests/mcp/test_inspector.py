"""The inspector of the protocol, in its mode for the command line, as a client that others made."""

import json
import os
import pathlib
import subprocess
import unittest

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"


def inspect(*arguments):
    """What the inspector says: its exit code, and what it prints as JSON."""
    command = ["node", os.environ["INSPECTOR"], "--cli", os.environ["LEADRULES"], "mcp", ".", *arguments]
    done = subprocess.run(command, cwd=EXAMPLES, capture_output=True, text=True, timeout=120)
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None, done.stderr


def call(tool, *arguments):
    code, answer, said = inspect("--method", "tools/call", "--tool-name", tool, *[p for a in arguments for p in ("--tool-arg", a)])
    assert code == 0, said
    return answer["structuredContent"]


class Inspector(unittest.TestCase):
    def test_lists_the_tools_and_finds_no_fault_in_their_schemas(self):
        code, answer, said = inspect("--method", "tools/list", "--strict")
        self.assertEqual(code, 0, said)
        self.assertLessEqual(len(answer["tools"]), 12)

    def test_calls_tools(self):
        self.assertIn("# The rule language", call("language")["text"])
        self.assertIn("first-hour/first.leadrules", call("files")["rules"])
        self.assertTrue(call("check", "path=first-hour/first.leadrules")["ok"])
        self.assertEqual(call("prove", "path=first-hour/first.leadrules")["scores"][0]["most"]["points"], "45")
        data = ["leads=first-hour/leads.csv", "events=first-hour/events.csv", "as_of=2026-11-23"]
        self.assertEqual(call("score", "path=first-hour/first.leadrules", *data)["leads"], 12)
        old, new = ('{"path": "first-hour/%s.leadrules"}' % name for name in ("first", "next"))
        self.assertFalse(call("diff", f"old={old}", f"new={new}")["same"])

    def test_hears_what_is_refused(self):
        for path in ("/etc/passwd", "../Cargo.toml", "../../x.leadrules"):
            code, answer, _ = inspect("--method", "tools/call", "--tool-name", "check", "--tool-arg", f"path={path}")
            self.assertNotEqual(code, 0)
            self.assertTrue(answer["isError"])
            self.assertIn("\nNext: ", answer["content"][0]["text"])

    def test_reads_resources_and_prompts(self):
        code, listed, said = inspect("--method", "resources/list")
        self.assertEqual(code, 0, said)
        for resource in listed["resources"]:
            self.assertEqual(inspect("--method", "resources/read", "--uri", resource["uri"])[0], 0)
        self.assertEqual(inspect("--method", "resources/templates/list")[0], 0)
        code, prompt, said = inspect("--method", "prompts/get", "--prompt-name", "write_rules", "--prompt-args", "wish=big firms")
        self.assertEqual(code, 0, said)
        self.assertIn("big firms", prompt["messages"][0]["content"]["text"])
