//! Shortened lists: bodies that share their first word, their title or both: "các Bộ: Tư pháp, Y tế", "Cục trưởng các Cục: Viễn
//! thông, An toàn thông tin", "Bộ trưởng Bộ Canh nông và Kinh tế". Each member is a mention as it stands, completed with what
//! the list shares. (A shared place is read with the local body that lacks it: [`super::local`].)

use super::local::local_name;
use super::place::Place;
use super::{Agency, AgencyName, Holder};
use crate::cite::grammar::context::Context;
use crate::cite::grammar::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::cite::model::AgencyRef;
use crate::law::{AgencyKind, LocalAgencyId};
use crate::lexicon::{Word, words};
use crate::text::Span;
use smallvec::SmallVec;

/// What is between the kind word and the colon has at most so many tokens: ", cơ quan ngang Bộ, cơ quan thuộc Chính phủ:".
const LONGEST_HEAD: usize = 12;
/// A list has at most so many members.
const MOST_MEMBERS: usize = 40;

/// The kind word that the members of a list share.
#[derive(Debug, Clone, Copy)]
struct SharedKind {
    words: &'static [Word],
    written: &'static str,
}

const KINDS: [SharedKind; 5] = [
    SharedKind { words: &[words::BO_MINISTRY], written: "Bộ" },
    SharedKind { words: &[words::TONG, words::CUC], written: "Tổng cục" },
    SharedKind { words: &[words::CUC], written: "Cục" },
    SharedKind { words: &[words::SO_DEPARTMENT], written: "Sở" },
    SharedKind { words: &[words::UY, words::BAN], written: "Ủy ban" },
];

/// A member of a list.
enum Member {
    /// It is completed by the kind word.
    Short(AgencyName),
    /// A local body that is completed by the kind word; its place comes from the end of the list or the document.
    Local { id: LocalAgencyId, end: usize },
    /// A full name by itself.
    Whole(AgencyName),
}

impl Member {
    fn end(&self) -> usize {
        match self {
            Self::Short(name) | Self::Whole(name) => name.end,
            Self::Local { end, .. } => *end,
        }
    }
}

impl Cursor<'_> {
    /// The list whose kind word is at a token, with words in front that make it a plural: "các Bộ: …", "các Bộ Tư pháp, Y tế".
    pub(super) fn shortened_list(self, at: usize) -> Option<Agency> {
        use words as w;
        let kind = *KINDS.iter().find(|kind| self.words_at(at, kind.words))?;
        let before = at.checked_sub(1)?;
        let plural = self.is_any(before, &[w::CAC, w::HAI, w::BA, w::NHUNG, w::LIEN]) || self.is_digits(before);
        if !plural || self.token(at).is_some_and(|t| t.has(EMPTY_LINE)) {
            return None;
        }
        let kind_end = at + kind.words.len();
        let (first, after_colon) = match self.colon_of_list(kind_end) {
            Some(colon) => (colon + 1, true),
            None => (kind_end, false),
        };
        let members = self.members(first, kind, self.is(before, w::LIEN));
        // "các Bộ Tài chính": one member without a colon is no list.
        if members.is_empty() || (!after_colon && members.len() < 2) {
            return None;
        }
        let title = if self.is(before, w::CAC) { self.title_before(before) } else { None };
        let last = members.last().map_or(first, |(_, member)| member.end());
        let place = self.place_of_list(last, &members);
        let mut agency = Agency::none(last);
        for (n, (start, member)) in members.into_iter().enumerate() {
            // The first member without a colon has the kind word in its span.
            let start = if n == 0 && !after_colon { at } else { start };
            let whole = matches!(member, Member::Whole(_));
            let name = match member {
                Member::Short(name) | Member::Whole(name) => name,
                Member::Local { id, end } => {
                    let Some(place) = &place else { continue };
                    let inside = if end == last { place.end.max(end) } else { end };
                    local_name(&id.row().name, Place { end: inside, ..place.clone() }, true)
                }
            };
            let name = match &title {
                Some(title) if !whole => {
                    let canonical = format!("{title} {}", name.canonical);
                    AgencyName { canonical, holder: Holder::Head, ..name }
                }
                _ => name,
            };
            agency.end = agency.end.max(name.end);
            agency.mentions.push((self.span(start, name.end), name.into()));
        }
        Some(agency)
    }

    /// The colon of a list that begins with the token after its kind word: "các Bộ:", "các Bộ, cơ quan:", "các Bộ, ngành liên quan:".
    fn colon_of_list(self, from: usize) -> Option<usize> {
        let colon = (from..from + LONGEST_HEAD).find(|&i| self.is(i, words::COLON))?;
        let is_head = |i: usize| {
            let token = &self.tokens()[i];
            token.is(words::COMMA)
                || token.is(words::OPEN)
                || token.is(words::CLOSE)
                || token.kind == Kind::Digits
                || (token.kind == Kind::Word && !token.has(EMPTY_LINE))
        };
        (from..colon).all(is_head).then_some(colon)
    }

    /// `joint` says that a dash is between members too: "Liên Bộ Tài chính - Công Thương".
    fn members(self, from: usize, kind: SharedKind, joint: bool) -> Vec<(usize, Member)> {
        use words as w;
        let mut members = Vec::new();
        let mut at = from;
        while members.len() < MOST_MEMBERS
            && let Some(member) = self.member(at, kind)
        {
            let end = member.end();
            members.push((at, member));
            let is_joined = self.is_any(end, &[w::COMMA, w::SEMICOLON, w::VA]) || (joint && self.is(end, w::DASH));
            if !is_joined {
                break;
            }
            at = end + 1;
            at += usize::from(self.is(at, w::VA));
        }
        members
    }

    fn member(self, at: usize, kind: SharedKind) -> Option<Member> {
        self.token(at).filter(|t| t.kind == Kind::Word && !t.has(EMPTY_LINE))?;
        if !self.is_capital(at) {
            return None;
        }
        let phrases = self.phrases_after(kind.words, at);
        if let Some((end, id)) = phrases.local.filter(|_| kind.written == "Sở") {
            return Some(Member::Local { id, end });
        }
        let listed = phrases.agency.filter(|(_, id, _)| !id.row().kind.is_class());
        if let Some((end, id, _)) = listed
            && self.agency_name(at).is_none_or(|name| name.end <= end)
        {
            let name = AgencyName::new(end, id.row().name.clone());
            return Some(Member::Short(AgencyName { agency: Some(id), full: false, ..name }));
        }
        if let Some(name) = self.agency_name(at) {
            return (!name.of_members).then_some(Member::Whole(name));
        }
        // "Cục trưởng các Cục: A, B, Chánh Thanh tra, Thủ trưởng các đơn vị"
        let heads = self.phrases(at).head.is_some() || self.words_at(at, &[words::THU, words::TRUONG]);
        if matches!(kind.written, "Cục" | "Tổng cục") && !heads && !self.is(at, words::CHANH) {
            return self.department(at, kind.written).map(|name| Member::Short(AgencyName { full: false, ..name }));
        }
        self.abbreviation_of(kind.written, at).map(Member::Short)
    }

    /// The place that the departments of a list share: behind the last of them, else that of the document.
    fn place_of_list(self, last: usize, members: &[(usize, Member)]) -> Option<Place> {
        if !members.iter().any(|(_, member)| matches!(member, Member::Local { .. })) {
            return None;
        }
        let place = self.place(last).filter(|place| place.id.is_some());
        place.or_else(|| {
            let home = self.home().filter(|home| home.is_province && !self.makes_class(last, true))?;
            let end = self.unit_of_home(last, home).unwrap_or(last);
            Some(Place::home(end, home))
        })
    }

    /// The title in front of "các": "Bộ trưởng các Bộ: …".
    fn title_before(self, before: usize) -> Option<String> {
        const LONGEST: usize = 4;
        (1..=LONGEST).rev().filter_map(|length| before.checked_sub(length)).find_map(|start| {
            let (end, head) = self.phrases(start).head?;
            let title = self.vocabulary().head(head);
            let deputy = start > 0 && self.is(start - 1, words::PHO_DEPUTY);
            // "Thủ trưởng các Bộ" are heads of any kind.
            (end == before && (self.is_capital(start) || deputy) && title != "Thủ trưởng")
                .then(|| if deputy { format!("Phó {title}") } else { title.to_owned() })
        })
    }

    /// "Bộ trưởng Bộ Canh nông **và Kinh tế**": a second ministry that shares title and kind word.
    pub(super) fn second_ministry(self, first: &AgencyName) -> Option<(Span, AgencyRef, usize)> {
        let at = first.end + 1;
        let ministry = first.agency.is_some_and(|id| id.row().kind == AgencyKind::Ministry);
        let title = first.agency.and_then(|id| first.canonical.strip_suffix(id.row().name.as_str()));
        if first.holder == Holder::Body || !ministry || !self.is(first.end, words::VA) || !self.is_capital(at) {
            return None;
        }
        let (end, id, _) = self.phrases_after(&[words::BO_MINISTRY], at).agency?;
        if self.body(at).is_some() || self.phrases(at).local.is_some() && id.row().to.is_none() {
            return None;
        }
        let canonical = format!("{}{}", title?, id.row().name);
        let name = AgencyName { agency: Some(id), full: false, ..AgencyName::new(end, canonical) };
        Some((self.span(at, end), name.into(), end))
    }

    /// "Tư pháp Bộ trưởng": until 1946 the field came first. `at` is the token of "Bộ".
    pub(super) fn minister_after_field(self, at: usize, context: &Context) -> Option<Agency> {
        const LONGEST: usize = 6;
        if !self.words_at(at, &[words::BO_MINISTRY, words::TRUONG]) {
            return None;
        }
        let start = (1..=LONGEST).filter_map(|length| at.checked_sub(length)).find(|&start| {
            self.is_capital(start)
                && (start + 1..=at).all(|i| !self.tokens()[i].begins_line())
                && self.phrases_after(&[words::BO_MINISTRY], start).agency.is_some_and(|(end, _, _)| end == at)
        })?;
        if context.read_until > self.tokens()[start].start as usize {
            return None;
        }
        let (_, id, _) = self.phrases_after(&[words::BO_MINISTRY], start).agency?;
        let name = AgencyName::new(at + 2, format!("Bộ trưởng {}", id.row().name));
        let name = AgencyName { agency: Some(id), full: false, holder: Holder::Head, ..name };
        let mut mentions = SmallVec::new();
        mentions.push((self.span(start, at + 2), name.into()));
        Some(Agency { mentions, end: at + 2 })
    }
}
