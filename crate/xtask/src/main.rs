//! The project's tasks (任务): `cargo xtask serve | test | dist | bench`. Each brings what is missing, then does it.

mod apt;
mod bench;
mod chromium;
mod dist;
mod page;
mod serve;
mod slips;
mod step;
mod test;
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
    /// Build the page and serve it on this computer alone.
    Serve {
        /// The port; a free one is taken when it is in use.
        port: Option<u16>,
    },
    /// Run every check: format, lints, Rust, wasm, the page, the page in a browser.
    Test,
    /// Build what is given away, www/dist/ with the site and kanyan.html, and print its sizes.
    Dist,
    /// Measure the speed natively, in wasm and in Chromium.
    Bench,
    /// Measure how often the slip in a wrong number is found.
    Slips {
        /// Credit codes for each slip; of other kinds fewer.
        #[arg(long, default_value_t = 20_000)]
        count: u32,
        /// Another seed draws other numbers.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Write the table into the documentation.
        #[arg(long)]
        write: bool,
    },
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
        Task::Serve { port } => serve::serve(port),
        Task::Test => test::test(),
        Task::Dist => dist::dist(),
        Task::Bench => bench::bench(),
        Task::Slips { count, seed, write } => slips::slips(count, seed, write),
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
