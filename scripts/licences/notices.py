"""Prints the notices (NOTICE, NOTICES) of crates, each text once. In: what `cargo metadata` says."""

import json
import pathlib
import sys

metadata = json.load(sys.stdin)
used = {node["id"] for node in metadata["resolve"]["nodes"]}
notices = {}
for package in metadata["packages"]:
    for file in sorted(pathlib.Path(package["manifest_path"]).parent.glob("NOTICE*")):
        if package["id"] in used:
            notices.setdefault(file.read_text().strip(), []).append(f"{package['name']} {package['version']}")
for text, names in notices.items():
    print(f"{'=' * 100}\nNotice: {', '.join(names)}\n\n{text}\n")
