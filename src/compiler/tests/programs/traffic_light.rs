// A state machine, driven by time.
use std::fmt;
use std::time::Duration;
use tokio::time::{Instant, sleep};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Light {
    Red,
    Green,
    Yellow { before_red: bool },
}

impl Light {
    const fn seconds(self) -> u64 {
        match self {
            Light::Red => 3,
            Light::Green => 2,
            Light::Yellow { .. } => 1,
        }
    }

    fn next(self) -> Light {
        use Light::*;
        match self {
            Red => Yellow { before_red: false },
            Yellow { before_red: false } => Green,
            Green => Yellow { before_red: true },
            Yellow { before_red: true } => Red,
        }
    }
}

impl fmt::Display for Light {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let name = format!("{self:?}");
        write!(f, "{:>8}", name.split(' ').next().unwrap_or_default().to_lowercase())
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut light = Light::Red;
    for _ in 0..6 {
        println!("{:>4}s {light}", start.elapsed().as_secs());
        sleep(Duration::from_secs(light.seconds())).await;
        light = light.next();
    }
    println!("{}", light == Light::Green);
}
