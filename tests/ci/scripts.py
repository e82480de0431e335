"""Writes the shell scripts that stand in YAML into a folder, for shellcheck."""

import shutil
import sys
from pathlib import Path

import yaml

top = Path(__file__).resolve().parents[2]
folder = Path(sys.argv[1])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
scripts = {f"action-{at}": step["run"] for at, step in enumerate(yaml.safe_load((top / "action.yml").read_text())["runs"]["steps"])}
for file in (top / ".github/workflows").glob("*.yml"):
    for job, given in yaml.safe_load(file.read_text())["jobs"].items():
        scripts |= {f"{file.stem}-{job}-{at}": step["run"] for at, step in enumerate(given["steps"]) if "run" in step}
for job, given in yaml.safe_load((top / "examples/ci/gitlab.yml").read_text()).items():
    scripts[f"gitlab{job}"] = "\n".join(given.get("script", given.get("before_script")))
for name, script in scripts.items():
    # Variables come from `env:` and from GitHub; how the shell is started, too.
    (folder / f"{name}.sh").write_text(f"# shellcheck disable=SC2154\nset -eo pipefail\n{script}\n")
