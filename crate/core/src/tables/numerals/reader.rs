//! Signs into a value (读数): section by section, with the rules for 零.

use super::{Numeral, Risk, Script, Sign, Slip};

/// A pair of a digit and its place, as the rules for 零 need it.
#[derive(Clone, Copy)]
struct Pair {
    place: u8,
    /// Where the 零 before it stands, if there is one.
    zero: Option<usize>,
    at: usize,
    /// Its place is not written: the last of a section.
    bare: bool,
}

/// What has been read so far.
pub(super) struct Reader<'a> {
    slip: &'a mut dyn FnMut(Slip, usize),
    /// Everything before the last 亿, times 10^8.
    yi: u64,
    /// What stood before 万 since then, times 10^4.
    wan: u64,
    /// The section being read.
    section: u64,
    /// A digit that waits for its place, and where it stands.
    digit: Option<(u8, usize)>,
    /// Digits that are spelled one after the other.
    spelled: u32,
    /// The first and the last pair of this section.
    first: Option<Pair>,
    last: Option<Pair>,
    /// The last place of the section before this one.
    before: Option<u8>,
    /// A whole section between them is empty.
    skipped: bool,
    /// Empty places are named (零拾), as on printed forms: no 零 is missing then.
    named: bool,
    /// A 零 that waits for the pair it belongs to.
    zero: Option<usize>,
    /// One more behind it.
    doubled: Option<usize>,
    seen: Seen,
}

#[derive(Default)]
struct Seen {
    /// The set of the first sign that is in one set only: the others are measured by it.
    first: Option<Script>,
    capital: bool,
    ordinary: bool,
    spelled: bool,
    wan: bool,
    yi: bool,
    broken: bool,
}

impl<'a> Reader<'a> {
    /// Nothing read yet.
    pub(super) fn new(slip: &'a mut dyn FnMut(Slip, usize)) -> Reader<'a> {
        Reader {
            slip,
            yi: 0,
            wan: 0,
            section: 0,
            digit: None,
            spelled: 0,
            first: None,
            last: None,
            before: None,
            skipped: false,
            named: false,
            zero: None,
            doubled: None,
            seen: Seen::default(),
        }
    }

    /// Reads one more sign.
    pub(super) fn take(&mut self, sign: Sign, script: Script, at: usize) {
        let mixed = match script {
            Script::Ordinary => self.seen.first == Some(Script::Capital),
            Script::Capital => self.seen.first == Some(Script::Ordinary),
            Script::Both => false,
            Script::Odd => true,
        };
        if matches!(script, Script::Ordinary | Script::Capital) {
            self.seen.first.get_or_insert(script);
        }
        self.seen.ordinary |= script == Script::Ordinary;
        self.seen.capital |= script == Script::Capital;
        if mixed {
            (self.slip)(Slip::Style, at);
        }
        match sign {
            Sign::Digit(digit) => self.digit(digit, at),
            Sign::Place(place) => self.place(place, at),
            Sign::Tens(digit) => {
                self.digit(digit, at);
                self.place(1, at);
            }
            Sign::Wan => self.close(at, Rank::Wan),
            Sign::Yi => self.close(at, Rank::Yi),
        }
    }

    /// A digit waits for its place; a second one behind it makes the numeral a spelled one.
    fn digit(&mut self, digit: u8, at: usize) {
        if let Some((waiting, _)) = self.digit {
            // A second digit without a place between: a spelled numeral, if places have not begun.
            if self.last.is_some() {
                self.order(at);
            }
            self.spelled = self.spelled.max(1) + 1;
            self.seen.spelled = true;
            let run = if self.spelled == 2 { u64::from(waiting) } else { self.section };
            self.section = run.saturating_mul(10).saturating_add(u64::from(digit));
            self.digit = Some((digit, at));
        } else if digit == 0 {
            if self.zero.is_some() {
                self.doubled = Some(at);
            }
            self.zero = Some(at);
        } else {
            self.digit = Some((digit, at));
        }
    }

    /// A place takes the digit that waits; 十 may do without.
    fn place(&mut self, place: u8, at: usize) {
        if self.spelled > 0 {
            return self.order(at);
        }
        let digit = match (self.digit.take(), self.zero) {
            (Some((digit, start)), _) => {
                self.pair(digit, place, start, at);
                return;
            }
            // 零拾, as printed forms have it: the place is named and empty.
            (None, Some(zero)) if zero + 1 == at => {
                (self.slip)(Slip::ZeroExtra(Risk::Style), zero);
                self.zero = None;
                self.named = true;
                return match &mut self.last {
                    Some(last) if place >= last.place => self.order(at),
                    Some(last) => last.place = place,
                    None => {}
                };
            }
            (None, _) if place == 1 => 1,
            (None, _) => return self.order(at),
        };
        if self.seen.capital {
            (self.slip)(Slip::BareTen, at);
        }
        self.pair(digit, place, at, at);
    }

    /// Adds a digit at its place to the section; the sign of the place may stand elsewhere.
    fn pair(&mut self, digit: u8, place: u8, at: usize, sign: usize) {
        let zero = self.zero.take();
        self.tell_doubled();
        let pair = Pair { place, zero, at, bare: place == 0 };
        match self.last {
            None => self.first = Some(pair),
            Some(last) if place >= last.place => self.order(sign),
            Some(last) => match (zero, place + 1 == last.place) {
                (Some(zero), true) => (self.slip)(Slip::ZeroExtra(Risk::Value), zero),
                (None, false) if !self.named => (self.slip)(Slip::ZeroMissing(risk(pair)), at),
                _ => {}
            },
        }
        self.last = Some(pair);
        self.section = self.section.saturating_add(u64::from(digit) * 10u64.pow(u32::from(place)));
    }

    /// Ends a section.
    fn close(&mut self, at: usize, rank: Rank) {
        if self.spelled > 0 {
            self.digit = None;
        } else if let Some((digit, start)) = self.digit.take() {
            self.pair(digit, 0, start, start);
        }
        // 伍佰零万: something may have dropped out after the 零. A numeral that is 零 alone is no padding.
        if let Some(zero) = self.zero.take()
            && (rank != Rank::End || self.last.is_some() || self.seen.wan || self.seen.yi)
        {
            let risk = if self.named { Risk::Style } else { Risk::Value };
            // A run of them is told once.
            self.doubled = None;
            (self.slip)(Slip::ZeroExtra(risk), zero);
        }
        self.tell_doubled();
        self.skipped |= rank == Rank::End && self.seen.yi && !self.seen.wan;
        if let Some(first) = self.first {
            self.join(first);
        }
        let empty = self.first.is_none() && self.section == 0;
        match rank {
            Rank::End => {}
            Rank::Wan => {
                if self.seen.wan || empty {
                    self.order(at);
                }
                self.wan = self.wan.saturating_add(self.section).saturating_mul(10_000);
                self.seen.wan = true;
                self.section = 0;
                self.skipped = false;
            }
            Rank::Yi => {
                if self.seen.yi || (empty && !self.seen.wan) {
                    self.order(at);
                }
                let head = self.yi.saturating_add(self.wan).saturating_add(self.section);
                self.yi = head.saturating_mul(100_000_000);
                self.wan = 0;
                self.section = 0;
                self.seen.yi = true;
                self.seen.wan = false;
                self.skipped = empty;
            }
        }
        if let Some(last) = self.last.take() {
            self.before = Some(last.place);
        }
        self.first = None;
        self.spelled = 0;
    }

    /// 零零 where one is allowed.
    fn tell_doubled(&mut self) {
        if let Some(at) = self.doubled.take() {
            (self.slip)(Slip::ZeroExtra(Risk::Style), at);
        }
    }

    /// The rules for 零 before the first pair of a section.
    fn join(&mut self, first: Pair) {
        let (required, allowed) = match self.before {
            None => (false, false),
            Some(before) => {
                let required = self.skipped || first.place < 3;
                (required, required || before > 0)
            }
        };
        match first.zero {
            None if required && !self.named => (self.slip)(Slip::ZeroMissing(risk(first)), first.at),
            Some(zero) if !allowed => (self.slip)(Slip::ZeroExtra(Risk::Style), zero),
            _ => {}
        }
    }

    /// The value cannot be trusted from here on.
    fn order(&mut self, at: usize) {
        self.seen.broken = true;
        (self.slip)(Slip::Order, at);
    }

    /// Ends the numeral after this many signs.
    pub(super) fn finish(mut self, len: usize) -> Numeral {
        self.close(len, Rank::End);
        Numeral {
            value: self.yi.saturating_add(self.wan).saturating_add(self.section),
            len,
            capital: self.seen.capital,
            ordinary: self.seen.ordinary,
            spelled: self.seen.spelled,
            broken: self.seen.broken,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    End,
    Wan,
    Yi,
}

/// 壹仟伍 may be 1005 or 1500; 壹仟伍拾 can only be 1050.
fn risk(pair: Pair) -> Risk {
    if pair.bare { Risk::Value } else { Risk::Style }
}
