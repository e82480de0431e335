//! Runs, as far as they can be seen without a socket; the rest is in `tests/`.

use super::Setup;

#[test]
fn lines_end_as_lines_do() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("run"), "abcde");
    assert_eq!((heard.status.as_u16(), heard.header("content-type")), (200, "application/x-ndjson"));
    assert_eq!(heard.text(), ["a", "b", "c", "d", "e"].map(|step| format!("{{\"step\":\"{step}\"}}\n")).concat());
}

#[test]
fn a_run_may_have_nothing_to_say() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("run"), "");
    assert_eq!((heard.status.as_u16(), heard.header("content-type")), (200, "application/x-ndjson"));
    assert_eq!(heard.text(), "");
}

#[test]
fn what_goes_wrong_before_the_first_line_is_a_status() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("run"), "?");
    assert_eq!((heard.status.as_u16(), heard.message().as_str()), (400, "The draft has no text."));
    let heard = setup.ask(setup.call("run"), "!");
    assert_eq!(heard.status, 500);
    assert!(heard.message().contains("a mistake in the program"));
}

#[test]
fn what_goes_wrong_later_breaks_the_lines_off() {
    let setup = Setup::new();
    for steps in ["ab?", "ab!"] {
        let heard = setup.ask(setup.call("run"), steps);
        assert_eq!(heard.status, 200);
        assert_eq!(heard.body, None, "it can't be taken for whole");
    }
    assert_eq!(setup.ask(setup.call("run"), "a").text(), "{\"step\":\"a\"}\n");
}
