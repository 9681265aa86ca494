//! Roman numerals.

/// The value of a Roman numeral in capital or small letters; `None` for anything else, and above 399.
pub fn roman_value(text: &str) -> Option<u32> {
    let mut value = 0;
    let mut last = 0;
    for c in text.chars().rev() {
        let digit = match c.to_ascii_uppercase() {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        if digit < last {
            value -= digit;
        } else {
            value += digit;
            last = digit;
        }
    }
    // Writing it back shows whether the numeral was well formed ("IIX" is not).
    (value > 0 && roman(value)?.eq_ignore_ascii_case(text)).then_some(value)
}

/// A number from 1 to 399 as a Roman numeral in capitals.
pub fn roman(value: u32) -> Option<String> {
    const STEPS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if !(1..400).contains(&value) {
        return None;
    }
    let mut rest = value;
    let mut out = String::new();
    for (step, digits) in STEPS {
        while rest >= step {
            out.push_str(digits);
            rest -= step;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_go_both_ways() {
        for n in 1..400 {
            assert_eq!(roman_value(&roman(n).unwrap()), Some(n));
        }
        assert_eq!(roman_value("IIX"), None);
        assert_eq!(roman_value(""), None);
    }
}
