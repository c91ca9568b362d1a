use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Version {
    major: u32,
    minor: u32,
    label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
enum Level {
    Low = 1,
    #[default]
    Mid = 5,
    High = 10,
}

#[derive(Debug)]
enum Tree<T> {
    Leaf,
    Node(Box<Tree<T>>, T, Box<Tree<T>>),
}

impl<T: Ord + Clone> Tree<T> {
    fn insert(self, value: T) -> Tree<T> {
        match self {
            Tree::Leaf => Tree::Node(Box::new(Tree::Leaf), value, Box::new(Tree::Leaf)),
            Tree::Node(left, here, right) => match value.cmp(&here) {
                Ordering::Less => Tree::Node(Box::new(left.insert(value)), here, right),
                Ordering::Equal => Tree::Node(left, here, right),
                Ordering::Greater => Tree::Node(left, here, Box::new(right.insert(value))),
            },
        }
    }

    fn walk(&self, out: &mut Vec<T>) {
        if let Tree::Node(left, here, right) = self {
            left.walk(out);
            out.push(here.clone());
            right.walk(out);
        }
    }
}

struct Stack<T> {
    items: Vec<T>,
}

impl<T: Debug> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }
    fn push(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
}

fn largest<T: PartialOrd + Copy>(list: &[T]) -> T {
    let mut best = list[0];
    for &item in list {
        if item > best {
            best = item;
        }
    }
    best
}

fn group<K: Ord, V>(items: impl IntoIterator<Item = V>, key: impl Fn(&V) -> K) -> BTreeMap<K, Vec<V>> {
    let mut groups = BTreeMap::new();
    for item in items {
        groups.entry(key(&item)).or_insert_with(Vec::new).push(item);
    }
    groups
}

#[tokio::main]
async fn main() {
    let a = Version { major: 1, minor: 2, label: None };
    let b = Version { label: Some("beta".into()), ..a.clone() };
    println!("{:?} {} {}", a.cmp(&b), a == b, a < Version { major: 2, ..Default::default() });
    println!("{:?} {}", Level::default(), Level::High as i32 + Level::Low as i32);
    let mut levels = vec![Level::High, Level::Low, Level::Mid];
    levels.sort();
    println!("{levels:?} {:?}", levels.iter().max());
    let mut tree = Tree::Leaf;
    for n in [5, 2, 8, 1, 9, 2] {
        tree = tree.insert(n);
    }
    let mut out = vec![];
    tree.walk(&mut out);
    println!("{out:?}");
    let mut stack = Stack::new();
    stack.push("one").push("two");
    println!("{:?} {:?}", stack.peek(), stack.items);
    println!("{} {} {}", largest(&[3, 9, 4]), largest(&[1.5, -2.0]), largest(&['x', 'b']));
    println!("{:?}", group(["ant", "bee", "cat", "owl", "elk", "ape"], |w| w.chars().next()));
    println!("{:?}", group(1..=10, |n| n % 3));
}
