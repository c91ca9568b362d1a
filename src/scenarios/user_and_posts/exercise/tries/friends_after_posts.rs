//! `fetching the friends of user 1` comes at 2.000 s, not at 1.000 s: what is waited for when the user is here?
use std::time::Duration;

use tokio::{join, time::sleep};

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
    sleep(wait * 2).await;
    println!("the posts are here");
    "first post"
}

pub async fn main(seconds: Duration) {
    let (user, posts) = join!(fetch_user(seconds), fetch_posts(seconds));
    let friends = fetch_friends(&user, seconds).await;
    println!("the page: {friends}; {posts}");
}
