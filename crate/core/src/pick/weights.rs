//! What readings weigh (权重): of all sets of readings that do not overlap, the heaviest is taken.
//!
//! Nothing but the order counts: the tests below say which reading has to win against which, and that it does.

use super::naming::Strength;

/// What a token read is worth: leaving one unread costs as much.
pub const TOKEN: i32 = 35;

/// Reading over a joint (nothing, a blank, a line end, a paragraph) costs more than the token it gains, so that two whole
/// numbers stay two.
pub const JOINTS: [i32; 4] = [0, 22, 30, 90];

/// Each further joint of a letter-spaced number costs little.
pub const MORE_JOINTS: i32 = 2;

/// What going on costs where the first token is a whole number by itself, or the next one opens a list item.
pub const WHOLE: i32 = 40;

/// What leaving one to three digits behind a number costs that nothing else explains, and what taking in the year of a
/// date does.
pub const TAIL: i32 = 100;

/// What speaks for one number where a line ends inside it, and not between two.
pub const BROKEN: i32 = 70;

/// What a check character or a table that agrees adds.
pub const PROVED: i32 = 45;

/// A number whose check characters, tables or calendar no chance number passes.
pub const PROVEN: i32 = 105;

/// A number without a label that is one slip away from such a one.
pub const NEAR: i32 = 50;

/// A number with a label that cannot be what the label names.
pub const UNFIT: i32 = 5;

/// Eleven digits that start as a mobile does, behind a label that names something else: no mobile.
pub const NO_MOBILE: i32 = 90;

/// A table that agrees with a number that is doubted.
pub const DOUBTED: i32 = 30;

/// A date, an amount or a period, and a glyph of it more.
pub const READING: i32 = 70;

/// A telephone, likewise.
pub const TELEPHONE: i32 = 68;

/// What a label of its own adds to a date, an amount, a period or a telephone.
pub const LABELLED: i32 = 30;

/// What a range read whole weighs more than its two numbers apart.
pub const RANGE: i32 = 30;

/// What the two lines of a bill weigh together.
pub const BILL: i32 = 100;

/// An expression recognised whole (a document, a certificate in words): more than its parts can together.
pub const EXPRESSION: i32 = 230;

/// What a court's case number weighs more.
pub const CASE: i32 = 150;

/// The amount of a cell: nothing else is read in it.
pub const CELL: i32 = 400;

/// A website's filing: more than its digits by themselves, and than words it is taken into.
pub const FILING: i32 = 1000;

/// What a number weighs by its label, if the kind fits, and if it does not but was surely meant. `len` is that of the value.
pub fn of_label(strength: Strength, len: usize) -> (i32, i32) {
    match strength {
        Strength::Field => (100, 50),
        Strength::Noun => (88, 45),
        Strength::Alike => (66, 40),
        Strength::Listed => (66, if len >= 15 { 40 } else { 0 }),
        Strength::Weak => (65, 0),
        Strength::Generic => (40, 0),
        Strength::Joined => (10, 0),
        Strength::Nothing | Strength::Refused => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Strength = Strength::Field;
    /// The length of an identity number.
    const LONG: usize = 18;

    fn fit(strength: Strength) -> i32 {
        of_label(strength, LONG).0
    }

    fn misfit(strength: Strength) -> i32 {
        of_label(strength, LONG).1
    }

    /// Each of these wins against the one behind it.
    #[test]
    fn the_order() {
        let rows = [
            // A label and a proof, a label alone or arithmetic alone, a proof and a noun somewhere before.
            ("a proved number under its label", fit(FIELD) + PROVED),
            ("a number that no chance passes", PROVEN),
            ("a number under its label", fit(FIELD)),
            ("eleven digits under another label than a telephone's", NO_MOBILE),
            ("a number beside its noun", fit(Strength::Noun)),
            ("a date, an amount or a period", READING),
            ("a telephone", TELEPHONE),
            ("a number in a list whose items before have the label", fit(Strength::Listed)),
            ("a number somewhere behind its noun", fit(Strength::Weak)),
            ("a number one slip away from a proven one, or wrong under its label", NEAR),
            ("a wrong number beside its noun", misfit(Strength::Noun)),
            ("a number behind 编号", fit(Strength::Generic)),
            ("a doubted number that a table agrees with", DOUBTED),
            ("a number joined to the one before it", fit(Strength::Joined)),
            ("a number that its label cannot mean", UNFIT),
            ("nothing", 0),
        ];
        for pair in rows.windows(2) {
            assert!(pair[0].1 > pair[1].1, "{} against {}", pair[0].0, pair[1].0);
        }
    }

    /// The stronger the words, the more a number weighs, right or wrong; wrong it never weighs more than right.
    #[test]
    fn stronger_words_weigh_more() {
        use Strength::{Alike, Field, Generic, Joined, Listed, Nothing, Noun, Weak};
        let by_strength = [Nothing, Joined, Generic, Weak, Listed, Alike, Noun, Field];
        for pair in by_strength.windows(2) {
            assert!(fit(pair[0]) <= fit(pair[1]), "{pair:?}");
        }
        for strength in by_strength {
            assert!(misfit(strength) <= fit(strength), "{strength:?}");
            assert!(of_label(strength, 6).1 <= misfit(strength), "{strength:?}");
        }
    }

    /// Two whole numbers stay two: what is gained by reading over a joint is less than what two weigh more than one.
    #[test]
    fn two_stay_two() {
        let [none, blank, line, paragraph] = JOINTS;
        assert!(none < blank && blank < line && line < TOKEN && TOKEN < paragraph);
        for strength in [Strength::Field, Strength::Noun, Strength::Weak] {
            let one = |tokens: i32| fit(strength) + PROVED + TOKEN * tokens;
            assert!(one(1) + one(1) > one(2) - blank, "{strength:?}");
            // Where the first is whole, one number of two has to be worth more than a token.
            assert!(one(2) - blank - WHOLE < one(1) + TOKEN + PROVED, "{strength:?}");
        }
        assert!(MORE_JOINTS < blank);
    }

    /// What is recognised as a whole wins against its parts: the year in brackets, two numbers, an amount.
    #[test]
    fn the_whole_wins() {
        let parts = fit(FIELD) + PROVED + READING;
        assert!(EXPRESSION > parts && EXPRESSION + CASE > 2 * parts - READING);
        const { assert!(CELL > EXPRESSION + CASE && FILING > 2 * CELL) };
        assert!(READING + LABELLED >= fit(FIELD), "a labelled date is as good as a labelled number");
        assert!(BILL >= fit(FIELD) && RANGE > 0 && BROKEN > JOINTS[2] && TAIL > BROKEN);
    }
}
