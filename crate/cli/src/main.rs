//! The command `kanyan` (命令行): checks files and streams of notices, masks what is personal in them, lists what is
//! checked. No knowledge of numbers is here.

mod args;
mod check;
mod encoding;
mod input;
mod kinds;
mod mask;
mod order;
mod page;
mod text;
mod words;
mod wrap;

use std::io::Write;
use std::process::ExitCode;

use args::Asked;
use check::Outcome;

fn main() -> ExitCode {
    // Where nobody reads what is printed, there is nobody to tell.
    let outcome = match args::read(std::env::args_os().collect()) {
        Asked::Check(request) => check::run(request),
        Asked::Mask(request) => mask::run(&request),
        Asked::Kinds(request) => kinds::run(&request),
        Asked::Page(page) => {
            let _ = anstream::stdout().write_all(page.as_bytes());
            Outcome::Clean
        }
        Asked::Mistake(sentence) => {
            let _ = anstream::stderr().write_all(sentence.as_bytes());
            Outcome::Unread
        }
    };
    ExitCode::from(outcome as u8)
}
