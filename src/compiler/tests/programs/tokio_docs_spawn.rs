// As in tokio's documentation of `spawn`, `JoinHandle` and `task`.
use tokio::task;

async fn my_background_op(id: i32) -> String {
    let s = format!("Starting background task {}.", id);
    println!("{}", s);
    s
}

#[tokio::main]
async fn main() {
    let ops = vec![1, 2, 3];
    let mut tasks = Vec::with_capacity(ops.len());
    for op in ops {
        tasks.push(tokio::spawn(my_background_op(op)));
    }
    let mut outputs = Vec::with_capacity(tasks.len());
    for task in tasks {
        outputs.push(task.await.unwrap());
    }
    println!("{:?}", outputs);

    let join = task::spawn(async { "hello world!" });
    let result = join.await.unwrap();
    assert_eq!(result, "hello world!");

    let join = task::spawn(async {
        if true {
            panic!("something bad happened!")
        }
    });
    assert!(join.await.is_err());

    task::spawn(async { println!("spawned task done!") });
    task::yield_now().await;
    println!("main task done!");
}
