//! The program; all of it is in the library.

#![forbid(unsafe_code)]

/// Blocks of a document are many small values, made and dropped on several threads at once; the allocator of the system takes
/// a quarter of the time of a check for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    std::process::exit(viendan::cli::run());
}
