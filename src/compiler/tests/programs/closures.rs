fn apply<F: FnOnce(String) -> usize>(f: F, text: &str) -> usize {
    f(text.to_string())
}

fn counter() -> impl FnMut() -> u32 {
    let mut count = 0;
    move || {
        count += 1;
        count
    }
}

fn twice(f: &dyn Fn(i32) -> i32, x: i32) -> i32 {
    f(f(x))
}

fn make(kind: &str) -> Box<dyn Fn(i32) -> i32> {
    match kind {
        "add" => Box::new(|x| x + 10),
        "square" => Box::new(|x| x * x),
        _ => Box::new(|x| x),
    }
}

struct Button {
    handlers: Vec<Box<dyn FnMut(&str) -> bool>>,
}

impl Button {
    fn click(&mut self, name: &str) -> usize {
        self.handlers.iter_mut().filter_map(|h| h(name).then_some(())).count()
    }
}

#[tokio::main]
async fn main() {
    let factor = 3;
    let times = |x| x * factor;
    println!("{}", times(4));
    let mut total = 0;
    let mut add = |x: i32| total += x;
    add(2);
    add(5);
    println!("{total}");
    let mut next = counter();
    println!("{} {} {}", next(), next(), counter()());
    let prefix = String::from("len ");
    println!("{}", apply(move |text| (prefix + &text).len(), "of this"));
    println!("{} {}", twice(&|x| x + 1, 5), twice(&*make("square"), 3));
    println!("{:?}", ["add", "square", "?"].map(|kind| make(kind)(7)));
    let mut words = vec!["pear", "fig", "apple"];
    words.sort_by_key(|w| w.len());
    println!("{words:?}");
    words.sort_by(|a, b| b.cmp(a));
    println!("{words:?}");
    let mut seen = Vec::new();
    words.iter().for_each(|w| seen.push(w.len()));
    println!("{seen:?}");
    let mut button = Button { handlers: vec![] };
    let mut clicks = 0;
    button.handlers.push(Box::new(move |_| {
        clicks += 1;
        clicks % 2 == 0
    }));
    button.handlers.push(Box::new(|name| name.starts_with('o')));
    println!("{} {}", button.click("ok"), button.click("ok"));
    let pair = (String::from("left"), String::from("right"));
    let left = || pair.0.len();
    let right = pair.1.as_str();
    println!("{} {right}", left());
    let fs: [fn(f64) -> f64; 2] = [f64::abs, |x| -x];
    println!("{:?}", fs.map(|f| f(-1.5)));
    let consume = move || pair;
    let (l, r) = consume();
    println!("{l} {r}");
    fn recursive(n: u32) -> u32 {
        if n == 0 { 1 } else { n * recursive(n - 1) }
    }
    println!("{}", recursive(5));
    let add = |a: i32| move |b: i32| a + b;
    println!("{}", add(1)(2));
}
