//! Lines without what no simulation can know.

/// The line whose time of day and whose measured minutes are masked: `End: HH:MM:SS`, `N minutes`.
pub fn masked(line: &str) -> String {
    let words: Vec<_> = line.split(' ').collect();
    let mask = |at: usize| {
        let word = words[at];
        if is_time_of_day(word) {
            "HH:MM:SS"
        } else if words.get(at + 1) == Some(&"minutes") && word.parse::<u32>().is_ok() {
            "N"
        } else {
            word
        }
    };
    let words: Vec<_> = (0..words.len()).map(mask).collect();
    words.join(" ")
}

fn is_time_of_day(word: &str) -> bool {
    let parts: Vec<_> = word.split(':').collect();
    let two_digits = |part: &&str| part.len() == 2 && part.parse::<u8>().is_ok();
    parts.len() == 3 && parts.iter().all(two_digits)
}
