//! The page.

use super::Setup;
use crate::built::Asset;

#[test]
fn its_files_have_their_media_types() {
    let mut setup = Setup::new();
    let types = [
        ("index.html", "text/html; charset=utf-8"),
        ("a/b.js", "text/javascript; charset=utf-8"),
        ("a/b.css", "text/css; charset=utf-8"),
        ("en.json", "application/json"),
        ("b.js.map", "application/json"),
        ("en.ftl", "text/plain; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("icon.png", "image/png"),
        ("favicon.ico", "image/x-icon"),
        ("font.woff2", "font/woff2"),
        ("app.webmanifest", "application/manifest+json"),
        ("app.wasm", "application/wasm"),
        ("LICENSE", "application/octet-stream"),
    ];
    setup.served.assets = types.map(|(path, _)| Asset { path, bytes: b"text" }).to_vec().leak();
    for (path, media_type) in types {
        let heard = setup.ask(Setup::get(&format!("/{path}")), "");
        assert_eq!((heard.status.as_u16(), heard.header("content-type"), heard.text()), (200, media_type, "text"));
    }
}

#[test]
fn only_pages_have_a_nonce() {
    let heard = Setup::new().ask(Setup::get("/assets/page.js"), "");
    assert_eq!(heard.text(), "start('__NONCE__');");
}

#[test]
fn no_path_leads_out_of_it() {
    let setup = Setup::new();
    let outside = [
        "/nothing",
        "/assets",
        "/assets/",
        "//index.html",
        "/assets/../index.html",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/assets/%2e%2e/index.html",
        "/index.html/",
        "/INDEX.HTML",
        "/etc/passwd",
        "//etc/passwd",
        "/apis",
        "//api/echo",
    ];
    for path in outside {
        let heard = setup.ask(Setup::get(path), "");
        assert_eq!(heard.status, 404, "{path}");
        heard.message();
    }
    assert!(setup.asked().is_empty());
}

#[test]
fn it_is_only_looked_at() {
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(Setup::new().ask(Setup::get("/").method(method), "").status, 404);
    }
}

#[test]
fn what_was_not_built_says_how_to_get_it() {
    let mut setup = Setup::new();
    setup.served.assets = &[];
    for path in ["/", "/index.html"] {
        let heard = setup.ask(Setup::get(path), "");
        assert_eq!((heard.status.as_u16(), heard.header("content-type")), (200, "text/html; charset=utf-8"));
        assert!(heard.text().contains("npm ci &amp;&amp; npm run build") && heard.text().contains("released program"));
        assert!(!heard.text().contains("__NONCE__"), "its style is allowed");
    }
    assert_eq!(setup.ask(Setup::get("/assets/page.js"), "").status, 404);
    assert_eq!(setup.ask(setup.call("echo"), "{}").status, 200);
}
