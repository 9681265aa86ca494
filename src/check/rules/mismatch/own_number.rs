//! The number of the draft itself where its annexes repeat it.

use crate::check::checker::Checker;
use crate::check::finding::Findings;
use crate::check::{Code, Edit, Severity};
use crate::cite::DateRef;

/// A number in the line that attaches an annex which is not the draft's: "(Kèm theo Thông tư số 54/2024/TT-BTC ngày …)" under a
/// circular 45/2024/TT-BTC of that day. A text with another day belongs to another act.
pub fn own_number_of_annex(cx: &Checker<'_>, out: &mut Findings) {
    let header = &cx.draft.header;
    let (Some(own), Some(date)) = (header.number.as_ref(), header.date) else { return };
    for n in cx.numbers.iter().filter(|n| !cx.is_in_body(n.span().start) && !n.node.shortened && !n.node.header) {
        let number = n.number();
        let line = n.before().rsplit('\n').next().unwrap_or_default().trim_start_matches(['*', '_', '(', ' ']);
        let attaches = ["Ban hành kèm theo ", "Kèm theo "].iter().any(|words| line.starts_with(words));
        let said = n.node.attributes.date.as_ref().and_then(DateRef::date);
        let is_alike = number.symbol() == own.symbol() && number.year == own.year && number.serial != own.serial;
        if !attaches || said != Some(date) || !is_alike || line.contains('/') {
            continue;
        }
        let (canonical, right) = (number.canonical(), own.canonical());
        let finding = cx.variant(Code::DateMismatch, "own", n.span(), &[("number", &canonical), ("own", &right)]);
        let edit = Edit::between(n.span(), n.text(), &right);
        let fix = cx.fix("write", &[("text", &right)], false, vec![edit]);
        out.push(finding.cap_severity(Severity::Warning).with_instrument(canonical).with_fix(fix));
    }
}
