//! Intervals, areas and curves are what scipy and statsmodels give on the same data. `LEADRULES_STATISTICS` names a Python
//! that has them; without one, the test says so and passes. `tests/engines/statistics` sets it up.

use std::io::Write as _;
use std::process::{Command, Stdio};

use leadrules_decide::statistic::{Ranking, Rate, deviations};
use serde_json::{Value, json};

use crate::skip::skipped;

/// A Python with scipy, statsmodels and scikit-learn, if there is one.
#[expect(clippy::disallowed_methods, reason = "where the other programs are is no part of a result")]
pub fn python() -> Option<String> {
    let python = std::env::var("LEADRULES_STATISTICS").ok();
    if python.is_none() {
        skipped("LEADRULES_STATISTICS names no Python with scipy and statsmodels");
    }
    python
}

fn ask(python: &str, jobs: &Value) -> Vec<Value> {
    let mut child = Command::new(python)
        .arg("tests/engines/statistics.py")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the Python that LEADRULES_STATISTICS names");
    child.stdin.take().expect("a pipe").write_all(jobs.to_string().as_bytes()).expect("Python reads its jobs");
    let output = child.wait_with_output().expect("Python ends");
    assert!(output.status.success(), "Python failed");
    serde_json::from_slice(&output.stdout).expect("Python answers in JSON")
}

/// Numbers that look random but are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn near(what: &str, ours: Option<f64>, theirs: &Value) {
    let (ours, theirs) = (ours.expect(what), theirs.as_f64().expect("a number"));
    assert!((ours - theirs).abs() < 1e-6 * theirs.abs().max(1.0), "{what}: {ours} here, {theirs} there");
}

#[test]
fn statistics_are_what_scipy_and_statsmodels_give() {
    let Some(python) = python() else { return };
    let mut numbers = Numbers(6);
    let mut jobs = Vec::new();
    for confidence in [0.5, 0.9, 0.95, 0.99] {
        for (conversions, leads) in [(0, 1), (1, 1), (0, 20), (20, 20), (3, 17), (81, 263), (4_640, 41_188)] {
            jobs.push(json!({ "kind": "rate", "conversions": conversions, "leads": leads, "confidence": confidence }));
        }
    }
    for leads in [12, 60, 900] {
        for steps in [4, 30, 10_000] {
            let points: Vec<u64> = (0..leads).map(|_| numbers.below(steps)).collect();
            let converted: Vec<bool> =
                points.iter().map(|points| numbers.below(steps * 2) < *points + steps / 2).collect();
            jobs.push(json!({ "kind": "area", "points": points, "converted": converted, "confidence": 0.95 }));
        }
    }
    let jobs = Value::Array(jobs);
    let answers = ask(&python, &jobs);
    for (job, answer) in jobs.as_array().expect("jobs").iter().zip(&answers) {
        let z = deviations(job["confidence"].as_f64().expect("a number"));
        let count = |name: &str| job[name].as_u64().expect("a count");
        if job["kind"] == "rate" {
            let rate = Rate::new(count("conversions"), count("leads"), z);
            near(&format!("{job}"), rate.low, &answer["low"]);
            near(&format!("{job}"), rate.high, &answer["high"]);
            continue;
        }
        let mut ranking = Ranking::default();
        let points = job["points"].as_array().expect("points").iter();
        for (points, converted) in points.zip(job["converted"].as_array().expect("outcomes")) {
            ranking.add(points.as_i64().expect("points"), converted == &Value::Bool(true));
        }
        let area = ranking.area(z).expect("both kinds of lead");
        let what = format!("{} leads", job["points"].as_array().expect("points").len());
        near(&format!("AUC of {what}"), Some(area.auc), &answer["auc"]);
        near(&format!("lower end for {what}"), area.low, &answer["low"]);
        near(&format!("upper end for {what}"), area.high, &answer["high"]);
        let (intercept, slope) = ranking.curve().expect("both kinds of lead");
        // The curve is restrained by a ridge of a millionth.
        let close = |ours: f64, theirs: &Value| (ours - theirs.as_f64().expect("a number")).abs() < 1e-3;
        assert!(close(intercept, &answer["intercept"]) && close(slope, &answer["slope"]), "{what}: {answer}");
    }
}

#[test]
fn statistics_suggestions_are_near_a_regression() {
    let Some(python) = python() else { return };
    let program = env!("CARGO_BIN_EXE_leadrules");
    let output = Command::new(python)
        .args(["tests/engines/suggest.py", "--program", program, "--seeds", "1", "--within", "0.02"])
        .output()
        .expect("the Python that LEADRULES_STATISTICS names");
    let said = String::from_utf8_lossy(&output.stdout);
    eprintln!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
