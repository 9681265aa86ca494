//! What the recogniser reads in a text, by example. See [`notation`] for how an example is written.

mod agencies;
mod agencies_boards;
mod agencies_documents;
mod agencies_lists;
mod agencies_names;
mod agencies_titles;
mod answers;
mod data;
mod documents;
mod earlier;
mod introduced;
mod markup;
mod names;
mod notation;
mod numbers;
mod properties;
mod provisions;
mod sentences;
mod slips;
mod targets;
mod unmarked;
