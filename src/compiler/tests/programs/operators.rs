use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Mul, Neg, Not, Sub};

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Vec2 {
    x: f64,
    y: f64,
}

impl Add for Vec2 {
    type Output = Vec2;
    fn add(self, o: Vec2) -> Vec2 {
        Vec2 { x: self.x + o.x, y: self.y + o.y }
    }
}

impl Sub for Vec2 {
    type Output = Self;
    fn sub(self, o: Self) -> Self {
        self + -o
    }
}

impl Neg for Vec2 {
    type Output = Vec2;
    fn neg(self) -> Vec2 {
        self * -1.0
    }
}

impl Mul<f64> for Vec2 {
    type Output = Vec2;
    fn mul(self, k: f64) -> Vec2 {
        Vec2 { x: self.x * k, y: self.y * k }
    }
}

impl Mul<Vec2> for f64 {
    type Output = Vec2;
    fn mul(self, v: Vec2) -> Vec2 {
        v * self
    }
}

impl AddAssign for Vec2 {
    fn add_assign(&mut self, o: Vec2) {
        *self = *self + o;
    }
}

impl std::iter::Sum for Vec2 {
    fn sum<I: Iterator<Item = Vec2>>(iter: I) -> Vec2 {
        iter.fold(Vec2::default(), |a, b| a + b)
    }
}

struct Ring<T>(Vec<T>);

impl<T> Index<isize> for Ring<T> {
    type Output = T;
    fn index(&self, i: isize) -> &T {
        &self.0[i.rem_euclid(self.0.len() as isize) as usize]
    }
}

impl<T> IndexMut<isize> for Ring<T> {
    fn index_mut(&mut self, i: isize) -> &mut T {
        let n = self.0.len() as isize;
        &mut self.0[i.rem_euclid(n) as usize]
    }
}

struct Tracked {
    inner: Vec<i32>,
    writes: u32,
}

impl Deref for Tracked {
    type Target = Vec<i32>;
    fn deref(&self) -> &Vec<i32> {
        &self.inner
    }
}

impl DerefMut for Tracked {
    fn deref_mut(&mut self) -> &mut Vec<i32> {
        self.writes += 1;
        &mut self.inner
    }
}

#[derive(PartialEq, Debug)]
struct Flag(bool);

impl Not for Flag {
    type Output = Flag;
    fn not(self) -> Flag {
        Flag(!self.0)
    }
}

impl PartialEq<bool> for Flag {
    fn eq(&self, other: &bool) -> bool {
        self.0 == *other
    }
}

#[tokio::main]
async fn main() {
    let (a, b) = (Vec2 { x: 1.0, y: 2.0 }, Vec2 { x: 0.5, y: -1.0 });
    let mut c = a - b;
    c += 2.0 * b;
    println!("{c:?} {:?}", [a, b, c].into_iter().sum::<Vec2>());
    let mut ring = Ring(vec!["a", "b", "c"]);
    ring[-1] = "z";
    println!("{} {} {}", ring[0], ring[2], ring[4]);
    let mut tracked = Tracked { inner: vec![3, 1], writes: 0 };
    tracked.push(2);
    tracked.sort();
    tracked[0] += 10;
    println!("{:?} {} {} {}", *tracked, tracked.len(), tracked.writes, tracked.iter().sum::<i32>());
    println!("{:?} {} {}", !Flag(true), Flag(true) == true, Flag(false) != Flag(false));
    let mut bits = 0b1010u8;
    bits |= 1;
    bits <<= 2;
    bits ^= 0xF0;
    println!("{bits:#010b} {}", bits >> 4 & 3);
    let mut n = 7i32;
    n %= 4;
    n -= 5;
    n *= n;
    println!("{n} {}", -n.pow(2));
    let (mut s, t) = (String::from("a"), String::from("b"));
    s += &t;
    println!("{}", s + &t + "c");
    println!("{:?}", (1, "a", 2.0) < (1, "b", 1.0));
    println!("{}", [1, 2, 3] == *vec![1, 2, 3].as_slice() && vec![1, 2] < vec![1, 3]);
}
