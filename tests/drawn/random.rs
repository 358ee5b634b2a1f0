//! Random numbers that are the same on every computer (伪随机数): splitmix64.

/// A stream of numbers; the same seed gives the same stream.
pub struct Random(u64);

impl Random {
    /// A stream of its own for each part of a measurement.
    pub fn new(seed: u64, stream: u64) -> Random {
        let mut random = Random(seed ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below this, each as likely.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// From `first` to `last`.
    pub fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below((last - first + 1) as usize) as u32
    }

    /// Yes in so many of a thousand.
    pub fn in_1000(&mut self, count: usize) -> bool {
        self.below(1000) < count
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One character of these.
    pub fn char(&mut self, of: &str) -> char {
        char::from(*self.one(of.as_bytes()))
    }

    /// So many characters of these.
    pub fn chars(&mut self, of: &str, count: usize) -> String {
        (0..count).map(|_| self.char(of)).collect()
    }

    /// So many digits.
    pub fn digits(&mut self, count: usize) -> String {
        self.chars("0123456789", count)
    }

    /// One of these, as often as its weight says.
    pub fn weighted<'a, T: ?Sized>(&mut self, of: &[(&'a T, usize)]) -> &'a T {
        let mut at = self.below(of.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in of {
            match at.checked_sub(*weight) {
                Some(rest) => at = rest,
                None => return item,
            }
        }
        of[0].0
    }
}
