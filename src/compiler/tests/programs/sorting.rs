#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Card {
    suit: Suit,
    rank: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Suit {
    Clubs,
    Hearts,
}

fn quick<T: PartialOrd + Clone>(list: &[T]) -> Vec<T> {
    let Some((pivot, rest)) = list.split_first() else { return vec![] };
    let (less, more): (Vec<_>, Vec<_>) = rest.iter().cloned().partition(|x| x < pivot);
    let mut sorted = quick(&less);
    sorted.push(pivot.clone());
    sorted.extend(quick(&more));
    sorted
}

fn bubble(list: &mut [i32]) -> usize {
    let mut swaps = 0;
    for end in (1..list.len()).rev() {
        for i in 0..end {
            if list[i] > list[i + 1] {
                list.swap(i, i + 1);
                swaps += 1;
            }
        }
    }
    swaps
}

#[tokio::main]
async fn main() {
    let mut cards = vec![
        Card { suit: Suit::Hearts, rank: 2 },
        Card { suit: Suit::Clubs, rank: 9 },
        Card { suit: Suit::Hearts, rank: 1 },
    ];
    cards.sort();
    println!("{:?}", cards.iter().map(|c| (c.suit, c.rank)).collect::<Vec<_>>());
    cards.sort_by_key(|c| std::cmp::Reverse(c.rank));
    println!("{:?}", cards.first());
    println!("{:?} {:?}", quick(&[3, 1, 2, 1]), quick(&["b", "a"]));
    let mut list = [4, 3, 2, 1];
    println!("{} {list:?}", bubble(&mut list));
    let mut floats = vec![2.5f64, -1.0, 9.0];
    floats.sort_by(|a, b| a.partial_cmp(b).unwrap());
    println!("{floats:?} {:?}", floats.binary_search_by(|x| x.total_cmp(&9.0)));
    let mut names = vec!["bob", "Al", "cy"];
    names.sort_by_cached_key(|n| n.to_lowercase());
    println!("{names:?} {}", names.is_sorted_by_key(|n| n.to_lowercase()));
    names.reverse();
    names.rotate_left(1);
    println!("{names:?} {:?}", names.iter().min_by_key(|n| n.len()));
    let mut many: Vec<u32> = (0..50).map(|n| n * 37 % 50).collect();
    many.sort_unstable();
    println!("{}", many.windows(2).all(|w| w[0] < w[1]));
}
