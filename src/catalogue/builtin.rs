//! The catalogue that comes with the program, and how it is made from facts.
