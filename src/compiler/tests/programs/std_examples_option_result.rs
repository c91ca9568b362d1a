// Examples of the documentation of std, as they are: option, result.

fn main() {
    println!("option_0060");
    let _ = option_0060::main();
    println!("option_0100");
    let _ = option_0100::main();
    println!("option_0432");
    let _ = option_0432::main();
    println!("option_0490");
    let _ = option_0490::main();
    println!("option_0643");
    let _ = option_0643::main();
    println!("option_0755");
    let _ = option_0755::main();
    println!("option_0835");
    let _ = option_0835::main();
    println!("option_1052");
    let _ = option_1052::main();
    println!("option_1213");
    let _ = option_1213::main();
    println!("option_1353");
    let _ = option_1353::main();
    println!("option_1446");
    let _ = option_1446::main();
    println!("option_1564");
    let _ = option_1564::main();
    println!("option_1636");
    let _ = option_1636::main();
    println!("option_1763");
    let _ = option_1763::main();
    println!("option_1929");
    let _ = option_1929::main();
    println!("option_2086");
    let _ = option_2086::main();
    println!("option_2184");
    let _ = option_2184::main();
    println!("option_2354");
    let _ = option_2354::main();
    println!("option_2711");
    let _ = option_2711::main();
    println!("result_0008");
    let _ = result_0008::main();
    println!("result_0441");
    let _ = result_0441::main();
    println!("result_0515");
    let _ = result_0515::main();
    println!("result_0635");
    let _ = result_0635::main();
    println!("result_0758");
    let _ = result_0758::main();
    println!("result_0818");
    let _ = result_0818::main();
    println!("result_0978");
    let _ = result_0978::main();
    println!("result_1091");
    let _ = result_1091::main();
    println!("result_1215");
    let _ = result_1215::main();
    println!("result_1422");
    let _ = result_1422::main();
    println!("result_1606");
    let _ = result_1606::main();
    println!("result_1728");
    let _ = result_1728::main();
    println!("result_1929");
    let _ = result_1929::main();
}

mod option_0060 {
    pub fn main() {
        let optional = None;
        check_optional(optional);

        let optional = Some(Box::new(9000));
        check_optional(optional);

        fn check_optional(optional: Option<Box<i32>>) {
            match optional {
                Some(p) => println!("has value {p}"),
                None => println!("has no value"),
            }
        }
    }
}

mod option_0100 {
    pub fn main() {
        fn add_last_numbers(stack: &mut Vec<i32>) -> Option<i32> {
            Some(stack.pop()? + stack.pop()?)
        }
    }
}

mod option_0432 {
    pub fn main() {
        fn make_iter(do_insert: bool) -> impl Iterator<Item = i32> {
            // Explicit returns to illustrate return types matching
            match do_insert {
                true => return (0..4).chain(Some(42)).chain(4..8),
                false => return (0..4).chain(None).chain(4..8),
            }
        }
        println!("{:?}", make_iter(true).collect::<Vec<_>>());
        println!("{:?}", make_iter(false).collect::<Vec<_>>());
    }
}

mod option_0490 {
    pub fn main() {
        let v = [None, Some(1), Some(2), Some(3)];
        let res: Option<i32> = v.into_iter().sum();
        assert_eq!(res, None);
        let v = [Some(1), Some(2), Some(21)];
        let res: Option<i32> = v.into_iter().product();
        assert_eq!(res, Some(42));
    }
}

mod option_0643 {
    pub fn main() {
        let x: Option<u32> = Some(2);
        assert_eq!(x.is_some_and(|x| x > 1), true);

        let x: Option<u32> = Some(0);
        assert_eq!(x.is_some_and(|x| x > 1), false);

        let x: Option<u32> = None;
        assert_eq!(x.is_some_and(|x| x > 1), false);

        let x: Option<String> = Some("ownership".to_string());
        assert_eq!(x.as_ref().is_some_and(|x| x.len() > 1), true);
        println!("still alive {:?}", x);
    }
}

mod option_0755 {
    pub fn main() {
        let mut x = Some(2);
        match x.as_mut() {
            Some(v) => *v = 42,
            None => {}
        }
        assert_eq!(x, Some(42));
    }
}

mod option_0835 {
    pub fn main() {
        for i in [Some(1234_u16), None] {
            assert_eq!(i.as_ref(), i.as_slice().first());
        }
    }
}

mod option_1052 {
    pub fn main() {
        let k = 10;
        assert_eq!(Some(4).unwrap_or_else(|| 2 * k), 4);
        assert_eq!(None.unwrap_or_else(|| 2 * k), 20);
    }
}

mod option_1213 {
    pub fn main() {
        let x = Some("foo");
        assert_eq!(x.map_or(42, |v| v.len()), 3);

        let x: Option<&str> = None;
        assert_eq!(x.map_or(42, |v| v.len()), 42);
    }
}

mod option_1353 {
    pub fn main() {
        let x = Some("foo");
        assert_eq!(x.ok_or_else(|| 0), Ok("foo"));

        let x: Option<&str> = None;
        assert_eq!(x.ok_or_else(|| 0), Err(0));
    }
}

mod option_1446 {
    pub fn main() {
        let mut x = Some(4);
        match x.iter_mut().next() {
            Some(v) => *v = 42,
            None => {}
        }
        assert_eq!(x, Some(42));

        let mut x: Option<u32> = None;
        assert_eq!(x.iter_mut().next(), None);
    }
}

mod option_1564 {
    pub fn main() {
        fn is_even(n: &i32) -> bool {
            n % 2 == 0
        }

        assert_eq!(None.filter(is_even), None);
        assert_eq!(Some(3).filter(is_even), None);
        assert_eq!(Some(4).filter(is_even), Some(4));
    }
}

mod option_1636 {
    pub fn main() {
        fn nobody() -> Option<&'static str> {
            None
        }
        fn vikings() -> Option<&'static str> {
            Some("vikings")
        }

        assert_eq!(Some("barbarians").or_else(vikings), Some("barbarians"));
        assert_eq!(None.or_else(vikings), Some("vikings"));
        assert_eq!(None.or_else(nobody), None);
    }
}

mod option_1763 {
    pub fn main() {
        let mut x = None;

        {
            let y: &mut u32 = x.get_or_insert_default();
            assert_eq!(y, &0);

            *y = 7;
        }

        assert_eq!(x, Some(7));
    }
}

mod option_1929 {
    pub fn main() {
        let mut x = Some(2);
        let old = x.replace(5);
        assert_eq!(x, Some(5));
        assert_eq!(old, Some(2));

        let mut x = None;
        let old = x.replace(3);
        assert_eq!(x, Some(3));
        assert_eq!(old, None);
    }
}

mod option_2086 {
    pub fn main() {
        let x = Some((1, "hi"));
        let y = None::<(u8, u32)>;

        assert_eq!(x.unzip(), (Some(1), Some("hi")));
        assert_eq!(y.unzip(), (None, None));
    }
}

mod option_2184 {
    pub fn main() {
        let mut x = 12;
        let opt_x = Some(&mut x);
        assert_eq!(opt_x, Some(&mut 12));
        let cloned = opt_x.cloned();
        assert_eq!(cloned, Some(12));
    }
}

mod option_2354 {
    pub fn main() {
        let o: Option<u8> = Option::from(67);

        assert_eq!(Some(67), o);
    }
}

mod option_2711 {
    pub fn main() {
        let items = vec![2_u16, 1, 0];

        let res: Option<Vec<u16>> = items.iter().map(|x| x.checked_sub(1)).collect();

        assert_eq!(res, None);
    }
}

mod result_0008 {
    pub fn main() {
        #[allow(dead_code)]
        enum Result<T, E> {
            Ok(T),
            Err(E),
        }
    }
}

mod result_0441 {
    pub fn main() {
        assert!(Ok(1) < Err(0));
        let x: Result<i32, ()> = Ok(0);
        let y = Ok(1);
        assert!(x < y);
        let x: Result<(), i32> = Err(0);
        let y = Err(1);
        assert!(x < y);
    }
}

mod result_0515 {
    pub fn main() {
        let v = [Ok(2), Ok(4), Err("err!"), Ok(8)];
        let res: Result<Vec<_>, &str> = v.into_iter().collect();
        assert_eq!(res, Err("err!"));
        let v = [Ok(2), Ok(4), Ok(8)];
        let res: Result<Vec<_>, &str> = v.into_iter().collect();
        assert_eq!(res, Ok(vec![2, 4, 8]));
    }
}

mod result_0635 {
    pub fn main() {
        let x: Result<i32, &str> = Ok(-3);
        assert_eq!(x.is_err(), false);

        let x: Result<i32, &str> = Err("Some error message");
        assert_eq!(x.is_err(), true);
    }
}

mod result_0758 {
    pub fn main() {
        let x: Result<u32, &str> = Ok(2);
        assert_eq!(x.as_ref(), Ok(&2));

        let x: Result<u32, &str> = Err("Error");
        assert_eq!(x.as_ref(), Err(&"Error"));
    }
}

mod result_0818 {
    pub fn main() {
        let line = "1\n2\n3\n4\n";

        for num in line.lines() {
            match num.parse::<i32>().map(|i| i * 2) {
                Ok(n) => println!("{n}"),
                Err(..) => {}
            }
        }
    }
}

mod result_0978 {
    pub fn main() {
        let x: u8 = "4"
            .parse::<u8>()
            .inspect(|x| println!("original: {x}"))
            .map(|x| x.pow(3))
            .expect("failed to parse number");
    }
}

mod result_1091 {
    pub fn main() {
        let x: Result<u32, &str> = Ok(7);
        assert_eq!(x.iter().next(), Some(&7));

        let x: Result<u32, &str> = Err("nothing!");
        assert_eq!(x.iter().next(), None);
    }
}

mod result_1215 {
    pub fn main() {
        let x: Result<u32, &str> = Ok(2);
        assert_eq!(x.unwrap(), 2);
    }
}

mod result_1422 {
    pub fn main() {
        let x: Result<u32, &str> = Ok(2);
        let y: Result<&str, &str> = Err("late error");
        assert_eq!(x.and(y), Err("late error"));

        let x: Result<u32, &str> = Err("early error");
        let y: Result<&str, &str> = Ok("foo");
        assert_eq!(x.and(y), Err("early error"));

        let x: Result<u32, &str> = Err("not a 2");
        let y: Result<&str, &str> = Err("late error");
        assert_eq!(x.and(y), Err("not a 2"));

        let x: Result<u32, &str> = Ok(2);
        let y: Result<&str, &str> = Ok("different result type");
        assert_eq!(x.and(y), Ok("different result type"));
    }
}

mod result_1606 {
    pub fn main() {
        fn count(x: &str) -> usize {
            x.len()
        }

        assert_eq!(Ok(2).unwrap_or_else(count), 2);
        assert_eq!(Err("foo").unwrap_or_else(count), 3);
    }
}

mod result_1728 {
    pub fn main() {
        let val = 12;
        let x: Result<&i32, i32> = Ok(&val);
        assert_eq!(x, Ok(&12));
        let cloned = x.cloned();
        assert_eq!(cloned, Ok(12));
    }
}

mod result_1929 {
    pub fn main() {
        let x: Result<u32, &str> = Ok(5);
        let v: Vec<u32> = x.into_iter().collect();
        assert_eq!(v, [5]);

        let x: Result<u32, &str> = Err("nothing!");
        let v: Vec<u32> = x.into_iter().collect();
        assert_eq!(v, []);
    }
}
