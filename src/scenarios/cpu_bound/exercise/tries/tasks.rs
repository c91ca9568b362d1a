//! After `A: 25 primes below 100` comes `A: 46 primes below 200`: B and C have not had their turn.
use tokio::task::spawn_local;

fn primes_below(limit: u32) -> usize {
    let is_prime = |n: &u32| (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor));
    (2..limit).filter(is_prime).count()
}

async fn count(name: &str) {
    for limit in [100, 200, 300, 400] {
        println!("{name}: {} primes below {limit}", primes_below(limit));
    }
}

pub async fn main() {
    for task in ["A", "B", "C"].map(|name| spawn_local(count(name))) {
        task.await.unwrap();
    }
}
