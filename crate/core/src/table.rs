//! A sorted table (表) in `data/`, read as it stands: tab-separated rows, the key first.

use std::cmp::Ordering;
use std::ops::Range;
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

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.starts().len()
    }

    /// A row by its number from 0.
    pub(crate) fn row(&self, number: usize) -> Row {
        let start = self.starts()[number] as usize;
        let end = self.starts().get(number + 1).map_or(self.rows.len(), |&next| next as usize);
        let row = &self.rows[start..end];
        Row(row.strip_suffix('\n').unwrap_or(row))
    }

    /// The number of the first row whose key starts with this, or comes behind it.
    pub(crate) fn first_from(&self, start: &[u8]) -> usize {
        self.starts().partition_point(|&at| self.rows.as_bytes()[at as usize..] < *start)
    }

    /// Is there a row with this key?
    pub(crate) fn has(&self, key: &str) -> bool {
        self.starts().binary_search_by(|&start| self.compare(start, key)).is_ok()
    }

    /// The rows with this key.
    pub(crate) fn find(&'static self, key: &str) -> impl Iterator<Item = Row> + use<> {
        self.find_among(0..self.len(), key)
    }

    /// The rows with this key, when they can only be among these.
    pub(crate) fn find_among(
        &'static self,
        rows: Range<usize>,
        key: &str,
    ) -> impl Iterator<Item = Row> + use<> {
        let starts = &self.starts()[rows.clone()];
        let first = starts.partition_point(|&start| self.compare(start, key) == Ordering::Less);
        let count =
            starts[first..].iter().take_while(|&&start| self.compare(start, key) == Ordering::Equal).count();
        let first = rows.start + first;
        (first..first + count).map(|number| self.row(number))
    }

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
    /// The first column.
    pub(crate) fn key(self) -> &'static str {
        self.columns::<1>()[0]
    }

    /// The first columns.
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
        (0..self.len()).map(|number| self.row(number))
    }

    /// Panics where the rows are not sorted by key, keys have other widths, or a row is too wide.
    pub(crate) fn assert_sorted(&self, unique: bool, key: std::ops::RangeInclusive<usize>, widest: usize) {
        let keys: Vec<_> = self.rows().map(Row::key).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1] || !unique && pair[0] == pair[1], "{pair:?}");
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

    static TABLE: Table =
        Table::new("# where from\n# columns\n10\tten\n12\ttwelve\tx\n12\tdozen\n12\n3\tthree\n");

    #[test]
    fn rows_by_key() {
        let find = |key| TABLE.find(key).map(|row| row.columns::<2>()[1]).collect::<Vec<_>>();
        for (key, want) in [
            ("10", &["ten"][..]),
            ("12", &["twelve", "dozen", ""]),
            ("3", &["three"]),
            ("1", &[]),
            ("11", &[]),
            ("120", &[]),
            ("4", &[]),
            ("", &[]),
        ] {
            assert_eq!(find(key), want, "{key}");
            assert_eq!(TABLE.has(key), !want.is_empty(), "{key}");
        }
        assert_eq!(TABLE.rows().count(), 5);
        assert_eq!(Table::new("# nothing else").len(), 0);
        let among: Vec<_> = TABLE.find_among(2..4, "12").map(|row| row.columns::<2>()[1]).collect();
        assert_eq!(among, ["dozen", ""]);
        assert_eq!(TABLE.find_among(4..5, "12").count(), 0);
        let first = |start: &str| TABLE.first_from(start.as_bytes());
        assert_eq!([first(""), first("1"), first("12"), first("13"), first("4")], [0, 0, 1, 4, 5]);
    }
}
