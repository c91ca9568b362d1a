// Examples of the documentation of std, as they are: vec, slice.

fn main() {
    println!("vec_0013");
    let _ = vec_0013::main();
    println!("vec_0046");
    let _ = vec_0046::main();
    println!("vec_0229");
    let _ = vec_0229::main();
    println!("vec_0976");
    let _ = vec_0976::main();
    println!("vec_1569");
    let _ = vec_1569::main();
    println!("vec_1734");
    let _ = vec_1734::main();
    println!("vec_2230");
    let _ = vec_2230::main();
    println!("vec_2417");
    let _ = vec_2417::main();
    println!("vec_2857");
    let _ = vec_2857::main();
    println!("vec_3011");
    let _ = vec_3011::main();
    println!("vec_3490");
    let _ = vec_3490::main();
    println!("vec_3847");
    let _ = vec_3847::main();
    println!("vec_4141");
    let _ = vec_4141::main();
    println!("vec_4364");
    let _ = vec_4364::main();
    println!("vec_4428");
    let _ = vec_4428::main();
    println!("slice_0106");
    let _ = slice_0106::main();
    println!("slice_0228");
    let _ = slice_0228::main();
    println!("slice_0314");
    let _ = slice_0314::main();
    println!("slice_0970");
    let _ = slice_0970::main();
    println!("slice_1085");
    let _ = slice_1085::main();
    println!("slice_1670");
    let _ = slice_1670::main();
    println!("slice_1926");
    let _ = slice_1926::main();
    println!("slice_2207");
    let _ = slice_2207::main();
    println!("slice_2279");
    let _ = slice_2279::main();
    println!("slice_2571");
    let _ = slice_2571::main();
    println!("slice_2631");
    let _ = slice_2631::main();
    println!("slice_2873");
    let _ = slice_2873::main();
    println!("slice_3053");
    let _ = slice_3053::main();
    println!("slice_3877");
    let _ = slice_3877::main();
    println!("slice_4184");
    let _ = slice_4184::main();
    println!("slice_4302");
    let _ = slice_4302::main();
    println!("slice_4716");
    let _ = slice_4716::main();
}

mod vec_0013 {
    pub fn main() {
        let v: Vec<i32> = Vec::new();
    }
}

mod vec_0046 {
    pub fn main() {
        let mut v = vec![1, 2, 3];
        let three = v[2];
        v[1] = v[1] + 5;
    }
}

mod vec_0229 {
    pub fn main() {
        let mut stack = Vec::new();

        stack.push(1);
        stack.push(2);
        stack.push(3);

        while let Some(top) = stack.pop() {
            // Prints 3, 2, 1
            println!("{top}");
        }
    }
}

mod vec_0976 {
    pub fn main() {
        let mut vec = vec![1, 2];
        vec.push(3);
        assert_eq!(vec, [1, 2, 3]);
    }
}

mod vec_1569 {
    pub fn main() {
        let mut vec = Vec::with_capacity(10);
        vec.extend([1, 2, 3]);
        assert!(vec.capacity() >= 10);
        vec.shrink_to_fit();
        assert!(vec.capacity() >= 3);
    }
}

mod vec_1734 {
    pub fn main() {
        let mut vec = vec![1, 2, 3, 4, 5];
        vec.truncate(2);
        assert_eq!(vec, [1, 2]);
    }
}

mod vec_2230 {
    pub fn main() {
        let mut vec = vec!['a', 'b', 'c'];
        vec.insert(1, 'd');
        assert_eq!(vec, ['a', 'd', 'b', 'c']);
        vec.insert(4, 'e');
        assert_eq!(vec, ['a', 'd', 'b', 'c', 'e']);
    }
}

mod vec_2417 {
    pub fn main() {
        let mut vec = vec![1, 2, 3, 4, 5];
        let keep = [false, true, true, false, true];
        let mut iter = keep.iter();
        vec.retain(|_| *iter.next().unwrap());
        assert_eq!(vec, [2, 3, 5]);
    }
}

mod vec_2857 {
    pub fn main() {
        let mut vec = vec![1, 2, 3];
        let mut vec2 = vec![4, 5, 6];
        vec.append(&mut vec2);
        assert_eq!(vec, [1, 2, 3, 4, 5, 6]);
        assert_eq!(vec2, []);
    }
}

mod vec_3011 {
    pub fn main() {
        let mut v = Vec::new();
        assert!(v.is_empty());

        v.push(1);
        assert!(!v.is_empty());
    }
}

mod vec_3490 {
    pub fn main() {
        let mut vec = vec![1];
        vec.extend_from_slice(&[2, 3, 4]);
        assert_eq!(vec, [1, 2, 3, 4]);
    }
}

mod vec_3847 {
    pub fn main() {
        use std::sync::Mutex;
        static LONG_LIVED: Mutex<Vec<Vec<u16>>> = Mutex::new(Vec::new());

        for i in 0..10 {
            let big_temporary: Vec<u16> = (0..1024).collect();
            // discard most items
            let mut result: Vec<_> = big_temporary.into_iter().filter(|i| i % 100 == 0).collect();
            // without this a lot of unused capacity might be moved into the global
            result.shrink_to_fit();
            LONG_LIVED.lock().unwrap().push(result);
        }
    }
}

mod vec_4141 {
    pub fn main() {
        let mut items = vec![0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 1, 2];
        let ones = items.extract_if(7.., |x| *x == 1).collect::<Vec<_>>();
        assert_eq!(items, vec![0, 0, 0, 0, 0, 0, 0, 2, 2, 2]);
        assert_eq!(ones.len(), 3);
    }
}

mod vec_4364 {
    pub fn main() {
        use std::borrow::Cow;
        let o: Cow<'_, [i32]> = Cow::Owned(vec![1, 2, 3]);
        let b: Cow<'_, [i32]> = Cow::Borrowed(&[1, 2, 3]);
        assert_eq!(Vec::from(o), Vec::from(b));
    }
}

mod vec_4428 {
    pub fn main() {
        assert_eq!(Vec::from("123"), vec![b'1', b'2', b'3']);
    }
}

mod slice_0106 {
    pub fn main() {
        let a = [1, 2, 3];
        assert_eq!(a.len(), 3);
    }
}

mod slice_0228 {
    pub fn main() {
        let x = &[0, 1, 2];

        if let Some((last, elements)) = x.split_last() {
            assert_eq!(last, &2);
            assert_eq!(elements, &[0, 1]);
        }
    }
}

mod slice_0314 {
    pub fn main() {
        let u = [10, 40, 30];
        assert_eq!(Some(&[10, 40]), u.first_chunk::<2>());

        let v: &[i32] = &[10];
        assert_eq!(None, v.first_chunk::<2>());

        let w: &[i32] = &[];
        assert_eq!(Some(&[]), w.first_chunk::<0>());
    }
}

mod slice_0970 {
    pub fn main() {
        let mut v = [1, 2, 3];
        v.reverse();
        assert!(v == [3, 2, 1]);
    }
}

mod slice_1085 {
    pub fn main() {
        let slice = ['f', 'o', 'o'];
        let mut iter = slice.windows(4);
        assert!(iter.next().is_none());
    }
}

mod slice_1670 {
    pub fn main() {
        let slice = ['l', 'o', 'r', 'e', 'm'];
        let mut iter = slice.rchunks(2);
        assert_eq!(iter.next().unwrap(), &['e', 'm']);
        assert_eq!(iter.next().unwrap(), &['o', 'r']);
        assert_eq!(iter.next().unwrap(), &['l']);
        assert!(iter.next().is_none());
    }
}

mod slice_1926 {
    pub fn main() {
        let v = ['a', 'b', 'c'];

        {
            let (left, right) = v.split_at(0);
            assert_eq!(left, []);
            assert_eq!(right, ['a', 'b', 'c']);
        }

        {
            let (left, right) = v.split_at(2);
            assert_eq!(left, ['a', 'b']);
            assert_eq!(right, ['c']);
        }

        {
            let (left, right) = v.split_at(3);
            assert_eq!(left, ['a', 'b', 'c']);
            assert_eq!(right, []);
        }
    }
}

mod slice_2207 {
    pub fn main() {
        let slice = [10, 40, 33, 20];
        let mut iter = slice.split(|num| num % 3 == 0);

        assert_eq!(iter.next().unwrap(), &[10, 40]);
        assert_eq!(iter.next().unwrap(), &[20]);
        assert!(iter.next().is_none());
    }
}

mod slice_2279 {
    pub fn main() {
        let slice = [10, 40, 33, 20];
        let mut iter = slice.split_inclusive(|num| num % 3 == 0);

        assert_eq!(iter.next().unwrap(), &[10, 40, 33]);
        assert_eq!(iter.next().unwrap(), &[20]);
        assert!(iter.next().is_none());
    }
}

mod slice_2571 {
    pub fn main() {
        let v = [10, 40, 30];
        assert!(v.contains(&30));
        assert!(!v.contains(&50));
    }
}

mod slice_2631 {
    pub fn main() {
        let v = [10, 40, 30];
        assert!(v.ends_with(&[30]));
        assert!(v.ends_with(&[40, 30]));
        assert!(v.ends_with(&v));
        assert!(!v.ends_with(&[50]));
        assert!(!v.ends_with(&[50, 30]));
    }
}

mod slice_2873 {
    pub fn main() {
        let s = [0, 1, 1, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55];

        assert_eq!(s.binary_search(&13), Ok(9));
        assert_eq!(s.binary_search(&4), Err(7));
        assert_eq!(s.binary_search(&100), Err(13));
        let r = s.binary_search(&1);
        assert!(match r {
            Ok(1..=4) => true,
            _ => false,
        });
    }
}

mod slice_3053 {
    pub fn main() {
        let s = [
            (0, 0),
            (2, 1),
            (4, 1),
            (5, 1),
            (3, 1),
            (1, 2),
            (2, 3),
            (4, 5),
            (5, 8),
            (3, 13),
            (1, 21),
            (2, 34),
            (4, 55),
        ];

        assert_eq!(s.binary_search_by_key(&13, |&(a, b)| b), Ok(9));
        assert_eq!(s.binary_search_by_key(&4, |&(a, b)| b), Err(7));
        assert_eq!(s.binary_search_by_key(&100, |&(a, b)| b), Err(13));
        let r = s.binary_search_by_key(&1, |&(a, b)| b);
        assert!(match r {
            Ok(1..=4) => true,
            _ => false,
        });
    }
}

mod slice_3877 {
    pub fn main() {
        let mut a = ['a', 'b', 'c', 'd', 'e', 'f'];
        a[1..5].rotate_left(1);
        assert_eq!(a, ['a', 'c', 'd', 'e', 'b', 'f']);
    }
}

mod slice_4184 {
    pub fn main() {
        let mut buf = vec![1; 10];
        buf.fill_with(Default::default);
        assert_eq!(buf, vec![0; 10]);
    }
}

mod slice_4302 {
    pub fn main() {
        let mut slice = [1, 2, 3, 4, 5];

        {
            let (left, right) = slice.split_at_mut(2);
            left.copy_from_slice(&right[1..]);
        }

        assert_eq!(slice, [4, 5, 3, 4, 5]);
    }
}

mod slice_4716 {
    pub fn main() {
        let empty: [i32; 0] = [];

        assert!([1, 2, 2, 9].is_sorted());
        assert!(![1, 3, 2, 4].is_sorted());
        assert!([0].is_sorted());
        assert!(empty.is_sorted());
        assert!(![0.0, 1.0, f32::NAN].is_sorted());
    }
}
