//! Text inside markup is read; hidden text is not.

use super::notation::{reads, reads_as};
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

#[test]
fn marks_of_notes_do_not_cut_a_citation() {
    reads([
        "Theo ⟦§ Điều 300 · Luật Đất đai⟧[1] ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "Theo ⟦§ Điều 300 · Luật Đất đai⟧³ ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "Theo ⟦§ Điều 300 · Luật Đất đai⟧(1) ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "Theo ⟦§ Điều 300 · Luật Đất đai⟧ (1) ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
        "theo ⟦§ khoản 2[3] Điều 5 → khoản 2 Điều 5 · Luật Nhà ở⟧ của ⟦Luật Nhà ở⟧[4].",
        "Nghị định số ⟦# 30/2020/NĐ-CP⟧³ của ⟦@ Chính phủ⟧⁴.",
        "Nghị định số ⟦# 30/2020[2]/NĐ-CP → 30/2020/NĐ-CP⟧[12] của ⟦@ Chính phủ⟧(*).",
        "khoản (1) ⟦§ Điều 5 · Luật Nhà ở⟧ ⟦Luật Nhà ở⟧",
    ]);
    reads_as(
        Format::Markdown,
        [
            "Theo ⟦§ Điều 300 · Luật Đất đai⟧[^1] ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.\n\n[^1]: Ghi chú.",
            "Theo ⟦§ Điều 300 · Luật Đất đai⟧^[Xem ⟦Luật Giá⟧.] ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
            "Theo C&ocirc;ng văn của ⟦@ Bộ T&agrave;i ch&iacute;nh → Bộ Tài chính⟧, Nghị định số ⟦# 30/2020/NĐ-CP⟧.",
            "Theo Nghị định số ⟦# 30/2020/NĐ-CP⟧[[3]](#_ftn3) của ⟦@ Chính phủ⟧.",
            "Theo ⟦§ khoản 2\n\n<!-- page 5 -->\n\nĐiều 300 → khoản 2 Điều 300 · Luật Đất đai⟧ ⟦Luật Đất đai⟧.",
        ],
    );
    reads_as(
        Format::Html,
        [
            "<p>Theo ⟦§ Điều 300 · Luật Đất đai⟧<sup>2</sup> ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.</p>",
            "<p>Nghị định số ⟦# 30/2020/NĐ-CP⟧<sup><a href=\"#fn2\">[2]</a></sup> của ⟦@ Chính phủ⟧</p>",
            "<p>theo ⟦§ kho&#7843;n 2 &#272;i&#7873;u 300 → khoản 2 Điều 300 · Luật Đất đai⟧ ⟦Lu&#7853;t &#272;&#7845;t &#273;ai → Luật Đất đai⟧</p>",
            "<p>⟦B&#7897; lu&#7853;t D&acirc;n s&#7921; n&#259;m 2015 → Bộ luật Dân sự · 2015⟧, ⟦§ &#272;i&#7873;u 700 → Điều 700 · Bộ luật Dân sự⟧</p>",
            "<p>Ngh&#7883; &#273;&#7883;nh s&#7889; ⟦# 30/2020/N&#272;-CP → 30/2020/NĐ-CP⟧</p>",
        ],
    );
    reads_as(
        Format::Latex,
        [
            "Theo ⟦§ Điều 300 · Luật Đất đai⟧\\footnote{Xem ⟦Luật Giá⟧.} ⟦Luật Đất đai năm 2024 → Luật Đất đai · 2024⟧.",
            "Nghị định số ⟦# 30/2020/NĐ-CP⟧\\footnotemark[3] của ⟦@ Chính phủ⟧",
            "Nghị định số ⟦# 30/2020/{NĐ-CP → 30/2020/NĐ-CP⟧} của ⟦@ Chính phủ⟧",
        ],
    );
    reads_as(Format::Typst, ["⟦§ Điều 3 · Luật Đất đai⟧#footnote[Xem ⟦Luật Giá⟧.] ⟦Luật Đất đai⟧"]);
}
