//! Text inside markup is read; hidden text is not.

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
            "Nghị định số **⟦# 30/2020**/NĐ-CP → 30/2020/NĐ-CP⟧, Thông tư số ⟦# 5\\/2021/TT\\-BTC → 05/2021/TT-BTC⟧.",
            "tệp 30_2020_ND-CP, bảng 5*7/3.",
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
            "<p>theo ⟦§ khoản&nbsp;2&nbsp;Điều&#160;5 → khoản 2 Điều 5 · Luật Đất đai⟧ ⟦Luật&nbsp;Đất đai → Luật Đất đai⟧</p>",
            "<p>Nghị định số ⟦# 30/2020/NĐ&ndash;CP → 30/2020/NĐ-CP⟧&nbsp;ngày 05/3/2020</p>",
            "<p>Thông tư số ⟦# 12/2015/TT-BNN&amp;PTNT → 12/2015/TT-BNN&PTNT⟧, số ⟦# 10/2020/TT-BTC⟧&nbsp;quy định</p>",
            "<p>số <b>⟦# 30/2020</b>/NĐ-CP → 30/2020/NĐ-CP⟧</p>",
            "<script>\nvar a = \"Nghị định số 30/2020/NĐ-CP\";\nb();\nLuật Đất đai\n</script>\n<p>⟦Luật Nhà ở⟧</p>",
            "<p><style>.a { content: 'Luật Đất đai' }</style>⟦Luật Nhà ở⟧</p>",
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
            "theo ⟦§ khoản~2 Điều~5 → khoản 2 Điều 5 · Luật Đất đai⟧ ⟦Luật~Đất đai → Luật Đất đai⟧.",
            "số ⟦# 12/2015/TT-BNN\\&PTNT → 12/2015/TT-BNN&PTNT⟧ và ⟦# 30/2020/NĐ--CP → 30/2020/NĐ-CP⟧, \\textbf{⟦# 31/2020}/NĐ-CP → 31/2020/NĐ-CP⟧.",
            "% Nghị định số 30/2020/NĐ-CP\ntheo ⟦Luật Đất đai⟧.",
        ],
    );
}

#[test]
fn typst_and_asciidoc() {
    reads_as(Format::Typst, ["theo *Nghị định* số ⟦# 30/2020/NĐ-CP⟧ và _⟦Luật Đất đai⟧_."]);
    reads_as(Format::AsciiDoc, ["theo *Nghị định* số ⟦# 30/2020/NĐ-CP⟧ và _⟦Luật Đất đai⟧_."]);
}
