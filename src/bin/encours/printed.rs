//! What a command answers, on its output.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Prints a text and ends with `code`, or as a failure where it cannot be printed.
pub fn printed(text: &str, code: ExitCode) -> ExitCode {
    let mut output = io::stdout();
    match writeln!(output, "{text}").and_then(|()| output.flush()) {
        // A reader that has seen enough, such as `head`, is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("cannot print the answer: {error}");
            ExitCode::FAILURE
        }
        _ => code,
    }
}
