//! The text itself (文本): where numbers may stand in it, and how it is read.

pub(crate) mod border;
pub(crate) mod ideographs;
pub(crate) mod scan;
pub(crate) mod view;
