// A panic ends its task, not the program.
use tokio::task::spawn_local;

fn last_of(list: &[u32], at: usize) -> u32 {
    list[at]
}

async fn add(a: u8, b: u8) -> u8 {
    a + b
}

#[tokio::main(flavor = "local")]
async fn main() {
    let fine = spawn_local(add(1, 2)).await;
    println!("{fine:?}");
    let over = spawn_local(add(200, 100)).await;
    println!("{}", over.unwrap_err().is_panic());
    let out = spawn_local(async { last_of(&[1, 2, 3], 3) }).await;
    println!("{}", out.is_err());
    let none = spawn_local(async {
        let nothing: Option<u32> = None;
        nothing.expect("there is nothing")
    });
    println!("{}", none.await.is_err());
    let zero = spawn_local(async {
        let by = "0".parse::<i32>().unwrap();
        10 / by
    });
    println!("{}", zero.await.is_err());
    println!("still here");
}
