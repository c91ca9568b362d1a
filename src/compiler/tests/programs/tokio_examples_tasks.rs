// Examples of the documentation of tokio, as they are: tasks.

#[tokio::main]
async fn main() {
    println!("task_error_0048");
    let _ = task_error_0048::main().await;
    println!("task_join_0094");
    let _ = task_join_0094::main().await;
    println!("task_join_0112");
    let _ = task_join_0112::main().await;
    println!("task_join_0133");
    let _ = task_join_0133::main().await;
    println!("task_join_0197");
    let _ = task_join_0197::main().await;
    println!("task_join_0238");
    let _ = task_join_0238::main().await;
    println!("task_join_0277");
    let _ = task_join_0277::main().await;
    println!("coop_mod_0039");
    let _ = coop_mod_0039::main().await;
    println!("join_set_0031");
    let _ = join_set_0031::main().await;
    println!("join_set_0222");
    let _ = join_set_0222::main().await;
    println!("join_set_0399");
    let _ = join_set_0399::main().await;
    println!("join_set_0421");
    let _ = join_set_0421::main().await;
    println!("join_set_0617");
    let _ = join_set_0617::main().await;
    println!("join_set_0658");
    let _ = join_set_0658::main().await;
    println!("local_0378");
    let _ = local_0378::main().await;
    println!("mod_0070");
    let _ = mod_0070::main().await;
    println!("mod_0093");
    let _ = mod_0093::main().await;
    println!("mod_0252");
    let _ = mod_0252::main().await;
    println!("spawn_0072");
    let _ = spawn_0072::main().await;
    println!("spawn_0113");
    let _ = spawn_0113::main().await;
}

mod task_error_0048 {
    use std::panic;

    pub async fn main() {
        let err = tokio::spawn(async {
            panic!("boom");
        })
        .await
        .unwrap_err();

        assert!(err.is_panic());
    }
}

mod task_join_0094 {
    use std::io;
    use tokio::task;

    pub async fn main() -> io::Result<()> {
        let join_handle: task::JoinHandle<Result<i32, io::Error>> =
            tokio::spawn(async { Ok(5 + 3) });

        let result = join_handle.await??;
        assert_eq!(result, 8);
        Ok(())
    }
}

mod task_join_0112 {
    use std::io;
    use std::panic;
    use tokio::task;

    pub async fn main() -> io::Result<()> {
        let join_handle: task::JoinHandle<Result<i32, io::Error>> = tokio::spawn(async {
            panic!("boom");
        });

        let err = join_handle.await.unwrap_err();
        assert!(err.is_panic());
        Ok(())
    }
}

mod task_join_0133 {
    use std::time::Duration;
    use tokio::task;
    use tokio::time;

    pub async fn main() {
        let original_task = task::spawn(async {
            let _detached_task = task::spawn(async {
                // Here we sleep to make sure that the first task returns before.
                time::sleep(Duration::from_millis(10)).await;
                // This will be called, even though the JoinHandle is dropped.
                println!("♫ Still alive ♫");
            });
        });

        original_task
            .await
            .expect("The task being joined has panicked");
        println!("Original task is joined.");

        // We make sure that the new task has time to run, before the main
        // task returns.

        time::sleep(Duration::from_millis(1000)).await;
    }
}

mod task_join_0197 {
    use tokio::time;

    pub async fn main() {
        let mut handles = Vec::new();

        handles.push(tokio::spawn(async {
            time::sleep(time::Duration::from_secs(10)).await;
            true
        }));

        handles.push(tokio::spawn(async {
            time::sleep(time::Duration::from_secs(10)).await;
            false
        }));

        for handle in &handles {
            handle.abort();
        }

        for handle in handles {
            assert!(handle.await.unwrap_err().is_cancelled());
        }
    }
}

mod task_join_0238 {
    use tokio::time;

    pub async fn main() {
        let handle1 = tokio::spawn(async {
            // do some stuff here
        });
        let handle2 = tokio::spawn(async {
            // do some other stuff here
            time::sleep(time::Duration::from_secs(10)).await;
        });
        // Wait for the task to finish
        handle2.abort();
        time::sleep(time::Duration::from_secs(1)).await;
        assert!(handle1.is_finished());
        assert!(handle2.is_finished());
    }
}

mod task_join_0277 {
    use tokio::{task, time};

    pub async fn main() {
        let mut handles = Vec::new();

        handles.push(tokio::spawn(async {
            time::sleep(time::Duration::from_secs(10)).await;
            true
        }));

        handles.push(tokio::spawn(async {
            time::sleep(time::Duration::from_secs(10)).await;
            false
        }));

        let abort_handles: Vec<task::AbortHandle> =
            handles.iter().map(|h| h.abort_handle()).collect();

        for handle in abort_handles {
            handle.abort();
        }

        for handle in handles {
            assert!(handle.await.unwrap_err().is_cancelled());
        }
    }
}

mod coop_mod_0039 {
    pub async fn main() {
        use tokio::{sync::mpsc, task};

        let fut = async {
            let (tx, mut rx) = mpsc::unbounded_channel();

            for i in 0..1000 {
                let _ = tx.send(());
                // This will always be ready. If coop was in effect, this code would be forced to yield
                // periodically. However, if left unconstrained, then this code will never yield.
                rx.recv().await;
            }
        };

        task::coop::unconstrained(fut).await;
    }
}

mod join_set_0031 {
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set = JoinSet::new();

        for i in 0..10 {
            set.spawn(async move { i });
        }

        let mut seen = [false; 10];
        while let Some(res) = set.join_next().await {
            let idx = res.unwrap();
            seen[idx] = true;
        }

        for i in 0..10 {
            assert!(seen[i]);
        }
    }
}

mod join_set_0222 {
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set = JoinSet::new();

        for i in 0..10 {
            set.spawn_blocking(move || i);
        }

        let mut seen = [false; 10];
        while let Some(res) = set.join_next().await {
            let idx = res.unwrap();
            seen[idx] = true;
        }

        for i in 0..10 {
            assert!(seen[i]);
        }
    }
}

mod join_set_0399 {
    use std::time::Duration;
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set = JoinSet::new();

        for i in 0..3 {
            set.spawn(async move {
                tokio::time::sleep(Duration::from_secs(3 - i)).await;
                i
            });
        }

        let output = set.join_all().await;
        assert_eq!(output, vec![2, 1, 0]);
    }
}

mod join_set_0421 {
    use std::panic;
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set = JoinSet::new();

        for i in 0..3 {
            set.spawn(async move { i });
        }

        let mut output = Vec::new();
        while let Some(res) = set.join_next().await {
            match res {
                Ok(t) => output.push(t),
                Err(err) if err.is_panic() => panic::resume_unwind(err.into_panic()),
                Err(err) => panic!("{err}"),
            }
        }
        assert_eq!(output.len(), 3);
    }
}

mod join_set_0617 {
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set: JoinSet<_> = (0..10).map(|i| async move { i }).collect();

        let mut seen = [false; 10];
        while let Some(res) = set.join_next().await {
            let idx = res.unwrap();
            seen[idx] = true;
        }

        for i in 0..10 {
            assert!(seen[i]);
        }
    }
}

mod join_set_0658 {
    use tokio::task::JoinSet;

    pub async fn main() {
        let mut set: JoinSet<_> = (0..5).map(|i| async move { i }).collect();

        set.extend((5..10).map(|i| async move { i }));

        let mut seen = [false; 10];
        while let Some(res) = set.join_next().await {
            let idx = res.unwrap();
            seen[idx] = true;
        }

        for i in 0..10 {
            assert!(seen[i]);
        }
    }
}

mod local_0378 {
    pub async fn main() {
        let join = tokio::task::spawn_local(async { println!("my nonsend data...") });

        join.await.unwrap()
    }
}

mod mod_0070 {
    use tokio::task;

    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let join = task::spawn(async {
            // ...
            "hello world!"
        });

        // ...

        // Await the result of the spawned task.
        let result = join.await?;
        assert_eq!(result, "hello world!");
        Ok(())
    }
}

mod mod_0093 {
    use tokio::task;

    pub async fn main() {
        let join = task::spawn(async { panic!("something bad happened!") });

        // The returned result indicates that the task failed.
        assert!(join.await.is_err());
    }
}

mod mod_0252 {
    use tokio::task;

    pub async fn main() {
        async {
            task::spawn(async {
                // ...
                println!("spawned task done!")
            });

            // Yield, allowing the newly-spawned task to execute first.
            task::yield_now().await;
            println!("main task done!");
        }
        .await;
    }
}

mod spawn_0072 {
    pub async fn main() {
        async fn my_background_op(id: i32) -> String {
            let s = format!("Starting background task {}.", id);
            println!("{}", s);
            s
        }

        let ops = vec![1, 2, 3];
        let mut tasks = Vec::with_capacity(ops.len());
        for op in ops {
            // This call will make them start running in the background
            // immediately.
            tasks.push(tokio::spawn(my_background_op(op)));
        }

        let mut outputs = Vec::with_capacity(tasks.len());
        for task in tasks {
            outputs.push(task.await.unwrap());
        }
        println!("{:?}", outputs);
    }
}

mod spawn_0113 {
    use tokio::task;

    use std::rc::Rc;

    fn use_rc(rc: Rc<()>) {
        // Do stuff w/ rc
        drop(rc);
    }

    pub async fn main() {
        tokio::spawn(async {
            // Force the `Rc` to stay in a scope with no `.await`
            {
                let rc = Rc::new(());
                use_rc(rc.clone());
            }

            task::yield_now().await;
        })
        .await
        .unwrap();
    }
}
