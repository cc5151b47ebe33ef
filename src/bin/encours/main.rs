//! The engine as a command: `encours analyze` prints the report of files that belong together, `encours ask` the answer to any
//! question as JSON. It reads files and prints; nothing is sent or kept.

mod analyze;
mod ask;
mod files;

use std::env;
use std::io::Write as _;
use std::process::ExitCode;

const USAGE: &str = "usage: encours analyze FILE… [options]   the report, in lines or as JSON (encours analyze --help)
       encours ask FILE… --question JSON-OR-FILE   the answer to any question, as JSON (encours ask --help)
       encours --version";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
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
    // A reader that has seen enough, such as `head`, is no failure.
    let _ = writeln!(std::io::stdout(), "{text}");
    ExitCode::SUCCESS
}
