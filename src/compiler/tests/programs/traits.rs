use std::collections::HashMap;
use std::fmt::{self, Debug, Display};

trait Animal {
    const LEGS: u32 = 4;
    fn name(&self) -> String;
    fn speak(&self) -> String {
        format!("{} with {} legs", self.name(), Self::LEGS)
    }
}

struct Dog;
struct Bird {
    kind: &'static str,
}

impl Animal for Dog {
    fn name(&self) -> String {
        "dog".into()
    }
}

impl Animal for Bird {
    const LEGS: u32 = 2;
    fn name(&self) -> String {
        self.kind.to_string()
    }
    fn speak(&self) -> String {
        format!("{} tweets", self.name())
    }
}

trait Visitor {
    type Output;
    fn visit(&mut self, n: i32);
    fn finish(self) -> Self::Output;
}

struct Sum(i32);
struct Join(Vec<String>);

impl Visitor for Sum {
    type Output = i32;
    fn visit(&mut self, n: i32) {
        self.0 += n;
    }
    fn finish(self) -> i32 {
        self.0
    }
}

impl Visitor for Join {
    type Output = String;
    fn visit(&mut self, n: i32) {
        self.0.push(n.to_string());
    }
    fn finish(self) -> String {
        self.0.join("+")
    }
}

fn walk<V: Visitor>(mut visitor: V, list: &[i32]) -> V::Output {
    list.iter().for_each(|&n| visitor.visit(n));
    visitor.finish()
}

trait Shape: Debug {
    fn area(&self) -> f64;
    fn boxed(self) -> Box<dyn Shape>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }
}

#[derive(Debug)]
struct Square(f64);
#[derive(Debug)]
struct Circle {
    radius: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0 * self.radius * self.radius
    }
}

fn largest<'a>(shapes: &'a [Box<dyn Shape>]) -> Option<&'a dyn Shape> {
    shapes.iter().map(|s| s.as_ref()).max_by(|a, b| a.area().total_cmp(&b.area()))
}

struct Matrix<const R: usize, const C: usize>([[i32; C]; R]);

impl<const R: usize, const C: usize> Display for Matrix<R, C> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for row in &self.0 {
            writeln!(f, "{}", row.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(" "))?;
        }
        write!(f, "{R}x{C}")
    }
}

trait Double {
    fn double(&self) -> Self;
}

impl<T: Clone + std::ops::Add<Output = T>> Double for T {
    fn double(&self) -> T {
        self.clone() + self.clone()
    }
}

struct Celsius(f64);
struct Fahrenheit(f64);

impl From<Celsius> for Fahrenheit {
    fn from(c: Celsius) -> Self {
        Fahrenheit(c.0 * 9.0 / 5.0 + 32.0)
    }
}

fn show(items: &[&dyn Display]) -> String {
    items.iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}

#[tokio::main]
async fn main() {
    println!("{} / {}", Dog.speak(), Bird { kind: "wren" }.speak());
    let zoo: Vec<Box<dyn Fn() -> String>> = vec![Box::new(|| Dog.name()), Box::new(|| "ghost".to_string())];
    println!("{:?}", zoo.iter().map(|f| f()).collect::<Vec<_>>());
    println!("{} {}", walk(Sum(0), &[1, 2, 3]), walk(Join(vec![]), &[1, 2, 3]));
    let shapes = vec![Square(2.0).boxed(), Circle { radius: 1.5 }.boxed()];
    println!("{:?} {:?}", largest(&shapes), shapes[0].area());
    println!("{}", Matrix([[1, 2, 3], [4, 5, 6]]));
    println!("{} {}", 21.double(), 1.5.double());
    let f: Fahrenheit = Celsius(100.0).into();
    println!("{}", f.0);
    println!("{}", show(&[&1, &"two", &3.5, &'4']));
    println!("{}", compose(|x: i32| x + 1, |x| format!("<{x}>"))(4));
    let mut registry: HashMap<&str, fn(f64) -> f64> = HashMap::new();
    registry.insert("sqrt", f64::sqrt);
    registry.insert("half", |x| x / 2.0);
    println!("{} {}", registry["sqrt"](16.0), registry["half"](5.0));
    println!("{}", <Dog as Animal>::LEGS + Bird::LEGS);
}
