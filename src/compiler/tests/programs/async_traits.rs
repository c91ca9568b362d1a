use std::future::Future;
use std::time::Duration;
use tokio::time::sleep;

trait Source {
    async fn next(&mut self) -> Option<u32>;

    async fn all(&mut self) -> Vec<u32> {
        let mut items = vec![];
        while let Some(item) = self.next().await {
            items.push(item);
        }
        items
    }
}

struct Range(u32, u32);

impl Source for Range {
    async fn next(&mut self) -> Option<u32> {
        sleep(Duration::from_millis(100)).await;
        (self.0 < self.1).then(|| {
            self.0 += 1;
            self.0
        })
    }
}

async fn retry<T, E, F, Fut>(mut attempts: u32, mut operation: F) -> Result<T, E>
where
    F: FnMut(u32) -> Fut,
    Fut: Future<Output = Result<T, E>>,
    E: std::fmt::Display,
{
    let mut delay = Duration::from_millis(100);
    loop {
        match operation(attempts).await {
            Ok(value) => return Ok(value),
            Err(e) if attempts > 1 => {
                println!("{e}, again in {delay:?}");
                sleep(delay).await;
                delay *= 2;
                attempts -= 1;
            }
            Err(e) => return Err(e),
        }
    }
}

async fn each(items: &[u32], f: impl AsyncFn(u32) -> u32) -> u32 {
    let mut sum = 0;
    for &item in items {
        sum += f(item).await;
    }
    sum
}

fn named(name: &str) -> impl Future<Output = String> + '_ {
    async move {
        sleep(Duration::from_millis(100)).await;
        format!("<{name}>")
    }
}

#[tokio::main]
async fn main() {
    println!("{:?}", Range(2, 5).all().await);
    let result = retry(3, |left| async move {
        if left > 1 { Err(format!("failed with {left} left")) } else { Ok(left * 10) }
    })
    .await;
    println!("{result:?}");
    println!("{:?}", retry(2, |n| async move { Err::<(), _>(n) }).await);
    let factor = 3;
    println!("{}", each(&[1, 2], async |n| {
        sleep(Duration::from_millis(100)).await;
        n * factor
    }).await);
    let owner = String::from("borrowed");
    println!("{}", named(&owner).await);
    let block = async {
        let n = named("x").await.len();
        n + 1
    };
    println!("{}", block.await);
    let fallible = async {
        let n: u32 = "12".parse()?;
        Ok::<_, std::num::ParseIntError>(n + 1)
    };
    println!("{:?}", fallible.await);
}
