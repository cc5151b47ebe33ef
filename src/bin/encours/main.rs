//! The engine as a command: `encours analyze` prints the report of files that belong together, `encours ask` the answer to any
//! question as JSON. It reads files and prints; nothing is sent or kept.

mod analyze;
mod ask;
mod files;
mod printed;

use std::env;
use std::process::ExitCode;

use printed::printed;

const USAGE: &str = "usage: encours analyze FILE… [options]   the report, in lines or as JSON (encours analyze --help)
       encours ask FILE… --question JSON-OR-FILE   the answer to any question, as JSON (encours ask --help)
       encours --version";

fn main() -> ExitCode {
    // Of a name that is not UTF-8 the rest is shown; no such file is found then.
    let mut arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let text = match arguments.next().as_deref() {
        Some("analyze") => return analyze::main(arguments),
        Some("ask") => return ask::main(arguments),
        Some("--version" | "-V") => concat!("encours ", env!("CARGO_PKG_VERSION")),
        Some("--help" | "-h") => USAGE,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    printed(text, ExitCode::SUCCESS)
}
