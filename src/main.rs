fn main() {
    std::process::exit(viendan::commands::run());
}
