//! `cargo xtask bench`: how fast it is (速度), against the goals, in one table. Never part of the tests: figures need a
//! quiet machine, and a test must not.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{chromium, page, serve, step, wasm};

/// Measures natively, under Node and in Chromium.
pub fn bench() -> Result<()> {
    page::packages()?;
    let browser = chromium::find()?;
    page::build()?;
    let cargo = ["bench", "--locked", "--package", "kanyan-wasm", "--bench", "page", "--", "--noplot"];
    step::run("bench: native", step::command("cargo").args(cargo))?;
    let node = json(&step::run("bench: Node", step::command("node").arg("tests/bench/node.mjs"))?)?;
    let address = serve::in_background()?;
    let mut script = step::command("node");
    script.arg("tests/bench/chromium.mjs").arg(address).env("CHROMIUM", browser);
    let chromium = json(&step::run("bench: Chromium", &mut script)?)?;

    let [check, runs, door] = [speed("check")?, speed("runs")?, speed("door")?];
    let [pages, long] = [number(&node, "/pageBytesPerSecond")?, number(&node, "/bytesPerSecond")?];
    println!();
    line("newspaper text, native: the whole check", &mb(check), "");
    line("  one regex pass for the runs alone", &mb(runs), "");
    line("  ratio", &format!("{:.2}", check / runs), "goal 2.0");
    line("  the check with all its words", &mb(door), "");
    line("in wasm under Node, string to objects, by pages", &mb(pages), "");
    line("  ratio to native with all its words", &format!("{:.2}", pages / door), "goal 0.5");
    line("  ratio to the native check alone", &format!("{:.2}", pages / check), "");
    line("  10 MB at once", &mb(long), "");
    line("  memory for 10 MB at once", &mb(number(&node, "/memory")?).replace("/s", ""), "goal 64 MB");
    line("one page under Node, p50", &ms(number(&node, "/p50")?), "goal 0.25 ms");
    line("one page under Node, p99", &ms(number(&node, "/p99")?), "goal 0.5 ms");
    for (name, place, goal) in [
        ("one page in Chromium, p50", "/engine/p50", "goal 0.25 ms"),
        ("one page in Chromium, p99", "/engine/p99", "goal 0.5 ms"),
        ("  between key presses, p50", "/page/check/p50", ""),
        ("  between key presses, p99", "/page/check/p99", ""),
        ("  key press to laid out, p50", "/page/laidOut/p50", ""),
        ("  key press to laid out, p99", "/page/laidOut/p99", ""),
        ("100,000 characters, paste to laid out", "/large/paste/p50", ""),
        ("  check, p50", "/large/check/p50", ""),
        ("  key press to laid out, p50", "/large/laidOut/p50", "goal 16 ms"),
        ("  key press to laid out, p99", "/large/laidOut/p99", "goal 16 ms"),
        ("kanyan.html from disk to ready, 4 × slower", "/open/p50", "goal 300 ms"),
    ] {
        line(name, &ms(number(&chromium, place)?), goal);
    }
    let long_tasks = |place: &str| chromium.pointer(place).and_then(Value::as_array).map_or(0, Vec::len);
    let long_tasks = long_tasks("/page/longtasks") + long_tasks("/large/longtasks");
    line("tasks over 50 ms while typing", &long_tasks.to_string(), "goal 0");
    Ok(())
}

/// Bytes a second, from what Criterion wrote down.
fn speed(name: &str) -> Result<f64> {
    let folder = wasm::target_base().join("criterion/newspaper").join(name).join("new");
    let read = |file: &str| -> Result<Value> { json(&fs::read_to_string(folder.join(file))?) };
    let bytes = number(&read("benchmark.json")?, "/throughput/Bytes")?;
    Ok(bytes * 1e9 / number(&read("estimates.json")?, "/median/point_estimate")?)
}

fn json(text: &str) -> Result<Value> {
    serde_json::from_str(text.trim()).with_context(|| format!("no figures: {text}"))
}

fn number(value: &Value, place: &str) -> Result<f64> {
    value.pointer(place).and_then(Value::as_f64).with_context(|| format!("no figure {place} in {value}"))
}

fn line(name: &str, figure: &str, goal: &str) {
    println!("{}", format!("{name:<48} {figure:>12}  {goal}").trim_end());
}

fn mb(bytes_per_second: f64) -> String {
    format!("{:.0} MB/s", bytes_per_second / 1e6)
}

fn ms(milliseconds: f64) -> String {
    format!("{milliseconds:.3} ms")
}
