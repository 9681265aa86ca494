//! Markup is read through, and what it hides is not read.

use super::notation::reads_as;
use viendan::document::Format;

#[test]
fn markdown() {
    reads_as(
        Format::Markdown,
        [
            "_**Nghị định**_ số [⟦# 30/2020/NĐ-CP⟧](https://vanban.example/30-2020) quy định.",
            "theo **⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧** và _⟦§ Điều 5 · Luật Nhà ở⟧_ **⟦Luật Nhà ở⟧**.",
            "#### Sửa ⟦§ Điều 60, 61 → Điều 60 | Điều 61 · Luật Đất đai⟧ ⟦Luật Đất đai⟧",
            "| Văn bản | Số |\n|---|---|\n| Nghị định | ⟦# 30/2020/NĐ-CP⟧ |\n",
            "```\nNghị định số 30/2020/NĐ-CP\n```\n\nNghị định số ⟦# 31/2020/NĐ-CP⟧.",
        ],
    );
}

#[test]
fn html() {
    reads_as(
        Format::Html,
        [
            "<p>theo <b>Nghị định</b> số <a href=\"/van-ban/99-2020-nd-cp\">⟦# 30/2020/NĐ-CP⟧</a>.</p>",
            "<p>theo <i>⟦§ khoản 1 Điều 5 · Luật Đất đai⟧</i> <b>⟦Luật Đất đai⟧</b></p>",
            "<p>Nghị định số&nbsp;⟦# 30/2020/NĐ-CP⟧</p>",
        ],
    );
}

#[test]
fn latex() {
    reads_as(
        Format::Latex,
        [
            "theo \\textbf{Nghị định} số~⟦# 30/2020/NĐ-CP⟧ quy định.",
            "theo \\emph{⟦§ khoản 1 Điều 5 · Luật Đất đai⟧} \\textbf{⟦Luật Đất đai⟧}.",
            "% Nghị định số 30/2020/NĐ-CP\ntheo ⟦Luật Đất đai⟧.",
        ],
    );
}

#[test]
fn typst_and_asciidoc() {
    reads_as(Format::Typst, ["theo *Nghị định* số ⟦# 30/2020/NĐ-CP⟧ và _⟦Luật Đất đai⟧_."]);
    reads_as(Format::AsciiDoc, ["theo *Nghị định* số ⟦# 30/2020/NĐ-CP⟧ và _⟦Luật Đất đai⟧_."]);
}
