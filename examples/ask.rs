//! `encours ask`, without installing it: `cargo run --release --example ask -- FILE… --question …`.

#[path = "../src/bin/encours/ask.rs"]
mod ask;
#[path = "../src/bin/encours/files.rs"]
mod files;
#[path = "../src/bin/encours/printed.rs"]
mod printed;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    ask::main(env::args().skip(1))
}
