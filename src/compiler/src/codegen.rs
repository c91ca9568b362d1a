//! Bytecode of a program.
