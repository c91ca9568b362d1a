use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;

type Graph = HashMap<&'static str, Vec<&'static str>>;

async fn fetch(graph: &Graph, page: &'static str) -> Vec<&'static str> {
    sleep(Duration::from_millis(100 * page.len() as u64)).await;
    graph.get(page).cloned().unwrap_or_default()
}

#[tokio::main]
async fn main() {
    let graph: Arc<Graph> = Arc::new(HashMap::from([
        ("home", vec!["a", "bb", "ccc"]),
        ("a", vec!["bb", "dddd"]),
        ("bb", vec!["home"]),
        ("ccc", vec!["e"]),
    ]));
    let limit = Arc::new(Semaphore::new(2));
    let mut seen: HashSet<&str> = HashSet::from(["home"]);
    let mut waiting = VecDeque::from(["home"]);
    let mut running = JoinSet::new();
    let mut order = Vec::new();
    loop {
        while let Some(page) = waiting.pop_front() {
            let (graph, limit) = (graph.clone(), limit.clone());
            running.spawn(async move {
                let _permit = limit.acquire_owned().await.expect("never closed");
                println!("fetching {page}");
                (page, fetch(&graph, page).await)
            });
        }
        let Some(done) = running.join_next().await else { break };
        let (page, links) = done.unwrap();
        order.push(page);
        for link in links {
            if seen.insert(link) {
                waiting.push_back(link);
            }
        }
    }
    println!("{order:?} {}", seen.len());
}
