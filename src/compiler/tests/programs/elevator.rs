// Requests that come while it moves.
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Direction {
    Up,
    Down,
}

struct Elevator {
    floor: i8,
    direction: Direction,
    wanted: BTreeSet<i8>,
}

impl Elevator {
    fn target(&mut self) -> Option<i8> {
        let above = self.wanted.range(self.floor..).next().copied();
        let below = self.wanted.range(..=self.floor).next_back().copied();
        let next = match self.direction {
            Direction::Up => above.or(below),
            Direction::Down => below.or(above),
        }?;
        self.direction = if next >= self.floor { Direction::Up } else { Direction::Down };
        Some(next)
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (press, mut buttons) = mpsc::channel(8);
    tokio::spawn(async move {
        for (wait, floor) in [(0u64, 3i8), (50, 1), (200, 5), (10, 2)] {
            sleep(Duration::from_millis(wait)).await;
            press.send(floor).await.unwrap();
        }
    });
    let mut elevator = Elevator { floor: 0, direction: Direction::Up, wanted: BTreeSet::new() };
    let mut open = true;
    while open || !elevator.wanted.is_empty() {
        let Some(target) = elevator.target() else {
            match buttons.recv().await {
                Some(floor) => drop(elevator.wanted.insert(floor)),
                None => open = false,
            }
            continue;
        };
        if target == elevator.floor {
            elevator.wanted.remove(&target);
            println!("{:>4} ms: opens on {target}", start.elapsed().as_millis());
            sleep(Duration::from_millis(30)).await;
        } else {
            sleep(Duration::from_millis(100)).await;
            elevator.floor += (target - elevator.floor).signum();
        }
        while let Ok(floor) = buttons.try_recv() {
            elevator.wanted.insert(floor);
        }
    }
    println!("rests on {} going {:?}", elevator.floor, elevator.direction);
}
