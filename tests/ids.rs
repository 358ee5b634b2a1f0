//! The names that the core's code asks for (编码里的名称): every kind and every type of notice that it names exists.
//!
//! A list that names none such is silent for ever, and no other test sees it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kanyan::{kinds, notice};

/// The source files of a folder.
fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            out.push(path);
        }
    }
}

/// Short words in quotes: `"real_estate_unit"`, each with what stands before it.
fn quoted(code: &str) -> impl Iterator<Item = (&str, &str)> {
    code.match_indices('"').filter_map(move |(at, _)| {
        let (word, _) = code[at + 1..].split_once('"')?;
        let plain = !word.is_empty()
            && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit());
        plain.then_some((&code[..at], word))
    })
}

/// What the code before a word says that it is: the kind of a finding.
const OF_KIND: [&str; 3] = ["kind.id == ", "of_kind(", "by_id("];
/// The type of a notice.
const OF_SORT: [&str; 2] = ["sort.id == ", "types: &["];

#[test]
fn all_that_is_named_exists() {
    let kinds: BTreeSet<&str> = kinds::all().iter().map(|kind| kind.id).collect();
    let sorts: BTreeSet<&str> = notice::sorts().map(|sort| sort.id).collect();
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let (mut named, mut unknown) = (0, BTreeSet::new());
    for file in files {
        let code = fs::read_to_string(&file).expect("it can be read");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let own = file
            .components()
            .any(|part| ["notice", "pick", "words", "slips"].iter().any(|own| part.as_os_str() == *own));
        for (before, word) in quoted(code) {
            let known = kinds.contains(word) || sorts.contains(word);
            let kind = OF_KIND.iter().any(|sign| before.ends_with(sign));
            let sort = OF_SORT.iter().any(|sign| before.ends_with(sign));
            // A word with a low line is a name; the start of several is no name of its own.
            let name = own
                && word.contains('_')
                && !before.ends_with("starts_with(")
                && !before.ends_with("ends_with(");
            if kind || sort || name {
                named += 1;
                if !known || kind && !kinds.contains(word) || sort && !sorts.contains(word) {
                    unknown.insert(format!("{}: {word}", file.display()));
                }
            }
        }
    }
    assert!(named > 100, "only {named} names found");
    assert!(unknown.is_empty(), "{unknown:#?}");
}
