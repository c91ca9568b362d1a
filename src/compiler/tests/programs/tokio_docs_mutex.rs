// As in tokio's documentation of `Mutex`, and in its tutorial's mini-redis.
use std::collections::HashMap;
use std::sync::{Arc, Mutex as StdMutex};
use tokio::sync::Mutex;

type Db = Arc<StdMutex<HashMap<String, Vec<u8>>>>;

enum Command {
    Get { key: String },
    Set { key: String, value: Vec<u8> },
}

async fn process(db: Db, command: Command) -> Option<Vec<u8>> {
    match command {
        Command::Get { key } => db.lock().unwrap().get(&key).cloned(),
        Command::Set { key, value } => {
            let mut db = db.lock().unwrap();
            db.insert(key, value)
        }
    }
}

#[tokio::main]
async fn main() {
    let count = Arc::new(Mutex::new(0));
    for i in 0..3 {
        let my_count = Arc::clone(&count);
        tokio::spawn(async move {
            for j in 0..3 {
                let mut lock = my_count.lock().await;
                *lock += 1;
                println!("{} {} {}", i, j, lock);
            }
        });
    }
    loop {
        if *count.lock().await >= 9 {
            break;
        }
        tokio::task::yield_now().await;
    }
    println!("Count hit 9.");
    let db: Db = Arc::new(StdMutex::new(HashMap::new()));
    let set = Command::Set { key: "foo".into(), value: b"bar".to_vec() };
    println!("{:?}", tokio::spawn(process(db.clone(), set)).await.unwrap());
    let got = process(db.clone(), Command::Get { key: "foo".to_string() }).await;
    println!("{:?}", got.map(|bytes| String::from_utf8(bytes).unwrap()));
    println!("{:?}", process(db, Command::Get { key: String::from("none") }).await);
}
