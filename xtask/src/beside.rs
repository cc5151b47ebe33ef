//! Another part of the checks at the same time, in a process of its own.

use std::env;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, Result, bail};

use crate::project;

/// A command of this program that runs meanwhile, what it says kept until it has ended. Ended with whoever started it.
pub struct Beside {
    heading: &'static str,
    child: Child,
    said: PathBuf,
}

impl Beside {
    /// Starts a command of this program, such as `test built`.
    ///
    /// # Errors
    ///
    /// There is nowhere to keep what it says.
    pub fn start(heading: &'static str, arguments: &[&str]) -> Result<Self> {
        let said = project::target()?.join(format!("{}.log", arguments.join("-")));
        let out = File::create(&said).with_context(|| format!("cannot write {}", said.display()))?;
        let mut program = Command::new(env::current_exe().context("this program does not know where it is")?);
        program.args(arguments).stderr(out.try_clone()?).stdout(out);
        println!("\n── {heading}: meanwhile, told when it has ended ({})", said.display());
        let child = program.spawn().with_context(|| format!("cannot start: {heading}"))?;
        Ok(Self { heading, child, said })
    }

    /// Waits for it, and says what it said.
    ///
    /// # Errors
    ///
    /// It failed.
    pub fn end(mut self) -> Result<()> {
        let status = self.child.wait().with_context(|| format!("nothing is known of: {}", self.heading))?;
        println!("\n── {}", self.heading);
        println!("{}", fs::read_to_string(&self.said).unwrap_or_default());
        if !status.success() {
            bail!("step failed: {}", self.heading);
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It has ended already, or nobody waits for it any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
