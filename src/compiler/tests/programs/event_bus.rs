use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;
use tokio::time::sleep;

type Handler = Box<dyn Fn(&str) -> Pin<Box<dyn Future<Output = usize>>>>;

#[derive(Default)]
struct Bus {
    handlers: BTreeMap<String, Vec<Handler>>,
}

impl Bus {
    fn on<F, Fut>(&mut self, topic: &str, handler: F)
    where
        F: Fn(String) -> Fut + 'static,
        Fut: Future<Output = usize> + 'static,
    {
        let boxed: Handler = Box::new(move |text| Box::pin(handler(text.to_owned())));
        self.handlers.entry(topic.to_owned()).or_default().push(boxed);
    }

    async fn emit(&self, topic: &str, text: &str) -> usize {
        let mut total = 0;
        for handler in self.handlers.get(topic).into_iter().flatten() {
            total += handler(text).await;
        }
        total
    }
}

#[tokio::main(flavor = "local")]
async fn main() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let mut bus = Bus::default();
    let seen = Rc::clone(&log);
    bus.on("greet", move |text| {
        let seen = seen.clone();
        async move {
            sleep(Duration::from_millis(100)).await;
            seen.borrow_mut().push(format!("hello {text}"));
            text.len()
        }
    });
    bus.on("greet", |text| async move {
        println!("also {text}");
        1
    });
    println!("{} {}", bus.emit("greet", "ada").await, bus.emit("other", "x").await);
    println!("{:?}", log.borrow());
}
