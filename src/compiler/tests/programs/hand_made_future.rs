use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

struct CountDown {
    left: u32,
}

impl Future for CountDown {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        println!("poll with {} left", self.left);
        if self.left == 0 {
            return Poll::Ready("lift-off");
        }
        self.left -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Later<F> {
    delay: Pin<Box<Sleep>>,
    make: Option<F>,
}

impl<T, F: FnOnce() -> T + Unpin> Future for Later<F> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        match self.delay.as_mut().poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => Poll::Ready((self.make.take().expect("polled once more"))()),
        }
    }
}

fn later<T, F: FnOnce() -> T + Unpin>(ms: u64, make: F) -> Later<F> {
    Later { delay: Box::pin(sleep(Duration::from_millis(ms))), make: Some(make) }
}

fn boxed(depth: u32) -> Pin<Box<dyn Future<Output = u32>>> {
    Box::pin(async move {
        if depth == 0 {
            return 0;
        }
        sleep(Duration::from_millis(100)).await;
        boxed(depth - 1).await + 1
    })
}

#[tokio::main(flavor = "local")]
async fn main() {
    println!("{}", CountDown { left: 2 }.await);
    println!("{}", later(200, || 6 * 7).await);
    println!("{}", boxed(3).await);
    let mut ready = std::pin::pin!(std::future::ready(5));
    println!("{}", ready.as_mut().await);
    let mut turns = 0;
    let value = std::future::poll_fn(|cx| {
        turns += 1;
        if turns == 3 {
            Poll::Ready(turns)
        } else {
            cx.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await;
    println!("{value}");
    let futures: Vec<Pin<Box<dyn Future<Output = String>>>> = vec![
        Box::pin(async { "plain".to_string() }),
        Box::pin(later(100, || String::from("later"))),
    ];
    for future in futures {
        println!("{}", future.await);
    }
}
