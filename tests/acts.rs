//! The acts that tests share are true: the built-in catalogue says the same of them, and they can be imported.

#[path = "support/mod.rs"]
mod support;

use support::acts;
use support::program::Home;

#[test]
fn the_acts_of_tests_are_those_of_the_built_in_catalogue() {
    let home = Home::new();
    let mut faults = Vec::new();
    for act in acts::records() {
        let number = act["number"].as_str().expect("a number");
        let shown = home.run(&["catalogue", "show", "--json", number]);
        let Some(known) = shown.rows().into_iter().next() else {
            faults.push(format!("{number} is not in the built-in catalogue"));
            continue;
        };
        for fact in ["type", "issuer", "issued", "effective", "expired", "title"] {
            if known[fact] != act[fact] {
                faults.push(format!("{number}, {fact}: {} in the catalogue, {} here", known[fact], act[fact]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_acts_of_tests_can_be_imported() {
    let home = Home::new();
    home.write("acts.jsonl", acts::LINES);
    let imported = home.run(&["catalogue", "import", "acts.jsonl"]);
    assert_eq!(imported.status, Some(0), "{imported:?}");
    assert!(imported.out.starts_with(&format!("{} ", acts::records().len())), "{imported:?}");
}
