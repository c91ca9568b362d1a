//! After `B: 46 primes below 200` comes `B: 62 primes below 300`: A and C have not had their turn.
use tokio::{join, task::yield_now};

fn primes_below(limit: u32) -> usize {
    let is_prime = |n: &u32| (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor));
    (2..limit).filter(is_prime).count()
}

async fn count(name: &str) {
    for limit in [100, 200, 300, 400] {
        println!("{name}: {} primes below {limit}", primes_below(limit));
        if limit != 200 {
            yield_now().await;
        }
    }
}

pub async fn main() {
    join!(count("A"), count("B"), count("C"));
}
