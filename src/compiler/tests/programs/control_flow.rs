fn classify(n: i32) -> &'static str {
    match n {
        i32::MIN..=-1 => "negative",
        0 => "zero",
        1 | 2 | 3 => "few",
        n if n % 2 == 0 => "even",
        _ => "odd",
    }
}

fn first_even(list: &[i32]) -> Option<i32> {
    for &n in list {
        if n % 2 == 0 {
            return Some(n);
        }
    }
    None
}

fn parse(text: &str) -> Result<(i32, i32), String> {
    let Some((a, b)) = text.split_once('+') else {
        return Err(format!("no plus in {text:?}"));
    };
    let (Ok(a), Ok(b)) = (a.trim().parse(), b.trim().parse()) else {
        return Err("no numbers".into());
    };
    Ok((a, b))
}

#[tokio::main]
async fn main() {
    for n in [-5, 0, 2, 8, 9] {
        print!("{} ", classify(n));
    }
    println!();
    println!("{:?} {:?}", first_even(&[1, 3, 4, 6]), first_even(&[1]));
    let found = 'search: {
        for i in 2.. {
            for j in 1..i {
                if i * j == 42 {
                    break 'search (i, j);
                }
            }
        }
        (0, 0)
    };
    println!("{found:?}");
    let mut n = 27u64;
    let steps = loop {
        static LIMIT: u32 = 1000;
        let mut steps = 0;
        while n != 1 && steps < LIMIT {
            n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        break steps;
    };
    println!("{steps}");
    'outer: for i in 0..3 {
        for j in 0..3 {
            if j == 2 {
                continue 'outer;
            }
            if i == 2 {
                break 'outer;
            }
            print!("{i}{j} ");
        }
    }
    println!();
    println!("{:?} {:?} {:?}", parse("1 + 2"), parse("12"), parse("a+b"));
    let value = Some(5);
    if let Some(n) = value && n > 3 && let Ok(m) = "7".parse::<i32>() {
        println!("{}", n + m);
    }
    let mut stack = vec![1, 2, 3];
    while let Some(top) = stack.pop() {
        if top == 2 {
            stack.push(10);
            stack.push(20);
        }
        print!("{top} ");
        if top == 10 { break }
    }
    println!("{stack:?}");
    let x = 5;
    let x = x * 2;
    {
        let x = "inner";
        println!("{x}");
    }
    println!("{x}");
    for (i, c) in "abc".chars().enumerate().skip(1).step_by(1) {
        print!("{i}{c} ");
    }
    for i in (0..10).rev().step_by(3) {
        print!("{i} ");
    }
    println!();
    let unit = if x > 3 { "big" } else if x > 1 { "mid" } else { "small" };
    println!("{unit}");
}
