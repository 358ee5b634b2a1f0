//! A sorted table (表) in `data/`, bisected as it stands: tab-separated rows, the key first.

/// The rows of a file: lines sorted by their bytes, keys of digits or capitals.
pub(crate) struct Table {
    rows: &'static str,
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
        Table { rows: text.split_at(at).1 }
    }

    /// The rows with this key.
    pub(crate) fn find(&self, key: &str) -> impl Iterator<Item = Row> {
        find_in(self.rows, key)
    }

    /// The text of the rows, for an index of byte places.
    pub(crate) fn text(&self) -> &'static str {
        self.rows
    }
}

/// The rows with this key in a stretch of whole rows.
pub(crate) fn find_in(rows: &'static str, key: &str) -> impl Iterator<Item = Row> {
    let bytes = rows.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    // Every row before `low` has a smaller key, no row from `high` on has; both are row starts.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| middle + at + 1);
        if Row(&rows[start..end]).key() < key {
            low = end;
        } else {
            high = start;
        }
    }
    rows[low..].lines().map(Row).take_while(move |row| row.key() == key)
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
        let mut all = self.0.trim_end_matches('\n').split('\t');
        std::array::from_fn(|_| all.next().unwrap_or(""))
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
        }
        assert_eq!(TABLE.rows().count(), 5);
        assert_eq!(Table::new("# nothing else").rows().count(), 0);
    }
}
