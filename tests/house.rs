//! How the core is built (房屋): what a newcomer must not have to know by heart is held by these tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const CORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// The files of the core, by their path below `src`, without their tests and comments.
fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::from(CORE)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !is_test(&path) {
                let name = path.strip_prefix(CORE).expect("below src").to_string_lossy().replace('\\', "/");
                found.insert(name, code(&fs::read_to_string(&path).expect("a file")));
            }
        }
    }
    assert!(found.len() > 100, "{} files", found.len());
    found
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "tests.rs" || name == "testing.rs")
}

/// The lines of code; the module of tests at the end of a file and comments become empty lines.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// What is said of one kind stands in the kind: no other file of the core names a kind by its id.
#[test]
fn no_kind_is_named_by_its_id() {
    // Words that mean something else there: a type of notice, a fact, a field of a shape.
    const ELSE: [(&str, &str); 5] = [
        ("notice/names.rs", "financial_licence"),
        ("layout/parse.rs", "date"),
        ("words/mod.rs", "amount"),
        ("words/mod.rs", "date"),
        ("words/mod.rs", "period"),
    ];
    let ids: BTreeSet<&str> = kanyan::kinds::all().iter().map(|kind| kind.id).collect();
    let mut named = Vec::new();
    let mut used = BTreeSet::new();
    for (file, text) in sources().iter().filter(|(file, _)| !file.starts_with("kinds/")) {
        for (number, line) in text.lines().enumerate() {
            for literal in line.split('"').filter(|literal| ids.contains(literal)) {
                match ELSE.iter().find(|word| **word == (file, literal)) {
                    Some(word) => _ = used.insert(word),
                    None => named.push(format!("{file}:{}: {literal:?}", number + 1)),
                }
            }
        }
    }
    assert!(named.is_empty(), "say `&kinds::…::KIND`, or give the kind a property:\n{}", named.join("\n"));
    assert_eq!(used.len(), ELSE.len(), "an exception that nobody needs");
}

/// A type of notice that the code names exists: a list that names none such is silent for ever.
#[test]
fn every_type_that_is_named_exists() {
    let types: BTreeSet<&str> = kanyan::notice::sorts().map(|sort| sort.id).collect();
    let (mut named, mut unknown) = (0, Vec::new());
    for (file, text) in sources() {
        let own = ["notice/", "pick/", "words/", "slips/"].iter().any(|folder| file.starts_with(folder));
        for (at, _) in text.match_indices('"') {
            let Some((word, _)) = text[at + 1..].split_once('"') else { continue };
            if !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()) {
                continue;
            }
            let before = &text[..at];
            // A word with a low line is a name; the start or the end of several is no name of its own.
            let compared = ["sort.id == ", "types: &["].iter().any(|sign| before.ends_with(sign));
            let part = ["starts_with(", "ends_with("].iter().any(|sign| before.ends_with(sign));
            if compared || own && word.contains('_') && !part {
                named += 1;
                if !types.contains(word) {
                    unknown.push(format!("{file}: {word:?}"));
                }
            }
        }
    }
    assert!(named > 30, "only {named} names found");
    assert!(unknown.is_empty(), "no such type of notice:\n{}", unknown.join("\n"));
}

/// The floors (楼层), the lowest first: a file uses what stands below it, and its neighbours on the same floor.
const FLOORS: [&[&str]; 12] = [
    &["judgement", "order"],
    &["tables"],
    &["text"],
    &["layout"],
    &["kinds"],
    &["finding"],
    &["pick"],
    &["notice"],
    &["slips", "report"],
    &["exposure", "plain", "traditional", "words"],
    &["json"],
    &["lib"],
];

/// The floor on which a folder, or a file beside `lib.rs`, stands.
fn floor(name: &str) -> usize {
    FLOORS.iter().position(|floor| floor.contains(&name)).unwrap_or_else(|| panic!("{name}: on no floor"))
}

/// The first names of the paths behind `crate::`, those in braces too.
fn uses<'t>(text: &'t str, root: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(root).flat_map(move |(at, _)| {
        let rest = &text[at + root.len()..];
        let mut names = Vec::new();
        match rest.strip_prefix('{') {
            None => names.extend(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()),
            Some(list) => {
                let (mut depth, mut start) = (0, 0);
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth > 0 => depth -= 1,
                        ',' | '}' if depth == 0 => {
                            let name = list[start..at].trim();
                            names.extend(name.split(|c: char| !c.is_alphanumeric() && c != '_').next());
                            start = at + 1;
                            if c == '}' {
                                break;
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        names.into_iter().filter(|name| !name.is_empty())
    })
}

/// No file uses what stands above it: so none can be drawn into a circle with another floor.
#[test]
fn nothing_runs_back_up() {
    // What `lib.rs` gives out by itself.
    let own = ["VERSION", "check", "mask"];
    let mut up = Vec::new();
    for (file, text) in sources() {
        let place = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        for name in uses(&text, "crate::").filter(|name| !own.contains(name)) {
            if floor(name) > floor(place) || floor(name) == floor(place) && name != place {
                up.push(format!("{file} uses {name}"));
            }
        }
    }
    assert!(up.is_empty(), "up, or across:\n{}", up.join("\n"));
}
/// Files of one folder do not use each other in a circle; a folder's `mod.rs` and its files may.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let all = sources();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in &all {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        if name == "mod.rs" || file == "lib.rs" {
            continue;
        }
        let inside = format!("crate::{}::", folder.replace('/', "::"));
        let root = if folder.is_empty() { "crate::" } else { "super::" };
        for used in uses(text, root).chain(uses(text, &inside)) {
            let path = if folder.is_empty() { format!("{used}.rs") } else { format!("{folder}/{used}.rs") };
            if path != *file && all.contains_key(&path) {
                arrows.entry(file.clone()).or_default().insert(path);
            }
        }
    }
    assert!(arrows.len() > 40, "only {} files use a neighbour", arrows.len());
    // What uses nothing that is left is taken away, until only circles are.
    let mut left: BTreeSet<String> = arrows.keys().cloned().collect();
    loop {
        let free: Vec<String> = left
            .iter()
            .filter(|file| arrows[*file].iter().all(|used| !left.contains(used)))
            .cloned()
            .collect();
        if free.is_empty() {
            break;
        }
        free.iter().for_each(|file| _ = left.remove(file));
    }
    assert!(left.is_empty(), "in circles, or leading into one: {left:#?}");
}
