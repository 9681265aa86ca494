//! Makes the rulebook of the program of the pages of the rules: the enum of their codes, the table, the messages.
//!
//! A page is `src/check/rules/<family>/<code>.md`; `src/check/rules/README.md` says how it is written. A fault in a page
//! ends the build with the file and the line.

#[path = "rules/messages.rs"]
mod messages;
#[path = "rules/page.rs"]
mod page;

use page::{Page, Words};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What is wrong in a page, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    pub what: String,
}

impl Fault {
    fn new(line: usize, what: impl Into<String>) -> Self {
        Self { line, what: what.into() }
    }
}

/// Reads all pages below a folder and writes `codes.rs`, `table.rs`, `rules.vi.ftl` and `rules.en.ftl` into another.
///
/// # Errors
/// What is wrong, a line each, with the file and the line of the page.
pub fn make(pages: &Path, out: &Path) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    let mut book = Vec::new();
    for path in files(pages).map_err(|e| vec![format!("{}: {e}", pages.display())])? {
        match read(&path) {
            Ok(page) => book.push(page),
            Err(fault) => faults.push(format!("{}:{}: {}", path.display(), fault.line, fault.what)),
        }
    }
    book.sort_by(|a, b| a.code.cmp(&b.code));
    for two in book.windows(2).filter(|two| two[0].code == two[1].code) {
        faults.push(format!("{}: two pages have the code {}", pages.display(), two[0].code));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let made = [
        ("codes.rs", codes(&book)),
        ("table.rs", table(&book)),
        ("rules.vi.ftl", messages_of(&book, |page| &page.vi)),
        ("rules.en.ftl", messages_of(&book, |page| &page.en)),
    ];
    for (name, text) in made {
        let path = out.join(name);
        fs::write(&path, text).map_err(|e| vec![format!("{}: {e}", path.display())])?;
    }
    Ok(())
}

/// The pages: the Markdown files of all families. What lies beside the families is no page.
fn files(pages: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for family in fs::read_dir(pages)? {
        let family = family?.path();
        if !family.is_dir() {
            continue;
        }
        for file in fs::read_dir(family)? {
            let file = file?.path();
            if file.extension().is_some_and(|e| e == "md") {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Page, Fault> {
    let text = fs::read_to_string(path).map_err(|e| Fault::new(1, e.to_string()))?;
    let code = path.file_stem().and_then(|s| s.to_str()).ok_or_else(|| Fault::new(1, "the name is not ASCII"))?;
    page::parse(code, &text)
}

/// "date-mismatch" as the name of a variant: "DateMismatch".
fn camel(code: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    code.split('-').map(capital).collect()
}

/// `codes.rs`: the enum `Code`, in the order of the codes.
fn codes(book: &[Page]) -> String {
    let mut out = String::from(
        "/// The code of a rule. Once released, it keeps its meaning.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\npub enum Code {\n",
    );
    for page in book {
        let _ = writeln!(out, "    /// `{}`: {}\n    {},", page.code, page.en.meaning, camel(&page.code));
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl Code {{\n    /// All codes, in their order.\n    pub const ALL: [Self; {}] = [",
        book.len()
    );
    for page in book {
        let _ = writeln!(out, "        Self::{},", camel(&page.code));
    }
    out += "    ];\n\n    /// The code as users write it.\n    pub const fn as_str(self) -> &'static str {\n        match self {\n";
    for page in book {
        let _ = writeln!(out, "            Self::{} => {:?},", camel(&page.code), page.code);
    }
    out + "        }\n    }\n}\n"
}

/// `table.rs`: the array of all rules, an expression, in the order of the codes.
fn table(book: &[Page]) -> String {
    let bilingual = |vi: &str, en: &str| format!("Bilingual {{ vi: {vi:?}, en: {en:?} }}");
    let mut out = String::from("[\n");
    for page in book {
        let fix = page.vi.fix.as_deref().zip(page.en.fix.as_deref()).map(|(vi, en)| bilingual(vi, en));
        let day = page.day.as_deref().map(|day| format!("time::macros::date!({})", day.replace('-', " - ")));
        let fields = [
            ("code", format!("Code::{}", camel(&page.code))),
            ("severity", format!("Severity::{}", camel(&page.severity))),
            ("quiet", page.quiet.to_string()),
            ("category", format!("Category::{}", camel(&page.category))),
            ("source", format!("{:?}", page.source)),
            ("confirmed", page.confirmed.to_string()),
            ("day", or_none(day)),
            ("meaning", bilingual(&page.vi.meaning, &page.en.meaning)),
            ("explanation", bilingual(&page.vi.explanation, &page.en.explanation)),
            ("fix", or_none(fix)),
            ("bad", format!("{:?}", page.bad)),
            ("good", format!("{:?}", page.good)),
            ("full_bad", format!("{:?}", page.full_bad)),
            ("full_good", format!("{:?}", page.full_good)),
        ];
        out += "    Rule {\n";
        for (name, value) in fields {
            let _ = writeln!(out, "        {name}: {value},");
        }
        out += "    },\n";
    }
    out + "]\n"
}

fn or_none(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

/// The messages of all rules in one language.
fn messages_of(book: &[Page], words: fn(&Page) -> &Words) -> String {
    book.iter().map(|page| words(page).messages.text.as_str()).collect()
}
