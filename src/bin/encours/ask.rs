//! Prints the answer to any question as JSON. A question has one key, which names it, as in `--question '{"report": {"asOf":
//! "2025-12-31"}}'`; those that need no data need no file. An error is printed as `{"error": {"code": …}}`.

use std::error::Error;
use std::fs;
use std::process::ExitCode;

use encours::error::Error as EngineError;
use encours::session::Question;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::files;
use super::printed::printed;

const USAGE: &str = "usage: encours ask FILE… --question JSON-OR-FILE [--options JSON-OR-FILE]";

/// Runs the command with these arguments.
pub fn main(arguments: impl Iterator<Item = String>) -> ExitCode {
    let (text, code) = match run(arguments) {
        Ok(answer) => (answer, ExitCode::SUCCESS),
        Err(error) => {
            let Some(error) = error.downcast_ref::<EngineError>() else {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            };
            let refused = json!({ "error": error.failure(), "message": error.to_string() });
            (format!("{refused:#}"), ExitCode::FAILURE)
        }
    };
    printed(&text, code)
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let (mut files, mut question, mut options) = (Vec::new(), None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value\n{USAGE}"));
        match argument.as_str() {
            "--question" => question = Some(value()?),
            "--options" => options = Some(value()?),
            "--help" | "-h" => return Ok(USAGE.to_owned()),
            _ if argument.starts_with("--") => return Err(format!("unknown option {argument}\n{USAGE}").into()),
            _ => files.push(argument),
        }
    }
    let question: Question = given(&question.ok_or(USAGE)?)?;
    let options = options.as_deref().map(given).transpose()?.unwrap_or_default();
    let (mut session, _) = files::read(&files, &options)?;
    Ok(serde_json::to_string_pretty(&session.ask(question)?)?)
}

/// What a text says, or the file that it names.
fn given<T: DeserializeOwned>(argument: &str) -> Result<T, Box<dyn Error>> {
    let is_json = argument.trim_start().starts_with('{');
    let text = if is_json {
        argument.to_owned()
    } else {
        fs::read_to_string(argument).map_err(|error| format!("{argument}: {error}"))?
    };
    Ok(serde_json::from_str(&text).map_err(|error| EngineError::BadRequest { reason: error.to_string() })?)
}
