//! Texts that stand in data: records of JSON, tables with commas, values of YAML, attributes. The marks around their strings quote
//! nothing.

use super::notation::reads;

#[test]
fn strings_of_data_are_no_quotations() {
    reads([
        r#"{"ten": "⟦Luật Thư viện⟧", "noi_dung": "Điều 6. Mục tiêu\n1. Theo ⟦§ khoản 2 Điều này và Điều 9 → khoản 2 Điều này | Điều 9 · this⟧ Luật này."}"#,
        r#"{"so": 4, "noi_dung": "Điều 12. Trách nhiệm\n1. ⟦@ Bộ Nội vụ⟧ thực hiện ⟦§ khoản 3 Điều 5 · this⟧ Nghị định này."}"#,
        "[\n  {\n    \"dieu\": \"Điều 3. Nguyên tắc\",\n    \"khoan\": [\n      \"1. Như ⟦§ khoản 2 Điều này · this⟧;\",\n      \"2. Trừ ⟦§ Điều 8 · this⟧ Thông tư này.\"\n    ]\n  }\n]",
        "- ten: \"Điều 4. Hồ sơ\"\n  noi_dung: \"1. Nộp theo ⟦§ khoản 2 Điều này, Điều 7 → khoản 2 Điều này | Điều 7 · this⟧ Quyết định này.\"\n",
        "so,ten,noi_dung\n1,Phạm vi,\"Điều 1. Phạm vi\"\n2,Hồ sơ,\"Điều 2. \"\"Hồ sơ\"\" theo ⟦§ khoản 1 Điều này · this⟧, trừ khoản khác\"\n",
        "<dieu so=\"5\" ten=\"Điều 5. Kinh phí\">\nĐiều 5. Kinh phí\n1. Theo ⟦§ khoản 2 Điều này và Điều 6 → khoản 2 Điều này | Điều 6 · this⟧ Luật này.\n</dieu>",
        r#"van_ban = "Điều 2. Hiệu lực\n1. Trừ ⟦§ khoản 2 Điều này · this⟧ của Nghị quyết này.""#,
        r#"{"hoi": "Ai ký thay?", "dap": "Theo ⟦§ khoản 2 Điều 13 · 30/2020/NĐ-CP⟧ Nghị định số ⟦# 30/2020/NĐ-CP⟧ thì cấp phó ký."}"#,
        r#"{"id": 1, "text": "Điều 9. Lệ phí\nMức thu theo ⟦§ điểm a khoản 2 Điều này · this⟧."}
{"id": 2, "text": "Điều 10. Miễn, giảm\nTrừ ⟦§ khoản 1 Điều 9 · this⟧ Thông tư này."}"#,
        // A quotation in a string is one.
        r#"{"noi_dung": "Điều 1. Sửa đổi ⟦§ khoản 2 Điều 4 · 15/2022/NĐ-CP⟧ Nghị định số ⟦# 15/2022/NĐ-CP⟧ như sau:\n\"2. Trừ ⟦§ khoản 1 Điều này · quoted⟧.\""}"#,
    ]);
}

#[test]
fn quotations_of_prose_stay() {
    reads([
        "Sửa đổi ⟦§ khoản 2 Điều 4 · 15/2022/NĐ-CP⟧ Nghị định số ⟦# 15/2022/NĐ-CP⟧ như sau: \"2. Trừ ⟦§ khoản 1 Điều này · quoted⟧.\"",
        "Điều 1. Thay cụm từ \"⟦§ khoản 2 Điều này · quoted⟧\", \"⟦§ điểm a khoản này · quoted⟧\" bằng \"⟦§ khoản 3 Điều này · quoted⟧\" tại ⟦§ Điều 5 · 15/2022/NĐ-CP⟧ Nghị định số ⟦# 15/2022/NĐ-CP⟧.",
    ]);
}

#[test]
fn letters_written_as_escapes() {
    reads([
        r#"{"a": "Theo ⟦§ kho\u1ea3n 1 \u0110i\u1ec1u 5 → khoản 1 Điều 5 · Luật Đất đai⟧ ⟦Lu\u1eadt \u0110\u1ea5t \u0111ai → Luật Đất đai⟧"}"#,
        r#"{"a": "⟦@ B\u1ed9 T\u00e0i ch\u00ednh → Bộ Tài chính⟧ ban h\u00e0nh Th\u00f4ng t\u01b0 s\u1ed1 ⟦# 80/2021/TT-BTC⟧"}"#,
    ]);
}
