//! Records from JSON Lines, JSON, CSV, Parquet and SQLite, the first three also compressed.
//!
//! Files are read line by line on a thread of their own and written in one transaction: after a fault or a kill the former
//! state stays. What cannot be read is reported with file and line and skipped; the rest is imported.
//!
//! - [`run`]: the import itself; [`report`]: what it did.
//! - [`files`]: which files hold records; [`lines`]: their lines, with bounds on what a file can make of itself.
//! - [`records`]: the lines as records; [`csv`] and [`row`]: the same for CSV.
//! - [`columns`] and [`mend`]: what others call the facts, and how they write them; [`links`]: their tables of relations.
//! - [`table`]: tables of any form, row by row; [`parquet`]: those of Parquet.
//! - [`preview`]: what an import would do.
//! - [`cycle`]: relations that cannot be.

mod columns;
mod csv;
mod cycle;
mod files;
mod lines;
mod links;
mod mend;
mod parquet;
mod preview;
mod records;
mod report;
mod row;
mod run;
mod table;

pub use files::{Compression, Format, Kind, files};
pub use lines::Lines;
pub use preview::{LeftOut, Preview, preview};
pub use report::{Contradiction, KEPT, Report};
pub use run::{import, import_beside, read_into, replace};
