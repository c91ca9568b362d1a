// Examples of the documentation of tokio, as they are: broadcast.

#[tokio::main]
async fn main() {
    println!("broadcast_0084");
    let _ = broadcast_0084::main().await;
    println!("broadcast_0109");
    let _ = broadcast_0109::main().await;
    println!("broadcast_0197");
    let _ = broadcast_0197::main().await;
    println!("broadcast_0703");
    let _ = broadcast_0703::main().await;
    println!("broadcast_0751");
    let _ = broadcast_0751::main().await;
    println!("broadcast_0798");
    let _ = broadcast_0798::main().await;
    println!("broadcast_0849");
    let _ = broadcast_0849::main().await;
    println!("broadcast_0874");
    let _ = broadcast_0874::main().await;
    println!("broadcast_1181");
    let _ = broadcast_1181::main().await;
    println!("broadcast_1210");
    let _ = broadcast_1210::main().await;
    println!("broadcast_1236");
    let _ = broadcast_1236::main().await;
    println!("broadcast_1381");
    let _ = broadcast_1381::main().await;
    println!("broadcast_1409");
    let _ = broadcast_1409::main().await;
    println!("broadcast_1482");
    let _ = broadcast_1482::main().await;
    println!("broadcast_1533");
    let _ = broadcast_1533::main().await;
}

mod broadcast_0084 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx1) = broadcast::channel(16);
        let mut rx2 = tx.subscribe();

        tokio::spawn(async move {
            assert_eq!(rx1.recv().await.unwrap(), 10);
            assert_eq!(rx1.recv().await.unwrap(), 20);
        });

        tokio::spawn(async move {
            assert_eq!(rx2.recv().await.unwrap(), 10);
            assert_eq!(rx2.recv().await.unwrap(), 20);
        });

        tx.send(10).unwrap();
        tx.send(20).unwrap();
    }
}

mod broadcast_0109 {
    use tokio::sync::broadcast;
    use tokio::sync::broadcast::error::RecvError;

    pub async fn main() {
        // Capacity 2 → ring buffer of length 2.
        let (tx, mut rx) = broadcast::channel(2);

        tx.send(10).unwrap();
        tx.send(20).unwrap();
        // Overwrites 10; receiver has not read it yet.
        tx.send(30).unwrap();

        // One message (10) was dropped; cursor moves to the oldest retained value (20).
        assert!(matches!(rx.recv().await, Err(RecvError::Lagged(1))));

        // At this point, we can abort or continue with lost messages.
        // Continuing resumes from the oldest retained message.
        assert_eq!(20, rx.recv().await.unwrap());
        assert_eq!(30, rx.recv().await.unwrap());
    }
}

mod broadcast_0197 {
    use tokio::sync::broadcast::channel;

    pub async fn main() {
        let (tx, _rx) = channel::<i32>(15);
        let tx_weak = tx.downgrade();

        // Upgrading will succeed because `tx` still exists.
        assert!(tx_weak.upgrade().is_some());

        // If we drop `tx`, then it will fail.
        drop(tx);
        assert!(tx_weak.clone().upgrade().is_none());
    }
}

mod broadcast_0703 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, _rx) = broadcast::channel(16);

        // Will not be seen
        tx.send(10).unwrap();

        let mut rx = tx.subscribe();

        tx.send(20).unwrap();

        let value = rx.recv().await.unwrap();
        assert_eq!(20, value);
    }
}

mod broadcast_0751 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx1) = broadcast::channel(16);
        let mut rx2 = tx.subscribe();

        tx.send(10).unwrap();
        tx.send(20).unwrap();
        tx.send(30).unwrap();

        assert_eq!(tx.len(), 3);

        rx1.recv().await.unwrap();

        // The len is still 3 since rx2 hasn't seen the first value yet.
        assert_eq!(tx.len(), 3);

        rx2.recv().await.unwrap();

        assert_eq!(tx.len(), 2);
    }
}

mod broadcast_0798 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx1) = broadcast::channel(16);
        let mut rx2 = tx.subscribe();

        assert!(tx.is_empty());

        tx.send(10).unwrap();

        assert!(!tx.is_empty());

        rx1.recv().await.unwrap();

        // The queue is still not empty since rx2 hasn't seen the value.
        assert!(!tx.is_empty());

        rx2.recv().await.unwrap();

        assert!(tx.is_empty());
    }
}

mod broadcast_0849 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, _rx1) = broadcast::channel(16);

        assert_eq!(1, tx.receiver_count());

        let mut _rx2 = tx.subscribe();

        assert_eq!(2, tx.receiver_count());

        tx.send(10).unwrap();
    }
}

mod broadcast_0874 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, _rx) = broadcast::channel::<()>(16);
        let tx2 = tx.clone();

        assert!(tx.same_channel(&tx2));

        let (tx3, _rx3) = broadcast::channel::<()>(16);

        assert!(!tx3.same_channel(&tx2));
    }
}

mod broadcast_1181 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx1) = broadcast::channel(16);

        tx.send(10).unwrap();
        tx.send(20).unwrap();

        assert_eq!(rx1.len(), 2);
        assert_eq!(rx1.recv().await.unwrap(), 10);
        assert_eq!(rx1.len(), 1);
        assert_eq!(rx1.recv().await.unwrap(), 20);
        assert_eq!(rx1.len(), 0);
    }
}

mod broadcast_1210 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx1) = broadcast::channel(16);

        assert!(rx1.is_empty());

        tx.send(10).unwrap();
        tx.send(20).unwrap();

        assert!(!rx1.is_empty());
        assert_eq!(rx1.recv().await.unwrap(), 10);
        assert_eq!(rx1.recv().await.unwrap(), 20);
        assert!(rx1.is_empty());
    }
}

mod broadcast_1236 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, rx) = broadcast::channel::<()>(16);
        let rx2 = tx.subscribe();

        assert!(rx.same_channel(&rx2));

        let (_tx3, rx3) = broadcast::channel::<()>(16);

        assert!(!rx3.same_channel(&rx2));
    }
}

mod broadcast_1381 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, rx) = broadcast::channel::<()>(10);
        assert!(!rx.is_closed());

        drop(tx);

        assert!(rx.is_closed());
    }
}

mod broadcast_1409 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx) = broadcast::channel(2);

        tx.send(1).unwrap();
        let mut rx2 = rx.resubscribe();
        tx.send(2).unwrap();

        assert_eq!(rx2.recv().await.unwrap(), 2);
        assert_eq!(rx.recv().await.unwrap(), 1);
    }
}

mod broadcast_1482 {
    use tokio::sync::broadcast;
    use tokio::sync::broadcast::error::RecvError;

    pub async fn main() {
        let (tx, mut rx) = broadcast::channel(2);

        tx.send(10).unwrap();
        tx.send(20).unwrap();
        tx.send(30).unwrap();

        // One message was overwritten before this receiver could read it.
        assert!(matches!(rx.recv().await, Err(RecvError::Lagged(1))));

        // Resume from the oldest retained message, or abort the task instead.
        assert_eq!(20, rx.recv().await.unwrap());
        assert_eq!(30, rx.recv().await.unwrap());
    }
}

mod broadcast_1533 {
    use tokio::sync::broadcast;

    pub async fn main() {
        let (tx, mut rx) = broadcast::channel(16);

        assert!(rx.try_recv().is_err());

        tx.send(10).unwrap();

        let value = rx.try_recv().unwrap();
        assert_eq!(10, value);
    }
}
