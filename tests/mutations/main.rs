//! Correct references are damaged in many ways; every damage that contradicts known facts is to be reported under the
//! right code, and the fixes are to give the correct text back.
//!
//! - [`samples`]: correct sentences about instruments of the built-in catalogue.
//! - [`damages`]: the ways to damage them, each with the codes under which it may be reported.
//!
//! Instruments, sentences and damages are drawn from a seed; the same seed draws the same. What a damage does is
//! decided only on the text; what is found is decided by the program as a user runs it.

mod damages;
mod draw;
mod samples;

use damages::{DAMAGES, Damage, Damaged};
use draw::Draw;
use samples::Sample;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};
use viendan::catalogue::Catalogue;
use viendan::check::{Code, Finding, Fix, Settings, Severity, check};
use viendan::document::{Document, Format};
use viendan::lexicon::Vocabulary;
use viendan::settings::AsOf;

/// The share of damages that must be reported under a right code.
const LEAST_REPORTED: f64 = 0.98;
/// The share of reported damages with a fix of which the first fix must give the correct text back, byte by byte.
const LEAST_RESTORED: f64 = 0.95;
/// How often a kind of damage is done.
const EACH: usize = 150;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::builtin().expect("the built-in catalogue can be opened"))
}

fn findings(text: &str) -> Vec<Finding> {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    let vocabulary = VOCABULARY.get_or_init(|| Arc::new(Vocabulary::new(catalogue().names())));
    let settings = Settings { as_of: AsOf::Day(samples::DAY), ..Settings::default() };
    check(&Document::read(text, Format::Plain, vocabulary), catalogue(), &settings)
}

fn applied(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    out
}

#[derive(Default)]
struct Tally {
    done: usize,
    reported: usize,
    with_fix: usize,
    /// By the first fix.
    restored: usize,
    /// By any fix.
    offered: usize,
    missed: Vec<String>,
}

impl Tally {
    fn count(&mut self, damage: &Damage, sample: &Sample, damaged: &Damaged) {
        self.done += 1;
        let found = findings(&damaged.text);
        let right: Vec<&Finding> = found.iter().filter(|f| damage.codes.contains(&f.code)).collect();
        if right.is_empty() {
            let codes: Vec<Code> = found.iter().map(|f| f.code).collect();
            self.missed.push(format!("not reported ({codes:?}): {}", samples::body(&damaged.text)));
            return;
        }
        self.reported += 1;
        // The first fix of the first finding is what a user takes; the others are counted apart.
        let fixes: Vec<&Fix> = right.iter().flat_map(|f| &f.fixes).collect();
        let Some(first) = fixes.first() else { return };
        self.with_fix += 1;
        let original = damaged.original.as_ref().unwrap_or(&sample.text);
        let restores = |fix: &Fix| {
            let text = applied(&damaged.text, fix);
            text == *original || damaged.as_right.contains(&text)
        };
        self.offered += usize::from(fixes.iter().any(|fix| restores(fix)));
        if restores(first) {
            self.restored += 1;
            return;
        }
        let made: Vec<String> = fixes.iter().map(|f| samples::body(&applied(&damaged.text, f)).to_owned()).collect();
        self.missed.push(format!(
            "not restored: {}        to be {}        {}",
            samples::body(&damaged.text),
            samples::body(original),
            made.join("        ")
        ));
    }
}

#[test]
fn damaged_references_are_reported_and_given_back() {
    let samples = samples::all(catalogue());
    assert!(samples.len() >= 600, "only {} sentences", samples.len());
    let mut silent = Vec::new();
    let mut loud = 0;
    for sample in samples {
        let found = findings(&sample.text);
        let grave: Vec<String> = found
            .iter()
            .filter(|f| f.severity >= Severity::Warning)
            .map(|f| format!("{} {}", f.code, f.message))
            .collect();
        if grave.is_empty() {
            silent.push(sample);
        } else {
            loud += 1;
            println!("not silent: {}\n    {}", samples::body(&sample.text), grave.join("\n    "));
        }
    }
    assert_eq!(loud, 0, "correct sentences were reported");
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for damage in DAMAGES {
        let mut draw = Draw::new(damage.name);
        let tally = tallies.entry(damage.name).or_default();
        for sample in draw.shuffled(&silent) {
            if tally.done == EACH {
                break;
            }
            if let Some(damaged) = (damage.damage)(sample, &mut draw, catalogue())
                && damaged.text != sample.text
            {
                tally.count(damage, sample, &damaged);
            }
        }
    }
    print!("{}", table(&tallies));
    let sum = |of: fn(&Tally) -> usize| tallies.values().map(of).sum::<usize>() as f64;
    let reported = sum(|t| t.reported) / sum(|t| t.done);
    let restored = sum(|t| t.restored) / sum(|t| t.with_fix);
    println!("reported {:.2} %, restored {:.2} %", reported * 100.0, restored * 100.0);
    assert!(tallies.len() >= 25, "only {} kinds of damage", tallies.len());
    assert!(sum(|t| t.done) >= 1000.0, "too few damages");
    let thin: Vec<&str> = tallies.iter().filter(|(_, t)| t.done < 5).map(|(name, _)| *name).collect();
    assert!(thin.is_empty(), "hardly ever done: {thin:?}");
    assert!(reported >= LEAST_REPORTED, "reported: {reported:.4}");
    assert!(restored >= LEAST_RESTORED, "restored: {restored:.4}");
    for (name, tally) in &tallies {
        assert!(tally.reported * 10 >= tally.done * 8, "{name}: {} of {} reported", tally.reported, tally.done);
    }
}

/// The year of an amending law is often used for the law; that of an act on something else does not.
#[test]
fn the_year_of_a_law_is_compared_with_the_acts_that_amend_the_law_itself() {
    let is_reported = |sentence: &str| findings(sentence).iter().any(|f| f.code == Code::WrongLawYear);
    assert!(is_reported("Nhiệm vụ này theo quy định của Luật Đất đai năm 2025."));
    assert!(is_reported("Nhiệm vụ này theo quy định của Luật Du lịch năm 2020."));
    assert!(!is_reported("Nhiệm vụ này theo quy định của Luật Đất đai năm 2024."));
    assert!(!is_reported("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2025;"));
    assert!(!is_reported(
        "Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa năm 2025 có hiệu lực."
    ));
}

fn table(tallies: &BTreeMap<&str, Tally>) -> String {
    let mut out = String::new();
    let most: usize = std::env::var("MISSED").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    for (name, tally) in tallies {
        for missed in tally.missed.iter().take(most) {
            let _ = writeln!(out, "{name}: {missed}");
        }
    }
    let _ = writeln!(
        out,
        "{:<34}{:>6}{:>10}{:>10}{:>10}{:>10}",
        "damage", "done", "reported", "with fix", "restored", "by any"
    );
    let mut row = |name: &str, values: [usize; 5]| {
        let _ = write!(out, "{name:<34}");
        let _ = writeln!(out, "{:>6}{:>10}{:>10}{:>10}{:>10}", values[0], values[1], values[2], values[3], values[4]);
    };
    let mut sums = [0; 5];
    for (name, t) in tallies {
        let values = [t.done, t.reported, t.with_fix, t.restored, t.offered];
        row(name, values);
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
    row("together", sums);
    out
}
