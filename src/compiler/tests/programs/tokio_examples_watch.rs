// Examples of the documentation of tokio, as they are: watch.

#[tokio::main]
async fn main() {
    println!("watch_0111");
    let _ = watch_0111::main().await;
    println!("watch_0258");
    let _ = watch_0258::main().await;
    println!("watch_0705");
    let _ = watch_0705::main().await;
    println!("watch_0724");
    let _ = watch_0724::main().await;
    println!("watch_0818");
    let _ = watch_0818::main().await;
    println!("watch_0890");
    let _ = watch_0890::main().await;
    println!("watch_1314");
    let _ = watch_1314::main().await;
    println!("watch_1362");
    let _ = watch_1362::main().await;
    println!("watch_1382");
    let _ = watch_1382::main().await;
    println!("watch_1418");
    let _ = watch_1418::main().await;
    println!("watch_1440");
    let _ = watch_1440::main().await;
}

mod watch_0111 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, mut rx) = watch::channel("hello");
        tx.send("goodbye").unwrap();
        drop(tx);

        // `has_changed` does not mark the value as seen and errors
        // since the channel is closed.
        assert!(rx.has_changed().is_err());

        // `changed` returns Ok since the value is not already marked as seen
        // even if the channel is closed.
        assert!(rx.changed().await.is_ok());

        // The `changed` call above marks the value as seen.
        // The next `changed` call now returns an error as the channel is closed
        // AND the current value is seen.
        assert!(rx.changed().await.is_err());
    }
}

mod watch_0258 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, mut rx) = watch::channel("hello");

        tx.send("goodbye").unwrap();
        // The sender does never consider the value as changed.
        assert!(!tx.borrow().has_changed());

        // Drop the sender immediately, just for testing purposes.
        drop(tx);

        // Even if the sender has already been dropped...
        assert!(rx.has_changed().is_err());
        // ...the modified value is still readable and detected as changed.
        assert_eq!(*rx.borrow(), "goodbye");
        assert!(rx.borrow().has_changed());

        // Read the changed value and mark it as seen.
        {
            let received = rx.borrow_and_update();
            assert_eq!(*received, "goodbye");
            assert!(received.has_changed());
            // Release the read lock when leaving this scope.
        }

        // Now the value has already been marked as seen and could
        // never be modified again (after the sender has been dropped).
        assert!(!rx.borrow().has_changed());
    }
}

mod watch_0705 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, mut rx) = watch::channel("hello");

        tx.send("goodbye").unwrap();

        assert!(rx.has_changed().unwrap());
        assert_eq!(*rx.borrow_and_update(), "goodbye");

        // The value has been marked as seen
        assert!(!rx.has_changed().unwrap());
    }
}

mod watch_0724 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, rx) = watch::channel("hello");
        tx.send("goodbye").unwrap();

        drop(tx);

        // The channel is closed
        assert!(rx.has_changed().is_err());
    }
}

mod watch_0818 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, mut rx) = watch::channel("hello");

        tokio::spawn(async move {
            tx.send("goodbye").unwrap();
        });

        assert!(rx.changed().await.is_ok());
        assert_eq!(*rx.borrow_and_update(), "goodbye");

        // The `tx` handle has been dropped
        assert!(rx.changed().await.is_err());
    }
}

mod watch_0890 {
    use tokio::sync::watch;
    use tokio::time::{Duration, sleep};

    pub async fn main() {
        let (tx, mut rx) = watch::channel("hello");

        tokio::spawn(async move {
            sleep(Duration::from_secs(1)).await;
            tx.send("goodbye").unwrap();
        });

        assert!(rx.wait_for(|val| *val == "goodbye").await.is_ok());
        assert_eq!(*rx.borrow(), "goodbye");
    }
}

mod watch_1314 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, rx) = watch::channel("hello");

        tokio::spawn(async move {
            // use `rx`
            drop(rx);
        });

        // Waits for `rx` to drop
        tx.closed().await;
        println!("the `rx` handles dropped")
    }
}

mod watch_1362 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, _rx) = watch::channel(0u64);

        tx.send(5).unwrap();

        let rx = tx.subscribe();
        assert_eq!(5, *rx.borrow());

        tx.send(10).unwrap();
        assert_eq!(10, *rx.borrow());
    }
}

mod watch_1382 {
    use tokio::sync::watch;
    use tokio::time::Duration;

    pub async fn main() {
        let (tx, _rx) = watch::channel(0u64);
        tx.send(5).unwrap();
        let mut rx = tx.subscribe();

        tokio::spawn(async move {
            // by spawning and sleeping, the message is sent after `main`
            // hits the call to `changed`.
            if false {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            tx.send(100).unwrap();
        });

        rx.changed().await.unwrap();
        assert_eq!(100, *rx.borrow());
    }
}

mod watch_1418 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx, rx1) = watch::channel("hello");

        assert_eq!(1, tx.receiver_count());

        let mut _rx2 = rx1.clone();

        assert_eq!(2, tx.receiver_count());
    }
}

mod watch_1440 {
    use tokio::sync::watch;

    pub async fn main() {
        let (tx1, rx) = watch::channel("hello");

        assert_eq!(1, tx1.sender_count());

        let tx2 = tx1.clone();

        assert_eq!(2, tx1.sender_count());
        assert_eq!(2, tx2.sender_count());
    }
}
