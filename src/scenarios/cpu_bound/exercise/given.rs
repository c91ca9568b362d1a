use tokio::join;

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
    join!(count("A"), count("B"), count("C"));
}
