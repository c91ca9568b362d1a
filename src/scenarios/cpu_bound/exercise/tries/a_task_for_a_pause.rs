//! Between `C: 25 primes below 100` and `B: 46 primes below 200` the loop never lets go of the thread: the page has no turn.
use tokio::{join, task::spawn_local};

fn primes_below(limit: u32) -> usize {
    let is_prime = |n: &u32| (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor));
    (2..limit).filter(is_prime).count()
}

async fn count(name: &str) {
    for limit in [100, 200, 300, 400] {
        println!("{name}: {} primes below {limit}", primes_below(limit));
        spawn_local(async {}).await.unwrap();
    }
}

pub async fn main() {
    join!(count("A"), count("B"), count("C"));
}
