// An executor of one future, as small as it can be.
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Wake, Waker};

struct Counter(AtomicU32);

impl Wake for Counter {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

async fn twice() -> u32 {
    tokio_free_yield().await;
    tokio_free_yield().await;
    7
}

fn tokio_free_yield() -> impl Future<Output = ()> {
    let mut yielded = false;
    std::future::poll_fn(move |cx| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
}

fn block_on<F: Future>(future: F) -> (F::Output, u32) {
    let counter = Arc::new(Counter(AtomicU32::new(0)));
    let waker = Waker::from(counter.clone());
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut cx) {
            return (value, counter.0.load(Ordering::SeqCst));
        }
        println!("not yet");
    }
}

#[tokio::main]
async fn main() {
    println!("{:?}", block_on(twice()));
    println!("{:?}", block_on(async { "at once" }));
    let mut cx = Context::from_waker(Waker::noop());
    let mut never = pin!(std::future::pending::<()>());
    println!("{:?}", never.as_mut().poll(&mut cx));
}
