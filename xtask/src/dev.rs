//! The page with hot reload over a quickly built engine, which is built again whenever its sources change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::process::step;
use crate::{build, project, setup};

/// How often the sources are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// What the engine is made of.
const SOURCES: [&str; 3] = ["src", "Cargo.toml", "Cargo.lock"];

/// Serves the page on 127.0.0.1 until interrupted.
///
/// # Errors
///
/// The engine could not be built the first time, or the server ended.
pub fn dev(port: u16) -> Result<()> {
    step("setup", setup::setup)?;
    step("engine", build::engine_quickly)?;
    let mut server = Server(vite(port)?);
    let mut known = modified();
    loop {
        sleep(PAUSE);
        if let Some(status) = server.0.try_wait().context("cannot ask for the server")? {
            bail!("the server ended ({status})");
        }
        let now = modified();
        if now != known {
            known = now;
            // What does not compile is told by the compiler; the page stays as it was.
            if let Err(error) = step("engine", build::engine_quickly) {
                println!("{error:#}");
            }
        }
    }
}

fn vite(port: u16) -> Result<Child> {
    Command::new("node")
        .current_dir(project::www())
        .args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--strictPort", "--port", &port.to_string()])
        .spawn()
        .context("cannot start the server")
}

/// It ends with this program.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
    }
}

/// When each source file was last changed.
fn modified() -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    for source in SOURCES {
        look(&project::root().join(source), &mut found);
    }
    found
}

fn look(path: &Path, found: &mut BTreeMap<PathBuf, SystemTime>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.filter_map(Result::ok).for_each(|entry| look(&entry.path(), found));
    } else if let Ok(time) = fs::metadata(path).and_then(|file| file.modified()) {
        found.insert(path.to_owned(), time);
    }
}
