//! See [`std::ops`](https://doc.rust-lang.org/std/ops/).

mod arith;
mod async_function;
mod bit;
mod deref;
mod function;
mod index;
mod range;
mod try_trait;
mod unsize;

pub use arith::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};
pub use async_function::{AsyncFn, AsyncFnMut, AsyncFnOnce};
pub use bit::{
    BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Shl, ShlAssign, Shr,
    ShrAssign,
};
pub use deref::{Deref, DerefMut, DerefPure, Drop, Receiver};
pub use function::{Fn, FnMut, FnOnce};
pub use index::{Index, IndexMut};
pub use range::{
    Bound, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
pub use try_trait::{ControlFlow, FromResidual, Residual, Try};
pub use unsize::{CoerceUnsized, DispatchFromDyn};
