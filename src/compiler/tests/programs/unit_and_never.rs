// Types without values, and values without size.
use std::convert::Infallible;
use std::marker::PhantomData;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Meters<T>(f64, PhantomData<T>);

#[derive(Debug, Clone, Copy, PartialEq)]
struct Land;

impl<T> Meters<T> {
    fn new(n: f64) -> Self {
        Meters(n, PhantomData)
    }
}

fn never_fails() -> Result<u32, Infallible> {
    Ok(3)
}

fn diverges(stop: bool) -> u32 {
    let n: u32 = if stop { return 0 } else { 5 };
    n
}

async fn nothing() {}

fn exit_loop() -> ! {
    panic!("left")
}

#[tokio::main(flavor = "local")]
async fn main() {
    let unit = nothing().await;
    println!("{unit:?} {:?}", [(), ()].len());
    println!("{:?}", Meters::<Land>::new(2.0).0);
    let Ok(n) = never_fails();
    println!("{n} {} {}", diverges(true), diverges(false));
    let caught = tokio::task::spawn_local(async { if true { exit_loop() } }).await;
    println!("{}", caught.is_err());
    let zeros: Vec<()> = vec![(); 5];
    println!("{} {:?}", zeros.len(), zeros.iter().map(|()| 1).sum::<i32>());
    let f = |()| "called";
    println!("{}", f(()));
    let x = loop {
        break;
    };
    println!("{x:?}");
}
