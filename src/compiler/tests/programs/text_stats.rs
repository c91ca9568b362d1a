use std::collections::{BTreeMap, HashMap};

const TEXT: &str = "\
It is a truth universally acknowledged,
that a single thread in possession of many tasks
must be in want of an event loop.";

#[derive(Debug, Default, Clone, Copy)]
struct Stats {
    lines: usize,
    words: usize,
    chars: usize,
}

impl std::ops::Add for Stats {
    type Output = Stats;
    fn add(self, other: Stats) -> Stats {
        Stats { lines: self.lines + other.lines, words: self.words + other.words, chars: self.chars + other.chars }
    }
}

async fn count(line: &str) -> Stats {
    tokio::task::yield_now().await;
    Stats { lines: 1, words: line.split_whitespace().count(), chars: line.chars().count() }
}

fn caesar(text: &str, shift: u8) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' => ((c as u8 - b'a' + shift) % 26 + b'a') as char,
            'A'..='Z' => ((c as u8 - b'A' + shift) % 26 + b'A') as char,
            _ => c,
        })
        .collect()
}

#[tokio::main]
async fn main() {
    let mut total = Stats::default();
    for line in TEXT.lines() {
        total = total + count(line).await;
    }
    println!("{total:?}");
    let mut by_length: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for word in TEXT.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        by_length.entry(word.len()).or_default().push(word);
    }
    for (length, words) in by_length.iter().rev().take(2) {
        println!("{length:2} {}", words.join(","));
    }
    let letters = TEXT.to_lowercase().chars().filter(char::is_ascii_alphabetic).fold(HashMap::new(), |mut map, c| {
        *map.entry(c).or_insert(0u32) += 1;
        map
    });
    let mut top: Vec<(char, u32)> = letters.into_iter().collect();
    top.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    println!("{:?}", &top[..3]);
    let secret = caesar("Hello, World", 3);
    println!("{secret} {}", caesar(&secret, 23));
    let is_palindrome = |s: &str| {
        let clean: Vec<char> = s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        clean.iter().eq(clean.iter().rev())
    };
    println!("{} {}", is_palindrome("No lemon, no melon"), is_palindrome("async"));
}
