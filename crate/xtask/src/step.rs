//! A step (步骤): one command, one line on the screen; what it printed is shown only when it fails.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// A command in the repository's root, with what `cargo run` put into our environment taken out again.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::root()).stdin(Stdio::null()).env("NO_COLOR", "1").env("TERM", "dumb");
    command.env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
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

/// Runs a test runner as one step and gives back how many tests passed.
///
/// # Errors
/// When one failed, and when none was run: silence is no success.
pub fn tests(name: &str, command: &mut Command) -> Result<usize> {
    timed(name, || {
        let printed = output(command)?;
        match printed.lines().map(passed).sum() {
            0 => bail!("no test was run\n{printed}"),
            count => Ok(count),
        }
    })
}

/// How many tests a runner's closing line counts: `test result: ok. 3 passed; 0 failed` (Rust), `# pass 3` or `ℹ pass 3`
/// (Node), `Tests  3 passed (3)` (Vitest), `3 passed (2s)` (Playwright).
fn passed(line: &str) -> usize {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = match words[..] {
        ["test", "result:", "ok.", n, "passed;", ..] => n,
        ["#" | "ℹ", "pass", n] => n,
        ["Tests", n, "passed", ..] => n,
        [n, "passed", time] if time.starts_with('(') => n,
        _ => return 0,
    };
    number.parse().unwrap_or(0)
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
        bail!("{program}: {}\n{text}{errors}", output.status);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn closing_lines() {
        for (line, want) in [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                12,
            ),
            ("test result: FAILED. 12 passed; 1 failed; 0 ignored", 0),
            ("# pass 7", 7),
            ("ℹ pass 7", 7),
            ("      Tests  31 passed (31)", 31),
            (" Test Files  4 passed (4)", 0),
            ("  24 passed (1.2m)", 24),
            ("test kinds::date::tests::table ... ok", 0),
            ("", 0),
        ] {
            assert_eq!(passed(line), want, "{line}");
        }
    }
}
