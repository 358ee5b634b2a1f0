//! Plain objects for JavaScript (普通对象), made in one crossing.
//!
//! Any value that serde can write goes onto a *tape* of 32-bit entries, all its strings into one *text*; `objects.js`
//! makes the objects from the two. An entry's low three bits tell what it is, the rest is its number `n`:
//!
//! | bits | value                                                                |
//! |------|----------------------------------------------------------------------|
//! | 0    | the whole number `n`                                                 |
//! | 1    | a larger whole number: the two entries that follow, high half first  |
//! | 2    | the next `n` UTF-16 units of the text                                |
//! | 3    | the same, to be remembered                                           |
//! | 4    | the `n`-th remembered string                                         |
//! | 5    | a list of the `n` values that follow                                 |
//! | 6    | an object of shape `n`: its values follow                            |
//! | 7    | null, true, false                                                    |
//!
//! The tape begins with the shapes: how many, and for each the length of its comma-separated names in the text.
//! A report holds no fractions and no maps, so the tape has none.

use std::fmt;
use std::ptr;

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use wasm_bindgen::prelude::*;

use crate::utf16::units;

#[wasm_bindgen(module = "/src/objects.js")]
extern "C" {
    fn objects(text: &str, tape: &[u32]) -> JsValue;
}

/// The value as plain objects.
///
/// # Panics
/// When the value holds what a tape has no entry for: a mistake of ours, not of the text.
pub fn plain(value: &impl Serialize) -> JsValue {
    let (text, tape) = packed(value);
    objects(&text, &tape)
}

/// The text and the tape that cross.
///
/// # Panics
/// As [`plain`].
pub fn packed(value: &impl Serialize) -> (String, Vec<u32>) {
    write(value).expect("reports hold only what a tape can hold")
}

/// Strings worth remembering: names, kinds, labels and short sentences come again and again.
const SHORT: usize = 96;
const SLOTS: usize = 256;

#[derive(Default)]
struct Tape {
    text: String,
    tape: Vec<u32>,
    shapes: Vec<Vec<&'static str>>,
    /// The names of the objects that are open, innermost last.
    names: Vec<&'static str>,
    known: Known,
}

/// The last short string of each hash: where it lies in the text, and its number.
struct Known {
    slots: [(usize, usize, u32); SLOTS],
    count: u32,
}

impl Default for Known {
    fn default() -> Known {
        Known { slots: [(0, 0, 0); SLOTS], count: 0 }
    }
}

fn write(value: &impl Serialize) -> Result<(String, Vec<u32>), NotOnTape> {
    let mut body = Tape::default();
    value.serialize(&mut body)?;
    let shapes: Vec<String> = body.shapes.iter().map(|names| names.join(",")).collect();
    let mut tape = Vec::with_capacity(1 + shapes.len() + body.tape.len());
    tape.push(shapes.len() as u32);
    tape.extend(shapes.iter().map(|names| names.len() as u32));
    tape.extend(body.tape);
    Ok((shapes.concat() + &body.text, tape))
}

impl Tape {
    fn push(&mut self, kind: u32, n: usize) {
        debug_assert!(n < 1 << 29, "a tape's number has 29 bits");
        self.tape.push(kind | (n as u32) << 3);
    }

    fn string(&mut self, string: &str) {
        let length = units(string.as_bytes());
        if string.is_empty() || string.len() > SHORT {
            self.push(2, length);
        } else {
            let slot = hash(string.as_bytes()) % SLOTS;
            let (at, len, number) = self.known.slots[slot];
            if len == string.len() && self.text.as_bytes()[at..at + len] == *string.as_bytes() {
                return self.push(4, number as usize);
            }
            self.known.slots[slot] = (self.text.len(), string.len(), self.known.count);
            self.known.count += 1;
            self.push(3, length);
        }
        self.text.push_str(string);
    }

    fn number(&mut self, number: u64) {
        match usize::try_from(number) {
            Ok(n) if n < 1 << 29 => self.push(0, n),
            _ => {
                self.push(1, 0);
                self.tape.extend([(number >> 32) as u32, number as u32]);
            }
        }
    }
}

/// Length, beginning and end: any spread will do, a collision only makes a string cross twice.
fn hash(bytes: &[u8]) -> usize {
    let word = |at: usize| bytes[at..].first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
    let ends = if bytes.len() >= 8 {
        word(0) ^ word(bytes.len() - 8).rotate_left(24)
    } else {
        bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))
    };
    ((ends ^ bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

/// The value holds something that a tape has no entry for.
#[derive(Debug)]
struct NotOnTape(String);

impl fmt::Display for NotOnTape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not on a tape: {}", self.0)
    }
}

impl std::error::Error for NotOnTape {}

impl ser::Error for NotOnTape {
    fn custom<T: fmt::Display>(message: T) -> NotOnTape {
        NotOnTape(message.to_string())
    }
}

type Done = Result<(), NotOnTape>;

/// The methods of `Serializer` for what a report never holds.
macro_rules! never {
    ($($method:ident($($argument:ty),*) -> $out:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$out, NotOnTape> {
            Err(NotOnTape(stringify!($method).into()))
        })*
    };
}

/// Whole numbers of every width.
macro_rules! whole {
    ($($method:ident($width:ty);)*) => {
        $(fn $method(self, n: $width) -> Done {
            self.number(n.into());
            Ok(())
        })*
    };
}

impl<'a> Serializer for &'a mut Tape {
    type Ok = ();
    type Error = NotOnTape;
    type SerializeSeq = Self;
    type SerializeStruct = Object<'a>;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), NotOnTape>;
    type SerializeTupleVariant = Impossible<(), NotOnTape>;
    type SerializeMap = Impossible<(), NotOnTape>;
    type SerializeStructVariant = Impossible<(), NotOnTape>;

    whole! {
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    never! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_bool(self, yes: bool) -> Done {
        self.push(7, if yes { 1 } else { 2 });
        Ok(())
    }

    fn serialize_char(self, char: char) -> Done {
        self.string(char.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, string: &str) -> Done {
        self.string(string);
        Ok(())
    }

    fn serialize_unit(self) -> Done {
        self.push(7, 0);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Done {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        Err(NotOnTape("serialize_newtype_variant".into()))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, NotOnTape> {
        let len = len.ok_or_else(|| NotOnTape("a list of unknown length".into()))?;
        self.push(5, len);
        Ok(self)
    }

    fn serialize_tuple(self, len: usize) -> Result<Self, NotOnTape> {
        self.serialize_seq(Some(len))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'a>, NotOnTape> {
        let (entry, first) = (self.tape.len(), self.names.len());
        // The shape is known when the last name is.
        self.push(6, 0);
        Ok(Object { tape: self, entry, first })
    }
}

impl SerializeSeq for &mut Tape {
    type Ok = ();
    type Error = NotOnTape;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Tape {
    type Ok = ();
    type Error = NotOnTape;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

/// An object that is being written.
struct Object<'a> {
    tape: &'a mut Tape,
    /// Its entry.
    entry: usize,
    /// Its first name.
    first: usize,
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = NotOnTape;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Done {
        self.tape.names.push(name);
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Done {
        let Object { tape, entry, first } = self;
        let names = &tape.names[first..];
        // Names are constants: the same place is the same name. Another place would only make another shape.
        let same =
            |a: &[&str], b: &[&str]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| ptr::eq(*a, *b));
        let shape = tape.shapes.iter().position(|shape| same(shape, names)).unwrap_or_else(|| {
            tape.shapes.push(names.to_vec());
            tape.shapes.len() - 1
        });
        tape.names.truncate(first);
        tape.tape[entry] |= (shape as u32) << 3;
        Ok(())
    }
}
