//! Agencies and office holders, at full length: "Bộ trưởng Bộ Y tế", "Ủy ban nhân dân tỉnh Phú Thọ".
//!
//! | file | reads | for example |
//! | --- | --- | --- |
//! | [`title`] | the title of a head or deputy in front of a body | `Phó Chánh Thanh tra` + `…` |
//! | [`body`] | a body: of the tables, a part of another, or one with a name of its own | `Văn phòng Tỉnh ủy Hà Giang` |
//! | [`named`] | departments and committees by kind word and name | `Cục Thuế doanh nghiệp lớn` |
//! | [`board`] | boards of the Party and of People's Councils | `Ban Pháp chế Hội đồng nhân dân tỉnh Sơn La` |
//! | [`local`], [`place`] | a local body and its place | `Sở Y tế tỉnh Hà Tĩnh` |
//! | [`list`] | bodies that share words | `các Bộ: Tư pháp, Y tế` |
//! | [`columns`] | the body of a header beside the national title | `ỦY BAN NHÂN DÂN ⇥ CỘNG HÒA …` |
//! | [`state`] | the name of a state after a body | `Bộ Y tế Việt Nam` |
//! | [`abbreviation`] | letters after a kind word | `Bộ LĐ-TB-XH` |
//! | [`slips`] | names with missing or wrong marks | `Bô Tư pháp` |

mod abbreviation;
mod board;
mod body;
mod columns;
mod list;
mod local;
mod named;
mod place;
mod slips;
mod state;
mod title;

use super::context::Context;
use super::cursor::Cursor;
use crate::cite::lexer::Kind;
use crate::cite::model::AgencyRef;
use crate::law::{AgencyId, AgencyKind, PlaceId};
use crate::lexicon::{Home, Word, words};
use crate::text::{Span, fold};
use smallvec::{SmallVec, smallvec};

/// What an agency's name makes of the words at a token.
#[derive(Debug)]
pub struct Agency {
    /// The agencies that are mentioned, in the order of the text; none where the words name a class of agencies.
    pub mentions: SmallVec<[(Span, AgencyRef); 1]>,
    /// Index of the token after it.
    pub end: usize,
}

impl Agency {
    fn none(end: usize) -> Self {
        Self { mentions: SmallVec::new(), end }
    }
}

/// The name of an agency.
#[derive(Debug, Clone)]
pub struct AgencyName {
    /// Index of the token after it.
    pub end: usize,
    pub canonical: String,
    pub agency: Option<AgencyId>,
    pub place: Option<PlaceId>,
    /// The place that the text names with a local agency.
    pub locality: Option<Box<Home>>,
    pub full: bool,
    pub holder: Holder,
    /// An organisation of members, not its central committee: "Hội Nông dân Việt Nam".
    pub of_members: bool,
}

/// Who is meant by an agency's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The agency itself.
    Body,
    Head,
    /// A deputy of the head, who issues nothing.
    Deputy,
}

impl AgencyName {
    /// An agency without anything else known of it.
    fn new(end: usize, canonical: String) -> Self {
        Self {
            end,
            canonical,
            agency: None,
            place: None,
            locality: None,
            full: true,
            holder: Holder::Body,
            of_members: false,
        }
    }
}

impl From<AgencyName> for AgencyRef {
    fn from(name: AgencyName) -> Self {
        Self {
            canonical: name.canonical,
            agency: name.agency,
            place: name.place,
            full: name.full,
            locality: name.locality,
        }
    }
}

impl Cursor<'_> {
    /// The agency that begins at a token, as it is mentioned.
    pub fn agency(self, at: usize, context: &Context) -> Option<Agency> {
        // "các bộ: Tài chính, Y tế"
        let listed = at > 0
            && self.is_any(at, &[words::BO_MINISTRY, words::SO_DEPARTMENT])
            && self.is_any(at - 1, &[words::CAC, words::LIEN]);
        if let Some(issuer) = self.issuer_in_small_letters(at, context) {
            return Some(issuer);
        }
        let begins = self.may_begin_agency(at);
        if self.token(at).is_none_or(|t| t.kind != Kind::Word) || !(begins || listed) {
            return None;
        }
        if let Some(header) = self.header_in_columns(at) {
            return Some(header);
        }
        if let Some(list) = self.shortened_list(at) {
            return Some(list);
        }
        if !begins {
            return None;
        }
        let Some(name) = self.agency_name(at) else {
            // "Tư pháp Bộ trưởng"
            if let Some(minister) = self.minister_after_field(at, context) {
                return Some(minister);
            }
            // A local agency without its place is a class: nothing inside it is an agency of its own ("Ủy ban Mặt trận Tổ
            // quốc Việt Nam các cấp").
            return self.phrases(at).local.map(|(end, _)| Agency::none(end));
        };
        let end = name.end;
        let issues = name.of_members && self.is_issuer(at, context);
        if (name.of_members && !issues) || self.is_bare_title(at, &name) || self.is_in_other_name(at, &name) {
            return Some(Agency::none(end));
        }
        // "phó Thủ tướng": the small word in front belongs to the title.
        if at > 0 && self.is(at - 1, words::PHO_DEPUTY) {
            let deputy = self.titled(at - 1).filter(|deputy| deputy.end >= end);
            return Some(match deputy {
                Some(deputy) if context.read_until <= self.tokens()[at - 1].start as usize => {
                    Agency { end: deputy.end, mentions: smallvec![(self.span(at - 1, deputy.end), deputy.into())] }
                }
                _ => Agency::none(end),
            });
        }
        let mut agency = Agency { mentions: smallvec![(self.span(at, end), name.clone().into())], end };
        if let Some((span, second, end)) = self.second_ministry(&name) {
            agency.mentions.push((span, second));
            agency.end = end;
        }
        Some(agency)
    }

    /// The name of an agency or office that begins at a token.
    pub fn agency_name(self, at: usize) -> Option<AgencyName> {
        if self.token(at).is_none_or(|t| t.kind != Kind::Word) || !self.may_begin_agency(at) {
            return None;
        }
        // The longest name of a body is tried first: "Chánh" + "Văn phòng Trung ương Đảng", "Thủ tướng Chính phủ".
        let body = self.body(at);
        let titled = self.titled(at);
        match (body, titled) {
            (Some(body), Some(titled)) => Some(if titled.end > body.end { titled } else { body }),
            (body, titled) => body.or(titled),
        }
    }

    /// Whether an agency's name may begin at a token, as far as its case shows.
    fn may_begin_agency(self, at: usize) -> bool {
        use words as w;
        if self.is_capital(at) {
            return true;
        }
        if !self.is_any(at, w::OPENING_SMALL) {
            return false;
        }
        // "cục trưởng Cục Viễn thông", "cục thuế tỉnh Hà Nam", but not "Chi cục Thú y"
        if self.is(at, w::CUC) {
            let after_part = at > 0 && self.is_any(at - 1, &[w::CHI, w::TONG]);
            return !after_part && (self.is(at + 1, w::TRUONG) || self.phrases(at).local.is_some());
        }
        // "cán bộ y tế", "nội bộ": only where a name is expected.
        !self.is_any(at, &[w::BO_MINISTRY, w::TONG, w::SO_DEPARTMENT])
            || self.is(at + 1, w::TRUONG)
            || self.token(at).is_some_and(|t| t.begins_line())
            || self.is_any(at.wrapping_sub(1), &[w::CUA, w::VA, w::COMMA, w::DO, w::THUOC, w::TAI, w::THEO])
    }

    /// Whether the agency at a token is the issuer in the attributes of the number read last: "Quy chế số … của Hội Luật gia
    /// Việt Nam".
    fn is_issuer(self, at: usize, context: &Context) -> bool {
        at > 0
            && self.is_any(at - 1, &[words::CUA, words::DO])
            && context.reference.is_some_and(|reference| (reference.end..reference.attributes_end).contains(&at))
    }

    /// "Nghị định số 47/2020/NĐ-CP của chính phủ": a body of the centre in small letters, right behind its act.
    fn issuer_in_small_letters(self, at: usize, context: &Context) -> Option<Agency> {
        if self.is_capital(at) || at == 0 || !self.is(at - 1, words::CUA) {
            return None;
        }
        if !context.reference.is_some_and(|r| r.end == at - 1 || r.attributes_end == at - 1) {
            return None;
        }
        let (end, id, full) = self.phrases(at).agency.filter(|(_, id, _)| id.row().kind == AgencyKind::Central)?;
        let name = AgencyName { agency: Some(id), full, ..AgencyName::new(end, id.row().name.clone()) };
        Some(Agency { mentions: smallvec![(self.span(at, end), name.into())], end })
    }

    /// "Tổng Bí thư" alone is no office that issues.
    fn is_bare_title(self, at: usize, name: &AgencyName) -> bool {
        name.canonical == "Tổng Bí thư" && name.end == at + 3
    }

    /// Whether the words in front make the agency part of another name: "Cổng thông tin điện tử Bộ Công Thương", "Công báo
    /// Chính phủ", "trái phiếu Kho bạc Nhà nước".
    fn is_in_other_name(self, at: usize, name: &AgencyName) -> bool {
        use words as w;
        // "các Bộ, cơ quan ngang Bộ xây dựng Chương trình …"
        if at > 0 && self.is(at - 1, w::NGANG) {
            return true;
        }
        // "nghị định Chính phủ": of the kind that the Government makes.
        let small_act = at >= 2
            && matches!(self.slice(at - 2), "nghị")
            && matches!(fold::syllable(self.slice(at - 1)).as_str(), "định" | "quyết");
        if small_act && name.canonical == "Chính phủ" && !self.is(name.end, w::SO) {
            return true;
        }
        const IN_FRONT: [&[Word]; 12] = [
            // Organisations of members.
            &[w::DANG, w::BO_MINISTRY],
            &[w::DANG, w::BO_MINISTRY, w::CO_ORGAN, w::QUAN_ORGAN],
            &[w::CHI, w::BO_MINISTRY],
            &[w::CONG, w::DOAN_UNION],
            &[w::CONG, w::DOAN_UNION, w::CO_ORGAN, w::QUAN_ORGAN],
            &[w::DICH_SERVICE, w::VU, w::CONG],
            &[w::TIN_NEWS, w::DIEN, w::TU_ELECTRON],
            &[w::BAO, w::DIEN, w::TU_ELECTRON],
            &[w::TTDT],
            &[w::CONG, w::BAO],
            &[w::TRAI, w::PHIEU],
            &[w::TIN, w::PHIEU],
        ];
        // "Tạp chí Kiểm toán nhà nước"
        let is_journal = at > 1 && self.slice(at - 1) == "chí" && matches!(self.slice(at - 2), "Tạp" | "tạp");
        let named = at.saturating_sub(1 + usize::from(at > 1 && self.is(at - 1, w::COLON)));
        let is_site = at > 0 && ["website", "web"].iter().any(|word| self.slice(named).eq_ignore_ascii_case(word));
        is_site
            || is_journal
            || IN_FRONT.iter().any(|name| at.checked_sub(name.len()).is_some_and(|from| self.words_at(from, name)))
    }

    /// Whether a code in capitals stands in the symbol of a number or the name of a file: "TT-BTC", "BTC-CST", "TT.BTC.doc".
    fn is_in_symbol(self, at: usize, end: usize) -> bool {
        let (text, span) = (self.text(), self.span(at, end));
        let joins = |c: char| matches!(c, '-' | '/' | '_' | '.' | '–');
        let mut after = text[span.end..].chars();
        let before = text[..span.start].ends_with(joins) || (at > 0 && self.is(at - 1, words::SLASH));
        before || (after.next().is_some_and(joins) && after.next().is_some_and(char::is_alphanumeric))
    }

    /// Whether the tokens have no small letter.
    fn is_all_capitals(self, from: usize, until: usize) -> bool {
        (from..until).all(|i| !self.slice(i).contains(char::is_lowercase))
    }

    /// Whether a column of a header ends in front of a token: a tab or several blanks are there.
    fn follows_column_gap(self, at: usize) -> bool {
        let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|i| self.token(i)), self.token(at)) else {
            return false;
        };
        let gap = &self.text()[before.end as usize..token.start as usize];
        gap.contains('\t') || gap.contains("  ") || gap.contains("**")
    }
}
