//! What rustc would say of a program.
