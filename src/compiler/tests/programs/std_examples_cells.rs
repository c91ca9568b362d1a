// Examples of the documentation of std, as they are: cells.

fn main() {
    println!("rc_0040");
    let _ = rc_0040::main();
    println!("rc_0159");
    let _ = rc_0159::main();
    println!("rc_1084");
    let _ = rc_1084::main();
    println!("rc_1905");
    let _ = rc_1905::main();
    println!("rc_2114");
    let _ = rc_2114::main();
    println!("rc_2513");
    let _ = rc_2513::main();
    println!("rc_2696");
    let _ = rc_2696::main();
    println!("rc_2771");
    let _ = rc_2771::main();
    println!("rc_2959");
    let _ = rc_2959::main();
    println!("rc_3097");
    let _ = rc_3097::main();
    println!("rc_3587");
    let _ = rc_3587::main();
    println!("sync_0163");
    let _ = sync_0163::main();
    println!("sync_0455");
    let _ = sync_0455::main();
    println!("sync_1990");
    let _ = sync_1990::main();
    println!("sync_2476");
    let _ = sync_2476::main();
    println!("sync_2864");
    let _ = sync_2864::main();
    println!("sync_3365");
    let _ = sync_3365::main();
    println!("sync_3547");
    let _ = sync_3547::main();
    println!("sync_3624");
    let _ = sync_3624::main();
    println!("sync_3720");
    let _ = sync_3720::main();
    println!("sync_3993");
    let _ = sync_3993::main();
    println!("sync_4131");
    let _ = sync_4131::main();
    println!("cell_0453");
    let _ = cell_0453::main();
    println!("cell_0562");
    let _ = cell_0562::main();
    println!("cell_0660");
    let _ = cell_0660::main();
    println!("cell_1038");
    let _ = cell_1038::main();
    println!("cell_1138");
    let _ = cell_1138::main();
    println!("cell_1420");
    let _ = cell_1420::main();
    println!("cell_1847");
    let _ = cell_1847::main();
    println!("cell_2354");
    let _ = cell_2354::main();
    println!("cell_lazy_0036");
    let _ = cell_lazy_0036::main();
    println!("cell_once_0022");
    let _ = cell_once_0022::main();
}

mod rc_0040 {
    pub fn main() {
        use std::rc::Rc;

        let my_rc = Rc::new(());
        let my_weak = Rc::downgrade(&my_rc);
    }
}

mod rc_0159 {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::rc::Weak;

    struct Owner {
        name: String,
        gadgets: RefCell<Vec<Weak<Gadget>>>,
        // ...other fields
    }

    struct Gadget {
        id: i32,
        owner: Rc<Owner>,
        // ...other fields
    }

    pub fn main() {
        // Create a reference-counted `Owner`. Note that we've put the `Owner`'s
        // vector of `Gadget`s inside a `RefCell` so that we can mutate it through
        // a shared reference.
        let gadget_owner: Rc<Owner> = Rc::new(Owner {
            name: "Gadget Man".to_string(),
            gadgets: RefCell::new(vec![]),
        });

        // Create `Gadget`s belonging to `gadget_owner`, as before.
        let gadget1 = Rc::new(Gadget {
            id: 1,
            owner: Rc::clone(&gadget_owner),
        });
        let gadget2 = Rc::new(Gadget {
            id: 2,
            owner: Rc::clone(&gadget_owner),
        });

        // Add the `Gadget`s to their `Owner`.
        {
            let mut gadgets = gadget_owner.gadgets.borrow_mut();
            gadgets.push(Rc::downgrade(&gadget1));
            gadgets.push(Rc::downgrade(&gadget2));

            // `RefCell` dynamic borrow ends here.
        }

        // Iterate over our `Gadget`s, printing their details out.
        for gadget_weak in gadget_owner.gadgets.borrow().iter() {
            // `gadget_weak` is a `Weak<Gadget>`. Since `Weak` pointers can't
            // guarantee the allocation still exists, we need to call
            // `upgrade`, which returns an `Option<Rc<Gadget>>`.
            //
            // In this case we know the allocation still exists, so we simply
            // `unwrap` the `Option`. In a more complicated program, you might
            // need graceful error handling for a `None` result.

            let gadget = gadget_weak.upgrade().unwrap();
            println!("Gadget {} owned by {}", gadget.id, gadget.owner.name);
        }

        // At the end of the function, `gadget_owner`, `gadget1`, and `gadget2`
        // are destroyed. There are now no strong (`Rc`) pointers to the
        // gadgets, so they are destroyed. This zeroes the reference count on
        // Gadget Man, so he gets destroyed as well.
    }
}

mod rc_1084 {
    pub fn main() {
        use std::rc::Rc;

        let x = Rc::new(3);
        assert_eq!(Rc::into_inner(x), Some(3));

        let x = Rc::new(4);
        let y = Rc::clone(&x);

        assert_eq!(Rc::into_inner(y), None);
        assert_eq!(Rc::into_inner(x), Some(4));
    }
}

mod rc_1905 {
    pub fn main() {
        use std::rc::Rc;

        let mut x = Rc::new(3);
        *Rc::get_mut(&mut x).unwrap() = 4;
        assert_eq!(*x, 4);

        let _y = Rc::clone(&x);
        assert!(Rc::get_mut(&mut x).is_none());
    }
}

mod rc_2114 {
    pub fn main() {
        use std::{ptr, rc::Rc};
        let inner = String::from("test");
        let ptr = inner.as_ptr();

        let rc = Rc::new(inner);
        let inner = Rc::unwrap_or_clone(rc);
        // The inner value was not cloned
        assert!(ptr::eq(ptr, inner.as_ptr()));

        let rc = Rc::new(inner);
        let rc2 = rc.clone();
        let inner = Rc::unwrap_or_clone(rc);
        // Because there were 2 references, we had to clone the inner value.
        assert!(!ptr::eq(ptr, inner.as_ptr()));
        // `rc2` is the last reference, so when we unwrap it we get back
        // the original `String`.
        let inner = Rc::unwrap_or_clone(rc2);
        assert!(ptr::eq(ptr, inner.as_ptr()));
    }
}

mod rc_2513 {
    pub fn main() {
        use std::rc::Rc;

        let x: Rc<i32> = Default::default();
        assert_eq!(*x, 0);
    }
}

mod rc_2696 {
    pub fn main() {
        use std::rc::Rc;

        let five = Rc::new(5);

        assert!(five < Rc::new(6));
    }
}

mod rc_2771 {
    pub fn main() {
        use std::cmp::Ordering;
        use std::rc::Rc;

        let five = Rc::new(5);

        assert_eq!(Ordering::Less, five.cmp(&Rc::new(6)));
    }
}

mod rc_2959 {
    pub fn main() {
        use std::rc::Rc;
        let original: Box<i32> = Box::new(1);
        let shared: Rc<i32> = Rc::from(original);
        assert_eq!(1, *shared);
    }
}

mod rc_3097 {
    pub fn main() {
        use std::rc::Rc;
        let evens: Rc<[u8]> = (0..10).collect(); // Just a single allocation happens here.
        assert_eq!(&*evens, &*(0..10).collect::<Vec<_>>());
    }
}

mod rc_3587 {
    pub fn main() {
        use std::rc::Rc;

        let first_rc = Rc::new(5);
        let first = Rc::downgrade(&first_rc);
        let second = Rc::downgrade(&first_rc);

        assert!(first.ptr_eq(&second));

        let third_rc = Rc::new(5);
        let third = Rc::downgrade(&third_rc);

        assert!(!first.ptr_eq(&third));
    }
}

mod sync_0163 {
    pub fn main() {
        use std::sync::Arc;
        let foo = Arc::new(vec![1.0, 2.0, 3.0]);
        // The two syntaxes below are equivalent.
        let a = foo.clone();
        let b = Arc::clone(&foo);
        // a, b, and foo are all Arcs that point to the same memory location
    }
}

mod sync_0455 {
    pub fn main() {
        use std::sync::{Arc, Weak};

        struct Gadget {
            me: Weak<Gadget>,
        }

        impl Gadget {
            /// Constructs a reference counted Gadget.
            fn new() -> Arc<Self> {
                // `me` is a `Weak<Gadget>` pointing at the new allocation of the
                // `Arc` we're constructing.
                Arc::new_cyclic(|me| {
                    // Create the actual struct here.
                    Gadget { me: me.clone() }
                })
            }

            /// Returns a reference counted pointer to Self.
            fn me(&self) -> Arc<Self> {
                self.me.upgrade().unwrap()
            }
        }
    }
}

mod sync_1990 {
    pub fn main() {
        use std::sync::Arc;

        let five = Arc::new(5);
        let _also_five = Arc::clone(&five);

        // This assertion is deterministic because we haven't shared
        // the `Arc` between threads.
        assert_eq!(2, Arc::strong_count(&five));
    }
}

mod sync_2476 {
    pub fn main() {
        use std::sync::Arc;

        let mut data = Arc::new(75);
        let weak = Arc::downgrade(&data);

        assert!(75 == *data);
        assert!(75 == *weak.upgrade().unwrap());

        *Arc::make_mut(&mut data) += 1;

        assert!(76 == *data);
        assert!(weak.upgrade().is_none());
    }
}

mod sync_2864 {
    pub fn main() {
        use std::any::Any;
        use std::sync::Arc;

        fn print_if_string(value: Arc<dyn Any + Send + Sync>) {
            if let Ok(string) = value.downcast::<String>() {
                println!("String ({}): {}", string.len(), string);
            }
        }

        let my_string = "Hello World".to_string();
        print_if_string(Arc::new(my_string));
        print_if_string(Arc::new(0i8));
    }
}

mod sync_3365 {
    pub fn main() {
        use std::sync::{Arc, Weak};

        let first = Weak::new();
        let second = Weak::new();
        assert!(first.ptr_eq(&second));

        let third_rc = Arc::new(());
        let third = Arc::downgrade(&third_rc);
        assert!(!first.ptr_eq(&third));
    }
}

mod sync_3547 {
    pub fn main() {
        use std::sync::Arc;

        let five = Arc::new(5);

        assert!(five == Arc::new(5));
    }
}

mod sync_3624 {
    pub fn main() {
        use std::sync::Arc;

        let five = Arc::new(5);

        assert!(five <= Arc::new(5));
    }
}

mod sync_3720 {
    pub fn main() {
        use std::sync::Arc;

        let x: Arc<i32> = Default::default();
        assert_eq!(*x, 0);
    }
}

mod sync_3993 {
    pub fn main() {
        use std::sync::Arc;
        let unique: Box<str> = Box::from("eggplant");
        let shared: Arc<str> = Arc::from(unique);
        assert_eq!("eggplant", &shared[..]);
    }
}

mod sync_4131 {
    pub fn main() {
        use std::sync::Arc;
        let evens: Arc<[u8]> = (0..10).collect(); // Just a single allocation happens here.
        assert_eq!(&*evens, &*(0..10).collect::<Vec<_>>());
    }
}

mod cell_0453 {
    pub fn main() {
        use std::cell::Cell;

        let c1 = Cell::new(5i32);
        let c2 = Cell::new(10i32);
        c1.swap(&c2);
        assert_eq!(10, c1.get());
        assert_eq!(5, c2.get());
    }
}

mod cell_0562 {
    pub fn main() {
        use std::cell::Cell;

        let c = Cell::new(5);
        c.update(|x| x + 1);
        assert_eq!(c.get(), 6);
    }
}

mod cell_0660 {
    pub fn main() {
        use std::cell::Cell;

        let c = Cell::new(5);
        let five = c.take();

        assert_eq!(five, 5);
        assert_eq!(c.into_inner(), 0);
    }
}

mod cell_1038 {
    pub fn main() {
        use std::cell::RefCell;
        let cell = RefCell::new(5);
        let old_value = cell.replace_with(|&mut old| old + 1);
        assert_eq!(old_value, 5);
        assert_eq!(cell, RefCell::new(6));
    }
}

mod cell_1138 {
    pub fn main() {
        use std::cell::RefCell;

        let c = RefCell::new(5);

        {
            let m = c.borrow_mut();
            assert!(c.try_borrow().is_err());
        }

        {
            let m = c.borrow();
            assert!(c.try_borrow().is_ok());
        }
    }
}

mod cell_1420 {
    pub fn main() {
        use std::cell::RefCell;

        let c = RefCell::new(5);
        let five = c.take();

        assert_eq!(five, 5);
        assert_eq!(c.into_inner(), 0);
    }
}

mod cell_1847 {
    pub fn main() {
        use std::cell::{RefCell, RefMut};

        let c = RefCell::new((5, 'b'));
        {
            let b1: RefMut<'_, (u32, char)> = c.borrow_mut();
            let mut b2: RefMut<'_, u32> = RefMut::map(b1, |t| &mut t.0);
            assert_eq!(*b2, 5);
            *b2 = 42;
        }
        assert_eq!(*c.borrow(), (42, 'b'));
    }
}

mod cell_2354 {
    pub fn main() {
        use std::cell::UnsafeCell;

        let uc = UnsafeCell::new(5);

        let five = uc.into_inner();
    }
}

mod cell_lazy_0036 {
    pub fn main() {
        use std::cell::LazyCell;

        let lazy: LazyCell<i32> = LazyCell::new(|| {
            println!("initializing");
            92
        });
        println!("ready");
        println!("{}", *lazy);
        println!("{}", *lazy);

        // Prints:
        //   ready
        //   initializing
        //   92
        //   92
    }
}

mod cell_once_0022 {
    pub fn main() {
        use std::cell::OnceCell;

        let cell = OnceCell::new();
        assert!(cell.get().is_none());

        let value: &String = cell.get_or_init(|| "Hello, World!".to_string());
        assert_eq!(value, "Hello, World!");
        assert!(cell.get().is_some());
    }
}
