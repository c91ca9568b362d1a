// As in tokio's documentation of `select!`.
use tokio::time::{self, Duration};

async fn do_stuff_async() {
    time::sleep(Duration::from_millis(100)).await;
}

async fn more_async_work() {
    time::sleep(Duration::from_millis(300)).await;
}

struct Race {
    left: Vec<u32>,
    right: Vec<u32>,
}

impl Race {
    async fn next_left(&mut self) -> Option<u32> {
        self.left.pop()
    }
}

#[tokio::main]
async fn main() {
    tokio::select! {
        _ = do_stuff_async() => {
            println!("do_stuff_async() completed first")
        }
        _ = more_async_work() => {
            println!("more_async_work() completed first")
        }
    };

    let mut values = vec![];
    let mut race = Race { left: vec![1, 2], right: vec![] };
    let mut sleep = std::pin::pin!(time::sleep(Duration::from_millis(50)));
    while race.right.len() < 3 {
        tokio::select! {
            biased;
            _ = &mut sleep, if !sleep.is_elapsed() => {
                println!("operation timed out");
                values.push(0);
                race.right.push(9);
            }
            Some(v) = race.next_left() => values.push(v),
            else => race.right.push(1),
        }
        time::sleep(Duration::from_millis(20)).await;
    }
    println!("{:?} {:?}", values, race.right);

    let mut count = 0u8;
    loop {
        tokio::select! {
            biased;
            _ = async {}, if count < 1 => {
                count += 1;
                assert_eq!(count, 1);
            }
            _ = async {}, if count < 2 => {
                count += 1;
                assert_eq!(count, 2);
            }
            _ = async {}, if count < 3 => {
                count += 1;
                assert_eq!(count, 3);
            }
            else => {
                break;
            }
        };
    }
    println!("{count}");
}
