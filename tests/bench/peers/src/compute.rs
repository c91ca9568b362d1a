/// How many primes there are below `end`: a sieve, which is loops, indices and a list.
pub fn compute(end: u32) -> u32 {
    let end = end as usize;
    let mut composite = vec![false; end];
    let mut primes = 0;
    for number in 2..end {
        if composite[number] {
            continue;
        }
        primes += 1;
        let mut multiple = 2 * number;
        while multiple < end {
            composite[multiple] = true;
            multiple += number;
        }
    }
    primes
}
