//! The part of core, alloc and std that the playground knows: one crate, so that paths from any of the three end here.
//!
//! It is real Rust, small and plain, with the signatures of the real std; the machine runs its bodies.
//! What it builds on is in [`intrinsics`].

#![feature(lang_items)]
#![rustc_coherence_is_core]
#![no_core]

#[macro_use]
#[doc(hidden)]
pub mod macros;
pub mod intrinsics;
pub mod start;

// The language.
pub mod any;
pub mod borrow;
pub mod clone;
pub mod cmp;
pub mod convert;
pub mod default;
#[doc(hidden)]
pub mod derive;
pub mod hash;
pub mod hint;
pub mod marker;
pub mod mem;
pub mod ops;
pub mod panic;
#[doc(hidden)]
pub mod panicking;
pub mod ptr;

// Values.
pub mod array;
pub mod boxed;
pub mod char;
pub mod error;
pub mod fmt;
pub mod io;
pub mod iter;
pub mod num;
pub mod option;
pub mod result;
pub mod slice;
pub mod str;
pub mod string;
mod tuple;
pub mod vec;

// Shared values and time.
pub mod cell;
pub mod collections;
pub mod future;
pub mod pin;
pub mod rc;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;

pub mod prelude;

// Modules by the names of numbers.
pub mod f32 {
    pub use crate::num::float::f32_consts as consts;
    pub const INFINITY: f32 = f32::INFINITY;
    pub const NEG_INFINITY: f32 = f32::NEG_INFINITY;
    pub const NAN: f32 = f32::NAN;
    pub const EPSILON: f32 = f32::EPSILON;
    pub const MIN: f32 = f32::MIN;
    pub const MAX: f32 = f32::MAX;
}
pub mod f64 {
    pub use crate::num::float::f64_consts as consts;
    pub const INFINITY: f64 = f64::INFINITY;
    pub const NEG_INFINITY: f64 = f64::NEG_INFINITY;
    pub const NAN: f64 = f64::NAN;
    pub const EPSILON: f64 = f64::EPSILON;
    pub const MIN: f64 = f64::MIN;
    pub const MAX: f64 = f64::MAX;
}
macro_rules! limits {
    ($($t:ident)*) => { $(
        pub mod $t {
            pub const MIN: $t = $t::MIN;
            pub const MAX: $t = $t::MAX;
        }
    )* };
}
limits! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

#[prelude_import]
use prelude::rust_2024::*;

impl bool {
    pub fn then_some<T>(self, t: T) -> Option<T> {
        if self { Some(t) } else { None }
    }
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
        if self { Some(f()) } else { None }
    }
}
