// Who is dropped when.
struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Both {
    _first: Noisy,
    _second: Noisy,
}

fn pass(noisy: Noisy) -> Noisy {
    println!("pass {}", noisy.0);
    noisy
}

fn length(noisy: &Noisy) -> usize {
    noisy.0.len()
}

fn early(stop: bool) -> u32 {
    let _a = Noisy("early a");
    if stop {
        return 1;
    }
    let _b = Noisy("early b");
    2
}

#[tokio::main]
async fn main() {
    let _a = Noisy("a");
    let b = Noisy("b");
    {
        let _c = Noisy("c");
        let _d = Noisy("d");
        println!("inner ends");
    }
    let _ = Noisy("never bound");
    let _kept = Noisy("kept");
    println!("{}", length(&Noisy("temporary")));
    let b = pass(b);
    drop(b);
    let mut slot = Noisy("old");
    println!("assign");
    slot = Noisy("new");
    println!("{}", slot.0);
    let _both = Both { _first: Noisy("first"), _second: Noisy("second") };
    let tuple = (Noisy("t0"), Noisy("t1"));
    let (_, moved) = tuple;
    drop(moved);
    println!("{} {}", early(true), early(false));
    let list = vec![Noisy("v0"), Noisy("v1"), Noisy("v2")];
    for item in list {
        if item.0 == "v1" {
            println!("break");
            break;
        }
    }
    let maybe;
    if slot.0.len() == 3 {
        maybe = Noisy("maybe");
        println!("set {}", maybe.0);
    }
    match Noisy("scrutinee").0.len() {
        9 => println!("in match"),
        _ => println!("other"),
    }
    if let 4 = length(&Noisy("cond")) {
        println!("in if");
    }
    let boxed: Box<dyn std::any::Any> = Box::new(Noisy("boxed"));
    drop(boxed);
    let closure = {
        let inner = Noisy("captured");
        move || inner.0.len()
    };
    println!("{}", closure());
    std::mem::drop(move || closure);
    let _option = Some(Noisy("option")).map(|n| { println!("map {}", n.0); 1 });
    std::mem::forget(Noisy("forgotten"));
    let mut taken = Some(Noisy("taken"));
    println!("{}", taken.take().is_some());
    let replaced = std::mem::replace(&mut taken, Some(Noisy("in place")));
    println!("{}", replaced.is_none());
    println!("end");
}
