fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|part| part.chars().next())
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

#[tokio::main]
async fn main() {
    let mut text = String::from("async");
    text.push_str(" and ");
    text += "await";
    text.push('!');
    println!("{text} {} {}", text.len(), text.chars().count());
    println!("{}", initials("ada king lovelace"));
    println!("{:?}", "a,b,,c".split(',').collect::<Vec<_>>());
    println!("{:?}", "key=value=more".split_once('='));
    println!("{:?} {:?}", "naïve".find('v'), "naïve".char_indices().nth(3));
    println!("{} {}", "ferris".to_uppercase(), "STRASSE".to_lowercase());
    println!("{:?} {:?}", "  x ".trim(), "xxabcxx".trim_matches('x'));
    println!("{}", "tick tock".replace("tock", "tick"));
    println!("{:?}", "line one\nline two\n".lines().rev().collect::<Vec<_>>());
    println!("{} {}", "abc" < "abd", "abc".cmp("ab") as i32);
    println!("{:?} {:?}", "hello".strip_prefix("he"), "hello".strip_suffix("x"));
    println!("{} {}", "ab".repeat(3), ["x", "y"].join("-"));
    println!("{:?}", "tab\t\"quoted\" \u{1F980} \\ \n");
    println!("{:?}", "abc".bytes().map(u32::from).sum::<u32>());
    println!("{}", &text[..5]);
    let reversed: String = text.chars().rev().collect();
    println!("{reversed} {}", reversed.contains("tiawa"));
    println!("{:?} {:?}", text.pop(), text.remove(0));
    text.insert_str(0, ">> ");
    text.truncate(6);
    println!("{text}|");
    println!("{:?}", "one two".char_indices().filter(|(_, c)| *c == 'o').map(|(i, _)| i).collect::<Vec<_>>());
    println!("{} {}", 'ß'.is_alphabetic(), '7'.to_digit(10).unwrap());
    println!("{:?}", "3 x 4".split(' ').map(str::parse::<u32>).collect::<Result<Vec<_>, _>>().is_err());
}
