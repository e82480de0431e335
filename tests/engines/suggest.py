"""How near `leadrules suggest` comes to a plain logistic regression: the figures of docs/suggest.md.

    cargo build --release
    target/statistics/bin/python tests/engines/suggest.py [--data ../shared/data] [--seeds 1,2,3,4,5]

For each data set that is there: a rule file by `leadrules init`, suggestions from it, and scikit-learn's logistic regression
on the same fields (each value of a field a column, numbers standardised, what is missing a column of its own), learnt from
the same leads and tried on the same others. What is not there is skipped. tests/engines/statistics installs what it needs.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

# Fields that are filled in or changed once the outcome is known, and numbers that only name a lead.
SETS = {
    "xeducation": dict(
        file="xeducation/Leads.csv", sep=",", outcome="converted", column="Converted", yes=1, key="Prospect ID",
        missing=["Select"], ignore={
            "lead_number": "Lead Number", "tags": "Tags", "lead_quality": "Lead Quality", "lead_profile": "Lead Profile",
            "asymmetrique_activity_index": "Asymmetrique Activity Index",
            "asymmetrique_profile_index": "Asymmetrique Profile Index",
            "asymmetrique_activity_score": "Asymmetrique Activity Score",
            "asymmetrique_profile_score": "Asymmetrique Profile Score",
            "last_activity": "Last Activity", "last_notable_activity": "Last Notable Activity"}),
    "bank-marketing": dict(
        file="bank-marketing/bank-additional-full.csv", sep=";", outcome="y", column="y", yes="yes", key=None,
        missing=["unknown"], ignore={"duration": "duration"}),
}


def held_out(key, seed, share):
    """As leadrules parts leads: FNV-1a of 64 bits over seed and key, finished as MurmurHash3 is."""
    mask, hashed = (1 << 64) - 1, 0xCBF29CE484222325
    for byte in seed.to_bytes(8, "little") + key.encode():
        hashed = ((hashed ^ byte) * 0x100000001B3) & mask
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        hashed = ((hashed ^ (hashed >> 33)) * factor) & mask
    hashed ^= hashed >> 33
    return (hashed >> 11) / (1 << 53) < share


def regression(path, about, seed):
    data = pd.read_csv(path, sep=about["sep"], na_values=about["missing"], keep_default_na=True)
    if "pdays" in data:
        data["pdays"] = data["pdays"].where(data["pdays"] != 999)
    converted = (data[about["column"]] == about["yes"]).to_numpy()
    keys = data[about["key"]] if about["key"] else [str(row) for row in range(1, len(data) + 1)]
    held = np.array([held_out(key, seed, 0.3) for key in keys])
    fields = data.drop(columns=[about["column"], *about["ignore"].values(), *([about["key"]] if about["key"] else [])])
    numbers = [name for name in fields if pd.api.types.is_numeric_dtype(fields[name])]
    words = [name for name in fields if name not in numbers]
    fields[words] = fields[words].fillna("(missing)")
    model = make_pipeline(
        make_column_transformer(
            (make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler()), numbers),
            (OneHotEncoder(handle_unknown="ignore"), words)),
        LogisticRegression(max_iter=5000))
    model.fit(fields[~held], converted[~held])
    return roc_auc_score(converted[held], model.predict_proba(fields[held])[:, 1]), int(held.sum()), fields.shape[1]


def suggestion(program, path, about, seed, folder):
    rules = folder / "my.leadrules"
    rules.write_text(subprocess.run([program, "init", path], check=True, capture_output=True, text=True).stdout)
    new = folder / "new.leadrules"
    answer = subprocess.run(
        [program, "suggest", rules, path, "--outcome", about["outcome"], "--ignore", ",".join(about["ignore"]), "--seed",
         str(seed), "--format", "json", "-o", new, "--force"], check=True, capture_output=True, text=True).stdout
    subprocess.run([program, "check", new], check=True, capture_output=True)
    subprocess.run([program, "fmt", "--check", new], check=True, capture_output=True)
    answer = json.loads(answer)
    score = next(score for score in answer["after"]["scores"] if score["name"] == answer["score"])
    rules = [rule for rule in answer["after"]["rules"] if rule["score"] == answer["score"]]
    assert all(rule["points"] == int(rule["points"]) for rule in rules), "points are whole"
    return score["area"]["auc"], answer["held_out"], len(rules)


parser = argparse.ArgumentParser()
parser.add_argument("--data", default="../shared/data", type=Path)
parser.add_argument("--program", default="target/release/leadrules")
parser.add_argument("--seeds", default="1,2,3,4,5")
parser.add_argument("--within", type=float, help="fail where the difference is larger")
args = parser.parse_args()
print(f"{'data':15} {'seed':>4} {'held out':>8} {'fields':>6} {'regression':>10} {'suggest':>8} {'difference':>10} {'rules':>5}")
for name, about in SETS.items():
    path = args.data / about["file"]
    if not path.exists():
        print(f"{name:15} skipped: {path} is not there")
        continue
    for seed in map(int, args.seeds.split(",")):
        plain, held, fields = regression(path, about, seed)
        with tempfile.TemporaryDirectory() as folder:
            ours, ours_held, rules = suggestion(args.program, path, about, seed, Path(folder))
        assert held == ours_held, f"the same leads are held out: {held} and {ours_held}"
        print(f"{name:15} {seed:4} {held:8} {fields:6} {plain:10.4f} {ours:8.4f} {ours - plain:+10.4f} {rules:5}")
        assert args.within is None or ours >= plain - args.within, "too far from the regression"
        assert rules <= 25, "too many rules"
