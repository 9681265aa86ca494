//! Records from JSON Lines and CSV, also compressed.
//!
//! Files are read line by line on a thread of their own and written in one transaction: after a fault or a kill the former
//! state stays. What cannot be read is reported with file and line and skipped; the rest is imported.
//!
//! - [`run`]: the import itself; [`report`]: what it did.
//! - [`files`]: which files hold records; [`lines`]: their lines, with bounds on what a file can make of itself.
//! - [`records`]: the lines as records; [`csv`] and [`row`]: the same for CSV.
//! - [`cycle`]: relations that cannot be.

mod csv;
mod cycle;
mod files;
mod lines;
mod records;
mod report;
mod row;
mod run;

pub use files::{Compression, Format, files};
pub use lines::Lines;
pub use report::{Contradiction, KEPT, Report};
pub use run::{import, read_into, replace};
