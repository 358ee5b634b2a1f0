//! A sorted table (表) in `data/`, read as it stands: tab-separated rows, the key first.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// The rows of a file: lines sorted by their bytes, keys of digits or capitals.
///
/// Where each row starts is noted at the first look-up; looking for line ends anew each time takes most of
/// a look-up, and a page has a few dozen of them.
pub(crate) struct Table {
    rows: &'static str,
    starts: OnceLock<Vec<u32>>,
}

impl Table {
    /// Takes a file's text; the lines on top that start with `#` tell where it is from and are passed over.
    pub(crate) const fn new(text: &'static str) -> Table {
        let (bytes, mut at) = (text.as_bytes(), 0);
        while at < bytes.len() && bytes[at] == b'#' {
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            if at < bytes.len() {
                at += 1;
            }
        }
        Table { rows: text.split_at(at).1, starts: OnceLock::new() }
    }

    /// Is there a row with this key?
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The row with this key.
    pub(crate) fn find(&self, key: &str) -> Option<Row> {
        let starts = self.starts();
        let number = starts.binary_search_by(|&start| self.compare(start, key)).ok()?;
        self.rows[starts[number] as usize..].split('\n').next().map(Row)
    }

    #[inline]
    fn compare(&self, start: u32, key: &str) -> Ordering {
        let row = &self.rows.as_bytes()[start as usize..];
        let beginning = &row[..key.len().min(row.len())];
        beginning.cmp(key.as_bytes()).then_with(|| match row.get(key.len()) {
            None | Some(b'\t' | b'\n') => Ordering::Equal,
            Some(_) => Ordering::Greater,
        })
    }

    fn starts(&self) -> &[u32] {
        self.starts.get_or_init(|| {
            let mut at = 0;
            let start = |row: &str| {
                at += row.len();
                (at - row.len()) as u32
            };
            self.rows.split_inclusive('\n').map(start).collect()
        })
    }
}

/// One row; columns left out at its end are empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row(&'static str);

impl Row {
    /// A line without its end.
    pub(crate) fn new(line: &'static str) -> Row {
        Row(line)
    }

    /// The first column.
    pub(crate) fn key(self) -> &'static str {
        self.columns::<1>()[0]
    }

    /// The first columns.
    #[inline]
    pub(crate) fn columns<const N: usize>(self) -> [&'static str; N] {
        let mut rest = self.0;
        std::array::from_fn(|_| {
            // Rows are short: a plain loop beats a search for a character.
            let end = rest.bytes().position(|b| b == b'\t').unwrap_or(rest.len());
            let column = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or("");
            column
        })
    }

    /// How many columns are written.
    #[cfg(test)]
    pub(crate) fn width(self) -> usize {
        self.0.split('\t').count()
    }
}

#[cfg(test)]
impl Table {
    /// All rows.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        self.rows.lines().map(Row)
    }

    /// Panics where the rows are not sorted by key, keys have other widths, or a row is too wide.
    pub(crate) fn assert_sorted(&self, key: std::ops::RangeInclusive<usize>, widest: usize) {
        let keys: Vec<_> = self.rows().map(Row::key).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
        for row in self.rows() {
            assert!(key.contains(&row.key().len()), "{row:?}");
            assert!(row.key().bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()), "{row:?}");
            assert!((1..=widest).contains(&row.width()), "{row:?}");
            assert!(row.0.split('\t').all(|c| c == c.trim()), "{row:?}");
            assert!(!row.0.ends_with('\t'), "{row:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::finds;

    static TABLE: Table = Table::new("# where from\n# columns\n10\tten\n12\ttwelve\tx\n13\n3\tthree\n");

    #[test]
    fn rows_by_key() {
        finds(
            |key| {
                let found = TABLE.find(key).map(|row| row.columns::<2>()[1]);
                assert_eq!(TABLE.has(key), found.is_some(), "{key}");
                found
            },
            "
            ten     10
            twelve  12
            ∅       13
            three   3
            none    1  11  120  4  ∅
            ",
        );
        assert_eq!(TABLE.rows().count(), 4);
        assert!(!Table::new("# nothing else").has("1"));
    }
}
