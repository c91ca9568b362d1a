use std::collections::HashMap;

fn fib(n: u64, memo: &mut HashMap<u64, u64>) -> u64 {
    if n < 2 {
        return n;
    }
    if let Some(&known) = memo.get(&n) {
        return known;
    }
    let value = fib(n - 1, memo) + fib(n - 2, memo);
    memo.insert(n, value);
    value
}

fn hanoi(n: u32, from: char, to: char, via: char, moves: &mut Vec<(char, char)>) {
    if n > 0 {
        hanoi(n - 1, from, via, to, moves);
        moves.push((from, to));
        hanoi(n - 1, via, to, from, moves);
    }
}

fn permutations(items: &mut Vec<u8>, k: usize, out: &mut Vec<String>) {
    if k == items.len() {
        out.push(items.iter().map(|b| *b as char).collect());
        return;
    }
    for i in k..items.len() {
        items.swap(k, i);
        permutations(items, k + 1, out);
        items.swap(k, i);
    }
}

#[derive(Debug)]
enum Expr {
    Num(f64),
    Op(Box<Expr>, char, Box<Expr>),
}

fn eval(e: &Expr) -> Result<f64, String> {
    Ok(match e {
        Expr::Num(n) => *n,
        Expr::Op(a, op, b) => {
            let (a, b) = (eval(a)?, eval(b)?);
            match op {
                '+' => a + b,
                '*' => a * b,
                '/' if b == 0.0 => return Err("division by zero".into()),
                '/' => a / b,
                other => return Err(format!("unknown {other:?}")),
            }
        }
    })
}

fn num(n: f64) -> Box<Expr> {
    Box::new(Expr::Num(n))
}

#[tokio::main]
async fn main() {
    println!("{}", fib(80, &mut HashMap::new()));
    let mut moves = vec![];
    hanoi(3, 'a', 'c', 'b', &mut moves);
    println!("{} {:?}", moves.len(), &moves[..3]);
    let mut out = vec![];
    permutations(&mut b"xyz".to_vec(), 0, &mut out);
    println!("{out:?}");
    let sum = Expr::Op(num(1.5), '+', Box::new(Expr::Op(num(2.0), '*', num(4.0))));
    println!("{:?} {:?}", eval(&sum), eval(&Expr::Op(num(1.0), '/', num(0.0))));
    println!("{:?}", eval(&Expr::Op(num(1.0), '?', num(0.0))));
}
