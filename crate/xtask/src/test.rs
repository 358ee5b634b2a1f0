//! `cargo xtask test`: everything that must hold before a change is taken (全部测试).

use anyhow::Result;

use crate::{chromium, page, step, wasm};

/// What is missing is brought first, then the checks run from the quickest to the slowest.
pub fn test() -> Result<()> {
    page::packages()?;
    let browser = chromium::find()?;
    let mut passed = 0;

    step::run("cargo fmt", cargo().args(["fmt", "--all", "--check"]))?;
    step::run(
        "cargo clippy",
        cargo().args([
            "clippy",
            "--quiet",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    step::run(
        "cargo doc",
        cargo()
            .args([
                "doc",
                "--quiet",
                "--locked",
                "--package",
                "kanyan",
                "--no-deps",
                "--document-private-items",
            ])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    passed += step::tests("cargo test", cargo().args(["test", "--quiet", "--locked", "--workspace"]))?;

    wasm::build(None)?;
    let native = wasm::folder().join("native");
    // `cargo test` has built the examples.
    let examples = wasm::target_base().join("debug/examples");
    step::run("native reports", step::command(examples.join("native")).arg(&native))?;
    passed += step::tests(
        "native = wasm",
        step::command("node").args(["--test", "tests/wasm/"]).env("KANYAN_NATIVE", &native),
    )?;
    step::run("types of the engine", page::tool("tsc").args(["--noEmit", "--project", "../tests/wasm"]))?;

    step::run("types of the page", page::npm().args(["run", "check"]))?;
    passed += step::tests("unit tests of the page", page::npm().arg("test"))?;
    step::run("page: site and kanyan.html", page::npm().args(["run", "build"]))?;
    step::run("page: nothing newer than the oldest browsers", page::npm().args(["run", "lint"]))?;
    passed += step::tests("browser tests", page::npm().args(["run", "test:page"]).env("CHROMIUM", browser))?;

    println!("{passed} passed, 0 failed");
    Ok(())
}

fn cargo() -> std::process::Command {
    step::command("cargo")
}
