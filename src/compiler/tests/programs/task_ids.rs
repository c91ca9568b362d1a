use tokio::task::{Id, id, spawn_local, try_id};
use tokio::{join, spawn};

fn number(id: Id) -> u64 {
    id.to_string().parse().expect("a number")
}

async fn branch() -> Option<Id> {
    try_id()
}

#[tokio::main(flavor = "local")]
async fn main() {
    println!("main is no task: {:?}", try_id());
    let first = number(spawn(async { id() }).await.unwrap());
    println!("nor are branches: {:?}", join!(branch(), branch()));
    let second = spawn_local(async {
        let (a, b) = join!(branch(), branch());
        (id(), a, b)
    });
    println!("a handle knows it: {}", number(second.id()) - first);
    let (second, a, b) = second.await.unwrap();
    println!("{} {}", number(second) - first, (a, b) == (Some(second), Some(second)));
    println!("{} {}", f64::NAN.is_sign_negative(), (-f64::NAN).is_sign_negative());
    print!("the last line has ");
    print!("no end");
}
