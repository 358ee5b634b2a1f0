//! The experiment behind the suggestions (笔误实验): drawn numbers, drawn slips, and how often the right number is
//! among what is suggested, beside what all checks together leave possible. Prints Markdown; `cargo xtask slips` runs it.

#[path = "../drawn/mod.rs"]
mod drawn;

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use drawn::places;
use drawn::seen::{Known, Seen, hides, passes, see};
use drawn::{HOWS, How, Random, SORTS, Sort};
use kanyan::Options;

/// What one kind, one slip and one surrounding gave.
#[derive(Default)]
struct Tally {
    made: usize,
    told: usize,
    found: usize,
    first: usize,
    alone: usize,
    shown: usize,
    none: usize,
    best_three: f64,
    best_first: f64,
    best_alone: usize,
    wrong: Vec<Duration>,
    right: Vec<Duration>,
}

/// What stands around the number.
#[derive(Clone, Copy, PartialEq)]
enum Around {
    /// Its label alone.
    Nothing,
    /// The name of its place.
    Place,
    /// The same number, right, once more.
    Again,
}

struct Job {
    sort: usize,
    how: How,
    around: Around,
    count: usize,
}

fn main() {
    let (mut count, mut seed) = (20_000, 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let mut value =
            || arguments.next().and_then(|v| v.parse().ok()).unwrap_or_else(|| panic!("{name}: a number"));
        match name.as_str() {
            "--count" => count = value(),
            "--seed" => seed = value() as u64,
            // What `cargo bench` adds.
            _ => {}
        }
    }
    let jobs = jobs(count);
    let tallies = work(&jobs, seed);
    print!("{}", report(&jobs, &tallies, count, seed));
    times(&jobs, &tallies);
}

/// Credit codes get the whole count and stand in all surroundings, identity numbers a fifth of it, the others a twentieth.
fn jobs(count: usize) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (sort, Sort { kind, month, .. }) in SORTS.iter().enumerate() {
        for how in HOWS.into_iter().filter(|how| *how != How::MonthAndDay || month.is_some()) {
            for around in [Around::Nothing, Around::Place, Around::Again] {
                let part = match (*kind, around) {
                    ("uscc", Around::Nothing) => 1,
                    ("uscc" | "resident_id", _) => 5,
                    (_, Around::Nothing) => 20,
                    _ => continue,
                };
                jobs.push(Job { sort, how, around, count: (count / part).max(50) });
            }
        }
    }
    jobs
}

/// Each job has a stream of random numbers of its own, so it does not matter who does it.
fn work(jobs: &[Job], seed: u64) -> Vec<Tally> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Tally)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { break };
                    let tally = measure(job, &mut Random::new(seed, at as u64));
                    done.lock().expect("no thread has failed").push((at, tally));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread has failed");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, tally)| tally).collect()
}

fn measure(job: &Job, random: &mut Random) -> Tally {
    let sort = &SORTS[job.sort];
    let mut tally = Tally::default();
    for _ in 0..job.count {
        let good = (sort.draw)(random);
        let Some(bad) = job.how.make(sort, &good, random) else { continue };
        let [before, after] = around(job.around, sort, &good);
        let options = Options::on(sort.today());
        let [wrong, right] = [&bad, &good].map(|number| format!("{before}{number}{after}"));

        let start = Instant::now();
        let report = kanyan::check(&wrong, &options);
        tally.wrong.push(start.elapsed());
        let start = Instant::now();
        black_box(kanyan::check(&right, &options));
        tally.right.push(start.elapsed());

        let seen = see(&report, &wrong, before.len()..before.len() + bad.len(), &good);
        tally.add(&seen);
        tally.bound(job, &good, &bad);
    }
    tally
}

impl Tally {
    fn add(&mut self, seen: &Seen) {
        self.made += 1;
        self.told += usize::from(seen.told);
        self.found += usize::from(seen.rank.is_some());
        self.first += usize::from(seen.rank == Some(0));
        self.alone += usize::from(seen.rank == Some(0) && seen.shown == 1);
        self.shown += seen.shown;
        self.none += usize::from(seen.shown == 0);
    }

    /// What somebody could reach who knew which slip it was, had every check, took a region of the table before one
    /// that is not, and else guessed.
    fn bound(&mut self, job: &Job, good: &str, bad: &str) {
        let sort = &SORTS[job.sort];
        // What no check finds fault with is told by nobody.
        if hides(sort, bad) {
            return;
        }
        let (mut known, mut unknown) = (0_u32, 0_u32);
        for origin in job.how.origins(sort, bad) {
            match passes(sort, &origin) {
                Some(Known::Yes) => known += 1,
                Some(Known::No) => unknown += 1,
                None => {}
            }
        }
        let (before, with) = match passes(sort, good) {
            Some(Known::Yes) => (0, known),
            _ => (known, unknown),
        };
        let share = |shown: u32| f64::from(shown.saturating_sub(before).min(with)) / f64::from(with.max(1));
        self.best_three += share(3);
        self.best_first += share(1);
        self.best_alone += usize::from(before == 0 && with == 1);
    }
}

/// The text before a number and after it.
fn around(around: Around, sort: &Sort, good: &str) -> [String; 2] {
    let label = sort.label;
    let credit = sort.kind == "uscc";
    match around {
        Around::Nothing => sort.line(),
        Around::Place => {
            let region = if credit { &good[2..8] } else { &good[..6] };
            let place = places::name(region).unwrap_or("");
            let whose = if credit { "惠民商贸有限公司" } else { "居民李某某" };
            [format!("{place}{whose}，{label}："), "，声明作废。".into()]
        }
        Around::Again => {
            let whose = if credit { "惠民商贸有限公司" } else { "李某某" };
            [format!("{whose}（{label}：{good}）遗失证件，{label}："), "，声明作废。".into()]
        }
    }
}

fn percent(part: f64, tally: &Tally) -> String {
    if tally.made == 0 { "–".into() } else { format!("{:.1}", 100.0 * part / tally.made as f64) }
}

const HEAD: &str = "| slip | told | among three | first | alone | shown | none shown | best: among three | best: first | best: alone |\n\
                    |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

/// One row: what is in the number's place differs by the table.
fn row(out: &mut String, name: &str, t: &Tally) {
    let share = |part: usize| percent(part as f64, t);
    let _ = writeln!(
        out,
        "| {name} | {} | {} | {} | {} | {:.2} | {} | {} | {} | {} |",
        share(t.told),
        share(t.found),
        share(t.first),
        share(t.alone),
        t.shown as f64 / t.made.max(1) as f64,
        share(t.none),
        percent(t.best_three, t),
        percent(t.best_first, t),
        share(t.best_alone),
    );
}

fn report(jobs: &[Job], tallies: &[Tally], count: usize, seed: u64) -> String {
    let rows = |kind: &'static str, around| {
        let all = jobs.iter().zip(tallies);
        all.filter(move |(job, _)| SORTS[job.sort].kind == kind && job.around == around)
    };
    let table = |kind, around| {
        let mut out = HEAD.to_string();
        rows(kind, around).for_each(|(job, tally)| row(&mut out, job.how.name(), tally));
        out
    };
    let mut out = include_str!("slips_head.md")
        .replace("{count}", &thousands(count))
        .replace("{fifth}", &thousands(count / 5))
        .replace("{twentieth}", &thousands(count / 20))
        .replace("{seed}", &seed.to_string());

    let single = |how| rows("uscc", Around::Nothing).find(|(job, _)| job.how == how).map(|(_, tally)| tally);
    out += "\n## Goals\n\n| credit code, one character wrong | goal | any other | look-alike or key beside |\n|---|--:|--:|--:|\n";
    if let (Some(any), Some(alike)) = (single(How::Replaced), single(How::Alike)) {
        let mut goal = |name: &str, least: f64, of: fn(&Tally) -> usize| {
            let cell = |t: &Tally| {
                let share = 100.0 * of(t) as f64 / t.made.max(1) as f64;
                format!("{share:.1} {}", if share >= least { "✓" } else { "✗" })
            };
            let _ = writeln!(out, "| {name} | ≥ {least:.0} | {} | {} |", cell(any), cell(alike));
        };
        goal("the true code among at most three", 92.0, |t| t.found);
        goal("the true code first", 70.0, |t| t.first);
    }
    for (title, kind, around) in [
        ("Credit codes (统一社会信用代码)", "uscc", Around::Nothing),
        ("Credit codes, their place named beside them", "uscc", Around::Place),
        ("Credit codes, right elsewhere in the text", "uscc", Around::Again),
        ("Identity numbers (公民身份号码)", "resident_id", Around::Nothing),
        ("Identity numbers, their place named beside them", "resident_id", Around::Place),
        ("Identity numbers, right elsewhere in the text", "resident_id", Around::Again),
    ] {
        let _ = write!(out, "\n## {title}\n\n{}", table(kind, around));
    }
    out += "\n## All other kinds\n\n";
    out += &HEAD.replacen("| slip |", "| kind | slip |", 1).replacen("|---|", "|---|---|", 1);
    for (job, tally) in
        jobs.iter().zip(tallies).filter(|(job, _)| !["uscc", "resident_id"].contains(&SORTS[job.sort].kind))
    {
        row(&mut out, &format!("{} | {}", SORTS[job.sort].name, job.how.name()), tally);
    }
    out
}

fn thousands(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

/// What a number costs on this computer: the median, since others work on it too. To the screen and not into the report.
fn times(jobs: &[Job], tallies: &[Tally]) {
    let at = |sorted: &[Duration], percent: usize| {
        sorted.get(sorted.len() * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1e6)
    };
    eprintln!("{:<24} {:>10} {:>10} {:>10}", "check of one line, µs", "right p50", "wrong p50", "wrong p90");
    for (i, sort) in SORTS.iter().enumerate() {
        let of = |times: fn(&Tally) -> &[Duration]| {
            let own =
                jobs.iter().zip(tallies).filter(|(job, _)| job.sort == i && job.around == Around::Nothing);
            let mut all: Vec<Duration> = own.flat_map(|(_, tally)| times(tally)).copied().collect();
            all.sort();
            all
        };
        let (right, wrong) = (of(|t| &t.right), of(|t| &t.wrong));
        eprintln!(
            "{:<24} {:>10.1} {:>10.1} {:>10.1}",
            sort.kind,
            at(&right, 50),
            at(&wrong, 50),
            at(&wrong, 90)
        );
    }
}
