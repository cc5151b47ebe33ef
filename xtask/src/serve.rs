//! A small file server for `dist/`, on this machine only.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{build, project};

/// A browser opens several connections and may leave one idle, which must not hold up the others.
const THREADS: usize = 8;

/// What the user asked for.
pub struct Options {
    port: u16,
    base: String,
    build: bool,
}

impl Options {
    /// Reads `[--port N] [--base /PATH/] [--no-build]`.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: 8080, base: "/".to_owned(), build: true };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--port" => {
                    let port = arguments.next().context("--port needs a number")?;
                    options.port = port.parse().with_context(|| format!("`{port}` is not a port"))?;
                }
                "--base" => {
                    let base = arguments.next().context("--base needs a path")?.trim_matches('/');
                    options.base = if base.is_empty() { "/".to_owned() } else { format!("/{base}/") };
                }
                "--no-build" => options.build = false,
                other => bail!("`{other}` is not an option of serve"),
            }
        }
        Ok(options)
    }
}

/// Builds, then serves `dist/` until interrupted.
///
/// # Errors
///
/// The port is taken (known before the build starts), or the build failed.
pub fn serve(options: &Options) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            anyhow!("port {} is taken: choose another with `cargo xtask serve --port N`", options.port)
        }
        _ => anyhow!("cannot listen on 127.0.0.1:{}: {error}", options.port),
    })?;
    let address = listener.local_addr()?;
    if options.build {
        build::build()?;
    }
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("cannot serve: {error}"))?;
    println!("\nEncours is served at http://{address}{} (Ctrl+C to stop)", options.base);
    answer_for_ever(&Arc::new(server), &options.base)
}

fn answer_for_ever(server: &Arc<Server>, base: &str) -> Result<()> {
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, base) = (Arc::clone(server), base.to_owned());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // The browser may have gone away; that is no reason to stop.
                    let _ = answer(request, &base);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

fn answer(request: Request, base: &str) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some(path) = file_of(request.url(), base) else {
        return request.respond(Response::empty(404));
    };
    let Ok(file) = File::open(&path) else {
        return request.respond(Response::empty(404));
    };
    let response = Response::from_file(file)
        .with_header(header("Content-Type", media_type(&path))?)
        // What was just built must be what is shown.
        .with_header(header("Cache-Control", "no-cache")?)
        .with_header(header("X-Content-Type-Options", "nosniff")?);
    request.respond(response)
}

/// The file that a URL means, if it is one below `dist/`.
fn file_of(url: &str, base: &str) -> Option<PathBuf> {
    let relative = relative_path(url, base)?;
    let mut file = project::dist().join(relative);
    if fs::metadata(&file).is_ok_and(|found| found.is_dir()) {
        file.push("index.html");
    }
    // A link inside dist/ must not lead out of it.
    let (real, root) = (file.canonicalize().ok()?, project::dist().canonicalize().ok()?);
    (real.starts_with(root) && real.is_file()).then_some(real)
}

/// The path below the base, made of plain names only: our file names need no escapes, and `..` is none of them.
fn relative_path(url: &str, base: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let names = path.split('/').filter(|name| !name.is_empty());
    names.map(|name| (!name.starts_with('.') && !name.contains(['\\', '%', ':'])).then_some(name)).collect()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> io::Result<Header> {
    Header::from_bytes(name, value).map_err(|()| io::Error::other(format!("`{name}: {value}` is not a header")))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Options, relative_path};

    #[test]
    fn a_url_means_a_file_below_the_base() {
        assert_eq!(relative_path("/demo/assets/a.js?v=1", "/demo/").as_deref(), Some(Path::new("assets/a.js")));
        assert_eq!(relative_path("/demo/", "/demo/").as_deref(), Some(Path::new("")));
        assert_eq!(relative_path("/other/a.js", "/demo/"), None);
    }

    #[test]
    fn a_url_cannot_leave_the_directory() {
        for url in ["/../Cargo.toml", "/a/../../b", "/%2e%2e/b", "/..%2fb", "/C:/b", "/.git/config", "/a\\..\\b"] {
            assert_eq!(relative_path(url, "/"), None, "{url}");
        }
    }

    #[test]
    fn a_base_always_begins_and_ends_with_a_slash() {
        let base =
            |text: &str| Options::parse(&["--base".to_owned(), text.to_owned()]).map(|options| options.base).ok();
        assert_eq!(base("a/b").as_deref(), Some("/a/b/"));
        assert_eq!(base("/").as_deref(), Some("/"));
    }
}
