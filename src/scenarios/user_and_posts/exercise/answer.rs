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

async fn fetch_user_and_friends(wait: Duration) -> &'static str {
    let user = fetch_user(wait).await;
    fetch_friends(&user, wait).await
}

pub async fn main(seconds: Duration) {
    let (friends, posts) = join!(fetch_user_and_friends(seconds), fetch_posts(seconds));
    println!("the page: {friends}; {posts}");
}
