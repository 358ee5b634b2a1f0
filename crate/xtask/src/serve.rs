//! `cargo xtask serve`: the built page on this computer's own address (本机预览).

use std::fs::File;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::page;

/// Builds the page and serves it until it is interrupted.
pub fn serve(port: Option<u16>) -> Result<()> {
    page::build()?;
    let server = listen(port)?;
    println!("{}", address(&server));
    answer_all(&server);
    Ok(())
}

/// Serves the page as it is built, on a free port, as long as the task runs. Gives back the address.
pub fn in_background() -> Result<String> {
    let server = listen(Some(0))?;
    let address = address(&server);
    thread::spawn(move || answer_all(&server));
    Ok(address)
}

fn address(server: &Server) -> String {
    format!("http://{}/", server.server_addr())
}

fn answer_all(server: &Server) {
    for request in server.incoming_requests() {
        // A browser that hangs up in the middle is no reason to stop.
        let _ = answer(request, &page::dist());
    }
}

/// On the loopback alone; on a free port when the wanted one is taken.
fn listen(port: Option<u16>) -> Result<Server> {
    const USUAL: u16 = 8080;
    let on = |port: u16| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("cannot listen: {error}"));
    on(port.unwrap_or(USUAL)).or_else(|_| on(0))
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some((path, file)) = find(request.url(), folder) else {
        return request.respond(Response::empty(404));
    };
    let mut response = Response::from_file(file);
    for (name, value) in [
        ("Content-Type", mime(&path)),
        // Always asked for again: the page's worker must find the next build, and offer it at the next reload.
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        // Alone with itself, a page gets a fine clock.
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        // The rest of the policy stands in the page; this part only a header can say.
        ("Content-Security-Policy", "frame-ancestors 'none'"),
    ] {
        response.add_header(Header::from_bytes(name, value).expect("these headers are plain ASCII"));
    }
    request.respond(response)
}

/// The file behind an address, if it is inside the folder.
fn find(url: &str, folder: &Path) -> Option<(PathBuf, File)> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let plain = path.split('/').all(|part| !part.starts_with('.') && !part.contains(['\\', ':', '%']));
    let mut path = plain.then(|| folder.join(path))?;
    if path.is_dir() {
        path.push("index.html");
    }
    let file = File::open(&path).ok()?;
    Some((path, file))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for (url, found) in [
            ("/main.rs", true),
            ("/main.rs?v=1", true),
            ("/serve.rs#top", true),
            ("/", false), // no index.html there
            ("/none.rs", false),
            ("/../Cargo.toml", false),
            ("/%2e%2e/Cargo.toml", false),
            ("/..\\Cargo.toml", false),
            ("//etc/passwd", false),
            ("/.hidden", false),
        ] {
            assert_eq!(find(url, &folder).is_some(), found, "{url}");
        }
    }

    #[test]
    fn the_sites_own_types() {
        for (file, want) in [
            ("index.html", "text/html; charset=utf-8"),
            ("sw.js", "text/javascript; charset=utf-8"),
            ("manifest.json", "application/json"),
            ("icon.svg", "image/svg+xml"),
            ("icon-192.png", "image/png"),
        ] {
            assert_eq!(mime(Path::new(file)), want, "{file}");
        }
    }

    #[test]
    fn a_taken_port_gives_way() {
        let first = listen(Some(0)).expect("a free port");
        let taken = first.server_addr().to_ip().expect("an address of the internet kind").port();
        let second = listen(Some(taken)).expect("another port");
        assert_ne!(second.server_addr().to_ip().map(|address| address.port()), Some(taken));
    }
}
