// Examples of the documentation of std, as they are: iterator.

fn main() {
    println!("iterator_0152");
    let _ = iterator_0152::main();
    println!("iterator_0180");
    let _ = iterator_0180::main();
    println!("iterator_0366");
    let _ = iterator_0366::main();
    println!("iterator_0457");
    let _ = iterator_0457::main();
    println!("iterator_0554");
    let _ = iterator_0554::main();
    println!("iterator_0760");
    let _ = iterator_0760::main();
    println!("iterator_0884");
    let _ = iterator_0884::main();
    println!("iterator_0991");
    let _ = iterator_0991::main();
    println!("iterator_1052");
    let _ = iterator_1052::main();
    println!("iterator_1164");
    let _ = iterator_1164::main();
    println!("iterator_1240");
    let _ = iterator_1240::main();
    println!("iterator_1270");
    let _ = iterator_1270::main();
    println!("iterator_1373");
    let _ = iterator_1373::main();
    println!("iterator_1489");
    let _ = iterator_1489::main();
    println!("iterator_1554");
    let _ = iterator_1554::main();
    println!("iterator_1766");
    let _ = iterator_1766::main();
    println!("iterator_1963");
    let _ = iterator_1963::main();
    println!("iterator_2013");
    let _ = iterator_2013::main();
    println!("iterator_2233");
    let _ = iterator_2233::main();
    println!("iterator_2577");
    let _ = iterator_2577::main();
    println!("iterator_2786");
    let _ = iterator_2786::main();
    println!("iterator_2902");
    let _ = iterator_2902::main();
    println!("iterator_2922");
    let _ = iterator_2922::main();
    println!("iterator_3154");
    let _ = iterator_3154::main();
    println!("iterator_3243");
    let _ = iterator_3243::main();
    println!("iterator_3281");
    let _ = iterator_3281::main();
    println!("iterator_3407");
    let _ = iterator_3407::main();
    println!("iterator_3528");
    let _ = iterator_3528::main();
    println!("iterator_3699");
    let _ = iterator_3699::main();
    println!("iterator_3777");
    let _ = iterator_3777::main();
    println!("iterator_3932");
    let _ = iterator_3932::main();
    println!("iterator_4026");
    let _ = iterator_4026::main();
}

mod iterator_0152 {
    pub fn main() {
        let a = [1, 2, 3];
        let mut iter = a.iter();

        assert_eq!((3, Some(3)), iter.size_hint());
        let _ = iter.next();
        assert_eq!((2, Some(2)), iter.size_hint());
    }
}

mod iterator_0180 {
    pub fn main() {
        // an infinite iterator has no upper bound
        // and the maximum possible lower bound
        let iter = 0..;

        assert_eq!((usize::MAX, None), iter.size_hint());
    }
}

mod iterator_0366 {
    pub fn main() {
        let a = [1, 2, 3];

        let mut iter = a.into_iter();

        assert_eq!(iter.nth(1), Some(2));
        assert_eq!(iter.nth(1), None);
    }
}

mod iterator_0457 {
    pub fn main() {
        let s1 = "abc".chars();
        let s2 = "def".chars();

        let mut iter = s1.chain(s2);

        assert_eq!(iter.next(), Some('a'));
        assert_eq!(iter.next(), Some('b'));
        assert_eq!(iter.next(), Some('c'));
        assert_eq!(iter.next(), Some('d'));
        assert_eq!(iter.next(), Some('e'));
        assert_eq!(iter.next(), Some('f'));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_0554 {
    pub fn main() {
        let a1 = [1, 2, 3];
        let a2 = [4, 5, 6];

        let mut iter = a1.into_iter().zip(a2);

        assert_eq!(iter.next(), Some((1, 4)));
        assert_eq!(iter.next(), Some((2, 5)));
        assert_eq!(iter.next(), Some((3, 6)));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_0760 {
    pub fn main() {
        let a = [1, 2, 3];

        let mut iter = a.iter().map(|x| 2 * x);

        assert_eq!(iter.next(), Some(2));
        assert_eq!(iter.next(), Some(4));
        assert_eq!(iter.next(), Some(6));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_0884 {
    pub fn main() {
        let s = &[0, 1, 2];

        let mut iter = s.iter().filter(|&x| *x > 1); // both & and *

        assert_eq!(iter.next(), Some(&2));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_0991 {
    pub fn main() {
        let a = ['a', 'b', 'c'];

        let mut iter = a.into_iter().enumerate();

        assert_eq!(iter.next(), Some((0, 'a')));
        assert_eq!(iter.next(), Some((1, 'b')));
        assert_eq!(iter.next(), Some((2, 'c')));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_1052 {
    pub fn main() {
        let xs = [1, 2, 3];

        let mut iter = xs.into_iter().peekable();

        // `peek_mut()` lets us see into the future
        assert_eq!(iter.peek_mut(), Some(&mut 1));
        assert_eq!(iter.peek_mut(), Some(&mut 1));
        assert_eq!(iter.next(), Some(1));

        if let Some(p) = iter.peek_mut() {
            assert_eq!(*p, 2);
            // put a value into the iterator
            *p = 1000;
        }

        // The value reappears as the iterator continues
        assert_eq!(iter.collect::<Vec<_>>(), vec![1000, 3]);
    }
}

mod iterator_1164 {
    pub fn main() {
        let a = [-1i32, 0, 1];

        let mut iter = a.into_iter().take_while(|x| x.is_negative());

        assert_eq!(iter.next(), Some(-1));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_1240 {
    pub fn main() {
        let a = [-1i32, 4, 0, 1];

        let mut iter = a.into_iter().map_while(|x| 16i32.checked_div(x));

        assert_eq!(iter.next(), Some(-16));
        assert_eq!(iter.next(), Some(4));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_1270 {
    pub fn main() {
        let a = [0, 1, 2, -3, 4, 5, -6];

        let iter = a.into_iter().map_while(|x| u32::try_from(x).ok());
        let vec: Vec<_> = iter.collect();

        // We have more elements that could fit in u32 (such as 4, 5), but `map_while` returned `None` for `-3`
        // (as the `predicate` returned `None`) and `collect` stops at the first `None` encountered.
        assert_eq!(vec, [0, 1, 2]);
    }
}

mod iterator_1373 {
    pub fn main() {
        let mut iter = (0..).take(3);

        assert_eq!(iter.next(), Some(0));
        assert_eq!(iter.next(), Some(1));
        assert_eq!(iter.next(), Some(2));
        assert_eq!(iter.next(), None);
    }
}

mod iterator_1489 {
    pub fn main() {
        let words = ["alpha", "beta", "gamma"];

        // chars() returns an iterator
        let merged: String = words.iter().flat_map(|s| s.chars()).collect();
        assert_eq!(merged, "alphabetagamma");
    }
}

mod iterator_1554 {
    pub fn main() {
        let options = vec![Some(123), Some(321), None, Some(231)];
        let flattened_options: Vec<_> = options.into_iter().flatten().collect();
        assert_eq!(flattened_options, [123, 321, 231]);

        let results = vec![Ok(123), Ok(321), Err(456), Ok(231)];
        let flattened_results: Vec<_> = results.into_iter().flatten().collect();
        assert_eq!(flattened_results, [123, 321, 231]);
    }
}

mod iterator_1766 {
    pub fn main() {
        // an iterator which alternates between Some and None
        struct Alternate {
            state: i32,
        }

        impl Iterator for Alternate {
            type Item = i32;

            fn next(&mut self) -> Option<i32> {
                let val = self.state;
                self.state = self.state + 1;

                // if it's even, Some(i32), else None
                (val % 2 == 0).then_some(val)
            }
        }

        let mut iter = Alternate { state: 0 };

        // we can see our iterator going back and forth
        assert_eq!(iter.next(), Some(0));
        assert_eq!(iter.next(), None);
        assert_eq!(iter.next(), Some(2));
        assert_eq!(iter.next(), None);

        // however, once we fuse it...
        let mut iter = iter.fuse();

        assert_eq!(iter.next(), Some(4));
        assert_eq!(iter.next(), None);

        // it will always return `None` after the first time.
        assert_eq!(iter.next(), None);
        assert_eq!(iter.next(), None);
        assert_eq!(iter.next(), None);
    }
}

mod iterator_1963 {
    pub fn main() {
        let a = [1, 2, 3];

        let doubled: Vec<i32> = a.iter().map(|x| x * 2).collect();

        assert_eq!(vec![2, 4, 6], doubled);
    }
}

mod iterator_2013 {
    pub fn main() {
        let chars = ['g', 'd', 'k', 'k', 'n'];

        let hello: String = chars
            .into_iter()
            .map(|x| x as u8)
            .map(|x| (x + 1) as char)
            .collect();

        assert_eq!("hello", hello);
    }
}

mod iterator_2233 {
    pub fn main() {
        let a = [1, 2, 3];

        let (even, odd): (Vec<_>, Vec<_>) = a.into_iter().partition(|n| n % 2 == 0);

        assert_eq!(even, [2]);
        assert_eq!(odd, [1, 3]);
    }
}

mod iterator_2577 {
    pub fn main() {
        let a = [1, 2, 3];

        // the sum of all of the elements of the array
        let sum = a.iter().fold(0, |acc, x| acc + x);

        assert_eq!(sum, 6);
    }
}

mod iterator_2786 {
    pub fn main() {
        let a = [1, 2, 3];

        assert!(a.into_iter().all(|x| x > 0));

        assert!(!a.into_iter().all(|x| x > 2));
    }
}

mod iterator_2902 {
    pub fn main() {
        let a = [1, 2, 3];

        assert_eq!(a.into_iter().find(|&x| x == 2), Some(2));
        assert_eq!(a.into_iter().find(|&x| x == 5), None);
    }
}

mod iterator_2922 {
    pub fn main() {
        let a = [1, 2, 3];

        let mut iter = a.into_iter();

        assert_eq!(iter.find(|&x| x == 2), Some(2));

        // we can still use `iter`, as there are more elements.
        assert_eq!(iter.next(), Some(3));
    }
}

mod iterator_3154 {
    pub fn main() {
        let a = [1, 2, 3];

        assert_eq!(a.into_iter().rposition(|x| x == 3), Some(2));

        assert_eq!(a.into_iter().rposition(|x| x == 5), None);
    }
}

mod iterator_3243 {
    pub fn main() {
        assert_eq!(
            [2.4, f32::NAN, 1.3]
                .into_iter()
                .reduce(f32::min)
                .unwrap_or(0.),
            1.3
        );
    }
}

mod iterator_3281 {
    pub fn main() {
        let a = [-3_i32, 0, 1, 5, -10];
        assert_eq!(a.into_iter().max_by_key(|x| x.abs()).unwrap(), -10);
    }
}

mod iterator_3407 {
    pub fn main() {
        let a = [1, 2, 3];

        let mut iter = a.into_iter().rev();

        assert_eq!(iter.next(), Some(3));
        assert_eq!(iter.next(), Some(2));
        assert_eq!(iter.next(), Some(1));

        assert_eq!(iter.next(), None);
    }
}

mod iterator_3528 {
    pub fn main() {
        let a = [vec![0_u8, 1, 2], vec![3, 4], vec![23]];
        // don't do this:
        let slower: Vec<_> = a.iter().cloned().filter(|s| s.len() == 1).collect();
        assert_eq!(&[vec![23]], &slower[..]);
        // instead call `cloned` late
        let faster: Vec<_> = a.iter().filter(|s| s.len() == 1).cloned().collect();
        assert_eq!(&[vec![23]], &faster[..]);
    }
}

mod iterator_3699 {
    pub fn main() {
        use std::cmp::Ordering;

        assert_eq!([1].iter().cmp([1].iter()), Ordering::Equal);
        assert_eq!([1].iter().cmp([1, 2].iter()), Ordering::Less);
        assert_eq!([1, 2].iter().cmp([1].iter()), Ordering::Greater);
    }
}

mod iterator_3777 {
    pub fn main() {
        assert_eq!([f64::NAN].iter().partial_cmp([1.].iter()), None);
    }
}

mod iterator_3932 {
    pub fn main() {
        assert_eq!([1].iter().lt([1].iter()), false);
        assert_eq!([1].iter().lt([1, 2].iter()), true);
        assert_eq!([1, 2].iter().lt([1].iter()), false);
        assert_eq!([1, 2].iter().lt([1, 2].iter()), false);
    }
}

mod iterator_4026 {
    pub fn main() {
        assert!([1, 2, 2, 9].iter().is_sorted());
        assert!(![1, 3, 2, 4].iter().is_sorted());
        assert!([0].iter().is_sorted());
        assert!(std::iter::empty::<i32>().is_sorted());
        assert!(![0.0, 1.0, f32::NAN].iter().is_sorted());
    }
}
