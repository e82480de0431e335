"""The part of GitHub's runner that action.yml needs: a step's environment from its expressions, its files, its log.

Steps run one after the other with the shell that GitHub runs them with. An expression that is not known here is an error: what the
action may say is small, and stays so."""

import dataclasses
import os
import re
import subprocess
from pathlib import Path

import yaml

SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]


@dataclasses.dataclass
class Run:
    """What became of a run: how it ended, all that was logged, what the runner obeyed of it, and the files."""

    code: int = 0
    log: str = ""
    annotations: list = dataclasses.field(default_factory=list)
    summary: str = ""
    path: str = ""
    outputs: dict = dataclasses.field(default_factory=dict)


def unescaped(text, more=()):
    for mark, spelt in (*more, ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(spelt, mark)
    return text


def annotations(log):
    """The annotations in a log, as the runner finds them: lines that begin with `::`, unless commands are stopped."""
    found, stop = [], None
    for line in log.splitlines():
        line = line.lstrip()
        if stop is not None:
            stop = None if line == f"::{stop}::" else stop
            continue
        match = re.match(r"::([\w-]+)(?: (.*?))?::(.*)", line)
        if not match:
            # The older way to write a command, which is found anywhere in a line.
            assert "##[" not in line, f"the runner would obey: {line}"
            continue
        command, properties, text = match.groups()
        if command == "stop-commands":
            stop = text
        elif command in ("error", "warning", "notice"):
            pairs = (pair.split("=", 1) for pair in (properties or "").split(",") if pair)
            properties = {name: unescaped(value, ((":", "%3A"), (",", "%2C"))) for name, value in pairs}
            found.append({"level": command, **properties, "text": unescaped(text)})
        elif command not in ("group", "endgroup"):
            raise AssertionError(f"the runner would obey: {line}")
    return found


class Action:
    def __init__(self, file):
        self.file = Path(file)
        self.parsed = yaml.safe_load(self.file.read_text())

    def scripts(self):
        return {step["name"]: step["run"] for step in self.parsed["runs"]["steps"]}

    def run(self, workspace, temp, inputs, environment, github):
        """Runs all steps. `environment` is what the runner sets for every step, `github` the values of that context."""
        unknown = set(inputs) - set(self.parsed["inputs"])
        assert not unknown, unknown
        values = {f"inputs.{name}": str(given.get("default", "")) for name, given in self.parsed["inputs"].items()}
        values |= {f"inputs.{name}": value for name, value in inputs.items()} | {f"github.{n}": v for n, v in github.items()}
        run = Run()
        for number, step in enumerate(self.parsed["runs"]["steps"]):
            assert step["shell"] == "bash" and "${{" not in step["run"], step["name"]
            if not self.holds(step.get("if"), values, run):
                continue
            files = {name: Path(temp) / f"{name}-{number}" for name in ("output", "path", "step_summary")}
            for file in files.values():
                file.write_text("")
            script = Path(temp) / f"step-{number}.sh"
            script.write_text(step["run"])
            env = dict(environment) | {f"GITHUB_{name.upper()}": str(file) for name, file in files.items()}
            env |= {"GITHUB_ACTION_PATH": str(self.file.parent), "RUNNER_TEMP": str(temp), "GITHUB_WORKSPACE": str(workspace)}
            env |= {name: self.value(text, values) for name, text in step.get("env", {}).items()}
            done = subprocess.run([*SHELL, script], cwd=workspace, env=env, text=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, errors="replace", timeout=100)
            run.log += done.stdout
            run.code = run.code or done.returncode
            run.summary += files["step_summary"].read_text()
            run.path += files["path"].read_text()
            for line in files["output"].read_text().splitlines():
                name, value = line.split("=", 1)
                values[f"steps.{step.get('id')}.outputs.{name}"] = value
                run.outputs[name] = value
        run.annotations = annotations(run.log)
        return run

    @staticmethod
    def value(text, values):
        match = re.fullmatch(r"\$\{\{ ([\w.-]+) \}\}", text)
        assert match, text
        name = match[1]
        assert name in values or name.startswith("steps."), name
        return values.get(name, "")

    def holds(self, condition, values, run):
        if condition is None:
            return run.code == 0
        match = re.fullmatch(r"\$\{\{ !cancelled\(\) && (.*) \}\}", condition)
        assert match, condition
        for part in match[1].split(" && "):
            name, sign, text = re.fullmatch(r"([\w.-]+) (==|!=) '(.*)'", part).groups()
            if (self.value(f"${{{{ {name} }}}}", values) == text) != (sign == "=="):
                return False
        return True
