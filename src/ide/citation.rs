//! A citation written otherwise: in full, short, with its date, of the act that replaced it, with a short name.

use super::hover::{HoverContext, Meant, mention_at};
use super::selection;
use crate::catalogue::{Catalogue, Instrument};
use crate::check::Edit;
use crate::cite::{Attributes, MentionKind};
use crate::document::{Document, PlacedMention};
use crate::i18n::long_date;
use crate::settings::Settings;
use crate::text::{Span, fold};
use std::sync::Arc;

/// A citation of a known act by number or name.
pub struct Citation<'a> {
    document: &'a Document,
    placed: PlacedMention<'a>,
    pub instrument: Arc<Instrument>,
}

impl<'a> Citation<'a> {
    /// The citation at a byte offset; none in quotations, whose words are another's.
    pub fn at(document: &'a Document, catalogue: &'a Catalogue, offset: usize, settings: &Settings) -> Option<Self> {
        let mut placed = mention_at(document, offset)?;
        if let Some(number) = placed.mention.name().and_then(|name| name.number) {
            placed = document.sibling(&placed, number);
        }
        let is_citation = matches!(placed.mention.kind, MentionKind::Number(_) | MentionKind::Name(_));
        if !is_citation || placed.quoted || document.is_own_heading(&placed) {
            return None;
        }
        let Meant::Known(instrument) = HoverContext::of(document, catalogue, settings).meant(&placed) else {
            return None;
        };
        Some(Self { document, placed, instrument })
    }

    fn attributes(&self) -> Option<&'a Attributes> {
        match &self.placed.mention.kind {
            MentionKind::Number(number) => Some(&number.attributes),
            MentionKind::Name(name) => Some(&name.attributes),
            MentionKind::Provision(_) | MentionKind::Agency(_) => None,
        }
    }

    fn whole(&self) -> Span {
        selection::citation(&self.placed)
    }

    /// "NĐ 30", "Nghị định 30/2020/NĐ-CP" → type, number, date, issuer and title. `None` where it says all that already.
    pub fn expanded(&self) -> Option<Edit> {
        let full = full(&self.instrument)?;
        let span = self.whole();
        let written = fold::tidy(&self.document.slice(span));
        let says_all = self.attributes().is_some_and(|a| {
            a.date.is_some() && a.issuer.is_some() && (a.title.is_some() || self.instrument.title.is_none())
        });
        (!says_all && written != full).then_some(Edit { span, text: full })
    }

    /// "Nghị định số 30/2020/NĐ-CP ngày … của Chính phủ về …" → "Nghị định số 30/2020/NĐ-CP". `None` where it is short already.
    pub fn shortened(&self) -> Option<Edit> {
        self.placed.mention.number()?;
        let span = self.whole();
        let end = self.placed.span().end;
        // What is behind the number goes, with the blank before it.
        let rest = Span::new(end, span.end);
        let is_long = self.attributes().is_some_and(|a| a.date.is_some() || a.issuer.is_some() || a.title.is_some());
        (is_long && !rest.is_empty()).then(|| Edit { span: rest, text: String::new() })
    }

    /// Adds the day of issue behind a number without one.
    pub fn dated(&self) -> Option<Edit> {
        let attributes = self.attributes()?;
        self.placed.mention.number()?;
        if attributes.date.is_some() || attributes.year.is_some() {
            return None;
        }
        let end = self.placed.span().end;
        Some(Edit { span: Span::new(end, end), text: format!(" {}", long_date(self.instrument.issued?)) })
    }

    /// Cites the act that replaced it, as fully as this one is cited; with that act.
    pub fn of_successor(&self, catalogue: &Catalogue) -> Option<(Arc<Instrument>, Edit)> {
        let target = &self.instrument.successor()?.target;
        let [successor] = <[Arc<Instrument>; 1]>::try_from(catalogue.by_number(target)).ok()?;
        let is_full = self.attributes().is_some_and(|a| a.date.is_some() || a.title.is_some());
        let text = if is_full { full(&successor)? } else { short(&successor)? };
        Some((successor, Edit { span: self.whole(), text }))
    }

    /// Adds the definition of a short name behind a citation that is followed by none: its type and number.
    pub fn with_short_name(&self) -> Option<Edit> {
        let end = self.whole().end;
        let after = super::text_from(self.document, end, 30);
        if after.trim_start().starts_with('(') {
            return None;
        }
        self.placed.mention.number()?;
        let name = short(&self.instrument)?;
        Some(Edit { span: Span::new(end, end), text: format!(" (sau đây gọi tắt là {name})") })
    }
}

/// Type, number, date, issuer and title: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn
/// thư"; a law by its name: "Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024".
pub(super) fn full(instrument: &Instrument) -> Option<String> {
    let number = instrument.number.as_deref()?;
    let title = instrument.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let is_named = title.is_some_and(|title| title.starts_with(instrument.kind.as_str()));
    let mut out = match title.filter(|_| is_named) {
        Some(name) => format!("{name} số {number}"),
        None => format!("{} số {number}", instrument.kind),
    };
    if let Some(day) = instrument.issued {
        out = format!("{out} {}", long_date(day));
    }
    if !is_named {
        if let Some(issuer) = &instrument.issuer {
            out = format!("{out} của {issuer}");
        }
        if let Some(title) = title {
            out = format!("{out} {}", fold::first_small(title));
        }
    }
    Some(out)
}

fn short(instrument: &Instrument) -> Option<String> {
    Some(format!("{} số {}", instrument.kind, instrument.number.as_deref()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::sample::{catalogue, document, settings};

    fn with(marked: &str, edit: impl Fn(&Citation<'_>, &Catalogue) -> Option<Edit>) -> Option<String> {
        let c = catalogue();
        let (document, offset) = document(marked, &c);
        let citation = Citation::at(&document, &c, offset, &settings())?;
        let edit = edit(&citation, &c)?;
        let mut text = marked.replacen('|', "", 1);
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
        Some(text)
    }

    const FULL: &str = "Theo Nghị định số 30/20|20/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.";

    #[test]
    fn a_citation_is_expanded_and_shortened() {
        let full = FULL.replacen('|', "", 1);
        assert_eq!(with("Theo Nghị định 30/20|20/NĐ-CP.", |c, _| c.expanded()).as_deref(), Some(full.as_str()));
        assert_eq!(with(FULL, |c, _| c.expanded()), None);
        assert_eq!(with(FULL, |c, _| c.shortened()).as_deref(), Some("Theo Nghị định số 30/2020/NĐ-CP."));
        assert_eq!(with("Theo Nghị định 30/20|20/NĐ-CP.", |c, _| c.shortened()), None);
    }

    #[test]
    fn a_date_a_successor_and_a_short_name_are_added() {
        assert_eq!(
            with("Theo Nghị định số 30/20|20/NĐ-CP.", |c, _| c.dated()).as_deref(),
            Some("Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020.")
        );
        assert_eq!(with(FULL, |c, _| c.dated()), None);
        assert_eq!(
            with("Theo Nghị định số 110/20|04/NĐ-CP.", |c, catalogue| c
                .of_successor(catalogue)
                .map(|(_, e)| e))
            .as_deref(),
            Some("Theo Nghị định số 30/2020/NĐ-CP.")
        );
        assert_eq!(
            with("Theo Nghị định số 30/20|20/NĐ-CP.", |c, _| c.with_short_name()).as_deref(),
            Some("Theo Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định số 30/2020/NĐ-CP).")
        );
    }
}
