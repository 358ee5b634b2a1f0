//! A step (步骤): one command, one line on the screen; what it printed is shown only when it fails.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// A command in the repository's root, with what `cargo run` put into our environment taken out again.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::root()).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO" {
            command.env_remove(&*name);
        }
    }
    command
}

/// Runs a command as one step and gives back what it printed.
pub fn run(name: &str, command: &mut Command) -> Result<String> {
    timed(name, || output(command))
}

/// Does something as one step: its name, then how long it took.
pub fn timed<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{name} … ");
    std::io::stdout().flush()?;
    let start = Instant::now();
    match work() {
        Ok(done) => {
            println!("{:.1} s", start.elapsed().as_secs_f32());
            Ok(done)
        }
        Err(error) => {
            println!("failed");
            Err(error.context(format!("{name} failed")))
        }
    }
}

/// What a command prints; all of it in the error when it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("cannot start {program}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("{program}: {}\n{}{}", output.status, text, errors);
    }
    Ok(text)
}
