//! The part of core, alloc and std that the playground knows.
pub mod intrinsics;
