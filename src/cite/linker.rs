//! What belongs together: instruments and the runs of provisions before and after them, type words and numbers, amendments and
//! their objects.
//!
//! The linker is the only thing that changes while a block is read. It takes what the productions find, in the order of the
//! text, keeps it as mentions and cues, and knows the [`Context`] that later productions are read in.

use super::Reading;
use super::grammar::{
    Agency, Anchor, CitedName, CitedNumber, Context, Cursor, ItemLabel, Lead, Reference, Run, ShortName, is_letter,
};
use super::model::{Cue, CueKind, Mention, MentionKind, Quote, Target};
use crate::lexicon::words;
use crate::text::Span;
use smallvec::SmallVec;

pub struct Linker<'a> {
    cursor: Cursor<'a>,
    reading: Reading,
    context: Context,
    /// Runs of provisions of this part of the sentence that have no target yet.
    open_runs: Vec<OpenRun>,
    /// The run that the sentence begins with, while it waits for its target.
    leading_run: Option<usize>,
    sentence: Sentence,
}

/// A run that waits for its target.
#[derive(Debug, Clone, Copy)]
struct OpenRun {
    /// Index of its mention.
    mention: usize,
    /// How many quotation marks were open at it.
    quotes: usize,
    /// A type word and digits are right behind it, which should be its instrument.
    numbered: bool,
}

/// What was read of the sentence.
#[derive(Debug)]
struct Sentence {
    /// Only labels have been read since it began.
    fresh: bool,
    /// The object of its amendment, its first instrument, has been read.
    has_object: bool,
    /// How many quotation marks are open that were opened in this block.
    quotes: usize,
    /// The first instruments that this part of it cites, by index of their mention: as many as show whether there is only
    /// one. A semicolon ends the part.
    cited: SmallVec<[usize; 3]>,
    /// The first instrument that it cites, letters left out.
    first: Option<usize>,
    /// The only instrument of the part before, where that part cites provisions of it.
    carried: Option<usize>,
    /// The instrument of the run that it begins with.
    within: Option<usize>,
    /// A run of provisions was read that it doesn't amend.
    has_run: bool,
    /// It begins with words that go on with what the one before said: "Theo đó", "Cụ thể".
    goes_on: bool,
    /// It says what the draft details: "Nghị định này quy định chi tiết Điều 5, Điều 7 … của Luật Giá". Its bare provisions are of the
    /// instrument that it names.
    details: bool,
}

impl<'a> Linker<'a> {
    /// `room` is an empty reading, in whose memory the new one is made.
    pub fn new(cursor: Cursor<'a>, room: Reading) -> Self {
        debug_assert!(room.mentions.is_empty() && room.cues.is_empty());
        Self {
            cursor,
            reading: room,
            context: Context::default(),
            open_runs: Vec::new(),
            leading_run: None,
            sentence: Sentence {
                fresh: true,
                has_object: false,
                quotes: 0,
                cited: SmallVec::new(),
                first: None,
                carried: None,
                within: None,
                has_run: false,
                goes_on: false,
                details: false,
            },
        }
    }

    /// What was read before.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Whether only labels have been read since the sentence began.
    pub fn is_fresh(&self) -> bool {
        self.sentence.fresh
    }

    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    pub fn into_reading(mut self) -> Reading {
        self.forget_runs();
        self.reading
    }

    /// The sentence begins with words that go on with what the one before said.
    pub fn goes_on_with_sentence(&mut self) {
        self.sentence.goes_on = true;
    }

    /// A word or number of a sentence is read; `amending` where it is an amending verb that the sentence begins with.
    pub fn sentence_goes_on(&mut self, amending: bool) {
        self.sentence.fresh = false;
        self.context.amending |= amending;
    }

    /// A semicolon: what follows cites instruments of its own.
    pub fn end_part(&mut self) {
        if !self.sentence.details {
            self.forget_runs();
        }
        self.sentence.carried = self.only_instrument().filter(|_| self.sentence.has_run).or(self.sentence.carried);
        self.sentence.cited.clear();
        self.context.amending_title = None;
    }

    pub fn end_sentence(&mut self) {
        self.sentence.details = false;
        self.end_part();
        self.context.anchor = None;
        self.context.reference = None;
        self.context.amending = false;
        self.sentence.fresh = true;
        self.sentence.has_object = false;
        self.sentence.first = None;
        self.sentence.carried = None;
        self.sentence.within = None;
        self.sentence.has_run = false;
        self.sentence.goes_on = false;
    }

    /// The label of an item begins a sentence of its own.
    pub fn item(&mut self, label: ItemLabel) {
        self.end_sentence();
        for at in label.quotes {
            self.quote(at);
        }
        self.cue(label.span, CueKind::Item(label.item));
        self.context.label_end = label.end;
    }

    /// The quotation mark at a token.
    pub fn quote(&mut self, at: usize) {
        let quote = self.cursor.quote(at, &self.context);
        self.sentence.quotes = match quote {
            Quote::Open { .. } => self.sentence.quotes + 1,
            Quote::Close => self.sentence.quotes.saturating_sub(1),
        };
        // "Cụm từ “và Điều 118” được bỏ theo … Luật số 120/2025/QH15": not an article of that law.
        let quotes = self.sentence.quotes;
        if self.open_runs.last().is_some_and(|run| run.quotes > quotes) {
            self.open_runs.retain(|run| run.quotes <= quotes);
            self.context.open_run = self.open_runs.last().map(|run| self.reading.mentions[run.mention].span);
        }
        self.cue(self.cursor.tokens()[at].span(), CueKind::Quote(quote));
    }

    /// A short name stands for the last instrument before it in the sentence. Its title may be between.
    pub fn short_name(&mut self, name: ShortName) {
        let agency = self.context.agency.filter(|(_, end)| *end == name.bracket).map(|(mention, _)| mention);
        let of = agency.or(self.context.reference.map(|reference| reference.mention));
        self.cue(name.span, CueKind::ShortName { term: name.term, of });
    }

    pub fn agency(&mut self, agency: Agency) {
        for (span, reference) in agency.mentions {
            let mention = self.mention(span, MentionKind::Agency(reference));
            self.context.agency = Some((mention, agency.end));
        }
        if let Some(form) = self.cursor.defined_form(agency.end)
            && let Some((mention, _)) = self.context.agency.filter(|(_, end)| *end == agency.end)
        {
            self.cue(form.span, CueKind::ShortName { term: form.term, of: Some(mention) });
        }
    }

    /// A run of provisions: of the instrument beside it, or of the next one that is close enough.
    pub fn provisions(&mut self, run: Run) {
        let Some((span, mut reference)) = run.mention else { return };
        // "Luật Đấu thầu (được sửa đổi bởi Điều 1 Luật sửa đổi … của Luật Đấu thầu)": not the law cited before.
        reference.cited = self.only_instrument().filter(|_| !self.cursor.amending_act_follows(run.end));
        if run.lead == Lead::Part && self.sentence.cited.is_empty() {
            reference.cited = self.sentence.carried;
        }
        reference.within = self.sentence.within;
        reference.goes_on = self.sentence.goes_on;
        self.sentence.has_run |= !reference.amending;
        let leads = reference.leads;
        // "Bộ luật Dân sự 2015 (số 91/2015/QH13): quy định về hợp đồng gia công (Điều 542 đến Điều 558)": brackets say where that stands.
        if run.in_brackets
            && reference.target == Target::Open
            && !reference.amending
            && let Some(of) = reference.cited.filter(|_| self.cites_law_of_a_year())
        {
            reference.target = Target::Mention(of);
        }
        let target = reference.target.clone();
        let index = self.mention(span, MentionKind::Provision(reference));
        if let Target::Mention(of) = target
            && run.opens_article
        {
            self.cue(span, CueKind::Introduces { of: Some(of), reproduces: true, in_paragraphs: true, details: false });
        }
        match target {
            Target::Open => {
                if leads {
                    self.leading_run = Some(index);
                }
                self.open_runs.push(OpenRun { mention: index, quotes: self.sentence.quotes, numbered: run.numbered });
                self.context.open_run = Some(span);
            }
            // "khoản 2 Điều 7, thực hiện … khoản 2 Điều 27 của Luật này": both are of this Law.
            Target::This { type_word: Some(_) } => self.close_runs(&target),
            _ => {}
        }
    }

    /// A colon with a list or a text behind it: the first instrument of the sentence owns what is cited there.
    pub fn introduces(&mut self, colon: Span) {
        let of = self.sentence.first.filter(|_| !self.context.amending);
        let reproduces = self.sentence.has_run;
        if self.context.amending || (of.is_none() && !reproduces) {
            return;
        }
        let details = self.sentence.details;
        self.cue(colon, CueKind::Introduces { of, reproduces, in_paragraphs: false, details });
    }

    /// The sentence says what the draft details. Behind an instrument the words are part of its title.
    pub fn details(&mut self) {
        self.sentence.details |= self.sentence.first.is_none();
    }

    /// A type word, to which numbers that follow belong.
    pub fn type_word(&mut self, anchor: Anchor) {
        self.context.anchor = Some(anchor);
        // "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP." says what the articles amend.
        self.context.amending |= self.sentence.first.is_none() && self.cursor.issues_amending_act(anchor);
        if let Some(title) = self.cursor.amending_title(anchor.end, anchor.name, false) {
            self.context.amending_title = Some(title);
        }
    }

    /// An issuer is between the type word and its number: "Nghị định của Chính phủ số 30/2020/NĐ-CP"; or a list follows.
    pub fn type_word_ends(&mut self, end: usize, listed: bool) {
        if let Some(anchor) = &mut self.context.anchor {
            (anchor.end, anchor.listed) = (end, listed);
        }
    }

    /// The runs before are of an instrument of which only the type is known.
    pub fn unnamed(&mut self, type_name: &'static str) {
        self.close_runs(&Target::Unnamed(type_name));
    }

    /// A number of a form, which others of the same list follow.
    pub fn form(&mut self, end: usize) {
        self.context.form = Some(end);
    }

    pub fn number(&mut self, number: CitedNumber) {
        for (span, reference) in number.shared {
            self.mention(span, MentionKind::Number(reference));
        }
        let mention = self.mention(number.span, MentionKind::Number(number.reference));
        if let Some(anchor) = &mut self.context.anchor {
            anchor.end = number.end;
            anchor.numbers += 1;
        }
        self.instrument(mention, number.end, number.attributes_end);
        if let Some(title) = number.title {
            self.context.amending_title = Some(title);
        }
    }

    /// A name. Where a number is beside it, its digits are read next: [`Self::number_of_name`] ties them.
    pub fn name(&mut self, name: CitedName) -> usize {
        let mention = self.mention(name.span, MentionKind::Name(name.reference));
        self.context.amending_title = name.title;
        self.context.anchor = name.number.map(|(_, anchor)| anchor);
        if name.number.is_some() {
            return mention;
        }
        if name.amended {
            // What is cited here is the amending law, which nothing marks: no run belongs to the law that it amends, and it
            // isn't the only instrument of its part.
            self.context.reference = None;
            // "Luật số 37/2013/QH13 sửa đổi, bổ sung Điều 170 của Luật Doanh nghiệp"
            if self.context.open_run.is_some_and(|run| self.follows_run(run, mention)) {
                self.close_runs(&Target::Mention(mention));
            }
            self.cites(mention);
            self.object_of_amendment(mention);
        } else {
            self.instrument(mention, name.end, name.attributes_end);
        }
        mention
    }

    /// The digits beside a name were read up to the token `end`; the mentions from `first` on are theirs.
    pub fn number_of_name(&mut self, name: usize, amended: bool, first: usize, end: usize) {
        if self.reading.mentions.len() > first
            && !amended
            && let MentionKind::Name(name) = &mut self.reading.mentions[name].kind
        {
            name.number = Some(first);
        }
        if let Some(title) = &mut self.context.amending_title {
            title.end = end;
        }
    }

    /// An instrument was read: it is what the runs before it and the run right after it belong to.
    fn instrument(&mut self, mention: usize, end: usize, attributes_end: usize) {
        if self.context.open_run.is_some_and(|run| self.follows_run(run, mention) || self.is_detailed(mention)) {
            self.close_runs(&Target::Mention(mention));
        }
        // A law within the title of the instrument before: "Nghị định số … quy định chi tiết Luật …".
        let within = |r: &Reference| r.end < r.attributes_end && end <= r.attributes_end;
        let is_name = self.reading.mentions[mention].name().is_some();
        let begins = self.cursor.token_from(self.reading.mentions[mention].span.start);
        let in_title = |r: &Reference| within(r) || self.cursor.is_title_up_to(r.end, begins);
        let in_title_of = self.context.reference.filter(|r| is_name && in_title(r)).map(|r| r.mention);
        // It is one instrument that the sentence cites.
        if in_title_of.is_some() && self.sentence.cited.last() == Some(&mention) {
            self.sentence.cited.pop();
        }
        self.context.reference = Some(Reference { mention, end, attributes_end, in_title_of });
        self.object_of_amendment(mention);
    }

    /// Whether an instrument is what the runs that wait for a target belong to, the last of which is given.
    fn follows_run(&self, run: Span, mention: usize) -> bool {
        let instrument = &self.reading.mentions[mention];
        let number = instrument.number();
        let type_word = number.and_then(|n| n.type_word.as_ref());
        let start = type_word.map_or(instrument.span.start, |t| t.span.start);
        self.cursor.follows_run(run.end, start, number.is_some())
    }

    /// "quy định chi tiết Điều 21 về trồng rừng, Điều 44 về giống cây **của** Luật Lâm nghiệp": whether an instrument is what a sentence
    /// details.
    fn is_detailed(&self, mention: usize) -> bool {
        let instrument = &self.reading.mentions[mention];
        let type_word = instrument.number().and_then(|n| n.type_word.as_ref());
        let start = type_word.map_or(instrument.span.start, |t| t.span.start);
        let at = self.cursor.token_from(start);
        self.sentence.details && at > 0 && self.cursor.is(at - 1, words::CUA)
    }

    /// The object of an amending sentence is its first instrument outside quotation marks.
    fn object_of_amendment(&mut self, mention: usize) {
        if self.context.amending && !self.sentence.has_object && self.sentence.quotes == 0 {
            self.sentence.has_object = true;
            self.cue(self.reading.mentions[mention].span, CueKind::Frame(mention));
        }
    }

    /// The only instrument that this part of the sentence has cited so far. A name and the number beside it are one.
    fn only_instrument(&self) -> Option<usize> {
        match *self.sentence.cited.as_slice() {
            [one] => Some(one),
            [name, number] => {
                let named = self.reading.mentions[name].name()?;
                if named.number == Some(number) {
                    return Some(name);
                }
                self.is_number_in_brackets(name, number).then_some(number)
            }
            _ => None,
        }
    }

    /// Whether the first instrument of this part of the sentence is a law that is told by its year, as texts about it do.
    fn cites_law_of_a_year(&self) -> bool {
        let first = self.sentence.cited.first().and_then(|&first| self.reading.mentions[first].name());
        first.is_some_and(|name| name.year.is_some())
    }

    /// "Luật Doanh nghiệp 2020 (Luật số 59/2020/QH14)": the number behind a name is that of the same law.
    fn is_number_in_brackets(&self, name: usize, number: usize) -> bool {
        let mentions = &self.reading.mentions;
        let between = self.cursor.text().get(mentions[name].span.end..mentions[number].span.start);
        between.is_some_and(|between| {
            matches!(between.trim(), "(số" | "(Luật số" | "(Bộ luật số" | "(Pháp lệnh số" | "(" | "(Luật" | "(số:")
        })
    }

    fn cites(&mut self, mention: usize) {
        let letter = self.reading.mentions[mention].number().is_some_and(|n| {
            n.number.kind().is_some_and(|kind| kind.letter) || n.type_word.as_ref().is_some_and(|t| is_letter(t.name))
        });
        if self.sentence.first.is_none() && !letter {
            self.sentence.first = Some(mention);
        }
        if self.sentence.cited.len() < self.sentence.cited.inline_size() {
            self.sentence.cited.push(mention);
        }
    }

    fn mention(&mut self, span: Span, kind: MentionKind) -> usize {
        let index = self.reading.mentions.len();
        self.context.read_until = span.end;
        let cites = matches!(kind, MentionKind::Number(_) | MentionKind::Name(_));
        self.reading.mentions.push(Mention { span, kind });
        if cites {
            self.cites(index);
        }
        index
    }

    fn cue(&mut self, span: Span, kind: CueKind) {
        self.reading.cues.push(Cue { span, kind });
    }

    /// Gives all runs that wait for a target the instrument that now follows.
    fn close_runs(&mut self, target: &Target) {
        if let (Some(_), Target::Mention(of)) = (self.leading_run.take(), target) {
            self.sentence.within = Some(*of);
        }
        // "Khoản 4 Điều 5 được bổ sung đoạn sau: “… Điều 20 của Nghị định này”": what a quotation names owns nothing outside of it.
        let quotes = self.sentence.quotes;
        let outside = self.open_runs.iter().position(|run| run.quotes >= quotes).unwrap_or(self.open_runs.len());
        // What is in another cell of a table is of no instrument of this one, unless it is right beside it.
        let start = if let Target::Mention(of) = target { self.reading.mentions[*of].span.start } else { usize::MAX };
        let cells = self.open_runs.len().checked_sub(2).and_then(|last| {
            let end = self.reading.mentions[self.open_runs[last].mention].span.end;
            self.cursor.text().get(end..start)?.rfind('|').map(|bar| end + bar)
        });
        let nearest = self.open_runs.last().map(|run| run.mention);
        for open in self.open_runs.drain(outside..) {
            let apart = cells.is_some_and(|bar| self.reading.mentions[open.mention].span.end <= bar);
            if apart && Some(open.mention) != nearest {
                continue;
            }
            if let MentionKind::Provision(run) = &mut self.reading.mentions[open.mention].kind {
                run.target = target.clone();
            }
        }
        self.context.open_run = self.open_runs.last().map(|run| self.reading.mentions[run.mention].span);
    }

    fn forget_runs(&mut self) {
        self.leading_run = None;
        for open in self.open_runs.drain(..).filter(|run| run.numbered) {
            // "Điều 1 của Luật số 07/2022/": a number that can't be read.
            if let MentionKind::Provision(run) = &mut self.reading.mentions[open.mention].kind {
                run.target = Target::Elsewhere;
            }
        }
        self.context.open_run = None;
    }
}
