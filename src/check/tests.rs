//! Every rule against its examples, and its fixes against itself.

mod acts;
mod alarms;
mod bodies;
mod edits;
mod kinds;
mod local_agencies;
mod own_parts;
mod paranoid;
mod planted;
mod relations;
mod slips;

use super::*;
use crate::catalogue::Catalogue;
use crate::catalogue::record::Record;
use crate::document::{Document, Format};
use crate::lexicon::Vocabulary;
use crate::rulebook;
use crate::text::Span;
use std::sync::{Arc, OnceLock};

fn vocabulary() -> &'static Arc<Vocabulary> {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    VOCABULARY.get_or_init(|| Arc::new(Vocabulary::new(catalogue().names())))
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let records = include_str!("tests/facts.jsonl").lines();
        let instrument = |line| serde_json::from_str::<Record>(line).unwrap().into_instrument().unwrap();
        Catalogue::of(records.map(instrument)).unwrap()
    })
}

fn settings(rule: &Rule) -> Settings {
    let as_of = rule.day.map_or(settings::AsOf::Document, settings::AsOf::Day);
    // Quiet rules are switched on.
    let rules = std::iter::once((rule.code.as_str().to_owned(), Some(rule.severity))).collect();
    Settings { as_of, rules, ..Settings::default() }
}

fn findings(text: &str, settings: &Settings) -> Vec<Finding> {
    check(&Document::read(text, Format::Plain, vocabulary()), catalogue(), settings)
}

/// The text with a fix applied.
fn with_fix_applied(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.span));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    out
}

fn reported(findings: &[Finding], text: &str) -> Vec<String> {
    findings.iter().map(|f| format!("{} “{}” {}", f.code, f.span.of(text), f.message)).collect()
}

#[test]
fn each_rule_is_registered_once() {
    let families = rules::all().map(|rule| rule.code);
    let registered: Vec<Code> = families.chain([suppressions::CODE]).collect();
    let count = |code: &Code| registered.iter().filter(|registered| *registered == code).count();
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| count(code) == 0).collect();
    let twice: Vec<&Code> = Code::ALL.iter().filter(|code| count(code) > 1).collect();
    assert!(missing.is_empty() && twice.is_empty(), "no function for {missing:?}; twice in `RULES`: {twice:?}");
}

#[test]
fn bad_examples_fire_their_rule_alone_and_good_ones_nothing() {
    let mut faults = Vec::new();
    for rule in rulebook::all() {
        let settings = settings(rule);
        let bad = rule.bad_text();
        let found = findings(bad, &settings);
        if found.is_empty() || found.iter().any(|f| f.code != rule.code) {
            faults.push(format!("{}: bad example {bad:?} gives {:?}", rule.code, reported(&found, bad)));
        }
        let good = rule.good_text();
        let found = findings(good, &settings);
        if found.iter().any(|f| f.severity >= Severity::Warning || f.code == rule.code) {
            faults.push(format!("{}: good example {good:?} gives {:?}", rule.code, reported(&found, good)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn fixes_correct_what_they_are_for_and_break_nothing() {
    let mut faults = Vec::new();
    for rule in rulebook::all() {
        let settings = settings(rule);
        let bad = rule.bad_text();
        let before = findings(bad, &settings);
        for fix in before.iter().flat_map(|f| &f.fixes) {
            let text = with_fix_applied(bad, fix);
            let after = findings(&text, &settings);
            let ofthis = |found: &[Finding]| found.iter().filter(|f| f.code == rule.code).count();
            if ofthis(&after) >= ofthis(&before)
                || after.iter().any(|f| f.code != rule.code && f.severity >= Severity::Warning)
            {
                faults.push(format!("{}: “{}” makes {text:?}: {:?}", rule.code, fix.title, reported(&after, &text)));
            }
        }
        if rule.fix.is_some() && before.iter().all(|f| f.fixes.is_empty()) {
            faults.push(format!("{}: {bad:?} has no fix", rule.code));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn suppressions_hold_for_the_next_line_and_the_file() {
    let settings = Settings::default();
    let bad = "Theo Nghị định số 30/2020/NĐ–CP.";
    assert_eq!(findings(bad, &settings).len(), 1);
    for (comment, left) in [
        ("<!-- viendan: ignore dash-lookalike -->\n", 0),
        // The code that suppressed nothing is reported at its own place.
        ("% viendan: ignore date-mismatch, dash-lookalike\n\n", 1),
        ("// viendan: ignore\n", 0),
        ("<!-- viendan: ignore date-mismatch -->\n", 2),
        ("Một dòng.\n\n# viendan: ignore-file\n", 0),
    ] {
        assert_eq!(findings(&format!("{comment}{bad}"), &settings).len(), left, "{comment}");
    }
    assert_eq!(findings(&format!("viendan: ignore dash-lookalike\n{bad}\n\n{bad}"), &settings).len(), 1);
}

#[test]
fn a_stretch_is_left_alone_up_to_its_end() {
    let settings = Settings::default();
    let bad = "Theo Nghị định số 30/2020/NĐ–CP.\n\n";
    let (off, on) = ("<!-- viendan: disable dash-lookalike -->\n\n", "<!-- viendan: enable dash-lookalike -->\n\n");
    for (text, left) in [
        (format!("{off}{bad}{bad}{on}{bad}"), 1),
        (format!("{bad}{off}{bad}{bad}"), 1),
        (format!("<!-- viendan: disable -->\n\n{bad}<!-- viendan: enable -->\n\n{bad}"), 1),
        // It ends with the comment of its own code only.
        (format!("{off}{bad}<!-- viendan: enable date-mismatch -->\n\n{bad}"), 0),
        // Nothing is suppressed: the comment is reported.
        (format!("{off}Không có gì.\n\n{on}{bad}"), 2),
        (format!("{on}{bad}"), 1),
    ] {
        assert_eq!(findings(&text, &settings).len(), left, "{text}");
    }
}

#[test]
fn suppressions_that_suppress_nothing_are_reported() {
    let settings = Settings::default();
    let clean = "Theo Nghị định số 30/2020/NĐ-CP.";
    for (comment, place) in [
        ("<!-- viendan: ignore dash-lookalike -->\n", "dash-lookalike"),
        ("<!-- viendan: ignore dash-look-alike, space-in-number -->\n", "dash-look-alike"),
        ("// viendan: ignore\n", "viendan: ignore"),
        ("# viendan: ignore-file\n\n", "viendan: ignore-file"),
    ] {
        let text = format!("{comment}{clean}");
        let found = findings(&text, &settings);
        assert_eq!(found[0].code, Code::UnusedSuppression, "{comment}");
        assert_eq!(found[0].span.of(&text), place);
    }
    let off = Settings { rules: [("dash-lookalike".to_owned(), None)].into_iter().collect(), ..Settings::default() };
    assert!(findings(&format!("% viendan: ignore dash-lookalike\n{clean}"), &off).is_empty());
}

#[test]
fn settings_switch_rules_and_weigh_them() {
    let bad = "Theo Nghị định số 30/2020/NĐ–CP.";
    let with = |change: &dyn Fn(&mut Settings)| {
        let mut settings = Settings::default();
        change(&mut settings);
        findings(bad, &settings)
    };
    let code = || "dash-lookalike".to_owned();
    assert!(with(&|s| s.rules.extend([(code(), None)])).is_empty());
    assert!(with(&|s| s.ignore.push(code())).is_empty());
    assert!(with(&|s| s.ignore.push("30/2020/NĐ-CP".to_owned())).is_empty());
    let hint = with(&|s| s.rules.extend([(code(), Some(Severity::Hint))]));
    assert_eq!(hint[0].severity, Severity::Hint);
    let english = with(&|s| s.language = crate::i18n::Language::English);
    assert!(english[0].message.contains("hyphen"), "{}", english[0].message);
}

#[test]
fn past_facts_and_other_texts_are_not_reported() {
    let settings = Settings::default();
    for text in [
        "Nghị định này thay thế Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư.",
        "Bãi bỏ Nghị định số 110/2004/NĐ-CP.",
        "Hồ sơ nộp trước ngày 05 tháng 3 năm 2020 thực hiện theo Nghị định số 110/2004/NĐ-CP.",
        "Tại thời điểm đó, Nghị định số 110/2004/NĐ-CP quy định về công tác văn thư.",
        "Điều 40. Điều khoản chuyển tiếp\n1. Hồ sơ thực hiện theo Nghị định số 110/2004/NĐ-CP.",
        "Khẩu hiệu ghi “theo Nghị định số 110/2004/NĐ-CP” trên bìa.",
        "Quyết định số 4132-QĐ/UB ngày 12 tháng 3 năm 1997 của Ủy ban nhân dân tỉnh Nghệ An.",
    ] {
        let found = findings(text, &settings);
        assert!(found.iter().all(|f| f.severity < Severity::Warning), "{text}: {:?}", reported(&found, text));
    }
}

#[test]
fn validity_is_judged_on_the_day_of_the_draft() {
    let draft = "CHÍNH PHỦ\nSố: 15/2018/NĐ-CP\nHà Nội, ngày 10 tháng 3 năm 2018\n\nNGHỊ ĐỊNH\nVề lưu trữ\n\nThực hiện theo Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư.";
    let expired = |settings: &Settings| findings(draft, settings).iter().any(|f| f.code == Code::ExpiredInstrument);
    assert!(!expired(&Settings::default()));
    assert!(expired(&Settings { as_of: settings::AsOf::Today, ..Settings::default() }));
}

#[test]
fn edits_of_findings_lie_in_the_text_and_do_not_overlap() {
    for rule in rulebook::all() {
        let text = rule.bad_text();
        for finding in findings(text, &settings(rule)) {
            assert!(
                !finding.span.is_empty() && text.get(finding.span.start..finding.span.end).is_some(),
                "{}",
                rule.code
            );
            for fix in &finding.fixes {
                let mut edits: Vec<Span> = fix.edits.iter().map(|e| e.span).collect();
                edits.sort_unstable();
                assert!(edits.windows(2).all(|w| w[0].end <= w[1].start), "{}", rule.code);
                assert!(edits.iter().all(|e| text.get(e.start..e.end).is_some()), "{}", rule.code);
            }
        }
    }
}

#[test]
fn articles_of_an_annexed_text_are_not_counted_in_the_act_that_puts_it_into_force() {
    let reported = |text: &str| {
        let found = findings(text, &Settings::default());
        found.iter().filter(|f| f.code == Code::NoSuchArticle).map(|f| f.span.of(text).to_owned()).collect::<Vec<_>>()
    };
    for annexed in [
        "Thực hiện Điều 45 Quy chế ban hành kèm theo Nghị định số 30/2020/NĐ-CP.",
        "Theo Quy chế kèm theo Nghị định số 30/2020/NĐ-CP thì Điều 45 được áp dụng.",
        "Theo Điều 45 Nghị định số 30/2020/NĐ-CP kèm theo Quy chế này.",
    ] {
        assert!(reported(annexed).is_empty(), "{annexed}: {:?}", reported(annexed));
    }
    let own = "Ban hành kèm theo Quyết định này Quy chế soạn thảo theo Điều 45 Nghị định số 30/2020/NĐ-CP.";
    assert_eq!(reported(own), ["Điều 45"]);
}

#[test]
fn what_replaced_an_act_may_have_been_replaced_itself() {
    let record = |line| serde_json::from_str::<Record>(line).unwrap().into_instrument().unwrap();
    let chain = [
        r#"{"number":"77/2015/QH13","type":"Luật","title":"Luật Tổ chức chính quyền địa phương","issued":"2015-06-19","expired":"2025-03-01","status":"expired","confirmed":["status","expired"],"relations":[{"kind":"replaced-by","target":"65/2025/QH15"}]}"#,
        r#"{"number":"65/2025/QH15","type":"Luật","title":"Luật Tổ chức chính quyền địa phương","issued":"2025-02-19","expired":"2025-06-16","status":"expired","confirmed":["status","expired"],"relations":[{"kind":"replaced-by","target":"72/2025/QH15"}]}"#,
        r#"{"number":"72/2025/QH15","type":"Luật","title":"Luật Tổ chức chính quyền địa phương","issued":"2025-06-16","effective":"2025-06-16","status":"in-force"}"#,
    ];
    let catalogue = Catalogue::of(chain.into_iter().map(record)).unwrap();
    let text = "Thực hiện theo Luật số 77/2015/QH13.";
    let on = |day| {
        let settings = Settings { as_of: settings::AsOf::Day(day), ..Settings::default() };
        let document = Document::read(text, Format::Plain, &Arc::new(Vocabulary::new(catalogue.names())));
        let found = check(&document, &catalogue, &settings);
        let expired = found.into_iter().find(|f| f.code == Code::ExpiredInstrument).unwrap();
        (expired.message.clone(), with_fix_applied(text, &expired.fixes[0]))
    };
    let (message, fixed) = on(time::macros::date!(2025 - 05 - 01));
    assert!(
        message.ends_with("thay bằng Luật Tổ chức chính quyền địa phương năm 2025 (số 65/2025/QH15)."),
        "{message}"
    );
    assert_eq!(fixed, "Thực hiện theo Luật số 65/2025/QH15.");
    let (message, fixed) = on(time::macros::date!(2025 - 07 - 01));
    assert!(message.ends_with("nay là Luật Tổ chức chính quyền địa phương năm 2025 (số 72/2025/QH15)."), "{message}");
    assert_eq!(fixed, "Thực hiện theo Luật số 72/2025/QH15.");
}

/// A quotation whose closing mark was forgotten ends at the next amending article, for rules that read the text as for those
/// that read citations.
#[test]
fn a_forgotten_closing_mark_silences_no_rule_for_the_rest_of_the_draft() {
    let text = "BỘ NỘI VỤ\nSố: 12/2025/TT-BNV\nHà Nội, ngày 05 tháng 5 năm 2025\n\nTHÔNG TƯ\nVề văn thư\n\n\
        Điều 1. Sửa đổi, bổ sung Thông tư số 10/2023/TT-BNV\n1. Khoản 2 được sửa đổi như sau:\n\
        “2. Báo cáo trước ngày 5 tháng 3 năm 2026.\n\n\
        Điều 2. Sửa đổi, bổ sung Thông tư số 11/2023/TT-BNV\nBáo cáo trước ngày 6 tháng 3 năm 2026.\n";
    let found = findings(text, &Settings::default());
    let days: Vec<&str> = found.iter().filter(|f| f.code == Code::DateLeadingZero).map(|f| f.span.of(text)).collect();
    assert_eq!(days, ["6"], "{:?}", reported(&found, text));
}
