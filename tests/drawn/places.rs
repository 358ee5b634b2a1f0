//! The division table as the drawing reads it (行政区划): what was in force when, and what it is called.

use std::sync::LazyLock;

/// A division in one stretch of time.
pub struct Division {
    /// Its code.
    pub code: String,
    /// Its name; empty where a later row has it.
    pub name: &'static str,
    /// Is it in force today?
    pub in_force: bool,
    /// Its last year, where it is not.
    pub last: Option<u16>,
}

/// Every row of the table.
pub static DIVISIONS: LazyLock<Vec<Division>> = LazyLock::new(|| {
    let mut rows = Vec::new();
    let mut four = "";
    for line in include_str!("../../crate/core/data/divisions.tsv").lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [alone] = columns[..] {
            four = alone;
        } else {
            let column = |i: usize| columns.get(i).copied().unwrap_or_default();
            let code = format!("{four}{}", column(0));
            let last = column(3).parse().ok();
            rows.push(Division { code, name: column(1), in_force: column(3).is_empty(), last });
        }
    }
    rows
});

fn codes(of: impl Fn(&Division) -> bool) -> Vec<&'static str> {
    let mainland = |d: &&Division| !matches!(&d.code[..2], "71" | "81" | "82");
    DIVISIONS.iter().filter(mainland).filter(|d| of(d)).map(|d| d.code.as_str()).collect()
}

/// Counties and districts in force, with the 市辖区 (XX01) that registrars use.
pub static COUNTIES: LazyLock<Vec<&str>> = LazyLock::new(|| codes(|d| d.in_force && !d.code.ends_with("00")));

/// Provinces and prefectures in force.
pub static CITIES: LazyLock<Vec<&str>> = LazyLock::new(|| codes(|d| d.in_force && d.code.ends_with("00")));

/// Counties and districts of all years since 1984: identity numbers were given out under each.
pub static COUNTIES_OF_ALL_YEARS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let heading = |name| matches!(name, "市辖区" | "县" | "市" | "直辖县级行政区划");
    codes(|d| !d.code.ends_with("00") && !heading(d.name))
});

/// Could somebody born in this year have been given a number of the county? Where it ended five years before, that is a doubt.
pub fn gave_numbers(code: &str, born: u16) -> bool {
    let mut rows = DIVISIONS.iter().filter(|d| d.code == code);
    rows.any(|d| d.in_force || d.last.is_some_and(|last| born < last + 5))
}

/// The central bank's areas.
pub static BANK_AREAS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../crate/core/data/bank_areas.tsv").lines();
    lines.filter(|l| !l.starts_with('#')).filter_map(|l| l.get(..4)).collect()
});

/// What a notice would call the place of a code: its name, or that of the place above.
pub fn name(code: &str) -> Option<&'static str> {
    let heading = |name: &str| matches!(name, "" | "市辖区" | "县" | "市" | "直辖县级行政区划");
    let above = [code.to_string(), format!("{}00", &code[..4]), format!("{}0000", &code[..2])];
    let mut rows = above.iter().flat_map(|code| DIVISIONS.iter().rev().filter(move |d| d.code == *code));
    rows.find(|d| !heading(d.name)).map(|d| d.name)
}
