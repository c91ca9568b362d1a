use tokio::join;

fn primes_below(limit: u32) -> usize {
    let is_prime = |n: &u32| (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor));
    (2..limit).filter(is_prime).count()
}

async fn count(name: &str, limit: u32) {
    println!("{name} starts to count");
    let primes = primes_below(limit);
    println!("{name} found {primes} primes");
}

pub async fn main(work: u32) {
    let limit = work * 1000;
    join!(count("A", limit), count("B", limit), count("C", limit));
}
