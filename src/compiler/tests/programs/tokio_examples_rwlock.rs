// Examples of the documentation of tokio, as they are: rwlock.

#[tokio::main]
async fn main() {
    println!("rwlock_0057");
    let _ = rwlock_0057::main().await;
    println!("rwlock_0414");
    let _ = rwlock_0414::main().await;
    println!("rwlock_0496");
    let _ = rwlock_0496::main().await;
    println!("rwlock_0562");
    let _ = rwlock_0562::main().await;
    println!("rwlock_0638");
    let _ = rwlock_0638::main().await;
    println!("rwlock_0703");
    let _ = rwlock_0703::main().await;
    println!("rwlock_0769");
    let _ = rwlock_0769::main().await;
    println!("rwlock_0842");
    let _ = rwlock_0842::main().await;
    println!("rwlock_0904");
    let _ = rwlock_0904::main().await;
    println!("rwlock_0972");
    let _ = rwlock_0972::main().await;
    println!("rwlock_1030");
    let _ = rwlock_1030::main().await;
    println!("rwlock_owned_read_guard_0058");
    let _ = rwlock_owned_read_guard_0058::main().await;
    println!("rwlock_owned_read_guard_0105");
    let _ = rwlock_owned_read_guard_0105::main().await;
    println!("rwlock_owned_read_guard_0146");
    let _ = rwlock_owned_read_guard_0146::main().await;
    println!("rwlock_owned_write_guard_0065");
    let _ = rwlock_owned_write_guard_0065::main().await;
    println!("rwlock_owned_write_guard_0117");
    let _ = rwlock_owned_write_guard_0117::main().await;
    println!("rwlock_owned_write_guard_0189");
    let _ = rwlock_owned_write_guard_0189::main().await;
    println!("rwlock_owned_write_guard_0251");
    let _ = rwlock_owned_write_guard_0251::main().await;
    println!("rwlock_owned_write_guard_0336");
    let _ = rwlock_owned_write_guard_0336::main().await;
    println!("rwlock_owned_write_guard_0398");
    let _ = rwlock_owned_write_guard_0398::main().await;
    println!("rwlock_owned_write_guard_mapped_0163");
    let _ = rwlock_owned_write_guard_mapped_0163::main().await;
    println!("rwlock_read_guard_0063");
    let _ = rwlock_read_guard_0063::main().await;
    println!("rwlock_read_guard_0115");
    let _ = rwlock_read_guard_0115::main().await;
    println!("rwlock_write_guard_0069");
    let _ = rwlock_write_guard_0069::main().await;
    println!("rwlock_write_guard_0127");
    let _ = rwlock_write_guard_0127::main().await;
    println!("rwlock_write_guard_0202");
    let _ = rwlock_write_guard_0202::main().await;
    println!("rwlock_write_guard_0271");
    let _ = rwlock_write_guard_0271::main().await;
    println!("rwlock_write_guard_0351");
    let _ = rwlock_write_guard_0351::main().await;
}

mod rwlock_0057 {
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = RwLock::new(5);

        // many reader locks can be held at once
        {
            let r1 = lock.read().await;
            let r2 = lock.read().await;
            assert_eq!(*r1, 5);
            assert_eq!(*r2, 5);
        } // read locks are dropped at this point

        // only one write lock may be held, however
        {
            let mut w = lock.write().await;
            *w += 1;
            assert_eq!(*w, 6);
        } // write lock is dropped here
    }
}

mod rwlock_0414 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));
        let c_lock = lock.clone();

        let n = lock.read().await;
        assert_eq!(*n, 1);

        tokio::spawn(async move {
            // While main has an active read lock, we acquire one too.
            let r = c_lock.read().await;
            assert_eq!(*r, 1);
        })
        .await
        .expect("The spawned task has panicked");

        // Drop the guard after the spawned task finishes.
        drop(n);
    }
}

mod rwlock_0496 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let rwlock = Arc::new(RwLock::new(1));
        let mut write_lock = rwlock.write().await;

        let blocking_task = tokio::task::spawn_blocking({
            let rwlock = Arc::clone(&rwlock);
            move || {
                // This shall block until the `write_lock` is released.
                let read_lock = rwlock.blocking_read();
                assert_eq!(*read_lock, 0);
            }
        });

        *write_lock -= 1;
        drop(write_lock); // release the lock.

        // Await the completion of the blocking task.
        blocking_task.await.unwrap();

        // Assert uncontended.
        assert!(rwlock.try_write().is_ok());
    }
}

mod rwlock_0562 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));
        let c_lock = lock.clone();

        let n = lock.read_owned().await;
        assert_eq!(*n, 1);

        tokio::spawn(async move {
            // While main has an active read lock, we acquire one too.
            let r = c_lock.read_owned().await;
            assert_eq!(*r, 1);
        })
        .await
        .expect("The spawned task has panicked");

        // Drop the guard after the spawned task finishes.
        drop(n);
    }
}

mod rwlock_0638 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));
        let c_lock = lock.clone();

        let v = lock.try_read().unwrap();
        assert_eq!(*v, 1);

        tokio::spawn(async move {
            // While main has an active read lock, we acquire one too.
            let n = c_lock.read().await;
            assert_eq!(*n, 1);
        })
        .await
        .expect("The spawned task has panicked");

        // Drop the guard when spawned task finishes.
        drop(v);
    }
}

mod rwlock_0703 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));
        let c_lock = lock.clone();

        let v = lock.try_read_owned().unwrap();
        assert_eq!(*v, 1);

        tokio::spawn(async move {
            // While main has an active read lock, we acquire one too.
            let n = c_lock.read_owned().await;
            assert_eq!(*n, 1);
        })
        .await
        .expect("The spawned task has panicked");

        // Drop the guard when spawned task finishes.
        drop(v);
    }
}

mod rwlock_0769 {
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = RwLock::new(1);

        let mut n = lock.write().await;
        *n = 2;
    }
}

mod rwlock_0842 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let rwlock = Arc::new(RwLock::new(1));
        let read_lock = rwlock.read().await;

        let blocking_task = tokio::task::spawn_blocking({
            let rwlock = Arc::clone(&rwlock);
            move || {
                // This shall block until the `read_lock` is released.
                let mut write_lock = rwlock.blocking_write();
                *write_lock = 2;
            }
        });

        assert_eq!(*read_lock, 1);
        // Release the last outstanding read lock.
        drop(read_lock);

        // Await the completion of the blocking task.
        blocking_task.await.unwrap();

        // Assert uncontended.
        let read_lock = rwlock.try_read().unwrap();
        assert_eq!(*read_lock, 2);
    }
}

mod rwlock_0904 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));

        let mut n = lock.write_owned().await;
        *n = 2;
    }
}

mod rwlock_0972 {
    use tokio::sync::RwLock;

    pub async fn main() {
        let rw = RwLock::new(1);

        let v = rw.read().await;
        assert_eq!(*v, 1);

        assert!(rw.try_write().is_err());
    }
}

mod rwlock_1030 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let rw = Arc::new(RwLock::new(1));

        let v = Arc::clone(&rw).read_owned().await;
        assert_eq!(*v, 1);

        assert!(rw.try_write_owned().is_err());
    }
}

mod rwlock_owned_read_guard_0058 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockReadGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        let guard = lock.read_owned().await;
        let guard = OwnedRwLockReadGuard::map(guard, |f| &f.0);

        assert_eq!(1, *guard);
    }
}

mod rwlock_owned_read_guard_0105 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockReadGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        let guard = lock.read_owned().await;
        let guard = OwnedRwLockReadGuard::try_map(guard, |f| Some(&f.0)).expect("should not fail");

        assert_eq!(1, *guard);
    }
}

mod rwlock_owned_read_guard_0146 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockReadGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        let guard = lock.clone().read_owned().await;
        assert!(Arc::ptr_eq(&lock, OwnedRwLockReadGuard::rwlock(&guard)));

        let guard = OwnedRwLockReadGuard::map(guard, |f| &f.0);
        assert!(Arc::ptr_eq(&lock, OwnedRwLockReadGuard::rwlock(&guard)));
    }
}

mod rwlock_owned_write_guard_0065 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        {
            let lock = Arc::clone(&lock);
            let mut mapped = OwnedRwLockWriteGuard::map(lock.write_owned().await, |f| &mut f.0);
            *mapped = 2;
        }

        assert_eq!(Foo(2), *lock.read().await);
    }
}

mod rwlock_owned_write_guard_0117 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        let guard = Arc::clone(&lock).write_owned().await;
        let mapped = OwnedRwLockWriteGuard::downgrade_map(guard, |f| &f.0);
        let foo = lock.read_owned().await;
        assert_eq!(foo.0, *mapped);
    }
}

mod rwlock_owned_write_guard_0189 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        {
            let guard = Arc::clone(&lock).write_owned().await;
            let mut guard =
                OwnedRwLockWriteGuard::try_map(guard, |f| Some(&mut f.0)).expect("should not fail");
            *guard = 2;
        }

        assert_eq!(Foo(2), *lock.read().await);
    }
}

mod rwlock_owned_write_guard_0251 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = Arc::new(RwLock::new(Foo(1)));

        let guard = Arc::clone(&lock).write_owned().await;
        let guard = OwnedRwLockWriteGuard::try_downgrade_map(guard, |f| Some(&f.0))
            .expect("should not fail");
        let foo = lock.read_owned().await;
        assert_eq!(foo.0, *guard);
    }
}

mod rwlock_owned_write_guard_0336 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));

        let n = lock.clone().write_owned().await;

        let cloned_lock = lock.clone();
        let handle = tokio::spawn(async move {
            *cloned_lock.write_owned().await = 2;
        });

        let n = n.downgrade();
        assert_eq!(*n, 1, "downgrade is atomic");

        drop(n);
        handle.await.unwrap();
        assert_eq!(*lock.read().await, 2, "second writer obtained write lock");
    }
}

mod rwlock_owned_write_guard_0398 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockWriteGuard, RwLock};

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));

        let guard = lock.clone().write_owned().await;
        assert!(Arc::ptr_eq(&lock, OwnedRwLockWriteGuard::rwlock(&guard)));
    }
}

mod rwlock_owned_write_guard_mapped_0163 {
    use std::sync::Arc;
    use tokio::sync::{OwnedRwLockMappedWriteGuard, OwnedRwLockWriteGuard, RwLock};

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));

        let guard = lock.clone().write_owned().await;
        let guard = OwnedRwLockWriteGuard::map(guard, |x| x);
        assert!(Arc::ptr_eq(
            &lock,
            OwnedRwLockMappedWriteGuard::rwlock(&guard)
        ));
    }
}

mod rwlock_read_guard_0063 {
    use tokio::sync::{RwLock, RwLockReadGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        let guard = lock.read().await;
        let guard = RwLockReadGuard::map(guard, |f| &f.0);

        assert_eq!(1, *guard);
    }
}

mod rwlock_read_guard_0115 {
    use tokio::sync::{RwLock, RwLockReadGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        let guard = lock.read().await;
        let guard = RwLockReadGuard::try_map(guard, |f| Some(&f.0)).expect("should not fail");

        assert_eq!(1, *guard);
    }
}

mod rwlock_write_guard_0069 {
    use tokio::sync::{RwLock, RwLockWriteGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        {
            let mut mapped = RwLockWriteGuard::map(lock.write().await, |f| &mut f.0);
            *mapped = 2;
        }

        assert_eq!(Foo(2), *lock.read().await);
    }
}

mod rwlock_write_guard_0127 {
    use tokio::sync::{RwLock, RwLockWriteGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        let mapped = RwLockWriteGuard::downgrade_map(lock.write().await, |f| &f.0);
        let foo = lock.read().await;
        assert_eq!(foo.0, *mapped);
    }
}

mod rwlock_write_guard_0202 {
    use tokio::sync::{RwLock, RwLockWriteGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        {
            let guard = lock.write().await;
            let mut guard =
                RwLockWriteGuard::try_map(guard, |f| Some(&mut f.0)).expect("should not fail");
            *guard = 2;
        }

        assert_eq!(Foo(2), *lock.read().await);
    }
}

mod rwlock_write_guard_0271 {
    use tokio::sync::{RwLock, RwLockWriteGuard};

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Foo(u32);

    pub async fn main() {
        let lock = RwLock::new(Foo(1));

        let guard = RwLockWriteGuard::try_downgrade_map(lock.write().await, |f| Some(&f.0))
            .expect("should not fail");
        let foo = lock.read().await;
        assert_eq!(foo.0, *guard);
    }
}

mod rwlock_write_guard_0351 {
    use std::sync::Arc;
    use tokio::sync::RwLock;

    pub async fn main() {
        let lock = Arc::new(RwLock::new(1));

        let n = lock.write().await;

        let cloned_lock = lock.clone();
        let handle = tokio::spawn(async move {
            *cloned_lock.write().await = 2;
        });

        let n = n.downgrade();
        assert_eq!(*n, 1, "downgrade is atomic");

        drop(n);
        handle.await.unwrap();
        assert_eq!(*lock.read().await, 2, "second writer obtained write lock");
    }
}
