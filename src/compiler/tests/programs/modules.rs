mod bank {
    pub const FEE: u32 = 2;
    static NAME: &str = "Async Bank";

    #[derive(Debug)]
    pub struct Account {
        pub owner: String,
        balance: u32,
    }

    impl Account {
        pub fn open(owner: impl Into<String>) -> Self {
            Account { owner: owner.into(), balance: 0 }
        }
        pub fn deposit(&mut self, amount: u32) -> &mut Self {
            self.balance += amount;
            self
        }
        pub(crate) fn balance(&self) -> u32 {
            self.balance
        }
    }

    pub mod transfer {
        use super::{Account, FEE};

        pub fn send(from: &mut Account, to: &mut Account, amount: u32) -> Result<u32, String> {
            let cost = amount + FEE;
            from.balance = from.balance.checked_sub(cost).ok_or_else(|| format!("{} is {} short", from.owner, cost - from.balance))?;
            to.balance += amount;
            Ok(cost)
        }
    }

    pub fn name() -> &'static str {
        NAME
    }
}

use bank::transfer::send;
use bank::{Account, name as bank_name};

macro_rules! max {
    ($one:expr) => { $one };
    ($first:expr, $($rest:expr),+ $(,)?) => {{
        let (a, b) = ($first, max!($($rest),+));
        if a > b { a } else { b }
    }};
}

macro_rules! point {
    ($name:ident { $($field:ident: $ty:ty = $value:expr),* }) => {
        #[derive(Debug)]
        struct $name { $($field: $ty),* }
        impl $name {
            fn new() -> Self {
                $name { $($field: $value),* }
            }
        }
    };
}

point!(Origin { x: i32 = 0, y: i32 = -1 });

const fn square(n: u32) -> u32 {
    n * n
}

const AREA: u32 = square(6) + bank::FEE;
const NAMES: [&str; 2] = ["ada", "bob"];
static GREETINGS: &[(&str, u32)] = &[("hi", 1), ("hello", 2)];

type Pair<T> = (T, T);

fn swap<T>((a, b): Pair<T>) -> Pair<T> {
    (b, a)
}

#[tokio::main]
async fn main() {
    let mut a = Account::open(NAMES[0]);
    let mut b = Account::open(String::from(NAMES[1]));
    a.deposit(10).deposit(5);
    println!("{:?} {:?}", send(&mut a, &mut b, 8), send(&mut a, &mut b, 8));
    println!("{} {} {a:?}", b.balance(), bank_name());
    println!("{} {}", max!(3), max!(1, 7, 4,));
    println!("{:?} {AREA}", Origin::new());
    println!("{:?} {}", swap((1, 2)), GREETINGS.iter().map(|(g, n)| g.repeat(*n as usize)).collect::<String>());
    use self::bank as vault;
    println!("{}", vault::FEE);
}
