struct Fibonacci {
    a: u64,
    b: u64,
}

impl Iterator for Fibonacci {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let now = self.a;
        (self.a, self.b) = (self.b, self.a + self.b);
        Some(now)
    }
}

struct Countdown(u32);

impl IntoIterator for Countdown {
    type Item = u32;
    type IntoIter = std::iter::Rev<std::ops::Range<u32>>;
    fn into_iter(self) -> Self::IntoIter {
        (0..self.0).rev()
    }
}

#[tokio::main]
async fn main() {
    let fib = || Fibonacci { a: 0, b: 1 };
    println!("{:?}", fib().take(10).collect::<Vec<_>>());
    println!("{}", fib().take_while(|n| *n < 100).filter(|n| n % 2 == 0).sum::<u64>());
    println!("{:?}", Countdown(4).into_iter().collect::<Vec<_>>());
    for n in Countdown(2) {
        print!("{n} ");
    }
    println!();
    let words = ["one", "two", "three", "four"];
    println!("{:?}", words.iter().map(|w| w.len()).zip(words).collect::<Vec<_>>());
    println!("{:?} {:?}", words.iter().position(|w| *w == "three"), words.iter().max_by_key(|w| w.len()));
    println!("{} {}", words.iter().any(|w| w.ends_with('e')), words.iter().all(|w| w.len() > 3));
    println!("{:?}", words.iter().flat_map(|w| w.chars().take(1)).collect::<String>());
    println!("{:?}", (1..=3).chain(7..9).rev().collect::<Vec<_>>());
    println!("{}", (1..=5).product::<u32>() + (1..5).fold(0, |a, b| a * 2 + b));
    println!("{:?}", (1..=4).scan(0, |sum, n| { *sum += n; Some(*sum) }).collect::<Vec<_>>());
    let (even, odd): (Vec<i32>, Vec<i32>) = (1..8).partition(|n| n % 2 == 0);
    println!("{even:?} {odd:?}");
    println!("{:?}", [3, 1, 2].iter().copied().min().into_iter().chain([9]).last());
    println!("{:?}", [[1, 2], [3, 4]].concat().chunks(3).map(|c| c.iter().sum::<i32>()).collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3, 4].windows(2).map(|w| w[1] - w[0]).collect::<Vec<_>>());
    let mut peek = [1, 1, 2, 3, 3].into_iter().peekable();
    let mut runs = vec![];
    while let Some(n) = peek.next() {
        let mut count = 1;
        while peek.next_if_eq(&n).is_some() {
            count += 1;
        }
        runs.push((n, count));
    }
    println!("{runs:?}");
    println!("{:?}", ["1", "x", "3"].iter().map(|s| s.parse::<i32>().ok()).collect::<Option<Vec<_>>>());
    println!("{:?}", ["1", "2"].iter().map(|s| s.parse::<i32>()).sum::<Result<i32, _>>());
    println!("{:?}", (0..3).map(|i| (i, i * i)).unzip::<i32, i32, Vec<_>, Vec<_>>());
    println!("{:?}", std::iter::successors(Some(1u32), |n| (*n < 100).then(|| n * 3)).collect::<Vec<_>>());
    println!("{:?}", (0..20).step_by(5).skip_while(|n| *n < 5).inspect(|n| print!("[{n}]")).count());
    println!("{:?}", "hello".chars().cycle().skip(3).step_by(2).take(4).collect::<String>());
    println!("{:?}", std::iter::repeat("ab").take(2).collect::<Vec<_>>().concat());
    println!("{:?} {:?}", (1..4).map(f64::from).map(|x| x / 2.0).reduce(f64::max), (0..0).max());
    println!("{}", [1, 2, 3].iter().eq([1, 2, 3].iter()) && (1..3).lt(1..4));
    println!("{:?}", vec![5, 3, 8].into_iter().enumerate().min_by_key(|&(_, v)| v));
    println!("{:?}", [1, 2, 3, 4, 5].iter().try_fold(0i8, |a, &x| a.checked_add(x * 30)));
    println!("{:?}", (1..=3).find_map(|n| (n * n > 3).then(|| format!("n{n}"))));
    println!("{:?}", [Some(1), None, Some(3)].into_iter().flatten().collect::<Vec<_>>());
    println!("{:?}", ["b", "a"].iter().rev().cloned().collect::<std::collections::VecDeque<_>>());
}
