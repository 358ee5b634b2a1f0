//! Orders (次序): the program's one sort.
//!
//! The library's sorts are compiled anew for every type and comparison, five kilobytes each, and all of them travel to
//! every page; the lists here have a handful of members.

use std::cmp::Ordering;

/// Puts numbers of things in order; equal ones stay as they are.
pub(crate) fn by(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|&a, &b| compare(a, b));
}

/// The members of a list in order; equal ones stay as they are.
pub(crate) fn sorted<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    by(&mut order, &|a, b| compare(&list[a], &list[b]));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order.into_iter().filter_map(|number| list[number].take()).collect()
}

/// Adds a member to its group; groups stand in the order of their keys.
pub(crate) fn add_to<K: Ord, T>(groups: &mut Vec<(K, Vec<T>)>, key: K, member: T) {
    match groups.binary_search_by(|(other, _)| other.cmp(&key)) {
        Ok(at) => groups[at].1.push(member),
        Err(at) => groups.insert(at, (key, vec![member])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_order_and_as_they_came() {
        let rows = || vec![("b", 1), ("a", 2), ("b", 3), ("", 4), ("a", 5)];
        let want = [("", 4), ("a", 2), ("a", 5), ("b", 1), ("b", 3)];
        assert_eq!(sorted(rows(), |a, b| a.0.cmp(b.0)), want);
        assert_eq!(sorted(Vec::<u8>::new(), Ord::cmp), []);
        let mut groups = Vec::new();
        for (key, member) in rows() {
            add_to(&mut groups, key, member);
        }
        assert_eq!(groups, [("", vec![4]), ("a", vec![2, 5]), ("b", vec![1, 3])]);
    }
}
