"""How good `leadrules suggest` is: the figures of docs/suggest.md.

    cargo build --release
    target/statistics/bin/python tests/engines/suggest.py [--data ../shared/data] [--seeds 1,2,3,4,5] [--only regression,shuffled,time,events,speed]

The parts:

- `regression`: for each data set that is there, a rule file by `leadrules init`, suggestions from it, and scikit-learn's
  logistic regression on the same fields (each value of a field a column, numbers standardised, what is missing a column of its
  own), learnt from the same leads and tried on the same others.
- `shuffled`: the same data and the made-up log, twenty times with the outcomes shuffled: nothing may be suggested.
- `time`: the bank's calls in the order in which they were made, learnt from the first 70 %, tried on the rest.
- `events`: made-up leads whose only signal is in what they did: visits that count less the older they are, downloads up to
  three, a webinar that fades; mails and what is done after the decision say nothing or would give it away. Held against the
  chance that each lead was given.
- `speed`: 100,000 such leads with about a million events.

What is not there is skipped. tests/engines/statistics installs what it needs.
"""

import argparse
import calendar
import json
import math
import os
import subprocess
import tempfile
import time
from datetime import datetime, timedelta
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


def proposed(program, rules, leads, outcome, *more):
    """What is suggested, or none where nothing is; and what it reaches."""
    call = [program, "suggest", rules, leads, "--outcome", outcome, "--format", "json", *more]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode and "nothing to suggest" in done.stderr:
        return None
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    score = next(score for score in answer["after"]["scores"] if score["name"] == answer["score"])
    rules = [rule for rule in answer["after"]["rules"] if rule["score"] == answer["score"]]
    assert all(rule["points"] == int(rule["points"]) for rule in rules), "points are whole"
    assert len(rules) <= 25, "too many rules"
    return score["area"]["auc"], answer, rules


def started(program, leads, folder):
    rules = folder / "my.leadrules"
    rules.write_text(subprocess.run([program, "init", leads], check=True, capture_output=True, text=True).stdout)
    return rules


def suggestion(program, path, about, ignored, seed, folder):
    new = folder / "new.leadrules"
    auc, answer, rules = proposed(
        program, started(program, path, folder), path, about["outcome"], "--ignore", ",".join(ignored), "--seed", str(seed),
        "-o", new, "--force")
    subprocess.run([program, "check", new], check=True, capture_output=True)
    subprocess.run([program, "fmt", "--check", new], check=True, capture_output=True)
    return auc, answer["held_out"], len(rules)


MACRO = {"emp_var_rate": "emp.var.rate", "cons_price_idx": "cons.price.idx", "cons_conf_idx": "cons.conf.idx",
         "euribor3m": "euribor3m", "nr_employed": "nr.employed"}


def against_regression(args):
    print(f"{'data':24} {'seed':>4} {'held out':>8} {'fields':>6} {'regression':>10} {'suggest':>8} {'difference':>10} {'rules':>5}")
    for name, about in SETS.items():
        path = args.data / about["file"]
        if not path.exists():
            print(f"{name:24} skipped: {path} is not there")
            continue
        variants = [(name, about["ignore"])]
        if name == "bank-marketing":
            variants.append((f"{name}, no macro", about["ignore"] | MACRO))
        for title, ignored in variants:
            reached = []
            for seed in map(int, args.seeds.split(",")):
                plain, held, fields = regression(path, about | {"ignore": ignored}, seed)
                with tempfile.TemporaryDirectory() as folder:
                    ours, ours_held, rules = suggestion(args.program, path, about, ignored, seed, Path(folder))
                assert held == ours_held, f"the same leads are held out: {held} and {ours_held}"
                reached.append((plain, ours))
                print(f"{title:24} {seed:4} {held:8} {fields:6} {plain:10.4f} {ours:8.4f} {ours - plain:+10.4f} {rules:5}")
                assert args.within is None or ours >= plain - args.within, "too far from the regression"
            plain, ours = np.mean(reached, axis=0)
            print(f"{title:24} mean {'':8} {'':6} {plain:10.4f} {ours:8.4f} {ours - plain:+10.4f}")


RULES = """leadrules 1

lead {
  id       text key
  decided  date, outcome
  won      yes/no, outcome
  truth    number, outcome
}

events {
  visit        { page text }
  download
  webinar      { minutes integer }
  mail_opened
}

score heat 0..100 {
}
"""


def made_up(folder, leads, seed):
    """Leads that are decided upon one after the other, and what each did before and after; the chance that each was given."""
    dice, start = np.random.default_rng(seed), datetime(2025, 1, 1)
    (folder / "my.leadrules").write_text(RULES)
    with open(folder / "leads.csv", "w") as of_leads, open(folder / "events.csv", "w") as of_events:
        of_leads.write("id,decided,won,truth\n")
        of_events.write("lead,event,time,minutes,page\n")
        for lead in range(leads):
            decided = start + timedelta(days=int(dice.integers(200, 560)))

            def did(kind, age, minutes="", page=""):
                when = decided - timedelta(days=float(age), seconds=1)
                of_events.write(f"L{lead},{kind},{when:%Y-%m-%dT%H:%M:%S},{minutes},{page}\n")

            warm = 0.0
            for age in dice.exponential(60, dice.poisson(dice.gamma(1, 6))):
                if age <= 190:
                    warm += 0.5 ** (age / 40)
                    did("visit", age, page=dice.choice(["/pricing", "/blog", "/docs"], p=[0.2, 0.5, 0.3]))
            downloads = dice.poisson(1)
            for age in dice.uniform(0, 190, downloads):
                did("download", age)
            webinar = 0.0
            if dice.random() < 0.3:
                age = dice.uniform(0, 180)
                webinar = 0.5 ** (age / 30)
                did("webinar", age, minutes=int(dice.integers(5, 60)))
            for age in dice.uniform(0, 190, dice.poisson(2)):
                did("mail_opened", age)
            odds = -3.2 + 0.55 * min(warm, 6) + 0.45 * min(downloads, 3) + 1.4 * webinar
            truth = 1 / (1 + math.exp(-odds))
            won = dice.random() < truth
            for _ in range(6 if won else 0):
                did("visit", -dice.uniform(1, 30), page="/docs")
            of_leads.write(f"L{lead},{decided:%Y-%m-%d},{'yes' if won else 'no'},{truth:.6f}\n")


def of_events(args):
    print(f"{'made-up events':24} {'seed':>4} {'held out':>8} {'truth':>17} {'suggest':>8} {'difference':>10} {'rules':>5}")
    for seed in map(int, args.seeds.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            made_up(folder, 10_000, seed)
            auc, answer, rules = proposed(
                args.program, folder / "my.leadrules", folder / "leads.csv", "won", "--events", folder / "events.csv", "--at",
                "decided")
            leads = pd.read_csv(folder / "leads.csv")
            held = leads[leads["decided"] >= answer["course"][1]["from"]]
            truth = roc_auc_score(held["won"] == "yes", held["truth"])
        print(f"{'':24} {seed:4} {answer['held_out']:8} {truth:17.4f} {auc:8.4f} {auc - truth:+10.4f} {len(rules):5}")
        assert auc >= truth - 0.01, "too far from the truth"


def of_shuffled(args):
    def count(name, leads, column, outcome, rules, *more):
        found = 0
        for seed in range(20):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "leads.csv"
                again = leads.copy()
                again[column] = np.random.default_rng(seed).permutation(again[column].to_numpy())
                again.to_csv(path, index=False)
                found += proposed(args.program, rules, path, outcome, *more) is not None
        print(f"{name:24} outcomes shuffled 20 times: {found} times something is suggested")
        assert found <= 1, "rules from noise"

    for name, about in SETS.items():
        path = args.data / about["file"]
        if path.exists():
            with tempfile.TemporaryDirectory() as folder:
                rules = started(args.program, path, Path(folder))
                count(name, pd.read_csv(path, sep=about["sep"], keep_default_na=False), about["column"], about["outcome"], rules)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        made_up(folder, 5_000, 1)
        count("made-up events", pd.read_csv(folder / "leads.csv"), "won", "won", folder / "my.leadrules", "--events",
              folder / "events.csv", "--at", "decided")


def in_order(args):
    path = args.data / SETS["bank-marketing"]["file"]
    if not path.exists():
        return
    calls = pd.read_csv(path, sep=";", keep_default_na=False)
    # The calls stand in the order in which they were made, from May 2008 on; each says its month.
    names = [name.lower() for name in calendar.month_abbr]
    year, last, days = 2008, 0, []
    for _, run in calls.groupby((calls["month"] != calls["month"].shift()).cumsum(), sort=False):
        month = names.index(run["month"].iloc[0])
        year, last = year + (month < last), month
        length = calendar.monthrange(year, month)[1]
        days += [f"{year}-{month:02}-{1 + at * length // len(run):02}" for at in range(len(run))]
    calls.insert(0, "called_on", days)
    with tempfile.TemporaryDirectory() as folder:
        leads = Path(folder) / "leads.csv"
        calls.to_csv(leads, index=False)
        rules = started(args.program, leads, Path(folder))
        for title, ignored in (("with macro", ["duration"]), ("no macro", ["duration", *MACRO])):
            auc, answer, rules_of = proposed(
                args.program, rules, leads, "y", "--at", "called_on", "--ignore", ",".join(ignored))
            print(f"{'bank, in time, ' + title:24} held out {answer['held_out']}: AUC {auc:.4f}, {len(rules_of)} rules")
            for part in answer["course"]:
                print(f"{'':24} {part['from']} to {part['to']}: {part['after']:.3f}")


def of_speed(args):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        made_up(folder, 100_000, 1)
        events = sum(1 for _ in open(folder / "events.csv")) - 1
        for title, more in (("at their moments", ["--at", "decided"]), ("as of one instant", ["--as-of", "2026-12-01"])):
            began = time.monotonic()
            call = [args.program, "suggest", folder / "my.leadrules", folder / "leads.csv", "--outcome", "won", "--events",
                    folder / "events.csv", "--format", "json", *more]
            with open(os.devnull, "w") as nowhere:
                process = subprocess.Popen(call, stdout=nowhere)
                _, code, used = os.wait4(process.pid, 0)
            took = time.monotonic() - began
            assert code == 0
            print(f"100,000 leads, {events:,} events, {title}: {took:.1f} s, {used.ru_maxrss / 2**20:.2f} GiB")


parser = argparse.ArgumentParser()
parser.add_argument("--data", default="../shared/data", type=Path)
parser.add_argument("--program", default="target/release/leadrules")
parser.add_argument("--seeds", default="1,2,3,4,5")
parser.add_argument("--within", type=float, help="fail where the difference to the regression is larger")
parser.add_argument("--only", default="regression", help="which parts")
args = parser.parse_args()
PARTS = {"regression": against_regression, "shuffled": of_shuffled, "time": in_order, "events": of_events, "speed": of_speed}
for part in args.only.split(","):
    PARTS[part](args)
