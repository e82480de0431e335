//! Calls and their answers.

use super::Setup;

#[test]
fn json_goes_in_and_out() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("echo"), r#"{"row": 3}"#);
    assert_eq!((heard.status.as_u16(), heard.header("content-type")), (200, "application/json"));
    assert_eq!(heard.text(), r#"{"row": 3}"#);
    assert_eq!(setup.asked(), ["echo"]);
}

#[test]
fn a_file_comes_with_its_name_whatever_it_is() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("list"), "leads.xlsx");
    assert_eq!((heard.status.as_u16(), heard.header("content-type")), (200, "application/octet-stream"));
    assert_eq!(heard.header("content-disposition"), "attachment; filename*=UTF-8''leads%2Exlsx");
    assert_eq!(heard.text(), "PK\x03\x04");
    let heard = setup.ask(setup.call("list"), "lié\"; x\r\nSet-Cookie: a=b/../");
    let name = "attachment; filename*=UTF-8''li%C3%A9%22%3B%20x%0D%0ASet%2DCookie%3A%20a%3Db%2F%2E%2E%2F";
    assert_eq!(heard.header("content-disposition"), name);
}

#[test]
fn what_is_wrong_is_said_in_a_sentence() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("wrong"), "{}");
    assert_eq!((heard.status.as_u16(), heard.message().as_str()), (400, "There is no stage \"hot\"."));
    let heard = setup.ask(setup.call("failed"), "{}");
    assert_eq!((heard.status.as_u16(), heard.message().as_str()), (500, "The disk is full."));
    for call in ["no-such", "no/such", "run/2", ""] {
        let heard = setup.ask(setup.call(call), "{}");
        assert_eq!(heard.status, 404);
        assert!(heard.message().contains(&format!("\"{call}\"")), "{}", heard.message());
    }
}

#[test]
fn after_a_panic_the_server_lives_on() {
    let setup = Setup::new();
    let heard = setup.ask(setup.call("panic"), "{}");
    assert_eq!(heard.status, 500);
    assert!(heard.message().contains("a mistake in the program"));
    assert_eq!(setup.ask(setup.call("echo"), "{}").status, 200);
}

#[test]
fn a_form_comes_in_its_parts() {
    let setup = Setup::new();
    let body = "--xx\r\nContent-Disposition: form-data; name=\"leads\"; filename=\"leads é.csv\"\r\n\
                Content-Type: text/csv\r\n\r\nid\na\n\r\n--xx\r\nContent-Disposition: form-data; name=\"sample\"\r\n\
                \r\ninbound\r\n--xx--\r\n";
    let heard = setup.ask(form(&setup), body);
    assert_eq!(heard.text(), "leads/Some(\"leads é.csv\")/5 sample/None/7");
    assert_eq!(setup.asked(), ["open"]);
}

#[test]
fn a_form_that_is_none_is_refused() {
    let setup = Setup::new();
    for body in ["", "--yy", "--xx\r\n\r\n", "--xx\r\nContent-Disposition: form-data; name=\"leads\"\r\n\r\nid\na\n"] {
        let heard = setup.ask(form(&setup), body);
        assert_eq!(heard.status, 400, "{body}");
        assert!(heard.message().contains("Drop them again"));
    }
    let mut unbounded = setup.call("open");
    unbounded.headers_mut().unwrap().insert("content-type", "multipart/form-data".parse().unwrap());
    assert_eq!(setup.ask(unbounded, "--xx--").status, 400);
    assert!(setup.asked().is_empty());
}

/// A call of `open`, with parts that `--xx` divides.
fn form(setup: &Setup) -> axum::http::request::Builder {
    let mut form = setup.call("open");
    form.headers_mut().unwrap().insert("content-type", "multipart/form-data; boundary=xx".parse().unwrap());
    form
}
