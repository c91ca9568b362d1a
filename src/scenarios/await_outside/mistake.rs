async fn work() -> u32 {
    42
}

pub fn plain() -> u32 {
    work().await
}
