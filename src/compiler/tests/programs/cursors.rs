use std::collections::HashMap;
#[derive(Debug)]
struct Node {
    v: i32,
    next: Option<Box<Node>>,
}
#[derive(Debug, Default)]
struct List {
    head: Option<Box<Node>>,
    len: usize,
    names: Vec<String>,
    log: Vec<String>,
    at: usize,
    map: HashMap<String, Vec<i32>>,
}
impl List {
    fn push_front(&mut self, v: i32) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { v, next }));
        self.len += 1;
    }
    fn push_back(&mut self, v: i32) {
        let mut cur = &mut self.head;
        while let Some(node) = cur {
            cur = &mut node.next;
        }
        *cur = Some(Box::new(Node { v, next: None }));
        self.len += 1;
    }
    fn last(&mut self) -> Option<&mut i32> {
        let mut cur = self.head.as_mut()?;
        while cur.next.is_some() {
            cur = cur.next.as_mut().unwrap();
        }
        Some(&mut cur.v)
    }
    fn reverse(&mut self) {
        let mut prev = None;
        let mut cur = self.head.take();
        while let Some(mut node) = cur {
            cur = node.next.take();
            node.next = prev;
            prev = Some(node);
        }
        self.head = prev;
    }
    fn sum(&self) -> i32 {
        let mut s = 0;
        let mut cur = &self.head;
        while let Some(n) = cur {
            s += n.v;
            cur = &n.next;
        }
        s
    }
    fn remove(&mut self, v: i32) {
        let mut cur = &mut self.head;
        loop {
            match cur {
                None => return,
                Some(node) if node.v == v => {
                    *cur = node.next.take();
                    self.len -= 1;
                    return;
                }
                Some(node) => cur = &mut node.next,
            }
        }
    }
    fn note(&mut self, s: &str) {
        self.log.push(s.to_string());
    }
    fn all(&mut self) {
        for i in 0..self.names.len() {
            let n = self.names[i].clone();
            self.note(&n);
        }
        let names = self.names.clone();
        for n in &names {
            self.note(n);
        }
        let names = std::mem::take(&mut self.names);
        for n in &names {
            self.note(n);
        }
        self.names = names;
        for n in &self.names {
            self.log.push(n.clone());
            self.at += n.len();
        }
        for n in &mut self.names {
            n.push('x');
            self.len += 1;
        }
        if let Some(n) = self.names.first() {
            let l = n.len();
            self.at = l;
            self.note("x");
        }
        let l = self.names.len();
        self.note(&l.to_string());
        let first = self.names.first().cloned();
        self.note(first.as_deref().unwrap_or(""));
        self.note(&format!("{}", self.at));
        self.names.push(self.at.to_string());
        self.names.push(self.log[0].clone());
    }
    fn add(&mut self, k: &str, v: i32) -> &mut Self {
        self.map.entry(k.to_string()).or_default().push(v);
        if let Some(list) = self.map.get_mut(k) {
            list.push(v);
            self.len += 1;
        }
        match self.map.get(k) {
            Some(list) if list.len() > 3 => {
                self.at = list.len();
            }
            _ => {
                self.map.insert(k.to_string(), vec![v]);
            }
        }
        let n = self.map[k].len();
        self.at += n;
        self
    }
    fn step(&mut self) -> Option<i32> {
        let v = self.peek()?;
        self.at += 1;
        Some(v)
    }
    fn peek(&self) -> Option<i32> {
        self.log.get(self.at).map(|s| s.len() as i32)
    }
    fn word(&mut self) -> String {
        let start = self.at;
        while self.at < self.log.len() && !self.log[self.at].is_empty() {
            self.at += 1;
        }
        self.log[start..self.at].join(" ")
    }
    fn first_mut(&mut self) -> &mut String {
        if self.names.is_empty() {
            self.names.push(String::new());
        }
        &mut self.names[0]
    }
    fn swap(&mut self) {
        let a = self.first_mut();
        a.push('x');
        let b = self.first_mut();
        b.push('y');
        let List { names, log, .. } = self;
        names.append(log);
    }
}
#[derive(Debug, Default)]
struct Tree {
    v: i32,
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
}
impl Tree {
    fn insert(&mut self, v: i32) {
        let side = if v < self.v {
            &mut self.left
        } else {
            &mut self.right
        };
        match side {
            Some(t) => t.insert(v),
            None => {
                *side = Some(Box::new(Tree {
                    v,
                    ..Tree::default()
                }))
            }
        }
    }
    fn insert_loop(&mut self, v: i32) {
        let mut cur = self;
        loop {
            let side = if v < cur.v {
                &mut cur.left
            } else {
                &mut cur.right
            };
            match side {
                Some(t) => cur = t,
                None => {
                    *side = Some(Box::new(Tree {
                        v,
                        ..Tree::default()
                    }));
                    break;
                }
            }
        }
    }
    fn walk<'t>(&'t self, out: &mut Vec<&'t i32>) {
        if let Some(l) = &self.left {
            l.walk(out);
        }
        out.push(&self.v);
        if let Some(r) = &self.right {
            r.walk(out);
        }
    }
    fn min(&self) -> i32 {
        let mut cur = self;
        while let Some(l) = &cur.left {
            cur = l;
        }
        cur.v
    }
}
fn bump(v: &mut Vec<i32>) {
    let n = v.len();
    for x in v.iter_mut() {
        *x += n as i32;
    }
    v.push(0);
    let last = v.last_mut().unwrap();
    *last += 1;
    v.sort();
    let (a, b) = v.split_at_mut(1);
    a[0] += b.len() as i32;
    if let Some(x) = v.iter().max() {
        let x = *x;
        v.push(x);
    }
    helper(v);
    helper(v);
    let r = &mut *v;
    r.push(1);
    v.push(2);
    while let Some(x) = v.pop() {
        if x > 3 {
            v.push(1);
            break;
        }
    }
}
fn helper(v: &mut Vec<i32>) -> usize {
    v.len()
}
fn fill<'a>(grid: &'a mut Vec<Vec<char>>, x: usize) -> &'a mut char {
    let row = &mut grid[x];
    if row.is_empty() {
        row.push('a');
    }
    &mut row[0]
}
fn grid(g: &mut [Vec<i32>]) {
    for y in 0..g.len() {
        for x in 0..g[y].len() {
            let up = if y > 0 { g[y - 1][x] } else { 0 };
            g[y][x] += up;
        }
    }
    let (top, rest) = g.split_first_mut().unwrap();
    for r in rest {
        top[0] += r[0];
    }
}
fn swap_ends(t: &mut (Vec<i32>, Vec<i32>)) {
    let (a, b) = t;
    a.append(b);
    std::mem::swap(&mut t.0, &mut t.1);
    let x = &mut t.0;
    let y = &mut t.1;
    x.push(y.len() as i32);
    y.push(x.len() as i32);
}
fn main() {
    let mut l = List::default();
    l.push_front(1);
    l.push_back(2);
    *l.last().unwrap() += 1;
    l.reverse();
    l.remove(1);
    println!("{} {:?}", l.sum(), l.head);
    l.names.push("a".into());
    l.all();
    l.add("k", 1).add("k", 2);
    l.step();
    l.word();
    l.swap();
    println!("{} {:?}", l.len, l.names);
    let mut t = Tree::default();
    for v in [3, 1, 2] {
        t.insert(v);
        t.insert_loop(v + 5);
    }
    let mut out = vec![];
    t.walk(&mut out);
    println!("{out:?} {}", t.min());
    let mut v = vec![1, 2];
    bump(&mut v);
    let mut g = vec![vec![], vec![]];
    *fill(&mut g, 1) = 'z';
    let mut n = vec![vec![1], vec![2]];
    grid(&mut n);
    let mut p = (vec![1], vec![2]);
    swap_ends(&mut p);
    println!("{v:?} {g:?} {n:?} {p:?}");
}
