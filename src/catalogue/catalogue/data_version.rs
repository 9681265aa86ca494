//! Answers that are kept are forgotten when somebody has written to a database.

use super::Catalogue;
use crate::catalogue::store::Source;
use std::sync::TryLockError;
use std::time::{Duration, Instant};

/// So often the databases are asked whether somebody has written: asking costs more than an answer from the cache.
const LOOK: Duration = Duration::from_millis(250);

/// The versions of the databases when they were asked last.
#[derive(Debug, Default)]
pub struct Seen {
    at: Option<Instant>,
    versions: Vec<i64>,
}

impl Catalogue {
    /// Forgets the answers that are kept if a database is another one than when they were read. An import that another
    /// process makes is seen within a quarter of a second.
    pub(super) fn forget_if_stale(&self) {
        let mut seen = match self.inner.seen.try_lock() {
            Ok(seen) => seen,
            Err(TryLockError::Poisoned(seen)) => seen.into_inner(),
            // Another thread is looking.
            Err(TryLockError::WouldBlock) => return,
        };
        if seen.at.is_some_and(|at| at.elapsed() < LOOK) {
            return;
        }
        let versions: Vec<i64> = self.inner.sources.iter().map(Source::data_version).collect();
        if seen.at.is_some() && seen.versions != versions {
            self.inner.by_key.forget();
            self.inner.by_name.forget();
            self.inner.coverage.forget();
            self.inner.memo.forget();
            self.forget_lists();
        }
        *seen = Seen { at: Some(Instant::now()), versions };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::import::import;
    use crate::catalogue::store::Access;
    use crate::cite::Number;

    #[test]
    fn an_import_is_seen_by_who_has_the_catalogue_open() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("catalogue.db");
        let add = |lines: &str| {
            let file = dir.path().join("some.jsonl");
            std::fs::write(&file, lines).unwrap();
            import(&store, &[file], |_| {}).unwrap();
        };
        add(r#"{"number":"9991/2020/NĐ-CP","title":"Về việc cũ"}"#);
        let catalogue = Catalogue::of_sources(vec![Source::open(&store, Access::Shared).unwrap()]);
        let title = || catalogue.by_number("9991/2020/NĐ-CP")[0].title.clone();
        let coverage = || catalogue.coverage(&Number::parse("9991/2020/NĐ-CP").unwrap()).known;
        assert_eq!((title().as_deref(), coverage()), (Some("Về việc cũ"), 1));
        assert!(catalogue.by_name("Đề án mới").is_empty());
        assert!(catalogue.search("xuyen", 5).is_empty());

        add(
            "{\"number\":\"9991/2020/NĐ-CP\",\"title\":\"Về việc xuyên suốt\",\"aliases\":[\"Đề án mới\"]}\n{\"number\":\"9990/2020/NĐ-CP\"}",
        );
        assert_eq!(catalogue.search("xuyen", 5).len(), 1, "a word that no title had");
        std::thread::sleep(LOOK);
        assert_eq!((title().as_deref(), coverage()), (Some("Về việc xuyên suốt"), 2));
        assert_eq!(catalogue.by_name("Đề án mới").len(), 1);
    }
}
