//! `dist/` at an address of this machine, by Vite's own preview server.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use crate::{build, project};

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
    check_port(options.port)?;
    if options.build {
        build::build_quickly()?;
    }
    let mut vite = Command::new("node");
    vite.current_dir(project::www())
        .args(["node_modules/vite/bin/vite.js", "preview", "--config", "vite.preview.config.ts"])
        .args(["--port", &options.port.to_string(), "--base", &options.base]);
    become_server(&mut vite)
}

fn check_port(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            anyhow!("port {port} is taken: choose another with `cargo xtask serve --port N`")
        }
        _ => anyhow!("cannot listen on 127.0.0.1:{port}: {error}"),
    })
}

/// The server takes the place of this program, so that whoever ends this program ends the server.
#[cfg(unix)]
fn become_server(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;

    Err(server.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_server(server: &mut Command) -> Result<()> {
    crate::process::run(server)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use anyhow::Result;

    use super::{Options, check_port};

    #[test]
    fn a_base_always_begins_and_ends_with_a_slash() {
        let base =
            |text: &str| Options::parse(&["--base".to_owned(), text.to_owned()]).map(|options| options.base).ok();
        assert_eq!(base("a/b").as_deref(), Some("/a/b/"));
        assert_eq!(base("/").as_deref(), Some("/"));
    }

    #[test]
    fn a_port_that_is_taken_is_refused_with_what_to_do() -> Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let refusal = check_port(listener.local_addr()?.port()).err().map(|error| error.to_string());
        assert!(refusal.is_some_and(|text| text.ends_with("`cargo xtask serve --port N`")));
        Ok(())
    }
}
