//! `native WORK COUNT` has the work done by native tokio, and prints what was measured, as JSON.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(work), Some(count)) = (arguments.next(), arguments.next()) else {
        panic!("native WORK COUNT");
    };
    let count = count.parse().expect("COUNT is a number");
    println!(
        "{:?}",
        async_playground_bench::peers::native::measure(&work, count)
    );
}

#[cfg(target_arch = "wasm32")]
fn main() {}
