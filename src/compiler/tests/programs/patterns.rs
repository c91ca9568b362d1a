#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Dot,
    Circle(f64),
    Rect { w: u32, h: u32 },
}

struct Pair {
    left: String,
    right: Option<Box<Pair>>,
}

fn describe(shape: &Shape) -> String {
    match shape {
        Shape::Dot => "dot".to_string(),
        Shape::Circle(r) if *r > 10.0 => format!("big circle {r}"),
        Shape::Circle(r) => format!("circle {r}"),
        Shape::Rect { w, h } if w == h => format!("square {w}"),
        Shape::Rect { w, .. } => format!("rect {w} wide"),
    }
}

fn ends(list: &[i32]) -> String {
    match list {
        [] => "empty".into(),
        [one] => format!("one {one}"),
        [first, .., last] if first == last => format!("same {first}"),
        [first, middle @ .., last] => format!("{first} {} {last}", middle.len()),
    }
}

fn depth(pair: &Pair) -> usize {
    match &pair.right {
        Some(next) => 1 + depth(next),
        None => 1,
    }
}

#[tokio::main]
async fn main() {
    for shape in [Shape::Dot, Shape::Circle(1.5), Shape::Circle(11.0), Shape::Rect { w: 2, h: 2 }, Shape::Rect { w: 3, h: 1 }] {
        println!("{}", describe(&shape));
    }
    for list in [&[][..], &[1], &[1, 2, 1], &[1, 2, 3, 4]] {
        println!("{}", ends(list));
    }
    let ((a, b), [c, .., d]) = ((1, "two"), [3, 4, 5]);
    println!("{a} {b} {c} {d}");
    let n @ 1..=9 = 7 else { panic!("out of range") };
    println!("{n}");
    match 'k' {
        'a'..='j' => println!("first"),
        letter @ ('k' | 'l') => println!("second {letter}"),
        _ => println!("rest"),
    }
    let mut point = (1, 2);
    let (ref mut x, y) = point;
    *x += y;
    println!("{point:?}");
    let (x, y);
    (x, y) = (5, 6);
    let [mut p, mut q] = [x, y];
    (p, q) = (q, p);
    [p, _] = [p * 10, 0];
    println!("{p} {q}");
    let chain = Pair { left: "a".into(), right: Some(Box::new(Pair { left: "b".into(), right: None })) };
    println!("{}", depth(&chain));
    let Pair { left, right: Some(inner) } = chain else { return };
    println!("{left} {}", inner.left);
    let text = String::from("stop");
    match text.as_str() {
        "go" => println!("going"),
        "stop" => println!("stopping"),
        other => println!("{other}?"),
    }
    let nested = Some(Ok::<Option<i32>, String>(Some(3)));
    if let Some(Ok(Some(n @ (1 | 3)))) = nested {
        println!("nested {n}");
    }
    let &mut (ref first, _) = &mut (String::from("moved"), 1);
    println!("{first}");
    println!("{}", matches!(Shape::Rect { w: 1, h: 2 }, Shape::Rect { h: 2.., .. }));
    const LIMIT: u32 = 10;
    match 10u32 {
        LIMIT => println!("limit"),
        _ => println!("other"),
    }
    let tuple = (1, (2.5, 'x'), [true, false]);
    let (_, (_, letter), [.., last]) = tuple;
    println!("{letter} {last}");
}
