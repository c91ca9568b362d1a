use std::time::Duration;

use tokio::{join, time::sleep};

struct User {
    id: u32,
}

async fn fetch_user(wait: Duration) -> User {
    println!("fetching the user");
    sleep(wait).await;
    User { id: 1 }
}

async fn fetch_posts(wait: Duration) -> Vec<&'static str> {
    println!("fetching the posts");
    sleep(wait).await;
    vec!["first post", "second post"]
}

pub async fn main(seconds: Duration) {
    let user = fetch_user(seconds).await;
    let posts = fetch_posts(seconds).await;
    println!("in turn: user {}, {}", user.id, posts.join(", "));

    let (user, posts) = join!(fetch_user(seconds), fetch_posts(seconds));
    println!("at once: user {}, {}", user.id, posts.join(", "));
}
