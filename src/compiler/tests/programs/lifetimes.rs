struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn word(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        if text.is_empty() {
            return None;
        }
        let end = text.find(' ').unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        Some(word)
    }
}

impl<'a> Iterator for Parser<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        self.word()
    }
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() >= b.len() { a } else { b }
}

fn split_first(list: &mut [i32]) -> Option<(&mut i32, &mut [i32])> {
    list.split_first_mut()
}

async fn measure(words: &[&str]) -> usize {
    let mut longest_len = 0;
    for word in words {
        tokio::task::yield_now().await;
        longest_len = longest_len.max(word.len());
    }
    longest_len
}

fn bump(n: &mut u32) -> u32 {
    *n += 1;
    *n
}

#[tokio::main]
async fn main() {
    let text = String::from("  the quick  brown fox ");
    let mut parser = Parser { rest: &text };
    println!("{:?}", parser.word());
    let rest: Vec<_> = parser.collect();
    println!("{rest:?} {}", measure(&rest).await);
    println!("{}", longest("one", "three"));
    let mut list = [1, 2, 3];
    if let Some((first, others)) = split_first(&mut list) {
        *first += 10;
        others.iter_mut().for_each(|n| *n *= 2);
    }
    println!("{list:?}");
    let mut n = 1;
    println!("{} {}", bump(&mut n), bump(&mut n));
    let r = &mut n;
    *r += 1;
    let shared = &*r;
    println!("{shared}");
    println!("{n}");
    let mut names = vec![String::from("a"), String::from("b")];
    for name in &mut names {
        name.push('!');
    }
    let refs: Vec<&String> = names.iter().collect();
    println!("{refs:?} {}", refs[0].as_ptr() == names[0].as_ptr());
    let mut grid = [[1, 2], [3, 4]];
    let [top, bottom] = &mut grid;
    std::mem::swap(top, bottom);
    println!("{grid:?}");
    let mut option = Some(3);
    if let Some(x) = option.as_mut() {
        *x += 1;
    }
    println!("{:?} {:?}", option.as_ref().map(|x| x + 1), option.get_or_insert(9));
}
