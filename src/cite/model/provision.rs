//! A run of provisions and its parts: units, levels, paths, and the instrument that it belongs to.

use crate::text::Span;

/// A run of provisions that share one instrument (*điểm, khoản, Điều …*).
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionRef {
    /// One path each, in the order of the text, ranges expanded.
    pub paths: Vec<Path>,
    /// Where the instrument is named, as far as the sentence shows.
    pub target: Target,
    /// The units as written, for rules of style.
    pub units: Vec<UnitRef>,
    /// The only instrument that this part of the sentence cites before the run, by index of its mention: "Theo Luật Lưu trữ,
    /// thời hạn tính theo Điều 7". A bare unit belongs to it where the document has no articles of its own.
    pub cited: Option<usize>,
    /// The run is what the sentence amends: "Sửa đổi, bổ sung khoản 2 như sau".
    pub amending: bool,
    /// The sentence begins with it: "Tại Điều 7 quy định …". It says where a text stands, and is none of that text.
    pub leads: bool,
    /// The sentence begins with provisions of another instrument and says what they provide: "Điều 29 Luật Cư trú năm 2020 quy định …
    /// tại Điều 35 của Luật này". Index of the mention of that instrument.
    pub within: Option<usize>,
    /// The sentence goes on with what the one before said: "Theo đó, tại Điều 9 …".
    pub goes_on: bool,
}

/// One unit of a run as written: the unit word (if it has one of its own) and a label.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRef {
    pub level: Level,
    /// "khoản", "Điều"; `None` for the later labels of a list ("khoản 1, 2").
    pub word: Option<Span>,
    pub label: Span,
}

/// The levels of provisions, and of the items of a draft, from large to small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// *Phần*
    Part,
    /// *Chương*
    Chapter,
    /// *Mục*
    Section,
    /// *Tiểu mục*
    Subsection,
    /// *Điều*
    Article,
    /// *khoản*
    Clause,
    /// *điểm*
    Point,
    /// *tiết*
    Subpoint,
    /// *đoạn*
    Paragraph,
    /// *khổ*: a paragraph of the circulars of the ministry of finance.
    Stanza,
    /// *gạch đầu dòng*: "-", "+" at the beginning of a line. Only items have it, no reference.
    Dash,
}

impl Level {
    /// The levels that references have.
    pub const CITED: [Self; 10] = [
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Subsection,
        Self::Article,
        Self::Clause,
        Self::Point,
        Self::Subpoint,
        Self::Paragraph,
        Self::Stanza,
    ];

    /// The Vietnamese word, cased as it is cited inside a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Part => "Phần",
            Self::Chapter => "Chương",
            Self::Section => "Mục",
            Self::Subsection => "Tiểu mục",
            Self::Article => "Điều",
            Self::Clause => "khoản",
            Self::Point => "điểm",
            Self::Subpoint => "tiết",
            Self::Paragraph => "đoạn",
            Self::Stanza => "khổ",
            Self::Dash => "gạch đầu dòng",
        }
    }
}

/// A canonical path, smallest unit first: `điểm a khoản 1 Điều 5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Path {
    /// Smallest unit first. The label is lower case but for Roman numerals; "này" for "Điều này".
    pub steps: Vec<(Level, String)>,
}

impl Path {
    /// The word for a subsection of a larger unit: "tiểu mục 2 Mục 1".
    pub const INNER_SUBSECTION: &str = "tiểu mục";

    /// The path of units with their labels, smallest first.
    pub fn of<'l>(steps: impl IntoIterator<Item = (Level, &'l str)>) -> Self {
        Self { steps: steps.into_iter().map(|(level, label)| (level, label.to_owned())).collect() }
    }

    /// The label of the unit of a level.
    pub fn label(&self, level: Level) -> Option<&str> {
        self.steps.iter().find(|(l, _)| *l == level).map(|(_, label)| label.as_str())
    }

    /// The path itself, then the units that hold it, from small to large.
    pub fn enclosing(&self) -> impl Iterator<Item = Self> {
        (0..self.steps.len()).map(|skip| Self { steps: self.steps[skip..].to_vec() })
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, (level, label)) in self.steps.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            let is_inner = *level == Level::Subsection && self.steps.len() > 1;
            let word = if is_inner { Self::INNER_SUBSECTION } else { level.word() };
            write!(f, "{word} {label}")?;
        }
        Ok(())
    }
}

/// The instrument that a run of provisions belongs to, as far as one sentence shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A number or name in the same reading, by index of its mention.
    Mention(usize),
    /// "của Luật này", "Điều này": the document, or the quoted act where the run is in a quotation.
    This {
        /// "Thông tư" of "Thông tư này", where the type is said.
        type_word: Option<(Span, &'static str)>,
    },
    /// "Nghị định nêu trên", "Luật nói trên": the last mention of the type before.
    Above(&'static str),
    /// "khoản 2 nêu trên": the instrument of the last run before that has the unit.
    AboveUnit,
    /// Another instrument, of which only the type is said: "Điều 15 Pháp lệnh", "Điều 10 Hiệp định". The document may have
    /// defined the word ("sau đây gọi là Pháp lệnh").
    Unnamed(&'static str),
    /// Another instrument, of which nothing more is known: "Luật về ngân sách nhà nước", "Nghị định số …/2025/NĐ-CP".
    Elsewhere,
    /// Nothing in the sentence says it.
    Open,
}
