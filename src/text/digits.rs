//! Typing errors in digits.

/// How digits differ from the ones that were meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigitSlip {
    /// Two neighbours changed places.
    Swapped,
    /// One digit was written for another; `beside` where their values are neighbours.
    Other { beside: bool },
    /// One digit was left out.
    Missing,
    /// One digit is too many.
    Extra,
}

/// The values that may have been meant if one typing error was made in the digits, each with that slip; a value can
/// come several times, and among [`DigitSlip::Other`] with a zero in front. Digits that are no number, or too large a
/// one, give nothing.
pub fn typo_candidates(digits: &str) -> Vec<(u32, DigitSlip)> {
    let bytes = digits.as_bytes();
    let mut out = Vec::new();
    let mut push = |bytes: &[u8], slip: DigitSlip| {
        if let Some(value) = std::str::from_utf8(bytes).ok().and_then(|t| t.parse().ok()) {
            out.push((value, slip));
        }
    };
    for at in 0..bytes.len() {
        if at + 1 < bytes.len() && bytes[at] != bytes[at + 1] {
            let mut swapped = bytes.to_vec();
            swapped.swap(at, at + 1);
            push(&swapped, DigitSlip::Swapped);
        }
        for digit in b'0'..=b'9' {
            let mut other = bytes.to_vec();
            if other[at] != digit {
                let beside = other[at].abs_diff(digit) == 1;
                other[at] = digit;
                push(&other, DigitSlip::Other { beside });
            }
            let mut longer = bytes.to_vec();
            longer.insert(at + 1, digit);
            push(&longer, DigitSlip::Missing);
        }
        if bytes.len() > 1 {
            let mut shorter = bytes.to_vec();
            shorter.remove(at);
            push(&shorter, DigitSlip::Extra);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_away() {
        let slip = |value: u32| typo_candidates("21").into_iter().find(|(v, _)| *v == value).map(|(_, slip)| slip);
        assert_eq!(slip(12), Some(DigitSlip::Swapped));
        assert_eq!(slip(22), Some(DigitSlip::Other { beside: true }));
        assert_eq!(slip(71), Some(DigitSlip::Other { beside: false }));
        assert_eq!(slip(211), Some(DigitSlip::Missing));
        assert_eq!(slip(2), Some(DigitSlip::Extra));
        assert_eq!(slip(21), None);
        assert_eq!(typo_candidates("một"), []);
    }
}
