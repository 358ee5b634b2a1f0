//! Calendar days (日期): the Gregorian calendar, no clock, no time zone.

use std::fmt;
use std::str::FromStr;

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the calendar has it; years 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let real = (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        real.then_some(Date { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The weekday, Monday = 1 to Sunday = 7 (ISO 8601).
    pub fn weekday(self) -> u8 {
        // Zeller's congruence, with January and February counted to the year before.
        let (y, m) = if self.month < 3 {
            (u32::from(self.year) + 399, u32::from(self.month) + 12)
        } else {
            (u32::from(self.year) + 400, u32::from(self.month))
        };
        let h = (u32::from(self.day) + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7;
        ((h + 5) % 7 + 1) as u8
    }
}

/// Days of a month; 0 where there is no such month.
pub fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = BadDate;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Date, BadDate> {
        let read = || {
            let mut parts = text.splitn(3, '-');
            let mut part = |width: usize| {
                parts.next().filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))
            };
            let (year, month, day) = (part(4)?, part(2)?, part(2)?);
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        read().ok_or(BadDate)
    }
}

/// The text is no day written as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDate;

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day written as YYYY-MM-DD")
    }
}

impl std::error::Error for BadDate {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist() {
        for (text, want) in [
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2024-04-31", false),
            ("2024-13-01", false),
            ("2024-00-10", false),
            ("2024-4-9", false),
            ("2024-04-09x", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Date>().is_ok(), want, "{text}");
        }
    }

    #[test]
    fn weekdays() {
        // Almanac days: the first day of the People's Republic was a Saturday, 1 January 2000 too.
        for (text, want) in
            [("1949-10-01", 6), ("2000-01-01", 6), ("2024-04-11", 4), ("2024-02-29", 4), ("2026-11-23", 1)]
        {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.weekday(), want, "{text}");
        }
    }
}
