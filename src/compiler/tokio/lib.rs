//! The part of tokio that the playground knows.
