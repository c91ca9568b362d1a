// Examples of the documentation of std, as they are: cmp, time.

fn main() {
    println!("cmp_0145");
    let _ = cmp_0145::main();
    println!("cmp_0230");
    let _ = cmp_0230::main();
    println!("cmp_0450");
    let _ = cmp_0450::main();
    println!("cmp_0488");
    let _ = cmp_0488::main();
    println!("cmp_0561");
    let _ = cmp_0561::main();
    println!("cmp_0775");
    let _ = cmp_0775::main();
    println!("cmp_0823");
    let _ = cmp_0823::main();
    println!("cmp_1007");
    let _ = cmp_1007::main();
    println!("cmp_1090");
    let _ = cmp_1090::main();
    println!("cmp_1217");
    let _ = cmp_1217::main();
    println!("cmp_1310");
    let _ = cmp_1310::main();
    println!("cmp_1373");
    let _ = cmp_1373::main();
    println!("cmp_1437");
    let _ = cmp_1437::main();
    println!("cmp_1587");
    let _ = cmp_1587::main();
    println!("cmp_1652");
    let _ = cmp_1652::main();
    println!("mem_0490");
    let _ = mem_0490::main();
    println!("mem_0801");
    let _ = mem_0801::main();
    println!("mem_0865");
    let _ = mem_0865::main();
    println!("mem_0953");
    let _ = mem_0953::main();
    println!("mem_1134");
    let _ = mem_1134::main();
    println!("time_0056");
    let _ = time_0056::main();
    println!("time_0212");
    let _ = time_0212::main();
    println!("time_0258");
    let _ = time_0258::main();
    println!("time_0438");
    let _ = time_0438::main();
    println!("time_0541");
    let _ = time_0541::main();
    println!("time_0583");
    let _ = time_0583::main();
    println!("time_0659");
    let _ = time_0659::main();
    println!("time_0715");
    let _ = time_0715::main();
    println!("time_0825");
    let _ = time_0825::main();
    println!("time_0973");
    let _ = time_0973::main();
    println!("time_1030");
    let _ = time_1030::main();
    println!("time_1114");
    let _ = time_1114::main();
}

mod cmp_0145 {
    pub fn main() {
        // The derive implements <BookFormat> == <BookFormat> comparisons
        #[derive(PartialEq)]
        enum BookFormat {
            Paperback,
            Hardback,
            Ebook,
        }

        struct Book {
            isbn: i32,
            format: BookFormat,
        }

        // Implement <Book> == <BookFormat> comparisons
        impl PartialEq<BookFormat> for Book {
            fn eq(&self, other: &BookFormat) -> bool {
                self.format == *other
            }
        }

        // Implement <BookFormat> == <Book> comparisons
        impl PartialEq<Book> for BookFormat {
            fn eq(&self, other: &Book) -> bool {
                *self == other.format
            }
        }

        let b1 = Book {
            isbn: 3,
            format: BookFormat::Paperback,
        };

        assert!(b1 == BookFormat::Paperback);
        assert!(BookFormat::Ebook != b1);
    }
}

mod cmp_0230 {
    pub fn main() {
        let x: u32 = 0;
        let y: u32 = 1;

        assert_eq!(x == y, false);
        assert_eq!(x.eq(&y), false);
    }
}

mod cmp_0450 {
    pub fn main() {
        use std::cmp::Ordering;

        assert_eq!(Ordering::Less.is_ne(), true);
        assert_eq!(Ordering::Equal.is_ne(), false);
        assert_eq!(Ordering::Greater.is_ne(), true);
    }
}

mod cmp_0488 {
    pub fn main() {
        use std::cmp::Ordering;

        assert_eq!(Ordering::Less.is_gt(), false);
        assert_eq!(Ordering::Equal.is_gt(), false);
        assert_eq!(Ordering::Greater.is_gt(), true);
    }
}

mod cmp_0561 {
    pub fn main() {
        let data: &mut [_] = &mut [2, 10, 5, 8];

        // sort the array from largest to smallest.
        data.sort_by(|a, b| a.cmp(b).reverse());

        let b: &mut [_] = &mut [10, 8, 5, 2];
        assert!(data == b);
    }
}

mod cmp_0775 {
    pub fn main() {
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        enum E {
            Top,
            Bottom,
        }

        assert!(E::Top < E::Bottom);
    }
}

mod cmp_0823 {
    pub fn main() {
        use std::cmp::Ordering;

        struct Character {
            health: u32,
            experience: u32,
            mana: f32,
        }

        impl Ord for Character {
            fn cmp(&self, other: &Self) -> Ordering {
                self.experience
                    .cmp(&other.experience)
                    .then(self.health.cmp(&other.health))
            }
        }

        impl PartialOrd for Character {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialEq for Character {
            fn eq(&self, other: &Self) -> bool {
                self.health == other.health && self.experience == other.experience
            }
        }

        impl Eq for Character {}
    }
}

mod cmp_1007 {
    pub fn main() {
        assert_eq!(1.max(2), 2);
        assert_eq!(2.max(2), 2);
    }
}

mod cmp_1090 {
    pub fn main() {
        assert_eq!((-3).clamp(-2, 1), -2);
        assert_eq!(0.clamp(-2, 1), 0);
        assert_eq!(2.clamp(-2, 1), 1);
    }
}

mod cmp_1217 {
    pub fn main() {
        #[derive(PartialEq, PartialOrd)]
        enum E {
            Top,
            Bottom,
        }

        assert!(E::Top < E::Bottom);
    }
}

mod cmp_1310 {
    pub fn main() {
        use std::cmp::Ordering;

        #[derive(PartialEq, Debug)]
        struct Character {
            health: u32,
            experience: u32,
        }

        impl PartialOrd for Character {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.health.cmp(&other.health))
            }
        }

        let a = Character {
            health: 10,
            experience: 5,
        };
        let b = Character {
            health: 10,
            experience: 77,
        };

        // Mistake: `PartialEq` and `PartialOrd` disagree with each other.

        assert_eq!(a.partial_cmp(&b).unwrap(), Ordering::Equal); // a == b according to `PartialOrd`.
        assert_ne!(a, b); // a != b according to `PartialEq`.
    }
}

mod cmp_1373 {
    pub fn main() {
        use std::cmp::Ordering;

        let result = 1.0.partial_cmp(&2.0);
        assert_eq!(result, Some(Ordering::Less));

        let result = 1.0.partial_cmp(&1.0);
        assert_eq!(result, Some(Ordering::Equal));

        let result = 2.0.partial_cmp(&1.0);
        assert_eq!(result, Some(Ordering::Greater));
    }
}

mod cmp_1437 {
    pub fn main() {
        assert_eq!(1.0 > 1.0, false);
        assert_eq!(1.0 > 2.0, false);
        assert_eq!(2.0 > 1.0, true);
    }
}

mod cmp_1587 {
    pub fn main() {
        use std::cmp;

        let abs_cmp = |x: &i32, y: &i32| x.abs().cmp(&y.abs());

        let result = cmp::min_by(2, -1, abs_cmp);
        assert_eq!(result, -1);

        let result = cmp::min_by(2, -3, abs_cmp);
        assert_eq!(result, 2);

        let result = cmp::min_by(1, -1, abs_cmp);
        assert_eq!(result, 1);
    }
}

mod cmp_1652 {
    pub fn main() {
        use std::cmp;

        assert_eq!(cmp::max(1, 2), 2);
        assert_eq!(cmp::max(2, 2), 2);
    }
}

mod mem_0490 {
    pub fn main() {
        assert_eq!(4, align_of::<i32>());
    }
}

mod mem_0801 {
    pub fn main() {
        use std::mem;

        struct Buffer<T> {
            buf: Vec<T>,
        }
        impl<T> Buffer<T> {
            fn get_and_reset(&mut self) -> Vec<T> {
                mem::take(&mut self.buf)
            }
        }

        let mut buffer = Buffer { buf: vec![0, 1] };
        assert_eq!(buffer.buf.len(), 2);

        assert_eq!(buffer.get_and_reset(), vec![0, 1]);
        assert_eq!(buffer.buf.len(), 0);
    }
}

mod mem_0865 {
    pub fn main() {
        use std::mem;

        struct Buffer<T> {
            buf: Vec<T>,
        }
        impl<T> Buffer<T> {
            fn replace_index(&mut self, i: usize, v: T) -> T {
                mem::replace(&mut self.buf[i], v)
            }
        }

        let mut buffer = Buffer { buf: vec![0, 1] };
        assert_eq!(buffer.buf[0], 0);

        assert_eq!(buffer.replace_index(0, 2), 0);
        assert_eq!(buffer.buf[0], 2);
    }
}

mod mem_0953 {
    pub fn main() {
        #[derive(Copy, Clone)]
        struct Foo(u8);

        let x = 1;
        let y = Foo(2);
        drop(x); // a copy of `x` is moved and dropped
        drop(y); // a copy of `y` is moved and dropped

        println!("x: {}, y: {}", x, y.0); // still available
    }
}

mod mem_1134 {
    pub fn main() {
        use std::mem;

        enum Foo {
            A(&'static str),
            B(i32),
            C(i32),
        }

        assert_eq!(
            mem::discriminant(&Foo::A("bar")),
            mem::discriminant(&Foo::A("baz"))
        );
        assert_eq!(mem::discriminant(&Foo::B(1)), mem::discriminant(&Foo::B(2)));
        assert_ne!(mem::discriminant(&Foo::B(3)), mem::discriminant(&Foo::C(3)));
    }
}

mod time_0056 {
    pub fn main() {
        use std::time::Duration;

        let five_seconds = Duration::new(5, 0);
        let five_seconds_and_five_nanos = five_seconds + Duration::new(0, 5);

        assert_eq!(five_seconds_and_five_nanos.as_secs(), 5);
        assert_eq!(five_seconds_and_five_nanos.subsec_nanos(), 5);

        let ten_millis = Duration::from_millis(10);
    }
}

mod time_0212 {
    pub fn main() {
        use std::time::Duration;

        let duration = Duration::from_secs(5);

        assert_eq!(5, duration.as_secs());
        assert_eq!(0, duration.subsec_nanos());
    }
}

mod time_0258 {
    pub fn main() {
        use std::time::Duration;

        let duration = Duration::from_micros(1_000_002);

        assert_eq!(1, duration.as_secs());
        assert_eq!(2_000, duration.subsec_nanos());
    }
}

mod time_0438 {
    pub fn main() {
        use std::time::Duration;

        let duration = Duration::from_mins(10);

        assert_eq!(10 * 60, duration.as_secs());
        assert_eq!(0, duration.subsec_nanos());
    }
}

mod time_0541 {
    pub fn main() {
        use std::time::Duration;

        let duration = Duration::from_micros(1_234_567);
        assert_eq!(duration.as_secs(), 1);
        assert_eq!(duration.subsec_micros(), 234_567);
    }
}

mod time_0583 {
    pub fn main() {
        use std::time::Duration;

        let duration = Duration::new(5, 730_023_852);
        assert_eq!(duration.as_millis(), 5_730);
    }
}

mod time_0659 {
    pub fn main() {
        use std::time::Duration;

        assert_eq!(
            Duration::new(0, 0).checked_add(Duration::new(0, 1)),
            Some(Duration::new(0, 1))
        );
        assert_eq!(
            Duration::new(1, 0).checked_add(Duration::new(u64::MAX, 0)),
            None
        );
    }
}

mod time_0715 {
    pub fn main() {
        use std::time::Duration;

        assert_eq!(
            Duration::new(0, 1).checked_sub(Duration::new(0, 0)),
            Some(Duration::new(0, 1))
        );
        assert_eq!(Duration::new(0, 0).checked_sub(Duration::new(0, 1)), None);
    }
}

mod time_0825 {
    pub fn main() {
        use std::time::Duration;

        assert_eq!(
            Duration::new(2, 0).checked_div(2),
            Some(Duration::new(1, 0))
        );
        assert_eq!(
            Duration::new(1, 0).checked_div(2),
            Some(Duration::new(0, 500_000_000))
        );
        assert_eq!(Duration::new(2, 0).checked_div(0), None);
    }
}

mod time_0973 {
    pub fn main() {
        use std::time::Duration;

        let res = Duration::from_secs_f32(0.0);
        assert_eq!(res, Duration::new(0, 0));
        let res = Duration::from_secs_f32(1e-20);
        assert_eq!(res, Duration::new(0, 0));
        let res = Duration::from_secs_f32(4.2e-7);
        assert_eq!(res, Duration::new(0, 420));
        let res = Duration::from_secs_f32(2.7);
        assert_eq!(res, Duration::new(2, 700_000_048));
        let res = Duration::from_secs_f32(3e10);
        assert_eq!(res, Duration::new(30_000_001_024, 0));
        // subnormal float
        let res = Duration::from_secs_f32(f32::from_bits(1));
        assert_eq!(res, Duration::new(0, 0));
        // conversion uses rounding
        let res = Duration::from_secs_f32(0.999e-9);
        assert_eq!(res, Duration::new(0, 1));
    }
}

mod time_1030 {
    pub fn main() {
        use std::time::Duration;

        let dur = Duration::new(2, 700_000_000);
        assert_eq!(dur.mul_f32(3.14), Duration::new(8, 478_000_641));
        assert_eq!(dur.mul_f32(3.14e5), Duration::new(847_800, 0));
    }
}

mod time_1114 {
    pub fn main() {
        use std::time::Duration;

        let dur1 = Duration::new(2, 700_000_000);
        let dur2 = Duration::new(5, 400_000_000);
        assert_eq!(dur1.div_duration_f32(dur2), 0.5);
    }
}
