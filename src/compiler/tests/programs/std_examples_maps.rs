// Examples of the documentation of std, as they are: maps.

fn main() {
    println!("btree_map_0062");
    let _ = btree_map_0062::main();
    println!("btree_map_0122");
    let _ = btree_map_0122::main();
    println!("btree_map_0639");
    let _ = btree_map_0639::main();
    println!("btree_map_0801");
    let _ = btree_map_0801::main();
    println!("btree_map_0861");
    let _ = btree_map_0861::main();
    println!("btree_map_0970");
    let _ = btree_map_0970::main();
    println!("btree_map_1032");
    let _ = btree_map_1032::main();
    println!("btree_map_1191");
    let _ = btree_map_1191::main();
    println!("btree_map_1454");
    let _ = btree_map_1454::main();
    println!("btree_map_1536");
    let _ = btree_map_1536::main();
    println!("btree_map_2682");
    let _ = btree_map_2682::main();
    println!("btree_map_2743");
    let _ = btree_map_2743::main();
    println!("btree_map_2829");
    let _ = btree_map_2829::main();
    println!("hash_map_0145");
    let _ = hash_map_0145::main();
    println!("hash_map_0283");
    let _ = hash_map_0283::main();
    println!("hash_map_0323");
    let _ = hash_map_0323::main();
    println!("hash_map_0586");
    let _ = hash_map_0586::main();
    println!("hash_map_0698");
    let _ = hash_map_0698::main();
    println!("hash_map_0819");
    let _ = hash_map_0819::main();
    println!("hash_map_0959");
    let _ = hash_map_0959::main();
    println!("hash_map_1017");
    let _ = hash_map_1017::main();
    println!("hash_map_1339");
    let _ = hash_map_1339::main();
    println!("hash_map_1504");
    let _ = hash_map_1504::main();
    println!("hash_map_1653");
    let _ = hash_map_1653::main();
    println!("hash_map_1747");
    let _ = hash_map_1747::main();
    println!("hash_map_1812");
    let _ = hash_map_1812::main();
    println!("hash_map_2474");
    let _ = hash_map_2474::main();
    println!("hash_map_2527");
    let _ = hash_map_2527::main();
    println!("hash_map_2633");
    let _ = hash_map_2633::main();
    println!("hash_map_2675");
    let _ = hash_map_2675::main();
    println!("hash_map_2782");
    let _ = hash_map_2782::main();
    println!("hash_map_2831");
    let _ = hash_map_2831::main();
}

mod btree_map_0062 {
    pub fn main() {
        use std::collections::BTreeMap;

        // type inference lets us omit an explicit type signature (which
        // would be `BTreeMap<&str, &str>` in this example).
        let mut movie_reviews = BTreeMap::new();

        // review some movies.
        movie_reviews.insert("Office Space", "Deals with real issues in the workplace.");
        movie_reviews.insert("Pulp Fiction", "Masterpiece.");
        movie_reviews.insert("The Godfather", "Very enjoyable.");
        movie_reviews.insert("The Blues Brothers", "Eye lyked it a lot.");

        // check for a specific one.
        if !movie_reviews.contains_key("Les Misérables") {
            println!(
                "We've got {} reviews, but Les Misérables ain't one.",
                movie_reviews.len()
            );
        }

        // oops, this review has a lot of spelling mistakes, let's delete it.
        movie_reviews.remove("The Blues Brothers");

        // look up the values associated with some keys.
        let to_find = ["Up!", "Office Space"];
        for movie in &to_find {
            match movie_reviews.get(movie) {
                Some(review) => println!("{movie}: {review}"),
                None => println!("{movie} is unreviewed."),
            }
        }

        // Look up the value for a key (will panic if the key is not found).
        println!("Movie review: {}", movie_reviews["Office Space"]);

        // iterate over everything.
        for (movie, review) in &movie_reviews {
            println!("{movie}: \"{review}\"");
        }
    }
}

mod btree_map_0122 {
    pub fn main() {
        use std::collections::BTreeMap;

        // type inference lets us omit an explicit type signature (which
        // would be `BTreeMap<&str, u8>` in this example).
        let mut player_stats = BTreeMap::new();

        fn random_stat_buff() -> u8 {
            // could actually return some random value here - let's just return
            // some fixed value for now
            42
        }

        // insert a key only if it doesn't already exist
        player_stats.entry("health").or_insert(100);

        // insert a key using a function that provides a new value only if it
        // doesn't already exist
        player_stats
            .entry("defence")
            .or_insert_with(random_stat_buff);

        // update a key, guarding against the key possibly not being set
        let stat = player_stats.entry("attack").or_insert(100);
        *stat += random_stat_buff();

        // modify an entry before an insert with in-place mutation
        player_stats
            .entry("mana")
            .and_modify(|mana| *mana += 200)
            .or_insert(100);
    }
}

mod btree_map_0639 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();

        // entries can now be inserted into the empty map
        map.insert(1, "a");
    }
}

mod btree_map_0801 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();
        assert_eq!(map.first_key_value(), None);
        map.insert(1, "b");
        map.insert(2, "a");
        assert_eq!(map.first_key_value(), Some((&1, &"b")));
    }
}

mod btree_map_0861 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();
        map.insert(1, "a");
        map.insert(2, "b");
        while let Some((key, _val)) = map.pop_first() {
            assert!(map.iter().all(|(k, _v)| *k > key));
        }
        assert!(map.is_empty());
    }
}

mod btree_map_0970 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();
        map.insert(1, "a");
        assert_eq!(map.contains_key(&1), true);
        assert_eq!(map.contains_key(&2), false);
    }
}

mod btree_map_1032 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();
        assert_eq!(map.insert(37, "a"), None);
        assert_eq!(map.is_empty(), false);

        map.insert(37, "b");
        assert_eq!(map.insert(37, "c"), Some("b"));
        assert_eq!(map[&37], "c");
    }
}

mod btree_map_1191 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut a = BTreeMap::new();
        a.insert(1, "a");
        a.insert(2, "b");
        a.insert(3, "c"); // Note: Key (3) also present in b.

        let mut b = BTreeMap::new();
        b.insert(3, "d"); // Note: Key (3) also present in a.
        b.insert(4, "e");
        b.insert(5, "f");

        a.append(&mut b);

        assert_eq!(a.len(), 5);
        assert_eq!(b.len(), 0);

        assert_eq!(a[&1], "a");
        assert_eq!(a[&2], "b");
        assert_eq!(a[&3], "d"); // Note: "c" has been overwritten.
        assert_eq!(a[&4], "e");
        assert_eq!(a[&5], "f");
    }
}

mod btree_map_1454 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map: BTreeMap<&str, i32> =
            [("Alice", 0), ("Bob", 0), ("Carol", 0), ("Cheryl", 0)].into();
        for (_, balance) in map.range_mut("B".."Cheryl") {
            *balance += 100;
        }
        for (name, balance) in &map {
            println!("{name} => {balance}");
        }
    }
}

mod btree_map_1536 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut a = BTreeMap::new();
        a.insert(1, "a");
        a.insert(2, "b");
        a.insert(3, "c");
        a.insert(17, "d");
        a.insert(41, "e");

        let b = a.split_off(&3);

        assert_eq!(a.len(), 2);
        assert_eq!(b.len(), 3);

        assert_eq!(a[&1], "a");
        assert_eq!(a[&2], "b");

        assert_eq!(b[&3], "c");
        assert_eq!(b[&17], "d");
        assert_eq!(b[&41], "e");
    }
}

mod btree_map_2682 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut map = BTreeMap::new();
        map.insert(3, "c");
        map.insert(2, "b");
        map.insert(1, "a");

        for (key, value) in map.iter() {
            println!("{key}: {value}");
        }

        let (first_key, first_value) = map.iter().next().unwrap();
        assert_eq!((*first_key, *first_value), (1, "a"));
    }
}

mod btree_map_2743 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut a = BTreeMap::new();
        a.insert(2, "b");
        a.insert(1, "a");

        let keys: Vec<_> = a.keys().cloned().collect();
        assert_eq!(keys, [1, 2]);
    }
}

mod btree_map_2829 {
    pub fn main() {
        use std::collections::BTreeMap;

        let mut a = BTreeMap::new();
        assert!(a.is_empty());
        a.insert(1, "a");
        assert!(!a.is_empty());
    }
}

mod hash_map_0145 {
    pub fn main() {
        use std::collections::HashMap;

        // type inference lets us omit an explicit type signature (which
        // would be `HashMap<&str, u8>` in this example).
        let mut player_stats = HashMap::new();

        fn random_stat_buff() -> u8 {
            // could actually return some random value here - let's just return
            // some fixed value for now
            42
        }

        // insert a key only if it doesn't already exist
        player_stats.entry("health").or_insert(100);

        // insert a key using a function that provides a new value only if it
        // doesn't already exist
        player_stats
            .entry("defence")
            .or_insert_with(random_stat_buff);

        // update a key, guarding against the key possibly not being set
        let stat = player_stats.entry("attack").or_insert(100);
        *stat += random_stat_buff();

        // modify an entry before an insert with in-place mutation
        player_stats
            .entry("mana")
            .and_modify(|mana| *mana += 200)
            .or_insert(100);
    }
}

mod hash_map_0283 {
    pub fn main() {
        use std::collections::HashMap;
        let mut map: HashMap<&str, i32> = HashMap::with_capacity(10);
    }
}

mod hash_map_0323 {
    pub fn main() {
        use std::collections::HashMap;
        let mut map: HashMap<&str, i32> = HashMap::with_capacity(10);
    }
}

mod hash_map_0586 {
    pub fn main() {
        use std::collections::HashMap;

        let map = HashMap::from([("a", 1), ("b", 2), ("c", 3)]);

        let mut vec: Vec<i32> = map.into_values().collect();
        // The `IntoValues` iterator produces values in arbitrary order, so
        // the values must be sorted to test them against a sorted array.
        vec.sort_unstable();
        assert_eq!(vec, [1, 2, 3]);
    }
}

mod hash_map_0698 {
    pub fn main() {
        use std::collections::HashMap;

        let mut a = HashMap::new();
        assert!(a.is_empty());
        a.insert(1, "a");
        assert!(!a.is_empty());
    }
}

mod hash_map_0819 {
    pub fn main() {
        use std::collections::HashMap;

        let mut a = HashMap::new();
        a.insert(1, "a");
        a.clear();
        assert!(a.is_empty());
    }
}

mod hash_map_0959 {
    pub fn main() {
        use std::collections::HashMap;

        let mut letters = HashMap::new();

        for ch in "a short treatise on fungi".chars() {
            letters
                .entry(ch)
                .and_modify(|counter| *counter += 1)
                .or_insert(1);
        }

        assert_eq!(letters[&'s'], 2);
        assert_eq!(letters[&'t'], 3);
        assert_eq!(letters[&'u'], 1);
        assert_eq!(letters.get(&'y'), None);
    }
}

mod hash_map_1017 {
    pub fn main() {
        use std::collections::HashMap;
        use std::hash::{Hash, Hasher};

        #[derive(Clone, Copy, Debug)]
        struct S {
            id: u32,
            #[allow(unused)] // prevents a "field `name` is never read" error
            name: &'static str, // ignored by equality and hashing operations
        }

        impl PartialEq for S {
            fn eq(&self, other: &S) -> bool {
                self.id == other.id
            }
        }

        impl Eq for S {}

        impl Hash for S {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.id.hash(state);
            }
        }

        let j_a = S {
            id: 1,
            name: "Jessica",
        };
        let j_b = S {
            id: 1,
            name: "Jess",
        };
        let p = S {
            id: 2,
            name: "Paul",
        };
        assert_eq!(j_a, j_b);

        let mut map = HashMap::new();
        map.insert(j_a, "Paris");
        assert_eq!(map.get_key_value(&j_a), Some((&j_a, &"Paris")));
        assert_eq!(map.get_key_value(&j_b), Some((&j_a, &"Paris"))); // the notable case
        assert_eq!(map.get_key_value(&p), None);
    }
}

mod hash_map_1339 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map = HashMap::new();
        map.insert(1, "a");
        assert_eq!(map.remove(&1), Some("a"));
        assert_eq!(map.remove(&1), None);
    }
}

mod hash_map_1504 {
    pub fn main() {
        use std::collections::HashMap;

        let map1 = HashMap::from([(1, 2), (3, 4)]);
        let map2: HashMap<_, _> = [(1, 2), (3, 4)].into();
        assert_eq!(map1, map2);
    }
}

mod hash_map_1653 {
    pub fn main() {
        use std::collections::HashMap;

        let map = HashMap::from([("a", 1)]);
        let iter_keys = map.keys();
    }
}

mod hash_map_1747 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map = HashMap::from([("a", 1)]);
        let iter = map.drain();
    }
}

mod hash_map_1812 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map = HashMap::from([("a", 1)]);
        let iter_values = map.values_mut();
    }
}

mod hash_map_2474 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map: HashMap<&str, u32> = HashMap::new();

        map.entry("poneyland").or_insert(3);
        assert_eq!(map["poneyland"], 3);

        *map.entry("poneyland").or_insert(10) *= 2;
        assert_eq!(map["poneyland"], 6);
    }
}

mod hash_map_2527 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map: HashMap<&str, usize> = HashMap::new();

        map.entry("poneyland")
            .or_insert_with_key(|key| key.chars().count());

        assert_eq!(map["poneyland"], 9);
    }
}

mod hash_map_2633 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map: HashMap<&str, Option<u32>> = HashMap::new();
        map.entry("poneyland").or_default();

        assert_eq!(map["poneyland"], None);
    }
}

mod hash_map_2675 {
    pub fn main() {
        use std::collections::HashMap;
        use std::collections::hash_map::Entry;

        let mut map: HashMap<&str, u32> = HashMap::new();
        map.entry("poneyland").or_insert(12);

        if let Entry::Occupied(o) = map.entry("poneyland") {
            // We delete the entry from the map.
            o.remove_entry();
        }

        assert_eq!(map.contains_key("poneyland"), false);
    }
}

mod hash_map_2782 {
    pub fn main() {
        use std::collections::HashMap;
        use std::collections::hash_map::Entry;

        let mut map: HashMap<&str, u32> = HashMap::new();
        map.entry("poneyland").or_insert(12);

        if let Entry::Occupied(mut o) = map.entry("poneyland") {
            assert_eq!(o.insert(15), 12);
        }

        assert_eq!(map["poneyland"], 15);
    }
}

mod hash_map_2831 {
    pub fn main() {
        use std::collections::HashMap;

        let mut map: HashMap<&str, u32> = HashMap::new();
        assert_eq!(map.entry("poneyland").key(), &"poneyland");
    }
}
