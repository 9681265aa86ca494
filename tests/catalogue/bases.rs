//! What the built-in catalogue knows of ends: a draft that is based on acts that have ended.

use std::sync::Arc;
use viendan::catalogue::Catalogue;
use viendan::check::{self, Settings, Severity};
use viendan::document::{Document, Format};
use viendan::lexicon::Vocabulary;

const DRAFT: &str = "ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 3105/QĐ-UBND
Lào Cai, ngày 10 tháng 9 năm 2026

QUYẾT ĐỊNH
Về việc phê duyệt kế hoạch

Căn cứ Luật Giao thông đường bộ số 23/2008/QH12;
Căn cứ Luật Thi hành án hình sự số 41/2019/QH14;
Căn cứ Luật Thủ đô số 39/2024/QH15;
Căn cứ Nghị định số 63/2014/NĐ-CP của Chính phủ;
Căn cứ Nghị định số 38/2022/NĐ-CP của Chính phủ.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt kế hoạch.
";

#[test]
fn a_basis_that_has_ended_is_warned_of() {
    let catalogue = Catalogue::builtin().expect("the built-in catalogue opens");
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let document = Document::read(DRAFT, Format::Plain, &vocabulary);
    let findings = check::check(&document, &catalogue, &Settings::default());
    for number in ["23/2008/QH12", "41/2019/QH14", "39/2024/QH15", "63/2014/NĐ-CP", "38/2022/NĐ-CP"] {
        let warned = findings.iter().any(|f| {
            f.severity >= Severity::Warning && f.code.as_str() == "basis-expired" && f.span.of(DRAFT).contains(number)
        });
        let all: Vec<String> = findings.iter().map(|f| format!("{:?} {} {}", f.severity, f.code, f.message)).collect();
        assert!(warned, "{number}\n{}", all.join("\n"));
    }
}
