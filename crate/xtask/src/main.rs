//! The project's tasks (任务): `cargo xtask serve | test | dist | bench`. Each brings what is missing, then does it.

mod apt;
mod page;
mod step;
mod wasm;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's tasks. Each brings what is missing, then does its work.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the engine alone: www/wasm/ with the binary, its glue and its typings.
    #[command(hide = true)]
    Wasm {
        /// Take this compiler instead of the first that is there.
        #[arg(long, value_enum)]
        compiler: Option<wasm::Compiler>,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Wasm { compiler } => wasm::build(compiler),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's root: wherever the task was started, it works there.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
