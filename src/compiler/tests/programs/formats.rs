use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::fmt;
use std::rc::Rc;
use std::time::Duration;
#[derive(Debug, Clone, Default, PartialEq)]
struct P {
    x: i32,
    y: Option<f64>,
    name: String,
    inner: Vec<(u8, char)>,
}
#[derive(Debug)]
struct U;
#[derive(Debug)]
struct T(i32, &'static str);
#[derive(Debug)]
struct Empty {}
#[derive(Debug)]
enum E {
    A,
    B(i32, P),
    C { v: Vec<E>, u: U },
    D {},
}
#[derive(Debug)]
struct G<'a, T: ?Sized>(&'a T);
struct D(i32);
impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}
struct Pd(&'static str);
impl fmt::Display for Pd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
struct Fl;
impl fmt::Display for Fl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "w={:?} p={:?} fill={:?} alt={} plus={} zero={} align={}",
            f.width(),
            f.precision(),
            f.fill(),
            f.alternate(),
            f.sign_plus(),
            f.sign_aware_zero_pad(),
            match f.align() {
                Some(fmt::Alignment::Left) => "l",
                Some(fmt::Alignment::Right) => "r",
                Some(fmt::Alignment::Center) => "c",
                None => "-",
            }
        )
    }
}
struct L(Vec<i32>);
impl fmt::Debug for L {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}
struct M;
impl fmt::Debug for M {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entry(&"k", &1).entry(&"l", &[1, 2]).finish()
    }
}
struct S;
impl fmt::Debug for S {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S")
            .field("a", &1)
            .field("b", &"x")
            .finish_non_exhaustive()
    }
}
struct H(u32);
impl fmt::LowerHex for H {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, f)
    }
}
impl fmt::Binary for H {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Binary::fmt(&self.0, f)
    }
}

#[tokio::main]
async fn main() {
    let (w, p, v) = (10, 3, 3.14159265);
    println!(
        "[{:5}] [{:<5}] [{:>5}] [{:^5}] [{:05}] [{:+}] [{:+05}] [{:*^9}]",
        42, 42, 42, 42, 42, 42, 42, 42
    );
    println!(
        "[{:5}] [{:<5}] [{:05}] [{:+}] [{:#x}] [{:#010x}] [{:#b}] [{:#o}] [{:X}] [{:08b}]",
        -42, -42, -42, -42, 255, 255, 5, 8, 255, 5
    );
    println!(
        "{:x} {:b} {:o} {:#X} {:x}",
        -1i8,
        -2i8,
        8u64,
        u64::MAX,
        i128::MIN
    );
    println!(
        "{} {} {} {} {}",
        u128::MAX,
        i128::MIN,
        i64::MIN,
        u8::MAX,
        i8::MIN
    );
    println!(
        "[{:.2}] [{:8.3}] [{:<8.1}] [{:+.1}] [{:08.2}] [{:e}] [{:E}] [{:.2e}]",
        v, v, v, v, -v, 1234.5, 0.00012, 123456.0
    );
    println!(
        "{} {} {} {} {} {} {}",
        1.0,
        0.1 + 0.2,
        1e21,
        1e-7,
        f64::NAN,
        f64::INFINITY,
        -0.0
    );
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        1.0,
        0.1 + 0.2,
        1e21,
        1e-7,
        f64::NAN,
        -f64::INFINITY,
        -0.0f32
    );
    println!("{:?} {} {:?} {}", 1e16, 1e16, 0.1f32, 16777217f32);
    println!(
        "{:5}|{:<5}|{:^5}|{:>5}|{:.0}|{:.1}|{:.0}",
        1.5, 1.5, 1.5, 1.5, 2.5, 0.25, 1.5
    );
    println!(
        "{:e} {:e} {:E} {:e} {:.1e}",
        1500, 0, 123456789u64, -7i8, 1999
    );
    println!(
        "[{:w$}] [{:.p$}] [{:w$.p$}] [{:.*}] [{v:>w$.p$}]",
        7,
        v,
        v,
        2,
        v,
        w = w,
        p = p
    );
    println!("{0} {1} {0} {name} {}", 1, 2, name = "n");
    println!("{{}} {{{}}} }}{{", 1);
    println!(
        "[{:>8}] [{:<8}] [{:^8}] [{:->8}] [{:.3}]",
        "abc", "abc", "abc", "abc", "abcdef"
    );
    println!("[{:>8}] [{:8}] [{:^8?}] [{:#?}]", true, false, true, true);
    println!("[{:>8}] [{:<8}|] [{:^7}]", D(3), D(3), D(3));
    println!(
        "[{:>8}] [{:<8}|] [{:^7}] [{:.1}]",
        Pd("ab"),
        Pd("ab"),
        Pd("ab"),
        Pd("ab")
    );
    println!("{Fl} | {Fl:5} | {Fl:<5.2} | {Fl:*^+#05} | {Fl:>0$}", 7);
    println!("{:x} {:#x} {:08b} {:#010b}", H(254), H(254), H(5), H(5));
    let p1 = P {
        x: -1,
        y: Some(2.0),
        name: "é\"q\"".into(),
        inner: vec![(1, 'a'), (2, '\n')],
    };
    println!("{p1:?}");
    println!("{p1:#?}");
    println!(
        "{:?} {:?} {:?} {:?} {:#?} {:#?}",
        U,
        T(1, "x"),
        Empty {},
        G("s"),
        T(2, "y"),
        Empty {}
    );
    let e = E::C {
        v: vec![E::A, E::B(1, P::default()), E::D {}],
        u: U,
    };
    println!("{e:?}");
    println!("{e:#?}");
    println!("{:?} {:#?}", L(vec![1, 2]), L(vec![]));
    println!("{:?} {:#?} {:?} {:#?}", M, M, S, S);
    println!(
        "{:02x?} {:X?} {:#x?} {:05?} {:.1?} {:5.1?}",
        vec![1, 255],
        vec![171],
        Some(16),
        vec![1, -2],
        vec![1.0, 2.55],
        [1.25]
    );
    println!(
        "{:?} {:?} {:?}",
        (1,),
        (1, "a", 'c', 2.5, ()),
        ((), ((1, 2), 3))
    );
    println!("{:#?}", (1, "a"));
    println!("{:?} {:?} {:#?}", Some("x"), None::<i32>, Some(Some(1)));
    println!(
        "{:?} {:?}",
        Ok::<i32, String>(1),
        Err::<i32, _>("bad".to_string())
    );
    let mut bm = BTreeMap::new();
    bm.insert("a", vec![1]);
    bm.insert("b", vec![]);
    println!("{bm:?} {bm:#?}");
    println!(
        "{:?} {:#?}",
        BTreeSet::from([3, 1, 2]),
        BTreeSet::from(["x"])
    );
    println!(
        "{:?} {:?} {:?}",
        VecDeque::from([1, 2]),
        HashMap::from([(1, 2)]),
        [[1, 2], [3, 4]]
    );
    println!(
        "{:?} {:?} {:?} {:?}",
        Rc::new(5),
        RefCell::new(vec![1]),
        Cell::new(3),
        Box::new("b")
    );
    let rc = RefCell::new(1);
    let g = rc.borrow_mut();
    println!("{rc:?}");
    drop(g);
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        Duration::from_millis(1500),
        Duration::from_micros(15),
        Duration::from_nanos(1),
        Duration::ZERO,
        Duration::from_secs(60),
        Duration::from_secs_f64(0.1234567)
    );
    println!(
        "[{:>10?}] [{:<10?}] [{:.1?}] [{:.0?}] [{:8.2?}]",
        Duration::from_millis(1500),
        Duration::from_millis(15),
        Duration::from_micros(1234),
        Duration::from_millis(2500),
        Duration::from_secs(1)
    );
    println!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        1..2,
        ..3,
        4..,
        1..=5,
        ..=6,
        ..
    );
    println!("{:?} {:?}", "abc".chars().rev().collect::<Vec<_>>(), &&&5);
    println!(
        "{:?} {}",
        std::cmp::Ordering::Less,
        format_args!("{}-{:?}", 1, "x")
    );
    println!("{}", format!("{:>1$}", format!("{}", 1), 4));
    let s = format!("{v:.2} {w:#?} {p:03} {{{v:?}}}");
    println!("{s} {}", s.len());
    print!("a");
    print!("{}\nb", 1);
    println!();
    println!("c\nd");
    let width = 6;
    println!("{:>width$}|{:<width$}|{:^width$}|{:0>width$}", 1, 2, 3, 4);
    println!("{:?}", format!("{:?}", "nested \"quotes\""));
    println!("{:#?}", vec![Some(P::default())]);
    println!("{:#?}", (U, [(); 2], [0u8; 0]));
    println!("{}", i32::MAX.wrapping_add(1));
    println!("{:>+8.2}|{:<+8.2}|{:^+8.2}", 1.0, 1.0, 1.0);
    println!("{:10.3e}|{:<12e}|{:+e}", 1234.5, 1.5, 2.0);
    println!(
        "{:?} {:?} {:?} {:?}",
        u8::MAX as char,
        'a' as u32,
        '\u{1f600}',
        "\u{1f600}\u{0}"
    );
    println!("{:?} {:?} {:?}", f32::MAX, f32::MIN_POSITIVE, f64::MAX);
    println!("{} {} {}", f32::MAX, f32::EPSILON, 1.0e10);
    println!("{:3}|{:<3}|{:>3}|{:^3}|{:03}", 'x', 'x', 'x', 'x', 7u8);

    println!("{:?}", "tab\there".split('\t').collect::<Vec<_>>());
    assert_eq!(1 + 1, 2, "math {}", 1);
    println!("{}", fmt::format(format_args!("{}", 5)));
}
