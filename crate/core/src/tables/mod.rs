//! Tables and arithmetic (表与算法): what numbers are looked up in and computed by. Nothing here knows of kinds.

pub mod authorities;
pub mod bank_areas;
pub mod bank_classes;
pub(crate) mod checksum;
pub(crate) mod date;
pub(crate) mod identity;
pub mod numerals;
pub(crate) mod plate_letters;
pub mod regions;
pub(crate) mod table;
pub mod telephones;
