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

#[derive(Debug, Clone, Default)]
struct Config {
    name: String,
    sizes: Vec<u32>,
    nested: Option<Box<Config>>,
    pair: (u8, char),
}

#[derive(Debug)]
struct Unit;

#[derive(Debug)]
struct Wrapper(f32, &'static str);

struct Padded;

impl fmt::Display for Padded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("pad")
    }
}

#[tokio::main]
async fn main() {
    let point = Point { x: 1, y: -2 };
    println!("{point} {point:>5} {:5}|", point.x);
    println!("{:>6}|{:<6}|{:^6}|{:*^7}|", "ab", "ab", "ab", "ab");
    println!("{:06.2}|{:+}|{:#06x}|{:#?}", 3.14159, 5, 255, 1);
    println!("{0} {1} {0} {name}", 1, 2, name = "three");
    let (width, precision) = (8, 3);
    println!("{:width$.precision$}|{:>1$}|{:.*}|", 2.0, 5, 1, 9.99);
    println!("{{}} {:?} {:?}", 'q', "it's \"here\"");
    println!("{:?} {:?}", Some(1), None::<u8>);
    println!("{:?} {:?}", Ok::<i32, ()>(3), Err::<(), _>("no"));
    println!("{:?} {:?} {:?}", Unit, Wrapper(1.0, "w"), (1,));
    let inner = Config { name: "in".into(), ..Config::default() };
    let config = Config { name: "out".to_string(), sizes: vec![1, 2], nested: Some(Box::new(inner)), pair: (7, 'z') };
    println!("{config:?}");
    println!("{config:#?}");
    println!("{:?} {:#?}", [1, 2], ["a"]);
    println!("{:>5}|{:<5}|{:^5}|", Padded, Padded, Padded);
    println!("{:5}|{:<5}|{:^5}|{:>5}|", true, 'c', 1, "s");
    println!("{:08b} {:x} {:X} {:#o}", 37u8, 3054, 3054, 8);
    println!("{:02}:{:02}", 7, 5);
    println!("{:?}", format!("{:-<10}", "left"));
    println!("{:02x?} {:?}", [10u8, 255], &&1);
}
