//! `the posts are here` comes 0.000 s after `fetching the posts`, not 2.000 s.
use std::time::Duration;

use tokio::time::sleep;

struct User {
    id: u32,
}

async fn fetch_user(wait: Duration) -> User {
    println!("fetching the user");
    sleep(wait).await;
    println!("the user is here");
    User { id: 1 }
}

async fn fetch_friends(user: &User, wait: Duration) -> &'static str {
    println!("fetching the friends of user {}", user.id);
    sleep(wait).await;
    println!("the friends are here");
    "Ada, Grace"
}

async fn fetch_posts(wait: Duration) -> &'static str {
    println!("fetching the posts");
    sleep(wait - wait).await;
    println!("the posts are here");
    "first post"
}

pub async fn main(seconds: Duration) {
    let user = fetch_user(seconds).await;
    let friends = fetch_friends(&user, seconds).await;
    let posts = fetch_posts(seconds).await;
    println!("the page: {friends}; {posts}");
}
