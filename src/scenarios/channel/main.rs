use std::time::Duration;

use tokio::sync::mpsc::{Receiver, Sender, UnboundedSender, channel, unbounded_channel};
use tokio::{task::spawn_local, time::sleep};

async fn bake(shelf: Sender<u32>) {
    for bread in 1..=5 {
        shelf.send(bread).await.unwrap();
        println!("bread {bread} is on the shelf");
    }
    println!("the baker goes home");
}

async fn sell(mut shelf: Receiver<u32>, pause: Duration) {
    while let Some(bread) = shelf.recv().await {
        println!("bread {bread} is sold");
        sleep(pause).await;
    }
    println!("the shop closes");
}

async fn pile_up(heap: UnboundedSender<u32>, pause: Duration) {
    for bread in 1..=8 {
        heap.send(bread).unwrap();
        sleep(pause * 3 / 8).await;
    }
}

pub async fn main(room: u32, pause: Duration) {
    let (sender, receiver) = channel(room as usize);
    let baker = spawn_local(bake(sender));
    let shop = spawn_local(sell(receiver, pause));
    baker.await.unwrap();
    shop.await.unwrap();

    let (sender, mut heap) = unbounded_channel();
    spawn_local(pile_up(sender, pause));
    while let Some(bread) = heap.recv().await {
        println!("bread {bread} is sold, {} wait", heap.len());
        sleep(pause).await;
    }
}
