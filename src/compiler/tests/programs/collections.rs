use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::cmp::Reverse;

#[tokio::main]
async fn main() {
    let mut v = vec![5, 3, 8, 1];
    v.push(9);
    v.insert(1, 4);
    println!("{v:?} {:?} {}", v.iter().rev().nth(0), v.contains(&8));
    v.retain(|n| n % 2 == 1);
    v.extend([7, 7, 2]);
    v.dedup();
    v.sort_unstable_by(|a, b| b.cmp(a));
    println!("{v:?} {:?} {:?}", v.binary_search_by(|n| 5.cmp(n)), v.first());
    println!("{:?}", v.drain(1..3).collect::<Vec<_>>());
    v.swap(0, 1);
    v.resize(5, 0);
    println!("{v:?} {:?} {:?}", v.split_at(2), v.iter().sum::<i32>());
    println!("{:?}", v.get(10));
    println!("{:?}", v.get_mut(0).map(|x| { *x += 1; *x }));
    let tail = v.split_off(3);
    println!("{v:?} {tail:?} {:?}", [v.clone(), tail.clone()].concat());
    let mut grid = vec![vec!['.'; 3]; 2];
    grid[1][2] = '#';
    println!("{}", grid.iter().map(|row| row.iter().collect::<String>()).collect::<Vec<_>>().join("/"));
    let mut map: HashMap<String, u32> = HashMap::new();
    for word in "the cat the dog the end".split(' ') {
        *map.entry(word.to_string()).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = map.iter().collect();
    counts.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    println!("{counts:?} {:?} {}", map.get("cat"), map.contains_key("cow"));
    println!("{:?} {:?} {}", map.remove("the"), map.insert("cat".into(), 9), map.len());
    if let Some(n) = map.get_mut("dog") {
        *n *= 10;
    }
    println!("{}", map["dog"] + map.values().sum::<u32>());
    let set: HashSet<i32> = [1, 2, 3, 2].into_iter().collect();
    let other = HashSet::from([2, 3, 4]);
    let mut common: Vec<_> = set.intersection(&other).copied().collect();
    common.sort();
    println!("{} {common:?} {}", set.len(), set.is_subset(&other));
    let mut tree = BTreeMap::from([(3, "c"), (1, "a"), (2, "b")]);
    tree.insert(5, "e");
    println!("{tree:?} {:?} {:?}", tree.range(2..4).collect::<Vec<_>>(), tree.first_key_value());
    println!("{:?} {:?}", tree.pop_last(), tree.keys().rev().collect::<Vec<_>>());
    let ordered: BTreeSet<_> = "hello".chars().collect();
    println!("{ordered:?} {:?}", ordered.iter().next_back());
    let mut queue = VecDeque::from([1, 2, 3]);
    queue.push_front(0);
    queue.rotate_left(1);
    println!("{queue:?} {:?} {:?} {}", queue.pop_front(), queue.back(), queue[1]);
    let mut heap = BinaryHeap::from(vec![3, 1, 4, 1, 5]);
    heap.push(9);
    println!("{:?} {:?}", heap.pop(), heap.peek());
    println!("{:?}", heap.into_sorted_vec());
    let mut least = BinaryHeap::new();
    least.push(Reverse((2, 'b')));
    least.push(Reverse((1, 'z')));
    println!("{:?}", least.pop().map(|Reverse((n, c))| format!("{n}{c}")));
    let mut array = [[0; 3]; 2];
    array[1][0] = 7;
    println!("{array:?} {} {:?}", array.len(), array.iter().flatten().max());
}
