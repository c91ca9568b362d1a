// Examples of the documentation of tokio, as they are: semaphore.

#[tokio::main]
async fn main() {
    println!("semaphore_0062");
    let _ = semaphore_0062::main().await;
    println!("semaphore_0124");
    let _ = semaphore_0124::main().await;
    println!("semaphore_0232");
    let _ = semaphore_0232::main().await;
    println!("semaphore_0356");
    let _ = semaphore_0356::main().await;
    println!("semaphore_0594");
    let _ = semaphore_0594::main().await;
    println!("semaphore_0647");
    let _ = semaphore_0647::main().await;
    println!("semaphore_0772");
    let _ = semaphore_0772::main().await;
    println!("semaphore_0857");
    let _ = semaphore_0857::main().await;
    println!("semaphore_0918");
    let _ = semaphore_0918::main().await;
    println!("semaphore_1138");
    let _ = semaphore_1138::main().await;
}

mod semaphore_0062 {
    use tokio::sync::{Semaphore, TryAcquireError};

    pub async fn main() {
        let semaphore = Semaphore::new(3);

        let a_permit = semaphore.acquire().await.unwrap();
        let two_permits = semaphore.acquire_many(2).await.unwrap();

        assert_eq!(semaphore.available_permits(), 0);

        let permit_attempt = semaphore.try_acquire();
        assert_eq!(permit_attempt.err(), Some(TryAcquireError::NoPermits));
    }
}

mod semaphore_0124 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;

    pub async fn main() {
        // Define maximum number of parallel requests.
        let semaphore = Arc::new(Semaphore::new(5));
        // Spawn many tasks that will send requests.
        let mut jhs = Vec::new();
        for task_id in 0..50 {
            let semaphore = semaphore.clone();
            let jh = tokio::spawn(async move {
                // Acquire permit before sending request.
                let _permit = semaphore.acquire().await.unwrap();
                // Send the request.
                let response = send_request(task_id).await;
                // Drop the permit after the request has been sent.
                drop(_permit);
                // Handle response.
                // ...

                response
            });
            jhs.push(jh);
        }
        // Collect responses from tasks.
        let mut responses = Vec::new();
        for jh in jhs {
            let response = jh.await.unwrap();
            responses.push(response);
        }
        // Process responses.
        // ...
    }
    async fn send_request(task_id: usize) {
        // Send request.
    }
}

mod semaphore_0232 {
    use std::collections::BTreeMap;
    use tokio::sync::Mutex;
    struct Database {
        map: Mutex<BTreeMap<String, i32>>,
    }
    impl Database {
        pub const fn setup() -> Database {
            Database {
                map: Mutex::const_new(BTreeMap::new()),
            }
        }
        pub async fn insert(&self, key: &str, value: i32) {
            self.map.lock().await.insert(key.to_string(), value);
        }
        pub async fn update(&self, key: &str, value: i32) {
            self.map
                .lock()
                .await
                .entry(key.to_string())
                .and_modify(|origin| *origin = value);
        }
        pub async fn delete(&self, key: &str) {
            self.map.lock().await.remove(key);
        }
        pub async fn get(&self, key: &str) -> i32 {
            *self.map.lock().await.get(key).unwrap()
        }
    }
    use tokio::sync::Semaphore;

    // Initialize a static semaphore with only one permit, which is used to
    // prevent test_insert and test_update from running in parallel.
    static PERMIT: Semaphore = Semaphore::const_new(1);

    // Initialize the database that will be used by the subsequent tests.
    static DB: Database = Database::setup();

    #[tokio::test]
    async fn fake_test_insert() {}
    async fn test_insert() {
        // Acquire permit before proceeding. Since the semaphore has only one permit,
        // the test will wait if the permit is already acquired by other tests.
        let permit = PERMIT.acquire().await.unwrap();

        // Do the actual test stuff with database

        // Insert a key-value pair to database
        let (key, value) = ("name", 0);
        DB.insert(key, value).await;

        // Verify that the value has been inserted correctly.
        assert_eq!(DB.get(key).await, value);

        // Undo the insertion, so the database is empty at the end of the test.
        DB.delete(key).await;

        // Drop permit. This allows the other test to start running.
        drop(permit);
    }

    #[tokio::test]
    async fn fake_test_update() {}
    async fn test_update() {
        // Acquire permit before proceeding. Since the semaphore has only one permit,
        // the test will wait if the permit is already acquired by other tests.
        let permit = PERMIT.acquire().await.unwrap();

        // Do the same insert.
        let (key, value) = ("name", 0);
        DB.insert(key, value).await;

        // Update the existing value with a new one.
        let new_value = 1;
        DB.update(key, new_value).await;

        // Verify that the value has been updated correctly.
        assert_eq!(DB.get(key).await, new_value);

        // Undo any modificattion.
        DB.delete(key).await;

        // Drop permit. This allows the other test to start running.
        drop(permit);
    }

    #[tokio::test]
    async fn fake_test_others() {}
    async fn test_others() {
        // This test can run in parallel with test_insert and test_update,
        // so it does not use PERMIT.
    }
    pub async fn main() {
        test_insert().await;
        test_update().await;
        test_others().await;
    }
}

mod semaphore_0356 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;
    use tokio::time::{Duration, interval};

    struct TokenBucket {
        sem: Arc<Semaphore>,
        jh: tokio::task::JoinHandle<()>,
    }

    impl TokenBucket {
        fn new(duration: Duration, capacity: usize) -> Self {
            let sem = Arc::new(Semaphore::new(capacity));

            // refills the tokens at the end of each interval
            let jh = tokio::spawn({
                let sem = sem.clone();
                let mut interval = interval(duration);
                interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);

                async move {
                    loop {
                        interval.tick().await;

                        if sem.available_permits() < capacity {
                            sem.add_permits(1);
                        }
                    }
                }
            });

            Self { jh, sem }
        }

        async fn acquire(&self) {
            // This can return an error if the semaphore is closed, but we
            // never close it, so this error can never happen.
            let permit = self.sem.acquire().await.unwrap();
            // To avoid releasing the permit back to the semaphore, we use
            // the `SemaphorePermit::forget` method.
            permit.forget();
        }
    }

    impl Drop for TokenBucket {
        fn drop(&mut self) {
            // Kill the background task so it stops taking up resources when we
            // don't need it anymore.
            self.jh.abort();
        }
    }

    async fn _hidden() {}
    pub async fn main() {
        let capacity = 5;
        let update_interval = Duration::from_secs_f32(1.0 / capacity as f32);
        let bucket = TokenBucket::new(update_interval, capacity);

        for _ in 0..5 {
            bucket.acquire().await;

            // do the operation
        }
    }
}

mod semaphore_0594 {
    use tokio::sync::Semaphore;

    pub async fn main() {
        let semaphore = Semaphore::new(2);

        let permit_1 = semaphore.acquire().await.unwrap();
        assert_eq!(semaphore.available_permits(), 1);

        let permit_2 = semaphore.acquire().await.unwrap();
        assert_eq!(semaphore.available_permits(), 0);

        drop(permit_1);
        assert_eq!(semaphore.available_permits(), 1);
    }
}

mod semaphore_0647 {
    use tokio::sync::Semaphore;

    pub async fn main() {
        let semaphore = Semaphore::new(5);

        let permit = semaphore.acquire_many(3).await.unwrap();
        assert_eq!(semaphore.available_permits(), 2);
    }
}

mod semaphore_0772 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;

    pub async fn main() {
        let semaphore = Arc::new(Semaphore::new(2));

        let semaphore2 = semaphore.clone();
        let blocking_task = tokio::task::spawn_blocking(move || {
            // Inside a blocking context we cannot use `.await`, so we use
            // `blocking_acquire` instead.
            let _permit = semaphore2.blocking_acquire().unwrap();

            // ... perform blocking work while holding the permit ...
        });

        blocking_task.await.unwrap();
    }
}

mod semaphore_0857 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;

    pub async fn main() {
        let semaphore = Arc::new(Semaphore::new(3));
        let mut join_handles = Vec::new();

        for _ in 0..5 {
            let permit = semaphore.clone().acquire_owned().await.unwrap();
            join_handles.push(tokio::spawn(async move {
                // perform task...
                // explicitly own `permit` in the task
                drop(permit);
            }));
        }

        for handle in join_handles {
            handle.await.unwrap();
        }
    }
}

mod semaphore_0918 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;

    pub async fn main() {
        let semaphore = Arc::new(Semaphore::new(10));
        let mut join_handles = Vec::new();

        for _ in 0..5 {
            let permit = semaphore.clone().acquire_many_owned(2).await.unwrap();
            join_handles.push(tokio::spawn(async move {
                // perform task...
                // explicitly own `permit` in the task
                drop(permit);
            }));
        }

        for handle in join_handles {
            handle.await.unwrap();
        }
    }
}

mod semaphore_1138 {
    use std::sync::Arc;
    use tokio::sync::Semaphore;
    use tokio::sync::TryAcquireError;

    pub async fn main() {
        let semaphore = Arc::new(Semaphore::new(1));
        let semaphore2 = semaphore.clone();

        tokio::spawn(async move {
            let permit = semaphore.acquire_many(2).await;
            assert!(permit.is_err());
            println!("waiter received error");
        });

        println!("closing semaphore");
        semaphore2.close();

        // Cannot obtain more permits
        assert_eq!(
            semaphore2.try_acquire().err(),
            Some(TryAcquireError::Closed)
        )
    }
}
