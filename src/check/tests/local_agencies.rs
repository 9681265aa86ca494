//! Agencies of provinces and districts that have ended.

use super::*;

/// The lines of an order of a province on a day, with what is reported on agencies in them at warning and above.
fn reported_of_agencies(year: u16, sentence: &str) -> Vec<String> {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH NINH BÌNH\nSố: 15/{year}/QĐ-UBND\nNinh Bình, ngày 10 tháng 3 năm {year}\n\nQUYẾT ĐỊNH\nBan hành Quy định về quản lý hồ sơ\n\nĐiều 1. Trách nhiệm\n1. {sentence}"
    );
    let found = findings(&text, &Settings::default());
    let found =
        found.into_iter().filter(|f| matches!(f.code, Code::AbolishedAgencyDuty | Code::DistrictLevelAbolished));
    found.filter(|f| f.severity == Severity::Warning).map(|f| text[f.span.start..f.span.end].to_owned()).collect()
}

#[test]
fn departments_that_were_merged_have_no_tasks() {
    for (sentence, expected) in [
        ("Sở Thông tin và Truyền thông có trách nhiệm hướng dẫn.", "Sở Thông tin và Truyền thông"),
        ("Sở Tài chính phối hợp với Sở Kế hoạch và Đầu tư thẩm định dự án.", "Sở Kế hoạch và Đầu tư"),
        ("Giám đốc Sở Giao thông vận tải chịu trách nhiệm kiểm tra.", "Sở Giao thông vận tải"),
        ("Sở Tài nguyên và Môi trường tỉnh Ninh Bình chủ trì.", "Sở Tài nguyên và Môi trường"),
        ("Báo cáo gửi Sở LĐTBXH hằng quý.", "Sở LĐTBXH"),
        ("Sở Nông nghiệp và Phát triển nông thôn tiếp nhận hồ sơ.", "Sở Nông nghiệp và Phát triển nông thôn"),
    ] {
        assert_eq!(reported_of_agencies(2026, sentence), [expected], "{sentence}");
        assert_eq!(reported_of_agencies(2024, sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn the_district_level_has_no_tasks() {
    for (sentence, expected) in [
        ("Ủy ban nhân dân cấp huyện tiếp nhận hồ sơ.", "Ủy ban nhân dân cấp huyện"),
        ("Ủy ban nhân dân huyện Gia Viễn, thị xã Ba Đồn có trách nhiệm kiểm tra.", "Ủy ban nhân dân huyện"),
        ("Chủ tịch Ủy ban nhân dân quận quyết định phê duyệt.", "Ủy ban nhân dân quận"),
        ("Phòng Tư pháp cấp huyện tiếp nhận hồ sơ.", "Phòng Tư pháp cấp huyện"),
    ] {
        assert_eq!(reported_of_agencies(2026, sentence), [expected], "{sentence}");
        assert_eq!(reported_of_agencies(2024, sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn a_deadline_and_the_clause_on_execution_are_tasks() {
    for (sentence, expected) in [
        (
            "Sở Nội vụ báo cáo Bộ Thông tin và Truyền thông trước ngày 15 tháng 12 hằng năm.",
            "Bộ Thông tin và Truyền thông",
        ),
        ("Sở Thông tin và Truyền thông chủ trì thực hiện trước ngày 30/9/2027.", "Sở Thông tin và Truyền thông"),
        (
            "Giám đốc Sở Thông tin và Truyền thông chịu trách nhiệm thi hành Quyết định này.",
            "Sở Thông tin và Truyền thông",
        ),
    ] {
        assert_eq!(reported_of_agencies(2026, sentence), [expected], "{sentence}");
    }
}

#[test]
fn what_was_done_or_is_quoted_and_agencies_that_remain_are_not_reported() {
    for sentence in [
        "Sở Thông tin và Truyền thông đã được giao thực hiện việc này trước đây.",
        "Thay thế cụm từ “Sở Kế hoạch và Đầu tư chủ trì” bằng cụm từ “Sở Tài chính chủ trì”.",
        "Hồ sơ Sở Giao thông vận tải tiếp nhận trước ngày 01 tháng 3 năm 2025 được giữ nguyên.",
        "Việc do Sở Giao thông vận tải thực hiện trước ngày Luật này có hiệu lực được giữ nguyên.",
        "Ban Dân tộc của Hội đồng nhân dân tỉnh có trách nhiệm thẩm tra.",
        "Sở Khoa học và Công nghệ có trách nhiệm hướng dẫn.",
        "Giấy chứng nhận do Ủy ban nhân dân huyện cấp được sử dụng.",
        "Đường huyện do Ủy ban nhân dân cấp xã quản lý.",
        "Ủy ban nhân dân xã Gia Viễn có trách nhiệm kiểm tra.",
    ] {
        assert_eq!(reported_of_agencies(2026, sentence), Vec::<String>::new(), "{sentence}");
    }
}
