//! Mistakes about other acts that a draft cites: their end, their parts, their title, the year in their name.

use super::kinds::{PLAN, marks};
use super::*;

fn report(year: u16) -> String {
    format!(
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 45/BC-UBND\nLào Cai, ngày 10 tháng 3 năm {year}\n\nBÁO CÁO\nVề đất đai\n\n"
    )
}

#[test]
fn an_end_is_told_though_the_act_had_been_amended() {
    marks(
        Code::ExpiredInstrument,
        &report(2026),
        &[
            "Thực hiện Luật Đất đai số ⟦45/2013/QH13⟧ (đã được sửa đổi, bổ sung), các xã lập hồ sơ địa chính.",
            "Giá đất áp dụng theo Luật Đất đai số ⟦45/2013/QH13⟧ đã được bổ sung một số điều.",
            "Thửa đất đã đo đạc có sai lệch: áp dụng Điều 100 Luật Đất đai số ⟦45/2013/QH13⟧.",
            "Thực hiện Luật Đất đai số 45/2013/QH13, các xã đã lập hồ sơ địa chính.",
            "Tỉnh đã phê duyệt các dự án sau: dự án A theo Luật Đất đai số 45/2013/QH13.",
        ],
        "",
    );
}

#[test]
fn clauses_beyond_the_end() {
    marks(
        Code::NoSuchClause,
        &report(2023),
        &[
            "Học phí được miễn theo ⟦khoản 8⟧ Điều 99 Luật Giáo dục.",
            "Học phí được miễn theo khoản 6 Điều 99 Luật Giáo dục.",
            "Học phí được miễn theo khoản 8 Điều 98 Luật Giáo dục trước đây.",
        ],
        "",
    );
    marks(
        Code::NoSuchClause,
        &report(2026),
        &[
            "Xã kiểm tra theo ⟦khoản 5⟧ Điều 7 Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15.",
            "Xã kiểm tra theo khoản 4 Điều 7 Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15.",
        ],
        "",
    );
}

#[test]
fn titles_of_another_act() {
    marks(
        Code::TitleMismatch,
        &report(2026),
        &[
            "Căn cứ Nghị định số 33/2025/NĐ-CP ngày 25 tháng 02 năm 2025 của Chính phủ ⟦quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nội vụ⟧;",
            "Căn cứ Nghị định số 33/2025/NĐ-CP ngày 25 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Xây dựng;",
            "Căn cứ Nghị định số 166/2013/NĐ-CP ngày 12 tháng 11 năm 2013 của Chính phủ ⟦quy định cơ sở dữ liệu quốc gia về xử lý vi phạm hành chính⟧;",
            "Căn cứ Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ ⟦quy định về giá đất⟧;",
            "Căn cứ Nghị định số 71/2024/NĐ-CP ngày 27 tháng 6 năm 2024 của Chính phủ quy định về giá đất được sửa đổi, bổ sung bởi Nghị định số 226/2025/NĐ-CP;",
        ],
        "",
    );
}

#[test]
fn years_in_names_that_contradict_the_number() {
    marks(
        Code::WrongLawYear,
        &report(2026),
        &[
            "Thực hiện Luật Lưu trữ năm ⟦2025⟧ số 33/2024/QH15, các xã chỉnh lý hồ sơ.",
            "Thực hiện Luật Căn cước năm ⟦2024⟧ số 26/2023/QH15, công an xã cấp thẻ.",
            "Thực hiện Luật Lưu trữ năm 2024 số 33/2024/QH15, các xã chỉnh lý hồ sơ.",
            "Thực hiện Luật Lưu trữ năm 2024 và Nghị định số 113/2025/NĐ-CP, các xã chỉnh lý hồ sơ.",
        ],
        "",
    );
}

#[test]
fn laws_that_are_to_come_in_contracts() {
    let contract = "HỢP ĐỒNG XÂY DỰNG\nSố: 12/HĐ-ABC\nHôm nay, ngày 10 tháng 10 năm 2023\n\n";
    marks(
        Code::NotYetInForce,
        contract,
        &[
            "Căn cứ Luật Đấu thầu số ⟦22/2023/QH15⟧ ngày 23 tháng 6 năm 2023;",
            "Căn cứ Luật Đấu thầu số 43/2013/QH13 ngày 26 tháng 11 năm 2013;",
        ],
        "",
    );
}

#[test]
fn parts_of_a_plan_and_names_given_twice() {
    let letter =
        "SỞ NỘI VỤ\nSố: 45/SNV-VP\nLào Cai, ngày 10 tháng 3 năm 2026\nV/v hướng dẫn lưu trữ\n\nKính gửi: Các xã.\n\n";
    marks(
        Code::InternalTargetMissing,
        PLAN,
        &[
            "1. Lập danh mục hồ sơ.\n2. Chỉnh lý.\n3. Vướng mắc về mục ⟦5⟧ Kế hoạch này đề nghị phản ánh về Sở.",
            "1. Lập danh mục hồ sơ.\n2. Chỉnh lý.\n3. Vướng mắc về mục 2 Kế hoạch này đề nghị phản ánh về Sở.",
            "1. Lập danh mục hồ sơ.\n2. Chỉnh lý theo mục 7 Công văn số 12/SNV-VP ngày 05 tháng 01 năm 2026.",
        ],
        "",
    );
    marks(
        Code::ShortNameRedefined,
        letter,
        &[
            "Công ty A (sau đây gọi là Bên A) và Công ty B (sau đây gọi là ⟦Bên A⟧) ký kết.",
            "Công ty A (sau đây gọi là Bên A) và Công ty B (sau đây gọi là Bên B) ký kết.",
        ],
        "",
    );
    marks(
        Code::DuplicatedPart,
        letter,
        &[
            "Các xã báo cáo kết quả thực hiện ⟦Kế hoạch ⟧Kế hoạch theo Luật Lưu trữ năm 2024.",
            "Tập huấn ⟦nghiệp vụ ⟧nghiệp vụ theo Luật Lưu trữ năm 2024.",
            "Tập huấn nghiệp vụ, nghiệp vụ lưu trữ theo Luật Lưu trữ năm 2024.",
        ],
        "",
    );
}
