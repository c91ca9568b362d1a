// Examples of the documentation of std, as they are: str.

fn main() {
    println!("str_0144");
    let _ = str_0144::main();
    println!("str_0218");
    let _ = str_0218::main();
    println!("str_0277");
    let _ = str_0277::main();
    println!("str_0414");
    let _ = str_0414::main();
    println!("str_0607");
    let _ = str_0607::main();
    println!("str_0914");
    let _ = str_0914::main();
    println!("str_1030");
    let _ = str_1030::main();
    println!("str_1134");
    let _ = str_1134::main();
    println!("str_1216");
    let _ = str_1216::main();
    println!("str_1241");
    let _ = str_1241::main();
    println!("str_1331");
    let _ = str_1331::main();
    println!("str_1422");
    let _ = str_1422::main();
    println!("str_1462");
    let _ = str_1462::main();
    println!("str_1519");
    let _ = str_1519::main();
    println!("str_1601");
    let _ = str_1601::main();
    println!("str_1620");
    let _ = str_1620::main();
    println!("str_1689");
    let _ = str_1689::main();
    println!("str_1834");
    let _ = str_1834::main();
    println!("str_1895");
    let _ = str_1895::main();
    println!("str_1981");
    let _ = str_1981::main();
    println!("str_2135");
    let _ = str_2135::main();
    println!("str_2191");
    let _ = str_2191::main();
    println!("str_2269");
    let _ = str_2269::main();
    println!("str_2346");
    let _ = str_2346::main();
    println!("str_2399");
    let _ = str_2399::main();
    println!("str_2621");
    let _ = str_2621::main();
    println!("str_2758");
    let _ = str_2758::main();
    println!("str_2831");
    let _ = str_2831::main();
    println!("str_2934");
    let _ = str_2934::main();
    println!("str_3001");
    let _ = str_3001::main();
    println!("str_3031");
    let _ = str_3031::main();
    println!("str_3069");
    let _ = str_3069::main();
}

mod str_0144 {
    pub fn main() {
        let len = "foo".len();
        assert_eq!(3, len);

        assert_eq!("ƒoo".len(), 4); // fancy f!
        assert_eq!("ƒoo".chars().count(), 3);
    }
}

mod str_0218 {
    pub fn main() {
        fn _inner() -> core::result::Result<(), impl core::fmt::Debug> {
            // some bytes, in a vector
            let sparkle_heart = vec![240, 159, 146, 150];

            // We can use the ? (try) operator to check if the bytes are valid
            let sparkle_heart = str::from_utf8(&sparkle_heart)?;

            assert_eq!("💖", sparkle_heart);
            Ok::<_, std::str::Utf8Error>(())
        }
        _inner().unwrap()
    }
}

mod str_0277 {
    pub fn main() {
        // Some invalid bytes in a mutable vector
        let mut invalid = vec![128, 223];

        assert!(str::from_utf8_mut(&mut invalid).is_err());
    }
}

mod str_0414 {
    pub fn main() {
        let s = "❤️🧡💛💚💙💜";
        assert_eq!(s.len(), 26);
        assert!(!s.is_char_boundary(13));

        let closest = s.floor_char_boundary(13);
        assert_eq!(closest, 10);
        assert_eq!(&s[..closest], "❤️🧡");
    }
}

mod str_0607 {
    pub fn main() {
        let v = String::from("🗻∈🌏");

        assert_eq!(Some("🗻"), v.get(0..4));

        // indices not on UTF-8 sequence boundaries
        assert!(v.get(1..).is_none());
        assert!(v.get(..8).is_none());

        // out of bounds
        assert!(v.get(..42).is_none());
    }
}

mod str_0914 {
    pub fn main() {
        let s = "Per Martin-Löf";

        let (first, last) = s.split_at_checked(3).unwrap();
        assert_eq!("Per", first);
        assert_eq!(" Martin-Löf", last);

        assert_eq!(None, s.split_at_checked(13)); // Inside “ö”
        assert_eq!(None, s.split_at_checked(16)); // Beyond the string length
    }
}

mod str_1030 {
    pub fn main() {
        let word = "goodbye";

        let count = word.chars().count();
        assert_eq!(7, count);

        let mut chars = word.chars();

        assert_eq!(Some('g'), chars.next());
        assert_eq!(Some('o'), chars.next());
        assert_eq!(Some('o'), chars.next());
        assert_eq!(Some('d'), chars.next());
        assert_eq!(Some('b'), chars.next());
        assert_eq!(Some('y'), chars.next());
        assert_eq!(Some('e'), chars.next());

        assert_eq!(None, chars.next());
    }
}

mod str_1134 {
    pub fn main() {
        let mut bytes = "bors".bytes();

        assert_eq!(Some(b'b'), bytes.next());
        assert_eq!(Some(b'o'), bytes.next());
        assert_eq!(Some(b'r'), bytes.next());
        assert_eq!(Some(b's'), bytes.next());

        assert_eq!(None, bytes.next());
    }
}

mod str_1216 {
    pub fn main() {
        let mut iter = "A few words".split_ascii_whitespace();

        assert_eq!(Some("A"), iter.next());
        assert_eq!(Some("few"), iter.next());
        assert_eq!(Some("words"), iter.next());

        assert_eq!(None, iter.next());
    }
}

mod str_1241 {
    pub fn main() {
        assert_eq!("".split_ascii_whitespace().next(), None);
        assert_eq!("   ".split_ascii_whitespace().next(), None);
    }
}

mod str_1331 {
    pub fn main() {
        let text = "Zażółć gęślą jaźń";

        let utf8_len = text.len();
        let utf16_len = text.encode_utf16().count();

        assert!(utf16_len <= utf8_len);
    }
}

mod str_1422 {
    pub fn main() {
        let bananas = "bananas";

        assert!(bananas.ends_with("anas"));
        assert!(!bananas.ends_with("nana"));
    }
}

mod str_1462 {
    pub fn main() {
        let s = "Löwe 老虎 Léopard";

        assert_eq!(s.find(char::is_whitespace), Some(5));
        assert_eq!(s.find(char::is_lowercase), Some(1));
        assert_eq!(
            s.find(|c: char| c.is_whitespace() || c.is_lowercase()),
            Some(1)
        );
        assert_eq!(s.find(|c: char| (c < 'o') && (c > 'a')), Some(4));
    }
}

mod str_1519 {
    pub fn main() {
        let s = "Löwe 老虎 Léopard";
        let x: &[_] = &['1', '2'];

        assert_eq!(s.rfind(x), None);
    }
}

mod str_1601 {
    pub fn main() {
        let x = "||||a||b|c".to_string();
        let d: Vec<_> = x.split('|').collect();

        assert_eq!(d, &["", "", "", "", "a", "", "b", "c"]);
    }
}

mod str_1620 {
    pub fn main() {
        let d: Vec<_> = "010".split("0").collect();
        assert_eq!(d, &["", "1", ""]);
    }
}

mod str_1689 {
    pub fn main() {
        let v: Vec<&str> = "Mary had a little lamb\nlittle lamb\nlittle lamb.\n"
            .split_inclusive('\n')
            .collect();
        assert_eq!(
            v,
            [
                "Mary had a little lamb\n",
                "little lamb\n",
                "little lamb.\n"
            ]
        );
    }
}

mod str_1834 {
    pub fn main() {
        let v: Vec<&str> = "A.B.".rsplit_terminator('.').collect();
        assert_eq!(v, ["B", "A"]);

        let v: Vec<&str> = "A..B..".rsplit_terminator(".").collect();
        assert_eq!(v, ["", "B", "", "A"]);

        let v: Vec<&str> = "A.B:C.D".rsplit_terminator(&['.', ':'][..]).collect();
        assert_eq!(v, ["D", "C", "B", "A"]);
    }
}

mod str_1895 {
    pub fn main() {
        let v: Vec<&str> = "abc1defXghi".splitn(2, |c| c == '1' || c == 'X').collect();
        assert_eq!(v, ["abc", "defXghi"]);
    }
}

mod str_1981 {
    pub fn main() {
        assert_eq!("cfg".rsplit_once('='), None);
        assert_eq!("cfg=".rsplit_once('='), Some(("cfg", "")));
        assert_eq!("cfg=foo".rsplit_once('='), Some(("cfg", "foo")));
        assert_eq!("cfg=foo=bar".rsplit_once('='), Some(("cfg=foo", "bar")));
    }
}

mod str_2135 {
    pub fn main() {
        let v: Vec<_> = "abcXXXabcYYYabc".rmatch_indices("abc").collect();
        assert_eq!(v, [(12, "abc"), (6, "abc"), (0, "abc")]);

        let v: Vec<_> = "1abcabc2".rmatch_indices("abc").collect();
        assert_eq!(v, [(4, "abc"), (1, "abc")]);

        let v: Vec<_> = "ababa".rmatch_indices("aba").collect();
        assert_eq!(v, [(2, "aba")]); // only the last `aba`
    }
}

mod str_2191 {
    pub fn main() {
        let s = "\n Hello\tworld\t\n";
        assert_eq!("Hello\tworld\t\n", s.trim_start());
    }
}

mod str_2269 {
    pub fn main() {
        let s = " Hello\tworld\t";

        assert_eq!("Hello\tworld\t", s.trim_left());
    }
}

mod str_2346 {
    pub fn main() {
        assert_eq!("11foo1bar11".trim_matches('1'), "foo1bar");
        assert_eq!("123foo1bar123".trim_matches(char::is_numeric), "foo1bar");

        let x: &[_] = &['1', '2'];
        assert_eq!("12foo1bar12".trim_matches(x), "foo1bar");
    }
}

mod str_2399 {
    pub fn main() {
        assert_eq!("11foo1bar11".trim_start_matches('1'), "foo1bar11");
        assert_eq!(
            "123foo1bar123".trim_start_matches(char::is_numeric),
            "foo1bar123"
        );

        let x: &[_] = &['1', '2'];
        assert_eq!("12foo1bar12".trim_start_matches(x), "foo1bar12");
    }
}

mod str_2621 {
    pub fn main() {
        assert_eq!("1fooX".trim_end_matches(|c| c == '1' || c == 'X'), "1foo");
    }
}

mod str_2758 {
    pub fn main() {
        let nope = "j".parse::<u32>();

        assert!(nope.is_err());
    }
}

mod str_2831 {
    pub fn main() {
        assert!("Ferris".eq_ignore_ascii_case("FERRIS"));
        assert!("Ferrös".eq_ignore_ascii_case("FERRöS"));
        assert!(!"Ferrös".eq_ignore_ascii_case("FERRÖS"));
    }
}

mod str_2934 {
    pub fn main() {
        assert_eq!(
            "\r hello world\u{3000}\n ".trim_ascii_end(),
            "\r hello world\u{3000}"
        );
        assert_eq!("  ".trim_ascii_end(), "");
        assert_eq!("".trim_ascii_end(), "");
    }
}

mod str_3001 {
    pub fn main() {
        println!("❤\\n!");
    }
}

mod str_3031 {
    pub fn main() {
        for c in "❤\n!".escape_default() {
            print!("{c}");
        }
        println!();
    }
}

mod str_3069 {
    pub fn main() {
        for c in "❤\n!".escape_unicode() {
            print!("{c}");
        }
        println!();
    }
}
