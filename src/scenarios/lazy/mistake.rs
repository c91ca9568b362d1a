async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn run() {
    greet("nobody");
}
