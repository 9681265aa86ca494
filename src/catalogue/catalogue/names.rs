//! The names that the recogniser looks for.

use super::Catalogue;
use crate::lexicon::NamedInstrument;
use rustc_hash::FxHashSet;

impl Catalogue {
    /// The names for the recogniser's vocabulary: laws, codes, ordinances, the Constitution, nicknames.
    pub fn names(&self) -> Vec<NamedInstrument> {
        let mut seen = FxHashSet::default();
        let mut out = Vec::new();
        let sql = "SELECT name.form, name.canonical, name.informal, instrument.number FROM name \
                   JOIN instrument ON instrument.id = name.instrument ORDER BY name.folded, instrument.id";
        for source in &self.inner.sources {
            let rows = source.read(|c| {
                c.prepare_cached(sql)?
                    .query_map([], |r| {
                        let (form, canonical): (String, String) = (r.get(0)?, r.get(1)?);
                        let informal: bool = r.get(2)?;
                        Ok(NamedInstrument {
                            number: if informal { r.get(3)? } else { None },
                            form,
                            canonical,
                            informal,
                        })
                    })?
                    .collect::<Result<Vec<_>, _>>()
            });
            let mut rows = rows.unwrap_or_default();
            // A form that means several instruments ("BLDS" of 2005 and 2015) implies no number.
            let mut several = FxHashSet::default();
            for pair in rows.windows(2) {
                if pair[0].form == pair[1].form && pair[0].number != pair[1].number {
                    several.insert(pair[0].form.clone());
                }
            }
            for name in &mut rows {
                if several.contains(&name.form) {
                    name.number = None;
                }
            }
            out.extend(rows.into_iter().filter(|n| seen.insert(n.form.clone())));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;

    #[test]
    fn names_carry_a_number_only_where_they_mean_one_instrument() {
        let names = sample().names();
        let of = |form: &str| names.iter().find(|n| n.form == form).unwrap();
        assert_eq!(of("Đề án 06").number.as_deref(), Some("06/QĐ-TTg"));
        assert!(!of("Luật Đất đai").informal);
        assert_eq!(of("LĐĐ").canonical, "Luật Đất đai");
    }
}
