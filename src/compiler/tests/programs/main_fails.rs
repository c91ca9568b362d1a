// What main returns is told by the process, not by the log.
#[tokio::main]
async fn main() {
    println!("before");
    let list = [1, 2, 3];
    let at = list.len();
    if at > 2 {
        panic!("main stops here: {at}");
    }
    println!("never");
}
