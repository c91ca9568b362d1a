//! rust-analyzer knows a program: here it is written down, function by function, for each set of types it is called with.
