//! Tables of tests as text (测试表): a line a row, what is claimed and then the values it is claimed of.
//!
//! Two blanks or more part the cells, `//` starts a comment, `∅` is the empty text. Every row that does not hold is
//! told, not the first alone.

/// The lines of a table without their comments.
pub(crate) fn lines(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

/// The cells of a line.
pub(crate) fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .map(|cell| if cell == "∅" { "" } else { cell })
}

/// The rows of a table: what is claimed, and of which values.
pub(crate) fn claims(table: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    lines(table).map(|line| {
        let mut cells = cells(line);
        let claim = cells.next().unwrap_or_default();
        let values: Vec<&str> = cells.collect();
        assert!(!values.is_empty(), "{line}: claimed of no value");
        (claim, values)
    })
}

/// What comes of each value, written as the claim: rows `claim  value  value`.
#[track_caller]
pub(crate) fn gives(of: impl Fn(&str) -> String, table: &str) {
    let mut off = Vec::new();
    for (claim, values) in claims(table) {
        let got = values.into_iter().map(|value| (value, of(value))).filter(|(_, got)| got != claim);
        off.extend(
            got.map(|(value, got)| format!("{} gives {}, not {}", shown(value), shown(&got), shown(claim))),
        );
    }
    assert!(off.is_empty(), "\n{}", off.join("\n"));
}

/// A question with its answer for each value: rows `yes  value  value` and `no  value`.
#[track_caller]
pub(crate) fn answers(ask: impl Fn(&str) -> bool, table: &str) {
    gives(|value| if ask(value) { "yes" } else { "no" }.into(), table);
}

/// What is found in each value; `none` where nothing is.
#[track_caller]
pub(crate) fn finds<T: ToString>(find: impl Fn(&str) -> Option<T>, table: &str) {
    gives(|value| find(value).map_or("none".into(), |found| found.to_string()), table);
}

/// The two halves of a cell.
pub(crate) fn pair(cell: &str) -> (&str, &str) {
    cell.split_once('|').expect("a mark between the two")
}

/// The empty text as tables write it.
pub(crate) fn shown(text: &str) -> &str {
    if text.is_empty() { "∅" } else { text }
}
