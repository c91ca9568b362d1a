// Examples of the documentation of tokio, as they are: oneshot.

#[tokio::main]
async fn main() {
    println!("oneshot_0021");
    let _ = oneshot_0021::main().await;
    println!("oneshot_0044");
    let _ = oneshot_0044::main().await;
    println!("oneshot_0098");
    let _ = oneshot_0098::main().await;
    println!("oneshot_0679");
    let _ = oneshot_0679::main().await;
    println!("oneshot_0697");
    let _ = oneshot_0697::main().await;
    println!("oneshot_0758");
    let _ = oneshot_0758::main().await;
    println!("oneshot_0802");
    let _ = oneshot_0802::main().await;
    println!("oneshot_0908");
    let _ = oneshot_0908::main().await;
    println!("oneshot_0932");
    let _ = oneshot_0932::main().await;
    println!("oneshot_0999");
    let _ = oneshot_0999::main().await;
    println!("oneshot_1031");
    let _ = oneshot_1031::main().await;
    println!("oneshot_1049");
    let _ = oneshot_1049::main().await;
    println!("oneshot_1128");
    let _ = oneshot_1128::main().await;
    println!("oneshot_1154");
    let _ = oneshot_1154::main().await;
}

mod oneshot_0021 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, rx) = oneshot::channel();

        tokio::spawn(async move {
            if let Err(_) = tx.send(3) {
                println!("the receiver dropped");
            }
        });

        match rx.await {
            Ok(v) => println!("got = {:?}", v),
            Err(_) => println!("the sender dropped"),
        }
    }
}

mod oneshot_0044 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, rx) = oneshot::channel::<u32>();

        tokio::spawn(async move {
            drop(tx);
        });

        match rx.await {
            Ok(_) => panic!("This doesn't happen"),
            Err(_) => println!("the sender dropped"),
        }
    }
}

mod oneshot_0098 {
    use tokio::sync::oneshot;

    struct SendOnDrop {
        sender: Option<oneshot::Sender<&'static str>>,
    }
    impl Drop for SendOnDrop {
        fn drop(&mut self) {
            if let Some(sender) = self.sender.take() {
                // Using `let _ =` to ignore send errors.
                let _ = sender.send("I got dropped!");
            }
        }
    }

    async fn _doc() {}
    pub async fn main() {
        let (send, recv) = oneshot::channel();

        let send_on_drop = SendOnDrop { sender: Some(send) };
        drop(send_on_drop);

        assert_eq!(recv.await, Ok("I got dropped!"));
    }
}

mod oneshot_0679 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (mut tx, rx) = oneshot::channel::<()>();

        tokio::spawn(async move {
            drop(rx);
        });

        tx.closed().await;
        println!("the receiver dropped");
    }
}

mod oneshot_0697 {
    use tokio::sync::oneshot;
    use tokio::time::{self, Duration};

    async fn compute() -> String {
        // Complex computation returning a `String`
        "hello".to_string()
    }

    pub async fn main() {
        let (mut tx, rx) = oneshot::channel();

        tokio::spawn(async move {
            tokio::select! {
                _ = tx.closed() => {
                    // The receiver dropped, no need to do any further work
                }
                value = compute() => {
                    // The send can fail if the channel was closed at the exact same
                    // time as when compute() finished, so just ignore the failure.
                    let _ = tx.send(value);
                }
            }
        });

        // Wait for up to 10 seconds
        let _ = time::timeout(Duration::from_secs(10), rx).await;
    }
}

mod oneshot_0758 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, rx) = oneshot::channel();

        assert!(!tx.is_closed());

        drop(rx);

        assert!(tx.is_closed());
        assert!(tx.send("never received").is_err());
    }
}

mod oneshot_0802 {
    use tokio::sync::oneshot;

    use std::future::poll_fn;

    pub async fn main() {
        let (mut tx, mut rx) = oneshot::channel::<()>();

        tokio::spawn(async move {
            rx.close();
        });

        poll_fn(|cx| tx.poll_closed(cx)).await;

        println!("the receiver dropped");
    }
}

mod oneshot_0908 {
    use tokio::sync::oneshot;
    use tokio::sync::oneshot::error::TryRecvError;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel();

        assert!(!tx.is_closed());

        rx.close();

        assert!(tx.is_closed());
        assert!(tx.send("never received").is_err());

        match rx.try_recv() {
            Err(TryRecvError::Closed) => {}
            _ => unreachable!(),
        }
    }
}

mod oneshot_0932 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel();

        assert!(tx.send("will receive").is_ok());

        rx.close();

        let msg = rx.try_recv().unwrap();
        assert_eq!(msg, "will receive");
    }
}

mod oneshot_0999 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel::<()>();

        // A receiver is not immediately terminated when the sender is dropped.
        drop(tx);
        assert!(!rx.is_terminated());

        // A receiver *is* terminated after it has been polled and yielded an error.
        let _ = (&mut rx).await.unwrap_err();
        assert!(rx.is_terminated());
    }
}

mod oneshot_1031 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel();
        assert!(rx.is_empty());

        tx.send(0).unwrap();
        assert!(!rx.is_empty());

        let _ = (&mut rx).await;
        assert!(rx.is_empty());
    }
}

mod oneshot_1049 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel::<()>();

        // A channel is empty if the sender is dropped.
        drop(tx);
        assert!(rx.is_empty());

        // A closed channel still yields an error, however.
        (&mut rx).await.expect_err("should yield an error");
        assert!(rx.is_empty());
    }
}

mod oneshot_1128 {
    use tokio::sync::oneshot;
    use tokio::sync::oneshot::error::TryRecvError;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel();

        match rx.try_recv() {
            // The channel is currently empty
            Err(TryRecvError::Empty) => {}
            _ => unreachable!(),
        }

        // Send a value
        tx.send("hello").unwrap();

        match rx.try_recv() {
            Ok(value) => assert_eq!(value, "hello"),
            _ => unreachable!(),
        }
    }
}

mod oneshot_1154 {
    use tokio::sync::oneshot;
    use tokio::sync::oneshot::error::TryRecvError;

    pub async fn main() {
        let (tx, mut rx) = oneshot::channel::<()>();

        drop(tx);

        match rx.try_recv() {
            // The channel will never receive a value.
            Err(TryRecvError::Closed) => {}
            _ => unreachable!(),
        }
    }
}
