//! Slips in how provisions, numbers and laws are named, and in what a draft says of its own parts.

use super::kinds::{PLAN, marks};
use super::*;

const LETTER: &str = "UBND TỈNH PHÚ THỌ\nSỞ NỘI VỤ\nSố: 1452/SNV-TCBC\nV/v tinh giản biên chế\nPhú Thọ, ngày 15 tháng 10 năm 2025\n\nKính gửi: Các sở, ngành.\n\nSở Nội vụ hướng dẫn như sau:\n\n1. Về đối tượng\nTheo quy định.\n2. Về hồ sơ\na) Đơn đề nghị.\nb) Bản sao.\n";

#[test]
fn labels_and_words_that_a_reference_lacks() {
    marks(
        Code::IncompleteProvision,
        PLAN,
        &[
            "Hồ sơ quy định tại ⟦1⟧ Điều này được bảo quản.",
            "Hồ sơ quy định tại ⟦1⟧, 2 Điều này được bảo quản.",
            "Hồ sơ tại điểm b ⟦2⟧ Điều này được bảo quản.",
            "Thực hiện theo ⟦khoản⟧ Điều 2 Luật Lưu trữ.",
            "Thực hiện theo ⟦điểm⟧ khoản 2 Điều 5 Luật Lưu trữ.",
            "Hồ sơ quy định tại khoản 1, khoản 2 Điều này được bảo quản.",
            "Thời hạn quy định tại 02 Luật Lưu trữ và Luật Đất đai là như nhau.",
            "Thời hạn quy định tại Điều 43 Luật Lưu trữ là 10 năm.",
            "Các điểm, khoản Điều 5 Luật Lưu trữ được rà soát.",
        ],
        "",
    );
}

#[test]
fn the_number_of_an_article_is_not_split() {
    marks(
        Code::SpaceInNumber,
        PLAN,
        &[
            "Theo quy định tại Điều ⟦4 3⟧ Luật Lưu trữ.",
            "Theo quy định tại Điều ⟦3 06⟧ của Luật Thương mại.",
            "Theo quy định tại Điều 4, 5 Luật Lưu trữ.",
            "Theo quy định tại Điều 4 và Điều 5 Luật Lưu trữ.",
            "Theo Điều 4 02 đơn vị được giao.",
        ],
        "",
    );
}

#[test]
fn laws_under_names_that_never_were() {
    marks(
        Code::WrongLawYear,
        PLAN,
        &[
            "Tranh chấp được giải quyết theo Điều 422 ⟦Luật Dân sự⟧.",
            "Thành lập theo ⟦Bộ luật Doanh nghiệp⟧ năm 2020.",
            "Tranh chấp được giải quyết theo Điều 422 Bộ luật Dân sự.",
            "Khoa Luật Dân sự mở lớp bồi dưỡng.",
            "Thành lập theo Luật Doanh nghiệp năm 2020.",
        ],
        "",
    );
}

#[test]
fn an_issuer_that_took_over_later_is_not_that_of_the_time() {
    let of_2024 = "BỘ NỘI VỤ\nSố: 45/KH-BNV\nHà Nội, ngày 10 tháng 3 năm 2024\n\nKẾ HOẠCH\nVề lao động\n\n";
    let text = "Theo Thông tư số 10/2020/TT-BLĐTBXH ngày 12 tháng 11 năm 2020 của ⟦Bộ Nội vụ⟧.";
    marks(Code::IssuerSymbolMismatch, of_2024, &[text], "");
    marks(Code::IssuerSymbolMismatch, PLAN, &[&text.replace(['⟦', '⟧'], "")], "");
    let subject = "Báo cáo theo Thông tư số 03/2013/TT-TTCP ngày 10/6/2013 của Thanh tra Chính phủ, Ủy ban nhân dân xã báo cáo như sau:";
    marks(Code::IssuerSymbolMismatch, PLAN, &[subject], "");
}

#[test]
fn parts_of_letters_are_counted() {
    marks(
        Code::InternalTargetMissing,
        LETTER,
        &[
            "3. Tổ chức thực hiện\nDanh sách gửi theo mục ⟦7⟧ Công văn này.",
            "c) Thời hạn nêu tại điểm ⟦đ⟧ mục này là 15 ngày.\n3. Tổ chức thực hiện\nTheo quy định.",
            "3. Tổ chức thực hiện\nDanh sách gửi theo điểm ⟦c⟧ mục 2 Công văn này.",
            "3. Tổ chức thực hiện\nDanh sách gửi theo mục 2 Công văn này.",
            "3. Tổ chức thực hiện\nDanh sách gửi theo điểm b mục 2 Công văn này.",
        ],
        "\n\nNơi nhận:\n- Như trên;\n",
    );
}

#[test]
fn units_of_an_attached_regulation_are_its_own() {
    let decision = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 21/2023/QĐ-UBND\nLào Cai, ngày 12 tháng 7 năm 2023\n\nQUYẾT ĐỊNH\nBan hành Quy định\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy định về cấp nước.\nĐiều 2. Quyết định này có hiệu lực từ ngày 01 tháng 8 năm 2023.\nĐiều 3. Các sở chịu trách nhiệm thi hành Quyết định này.\n\n*Nơi nhận:*\n- Như Điều 3;\n\nQUY ĐỊNH\nVề cấp nước\n(Ban hành kèm theo Quyết định số 21/2023/QĐ-UBND ngày 12 tháng 7 năm 2023)\n\nĐiều 1. Phạm vi\nQuy định này quy định về cấp nước.\nĐiều 2. Trách nhiệm\n1. Lập kế hoạch.\n2. Kế hoạch gồm:\na) Mục tiêu;\nb) Giải pháp.\n";
    marks(
        Code::InternalTargetMissing,
        decision,
        &[
            "3. Gửi kế hoạch theo khoản ⟦7⟧ Điều này.",
            "3. Gửi kế hoạch theo điểm ⟦d⟧ khoản 2 Điều này.",
            "3. Gửi kế hoạch theo Điều ⟦14⟧ Quy định này.",
            "3. Gửi kế hoạch theo điểm b khoản 2 Điều này.",
            "3. Gửi kế hoạch theo khoản 1 Điều 2 Quy định này.",
        ],
        "\nĐiều 3. Tổ chức thực hiện\nCác sở thực hiện Quy định này.\n",
    );
    let swapped = decision.replace("theo Quyết định số 21/2023", "theo Quyết định số 12/2023");
    let found = findings(&swapped, &Settings::default());
    let told: Vec<&str> = found.iter().filter(|f| f.code == Code::DateMismatch).map(|f| f.span.of(&swapped)).collect();
    assert_eq!(told, ["12/2023/QĐ-UBND"]);
}

#[test]
fn what_people_write_and_is_no_slip() {
    marks(
        Code::SpaceInNumber,
        "",
        &[
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSố: 35   /2024/QĐ-UBND\nHà Nội, ngày 28 tháng 5 năm 2024\n\nQUYẾT ĐỊNH\n",
        ],
        "",
    );
    marks(
        Code::WrongSeparatorState,
        PLAN,
        &["Theo Báo cáo số 05.07-2025/BCTT-TS ngày 05/7/2025 của Công ty Tam Sơn."],
        "",
    );
    marks(Code::MissingYear, PLAN, &["Theo Báo cáo số 03/TT-PT ngày 27/02/2026 của Công ty Phú Thành."], "");
    marks(Code::OcrConfusion, PLAN, &["Theo Luật Cán bộ, công chức số 80/2025/⟦QHI5⟧."], "");
}

#[test]
fn an_article_stands_behind_its_clauses() {
    marks(
        Code::ProvisionOrder,
        PLAN,
        &[
            "Bảo đảm điều kiện tại ⟦Điều 220 khoản 1, khoản 2⟧ Luật Đất đai năm 2024.",
            "Bảo đảm điều kiện tại khoản 1, khoản 2 Điều 220 Luật Đất đai năm 2024.",
        ],
        "",
    );
}
