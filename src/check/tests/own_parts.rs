//! What a draft says of its own parts: forms, annexes, items of sections, the article of the recipients, abbreviations.

use super::kinds::{PLAN, marks};
use super::*;

const CIRCULAR: &str =
    "BỘ NỘI VỤ\nSố: 5/2024/TT-BNV\nHà Nội, ngày 10 tháng 01 năm 2024\n\nTHÔNG TƯ\nVề hồ sơ\n\nĐiều 1. Hồ sơ\n";
const END: &str =
    "\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\n";

#[test]
fn forms_and_a_single_annex_are_counted() {
    marks(
        Code::InternalTargetMissing,
        CIRCULAR,
        &[
            "Đơn theo Mẫu số ⟦05⟧ tại Phụ lục ban hành kèm theo Thông tư này.",
            "Đơn theo Mẫu số ⟦03⟧ ban hành kèm theo Thông tư này.",
            "Đơn theo mẫu số ⟦04⟧ kèm theo Thông tư này.",
            "Đơn theo Mẫu số 01 tại Phụ lục ⟦III⟧ ban hành kèm theo Thông tư này.",
            "Đơn theo Mẫu số 02 tại Phụ lục ban hành kèm theo Thông tư này.",
            "Đơn theo Mẫu số 07 ban hành kèm theo Nghị định số 30/2020/NĐ-CP.",
            // Several forms that aren't there are in a file of their own.
            "Đơn theo Mẫu số 05 kèm theo Thông tư này, báo cáo theo Mẫu số 06 kèm theo Thông tư này.",
        ],
        &format!("{END}PHỤ LỤC\nMẫu số 01. Đơn\nNội dung đơn\nMẫu số 02. Báo cáo\nNội dung báo cáo"),
    );
}

#[test]
fn items_of_sections_are_counted() {
    let after = "\n\nI. MỤC ĐÍCH\n1. Thống nhất.\n2. Kịp thời.\nII. NỘI DUNG\n1. Thu thập.\n2. Chỉnh lý.\n3. Bảo quản.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì.\n2. Sở Tài chính phối hợp.";
    marks(
        Code::InternalTargetMissing,
        PLAN,
        &[
            "Thực hiện mục ⟦7⟧ phần II Kế hoạch này.",
            "Thực hiện mục ⟦3⟧ phần I Kế hoạch này.",
            "Thực hiện mục 3 phần II Kế hoạch này.",
            "Thực hiện mục 7 phần II Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026.",
        ],
        after,
    );
}

#[test]
fn recipients_name_an_article_of_the_draft() {
    let draft = |recipients: &str, form: &str| {
        format!(
            "{CIRCULAR}Hồ sơ gồm đơn.\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.\n\nNơi nhận:\n- Như Điều {recipients};\n- Lưu: VT.\n\n{form}"
        )
    };
    let missing = |text: &str| {
        findings(text, &Settings::default()).iter().filter(|f| f.code == Code::InternalTargetMissing).count()
    };
    assert_eq!(missing(&draft("3", "")), 1);
    assert_eq!(missing(&draft("2", "")), 0);
    // A form has its own recipients.
    let form = format!("Mẫu số 01. Quyết định\n{}\nNơi nhận:\n- Như Điều 4;\n", "Nội dung của mẫu. ".repeat(40));
    assert_eq!(missing(&draft("2", &form)), 0);
}

#[test]
fn abbreviations_are_explained() {
    marks(
        Code::UndefinedAbbreviation,
        CIRCULAR,
        &[
            "Giao ⟦HĐTĐGĐ⟧ của tỉnh kiểm tra hồ sơ.",
            "Bộ Nội vụ, ⟦BTC⟧ phối hợp kiểm tra hồ sơ.",
            "Giao ⟦BQLĐT⟧ lập dự toán; BQLĐT báo cáo.",
            "Hội đồng thẩm định giá đất (HĐTĐGĐ) kiểm tra; HĐTĐGĐ báo cáo.",
            "Hội đồng thẩm định giá đất (sau đây viết tắt là HĐTĐGĐ) kiểm tra; HĐTĐGĐ báo cáo.",
            "UBND cấp tỉnh, HĐND cấp tỉnh thực hiện theo quy định.",
            "Thông tư số 78/2021/TT-BTC của Bộ Tài chính được áp dụng.",
            "Dự án dùng vốn ODA, vốn vay của ASEAN được ưu tiên.",
            "Hồ sơ phải ghi rõ cụm từ “ĐƠN ĐỀ NGHỊ” và chữ “HĐTĐGĐ”.",
            "Giá ghi bằng VNĐ hoặc USD theo tỷ giá.",
        ],
        END,
    );
}
