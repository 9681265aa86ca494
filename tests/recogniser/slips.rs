//! Numbers with an everyday slip are read as what they mean, and the slip is told with what mends it.

use super::notation::{reads, reads_nothing, vocabulary, without_marks};
use viendan::cite::{Markup, read};

/// Each number is read as what it means, and the reading says that something is wrong with it.
fn are_slips<const N: usize>(examples: [&str; N]) {
    for example in examples {
        let reading = read(&without_marks(example), vocabulary(), Markup::Plain);
        let number = reading.mentions.iter().find_map(|m| m.number());
        let number = number.unwrap_or_else(|| panic!("{example}: nothing is read"));
        assert!(!number.slips.is_empty() || number.shortened, "{example}: no slip is told");
    }
    reads(examples);
}

#[test]
fn a_blank_for_a_hyphen_or_slash() {
    are_slips([
        "Nghị định số ⟦# 30/2020/NĐ CP → 30/2020/NĐ-CP⟧ về công tác văn thư;",
        "Quyết định số ⟦# 06/QĐ TTg → 06/QĐ-TTg⟧ ngày 06/01/2022",
        "Thông tư số ⟦# 80/2021/TT BTC → 80/2021/TT-BTC⟧, nay hết hiệu lực",
        "Nghị quyết số ⟦# 12/2023/NQ HĐND → 12/2023/NQ-HĐND⟧ về giá đất",
        "Quyết định số ⟦# 85/2025/QĐ UBND → 85/2025/QĐ-UBND⟧ ban hành Quy chế",
        "⟦Luật Giá⟧ số ⟦# 16/2023 QH15 → 16/2023/QH15⟧ quy định",
        "Nghị quyết số ⟦# 595/2022 UBTVQH15 → 595/2022/UBTVQH15⟧ quy định",
        "Thông tư số ⟦# 80/2021 TT-BTC → 80/2021/TT-BTC⟧ hướng dẫn",
        "Nghị định ⟦# 168/2024 NĐ-CP → 168/2024/NĐ-CP⟧ xử phạt",
        "Nghị định ⟦# 168/2024 NĐ CP → 168/2024/NĐ-CP⟧ xử phạt",
        "Thông báo số ⟦# 169/TB VPCP → 169/TB-VPCP⟧ ngày 05/5/2023",
    ]);
}

#[test]
fn separators_that_were_doubled_lost_or_mistyped() {
    are_slips([
        "Nghị định số ⟦# 30//2020/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020//NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020/-NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020/NĐ--CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020/NĐ_CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020/NĐ.CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30.2020/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30.2020.NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30-2020/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30_2020/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020.NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020_NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 302020/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định ⟦# 100/2019/NĐ-CP/2019 → 100/2019/NĐ-CP⟧.",
        "Nghị định số ⟦# 3O/2O2O/NĐ-CP → 30/2020/NĐ-CP⟧.",
        "Nghị định số ⟦# 30/2020/nđ cp → 30/2020/NĐ-CP⟧.",
        "Nghị quyết số ⟦# 88/2019/QH 14 → 88/2019/QH14⟧.",
        "Nghị quyết số ⟦# 68 NQ/TW → 68-NQ/TW⟧ ngày 04/5/2025.",
        "Nghị quyết số ⟦# 57 NQ-TW → 57-NQ/TW⟧.",
        "Chỉ thị số ⟦# 05 CT-TTg → 05/CT-TTg⟧ ngày 01/3/2025.",
        "Nghị quyết số ⟦# 12/2019/QH → 12/2019/QH14⟧.",
        "Thông tư số ⟦# 1522016/TT-BTC → 152/2016/TT-BTC⟧.",
        "Luật số ⟦# 162023/QH15 → 16/2023/QH15⟧.",
        "Quyết định số ⟦# 06/QĐTTg → 06/QĐ-TTg⟧ ngày 06/01/2022.",
        "Quyết định số ⟦# 832/QĐUBND → 832/QĐ-UBND⟧ ngày 06/01/2022.",
        "Thông tư ⟦# 80/2021/TTBTC → 80/2021/TT-BTC⟧.",
        "Nghị quyết số ⟦# 128/NQ-CP-2021 → 128/2021/NQ-CP⟧.",
    ]);
}

#[test]
fn parts_of_the_symbol_that_are_missing() {
    are_slips([
        "Thông tư số ⟦# 80/2021/BTC → 80/2021/TT-BTC⟧ của ⟦@ Bộ Tài chính⟧.",
        "Thông tư ⟦# 118/2018/BTC → 118/2018/TT-BTC⟧ quy định.",
        "Nghị định số ⟦# 30/2020/CP → 30/2020/NĐ-CP⟧ quy định.",
        "Quyết định số ⟦# 12/2021/UBND → 12/2021/QĐ-UBND⟧ quy định.",
        "Nghị quyết số ⟦# 12/2021/HĐND → 12/2021/NQ-HĐND⟧ quy định.",
        "Quyết định số ⟦# 28/2018/TTg → 28/2018/QĐ-TTg⟧ quy định.",
        "Nghị định số ⟦# 126/2020/NĐ → 126/2020/NĐ-CP⟧, người nộp thuế khai theo tháng.",
        "Nghị định ⟦# 15/2018/NĐ → 15/2018/NĐ-CP⟧ quy định.",
        "Thông tư số ⟦# 80/2021/TT → 80/2021/TT-BTC⟧ của ⟦@ Bộ Tài chính⟧.",
        "Thông tư số ⟦# 80/2021/TT → 80/2021⟧ quy định.",
    ]);
}

#[test]
fn years_with_a_digit_too_many_or_too_few() {
    are_slips([
        "Thông tư số ⟦# 80/20021/TT-BTC → 80/2021/TT-BTC⟧.",
        "Nghị quyết số ⟦# 43/20222/QH15 → 43/2022/QH15⟧.",
        "Nghị định số ⟦# 01/22021/NĐ-CP → 01/2021/NĐ-CP⟧.",
        "Nghị định số ⟦# 118/20155/NĐ-CP → 118/2015/NĐ-CP⟧.",
        "Nghị định số ⟦# 118/215/NĐ-CP → 118/2015/NĐ-CP⟧.",
        "Thông tư số ⟦# 80/202/TT-BTC → 80/2021/TT-BTC⟧ ngày 29 tháng 9 năm 2021.",
        "Thông tư số ⟦# 80/20201/TT-BTC → 80/2021/TT-BTC⟧ ngày 29/9/2021.",
        // Nothing tells which year is meant.
        "Thông tư số ⟦# 80/202/TT-BTC⟧ quy định.",
    ]);
}

#[test]
fn laws_by_serial_and_year() {
    are_slips([
        "Căn cứ Luật ⟦# 42/2024 → 42/2024/QH15⟧;",
        "Luật số ⟦# 59/2020 → 59/2020/QH14⟧ có hiệu lực",
        "Bộ luật ⟦# 45/2019 → 45/2019/QH14⟧ quy định",
        "Pháp lệnh ⟦# 02/2020 → 02/2020/UBTVQH14⟧ quy định",
    ]);
    reads([
        "⟦Luật Giá⟧ số ⟦# 16/2023 → 16/2023/QH15⟧ quy định",
        "⟦Luật Đất đai⟧ ⟦# 31/2024 → 31/2024/QH15⟧ quy định",
        "theo ⟦§ khoản 2 Điều 5 · 42/2024/QH15⟧ Luật ⟦# 42/2024 → 42/2024/QH15⟧",
        // Two terms had laws in that year.
        "Luật ⟦# 73/2021⟧ quy định",
    ]);
    reads_nothing(["luật 1/500", "Luật 12", "Luật 2024", "phòng luật 12/05/2024"]);
}

#[test]
fn units_companies_hospitals_and_courts_are_left_alone() {
    for text in [
        "Văn bản số ⟦# 1316/TTg-KTN⟧ ngày 10/8/2015",
        "Công văn số ⟦# 3220/BTP-BTTP⟧ ngày 14/8/2019",
        "Công văn số ⟦# 844/SNNMT-TNN⟧ ngày 07/5/2025",
        "Công văn số ⟦# 4064/BHXH-THU⟧ ngày 17/5/2018",
        "Công văn số ⟦# 512/CVT-CPTN⟧ ngày 03/02/2025",
        "Công văn số ⟦# 918/BTNMT-BĐKH⟧ ngày 06/3/2023",
        "Công văn số ⟦# 1480/BTNMT-TNN⟧ ngày 30/5/2013",
        "Quyết định số ⟦# 1187/QĐ-BVTW⟧ ngày 20/7/2021",
        "Quyết định số ⟦# 46/QĐ-BCĐTW⟧ ngày 15/9/2022",
        "Kế hoạch số ⟦# 12/KH-HĐTĐKTTW⟧ ngày 05/02/2025",
        "Quyết định số ⟦# 216/QĐ-PCTTTW⟧ ngày 04/6/2019",
        "Quyết định số ⟦# 12/2025/QĐ-CTUBND⟧ ngày 03/9/2025",
        "Công văn số ⟦# 04/2025/FVL-XNK⟧ ngày 22/6/2025",
    ] {
        reads([text]);
        let reading = read(&without_marks(text), vocabulary(), Markup::Plain);
        let slips = &reading.mentions[0].number().expect("it is a number").slips;
        let told = slips.iter().filter(|slip| !slip.expected.is_empty());
        assert_eq!(told.count(), 0, "{text}: {slips:?}");
    }
    reads_nothing([
        "Quyết định số 05/2022/QĐST-HNGĐ ngày 10/3/2022",
        "Quyết định số 12/2021/QĐST-DS công nhận sự thỏa thuận",
        "Bản án số 15/2023/DS-PT",
    ]);
}

#[test]
fn telex_and_plain_d_in_codes() {
    are_slips([
        "Nghị định số ⟦# 40/2019/NDD-CP → 40/2019/NĐ-CP⟧",
        "Quyết định số ⟦# 1956/QDD-TTg → 1956/QĐ-TTg⟧ ngày 27/11/2009",
        "Nghị quyết số ⟦# 07/2021/NQ-HDDND → 07/2021/NQ-HĐND⟧",
        "Thông tư số ⟦# 12/2021/TT-BLDDTBXH → 12/2021/TT-BLĐTBXH⟧",
        "Thông tư số ⟦# 12/2021/TT-BGDDT → 12/2021/TT-BGDĐT⟧",
    ]);
}

#[test]
fn what_only_looks_like_a_slip_is_none() {
    reads_nothing([
        "tệp 30_2020_ND-CP đính kèm",
        "tỷ lệ 1/2000 TT Y tế",
        "kỳ họp tháng 5/2020 CP chưa họp",
        "từ ngày 01/01/2020 QH khóa XIV",
        "số 12.2020 nghìn",
        "mã số 302020/AB",
        "QCVN 02:2012/BTNMT",
    ]);
    reads(["Quyết định số ⟦# 938/QĐ⟧ của huyện", "Công văn số ⟦# 285/CCTTHC⟧ ngày 05/5/2009"]);
}

#[test]
fn terms_apart_from_the_assembly_and_laws_of_old() {
    are_slips([
        "Luật số ⟦# 48/2010/QH 12 → 48/2010/QH12⟧ ngày 17/6/2010",
        "theo ⟦§ khoản 2 Điều 3 · 595/2022/UBTVQH15⟧ Nghị quyết số ⟦# 595/2022/UBTVQH 15 → 595/2022/UBTVQH15⟧",
        "Công văn số ⟦# 6182/VPCP-DMDN → 6182/VPCP-ĐMDN⟧ ngày 21/7/2016",
        "Công văn số ⟦# 3517/BGDDT-GDDH → 3517/BGDĐT-GDĐH⟧ ngày 12/8/2019",
    ]);
    reads([
        "Pháp lệnh số ⟦# 01/2020/UBTVQH\n14 → 01/2020/UBTVQH14⟧ về cột mốc",
        "Luật số ⟦# 58 LCT/HĐNN → 58-LCT/HĐNN⟧ năm 1989",
        "Nghị quyết số ⟦# 954/2020/UBTVQH14⟧về điều chỉnh mức giảm trừ",
    ]);
}

#[test]
fn short_names_with_a_serial_that_the_document_defines() {
    reads([
        "Quy định số ⟦# 114-QĐ/TW⟧ (sau đây gọi tắt là Quy định ⟦# 114 → 114-QĐ/TW⟧). Học tập Quy định ⟦# 114 → 114-QĐ/TW⟧.",
        "Theo Thông báo số ⟦# 212/TB-VPCP⟧ (sau đây gọi là Thông báo ⟦# 212 → 212/TB-VPCP⟧), nội dung của Thông báo ⟦# 212 → 212/TB-VPCP⟧.",
        "Hướng dẫn số ⟦# 06-HD/BTCTW⟧ (gọi tắt là Hướng dẫn ⟦# 06 → 06-HD/BTCTW⟧), theo Hướng dẫn ⟦# 06 → 06-HD/BTCTW⟧.",
        "Kế hoạch số ⟦# 87/KH-UBND⟧ (sau đây viết tắt là Kế hoạch ⟦# 87 → 87/KH-UBND⟧). Kinh phí theo Kế hoạch ⟦# 87 → 87/KH-UBND⟧ và 87 hộ.",
    ]);
    reads_nothing(["học tập Quy định 114 trong quý III", "Kế hoạch 87 căn nhà"]);
}
