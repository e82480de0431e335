"""Every answer of every tool, held to the schema that the tool gives; and the schemas themselves, to the drafts they are written in."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema

EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"
FIRST = "first-hour/first.leadrules"
DATA = {"leads": "first-hour/leads.csv", "events": "first-hour/events.csv", "as_of": "2026-11-23"}
SIGNUPS = {"path": "signups/signups.leadrules", "leads": "signups/signups.csv", "no_events": True, "outcome": "customer"}
RULES = "leadrules 1\nlead { id text key; size integer }\nscore fit { size > 9 => +20 }\n"


class Session:
    def __init__(self, folder, *arguments):
        command = [os.environ["LEADRULES"], "mcp", *arguments]
        self.server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.asked = 0
        info = {"name": "schemas", "version": "1"}
        self.ask("initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": info})
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})
        self.tools = {tool["name"]: tool for tool in self.ask("tools/list", {})["tools"]}

    def send(self, message):
        self.server.stdin.write(json.dumps(message) + "\n")
        self.server.stdin.flush()

    def ask(self, method, params):
        self.asked += 1
        self.send({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params})
        while True:
            message = json.loads(self.server.stdout.readline())
            if message.get("id") == self.asked:
                return message["result"]

    def call(self, tool, arguments):
        jsonschema.Draft202012Validator(self.tools[tool]["inputSchema"]).validate(arguments)
        answer = self.ask("tools/call", {"name": tool, "arguments": arguments})
        assert not answer.get("isError"), (tool, answer)
        jsonschema.Draft202012Validator(self.tools[tool]["outputSchema"]).validate(answer["structuredContent"])
        return answer["structuredContent"]

    def close(self):
        self.server.stdin.close()
        self.server.stdout.close()
        return self.server.wait(60)


class Schemas(unittest.TestCase):
    def each(self, *arguments):
        session = Session(EXAMPLES, *arguments)
        for tool in session.tools.values():
            for schema in (tool["inputSchema"], tool["outputSchema"]):
                jsonschema.Draft202012Validator.check_schema(schema)
        called = set()

        def call(tool, **given):
            called.add(tool)
            return session.call(tool, given)

        for topic in (None, "points", "codes", "LR0706"):
            call("language", **({"topic": topic} if topic else {}))
        call("files")
        call("files", path=FIRST)
        call("files", path="first-hour/leads.csv")
        for leads in ("first-hour/leads.csv", "inbound/leads.csv", "teams/leads.ndjson", "brouwerij/klanten.xlsx"):
            call("init", leads=leads)
        call("init", leads="inbound/leads.csv", events="inbound/events.csv")
        rules = call("files")["rules"]
        for path in rules:
            call("check", path=path)
            call("fix", path=path)
        for path in (FIRST, "inbound/inbound.leadrules", "inbound/forgetful.leadrules", "teams/scoring.leadrules"):
            call("prove", path=path)
        call("check", path=FIRST, **DATA)
        call("check", text="no rules at all")
        call("check", text=RULES + 'promise "a" {\n  never fit > 9\n}\ntest "b" {\n  lead size 10\n  expect fit = 1\n}\n')
        call("fix", text=RULES.replace("=>", "->"), guesses=True)
        top = call("score", path=FIRST, top=50, **DATA)["top"]
        for lead in top[:3]:
            call("explain", path=FIRST, lead=lead["lead"], to="Call", **DATA)
        inbound = {"leads": "inbound/leads.csv", "events": "inbound/events.csv", "as_of": "2026-11-23"}
        call("score", path="inbound/inbound.leadrules", **inbound)
        next_one = {"path": "first-hour/next.leadrules"}
        call("diff", old={"path": FIRST}, new=next_one)
        call("diff", old={"path": FIRST}, new=next_one, data=DATA)
        call("backtest", **SIGNUPS)
        call("suggest", **SIGNUPS)
        self.assertEqual(set(session.tools) - called, {"write"})
        self.assertEqual(session.close(), 0)

    def test_without_leads(self):
        self.each()

    def test_with_leads(self):
        self.each("--show-leads")

    def test_writing(self):
        with tempfile.TemporaryDirectory() as folder:
            session = Session(folder, "--allow-write")
            saved = session.call("write", {"path": "a.leadrules", "text": RULES})
            session.call("write", {"path": "a.leadrules", "text": RULES, "replaces": saved["written"][0]["hash"]})
            self.assertEqual(session.close(), 0)
            self.assertEqual([path.name for path in pathlib.Path(folder).iterdir()], ["a.leadrules"])
