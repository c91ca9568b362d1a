struct B;
impl std::fmt::Display for B {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Err(std::fmt::Error)
    }
}
struct N(&'static str);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn panics(n: usize) -> String {
    let s = String::from("héllo wörld");
    match n {
        0 => s[2..].to_string(),
        1 => s[..2].to_string(),
        2 => s[100..].to_string(),
        3 => s[..100].to_string(),
        4 => {
            let (a, b) = (5, 3 + n - 4);
            s[a..b].to_string()
        }
        5 => s.split_at(2).0.to_string(),
        6 => {
            let mut t = s;
            t.insert(2, 'a');
            t
        }
        7 => {
            let mut t = s;
            t.remove(100);
            t
        }
        8 => {
            let mut t = s;
            t.remove(13);
            t
        }
        9 => {
            let mut t = s;
            t.truncate(2);
            t
        }
        10 => {
            let mut t = s;
            t.drain(..2);
            t
        }
        11 => {
            let mut t = s;
            t.replace_range(..2, "x");
            t
        }
        12 => {
            let mut t = s;
            t.drain(..100);
            t
        }
        13 => 'é'.encode_utf8(&mut [0; 1]).to_string(),
        14 => format!("{:?}", 'a'.to_digit(37)),
        15 => format!("{:?}", char::from_digit(1, 37)),
        16 => {
            let mut t = s;
            t.split_off(2)
        }
        17 => s[..=1].to_string(),
        18 => "x".repeat(300)[301..].to_string(),
        _ => s,
    }
}

#[tokio::main]
async fn main() {
    for n in 0..20 {
        let local = tokio::task::spawn(async move { panics(n) });
        match local.await {
            Ok(text) => println!("{n} ok {text}"),
            Err(e) => println!("{n} {:?}", e.into_panic().downcast_ref::<String>().cloned()),
        }
    }
    let e = tokio::spawn(async {
        let s = B.to_string();
        println!("{s}");
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let s = format!("{B}");
        println!("{s}");
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let mut s = String::from("abc");
        let _n = N("n");
        s.retain(|c| {
            if c == 'b' {
                panic!("in retain {c}")
            } else {
                true
            }
        });
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let v: Vec<i32> = vec![1];
        let i = v.len() + 4;
        println!("{}", v[i]);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let v = vec![1, 2, 3];
        let i = v.len();
        println!("{:?}", &v[i..2]);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let v = vec![1, 2, 3];
        let i = v.len() + 2;
        println!("{:?}", &v[i..]);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let v = vec![1, 2, 3];
        let i = v.len();
        println!("{:?}", &v[1..=i]);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let mut v = vec![1, 2, 3];
        let i = v.len() + 1;
        v.drain(i..);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let x: Result<i32, String> = Err("bad".into());
        x.unwrap();
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let x: Result<i32, String> = Ok(3);
        x.unwrap_err();
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let n: i32 = "7x".parse().expect("a number");
        println!("{n}");
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async { todo!() as () }).await.unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let a = "abc".len() as u8;
        let b = a * 100;
        println!("{b}");
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let d = "".len();
        println!("{}", 1 / d);
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let c = std::cell::RefCell::new(String::new());
        let _b = c.borrow_mut();
        c.borrow();
    })
    .await
    .unwrap_err();
    println!("{e}");
    let e = tokio::spawn(async {
        let _ = String::from("x").repeat(usize::MAX);
    })
    .await
    .unwrap_err();
    println!("{e}");
}
