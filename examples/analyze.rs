//! `encours analyze`, without installing it: `cargo run --release --example analyze -- FILE…`.

#[path = "../src/bin/encours/analyze.rs"]
mod analyze;
#[path = "../src/bin/encours/files.rs"]
mod files;
#[path = "../src/bin/encours/printed.rs"]
mod printed;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    analyze::main(env::args().skip(1))
}
