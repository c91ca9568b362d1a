//! See the real std.
