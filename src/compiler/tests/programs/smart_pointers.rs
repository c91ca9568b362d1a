use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};

struct Node {
    name: String,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    fn new(name: &str) -> Rc<Node> {
        Rc::new(Node { name: name.into(), parent: RefCell::default(), children: RefCell::default() })
    }
    fn adopt(self: &Rc<Self>, child: Rc<Node>) {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("node {} gone", self.name);
    }
}

trait Greet {
    fn greet(&self) -> String;
}

impl Greet for u32 {
    fn greet(&self) -> String {
        format!("number {self}")
    }
}

struct Cache {
    hits: Cell<u32>,
    map: RefCell<HashMap<u64, u64>>,
}

impl Cache {
    fn square(&self, n: u64) -> u64 {
        if let Some(&known) = self.map.borrow().get(&n) {
            self.hits.set(self.hits.get() + 1);
            return known;
        }
        self.map.borrow_mut().insert(n, n * n);
        n * n
    }
}

#[tokio::main]
async fn main() {
    let root = Node::new("root");
    root.adopt(Node::new("leaf"));
    let leaf = root.children.borrow()[0].clone();
    println!("{:?} {}", leaf.parent.borrow().upgrade().map(|p| p.name.clone()), Rc::strong_count(&leaf));
    drop(root);
    println!("{:?} {}", leaf.parent.borrow().upgrade().is_none(), Rc::strong_count(&leaf));
    let cache = Cache { hits: Cell::new(0), map: RefCell::new(HashMap::new()) };
    println!("{} {} {}", cache.square(4), cache.square(4), cache.hits.get());
    let cell = RefCell::new(1);
    let borrowed = cell.borrow();
    println!("{} {:?}", cell.try_borrow_mut().is_err(), cell);
    drop(borrowed);
    *cell.borrow_mut() += 1;
    println!("{}", cell.into_inner());
    let shared: Rc<dyn Greet> = Rc::new(5u32);
    let text: Rc<str> = Rc::from("shared text");
    println!("{} {} {}", shared.greet(), text, Rc::clone(&text).len());
    let mut unique = Rc::new(vec![1]);
    Rc::make_mut(&mut unique).push(2);
    println!("{unique:?}");
    println!("{:?}", Rc::try_unwrap(unique));
    let count = Arc::new(AtomicUsize::new(0));
    let log = Arc::new(Mutex::new(Vec::new()));
    let tasks: Vec<_> = (0..3)
        .map(|i| {
            let (count, log) = (Arc::clone(&count), log.clone());
            tokio::spawn(async move {
                count.fetch_add(i, Ordering::SeqCst);
                log.lock().unwrap().push(i);
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    println!("{} {:?}", count.load(Ordering::Relaxed), log.lock().unwrap());
    let lock = RwLock::new(String::from("r"));
    {
        let (a, b) = (lock.read().unwrap(), lock.read().unwrap());
        println!("{a}{b} {}", lock.try_write().is_err());
    }
    lock.write().unwrap().push('w');
    println!("{:?}", lock.into_inner().unwrap());
    let boxed: Box<[i32]> = vec![1, 2].into_boxed_slice();
    let mut number = Box::new(5);
    *number += boxed[1];
    println!("{number} {}", *number * 2);
    println!("{}", std::mem::take(&mut *log.lock().unwrap()).len());
}
