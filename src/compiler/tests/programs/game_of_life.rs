use std::collections::HashSet;
use std::time::Duration;
use tokio::time::interval;

type Cell = (i32, i32);

fn step(alive: &HashSet<Cell>) -> HashSet<Cell> {
    let around = |(x, y): Cell| {
        (-1..=1).flat_map(move |dx| (-1..=1).map(move |dy| (x + dx, y + dy))).filter(move |c| *c != (x, y))
    };
    alive
        .iter()
        .flat_map(|cell| around(*cell))
        .chain(alive.iter().copied())
        .collect::<HashSet<_>>()
        .into_iter()
        .filter(|cell| {
            let n = around(*cell).filter(|c| alive.contains(c)).count();
            n == 3 || n == 2 && alive.contains(cell)
        })
        .collect()
}

fn draw(alive: &HashSet<Cell>) -> String {
    (0..4)
        .map(|y| (0..5).map(|x| if alive.contains(&(x, y)) { '#' } else { '.' }).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

#[tokio::main]
async fn main() {
    let mut alive = HashSet::from([(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]);
    let mut clock = interval(Duration::from_millis(250));
    for generation in 0..3 {
        clock.tick().await;
        println!("generation {generation}\n{}", draw(&alive));
        alive = step(&alive);
    }
}
