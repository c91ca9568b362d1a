// Examples of the documentation of std, as they are: fmt.

fn main() {
    println!("fmt_0053");
    let _ = fmt_0053::main();
    println!("fmt_0091");
    let _ = fmt_0091::main();
    println!("fmt_0124");
    let _ = fmt_0124::main();
    println!("fmt_0178");
    let _ = fmt_0178::main();
    println!("fmt_0334");
    let _ = fmt_0334::main();
    println!("fmt_0432");
    let _ = fmt_0432::main();
    println!("fmt_0638");
    let _ = fmt_0638::main();
    println!("fmt_builders_0107");
    let _ = fmt_builders_0107::main();
    println!("fmt_builders_0309");
    let _ = fmt_builders_0309::main();
    println!("fmt_builders_0410");
    let _ = fmt_builders_0410::main();
    println!("fmt_builders_0528");
    let _ = fmt_builders_0528::main();
    println!("fmt_builders_0687");
    let _ = fmt_builders_0687::main();
    println!("fmt_builders_0844");
    let _ = fmt_builders_0844::main();
    println!("fmt_builders_0916");
    let _ = fmt_builders_0916::main();
    println!("fmt_builders_1028");
    let _ = fmt_builders_1028::main();
    println!("fmt_builders_1218");
    let _ = fmt_builders_1218::main();
    println!("fmt_0601");
    let _ = fmt_0601::main();
    println!("fmt_0968");
    let _ = fmt_0968::main();
    println!("fmt_1022");
    let _ = fmt_1022::main();
    println!("fmt_1151");
    let _ = fmt_1151::main();
    println!("fmt_1285");
    let _ = fmt_1285::main();
    println!("fmt_1345");
    let _ = fmt_1345::main();
    println!("fmt_1400");
    let _ = fmt_1400::main();
    println!("fmt_1458");
    let _ = fmt_1458::main();
    println!("fmt_1559");
    let _ = fmt_1559::main();
    println!("fmt_1608");
    let _ = fmt_1608::main();
    println!("fmt_1796");
    let _ = fmt_1796::main();
    println!("fmt_2075");
    let _ = fmt_2075::main();
    println!("fmt_2215");
    let _ = fmt_2215::main();
    println!("fmt_2284");
    let _ = fmt_2284::main();
    println!("fmt_2345");
    let _ = fmt_2345::main();
    println!("fmt_2716");
    let _ = fmt_2716::main();
}

mod fmt_0053 {
    pub fn main() {
        format!("{1} {} {0} {}", 1, 2); // => "2 1 1 2"
    }
}

mod fmt_0091 {
    pub fn main() {
        let argument = 2 + 2;
        format!("{argument}"); // => "4"

        fn make_string(a: u32, b: &str) -> String {
            format!("{b} {a}")
        }
        make_string(927, "label"); // => "label 927"
    }
}

mod fmt_0124 {
    pub fn main() {
        // All of these print "Hello x    !"
        println!("Hello {:5}!", "x");
        println!("Hello {:1$}!", "x", 5);
        println!("Hello {1:0$}!", 5, "x");
        println!("Hello {:width$}!", "x", width = 5);
        let width = 5;
        println!("Hello {:width$}!", "x");
    }
}

mod fmt_0178 {
    pub fn main() {
        println!("Hello {:^15}!", format!("{:?}", Some("hi"))); // => "Hello   Some("hi")   !"
    }
}

mod fmt_0334 {
    pub fn main() {
        assert_eq!(format!("Hello {{}}"), "Hello {}");
        assert_eq!(format!("{{ Hello"), "{ Hello");
    }
}

mod fmt_0432 {
    use std::fmt;

    #[derive(Debug)]
    struct Vector2D {
        x: isize,
        y: isize,
    }

    impl fmt::Display for Vector2D {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            // The `f` value implements the `Write` trait, which is what the
            // write! macro is expecting. Note that this formatting ignores the
            // various flags provided to format strings.
            write!(f, "({}, {})", self.x, self.y)
        }
    }

    // Different traits allow different forms of output of a type. The meaning
    // of this format is to print the magnitude of a vector.
    impl fmt::Binary for Vector2D {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let magnitude = (self.x * self.x + self.y * self.y) as f64;
            let magnitude = magnitude.sqrt();

            // Respect the formatting flags by using the helper method
            // `pad_integral` on the Formatter object. See the method
            // documentation for details, and the function `pad` can be used
            // to pad strings.
            let decimals = f.precision().unwrap_or(3);
            let string = format!("{magnitude:.decimals$}");
            f.pad_integral(true, "", &string)
        }
    }

    pub fn main() {
        let myvector = Vector2D { x: 3, y: 4 };

        println!("{myvector}"); // => "(3, 4)"
        println!("{myvector:?}"); // => "Vector2D {x: 3, y:4}"
        println!("{myvector:10.3b}"); // => "     5.000"
    }
}

mod fmt_0638 {
    pub fn main() {
        let s = format!("Hello, {}!", "world");
        assert_eq!(s, "Hello, world!");
    }
}

mod fmt_builders_0107 {
    pub fn main() {
        use std::fmt;

        struct Bar {
            bar: i32,
            another: String,
        }

        impl fmt::Debug for Bar {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_struct("Bar")
                    .field("bar", &self.bar) // We add `bar` field.
                    .field("another", &self.another) // We add `another` field.
                    // We even add a field which doesn't exist (because why not?).
                    .field("nonexistent_field", &1)
                    .finish() // We're good to go!
            }
        }

        assert_eq!(
            format!(
                "{:?}",
                Bar {
                    bar: 10,
                    another: "Hello World".to_string()
                }
            ),
            r#"Bar { bar: 10, another: "Hello World", nonexistent_field: 1 }"#,
        );
    }
}

mod fmt_builders_0309 {
    pub fn main() {
        use std::fmt;

        struct Foo(i32, String);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_tuple("Foo")
                    .field(&self.0) // We add the first field.
                    .field(&self.1) // We add the second field.
                    .finish() // We're good to go!
            }
        }

        assert_eq!(
            format!("{:?}", Foo(10, "Hello World".to_string())),
            r#"Foo(10, "Hello World")"#,
        );
    }
}

mod fmt_builders_0410 {
    pub fn main() {
        use std::fmt;

        struct Foo(i32, String);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_tuple("Foo")
                    .field(&self.0)
                    .field(&self.1)
                    .finish() // You need to call it to "finish" the
                // tuple formatting.
            }
        }

        assert_eq!(
            format!("{:?}", Foo(10, "Hello World".to_string())),
            r#"Foo(10, "Hello World")"#,
        );
    }
}

mod fmt_builders_0528 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<i32>, Vec<u32>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_set()
                    .entry(&self.0) // Adds the first "entry".
                    .entry(&self.1) // Adds the second "entry".
                    .finish()
            }
        }

        assert_eq!(
            format!("{:?}", Foo(vec![10, 11], vec![12, 13])),
            "{[10, 11], [12, 13]}",
        );
    }
}

mod fmt_builders_0687 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<i32>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_list().entries(self.0.iter()).finish()
            }
        }

        assert_eq!(format!("{:?}", Foo(vec![10, 11])), "[10, 11]",);
    }
}

mod fmt_builders_0844 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<i32>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_list().entries(self.0.iter()).finish() // Ends the list formatting.
            }
        }

        assert_eq!(format!("{:?}", Foo(vec![10, 11])), "[10, 11]",);
    }
}

mod fmt_builders_0916 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<(String, i32)>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_map()
                    .entry(&"whole", &self.0) // We add the "whole" entry.
                    .finish()
            }
        }

        assert_eq!(
            format!(
                "{:?}",
                Foo(vec![("A".to_string(), 10), ("B".to_string(), 11)])
            ),
            r#"{"whole": [("A", 10), ("B", 11)]}"#,
        );
    }
}

mod fmt_builders_1028 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<(String, i32)>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_map()
                    .key(&"whole")
                    .value(&self.0) // We add the "whole" entry.
                    .finish()
            }
        }

        assert_eq!(
            format!(
                "{:?}",
                Foo(vec![("A".to_string(), 10), ("B".to_string(), 11)])
            ),
            r#"{"whole": [("A", 10), ("B", 11)]}"#,
        );
    }
}

mod fmt_builders_1218 {
    pub fn main() {
        use std::fmt;

        let value = 'a';
        assert_eq!(format!("{}", value), "a");
        assert_eq!(format!("{:?}", value), "'a'");

        let wrapped = fmt::from_fn(|f| write!(f, "{value:?}"));
        assert_eq!(format!("{}", wrapped), "'a'");
        assert_eq!(format!("{:?}", wrapped), "'a'");
    }
}

mod fmt_0601 {
    pub fn main() {
        let debug = format!("{:?}", format_args!("{} foo {:?}", 1, 2));
        let display = format!("{}", format_args!("{} foo {:?}", 1, 2));
        assert_eq!("1 foo 2", display);
        assert_eq!(display, debug);
    }
}

mod fmt_0968 {
    pub fn main() {
        use std::fmt;

        struct Point {
            x: i32,
            y: i32,
        }

        impl fmt::Debug for Point {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct("Point")
                    .field("x", &self.x)
                    .field("y", &self.y)
                    .finish()
            }
        }

        let origin = Point { x: 0, y: 0 };

        assert_eq!(
            format!("The origin is: {origin:?}"),
            "The origin is: Point { x: 0, y: 0 }",
        );
    }
}

mod fmt_1022 {
    pub fn main() {
        #[derive(Debug)]
        struct Point {
            x: i32,
            y: i32,
        }

        let origin = Point { x: 0, y: 0 };

        let expected = "The origin is: Point {
    x: 0,
    y: 0,
}";
        assert_eq!(format!("The origin is: {origin:#?}"), expected);
    }
}

mod fmt_1151 {
    pub fn main() {
        use std::fmt;

        struct Point {
            x: i32,
            y: i32,
        }

        impl fmt::Display for Point {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "({}, {})", self.x, self.y)
            }
        }

        let origin = Point { x: 0, y: 0 };

        assert_eq!(format!("The origin is: {origin}"), "The origin is: (0, 0)");
    }
}

mod fmt_1285 {
    pub fn main() {
        let x = 42; // 42 is '101010' in binary

        assert_eq!(format!("{x:b}"), "101010");
        assert_eq!(format!("{x:#b}"), "0b101010");

        assert_eq!(format!("{:b}", -16), "11111111111111111111111111110000");
    }
}

mod fmt_1345 {
    pub fn main() {
        let y = 42; // 42 is '2a' in hex

        assert_eq!(format!("{y:x}"), "2a");
        assert_eq!(format!("{y:#x}"), "0x2a");

        assert_eq!(format!("{:x}", -16), "fffffff0");
    }
}

mod fmt_1400 {
    pub fn main() {
        let y = 42; // 42 is '2A' in hex

        assert_eq!(format!("{y:X}"), "2A");
        assert_eq!(format!("{y:#X}"), "0x2A");

        assert_eq!(format!("{:X}", -16), "FFFFFFF0");
    }
}

mod fmt_1458 {
    pub fn main() {
        let x = &42;

        let address = format!("{x:p}"); // this produces something like '0x7f06092ac6d0'
    }
}

mod fmt_1559 {
    pub fn main() {
        let x = 42.0; // 42.0 is '4.2E1' in scientific notation

        assert_eq!(format!("{x:E}"), "4.2E1");
    }
}

mod fmt_1608 {
    pub fn main() {
        use std::fmt;

        let mut output = String::new();
        fmt::write(&mut output, format_args!("Hello {}!", "world"))
            .expect("Error occurred while trying to write in String");
        assert_eq!(output, "Hello world!");
    }
}

mod fmt_1796 {
    pub fn main() {
        use std::fmt;

        struct Foo {
            nb: i32,
        }

        impl Foo {
            fn new(nb: i32) -> Foo {
                Foo { nb }
            }
        }

        impl fmt::Display for Foo {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                // We need to remove "-" from the number output.
                let tmp = self.nb.abs().to_string();

                formatter.pad_integral(self.nb >= 0, "Foo ", &tmp)
            }
        }

        assert_eq!(format!("{}", Foo::new(2)), "2");
        assert_eq!(format!("{}", Foo::new(-1)), "-1");
        assert_eq!(format!("{}", Foo::new(0)), "0");
        assert_eq!(format!("{:#}", Foo::new(-1)), "-Foo 1");
        assert_eq!(format!("{:0>#8}", Foo::new(-1)), "00-Foo 1");
    }
}

mod fmt_2075 {
    pub fn main() {
        use std::fmt;

        struct Foo;

        impl fmt::Display for Foo {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("Foo")
                // This is equivalent to:
                // write!(formatter, "Foo")
            }
        }

        assert_eq!(format!("{Foo}"), "Foo");
        assert_eq!(format!("{Foo:0>8}"), "Foo");
    }
}

mod fmt_2215 {
    pub fn main() {
        use std::fmt;

        struct Foo(i32);

        impl fmt::Display for Foo {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                if let Some(width) = formatter.width() {
                    // If we received a width, we use it
                    write!(
                        formatter,
                        "{:width$}",
                        format!("Foo({})", self.0),
                        width = width
                    )
                } else {
                    // Otherwise we do nothing special
                    write!(formatter, "Foo({})", self.0)
                }
            }
        }

        assert_eq!(format!("{:10}", Foo(23)), "Foo(23)   ");
        assert_eq!(format!("{}", Foo(23)), "Foo(23)");
    }
}

mod fmt_2284 {
    pub fn main() {
        use std::fmt;

        struct Foo(i32);

        impl fmt::Display for Foo {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                if formatter.sign_plus() {
                    write!(
                        formatter,
                        "Foo({}{})",
                        if self.0 < 0 { '-' } else { '+' },
                        self.0.abs()
                    )
                } else {
                    write!(formatter, "Foo({})", self.0)
                }
            }
        }

        assert_eq!(format!("{:+}", Foo(23)), "Foo(+23)");
        assert_eq!(format!("{:+}", Foo(-23)), "Foo(-23)");
        assert_eq!(format!("{}", Foo(23)), "Foo(23)");
    }
}

mod fmt_2345 {
    pub fn main() {
        use std::fmt;

        struct Foo(i32);

        impl fmt::Display for Foo {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                if formatter.alternate() {
                    write!(formatter, "Foo({})", self.0)
                } else {
                    write!(formatter, "{}", self.0)
                }
            }
        }

        assert_eq!(format!("{:#}", Foo(23)), "Foo(23)");
        assert_eq!(format!("{}", Foo(23)), "23");
    }
}

mod fmt_2716 {
    pub fn main() {
        use std::fmt;

        struct Foo(Vec<i32>);

        impl fmt::Debug for Foo {
            fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt.debug_list().entries(self.0.iter()).finish()
            }
        }

        assert_eq!(format!("{:?}", Foo(vec![10, 11])), "[10, 11]");
    }
}
