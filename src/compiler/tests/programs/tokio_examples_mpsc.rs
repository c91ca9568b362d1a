// Examples of the documentation of tokio, as they are: mpsc.

#[tokio::main]
async fn main() {
    println!("mpsc_bounded_0040");
    let _ = mpsc_bounded_0040::main().await;
    println!("mpsc_bounded_0137");
    let _ = mpsc_bounded_0137::main().await;
    println!("mpsc_bounded_0211");
    let _ = mpsc_bounded_0211::main().await;
    println!("mpsc_bounded_0229");
    let _ = mpsc_bounded_0229::main().await;
    println!("mpsc_bounded_0281");
    let _ = mpsc_bounded_0281::main().await;
    println!("mpsc_bounded_0343");
    let _ = mpsc_bounded_0343::main().await;
    println!("mpsc_bounded_0454");
    let _ = mpsc_bounded_0454::main().await;
    println!("mpsc_bounded_0491");
    let _ = mpsc_bounded_0491::main().await;
    println!("mpsc_bounded_0513");
    let _ = mpsc_bounded_0513::main().await;
    println!("mpsc_bounded_0533");
    let _ = mpsc_bounded_0533::main().await;
    println!("mpsc_bounded_0558");
    let _ = mpsc_bounded_0558::main().await;
    println!("mpsc_bounded_0605");
    let _ = mpsc_bounded_0605::main().await;
    println!("mpsc_bounded_0795");
    let _ = mpsc_bounded_0795::main().await;
    println!("mpsc_bounded_0889");
    let _ = mpsc_bounded_0889::main().await;
    println!("mpsc_bounded_0963");
    let _ = mpsc_bounded_0963::main().await;
    println!("mpsc_bounded_1095");
    let _ = mpsc_bounded_1095::main().await;
    println!("mpsc_bounded_1151");
    let _ = mpsc_bounded_1151::main().await;
    println!("mpsc_bounded_1214");
    let _ = mpsc_bounded_1214::main().await;
    println!("mpsc_bounded_1239");
    let _ = mpsc_bounded_1239::main().await;
    println!("mpsc_bounded_1330");
    let _ = mpsc_bounded_1330::main().await;
    println!("mpsc_bounded_1387");
    let _ = mpsc_bounded_1387::main().await;
    println!("mpsc_bounded_1480");
    let _ = mpsc_bounded_1480::main().await;
    println!("mpsc_bounded_1543");
    let _ = mpsc_bounded_1543::main().await;
    println!("mpsc_bounded_1592");
    let _ = mpsc_bounded_1592::main().await;
    println!("mpsc_bounded_1700");
    let _ = mpsc_bounded_1700::main().await;
    println!("mpsc_bounded_1827");
    let _ = mpsc_bounded_1827::main().await;
    println!("mpsc_bounded_1861");
    let _ = mpsc_bounded_1861::main().await;
    println!("mpsc_bounded_1900");
    let _ = mpsc_bounded_1900::main().await;
    println!("mpsc_bounded_1928");
    let _ = mpsc_bounded_1928::main().await;
}

mod mpsc_bounded_0040 {
    use tokio::sync::mpsc::channel;

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

mod mpsc_bounded_0137 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(100);

        tokio::spawn(async move {
            for i in 0..10 {
                if let Err(_) = tx.send(i).await {
                    println!("receiver dropped");
                    return;
                }
            }
        });

        while let Some(i) = rx.recv().await {
            println!("got = {}", i);
        }
    }
}

mod mpsc_bounded_0211 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(100);

        tokio::spawn(async move {
            tx.send("hello").await.unwrap();
        });

        assert_eq!(Some("hello"), rx.recv().await);
        assert_eq!(None, rx.recv().await);
    }
}

mod mpsc_bounded_0229 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(100);

        tx.send("hello").await.unwrap();
        tx.send("world").await.unwrap();

        assert_eq!(Some("hello"), rx.recv().await);
        assert_eq!(Some("world"), rx.recv().await);
    }
}

mod mpsc_bounded_0281 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let mut buffer: Vec<&str> = Vec::with_capacity(2);
        let limit = 2;
        let (tx, mut rx) = mpsc::channel(100);
        let tx2 = tx.clone();
        tx2.send("first").await.unwrap();
        tx2.send("second").await.unwrap();
        tx2.send("third").await.unwrap();

        // Call `recv_many` to receive up to `limit` (2) values.
        assert_eq!(2, rx.recv_many(&mut buffer, limit).await);
        assert_eq!(vec!["first", "second"], buffer);

        // If the buffer is full, the next call to `recv_many`
        // reserves additional capacity.
        assert_eq!(1, rx.recv_many(&mut buffer, 1).await);

        tokio::spawn(async move {
            tx.send("fourth").await.unwrap();
        });

        // 'tx' is dropped, but `recv_many`
        // is guaranteed not to return 0 as the channel
        // is not yet closed.
        assert_eq!(1, rx.recv_many(&mut buffer, 1).await);
        assert_eq!(vec!["first", "second", "third", "fourth"], buffer);

        // Once the last sender is dropped, the channel is
        // closed and `recv_many` returns 0, capacity unchanged.
        drop(tx2);
        assert_eq!(0, rx.recv_many(&mut buffer, limit).await);
        assert_eq!(vec!["first", "second", "third", "fourth"], buffer);
    }
}

mod mpsc_bounded_0343 {
    use tokio::sync::mpsc;
    use tokio::sync::mpsc::error::TryRecvError;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(100);

        tx.send("hello").await.unwrap();

        assert_eq!(Ok("hello"), rx.try_recv());
        assert_eq!(Err(TryRecvError::Empty), rx.try_recv());

        tx.send("hello").await.unwrap();
        // Drop the last sender, closing the channel.
        drop(tx);

        assert_eq!(Ok("hello"), rx.try_recv());
        assert_eq!(Err(TryRecvError::Disconnected), rx.try_recv());
    }
}

mod mpsc_bounded_0454 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(20);

        tokio::spawn(async move {
            let mut i = 0;
            while let Ok(permit) = tx.reserve().await {
                permit.send(i);
                i += 1;
            }
        });

        rx.close();

        while let Some(msg) = rx.recv().await {
            println!("got {}", msg);
        }

        // Channel closed and no messages are lost.
    }
}

mod mpsc_bounded_0491 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (_tx, mut rx) = mpsc::channel::<()>(10);
        assert!(!rx.is_closed());

        rx.close();

        assert!(rx.is_closed());
    }
}

mod mpsc_bounded_0513 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel(10);
        assert!(rx.is_empty());

        tx.send(0).await.unwrap();
        assert!(!rx.is_empty());
    }
}

mod mpsc_bounded_0533 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel(10);
        assert_eq!(0, rx.len());

        tx.send(0).await.unwrap();
        assert_eq!(1, rx.len());
    }
}

mod mpsc_bounded_0558 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel::<()>(5);

        assert_eq!(rx.capacity(), 5);

        // Making a reservation drops the capacity by one.
        let permit = tx.reserve().await.unwrap();
        assert_eq!(rx.capacity(), 4);
        assert_eq!(rx.len(), 0);

        // Sending and receiving a value increases the capacity by one.
        permit.send(());
        assert_eq!(rx.len(), 1);
        rx.recv().await.unwrap();
        assert_eq!(rx.capacity(), 5);

        // Directly sending a message drops the capacity by one.
        tx.send(()).await.unwrap();
        assert_eq!(rx.capacity(), 4);
        assert_eq!(rx.len(), 1);

        // Receiving the message increases the capacity by one.
        rx.recv().await.unwrap();
        assert_eq!(rx.capacity(), 5);
        assert_eq!(rx.len(), 0);
    }
}

mod mpsc_bounded_0605 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel::<()>(5);

        // both max capacity and capacity are the same at first
        assert_eq!(rx.max_capacity(), 5);
        assert_eq!(rx.capacity(), 5);

        // Making a reservation doesn't change the max capacity.
        let permit = tx.reserve().await.unwrap();
        assert_eq!(rx.max_capacity(), 5);
        // but drops the capacity by one
        assert_eq!(rx.capacity(), 4);
    }
}

mod mpsc_bounded_0795 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        tokio::spawn(async move {
            for i in 0..10 {
                if let Err(_) = tx.send(i).await {
                    println!("receiver dropped");
                    return;
                }
            }
        });

        while let Some(i) = rx.recv().await {
            println!("got = {}", i);
        }
    }
}

mod mpsc_bounded_0889 {
    use tokio::sync::mpsc;

    pub async fn main() {
        // Create a channel with buffer size 1
        let (tx1, mut rx) = mpsc::channel(1);
        let tx2 = tx1.clone();

        tokio::spawn(async move {
            tx1.send(1).await.unwrap();
            tx1.send(2).await.unwrap();
            // task waits until the receiver receives a value.
        });

        tokio::spawn(async move {
            // This will return an error and send
            // no message if the buffer is full
            let _ = tx2.try_send(3);
        });

        let mut msg;
        msg = rx.recv().await.unwrap();
        println!("message {} received", msg);

        msg = rx.recv().await.unwrap();
        println!("message {} received", msg);

        // Third message may have never been sent
        match rx.recv().await {
            Some(msg) => println!("message {} received", msg),
            None => println!("the third message was never sent"),
        }
    }
}

mod mpsc_bounded_0963 {
    use tokio::sync::mpsc;
    use tokio::time::{Duration, sleep};

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        tokio::spawn(async move {
            for i in 0..10 {
                if let Err(e) = tx.send_timeout(i, Duration::from_millis(100)).await {
                    println!("send error: #{:?}", e);
                    return;
                }
            }
        });

        while let Some(i) = rx.recv().await {
            println!("got = {}", i);
            sleep(Duration::from_millis(200)).await;
        }
    }
}

mod mpsc_bounded_1095 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity
        let permit = tx.reserve().await.unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Sending on the permit succeeds
        permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
    }
}

mod mpsc_bounded_1151 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(2);

        // Reserve capacity
        let mut permit = tx.reserve_many(2).await.unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Sending with the permit iterator succeeds
        permit.next().unwrap().send(456);
        permit.next().unwrap().send(457);

        // The iterator should now be exhausted
        assert!(permit.next().is_none());

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
        assert_eq!(rx.recv().await.unwrap(), 457);
    }
}

mod mpsc_bounded_1214 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity, moving the sender.
        let permit = tx.reserve_owned().await.unwrap();

        // Send a message, consuming the permit and returning
        // the moved sender.
        let tx = permit.send(123);

        // The value sent on the permit is received.
        assert_eq!(rx.recv().await.unwrap(), 123);

        // The sender can now be used again.
        tx.send(456).await.unwrap();
    }
}

mod mpsc_bounded_1239 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Clone the sender and reserve capacity.
        let permit = tx.clone().reserve_owned().await.unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Sending on the permit succeeds.
        permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
    }
}

mod mpsc_bounded_1330 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity
        let permit = tx.try_reserve().unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Trying to reserve an additional slot on the `tx` will
        // fail because there is no capacity.
        assert!(tx.try_reserve().is_err());

        // Sending on the permit succeeds
        permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
    }
}

mod mpsc_bounded_1387 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(2);

        // Reserve capacity
        let mut permit = tx.try_reserve_many(2).unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Trying to reserve an additional slot on the `tx` will
        // fail because there is no capacity.
        assert!(tx.try_reserve().is_err());

        // Sending with the permit iterator succeeds
        permit.next().unwrap().send(456);
        permit.next().unwrap().send(457);

        // The iterator should now be exhausted
        assert!(permit.next().is_none());

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
        assert_eq!(rx.recv().await.unwrap(), 457);

        // Trying to call try_reserve_many with 0 will return an empty iterator
        let mut permit = tx.try_reserve_many(0).unwrap();
        assert!(permit.next().is_none());

        // Trying to call try_reserve_many with a number greater than the channel
        // capacity will return an error
        let permit = tx.try_reserve_many(3);
        assert!(permit.is_err());

        // Trying to call try_reserve_many on a closed channel will return an error
        drop(rx);
        let permit = tx.try_reserve_many(1);
        assert!(permit.is_err());

        let permit = tx.try_reserve_many(0);
        assert!(permit.is_err());
    }
}

mod mpsc_bounded_1480 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity
        let permit = tx.clone().try_reserve_owned().unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Trying to reserve an additional slot on the `tx` will
        // fail because there is no capacity.
        assert!(tx.try_reserve().is_err());

        // Sending on the permit succeeds
        permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
    }
}

mod mpsc_bounded_1543 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel::<()>(5);

        assert_eq!(tx.capacity(), 5);

        // Making a reservation drops the capacity by one.
        let permit = tx.reserve().await.unwrap();
        assert_eq!(tx.capacity(), 4);

        // Sending and receiving a value increases the capacity by one.
        permit.send(());
        rx.recv().await.unwrap();
        assert_eq!(tx.capacity(), 5);
    }
}

mod mpsc_bounded_1592 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, _rx) = mpsc::channel::<()>(5);

        // both max capacity and capacity are the same at first
        assert_eq!(tx.max_capacity(), 5);
        assert_eq!(tx.capacity(), 5);

        // Making a reservation doesn't change the max capacity.
        let permit = tx.reserve().await.unwrap();
        assert_eq!(tx.max_capacity(), 5);
        // but drops the capacity by one
        assert_eq!(tx.capacity(), 4);
    }
}

mod mpsc_bounded_1700 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity
        let permit = tx.reserve().await.unwrap();

        // Trying to send directly on the `tx` will fail due to no
        // available capacity.
        assert!(tx.try_send(123).is_err());

        // Send a message on the permit
        permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);
    }
}

mod mpsc_bounded_1827 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, mut rx) = mpsc::channel(1);

        // Reserve capacity
        let permit = tx.reserve_owned().await.unwrap();

        // Send a message on the permit, returning the sender.
        let tx = permit.send(456);

        // The value sent on the permit is received
        assert_eq!(rx.recv().await.unwrap(), 456);

        // We may now reuse `tx` to send another message.
        tx.send(789).await.unwrap();
    }
}

mod mpsc_bounded_1861 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel(1);

        // Clone the sender and reserve capacity
        let permit = tx.clone().reserve_owned().await.unwrap();

        // Trying to send on the original `tx` will fail, since the `permit`
        // has reserved all the available capacity.
        assert!(tx.try_send(123).is_err());

        // Release the permit without sending a message, returning the clone
        // of the sender.
        let tx2 = permit.release();

        // We may now reuse `tx` to send another message.
        tx.send(789).await.unwrap();
        drop(rx);
        drop(tx2);
    }
}

mod mpsc_bounded_1900 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel::<()>(2);

        let permit1 = tx.clone().reserve_owned().await.unwrap();
        let permit2 = tx.clone().reserve_owned().await.unwrap();
        assert!(permit1.same_channel(&permit2));

        let (tx2, rx2) = mpsc::channel::<()>(1);

        let permit3 = tx2.clone().reserve_owned().await.unwrap();
        assert!(!permit3.same_channel(&permit2));
    }
}

mod mpsc_bounded_1928 {
    use tokio::sync::mpsc;

    pub async fn main() {
        let (tx, rx) = mpsc::channel::<()>(1);

        let permit = tx.clone().reserve_owned().await.unwrap();
        assert!(permit.same_channel_as_sender(&tx));

        let (tx2, rx2) = mpsc::channel::<()>(1);
        assert!(!permit.same_channel_as_sender(&tx2));
    }
}
