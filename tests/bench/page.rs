//! Speed on newspaper text (速度): the whole check against one `regex` pass that only finds the runs, in the same run.

#[path = "../marked.rs"]
mod marked;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kanyan::Options;
use regex::Regex;

const SIZE: usize = 10_000_000;

fn newspaper(criterion: &mut Criterion) {
    let marked = include_str!("../corpus/page.txt");
    let (page, _) = marked::strip(marked, "page.txt");
    let text = page.repeat(SIZE.div_ceil(page.len()));
    let options = Options::on("2024-04-11".parse().expect("a day of the calendar"));
    let runs = Regex::new("[0-9A-Z*]{6,}").expect("a pattern");

    let mut group = criterion.benchmark_group("newspaper");
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(8))
        .throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("check", |bench| bench.iter(|| kanyan::check(black_box(&text), &options)));
    group.bench_function("runs", |bench| bench.iter(|| runs.find_iter(black_box(&text)).count()));
    group.bench_function("door", |bench| {
        bench.iter(|| kanyan_wasm::packed(&kanyan_wasm::report(black_box(&text), &options)));
    });
    group.finish();

    let mut group = criterion.benchmark_group("page");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("check", |bench| bench.iter(|| kanyan::check(black_box(&page), &options)));
    group.finish();
}

criterion_group!(benches, newspaper);
criterion_main!(benches);
