//! See [`std::iter`](https://doc.rust-lang.org/std/iter/).

mod adapters;
mod chains;
mod collect;
mod flatten;
mod iterator;
mod mapping;
mod parts;
mod range;
mod sources;
mod sum;

pub use adapters::{Cycle, Enumerate, Fuse, Peekable, Rev};
pub use chains::{Chain, Zip, zip};
pub use collect::{
    DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, FusedIterator, IntoIterator,
};
pub use flatten::{FlatMap, Flatten};
pub use iterator::Iterator;
pub use mapping::{Cloned, Copied, Filter, FilterMap, Inspect, Map, MapWhile, Scan};
pub use parts::{Skip, SkipWhile, StepBy, Take, TakeWhile};
pub use range::Step;
pub use sources::{
    Empty, FromFn, Once, OnceWith, Repeat, RepeatN, RepeatWith, Successors, empty, from_fn, once,
    once_with, repeat, repeat_n, repeat_with, successors,
};
pub use sum::{Product, Sum};
