//! `encours ask`, without installing it: `cargo run --release --example ask -- FILE… --question …`.

#[path = "../src/bin/encours/ask.rs"]
mod ask;
#[path = "../src/bin/encours/files.rs"]
mod files;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    ask::main(env::args().skip(1))
}
