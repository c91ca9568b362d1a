//! See [`std::hint`](https://doc.rust-lang.org/std/hint/).

pub fn black_box<T>(dummy: T) -> T {
    dummy
}

pub fn spin_loop() {}
