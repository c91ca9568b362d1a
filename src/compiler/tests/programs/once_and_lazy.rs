use std::cell::{LazyCell, OnceCell};
use std::sync::{LazyLock, Mutex, OnceLock};

static COUNTER: Mutex<u32> = Mutex::new(0);
static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    println!("table made");
    (1..=4).map(|n| n * n).collect()
});
static NAME: OnceLock<String> = OnceLock::new();

fn next() -> u32 {
    let mut count = COUNTER.lock().unwrap();
    *count += 1;
    *count
}

#[tokio::main]
async fn main() {
    println!("start");
    println!("{} {}", TABLE[1], TABLE.len());
    println!("{} {}", next(), next());
    println!("{:?}", NAME.get());
    println!("{}", NAME.get_or_init(|| "first".into()));
    println!("{:?} {}", NAME.set("second".into()), NAME.get().unwrap());
    let lazy = LazyCell::new(|| {
        println!("lazy made");
        5
    });
    println!("before");
    println!("{}", *lazy + *lazy);
    let cell = OnceCell::new();
    println!("{} {:?}", cell.get_or_init(|| 3), cell.set(4));
}
