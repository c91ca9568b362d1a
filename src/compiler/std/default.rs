//! See [`std::default`](https://doc.rust-lang.org/std/default/).

/// What has a value to begin with.
pub trait Default: Sized {
    /// The value to begin with.
    fn default() -> Self;
}

#[rustc_builtin_macro(Default, attributes(default))]
pub macro Default($item:item) {}

macro_rules! default {
    ($v:expr; $($t:ty)*) => { $(
        impl Default for $t {
            fn default() -> $t { $v }
        }
    )* };
}
default! { (); () }
default! { false; bool }
default! { '\x00'; char }
default! { 0; usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
default! { 0.0; f32 f64 }
