//! Every family of numbers as it should be written, and every slip.

use super::*;

fn canonical(text: &str) -> String {
    scan(text, 0, false).map_or_else(|| "–".to_owned(), |s| s.number.canonical())
}

/// Every family of numbers as it should be written: nothing to correct.
#[test]
fn proper_numbers_have_no_slips() {
    for (text, family) in [
        ("64/2025/QH15", Family::Assembly),
        ("01/2012/UBTVQH13", Family::StandingCommittee),
        ("28/2005/PL-UBTVQH11", Family::StandingCommittee),
        ("294A/2007/UBTVQH12", Family::StandingCommittee),
        ("1656/NQ-UBTVQH15", Family::StandingCommittee),
        ("06/2020/L-CTN", Family::State),
        ("30/2020/NĐ-CP", Family::State),
        ("128/NQ-CP", Family::State),
        ("30c/NQ-CP", Family::State),
        ("66.10/2025/NQ-CP", Family::State),
        ("06/QĐ-TTg", Family::State),
        ("41/CĐ-TTg", Family::State),
        ("05/2026/TT-BGDĐT", Family::State),
        ("05/2019/NQ-HĐTP", Family::State),
        ("55/2015/TTLT-BTC-BKHCN", Family::Joint),
        ("07/2002/TTLT/BTC-BYT", Family::Joint),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", Family::Joint),
        ("12/2023/NQ-HĐND", Family::State),
        ("832/QĐ-UBND", Family::State),
        ("169/TB-VPCP", Family::State),
        ("45/TTr-BTC", Family::State),
        ("8374/VPCP-KTTH", Family::Letter),
        ("57-NQ/TW", Family::Party),
        ("36-HD/VPTW", Family::Party),
        ("05-NQ/ĐU", Family::Party),
        ("72/VBHN-VPQH", Family::Consolidated),
    ] {
        let scan = scan(text, 0, false).unwrap_or_else(|| panic!("{text} is not read"));
        assert_eq!((scan.number.family, scan.span.len()), (family, text.len()), "{text}");
        assert!(scan.slips.is_empty(), "{text}: {:?}", scan.slips);
        if !text.contains("TTLT/") {
            assert_eq!(scan.number.canonical(), text);
        }
    }
}

#[test]
fn slips_are_mended_and_named() {
    use SlipKind::*;
    for (text, expected, kinds) in [
        ("15/1998/TTLT-BYT-BTC-BLÐTBXH", "15/1998/TTLT-BYT-BTC-BLĐTBXH", &[Eth] as &[SlipKind]),
        ("30/2020/NÐ-CP", "30/2020/NĐ-CP", &[Eth]),
        ("361/2025/ND-CP", "361/2025/NĐ-CP", &[AsciiD]),
        ("30/2020/NĐ–CP", "30/2020/NĐ-CP", &[Dash]),
        ("152/2014?TTLT-BTC-BGTVT", "152/2014/TTLT-BTC-BGTVT", &[Slash]),
        ("113/2015/ NĐ-CP", "113/2015/NĐ-CP", &[Space]),
        ("38 /2008/NĐ-CP", "38/2008/NĐ-CP", &[Space]),
        ("27/20 19/NĐ-CP", "27/2019/NĐ-CP", &[Space]),
        ("27/2 019/NĐ-CP", "27/2019/NĐ-CP", &[Space]),
        ("14/2017/NĐ- CP", "14/2017/NĐ-CP", &[Space]),
        ("127/2021/nđ-cp", "127/2021/NĐ-CP", &[LowerCase, LowerCase]),
        ("06/QĐ-TTG", "06/QĐ-TTg", &[MixedCase]),
        ("30/2020NĐ-CP", "30/2020/NĐ-CP", &[MissingSlash]),
        ("4132-QĐ/UBND", "4132/QĐ-UBND", &[StateSeparators]),
        ("57/NQ-TW", "57-NQ/TW", &[PartySeparators]),
        ("15/TT-BTC", "15/TT-BTC", &[MissingYear]),
        ("45/2024/TTr-BTC", "45/2024/TTr-BTC", &[UnexpectedYear]),
        ("30/20/NĐ-CP", "30/2020/NĐ-CP", &[TwoDigitYear]),
        ("85/2017/2017/NĐ-CP", "85/2017/NĐ-CP", &[Duplicated]),
        ("77/2024/NĐ-C", "77/2024/NĐ-CP", &[Truncated]),
        ("13/2020/TT-BYTT", "13/2020/TT-BYT", &[Truncated]),
        ("30/NĐ-CP/2020", "30/2020/NĐ-CP", &[YearLast]),
        ("8/2026/QH16", "08/2026/QH16", &[LeadingZero]),
        ("001/QĐ-UBND", "01/QĐ-UBND", &[Padded]),
        ("3O/2020/NĐ-CP", "30/2020/NĐ-CP", &[Ocr]),
        ("6l/2013/QĐ-TTg", "61/2013/QĐ-TTg", &[Ocr]),
    ] {
        let scan = scan(text, 0, false).unwrap_or_else(|| panic!("{text} is not read"));
        assert_eq!(scan.number.canonical(), expected, "{text}");
        assert_eq!(scan.slips.iter().map(|s| s.kind).collect::<Vec<_>>(), kinds, "{text}");
        assert_eq!(scan.span.len(), text.len(), "{text}");
    }
}

#[test]
fn a_line_break_inside_a_number_is_no_slip() {
    let scan = scan("07/2026/TT-\nBNNMT ngày", 0, false).unwrap();
    assert_eq!(scan.number.canonical(), "07/2026/TT-BNNMT");
    assert!(scan.slips.is_empty());
}

#[test]
fn the_sentence_around_a_number_stays_outside() {
    for (text, end) in [
        ("06/QĐ-TTg ngày 06/01/2022", "06/QĐ-TTg"),
        ("24/2020/NĐ-CP.", "24/2020/NĐ-CP"),
        ("12/QĐ-UBND - Phụ lục", "12/QĐ-UBND"),
        ("12/QĐ-TTg/2", "12/QĐ-TTg"),
    ] {
        assert_eq!(scan(text, 0, false).unwrap().span.end, end.len(), "{text}");
    }
    for text in ["20/11/2019", "1/500", "24/7", "2021-2025", "21/25 dịch vụ", "1.2 tỷ", "5 tháng/năm"] {
        assert_eq!(canonical(text), "–", "{text}");
    }
}

/// Old forms are never corrected: the zeros of the serial stay as they are written.
#[test]
fn old_forms_keep_their_writing() {
    for text in ["02/CP", "2/CP", "01-CP", "191-CP", "013/SL", "002/SLt", "101-SL/L.003", "3-LCT/HĐNN7", "64 TC/TCT"] {
        assert_eq!(Number::parse(text).map(|n| n.canonical()).as_deref(), Some(text));
    }
}

#[test]
fn equal_numbers_have_equal_keys() {
    let key = |text| Number::parse(text).map(|n| n.key());
    assert_eq!(key("05/2008/PL-UBTVQH12"), key("05/2008/UBTVQH12"));
    assert_eq!(key("191-CP"), key("191/CP"));
    assert_eq!(key("02/CP"), key("2-CP"));
    assert_eq!(key("013/SL"), key("13-SL"));
    assert_eq!(key("8/2026/QH16"), key("08/2026/QH16"));
    assert_eq!(key("02/2018/TT-BNN&PTNT"), key("02/2018/TT-BNNPTNT"));
    assert_ne!(key("12/HD-BTC"), key("12/HĐ-BTC"));
}
