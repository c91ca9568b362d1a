// Examples of the documentation of tokio, as they are: macros.

#[tokio::main]
async fn main() {
    println!("lib_0199");
    let _ = lib_0199::main().await;
    println!("join_0058");
    let _ = join_0058::main().await;
    println!("join_0079");
    let _ = join_0079::main().await;
    println!("pin_0027");
    let _ = pin_0027::main().await;
    println!("pin_0104");
    let _ = pin_0104::main().await;
    println!("select_0264");
    let _ = select_0264::main().await;
    println!("try_join_0056");
    let _ = try_join_0056::main().await;
    println!("try_join_0086");
    let _ = try_join_0086::main().await;
    println!("try_join_0124");
    let _ = try_join_0124::main().await;
}

mod lib_0199 {
    pub async fn main() {
        // This is running on a core thread.

        let blocking_task = tokio::task::spawn_blocking(|| {
            // This is running on a blocking thread.
            // Blocking here is ok.
        });

        // We can wait for the blocking task like this:
        // If the blocking task panics, the unwrap below will propagate the
        // panic.
        blocking_task.await.unwrap();
    }
}

mod join_0058 {
    async fn do_stuff_async() {
        // async work
    }

    async fn more_async_work() {
        // more here
    }

    pub async fn main() {
        let (first, second) = tokio::join!(do_stuff_async(), more_async_work());

        // do something with the values
    }
}

mod join_0079 {
    async fn do_stuff_async() {
        // async work
    }

    async fn more_async_work() {
        // more here
    }

    pub async fn main() {
        let (first, second) = tokio::join!(
            biased;
            do_stuff_async(),
            more_async_work()
        );

        // do something with the values
    }
}

mod pin_0027 {
    use tokio::pin;

    async fn my_async_fn() {
        // async logic here
    }

    pub async fn main() {
        let future = my_async_fn();
        pin!(future);

        (&mut future).await;
    }
}

mod pin_0104 {
    use tokio::{pin, select};

    async fn my_async_fn() {
        // async logic here
    }

    pub async fn main() {
        pin! {
            let future1 = my_async_fn();
            let future2 = my_async_fn();
        }

        select! {
            _ = &mut future1 => {}
            _ = &mut future2 => {}
        }
    }
}

mod select_0264 {
    use tokio::sync::oneshot;

    pub async fn main() {
        let (tx1, mut rx1) = oneshot::channel();
        let (tx2, mut rx2) = oneshot::channel();

        tokio::spawn(async move {
            tx1.send("first").unwrap();
        });

        tokio::spawn(async move {
            tx2.send("second").unwrap();
        });

        let mut a = None;
        let mut b = None;

        while a.is_none() || b.is_none() {
            tokio::select! {
                v1 = (&mut rx1), if a.is_none() => a = Some(v1.unwrap()),
                v2 = (&mut rx2), if b.is_none() => b = Some(v2.unwrap()),
            }
        }

        let res = (a.unwrap(), b.unwrap());

        assert_eq!(res.0, "first");
        assert_eq!(res.1, "second");
    }
}

mod try_join_0056 {
    async fn do_stuff_async() -> Result<(), &'static str> {
        // async work
        Ok(())
    }

    async fn more_async_work() -> Result<(), &'static str> {
        // more here
        Ok(())
    }

    pub async fn main() {
        let res = tokio::try_join!(do_stuff_async(), more_async_work());

        match res {
            Ok((first, second)) => {
                // do something with the values
            }
            Err(err) => {
                println!("processing failed; error = {}", err);
            }
        }
    }
}

mod try_join_0086 {
    use tokio::task::JoinHandle;

    async fn do_stuff_async() -> Result<(), &'static str> {
        // async work
        Err("failed")
    }

    async fn more_async_work() -> Result<(), &'static str> {
        // more here
        Ok(())
    }

    async fn flatten<T>(handle: JoinHandle<Result<T, &'static str>>) -> Result<T, &'static str> {
        match handle.await {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(err)) => Err(err),
            Err(err) => Err("handling failed"),
        }
    }

    pub async fn main() {
        let handle1 = tokio::spawn(do_stuff_async());
        let handle2 = tokio::spawn(more_async_work());
        match tokio::try_join!(flatten(handle1), flatten(handle2)) {
            Ok(val) => {
                // do something with the values
            }
            Err(err) => {
                println!("Failed with {}.", err);
                assert_eq!(err, "failed");
            }
        }
    }
}

mod try_join_0124 {
    async fn do_stuff_async() -> Result<(), &'static str> {
        // async work
        Ok(())
    }

    async fn more_async_work() -> Result<(), &'static str> {
        // more here
        Ok(())
    }

    pub async fn main() {
        let res = tokio::try_join!(
            biased;
            do_stuff_async(),
            more_async_work()
        );

        match res {
            Ok((first, second)) => {
                // do something with the values
            }
            Err(err) => {
                println!("processing failed; error = {}", err);
            }
        }
    }
}
