//! Names that were meant: rustc's measure of similar names.

/// The candidate that was probably meant, as rustc finds it: the same letters in another case, or few edits away.
pub fn best<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = name.chars().count().max(3) / 3;
    let mut best: Option<(usize, &str)> = None;
    let candidates: Vec<&str> = candidates.into_iter().filter(|it| *it != name).collect();
    let upper = name.to_uppercase();
    if let Some(same) = candidates.iter().find(|it| it.to_uppercase() == upper) {
        return Some(same);
    }
    for candidate in &candidates {
        let edits = distance(name, candidate);
        if edits <= most && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    let words = |name: &str| {
        let mut words: Vec<&str> = name.split('_').collect();
        words.sort_unstable();
        words.join("_")
    };
    best.map(|(_, name)| name).or_else(|| {
        let sorted = words(name);
        candidates.into_iter().find(|it| words(it) == sorted)
    })
}

/// Insertions, deletions, substitutions, and swaps of two neighbours, that make one name of the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
                    .min(rows[i - 1][j - 1] + changed);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + changed);
                }
                least
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_nearest_name_is_found_and_a_distant_one_is_not() {
        assert_eq!(best("do_tsk", ["do_task", "do_ask"]), Some("do_task"));
        assert_eq!(best("abrot", ["abort", "about"]), Some("abort"));
        assert_eq!(best("string", ["String", "strong"]), Some("String"));
        assert_eq!(best("x", ["duration"]), None);
        assert_eq!(best("all_join", ["join_all"]), Some("join_all"));
    }
}
