// Examples of the documentation of tokio, as they are: notify.

#[tokio::main]
async fn main() {
    println!("barrier_0008");
    let _ = barrier_0008::main().await;
    println!("notify_0052");
    let _ = notify_0052::main().await;
    println!("notify_0544");
    let _ = notify_0544::main().await;
    println!("notify_0590");
    let _ = notify_0590::main().await;
    println!("notify_0718");
    let _ = notify_0718::main().await;
    println!("once_cell_0035");
    let _ = once_cell_0035::main().await;
    println!("once_cell_0053");
    let _ = once_cell_0053::main().await;
    println!("once_cell_0202");
    let _ = once_cell_0202::main().await;
    println!("set_once_0033");
    let _ = set_once_0033::main().await;
    println!("set_once_0060");
    let _ = set_once_0060::main().await;
    println!("set_once_0168");
    let _ = set_once_0168::main().await;
    println!("set_once_0220");
    let _ = set_once_0220::main().await;
}

mod barrier_0008 {
    pub async fn main() {
        use std::sync::Arc;
        use tokio::sync::Barrier;

        let mut handles = Vec::with_capacity(10);
        let barrier = Arc::new(Barrier::new(10));
        for _ in 0..10 {
            let c = barrier.clone();
            // The same messages will be printed together.
            // You will NOT see any interleaving.
            handles.push(tokio::spawn(async move {
                println!("before wait");
                let wait_result = c.wait().await;
                println!("after wait");
                wait_result
            }));
        }

        // Will not resolve until all "after wait" messages have been printed
        let mut num_leaders = 0;
        for handle in handles {
            let wait_result = handle.await.unwrap();
            if wait_result.is_leader() {
                num_leaders += 1;
            }
        }

        // Exactly one barrier will resolve as the "leader"
        assert_eq!(num_leaders, 1);
    }
}

mod notify_0052 {
    use std::sync::Arc;
    use tokio::sync::Notify;

    pub async fn main() {
        let notify = Arc::new(Notify::new());
        let notify2 = notify.clone();

        let handle = tokio::spawn(async move {
            notify2.notified().await;
            println!("received notification");
        });

        println!("sending notification");
        notify.notify_one();

        // Wait for task to receive notification.
        handle.await.unwrap();
    }
}

mod notify_0544 {
    use std::sync::Arc;
    use tokio::sync::Notify;

    pub async fn main() {
        let notify = Arc::new(Notify::new());
        let notify2 = notify.clone();

        tokio::spawn(async move {
            notify2.notified().await;
            println!("received notification");
        });

        println!("sending notification");
        notify.notify_one();
    }
}

mod notify_0590 {
    use std::sync::Arc;
    use tokio::sync::Notify;

    pub async fn main() {
        let notify = Arc::new(Notify::new());

        for _ in 0..10 {
            let notified = notify.clone().notified_owned();
            tokio::spawn(async move {
                notified.await;
                println!("received notification");
            });
        }

        println!("sending notification");
        notify.notify_waiters();
    }
}

mod notify_0718 {
    use std::sync::Arc;
    use tokio::sync::Notify;

    pub async fn main() {
        let notify = Arc::new(Notify::new());
        let notify2 = notify.clone();

        let notified1 = notify.notified();
        let notified2 = notify.notified();

        let handle = tokio::spawn(async move {
            println!("sending notifications");
            notify2.notify_waiters();
        });

        notified1.await;
        notified2.await;
        println!("received notifications");
    }
}

mod once_cell_0035 {
    use tokio::sync::OnceCell;

    async fn some_computation() -> u32 {
        1 + 1
    }

    static ONCE: OnceCell<u32> = OnceCell::const_new();

    pub async fn main() {
        let result = ONCE.get_or_init(some_computation).await;
        assert_eq!(*result, 2);
    }
}

mod once_cell_0053 {
    use tokio::sync::OnceCell;

    static ONCE: OnceCell<u32> = OnceCell::const_new();

    async fn get_global_integer() -> &'static u32 {
        ONCE.get_or_init(|| async { 1 + 1 }).await
    }

    pub async fn main() {
        let result = get_global_integer().await;
        assert_eq!(*result, 2);
    }
}

mod once_cell_0202 {
    use tokio::sync::OnceCell;

    static ONCE: OnceCell<u32> = OnceCell::const_new_with(1);

    async fn get_global_integer() -> &'static u32 {
        ONCE.get_or_init(|| async { 1 + 1 }).await
    }

    pub async fn main() {
        let result = get_global_integer().await;
        assert_eq!(*result, 1);
    }
}

mod set_once_0033 {
    use tokio::sync::{SetOnce, SetOnceError};

    static ONCE: SetOnce<u32> = SetOnce::const_new();

    pub async fn main() -> Result<(), SetOnceError<u32>> {
        // set the value inside a task somewhere...
        tokio::spawn(async move { ONCE.set(20) });

        // checking with .get doesn't block main thread
        println!("{:?}", ONCE.get());

        // wait until the value is set, blocks the thread
        println!("{:?}", ONCE.wait().await);

        Ok(())
    }
}

mod set_once_0060 {
    use std::sync::Arc;
    use tokio::sync::{SetOnce, SetOnceError};

    pub async fn main() -> Result<(), SetOnceError<u32>> {
        let once = SetOnce::new();

        let arc = Arc::new(once);
        let first_cl = Arc::clone(&arc);
        let second_cl = Arc::clone(&arc);

        // set the value inside a task
        tokio::spawn(async move { first_cl.set(20) })
            .await
            .unwrap()?;

        // wait inside task to not block the main thread
        tokio::spawn(async move {
            // wait inside async context for the value to be set
            assert_eq!(*second_cl.wait().await, 20);
        })
        .await
        .unwrap();

        // subsequent set calls will fail
        assert!(arc.set(30).is_err());

        println!("{:?}", arc.get());

        Ok(())
    }
}

mod set_once_0168 {
    use tokio::sync::{SetOnce, SetOnceError};

    static ONCE: SetOnce<u32> = SetOnce::const_new();

    fn get_global_integer() -> Result<Option<&'static u32>, SetOnceError<u32>> {
        ONCE.set(2)?;
        Ok(ONCE.get())
    }

    pub async fn main() -> Result<(), SetOnceError<u32>> {
        let result = get_global_integer()?;

        assert_eq!(result, Some(&2));
        Ok(())
    }
}

mod set_once_0220 {
    use tokio::sync::SetOnce;

    static ONCE: SetOnce<u32> = SetOnce::const_new_with(1);

    fn get_global_integer() -> Option<&'static u32> {
        ONCE.get()
    }

    pub async fn main() {
        let result = get_global_integer();

        assert_eq!(result, Some(&1));
    }
}
