fn main() {
    std::process::exit(viendan::commands::lsp::run());
}
