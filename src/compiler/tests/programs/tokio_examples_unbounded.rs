// Examples of the documentation of tokio, as they are: unbounded.

#[tokio::main]
async fn main() {
    println!("mpsc_unbounded_0029");
    let _ = mpsc_unbounded_0029::main().await;
    println!("mpsc_unbounded_0147");
    let _ = mpsc_unbounded_0147::main().await;
    println!("mpsc_unbounded_0165");
    let _ = mpsc_unbounded_0165::main().await;
    println!("mpsc_unbounded_0215");
    let _ = mpsc_unbounded_0215::main().await;
    println!("mpsc_unbounded_0277");
    let _ = mpsc_unbounded_0277::main().await;
    println!("mpsc_unbounded_0367");
    let _ = mpsc_unbounded_0367::main().await;
    println!("mpsc_unbounded_0389");
    let _ = mpsc_unbounded_0389::main().await;
    println!("mpsc_unbounded_0409");
    let _ = mpsc_unbounded_0409::main().await;
}

mod mpsc_unbounded_0029 {
    use tokio::sync::mpsc::unbounded_channel;

    pub async fn main() {
        let (tx, _rx) = unbounded_channel::<i32>();
        let tx_weak = tx.downgrade();

        // Upgrading will succeed because `tx` still exists.
        assert!(tx_weak.upgrade().is_some());

        // If we drop `tx`, then it will fail.
        drop(tx);
        assert!(tx_weak.clone().upgrade().is_none());
    }
}

mod mpsc_unbounded_0147 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::unbounded_channel();

        tokio::spawn(async move {
            tx.send("hello").unwrap();
        });

        assert_eq!(Some("hello"), rx.recv().await);
        assert_eq!(None, rx.recv().await);
    }
}

mod mpsc_unbounded_0165 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::unbounded_channel();

        tx.send("hello").unwrap();
        tx.send("world").unwrap();

        assert_eq!(Some("hello"), rx.recv().await);
        assert_eq!(Some("world"), rx.recv().await);
    }
}

mod mpsc_unbounded_0215 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let mut buffer: Vec<&str> = Vec::with_capacity(2);
        let limit = 2;
        let (tx, mut rx) = mpsc::unbounded_channel();
        let tx2 = tx.clone();
        tx2.send("first").unwrap();
        tx2.send("second").unwrap();
        tx2.send("third").unwrap();

        // Call `recv_many` to receive up to `limit` (2) values.
        assert_eq!(2, rx.recv_many(&mut buffer, limit).await);
        assert_eq!(vec!["first", "second"], buffer);

        // If the buffer is full, the next call to `recv_many`
        // reserves additional capacity.
        assert_eq!(1, rx.recv_many(&mut buffer, limit).await);

        tokio::spawn(async move {
            tx.send("fourth").unwrap();
        });

        // 'tx' is dropped, but `recv_many`
        // is guaranteed not to return 0 as the channel
        // is not yet closed.
        assert_eq!(1, rx.recv_many(&mut buffer, limit).await);
        assert_eq!(vec!["first", "second", "third", "fourth"], buffer);

        // Once the last sender is dropped, the channel is
        // closed and `recv_many` returns 0, capacity unchanged.
        drop(tx2);
        assert_eq!(0, rx.recv_many(&mut buffer, limit).await);
        assert_eq!(vec!["first", "second", "third", "fourth"], buffer);
    }
}

mod mpsc_unbounded_0277 {
    use tokio::sync::mpsc;
    use tokio::sync::mpsc::error::TryRecvError;

    pub async fn main() {
        let (tx, mut rx) = mpsc::unbounded_channel();

        tx.send("hello").unwrap();

        assert_eq!(Ok("hello"), rx.try_recv());
        assert_eq!(Err(TryRecvError::Empty), rx.try_recv());

        tx.send("hello").unwrap();
        // Drop the last sender, closing the channel.
        drop(tx);

        assert_eq!(Ok("hello"), rx.try_recv());
        assert_eq!(Err(TryRecvError::Disconnected), rx.try_recv());
    }
}

mod mpsc_unbounded_0367 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (_tx, mut rx) = mpsc::unbounded_channel::<()>();
        assert!(!rx.is_closed());

        rx.close();

        assert!(rx.is_closed());
    }
}

mod mpsc_unbounded_0389 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::unbounded_channel();
        assert!(rx.is_empty());

        tx.send(0).unwrap();
        assert!(!rx.is_empty());
    }
}

mod mpsc_unbounded_0409 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::unbounded_channel();
        assert_eq!(0, rx.len());

        tx.send(0).unwrap();
        assert_eq!(1, rx.len());
    }
}
