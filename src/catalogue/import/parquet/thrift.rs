//! Thrift's compact protocol, as far as the metadata of Parquet needs it: structures as fields by their numbers.

use std::collections::BTreeMap;

/// A value of a field.
#[derive(Debug, Clone)]
pub enum Value {
    Bool(bool),
    Int(i64),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Struct(Fields),
    /// A kind that nothing here asks for.
    Other,
}

/// The fields of a structure.
pub type Fields = BTreeMap<i16, Value>;

/// What is deeper, or longer, is no metadata.
const DEEPEST: usize = 24;
const LONGEST_LIST: usize = 1 << 22;

pub fn int(fields: &Fields, id: i16) -> Option<i64> {
    if let Some(Value::Int(value)) = fields.get(&id) { Some(*value) } else { None }
}

pub fn text(fields: &Fields, id: i16) -> Option<&str> {
    if let Some(Value::Bytes(bytes)) = fields.get(&id) { std::str::from_utf8(bytes).ok() } else { None }
}

pub fn list(fields: &Fields, id: i16) -> &[Value] {
    if let Some(Value::List(all)) = fields.get(&id) { all } else { &[] }
}

pub fn fields(fields: &Fields, id: i16) -> Option<&Fields> {
    if let Some(Value::Struct(inner)) = fields.get(&id) { Some(inner) } else { None }
}

/// Reads structures from bytes.
pub struct Reader<'b> {
    bytes: &'b [u8],
    pub at: usize,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn zigzag(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A structure; `None` where the bytes end before it does, or are none.
    pub fn structure(&mut self) -> Option<Fields> {
        self.fields(0)
    }

    fn fields(&mut self, depth: usize) -> Option<Fields> {
        let mut fields = Fields::new();
        let mut last = 0i16;
        loop {
            let head = self.byte()?;
            let kind = head & 0x0f;
            if kind == 0 {
                return Some(fields);
            }
            let id = match head >> 4 {
                0 => i16::try_from(self.zigzag()?).ok()?,
                delta => last.checked_add(i16::from(delta))?,
            };
            last = id;
            let value = match kind {
                1 => Value::Bool(true),
                2 => Value::Bool(false),
                kind => self.value(kind, depth + 1)?,
            };
            fields.insert(id, value);
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        Some(match kind {
            // In lists a truth value takes a byte.
            1 | 2 => Value::Bool(self.byte()? == 1),
            3 => Value::Int(i64::from(self.byte()? as i8)),
            4..=6 => Value::Int(self.zigzag()?),
            7 => {
                self.at = self.at.checked_add(8).filter(|end| *end <= self.bytes.len())?;
                Value::Other
            }
            8 => {
                let length = usize::try_from(self.varint()?).ok()?;
                let end = self.at.checked_add(length)?;
                let bytes = self.bytes.get(self.at..end)?;
                self.at = end;
                Value::Bytes(bytes.to_vec())
            }
            9 | 10 => {
                let head = self.byte()?;
                let length = match head >> 4 {
                    15 => usize::try_from(self.varint()?).ok()?,
                    short => usize::from(short),
                };
                if length > LONGEST_LIST {
                    return None;
                }
                let mut all = Vec::new();
                for _ in 0..length {
                    all.push(self.value(head & 0x0f, depth + 1)?);
                }
                Value::List(all)
            }
            11 => {
                let length = usize::try_from(self.varint()?).ok()?;
                if length > 0 {
                    let kinds = self.byte()?;
                    for _ in 0..length.min(LONGEST_LIST) {
                        self.value(kinds >> 4, depth + 1)?;
                        self.value(kinds & 0x0f, depth + 1)?;
                    }
                }
                Value::Other
            }
            12 => Value::Struct(self.fields(depth + 1)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_by_their_numbers() {
        // 1: i32 5, 4: binary "ab", 5: list of two i32, end.
        let bytes = [0x15, 0x0a, 0x38, 0x02, b'a', b'b', 0x19, 0x25, 0x02, 0x04, 0x00];
        let read = Reader::new(&bytes).structure().unwrap();
        assert_eq!((int(&read, 1), text(&read, 4), list(&read, 5).len()), (Some(5), Some("ab"), 2));
        for end in 0..bytes.len() {
            assert!(Reader::new(&bytes[..end]).structure().is_none(), "cut at {end}");
        }
    }
}
