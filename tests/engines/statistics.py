"""Intervals, areas and curves by scipy and statsmodels, for tests/it/statistics.rs: a list of jobs on standard input, the
answers on standard output, both JSON. The variance of an area is reckoned from all pairs, as DeLong and others wrote it."""

import json
import sys

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.proportion import proportion_confint


def rate(job):
    alpha = 1 - job["confidence"]
    low, high = proportion_confint(job["conversions"], job["leads"], alpha=alpha, method="wilson")
    scipy = stats.binomtest(job["conversions"], job["leads"]).proportion_ci(job["confidence"], method="wilson")
    assert abs(scipy.low - low) < 1e-9 and abs(scipy.high - high) < 1e-9, "scipy and statsmodels differ"
    return {"low": low, "high": high}


def area(job):
    points, converted = np.array(job["points"], dtype=float), np.array(job["converted"], dtype=bool)
    won, lost = points[converted], points[~converted]
    auc = stats.mannwhitneyu(won, lost).statistic / (len(won) * len(lost))
    pairs = (won[:, None] > lost[None, :]) + 0.5 * (won[:, None] == lost[None, :])
    variance = np.var(pairs.mean(axis=1), ddof=1) / len(won) + np.var(pairs.mean(axis=0), ddof=1) / len(lost)
    half = stats.norm.ppf(0.5 + job["confidence"] / 2) * np.sqrt(variance)
    fit = sm.Logit(converted.astype(float), sm.add_constant(points)).fit(disp=0)
    return {"auc": auc, "low": max(auc - half, 0), "high": min(auc + half, 1),
            "intercept": fit.params[0], "slope": fit.params[1]}


jobs = json.load(sys.stdin)
json.dump([rate(job) if job["kind"] == "rate" else area(job) for job in jobs], sys.stdout)
