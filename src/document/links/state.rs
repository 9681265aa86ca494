//! What one block passes on to the next: open quotations, frames, items and short names.

use super::MentionRef;
use crate::cite::{Item, ItemLevel};
use crate::document::blocks::Block;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock};

/// The state between two blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// A piece of code is open.
    pub(super) fence: bool,
    /// A script or style sheet of HTML is open.
    pub(super) script: bool,
    /// A quotation that runs over blocks is open.
    pub(super) base: bool,
    /// Quotation marks that were opened within the paragraph.
    pub(super) inline: u32,
    /// The instrument that amending items below a rank belong to, by rank; the last place is the document's title.
    /// Most documents have none.
    frames: Option<Arc<Frames>>,
    pub(super) rank: u8,
    /// The ranks whose open item amends, as bits: the items below "Điều 1. Sửa đổi, bổ sung một số điều của …" do too.
    amending: u16,
    /// Number of the last article outside quotations.
    pub(super) article: u32,
    /// Short names that were defined so far, folded, and the mentions that they stand for.
    pub(super) defined: Arc<FxHashMap<String, MentionRef>>,
    /// What the last sentence that ended in a colon hands on, in a text without articles.
    pub(super) introduced: Option<Introduced>,
    /// The paragraph was cut before its end, while something is introduced.
    pub(super) cut: bool,
    /// The units of the draft that the text is in.
    pub open: Arc<Open>,
}

/// What a sentence hands to the list or text below it: "Căn cứ Thông tư số 133/2016/TT-BTC:".
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Introduced {
    /// The instrument.
    pub of: MentionRef,
    /// The level of the item that the sentence stands in, and the rank of its bullet.
    pub level: Option<(ItemLevel, u8)>,
    /// What follows is the text of provisions.
    pub reproduces: bool,
    /// It begins with the label of an article ("Luật Thương mại 2005: Điều 319."), whose paragraphs follow however they begin.
    pub in_paragraphs: bool,
    /// It is what the draft details: in a draft with articles too, bare provisions in the list are of it.
    pub details: bool,
    /// A plain paragraph stands behind it: "Điều này" is still that of the text which is given, but bare units may be the writer's.
    pub passed: bool,
}

impl Introduced {
    /// Whether an item of a level and bullet ends it: a sibling of the item that it stands in, or a larger one.
    pub fn ends_at(&self, level: ItemLevel, bullet: u8) -> bool {
        self.level.is_some_and(|own| (level, bullet) <= own)
    }
}

/// The bits of the ranks that hold a rank.
const fn below(rank: u8) -> u16 {
    (1 << rank) - 1
}

/// How many ranks of items there are: one for each level.
const RANKS: usize = ItemLevel::Dash as usize + 1;

type Frames = [Option<MentionRef>; RANKS + 1];

/// The article, clause and point of the draft that a place is in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Open([Option<OpenItem>; 3]);

/// What blocks must know of the unit that they are in. Not the block where it begins: what is typed in a heading would be
/// a change for all that is below it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenItem {
    /// As the outline names it: "5a", of a point its letter.
    pub label: Arc<str>,
    /// Its heading is one of those under which acts are repealed, replaced or amended.
    pub closes: bool,
}

impl OpenItem {
    pub(super) fn new(block: &Block, cue: usize, item: &Item) -> Self {
        Self { label: item.label.as_str().into(), closes: block.heading(cue).closes }
    }
}

/// A longer line is a sentence, not a heading, and says nothing about what is below it.
const LONGEST_HEADING: usize = 300;

/// Words of headings of articles and clauses on repeal and transition: "Điều 25. Hiệu lực thi hành".
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?i)hiệu lực|chuyển tiếp|bãi bỏ|thay thế|khoản thi hành|sửa đổi|đính chính")
        .expect("the pattern is well formed")
});

/// Whether acts are repealed, replaced or amended under a heading.
pub fn is_closing_heading(heading: &str) -> bool {
    heading.len() < LONGEST_HEADING && CLOSING.is_match(heading)
}

impl Open {
    /// The unit of a level that the place is in; `None` for chapters and other levels above the article.
    pub fn at(&self, level: ItemLevel) -> Option<&OpenItem> {
        self.0.get((level as usize).checked_sub(ItemLevel::Article as usize)?)?.as_ref()
    }

    /// Whether an item of the level ends or begins any of the units.
    const fn ends_at(level: ItemLevel) -> bool {
        level as usize <= ItemLevel::Point as usize
    }

    /// Enters a unit and leaves those of its rank and below.
    pub fn begin(&mut self, level: ItemLevel, item: OpenItem) {
        let Some(rank) = (level as usize).checked_sub(ItemLevel::Article as usize) else {
            self.0.fill(None);
            return;
        };
        self.0[rank.min(3)..].fill(None);
        if let Some(place) = self.0.get_mut(rank) {
            *place = Some(item);
        }
    }
}

impl State {
    /// The state at the beginning of a document; `in_quotation` for an excerpt that begins inside one.
    pub fn first(in_quotation: bool) -> Self {
        Self {
            fence: false,
            script: false,
            base: in_quotation,
            inline: 0,
            frames: None,
            rank: RANKS as u8,
            amending: 0,
            article: 0,
            defined: Arc::default(),
            introduced: None,
            cut: false,
            open: Arc::default(),
        }
    }

    /// Whether a quotation is open.
    pub fn is_quoted(&self) -> bool {
        self.base || self.inline > 0
    }

    /// Whether the text that a quotation stands in amends, or shows articles of another act.
    pub(super) fn amends(&self) -> bool {
        self.amending != 0 || self.frames.is_some() || self.introduced.is_some() || self.article == 0
    }

    /// Whether an item of a level that begins outside quotations changes anything. The dashes of a list, but for the first, do not.
    pub(super) fn changes_with(&self, level: ItemLevel, amending: bool) -> bool {
        Open::ends_at(level)
            || self.rank != level as u8
            || self.has_frames(level)
            || amending
            || self.amending & !below(level as u8) != 0
    }

    /// An item outside quotations begins. It ends the frames of its own rank and below.
    pub(super) fn begin_item(
        &mut self,
        level: ItemLevel,
        number: u32,
        amending: bool,
        item: impl FnOnce() -> OpenItem,
    ) {
        if level == ItemLevel::Article {
            self.article = number;
        }
        self.rank = level as u8;
        self.end_frames(level);
        self.amending = (self.amending & below(self.rank)) | (u16::from(amending) << self.rank);
        if Open::ends_at(level) {
            Arc::make_mut(&mut self.open).begin(level, item());
        }
    }

    /// The frame of an item below one that amends: "1. Tại Điều 2, bỏ cụm từ …" under "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định
    /// số X". In the amending item itself only what the sentence amends is of the frame.
    pub(super) fn frame_above(&self) -> Option<&MentionRef> {
        if self.amending & below(self.rank) == 0 { None } else { self.frame() }
    }

    /// The innermost frame: of the item itself, else of the items that contain it, else of the title.
    pub(super) fn frame(&self) -> Option<&MentionRef> {
        let frames = self.frames.as_deref()?;
        frames[..RANKS].iter().rev().flatten().next().or(frames[RANKS].as_ref())
    }

    /// Amending items of the present rank and below belong to an instrument from here on.
    pub(super) fn begin_frame(&mut self, of: MentionRef) {
        let rank = usize::from(self.rank);
        let frames = self.frames.get_or_insert_with(|| Arc::new([const { None }; RANKS + 1]));
        Arc::make_mut(frames)[rank] = Some(of);
    }

    fn has_frames(&self, level: ItemLevel) -> bool {
        self.frames.as_ref().is_some_and(|frames| frames[level as usize..RANKS].iter().any(Option::is_some))
    }

    fn end_frames(&mut self, level: ItemLevel) {
        if !self.has_frames(level) {
            return;
        }
        if let Some(frames) = &mut self.frames {
            Arc::make_mut(frames)[level as usize..RANKS].fill(None);
        }
        self.frames = self.frames.take().filter(|frames| frames.iter().any(Option::is_some));
    }
}
