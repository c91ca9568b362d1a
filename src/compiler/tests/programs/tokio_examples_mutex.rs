// Examples of the documentation of tokio, as they are: mutex.

#[tokio::main]
async fn main() {
    println!("mutex_0058");
    let _ = mutex_0058::main().await;
    println!("mutex_0423");
    let _ = mutex_0423::main().await;
    println!("mutex_0486");
    let _ = mutex_0486::main().await;
    println!("mutex_0545");
    let _ = mutex_0545::main().await;
    println!("mutex_0604");
    let _ = mutex_0604::main().await;
    println!("mutex_0776");
    let _ = mutex_0776::main().await;
    println!("mutex_0847");
    let _ = mutex_0847::main().await;
    println!("mutex_0895");
    let _ = mutex_0895::main().await;
    println!("mutex_0939");
    let _ = mutex_0939::main().await;
    println!("mutex_1028");
    let _ = mutex_1028::main().await;
    println!("mutex_1076");
    let _ = mutex_1076::main().await;
    println!("mutex_1120");
    let _ = mutex_1120::main().await;
}

mod mutex_0058 {
    use std::sync::Arc;
    use tokio::sync::Mutex;

    pub async fn main() {
        let data1 = Arc::new(Mutex::new(0));
        let data2 = Arc::clone(&data1);

        tokio::spawn(async move {
            let mut lock = data2.lock().await;
            *lock += 1;
        });

        let mut lock = data1.lock().await;
        *lock += 1;
    }
}

mod mutex_0423 {
    use tokio::sync::Mutex;

    pub async fn main() {
        let mutex = Mutex::new(1);

        let mut n = mutex.lock().await;
        *n = 2;
    }
}

mod mutex_0486 {
    use std::sync::Arc;
    use tokio::sync::Mutex;

    pub async fn main() {
        let mutex = Arc::new(Mutex::new(1));
        let lock = mutex.lock().await;

        let mutex1 = Arc::clone(&mutex);
        let blocking_task = tokio::task::spawn_blocking(move || {
            // This shall block until the `lock` is released.
            let mut n = mutex1.blocking_lock();
            *n = 2;
        });

        assert_eq!(*lock, 1);
        // Release the lock.
        drop(lock);

        // Await the completion of the blocking task.
        blocking_task.await.unwrap();

        // Assert uncontended.
        let n = mutex.try_lock().unwrap();
        assert_eq!(*n, 2);
    }
}

mod mutex_0545 {
    use std::sync::Arc;
    use tokio::sync::Mutex;

    pub async fn main() {
        let mutex = Arc::new(Mutex::new(1));
        let lock = mutex.lock().await;

        let mutex1 = Arc::clone(&mutex);
        let blocking_task = tokio::task::spawn_blocking(move || {
            // This shall block until the `lock` is released.
            let mut n = mutex1.blocking_lock_owned();
            *n = 2;
        });

        assert_eq!(*lock, 1);
        // Release the lock.
        drop(lock);

        // Await the completion of the blocking task.
        blocking_task.await.unwrap();

        // Assert uncontended.
        let n = mutex.try_lock().unwrap();
        assert_eq!(*n, 2);
    }
}

mod mutex_0604 {
    use std::sync::Arc;
    use tokio::sync::Mutex;

    pub async fn main() {
        let mutex = Arc::new(Mutex::new(1));

        let mut n = mutex.clone().lock_owned().await;
        *n = 2;
    }
}

mod mutex_0776 {
    use tokio::sync::Mutex;

    pub async fn main() {
        let mutex = Mutex::new(1);

        let n = mutex.into_inner();
        assert_eq!(n, 1);
    }
}

mod mutex_0847 {
    use tokio::sync::{Mutex, MutexGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let foo = Mutex::new(Foo(1));

        {
            let mut mapped = MutexGuard::map(foo.lock().await, |f| &mut f.0);
            *mapped = 2;
        }

        assert_eq!(Foo(2), *foo.lock().await);
    }
}

mod mutex_0895 {
    use tokio::sync::{Mutex, MutexGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let foo = Mutex::new(Foo(1));

        {
            let mut mapped =
                MutexGuard::try_map(foo.lock().await, |f| Some(&mut f.0)).expect("should not fail");
            *mapped = 2;
        }

        assert_eq!(Foo(2), *foo.lock().await);
    }
}

mod mutex_0939 {
    use tokio::sync::{Mutex, MutexGuard};

    async fn unlock_and_relock<'l>(guard: MutexGuard<'l, u32>) -> MutexGuard<'l, u32> {
        println!("1. contains: {:?}", *guard);
        let mutex = MutexGuard::mutex(&guard);
        drop(guard);
        let guard = mutex.lock().await;
        println!("2. contains: {:?}", *guard);
        guard
    }

    pub async fn main() {
        let mutex = Mutex::new(0u32);
        let guard = mutex.lock().await;
        let _guard = unlock_and_relock(guard).await;
    }
}

mod mutex_1028 {
    use std::sync::Arc;
    use tokio::sync::{Mutex, OwnedMutexGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let foo = Arc::new(Mutex::new(Foo(1)));

        {
            let mut mapped = OwnedMutexGuard::map(foo.clone().lock_owned().await, |f| &mut f.0);
            *mapped = 2;
        }

        assert_eq!(Foo(2), *foo.lock().await);
    }
}

mod mutex_1076 {
    use std::sync::Arc;
    use tokio::sync::{Mutex, OwnedMutexGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let foo = Arc::new(Mutex::new(Foo(1)));

        {
            let mut mapped =
                OwnedMutexGuard::try_map(foo.clone().lock_owned().await, |f| Some(&mut f.0))
                    .expect("should not fail");
            *mapped = 2;
        }

        assert_eq!(Foo(2), *foo.lock().await);
    }
}

mod mutex_1120 {
    use std::sync::Arc;
    use tokio::sync::{Mutex, OwnedMutexGuard};

    async fn unlock_and_relock(guard: OwnedMutexGuard<u32>) -> OwnedMutexGuard<u32> {
        println!("1. contains: {:?}", *guard);
        let mutex: Arc<Mutex<u32>> = OwnedMutexGuard::mutex(&guard).clone();
        drop(guard);
        let guard = mutex.lock_owned().await;
        println!("2. contains: {:?}", *guard);
        guard
    }

    pub async fn main() {
        let mutex = Arc::new(Mutex::new(0u32));
        let guard = mutex.lock_owned().await;
        unlock_and_relock(guard).await;
    }
}
