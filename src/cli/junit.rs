//! Results of tests in `JUnit`'s format, which build servers read.

use leadrules_language::explain;
use leadrules_language::page::Style;
use leadrules_language::testing::Report;
use leadrules_language::words::say;
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::exit::Failure;

/// The report for all files, with a suite for each.
pub(super) fn report(files: &[(String, Report)]) -> Result<String, Failure> {
    let mut whole = quick_junit::Report::new("leadrules");
    for (path, report) in files {
        let mut suite = TestSuite::new(path.as_str());
        for test in &report.tests {
            let status = if test.passed() {
                TestCaseStatus::success()
            } else {
                let expected = test.failures.iter().map(|it| format!("expected {}: {}", it.place, it.expected));
                let promised = test.broken().map(|it| format!("promised {}: {}", it.place, it.line));
                let message = expected.chain(promised).collect::<Vec<_>>().join("; ");
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status
                    .set_message(message)
                    .set_type("expectation")
                    .set_description(explain::render(&test.explanation, Style::default()));
                status
            };
            let mut case = TestCase::new(test.title.as_str(), status);
            case.set_classname(path.as_str());
            suite.add_test_case(case);
        }
        whole.add_test_suite(suite);
    }
    whole.to_string().map_err(|error| Failure::new(say!("can't write the report: {why}", why = error.to_string())))
}
