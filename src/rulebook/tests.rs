//! The build refuses faulty pages, with the line.

use super::make::make;
use crate::i18n::{Language, Localizer};

const PAGE: &str = "\
---
severity: hint
category: style
source: Điều 9; khoản 2
confirmed: true
day: 2026-03-10
---

# Tiếng Việt

Nghĩa
của quy tắc.

Lý do.

Khi nào không báo.

**Cách sửa**: Sửa lại

```ftl
a-rule = Sai { $seen }.
    .fix = Sửa { $seen }
      thành { $expected }
```

# English

The meaning.

The reason.

**Fix**: Mend it

```ftl
a-rule = Wrong { $seen }.
    .fix = Write { $expected } for { $seen }
```

# Sai

````text
```
````

# Đúng

```text
Điều 1

Điều 2
```
";

/// What the build makes of a page: the table and the Vietnamese messages, or what is wrong.
fn made(page: &str) -> Result<(String, String), String> {
    let (pages, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let family = pages.path().join("style");
    std::fs::create_dir(&family).unwrap();
    std::fs::write(family.join("a-rule.md"), page).unwrap();
    std::fs::write(pages.path().join("README.md"), "no page").unwrap();
    let cut = |fault: String| fault.rsplit_once("style/").map_or(fault.clone(), |(_, cut)| cut.to_owned());
    make(pages.path(), out.path()).map_err(|faults| faults.into_iter().map(cut).collect::<Vec<_>>().join("\n"))?;
    let text = |name| std::fs::read_to_string(out.path().join(name)).unwrap();
    Ok((text("table.rs"), text("rules.vi.ftl")))
}

#[test]
fn a_page_becomes_a_row_and_messages() {
    let (table, messages) = made(PAGE).unwrap();
    for part in [
        "code: Code::ARule,",
        "severity: Severity::Hint,",
        "source: Some(\"Điều 9; khoản 2\"),",
        "day: Some(time::macros::date!(2026 - 03 - 10)),",
        "meaning: Bilingual { vi: \"Nghĩa của quy tắc.\", en: \"The meaning.\" },",
        "vi: \"Lý do.\\n\\nKhi nào không báo.\"",
        "fix: Some(Bilingual { vi: \"Sửa lại\", en: \"Mend it\" }),",
        "bad: \"```\",",
        "good: \"Điều 1\\n\\nĐiều 2\",",
        "full_bad: None,",
    ] {
        assert!(table.contains(part), "{part} is not in {table}");
    }
    assert_eq!(messages, "a-rule = Sai { $seen }.\n    .fix = Sửa { $seen }\n      thành { $expected }\n");
}

#[test]
fn a_faulty_page_is_refused_with_its_line() {
    for (right, wrong, line, what) in [
        ("---\nseverity", "severity", 1, "front matter"),
        ("severity: hint", "severity: grave", 2, "severity is one of error"),
        ("severity: hint\n", "", 6, "severity is missing"),
        ("confirmed: true", "confirmed: true\nconfirmed: true", 6, "confirmed is here twice"),
        ("source: ", "sources: ", 4, "unknown key sources"),
        ("2026-03-10", "10/3/2026", 6, "YYYY-MM-DD"),
        ("# English", "# Tiếng Anh", 26, "“# English” is missing here"),
        ("# Đúng", "# Đúng rồi", 45, "“# Đúng” is missing here"),
        ("Lý do.\n\nKhi nào không báo.\n", "", 9, "no explanation"),
        ("**Fix**: Mend it\n", "", 8, "one language has a fix"),
        ("a-rule = Wrong", "another-rule = Wrong", 35, "the message must be a-rule"),
        ("    .fix = Write { $expected } for { $seen }\n", "", 22, "a-rule.fix is missing"),
        ("Wrong { $seen }", "Wrong { $found }", 21, "a-rule has other variables in the other language (line 35)"),
        ("````\n\n# Đúng", "\n# Đúng", 41, "the fence has no end"),
        ("```text\nĐiều 1", "```\nĐiều 1", 45, "needs an example"),
    ] {
        let page = PAGE.replacen(right, wrong, 1);
        assert_ne!(page, PAGE, "{right}");
        let fault = made(&page).unwrap_err();
        assert!(fault.starts_with(&format!("a-rule.md:{line}: ")) && fault.contains(what), "{wrong}: {fault}");
    }
}

#[test]
fn every_rule_has_a_message() {
    for rule in super::all() {
        for language in Language::ALL {
            assert!(Localizer::of(language).has(rule.code.as_str()), "{}", rule.code);
        }
    }
}
