//! Mistakes that people make in drafts, by kind, with right sentences beside them that are like them.

use super::kinds::{PLAN, marks};
use super::*;

const REPORT: &str =
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 45/BC-UBND\nLào Cai, ngày 10 tháng 3 năm 2026\n\nBÁO CÁO\nVề khoáng sản\n\n";

#[test]
fn words_that_stand_twice_in_a_citation() {
    marks(
        Code::DuplicatedPart,
        REPORT,
        &[
            "Theo Nghị định số 30/2020/NĐ-CP ⟦của ⟧của Chính phủ.",
            "Theo Nghị định số 30/2020/NĐ-CP ⟦ngày ⟧ngày 05 tháng 3 năm 2020 của Chính phủ.",
            "⟦Căn cứ ⟧Căn cứ Luật Đất đai năm 2024, các sở lập danh mục.",
            "Thực hiện theo ⟦quy định ⟧quy định tại Điều 5 Luật Đất đai.",
            "Giao Sở Nội vụ ⟦chủ trì ⟧chủ trì việc này.",
            "Các quy định quy định tại Điều 5 Luật Đất đai được áp dụng.",
            "Ngày ngày các sở báo cáo; từng ngày, ngày 05 tháng 3 năm 2020.",
        ],
        "",
    );
}

#[test]
fn laws_and_acts_younger_than_the_draft() {
    let old = "BỘ CÔNG THƯƠNG\nSố: 812/BC-BCT\nHà Nội, ngày 10 tháng 10 năm 2023\n\nBÁO CÁO\nKết quả công tác\n\n";
    marks(
        Code::CitedAfterDraft,
        old,
        &[
            "Theo ⟦Luật Đất đai năm 2024⟧, các đơn vị lập kế hoạch.",
            "Theo ⟦Luật Đất đai⟧ ngày 18 tháng 01 năm 2024, các đơn vị lập kế hoạch.",
            "Rà soát, sửa đổi quy chế theo Nghị định số ⟦102/2024/NĐ-CP⟧ ngày 30 tháng 7 năm 2024 của Chính phủ.",
            "Nghị định số 30/2020/NĐ-CP (được sửa đổi bởi Nghị định số 102/2024/NĐ-CP) được thực hiện.",
            "Góp ý dự thảo Luật Đất đai năm 2024.",
            "Theo Luật Đất đai năm 2013, các đơn vị lập kế hoạch.",
            "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2025 của Chính phủ về công tác văn thư.",
        ],
        "",
    );
}

#[test]
fn bodies_of_the_district_level_of_every_kind() {
    marks(
        Code::DistrictLevelAbolished,
        REPORT,
        &[
            "Tranh chấp do ⟦Tòa án nhân dân huyện⟧ Bảo Thắng giải quyết.",
            "Hồ sơ gửi ⟦Viện kiểm sát nhân dân huyện⟧ Bảo Thắng để kiểm sát.",
            "⟦Kho bạc Nhà nước huyện⟧ Bảo Thắng kiểm soát chi.",
            "⟦Phòng Tài nguyên và Môi trường⟧ lập danh sách.",
            "Người dân nộp hồ sơ tại ⟦Bộ phận Một cửa cấp huyện⟧.",
            "Bản án của Tòa án nhân dân huyện Bảo Thắng ngày 05 tháng 5 năm 2023 có hiệu lực.",
            "Giấy chứng nhận do Ủy ban nhân dân huyện Bảo Thắng cấp được cấp đổi.",
            "Phòng Tài nguyên và Môi trường thuộc Công ty A lập danh sách.",
        ],
        "",
    );
    let contract = "HỢP ĐỒNG DỊCH VỤ\nSố: 12/HĐ-ABC\nHôm nay, ngày 10 tháng 3 năm 2026\n\n";
    let severity = |text: &str| {
        let found = findings(&format!("{contract}{text}"), &Settings::default());
        found.iter().filter(|f| f.code == Code::DistrictLevelAbolished).map(|f| f.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity("Tranh chấp do Tòa án nhân dân quận Cầu Giấy giải quyết."), [Severity::Warning]);
    assert!(severity("Tranh chấp do Tòa án nhân dân có thẩm quyền giải quyết.").is_empty());
}

#[test]
fn offices_of_central_agencies_in_a_province() {
    marks(
        Code::AbolishedAgencyDuty,
        REPORT,
        &[
            "⟦Cục Thuế tỉnh⟧ Lào Cai theo dõi nguồn thu.",
            "Đề nghị ⟦Cục Thi hành án dân sự tỉnh⟧ phối hợp.",
            "⟦Ban Dân tộc tỉnh⟧ Lào Cai chủ trì rà soát.",
            "Thuế tỉnh Lào Cai theo dõi nguồn thu.",
            "Cục Thuế hướng dẫn kê khai.",
            "Thông báo ngày 05 tháng 3 năm 2023 của Cục Thuế tỉnh Lào Cai còn giá trị.",
            "Ban Dân tộc Hội đồng nhân dân tỉnh giám sát.",
        ],
        "",
    );
}

#[test]
fn provinces_that_were_merged_as_places() {
    marks(
        Code::MergedProvince,
        PLAN,
        &[
            "Đoàn kiểm tra làm việc tại tỉnh ⟦Kon Tum⟧ trong tháng 4.",
            "Hội nghị tổ chức tại Thành phố Hồ Chí Minh và tỉnh ⟦Bà Rịa - Vũng Tàu⟧.",
            "Công ty có địa chỉ tại xã Tân An, tỉnh ⟦Bình Dương⟧.",
            "Năm 2020, đoàn làm việc tại tỉnh Kon Tum.",
            "Ông A sinh năm 1960 tại xã Tân An, tỉnh Bình Dương.",
            "Đoàn kiểm tra làm việc tại tỉnh Kon Tum (cũ).",
            "Đoàn kiểm tra làm việc tại tỉnh Quảng Ngãi.",
        ],
        "",
    );
}

#[test]
fn units_below_those_that_are_not_divided() {
    let head = "BỘ NỘI VỤ\nSố: 5/2026/TT-BNV\nHà Nội, ngày 10 tháng 3 năm 2026\n\nTHÔNG TƯ\n\nChương I\nCHUNG\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm đơn.\n2. Hồ sơ nộp trực tuyến.\nĐiều 2. Lệ phí\nLệ phí theo quy định.\nChương II\nRIÊNG\nĐiều 3. Cách nộp\n1. Nộp một lần.\n2. ";
    let tail = "\nĐiều 4. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.\n\nNơi nhận:\n- Lưu: VT.\n";
    marks(
        Code::InternalTargetMissing,
        head,
        &[
            "Hồ sơ tại điểm ⟦c⟧ khoản 1 Điều 1 Thông tư này được số hóa.",
            "Lệ phí tại khoản ⟦2⟧ Điều 2 Thông tư này được miễn.",
            "Hồ sơ tại Mục ⟦2⟧ Chương II Thông tư này được số hóa.",
            "Hồ sơ tại khoản 1 Điều 1 và Điều 2 Thông tư này được số hóa.",
            "Theo khoản 2 Điều 9 của Quy chế thi ban hành kèm theo Thông tư này.",
        ],
        tail,
    );
    let sections = "\n\nI. MỤC ĐÍCH\n1. Thống nhất.\n2. Hiệu quả.\nII. NỘI DUNG\n1. Thu thập.\n2. Xử lý.\nIII. TỔ CHỨC\n1. Sở Nội vụ chủ trì.";
    marks(
        Code::InternalTargetMissing,
        PLAN,
        &[
            "Thực hiện nhiệm vụ tại khoản ⟦6⟧ Mục II Kế hoạch này.",
            "Thực hiện nhiệm vụ tại Điều ⟦3⟧ Kế hoạch này.",
            "Thực hiện nhiệm vụ tại khoản 2 Mục II Kế hoạch này.",
        ],
        sections,
    );
}

#[test]
fn a_contract_cites_its_own_parts_without_saying_so() {
    let contract = "HỢP ĐỒNG DỊCH VỤ\nSố: 12/HĐ-ABC\nHôm nay, ngày 10 tháng 3 năm 2026\n\nĐiều 1. Nội dung\nBên B tư vấn.\nĐiều 2. Giá\n";
    let annexes =
        "\nĐiều 3. Điều khoản chung\nHợp đồng có hiệu lực từ ngày ký.\n\nPhụ lục 01: Danh mục\n\nPhụ lục 02: Tiến độ\n";
    marks(
        Code::InternalTargetMissing,
        contract,
        &[
            "Danh mục chi tiết tại Phụ lục ⟦05⟧.",
            "Danh mục chi tiết tại Phụ lục số ⟦04⟧ kèm theo Hợp đồng.",
            "Danh mục chi tiết tại Phụ lục 02.",
            "Theo Phụ lục 05 ban hành kèm theo Nghị định số 30/2020/NĐ-CP.",
            "Thanh toán theo Điều ⟦7⟧ của Hợp đồng.",
            "Thanh toán theo Điều 7 của Hợp đồng số 15/HĐ-ABC.",
        ],
        annexes,
    );
}

#[test]
fn levels_in_a_mixed_order_and_points_of_no_article() {
    marks(
        Code::ProvisionOrder,
        PLAN,
        &[
            "Theo ⟦Điều 4, điểm a, khoản 1⟧ Luật Lưu trữ năm 2024.",
            "Theo Điều 4 và điểm a khoản 1 Điều 5 Luật Lưu trữ năm 2024.",
        ],
        "",
    );
    marks(
        Code::IncompleteProvision,
        PLAN,
        &["Theo ⟦điểm b⟧ Luật Lưu trữ năm 2024.", "Theo điểm b khoản 1 Điều 4 Luật Lưu trữ năm 2024."],
        "",
    );
}

#[test]
fn a_letter_that_was_typed_twice_is_one_slip() {
    let fixed = |points: &str| {
        let text = format!(
            "BỘ NỘI VỤ\nSố: 5/2026/TT-BNV\nHà Nội, ngày 10 tháng 3 năm 2026\n\nTHÔNG TƯ\n\nĐiều 1. Hồ sơ\n1. Hồ sơ gồm:\n{points}\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.\n"
        );
        let found = findings(&text, &Settings::default());
        let gaps: Vec<_> = found.iter().filter(|f| f.code == Code::NumberingGap).collect();
        (gaps.len(), gaps.first().map(|gap| with_fix_applied(&text, &gap.fixes[0]).contains("c) C;\nd) D;\nđ) E;")))
    };
    assert_eq!(fixed("a) A;\nb) B;\nc) C;\nđ) D;\nđ) E;\ne) F."), (1, Some(true)));
    assert_eq!(fixed("a) A;\nb) B;\nc) C;\nc) D;\nđ) E;\ne) F."), (1, Some(true)));
    assert_eq!(fixed("a) A;\nb) B;\nc) C;\nđ) D;\ne) E;\ng) F."), (1, Some(true)));
}

#[test]
fn a_number_one_slip_away_from_that_of_the_title() {
    let record = |line| serde_json::from_str::<Record>(line).unwrap().into_instrument().unwrap();
    let acts = [
        r#"{"number":"123/2020/NĐ-CP","type":"Nghị định","issuer":"Chính phủ","title":"Quy định về hóa đơn, chứng từ","issued":"2020-10-19","confirmed":["number","title","issued"]}"#,
        r#"{"number":"132/2020/NĐ-CP","type":"Nghị định","issuer":"Chính phủ","title":"Quy định về quản lý thuế đối với doanh nghiệp có giao dịch liên kết","issued":"2020-11-05","confirmed":["number","title","issued"]}"#,
        r#"{"number":"102/2024/NĐ-CP","type":"Nghị định","issuer":"Chính phủ","title":"Quy định chi tiết thi hành một số điều của Luật Đất đai","issued":"2024-07-30","confirmed":["number","title","issued"]}"#,
        r#"{"number":"120/2024/NĐ-CP","type":"Nghị định","issuer":"Chính phủ","title":"Sửa đổi, bổ sung một số điều của Nghị định số 102/2020/NĐ-CP về bảo đảm gỗ hợp pháp","issued":"2024-09-30","confirmed":["number","title","issued"]}"#,
    ];
    let catalogue = Catalogue::of(acts.into_iter().map(record)).unwrap();
    let vocabulary = Arc::new(Vocabulary::new(catalogue.names()));
    let fixed = |sentence: &str| {
        let text = format!("{PLAN}{sentence}");
        let found = check(&Document::read(&text, Format::Plain, &vocabulary), &catalogue, &Settings::default());
        let told = found.iter().find(|f| f.code == Code::TitleMismatch);
        told.map(|f| with_fix_applied(&text, &f.fixes[0]).replace(PLAN, ""))
    };
    let right = "Xử lý theo Nghị định số 123/2020/NĐ-CP của Chính phủ về hóa đơn, chứng từ.";
    assert_eq!(fixed(&right.replace("123", "132")).as_deref(), Some(right));
    assert_eq!(fixed(right), None);
    let right = "Xử lý theo Nghị định số 123/2020/NĐ-CP quy định về hóa đơn, chứng từ.";
    assert_eq!(fixed(&right.replace("123", "132")).as_deref(), Some(right));
    assert_eq!(fixed(right), None);
    let right =
        "Theo Nghị định số 102/2024/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Đất đai.";
    assert_eq!(fixed(&right.replace("102", "120")).as_deref(), Some(right));
    assert_eq!(fixed(right), None);
    assert_eq!(fixed("Theo Nghị định số 120/2024/NĐ-CP của Chính phủ về bảo đảm gỗ hợp pháp."), None);
}

#[test]
fn a_document_of_the_party_is_none_of_the_state() {
    marks(
        Code::IssuerSymbolMismatch,
        PLAN,
        &[
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của ⟦Chính phủ⟧.",
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị.",
        ],
        "",
    );
}

#[test]
fn a_court_applies_the_law_of_the_time_of_the_deed() {
    let expired = |head: &str| {
        let text = format!("{head}\n\nHợp đồng được lập theo Điều 106 Luật Đất đai năm 2013.");
        let found = findings(&text, &Settings::default());
        found.iter().filter(|f| f.code == Code::ExpiredInstrument).count()
    };
    assert_eq!(expired("TÒA ÁN NHÂN DÂN KHU VỰC 3\n\nBản án số: 15/2025/DS-ST\nNgày: 22-9-2025"), 0);
    assert_eq!(expired(PLAN), 1);
}

#[test]
fn a_law_under_a_name_that_it_never_had() {
    marks(
        Code::WrongLawYear,
        PLAN,
        &[
            "Theo ⟦Luật Quản lý đất đai⟧ năm 2024, các sở lập danh mục.",
            "Theo Luật Đất đai năm 2024, các sở lập danh mục.",
            "Theo Luật Đất đai năm 1998 của nước bạn, việc này đã có.",
        ],
        "",
    );
}

#[test]
fn articles_without_number_and_labels_at_the_beginning_of_a_sentence() {
    marks(
        Code::IncompleteProvision,
        PLAN,
        &[
            "Theo khoản 2 ⟦Điều⟧ Luật Lưu trữ năm 2024.",
            "Theo ⟦2⟧ Điều 5 Luật Lưu trữ năm 2024.",
            "Theo khoản 2 Điều 5 Luật Lưu trữ năm 2024.",
            "Một số điều Luật Lưu trữ năm 2024 được hướng dẫn.",
        ],
        "",
    );
}

#[test]
fn what_a_body_did_in_a_year_that_is_over() {
    marks(
        Code::AbolishedAgencyDuty,
        PLAN,
        &[
            "Số liệu năm 2024 do Sở Giao thông vận tải cung cấp.",
            "⟦Sở Giao thông vận tải⟧ cung cấp số liệu năm 2026.",
            "Trong giai đoạn 2021 - 2030, ⟦Sở Giao thông vận tải⟧ chủ trì thực hiện.",
        ],
        "",
    );
}

#[test]
fn a_law_is_made_by_the_assembly() {
    marks(
        Code::TypeIssuerIncompetent,
        PLAN,
        &[
            "Theo Luật Đất đai năm 2024 do ⟦Chính phủ⟧ ban hành.",
            "Theo Luật Đất đai năm 2024 do Quốc hội ban hành.",
            "Theo Luật Đất đai năm 2024, Chính phủ ban hành nghị định.",
        ],
        "",
    );
}
