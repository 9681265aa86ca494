//! What the rules say, in Vietnamese and English.
