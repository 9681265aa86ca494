//! The names under which an instrument is cited.

use super::super::model::Instrument;
use crate::law::TypeId;

/// A name under which an instrument is cited.
pub struct Name<'i> {
    pub form: &'i str,
    pub canonical: &'i str,
    /// A nickname or an abbreviation: it doesn't begin with the type.
    pub informal: bool,
}

/// The names of an instrument: the title of a law, and aliases. Aliases of a law stand for its title; those of another
/// instrument ("Đề án 06") are names of their own, the first of them the proper one.
pub fn names(i: &Instrument) -> Vec<Name<'_>> {
    let mut out = Vec::new();
    let named = (i.kind.is_law() || i.kind == TypeId::HIEN_PHAP) || i.number.is_none();
    let title = i.title.as_deref().filter(|_| named);
    if let Some(title) = title.filter(|t| i.number.is_none() || t.starts_with(i.kind.as_str())) {
        out.push(Name { form: title, canonical: title, informal: false });
    }
    for alias in &i.aliases {
        let canonical = title.or(i.aliases.first().map(String::as_str)).unwrap_or(alias);
        // "Bộ luật Tố tụng hình sự" beside "BLTTHS": a name that begins with the type is no abbreviation.
        // "Luật PPP" is one.
        let shortened = alias.split(' ').any(|w| w.chars().filter(|c| c.is_uppercase()).count() >= 2);
        let formal = named && alias.starts_with(i.kind.as_str()) && !shortened;
        out.push(Name { form: alias, canonical: if formal { alias } else { canonical }, informal: !formal });
    }
    out
}
