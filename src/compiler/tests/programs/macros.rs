fn half(n: u32) -> u32 {
    assert!(n % 2 == 0, "{n} is odd");
    n / 2
}

fn unfinished(n: u32) -> u32 {
    match n {
        0 => todo!(),
        1 => unimplemented!("one of {n}"),
        2 => unreachable!("two"),
        3 => panic!(),
        n => n,
    }
}

#[tokio::main(flavor = "local")]
async fn main() {
    assert_eq!(half(8), 4);
    assert_ne!(half(2), 2, "no");
    debug_assert!(true);
    let v = vec![0u8; 3];
    println!("{v:?} {:?}", vec!["x".to_string(); 2]);
    println!("{}", dbg!(half(6)) + 1);
    print!("no ");
    print!("newline");
    println!();
    eprintln!("not in the log");
    println!("{} {}", stringify!(a + b), concat!("x", 1, true));
    println!("{:?}", format_args!("{} {}", 1, 2).to_string());
    println!("{}", matches!(Some(4), Some(n) if n > 3));
    for n in 0..5 {
        let result = tokio::task::spawn_local(async move { unfinished(n) }).await;
        println!("{n} {}", result.is_ok());
    }
    let checks = tokio::task::spawn_local(async { assert_eq!(1 + 1, 3, "sums") });
    println!("{}", checks.await.is_err());
    use std::fmt::Write;
    let mut out = String::new();
    write!(out, "{:>3}", 7).unwrap();
    writeln!(out, "!").unwrap();
    println!("{out:?}");
}
