//! Provinces, departments and committees that ended in 2025, in lists, among recipients and as a territory.

use super::*;

/// Checks which words a rule marks in a sentence of a decision of a province of 2026, and that it marks nothing in one of 2024.
fn marked(code: Code, sentences: &[&str], recipients: bool) {
    let mut faults = Vec::new();
    for sentence in sentences {
        let expected: Vec<&str> = sentence.split('⟦').skip(1).filter_map(|part| part.split('⟧').next()).collect();
        let plain = sentence.replace(['⟦', '⟧'], "");
        for year in [2026, 2024] {
            let (inside, after) = if recipients { ("Ký.", plain.as_str()) } else { (plain.as_str(), "- Lưu: VT.") };
            let text = format!(
                "ỦY BAN NHÂN DÂN\nTỈNH NINH BÌNH\nSố: 15/{year}/QĐ-UBND\nNinh Bình, ngày 10 tháng 3 năm {year}\n\nQUYẾT ĐỊNH\nBan hành Quy định về quản lý hồ sơ\n\nĐiều 1. Trách nhiệm\n1. {inside}\nĐiều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày ký.\n\nNơi nhận:\n{after}\n"
            );
            let found = findings(&text, &Settings::default());
            let seen: Vec<&str> = found.iter().filter(|f| f.code == code).map(|f| f.span.of(&text)).collect();
            let expected = if year == 2026 { expected.clone() } else { Vec::new() };
            if seen != expected {
                faults.push(format!("{year} {sentence}: {seen:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn departments_are_found_in_lists_that_say_the_word_once() {
    marked(
        Code::AbolishedAgencyDuty,
        &[
            "Giám đốc các Sở: Tài chính, ⟦Kế hoạch và Đầu tư⟧, Xây dựng chịu trách nhiệm thi hành.",
            "Giám đốc các sở: ⟦Tài nguyên và Môi trường⟧, Tài chính chịu trách nhiệm thi hành.",
            "Giám đốc các Sở: Nội vụ; ⟦Giao thông vận tải⟧; Tài chính chịu trách nhiệm thi hành.",
            "Các Sở Tư pháp, ⟦Kế hoạch và Đầu tư⟧ phối hợp thực hiện.",
            "Các Sở: Y tế, ⟦Lao động - Thương binh và Xã hội⟧, ⟦Thông tin và Truyền thông⟧ phối hợp thực hiện.",
            "Các sở Tài chính, Nội vụ và ⟦Tài nguyên và Môi trường⟧ có trách nhiệm kiểm tra.",
            "Giám đốc các Sở: Tài chính, Nông nghiệp và Môi trường, Xây dựng chịu trách nhiệm thi hành.",
            "Các Sở: Khoa học và Công nghệ, Văn hóa và Thể thao phối hợp thực hiện.",
            "Hồ sơ của các Sở: Kế hoạch và Đầu tư, Tài chính đã nộp trước đây được chuyển giao.",
            "Các sở, ban, ngành kế hoạch hóa công việc.",
        ],
        false,
    );
}

#[test]
fn merged_provinces_are_found_in_lists_and_as_a_territory() {
    marked(
        Code::MergedProvince,
        &[
            "Ủy ban nhân dân thành phố Hồ Chí Minh, các tỉnh ⟦Bình Dương⟧, ⟦Bà Rịa - Vũng Tàu⟧ có trách nhiệm phối hợp.",
            "Ủy ban nhân dân các tỉnh ⟦Bắc Giang⟧, Bắc Ninh có trách nhiệm phối hợp.",
            "Đơn vị sự nghiệp trên địa bàn tỉnh ⟦Hà Nam⟧ thực hiện Quyết định này.",
            "Công trình trên địa bàn các tỉnh ⟦Nam Định⟧, ⟦Hà Nam⟧ do Sở Xây dựng quản lý.",
            "⟦Ủy ban nhân dân tỉnh Hà Nam⟧ có trách nhiệm phối hợp.",
            "Công trình trên địa bàn tỉnh Hà Nam (cũ) do Sở Xây dựng quản lý.",
            "Công trình trên địa bàn tỉnh Hà Nam trước khi sắp xếp do Sở Xây dựng quản lý.",
            "Công trình trên địa bàn tỉnh Ninh Bình do Sở Xây dựng quản lý.",
            "Bãi bỏ Quyết định số 12/2020/QĐ-UBND ngày 03 tháng 4 năm 2020 của Ủy ban nhân dân tỉnh Hà Nam.",
            "Giấy phép do Ủy ban nhân dân tỉnh Nam Định cấp trước ngày 01 tháng 7 năm 2025 còn giá trị.",
        ],
        false,
    );
}

#[test]
fn recipients_are_no_part_of_the_last_article() {
    marked(Code::MergedProvince, &["- ⟦Ủy ban nhân dân tỉnh Hà Nam⟧;", "- Ủy ban nhân dân tỉnh Nghệ An;"], true);
    marked(Code::AbolishedAgencyDuty, &["- ⟦Bộ Giao thông vận tải⟧;", "- Bộ Xây dựng;"], true);
}

#[test]
fn the_district_level_is_found_among_others_and_in_the_party() {
    marked(
        Code::DistrictLevelAbolished,
        &[
            "Mức chi cho ⟦cấp huyện, cấp xã⟧ do ngân sách bảo đảm.",
            "Cơ quan ⟦cấp tỉnh, cấp huyện⟧ lập dự toán hằng năm.",
            "Đề nghị ⟦các huyện ủy, thành ủy⟧ chỉ đạo thực hiện.",
            "Đề nghị ⟦Huyện ủy⟧ Gia Viễn chỉ đạo thực hiện.",
            "Đề nghị ⟦các huyện, thành, thị ủy⟧ chỉ đạo thực hiện.",
            "⟦Ủy ban nhân dân thành phố Tam Điệp⟧ có trách nhiệm phối hợp.",
            "Giao ⟦UBND TP Hoa Lư⟧ lập dự toán.",
            "Ủy ban nhân dân thành phố Hải Phòng có trách nhiệm phối hợp.",
            "⟦Thanh tra huyện⟧ chủ trì kiểm tra.",
            "Hồ sơ của cấp huyện, cấp xã trước ngày 01 tháng 7 năm 2025 được chuyển giao.",
            "Cơ quan cấp tỉnh, cấp xã lập dự toán hằng năm.",
            "Đề nghị Thành ủy Thành phố Hồ Chí Minh phối hợp.",
            "Văn hóa tỉnh và huyện đảo được bảo tồn.",
        ],
        false,
    );
}

#[test]
fn boards_of_the_party_were_merged_in_the_provinces_too() {
    marked(
        Code::AbolishedAgencyDuty,
        &[
            "⟦Ban Tuyên giáo Tỉnh ủy⟧ hướng dẫn tuyên truyền.",
            "Đề nghị ⟦Ban Dân vận Tỉnh ủy⟧ phối hợp.",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn tuyên truyền.",
        ],
        false,
    );
}
