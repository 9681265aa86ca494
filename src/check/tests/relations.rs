//! What a sentence says that one act did to another.

use super::*;

/// Sentences about acts of the facts of the tests, the words that are reported marked ⟦so⟧: 87/2025 amends 64/2025; 30/2020 replaced
/// 110/2004, and 102/2024 replaced 43/2014.
const SENTENCES: [&str; 20] = [
    "Theo Luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025 được ⟦thay thế⟧ bởi Luật số 87/2025/QH15.",
    "Luật số 64/2025/QH15 đã bị ⟦bãi bỏ⟧ bởi Luật số 87/2025/QH15, nên không áp dụng.",
    "Luật số 87/2025/QH15 ngày 25 tháng 6 năm 2025 ⟦thay thế⟧ Luật số 64/2025/QH15.",
    "Nghị định số 110/2004/NĐ-CP được ⟦sửa đổi, bổ sung⟧ một số điều bởi Nghị định số 30/2020/NĐ-CP.",
    "Nghị định số 43/2014/NĐ-CP (được ⟦sửa đổi⟧ bởi Nghị định số 102/2024/NĐ-CP) hướng dẫn việc này.",
    // One typing error away from the act that did it, older than the act, on other acts.
    "Luật số 59/2020/QH14 được sửa đổi, bổ sung bởi Luật số ⟦75/2025/QH15⟧.",
    "Luật Doanh nghiệp năm 2020 được sửa đổi, bổ sung bởi Luật số 03/2022/QH15 và Luật số ⟦67/2025/QH15⟧.",
    "Nghị định số 110/2004/NĐ-CP được thay thế bởi Nghị định số ⟦31/2020/NĐ-CP⟧.",
    "Luật Lưu trữ số 33/2024/QH15 được sửa đổi, bổ sung bởi Luật số ⟦59/2020/QH14⟧.",
    "Luật số 72/2025/QH15 đã được sửa đổi, bổ sung bởi Luật số ⟦87/2025/QH15⟧.",
    // An act may change others in its closing articles.
    "Luật số 59/2020/QH14 được sửa đổi, bổ sung bởi Luật số 31/2024/QH15.",
    // What is so.
    "Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15.",
    "Nghị định số 110/2004/NĐ-CP được thay thế bởi Nghị định số 30/2020/NĐ-CP.",
    "Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.",
    // About another act than the one that is named last.
    "Luật số 80/2015/QH13 được thay thế bởi Luật số 64/2025/QH15, được sửa đổi, bổ sung bởi Luật số 87/2025/QH15.",
    "Theo Luật số 64/2025/QH15, Quyết định này thay thế Luật số 87/2025/QH15.",
    "Luật số 64/2025/QH15 có hiệu lực. Được thay thế bởi Luật số 87/2025/QH15.",
    // A part was replaced; nothing is said of the acts.
    "Điều 5 Luật số 64/2025/QH15 và cụm từ được thay thế theo quy định tại Luật số 87/2025/QH15.",
    "Luật số 64/2025/QH15, Luật số 87/2025/QH15 được thay thế.",
    "Tại khoản 1 Điều 2 Luật số 64/2025/QH15 có cụm từ “Luật số 110/2004/QH11 được thay thế bởi Luật số 87/2025/QH15”.",
];

#[test]
fn an_act_that_amends_does_not_replace_and_the_other_way_round() {
    let as_of = settings::AsOf::Day(time::macros::date!(2026 - 01 - 10));
    let settings = Settings { as_of, ..Settings::default() };
    let mut faults = Vec::new();
    for sentence in SENTENCES {
        let plain = sentence.replace(['⟦', '⟧'], "");
        let mut found = findings(&plain, &settings);
        found.retain(|f| f.code == Code::RelationMismatch);
        let mut marked = plain.clone();
        for f in found.iter().rev() {
            marked.insert(f.span.end, '⟧');
            marked.insert(f.span.start, '⟦');
        }
        if marked != sentence {
            faults.push(format!("{sentence}\n   {marked}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
