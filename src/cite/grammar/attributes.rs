//! What follows a number or name and belongs to it: date, "năm 2023", issuer, title.
//!
//! `… số 30/2020/NĐ-CP` **ngày 05 tháng 3 năm 2020** **của Chính phủ** **về công tác văn thư**.

use super::agency::Holder;
use super::cursor::Cursor;
use crate::cite::lexer::{EMPTY_LINE, Kind};
use crate::cite::model::{Attributes, IssuerRef, YearRef};
use crate::lexicon::{Word, words};

/// How far a title may run, in tokens.
const LONGEST_TITLE: usize = 120;

impl Cursor<'_> {
    /// The attributes that begin at a token, and the index of the token after them.
    pub fn attributes(self, from: usize) -> (Attributes, usize) {
        let mut found = Attributes::default();
        let mut at = from;
        loop {
            let mut i = at;
            // Party documents write a comma before the date; "ban hành ngày", "được Quốc hội … thông qua ngày".
            if self.is(i, words::COMMA) && self.is(i + 1, words::NGAY) {
                i += 1;
            }
            // "17/2024/TT-NHNN.ngày 28/6/2024": a blank was lost, and the full stop is none.
            if self.is(i, words::DOT) && self.is_glued(i) && self.is_glued(i + 1) && self.is(i + 1, words::NGAY) {
                i += 1;
            }
            if self.words_at(i, &[words::BAN, words::HANH]) && self.is(i + 2, words::NGAY) {
                i += 2;
            }
            // "(ngày 05/3/2020)", "(năm 2022)"
            let bracket = self.is(i, words::OPEN) && (self.is(i + 1, words::NGAY) || self.is(i + 1, words::NAM));
            if bracket {
                i += 1;
            }
            if found.date.is_none()
                && let Some((date, end)) = self.date(i)
            {
                found.date = Some(date);
                at = end + usize::from(bracket && self.is(end, words::CLOSE));
            } else if found.year.is_none()
                && found.date.is_none()
                && self.is(i, words::NAM)
                && let Some(year) = self.four_digit_year(i + 1)
            {
                found.year = Some(YearRef { span: self.tokens()[i + 1].span(), year });
                at = i + 2 + usize::from(bracket && self.is(i + 2, words::CLOSE));
            } else if found.issuer.is_none()
                && (self.is(at, words::CUA) || self.is(at, words::DO))
                && let Some((issuer, end)) = self.issuer(at + 1)
            {
                found.issuer = Some(issuer);
                at = end;
            } else {
                break;
            }
        }
        let anything = found.date.is_some() || found.issuer.is_some();
        if let Some(end) = self.title(at, anything) {
            found.title = Some(self.span(at, end));
            at = end;
        }
        (found, at)
    }

    /// The issuer named after "của": one agency, or several joined by commas and "và" ("Bộ Tài chính, Bộ Công an").
    pub fn issuer(self, at: usize) -> Option<(IssuerRef, usize)> {
        // A deputy signs, but issues nothing of his own.
        let first = self.agency_name(at).filter(|name| name.holder != Holder::Deputy)?;
        let mut end = first.end;
        let mut name = first.canonical.clone();
        let mut agency = first.agency;
        loop {
            let after = if self.is_any(end, &[words::COMMA, words::VA]) { end + 1 } else { break };
            let Some(next) = self.agency_name(after) else { break };
            name = format!("{name}, {}", next.canonical);
            agency = None;
            end = next.end;
        }
        Some((IssuerRef { span: self.span(at, end), name, agency }, end))
    }

    /// Whether what stands between an instrument and a law makes the law a part of its title: "Nghị định số 15/2021/NĐ-CP **hướng dẫn thi hành
    /// một số điều của** Luật Xây dựng".
    pub fn is_title_up_to(self, from: usize, law: usize) -> bool {
        const LONGEST: usize = 16;
        let plain = |i: usize| {
            let token = self.tokens()[i];
            !token.has(EMPTY_LINE) && (token.is(words::COMMA) || (token.kind == Kind::Word && !self.is_capital(i)))
        };
        from < law && law - from <= LONGEST && self.begins_title(from, true) && (from..law).all(plain)
    }

    /// The end of the title that begins at a token: "về …", "quy định …". `sure` says that a date or issuer stood in
    /// front, without which only "về" begins a title.
    fn title(self, at: usize, sure: bool) -> Option<usize> {
        if self.token(at).is_none_or(|t| t.has(EMPTY_LINE)) || !self.begins_title(at, sure) {
            return None;
        }
        let mut depth = 0i32;
        let mut end = at;
        while let Some(token) = self.token(end) {
            if end > at && (token.has(EMPTY_LINE) || end - at > LONGEST_TITLE) {
                break;
            }
            if depth == 0 && end > at + 1 && self.ends_title(end) {
                break;
            }
            match token.kind {
                Kind::QuoteOpen => depth += 1,
                Kind::QuoteClose if depth == 0 => break,
                Kind::QuoteClose => depth -= 1,
                _ => {}
            }
            end += 1;
        }
        let end = self.before_next_citation(at, end);
        (end > at + 1).then_some(end)
    }

    /// The end of a title without the part of the sentence that cites the next act: "Luật số 27/2023/QH15 về nhà ở, trợ cấp thất nghiệp theo
    /// Điều 49 Luật số 38/2013/QH13".
    fn before_next_citation(self, at: usize, end: usize) -> usize {
        let cites = |i: usize| {
            self.is_any(i, &[words::THEO, words::TAI])
                && self.unit_word(i + 1).is_some_and(|(_, label)| self.is_digits(label))
        };
        let Some(cited) = (at + 2..end).find(|&i| cites(i)) else { return end };
        (at + 2..cited).rev().find(|&i| self.is(i, words::COMMA)).unwrap_or(end)
    }

    fn begins_title(self, at: usize, sure: bool) -> bool {
        use words as w;
        if self.is(at, w::VE) {
            return true;
        }
        sure && ([
            &[w::QUY, w::DINH] as &[Word],
            &[w::BAN, w::HANH],
            &[w::SUA, w::DOI],
            &[w::BO, w::SUNG],
            &[w::BAI, w::BO_DROP],
            &[w::HUONG, w::DAN],
            &[w::PHE, w::DUYET],
            &[w::CONG, w::BO_PUBLISH],
            &[w::THANH, w::LAP],
            &[w::CHI, w::TIET],
            &[w::TO, w::CHUC],
            &[w::DIEU, w::CHINH_ADJUST],
            &[w::DINH_CORRECT, w::CHINH],
            &[w::THAY, w::THE],
        ]
        .iter()
        .any(|start| self.words_at(at, start)))
    }

    fn ends_title(self, at: usize) -> bool {
        use words as w;
        let token = self.tokens()[at];
        if token.kind == Kind::Address || [w::SEMICOLON, w::COLON, w::OPEN].iter().any(|m| token.is(*m)) {
            return true;
        }
        // The cell of a table.
        if token.kind == Kind::Mark && self.slice(at) == "|" {
            return true;
        }
        if token.is(w::DOT) {
            return !self.is_glued(at + 1) || self.token(at + 1).is_none_or(|t| t.kind != Kind::Digits);
        }
        // "…, được sửa đổi", "đã được sửa đổi", "có hiệu lực", "hết hiệu lực", "và Nghị định số", ", Điều 5"
        if self.words_at(at, &[w::DA, w::DUOC])
            || self.words_at(at, &[w::DUOC, w::SUA])
            || self.words_at(at, &[w::DUOC, w::BO])
        {
            return true;
        }
        let connector = token.is(w::COMMA) || token.is(w::VA);
        if connector {
            let next = at + 1;
            if self.is_any(next, &[w::DUOC, w::DA, w::THI_THEN, w::NHU_COMPARE]) {
                return true;
            }
            let kind = self.phrases(next).kind;
            if let Some((end, _, _)) = kind
                && self.is_capital(next)
                && self.is(end, w::SO)
            {
                return true;
            }
            if self.unit_word(next).is_some() && self.is_digits(next + 1) && token.is(w::COMMA) {
                return true;
            }
        }
        self.words_at(at, &[w::CO_HAVE, w::HIEU, w::LUC_FORCE]) || self.words_at(at, &[w::HET, w::HIEU, w::LUC_FORCE])
    }
}
